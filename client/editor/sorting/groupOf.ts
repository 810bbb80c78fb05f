/** By what notes are told apart to be put into clusters at once: asked at each change of what is selected. The groups are made in `groupBy.ts`. */
import type { BoardDoc } from '../../../shared/board/BoardDoc.ts';
import { isPlacedByArea } from '../../../shared/board/insertion.ts';
import type { Element, ElementId } from '../../../shared/elements/ElementKind.ts';
import { placingOf } from '../../../shared/elements/placing.ts';
import { firstTag } from '../tidyBy.ts';

export const GROUP_BY = ['color', 'tag', 'author', 'cell'] as const;
export type GroupBy = (typeof GROUP_BY)[number];

/** How many groups it would make: one is no sorting. */
export const countBy = (board: BoardDoc, ids: readonly ElementId[], by: GroupBy): number =>
  new Set(
    ids.flatMap((id) => {
      const element = board.get(id);
      const value = element ? groupOf(board, element, by) : null;
      return value === null ? [] : [value];
    }),
  ).size;

/** What tells it from those of other groups; `null`: nothing. Never what a cell is called: two may have one name. */
export function groupOf(board: BoardDoc, element: Element, by: GroupBy): string | null {
  switch (by) {
    case 'color':
      return typeof element.props.color === 'string' ? element.props.color : null;
    case 'tag':
      return firstTag(element);
    case 'author':
      return element.by ?? null;
    case 'cell': {
      const area = board.tree.parent(element.id);
      const cell = placingOf(board, element.id, area)?.cell;
      // A matrix and a radar have names for their parts only.
      const part = isPlacedByArea(board, element.id) ? element.place[3] : cell;
      return cell === undefined ? null : `${area} ${part}`;
    }
  }
}
