/**
 * Paints a grid: thin lines and good names, the notes carry the colour. The names of rows and columns are painted apart, so that the screen can
 * keep them at its edge while one moves through a large grid. Curves are in `paintEmotion.ts`.
 */
import type { Locale } from '../../control/Control.ts';
import { type Box, encloses, expand, overlap } from '../../geometry/box.ts';
import { type FittedText, fitText } from '../../text/fitText.ts';
import { measureText } from '../../text/measure.ts';
import type { Theme } from '../../theme/tokens.ts';
import { paintAreaTitle } from '../areaTitle.ts';
import type { Element, Scene } from '../ElementKind.ts';
import type { PaintContext } from '../PaintContext.ts';
import { paintLines, roundedRect } from '../strokes.ts';
import { dayText } from './days.ts';
import { type ColumnLane, GRID, type GridLayout } from './layout.ts';
import { paintEmotion } from './paintEmotion.ts';
import { type Column, type GridProps, letterOf, type Row } from './props.ts';

const NAME = { max: 24, min: 13, weight: 600, lineHeight: 1.25 } as const;
const SMALL = { size: 13, weight: 400, lineHeight: 1.25 } as const;
const RADIUS = 4;
/** Under so many pixels a board unit names are not even specks. */
const FAR = 0.12;
const PILL = { height: 22, padding: 8 } as const;

/** The label of what has no cell yet. */
export const UNPLACED: Readonly<Record<Locale, string>> = { fr: 'À placer', en: 'To be placed' };

/** Paints the grid with its top left at the origin; on a screen, what of it is in sight and around. */
export function paintGrid(ctx: PaintContext, element: Element<GridProps>, scene: Scene, layout: GridLayout): void {
  const { theme } = scene;
  const screen = scene.screen?.();
  const [w, h] = layout.size;
  const whole = { x: 0, y: 0, w, h };
  const seen = (screen && seenOf(element, scene, screen.seen)) ?? null;
  const shown = seen ? overlap(seen, whole) : whole;
  if (!seen || seen.y < 0) paintAreaTitle(ctx, element, theme);
  if (!shown) return;
  // Far within a large grid neither its corners nor its edges are anywhere near.
  const isInside = seen !== null && encloses(expand(whole, -RADIUS), seen);
  ctx.save();
  // Painted by itself, without a board that gives it the size of its content, it keeps to the size it has.
  ctx.beginPath();
  ctx.rect(0, 0, element.size[0], element.size[1]);
  ctx.clip();
  ctx.fillStyle = theme.panel;
  if (isInside) ctx.fillRect(shown.x, shown.y, shown.w, shown.h);
  else {
    roundedRect(ctx, 1, 1, w - 2, h - 2, RADIUS);
    ctx.fill();
  }
  paintBands(ctx, theme, layout);
  for (const lane of layout.rows) if (lane.curve > 0) paintEmotion(ctx, element, scene, layout, lane);
  paintLanes(ctx, theme, layout, shown);
  paintStrip(ctx, scene, layout);
  if (!screen || screen.scale >= FAR) {
    if (shown.y < GRID.header) paintColumnNames(ctx, element, scene, layout, 0, seen);
    if (shown.x < GRID.side) paintRowNames(ctx, theme, layout, 0, seen);
  }
  if (!isInside) {
    roundedRect(ctx, 1, 1, w - 2, h - 2, RADIUS);
    ctx.strokeStyle = theme.areaLine;
    ctx.lineWidth = 2;
    ctx.stroke();
  }
  ctx.restore();
}

/** What of a grid is in sight or near it, from its top left: of a picture of it that is carried along, no name may be missing at its edge. */
function seenOf({ id }: Element, { frame }: Scene, { x, y, w, h }: Box): Box | null {
  const own = frame(id);
  const around = Math.max(w, h) / 2;
  return own && expand({ x: x - own.x, y: y - own.y, w, h }, around);
}

/** Where the names are kept in sight: how far from the grid's top left they stand, `null` where they are in sight anyway. */
export interface Stuck {
  readonly x: number | null;
  readonly y: number | null;
  /** How much is covered left of them. */
  readonly inset: number;
  /** What of the grid is in sight, from its top left: names elsewhere are left out. */
  readonly seen: Box;
}

/** Paints the names again where the window keeps them: over what lies there, on a ground of their own. A name stays within its row or column. */
export function paintStuckNames(
  ctx: PaintContext,
  element: Element<GridProps>,
  scene: Pick<Scene, 'theme' | 'locale' | 'element'>,
  layout: GridLayout,
  { x, y, inset, seen }: Stuck,
): void {
  const { theme } = scene;
  const [w] = layout.size;
  const foot = footOf(layout);
  if (x !== null) {
    ctx.save();
    ctx.translate(x, 0);
    paintGround(ctx, theme, -inset, GRID.header, GRID.side + inset, foot - GRID.header);
    paintRowNames(ctx, theme, layout, (y ?? 0) + GRID.header, seen);
    ctx.restore();
  }
  if (y !== null) {
    ctx.save();
    ctx.translate(0, y);
    paintGround(ctx, theme, GRID.side, 0, w - GRID.side, GRID.header);
    paintColumnNames(ctx, element, scene, layout, x === null ? 0 : x + GRID.side, seen);
    ctx.restore();
  }
  const corner = x === null ? 0 : inset;
  paintGround(ctx, theme, (x ?? 0) - corner, y ?? 0, GRID.side + corner, GRID.header);
}

function paintGround(ctx: PaintContext, theme: Theme, x: number, y: number, w: number, h: number): void {
  ctx.fillStyle = theme.panel;
  ctx.fillRect(x, y, w, h);
  ctx.strokeStyle = theme.areaLine;
  ctx.lineWidth = 1;
  ctx.strokeRect(x + 0.5, y + 0.5, w - 1, h - 1);
}

/** Where the last row ends. */
const footOf = ({ rows, strip, size }: GridLayout): number => {
  const last = rows.at(-1);
  return last ? last.y + last.h : (strip?.y ?? size[1]);
};

/** Names stand on a slightly darker ground than the cells. */
function paintBands(ctx: PaintContext, theme: Theme, layout: GridLayout): void {
  const [w] = layout.size;
  ctx.fillStyle = theme.areaFill;
  ctx.fillRect(1, 1, w - 2, GRID.header - 1);
  ctx.fillRect(1, GRID.header, GRID.side - 1, footOf(layout) - GRID.header);
}

/** The lines between rows and between columns, as far as they are shown. */
function paintLanes(ctx: PaintContext, theme: Theme, layout: GridLayout, { x: left, y: top, w, h }: Box): void {
  const right = left + w;
  const foot = Math.min(footOf(layout), top + h);
  ctx.strokeStyle = theme.areaLine;
  ctx.lineWidth = 1;
  ctx.beginPath();
  for (const x of [GRID.side, ...layout.columns.slice(1).map((lane) => lane.x)]) {
    if (x < left - 1 || x > right) continue;
    ctx.moveTo(x + 0.5, top);
    ctx.lineTo(x + 0.5, foot);
  }
  for (const y of [GRID.header, ...layout.rows.slice(1).map((lane) => lane.y)]) {
    if (y < top - 1 || y > top + h) continue;
    ctx.moveTo(left, y + 0.5);
    ctx.lineTo(right, y + 0.5);
  }
  ctx.stroke();
}

function paintStrip(ctx: PaintContext, { theme, locale }: Scene, { strip, unplaced, size: [w] }: GridLayout): void {
  if (!strip) return;
  ctx.strokeStyle = theme.areaLine;
  ctx.lineWidth = 2;
  ctx.setLineDash([6, 6]);
  ctx.beginPath();
  ctx.moveTo(0, strip.y);
  ctx.lineTo(w, strip.y);
  ctx.stroke();
  ctx.setLineDash([]);
  const words = `${UNPLACED[locale]} · ${unplaced.length}`;
  const style = { size: 15, weight: 600, lineHeight: 1.25, color: theme.mutedInk } as const;
  paintLines(ctx, [words], GRID.pad, strip.y + 11, style);
}

interface Fitted extends FittedText {
  readonly w: number;
  readonly h: number;
}

const fittedNames = new WeakMap<Row | Column, Fitted>();

/** The name of a row or column in its room: laid out once while that stays as large; a row is as high as what lies in it, whatever it is itself. */
function fitName(of: Row | Column, name: string, w: number, h: number): FittedText {
  const old = fittedNames.get(of);
  if (old?.w === w && old.h === h) return old;
  const fitted = { ...fitText(name, { w, h }, NAME), w, h };
  fittedNames.set(of, fitted);
  return fitted;
}

function paintColumnNames(
  ctx: PaintContext,
  { props }: Element<GridProps>,
  { theme, locale, element: find }: Pick<Scene, 'theme' | 'locale' | 'element'>,
  layout: GridLayout,
  /** From where on one sees them. */
  from = 0,
  seen: Box | null = null,
): void {
  const counts = props.counts ? countColumns(layout, find) : null;
  for (const [n, lane] of layout.columns.entries()) {
    if (seen && (lane.x > seen.x + seen.w || lane.x + lane.w < seen.x)) continue;
    const { column } = lane;
    const count = counts && (counts.get(column.id) ?? 0);
    const pill = count === null ? 0 : paintCount(ctx, theme, lane, String(count));
    const day = column.date === undefined ? '' : dayText(column.date, locale);
    const room = lane.w - 2 * GRID.pad - pill;
    const isNamed = column.name.trim() !== '';
    const isDated = day !== '' && isNamed;
    const name = isNamed ? column.name : day || letterOf(n);
    const below = isDated ? SMALL.size * SMALL.lineHeight : 0;
    const fitted = fitNameOf(column, name, room, GRID.header - 16 - below);
    const high = fitted.lines.length * fitted.size * NAME.lineHeight + below;
    const top = (GRID.header - high) / 2;
    const color = isNamed || day !== '' ? theme.ink : theme.mutedInk;
    const x = lane.x + GRID.pad + slide(from - lane.x, room - widestOf(fitted));
    paintLines(ctx, fitted.lines, x, top, { ...NAME, size: fitted.size, color });
    if (isDated) paintLines(ctx, [day], x, top + high - below, { ...SMALL, color: theme.mutedInk });
  }
}

/** A name that may change with the language or the place is laid out anew; one that people gave is kept. */
const fitNameOf = (of: Row | Column, name: string, w: number, h: number): FittedText =>
  of.name.trim() === '' ? fitText(name, { w, h }, NAME) : fitName(of, name, w, h);

function paintRowNames(ctx: PaintContext, theme: Theme, layout: GridLayout, from = 0, seen: Box | null = null): void {
  for (const [n, lane] of layout.rows.entries()) {
    if (seen && (lane.y > seen.y + seen.h || lane.y + lane.h < seen.y)) continue;
    const { row } = lane;
    const isNamed = row.name.trim() !== '';
    // Beside the curve its scale of faces stands at the edge of the cells.
    const room = GRID.side - 2 * GRID.pad - (lane.curve > 0 ? 24 : 0);
    const fitted = fitNameOf(row, isNamed ? row.name : String(n + 1), room, Math.max(24, lane.h - 2 * GRID.pad));
    const style = { ...NAME, size: fitted.size, color: isNamed ? theme.ink : theme.mutedInk };
    const free = lane.h - 2 * GRID.pad - fitted.lines.length * fitted.size * NAME.lineHeight;
    paintLines(ctx, fitted.lines, GRID.pad, lane.y + GRID.pad + 2 + slide(from - lane.y, free), style);
  }
}

/** How far a name goes along with the window, within the room that is left in its lane. */
const slide = (hidden: number, free: number): number => Math.max(0, Math.min(hidden, free));

const widestOf = ({ lines, size }: FittedText): number =>
  Math.max(0, ...lines.map((line) => measureText(line, size, NAME.weight)));

/** What the number of a column counts: titles and frames that stand in it are none of it. */
const COUNTED: ReadonlySet<string> = new Set(['note', 'image', 'cluster']);

/** How many lie in each column, by its id. */
function countColumns({ cells }: GridLayout, find: Scene['element']): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const [cell, ids] of cells) {
    const column = cell.slice(cell.indexOf(':') + 1);
    const count = ids.filter((id) => COUNTED.has(find(id)?.kind ?? '')).length;
    counts.set(column, (counts.get(column) ?? 0) + count);
  }
  return counts;
}

/** The number at the right of a column's name; returns the room it takes. */
function paintCount(ctx: PaintContext, theme: Theme, lane: ColumnLane, words: string): number {
  const w = Math.max(PILL.height, measureText(words, SMALL.size, 600) + 2 * PILL.padding);
  const x = lane.x + lane.w - GRID.pad - w;
  const y = (GRID.header - PILL.height) / 2;
  roundedRect(ctx, x, y, w, PILL.height, PILL.height / 2);
  ctx.fillStyle = theme.areaFill;
  ctx.fill();
  ctx.strokeStyle = theme.areaLine;
  ctx.lineWidth = 1;
  ctx.stroke();
  const style = { size: SMALL.size, weight: 600, lineHeight: 1, color: theme.ink, align: 'center' } as const;
  paintLines(ctx, [words], x + w / 2, y + (PILL.height - SMALL.size) / 2, style);
  return w + 8;
}
