/**
 * The contract every kind of element fulfils. An `Element` is a plain immutable snapshot of what stands in the board document; the
 * document itself is known to `shared/board` only. Reading is the validation boundary: what `parse` refuses becomes a placeholder.
 */

import type { Locale } from '../control/Control.ts';
import type { Box } from '../geometry/box.ts';
import type { Vec } from '../geometry/vec.ts';
import type { Result } from '../lib/result.ts';
import type { Theme } from '../theme/tokens.ts';
import type { Marks } from './marks/Marks.ts';
import type { PaintContext } from './PaintContext.ts';

export type ElementId = string;

/** Where an element is: parent (or `null` for the wall), offset from the parent's top left, and the cell in a grid. One key, one write. */
export type Place =
  | readonly [parent: ElementId | null, x: number, y: number]
  | readonly [parent: ElementId | null, x: number, y: number, cell: string];

export type Size = readonly [width: number, height: number];

export type Props = Readonly<Record<string, unknown>>;

/** The keys every element has. Props stand beside them in the same map, so no kind may name a prop like one of these (not even `size`). */
export const COMMON_KEYS = ['kind', 'v', 'place', 'size', 'z', 'by', 'lock', 'group', 'text'] as const;

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
  /** Elements with the same one are moved and selected together. */
  readonly group?: string;
  readonly text: string;
  readonly props: P;
  /** Tags, reactions, comments: the same for every kind. `NO_MARKS` where there are none. */
  readonly marks: Marks;
  /** Set on a placeholder: why the element could not be read. Its `props` are then empty; the document keeps what stands there. */
  readonly problem?: string;
  /** Grows each time this snapshot is replaced, in this process only: the key of painted bitmaps. */
  readonly rev: number;
}

/** What stands around an element: enough to know where it reaches. A board is one. */
export interface Surroundings {
  element(id: ElementId): Element | undefined;
  /** The element's own rectangle on the page (its `size`), as it is shown now; `null` for an unknown id. */
  frame(id: ElementId): Box | null;
}

/** A picture ready to be drawn, as the platform has it: `drawImage` of a `PaintContext` takes its `image`. */
export interface Picture {
  readonly image: unknown;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

/** What `paint` may ask of the board around an element. */
export interface Scene extends Surroundings {
  readonly theme: Theme;
  readonly locale: Locale;
  /** Children in painting order. */
  children(id: ElementId): readonly ElementId[];
  /** Name of a participant, for the author mark; undefined where unknown or anonymous. */
  person(id: string): string | undefined;
  /**
   * A picture by its content hash; `undefined`: still on its way, `null`: there is none. `width`: how wide it is about to be painted, in
   * the units of `paint`, so that nobody unpacks more pixels than are seen.
   */
  picture(hash: string, width?: number): Picture | null | undefined;
  /** How many notes of its mind map a folded note hides. */
  hiddenBelow?(id: ElementId): number;
}

/** What a table says of an element, beside what every row has (area, author, tags, place). */
export interface ExportRow {
  readonly text: string;
  /** A note colour's name, where it has one. */
  readonly color?: string;
}

export interface ElementKind<P extends Props = Props> {
  readonly kind: string;
  /** Version written today; older ones are brought up by `migrations`. */
  readonly version: number;
  /** Whether it has text that people type together (`Y.Text`). */
  readonly hasText: boolean;
  /** Whether elements dropped on it become its content and move with it. */
  readonly isContainer: boolean;
  /** Whether its `paint` shows its tags and reactions within itself; below it otherwise. */
  readonly holdsStrip?: boolean;
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
  bounds(element: Element<P>, around: Surroundings): Box;
  /** Whether a point (relative to the top left) touches it. */
  hitTest(element: Element<P>, point: Vec, around: Surroundings): boolean;
  /** Draws it with its top left at the origin. Pure: the same for screen, PNG, PDF and print. */
  paint(ctx: PaintContext, element: Element<P>, scene: Scene): void;
  /** The one colour it shows when it is only a few pixels large; `null`: drawn by `paint` at any size. */
  swatch(element: Element<P>, theme: Theme): string | null;
  /** Other elements whose change repaints this one, and may move what it covers. */
  dependsOn(element: Element<P>): readonly ElementId[];
  /** Its line in the outline and its accessible name: the text as people read it, without the kind's name. */
  outline(element: Element<P>): string;
  /** Its row in tables and text exports; `null` where it says nothing (a stroke, a line without a label). */
  row(element: Element<P>): ExportRow | null;
  /**
   * For kinds that lean on others (`dependsOn`): the props to write when those of them that `isGone` names go away (deleted, or left
   * behind by a copy), so that it stays as it is shown now; `null` where nothing changes.
   */
  release?(element: Element<P>, isGone: (id: ElementId) => boolean, around: Surroundings): P | null;
  /** The props of a copy that leans on the copies of what the original leans on: `idOf` gives an id's copy, `undefined` where there is none. */
  retarget?(props: P, idOf: (id: ElementId) => ElementId | undefined): P;
}
