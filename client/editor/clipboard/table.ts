/**
 * A table on its way onto the wall: rows of cells, all of one length. Reads the tab-separated text that spreadsheets put on the
 * clipboard; their HTML is read in `html.ts`, files in `readTableFile.ts`. Pure, and trusts nothing.
 */
import { LIMITS } from '../../../shared/protocol/limits.ts';

/** Rows of cells; every row has as many. */
export type Table = readonly (readonly string[])[];

/** More rows, or cells in a row, are not taken from one table. */
export const MAX_ROWS = 5_000;
export const MAX_COLUMNS = 200;

/** Cells without outer blanks and signs that cannot be seen. */
export const cleanCell = (cell: string): string =>
  cell
    .replace(/\r\n?|[\u2028\u2029]/gu, '\n')
    // Marks that say nothing, and zeros.
    .replace(/[\u200b\ufeff]/gu, '')
    .replaceAll('\0', '')
    .replace(/\u00a0/gu, ' ')
    .replace(/[ \t]+$/gmu, '')
    .trim();

/** Makes rows equally long and takes off rows and columns at the edges that say nothing. */
export function toTable(rows: readonly (readonly string[])[]): Table {
  const cleaned = rows.map((row) => row.slice(0, MAX_COLUMNS).map(cleanCell));
  while (cleaned.length > 0 && isBlank(cleaned.at(-1) ?? [])) cleaned.pop();
  const top = cleaned.findIndex((row) => !isBlank(row));
  const kept = top > 0 ? cleaned.slice(top) : cleaned;
  let left = Number.POSITIVE_INFINITY;
  let right = -1;
  for (const row of kept) {
    for (const [at, cell] of row.entries()) {
      if (cell === '') continue;
      if (at < left) left = at;
      if (at > right) right = at;
    }
  }
  if (right < 0) return [];
  return kept.map((row) => Array.from({ length: right - left + 1 }, (_, at) => row[left + at] ?? ''));
}

const isBlank = (row: readonly string[]): boolean => row.every((cell) => cell === '');

/**
 * The cells of tab-separated text; `null` where it is no table: fewer than two columns, or lines that differ in their number of tabs (an
 * indented text).
 */
export function parseTsv(text: string): Table | null {
  if (!text.includes('\t')) return null;
  const rows = splitTsv(text);
  while (rows.length > 0 && isBlank(rows.at(-1) ?? [])) rows.pop();
  const columns = rows[0]?.length ?? 0;
  if (columns < 2 || rows.some((row) => row.length !== columns)) return null;
  const table = toTable(rows);
  return (table[0]?.length ?? 0) > 1 ? table : null;
}

/** Cells with a line break or a tab of their own are within quotes, quotes in them doubled. */
function splitTsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at <= text.length) {
    const quoted =
      text[at] === '"' ? /^"((?:[^"]|"")*)"(?=[\t\r\n]|$)/u.exec(text.slice(at, at + LIMITS.textChars * 2)) : null;
    let end: number;
    if (quoted) {
      row.push((quoted[1] ?? '').replaceAll('""', '"'));
      end = at + quoted[0].length;
    } else {
      end = at;
      while (end < text.length && text[end] !== '\t' && text[end] !== '\n' && text[end] !== '\r') end++;
      row.push(text.slice(at, end));
    }
    if (text[end] === '\t') at = end + 1;
    else {
      rows.push(row);
      row = [];
      if (end >= text.length) break;
      at = end + (text[end] === '\r' && text[end + 1] === '\n' ? 2 : 1);
    }
  }
  return rows;
}
