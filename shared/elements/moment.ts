/**
 * When an element was made, where that is known: our page gives an element an id that begins with the second. Nothing stands in the document
 * beside it, nobody can change it afterwards, and undo brings it back with the element. Why so: `docs/decisions/0015-moments-in-ids.md`.
 */
import { createShortId } from '../lib/ids.ts';
import type { ElementId } from './ElementKind.ts';

/** 1 January 2020, UTC: from there six digits to the base of 36 count seconds until 2088. */
const FROM = 1_577_836_800_000;
const DIGITS = 6;
const BASE = 36;
const LAST = BASE ** DIGITS - 1;

/** Ids without a moment have 16 characters, and no outsider makes them so by chance. */
const DATED = /^([0-9a-z]{6})-[A-Za-z0-9_-]{12}$/;

/** A new id that says when, to the second: `<second>-<12 random characters>` (72 bits), in the order of time as strings are compared. */
export function createDatedId(at: number): ElementId {
  const second = Math.min(LAST, Math.max(0, Math.floor((at - FROM) / 1000)));
  return `${second.toString(BASE).padStart(DIGITS, '0')}-${createShortId()}`;
}

/** When it was made, in UTC milliseconds; `null` where its id says nothing of it. */
export function momentOf(id: ElementId): number | null {
  const second = DATED.exec(id)?.[1];
  return second === undefined ? null : FROM + Number.parseInt(second, BASE) * 1000;
}
