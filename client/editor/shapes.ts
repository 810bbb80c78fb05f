/** The frames of elements and their angles, by props alone: whatever has an `angle` is shown turned about its middle. Pure. */
import type { BoardDoc } from '../../shared/board/BoardDoc.ts';
import type { Element, ElementId } from '../../shared/elements/ElementKind.ts';
import { kindOf } from '../../shared/elements/registry.ts';
import type { Box } from '../../shared/geometry/box.ts';
import { rotatedBox } from '../../shared/geometry/rotation.ts';

/** A frame as it would be before the turn, and the angle where that changes too. */
export interface Shape {
  readonly frame: Box;
  /** Whole degrees, clockwise. */
  readonly angle?: number;
}

/** Other frames for some elements. */
export type Reshape = ReadonlyMap<ElementId, Shape>;

/** How far an element is turned, in degrees. */
export const angleOf = ({ props }: Pick<Element, 'props'>): number =>
  typeof props.angle === 'number' ? props.angle : 0;

/** The rectangle an element is known by: its own frame; of what leans on others, all it covers, for its own place may be out of date. */
export const shownFrame = (board: Pick<BoardDoc, 'frame' | 'bounds'>, element: Element): Box | null =>
  kindOf(element).dependsOn(element).length > 0 ? board.bounds(element.id) : board.frame(element.id);

/** The upright box in which an element shows itself, for an element whose own frame is `frame`. */
export const shownBox = (frame: Box, element: Element): Box => rotatedBox(frame, angleOf(element));
