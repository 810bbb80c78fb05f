/** The order in which people read a wall: area by area, line by line. For Tab, copies and the paste of lines. */
import type { ElementId } from '../../shared/elements/ElementKind.ts';
import { sortLines } from '../../shared/geometry/sortLines.ts';
import type { BoardIndex, Indexed } from './BoardIndex.ts';

/** All ids, an area before its content. */
export function readingOrder(index: BoardIndex, ids: Iterable<ElementId>): ElementId[] {
  const byParent = new Map<ElementId | null, Indexed[]>();
  const wanted = new Set(ids);
  for (const id of wanted) {
    const item = index.get(id);
    if (!item) continue;
    const parent = item.parent !== null && wanted.has(item.parent) ? item.parent : null;
    const siblings = byParent.get(parent);
    if (siblings) siblings.push(item);
    else byParent.set(parent, [item]);
  }
  const walk = (parent: ElementId | null): ElementId[] =>
    sortLines(
      (byParent.get(parent) ?? []).map((item) => ({
        id: item.id,
        x: item.origin.x,
        y: item.origin.y,
        h: item.element.size[1],
      })),
    ).flatMap(({ id }) => [id, ...walk(id)]);
  return walk(null);
}
