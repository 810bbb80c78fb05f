/**
 * Where rows, columns and what lies in the cells stand: from the written values alone, the same everywhere, never written. A cell lays out
 * its notes in lines, in order of `z`; it widens its column and heightens its row where they need more room than was given. What names no cell,
 * or one that is gone, stands in a strip below, « à placer »: never lost.
 */
import type { Arrangement, Element, ElementId, Size } from '../ElementKind.ts';
import { clampValue } from './emotion.ts';
import { type Column, cellOf, columnsOf, type GridProps, type Row, type RowType, rowsOf } from './props.ts';

/** Measures in board units. */
export const GRID = {
  pad: 16,
  gap: 12,
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
}

/** A cell with something in it. */
interface Filled {
  /** Place of its column among the columns. */
  readonly column: number;
  readonly ids: readonly ElementId[];
  readonly sizes: readonly Size[];
}

const NOTHING: readonly Filled[] = [];

/** What lies in a cell, in order, and how large each is. */
interface Content {
  readonly ids: ElementId[];
  readonly sizes: Size[];
}

type Child = Pick<Element, 'id' | 'place' | 'size'>;

/**
 * Lays a grid out. What it costs are its lanes and what lies in it: an empty cell costs nothing, however many there are. `sizeOf`: where the
 * children have other sizes than they say.
 */
export function layOutGrid(
  { props, id }: Pick<Element<GridProps>, 'props' | 'id'>,
  children: readonly Child[],
  sizeOf?: (child: ElementId) => Size,
): GridLayout {
  const rows = rowsOf(props);
  const columns = columnsOf(props);
  const sized = (child: Child): Size => (sizeOf ? sizeOf(child.id) : child.size);
  const { contents, unplaced } = sortIntoCells(id, rows, columns, children, sized);
  const cells = new Map<string, readonly ElementId[]>();
  const numbers = new Map(columns.map((column, n) => [column.id, n]));
  const widest = new Array<number>(columns.length).fill(0);
  const filled = new Map<string, Filled[]>();
  for (const [cell, { ids, sizes }] of contents) {
    cells.set(cell, ids);
    const colon = cell.indexOf(':');
    const column = numbers.get(cell.slice(colon + 1)) ?? 0;
    for (const [w] of sizes) if (w > (widest[column] ?? 0)) widest[column] = w;
    const row = cell.slice(0, colon);
    const inRow = filled.get(row);
    if (inRow) inRow.push({ column, ids, sizes });
    else filled.set(row, [{ column, ids, sizes }]);
  }
  for (const inRow of filled.values()) inRow.sort((a, b) => a.column - b.column);

  const columnLanes: ColumnLane[] = [];
  let x: number = GRID.side;
  for (const [n, column] of columns.entries()) {
    const content = widest[n] ?? 0;
    const w = Math.max(column.width ?? GRID.column, content === 0 ? 0 : content + 2 * GRID.pad);
    columnLanes.push({ column, x, w });
    x += w;
  }
  const width = columns.length === 0 ? x + GRID.column : x;

  const places = new Map<ElementId, readonly [number, number]>();
  const rowLanes: RowLane[] = [];
  let y: number = GRID.header;
  for (const row of rows) {
    const flowed: { readonly lane: ColumnLane; readonly spots: readonly Spot[] }[] = [];
    let content = 0;
    for (const { column, ids, sizes } of filled.get(row.id) ?? NOTHING) {
      const lane = columnLanes[column] as ColumnLane;
      const { spots, height } = flow(ids, lane.w - 2 * GRID.pad, sizes);
      flowed.push({ lane, spots });
      content = Math.max(content, height);
    }
    const given = row.height ?? ROW_HEIGHT[row.type];
    const inner = content === 0 ? 0 : content + 2 * GRID.pad;
    const least = row.type === 'emotion' ? GRID.curve : 0;
    const h = Math.max(given, inner + least);
    const curve = row.type === 'emotion' ? h - inner : 0;
    for (const { lane, spots } of flowed)
      for (const { id: child, x: dx, y: dy } of spots)
        places.set(child, [lane.x + GRID.pad + dx, y + curve + GRID.pad + dy]);
    rowLanes.push({ row, y, h, curve });
    y += h;
  }
  if (rows.length === 0) y += ROW_HEIGHT.notes;

  const strip = layOutStrip(unplaced, { y, width, sized, places });
  const size = [width, y + (strip?.h ?? 0)] as const;
  const order = rows.flatMap(({ id: row }) => (filled.get(row) ?? NOTHING).flatMap(({ ids }) => ids));
  for (const child of unplaced) order.push(child.id);
  const waiting = unplaced.map((child) => child.id);
  return { size, places, order, columns: columnLanes, rows: rowLanes, cells, unplaced: waiting, strip };
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
  const ids = unplaced.map(({ id }) => id);
  const { spots, height } = flow(ids, width - 2 * GRID.pad, unplaced.map(sized));
  for (const { id, x, y: dy } of spots) places.set(id, [GRID.pad + x, y + GRID.label + dy]);
  return { y, h: GRID.label + height + GRID.pad };
}

function sortIntoCells(
  id: ElementId,
  rows: readonly Row[],
  columns: readonly Column[],
  children: readonly Child[],
  sized: (child: Child) => Size,
): { readonly contents: ReadonlyMap<string, Content>; readonly unplaced: readonly Child[] } {
  const rowIds = new Set(rows.map((row) => row.id));
  const columnIds = new Set(columns.map((column) => column.id));
  const contents = new Map<string, Content>();
  const unplaced: Child[] = [];
  const isThere = (cell: string): boolean => {
    const colon = cell.indexOf(':');
    return rowIds.has(cell.slice(0, colon)) && columnIds.has(cell.slice(colon + 1));
  };
  for (const child of children) {
    const cell = child.place[0] === id ? child.place[3] : undefined;
    const content = cell === undefined ? undefined : contents.get(cell);
    // The name of a cell is read once, not for each of the thousands that lie in it.
    if (content) {
      content.ids.push(child.id);
      content.sizes.push(sized(child));
    } else if (cell !== undefined && isThere(cell)) contents.set(cell, { ids: [child.id], sizes: [sized(child)] });
    else unplaced.push(child);
  }
  return { contents, unplaced };
}

interface Spot {
  readonly id: ElementId;
  readonly x: number;
  readonly y: number;
}

/** From left to right in lines no wider than `width`; a line is as high as the highest in it. */
function flow(
  ids: readonly ElementId[],
  width: number,
  sizes: readonly Size[],
): { readonly spots: readonly Spot[]; readonly height: number } {
  const spots: Spot[] = [];
  let [x, y, high] = [0, 0, 0];
  for (const [n, [w, h]] of sizes.entries()) {
    if (x > 0 && x + w > width) [x, y, high] = [0, y + high + GRID.gap, 0];
    spots.push({ id: ids[n] as ElementId, x, y });
    x += w + GRID.gap;
    high = Math.max(high, h);
  }
  return { spots, height: y + high };
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
