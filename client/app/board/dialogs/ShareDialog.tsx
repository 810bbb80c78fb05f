/** The three links of a board, what each allows, to copy or to scan; and what else leaves with them: a sheet, an invitation, a calendar file. */
import { useState } from 'react';
import { useT } from '../../../i18n/Messages.tsx';
import { useSession } from '../../../session/BoardContext.tsx';
import { Button } from '../../../ui/Button.tsx';
import { classNames } from '../../../ui/classNames.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { QrCode } from '../../../ui/QrCode.tsx';
import { LinkCard } from './LinkCard.tsx';
import type { LinkName } from './links.ts';
import { ReachNotice } from './ReachNotice.tsx';
import styles from './ShareDialog.module.css';
import { TakeAway } from './TakeAway.tsx';
import { useLinks } from './useLinks.ts';

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
  const role = useSession((state) => state.me?.role ?? 'viewer');
  const [shown, setShown] = useState<LinkName>(role === 'viewer' ? 'watch' : 'participate');
  const { links, reach, problem, again } = useLinks();
  if (problem !== null) {
    return (
      <div className={styles.problem}>
        <p role="alert">{problem}</p>
        <Button onClick={again}>{t('common.retry')}</Button>
      </div>
    );
  }
  if (role === 'facilitator' && reach === null) return <p className={styles.waiting}>{t('share.loading')}</p>;
  const selected = links[shown] === undefined ? (ORDER.find((name) => links[name]) ?? shown) : shown;
  const link = links[selected];
  const isHereOnly = reach === 'computer';
  const first = isHereOnly ? 'share.how.open' : reach === 'network' ? 'share.how.network' : null;
  const steps = [first, 'share.how.scan', 'share.how.name'] as const;
  return (
    <div className={styles.layout}>
      <div className={styles.links}>
        {isHereOnly && <ReachNotice />}
        {ORDER.filter((name) => role === 'facilitator' || links[name] !== undefined).map((name) => (
          <LinkCard
            key={name}
            name={name}
            url={links[name]}
            selected={name === selected}
            renewable={role === 'facilitator'}
            onShow={() => setShown(name)}
            onRenewed={again}
          />
        ))}
      </div>
      {link !== undefined && (
        <div className={styles.aside}>
          <figure className={classNames(styles.code, isHereOnly && styles.here)}>
            <QrCode text={link} label={t('share.qr', { link: t(`share.${selected}`) })} className={styles.qr} />
            <figcaption>
              {isHereOnly ? (
                <>
                  <strong className={styles.only}>{t('share.computer.title')}</strong>
                  <br />
                  {t('share.scan.computer')}
                </>
              ) : (
                t('share.scan', { link: t(`share.${selected}`) })
              )}
            </figcaption>
          </figure>
          {selected === 'participate' && (
            <section className={styles.how}>
              <h3 className={styles.heading}>{t('share.how.title')}</h3>
              <ol className={styles.steps}>{steps.map((step) => step && <li key={step}>{t(step)}</li>)}</ol>
            </section>
          )}
          <TakeAway participate={links.participate} sheet={role === 'facilitator'} />
        </div>
      )}
    </div>
  );
}
