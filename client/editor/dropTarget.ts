/**
 * Which area takes in what is put down. What people hold follows the pointer; what comes along with it, and what is placed without a
 * pointer, goes by its own middle; an area goes into another only when it lies in it wholly.
 */

import type { BoardDoc } from '../../shared/board/BoardDoc.ts';
import { areaAt } from '../../shared/board/operations.ts';
import type { ElementId } from '../../shared/elements/ElementKind.ts';
import { findKind, kindOf } from '../../shared/elements/registry.ts';
import { type Box, center, encloses, intersects, translate } from '../../shared/geometry/box.ts';
import type { PagePoint, Vec } from '../../shared/geometry/vec.ts';
import type { BoardIndex } from './BoardIndex.ts';

/** The innermost area at a point, leaving out some elements and what lies in them. */
export const areaUnder = (
  board: BoardDoc,
  index: BoardIndex,
  point: PagePoint,
  except: ReadonlySet<ElementId>,
): ElementId | null => areaAt(board, point, index.ids({ x: point.x, y: point.y, w: 0, h: 0 }), except);

/** The parent an element gets when it is put down `by` away; `pointer` is where the hand let go, if there was one. */
export function dropTarget(
  board: BoardDoc,
  index: BoardIndex,
  id: ElementId,
  { by, pointer, except }: { by: Vec; pointer: PagePoint | null; except: ReadonlySet<ElementId> },
): ElementId | null {
  const element = board.get(id);
  const frame = board.frame(id);
  if (!element || !frame) return null;
  const box = translate(frame, by);
  if (pointer && !kindOf(element).isContainer) {
    const held = areaUnder(board, index, pointer, except);
    const area = held === null ? null : board.frame(held);
    if (area && intersects(area, box)) return held;
  }
  return areaForBox(board, index, element.kind, box, except);
}

const NOBODY: ReadonlySet<ElementId> = new Set();

/** The parent for an element of a kind that stands in a page box, by its middle alone. */
export function areaForBox(
  board: BoardDoc,
  index: BoardIndex,
  kind: string,
  box: Box,
  except: ReadonlySet<ElementId> = NOBODY,
): ElementId | null {
  if (findKind(kind)?.isContainer) return enclosingArea(board, index, box, except);
  return areaUnder(board, index, center(box), except);
}

function enclosingArea(board: BoardDoc, index: BoardIndex, box: Box, except: ReadonlySet<ElementId>): ElementId | null {
  const holders = index.ids(box).filter((id) => {
    const area = board.frame(id);
    return area !== null && encloses(area, box);
  });
  return areaAt(board, center(box), holders, except);
}
