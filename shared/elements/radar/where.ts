/**
 * In which ring and sector of a radar something stands: by its middle, from the radar's size and members alone. Rings are as wide as each
 * other, sectors as large; nothing is written with a note, so that a ring added or taken away moves nothing.
 */
import type { Box } from '../../geometry/box.ts';
import { center } from '../../geometry/box.ts';
import type { Vec } from '../../geometry/vec.ts';
import type { Size } from '../ElementKind.ts';
import type { Member } from '../families.ts';
import { type RadarProps, type Ring, ringsOf, type Sector, sectorsOf } from './props.ts';

/** The part of a radar that decides where things stand. */
export interface Circled {
  readonly size: Size;
  readonly props: RadarProps;
}

export interface Where {
  /** `null` where the radar has no rings, or no sectors. */
  readonly ring: Member<Ring> | null;
  readonly sector: Member<Sector> | null;
}

/** Room for the names of the sectors beside, above and below the circle. */
const MARGIN = { x: 220, y: 70 } as const;
/** What rounding may do to a place on the outermost circle. */
const TOLERANCE = 1e-6;
const FULL = 2 * Math.PI;

export interface Circle {
  readonly middle: Vec;
  readonly radius: number;
}

/** The outermost circle, relative to the top left of the radar. */
export function circleOf([w, h]: Size): Circle {
  const room = { x: Math.min(MARGIN.x, w * 0.15), y: Math.min(MARGIN.y, h * 0.09) };
  return { middle: { x: w / 2, y: h / 2 }, radius: Math.min(w / 2 - room.x, h / 2 - room.y) };
}

/** The angle of a point as seen from the middle: clockwise from the top, from 0 to 2π. */
export function angleFrom(middle: Vec, at: Vec): number {
  const angle = Math.atan2(at.x - middle.x, middle.y - at.y);
  return angle < 0 ? angle + FULL : angle;
}

/** Which of `rings` and `sectors` equal parts a point lies in, counted from the centre and from the top; `null` outside the circle. */
export function partAt(
  { middle, radius }: Circle,
  at: Vec,
  { rings, sectors }: { readonly rings: number; readonly sectors: number },
): { readonly ring: number; readonly sector: number } | null {
  const distance = Math.hypot(at.x - middle.x, at.y - middle.y);
  if (distance > radius + TOLERANCE) return null;
  return {
    ring: Math.min(rings - 1, Math.floor((distance / radius) * rings)),
    sector: Math.min(sectors - 1, Math.floor((angleFrom(middle, at) / FULL) * sectors)),
  };
}

/** Ring and sector of a child, `frame` being its rectangle relative to the radar; `null` outside the circle. */
export function whereIn({ size, props }: Circled, frame: Box): Where | null {
  const rings = ringsOf(props);
  const sectors = sectorsOf(props);
  const part = partAt(circleOf(size), center(frame), { rings: rings.length, sectors: sectors.length });
  return part && { ring: rings[part.ring] ?? null, sector: sectors[part.sector] ?? null };
}

/**
 * Where the middle of something goes that is put into a ring and a sector without a pointer: in the middle of both. `spread` from 0 to 1 says
 * where across the sector, for several that are put there one after the other.
 */
export function middleOf(
  size: Size,
  { ring, rings, sector, sectors }: { ring: number; rings: number; sector: number; sectors: number },
  spread = 0.5,
): Vec {
  const { middle, radius } = circleOf(size);
  const distance = radius * ((ring + 0.5) / Math.max(1, rings));
  const angle = FULL * ((sector + 0.12 + 0.76 * spread) / Math.max(1, sectors));
  return { x: middle.x + distance * Math.sin(angle), y: middle.y - distance * Math.cos(angle) };
}

/** Where a child goes when the radar takes another size, so that it stays where it was in the circle. */
export function carryIn(before: Size, after: Size, frame: Box): Vec {
  const [from, to] = [circleOf(before), circleOf(after)];
  const at = center(frame);
  const scale = to.radius / from.radius;
  return {
    x: to.middle.x + (at.x - from.middle.x) * scale - frame.w / 2,
    y: to.middle.y + (at.y - from.middle.y) * scale - frame.h / 2,
  };
}
