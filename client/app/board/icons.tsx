/** The icons that commands name, drawn: a list of its own, so that only these of the whole collection are shipped. */
import {
  BringToFront,
  Clipboard,
  Copy,
  CopyPlus,
  Focus,
  Frame,
  Hand,
  ListTree,
  Lock,
  LockOpen,
  type LucideIcon,
  Maximize,
  Minus,
  MousePointer2,
  Plus,
  Redo2,
  Scan,
  ScanSearch,
  Scissors,
  SendToBack,
  StickyNote,
  TextCursorInput,
  Trash2,
  Type,
  Undo2,
} from 'lucide-react';

const ICONS: Readonly<Record<string, LucideIcon>> = {
  'bring-to-front': BringToFront,
  clipboard: Clipboard,
  copy: Copy,
  'copy-plus': CopyPlus,
  focus: Focus,
  frame: Frame,
  hand: Hand,
  'list-tree': ListTree,
  lock: Lock,
  'lock-open': LockOpen,
  maximize: Maximize,
  minus: Minus,
  'mouse-pointer-2': MousePointer2,
  plus: Plus,
  'redo-2': Redo2,
  scan: Scan,
  'scan-search': ScanSearch,
  scissors: Scissors,
  'send-to-back': SendToBack,
  'sticky-note': StickyNote,
  'text-cursor-input': TextCursorInput,
  'trash-2': Trash2,
  type: Type,
  'undo-2': Undo2,
};

/** The icon of that name, at the size of the bars; nothing for a name this list lacks. */
export function CommandIcon({ name, size = 20 }: { name: string | undefined; size?: number }) {
  const Icon = name === undefined ? undefined : ICONS[name];
  return Icon ? <Icon size={size} strokeWidth={1.75} aria-hidden="true" /> : null;
}
