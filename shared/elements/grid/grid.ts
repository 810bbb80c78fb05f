/**
 * The grid: named rows and columns, and cells that lay out what lies in them. A journey map, an observation grid, a task board, a programme and
 * a storyboard are grids (`presets.ts`). A row may ask for notes, for text, for pictures, or for what people feel: then it draws a curve.
 */
import type { Locale } from '../../control/Control.ts';
import { LIMITS } from '../../protocol/limits.ts';
import { areaBounds, hitsArea, titleOf } from '../areaTitle.ts';
import type { ElementKind } from '../ElementKind.ts';
import { isLaidOut } from '../laidOut.ts';
import { countsOn, feltBy } from './emotion.ts';
import { asGridLayout, GRID, layOutGrid } from './layout.ts';
import { layoutIn } from './layoutIn.ts';
import { insertIntoGrid, stepInGrid } from './moving.ts';
import { paintGrid } from './paintGrid.ts';
import { columnName, columnsOf, GRID_FAMILIES, type GridProps, parseGrid, rowName, rowsOf } from './props.ts';
import { gridTable } from './table.ts';

export const grid: ElementKind<GridProps> = {
  kind: 'grid',
  version: 1,
  hasText: true,
  isContainer: true,
  defaultSize: [GRID.side + GRID.column, GRID.header + 232],
  minSize: [LIMITS.sizeMin, LIMITS.sizeMin],
  maxSize: [LIMITS.areaSizeMax, LIMITS.areaSizeMax],
  defaultProps: {},
  propKeys: ['preset', 'lines', 'counts'],
  families: GRID_FAMILIES,
  parse: parseGrid,
  migrations: {},
  bounds: (element) => areaBounds(element),
  hitTest: (element, point) => hitsArea(element, point),
  paint(ctx, element, scene) {
    paintGrid(ctx, element, scene, layoutIn(element, scene));
  },
  swatch: () => null,
  dependsOn: () => [],
  outline: titleOf,
  row: () => null,
  // They come at the size they are shown at: of thousands none is asked for it.
  arrange: (element, children, _sizeOf, before) =>
    layOutGrid(element, children, { before: asGridLayout(before ?? null) }),
  insertAt: insertIntoGrid,
  step: (element, children, _sizeOf, child, direction) => stepInGrid(element, children, child, direction),
  placing({ props }, child) {
    // What is drawn over it has no cell by nature, and waits for none.
    if (!isLaidOut(child)) return null;
    const cell = child.place[3];
    const colon = cell?.indexOf(':') ?? -1;
    if (cell === undefined) return { isWaiting: true };
    const rows = rowsOf(props);
    const columns = columnsOf(props);
    const r = rows.findIndex(({ id }) => id === cell.slice(0, colon));
    const c = columns.findIndex(({ id }) => id === cell.slice(colon + 1));
    const row = rows[r];
    const column = columns[c];
    if (!row || !column) return { isWaiting: true };
    const name = rowName(row, r);
    const cellIn = (locale: Locale | null): string => `${name} · ${columnName(column, c, locale)}`;
    return {
      cell: cellIn(null),
      ...(column.date !== undefined && { cellIn: { fr: cellIn('fr'), en: cellIn('en') } }),
      ...(row.type === 'emotion' && countsOn(child) && { scores: [{ name, value: feltBy(child), digits: 1 }] }),
    };
  },
  table: gridTable,
};
