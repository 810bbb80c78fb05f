/**
 * Things that cover each other, moved apart as little as may be: one after the other takes the nearest free place, beside those that lie
 * already. Each keeps its middle in a room of its own; what covers nothing, and what finds no place, stays where it is. Pure.
 */
import { type Box, center, contains, expand, intersects } from './box.ts';
import type { Vec } from './vec.ts';

export interface Spreadable {
  readonly box: Box;
  /** Where its middle may lie; without any extent: it stays, and the others make room for it. */
  readonly room: Box;
}

/** Free places are looked for beside so many of those that lie nearest. */
const NEAREST = 16;
/** What rounding leaves is no cover. */
const EASE = 1e-6;

/** Where the middles of things come to lie, in their order; `gap` is kept free between two. */
export function spread(things: readonly Spreadable[], gap = 8): readonly Vec[] {
  const middles = things.map(({ box }) => center(box));
  const isFixed = ({ room }: Spreadable): boolean => room.w === 0 && room.h === 0;
  const covers = (a: Spreadable): boolean => things.some((b) => b !== a && intersects(expand(a.box, -EASE), b.box));
  const order = [...things.keys()];
  const staying = order.filter((n) => isFixed(things[n] as Spreadable) || !covers(things[n] as Spreadable));
  const lying = staying.map((n) => (things[n] as Spreadable).box);
  const stays = new Set(staying);
  for (const n of order) {
    if (stays.has(n)) continue;
    const thing = things[n] as Spreadable;
    const middle = nearestFree(thing, lying, gap);
    if (middle) middles[n] = middle;
    lying.push(boxAt(thing.box, middles[n] as Vec));
  }
  return middles;
}

const boxAt = ({ w, h }: Box, { x, y }: Vec): Box => ({ x: x - w / 2, y: y - h / 2, w, h });

const reach = (a: Vec, b: Vec): number => Math.hypot(a.x - b.x, a.y - b.y);

/** The free middle nearest to where a thing lies: there, or flush with some of those around it; `null` where its room is full. */
function nearestFree({ box, room }: Spreadable, lying: readonly Box[], gap: number): Vec | null {
  const from = center(box);
  const around = lying
    .map((one) => ({ one, away: reach(center(one), from) }))
    .sort((a, b) => a.away - b.away)
    .slice(0, NEAREST)
    .map(({ one }) => one);
  const xs = [from.x, ...around.flatMap(({ x, w }) => [x - gap - box.w / 2, x + w + gap + box.w / 2])];
  const ys = [from.y, ...around.flatMap(({ y, h }) => [y - gap - box.h / 2, y + h + gap + box.h / 2])];
  const spots = xs
    .flatMap((x) => ys.map((y) => ({ x, y })))
    .filter((spot) => contains(expand(room, EASE), spot))
    .sort((a, b) => reach(a, from) - reach(b, from));
  return spots.find((spot) => !lying.some((one) => intersects(expand(boxAt(box, spot), gap - EASE), one))) ?? null;
}
