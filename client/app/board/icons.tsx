/**
 * The icons that commands name, drawn: a list of its own, so that only these of the whole collection are shipped. Here stand those of the
 * bars; those of menus, palette and help come with their first use.
 */
import {
  Bookmark,
  Copy,
  CopyPlus,
  Frame,
  Hand,
  LayoutGrid,
  Lock,
  LockOpen,
  type LucideIcon,
  Maximize,
  Minus,
  MousePointer2,
  PenLine,
  Plus,
  Redo2,
  Shapes,
  Spline,
  StickyNote,
  TextCursorInput,
  Trash2,
  Type,
  Undo2,
} from 'lucide-react';
import { lazy, Suspense } from 'react';
import type { NoteColor } from '../../../shared/theme/tokens.ts';
import styles from './icons.module.css';

const ICONS: Readonly<Record<string, LucideIcon>> = {
  bookmark: Bookmark,
  copy: Copy,
  'copy-plus': CopyPlus,
  frame: Frame,
  hand: Hand,
  'layout-grid': LayoutGrid,
  lock: Lock,
  'lock-open': LockOpen,
  maximize: Maximize,
  minus: Minus,
  'mouse-pointer-2': MousePointer2,
  'pen-line': PenLine,
  plus: Plus,
  'redo-2': Redo2,
  shapes: Shapes,
  spline: Spline,
  'sticky-note': StickyNote,
  'text-cursor-input': TextCursorInput,
  'trash-2': Trash2,
  type: Type,
  'undo-2': Undo2,
};

/** Whether the bars have an icon of that name from the start. */
export const hasIcon = (name: string): boolean => Object.hasOwn(ICONS, name);

// What cannot be fetched is a missing picture beside a word, never the end of the page.
const MoreIcon = lazy(() =>
  import('./MoreIconsPanel.tsx').then(
    ({ MoreIcon: loaded }) => ({ default: loaded }),
    () => ({ default: () => null }),
  ),
);

interface CommandIconProps {
  name: string | undefined;
  /** A swatch in place of an icon. */
  color?: NoteColor | undefined;
  size?: number;
}

/** The icon of that name, at the size of the bars; an empty place of its size for a name nobody knows. */
export function CommandIcon({ name, color, size = 20 }: CommandIconProps) {
  if (color !== undefined)
    return <span data-color="" className={styles.swatch} style={{ background: `var(--note-${color})` }} />;
  const Icon = name === undefined ? undefined : ICONS[name];
  if (Icon) return <Icon size={size} strokeWidth={1.75} aria-hidden="true" />;
  const place = <span aria-hidden="true" className={styles.place} style={{ width: size, height: size }} />;
  if (name === undefined) return place;
  return (
    <Suspense fallback={place}>
      <MoreIcon name={name} size={size} place={place} />
    </Suspense>
  );
}
