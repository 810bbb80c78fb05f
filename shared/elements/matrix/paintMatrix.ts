/** Paints a matrix: tinted parts, thin lines, two axes that point to where values grow, labels, and the heap of what is to be placed. */
import type { Locale } from '../../control/Control.ts';
import type { Box } from '../../geometry/box.ts';
import type { Vec } from '../../geometry/vec.ts';
import { fitText } from '../../text/fitText.ts';
import type { Theme } from '../../theme/tokens.ts';
import { paintAreaTitle } from '../areaTitle.ts';
import type { Element, Scene } from '../ElementKind.ts';
import type { PaintContext } from '../PaintContext.ts';
import { standingOf } from '../standing.ts';
import { paintLines, roundedRect } from '../strokes.ts';
import { LABEL_LINE_HEIGHT, type Label, labelsOf } from './labels.ts';
import { countsOn, type MatrixProps, PART_TINTS } from './props.ts';
import { partsOf, sharesAt } from './score.ts';
import { ticksOf } from './ticks.ts';
import { MATRIX_WORDS } from './words.ts';

const LINE = 2;
const AXIS_LINE = 3;
const ARROW = 14;

/** Up to so many parts have tints of their own; more of them grow denser to where the values do, or they would be a patchwork. */
const FEW = 4;

function paintTint(ctx: PaintContext, box: Box, { x, y, columns, rows }: MatrixProps, at: Vec, theme: Theme): void {
  const isDark = theme.name === 'dark';
  if (columns * rows <= FEW) {
    ctx.globalAlpha = isDark ? 0.09 : 0.2;
    ctx.fillStyle = theme.notes[PART_TINTS[(at.x + 2 * at.y) % PART_TINTS.length] ?? 'grey'];
  } else {
    const along = (n: number, count: number): number => (count === 1 ? 0.5 : n / (count - 1));
    const right = along(at.x, columns);
    const up = 1 - along(at.y, rows);
    const share = ((x.isReversed ? 1 - right : right) + (y.isReversed ? 1 - up : up)) / 2;
    ctx.globalAlpha = (isDark ? 0.14 : 0.42) * (0.12 + 0.88 * share);
    ctx.fillStyle = theme.notes.blue;
  }
  ctx.fillRect(box.x, box.y, box.w, box.h);
  ctx.globalAlpha = 1;
}

function paintParts(ctx: PaintContext, plot: Box, props: MatrixProps, theme: Theme): void {
  const { columns, rows, tint } = props;
  const [w, h] = [plot.w / columns, plot.h / rows];
  ctx.fillStyle = theme.panel;
  ctx.fillRect(plot.x, plot.y, plot.w, plot.h);
  if (tint === 'none' || theme.name === 'contrast') {
    ctx.fillStyle = theme.areaFill;
    ctx.fillRect(plot.x, plot.y, plot.w, plot.h);
  } else {
    for (let row = 0; row < rows; row++)
      for (let column = 0; column < columns; column++) {
        const box = { x: plot.x + column * w, y: plot.y + row * h, w, h };
        paintTint(ctx, box, props, { x: column, y: row }, theme);
      }
  }
  ctx.strokeStyle = theme.areaLine;
  ctx.lineWidth = LINE;
  ctx.setLineDash([]);
  ctx.beginPath();
  for (let column = 1; column < columns; column++) {
    ctx.moveTo(plot.x + column * w, plot.y);
    ctx.lineTo(plot.x + column * w, plot.y + plot.h);
  }
  for (let row = 1; row < rows; row++) {
    ctx.moveTo(plot.x, plot.y + row * h);
    ctx.lineTo(plot.x + plot.w, plot.y + row * h);
  }
  ctx.stroke();
  ctx.strokeRect(plot.x, plot.y, plot.w, plot.h);
}

/** The two edges that are the axes, darker, each with an arrow at the end where its values are largest. */
function paintAxes(ctx: PaintContext, plot: Box, { x, y }: MatrixProps, theme: Theme, locale: Locale): void {
  const [left, bottom, right] = [plot.x, plot.y + plot.h, plot.x + plot.w];
  ctx.strokeStyle = theme.mutedInk;
  ctx.lineWidth = AXIS_LINE;
  ctx.lineCap = 'round';
  ctx.lineJoin = 'round';
  ctx.beginPath();
  ctx.moveTo(left, plot.y);
  ctx.lineTo(left, bottom);
  ctx.lineTo(right, bottom);
  const reach = Math.min(ARROW, plot.w * 0.03, plot.h * 0.03);
  const [tipX, backX] = x.isReversed ? [left, reach] : [right, -reach];
  ctx.moveTo(tipX + backX, bottom - reach * 0.7);
  ctx.lineTo(tipX, bottom);
  ctx.lineTo(tipX + backX, bottom + reach * 0.7);
  const [tipY, backY] = y.isReversed ? [bottom, -reach] : [plot.y, reach];
  ctx.moveTo(left - reach * 0.7, tipY + backY);
  ctx.lineTo(left, tipY);
  ctx.lineTo(left + reach * 0.7, tipY + backY);
  ctx.stroke();
  // Where numbers and days stand; steps are parts of the axis, not points on it.
  ctx.lineWidth = LINE;
  ctx.beginPath();
  const out = reach * 0.6;
  for (const { share } of x.scale === 'ordinal' ? [] : ticksOf(x, locale)) {
    ctx.moveTo(left + share * plot.w, bottom);
    ctx.lineTo(left + share * plot.w, bottom + out);
  }
  for (const { share } of y.scale === 'ordinal' ? [] : ticksOf(y, locale)) {
    ctx.moveTo(left, bottom - share * plot.h);
    ctx.lineTo(left - out, bottom - share * plot.h);
  }
  ctx.stroke();
}

/** Paints one label into its box: in the middle of its height, or at its top where it reads from the left. */
export function paintLabel(ctx: PaintContext, label: Label, theme: Theme): void {
  const { box, fitted, align, weight, tone, isUpright } = label;
  const style = {
    size: fitted.size,
    weight,
    lineHeight: LABEL_LINE_HEIGHT,
    color: tone === 'ink' ? theme.ink : theme.mutedInk,
    align,
  } as const;
  const along = isUpright ? box.h : box.w;
  const x = align === 'left' ? 0 : align === 'center' ? along / 2 : along;
  ctx.save();
  if (isUpright) {
    // From below upwards, with the foot of the letters towards the plot.
    ctx.translate(box.x, box.y + box.h);
    ctx.rotate(-Math.PI / 2);
    const height = fitted.lines.length * fitted.size * LABEL_LINE_HEIGHT;
    paintLines(ctx, fitted.lines, x, box.w - height, style);
  } else {
    ctx.translate(box.x, box.y);
    paintLines(ctx, fitted.lines, x, 0, style);
  }
  ctx.restore();
}

function paintHeap(ctx: PaintContext, heap: Box, element: Element, scene: Scene, waiting: number): void {
  const { theme, locale } = scene;
  const words = MATRIX_WORDS[locale];
  roundedRect(ctx, heap.x, heap.y, heap.w, heap.h, 4);
  ctx.fillStyle = element.place[0] === null ? theme.areaFill : theme.wall;
  ctx.fill();
  ctx.strokeStyle = theme.areaLine;
  ctx.lineWidth = LINE;
  ctx.setLineDash([8, 6]);
  ctx.stroke();
  ctx.setLineDash([]);
  const margin = Math.min(20, heap.w * 0.08);
  const room = { w: heap.w - 2 * margin, h: Math.min(60, heap.h * 0.1) };
  if (room.w < 24 || room.h < 12) return;
  const head = fitText(words.waiting(waiting), room, { max: 21, min: 9, weight: 600, lineHeight: 1.2 });
  const style = { size: head.size, weight: 600, lineHeight: 1.2, color: theme.mutedInk } as const;
  paintLines(ctx, head.lines, heap.x + margin, heap.y + margin * 0.8, style);
  if (waiting > 0) return;
  const top = heap.y + margin * 0.8 + head.lines.length * head.size * 1.2 + margin * 0.6;
  const hint = fitText(
    words.hint,
    { w: room.w, h: Math.max(20, heap.h * 0.2) },
    { max: 17, min: 9, weight: 400, lineHeight: 1.35 },
  );
  const small = { size: hint.size, weight: 400, lineHeight: 1.35, color: theme.mutedInk } as const;
  paintLines(ctx, hint.lines, heap.x + margin, top, small);
}

/** How many of a matrix's children count outside the plot. */
export function countWaiting(
  element: Element<MatrixProps>,
  scene: Pick<Scene, 'children' | 'element' | 'frame'>,
): number {
  const frame = scene.frame(element.id);
  if (!frame) return 0;
  const { plot } = partsOf(element.size);
  let waiting = 0;
  for (const id of scene.children(element.id)) {
    const child = scene.element(id);
    const shown = child && countsOn(child) ? scene.frame(id) : null;
    if (!child || !shown) continue;
    const box = standingOf(child, shown);
    if (!sharesAt(plot, { x: box.x + box.w / 2 - frame.x, y: box.y + box.h / 2 - frame.y })) waiting++;
  }
  return waiting;
}

/** Draws a matrix with its top left at the origin. */
export function paintMatrix(ctx: PaintContext, element: Element<MatrixProps>, scene: Scene): void {
  const { theme, locale } = scene;
  const { plot, heap } = partsOf(element.size);
  paintParts(ctx, plot, element.props, theme);
  paintAxes(ctx, plot, element.props, theme, locale);
  for (const label of labelsOf(element, locale)) paintLabel(ctx, label, theme);
  paintHeap(ctx, heap, element, scene, countWaiting(element, scene));
  paintAreaTitle(ctx, element, theme);
}
