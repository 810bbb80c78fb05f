/**
 * The stroke: a line drawn by hand, with a pen or a highlighter. Of even width it is one line; from a pen that tells its pressure, an
 * outline. Taken by its line only: what lies in a drawn circle stays within reach.
 */
import { expand } from '../../geometry/box.ts';
import { isInside } from '../../geometry/polygon.ts';
import { distanceToPolyline } from '../../geometry/polyline.ts';
import { radians, rotate, rotatedBox } from '../../geometry/rotation.ts';
import type { Vec } from '../../geometry/vec.ts';
import { fail } from '../../lib/result.ts';
import { LIMITS } from '../../protocol/limits.ts';
import { INK_COLORS, type InkColor, inkOf, MARKER_ALPHA, markerOf } from '../../theme/inks.ts';
import type { Element, ElementKind, Size } from '../ElementKind.ts';
import { isAngle, isLineWidth, isOpacity, setLine } from '../lines.ts';
import { memoByElement } from '../memoByElement.ts';
import type { PaintContext } from '../PaintContext.ts';
import { type Checks, isFlag, isOneOf, optional, readProps } from '../readProps.ts';
import { outlineOfInk, SWELL } from './outline.ts';
import { EVEN_PRESSURE, hasPressure, isExtent, isPoints, readPoints } from './points.ts';

export type StrokeProps = {
  /** `[x, y, pressure (0–100), …]`, within `extent`. */
  readonly points: readonly number[];
  /** Width and height of the points' raster, which is stretched to `size`. */
  readonly extent: readonly [number, number];
  readonly color: InkColor;
  readonly width: number;
  readonly highlighter?: boolean;
  readonly angle?: number;
  readonly opacity?: number;
};

const CHECKS: Checks<StrokeProps> = {
  points: Array.isArray,
  extent: isExtent,
  color: isOneOf(INK_COLORS),
  width: isLineWidth,
  highlighter: optional(isFlag),
  angle: isAngle,
  opacity: isOpacity,
};

/** A hand may miss a thin line by so much, in board units. */
const REACH = 4;

const middleOf = ([w, h]: Size): Vec => ({ x: w / 2, y: h / 2 });

interface Ink {
  readonly line: readonly Vec[];
  /** Where pressure was told: the corners of what it looks like. */
  readonly outline: readonly Vec[] | null;
}

/** The stroke's line relative to its top left before it is turned. Made once for each snapshot. */
const layOutInk = memoByElement(({ size, props }: Element<StrokeProps>): Ink => {
  const line = readPoints(props.points, props.extent, size);
  return { line, outline: hasPressure(props.points) ? outlineOfInk(line, props.width) : null };
});

/** An even line: its points joined. A single point is a dot. */
function tracePath(ctx: PaintContext, line: readonly Vec[]): void {
  ctx.beginPath();
  for (const [n, { x, y }] of line.entries()) n === 0 ? ctx.moveTo(x, y) : ctx.lineTo(x, y);
  const [only] = line;
  if (line.length === 1 && only) ctx.lineTo(only.x + 0.01, only.y);
}

/** A closed outline, rounded from middle to middle of its sides. */
function traceOutline(ctx: PaintContext, outline: readonly Vec[]): void {
  ctx.beginPath();
  const last = outline.at(-1);
  const [first] = outline;
  if (!first || !last) return;
  ctx.moveTo((last.x + first.x) / 2, (last.y + first.y) / 2);
  for (const [n, { x, y }] of outline.entries()) {
    const next = outline[(n + 1) % outline.length] as Vec;
    ctx.quadraticCurveTo(x, y, (x + next.x) / 2, (y + next.y) / 2);
  }
  ctx.closePath();
}

export const stroke: ElementKind<StrokeProps> = {
  kind: 'stroke',
  version: 1,
  hasText: false,
  isContainer: false,
  defaultSize: [100, 20],
  minSize: [LIMITS.sizeMin, LIMITS.sizeMin],
  maxSize: [LIMITS.areaSizeMax, LIMITS.areaSizeMax],
  defaultProps: {
    points: [0, 10, EVEN_PRESSURE, 100, 10, EVEN_PRESSURE],
    extent: [100, 20],
    color: 'ink',
    width: 4,
  },
  propKeys: ['points', 'extent', 'color', 'width', 'highlighter', 'angle', 'opacity'],
  parse(props) {
    const read = readProps<StrokeProps>(props, stroke.defaultProps, CHECKS);
    return read.ok && !isPoints(read.value.points, read.value.extent) ? fail('points') : read;
  },
  migrations: {},
  bounds({ size: [w, h], props }) {
    const reach = Math.max(props.width * SWELL + 1, props.width / 2 + REACH);
    return rotatedBox(expand({ x: 0, y: 0, w, h }, reach), props.angle ?? 0);
  },
  hitTest(element, point) {
    const { size, props } = element;
    const straight = rotate(point, middleOf(size), -(props.angle ?? 0));
    const { line, outline } = layOutInk(element);
    if (outline && isInside(outline, straight)) return true;
    return distanceToPolyline(straight, line) <= props.width / 2 + REACH;
  },
  paint(ctx, element, { theme }) {
    const { size, props } = element;
    const { line, outline } = layOutInk(element);
    const middle = middleOf(size);
    ctx.save();
    if (props.angle) {
      ctx.translate(middle.x, middle.y);
      ctx.rotate(radians(props.angle));
      ctx.translate(-middle.x, -middle.y);
    }
    ctx.globalAlpha *= ((props.opacity ?? 100) / 100) * (props.highlighter ? MARKER_ALPHA : 1);
    const color = props.highlighter ? markerOf(theme, props.color) : inkOf(theme, props.color);
    if (outline) {
      ctx.fillStyle = color;
      traceOutline(ctx, outline);
      ctx.fill();
    } else {
      ctx.strokeStyle = color;
      setLine(ctx, props.width, undefined);
      tracePath(ctx, line);
      ctx.stroke();
    }
    ctx.restore();
  },
  swatch: () => null,
  dependsOn: () => [],
  outline: () => '',
  row: () => null,
};
