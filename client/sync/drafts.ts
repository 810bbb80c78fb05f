/**
 * Texts of this person that have no place on the board any more: written in a note that another deleted, or not yet saved when the board
 * changed its history. Kept on this device, per board, until the person clears them. (Issue 3/11 gives them a panel and IndexedDB.)
 */
import * as z from 'zod/mini';
import type { DeviceStorage } from '../ui/DeviceStorage.ts';

const PREFIX = 'pelemele.drafts.';
const MOST = 200;

export interface Drafts {
  list(): readonly string[];
  add(texts: readonly string[]): void;
  /** Lets go of texts that stand on the board after all. */
  prune(standsOnBoard: (text: string) => boolean): void;
  clear(): void;
  subscribe(listener: () => void): () => void;
}

export function createDrafts(storage: DeviceStorage, board: string): Drafts {
  const key = PREFIX + board;
  const listeners = new Set<() => void>();
  const read = (): readonly string[] => {
    try {
      const parsed = z.array(z.string()).safeParse(JSON.parse(storage.get(key) ?? '[]'));
      return parsed.success ? parsed.data : [];
    } catch {
      // Cut short or not ours.
      return [];
    }
  };
  let texts = read();
  const update = (next: readonly string[]): void => {
    texts = next;
    if (next.length === 0) storage.remove(key);
    else storage.set(key, JSON.stringify(next));
    for (const listener of [...listeners]) listener();
  };
  return {
    list: () => texts,
    add: (more) => {
      const kept = more.map((text) => text.trim()).filter((text) => text !== '');
      if (kept.length > 0) update([...new Set([...texts, ...kept])].slice(-MOST));
    },
    prune: (standsOnBoard) => {
      const left = texts.filter((text) => !standsOnBoard(text));
      if (left.length < texts.length) update(left);
    },
    clear: () => update([]),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
