/** The rows or the columns of a grid, in order, and what each is called. Reads only. */
import type { Locale } from '../../../shared/control/Control.ts';
import type { Element } from '../../../shared/elements/ElementKind.ts';
import {
  type Column,
  columnName,
  columnsOf,
  type GridProps,
  type LaneRef,
  type Row,
  rowName,
  rowsOf,
} from '../../../shared/elements/grid/props.ts';

export type Axis = LaneRef['axis'];

export const lanesOf = ({ props }: Element<GridProps>, axis: Axis): readonly (Row | Column)[] =>
  axis === 'row' ? rowsOf(props) : columnsOf(props);

/** What a row or a column is called, with what it is called by where nobody named it; empty for one that is not there. */
export function laneName(grid: Element<GridProps>, axis: Axis, id: string, locale: Locale): string {
  const at = lanesOf(grid, axis).findIndex((one) => one.id === id);
  if (at === -1) return '';
  return axis === 'row'
    ? rowName(rowsOf(grid.props)[at] as Row, at)
    : columnName(columnsOf(grid.props)[at] as Column, at, locale);
}
