/** Going about a mind map by the arrows: outwards to what hangs on a note, inwards to what it hangs on, up and down among its like. Pure. */
import type { BoardDoc } from '../../../shared/board/BoardDoc.ts';
import type { ElementId } from '../../../shared/elements/ElementKind.ts';
import type { Vec } from '../../../shared/geometry/vec.ts';
import { isLeft } from './sides.ts';

/** Whether a note lies on the left of its map; the heart itself on neither side. */
function sideOf(board: BoardDoc, id: ElementId): 'left' | 'right' | null {
  const { map } = board.folds;
  const main = map.mainBranch(id);
  const box = main === null ? null : board.frame(main);
  const heart = board.frame(map.root(id));
  return box && heart ? (isLeft(box, heart) ? 'left' : 'right') : null;
}

/** A note and its siblings on its side, from top to bottom. */
export function siblingsOf(board: BoardDoc, id: ElementId): ElementId[] {
  const { map } = board.folds;
  const parent = map.parent(id);
  if (parent === null) return [id];
  const side = sideOf(board, id);
  return map.children(parent).filter((one) => sideOf(board, one) === side);
}

const middleOf = (board: BoardDoc, id: ElementId): number => {
  const box = board.frame(id);
  return box ? box.y + box.h / 2 : 0;
};

/** The note one comes to from another in a direction; `null` where the map ends there. */
export function neighbourOf(board: BoardDoc, id: ElementId, { x, y }: Vec): ElementId | null {
  const { folds } = board;
  const { map } = folds;
  const side = sideOf(board, id);
  if (y !== 0) {
    const depth = map.depth(id);
    const root = map.root(id);
    const level = map
      .below(root)
      .filter((one) => map.depth(one) === depth && sideOf(board, one) === side && !folds.isHidden(one))
      .sort((a, b) => middleOf(board, a) - middleOf(board, b) || (a < b ? -1 : 1));
    return level[level.indexOf(id) + y] ?? null;
  }
  const wanted = x < 0 ? 'left' : 'right';
  if (side !== null && side !== wanted) return map.parent(id);
  const children = map
    .children(id)
    .filter((one) => !folds.isHidden(one) && (side !== null || sideOf(board, one) === wanted));
  // The one that lies nearest, as the eye goes.
  const middle = middleOf(board, id);
  return children.reduce<ElementId | null>((nearest, one) => {
    if (nearest === null) return one;
    return Math.abs(middleOf(board, one) - middle) < Math.abs(middleOf(board, nearest) - middle) ? one : nearest;
  }, null);
}
