/** The handles around a selected element: where they stand, and what pulling one does to its frame. Pure. */
import type { Size } from '../../shared/elements/ElementKind.ts';
import type { Box } from '../../shared/geometry/box.ts';
import type { ScreenPoint, Vec } from '../../shared/geometry/vec.ts';

/** Compass names: `n` is the top edge. */
export const HANDLES = ['nw', 'ne', 'se', 'sw', 'n', 'e', 's', 'w'] as const;
export type Handle = (typeof HANDLES)[number];

/** Handles shown as little squares; the edges can be pulled anywhere along them. */
export const CORNERS: readonly Handle[] = ['nw', 'ne', 'se', 'sw'];

export const handlePoint = (box: Box, handle: Handle): Vec => ({
  x: handle.includes('w') ? box.x : handle.includes('e') ? box.x + box.w : box.x + box.w / 2,
  y: handle.includes('n') ? box.y : handle.includes('s') ? box.y + box.h : box.y + box.h / 2,
});

/** Which handle of a frame (in screen pixels) lies under a point; `reach` in pixels. */
export function handleAt(
  frame: Box,
  point: ScreenPoint,
  reach: number,
  resize: 'free' | 'aspect' | 'width' | 'none',
): Handle | null {
  if (resize === 'none') return null;
  const nearX = (x: number): boolean => Math.abs(point.x - x) <= reach;
  const nearY = (y: number): boolean => Math.abs(point.y - y) <= reach;
  const inX = point.x > frame.x - reach && point.x < frame.x + frame.w + reach;
  const inY = point.y > frame.y - reach && point.y < frame.y + frame.h + reach;
  if (resize === 'width') {
    if (inY && nearX(frame.x + frame.w)) return 'e';
    return inY && nearX(frame.x) ? 'w' : null;
  }
  for (const corner of CORNERS) {
    const at = handlePoint(frame, corner);
    if (nearX(at.x) && nearY(at.y)) return corner;
  }
  if (resize === 'aspect') return null;
  // Along the edges only a thin line: what lies just inside must stay easy to take.
  const thin = Math.min(reach, 5);
  if (inX && Math.abs(point.y - frame.y) <= thin) return 'n';
  if (inX && Math.abs(point.y - frame.y - frame.h) <= thin) return 's';
  if (inY && Math.abs(point.x - frame.x) <= thin) return 'w';
  return inY && Math.abs(point.x - frame.x - frame.w) <= thin ? 'e' : null;
}

export interface PullLimits {
  readonly min: Size;
  readonly max: Size;
  /** Keep the proportions (shift, or a corner of a square note). */
  readonly keepAspect: boolean;
}

/** The frame after a handle was pulled by a distance; whole units, within the limits, the opposite side staying where it is. */
export function pull(frame: Box, handle: Handle, by: Vec, { min, max, keepAspect }: PullLimits): Box {
  const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, Math.round(value)));
  const west = handle.includes('w');
  const north = handle.includes('n');
  let w = handle.includes('e') ? frame.w + by.x : west ? frame.w - by.x : frame.w;
  let h = handle.includes('s') ? frame.h + by.y : north ? frame.h - by.y : frame.h;
  if (keepAspect && CORNERS.includes(handle)) {
    const scale = Math.max(w / frame.w, h / frame.h, min[0] / frame.w, min[1] / frame.h);
    const bounded = Math.min(scale, max[0] / frame.w, max[1] / frame.h);
    w = frame.w * bounded;
    h = frame.h * bounded;
  }
  w = clamp(w, min[0], max[0]);
  h = clamp(h, min[1], max[1]);
  return { x: west ? frame.x + frame.w - w : frame.x, y: north ? frame.y + frame.h - h : frame.y, w, h };
}

const CURSORS: Readonly<Record<Handle, string>> = {
  nw: 'nwse-resize',
  se: 'nwse-resize',
  ne: 'nesw-resize',
  sw: 'nesw-resize',
  n: 'ns-resize',
  s: 'ns-resize',
  e: 'ew-resize',
  w: 'ew-resize',
};

export const handleCursor = (handle: Handle): string => CURSORS[handle];

const AROUND: readonly Handle[] = ['n', 'ne', 'e', 'se', 's', 'sw', 'w', 'nw'];

/** The cursor of a handle of an element that is turned: it points where the hand will pull. */
export const turnedCursor = (handle: Handle, degrees: number): string =>
  handleCursor(AROUND[(((AROUND.indexOf(handle) + Math.round(degrees / 45)) % 8) + 8) % 8] ?? handle);
