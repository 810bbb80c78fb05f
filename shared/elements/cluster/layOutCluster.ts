/**
 * Where a cluster shows what lies in it: in lines as wide as people wish, in one column, or in a pile. Pure: sizes and order in, places out.
 * Every layout keeps the order; lines and columns never lay one over another.
 */
import { LIMITS } from '../../protocol/limits.ts';
import type { Direction, Element, ElementId, Insertion, Size } from '../ElementKind.ts';
import type { ClusterProps } from './props.ts';

/** Measures of a cluster in board units. */
export const CLUSTER = {
  radius: 10,
  line: 2,
  header: 48,
  padding: 16,
  gap: 16,
  /** Room for the words that say what an empty one is for. */
  empty: 112,
  narrowest: 160,
  /** How far each of a pile shows under the next; together no further than `pileReach`. */
  pileStep: 18,
  pileReach: 360,
} as const;

interface Spot {
  readonly id: ElementId;
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

export interface ClusterLayout {
  /** The size it is shown at when it is open. */
  readonly size: Size;
  /** Line by line, each from the left. */
  readonly lines: readonly (readonly Spot[])[];
}

type Laid = { readonly id: ElementId };

/** Places for all, open or not: what a collapsed cluster hides comes out there when it is opened or dissolved. */
export function layOutCluster(
  { size: [wished], props }: Element<ClusterProps>,
  children: readonly Laid[],
  sizeOf: (id: ElementId) => Size,
): ClusterLayout {
  const boxes = children.map(({ id }) => ({ id, size: sizeOf(id) }));
  const widest = boxes.reduce((most, { size: [w] }) => Math.max(most, w), 0);
  const width = Math.max(wished, CLUSTER.narrowest, widest + 2 * CLUSTER.padding);
  if (boxes.length === 0) return { size: [width, CLUSTER.header + CLUSTER.empty], lines: [] };
  const lines = props.layout === 'pile' ? pile(boxes) : flow(boxes, props.layout === 'column' ? 0 : width);
  const spots = lines.flat();
  const right = spots.reduce((most, { x, w }) => Math.max(most, x + w), 0);
  const bottom = spots.reduce((most, { y, h }) => Math.max(most, y + h), 0);
  return { size: [Math.max(width, right + CLUSTER.padding), bottom + CLUSTER.padding], lines };
}

type Boxes = readonly { readonly id: ElementId; readonly size: Size }[];

/** Line after line, each as high as its highest; a width of 0 gives every one a line of its own. */
function flow(boxes: Boxes, width: number): Spot[][] {
  const { padding, gap, header } = CLUSTER;
  const lines: Spot[][] = [];
  let line: Spot[] = [];
  let x: number = padding;
  let y: number = header;
  let high = 0;
  for (const { id, size } of boxes) {
    const [w, h] = size;
    if (line.length > 0 && x + w > width - padding) {
      lines.push(line);
      line = [];
      x = padding;
      y += high + gap;
      high = 0;
    }
    line.push({ id, x, y, w, h });
    x += w + gap;
    high = Math.max(high, h);
  }
  if (line.length > 0) lines.push(line);
  return lines;
}

function pile(boxes: Boxes): Spot[][] {
  const { padding, header, pileStep, pileReach } = CLUSTER;
  const step = Math.min(pileStep, pileReach / Math.max(1, boxes.length - 1));
  const spot = ({ id, size: [w, h] }: Boxes[number], n: number): Spot => ({
    ...{ id, w, h },
    x: padding + Math.round(n * step),
    y: header + Math.round(n * step),
  });
  return [boxes.map(spot)];
}

/** Notes that fill at least this share of the room they lie in, and none of it twice, lie side by side. */
const SIDE_BY_SIDE = 0.5;

/**
 * How wide a cluster of so many notes is made: about square, and of notes that lie side by side in the room `lain` with no more columns than they
 * have there, so that it covers no neighbour.
 */
export function widthFor(sizes: readonly Size[], lain?: Size): number {
  const widest = sizes.reduce((most, [w]) => Math.max(most, w), 0);
  const filled = lain ? sizes.reduce((sum, [w, h]) => sum + w * h, 0) / (lain[0] * lain[1]) : 0;
  const isTidy = sizes.length > 1 && filled >= SIDE_BY_SIDE && filled <= 1;
  const most = lain && isTidy ? Math.floor((lain[0] + CLUSTER.gap) / (widest + CLUSTER.gap)) : Number.POSITIVE_INFINITY;
  const columns = Math.max(1, Math.min(most, Math.max(2, Math.ceil(Math.sqrt(sizes.length)))));
  const width = columns * widest + (columns - 1) * CLUSTER.gap + 2 * CLUSTER.padding;
  return Math.min(LIMITS.areaSizeMax, Math.max(CLUSTER.narrowest, Math.round(width)));
}

/** Before which child a point is. */
export function insertInCluster(
  layout: ClusterLayout,
  props: ClusterProps,
  point: { readonly x: number; readonly y: number } | null,
): Insertion {
  if (point === null || props.collapsed || props.layout === 'pile') return { before: null };
  const isColumn = props.layout === 'column';
  for (const line of layout.lines) {
    const bottom = line.reduce((most, { y, h }) => Math.max(most, y + h), 0) + CLUSTER.gap / 2;
    if (point.y > bottom) continue;
    const before = isColumn
      ? line.find(({ y, h }) => point.y < y + h / 2)
      : line.find(({ x, w }) => point.x < x + w / 2);
    if (before) return { before: before.id };
    if (isColumn) continue;
    // After the last of this line: before the first of the next.
    const next = layout.lines[layout.lines.indexOf(line) + 1];
    return { before: next?.[0]?.id ?? null };
  }
  return { before: null };
}

/** Where one arrow key takes a child: along its line, or to the place above or below. */
export function stepInCluster(
  { lines }: ClusterLayout,
  props: ClusterProps,
  child: ElementId,
  direction: Direction,
): Insertion | null {
  const order = lines.flat();
  const at = order.findIndex(({ id }) => id === child);
  const own = order[at];
  if (!own) return null;
  const isPile = props.layout === 'pile';
  const isBack = direction === 'left' || direction === 'up';
  if (props.layout === 'column' && (direction === 'left' || direction === 'right')) return null;
  const isAlong = isPile || props.layout === 'column' || direction === 'left' || direction === 'right';
  const target = isAlong ? order[at + (isBack ? -1 : 1)] : beyond(lines, own, isBack ? -1 : 1);
  if (!target) return null;
  const to = order.indexOf(target);
  return { before: (isBack ? target.id : order[to + 1]?.id) ?? null };
}

function beyond(lines: ClusterLayout['lines'], own: Spot, by: 1 | -1): Spot | undefined {
  const line = lines[lines.findIndex((spots) => spots.includes(own)) + by];
  const middle = own.x + own.w / 2;
  const off = ({ x, w }: Spot): number => Math.abs(x + w / 2 - middle);
  return line?.reduce((nearest, spot) => (off(spot) < off(nearest) ? spot : nearest));
}
