/**
 * Where things go when they are put somewhere by name instead of by hand: a free place in an area, or the place before or after a
 * neighbour in reading order. Pure; knows boxes only.
 */
import { type Box, intersects } from '../../shared/geometry/box.ts';
import { sortLines } from '../../shared/geometry/sortLines.ts';
import type { Vec } from '../../shared/geometry/vec.ts';

const MARGIN = 20;
const GAP = 16;
/** No more places are tried than a person would: beyond, things lie over one another. */
const MOST_TRIES = 1_500;

/**
 * A place for each box in an area, line by line from its top left, none over what lies there already nor over one another. Where no room
 * is left, the place that hides least. `taken` is not changed.
 */
export function freeSpots(
  area: Box,
  sizes: readonly { readonly w: number; readonly h: number }[],
  taken: readonly Box[],
): Vec[] {
  const boxes = [...taken];
  return sizes.map((size) => {
    const spot = spotFor(area, size, boxes);
    boxes.push({ ...spot, w: size.w, h: size.h });
    return spot;
  });
}

function spotFor(area: Box, { w, h }: { readonly w: number; readonly h: number }, taken: readonly Box[]): Vec {
  const corner = { x: area.x + MARGIN, y: area.y + MARGIN };
  let best: Vec = corner;
  let leastHidden = Number.POSITIVE_INFINITY;
  // Whole steps first, so that notes stand in lines; then finer ones, for what people have scattered.
  for (const [stepX, stepY] of [
    [w + GAP, h + GAP],
    [Math.max(10, w / 4), Math.max(10, h / 4)],
  ] as const) {
    const columns = Math.max(1, Math.floor((area.w - 2 * MARGIN - w) / stepX) + 1);
    const rows = Math.max(1, Math.floor((area.h - 2 * MARGIN - h) / stepY) + 1);
    for (let n = 0; n < Math.min(MOST_TRIES, columns * rows); n++) {
      const x = Math.round(corner.x + (n % columns) * stepX);
      const y = Math.round(corner.y + Math.floor(n / columns) * stepY);
      const hidden = hiddenBy({ x, y, w, h }, taken, leastHidden);
      if (hidden === 0) return { x, y };
      if (hidden < leastHidden) {
        leastHidden = hidden;
        best = { x, y };
      }
    }
  }
  return best;
}

/** How much of other boxes a box would hide, a hair of distance included; stops counting beyond `enough`. */
function hiddenBy(box: Box, taken: readonly Box[], enough: number): number {
  const reach = { x: box.x - GAP / 2, y: box.y - GAP / 2, w: box.w + GAP, h: box.h + GAP };
  let hidden = 0;
  for (const other of taken) {
    if (!intersects(reach, other)) continue;
    const w = Math.min(reach.x + reach.w, other.x + other.w) - Math.max(reach.x, other.x);
    const h = Math.min(reach.y + reach.h, other.y + other.h) - Math.max(reach.y, other.y);
    hidden += Math.max(0, w) * Math.max(0, h);
    if (hidden >= enough) return hidden;
  }
  return hidden;
}

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
