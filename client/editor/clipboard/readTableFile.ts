/**
 * A CSV, TSV or text file as a table: its encoding and its separator are found out, and it is read in slices, so that the page goes on
 * living meanwhile. Fetched when the first such file comes (papaparse comes with it).
 */
import Papa from 'papaparse';
import { decodeText, type Encoding, isBinary } from './decodeText.ts';
import { MAX_ROWS, type Table, toTable } from './table.ts';

/** Files larger than this are not read: 5,000 rows of long answers have less. */
export const MAX_FILE_BYTES = 20 * 1024 * 1024;

export type TableFile =
  | {
      readonly ok: true;
      readonly table: Table;
      readonly encoding: Encoding;
      readonly separator: string;
      /** Rows of the file beyond those that were taken. */
      readonly left: number;
    }
  | { readonly ok: false; readonly why: 'tooLarge' | 'binary' | 'empty' };

/** Characters read between two looks at the clock. */
const SLICE = 256 * 1024;
const SEPARATORS = [';', ',', '\t', '|'];

/** Reads a file; `onProgress` is told the part that is done, from 0 to 1. */
export async function readTableFile(
  file: File,
  onProgress: (done: number) => void = () => undefined,
): Promise<TableFile> {
  if (file.size > MAX_FILE_BYTES) return { ok: false, why: 'tooLarge' };
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (isBinary(bytes)) return { ok: false, why: 'binary' };
  const { text, encoding } = decodeText(bytes);
  const declared = /^sep=(.)\r?\n/iu.exec(text);
  const body = declared ? text.slice(declared[0].length) : text;
  const separator = declared?.[1] ?? separatorOf(body, file.name);
  const { rows, left } = await readRows(body, separator, onProgress);
  const table = toTable(rows);
  return table.length === 0 ? { ok: false, why: 'empty' } : { ok: true, table, encoding, separator, left };
}

/** The sign that parts the cells; of a plain text file, each line is a cell unless tabs say otherwise. */
export function separatorOf(text: string, name: string): string {
  if (/\.tsv$/iu.test(name)) return '\t';
  const isText = /\.(txt|text|md)$/iu.test(name);
  const candidates = isText ? ['\t'] : SEPARATORS;
  let best = { sign: isText ? '\t' : ',', score: 0 };
  for (const sign of candidates) {
    const { data } = Papa.parse<string[]>(text.slice(0, SLICE), { delimiter: sign, preview: 30, skipEmptyLines: true });
    // The last row may be cut where the piece ends.
    const widths = (data.length > 5 ? data.slice(0, -1) : data).map((row) => row.length);
    const usual = mostFrequent(widths);
    const alike = widths.filter((width) => width === usual).length / Math.max(1, widths.length);
    // Rows that agree count most, then how many cells they have.
    const score = usual < 2 ? 0 : alike * 100 + Math.min(usual, 20);
    if (score > best.score) best = { sign, score };
  }
  return best.sign;
}

function mostFrequent(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 0;
}

function readRows(
  text: string,
  delimiter: string,
  onProgress: (done: number) => void,
): Promise<{ readonly rows: string[][]; readonly left: number }> {
  const rows: string[][] = [];
  let left = 0;
  return new Promise((resolve) => {
    Papa.parse<string[]>(text, {
      delimiter,
      skipEmptyLines: 'greedy',
      chunkSize: SLICE,
      chunk: ({ data, meta }: Papa.ParseResult<string[]>, parser: Papa.Parser) => {
        // One more than may be taken: the first may be the names.
        const room = Math.max(0, MAX_ROWS + 1 - rows.length);
        rows.push(...data.slice(0, room));
        left += Math.max(0, data.length - room);
        onProgress(Math.min(1, meta.cursor / Math.max(1, text.length)));
        parser.pause();
        // Lets the page show it.
        setTimeout(() => parser.resume());
      },
      complete: () => resolve({ rows, left }),
    });
  });
}
