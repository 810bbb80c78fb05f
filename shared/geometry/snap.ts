/**
 * Snapping: the small correction by which a box that is being moved (or one of its edges, being pulled) lines up with what lies around it,
 * and the guide lines that say why. Pure; whoever calls gathers the boxes once, when the gesture begins.
 */
import { type Box, translate } from './box.ts';
import type { Axis } from './distribute.ts';
import type { Vec } from './vec.ts';

/** A line to show: along `axis` nothing changes, so a guide of axis `x` is upright, at that x. */
export interface Guide {
  readonly axis: Axis;
  readonly at: number;
  readonly from: number;
  readonly to: number;
  /** `gap`: one of several equal distances, along the other axis than `axis`. */
  readonly kind: 'edge' | 'gap';
}

export interface Snap {
  /** What to add to the box's place. */
  readonly by: Vec;
  readonly guides: readonly Guide[];
}

/** Which lines of the moving box count: a dragged one has all three on both axes, a pulled corner one on each. */
export type Line = 'start' | 'middle' | 'end';
export interface SnapLines {
  readonly x: readonly Line[];
  readonly y: readonly Line[];
}

const ALL: SnapLines = { x: ['start', 'middle', 'end'], y: ['start', 'middle', 'end'] };

export interface SnapOptions {
  /** How far a line may be off, in board units. */
  readonly within: number;
  readonly lines?: SnapLines;
  /** The area all this lies in: its edges and middle count too. */
  readonly area?: Box | null;
}

const sideOf = (axis: Axis): 'w' | 'h' => (axis === 'x' ? 'w' : 'h');
const lineOf = (box: Box, axis: Axis, line: Line): number => {
  const side = box[sideOf(axis)];
  return box[axis] + (line === 'start' ? 0 : line === 'middle' ? side / 2 : side);
};

/**
 * The nearest way to line a box up with others: edges meet edges and middles meet middles; where nothing is near enough to meet, equal gaps
 * count.
 */
export function snap(box: Box, others: readonly Box[], { within, lines = ALL, area = null }: SnapOptions): Snap {
  const around = area ? [...others, area] : others;
  const onLine = { x: nearest(box, around, 'x', lines.x, within), y: nearest(box, around, 'y', lines.y, within) };
  const met = { x: onLine.x ?? 0, y: onLine.y ?? 0 };
  if (lines !== ALL) {
    const moved = pulledBy(box, met, lines);
    return { by: met, guides: edgeGuides(moved, around, onLine, lines) };
  }
  const moved = translate(box, met);
  const gapX = onLine.x === null ? shownGap(moved, others, 'x', within) : null;
  // One axis at a time: evening out the one may take the box out of the other's row.
  const gapY = onLine.y === null && gapX === null ? shownGap(moved, others, 'y', within) : null;
  const by = { x: gapX ?? met.x, y: gapY ?? met.y };
  const landed = translate(box, by);
  return {
    by,
    guides: [
      ...edgeGuides(landed, around, onLine, lines),
      ...(onLine.x !== null || gapX !== null ? gapGuides(landed, others, 'x') : []),
      ...(onLine.y !== null || gapY !== null ? gapGuides(landed, others, 'y') : []),
    ],
  };
}

const edgeGuides = (
  box: Box,
  around: readonly Box[],
  met: { readonly x: number | null; readonly y: number | null },
  lines: SnapLines,
): Guide[] => [
  ...(met.x === null ? [] : guidesOf(box, around, 'x', lines.x)),
  ...(met.y === null ? [] : guidesOf(box, around, 'y', lines.y)),
];

function pulledBy(box: Box, by: Vec, lines: SnapLines): Box {
  const west = lines.x.includes('start');
  const north = lines.y.includes('start');
  return {
    x: box.x + (west ? by.x : 0),
    y: box.y + (north ? by.y : 0),
    w: Math.max(0, box.w + (west ? -by.x : by.x)),
    h: Math.max(0, box.h + (north ? -by.y : by.y)),
  };
}

/** The smallest shift along an axis that brings one of the box's lines onto one of another's; edges meet edges, middles meet middles. */
function nearest(box: Box, others: readonly Box[], axis: Axis, lines: readonly Line[], within: number): number | null {
  let best: number | null = null;
  let reach = within;
  for (const line of lines) {
    const own = lineOf(box, axis, line);
    for (const other of others) {
      for (const theirs of fellows(line)) {
        const off = lineOf(other, axis, theirs) - own;
        const far = Math.abs(off);
        if (far < reach || (far === reach && best === null)) {
          reach = far;
          best = off;
        }
      }
    }
  }
  return best;
}

const MIDDLE: readonly Line[] = ['middle'];
const EDGE_LINES: readonly Line[] = ['start', 'end'];
/** Lines closer than this are one. */
const HAIR = 0.01;

const fellows = (line: Line): readonly Line[] => (line === 'middle' ? MIDDLE : EDGE_LINES);

/**
 * For each line that meets another's now, one guide over the box and the nearest that share it, on either side. Where edges meet, middles
 * of boxes alike meet of themselves: a line through their words would say nothing more.
 */
function guidesOf(box: Box, others: readonly Box[], axis: Axis, lines: readonly Line[]): Guide[] {
  const across: Axis = axis === 'x' ? 'y' : 'x';
  const side = sideOf(across);
  const start = box[across];
  const end = start + box[side];
  const guides = lines.flatMap((line): (Guide & { readonly line: Line })[] => {
    const at = lineOf(box, axis, line);
    const meeting = others.filter((other) =>
      fellows(line).some((one) => Math.abs(lineOf(other, axis, one) - at) < HAIR),
    );
    if (meeting.length === 0) return [];
    let from = start;
    let to = end;
    let before = Number.NEGATIVE_INFINITY;
    let after = Number.POSITIVE_INFINITY;
    for (const other of meeting) {
      const theirs = other[across];
      if (theirs + other[side] <= start) before = Math.max(before, theirs);
      else if (theirs >= end) after = Math.min(after, theirs + other[side]);
      else {
        from = Math.min(from, theirs);
        to = Math.max(to, theirs + other[side]);
      }
    }
    if (Number.isFinite(before)) from = Math.min(from, before);
    if (Number.isFinite(after)) to = Math.max(to, after);
    return [{ axis, at, from, to, kind: 'edge', line }];
  });
  const hasEdges = guides.some(({ line }) => line !== 'middle');
  return guides.filter(({ line }) => !hasEdges || line !== 'middle').map(({ line: _, ...guide }) => guide);
}

interface Neighbours {
  /** Nearest on the side of smaller coordinates, and the one beyond it; likewise on the other side. */
  readonly before: Box | null;
  readonly beforeThat: Box | null;
  readonly after: Box | null;
  readonly afterThat: Box | null;
}

/** Those in the same lane (they share some of the other axis), nearest first. */
function neighbours(box: Box, others: readonly Box[], axis: Axis): Neighbours {
  const side = sideOf(axis);
  const across: Axis = axis === 'x' ? 'y' : 'x';
  const acrossSide = sideOf(across);
  const end = (one: Box): number => one[axis] + one[side];
  const lane = others.filter(
    (one) => one[across] < box[across] + box[acrossSide] && box[across] < one[across] + one[acrossSide],
  );
  const middle = box[axis] + box[side] / 2;
  const last = (limit: number, pool: readonly Box[]): Box | null =>
    pool.reduce<Box | null>((best, one) => (end(one) <= limit && (!best || end(one) > end(best)) ? one : best), null);
  const first = (limit: number, pool: readonly Box[]): Box | null =>
    pool.reduce<Box | null>(
      (best, one) => (one[axis] >= limit && (!best || one[axis] < best[axis]) ? one : best),
      null,
    );
  const before = last(middle, lane);
  const after = first(middle, lane);
  return {
    before,
    beforeThat: before && last(before[axis], lane),
    after,
    afterThat: after && first(end(after), lane),
  };
}

/** The smallest shift that makes two gaps along an axis alike: between two neighbours, or as far as these are from their own. */
function gapOf(box: Box, others: readonly Box[], axis: Axis, within: number): number | null {
  const side = sideOf(axis);
  const { before, beforeThat, after, afterThat } = neighbours(box, others, axis);
  const wanted: number[] = [];
  const gap = (left: Box, right: Box): number => right[axis] - left[axis] - left[side];
  // Where there is no gap to show, there is none to make alike.
  if (before && after && gap(before, after) > box[side])
    wanted.push((before[axis] + before[side] + after[axis] - box[side]) / 2);
  if (before && beforeThat && gap(beforeThat, before) > 0)
    wanted.push(before[axis] + before[side] + gap(beforeThat, before));
  if (after && afterThat && gap(after, afterThat) > 0) wanted.push(after[axis] - gap(after, afterThat) - box[side]);
  let best: number | null = null;
  for (const at of wanted) {
    const off = at - box[axis];
    if (Math.abs(off) <= within && (best === null || Math.abs(off) < Math.abs(best))) best = off;
  }
  return best;
}

/** As `gapOf`, where there is something to show for it afterwards: among boxes that overlap, the neighbours may be others then. */
function shownGap(box: Box, others: readonly Box[], axis: Axis, within: number): number | null {
  const off = gapOf(box, others, axis, within);
  if (off === null) return null;
  const landed = translate(box, axis === 'x' ? { x: off, y: 0 } : { x: 0, y: off });
  return gapGuides(landed, others, axis).length > 0 ? off : null;
}

/** The equal gaps around a box as it stands, as lines across them. */
function gapGuides(box: Box, others: readonly Box[], axis: Axis): Guide[] {
  const side = sideOf(axis);
  const across: Axis = axis === 'x' ? 'y' : 'x';
  const acrossSide = sideOf(across);
  const { before, beforeThat, after, afterThat } = neighbours(box, others, axis);
  const gap = (left: Box | null, right: Box | null): number | null =>
    left && right ? right[axis] - left[axis] - left[side] : null;
  const line = (left: Box, right: Box): Guide => {
    const low = Math.max(left[across], right[across]);
    const high = Math.min(left[across] + left[acrossSide], right[across] + right[acrossSide]);
    return { axis: across, at: (low + high) / 2, from: left[axis] + left[side], to: right[axis], kind: 'gap' };
  };
  const own = { before: gap(before, box), after: gap(box, after) };
  const isSame = (a: number | null, b: number | null): boolean =>
    a !== null && b !== null && a > 0 && Math.abs(a - b) < 1;
  if (before && after && isSame(own.before, own.after)) return [line(before, box), line(box, after)];
  if (before && beforeThat && isSame(own.before, gap(beforeThat, before)))
    return [line(beforeThat, before), line(before, box)];
  if (after && afterThat && isSame(own.after, gap(after, afterThat))) return [line(box, after), line(after, afterThat)];
  return [];
}
