/** A grid as a table: what stands in it, row by row, as one would copy it by hand. */
import type { Locale } from '../../control/Control.ts';
import type { Element, ElementId, TableCell } from '../ElementKind.ts';
import { isLaidOut } from '../laidOut.ts';
import { countsOn, feltBy, meanOf } from './emotion.ts';
import { layOutGrid } from './layout.ts';
import { UNPLACED } from './paintGrid.ts';
import { cellOf, columnName, columnsOf, type GridProps, rowName, rowsOf } from './props.ts';

/**
 * The names of the columns, then a line a row: its name, and the texts of each cell, one below the other. An emotion row says before each text
 * what it is worth, and its mean in a row of its own below. What has no cell stands in a last row. Every note once, those of a group or a frame
 * right after its name, in its cell. The words on lines between others, which lie in no cell, come at the very end.
 */
export function gridTable(
  element: Element<GridProps>,
  children: readonly Element[],
  locale: Locale,
  textsIn: (child: ElementId) => readonly string[] = () => [],
): readonly (readonly TableCell[])[] {
  const rows = rowsOf(element.props);
  const columns = columnsOf(element.props);
  const { cells, unplaced } = layOutGrid(element, children.filter(isLaidOut), { sizeOf: () => [0, 0] });
  const byId = new Map(children.map((child) => [child.id, child]));
  const table: TableCell[][] = [['', ...columns.map((column, n) => columnName(column, n, locale))]];
  const number = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 2 });
  for (const [n, row] of rows.entries()) {
    const inColumns = columns.map((column) =>
      (cells.get(cellOf(row.id, column.id)) ?? []).flatMap((id) => byId.get(id) ?? []),
    );
    const name = rowName(row, n);
    const isEmotion = row.type === 'emotion';
    const say = (child: Element): string =>
      isEmotion && countsOn(child) ? `${signed(number, feltBy(child))} ${child.text.trim()}`.trim() : child.text.trim();
    table.push([
      name,
      ...inColumns.map((notes) =>
        notes
          .flatMap((note) => [say(note), ...textsIn(note.id)])
          .filter((text) => text !== '')
          .join('\n'),
      ),
    ]);
    if (!isEmotion) continue;
    const means = inColumns.map((notes) => meanOf(notes.filter(countsOn).map(feltBy)));
    table.push([`${name} (${MEAN[locale]})`, ...means.map((mean) => (mean === null ? '' : round(mean)))]);
  }
  const waiting = unplaced.flatMap((id) => [byId.get(id)?.text.trim() ?? '', ...textsIn(id)]);
  if (unplaced.length > 0 && columns.length > 0) {
    const texts = waiting.filter((text) => text !== '').join('\n');
    table.push([UNPLACED[locale], texts, ...columns.slice(1).map(() => '')]);
  } else {
    for (const text of waiting) table.push([text]);
  }
  for (const child of children) {
    const text = isLaidOut(child) ? '' : child.text.trim();
    if (text !== '') table.push(columns.length === 0 ? [text] : ['', text, ...columns.slice(1).map(() => '')]);
  }
  return table;
}

/** Two decimals, and no negative zero. */
const round = (value: number): number => Math.round(value * 100) / 100 || 0;

const MEAN: Readonly<Record<Locale, string>> = { fr: 'moyenne', en: 'mean' };

/** In parentheses: a sign at the beginning of a cell would be calculated by a spreadsheet. */
const signed = (number: Intl.NumberFormat, value: number): string => `(${value > 0 ? '+' : ''}${number.format(value)})`;
