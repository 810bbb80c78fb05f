import type { Vec } from './vec.ts';

/** An axis-aligned rectangle in board units; `w` and `h` are never negative. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** The box between two opposite corners, in any order. */
export const boxBetween = (a: Vec, b: Vec): Box => ({
  x: Math.min(a.x, b.x),
  y: Math.min(a.y, b.y),
  w: Math.abs(a.x - b.x),
  h: Math.abs(a.y - b.y),
});

/** Whether a point lies in a box (edges included). */
export const contains = (box: Box, point: Vec): boolean =>
  point.x >= box.x && point.y >= box.y && point.x <= box.x + box.w && point.y <= box.y + box.h;

/** Whether `inner` lies wholly in `outer`. */
export const encloses = (outer: Box, inner: Box): boolean =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.w <= outer.x + outer.w &&
  inner.y + inner.h <= outer.y + outer.h;

/** Whether two boxes share an area. */
export const intersects = (a: Box, b: Box): boolean =>
  a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;

/** What two boxes share, or `null` where they share no area. */
export function overlap(a: Box, b: Box): Box | null {
  if (!intersects(a, b)) return null;
  const x = Math.max(a.x, b.x);
  const y = Math.max(a.y, b.y);
  return { x, y, w: Math.min(a.x + a.w, b.x + b.w) - x, h: Math.min(a.y + a.h, b.y + b.h) - y };
}

/** The same box, larger by `by` units on each side (smaller where negative, never below zero). */
export const expand = (box: Box, by: number): Box => ({
  x: box.x - by,
  y: box.y - by,
  w: Math.max(0, box.w + 2 * by),
  h: Math.max(0, box.h + 2 * by),
});

/** The same box, moved. */
export const translate = (box: Box, by: Vec): Box => ({ x: box.x + by.x, y: box.y + by.y, w: box.w, h: box.h });

/** The smallest box around all boxes, or `null` when there is none. A loop, never a spread: boards have thousands of elements. */
export function union(boxes: Iterable<Box>): Box | null {
  let left = Number.POSITIVE_INFINITY;
  let top = Number.POSITIVE_INFINITY;
  let right = Number.NEGATIVE_INFINITY;
  let bottom = Number.NEGATIVE_INFINITY;
  for (const box of boxes) {
    left = Math.min(left, box.x);
    top = Math.min(top, box.y);
    right = Math.max(right, box.x + box.w);
    bottom = Math.max(bottom, box.y + box.h);
  }
  return left > right ? null : { x: left, y: top, w: right - left, h: bottom - top };
}

/** The middle of a box. */
export const center = (box: Box): Vec => ({ x: box.x + box.w / 2, y: box.y + box.h / 2 });
