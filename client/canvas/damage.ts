/**
 * Which pixels to paint again: page boxes become whole device pixels, cut to the canvas; neighbours become one, and too many or too much is simply
 * everything. Pure.
 */
import type { Box } from '../../shared/geometry/box.ts';
import type { DeviceView } from './ElementPainter.ts';

/** More rectangles than this cost more than one full repaint of what they touch. */
const MOST_RECTS = 40;
/** Share of the canvas beyond which everything is painted. */
const MOST_AREA = 0.6;
/** Two become one where that is no more than so many times their pixels, and so many more: a rectangle of its own costs as much. */
const ONE = { times: 1.15, pixels: 8_000 } as const;

/** The rectangles in device pixels, or `'all'`. */
export function damagedPixels(
  boxes: readonly Box[],
  view: DeviceView,
  canvas: { readonly width: number; readonly height: number },
): readonly Box[] | 'all' {
  const rects: Box[] = [];
  for (const box of boxes) {
    const left = Math.max(0, Math.floor(box.x * view.scale + view.x) - 1);
    const top = Math.max(0, Math.floor(box.y * view.scale + view.y) - 1);
    const right = Math.min(canvas.width, Math.ceil((box.x + box.w) * view.scale + view.x) + 2);
    const bottom = Math.min(canvas.height, Math.ceil((box.y + box.h) * view.scale + view.y) + 2);
    if (right <= left || bottom <= top) continue;
    add(rects, { x: left, y: top, w: right - left, h: bottom - top });
  }
  const area = rects.reduce((sum, rect) => sum + areaOf(rect), 0);
  return rects.length > MOST_RECTS || area > MOST_AREA * canvas.width * canvas.height ? 'all' : rects;
}

const areaOf = ({ w, h }: Box): number => w * h;

/** Adds a rectangle, as one with those beside it: the notes of a cluster that all move on are one, not thirty. */
function add(rects: Box[], rect: Box): void {
  let one = rect;
  for (let n = 0; n < rects.length; ) {
    const known = rects[n] as Box;
    const x = Math.min(one.x, known.x);
    const y = Math.min(one.y, known.y);
    const w = Math.max(one.x + one.w, known.x + known.w) - x;
    const h = Math.max(one.y + one.h, known.y + known.h) - y;
    if (w * h > ONE.times * (areaOf(one) + areaOf(known)) + ONE.pixels) n++;
    else {
      one = { x, y, w, h };
      rects.splice(n, 1);
      n = 0;
    }
  }
  rects.push(one);
}

/** A rectangle of device pixels as a page box. */
export const toPageBox = (rect: Box, view: DeviceView): Box => ({
  x: (rect.x - view.x) / view.scale,
  y: (rect.y - view.y) / view.scale,
  w: rect.w / view.scale,
  h: rect.h / view.scale,
});
