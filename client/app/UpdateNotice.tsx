/**
 * « Une nouvelle version est prête »: said once it waits, taken when the person asks, never while something they wrote is not yet on the
 * server's disk. Can be put away: it comes back with the next page.
 */
import { RefreshCw, X } from 'lucide-react';
import { useState, useSyncExternalStore } from 'react';
import { useT } from '../i18n/Messages.tsx';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { useApp } from './AppContext.tsx';
import styles from './UpdateNotice.module.css';

/** `unsaved`: how many of this person's changes the server has not yet told to be on disk. */
export function UpdateNotice({ unsaved = 0 }: { unsaved?: number }) {
  const t = useT();
  const { update } = useApp();
  const isReady = useSyncExternalStore(update.subscribe, update.isReady);
  const [isAway, setAway] = useState(false);
  const [isTaken, setTaken] = useState(false);
  const mustWait = unsaved > 0;
  return (
    <div role="status" className={styles.place}>
      {isReady && !isAway && (
        <div className={styles.notice}>
          <p className={styles.words}>{t(mustWait ? 'update.wait' : 'update.ready')}</p>
          <Button
            variant="primary"
            icon={<RefreshCw size={18} strokeWidth={1.75} aria-hidden="true" />}
            pending={isTaken}
            disabled={mustWait}
            onClick={() => {
              setTaken(true);
              update.apply();
            }}
          >
            {t('update.reload')}
          </Button>
          <IconButton
            label={t('update.later')}
            icon={<X size={20} strokeWidth={1.75} aria-hidden="true" />}
            placement="top"
            onPress={() => setAway(true)}
          />
        </div>
      )}
    </div>
  );
}
