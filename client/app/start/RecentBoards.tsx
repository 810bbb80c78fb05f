/** The walls this device can open. Removing one forgets the way in, never the wall. */
import { Eye, Star, Users, X } from 'lucide-react';
import { useState } from 'react';
import { FormattedRelativeTime } from 'react-intl';
import type { Role } from '../../../shared/access/can.ts';
import { useT } from '../../i18n/Messages.tsx';
import type { RecentBoard } from '../../sync/credentials.ts';
import { Button } from '../../ui/Button.tsx';
import { Link } from '../Link.tsx';
import styles from './RecentBoards.module.css';

const SHOWN_FIRST = 4;

const ICONS: Readonly<Record<Role, typeof Star>> = { facilitator: Star, participant: Users, viewer: Eye };

export function RecentBoards({ boards, onForget }: { boards: readonly RecentBoard[]; onForget: (id: string) => void }) {
  const t = useT();
  const [all, setAll] = useState(false);
  return (
    <section className={styles.section} aria-labelledby="recent-boards">
      <h2 id="recent-boards" className={styles.title}>
        {t('start.recent.title')}
      </h2>
      <ul className={styles.list}>
        {boards.slice(0, all ? undefined : SHOWN_FIRST).map((board) => {
          const Icon = ICONS[board.role];
          return (
            <li key={board.id} className={styles.row}>
              <Link to={{ name: 'board', id: board.id, secret: null }} className={styles.link}>
                <span className={styles.name}>{board.title}</span>
                <span className={styles.detail}>
                  <Icon size={15} strokeWidth={1.75} aria-hidden="true" />
                  {t(`role.${board.role}`)} · <Ago at={board.openedAt} />
                </span>
              </Link>
              <button
                type="button"
                className={styles.forget}
                aria-label={t('start.recent.forget', { title: board.title })}
                title={t('start.recent.forgetShort')}
                onClick={() => onForget(board.id)}
              >
                <X size={18} strokeWidth={1.75} />
              </button>
            </li>
          );
        })}
      </ul>
      {!all && boards.length > SHOWN_FIRST && (
        <Button variant="quiet" onClick={() => setAll(true)}>
          {t('start.recent.all', { count: boards.length })}
        </Button>
      )}
    </section>
  );
}

const UNITS = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const;

function Ago({ at }: { at: number }) {
  const seconds = Math.min(0, Math.round((at - Date.now()) / 1000));
  const [unit, size] = UNITS.find(([, length]) => -seconds >= length) ?? (['second', 1] as const);
  return (
    <FormattedRelativeTime value={unit === 'second' ? 0 : Math.round(seconds / size)} unit={unit} numeric="auto" />
  );
}
