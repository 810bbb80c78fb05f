/**
 * The way of an elbow line between two boxes: along the axes only, out of one box and into the other, around both where there is room.
 * A search over the few lines that matter (the boxes' sides at a distance, the middle between them, the ends), with a price on bends.
 */
import { type Box, boxBetween, contains, expand } from './box.ts';
import type { Vec } from './vec.ts';

export type Side = 'n' | 'e' | 's' | 'w';
export const SIDES = ['n', 'e', 's', 'w'] as const;

/** One end of a way. */
export interface RouteEnd {
  readonly at: Vec;
  /** The box it leaves or enters, where there is one. */
  readonly box?: Box;
  /** The side of the box it stands on. */
  readonly side?: Side;
}

/** From a side outwards. */
export const OUTWARDS: Readonly<Record<Side, Vec>> = {
  n: { x: 0, y: -1 },
  e: { x: 1, y: 0 },
  s: { x: 0, y: 1 },
  w: { x: -1, y: 0 },
};

/** A bend costs like so many units of way: a straight line is worth a detour. */
const BEND_COST = 40;

interface Step {
  readonly x: number;
  readonly y: number;
  /** Whether one came here along x. */
  readonly level: boolean;
  /** Towards the greater (1) or the smaller (-1) coordinate; 0: nobody has gone anywhere yet. */
  readonly sign: number;
  readonly cost: number;
  readonly from: Step | null;
}

/** Corners of the way from `start` to `end`, both included; it keeps `margin` from the boxes where it can. */
export function route(start: RouteEnd, end: RouteEnd, margin: number): Vec[] {
  const gap = gapBetween(start, end, margin);
  const first = leave(start, gap);
  const last = leave(end, gap);
  const boxes = [start.box, end.box].filter((box): box is Box => box !== undefined);
  const around = find(first, last, { start, end, boxes, gap }) ?? find(first, last, { start, end, boxes: [], gap });
  return straighten([start.at, ...(around ?? elbow(first, last)), end.at]);
}

/** Where a way first stands free: `gap` before the side it leaves. */
function leave({ at, side }: RouteEnd, gap: number): Vec {
  if (side === undefined) return at;
  const { x, y } = OUTWARDS[side];
  return { x: at.x + x * gap, y: at.y + y * gap };
}

/** Boxes that stand close leave room for half of what is between them. */
function gapBetween({ box: a }: RouteEnd, { box: b }: RouteEnd, margin: number): number {
  if (!a || !b) return margin;
  const apart = Math.max(a.x - b.x - b.w, b.x - a.x - a.w, a.y - b.y - b.h, b.y - a.y - a.h);
  return apart > 0 ? Math.min(margin, apart / 2) : margin;
}

interface Field {
  readonly start: RouteEnd;
  readonly end: RouteEnd;
  readonly boxes: readonly Box[];
  readonly gap: number;
}

/** The cheapest way over the lines that matter; `null` where every one crosses a box. */
function find(first: Vec, last: Vec, { start, end, boxes, gap }: Field): Vec[] | null {
  const xs = linesOf(
    first.x,
    last.x,
    boxes.map(({ x, w }) => [x, x + w] as const),
    gap,
  );
  const ys = linesOf(
    first.y,
    last.y,
    boxes.map(({ y, h }) => [y, y + h] as const),
    gap,
  );
  const isFree = (a: Vec, b: Vec): boolean => !boxes.some((box) => crosses(box, a, b));
  const best = new Map<string, number>();
  const open: Step[] = [];
  const reach = (step: Step): void => {
    const key = keyOf(step);
    const known = best.get(key);
    if (known !== undefined && known <= step.cost) return;
    best.set(key, step.cost);
    open.push(step);
  };
  const middle = { x: (first.x + last.x) / 2, y: (first.y + last.y) / 2 };
  const towards = end.side === undefined ? null : isLevel(end.side);
  const inwards = end.side === undefined ? 0 : -signOf(end.side);
  for (const level of start.side === undefined ? [true, false] : [isLevel(start.side)])
    reach({ ...first, level, sign: start.side === undefined ? 0 : signOf(start.side), cost: 0, from: null });
  while (open.length > 0) {
    const at = open.splice(cheapest(open), 1)[0] as Step;
    if (at.cost > (best.get(keyOf(at)) ?? 0)) continue;
    const isThere = at.x === last.x && at.y === last.y;
    // The turn into the last stretch was paid for when this step was made.
    if (isThere && (towards === null || (at.level === towards && at.sign !== -inwards))) return stepsTo(at);
    if (isThere && at.level !== towards) reach({ ...at, level: !at.level, sign: inwards, cost: at.cost + BEND_COST });
    for (const to of [...xs.map((x) => ({ x, y: at.y })), ...ys.map((y) => ({ x: at.x, y }))]) {
      if (to.x === at.x && to.y === at.y) continue;
      const step = stepTo(at, to, to.y === at.y, middle);
      // Back over its own steps it would leave, or enter, along a side instead of through it.
      const isBack = step.level === at.level && step.sign === -at.sign;
      if (!isBack && isFree(at, to)) reach(step);
    }
  }
  return null;
}

/** Of two ways as long as each other, the one nearer to the middle is the calmer. */
const OFF_MIDDLE_COST = 0.00001;

function stepTo(from: Step, to: Vec, level: boolean, middle: Vec): Step {
  const way = Math.abs(to.x - from.x) + Math.abs(to.y - from.y);
  const off = level ? Math.abs(to.y - middle.y) : Math.abs(to.x - middle.x);
  const bend = level === from.level ? 0 : BEND_COST;
  const sign = Math.sign(level ? to.x - from.x : to.y - from.y);
  return { ...to, level, sign, cost: from.cost + way + bend + way * off * OFF_MIDDLE_COST, from };
}

const keyOf = ({ x, y, level, sign }: Step): string => `${x} ${y} ${level} ${sign}`;

/** Which way a side looks along its axis. */
const signOf = (side: Side): number => OUTWARDS[side].x + OUTWARDS[side].y;

const isLevel = (side: Side): boolean => side === 'e' || side === 'w';

function cheapest(open: readonly Step[]): number {
  let least = 0;
  for (let n = 1; n < open.length; n++) if ((open[n] as Step).cost < (open[least] as Step).cost) least = n;
  return least;
}

function stepsTo(step: Step): Vec[] {
  const steps: Vec[] = [];
  for (let at: Step | null = step; at; at = at.from) steps.unshift({ x: at.x, y: at.y });
  return steps;
}

/** Coordinates worth running along: the ends', the boxes' sides at a distance, and the middle between. */
function linesOf(a: number, b: number, sides: readonly (readonly [number, number])[], gap: number): number[] {
  const lines = new Set([a, b, (a + b) / 2]);
  for (const [low, high] of sides) lines.add(low - gap).add(high + gap);
  const [one, other] = sides;
  if (one && other) {
    if (one[1] < other[0]) lines.add((one[1] + other[0]) / 2);
    if (other[1] < one[0]) lines.add((other[1] + one[0]) / 2);
  }
  return [...lines];
}

/** Whether a stretch along an axis runs through the inside of a box. */
function crosses(box: Box, a: Vec, b: Vec): boolean {
  const way = boxBetween(a, b);
  return (
    way.x < box.x + box.w - EDGE &&
    way.x + way.w > box.x + EDGE &&
    way.y < box.y + box.h - EDGE &&
    way.y + way.h > box.y + EDGE
  );
}

/** What is nearer to a side than this lies on it. */
const EDGE = 1e-6;

/** When nothing else is left: one bend. */
const elbow = (a: Vec, b: Vec): Vec[] => [a, { x: b.x, y: a.y }, b];

/** Without points that lie between their neighbours. */
function straighten(points: readonly Vec[]): Vec[] {
  const kept: Vec[] = [];
  for (const point of points) {
    const before = kept.at(-1);
    const earlier = kept.at(-2);
    if (before && before.x === point.x && before.y === point.y) continue;
    const isOnLine =
      before &&
      earlier &&
      ((earlier.x === before.x && before.x === point.x) || (earlier.y === before.y && before.y === point.y));
    if (isOnLine) kept.pop();
    kept.push(point);
  }
  return kept;
}

/** Whether both boxes can be walked around: neither end lies in the other's box. */
export const hasRoom = (start: RouteEnd, end: RouteEnd, margin: number): boolean =>
  !(end.box && contains(expand(end.box, margin), start.at)) &&
  !(start.box && contains(expand(start.box, margin), end.at));
