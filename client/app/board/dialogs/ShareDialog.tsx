/** The three links of a board, what each allows, to copy or to scan; and, where they open on this computer only, how to open them up. */
import { Eye, type LucideIcon, PencilLine, QrCode as QrIcon, Star } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useApp } from '../../AppContext.tsx';
import type { BoardLinks } from '../../api.ts';
import { problemText } from '../../problemText.ts';
import { useT } from '../../../i18n/Messages.tsx';
import { useBoard, useSession } from '../../../session/BoardContext.tsx';
import { Button } from '../../../ui/Button.tsx';
import { CopyField } from '../../../ui/CopyField.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { classNames } from '../../../ui/classNames.ts';
import { QrCode } from '../../../ui/QrCode.tsx';
import { type LinkName, type ShareableLinks, shareableLinks } from './links.ts';
import { RenewLink } from './RenewLink.tsx';
import styles from './ShareDialog.module.css';

const ICONS: Readonly<Record<LinkName, LucideIcon>> = { facilitate: Star, participate: PencilLine, watch: Eye };
const ORDER: readonly LinkName[] = ['participate', 'watch', 'facilitate'];

export function ShareDialog({ onClose }: { onClose: () => void }) {
  const t = useT();
  return (
    <Dialog open onClose={onClose} title={t('share.title')} closeLabel={t('common.close')} size="l">
      <Links />
    </Dialog>
  );
}

function Links() {
  const t = useT();
  const { api, credentials } = useApp();
  const { session } = useBoard();
  const role = useSession((state) => state.me?.role ?? 'viewer');
  const [shown, setShown] = useState<LinkName>(role === 'viewer' ? 'watch' : 'participate');
  const [loaded, setLoaded] = useState<BoardLinks | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [attempt, setAttempt] = useState(0);
  // Each renewed link is a new state of the session, whoever renewed it.
  const rev = useSession((state) => state.control?.rev);

  // `attempt` and `rev` ask again.
  useEffect(() => {
    if (role !== 'facilitator') return;
    let current = true;
    setProblem(null);
    void api.links(session.id, session.ticket()).then((links) => {
      if (!current) return;
      if (links.ok) setLoaded(links.value);
      else setProblem(problemText(t, links.reason, 'share.failed'));
    });
    return () => {
      current = false;
    };
  }, [api, session, role, attempt, rev]);

  if (problem !== null) {
    return (
      <div className={styles.problem}>
        <p role="alert">{problem}</p>
        <Button onClick={() => setAttempt((n) => n + 1)}>{t('common.retry')}</Button>
      </div>
    );
  }
  if (role === 'facilitator' && !loaded) return <p className={styles.waiting}>{t('share.loading')}</p>;
  const links: ShareableLinks = shareableLinks({
    board: session.id,
    role,
    origin: window.location.origin,
    credential: credentials.find(session.id),
    loaded,
  });
  const selected = links[shown] === undefined ? (ORDER.find((name) => links[name]) ?? shown) : shown;
  const link = links[selected];
  return (
    <div className={styles.layout}>
      <div className={styles.links}>
        {loaded?.reach === 'computer' && (
          <div className={styles.notice}>
            <strong>{t('share.computer.title')}</strong>
            <p>{t('share.computer.help')}</p>
            <code className={styles.command}>HOST=0.0.0.0 npm start</code>
          </div>
        )}
        {ORDER.map((name) => {
          const url = links[name];
          if (url === undefined && role !== 'facilitator') return null;
          const Icon = ICONS[name];
          return (
            <section
              key={name}
              className={classNames(styles.link, name === selected && url !== undefined && styles.selected)}
            >
              <div className={styles.head}>
                <h3 className={styles.name}>
                  <Icon size={20} strokeWidth={1.75} aria-hidden="true" />
                  {t(`share.${name}`)}
                </h3>
                {url !== undefined && (
                  <Button
                    variant="quiet"
                    icon={<QrIcon size={18} strokeWidth={1.75} />}
                    aria-pressed={name === selected}
                    aria-label={t('share.qr', { link: t(`share.${name}`) })}
                    className={styles.show}
                    onClick={() => setShown(name)}
                  >
                    {t('share.showQr')}
                  </Button>
                )}
              </div>
              <p className={styles.allows}>{t(`share.${name}.allows`)}</p>
              {url === undefined ? (
                <p className={styles.missing}>{t('share.facilitate.elsewhere')}</p>
              ) : (
                <CopyField
                  label={t('share.linkLabel', { link: t(`share.${name}`) })}
                  value={url}
                  copyLabel={t('common.copy')}
                  copiedLabel={t('common.copied')}
                />
              )}
              {role === 'facilitator' && <RenewLink name={name} url={url} onRenewed={() => setAttempt((n) => n + 1)} />}
            </section>
          );
        })}
      </div>
      {link !== undefined && (
        <figure className={styles.code}>
          <QrCode text={link} label={t('share.qr', { link: t(`share.${selected}`) })} className={styles.qr} />
          <figcaption>{t('share.scan', { link: t(`share.${selected}`) })}</figcaption>
        </figure>
      )}
    </div>
  );
}
