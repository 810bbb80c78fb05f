/**
 * The points of a stroke as they are stored: one flat array of whole numbers `[x, y, pressure, …]` in a raster of their own, whose extent
 * is stored beside. The element's `size` is what that extent is stretched to; so a stroke is resized by one key, and drawn at a large
 * zoom it keeps its detail.
 */
import { type Box, union } from '../../geometry/box.ts';
import { simplify } from '../../geometry/polyline.ts';
import type { Vec } from '../../geometry/vec.ts';
import { LIMITS } from '../../protocol/limits.ts';

/** A point of a line on its way to the board; `pressure` in percent. */
export interface InkPoint extends Vec {
  readonly pressure: number;
}

/** Numbers a point takes. */
export const STRIDE = 3;
/** Points of one stroke. */
export const MOST_POINTS = 4_000;
/** Largest coordinate in a stroke's raster. */
export const MOST_EXTENT = 200_000;
/** The pressure of a device that tells none. */
export const EVEN_PRESSURE = 50;

/** Whether a value is the points of a stroke that fit an extent. Never throws, and looks at no more than a stroke may have. */
export function isPoints(value: unknown, extent: readonly [number, number]): value is readonly number[] {
  if (!Array.isArray(value) || value.length < STRIDE || value.length > STRIDE * MOST_POINTS) return false;
  if (value.length % STRIDE !== 0) return false;
  const most = [extent[0], extent[1], 100];
  for (let n = 0; n < value.length; n++) {
    const number: unknown = value[n];
    if (typeof number !== 'number' || !Number.isInteger(number)) return false;
    if (number < 0 || number > (most[n % STRIDE] as number)) return false;
  }
  return true;
}

/** Whether a value is the extent of a stroke's raster. */
export const isExtent = (value: unknown): value is readonly [number, number] =>
  Array.isArray(value) &&
  value.length === 2 &&
  value.every(
    (side: unknown) => typeof side === 'number' && Number.isInteger(side) && side >= 1 && side <= MOST_EXTENT,
  );

/** A stroke ready to be written. */
export interface StoredStroke {
  /** Page rectangle: place and size. */
  readonly box: Box;
  readonly extent: readonly [number, number];
  readonly points: readonly number[];
}

/**
 * From a drawn line, in page units, to what is stored: without the points nobody sees at that `detail` (parts of a board unit that are
 * told apart; more at a large zoom), in whole numbers, at most `MOST_POINTS` of them. `all`: with every point and at any length, for a line that
 * still grows and is only shown.
 */
export function storeStroke(drawn: readonly InkPoint[], detail: number, { all = false } = {}): StoredStroke {
  const kept = all ? drawn : thin(drawn, detail);
  const bounds = union(kept.map(({ x, y }) => ({ x, y, w: 0, h: 0 }))) ?? { x: 0, y: 0, w: 0, h: 0 };
  // A dot and a level line have a size too, and lie in its middle.
  const least = LIMITS.sizeMin;
  const most = all ? Number.POSITIVE_INFINITY : LIMITS.areaSizeMax;
  const sides = [bounds.w, bounds.h].map((side) => Math.min(most, Math.max(least, Math.ceil(side)))) as [
    number,
    number,
  ];
  const box = {
    x: Math.floor(bounds.w < least ? bounds.x - (least - bounds.w) / 2 : bounds.x),
    y: Math.floor(bounds.h < least ? bounds.y - (least - bounds.h) / 2 : bounds.y),
    // One more: the corner may have been brought to a whole unit.
    w: Math.min(most, sides[0] + 1),
    h: Math.min(most, sides[1] + 1),
  };
  const fine = Math.max(1, Math.min(detail, MOST_EXTENT / Math.max(box.w, box.h)));
  const extent = [Math.ceil(box.w * fine), Math.ceil(box.h * fine)] as const;
  const points: number[] = [];
  for (const { x, y, pressure } of kept) {
    points.push(within((x - box.x) * (extent[0] / box.w), extent[0]));
    points.push(within((y - box.y) * (extent[1] / box.h), extent[1]), within(pressure, 100));
  }
  return { box, extent, points };
}

const within = (value: number, most: number): number => Math.max(0, Math.min(most, Math.round(value)));

/** Without what nobody sees; where that leaves too many, without a little more each time. */
function thin(drawn: readonly InkPoint[], detail: number): readonly InkPoint[] {
  // A tenth more or less pressure is seen like a whole unit.
  const distort = (point: InkPoint, a: InkPoint, b: InkPoint): number =>
    Math.abs(point.pressure - (a.pressure + b.pressure) / 2) / (10 * detail);
  for (let tolerance = toleranceOf(detail); ; tolerance *= 2) {
    const kept = simplify(drawn, tolerance, distort);
    if (kept.length <= MOST_POINTS) return kept;
  }
}

/** How far the stored line may be from the drawn one, in page units, before it is brought to whole numbers. */
export const toleranceOf = (detail: number): number => 0.6 / detail;

/** The stored points, stretched to a size, relative to the element's top left. */
export function readPoints(
  points: readonly number[],
  extent: readonly [number, number],
  size: readonly [number, number],
): InkPoint[] {
  const sx = size[0] / extent[0];
  const sy = size[1] / extent[1];
  const read: InkPoint[] = [];
  for (let n = 0; n + 2 < points.length; n += STRIDE)
    read.push({
      x: (points[n] as number) * sx,
      y: (points[n + 1] as number) * sy,
      pressure: points[n + 2] as number,
    });
  return read;
}

/** Whether a pen has told how hard it was pressed. */
export function hasPressure(points: readonly number[]): boolean {
  for (let n = 2; n < points.length; n += STRIDE) if (points[n] !== EVEN_PRESSURE) return true;
  return false;
}
