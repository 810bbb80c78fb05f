/** The name of a part of the work, and how long it takes. */
import { useT } from '../../i18n/Messages.tsx';
import styles from './Steps.module.css';

export function PartTitle({ title, minutes }: { title: string; minutes: number | null }) {
  const t = useT();
  return (
    <h3 className={styles.part}>
      {title}
      {minutes !== null && <span className={styles.minutes}>{t('agenda.minutes', { minutes })}</span>}
    </h3>
  );
}
