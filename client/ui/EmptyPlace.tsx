/** What stands where there is nothing yet: an icon, what is not there, and what will come. */
import type { ReactNode } from 'react';
import styles from './EmptyPlace.module.css';

export function EmptyPlace({ icon, title, children }: { icon: ReactNode; title: string; children: ReactNode }) {
  return (
    <div className={styles.empty}>
      {icon}
      <p className={styles.title}>{title}</p>
      <p>{children}</p>
    </div>
  );
}
