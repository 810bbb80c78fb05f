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
  'grid.say.moved': 'Placed: {place}',
};
