/** What the step in force does not let this person do, said as long as it lasts: buttons that are gone have a reason. */
import { Eye, Lock } from 'lucide-react';
import { useT } from '../../i18n/Messages.tsx';
import { useSession } from '../BoardContext.tsx';
import { boardRights } from './boardRights.ts';
import styles from './RightsNotice.module.css';

export function RightsNotice() {
  const t = useT();
  const role = useSession((state) => state.me?.role ?? 'viewer');
  const group = useSession((state) => state.me?.group ?? null);
  const step = useSession((state) => state.control?.step);
  const rights = boardRights(role, group, step);
  // The region stands there from the start: one that comes with its text is not read.
  const why = rights.writes ? (rights.adds ? null : 'noAdd') : rights.why === 'role' ? null : rights.why;
  const Icon = why === 'private' ? Lock : Eye;
  return (
    <div role="status" className={styles.region}>
      {why !== null && (
        <p className={styles.notice}>
          <Icon size={18} strokeWidth={1.75} aria-hidden="true" />
          {t(why === 'step' ? 'rights.none' : `rights.${why}`)}
        </p>
      )}
    </div>
  );
}
