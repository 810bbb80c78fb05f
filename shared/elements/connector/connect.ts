/** From two ends on the page to what is stored of a connector: its box as things stand now, and the ends relative to it. */
import { type Box, boxBetween } from '../../geometry/box.ts';
import type { Vec } from '../../geometry/vec.ts';
import { LIMITS } from '../../protocol/limits.ts';
import type { ElementId, Surroundings } from '../ElementKind.ts';
import { type ConnectorEnd, placeEnds } from './ends.ts';

/** An end before it is stored: on an element, at a fixed spot of one, or anywhere. */
export interface DraftEnd {
  readonly id?: ElementId;
  readonly fx?: number;
  readonly fy?: number;
  /** Page point under the hand. */
  readonly at: Vec;
}

/** The ends as props of a connector whose top left is `origin`. */
export const endsFrom = (
  [from, to]: readonly [DraftEnd, DraftEnd],
  origin: Vec,
): { readonly from: ConnectorEnd; readonly to: ConnectorEnd } => ({
  from: endFrom(from, origin),
  to: endFrom(to, origin),
});

const endFrom = ({ at, ...rest }: DraftEnd, origin: Vec): ConnectorEnd => ({
  ...rest,
  x: Math.round(at.x - origin.x),
  y: Math.round(at.y - origin.y),
});

/** Place, size and ends of a new connector; the point of an attached end is where it stands now. */
export function connect(
  ends: readonly [DraftEnd, DraftEnd],
  around: Surroundings,
): { readonly box: Box; readonly from: ConnectorEnd; readonly to: ConnectorEnd } {
  const { from, to } = endsFrom(ends, { x: 0, y: 0 });
  const [a, b] = placeEnds('', [from, to], around);
  const drawn = boxBetween(a.at, b.at);
  const box = {
    x: Math.round(drawn.x),
    y: Math.round(drawn.y),
    w: sideOf(drawn.w),
    h: sideOf(drawn.h),
  };
  return {
    box,
    ...endsFrom(
      [
        { ...ends[0], at: a.at },
        { ...ends[1], at: b.at },
      ],
      box,
    ),
  };
}

const sideOf = (length: number): number => Math.max(LIMITS.sizeMin, Math.min(LIMITS.areaSizeMax, Math.round(length)));
