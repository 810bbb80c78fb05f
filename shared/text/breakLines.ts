/**
 * Where lines break, by the rules of French typography: after spaces, hyphens and slashes; never before ; : ! ? » nor after «, whatever
 * space stands there. Own code instead of the browser's, so that a note reads the same on every screen and on paper.
 */
import type { Weight } from './font.ts';
import { isIdeographic, type MeasuredText, measureSigns } from './measure.ts';
import { toPaintable } from './paintable.ts';

export interface BrokenText {
  /** Without the spaces at which they were broken. */
  readonly lines: readonly string[];
  /** Whether some word was wider than a line and had to be cut between two signs. */
  readonly hasCutWord: boolean;
  /** Whether `maxLines` was reached before the end of the text. */
  readonly isCropped: boolean;
}

/** A paragraph whose signs are measured and judged: breaking it at one width after another costs little. */
interface Paragraph extends MeasuredText {
  /** 1 where a line may end after the sign. */
  readonly breaks: Uint8Array;
}

/** A text made ready for `breakPrepared`. */
export type PreparedText = readonly Paragraph[];

const STICKS_TO_PREVIOUS = ';:!?»›%€°,.…)]';
const STICKS_TO_NEXT = '«‹';
const CLOSING_IDEOGRAPHS = '、。，．：；！？）」』】〉》';
const WORD = /^[\p{L}\p{N}]/u;
/** Sums of thousandths are whole; this only absorbs the rounding of `width / size`. */
const TOLERANCE = 1e-6;

const isWord = (sign: string | undefined): boolean => sign !== undefined && WORD.test(sign);

/** Whether a line may end after the space at `at`. */
function breaksAtSpace(signs: ArrayLike<string>, at: number): boolean {
  let next = at + 1;
  while (signs[next] === ' ') next++;
  const after = signs[next];
  if (after !== undefined && STICKS_TO_PREVIOUS.includes(after)) return false;
  let previous = at - 1;
  while (signs[previous] === ' ') previous--;
  const before = signs[previous];
  return before === undefined || !STICKS_TO_NEXT.includes(before);
}

/** Whether a line may end right after a sign that is no space. */
function breaksAfter(signs: ArrayLike<string>, at: number): boolean {
  const sign = signs[at] as string;
  const next = signs[at + 1];
  if (next === undefined || next === ' ') return false;
  if (sign === '-' || sign === '/' || sign === '–' || sign === '—')
    return isWord(next) && (sign !== '-' || isWord(signs[at - 1]));
  const point = sign.codePointAt(0) ?? 0;
  const nextPoint = next.codePointAt(0) ?? 0;
  if (point < 0x2e80 && nextPoint < 0x2e80) return false;
  return (isIdeographic(point) || isIdeographic(nextPoint)) && !CLOSING_IDEOGRAPHS.includes(next);
}

/** Measures a text and finds where its lines may end: once for all the widths that are tried. */
export function prepareText(text: string, weight: Weight): PreparedText {
  return toPaintable(text)
    .split('\n')
    .map((paragraph) => {
      const measured = measureSigns(paragraph, weight);
      const { signs } = measured;
      const breaks = new Uint8Array(signs.length);
      for (let at = 0; at < signs.length; at++)
        breaks[at] = (signs[at] === ' ' ? breaksAtSpace(signs, at) : breaksAfter(signs, at)) ? 1 : 0;
      return { ...measured, breaks };
    });
}

const join = (signs: string | readonly string[], from: number, to: number): string =>
  (typeof signs === 'string' ? signs.slice(from, to) : signs.slice(from, to).join('')).trimEnd();

/** Breaks one paragraph into `lines`, at most `maxLines` in all; tells whether a word was cut. `room` in thousandths of the size. */
function breakParagraph(
  { signs, advances, breaks }: Paragraph,
  room: number,
  lines: string[],
  maxLines: number,
): boolean {
  let hasCutWord = false;
  let start = 0;
  let width = 0;
  let breakAt = -1;
  let widthSinceBreak = 0;
  for (let at = 0; at < signs.length; at++) {
    const advance = advances[at] as number;
    // Again where even the piece after the last break leaves no room for this sign. Spaces hang over the edge.
    while (width + advance > room && at > start && signs[at] !== ' ') {
      const isCut = breakAt <= start;
      const end = isCut ? at : breakAt;
      hasCutWord ||= isCut;
      lines.push(join(signs, start, end));
      if (lines.length >= maxLines) return hasCutWord;
      width = isCut ? 0 : widthSinceBreak;
      start = end;
      breakAt = -1;
    }
    width += advance;
    widthSinceBreak += advance;
    if (breaks[at] === 1) {
      breakAt = at + 1;
      widthSinceBreak = 0;
    }
  }
  lines.push(join(signs, start, signs.length));
  return hasCutWord;
}

/** As `breakLines`, for a text that is tried at several sizes. */
export function breakPrepared(text: PreparedText, width: number, size: number, maxLines: number): BrokenText {
  const lines: string[] = [];
  const room = (width / size) * 1000 + TOLERANCE;
  let hasCutWord = false;
  for (const paragraph of text) {
    if (lines.length > maxLines) break;
    if (breakParagraph(paragraph, room, lines, maxLines + 1)) hasCutWord = true;
  }
  const isCropped = lines.length > maxLines;
  return { lines: isCropped ? lines.slice(0, maxLines) : lines, hasCutWord, isCropped };
}

/**
 * Breaks a text into lines of at most `width` (same unit as `size`). A single sign wider than that stands alone on its line. Spaces at
 * a line's end hang over its edge and are left out. `maxLines` stops early: `isCropped` then tells that text was left.
 */
export const breakLines = (
  text: string,
  width: number,
  size: number,
  weight: Weight,
  maxLines = Number.POSITIVE_INFINITY,
): BrokenText => breakPrepared(prepareText(text, weight), width, size, maxLines);
