/** Draws a connector: its line, its heads, its label on a piece of bare wall. */
import { distance, type Vec } from '../../geometry/vec.ts';
import { inkOf } from '../../theme/inks.ts';
import type { Element, Scene } from '../ElementKind.ts';
import { setLine } from '../lines.ts';
import type { PaintContext } from '../PaintContext.ts';
import { paintLines, roundedRect } from '../strokes.ts';
import { CONNECTOR_LABEL, headLength, labelOf, pathOf } from './path.ts';
import type { ConnectorProps, Head } from './props.ts';

/** Rounding of an elbow's corners. */
const CORNER = 10;

export function paintConnector(ctx: PaintContext, element: Element<ConnectorProps>, scene: Scene): void {
  const { props } = element;
  const { line, bend } = pathOf(element, scene);
  const [first] = line;
  const last = line.at(-1);
  if (!first || !last) return;
  const color = inkOf(scene.theme, props.color);
  const length = Math.min(headLength(props.width), distance(first, last) / 2);
  // Where the line comes from at either end.
  const before = { start: bend?.[0] ?? line[1] ?? last, end: bend?.[1] ?? line.at(-2) ?? first };
  const trimmed = {
    start: trim(first, before.start, props.start, length),
    end: trim(last, before.end, props.end, length),
  };
  ctx.save();
  ctx.globalAlpha *= (props.opacity ?? 100) / 100;
  ctx.strokeStyle = color;
  ctx.fillStyle = color;
  setLine(ctx, props.width, props.dash);
  ctx.beginPath();
  ctx.moveTo(trimmed.start.x, trimmed.start.y);
  if (bend) ctx.bezierCurveTo(bend[0].x, bend[0].y, bend[1].x, bend[1].y, trimmed.end.x, trimmed.end.y);
  else {
    for (let n = 1; n < line.length - 1; n++) turn(ctx, line[n - 1] as Vec, line[n] as Vec, line[n + 1] as Vec);
    ctx.lineTo(trimmed.end.x, trimmed.end.y);
  }
  ctx.stroke();
  setLine(ctx, props.width, undefined);
  paintHead(ctx, props.start, first, before.start, length);
  paintHead(ctx, props.end, last, before.end, length);
  const label = labelOf(element, scene);
  if (label) {
    const { x, y, w, h } = label.box;
    ctx.fillStyle = scene.theme.wall;
    roundedRect(ctx, x, y, w, h, 4);
    ctx.fill();
    const { size, weight, lineHeight, padding } = CONNECTOR_LABEL;
    const style = { size, weight, lineHeight, color: scene.theme.ink, align: 'center' } as const;
    paintLines(ctx, label.lines, x + w / 2, y + padding / 2, style);
  }
  ctx.restore();
}

/** A corner, rounded as far as its two sides allow. */
function turn(ctx: PaintContext, before: Vec, corner: Vec, after: Vec): void {
  const radius = Math.min(CORNER, distance(before, corner) / 2, distance(corner, after) / 2);
  if (radius < 1) ctx.lineTo(corner.x, corner.y);
  else ctx.arcTo(corner.x, corner.y, after.x, after.y, radius);
}

/** A line ends in the middle of its triangle: its blunt end would stand out at the tip. */
function trim(tip: Vec, from: Vec, head: Head, length: number): Vec {
  if (head !== 'triangle') return tip;
  const { x, y } = direction(from, tip);
  return { x: tip.x - x * length * 0.7, y: tip.y - y * length * 0.7 };
}

function direction(from: Vec, to: Vec): Vec {
  const length = distance(from, to);
  return length === 0 ? { x: 1, y: 0 } : { x: (to.x - from.x) / length, y: (to.y - from.y) / length };
}

/** `arrow`: two strokes; `triangle`: filled; `dot`: round. */
function paintHead(ctx: PaintContext, head: Head, tip: Vec, from: Vec, length: number): void {
  if (head === 'none') return;
  ctx.beginPath();
  if (head === 'dot') {
    ctx.arc(tip.x, tip.y, length * 0.4, 0, 2 * Math.PI);
    ctx.fill();
    return;
  }
  const { x, y } = direction(from, tip);
  const back = { x: tip.x - x * length, y: tip.y - y * length };
  const half = length * (head === 'arrow' ? 0.6 : 0.5);
  ctx.moveTo(back.x - y * half, back.y + x * half);
  ctx.lineTo(tip.x, tip.y);
  ctx.lineTo(back.x + y * half, back.y - x * half);
  if (head === 'arrow') {
    ctx.stroke();
    return;
  }
  ctx.closePath();
  ctx.fill();
}
