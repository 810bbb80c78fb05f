/**
 * What people had said of elements that were deleted since: whoever brings such an element back may bring back the reactions and comments
 * of others with it, as they were, and no others. In memory only and bounded, the oldest give way; a restart forgets it.
 */
import { isSaid } from '../../shared/elements/marks/markKeys.ts';
import type { RawElement } from '../../shared/elements/parseElement.ts';

/** Keys that are kept, a board. */
const MOST_KEYS = 20_000;

export class SaidOfDeleted {
  /** The oldest first. */
  readonly #kept = new Map<string, RawElement>();
  #keys = 0;

  /** Keeps what was said of an element that is deleted. */
  keep(id: string, value: RawElement): void {
    this.#forget(id);
    const said = Object.entries(value).filter(([key]) => isSaid(key));
    if (said.length === 0) return;
    this.#kept.set(id, Object.fromEntries(said));
    this.#keys += said.length;
    for (const oldest of this.#kept.keys()) {
      if (this.#keys <= MOST_KEYS || oldest === id) break;
      this.#forget(oldest);
    }
  }

  /** What was said of an element before it was deleted; `undefined` where nothing was, or nobody knows any more. */
  of(id: string): RawElement | undefined {
    return this.#kept.get(id);
  }

  #forget(id: string): void {
    const old = this.#kept.get(id);
    if (!old) return;
    this.#keys -= Object.keys(old).length;
    this.#kept.delete(id);
  }
}
