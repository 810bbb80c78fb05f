/** What the tools that draw need beside the ports every tool has. */
import type { DraftEnd } from '../../shared/elements/connector/connect.ts';
import type { ElementId, Props, Surroundings } from '../../shared/elements/ElementKind.ts';
import type { PagePoint } from '../../shared/geometry/vec.ts';
import type { PointerInput } from './Tool.ts';

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
  /** What an eraser takes away on its way from one point to another: strokes one may delete. */
  erasable(from: PagePoint, to: PagePoint, reach: number): ElementId[];
  erase(ids: Iterable<ElementId>): void;
  /** Other props for an element that stands there. */
  change(id: ElementId, label: string, props: Props): void;
}
