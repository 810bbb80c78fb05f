/**
 * A draft of groups from nothing: notes that have much in common, or much in common with the same others, are joined (Ward), and the tree is cut
 * into as many groups as a person asks for. Above `MOST_COMPARED` notes a part of them, spread evenly, makes the tree; the rest goes where most of
 * what it resembles is. Notes without a telling word stay apart.
 */
import { type Corpus, type CorpusOptions, createCorpus, type Progress, type SortedNote } from './corpus.ts';
import { cut, type Join, ward } from './hierarchy.ts';
import { nameGroups } from './names.ts';

export interface DraftGroup {
  readonly name: string;
  readonly notes: readonly string[];
}

export interface Draft {
  readonly groups: readonly DraftGroup[];
  /** Notes that say nothing the others could be compared by. */
  readonly apart: readonly string[];
}

/** Ready to be cut into any number of groups, at once. */
export interface DraftTree {
  readonly corpus: Corpus;
  /** Places in the corpus of the notes in the tree. */
  readonly members: readonly number[];
  readonly joins: readonly Join[];
  /** Notes outside the tree, and the member each goes with; -1: none. */
  readonly followers: ReadonlyMap<number, number>;
}

const MOST_COMPARED = 1_000;
/** The number first shown: few enough to be read, and about ten notes each. */
const FIRST = { least: 2, most: 12, notesEach: 8 } as const;

export const firstCount = (notes: number): number =>
  Math.max(Math.min(FIRST.least, notes), Math.min(FIRST.most, Math.round(notes / FIRST.notesEach)));

/** Reads and compares the notes. The costly part. */
export function growTree(notes: readonly SortedNote[], options: CorpusOptions, progress?: Progress): DraftTree {
  const corpus = createCorpus(notes, options);
  const telling = corpus.notes.flatMap((_, n) => (corpus.tells(n) ? [n] : []));
  const step = Math.max(1, telling.length / MOST_COMPARED);
  const members =
    step === 1 ? telling : Array.from({ length: MOST_COMPARED }, (_, n) => telling[Math.floor(n * step)] as number);
  const count = members.length;
  const shared = new Float32Array(count * count);
  for (const [n, member] of members.entries()) {
    if (n % 64 === 0) progress?.((n / count) * 0.2);
    const row = corpus.row(member);
    for (const [m, other] of members.entries()) shared[n * count + m] = row[other] as number;
  }
  const distances = secondOrder(shared, count, (done) => progress?.(0.2 + done * 0.6));
  const joins = ward(distances, count, (done) => progress?.(0.8 + done * 0.15));
  return { corpus, members, joins, followers: follow(corpus, members, telling, progress) };
}

/** Squared distances between what notes have in common with all the others: two that never share a word may share their company. */
function secondOrder(shared: Float32Array, count: number, progress: (done: number) => void): Float32Array {
  const distances = new Float32Array(count * count);
  const norms = new Float64Array(count);
  for (let a = 0; a < count; a++) {
    if (a % 32 === 0) progress((a / count) ** 2);
    const from = a * count;
    for (let b = 0; b <= a; b++) {
      const to = b * count;
      let sum = 0;
      for (let n = 0; n < count; n++) sum += (shared[from + n] as number) * (shared[to + n] as number);
      distances[from + b] = sum;
    }
    norms[a] = Math.sqrt(distances[from + a] as number) || 1;
  }
  for (let a = 0; a < count; a++) {
    for (let b = 0; b <= a; b++) {
      const cosine = (distances[a * count + b] as number) / ((norms[a] as number) * (norms[b] as number));
      const far = a === b ? 0 : Math.max(0, 2 - 2 * cosine);
      distances[a * count + b] = far;
      distances[b * count + a] = far;
    }
  }
  return distances;
}

/** The member nearest to each telling note outside the tree. */
function follow(
  corpus: Corpus,
  members: readonly number[],
  telling: readonly number[],
  progress?: Progress,
): Map<number, number> {
  const places = new Map(members.map((member, n) => [member, n]));
  const followers = new Map<number, number>();
  for (const [n, note] of telling.entries()) {
    if (places.has(note)) continue;
    if (n % 64 === 0) progress?.(0.95 + (n / telling.length) * 0.05);
    const row = corpus.row(note);
    let best = -1;
    for (const [place, member] of members.entries())
      if ((row[member] as number) > (best === -1 ? 0 : (row[members[best] as number] as number))) best = place;
    followers.set(note, best);
  }
  return followers;
}

/** The draft with so many groups (fewer where there are fewer notes), largest first. */
export function cutTree({ corpus, members, joins, followers }: DraftTree, groups: number): Draft {
  const numbers = cut(joins, members.length, groups);
  const inGroups = new Map<number, number[]>();
  const put = (number: number, note: number): void => {
    const list = inGroups.get(number);
    if (list) list.push(note);
    else inGroups.set(number, [note]);
  };
  for (const [place, member] of members.entries()) put(numbers[place] as number, member);
  for (const [note, place] of followers) if (place >= 0) put(numbers[place] as number, note);
  const lists = [...inGroups.values()].sort((a, b) => b.length - a.length || (a[0] as number) - (b[0] as number));
  const names = nameGroups(lists.map((list) => list.map((note) => corpus.words[note] ?? [])));
  const grouped = new Set(lists.flat());
  const idOf = (note: number): string => corpus.notes[note]?.id ?? '';
  return {
    groups: lists.map((list, n) => ({ name: names[n] ?? '', notes: list.map(idOf) })),
    apart: corpus.notes.flatMap(({ id }, n) => (grouped.has(n) ? [] : [id])),
  };
}
