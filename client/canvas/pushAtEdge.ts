/** Near an edge of the canvas, a drag moves the view. */
import type { ScreenPoint, Vec } from '../../shared/geometry/vec.ts';

/** How near, and by how much at most, in CSS pixels and CSS pixels a frame. */
const EDGE_PX = 28;
const EDGE_SPEED = 14;

/** By how much the view moves in a frame while a pointer is held there; `null`: it stays. */
export function pushAtEdge(
  { x, y }: ScreenPoint,
  { width, height }: { readonly width: number; readonly height: number },
): Vec | null {
  const push = (at: number, size: number): number => {
    const over = at < EDGE_PX ? EDGE_PX - at : at > size - EDGE_PX ? size - EDGE_PX - at : 0;
    return (Math.max(-EDGE_PX, Math.min(EDGE_PX, over)) / EDGE_PX) * EDGE_SPEED;
  };
  const by = { x: push(x, width), y: push(y, height) };
  return by.x === 0 && by.y === 0 ? null : by;
}
