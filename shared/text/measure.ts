/**
 * How wide text is, from the table of advance widths: the same number in a browser, on the server and in a test, without a canvas.
 * True for text painted with `fontOf` and no kerning. Alphabets we ship no font for get a cautious guess.
 */
import { ADVANCES } from './advances.ts';
import type { Weight } from './font.ts';
import { toPaintable } from './paintable.ts';

const TABLE_END = 0x2c00;
const WIDE = 1000;
const UNKNOWN = 600;
/** Browsers draw a keycap (1️⃣) as one or as two glyphs; lines must hold the wider one. */
const KEYCAP = 2000;

function decode(weight: Weight): Uint16Array {
  const table = new Uint16Array(TABLE_END).fill(UNKNOWN);
  for (const [first, cells] of ADVANCES[weight]) {
    for (let i = 0; i < cells.length; i += 2) {
      const advance = Number.parseInt(cells.slice(i, i + 2), 36);
      if (!Number.isNaN(advance)) table[first + i / 2] = advance;
    }
  }
  return table;
}

const TABLES: Readonly<Record<Weight, Uint16Array>> = { 400: decode(400), 600: decode(600), 700: decode(700) };

/** Whether a character is written without spaces between words (Chinese, Japanese, Korean): as wide as high, lines break anywhere. */
export const isIdeographic = (point: number): boolean =>
  (point >= 0x2e80 && point <= 0x9fff) ||
  (point >= 0xac00 && point <= 0xd7af) ||
  (point >= 0xf900 && point <= 0xfaff) ||
  (point >= 0xff01 && point <= 0xff60) ||
  (point >= 0x20000 && point <= 0x3ffff);

const isEmojiPoint = (point: number): boolean => point >= 0x1f000 && point <= 0x1faff;

const advanceOf = (point: number, table: Uint16Array): number => {
  if (point < TABLE_END) return table[point] as number;
  if (isIdeographic(point) || isEmojiPoint(point)) return WIDE;
  return UNKNOWN;
};

/** Characters that may join others into one sign: only text that has some pays for the segmenter. */
const JOINING = /\p{M}|\u200c|\u200d|[\u0483-\u1dff]|[\ua800-\uabff]|[\ud7b0-\ud7ff]|[\u{10000}-\u{10ffff}]/u;
const MARK = /^[\p{Mn}\p{Me}]/u;
const segmenter = typeof Intl.Segmenter === 'function' ? new Intl.Segmenter('fr', { granularity: 'grapheme' }) : null;

/** The signs of a text as people count them: an emoji family, a flag, a letter with its accent are one each. */
export function splitGraphemes(text: string): string[] {
  if (!JOINING.test(text)) return text.split('');
  return segmenter ? Array.from(segmenter.segment(text), ({ segment }) => segment) : Array.from(text);
}

function graphemeAdvance(grapheme: string, table: Uint16Array): number {
  if (grapheme.includes('\u20e3')) return KEYCAP;
  if (grapheme.includes('\ufe0f') || isEmojiPoint(grapheme.codePointAt(0) ?? 0)) return WIDE;
  let sum = 0;
  for (const char of grapheme) if (!MARK.test(char)) sum += advanceOf(char.codePointAt(0) ?? 0, table);
  return sum;
}

/** A text cut into signs with the advance of each, in thousandths of the size. */
export interface MeasuredText {
  readonly signs: string | readonly string[];
  readonly advances: ArrayLike<number>;
}

/** Measures each sign of an already paintable text. Where no characters join, `signs` is the text itself. */
export function measureSigns(text: string, weight: Weight): MeasuredText {
  const table = TABLES[weight];
  const signs = JOINING.test(text) ? splitGraphemes(text) : text;
  const advances = new Uint16Array(signs.length);
  if (typeof signs === 'string') {
    for (let i = 0; i < signs.length; i++) advances[i] = advanceOf(signs.charCodeAt(i), table);
  } else for (let i = 0; i < signs.length; i++) advances[i] = graphemeAdvance(signs[i] as string, table);
  return { signs, advances };
}

/** Width of one line of text at that size, in the unit of the size. */
export function measureText(text: string, size: number, weight: Weight): number {
  const { advances } = measureSigns(toPaintable(text), weight);
  let sum = 0;
  for (let i = 0; i < advances.length; i++) sum += advances[i] as number;
  return (sum * size) / 1000;
}
