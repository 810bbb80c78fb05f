/** Lines boxes up with one another. Each box keeps its size; the answer is its new top left, in whole units and in the order given. */
import { type Box, union } from './box.ts';
import type { Vec } from './vec.ts';

export const EDGES = ['left', 'center', 'right', 'top', 'middle', 'bottom'] as const;
export type Edge = (typeof EDGES)[number];

/** Where each box goes so that all have this edge (or middle) in common: that of the box around them. */
export function align(boxes: readonly Box[], edge: Edge): Vec[] {
  const around = union(boxes);
  if (!around) return [];
  // A whole line first: what is lined up once stays where it is the second time.
  const middle = { x: Math.round(around.x + around.w / 2), y: Math.round(around.y + around.h / 2) };
  const corners: Record<Edge, (box: Box) => Vec> = {
    left: ({ y }) => ({ x: around.x, y }),
    center: ({ y, w }) => ({ x: Math.floor(middle.x - w / 2), y }),
    right: ({ y, w }) => ({ x: around.x + around.w - w, y }),
    top: ({ x }) => ({ x, y: around.y }),
    middle: ({ x, h }) => ({ x, y: Math.floor(middle.y - h / 2) }),
    bottom: ({ x, h }) => ({ x, y: around.y + around.h - h }),
  };
  return boxes.map(corners[edge]);
}
