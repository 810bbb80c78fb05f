/**
 * The line a person draws right now, as others see it before it is written, or the trail of a laser, which never is. Presence holds its
 * last points only; whoever receives it keeps those that came before.
 */
import { isLineWidth } from '../elements/lines.ts';
import { isOneOf, isWhole } from '../elements/readProps.ts';
import { isId } from '../lib/ids.ts';
import { LIMITS } from '../protocol/limits.ts';
import { INK_COLORS, type InkColor } from '../theme/inks.ts';

const TRAIL_KINDS = ['stroke', 'laser'] as const;

export interface Trail {
  /** Another one for each line. */
  readonly id: string;
  readonly kind: (typeof TRAIL_KINDS)[number];
  readonly color: InkColor;
  readonly width: number;
  readonly highlighter?: boolean;
  /** How many points of the line came before the first one given here. */
  readonly from: number;
  /** Page points, `[x, y, …]`, whole numbers. */
  readonly points: readonly number[];
}

/** Points of a trail that go out at once: with a cursor and a few ids they stay within `LIMITS.presenceBytes`. */
export const TRAIL_POINTS = 90;
/** No line is longer than that. */
const MOST_FROM = 100_000;

const isCoordinate = isWhole(-LIMITS.coordinate, LIMITS.coordinate);
const isFrom = isWhole(0, MOST_FROM);

/** The last points of a line, as they go out. */
export function trailOf(line: Omit<Trail, 'from' | 'points'>, points: readonly number[]): Trail {
  const first = Math.max(0, points.length / 2 - TRAIL_POINTS);
  return { ...line, from: first, points: points.slice(2 * first).map(Math.round) };
}

/** Reads a trail; `null` for what is none. Never throws. */
export function readTrail(value: unknown): Trail | null {
  if (typeof value !== 'object' || value === null) return null;
  const { id, kind, color, width, highlighter, from, points } = value as Readonly<Record<string, unknown>>;
  if (!isId(id) || !isOneOf(TRAIL_KINDS)(kind) || !isLineWidth(width) || !isFrom(from)) return null;
  if (!isOneOf(INK_COLORS)(color)) return null;
  if (!Array.isArray(points) || points.length > 2 * TRAIL_POINTS || points.length % 2 !== 0) return null;
  if (!points.every(isCoordinate)) return null;
  return {
    ...{ id, kind: kind as Trail['kind'], color: color as InkColor, width: width as number },
    ...(highlighter === true && { highlighter }),
    ...{ from: from as number, points: points as number[] },
  };
}
