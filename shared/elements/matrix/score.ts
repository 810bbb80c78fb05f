/**
 * What the place of a note on a matrix is worth, and where a note with given scores belongs. A note counts by its middle; whatever has its
 * middle outside the plot is not placed. All from the matrix's size and axes and the child's rectangle: nothing is written with a note.
 */
import type { Box } from '../../geometry/box.ts';
import { center, contains, expand } from '../../geometry/box.ts';
import type { Vec } from '../../geometry/vec.ts';
import type { Score, Size } from '../ElementKind.ts';
import { type Axis, shareOf, valueAt } from './axis.ts';

/** The part of a matrix that scores depend on. */
export interface Scored {
  readonly size: Size;
  readonly props: { readonly x: Axis; readonly y: Axis };
}

export interface Scores {
  readonly x: Score;
  readonly y: Score;
}

export interface MatrixParts {
  /** Where places have scores. */
  readonly plot: Box;
  /** Where what is to be placed waits: a strip at the right. */
  readonly heap: Box;
}

/** How far apart the parts stand in a matrix of ordinary size, in board units: half a note hangs over each edge of the plot. */
const ROOM = { left: 140, bottom: 140, top: 40, gap: 110, heap: 280, edge: 24 } as const;

/** Where the parts of a matrix stand, from its size alone: no word that is typed moves a note's score. */
export function partsOf([w, h]: Size): MatrixParts {
  const left = Math.min(ROOM.left, w * 0.1);
  const bottom = Math.min(ROOM.bottom, h * 0.14);
  const top = Math.min(ROOM.top, h * 0.05);
  const heapWidth = Math.min(ROOM.heap, w * 0.2);
  const gap = Math.min(ROOM.gap, w * 0.07);
  const edge = Math.min(ROOM.edge, w * 0.02, h * 0.03);
  return {
    plot: { x: left, y: top, w: w - left - gap - heapWidth, h: h - top - bottom },
    heap: { x: w - heapWidth, y: edge, w: heapWidth - edge, h: h - 2 * edge },
  };
}

/** What rounding may do to a place that lies on the edge of the plot, in board units. */
const TOLERANCE = 1e-6;

/** How far a point lies along both axes of a plot, from 0 to 1; `null` outside. Up is more. */
export function sharesAt(plot: Box, at: Vec): Vec | null {
  if (!contains(expand(plot, TOLERANCE), at)) return null;
  const clamp = (share: number): number => Math.min(1, Math.max(0, share));
  return { x: clamp((at.x - plot.x) / plot.w), y: clamp(1 - (at.y - plot.y) / plot.h) };
}

/** The scores of a child, `frame` being its rectangle relative to the matrix; `null` where it is not placed. */
export function scoreOf({ size, props }: Scored, frame: Box): Scores | null {
  const shares = sharesAt(partsOf(size).plot, center(frame));
  return shares && { x: valueAt(props.x, shares.x), y: valueAt(props.y, shares.y) };
}

/**
 * Where the top left of a child of that size belongs, relative to the matrix, so that its scores are these; values beyond the ends of an axis
 * go to its end. `scoreOf` gives the same scores back: exactly for steps and days, within rounding otherwise.
 */
export function placeFor(
  { size, props }: Scored,
  scores: { readonly x: number; readonly y: number },
  { w, h }: { readonly w: number; readonly h: number },
): Vec {
  const { plot } = partsOf(size);
  return {
    x: plot.x + shareOf(props.x, scores.x) * plot.w - w / 2,
    y: plot.y + (1 - shareOf(props.y, scores.y)) * plot.h - h / 2,
  };
}

/** Where a child goes when the matrix takes another size, so that it keeps its scores; one in the heap keeps its place in the heap. */
export function carryIn(before: Size, after: Size, frame: Box): Vec {
  const [from, to] = [partsOf(before), partsOf(after)];
  const at = center(frame);
  const shares = sharesAt(from.plot, at);
  if (shares)
    return {
      x: to.plot.x + shares.x * to.plot.w - frame.w / 2,
      y: to.plot.y + (1 - shares.y) * to.plot.h - frame.h / 2,
    };
  if (at.x >= from.heap.x) return { x: frame.x + to.heap.x - from.heap.x, y: frame.y + to.heap.y - from.heap.y };
  // In the margins: along with the corner it is nearest to.
  const right = at.x > from.plot.x + from.plot.w / 2 ? after[0] - before[0] : 0;
  const down = at.y > from.plot.y + from.plot.h / 2 ? after[1] - before[1] : 0;
  return { x: frame.x + right, y: frame.y + down };
}

/** Where the middle of a child may lie so that it stays in its part of the plot and, on ordinal axes, on its step; `null`: not placed. */
export function roomOf({ size, props }: Scored, columns: number, rows: number, frame: Box): Box | null {
  const { plot } = partsOf(size);
  const shares = sharesAt(plot, center(frame));
  if (!shares) return null;
  const across = bandOf(shares.x, columns, props.x);
  const down = bandOf(1 - shares.y, rows, props.y);
  return {
    x: plot.x + across.from * plot.w,
    y: plot.y + down.from * plot.h,
    w: (across.to - across.from) * plot.w,
    h: (down.to - down.from) * plot.h,
  };
}

/** From where to where one may go along an axis: within one of so many parts and one step, a little away from their edges. */
function bandOf(
  share: number,
  parts: number,
  { scale, steps = [] }: Axis,
): { readonly from: number; readonly to: number } {
  const counts = scale === 'ordinal' ? [parts, Math.max(1, steps.length)] : [parts];
  const bands = counts.map((count) => {
    const n = Math.min(count - 1, Math.floor(share * count));
    return { from: (n + 0.001) / count, to: (n + 0.999) / count };
  });
  // What stands on the very edge may stay there.
  return {
    from: Math.min(share, Math.max(...bands.map(({ from }) => from))),
    to: Math.max(share, Math.min(...bands.map(({ to }) => to))),
  };
}

/** Which of `columns` × `rows` parts of the plot a place lies in, counted row by row from the top left; `null` where it is not placed. */
export function quadrantAt(size: Size, columns: number, rows: number, frame: Box): number | null {
  const shares = sharesAt(partsOf(size).plot, center(frame));
  if (!shares) return null;
  const column = Math.min(columns - 1, Math.floor(shares.x * columns));
  const row = Math.min(rows - 1, Math.floor((1 - shares.y) * rows));
  return row * columns + column;
}
