/**
 * Notes as vectors of length one: the stems they hold, and the runs of four letters of these words, each weighed by how few notes hold it. The
 * cosine of two is how much they have in common. Sparse, in typed arrays; pure.
 */
import type { Word } from './words.ts';

export interface Vectors {
  readonly count: number;
  /** Row `i` stands from `starts[i]` to `starts[i + 1]` in the two below, features in rising order. */
  readonly starts: Int32Array;
  readonly features: Int32Array;
  readonly weights: Float32Array;
  /** The number of features. */
  readonly width: number;
}

export interface VectorOptions {
  /** The part of whole words in the similarity, from 0 to 1; the rest is their letters. */
  readonly words: number;
  readonly grams: number;
}

export const DEFAULT_VECTORS: VectorOptions = { words: 0.6, grams: 4 };

/** The runs of letters of a word, its ends marked. */
export function gramsOf(word: string, size: number): string[] {
  const padded = `_${word}_`;
  if (padded.length <= size) return [padded];
  return Array.from({ length: padded.length - size + 1 }, (_, at) => padded.slice(at, at + size));
}

/** Vectors of notes, from their words. A note without a telling word has an empty row. */
export function toVectors(notes: readonly (readonly Word[])[], options = DEFAULT_VECTORS): Vectors {
  const ids = new Map<string, number>();
  const holders: number[] = [];
  const counted = notes.map((words) => {
    const said = words.filter(({ isStop }) => !isStop);
    return [
      count(
        said.map(({ stem }) => stem),
        '',
        ids,
        holders,
      ),
      count(
        said.flatMap(({ stem }) => gramsOf(stem, options.grams)),
        '/',
        ids,
        holders,
      ),
    ] as const;
  });
  const parts = [Math.sqrt(options.words), Math.sqrt(1 - options.words)] as const;
  const starts = new Int32Array(notes.length + 1);
  const features: number[] = [];
  const weights: number[] = [];
  for (const [row, blocks] of counted.entries()) {
    const entries: [number, number][] = [];
    for (const [block, counts] of blocks.entries()) {
      const weighed = [...counts].map(([id, times]): [number, number] => [
        id,
        (1 + Math.log(times)) * Math.log(1 + notes.length / (holders[id] ?? 1)),
      ]);
      const norm = Math.hypot(...weighed.map(([, weight]) => weight));
      const part = parts[block] ?? 0;
      if (norm > 0 && part > 0) for (const [id, weight] of weighed) entries.push([id, (weight / norm) * part]);
    }
    entries.sort(([a], [b]) => a - b);
    for (const [id, weight] of entries) {
      features.push(id);
      weights.push(weight);
    }
    starts[row + 1] = features.length;
  }
  return {
    count: notes.length,
    starts,
    features: Int32Array.from(features),
    weights: Float32Array.from(weights),
    width: ids.size,
  };
}

/** How often each feature comes; `holders` counts the notes that hold it. */
function count(
  names: readonly string[],
  prefix: string,
  ids: Map<string, number>,
  holders: number[],
): Map<number, number> {
  const counts = new Map<number, number>();
  for (const name of names) {
    const key = prefix + name;
    let id = ids.get(key);
    if (id === undefined) {
      id = ids.size;
      ids.set(key, id);
    }
    const before = counts.get(id);
    if (before === undefined) holders[id] = (holders[id] ?? 0) + 1;
    counts.set(id, (before ?? 0) + 1);
  }
  return counts;
}
