/**
 * What lies in each cell of a grid, in lines as wide as the cell: the part of a layout that does not ask where the cell stands. Kept from one
 * layout to the next: where a note has moved, its old cell and its new one are filled anew, and the thousand others stay as they are.
 */
import type { Element, ElementId, Size } from '../ElementKind.ts';
import type { Column, Row } from './props.ts';

/** Between two in a cell, in board units. */
export const CELL_GAP = 12;

export type Child = Pick<Element, 'id' | 'place' | 'size'>;

/** A cell with something in it. */
export interface Cell {
  /** Its row's id and its column's, as `place` names it. */
  readonly name: string;
  /** Place of its column among the columns. */
  readonly column: number;
  readonly ids: readonly ElementId[];
  readonly sizes: readonly Size[];
  readonly widest: number;
}

/** The cells of a row with something in them, from left to right, by the row's id. */
export type CellsByRow = ReadonlyMap<string, readonly Cell[]>;

interface Lanes {
  readonly grid: ElementId;
  readonly rows: readonly Row[];
  readonly columns: readonly Column[];
}

type MutableCell = Cell & { readonly ids: ElementId[]; readonly sizes: Size[]; widest: number };

/** Files children by the cell that they name; `unplaced`: those that name none, or one that is not there. */
export function sortIntoCells(
  { grid, rows, columns }: Lanes,
  children: readonly Child[],
  sized: (child: Child) => Size,
): { readonly byRow: CellsByRow; readonly unplaced: readonly Child[] } {
  const numbers = new Map(columns.map((column, n) => [column.id, n]));
  const byRow = new Map<string, MutableCell[]>(rows.map((row) => [row.id, []]));
  const cells = new Map<string, MutableCell>();
  const unplaced: Child[] = [];
  for (const child of children) {
    const name = child.place[0] === grid ? child.place[3] : undefined;
    let cell = name === undefined ? undefined : cells.get(name);
    // The name of a cell is read once, not for each of the thousands that lie in it.
    if (name !== undefined && !cell) {
      const colon = name.indexOf(':');
      const row = byRow.get(name.slice(0, colon));
      const column = numbers.get(name.slice(colon + 1));
      if (row && column !== undefined) {
        cell = { name, column, ids: [], sizes: [], widest: 0 };
        cells.set(name, cell);
        row.push(cell);
      }
    }
    if (cell) put(cell, child.id, sized(child));
    else unplaced.push(child);
  }
  for (const [row, inRow] of byRow)
    if (inRow.length === 0) byRow.delete(row);
    else inRow.sort((a, b) => a.column - b.column);
  return { byRow, unplaced };
}

function put(cell: MutableCell, id: ElementId, size: Size): void {
  cell.ids.push(id);
  cell.sizes.push(size);
  if (size[0] > cell.widest) cell.widest = size[0];
}

/** More cells than these are filled with all the others. */
const FEW = 32;

/**
 * The cells of `before` with what has come, gone or changed among the children since; `null` where that is too much, or waits for a cell.
 * Children that are the same object have not changed.
 */
export function refillCells(
  { grid, rows, columns }: Lanes,
  before: { readonly children: readonly Child[]; readonly byRow: CellsByRow },
  children: readonly Child[],
): { readonly byRow: CellsByRow; readonly gone: readonly Child[] } | null {
  const { came, gone } = compare(before.children, children);
  const fresh = new Map<string, MutableCell>();
  for (const { place } of [...came, ...gone]) {
    const name = place[0] === grid ? place[3] : undefined;
    if (name === undefined || fresh.size > FEW) return null;
    if (fresh.has(name)) continue;
    const colon = name.indexOf(':');
    const column = columns.findIndex(({ id }) => id === name.slice(colon + 1));
    if (column === -1 || !rows.some(({ id }) => id === name.slice(0, colon))) return null;
    fresh.set(name, { name, column, ids: [], sizes: [], widest: 0 });
  }
  for (const { id, place, size } of children) {
    const cell = place[3] === undefined || place[0] !== grid ? undefined : fresh.get(place[3]);
    if (cell) put(cell, id, size);
  }
  const byRow = new Map(before.byRow);
  for (const cell of fresh.values()) {
    const row = cell.name.slice(0, cell.name.indexOf(':'));
    const rest = (byRow.get(row) ?? []).filter(({ name }) => name !== cell.name);
    const inRow = cell.ids.length === 0 ? rest : [...rest, cell].sort((a, b) => a.column - b.column);
    if (inRow.length === 0) byRow.delete(row);
    else byRow.set(row, inRow);
  }
  return { byRow, gone };
}

/** What is in one of two lists and not in the other, both in one order: found by walking them side by side. */
function compare(
  old: readonly Child[],
  now: readonly Child[],
): { readonly came: readonly Child[]; readonly gone: readonly Child[] } {
  const came: Child[] = [];
  const gone: Child[] = [];
  let [o, n] = [0, 0];
  while (o < old.length || n < now.length) {
    const [before, after] = [old[o], now[n]];
    if (before === after) [o, n] = [o + 1, n + 1];
    else if (before && after && old[o + 1] === after) gone.push(old[o++] as Child);
    else if (before && after && now[n + 1] === before) came.push(now[n++] as Child);
    else {
      if (before) gone.push(old[o++] as Child);
      if (after) came.push(now[n++] as Child);
    }
  }
  return { came, gone };
}

/** Where each stands in its cell. */
export interface Flow {
  readonly spots: readonly (readonly [x: number, y: number])[];
  readonly height: number;
}

/** From left to right in lines no wider than `width` (board units); a line is as high as the highest in it. */
export function flow(sizes: readonly Size[], width: number): Flow {
  const spots: (readonly [number, number])[] = [];
  let [x, y, high] = [0, 0, 0];
  for (const [w, h] of sizes) {
    if (x > 0 && x + w > width) [x, y, high] = [0, y + high + CELL_GAP, 0];
    spots.push([x, y]);
    x += w + CELL_GAP;
    if (h > high) high = h;
  }
  return { spots, height: y + high };
}
