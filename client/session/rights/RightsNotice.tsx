/** What the step in force does not let this person do, said as long as it lasts: buttons that are gone, or asleep, have a reason. */
import { Eye, Lock, SquareDashed } from 'lucide-react';
import { rightsOf } from '../../../shared/access/Step.ts';
import { nameOf } from '../../editor/nameOf.ts';
import { type MessageId, useLocale, useT } from '../../i18n/Messages.tsx';
import { useBoard, useSession } from '../BoardContext.tsx';
import { boardRights } from './boardRights.ts';
import styles from './RightsNotice.module.css';

const KINDS: Readonly<Record<string, MessageId>> = {
  note: 'editor.kind.note',
  text: 'editor.kind.text',
  frame: 'editor.kind.frame',
};
/** More areas than this are shown by trying. */
const MOST_NAMED = 3;

export function RightsNotice() {
  const t = useT();
  const locale = useLocale();
  const { editor } = useBoard();
  const role = useSession((state) => state.me?.role ?? 'viewer');
  const group = useSession((state) => state.me?.group ?? null);
  const step = useSession((state) => state.control?.step);
  const rights = boardRights(role, group, step);
  const why = rights.writes ? (rights.adds ? null : 'noAdd') : rights.why === 'role' ? null : rights.why;
  const list = (names: readonly string[]): string => new Intl.ListFormat(locale).format(names);
  const narrowed = (): string | null => {
    if (!rights.writes || !step || role === 'facilitator') return null;
    const { areas, kinds } = rightsOf(step, group);
    const titles = areas === 'all' ? [] : areas.flatMap((id) => nameOf(editor.board.get(id)) || []);
    if (titles.length > 0 && titles.length <= MOST_NAMED) {
      return t('rights.areas', { areas: list(titles.map((title) => t('rights.quoted', { title }))) });
    }
    if (areas !== 'all') return t('rights.someAreas');
    const named = kinds === 'all' ? [] : kinds.flatMap((kind) => KINDS[kind] ?? []);
    return named.length > 0 ? t('rights.kinds', { kinds: list(named.map((name) => t(name))) }) : null;
  };
  const text = why === null ? narrowed() : t(why === 'step' ? 'rights.none' : `rights.${why}`);
  const Icon = why === 'private' ? Lock : why === null ? SquareDashed : Eye;
  // The region stands there from the start: one that comes with its text is not read.
  return (
    <div role="status" className={styles.region}>
      {text !== null && (
        <p className={styles.notice}>
          <Icon size={18} strokeWidth={1.75} aria-hidden="true" />
          {text}
        </p>
      )}
    </div>
  );
}
