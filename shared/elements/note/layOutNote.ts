/**
 * Where everything stands on a note: its text, as large as it can be, with boxes to tick and addresses; below it tags, reactions and its
 * author, none over another. Measured once a snapshot; painted, hit and typed in by the same numbers.
 */

import type { Vec } from '../../geometry/vec.ts';
import { breakPrepared, type Paragraph, prepareParagraph } from '../../text/breakLines.ts';
import { fitText } from '../../text/fitText.ts';
import { checkOf, findLinks, type Link } from '../../text/links.ts';
import { measureText } from '../../text/measure.ts';
import { toPaintable } from '../../text/paintable.ts';
import type { NoteColor } from '../../theme/tokens.ts';
import type { Element } from '../ElementKind.ts';
import { NO_MARKS } from '../marks/Marks.ts';
import { CHIP, layOutStrip, type Strip } from '../marks/strip.ts';
import { memoByElement } from '../memoByElement.ts';

export type NoteProps = {
  readonly color: NoteColor;
  /** It is a note of a mind map (`shared/board/mindMap.ts`), and what hangs on it is shown, or folded away. */
  readonly node?: 'open' | 'folded';
};

/** Measures of a note in board units; the editor that lies over it uses the same. */
export const NOTE = {
  padding: 16,
  radius: 3,
  maxText: 22,
  minText: 12,
  lineHeight: 1.2,
  weight: 400,
  author: 11,
} as const;

/** A box to tick before a line, in sizes of its text: its side, and the room it takes. */
export const CHECK = { side: 0.86, indent: 1.3 } as const;

/** One line as it is painted. */
export interface NoteLine {
  readonly text: string;
  /** How far it stands in. */
  readonly indent: number;
  /** Which line of the written text it is, or is part of. */
  readonly paragraph: number;
  /** On the first line of a box to tick. */
  readonly check: 'open' | 'done' | null;
  /** Whether it says what is done. */
  readonly isDone: boolean;
  /** Stretches of it that are addresses, from the left edge of the line. */
  readonly links: readonly { readonly x: number; readonly w: number; readonly href: string }[];
}

/** How much larger than an ordinary note it is: its text and its margin grow with it, so that a big card is read from afar. */
const growthOf = (w: number, h: number): number => Math.max(1, Math.min(4, Math.min(w, h) / 200));

/** Small notes keep some paper around their text, but less of it. */
const paddingOf = (w: number, h: number): number => Math.min(NOTE.padding * growthOf(w, h), Math.min(w, h) * 0.12);

/** The part of a note's height that tags and reactions may take. */
const STRIP_SHARE = 0.42;
const ROW = CHIP.height + CHIP.gap;
const MOST_ROWS = 3;
/** Below a strip, and between it and the text. */
const STRIP_EDGE = 7;
const AUTHOR_BAND = 5 + NOTE.author;

interface Foot {
  readonly strip: Strip | null;
  readonly growth: number;
  /** Where the strip stands. */
  readonly y: number;
  /** Where the text must end. */
  readonly textEnd: number;
}

function layOutFoot({ size: [w, h], by, marks }: Element<NoteProps>, padding: number): Foot {
  const growth = growthOf(w, h);
  const textEnd = h - padding - (by === undefined ? 0 : NOTE.author - 3);
  if (marks === NO_MARKS) return { strip: null, growth, y: 0, textEnd };
  const rows = Math.min(MOST_ROWS, Math.floor((h * STRIP_SHARE) / growth / ROW));
  const strip = layOutStrip(marks, (w - 2 * padding) / growth, rows);
  if (strip.height === 0) return { strip: null, growth, y: 0, textEnd };
  // The author stands behind the reactions; where there are only tags, below them.
  const below = by !== undefined && strip.lastRowWidth === 0 ? AUTHOR_BAND + 2 : STRIP_EDGE * growth;
  const y = h - below - strip.height * growth;
  return { strip, growth, y, textEnd: y - STRIP_EDGE };
}

const NO_LINKS: NoteLine['links'] = [];

/** The paragraphs of a text, those with a box standing in. */
function prepareNote(text: string): { paragraphs: Paragraph[]; written: string[]; checks: (boolean | null)[] } {
  const checks: (boolean | null)[] = [];
  const written: string[] = [];
  const paragraphs = toPaintable(text)
    .split('\n')
    .map((line) => {
      const check = line.includes('[') ? checkOf(line) : null;
      const shown = check ? line.slice(check.length) : line;
      checks.push(check ? check.isDone : null);
      written.push(shown);
      const prepared = prepareParagraph(shown, NOTE.weight);
      return check ? { ...prepared, indent: CHECK.indent * 1000 } : prepared;
    });
  return { paragraphs, written, checks };
}

function linksIn(line: string, from: number, links: readonly Link[], size: number): NoteLine['links'] {
  if (links.length === 0) return NO_LINKS;
  const widthTo = (end: number): number => measureText(line.slice(0, end), size, NOTE.weight);
  return links.flatMap(({ from: start, to, href }) => {
    const begin = Math.max(0, start - from);
    const end = Math.min(line.length, to - from);
    if (begin >= end) return [];
    const x = widthTo(begin);
    return [{ x, w: widthTo(end) - x, href }];
  });
}

/** At which character a line begins, of which it is known at which sign. */
const charAt = ({ signs }: Paragraph, start: number): number =>
  typeof signs === 'string' ? start : signs.slice(0, start).reduce((sum, sign) => sum + sign.length, 0);

/** Size, lines and place of a note's text, and of what stands below it, relative to its top left. */
export const layOutNote = memoByElement((element: Element<NoteProps>) => {
  const { size, text } = element;
  const [w, h] = size;
  const padding = paddingOf(w, h);
  const foot = layOutFoot(element, padding);
  const box = { w: w - 2 * padding, h: Math.max(NOTE.minText, foot.textEnd - padding) };
  const { minText: min, weight, lineHeight } = NOTE;
  const max = Math.round(NOTE.maxText * growthOf(w, h));
  const { paragraphs, written, checks } = prepareNote(text.trimEnd());
  const fitted = fitText(paragraphs, box, { max, min, weight, lineHeight });
  // Too much: the last line gives way to the count of those that are left.
  const isCounted = fitted.overflow && fitted.lines.length > 1;
  const shown = isCounted ? fitted.lines.length - 1 : fitted.lines.length;
  const hidden = isCounted
    ? breakPrepared(paragraphs, box.w, fitted.size, Number.POSITIVE_INFINITY).lines.length - shown
    : 0;
  const links = written.map(findLinks);
  const lines = fitted.lines.slice(0, shown).map((line, at): NoteLine => {
    const paragraph = fitted.paragraphs[at] ?? 0;
    const check = checks[paragraph] ?? null;
    const start = fitted.starts[at] ?? 0;
    return {
      text: line,
      indent: check === null ? 0 : CHECK.indent * fitted.size,
      paragraph,
      check: check === null || start > 0 ? null : check ? 'done' : 'open',
      isDone: check === true,
      links: linksIn(line, charAt(paragraphs[paragraph] as Paragraph, start), links[paragraph] ?? [], fitted.size),
    };
  });
  const height = fitted.lines.length * fitted.size * lineHeight;
  return {
    size: fitted.size,
    overflow: fitted.overflow,
    /** Lines that have no room. */
    hidden,
    lines,
    x: padding,
    y: Math.max(padding, Math.min((h - height) / 2, foot.textEnd - height)),
    padding,
    foot,
  };
});

/** What stands at a point of a note: an address, or the box of a line. */
export function noteTargetAt(
  element: Element<NoteProps>,
  point: Vec,
): { readonly type: 'link'; readonly href: string } | { readonly type: 'check'; readonly line: number } | null {
  const { lines, size, x, y } = layOutNote(element);
  const at = Math.floor((point.y - y) / (size * NOTE.lineHeight));
  const line = lines[at];
  if (!line) return null;
  const along = point.x - x;
  // A finger is broader than a box: all the room before the words counts, and some of the margin.
  if (line.check && along >= -size * 0.5 && along < line.indent) return { type: 'check', line: line.paragraph };
  const link = line.links.find((one) => along >= line.indent + one.x && along <= line.indent + one.x + one.w);
  return link ? { type: 'link', href: link.href } : null;
}
