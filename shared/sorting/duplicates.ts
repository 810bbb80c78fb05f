/**
 * Near-duplicates: notes that say the same in almost the same words, whatever their accents, plurals, order of words, small words and slips of
 * the finger. Two notes with other numbers, or of which only one says « pas », are never the same. Proposes stacks; merges nothing.
 */
import type { Corpus, Progress } from './corpus.ts';
import { nearest } from './neighbours.ts';
import type { Word } from './words.ts';

export interface DuplicateSet {
  /** Ids, the fullest note first: the one to keep on top. */
  readonly notes: readonly string[];
  /** How alike the least alike of them is to the first, from 0 to 1. */
  readonly similarity: number;
}

/** What two notes have in common before their words are laid side by side, and so many of these for each note. */
const LOOKED_AT = { least: 0.35, most: 24 } as const;
/** The part of their telling words two near-duplicates share. */
export const SAME_FROM = 0.7;

/** Sets of near-duplicates, most alike first. */
export function findDuplicates(corpus: Corpus, progress?: Progress, from = SAME_FROM): DuplicateSet[] {
  const bags = corpus.words.map(bagOf);
  // What is the same word for word is found by its words: a thousand times « oui » costs nothing.
  const groups = new Map<string, number[]>();
  for (const [n, bag] of bags.entries()) {
    if (bag.key === '') continue;
    const group = groups.get(bag.key);
    if (group) group.push(n);
    else groups.set(bag.key, [n]);
  }
  const firsts = [...groups.values()].map(([first]) => first as number);
  const isFirst = new Uint8Array(corpus.notes.length);
  for (const first of firsts) isFirst[first] = 1;
  const weigh = weigher(bags);
  const pairs: { readonly a: number; readonly b: number; readonly similarity: number }[] = [];
  for (const [done, a] of firsts.entries()) {
    if (done % 64 === 0) progress?.(done / firsts.length);
    const row = corpus.row(a);
    for (let n = 0; n < row.length; n++) if (isFirst[n] === 0) row[n] = 0;
    for (const { index: b } of nearest(row, a, LOOKED_AT.most, LOOKED_AT.least)) {
      const similarity = sameness(bags[a] as Bag, bags[b] as Bag, weigh);
      if (similarity >= from) pairs.push({ a: Math.min(a, b), b: Math.max(a, b), similarity });
    }
  }
  return gather(corpus, groups, bags, pairs);
}

interface Bag {
  readonly stems: readonly string[];
  /** Numbers, words that turn the meaning, and what is to be done: must be the same in both. */
  readonly turning: string;
  /** The same for notes that are the same word for word. */
  readonly key: string;
}

function bagOf(words: readonly Word[]): Bag {
  const told = words.filter(({ isStop, isTurning, action }) => (!isStop || action !== undefined) && !isTurning);
  // A note of small words alone (« Oui, pourquoi pas ») is compared by these.
  const stems = (told.length > 0 ? told : words.filter(({ isTurning }) => !isTurning))
    .map(({ stem, action }) => (action === undefined ? stem : `:${action}`))
    .sort();
  const turning = [
    ...new Set([
      ...words.filter(({ isTurning }) => isTurning).map(({ stem }) => stem),
      ...words.flatMap(({ action }) => (action === undefined ? [] : [`:${action}`])),
    ]),
  ]
    .sort()
    .join(' ');
  return { stems, turning, key: words.length === 0 ? '' : `${stems.join(' ')}|${turning}` };
}

/** How telling a stem is: the fewer notes hold it, the more. */
function weigher(bags: readonly Bag[]): (stem: string) => number {
  const held = new Map<string, number>();
  for (const { stems } of bags) for (const stem of new Set(stems)) held.set(stem, (held.get(stem) ?? 0) + 1);
  return (stem) => Math.log(2 + bags.length / (held.get(stem) ?? 1));
}

/** The part of the weight of both that the words they share have. */
function sameness(a: Bag, b: Bag, weigh: (stem: string) => number): number {
  if (a.turning !== b.turning) return 0;
  const left = new Map<string, number>();
  for (const stem of b.stems) left.set(stem, (left.get(stem) ?? 0) + 1);
  let total = 0;
  let shared = 0;
  for (const stem of b.stems) total += weigh(stem);
  const unmatched: string[] = [];
  for (const stem of a.stems) {
    total += weigh(stem);
    const times = left.get(stem) ?? 0;
    if (times > 0) {
      shared += 2 * weigh(stem);
      if (times === 1) left.delete(stem);
      else left.set(stem, times - 1);
    } else unmatched.push(stem);
  }
  for (const stem of unmatched) {
    const slip = [...left.keys()].find((other) => isSlip(stem, other));
    if (slip === undefined) continue;
    // Both are one word: it is as telling as the commoner writing.
    shared += weigh(stem) + weigh(slip);
    left.delete(slip);
  }
  return total === 0 ? 0 : shared / total;
}

/** Whether two stems are one word with a slip of the finger: one letter in a word of five, two in one of nine; first letters are seldom wrong. */
export function isSlip(a: string, b: string): boolean {
  const shorter = Math.min(a.length, b.length);
  const allowed = shorter >= 9 ? 2 : shorter >= 5 ? 1 : 0;
  if (allowed === 0 || Math.abs(a.length - b.length) > allowed || a[0] !== b[0]) return false;
  return slips(a, b) <= allowed;
}

/** Letters left out, put in, changed, or two exchanged. */
function slips(a: string, b: string): number {
  let older: number[] = [];
  let before = Array.from({ length: b.length + 1 }, (_, n) => n);
  for (let i = 1; i <= a.length; i++) {
    const now = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (before[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let least = Math.min(change, (before[j] as number) + 1, (now[j - 1] as number) + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, (older[j - 2] as number) + 1);
      now.push(least);
    }
    older = before;
    before = now;
  }
  return before[b.length] as number;
}

/** Pairs put together into sets: a note joins a set only if it is like its first, so that no chain leads from one thing to another. */
function gather(
  corpus: Corpus,
  groups: ReadonlyMap<string, readonly number[]>,
  bags: readonly Bag[],
  pairs: readonly { readonly a: number; readonly b: number; readonly similarity: number }[],
): DuplicateSet[] {
  const setOf = new Map<number, number>();
  const sets = new Map<number, { members: number[]; similarity: number }>();
  const fullest = (a: number, b: number): number =>
    (corpus.notes[b]?.text.length ?? 0) - (corpus.notes[a]?.text.length ?? 0) || a - b;
  const sorted = [...pairs].sort((x, y) => y.similarity - x.similarity || x.a - y.a || x.b - y.b);
  for (const { a, b, similarity } of sorted) {
    const [setA, setB] = [setOf.get(a), setOf.get(b)];
    if (setA !== undefined && setB !== undefined) continue;
    if (setA === undefined && setB === undefined) {
      sets.set(a, { members: [a, b], similarity });
      setOf.set(a, a).set(b, a);
      continue;
    }
    const home = (setA ?? setB) as number;
    const set = sets.get(home);
    const guest = setA === undefined ? a : b;
    if (!set || (home !== a && home !== b)) continue;
    set.members.push(guest);
    set.similarity = Math.min(set.similarity, similarity);
    setOf.set(guest, home);
  }
  const result: DuplicateSet[] = [];
  for (const first of new Set([...groups.values()].map(([one]) => one as number))) {
    const home = setOf.get(first);
    if (home !== undefined && home !== first) continue;
    const set = sets.get(first) ?? { members: [first], similarity: 1 };
    const all = set.members.flatMap((one) => groups.get(bags[one]?.key ?? '') ?? []);
    if (all.length < 2) continue;
    const notes = all.sort(fullest).map((n) => corpus.notes[n]?.id ?? '');
    result.push({ notes, similarity: set.similarity });
  }
  return result.sort(
    (x, y) =>
      y.similarity - x.similarity || y.notes.length - x.notes.length || (x.notes.join() < y.notes.join() ? -1 : 1),
  );
}
