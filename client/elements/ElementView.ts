/**
 * The view half of a kind: how it is taken hold of, kept as a bitmap, resized and typed in. What it looks like is `paint`, in
 * `shared/elements`; a view draws nothing.
 */
import type { Locale } from '../../shared/control/Control.ts';
import type { Element, ElementId, Props, Scene, Surroundings } from '../../shared/elements/ElementKind.ts';
import type { LaneRef } from '../../shared/elements/grid/props.ts';
import type { PaintContext } from '../../shared/elements/PaintContext.ts';
import type { Box } from '../../shared/geometry/box.ts';
import type { Guide } from '../../shared/geometry/snap.ts';
import type { Vec } from '../../shared/geometry/vec.ts';
import type { TextSplice } from '../../shared/lib/splice.ts';
import type { Weight } from '../../shared/text/font.ts';
import type { Theme } from '../../shared/theme/tokens.ts';
import type { CommandId } from '../editor/commands/Command.ts';
import type { EditorMessageId } from '../i18n/fr/editor.ts';
import type { MessageId } from '../i18n/Messages.tsx';

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
  /** The colour of a glow around the letters, where they stand on a line. */
  readonly halo?: string;
}

/** One thing people choose about how an element looks: the selection bar offers it, a tool's flyout offers it for the next one. */
export type Control =
  /** One of the eight note colours. */
  | { readonly type: 'color'; readonly prop: string }
  | {
      readonly type: 'choice';
      readonly prop: string;
      readonly label: MessageId;
      readonly options: readonly {
        /** `undefined`: the prop is taken away. */
        readonly value: string | number | undefined;
        readonly label: MessageId;
        /** Name of a lucide icon, in kebab case. */
        readonly icon?: string;
        /** A CSS colour, for a swatch in place of an icon. */
        readonly swatch?: string;
      }[];
    }
  | { readonly type: 'toggle'; readonly prop: string; readonly label: MessageId; readonly icon: string };

/** What a plain click inside an element does, beside selecting it. */
export type Activation =
  | { readonly type: 'link'; readonly href: string }
  | { readonly type: 'splice'; readonly splice: TextSplice }
  | { readonly type: 'props'; readonly props: Props }
  /** Draws a card from it. */
  | { readonly type: 'draw' };

/** A line of the outline in words of the interface, where an element's own text says too little. */
export interface Reading {
  readonly id: MessageId;
  readonly values: Readonly<Record<string, string>>;
}

/** What letting go of a part writes, and the lines (relative to the top left) that say so meanwhile. */
export interface Pull {
  readonly lines: readonly Guide[];
  /** Of a row or a column, only what is pulled: the rest of it may have been changed by others meanwhile. */
  readonly changes?: { readonly lane: LaneRef; readonly values: Readonly<Record<string, number>> };
  /** A child comes to another height in the cell it has. */
  readonly lifts?: { readonly id: ElementId; readonly y: number };
  /** A row or a column comes before another (`null`: last). */
  readonly moves?: { readonly lane: LaneRef; readonly before: string | null };
}

/** Something within an element that a hand takes hold of by itself: the border of a column, its name, a point of a curve. */
export interface Part<P extends Props = Props> {
  readonly cursor: string;
  /** The row or column whose name this is: only taken of what is selected; a double click renames it. */
  readonly lane: LaneRef | null;
  /** Whether it is only there while the element is selected. */
  readonly isOfSelected: boolean;
  /** Asked of the element as it is now: it may have changed since the hand took hold. `null`: what was held has gone. */
  pull(to: Vec, element: Element<P>, around: PartsAround): Pull | null;
}

/** What parts are looked for among. */
export interface PartsAround extends Surroundings {
  children(id: ElementId): readonly ElementId[];
}

/** How far from an element's top left the window keeps its names; `null`: they are in sight anyway. `inset`: covered at the window's left edge. */
export interface StuckAt {
  readonly x: number | null;
  readonly y: number | null;
  readonly inset: number;
  /** What of the element the window shows, from its top left. */
  readonly seen: Box;
}

/** Names that the window keeps in sight while one moves through something larger than it. */
export interface Stuck<P extends Props> {
  /** How much of the left and of the top they take, in board units. */
  readonly side: number;
  readonly header: number;
  /** Paints them `at` so far from the top left; `null`: in sight anyway. */
  paint(ctx: PaintContext, element: Element<P>, scene: Scene, at: StuckAt): void;
}

/** Words within an element by which people find their way: the name of an axis, of a sector. */
export interface Legend {
  readonly text: string;
  /** The size its own `paint` gives them. */
  readonly size: number;
  readonly weight: Weight;
  /** Where they stand, relative to the top left: the middle of their height; their left edge, middle or right edge, by `align`. */
  readonly at: Vec;
  readonly align: 'left' | 'center' | 'right';
  /** Room along the line, in board units. */
  readonly width: number;
  /** Reads from below upwards. */
  readonly isUpright?: boolean;
  /** May stand out over the wall where its room is too small. */
  readonly mayReachOut?: boolean;
}

export interface ElementView<P extends Props = Props> {
  /** What people call it. */
  readonly label: EditorMessageId;
  /** Some of them, in words: « une note », « 3 notes ». Takes `count`. */
  readonly counted: EditorMessageId;
  /** Name of a lucide icon. */
  readonly icon: string;
  /**
   * `bitmap`: painted once into a bitmap for each scale; `vector`: painted each time (large and simple things); `line`: a bitmap while it is
   * short on the screen, painted each time when it is long and covers little of its box.
   */
  readonly raster: 'bitmap' | 'vector' | 'line';
  /** `aspect`: by its corners, in its proportions. */
  readonly resize: 'free' | 'aspect' | 'width' | 'none';
  /** Whether an eraser rubs it out. */
  readonly isErasable?: boolean;
  /** Whether an element left without text is taken away when typing ends: always, or when it was made to be typed in just now. */
  readonly discardEmpty: 'always' | 'fresh' | 'never';
  /** Whether Enter begins a line; otherwise it ends typing. */
  readonly isMultiline: boolean;
  /** Whether a hand at this point (relative to the top left) takes hold of it; `reach` is the width of a grip in board units. */
  grabs(element: Element<P>, point: Vec, reach: number, around: Surroundings): boolean;
  /**
   * The line above it by which people find their way, with the size its own `paint` gives it: from afar, the canvas writes it larger, so
   * that it stays legible. Absent where the text is not such a line.
   */
  caption?(element: Element<P>): { readonly text: string; readonly size: number; readonly weight: Weight } | null;
  /** As `caption`, for words within it; `plain`: the props it is then painted with, the same object each time. */
  legends?(element: Element<P>): { readonly words: readonly Legend[]; readonly plain: P };
  /** Whether some of its text has no room on it: the page then offers to show the whole of it. */
  isCropped?(element: Element<P>): boolean;
  /** Whether it is offered square or wide, at the height it has. */
  readonly hasFormats?: boolean;
  /** What stands in its line of the outline where it has no text; its text then stands for what it shows, and is written apart. */
  readonly untitled?: MessageId;
  /** What a new one says before anybody has chosen, in words of the interface's language: the names of its axes, its rings. */
  begins?(locale: Locale): Props;
  /** Whether nothing is to be written in it now: a cluster while its group sorts without a word. */
  isMute?(element: Element<P>): boolean;
  /** Of an area: whether a point (relative to the top left) is on its title, where a double click writes; absent: above it. */
  isTitle?(element: Element<P>, point: Vec): boolean;
  /** What one does most with it: offered in its bar while each can be run. */
  readonly commands?: readonly CommandId[];
  /** The panel in which people see and set more of it, and of what lies in it. */
  readonly panel?: 'matrix' | 'radar';
  /** Whether a double click at this point (relative to the top left) opens that panel: on words that are changed there. */
  isSetAt?(element: Element<P>, point: Vec, locale: Locale): boolean;
  /**
   * Of an area whose places mean something: lines that show what a place is worth while something is dragged over it, from a point (relative
   * to the top left) to the axes. With it, what `placing` says is shown beside what is dragged.
   */
  aims?(element: Element<P>, at: Vec): readonly (readonly [from: Vec, to: Vec])[];
  /** What people choose about its look, in the order of the bar; absent: nothing. */
  readonly controls?: readonly Control[];
  /** What a click at this point (relative to the top left) does when the element is selected already: open a link, tick a box. */
  activate?(element: Element<P>, point: Vec): Activation | null;
  /** What its line in the outline reads in place of its text: of a line between two elements, from where to where it goes. */
  reads?(element: Element<P>, around: Surroundings): Reading | null;
  /** What of it a hand takes hold of at a point (relative to the top left), beside itself. */
  partAt?(element: Element<P>, point: Vec, reach: number, around: PartsAround): Part<P> | null;
  readonly stuck?: Stuck<P>;
  /** Board units from its edges within which it hides all that lies below it; absent where something shines through. */
  readonly solid?: number;
  /** Where and how its text is typed; `null` where it has none. */
  field(element: Element<P>, theme: Theme, around: Surroundings): FieldStyle | null;
}
