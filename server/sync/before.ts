/**
 * What an element was before the transaction that is still open: read from the Yjs items, which keep what a transaction deletes until it
 * ends. The gate compares with it and writes it back; no second copy of the board is kept for that.
 */
import * as Y from 'yjs';
import type { ElementMap } from '../../shared/board/layout.ts';
import type { RawElement } from '../../shared/elements/parseElement.ts';

export class Before {
  readonly #beforeState: ReadonlyMap<number, number>;
  readonly #deleted: Parameters<typeof Y.isDeleted>[0];

  /** Looks back from the present point of an open transaction. */
  constructor(transaction: Y.Transaction) {
    this.#beforeState = transaction.beforeState;
    // A sorted copy: `isDeleted` searches by halves, and an open transaction's own set is in order of deletion.
    this.#deleted = Y.mergeDeleteSets([transaction.deleteSet]);
  }

  /** The keys of an element as they were, its text as a string; `null` where it did not stand on the board. */
  element(elements: Y.Map<ElementMap>, id: string): RawElement | null {
    const map = this.#content(elements as Y.Map<unknown>, id)?.type;
    if (!(map instanceof Y.Map)) return null;
    const raw: Record<string, unknown> = Object.create(null);
    for (const key of map._map.keys()) {
      const content = this.#content(map, key);
      if (content) raw[key] = content.type instanceof Y.Text ? this.#text(content.type) : content.value;
    }
    return raw;
  }

  #wasThere(item: Y.Item): boolean {
    return item.id.clock < (this.#beforeState.get(item.id.client) ?? 0);
  }

  /** What stood under a key: the newest item older than the transaction, unless it was deleted before. */
  #content(map: Y.Map<unknown>, key: string): { type: unknown; value: unknown } | null {
    let item: Y.Item | null = map._map.get(key) ?? null;
    while (item && !this.#wasThere(item)) item = item.left;
    if (!item || (item.deleted && !Y.isDeleted(this.#deleted, item.id))) return null;
    const type = item.content instanceof Y.ContentType ? item.content.type : null;
    return { type, value: item.content.getContent()[item.length - 1] };
  }

  #text(text: Y.Text): string {
    let letters = '';
    for (let item: Y.Item | null = text._start; item; item = item.right) {
      const stood = this.#wasThere(item) && (!item.deleted || Y.isDeleted(this.#deleted, item.id));
      if (stood && item.content instanceof Y.ContentString) letters += item.content.str;
    }
    return letters;
  }
}
