/** Where things come to stand in a grid: under a hand, by an arrow key, or with no place chosen. Nothing is written here. */
import type { Vec } from '../../geometry/vec.ts';
import type { Arrangement, Direction, Element, ElementId, Insertion, Size } from '../ElementKind.ts';
import { countsOn, feltBy, toPlaceY } from './emotion.ts';
import { asGridLayout, cellAt, layOutGrid, valueAt } from './layout.ts';
import { cellOf, columnsOf, type GridProps, rowsOf } from './props.ts';

/** One press of an arrow key in an emotion row. */
export const VALUE_STEP = 0.5;

/** Puts something at a point (relative to the grid's top left), or where there is room. */
export function insertIntoGrid(
  element: Element<GridProps>,
  children: readonly Element[],
  sizeOf: (child: ElementId) => Size,
  point: Vec | null,
  shown: Arrangement,
): Insertion {
  if (point === null) return intoFreeCell(element, children);
  const layout = asGridLayout(shown) ?? layOutGrid(element, children, { sizeOf });
  const cell = cellAt(layout, point.x, point.y);
  if (cell === null) return { before: null, at: [0, 0] };
  // Of the few in the cell, not of the thousands in the grid: asked at each move of a hand.
  const inCell = new Set(layout.cells.get(cell));
  const members = children.flatMap(({ id }) => (inCell.has(id) ? [id] : []));
  const before = members.find((id) => isAfter(point, layout.places.get(id) ?? [0, 0], sizeOf(id)));
  const lane = layout.rows.find(({ row }) => cell.startsWith(`${row.id}:`));
  const feels = lane && lane.curve > 0 && point.y < lane.y + lane.curve ? valueAt(lane, point.y) : null;
  return {
    before: before ?? following(children, members.at(-1)),
    cell,
    ...(feels !== null && { at: [0, toPlaceY(feels)] }),
  };
}

/** Whether something put down at a point comes before what stands there. */
const isAfter = (point: Vec, [x, y]: readonly [number, number], [w, h]: Size): boolean =>
  point.y < y || (point.y < y + h && point.x < x + w / 2);

/** The child after another in the order of all; `null` where it is the last, or there is no other. */
function following(children: readonly Element[], last: ElementId | undefined): ElementId | null {
  const at = children.findIndex(({ id }) => id === last);
  return at === -1 ? null : (children[at + 1]?.id ?? null);
}

/**
 * The first cell with nothing in it, in reading order; the strip where there is none. Several that come at once are all given the same one: they
 * belong together more than one of them belongs to each cell.
 */
function intoFreeCell({ id, props }: Element<GridProps>, children: readonly Element[]): Insertion {
  const taken = new Set(children.filter(({ place }) => place[0] === id).map(({ place }) => place[3]));
  for (const row of rowsOf(props))
    for (const column of columnsOf(props)) {
      const cell = cellOf(row.id, column.id);
      if (!taken.has(cell)) return { before: null, cell };
    }
  return { before: null, at: [0, 0] };
}

/**
 * By one arrow key: along the cell, then into the next one. In an emotion row up and down say how it feels, and lead out of it from its ends.
 * `null` at the edge.
 */
export function stepInGrid(
  element: Element<GridProps>,
  children: readonly Element[],
  id: ElementId,
  direction: Direction,
): Insertion | null {
  const rows = rowsOf(element.props);
  const columns = columnsOf(element.props);
  const { cells, unplaced } = layOutGrid(element, children, { sizeOf: () => [0, 0] });
  const child = children.find((one) => one.id === id);
  if (!child) return null;
  const others = children.filter((one) => one.id !== id);
  const membersOf = (r: number, c: number): readonly ElementId[] => {
    const row = rows[r];
    const column = columns[c];
    return row && column ? (cells.get(cellOf(row.id, column.id)) ?? []) : [];
  };
  const into = (r: number, c: number, isFirst: boolean): Insertion | null => {
    const row = rows[r];
    const column = columns[c];
    if (!row || !column) return null;
    const members = membersOf(r, c);
    const before = isFirst ? members[0] : undefined;
    return { before: before ?? following(others, members.at(-1)), cell: cellOf(row.id, column.id) };
  };
  if (unplaced.includes(id)) {
    if (direction === 'up') return into(rows.length - 1, 0, false);
    const within = along(unplaced, id, direction);
    // Here x and y say nothing: coordinates would be read as what is felt, once it comes into a row.
    return within ? { ...within, at: [0, 0] } : null;
  }
  const cell = child.place[3] ?? '';
  const r = rows.findIndex((row) => cell.startsWith(`${row.id}:`));
  const c = columns.findIndex((column) => cell.endsWith(`:${column.id}`));
  if (direction === 'left' || direction === 'right') {
    const within = along(membersOf(r, c), id, direction);
    if (within) return { ...within, cell };
    return direction === 'left' ? into(r, c - 1, false) : into(r, c + 1, true);
  }
  const by = direction === 'up' ? 1 : -1;
  const value = feltBy(child);
  // Out of the row only from its very end: a hand lets go anywhere, and the last step is a short one then.
  if (rows[r]?.type === 'emotion' && countsOn(child) && value * by < 2)
    return { before: following(children, id), cell, at: [child.place[1], toPlaceY(value + by * VALUE_STEP)] };
  return into(r - by, c, false);
}

/** One place on or back among these; `undefined` at either end. */
function along(members: readonly ElementId[], id: ElementId, direction: Direction): Insertion | undefined {
  const at = members.indexOf(id);
  const isBack = direction === 'left' || direction === 'up';
  if (isBack ? at === 0 : at === members.length - 1) return undefined;
  return { before: members[isBack ? at - 1 : at + 2] ?? null };
}
