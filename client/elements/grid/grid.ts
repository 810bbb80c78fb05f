/**
 * The grid on the screen: taken by its border, its title and the names of its rows and columns, so that one can work in its cells. Its parts (borders
 * between columns, names, points of a curve) are in `parts.ts`.
 */
import { hitsAreaHandle } from '../../../shared/elements/areaTitle.ts';
import { GRID } from '../../../shared/elements/grid/layout.ts';
import { layoutIn } from '../../../shared/elements/grid/layoutIn.ts';
import { paintStuckNames } from '../../../shared/elements/grid/paintGrid.ts';
import { BLANK_GRID, type GridProps } from '../../../shared/elements/grid/props.ts';
import { areaCaption, areaTitleField } from '../areaTitle.ts';
import type { ElementView } from '../ElementView.ts';
import { gridPart } from './parts.ts';

export const grid: ElementView<GridProps> = {
  label: 'editor.kind.grid',
  counted: 'editor.counted.grid',
  icon: 'table-2',
  raster: 'vector',
  resize: 'none',
  discardEmpty: 'never',
  isMultiline: false,
  grabs(element, point, reach) {
    if (hitsAreaHandle(element, point, reach)) return true;
    const [w, h] = element.size;
    const isInside = point.x >= 0 && point.y >= 0 && point.x <= w && point.y <= h;
    return isInside && (point.x < GRID.side || point.y < GRID.header);
  },
  begins: () => BLANK_GRID,
  commands: ['grid.panel', 'grid.addRow', 'grid.addColumn'],
  caption: areaCaption,
  field: areaTitleField,
  partAt: gridPart,
  // Its corners are rounded.
  solid: 8,
  stuck: {
    /** How far the names reach from the left and from the top. */
    side: GRID.side,
    header: GRID.header,
    paint: (ctx, element, scene, at) => paintStuckNames(ctx, element, scene, layoutIn(element, scene), at),
  },
};
