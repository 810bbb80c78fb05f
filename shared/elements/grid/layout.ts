/**
 * Where rows, columns and what lies in the cells stand: from the written values alone, the same everywhere, never written. A cell lays out
 * its notes in lines, in order of `z`; it widens its column and heightens its row where they need more room than was given. What names no cell,
 * or one that is gone, stands in a strip below, « à placer »: never lost.
 */
import type { Arrangement, Element, ElementId, Size } from '../ElementKind.ts';
import { type Cell, type CellsByRow, type Child, type Flow, flow, refillCells, sortIntoCells } from './cells.ts';
import { clampValue } from './emotion.ts';
import { type Column, cellOf, columnsOf, type GridProps, type Row, type RowType, rowsOf } from './props.ts';

/** Measures in board units. */
export const GRID = {
  pad: 16,
  /** Names of rows stand in a column of this width, names of columns in a row of this height. */
  side: 168,
  header: 64,
  column: 232,
  /** The part of an emotion row in which the curve is drawn, at least. */
  curve: 176,
  /** Above the notes of the strip: its label. */
  label: 40,
} as const;

const ROW_HEIGHT: Readonly<Record<RowType, number>> = { notes: 232, text: 152, emotion: 232, picture: 232 };

export interface ColumnLane {
  readonly column: Column;
  readonly x: number;
  readonly w: number;
}

export interface RowLane {
  readonly row: Row;
  readonly y: number;
  readonly h: number;
  /** Height of the part above the notes in which an emotion row draws its curve; 0 in other rows. */
  readonly curve: number;
}

export interface GridLayout extends Arrangement {
  readonly columns: readonly ColumnLane[];
  readonly rows: readonly RowLane[];
  /** What lies in each cell, in order. Only cells with something in them. */
  readonly cells: ReadonlyMap<string, readonly ElementId[]>;
  readonly unplaced: readonly ElementId[];
  /** Where the strip begins and how high it is; `null` where everything has its cell. */
  readonly strip: { readonly y: number; readonly h: number } | null;
  readonly made?: Made;
}

/** What a layout was made from, for the next one. */
interface Made {
  readonly props: GridProps;
  readonly children: readonly Child[];
  readonly unplaced: readonly Child[];
  readonly byRow: CellsByRow;
  /** How what lies in a cell flows in it. */
  readonly flows: ReadonlyMap<Cell, Flow>;
}

const NOTHING: readonly Cell[] = [];

/**
 * Lays a grid out. What it costs are its lanes and what lies in it: an empty cell costs nothing, however many there are. `before`: as it was, of
 * which all is kept that has not changed. `sizeOf`: where the children have other sizes than they say; then nothing is kept.
 */
export function layOutGrid(
  { props, id }: Pick<Element<GridProps>, 'props' | 'id'>,
  children: readonly Child[],
  { sizeOf, before }: { readonly sizeOf?: (child: ElementId) => Size; readonly before?: GridLayout | null } = {},
): GridLayout {
  const lanes = { grid: id, rows: rowsOf(props), columns: columnsOf(props) };
  const sized = (child: Child): Size => (sizeOf ? sizeOf(child.id) : child.size);
  const old = before?.made?.props === props && !sizeOf ? before : null;
  const refilled = old?.made ? refillCells(lanes, old.made, children) : null;
  if (old?.made && refilled) {
    const { byRow, gone } = refilled;
    const columns = columnLanes(lanes.columns, byRow);
    // A column that became wider or narrower lets its cells flow anew, and moves all that stands to the right.
    if (columns.every(({ w }, n) => w === old.columns[n]?.w)) {
      const kept = { old, gone };
      return assemble(lanes.rows, old.columns, { props, children, unplaced: old.made.unplaced, byRow }, sized, kept);
    }
  }
  const { byRow, unplaced } = sortIntoCells(lanes, children, sized);
  const columns = columnLanes(lanes.columns, byRow);
  return assemble(lanes.rows, columns, { props, children, unplaced, byRow }, sized, null);
}

/** Columns are as wide as was asked, or as the widest that lies in them needs. */
function columnLanes(columns: readonly Column[], byRow: CellsByRow): readonly ColumnLane[] {
  const widest = new Array<number>(columns.length).fill(0);
  for (const cells of byRow.values())
    for (const { column, widest: w } of cells) if (w > (widest[column] ?? 0)) widest[column] = w;
  let x: number = GRID.side;
  return columns.map((column, n) => {
    const content = widest[n] ?? 0;
    const lane = { column, x, w: Math.max(column.width ?? GRID.column, content === 0 ? 0 : content + 2 * GRID.pad) };
    x += lane.w;
    return lane;
  });
}

/** Puts the rows below each other. Of what is `kept`, only what stands elsewhere now is placed anew. */
function assemble(
  rows: readonly Row[],
  columns: readonly ColumnLane[],
  made: Omit<Made, 'flows'>,
  sized: (child: Child) => Size,
  kept: { readonly old: GridLayout; readonly gone: readonly Child[] } | null,
): GridLayout {
  const old = kept?.old;
  const places = new Map(old?.places);
  for (const child of kept?.gone ?? []) places.delete(child.id);
  const cells = new Map<string, readonly ElementId[]>();
  const flows = new Map<Cell, Flow>();
  const order: ElementId[] = [];
  const rowLanes: RowLane[] = [];
  let y: number = GRID.header;
  for (const [n, row] of rows.entries()) {
    const inRow = made.byRow.get(row.id) ?? NOTHING;
    let content = 0;
    for (const cell of inRow) {
      const { w } = columns[cell.column] as ColumnLane;
      const flowed = old?.made?.flows.get(cell) ?? flow(cell.sizes, w - 2 * GRID.pad);
      flows.set(cell, flowed);
      cells.set(cell.name, cell.ids);
      for (const child of cell.ids) order.push(child);
      if (flowed.height > content) content = flowed.height;
    }
    const given = row.height ?? ROW_HEIGHT[row.type];
    const inner = content === 0 ? 0 : content + 2 * GRID.pad;
    const h = Math.max(given, inner + (row.type === 'emotion' ? GRID.curve : 0));
    const curve = row.type === 'emotion' ? h - inner : 0;
    const stood = old?.rows[n];
    const stands = stood?.y === y && stood.curve === curve;
    for (const cell of inRow) {
      if (stands && old?.made?.flows.has(cell)) continue;
      const left = (columns[cell.column] as ColumnLane).x + GRID.pad;
      const top = y + curve + GRID.pad;
      const { spots } = flows.get(cell) as Flow;
      for (const [k, child] of cell.ids.entries()) {
        const [dx, dy] = spots[k] as readonly [number, number];
        places.set(child, [left + dx, top + dy]);
      }
    }
    rowLanes.push(stands && stood.h === h ? stood : { row, y, h, curve });
    y += h;
  }
  if (rows.length === 0) y += ROW_HEIGHT.notes;

  const last = columns.at(-1);
  const width = last ? last.x + last.w : GRID.side + GRID.column;
  const strip = layOutStrip(made.unplaced, { y, width, sized, places });
  const size = [width, y + (strip?.h ?? 0)] as const;
  const waiting = made.unplaced.map((child) => child.id);
  order.push(...waiting);
  return { size, places, order, columns, rows: rowLanes, cells, unplaced: waiting, strip, made: { ...made, flows } };
}

function layOutStrip(
  unplaced: readonly Child[],
  {
    y,
    width,
    sized,
    places,
  }: {
    readonly y: number;
    readonly width: number;
    readonly sized: (child: Child) => Size;
    readonly places: Map<ElementId, readonly [number, number]>;
  },
): GridLayout['strip'] {
  if (unplaced.length === 0) return null;
  const { spots, height } = flow(unplaced.map(sized), width - 2 * GRID.pad);
  for (const [n, { id }] of unplaced.entries()) {
    const [x, dy] = spots[n] as readonly [number, number];
    places.set(id, [GRID.pad + x, y + GRID.label + dy]);
  }
  return { y, h: GRID.label + height + GRID.pad };
}

/** The row at a height, the column at a distance from the left edge; the nearest one outside them all. `null` where there is none. */
export function cellAt({ rows, columns, strip }: GridLayout, x: number, y: number): string | null {
  if (strip && y >= strip.y) return null;
  const row = rows.find((lane) => y < lane.y + lane.h) ?? rows.at(-1);
  const column = columns.find((lane) => x < lane.x + lane.w) ?? columns.at(-1);
  return row && column ? cellOf(row.row.id, column.column.id) : null;
}

/** What a height in an emotion row is worth: from 2 at the top of the curve's part to −2 at its foot, in tenths. */
export function valueAt({ y, curve }: Pick<RowLane, 'y' | 'curve'>, height: number): number {
  const { top, span } = curveZone({ y, curve });
  return clampValue(2 - ((height - top) / span) * 4);
}

/** Where a value stands in an emotion row. */
export function heightOf(lane: Pick<RowLane, 'y' | 'curve'>, value: number): number {
  const { top, span } = curveZone(lane);
  return top + ((2 - value) / 4) * span;
}

/** The part of the row between the values 2 and −2: a little air is left above and below. */
function curveZone({ y, curve }: Pick<RowLane, 'y' | 'curve'>): { readonly top: number; readonly span: number } {
  const air = 20;
  return { top: y + air, span: Math.max(1, curve - 2 * air) };
}

/** An arrangement as the grid made it; `null` for what another kind made. */
export const asGridLayout = (arrangement: Arrangement | null): GridLayout | null =>
  arrangement !== null && 'cells' in arrangement ? (arrangement as GridLayout) : null;
