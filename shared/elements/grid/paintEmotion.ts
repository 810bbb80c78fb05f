/**
 * The curve of an emotion row: a line of nothing in particular in the middle, faces at its left, a point for each note, the curve through the
 * means of the steps. Where several lines are told apart, each has marks of its own shape (colour never speaks alone) and the mean of all is
 * the strongest.
 */
import type { Vec } from '../../geometry/vec.ts';
import { NOTE_COLORS, type NoteColor, type Theme } from '../../theme/tokens.ts';
import type { Element, Scene } from '../ElementKind.ts';
import type { PaintContext } from '../PaintContext.ts';
import { paintLines } from '../strokes.ts';
import { curveOf } from './curve.ts';
import { colorOf, countsOn, type EmotionLine, emotionLines, feltBy } from './emotion.ts';
import { type ColumnLane, GRID, type GridLayout, heightOf, type RowLane } from './layout.ts';
import { cellOf, type GridProps } from './props.ts';

const DOT = 4.5;
/** Between the points of several notes of one step. */
const APART = 13;
const FACE = 9;

/** Paints the curve's part of an emotion row. */
export function paintEmotion(
  ctx: PaintContext,
  { props }: Element<GridProps>,
  scene: Scene,
  layout: GridLayout,
  lane: RowLane,
): void {
  const { theme } = scene;
  const notes = layout.columns.map(({ column }) =>
    (layout.cells.get(cellOf(lane.row.id, column.id)) ?? []).flatMap((id) => scene.element(id) ?? []).filter(countsOn),
  );
  paintScale(ctx, theme, layout, lane);
  const lines = emotionLines(notes, props.lines);
  const all = lines.at(-1);
  for (const [n, line] of lines.slice(0, -1).entries())
    paintLine(ctx, theme, layout.columns, lane, line, { n, isColor: props.lines === 'color' });
  if (all) paintMean(ctx, theme, layout.columns, lane, all, lines.length === 1);
  if (lines.length === 1) for (const [n, here] of notes.entries()) paintDots(ctx, theme, layout.columns[n], lane, here);
}

/** Where the points of the notes of a step stand: side by side, each at its own value. */
export function dotsOf(column: ColumnLane, lane: RowLane, notes: readonly Pick<Element, 'place'>[]): readonly Vec[] {
  const step = Math.min(APART, (column.w - 2 * GRID.pad) / Math.max(1, notes.length));
  return notes.map((note, n) => ({
    x: column.x + column.w / 2 + (n - (notes.length - 1) / 2) * step,
    y: heightOf(lane, feltBy(note)),
  }));
}

function paintScale(ctx: PaintContext, theme: Theme, { size: [w] }: GridLayout, lane: RowLane): void {
  ctx.strokeStyle = theme.areaLine;
  ctx.lineWidth = 1;
  ctx.setLineDash([4, 6]);
  ctx.beginPath();
  const middle = heightOf(lane, 0);
  ctx.moveTo(GRID.side, middle);
  ctx.lineTo(w, middle);
  ctx.stroke();
  ctx.setLineDash([]);
  for (const value of [2, 0, -2]) paintFace(ctx, theme, GRID.side - GRID.pad - FACE, heightOf(lane, value), value);
}

/** A face: how the mouth bends is what it says. */
function paintFace(ctx: PaintContext, theme: Theme, x: number, y: number, mood: number): void {
  ctx.strokeStyle = theme.mutedInk;
  ctx.fillStyle = theme.mutedInk;
  ctx.lineWidth = 1.5;
  ctx.lineCap = 'round';
  ctx.beginPath();
  ctx.arc(x, y, FACE, 0, 2 * Math.PI);
  ctx.stroke();
  for (const side of [-1, 1]) {
    ctx.beginPath();
    ctx.arc(x + side * 3, y - 2.5, 1.2, 0, 2 * Math.PI);
    ctx.fill();
  }
  const bend = (mood / 2) * 3.5;
  ctx.beginPath();
  ctx.moveTo(x - 4, y + 3.5 - bend / 2);
  ctx.quadraticCurveTo(x, y + 3.5 + bend, x + 4, y + 3.5 - bend / 2);
  ctx.stroke();
}

/** The points a line goes through: the middle of each column in which somebody says something. */
function pointsOf(columns: readonly ColumnLane[], lane: RowLane, { means }: EmotionLine): Vec[] {
  return columns.flatMap(({ x, w }, n) => {
    const mean = means[n] ?? null;
    return mean === null ? [] : [{ x: x + w / 2, y: heightOf(lane, mean) }];
  });
}

function tracePath(ctx: PaintContext, points: readonly Vec[]): void {
  ctx.beginPath();
  for (const [n, { from, c1, c2, to }] of curveOf(points).entries()) {
    if (n === 0) ctx.moveTo(from.x, from.y);
    ctx.bezierCurveTo(c1.x, c1.y, c2.x, c2.y, to.x, to.y);
  }
}

function paintMean(
  ctx: PaintContext,
  theme: Theme,
  columns: readonly ColumnLane[],
  lane: RowLane,
  line: EmotionLine,
  isAlone: boolean,
): void {
  const points = pointsOf(columns, lane, line);
  ctx.strokeStyle = isAlone ? theme.accent : theme.ink;
  ctx.lineWidth = isAlone ? 3 : 4;
  ctx.lineCap = 'round';
  ctx.lineJoin = 'round';
  tracePath(ctx, points);
  ctx.stroke();
  ctx.fillStyle = isAlone ? theme.accent : theme.ink;
  for (const { x, y } of points) {
    ctx.beginPath();
    ctx.arc(x, y, isAlone ? 6 : 5, 0, 2 * Math.PI);
    ctx.fill();
  }
}

/** One line of several: in its colour with an edge that can be seen, its marks of a shape of its own, its name at its end. */
function paintLine(
  ctx: PaintContext,
  theme: Theme,
  columns: readonly ColumnLane[],
  lane: RowLane,
  line: EmotionLine,
  /** Which of the lines it is; whether its key is a colour, or a tag that may be called like one. */
  { n: index, isColor }: { readonly n: number; readonly isColor: boolean },
): void {
  const points = pointsOf(columns, lane, line);
  const color = isColor && (NOTE_COLORS as readonly unknown[]).includes(line.key) ? (line.key as NoteColor) : null;
  const fill = color === null ? theme.notes[NOTE_COLORS[index % NOTE_COLORS.length] ?? 'yellow'] : theme.notes[color];
  ctx.lineCap = 'round';
  ctx.lineJoin = 'round';
  for (const [style, width] of [
    [theme.mutedInk, 3.5],
    [fill, 2],
  ] as const) {
    ctx.strokeStyle = style;
    ctx.lineWidth = width;
    tracePath(ctx, points);
    ctx.stroke();
  }
  for (const point of points) paintMark(ctx, theme, point, fill, index);
  const last = points.at(-1);
  if (color !== null || !last || line.key === null) return;
  const style = { size: 13, weight: 600, lineHeight: 1, color: theme.ink } as const;
  paintLines(ctx, [line.key.slice(0, 24)], last.x + 11, last.y - 7, style);
}

/** ● ■ ▲ ◆ in turn. */
function paintMark(ctx: PaintContext, theme: Theme, { x, y }: Vec, fill: string, index: number): void {
  const r = DOT + 1;
  const corners: readonly (readonly [number, number])[] | undefined = [
    undefined,
    [
      [-1, -1],
      [1, -1],
      [1, 1],
      [-1, 1],
    ] as const,
    [
      [0, -1.2],
      [1.1, 0.9],
      [-1.1, 0.9],
    ] as const,
    [
      [0, -1.3],
      [1.3, 0],
      [0, 1.3],
      [-1.3, 0],
    ] as const,
  ][index % 4];
  ctx.beginPath();
  if (!corners) ctx.arc(x, y, r, 0, 2 * Math.PI);
  else
    for (const [n, [dx, dy]] of corners.entries()) {
      if (n === 0) ctx.moveTo(x + dx * r, y + dy * r);
      else ctx.lineTo(x + dx * r, y + dy * r);
    }
  ctx.closePath();
  ctx.fillStyle = fill;
  ctx.fill();
  ctx.strokeStyle = theme.mutedInk;
  ctx.lineWidth = 1.5;
  ctx.stroke();
}

function paintDots(
  ctx: PaintContext,
  theme: Theme,
  column: ColumnLane | undefined,
  lane: RowLane,
  notes: readonly Element[],
): void {
  if (!column) return;
  for (const [n, { x, y }] of dotsOf(column, lane, notes).entries()) {
    const color = colorOf(notes[n] as Element) as NoteColor | null;
    ctx.beginPath();
    ctx.arc(x, y, DOT, 0, 2 * Math.PI);
    ctx.fillStyle = color === null ? theme.panel : theme.notes[color];
    ctx.fill();
    ctx.strokeStyle = theme.mutedInk;
    ctx.lineWidth = 1.5;
    ctx.stroke();
  }
}
