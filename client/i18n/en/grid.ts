/** English texts of grids. */
import type { GridMessageId } from '../fr/grid.ts';

export const grid: Readonly<Record<GridMessageId, string>> = {
  'grid.panel': 'Rows and columns',
  'grid.addRow': 'Add a row',
  'grid.addColumn': 'Add a column',
  'grid.rename': 'Rename the row or column',
  'grid.removeRow': 'Remove the row',
  'grid.removeColumn': 'Remove the column',
  'grid.rowUp': 'Move the row up',
  'grid.rowDown': 'Move the row down',
  'grid.columnLeft': 'Move the column left',
  'grid.columnRight': 'Move the column right',
  'grid.say.cell':
    '{row}, {column}: {count, plural, =0 {empty} one {one note} other {# notes}}{text, select, empty {} other {. {text}}}',
  'grid.say.row': 'Row {position} of {count}: {name}',
  'grid.say.column': 'Column {position} of {count}: {name}',
  'grid.say.rowAdded': 'Row {position} of {count} added',
  'grid.say.columnAdded': 'Column {position} of {count} added',
  'grid.say.rowMoved': 'Row placed {position} of {count}',
  'grid.say.columnMoved': 'Column placed {position} of {count}',
  'grid.notice.full': 'A grid takes {limit} rows and {limit} columns at most.',
  'grid.say.moved': 'Placed: {place}',
  'grid.say.removed':
    '“{name}” has been removed.{count, plural, =0 {} one { Its note waits below the grid, to be placed.} other { Its # notes wait below the grid, to be placed.}}',
};
