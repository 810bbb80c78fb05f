/** The editor's state that the interface shows: one small zustand store, written by the editor only. */
import type { Locale } from '../../shared/control/Control.ts';
import type { ElementId } from '../../shared/elements/ElementKind.ts';
import type { NoteColor, Theme } from '../../shared/theme/tokens.ts';
import type { ToolId } from '../tools/Tool.ts';
import type { Camera } from './Camera.ts';
import type { Who } from './rights.ts';

export interface EditorState {
  readonly tool: ToolId;
  readonly camera: Camera;
  /** Size of the canvas in CSS pixels. */
  readonly viewport: { readonly w: number; readonly h: number };
  readonly selection: ReadonlySet<ElementId>;
  /** The element whose text is being typed. */
  readonly editing: ElementId | null;
  /** Colour of the next note. */
  readonly noteColor: NoteColor;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly readOnly: boolean;
  /** Who is at this screen and in which step: what is certain to be refused is not begun. */
  readonly who: Who;
  /** Whether this person may add anything now. */
  readonly mayAdd: boolean;
  /** Whether this person may lock elements and free them. */
  readonly mayLock: boolean;
  /** Whether a gesture (drag, resize, marquee) is under way: bars step back meanwhile. */
  readonly busy: boolean;
  readonly locale: Locale;
  readonly theme: Theme;
}
