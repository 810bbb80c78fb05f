/** « Cet ordinateur seulement »: the links open nowhere else yet; how to open the wall to the room, to copy. */
import { Laptop } from 'lucide-react';
import { useT } from '../../../i18n/Messages.tsx';
import { CopyField } from '../../../ui/CopyField.tsx';
import styles from './ShareDialog.module.css';

export function ReachNotice() {
  const t = useT();
  const command = (value: string) => (
    <CopyField label={t('share.command')} value={value} copyLabel={t('common.copy')} copiedLabel={t('common.copied')} />
  );
  return (
    <section className={styles.notice} aria-label={t('share.computer.title')}>
      <h3 className={styles.noticeTitle}>
        <Laptop size={18} strokeWidth={1.75} aria-hidden="true" />
        {t('share.computer.title')}
      </h3>
      <p>{t('share.computer.help')}</p>
      {command('HOST=0.0.0.0 npm start')}
      <details className={styles.more}>
        <summary>{t('share.computer.name')}</summary>
        {command('HOST=0.0.0.0 PELEMELE_PUBLIC_URL=https://mur.example.org npm start')}
      </details>
    </section>
  );
}
