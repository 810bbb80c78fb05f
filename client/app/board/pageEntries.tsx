/** What the page offers beside the wall, each said once: the top bar shows some of it as buttons and the rest in its menu, a phone's menu all. */
import {
  ArrowLeft,
  Camera,
  CircleQuestionMark,
  Download,
  FileText,
  Group,
  History,
  ListOrdered,
  ListTree,
  type LucideIcon,
  Maximize,
  MessageSquare,
  Search,
  Settings2,
  Share2,
  Trash2,
  Users,
  Zap,
} from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { canWrite } from '../../../shared/access/can.ts';
import { type MessageId, useT } from '../../i18n/Messages.tsx';
import { useBoard, useEditorState, useSession } from '../../session/BoardContext.tsx';
import type { MenuAction } from '../../ui/Menu.tsx';
import { useApp } from '../AppContext.tsx';
import type { PageActions } from './BoardScreen.tsx';
import { isMac, shortcutText } from './shortcutText.ts';

export const ICON = { size: 20, strokeWidth: 1.75, 'aria-hidden': true } as const;

export type EntryId =
  | 'palette'
  | 'find'
  | 'people'
  | 'photo'
  | 'share'
  | 'agenda'
  | 'sorting'
  | 'comments'
  | 'outline'
  | 'export'
  | 'drafts'
  | 'history'
  | 'fit'
  | 'settings'
  | 'help'
  | 'forget'
  | 'back';

export interface PageEntry extends MenuAction {
  readonly id: EntryId;
  /** The text its label is made of. */
  readonly message: MessageId;
}

/** The entries of these names, in this order, without what this person may not do. */
export function usePageEntries(actions: PageActions): (...ids: readonly EntryId[]) => PageEntry[] {
  const t = useT();
  const { router } = useApp();
  const { drafts: own, editor } = useBoard();
  const kept = useSyncExternalStore(own.subscribe, own.list).length;
  // Who only looks has no link to give; a step in which one only looks takes none away.
  const readOnly = useEditorState((state) => state.readOnly);
  const mayShare = useSession((state) => canWrite(state.me?.role ?? 'viewer'));
  const entry = (id: EntryId, message: MessageId, Icon: LucideIcon, run: () => void, shortcut?: string): PageEntry => ({
    id,
    message,
    label: t(message),
    icon: <Icon {...ICON} />,
    run,
    ...(shortcut !== undefined && { shortcut: shortcutText(shortcut, t, isMac(navigator)) }),
  });
  const drafts = entry('drafts', 'drafts.menu', FileText, () => actions.openDialog('drafts'));
  const entries: Readonly<Record<EntryId, PageEntry>> = {
    palette: entry('palette', 'palette.title', Zap, () => actions.openDialog('palette'), 'mod+k'),
    find: entry('find', 'find.title', Search, () => editor.ask('find'), 'mod+f'),
    people: entry('people', 'people.title', Users, () => actions.togglePanel('people')),
    photo: entry('photo', 'pictures.camera', Camera, () => editor.commands.run('picture.camera')),
    share: entry('share', 'share.title', Share2, () => actions.openDialog('share')),
    agenda: entry('agenda', 'agenda.title', ListOrdered, () => actions.togglePanel('agenda')),
    sorting: entry('sorting', 'sorting.title', Group, () => actions.togglePanel('sorting')),
    comments: entry('comments', 'comments.title', MessageSquare, () => actions.togglePanel('comments'), 'c'),
    outline: entry('outline', 'outline.title', ListTree, () => actions.togglePanel('outline'), 'o'),
    export: entry('export', 'export.title', Download, () => actions.openDialog('export')),
    drafts: kept > 0 ? { ...drafts, label: `${drafts.label} (${kept})` } : drafts,
    history: entry('history', 'history.title', History, () => actions.openDialog('history')),
    fit: entry('fit', 'editor.command.fit', Maximize, () => editor.commands.run('view.fit')),
    settings: entry('settings', 'settings.title', Settings2, () => actions.openDialog('settings')),
    help: entry('help', 'help.title', CircleQuestionMark, () => actions.openDialog('help'), '?'),
    forget: entry('forget', 'forget.button', Trash2, () => actions.openDialog('forget')),
    back: entry('back', 'board.back', ArrowLeft, () => router.go({ name: 'start' })),
  };
  const isOffered = (id: EntryId): boolean =>
    id === 'share'
      ? mayShare
      : id === 'sorting'
        ? !readOnly
        : id !== 'photo' || editor.commands.get('picture.camera').enabled();
  return (...ids) => ids.filter(isOffered).map((id) => entries[id]);
}
