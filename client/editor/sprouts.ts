/** The dots beside a selected element from which a hand draws a line to another: where they stand, for whoever paints them and whoever looks for them. */
import type { BoardDoc } from '../../shared/board/BoardDoc.ts';
import { isAttachable } from '../../shared/elements/connector/ends.ts';
import type { ElementId } from '../../shared/elements/ElementKind.ts';
import { kindOf } from '../../shared/elements/registry.ts';
import type { Vec } from '../../shared/geometry/vec.ts';
import { angleOf } from './shapes.ts';
import { hasProp } from './takesProps.ts';

export interface Sprout {
  readonly id: ElementId;
  readonly at: Vec;
  /** The side it stands by, as a spot of the element's frame. */
  readonly fx: number;
  readonly fy: number;
}

/** How far from the element they stand, and from which size on they are there, in CSS pixels. */
const APART_PX = 12;
const FROM_PX = 72;
const NONE: readonly Sprout[] = [];
const SIDES = [
  [0.5, 0],
  [1, 0.5],
  [0, 0.5],
] as const;
const BELOW = [0.5, 1] as const;

/** The dots of the one selected element; none beside several, an area, a line, or what is turned. */
export function sproutsOf(
  board: Pick<BoardDoc, 'get' | 'frame'>,
  selection: ReadonlySet<ElementId>,
  zoom: number,
): readonly Sprout[] {
  const [id] = selection.size === 1 ? selection : [];
  const element = id === undefined ? undefined : board.get(id);
  const frame = id === undefined ? null : board.frame(id);
  if (id === undefined || !element || !frame || element.lock || element.problem !== undefined) return NONE;
  if (!isAttachable(element) || kindOf(element).isContainer || angleOf(element) !== 0) return NONE;
  if (Math.min(frame.w, frame.h) * zoom < FROM_PX) return NONE;
  const apart = APART_PX / zoom;
  // Below what can be turned stands the handle that turns it.
  return [...SIDES, ...(hasProp(element.kind, 'angle') ? [] : [BELOW])].map(([fx, fy]) => ({
    ...{ id, fx, fy },
    at: { x: frame.x + fx * frame.w + (2 * fx - 1) * apart, y: frame.y + fy * frame.h + (2 * fy - 1) * apart },
  }));
}
