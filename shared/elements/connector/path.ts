/**
 * The line a connector draws between its ends, relative to its own top left: straight, elbow or curved, with its heads, and the place of
 * its label. Worked out once for each snapshot and each place of what it leans on.
 */
import { type Box, expand, union } from '../../geometry/box.ts';
import { boxOfPolyline, middleOf } from '../../geometry/polyline.ts';
import { OUTWARDS, type RouteEnd, route } from '../../geometry/route.ts';
import { add, distance, subtract, type Vec } from '../../geometry/vec.ts';
import { breakLines } from '../../text/breakLines.ts';
import { measureText } from '../../text/measure.ts';
import type { Element, Surroundings } from '../ElementKind.ts';
import { memoByElement } from '../memoByElement.ts';
import { type PlacedEnd, placeEnds } from './ends.ts';
import type { ConnectorProps } from './props.ts';

/** Measures in board units; the editor that lies over the label uses the same. */
export const CONNECTOR_LABEL = { size: 15, weight: 400, lineHeight: 1.25, width: 220, padding: 4 } as const;

/** How far an elbow line stands off the boxes it leaves. */
const MARGIN = 24;
/** What is nearer than this is the same place. */
const NEAR = 0.5;
/** Straight pieces a curve is taken for, by hands and boxes. */
const CURVE_STEPS = 24;

export interface ConnectorPath {
  /** Corners; of a curve, points along it. */
  readonly line: readonly Vec[];
  /** A curve's two handles. */
  readonly bend: readonly [Vec, Vec] | null;
  /** The ends on the page. */
  readonly ends: readonly [PlacedEnd, PlacedEnd];
}

/** Length of a head for a width of line. */
export const headLength = (width: number): number => 8 + 2.5 * width;

interface Known {
  readonly inputs: readonly unknown[];
  readonly path: ConnectorPath;
}

const remembered = memoByElement((_element: Element<ConnectorProps>): { known: Known | null } => ({ known: null }));

/** The connector's line as things stand now. */
export function pathOf(element: Element<ConnectorProps>, around: Surroundings): ConnectorPath {
  const memory = remembered(element);
  const inputs = inputsOf(element, around);
  const { known } = memory;
  if (known?.inputs.every((input, n) => input === inputs[n])) return known.path;
  const path = layOut(element, around);
  memory.known = { inputs, path };
  return path;
}

function inputsOf({ id, props }: Element<ConnectorProps>, around: Surroundings): unknown[] {
  const inputs: unknown[] = [];
  for (const one of [id, props.from.id, props.to.id]) {
    const frame = one === undefined ? null : around.frame(one);
    inputs.push(one === undefined || one === id ? null : around.element(one), frame?.x, frame?.y, frame?.w, frame?.h);
  }
  return inputs;
}

function layOut(element: Element<ConnectorProps>, around: Surroundings): ConnectorPath {
  const { props } = element;
  const own = around.frame(element.id) ?? { x: 0, y: 0 };
  const ends = placeEnds(element.id, [props.from, props.to], around);
  const [from, to] = ends;
  const toOwn = (point: Vec): Vec => subtract(point, own);
  if (props.routing === 'elbow') {
    const corners = route(routeEnd(from), routeEnd(to), MARGIN);
    // From the door in the upright box to the edge itself, where the two are not the same.
    if (distance(from.at, corners[0] as Vec) > NEAR) corners.unshift(from.at);
    if (distance(to.at, corners.at(-1) as Vec) > NEAR) corners.push(to.at);
    return { line: corners.map(toOwn), bend: null, ends };
  }
  if (props.routing === 'straight') return { line: [toOwn(from.at), toOwn(to.at)], bend: null, ends };
  const [a, b] = [toOwn(from.at), toOwn(to.at)];
  const bend = [handleOf(a, b, from), handleOf(b, a, to)] as const;
  const line = Array.from({ length: CURVE_STEPS + 1 }, (_, n) => bezier(a, bend[0], bend[1], b, n / CURVE_STEPS));
  return { line, bend, ends };
}

const routeEnd = ({ at, hold }: PlacedEnd): RouteEnd =>
  hold ? { at: hold.door, box: hold.box, side: hold.side } : { at };

/** Out of the side it stands on; a free end leaves along the longer way. */
function handleOf(at: Vec, other: Vec, { hold }: PlacedEnd): Vec {
  const way = subtract(other, at);
  if (hold) {
    const { x, y } = OUTWARDS[hold.side];
    const reach = Math.min(240, Math.max(32, distance(at, other) * 0.45));
    return add(at, { x: x * reach, y: y * reach });
  }
  return add(at, Math.abs(way.x) > Math.abs(way.y) ? { x: way.x * 0.45, y: 0 } : { x: 0, y: way.y * 0.45 });
}

function bezier(a: Vec, b: Vec, c: Vec, d: Vec, t: number): Vec {
  const u = 1 - t;
  const [f, g, h, i] = [u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t];
  return { x: f * a.x + g * b.x + h * c.x + i * d.x, y: f * a.y + g * b.y + h * c.y + i * d.y };
}

const labelLines = memoByElement(({ text }: Element<ConnectorProps>) => {
  const { size, weight, width, lineHeight, padding } = CONNECTOR_LABEL;
  const { lines } = breakLines(text.trim(), width, size, weight);
  const widest = Math.max(0, ...lines.map((line) => measureText(line, size, weight)));
  return { lines, w: Math.min(width, widest) + 2 * padding, h: lines.length * size * lineHeight + padding };
});

/** Lines and box of the label, in the middle of the line; `null` where there is none. */
export function labelOf(
  element: Element<ConnectorProps>,
  around: Surroundings,
): { readonly lines: readonly string[]; readonly box: Box } | null {
  if (element.text.trim() === '') return null;
  const { lines, w, h } = labelLines(element);
  const { x, y } = middleOf(pathOf(element, around).line);
  return { lines, box: { x: x - w / 2, y: y - h / 2, w, h } };
}

/** All that is painted. */
export function boundsOfConnector(element: Element<ConnectorProps>, around: Surroundings): Box {
  const { line } = pathOf(element, around);
  const box = expand(boxOfPolyline(line), headLength(element.props.width));
  const label = labelOf(element, around);
  return label ? (union([box, label.box]) ?? box) : box;
}
