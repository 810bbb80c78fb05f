/**
 * HTML that was pasted from elsewhere, read for its words and its tables only. It is parsed into a document that belongs to no window:
 * nothing in it runs, and nothing it names is fetched; never does any of its markup reach the page or the board.
 */
import { LIMITS } from '../../../shared/protocol/limits.ts';
import { MAX_ROWS, type Table, toTable } from './table.ts';

/** What a pasted piece of HTML is to us. */
export type PastedHtml =
  | { readonly is: 'table'; readonly table: Table }
  /** Its paragraphs and list items, each a note. */
  | { readonly is: 'lines'; readonly lines: readonly string[] };

/** More than this is not read: the plain text is used instead. */
const MAX_CHARS = 20_000_000;

const SILENT = new Set(
  'AUDIO BUTTON CANVAS EMBED HEAD IFRAME INPUT MATH NOSCRIPT OBJECT SCRIPT SELECT STYLE SVG TEMPLATE TEXTAREA TITLE VIDEO'.split(
    ' ',
  ),
);
const BLOCKS = new Set(
  (
    'ADDRESS ARTICLE ASIDE BLOCKQUOTE CAPTION CENTER DD DETAILS DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER ' +
    'HR LI MAIN NAV OL P PRE SECTION SUMMARY TABLE TBODY TFOOT THEAD TR UL'
  ).split(' '),
);

/** Reads pasted HTML; `null` where it says nothing. */
export function readHtml(html: string): PastedHtml | null {
  if (html === '' || html.length > MAX_CHARS) return null;
  const { body } = new DOMParser().parseFromString(quiet(html), 'text/html');
  const table = dataTable(body);
  if (table) return { is: 'table', table };
  const lines = linesOf(body);
  return lines.length > 0 ? { is: 'lines', lines } : null;
}

/**
 * Without what the page's own content policy would complain of, aloud, though none of it could do anything: handlers, styles, addresses
 * for the whole document. What slips through is as harmless as before.
 */
const quiet = (html: string): string =>
  html
    .replace(/<(style|script)\b[^>]*>[\s\S]*?<\/\1\s*>/giu, ' ')
    .replace(/<(?:base|meta|link)\b[^>]*>/giu, '')
    .replace(/<[a-z][^<>]*>/giu, (tag) => tag.replace(/[\s"'/](style|on[a-z]+)\s*=/giu, ' data-$1='));

/** The cells when all that was pasted is one plain table of more than one cell, as spreadsheets give it. */
function dataTable(body: HTMLElement): Table | null {
  const tables = body.querySelectorAll('table');
  const [only] = tables;
  if (tables.length !== 1 || !only) return null;
  const outside = linesOf(body, only);
  if (outside.length > 0) return null;
  const table = toTable(cellsOf(only));
  return table.length * (table[0]?.length ?? 0) > 1 ? table : null;
}

/** Rows of cells, what spans several in the first of them. */
function cellsOf(table: HTMLTableElement): string[][] {
  const rows: string[][] = [];
  /** Column → rows it is still covered by a cell from above. */
  const covered = new Map<number, number>();
  for (const row of [...table.querySelectorAll('tr')].slice(0, MAX_ROWS + 1)) {
    const cells: string[] = [];
    let at = 0;
    const skip = (): void => {
      for (let left = covered.get(at); left !== undefined && left > 0; left = covered.get(at)) {
        covered.set(at, left - 1);
        cells[at++] = '';
      }
    };
    for (const cell of row.children) {
      if (cell.tagName !== 'TD' && cell.tagName !== 'TH') continue;
      skip();
      const wide = spanOf(cell, 'colspan');
      const high = spanOf(cell, 'rowspan');
      for (let n = 0; n < wide; n++) {
        if (high > 1) covered.set(at, high - 1);
        cells[at++] = n === 0 ? cellText(cell) : '';
      }
    }
    skip();
    rows.push(cells);
  }
  return rows;
}

const spanOf = (cell: Element, name: string): number => {
  const value = Number.parseInt(cell.getAttribute(name) ?? '', 10);
  return value > 1 ? Math.min(value, 200) : 1;
};

const cellText = (cell: Element): string => linesOf(cell).join('\n');

/** The lines of text under an element, a block or a list item each; `except` is left out. */
function linesOf(root: Element, except: Element | null = null): string[] {
  const lines: string[] = [];
  let line = '';
  const end = (): void => {
    const said = line
      .replace(/[ \t\f\u00a0]+/gu, ' ')
      .replace(/ ?\n ?/gu, '\n')
      .trim();
    if (said !== '') lines.push(said.slice(0, LIMITS.textChars));
    line = '';
  };
  /** Not by recursion: a page may nest deeper than a stack. */
  const stack: ({ readonly open: Node } | { readonly close: Element })[] = [{ open: root }];
  /** Where the words of each link began. */
  const links = new Map<Element, number>();
  let items = 0;
  for (let step = stack.pop(); step; step = stack.pop()) {
    if ('close' in step) {
      const { close } = step;
      if (close.tagName === 'A') line += addressOf(close, line.slice(links.get(close) ?? 0));
      else if (close.tagName === 'TD' || close.tagName === 'TH') line += ' ';
      else end();
      if (close.tagName === 'LI') items--;
      continue;
    }
    const { open } = step;
    if (open === except) continue;
    if (open.nodeType === 3) {
      line += isPreformatted(open) ? (open.nodeValue ?? '') : (open.nodeValue ?? '').replace(/[\r\n]+/gu, ' ');
      continue;
    }
    if (open.nodeType !== 1) continue;
    const element = open as Element;
    if (SILENT.has(element.tagName.toUpperCase()) || isHidden(element)) continue;
    if (element.tagName === 'BR') {
      // Within a list item, or a cell, it is the same thought going on; elsewhere a line a note.
      if (items > 0) line += '\n';
      else end();
      continue;
    }
    if (element !== root) {
      const isBlock = BLOCKS.has(element.tagName);
      if (isBlock) end();
      if (element.tagName === 'LI') items++;
      if (element.tagName === 'A') links.set(element, line.length);
      if (isBlock || element.tagName === 'A' || element.tagName === 'TD' || element.tagName === 'TH')
        stack.push({ close: element });
    }
    for (let child = element.lastChild; child; child = child.previousSibling) stack.push({ open: child });
  }
  end();
  return lines;
}

const isPreformatted = (node: Node): boolean => node.parentElement?.closest('pre') != null;

const isHidden = (element: Element): boolean =>
  element.hasAttribute('hidden') ||
  /display\s*:\s*none|mso-hide\s*:\s*all/iu.test(element.getAttribute('data-style') ?? '');

/** The address of a link, in brackets after its words unless these name it; only addresses one can follow. */
function addressOf(link: Element, words: string): string {
  const href = (link.getAttribute('href') ?? '').trim();
  if (!/^(https?:\/\/|mailto:)/iu.test(href) || href.length > 2_000) return '';
  const bare = href.replace(/^(https?:\/\/|mailto:)/iu, '').replace(/\/$/u, '');
  const said = words.trim();
  if (said === '') return href;
  return said.includes(bare) || said === href ? '' : ` (${href.replace(/^mailto:/iu, '')})`;
}
