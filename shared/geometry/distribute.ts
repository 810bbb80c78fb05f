/** Spreads boxes along an axis with equal gaps between them. The first and the last stay where they are. */
import type { Box } from './box.ts';
import type { Vec } from './vec.ts';

export type Axis = 'x' | 'y';

/**
 * Where each box goes, in the order given, so that the gaps between neighbours are alike to a unit. Where the boxes are wider than the
 * room between the ends, the gaps are negative and just as equal. Fewer than three boxes stay.
 */
export function distribute(boxes: readonly Box[], axis: Axis): Vec[] {
  const side = axis === 'x' ? 'w' : 'h';
  const order = boxes
    .map((box, index) => ({ box, index }))
    .sort((a, b) => a.box[axis] + a.box[side] / 2 - (b.box[axis] + b.box[side] / 2) || a.index - b.index);
  const spots: Vec[] = boxes.map(({ x, y }) => ({ x, y }));
  const first = order[0];
  const last = order.at(-1);
  if (!first || !last || order.length < 3) return spots;
  const between = order.slice(1, -1);
  const start = first.box[axis] + first.box[side];
  const filled = between.reduce((sum, { box }) => sum + box[side], 0);
  const gap = (last.box[axis] - start - filled) / (order.length - 1);
  let at = start + gap;
  for (const { box, index } of between) {
    spots[index] = axis === 'x' ? { x: Math.round(at), y: box.y } : { x: box.x, y: Math.round(at) };
    at += box[side] + gap;
  }
  return spots;
}
