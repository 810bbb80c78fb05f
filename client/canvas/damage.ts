/** Which pixels to paint again: page boxes become whole device pixels, cut to the canvas; too many or too much is simply everything. Pure. */
import type { Box } from '../../shared/geometry/box.ts';
import type { DeviceView } from './ElementPainter.ts';

/** More rectangles than this cost more than one full repaint of what they touch. */
const MOST_RECTS = 40;
/** Share of the canvas beyond which everything is painted. */
const MOST_AREA = 0.6;

/** The rectangles in device pixels, or `'all'`. */
export function damagedPixels(
  boxes: readonly Box[],
  view: DeviceView,
  canvas: { readonly width: number; readonly height: number },
): readonly Box[] | 'all' {
  const rects: Box[] = [];
  let area = 0;
  for (const box of boxes) {
    const left = Math.max(0, Math.floor(box.x * view.scale + view.x) - 1);
    const top = Math.max(0, Math.floor(box.y * view.scale + view.y) - 1);
    const right = Math.min(canvas.width, Math.ceil((box.x + box.w) * view.scale + view.x) + 2);
    const bottom = Math.min(canvas.height, Math.ceil((box.y + box.h) * view.scale + view.y) + 2);
    if (right <= left || bottom <= top) continue;
    const rect = { x: left, y: top, w: right - left, h: bottom - top };
    if (rects.some((known) => known.x === rect.x && known.y === rect.y && known.w === rect.w && known.h === rect.h))
      continue;
    rects.push(rect);
    area += rect.w * rect.h;
    if (rects.length > MOST_RECTS || area > MOST_AREA * canvas.width * canvas.height) return 'all';
  }
  return rects;
}

/** A rectangle of device pixels as a page box. */
export const toPageBox = (rect: Box, view: DeviceView): Box => ({
  x: (rect.x - view.x) / view.scale,
  y: (rect.y - view.y) / view.scale,
  w: rect.w / view.scale,
  h: rect.h / view.scale,
});
