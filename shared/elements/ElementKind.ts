/**
 * The contract every kind of element fulfils. An `Element` is a plain immutable snapshot of what stands in the board document; the
 * document itself is known to `shared/board` only. Reading is the validation boundary: what `parse` refuses becomes a placeholder.
 */

import type { Locale } from '../control/Control.ts';
import type { Box } from '../geometry/box.ts';
import type { Vec } from '../geometry/vec.ts';
import type { Result } from '../lib/result.ts';
import type { Theme } from '../theme/tokens.ts';
import type { PaintContext } from './PaintContext.ts';

export type ElementId = string;

/** Where an element is: parent (or `null` for the wall), offset from the parent's top left, and the cell in a grid. One key, one write. */
export type Place =
  | readonly [parent: ElementId | null, x: number, y: number]
  | readonly [parent: ElementId | null, x: number, y: number, cell: string];

export type Size = readonly [width: number, height: number];

export type Props = Readonly<Record<string, unknown>>;

/** The keys every element has. Props stand beside them in the same map, so no kind may name a prop like one of these (not even `size`). */
export const COMMON_KEYS = ['kind', 'v', 'place', 'size', 'z', 'by', 'lock', 'text'] as const;

export interface Element<P extends Props = Props> {
  readonly id: ElementId;
  readonly kind: string;
  readonly v: number;
  readonly place: Place;
  readonly size: Size;
  readonly z: string;
  /** Participant id of the author; only in named steps. */
  readonly by?: string;
  readonly lock: boolean;
  readonly text: string;
  readonly props: P;
  /** Set on a placeholder: why the element could not be read. Its `props` are then empty; the document keeps what stands there. */
  readonly problem?: string;
  /** Grows each time this snapshot is replaced, in this process only: the key of painted bitmaps. */
  readonly rev: number;
}

/** What `paint` may ask of the board around an element. */
export interface Scene {
  readonly theme: Theme;
  readonly locale: Locale;
  element(id: ElementId): Element | undefined;
  /** Children in painting order. */
  children(id: ElementId): readonly ElementId[];
  /** Name of a participant, for the author mark; undefined where unknown or anonymous. */
  person(id: string): string | undefined;
}

export interface ElementKind<P extends Props = Props> {
  readonly kind: string;
  /** Version written today; older ones are brought up by `migrations`. */
  readonly version: number;
  /** Whether it has text that people type together (`Y.Text`). */
  readonly hasText: boolean;
  /** Whether elements dropped on it become its content and move with it. */
  readonly isContainer: boolean;
  readonly defaultSize: Size;
  readonly minSize: Size;
  readonly maxSize: Size;
  readonly defaultProps: P;
  /** Names of the props: the gate refuses any other key. */
  readonly propKeys: readonly (keyof P & string)[];
  /** Reads the props (without the common keys), or says what is wrong with them. Never throws. */
  parse(props: Props): Result<P>;
  /** `migrations[n]` turns the props of version n into those of version n + 1. */
  readonly migrations: Readonly<Record<number, (props: Props) => Props>>;
  /** What `paint` covers, relative to the element's top left: may be larger than `size` (titles, shadows). */
  bounds(element: Element<P>): Box;
  /** Whether a point (relative to the top left) touches it. */
  hitTest(element: Element<P>, point: Vec): boolean;
  /** Draws it with its top left at the origin. Pure: the same for screen, PNG, PDF and print. */
  paint(ctx: PaintContext, element: Element<P>, scene: Scene): void;
  /** The one colour it shows when it is only a few pixels large; `null`: drawn by `paint` at any size. */
  swatch(element: Element<P>, theme: Theme): string | null;
  /** Other elements whose change repaints this one. */
  dependsOn(element: Element<P>): readonly ElementId[];
  /** Its line in the outline and its accessible name: the text as people read it, without the kind's name. */
  outline(element: Element<P>): string;
}
