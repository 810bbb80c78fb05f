/** What shows while the notes are read: how far, once it takes longer than a second, and the way to stop it. */
import { useEffect, useState } from 'react';
import { useT } from '../../i18n/Messages.tsx';
import { Button } from '../../ui/Button.tsx';
import styles from './Sorting.module.css';
import type { Work } from './useSorter.ts';

/** What is over sooner needs no picture of how far it is. */
const SHOWN_AFTER_MS = 1_000;

export function Working({ work, onCancel }: { work: Work; onCancel: () => void }) {
  const t = useT();
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), SHOWN_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  const label = t(work.isAsking ? 'sorting.asking' : 'sorting.working');
  return (
    <div className={styles.working}>
      <p role="status">{label}</p>
      {isLong && <progress className={styles.progress} max={1} value={work.progress} aria-label={label} />}
      <Button onClick={onCancel}>{t('common.cancel')}</Button>
    </div>
  );
}
