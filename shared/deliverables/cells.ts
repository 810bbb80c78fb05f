/**
 * Rows of text on their way into somebody's spreadsheet: as tab-separated text and as an HTML table. What a note says can never become a
 * formula there: a cell that a spreadsheet would calculate gets an apostrophe before it (OWASP, "CSV injection").
 */
import type { Locale } from '../control/Control.ts';
import type { TableCell } from '../elements/ElementKind.ts';

/** A cell that begins like this, after blanks and quotes, is calculated; full-width signs too in some programs. */
const FORMULA = /^[\s"'\u200b\ufeff]*[=+\-@＝＋－＠]/u;
/** A reader that does not know quotes begins a new cell at each line; a dash and a blank there is a list. */
const FORMULA_LINE = /\n(?=[ \t"]*(?:[=+@＝＋＠]|[-－](?! )))/gu;

/** A text that no spreadsheet calculates. Plain words come back as they are. */
export function neutralise(text: string): string {
  const plain = text.replace(/\r\n?|[\u2028\u2029]/gu, '\n').replaceAll('\0', '');
  const lines = plain.replace(FORMULA_LINE, "\n'");
  return FORMULA.test(lines) || /^[\t\n]/u.test(plain) ? `'${lines}` : lines;
}

/** A cell as spreadsheets of that language read it: a number is calculated with there, what people wrote never. */
const written = (cell: TableCell, locale: Locale): string =>
  typeof cell === 'string' ? neutralise(cell) : locale === 'fr' ? String(cell).replace('.', ',') : String(cell);

/** Tab-separated text: cells with a tab, a line break or a quote of their own are within quotes. */
export const toTsv = (rows: readonly (readonly TableCell[])[], locale: Locale): string =>
  rows.map((row) => row.map((cell) => quote(written(cell, locale))).join('\t')).join('\r\n');

const quote = (cell: string): string => (/[\t\n"]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** An HTML table; the first row names the columns. */
export function toHtmlTable(rows: readonly (readonly TableCell[])[], locale: Locale): string {
  const line = (row: readonly TableCell[], tag: 'th' | 'td'): string =>
    `<tr>${row.map((cell) => `<${tag}>${escapeHtml(written(cell, locale)).replaceAll('\n', '<br>')}</${tag}>`).join('')}</tr>`;
  return `<table>${rows.map((row, at) => line(row, at === 0 ? 'th' : 'td')).join('')}</table>`;
}

/** Text as it may stand in HTML, in an attribute as well. */
export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/gu, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? '&#39;');
