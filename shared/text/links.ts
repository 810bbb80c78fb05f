/**
 * Addresses people write in a text, and boxes they tick: found by the same rules on the wall, in the outline and in exports. Only
 * addresses that are safe to open are found: of the web and of mail.
 */
import type { TextSplice } from '../lib/splice.ts';

export interface Link {
  /** Where it stands in the text: from, and one past its end. */
  readonly from: number;
  readonly to: number;
  readonly href: string;
}

const ADDRESS = /(?<![\p{L}\p{N}_])(?:https?:\/\/|mailto:|www\.)[^\s<>"«»“”„\u00a0\u2009\u202f]+/giu;
/** What may be found in an address but ends a sentence rather than one. */
const TRAILING = ".,;:!?…'’*_";
const CLOSING: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };
const MAIL = /^mailto:[^\s@]+@[^\s@]+\.[^\s@]+$/iu;
/** A name before the host (`https://banque.fr@ailleurs.net`) is made to mislead: that is no address here. */
const HOST = /^https?:\/\/(?:\[[0-9a-f:]+\]|[^\s/?#@[\]]+)(?::\d+)?(?:[/?#]|$)/iu;

/** An address without what belongs to the sentence around it: a full stop, a bracket that was opened before it. From its end, once. */
function trimAddress(found: string): string {
  const surplus: Record<string, number> = {};
  for (const [closing, opening] of Object.entries(CLOSING))
    surplus[closing] = found.split(closing).length - found.split(opening).length;
  let end = found.length;
  for (; end > 0; end--) {
    const last = found[end - 1] as string;
    if (TRAILING.includes(last)) continue;
    const left = surplus[last];
    if (left === undefined || left <= 0) break;
    surplus[last] = left - 1;
  }
  return found.slice(0, end);
}

/** The addresses in a text, in order. Nearly all texts have none, and pay one search. */
export function findLinks(text: string): readonly Link[] {
  if (!/:\/\/|www\.|mailto:/iu.test(text)) return [];
  const links: Link[] = [];
  for (const match of text.matchAll(ADDRESS)) {
    const address = trimAddress(match[0]);
    const href = /^www\./iu.test(address) ? `https://${address}` : address;
    const isWhole = /^mailto:/iu.test(href) ? MAIL.test(href) : HOST.test(href) && !/^https:\/\/www\.$/iu.test(href);
    if (isWhole) links.push({ from: match.index, to: match.index + address.length, href });
  }
  return links;
}

/** A line of a text that begins with a box to tick. */
export interface CheckLine {
  /** Which line of the text. */
  readonly line: number;
  readonly isDone: boolean;
  /** Where the sign between the brackets stands in the text. */
  readonly at: number;
  /** How much of the line the box takes, with the space after it. */
  readonly length: number;
  /** What is written after the box. */
  readonly label: string;
}

const LINE_END = /\r\n?|[\n\v\f\u0085\u2028\u2029]/u;
const CHECK = /^([ \t\u00a0]*(?:[-*][ \u00a0]+)?\[)([ xX\u00a0])\](?:[ \t\u00a0]+|$)/u;

/** The box a line begins with: how long it is, whether it is ticked; `null` where there is none. */
export function checkOf(
  line: string,
): { readonly length: number; readonly at: number; readonly isDone: boolean } | null {
  const match = CHECK.exec(line);
  if (!match) return null;
  const [whole, before = '', sign = ''] = match;
  return { length: whole.length, at: before.length, isDone: sign === 'x' || sign === 'X' };
}

/** The lines of a text that begin with a box: `[ ] `, `[x] `, also after a dash. */
export function findChecks(text: string): readonly CheckLine[] {
  if (!text.includes('[')) return [];
  const checks: CheckLine[] = [];
  let offset = 0;
  for (const [line, written] of splitLines(text).entries()) {
    const check = checkOf(written.text);
    if (check) {
      const { length, at, isDone } = check;
      checks.push({ line, isDone, at: offset + at, length, label: written.text.slice(length).trim() });
    }
    offset += written.text.length + written.end;
  }
  return checks;
}

function splitLines(text: string): { readonly text: string; readonly end: number }[] {
  const lines: { text: string; end: number }[] = [];
  let rest = text;
  for (;;) {
    const match = LINE_END.exec(rest);
    if (!match) return [...lines, { text: rest, end: 0 }];
    lines.push({ text: rest.slice(0, match.index), end: match[0].length });
    rest = rest.slice(match.index + match[0].length);
  }
}

/** Ticks a box, or takes the tick away. */
export const toggleCheck = ({ at, isDone }: CheckLine): TextSplice => ({ at, remove: 1, insert: isDone ? ' ' : 'x' });

/** A text with its boxes as signs: for whoever hears or reads it in one line. */
export function withBoxes(text: string): string {
  const checks = findChecks(text);
  if (checks.length === 0) return text;
  const lines = splitLines(text).map((line) => line.text);
  for (const { line, isDone, label } of checks) lines[line] = `${isDone ? '☑' : '☐'} ${label}`;
  return lines.join('\n');
}
