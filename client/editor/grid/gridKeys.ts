/**
 * The keys of a grid, while it is selected alone and nobody types: arrows walk the cells, Enter writes in one (on a name: names it anew), Tab goes
 * on, alt and an arrow carries the last note of the cell (on a name: the row or column itself), ctrl, shift and an arrow add a row or a column,
 * Delete on a name takes it away.
 */
import type { Direction } from '../../../shared/elements/ElementKind.ts';
import type { Key } from '../keyboard.ts';
import type { Later } from '../Later.ts';
import type { GridLanes } from './GridLanes.ts';
import type { Grids } from './Grids.ts';

/** What changes rows and columns, once it is here. */
export type LaterLanes = Pick<Later<{ readonly lanes: GridLanes }>, 'with'>;

const ARROWS: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

/** Does what a key means in the grid that is selected; whether it meant something. */
export function takeGridKey(grids: Grids, extras: LaterLanes, key: Key, isReadOnly: boolean): boolean {
  const grid = grids.selected;
  if (!grid) return false;
  const { cursor, header } = grids;
  const arrow = ARROWS[key.key];
  const isModified = key.ctrlKey || key.metaKey;
  if (arrow && !isModified && !key.altKey && !key.shiftKey) return grids.walk(grid, arrow) || cursor !== null;
  if (!cursor) return false;
  if (key.key === 'Escape') {
    grids.stand(null);
    return true;
  }
  if (key.key === 'Tab' && !isModified && !key.altKey) return grids.next(grid, key.shiftKey ? -1 : 1);
  if (isReadOnly) return false;
  if (arrow && key.altKey && !isModified) {
    const by = arrow === 'down' || arrow === 'right' ? 1 : -1;
    if (header) extras.with(({ lanes }) => lanes.shift(header, by));
    else grids.carry(arrow);
    // Even where there is nothing to move: to a browser, alt and an arrow mean the page before.
    return true;
  }
  if (arrow && isModified && key.shiftKey && !key.altKey) {
    extras.with(({ lanes }) => addBeside(grids, lanes, arrow));
    return true;
  }
  if (isModified || key.altKey) return false;
  if (key.key === 'Enter' || key.key === 'F2') {
    if (header) grids.rename(header);
    else if (key.key === 'Enter' && !key.shiftKey && cursor.row !== null) grids.addNote(cursor);
    else return false;
    return true;
  }
  if (key.key === 'Delete' || key.key === 'Backspace') {
    // In a cell, this key would take the whole grid away: whoever stands there means something else.
    if (!header) grids.sayCell();
    // A key that is held down was meant for one row or column.
    else if (!key.repeat) extras.with(({ lanes }) => lanes.remove(header));
    return true;
  }
  return false;
}

/** Whether Tab goes on in the grid, rather than to the next element. */
export function takesGridTab(grids: Grids, direction: 1 | -1): boolean {
  const grid = grids.selected;
  return grid !== null && grids.cursor !== null && grids.hasNext(grid, direction);
}

/** A row or a column beside where one stands; one then stands on its name, to give it one. */
function addBeside(grids: Grids, lanes: GridLanes, arrow: Direction): void {
  const grid = grids.selected;
  if (!grid) return;
  const axis = arrow === 'up' || arrow === 'down' ? 'row' : 'column';
  const side = arrow === 'up' || arrow === 'left' ? 'before' : 'after';
  const id = lanes.add(grid, axis, grids.lane(axis)?.id ?? null, side);
  if (id === null) return;
  grids.standOn({ grid: grid.id, axis, id });
}
