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
  /** For each line, which paragraph it is of. */
  readonly paragraphs: readonly number[];
  /** For each line, at which sign of its paragraph it begins. */
  readonly starts: readonly number[];
  /** Whether some word was wider than a line and had to be cut between two signs. */
  readonly hasCutWord: boolean;
  /** Whether `maxLines` was reached before the end of the text. */
  readonly isCropped: boolean;
}

/** A paragraph whose signs are measured and judged: breaking it at one width after another costs little. */
export interface Paragraph extends MeasuredText {
  /** 1 where a line may end after the sign. */
  readonly breaks: Uint8Array;
  /** How far its lines stand in from the left, in thousandths of the size: room for a box to tick. */
  readonly indent?: number;
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
export const prepareText = (text: string, weight: Weight): PreparedText =>
  toPaintable(text)
    .split('\n')
    .map((paragraph) => prepareParagraph(paragraph, weight));

/** As `prepareText`, for one paragraph that is paintable already. */
export function prepareParagraph(paragraph: string, weight: Weight): Paragraph {
  const measured = measureSigns(paragraph, weight);
  const { signs } = measured;
  const breaks = new Uint8Array(signs.length);
  for (let at = 0; at < signs.length; at++)
    breaks[at] = (signs[at] === ' ' ? breaksAtSpace(signs, at) : breaksAfter(signs, at)) ? 1 : 0;
  return { ...measured, breaks };
}

const join = (signs: string | readonly string[], from: number, to: number): string =>
  (typeof signs === 'string' ? signs.slice(from, to) : signs.slice(from, to).join('')).trimEnd();

/** Breaks one paragraph into `lines`, at most `maxLines` in all; tells whether a word was cut. `room` in thousandths of the size. */
function breakParagraph(
  { signs, advances, breaks }: Paragraph,
  room: number,
  lines: string[],
  starts: number[],
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
      starts.push(start);
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
  starts.push(start);
  return hasCutWord;
}

/** As `breakLines`, for a text that is tried at several sizes. */
export function breakPrepared(text: PreparedText, width: number, size: number, maxLines: number): BrokenText {
  const lines: string[] = [];
  const starts: number[] = [];
  const paragraphs: number[] = [];
  const room = (width / size) * 1000 + TOLERANCE;
  let hasCutWord = false;
  for (let at = 0; at < text.length && lines.length <= maxLines; at++) {
    const paragraph = text[at] as Paragraph;
    if (breakParagraph(paragraph, room - (paragraph.indent ?? 0), lines, starts, maxLines + 1)) hasCutWord = true;
    while (paragraphs.length < lines.length) paragraphs.push(at);
  }
  const isCropped = lines.length > maxLines;
  if (isCropped) for (const each of [lines, starts, paragraphs]) each.length = maxLines;
  return { lines, starts, paragraphs, hasCutWord, isCropped };
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
