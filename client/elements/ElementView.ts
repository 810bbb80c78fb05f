/**
 * The view half of a kind: how it is taken hold of, kept as a bitmap, resized and typed in. What it looks like is `paint`, in
 * `shared/elements`; a view draws nothing.
 */
import type { Element, Props } from '../../shared/elements/ElementKind.ts';
import type { Box } from '../../shared/geometry/box.ts';
import type { Vec } from '../../shared/geometry/vec.ts';
import type { Weight } from '../../shared/text/font.ts';
import type { Theme } from '../../shared/theme/tokens.ts';
import type { EditorMessageId } from '../i18n/fr/editor.ts';

/** The text field that lies over an element while one types, in board units relative to its top left. */
export interface FieldStyle {
  readonly box: Box;
  /** Font size. */
  readonly size: number;
  readonly weight: Weight;
  /** Distance between baselines, in sizes. */
  readonly lineHeight: number;
  readonly align: 'left' | 'center' | 'right';
  readonly color: string;
  /** Free space above the first line, inside the box. */
  readonly top: number;
}

export interface ElementView<P extends Props = Props> {
  /** What people call it. */
  readonly label: EditorMessageId;
  /** Some of them, in words: « une note », « 3 notes ». Takes `count`. */
  readonly counted: EditorMessageId;
  /** Name of a lucide icon. */
  readonly icon: string;
  /** `bitmap`: painted once into a bitmap for each scale; `vector`: painted each time (large and simple things). */
  readonly raster: 'bitmap' | 'vector';
  readonly resize: 'free' | 'width' | 'none';
  /** Whether an element left without text is taken away when typing ends: always, or when it was made to be typed in just now. */
  readonly discardEmpty: 'always' | 'fresh' | 'never';
  /** Whether Enter begins a line; otherwise it ends typing. */
  readonly isMultiline: boolean;
  /** Whether a hand at this point (relative to the top left) takes hold of it; `reach` is the width of a grip in board units. */
  grabs(element: Element<P>, point: Vec, reach: number): boolean;
  /**
   * The line above it by which people find their way, with the size its own `paint` gives it: from afar, the canvas writes it larger, so
   * that it stays legible. Absent where the text is not such a line.
   */
  caption?(element: Element<P>): { readonly text: string; readonly size: number; readonly weight: Weight } | null;
  /** Where and how its text is typed; `null` where it has none. */
  field(element: Element<P>, theme: Theme): FieldStyle | null;
}
