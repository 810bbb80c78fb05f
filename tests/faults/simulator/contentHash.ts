/** The board as one string, equal exactly where the boards are: elements and their keys in order, whatever order they were written in. */
import type * as Y from 'yjs';
import type { BoardDoc } from '../../../shared/board/BoardDoc.ts';

const sorted = (value: unknown): unknown =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(
        Object.entries(value)
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([key, inner]) => [key, sorted(inner)]),
      )
    : value;

export const contentHash = (doc: Y.Doc): string => JSON.stringify(sorted(doc.getMap('elements').toJSON()));

/** All that people see of a board beyond what is written: who stands in what and where, how large areas are, what is hidden, in which order. */
export function shownHash(board: BoardDoc): string {
  const ids = [...board.ids()].sort();
  const shown = ids.map((id) => [
    ...[
      id,
      board.frame(id),
      board.get(id)?.size,
      board.isHidden(id),
      board.tree.parent(id),
      board.tree.orphans.has(id),
    ],
    board.tree.children(id),
  ]);
  return JSON.stringify([board.tree.children(null), shown]);
}
