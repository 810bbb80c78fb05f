/**
 * The notes of a wall, read once for all that compares them: their words, their vectors, and how much each has in common with the others. They
 * stand in an order of their own (by text, then id), so that no answer depends on the order in which they were given. Changes nothing.
 */
import { guessLanguages, type Language } from './language.ts';
import { toVectors, type Vectors } from './vectors.ts';
import { createReader, type Reader, type Word } from './words.ts';

export interface SortedNote {
  readonly id: string;
  readonly text: string;
}

/** Told how far the work has come, from 0 to 1; thrown from, it ends the work. */
export type Progress = (done: number) => void;

export interface CorpusOptions {
  /** The language of notes too short to tell. */
  readonly fallback: Language;
  /** Meanings of the notes as vectors, from a model, by id: half of the similarity where there are any. */
  readonly meanings?: ReadonlyMap<string, readonly number[]>;
}

export interface Corpus {
  readonly notes: readonly SortedNote[];
  /** Place of a note by its id. */
  readonly at: ReadonlyMap<string, number>;
  readonly words: readonly (readonly Word[])[];
  readonly languages: readonly Language[];
  readonly read: Reader;
  /** Whether the note at `index` says anything by which it can be compared. */
  tells(index: number): boolean;
  /** What the note at `index` has in common with each note, from 0 to 1. The same array is filled again by the next call. */
  row(index: number): Float32Array;
}

/** The part of a model's meanings in the similarity, where there are any. */
const MEANING_PART = 0.5;

export function createCorpus(given: readonly SortedNote[], { fallback, meanings }: CorpusOptions): Corpus {
  const notes = [...given].sort((a, b) => compare(a.text, b.text) || compare(a.id, b.id));
  const read = createReader();
  const languages = guessLanguages(
    notes.map(({ text }) => text),
    fallback,
  );
  const words = notes.map(({ text }, n) => read(text, languages[n] ?? fallback));
  const vectors = toVectors(words);
  const lexical = lexicalRows(vectors);
  const dense = meanings && meanings.size > 0 ? meaningRows(notes, meanings) : null;
  const row = dense
    ? (index: number): Float32Array => {
        const shared = lexical(index);
        const meant = dense.row(index);
        if (!meant) return shared;
        // Of two of which one has no meaning, the words alone speak, whichever is asked.
        for (let n = 0; n < shared.length; n++)
          if (dense.has[n] === 1)
            shared[n] = (1 - MEANING_PART) * (shared[n] as number) + MEANING_PART * (meant[n] as number);
        return shared;
      }
    : lexical;
  const tells = (index: number): boolean =>
    (vectors.starts[index] as number) < (vectors.starts[index + 1] as number) || dense?.has[index] === 1;
  return { notes, at: new Map(notes.map(({ id }, n) => [id, n])), words, languages, read, tells, row };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Cosines of one row with all, by the notes that hold each of its features. */
function lexicalRows(vectors: Vectors): (index: number) => Float32Array {
  const { count, starts, features, weights, width } = vectors;
  const ends = new Int32Array(width + 1);
  for (const feature of features) ends[feature + 1] = (ends[feature + 1] as number) + 1;
  for (let f = 0; f < width; f++) ends[f + 1] = (ends[f + 1] as number) + (ends[f] as number);
  const next = ends.slice();
  const holders = new Int32Array(features.length);
  const parts = new Float32Array(features.length);
  for (let note = 0; note < count; note++) {
    for (let p = starts[note] as number; p < (starts[note + 1] as number); p++) {
      const feature = features[p] as number;
      const slot = next[feature] as number;
      next[feature] = slot + 1;
      holders[slot] = note;
      parts[slot] = weights[p] as number;
    }
  }
  const row = new Float32Array(count);
  return (index) => {
    row.fill(0);
    for (let p = starts[index] as number; p < (starts[index + 1] as number); p++) {
      const weight = weights[p] as number;
      const feature = features[p] as number;
      const end = ends[feature + 1] as number;
      for (let slot = ends[feature] as number; slot < end; slot++) {
        const note = holders[slot] as number;
        row[note] = (row[note] as number) + weight * (parts[slot] as number);
      }
    }
    return row;
  };
}

/** What a model made of the notes: one unit vector after the other, and which notes have one. */
interface Meant {
  readonly has: Uint8Array;
  /** The cosines of one note with all; `null` where it has no meaning. What has none itself is worth 0 here. */
  row(index: number): Float32Array | null;
}

/** Cosines of a model's vectors, less what all notes of the board share (else everything looks alike); none below zero. */
function meaningRows(notes: readonly SortedNote[], meanings: ReadonlyMap<string, readonly number[]>): Meant {
  const known = notes.map(({ id }) => meanings.get(id));
  const size = known.find((vector) => vector !== undefined)?.length ?? 0;
  const held = known.filter((vector) => vector?.length === size).length;
  const middle = new Float64Array(size);
  for (const vector of known)
    if (vector?.length === size)
      for (let d = 0; d < size; d++) middle[d] = (middle[d] as number) + (vector[d] as number) / held;
  const has = new Uint8Array(notes.length);
  const units = new Float32Array(notes.length * size);
  for (const [n, vector] of known.entries()) {
    if (vector?.length !== size) continue;
    let squares = 0;
    for (let d = 0; d < size; d++) squares += ((vector[d] as number) - (middle[d] as number)) ** 2;
    const norm = Math.sqrt(squares);
    if (!(norm > 1e-9)) continue;
    has[n] = 1;
    for (let d = 0; d < size; d++) units[n * size + d] = ((vector[d] as number) - (middle[d] as number)) / norm;
  }
  const row = new Float32Array(notes.length);
  return {
    has,
    row(index) {
      if (has[index] === 0) return null;
      for (let n = 0; n < notes.length; n++)
        row[n] = has[n] === 0 ? 0 : Math.max(0, dot(units, index * size, n * size, size));
      return row;
    },
  };
}

/** The product of two stretches of one array. Four sums at a time: each waits for nobody, which is most of what this costs. */
function dot(of: Float32Array, a: number, b: number, size: number): number {
  let [s0, s1, s2, s3] = [0, 0, 0, 0];
  let d = 0;
  for (; d + 3 < size; d += 4) {
    s0 += (of[a + d] as number) * (of[b + d] as number);
    s1 += (of[a + d + 1] as number) * (of[b + d + 1] as number);
    s2 += (of[a + d + 2] as number) * (of[b + d + 2] as number);
    s3 += (of[a + d + 3] as number) * (of[b + d + 3] as number);
  }
  for (; d < size; d++) s0 += (of[a + d] as number) * (of[b + d] as number);
  return s0 + s1 + s2 + s3;
}
