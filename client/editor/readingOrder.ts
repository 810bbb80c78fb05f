/** The order in which people read a wall: area by area, line by line. For Tab, copies and the paste of lines. */
import type { ElementId } from '../../shared/elements/ElementKind.ts';
import type { BoardIndex, Indexed } from './BoardIndex.ts';

/** Elements whose tops differ by less than half of the smaller height stand on one line. */
export function sortLines<T extends { readonly x: number; readonly y: number; readonly h: number }>(
  items: readonly T[],
): T[] {
  const byTop = [...items].sort((a, b) => a.y - b.y || a.x - b.x);
  const lines: { top: number; h: number; items: T[] }[] = [];
  for (const item of byTop) {
    const line = lines.at(-1);
    if (line && item.y - line.top < Math.min(line.h, item.h) / 2) line.items.push(item);
    else lines.push({ top: item.y, h: item.h, items: [item] });
  }
  return lines.flatMap((line) => line.items.sort((a, b) => a.x - b.x || a.y - b.y));
}

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
