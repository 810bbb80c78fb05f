/**
 * Rows as CSV (RFC 4180) that French and English spreadsheets open with a double click: a byte order mark, the separator and the decimal
 * sign of the language. What people wrote can never become a formula, whichever separator a program takes.
 */
import type { Locale } from '../control/Control.ts';
import type { TableCell } from '../elements/ElementKind.ts';
import { NOTE_COLORS, type NoteColor } from '../theme/tokens.ts';
import { neutralise } from './cells.ts';
import type { Row } from './table.ts';

export const SEPARATORS = [';', ',', '\t'] as const;
export type Separator = (typeof SEPARATORS)[number];

export interface CsvOptions {
  readonly separator: Separator;
  /** Language of the column names and colours; absent: the names of the contract, for programs. */
  readonly locale?: Locale;
}

/** What a spreadsheet of that language takes for the end of a cell. */
export const separatorFor = (locale: Locale): Separator => (locale === 'fr' ? ';' : ',');

const BOM = '\ufeff';

/** Columns before the scores and after them, in the order of the contract; what is ours comes last. */
const COLUMNS = {
  before: ['board', 'area', 'cluster', 'cell', 'note', 'text', 'colour', 'tags', 'x', 'y'],
  after: ['author', 'reactions', 'comments'],
} as const;
type Column = (typeof COLUMNS)['before' | 'after'][number];

const NAMES: Readonly<Record<Locale, Readonly<Record<Column, string>>>> = {
  fr: {
    ...{ board: 'mur', area: 'zone', cluster: 'regroupement', cell: 'case', note: 'note', text: 'texte' },
    ...{ colour: 'couleur', tags: 'étiquettes', x: 'x', y: 'y', author: 'auteur ou autrice' },
    ...{ reactions: 'réactions', comments: 'commentaires' },
  },
  en: {
    ...{ board: 'board', area: 'area', cluster: 'cluster', cell: 'cell', note: 'note', text: 'text' },
    ...{ colour: 'colour', tags: 'tags', x: 'x', y: 'y', author: 'author' },
    ...{ reactions: 'reactions', comments: 'comments' },
  },
};

const COLOR_NAMES: Readonly<Record<Locale, Readonly<Record<NoteColor, string>>>> = {
  fr: {
    ...{ yellow: 'jaune', orange: 'orange', red: 'rouge', pink: 'rose' },
    ...{ purple: 'violet', blue: 'bleu', green: 'vert', grey: 'gris' },
  },
  en: Object.fromEntries(NOTE_COLORS.map((color) => [color, color])) as Record<NoteColor, string>,
};

/** One column of scores: an axis of an area. */
interface ScoreColumn {
  readonly key: string;
  readonly title: string;
}

/** Two rows of a grid are two axes, both the first: their names tell them apart. */
const keyOf = ({ area, axis, name }: Row['scores'][number]): string => `${area} ${axis} ${name}`;

/** A column an axis that any row has a score on; the area's title is added where two axes, or an axis and a column, have one name. */
function scoreColumns(rows: readonly Row[], others: readonly string[]): ScoreColumn[] {
  const found = new Map<string, { readonly name: string; readonly long: string }>();
  for (const row of rows)
    for (const score of row.scores)
      if (!found.has(keyOf(score))) {
        const name = score.name.trim() || `score ${score.axis + 1}`;
        found.set(keyOf(score), { name, long: [score.areaTitle, name].filter(Boolean).join(' – ') });
      }
  const counts = new Map(others.map((name) => [name, 1]));
  const taken = new Set(others);
  for (const { name } of found.values()) counts.set(name, (counts.get(name) ?? 0) + 1);
  // The number last given to a title: of ten thousand axes of one name, nobody tries all numbers again for each.
  const given = new Map<string, number>();
  return [...found].map(([key, { name, long }]) => {
    const title = (counts.get(name) ?? 0) > 1 ? long : name;
    let free = title;
    let n = given.get(title) ?? 1;
    while (taken.has(free)) free = `${title} (${++n})`;
    given.set(title, n);
    taken.add(free);
    return { key, title: free };
  });
}

/** The rows as CSV, names of the columns first. */
export function toCsv(rows: readonly Row[], { separator, locale }: CsvOptions): string {
  const name = (column: Column): string => NAMES[locale ?? 'en'][column];
  const scores = scoreColumns(rows, [...COLUMNS.before, ...COLUMNS.after].map(name));
  const header = [...COLUMNS.before.map(name), ...scores.map(({ title }) => title), ...COLUMNS.after.map(name)];
  const number = (text: string): string => decimal(text, separator);
  const places = new Map(scores.map(({ key }, n) => [key, n]));
  // Line by line: of thousands of rows under thousands of axes nearly all cells are empty, and all of them at once fill the memory.
  const lines = rows.map((row) => {
    const values = new Array<string>(scores.length).fill('');
    for (const score of row.scores)
      values[places.get(keyOf(score)) as number] = isNumber(score.text) ? number(score.text) : said(score.text);
    const cells = [
      ...[row.board, row.area, row.cluster, row.cell, row.note, row.text].map(said),
      said(colorName(row.color, locale)),
      said(row.tags.join(', ')),
      number(String(row.x)),
      number(String(row.y)),
      ...values,
      said(row.author),
      String(row.reactions),
      String(row.comments),
    ];
    return lineOf(cells, separator);
  });
  return writeLines([lineOf(header.map(said), separator), ...lines]);
}

/** Any table as CSV: what an area that is a table itself is written as. What people wrote stays as it is, also where it looks like a number. */
export const tableToCsv = (rows: readonly (readonly TableCell[])[], separator: Separator): string =>
  writeLines(
    rows.map((row) =>
      lineOf(
        row.map((cell) => (typeof cell === 'number' ? decimal(String(cell), separator) : said(cell))),
        separator,
      ),
    ),
  );

const lineOf = (cells: readonly string[], separator: Separator): string => cells.map(quote).join(separator);

const writeLines = (lines: readonly string[]): string => BOM + lines.map((line) => `${line}\r\n`).join('');

const isNumber = (text: string): boolean => /^-?\d+(?:\.\d+)?$/.test(text);

/** A number as the spreadsheets of that separator read it: with a point, `12.5` would be the 12th of May in a French one. */
const decimal = (text: string, separator: Separator): string => (separator === ';' ? text.replace('.', ',') : text);

/** A separator, in a text, with what would be calculated after it: a program that takes that separator begins a new cell there. */
const FORMULA_AFTER = /([;,\t][ "]*)(?=[=+@＝＋＠]|[-－](?![\s)]))/gu;

/** What people wrote, so that no program calculates it. */
const said = (text: string): string => neutralise(text).replace(FORMULA_AFTER, "$1'");

/** In quotes wherever any reader might see more than one cell. */
const quote = (cell: string): string =>
  cell !== '' && /[;,\t\r\n"]|^\s|\s$/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;

const colorName = (color: string, locale: Locale | undefined): string => {
  const known = NOTE_COLORS.find((one) => one === color);
  return locale === undefined || known === undefined ? color : COLOR_NAMES[locale][known];
};
