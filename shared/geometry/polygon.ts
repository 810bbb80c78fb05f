/** A line drawn by a free hand and closed from its end to its beginning: a lasso, and what it goes around. */
import { type Box, center, union } from './box.ts';
import type { Vec } from './vec.ts';

/** Whether a point lies in a polygon, by the even-odd rule: what a loop crosses twice is outside again. */
export function isInside(polygon: readonly Vec[], { x, y }: Vec): boolean {
  let inside = false;
  let from = polygon.at(-1);
  for (const to of polygon) {
    if (from && to.y > y !== from.y > y && x < ((from.x - to.x) * (y - to.y)) / (from.y - to.y) + to.x)
      inside = !inside;
    from = to;
  }
  return inside;
}

/** The box around a polygon; `null` without points. */
export const polygonBox = (polygon: readonly Vec[]): Box | null =>
  union(polygon.map(({ x, y }) => ({ x, y, w: 0, h: 0 })));

/** Whether a lasso takes a box: its middle lies inside. Nobody has to go around the corners of a note. */
export const isTaken = (lasso: readonly Vec[], box: Box): boolean => isInside(lasso, center(box));

/** Whether a lasso goes around all of a box: its middle and all four corners lie inside. */
export const isSurrounded = (lasso: readonly Vec[], box: Box): boolean =>
  isTaken(lasso, box) &&
  isInside(lasso, box) &&
  isInside(lasso, { x: box.x + box.w, y: box.y }) &&
  isInside(lasso, { x: box.x, y: box.y + box.h }) &&
  isInside(lasso, { x: box.x + box.w, y: box.y + box.h });

/** The same line with at most `most` points: every second one goes until it fits. The last point, where the hand is, stays. */
export function thinned(line: readonly Vec[], most: number): readonly Vec[] {
  let kept = line;
  while (kept.length > most) {
    const last = kept.length - 1;
    kept = kept.filter((_, index) => index % 2 === 0 || index === last);
  }
  return kept;
}
