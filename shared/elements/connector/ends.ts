/**
 * The two ends of a connector: what is stored of them, and where they are now. An attached end follows its element, on the side nearest
 * to the other end or at a fixed spot of its edge; a free end, or one whose element is gone, is a point of the connector's own.
 */
import { type Box, center } from '../../geometry/box.ts';
import { boxOfPolyline, firstCrossing } from '../../geometry/polyline.ts';
import { rotate } from '../../geometry/rotation.ts';
import { OUTWARDS, SIDES, type Side } from '../../geometry/route.ts';
import { add, distance, subtract, type Vec } from '../../geometry/vec.ts';
import { isId } from '../../lib/ids.ts';
import { LIMITS } from '../../protocol/limits.ts';
import type { Element, ElementId, Surroundings } from '../ElementKind.ts';
import { edgeOfShape, type ShapeProps, shape } from '../shape/shape.ts';
import { stroke } from '../stroke/stroke.ts';

export type ConnectorEnd = {
  /** The element it is attached to. */
  readonly id?: ElementId;
  /** Where it is without one, relative to the connector's place. */
  readonly x: number;
  readonly y: number;
  /** A fixed spot of the element's frame, in fractions of its sides; both or neither. */
  readonly fx?: number;
  readonly fy?: number;
};

const KEYS: readonly string[] = ['id', 'x', 'y', 'fx', 'fy'];

const isWithin = (value: unknown, low: number, high: number): value is number =>
  typeof value === 'number' && value >= low && value <= high;

/** Whether a value is one end of a connector. Never throws. */
export function isEnd(value: unknown): value is ConnectorEnd {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const end = value as Readonly<Record<string, unknown>>;
  if (!Object.keys(end).every((key) => KEYS.includes(key))) return false;
  const { id, x, y, fx, fy } = end;
  if (!isWithin(x, -LIMITS.coordinate, LIMITS.coordinate) || !isWithin(y, -LIMITS.coordinate, LIMITS.coordinate))
    return false;
  if (id !== undefined && !isId(id)) return false;
  return fx === undefined ? fy === undefined : isWithin(fx, 0, 1) && isWithin(fy, 0, 1);
}

/** The name of this kind, for what may not be attached to. */
export const CONNECTOR = 'connector';

/** Whether a connector may end at an element: not at another line. */
export const isAttachable = (element: Element): boolean => element.kind !== CONNECTOR && element.kind !== stroke.kind;

/** One end as it stands now, on the page. */
export interface PlacedEnd {
  readonly at: Vec;
  /** Of an attached end: the upright box around its element, the side it stands on, and the point of that side. */
  readonly hold?: { readonly box: Box; readonly side: Side; readonly door: Vec };
}

/** What an attached end stands on: its element's edge and the box around it, on the page. */
interface Hold {
  readonly box: Box;
  readonly edge: readonly Vec[];
  readonly spot: Vec | null;
}

/** Where both ends of the connector of that id are. */
export function placeEnds(
  id: ElementId,
  [from, to]: readonly [ConnectorEnd, ConnectorEnd],
  around: Surroundings,
): readonly [PlacedEnd, PlacedEnd] {
  const own = around.frame(id) ?? { x: 0, y: 0 };
  const holds = [holdOf(from, around), holdOf(to, around)] as const;
  const points = [add(own, from), add(own, to)] as const;
  const [a, b] = [doorsOf(holds[0], points[0]), doorsOf(holds[1], points[1])];
  let best: readonly [Door, Door] | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const one of a)
    for (const other of b) {
      const cost = distance(one.at, other.at) + turning(one, other.at) + turning(other, one.at);
      if (cost >= least) continue;
      least = cost;
      best = [one, other];
    }
  const [first, last] = best ?? [{ at: points[0] }, { at: points[1] }];
  return [settle(first, holds[0]), settle(last, holds[1])];
}

interface Door {
  readonly at: Vec;
  readonly side?: Side;
}

/** A side that looks away from where the line goes is a detour. */
function turning({ at, side }: Door, to: Vec): number {
  if (side === undefined) return 0;
  const way = subtract(to, at);
  const out = OUTWARDS[side];
  const ahead = way.x * out.x + way.y * out.y;
  return ahead > 0 ? 0 : 60 - ahead;
}

function holdOf({ id, fx, fy }: ConnectorEnd, around: Surroundings): Hold | null {
  const target = id === undefined ? undefined : around.element(id);
  const frame = id === undefined ? null : around.frame(id);
  if (!target || !frame || !isAttachable(target)) return null;
  const edge = edgeOf(target, frame);
  const spot =
    fx === undefined || fy === undefined
      ? null
      : rotate({ x: frame.x + fx * frame.w, y: frame.y + fy * frame.h }, center(frame), angleOf(target));
  return { box: boxOfPolyline(edge.box), edge: edge.line, spot };
}

const angleOf = ({ props }: Element): number => (typeof props.angle === 'number' ? props.angle : 0);

/** The edge of an element on the page, and the corners of its frame, both turned as it is. */
function edgeOf(target: Element, frame: Box): { readonly line: readonly Vec[]; readonly box: readonly Vec[] } {
  const { x, y, w, h } = frame;
  const corners = [
    { x, y },
    { x: x + w, y },
    { x: x + w, y: y + h },
    { x, y: y + h },
  ].map((corner) => rotate(corner, center(frame), angleOf(target)));
  if (target.kind !== shape.kind || target.problem !== undefined) return { line: corners, box: corners };
  // While it is resized, its frame is not the size that is stored.
  const resized = { ...target, size: [w, h] } as unknown as Element<ShapeProps>;
  return { line: edgeOfShape(resized).map((corner) => add(corner, frame)), box: corners };
}

/** Where an end may stand: the middles of four sides, one fixed spot, or its own point. */
function doorsOf(hold: Hold | null, point: Vec): readonly Door[] {
  if (!hold) return [{ at: point }];
  const { box, spot } = hold;
  const middle = center(box);
  if (!spot) return SIDES.map((side) => ({ side, at: doorOf(box, side, middle) }));
  const side = nearestSide(box, spot);
  return [{ side, at: doorOf(box, side, spot) }];
}

/** The point of a side straight out from a point inside. */
function doorOf(box: Box, side: Side, from: Vec): Vec {
  if (side === 'n' || side === 's') return { x: from.x, y: side === 'n' ? box.y : box.y + box.h };
  return { x: side === 'w' ? box.x : box.x + box.w, y: from.y };
}

/** The side of a box a point is nearest to, in fractions of the box. */
export function nearestSide(box: Box, { x, y }: Vec): Side {
  const fx = box.w === 0 ? 0.5 : (x - box.x) / box.w;
  const fy = box.h === 0 ? 0.5 : (y - box.y) / box.h;
  const far: Readonly<Record<Side, number>> = { n: fy, s: 1 - fy, w: fx, e: 1 - fx };
  return SIDES.reduce((nearest, side) => (far[side] < far[nearest] ? side : nearest), 'n');
}

/** From a door straight inwards to the edge: a diamond's edge is met inside its box. */
function settle({ at, side }: Door, hold: Hold | null): PlacedEnd {
  if (!hold || side === undefined) return { at };
  const { box, edge } = hold;
  const out = OUTWARDS[side];
  const inwards = { x: at.x - out.x * box.w, y: at.y - out.y * box.h };
  return { at: firstCrossing(at, inwards, edge) ?? at, hold: { box, side, door: at } };
}
