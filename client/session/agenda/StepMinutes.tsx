/** Minutes of a step, short for the eye and in full for who listens; nothing where it is not on the clock. */
import { useT } from '../../i18n/Messages.tsx';
import styles from './Steps.module.css';

export function StepMinutes({ minutes }: { minutes: number | null }) {
  const t = useT();
  if (minutes === null) return <span />;
  return (
    <span className={styles.minutes}>
      <span aria-hidden="true">{t('agenda.minutes', { minutes })}</span>
      <span className="visually-hidden">{t('agenda.minutesLong', { minutes })}</span>
    </span>
  );
}
