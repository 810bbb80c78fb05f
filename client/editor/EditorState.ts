/** The editor's state that the interface shows: one small zustand store, written by the editor only. */
import type { Locale } from '../../shared/control/Control.ts';
import type { ElementId, Props } from '../../shared/elements/ElementKind.ts';
import type { Theme } from '../../shared/theme/tokens.ts';
import type { ToolId } from '../tools/Tool.ts';
import type { Camera } from './Camera.ts';
import type { GridCursor } from './grid/GridCursor.ts';
import type { Who } from './rights.ts';

export interface Found {
  readonly ids: ReadonlySet<ElementId>;
  readonly at: ElementId | null;
}

export interface EditorState {
  readonly tool: ToolId;
  readonly camera: Camera;
  /** Size of the canvas in CSS pixels. */
  readonly viewport: { readonly w: number; readonly h: number };
  readonly selection: ReadonlySet<ElementId>;
  /** The pin of a map that is chosen. */
  readonly pin: { readonly on: ElementId; readonly id: string } | null;
  /** The element whose text is being typed. */
  readonly editing: ElementId | null;
  /** How the next element of each kind will look: what was chosen last. A kind that is not there takes its defaults. */
  readonly nextProps: Readonly<Record<string, Props>>;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly readOnly: boolean;
  /** Who is at this screen and in which step: what is certain to be refused is not begun. */
  readonly who: Who;
  /** Whether this person may add anything now. */
  readonly mayAdd: boolean;
  /** Whether this person may lock elements and free them. */
  readonly mayLock: boolean;
  /** Whether what is dragged lines up with what lies around it. */
  readonly isSnapping: boolean;
  /** Whether several people's hands are on this screen at once: each finger then has a gesture of its own. */
  readonly hasSeveralHands: boolean;
  /** Whether a gesture (drag, resize, marquee) is under way: bars step back meanwhile. */
  readonly busy: boolean;
  /** Where one stands in the grid that is selected. */
  readonly cell: GridCursor | null;
  /** What a search has found, ringed on the wall; `at` is the one looked at. */
  readonly found: Found | null;
  readonly locale: Locale;
  readonly theme: Theme;
}

/** How the next element of a kind will look. */
export const nextPropsOf = (state: Pick<EditorState, 'nextProps'>, kind: string): Props => state.nextProps[kind] ?? {};

/** The state after a choice for the next element of a kind; `undefined` takes a prop back to its default. */
export const withNextProps = (
  nextProps: EditorState['nextProps'],
  kind: string,
  props: Props,
): Pick<EditorState, 'nextProps'> => ({ nextProps: { ...nextProps, [kind]: { ...nextProps[kind], ...props } } });
