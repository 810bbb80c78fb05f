/** Which lines of the outline say something else because something they do not show themselves has changed. */
import type { BoardDoc } from '../../shared/board/BoardDoc.ts';
import type { ElementId } from '../../shared/elements/ElementKind.ts';
import type { BoardIndex } from '../editor/BoardIndex.ts';

/**
 * What leans on any of these; and what lies in a changed area that says what a place is worth (its axes, its rings, its size), or that lies in
 * such an area itself.
 */
export function* retold(
  { board, index }: { readonly board: BoardDoc; readonly index: BoardIndex },
  changed: ReadonlySet<ElementId>,
  deleted: ReadonlySet<ElementId>,
): Generator<ElementId> {
  yield* index.dependents([...changed, ...deleted]);
  for (const id of changed) {
    const item = index.get(id);
    if (item?.kind.isContainer && (item.parent !== null || item.kind.placing)) yield* board.tree.descendants(id);
  }
}
