/**
 * The view half of a kind: how it is taken hold of, kept as a bitmap, resized and typed in. What it looks like is `paint`, in
 * `shared/elements`; a view draws nothing.
 */
import type { Element, Props, Surroundings } from '../../shared/elements/ElementKind.ts';
import type { Box } from '../../shared/geometry/box.ts';
import type { Vec } from '../../shared/geometry/vec.ts';
import type { TextSplice } from '../../shared/lib/splice.ts';
import type { Weight } from '../../shared/text/font.ts';
import type { Theme } from '../../shared/theme/tokens.ts';
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
  | { readonly type: 'toggle'; readonly prop: string; readonly label: MessageId; readonly icon: string }
  | {
      readonly type: 'range';
      readonly prop: string;
      readonly label: MessageId;
      readonly min: number;
      readonly max: number;
      readonly step: number;
    };

/** What a plain click inside an element does, beside selecting it. */
export type Activation =
  | { readonly type: 'link'; readonly href: string }
  | { readonly type: 'splice'; readonly splice: TextSplice };

/** A line of the outline in words of the interface, where an element's own text says too little. */
export interface Reading {
  readonly id: MessageId;
  readonly values: Readonly<Record<string, string>>;
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
  /** Whether some of its text has no room on it: the page then offers to show the whole of it. */
  isCropped?(element: Element<P>): boolean;
  /** Whether it is offered square or wide, at the height it has. */
  readonly hasFormats?: boolean;
  /** What stands in its line of the outline where it has no text; its text then stands for what it shows, and is written apart. */
  readonly untitled?: MessageId;
  /** What people choose about its look, in the order of the bar; absent: nothing. */
  readonly controls?: readonly Control[];
  /** What a click at this point (relative to the top left) does when the element is selected already: open a link, tick a box. */
  activate?(element: Element<P>, point: Vec): Activation | null;
  /** What its line in the outline reads in place of its text: of a line between two elements, from where to where it goes. */
  reads?(element: Element<P>, around: Surroundings): Reading | null;
  /** Where and how its text is typed; `null` where it has none. */
  field(element: Element<P>, theme: Theme, around: Surroundings): FieldStyle | null;
}
