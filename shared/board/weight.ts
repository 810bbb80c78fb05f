/** What new elements weigh in the update that brings them: what is heavier than a message may be, the server would refuse for good. Pure. */
import type { Props } from '../elements/ElementKind.ts';
import { LIMITS } from '../protocol/limits.ts';

export interface Weighed {
  readonly text?: string;
  readonly props?: Props;
  readonly marks?: Readonly<Record<string, unknown>>;
}

/** What an element costs beside its words, its look and its marks. */
const ELEMENT_BYTES = 400;
/** How much one update may weigh. */
const UPDATE_BYTES = LIMITS.messageBytes * 0.85;
/** The most that one letter takes. */
const LETTER_BYTES = 3;

/** Bytes of a number as updates carry it: whole ones by their length, others in full. */
function numberBytes(value: number): number {
  if (!Number.isInteger(value)) return 9;
  const size = Math.abs(value);
  return size < 0x40 ? 2 : size < 0x2000 ? 3 : size < 0x10_0000 ? 4 : 9;
}

function bytesOf(value: unknown, textBytes: (text: string) => number): number {
  if (typeof value === 'number') return numberBytes(value);
  if (typeof value === 'string') return 3 + textBytes(value);
  if (typeof value !== 'object' || value === null) return 1;
  let sum = 4;
  if (Array.isArray(value)) for (const one of value) sum += bytesOf(one, textBytes);
  else for (const [key, one] of Object.entries(value)) sum += 1 + key.length + bytesOf(one, textBytes);
  return sum;
}

/** Bytes of a text as updates carry it. Each half of a pair of surrogates counts for half of the four they take. */
function utf8Bytes(text: string): number {
  let bytes = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    bytes += code < 0x80 ? 1 : code < 0x800 || (code >= 0xd800 && code < 0xe000) ? 2 : LETTER_BYTES;
  }
  return bytes;
}

const weigh = (elements: readonly Weighed[], textBytes: (text: string) => number): number =>
  elements.reduce(
    (sum, { text = '', props = {}, marks = {} }) =>
      sum + ELEMENT_BYTES + textBytes(text) + bytesOf(props, textBytes) + bytesOf(marks, textBytes),
    0,
  );

/** Whether so much goes in one update, as far as one can tell before it is made. */
export function fitsUpdate(elements: readonly Weighed[]): boolean {
  if (weigh(elements, (text) => LETTER_BYTES * text.length) <= UPDATE_BYTES) return true;
  // Only what comes near the limit is counted exactly.
  return weigh(elements, utf8Bytes) <= UPDATE_BYTES;
}

/** All of it in parts that each go in one update, in the same order; what is too heavy by itself stands alone. */
export function inUpdates<T>(all: readonly T[], weighed: (one: T) => Weighed): readonly (readonly T[])[] {
  const parts: T[][] = [];
  let room = 0;
  for (const one of all) {
    const bytes = weigh([weighed(one)], (text) => LETTER_BYTES * text.length);
    room -= bytes;
    if (room < 0) {
      room = UPDATE_BYTES - bytes;
      parts.push([]);
    }
    parts.at(-1)?.push(one);
  }
  return parts;
}
