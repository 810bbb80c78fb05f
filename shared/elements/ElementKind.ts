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
  /** The pins that stand for an element. */
  pinnedBy?(id: ElementId): readonly PinnedBy[];
  /** How an area that arranges its content shows it now, where somebody has worked that out: whoever is not told works it out again. */
  arrangement?(id: ElementId): Arrangement | null;
}

/** A picture ready to be drawn, as the platform has it: `drawImage` of a `PaintContext` takes its `image`. */
export interface Picture {
  readonly image: unknown;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

export interface Screen {
  /** Pixels a board unit. */
  readonly scale: number;
  /** What of the page it shows. */
  readonly seen: Box;
}

/** What `paint` may ask of the board around an element. */
export interface Scene extends Surroundings {
  readonly theme: Theme;
  readonly locale: Locale;
  /** The screen it is painted on: what nobody could make out, or is far out of sight, may be left out. Absent in pictures, which have it all. */
  screen?(): Screen;
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

/** How a container shows itself and what lies in it. */
export interface Arrangement {
  /** The size it is shown at: what `Surroundings.frame` and the scene answer. */
  readonly size: Size;
  /** Offset of the top left of each child it places, from its own top left. A child that is not named stands where it is written. */
  readonly places: ReadonlyMap<ElementId, readonly [x: number, y: number]>;
  /** Children that are not shown: in a collapsed cluster, below the top of a deck. What lies in them is not shown either. */
  readonly hidden?: ReadonlySet<ElementId>;
  /** Nothing of what lies in it is shown, strokes drawn over it neither. */
  readonly isClosed?: true;
  /** In which order its children are read and listed; absent: as the eye goes over them. */
  readonly order?: readonly ElementId[];
}

/** What a container can say of an element that stands in it: tables, the outline and accessible names tell it. */
export interface Placing {
  /** The cell, ring and sector, or quadrant, in the names people gave: « Émotion · Étape 2 »; a day as `YYYY-MM-DD`. */
  readonly cell?: string;
  /** The same as people read it, where that is another text in each language: a day in words. */
  readonly cellIn?: Readonly<Record<Locale, string>>;
  /** What its place is worth on each axis, in the order of the axes. */
  readonly scores?: readonly Score[];
  /** It lies in the heap of what is still to be placed. */
  readonly isWaiting?: true;
  /** Numbers of the pins that stand for it, wherever it lies. */
  readonly pins?: readonly number[];
}

/** A numbered point of an element that may stand for another one, wherever that lies. */
export interface PinPoint {
  readonly id: string;
  readonly number: number;
  /** From the top left of the element that has the pin. */
  readonly at: Vec;
  readonly of?: ElementId;
}

/** Which pin stands for an element. */
export interface PinnedBy {
  /** The element that has the pin. */
  readonly on: ElementId;
  readonly pin: PinPoint;
}

export interface Score {
  /** The axis, in the name people gave it; may be empty. */
  readonly name: string;
  /** Exact; tables round it to two decimals. */
  readonly value: number;
  /** What stands for the number, where the axis has no numbers: the step's name, the day as `YYYY-MM-DD`. */
  readonly label?: string;
  /** How many decimals people read; absent: none. */
  readonly digits?: number;
}

/** Where something comes to stand in a container that arranges its content. */
export interface Insertion {
  /** The child it comes right before; `null`: after all. */
  readonly before: ElementId | null;
  /** In a grid: `rowId:colId`. */
  readonly cell?: string;
  /** What is written as its x and y, where the container gives these a meaning of its own (what a note of an emotion row says). */
  readonly at?: readonly [x: number, y: number];
}

export type Direction = 'left' | 'right' | 'up' | 'down';

/** A cell of an area that is a table: words of people or ours, or a number, which each reader writes in its own way. */
export type TableCell = string | number;

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
  /** Whether it bears the name of whoever makes it, where people are named: what people say, not what they say it on. */
  readonly isSigned?: true;
  /** Whether elements dropped on it become its content and move with it. */
  readonly isContainer: boolean;
  /** For containers that are a named group people made, not a place: tables have a column of its own for it. */
  readonly isCluster?: true;
  /** Whether its `paint` shows its tags and reactions within itself; below it otherwise. */
  readonly holdsStrip?: boolean;
  readonly defaultSize: Size;
  readonly minSize: Size;
  readonly maxSize: Size;
  readonly defaultProps: P;
  /** Names of the props: the gate refuses any other key. */
  readonly propKeys: readonly (keyof P & string)[];
  /**
   * Families of props, for what many people add to at once (the rows of a grid): a prop `<family>:<id>` is one member of it, a key of its own,
   * so that two who add one each both keep theirs. `parse` reads them like all props.
   */
  readonly families?: readonly string[];
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
   * For containers that arrange what lies in them: where each child is shown and how large the container is, from the written values alone.
   * Computed while reading, the same everywhere, never written; order is the children's `z`, the x and y of those it places are ignored.
   *
   * `element.size` is here the size as written (what people wish); everywhere else (`paint`, `bounds`, `hitTest`, `Scene.element`, all of
   * the client) it is the size that this answers. `children` come at the size they are shown at, in the order of `z`, without what is drawn
   * over them (`isLaidOut`); what they say (`text`, `marks`) must not matter. It never throws, and is quick: it runs again whenever a child
   * comes, goes, or changes. `before` is what it answered last: what has not changed since may be taken from it, and must come out the same.
   */
  arrange?(
    element: Element<P>,
    children: readonly Element[],
    sizeOf: (child: ElementId) => Size,
    before?: Arrangement,
  ): Arrangement;
  /**
   * With `arrange`: where something comes to stand that is put down at a point (relative to the top left; `null`: no point was chosen, as
   * from the outline). `children` are without what is being put down; `shown`: as `arrange` shows it now, with that. Absent: after all.
   */
  insertAt?(
    element: Element<P>,
    children: readonly Element[],
    sizeOf: (child: ElementId) => Size,
    point: Vec | null,
    shown: Arrangement,
  ): Insertion;
  /**
   * With `arrange`: where a child goes by one arrow key; `null` at the edge. `children` are with the child itself, which is never named as
   * `before`. Absent: one place on or back in the order.
   */
  step?(
    element: Element<P>,
    children: readonly Element[],
    sizeOf: (child: ElementId) => Size,
    child: ElementId,
    direction: Direction,
  ): Insertion | null;
  /** For containers: whether a group sorts in it without a word, so that nobody on the board is named (`BoardDoc.silence`). */
  isSilent?(element: Element<P>): boolean;
  /** Whether one dropped on another of the kind gives it what lies in it, and goes: two clusters become one. */
  readonly merges?: true;
  /**
   * For containers whose places mean something: what it says of an element that lies in it. `frame` is the part of the child by which
   * it counts (`standingOf`), relative to the container's own top left. `null`: nothing. Ask `placingOf` (`shared/elements/placing.ts`), which
   * finds both.
   */
  placing?(element: Element<P>, child: Element, frame: Box): Placing | null;
  /**
   * Where the top left of a child goes, relative to the container, when the container takes another size, so that what its place means stays:
   * its score, its sector. `frame` as in `placing`. Absent: the child stays where it is on the page.
   */
  carry?(element: Element<P>, size: Size, frame: Box): readonly [x: number, y: number];
  /**
   * Where the middle of `frame` (as in `placing`) may lie without what its place means becoming something else, as near as people read it:
   * its quadrant, its steps. Relative to the top left; `null`: its place means nothing.
   */
  roomOf?(element: Element<P>, frame: Box): Box | null;
  /** Where the middle of a child comes that is placed by keyboard, relative to the top left: the arrows take it on from there. */
  firstPlace?(element: Element<P>): readonly [x: number, y: number];
  /** How far one press of an arrow key moves a child across and down, in board units: a hundredth of an axis. Absent: as anywhere. */
  stepOf?(element: Element<P>): readonly [x: number, y: number];
  /**
   * For containers that are a table themselves: its rows, the names of the columns first. A CSV of this area alone is this table.
   * `children`: what lies in it, in order of `z`; `textsIn`: all that is said in one of them, at any depth, its own text not among it.
   */
  table?(
    element: Element<P>,
    children: readonly Element[],
    locale: Locale,
    textsIn: (child: ElementId) => readonly string[],
  ): readonly (readonly TableCell[])[];
  /** For containers that remember what was taken out of them: the props to write when these children leave, in the same edit. */
  left?(element: Element<P>, children: readonly Element[]): Props;
  /** The props by which it forgets these, for they were taken out of another such container since; `null` where it remembers none of them. */
  forgets?(element: Element<P>, taken: readonly ElementId[]): Props | null;
  /** Its numbered points, where it has some (a map). */
  pins?(element: Element<P>): readonly PinPoint[];
  /**
   * For kinds that lean on others (`dependsOn`): the props to write when those of them that `isGone` names go away (deleted, or left
   * behind by a copy), so that it stays as it is shown now; `null` where nothing changes.
   */
  release?(element: Element<P>, isGone: (id: ElementId) => boolean, around: Surroundings): P | null;
  /** The props of a copy that leans on the copies of what the original leans on: `idOf` gives an id's copy, `undefined` where there is none. */
  retarget?(props: P, idOf: (id: ElementId) => ElementId | undefined): P;
}
