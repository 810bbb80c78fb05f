/**
 * Named views of a board, kept on this device: each is the part of the wall that was seen, so that another window shows the same thing.
 * What stands in the storage may be anything: what is no bookmark is left out. No React here.
 */
import type { Box } from '../../../shared/geometry/box.ts';
import { isEqual } from '../../../shared/lib/equal.ts';
import type { DeviceStorage } from '../../ui/DeviceStorage.ts';

const PREFIX = 'pelemele.bookmarks.';
/** As many as a list can be looked through; the first nine have keys. */
export const MOST_BOOKMARKS = 30;
export const MOST_NAME_CHARS = 60;
/** Bookmarks that a key leads to. */
export const WITH_KEYS = 9;

export interface Bookmark {
  readonly id: string;
  readonly name: string;
  /** The part of the page that is seen whole. */
  readonly box: Box;
}

export class Bookmarks {
  readonly #storage: DeviceStorage;
  readonly #key: string;
  readonly #listeners = new Set<() => void>();
  #list: readonly Bookmark[];

  constructor(storage: DeviceStorage, board: string) {
    this.#storage = storage;
    this.#key = PREFIX + board;
    this.#list = this.#read();
  }

  /** In the order in which they were set; the same array until something changes. */
  readonly list = (): readonly Bookmark[] => this.#list;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Keeps a view under a name; `null` where there are as many as there may be. */
  add(name: string, box: Box): Bookmark | null {
    const list = this.#read();
    if (list.length >= MOST_BOOKMARKS) return null;
    const free = Array.from({ length: MOST_BOOKMARKS }, (_, n) => `${n + 1}`);
    const id = free.find((candidate) => !list.some((other) => other.id === candidate)) ?? '';
    const bookmark = { id, name: cleanName(name), box };
    this.#put([...list, bookmark]);
    return bookmark;
  }

  rename(id: string, name: string): void {
    const clean = cleanName(name);
    const isMeant = this.#isMeant(id);
    if (clean !== '') this.#put(this.#read().map((one) => (isMeant(one) ? { ...one, name: clean } : one)));
  }

  delete(id: string): void {
    const isMeant = this.#isMeant(id);
    this.#put(this.#read().filter((one) => !isMeant(one)));
  }

  /** Whether one is the one that is shown here under an id: another tab may have given the id to another. */
  #isMeant(id: string): (one: Bookmark) => boolean {
    const shown = this.#list.find((one) => one.id === id);
    return (one) => one.id === id && isEqual(one.box, shown?.box);
  }

  /** As they are kept now: another tab of this board may have written since. */
  #read(): readonly Bookmark[] {
    return parseBookmarks(this.#storage.get(this.#key));
  }

  #put(list: readonly Bookmark[]): void {
    this.#list = list;
    if (list.length === 0) this.#storage.remove(this.#key);
    else this.#storage.set(this.#key, JSON.stringify(list));
    for (const listener of this.#listeners) listener();
  }
}

/** Takes the bookmarks of one board off this device, or of all (`null`). */
export function forgetBookmarks(storage: DeviceStorage, board: string | null): void {
  for (const key of storage.keys())
    if (board === null ? key.startsWith(PREFIX) : key === PREFIX + board) storage.remove(key);
}

const cleanName = (name: string): string => name.trim().replace(/\s+/g, ' ').slice(0, MOST_NAME_CHARS);

function parseBookmarks(stored: string | null): readonly Bookmark[] {
  let value: unknown;
  try {
    value = JSON.parse(stored ?? '[]');
  } catch {
    // Something else wrote here: there are no bookmarks to be had from it.
    return [];
  }
  if (!Array.isArray(value)) return [];
  const list: Bookmark[] = [];
  for (const one of value.slice(0, MOST_BOOKMARKS)) {
    const bookmark = parseBookmark(one);
    if (bookmark && !list.some(({ id }) => id === bookmark.id)) list.push(bookmark);
  }
  return list;
}

function parseBookmark(value: unknown): Bookmark | null {
  if (typeof value !== 'object' || value === null) return null;
  const { id, name, box } = value as Readonly<Record<string, unknown>>;
  if (typeof id !== 'string' || typeof name !== 'string' || typeof box !== 'object' || box === null) return null;
  const { x, y, w, h } = box as Readonly<Record<string, unknown>>;
  const isNumber = (n: unknown): n is number => typeof n === 'number' && Number.isFinite(n) && Math.abs(n) < 1e9;
  if (!isNumber(x) || !isNumber(y) || !isNumber(w) || !isNumber(h) || w <= 0 || h <= 0 || cleanName(name) === '')
    return null;
  return { id, name: cleanName(name), box: { x, y, w, h } };
}
