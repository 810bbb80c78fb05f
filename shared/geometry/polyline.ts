/** Lines through several points: how far a point is from one, where its middle is, and which points may be left out of it. */
import { type Box, boxBetween, union } from './box.ts';
import { distance, type Vec } from './vec.ts';

/** How far a point is from the stretch between `a` and `b`. */
export function distanceToSegment(point: Vec, a: Vec, b: Vec): number {
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  const length = dx * dx + dy * dy;
  if (length === 0) return distance(point, a);
  const t = Math.max(0, Math.min(1, ((point.x - a.x) * dx + (point.y - a.y) * dy) / length));
  return Math.hypot(point.x - a.x - t * dx, point.y - a.y - t * dy);
}

/** How far a point is from a line through points; infinitely far where there is none. */
export function distanceToPolyline(point: Vec, points: readonly Vec[]): number {
  const [first] = points;
  if (!first) return Number.POSITIVE_INFINITY;
  let nearest = distance(point, first);
  for (let n = 1; n < points.length; n++)
    nearest = Math.min(nearest, distanceToSegment(point, points[n - 1] as Vec, points[n] as Vec));
  return nearest;
}

/** The box around a line. */
export const boxOfPolyline = (points: readonly Vec[]): Box =>
  union(points.map((point) => boxBetween(point, point))) ?? { x: 0, y: 0, w: 0, h: 0 };

/** The point half way along a line. */
export function middleOf(points: readonly Vec[]): Vec {
  let left = 0;
  for (let n = 1; n < points.length; n++) left += distance(points[n - 1] as Vec, points[n] as Vec);
  left /= 2;
  for (let n = 1; n < points.length; n++) {
    const a = points[n - 1] as Vec;
    const b = points[n] as Vec;
    const step = distance(a, b);
    if (step >= left && step > 0) {
      const t = left / step;
      return { x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t };
    }
    left -= step;
  }
  return points[0] ?? { x: 0, y: 0 };
}

/** Where the way from `from` to `to` first meets the edge of a polygon; `null` where it does not. */
export function firstCrossing(from: Vec, to: Vec, polygon: readonly Vec[]): Vec | null {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  let nearest = Number.POSITIVE_INFINITY;
  for (let n = 0, last = polygon.length - 1; n < polygon.length; last = n++) {
    const a = polygon[last] as Vec;
    const b = polygon[n] as Vec;
    const ex = b.x - a.x;
    const ey = b.y - a.y;
    const cross = dx * ey - dy * ex;
    if (cross === 0) continue;
    const t = ((a.x - from.x) * ey - (a.y - from.y) * ex) / cross;
    const s = ((a.x - from.x) * dy - (a.y - from.y) * dx) / cross;
    if (t >= 0 && t <= 1 && s >= 0 && s <= 1) nearest = Math.min(nearest, t);
  }
  return nearest === Number.POSITIVE_INFINITY ? null : { x: from.x + dx * nearest, y: from.y + dy * nearest };
}

/** Points between two that stay in any case. */
const STRETCH = 256;

/**
 * Leaves out of a line what nobody sees (Ramer, Douglas and Peucker): no point left out is farther than `tolerance` from the line that
 * remains. First and last stay. `distort` tells how much a point differs from the stretch between two others in what is not place (the
 * pressure of a pen), in the same unit. Every `STRETCH`th point stays too: a long scribble would otherwise take the square of its length.
 */
export function simplify<P extends Vec>(
  points: readonly P[],
  tolerance: number,
  distort: (point: P, a: P, b: P) => number = () => 0,
): P[] {
  if (points.length < 3) return [...points];
  const kept = new Uint8Array(points.length);
  kept[0] = 1;
  kept[points.length - 1] = 1;
  const open: [number, number][] = [];
  for (let first = 0; first < points.length - 1; first += STRETCH) {
    const last = Math.min(first + STRETCH, points.length - 1);
    kept[last] = 1;
    open.push([first, last]);
  }
  for (let span = open.pop(); span; span = open.pop()) {
    const [first, last] = span;
    const a = points[first] as P;
    const b = points[last] as P;
    let worst = tolerance;
    let at = -1;
    for (let n = first + 1; n < last; n++) {
      const point = points[n] as P;
      const off = Math.max(distanceToSegment(point, a, b), distort(point, a, b));
      if (off > worst) {
        worst = off;
        at = n;
      }
    }
    if (at < 0) continue;
    kept[at] = 1;
    open.push([first, at], [at, last]);
  }
  return points.filter((_, n) => kept[n] === 1);
}
