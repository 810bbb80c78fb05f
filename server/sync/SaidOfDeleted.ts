/**
 * What people had said of elements that were deleted since: whoever brings such an element back may bring back the reactions and comments
 * of others with it, as they were, and no others. In memory only and bounded, the oldest give way; a restart forgets it.
 */
import { isSaid, parseMarkKey } from '../../shared/elements/marks/markKeys.ts';
import type { RawElement } from '../../shared/elements/parseElement.ts';
import { isEqual } from '../../shared/lib/equal.ts';

/** Characters that are kept, a board. */
const MOST_CHARS = 4_000_000;

/** The keys of an element as it stands in the document. */
interface Words {
  keys(): Iterable<string>;
  get(key: string): unknown;
  delete(key: string): void;
}

const sizeOf = (said: RawElement | undefined): number => JSON.stringify(said ?? {}).length;

export class SaidOfDeleted {
  /** The oldest first. */
  readonly #kept = new Map<string, RawElement>();
  #chars = 0;

  /** Keeps what was said of an element that is deleted. */
  keep(id: string, value: RawElement): void {
    this.#forget(id);
    const said = Object.entries(value).filter(([key]) => isSaid(key));
    if (said.length === 0) return;
    this.#kept.set(id, Object.fromEntries(said));
    this.#chars += sizeOf(this.#kept.get(id));
    for (const oldest of this.#kept.keys()) {
      if (this.#chars <= MOST_CHARS || oldest === id) break;
      this.#forget(oldest);
    }
  }

  /** What was said of an element before it was deleted; `undefined` where nothing was, or nobody knows any more. */
  of(id: string): RawElement | undefined {
    return this.#kept.get(id);
  }

  /**
   * Takes out of an element that somebody brings the words of others that it did not have when it was deleted, or that nobody here
   * remembers. Answers whether there were any.
   */
  dropForeign(id: string, author: string, words: Words): boolean {
    const known = this.#kept.get(id);
    const foreign = [...words.keys()].filter((key) => {
      const mark = isSaid(key) ? parseMarkKey(key) : null;
      if (mark === null || mark.type === 'tag' || mark.by === author) return false;
      return known === undefined || !isEqual(known[key], words.get(key));
    });
    for (const key of foreign) words.delete(key);
    return foreign.length > 0;
  }

  #forget(id: string): void {
    const old = this.#kept.get(id);
    if (!old) return;
    this.#chars -= sizeOf(old);
    this.#kept.delete(id);
  }
}
