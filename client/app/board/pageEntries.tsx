/** What the page offers beside the wall, each said once: the top bar shows some of it as buttons and the rest in its menu, a phone's menu all. */
import {
  ArrowLeft,
  CircleQuestionMark,
  Download,
  FileText,
  History,
  ListOrdered,
  ListTree,
  type LucideIcon,
  Maximize,
  Settings2,
  Share2,
  Trash2,
} from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { canWrite } from '../../../shared/access/can.ts';
import { useT } from '../../i18n/Messages.tsx';
import { useBoard, useSession } from '../../session/BoardContext.tsx';
import type { MenuAction } from '../../ui/Menu.tsx';
import { useApp } from '../AppContext.tsx';
import type { PageActions } from './BoardScreen.tsx';

export const ICON = { size: 20, strokeWidth: 1.75, 'aria-hidden': true } as const;

export type EntryId =
  | 'share'
  | 'agenda'
  | 'outline'
  | 'export'
  | 'drafts'
  | 'history'
  | 'fit'
  | 'settings'
  | 'help'
  | 'forget'
  | 'back';

/** The entries of these names, in this order, without what this person may not do. */
export function usePageEntries(actions: PageActions): (...ids: readonly EntryId[]) => MenuAction[] {
  const t = useT();
  const { router } = useApp();
  const { drafts, editor } = useBoard();
  const kept = useSyncExternalStore(drafts.subscribe, drafts.list).length;
  // Who only looks has no link to give; a step in which one only looks takes none away.
  const mayShare = useSession((state) => canWrite(state.me?.role ?? 'viewer'));
  const entry = (id: EntryId, label: string, Icon: LucideIcon, run: () => void, shortcut?: string): MenuAction => ({
    id,
    label,
    icon: <Icon {...ICON} />,
    run,
    ...(shortcut !== undefined && { shortcut }),
  });
  const entries: Readonly<Record<EntryId, MenuAction>> = {
    share: entry('share', t('share.title'), Share2, () => actions.openDialog('share')),
    agenda: entry('agenda', t('agenda.title'), ListOrdered, () => actions.togglePanel('agenda')),
    outline: entry('outline', t('outline.title'), ListTree, () => actions.togglePanel('outline'), 'O'),
    export: entry('export', t('export.title'), Download, () => actions.openDialog('export')),
    drafts: entry('drafts', kept > 0 ? `${t('drafts.menu')} (${kept})` : t('drafts.menu'), FileText, () =>
      actions.openDialog('drafts'),
    ),
    history: entry('history', t('history.title'), History, () => actions.openDialog('history')),
    fit: entry('fit', t('editor.command.fit'), Maximize, () => editor.commands.run('view.fit')),
    settings: entry('settings', t('settings.title'), Settings2, () => actions.openDialog('settings')),
    help: entry('help', t('help.title'), CircleQuestionMark, () => actions.openDialog('help'), '?'),
    forget: entry('forget', t('forget.button'), Trash2, () => actions.openDialog('forget')),
    back: entry('back', t('board.back'), ArrowLeft, () => router.go({ name: 'start' })),
  };
  return (...ids) => ids.filter((id) => id !== 'share' || mayShare).map((id) => entries[id]);
}
