/** How two neighbours change places where everybody puts things as they like: one step in the order of the eye. Pure; knows boxes only. */
import type { Box } from '../../shared/geometry/box.ts';
import { sortLines } from '../../shared/geometry/sortLines.ts';
import type { Vec } from '../../shared/geometry/vec.ts';

export interface Placed extends Box {
  readonly id: string;
}

/** Where two neighbours stand after they have changed places. */
export interface Exchange {
  readonly moved: { readonly id: string; readonly to: Vec };
  readonly neighbour: { readonly id: string; readonly to: Vec };
  /** Place of the moved one in the new order, from 0. */
  readonly index: number;
}

/**
 * One step forward or back in reading order: the element and its neighbour change places, so that eyes and ears keep one order. On one
 * line or in one column the two keep the span they covered together, whatever their sizes. `null` at either end.
 */
export function exchange(siblings: readonly Placed[], id: string, direction: 1 | -1): Exchange | null {
  const order = sortLines(siblings);
  const at = order.findIndex((item) => item.id === id);
  const item = order[at];
  const neighbour = order[at + direction];
  if (!item || !neighbour) return null;
  const [first, second] = direction === 1 ? [item, neighbour] : [neighbour, item];
  const [firstTo, secondTo] = swapped(first, second);
  const [to, neighbourTo] = direction === 1 ? [firstTo, secondTo] : [secondTo, firstTo];
  const index = indexAfter(
    siblings,
    id,
    new Map<string, Vec>([
      [id, to],
      [neighbour.id, neighbourTo],
    ]),
  );
  const done = direction === 1 ? index > at : index < at;
  if (done) return { moved: { id, to }, neighbour: { id: neighbour.id, to: neighbourTo }, index };
  // One over the other, or sizes so different that a swap tells nothing: right beside the neighbour, which stays.
  const beside = { x: neighbour.x + direction, y: neighbour.y };
  return {
    moved: { id, to: beside },
    neighbour: { id: neighbour.id, to: { x: neighbour.x, y: neighbour.y } },
    index: indexAfter(siblings, id, new Map([[id, beside]])),
  };
}

function swapped(first: Box, second: Box): readonly [first: Vec, second: Vec] {
  const isLine = Math.abs(first.y - second.y) < Math.min(first.h, second.h) / 2;
  const isColumn = Math.abs(first.x - second.x) < Math.min(first.w, second.w) / 2;
  if (isLine)
    return [
      { x: second.x + second.w - first.w, y: second.y },
      { x: first.x, y: first.y },
    ];
  if (isColumn)
    return [
      { x: second.x, y: second.y + second.h - first.h },
      { x: first.x, y: first.y },
    ];
  return [
    { x: second.x, y: second.y },
    { x: first.x, y: first.y },
  ];
}

const indexAfter = (siblings: readonly Placed[], id: string, to: ReadonlyMap<string, Vec>): number =>
  sortLines(siblings.map((sibling) => ({ ...sibling, ...to.get(sibling.id) }))).findIndex((item) => item.id === id);
