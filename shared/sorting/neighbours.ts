/** The nearest notes of each note, and « notes qui se ressemblent ». */
import type { Corpus, Progress } from './corpus.ts';

export interface Neighbour {
  readonly index: number;
  /** From 0 (nothing in common) to 1 (the same). */
  readonly similarity: number;
}

export interface Likeness {
  readonly id: string;
  readonly similarity: number;
}

/** Less in common is chance: a word in passing. */
const LEAST_ALIKE = 0.08;

/** The `most` nearest of the note at `index`, best first, itself left out. */
export function nearest(row: Float32Array, index: number, most: number, least = 0): Neighbour[] {
  const found: Neighbour[] = [];
  let bar = least;
  for (let n = 0; n < row.length; n++) {
    const similarity = row[n] as number;
    if (n === index || similarity <= bar) continue;
    found.push({ index: n, similarity });
    if (found.length < most * 4) continue;
    found.sort(bestFirst);
    found.length = most;
    bar = found[most - 1]?.similarity ?? bar;
  }
  return found.sort(bestFirst).slice(0, most);
}

const bestFirst = (a: Neighbour, b: Neighbour): number => b.similarity - a.similarity || a.index - b.index;

/** The `most` nearest of every note. */
export function nearestOfAll(corpus: Corpus, most: number, progress?: Progress): Neighbour[][] {
  return corpus.notes.map((_, index) => {
    if (index % 64 === 0) progress?.(index / corpus.notes.length);
    return nearest(corpus.row(index), index, most);
  });
}

/** « Notes qui se ressemblent »: those that have something to do with one of them, best first. */
export function findAlike(corpus: Corpus, id: string, most = 20): Likeness[] {
  const index = corpus.at.get(id);
  if (index === undefined) return [];
  return nearest(corpus.row(index), index, most, LEAST_ALIKE).map(({ index: n, similarity }) => ({
    id: corpus.notes[n]?.id ?? '',
    similarity: Math.min(1, similarity),
  }));
}
