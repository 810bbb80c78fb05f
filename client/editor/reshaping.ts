/** What pulling a handle does to one element (turned or not) or to several at once, and what turning does. Pure; handles are in `handles.ts`. */
import type { ElementId } from '../../shared/elements/ElementKind.ts';
import { type Box, center } from '../../shared/geometry/box.ts';
import { normalDegrees, rotate } from '../../shared/geometry/rotation.ts';
import { subtract, type Vec } from '../../shared/geometry/vec.ts';
import { type Handle, handlePoint, type PullLimits, pull } from './handles.ts';
import type { Shape } from './shapes.ts';

const OPPOSITE: Readonly<Record<Handle, Handle>> = {
  nw: 'se',
  ne: 'sw',
  se: 'nw',
  sw: 'ne',
  n: 's',
  e: 'w',
  s: 'n',
  w: 'e',
};

const ORIGIN: Vec = { x: 0, y: 0 };

/** How a pull is meant. */
export interface PullOptions extends PullLimits {
  /** The middle stays instead of the opposite side. */
  readonly fromMiddle?: boolean;
}

/** The frame of an element that is turned by `angle`, after a handle of it was pulled on the page: what lies opposite stays where it is seen. */
export function pullTurned(frame: Box, angle: number, handle: Handle, by: Vec, options: PullOptions): Box {
  const local = rotate(by, ORIGIN, -angle);
  const middle = center(frame);
  if (options.fromMiddle) {
    const { w, h } = pull(frame, handle, { x: local.x * 2, y: local.y * 2 }, options);
    return { x: Math.round(middle.x - w / 2), y: Math.round(middle.y - h / 2), w, h };
  }
  const pulled = pull(frame, handle, local, options);
  if (angle === 0) return pulled;
  const still = OPPOSITE[handle];
  const before = rotate(handlePoint(frame, still), middle, angle);
  const after = rotate(handlePoint(pulled, still), center(pulled), angle);
  const back = subtract(before, after);
  return { ...pulled, x: Math.round(pulled.x + back.x), y: Math.round(pulled.y + back.y) };
}

/** One of several elements that are pulled together. */
export interface Member {
  readonly id: ElementId;
  readonly frame: Box;
  readonly min: readonly [number, number];
  readonly max: readonly [number, number];
  /** `none`: only its place changes; `width`: its height follows from its text; `aspect`: it keeps its proportions. */
  readonly resize: 'free' | 'aspect' | 'width' | 'none';
}

/** Nothing is pulled smaller than this share of itself, and nothing is turned inside out. */
const LEAST_SCALE = 0.05;

/**
 * Several elements after a handle of the box around them was pulled: places and sizes grow or shrink about the opposite side. Whatever may
 * not become so small (or large) keeps its least (or greatest) size about its own middle.
 */
export function pullTogether(
  members: readonly Member[],
  around: Box,
  handle: Handle,
  by: Vec,
  { keepAspect, fromMiddle = false }: { readonly keepAspect: boolean; readonly fromMiddle?: boolean },
): Map<ElementId, Shape> {
  const reach = fromMiddle ? 2 : 1;
  const grow = (delta: number, side: number): number =>
    Math.max(LEAST_SCALE, side === 0 ? 1 : (side + delta * reach) / side);
  const isCorner = handle.length === 2;
  let scaleX = handle.includes('e') ? grow(by.x, around.w) : handle.includes('w') ? grow(-by.x, around.w) : 1;
  let scaleY = handle.includes('s') ? grow(by.y, around.h) : handle.includes('n') ? grow(-by.y, around.h) : 1;
  if (keepAspect) {
    const scale = isCorner ? Math.max(scaleX, scaleY) : scaleX === 1 ? scaleY : scaleX;
    scaleX = scale;
    scaleY = scale;
  }
  const about = fromMiddle ? center(around) : handlePoint(around, OPPOSITE[handle]);
  return new Map(
    members.map(({ id, frame, min, max, resize }) => {
      const clamp = (value: number, side: 0 | 1): number => Math.round(Math.min(max[side], Math.max(min[side], value)));
      const even = Math.min(scaleX, scaleY);
      const w = resize === 'none' ? frame.w : clamp(frame.w * (resize === 'aspect' ? even : scaleX), 0);
      const h =
        resize === 'none' || resize === 'width' ? frame.h : clamp(frame.h * (resize === 'aspect' ? even : scaleY), 1);
      const middle = center(frame);
      const to = { x: about.x + (middle.x - about.x) * scaleX, y: about.y + (middle.y - about.y) * scaleY };
      return [id, { frame: { x: Math.round(to.x - w / 2), y: Math.round(to.y - h / 2), w, h } }] as const;
    }),
  );
}

/** Degrees between the steps that shift allows, and how near to upright a free turn counts as upright. */
const STEP = 15;
const NEARLY = 2;

/** The angle of an element whose turning handle was dragged from one point to another; whole degrees. */
export function turned(frame: Box, angle: number, from: Vec, to: Vec, isStepped: boolean): number {
  const middle = center(frame);
  const direction = ({ x, y }: Vec): number => (Math.atan2(y - middle.y, x - middle.x) * 180) / Math.PI;
  const free = angle + direction(to) - direction(from);
  if (isStepped) return normalDegrees(Math.round(free / STEP) * STEP);
  const quarter = Math.round(free / 90) * 90;
  return normalDegrees(Math.abs(free - quarter) <= NEARLY ? quarter : free);
}
