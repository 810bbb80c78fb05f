/** What the tools that draw need beside the ports every tool has. */
import type { DraftEnd } from '../../shared/elements/connector/connect.ts';
import type { ElementId, Props, Surroundings } from '../../shared/elements/ElementKind.ts';
import type { Guide } from '../../shared/geometry/snap.ts';
import type { PagePoint } from '../../shared/geometry/vec.ts';
import type { PointerInput } from './Tool.ts';

/** A part of an element, beside the element itself, that a hand has under it. */
export interface PartHold {
  readonly cursor: string;
  /** Lines on the page that say what letting go here would do. */
  pull(to: PagePoint): readonly Guide[];
  drop(to: PagePoint): void;
  click(): void;
  /** Writes its name; `null` where it has none. */
  readonly name: (() => void) | null;
}

export interface DrawingPorts {
  /** Screen pixels a board unit. */
  zoom(): number;
  /** What stands on the wall, as it is shown. */
  readonly around: Surroundings;
  /** The topmost element a connector may end at. */
  joint(input: PointerInput): ElementId | null;
  /** Of the one selected element: the end of its line that lies under a hand. */
  lineEnd(input: PointerInput): { readonly id: ElementId; readonly which: 'from' | 'to' } | null;
  /** The dot beside the one selected element under a hand: where a line to another begins. */
  sprout(input: PointerInput): DraftEnd | null;
  /** The pin of a map under a hand. */
  pin(input: PointerInput): { readonly on: ElementId; readonly id: string } | null;
  /** The part of an element under a hand: the border of a column, a name, a point of a curve. */
  part(input: PointerInput): PartHold | null;
  /** What an eraser takes away on its way from one point to another: strokes one may delete. */
  erasable(from: PagePoint, to: PagePoint, reach: number): ElementId[];
  erase(ids: Iterable<ElementId>): void;
  /** Takes a pin in hand; `to`: and puts it there; `open`: writes in its note. */
  takePin(
    pin: { readonly on: ElementId; readonly id: string },
    does?: { readonly to?: PagePoint; readonly open?: true },
  ): void;
  /** Other props for an element that stands there. */
  change(id: ElementId, label: string, props: Props): void;
}
