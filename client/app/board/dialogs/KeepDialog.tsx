/**
 * « Gardez votre lien d'animation »: shown once to whoever makes a wall, and again from the share panel. There is no account, and the server
 * has this link as a hash alone: what is not kept now can only be renewed.
 */
import { Check, Mail, Printer } from 'lucide-react';
import { useT } from '../../../i18n/Messages.tsx';
import { useBoard, useSession } from '../../../session/BoardContext.tsx';
import { Button } from '../../../ui/Button.tsx';
import { ButtonLink } from '../../../ui/ButtonLink.tsx';
import { CopyField } from '../../../ui/CopyField.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { QrCode } from '../../../ui/QrCode.tsx';
import { useApp } from '../../AppContext.tsx';
import { mailLink } from '../../mailLink.ts';
import { routePath } from '../../router.ts';
import styles from './KeepDialog.module.css';
import { toldToKeep } from './keepLink.ts';
import { useLinks } from './useLinks.ts';

const ICON = { size: 18, strokeWidth: 1.75, 'aria-hidden': true } as const;

export function KeepDialog({ onClose }: { onClose: () => void }) {
  const t = useT();
  const { storage } = useApp();
  const { session } = useBoard();
  const title = useSession((state) => state.control?.title ?? '');
  const { links, reach, problem } = useLinks();
  const link = links.facilitate;
  const close = (): void => {
    toldToKeep(storage, session.id);
    onClose();
  };
  return (
    <Dialog
      open
      onClose={close}
      title={t('keep.title')}
      closeLabel={t('common.close')}
      size="l"
      footer={
        <Button variant="primary" size="l" icon={<Check {...ICON} strokeWidth={2} />} onClick={close}>
          {t('keep.done')}
        </Button>
      }
    >
      {reach === null && problem === null ? (
        // Which address others open is the server's to say: none is shown that would change under the hand.
        <p className={styles.waiting}>{t('share.loading')}</p>
      ) : link === undefined ? (
        <p>{t('keep.missing')}</p>
      ) : (
        <div className={styles.layout}>
          <div className={styles.words}>
            <p className={styles.lead}>{t('keep.lead')}</p>
            <CopyField
              label={t('share.linkLabel', { link: t('share.facilitate') })}
              value={link}
              copyLabel={t('common.copy')}
              copiedLabel={t('common.copied')}
            />
            <div className={styles.ways}>
              <ButtonLink
                icon={<Mail {...ICON} />}
                href={mailLink(t('keep.mail.subject', { title }), t('keep.mail.body', { title, link }))}
              >
                {t('keep.mail')}
              </ButtonLink>
              <ButtonLink
                icon={<Printer {...ICON} />}
                href={routePath({ name: 'sheet', id: session.id })}
                target="_blank"
                rel="noopener"
              >
                {t('keep.sheet')}
              </ButtonLink>
            </div>
            <section className={styles.lost}>
              <h3 className={styles.heading}>{t('keep.lost.title')}</h3>
              <p>{t('keep.lost')}</p>
              <code className={styles.command}>npm run board -- links --board {session.id} --renew facilitate</code>
            </section>
          </div>
          <figure className={styles.phone}>
            <figcaption className={styles.heading}>{t('keep.phone')}</figcaption>
            <QrCode text={link} label={t('share.qr', { link: t('share.facilitate') })} className={styles.qr} />
            <p className={styles.help}>{t(reach === 'computer' ? 'keep.phone.local' : 'keep.phone.help')}</p>
          </figure>
        </div>
      )}
    </Dialog>
  );
}
