/**
 * Texts of this person that have no place on the board any more, as this device keeps them, each with why. Kept per board until the person
 * lets them go. (Those the server handed back stand in the private document: `client/session/drafts` shows both.)
 */
import { isOneOf } from '../../shared/elements/readProps.ts';
import { createId } from '../../shared/lib/ids.ts';
import type { DeviceStorage } from '../ui/DeviceStorage.ts';
import { isNumber, isString, readKept } from './readKept.ts';

const PREFIX = 'pelemele.drafts.';
const MOST = 200;

export const DRAFT_REASONS = [
  /** Written in an element that another person deleted. */
  'deleted',
  /** Taken back by the server. */
  'refused',
  /** Not saved when the board changed its history, or when this page was refused for good. */
  'unsaved',
] as const;
export type DraftReason = (typeof DRAFT_REASONS)[number];

export interface Draft {
  readonly id: string;
  readonly text: string;
  readonly reason: DraftReason;
  /** UTC milliseconds. */
  readonly at: number;
}

/** Before 2026-12 a draft was its text alone. */
const readDraft = (value: unknown): Draft | null =>
  typeof value === 'string'
    ? { id: createId(), text: value, reason: 'unsaved', at: 0 }
    : readKept<Draft>(value, { id: isString, text: isString, reason: isOneOf(DRAFT_REASONS), at: isNumber });

/** All of them, or none where one is not such a thing. */
function readDrafts(value: unknown): readonly Draft[] {
  const read = Array.isArray(value) ? value.map(readDraft) : [];
  return read.every((draft) => draft !== null) ? read : [];
}

export interface Drafts {
  list(): readonly Draft[];
  add(texts: readonly string[], reason: DraftReason): void;
  remove(ids: readonly string[]): void;
  /** Puts back what was removed. */
  restore(drafts: readonly Draft[]): void;
  /** Lets go of texts that stand on the board after all. */
  prune(standsOnBoard: (text: string) => boolean): void;
  subscribe(listener: () => void): () => void;
}

/** Takes the drafts of a board, or of all, off the device. */
export function forgetDrafts(storage: DeviceStorage, board: string | null): void {
  for (const key of storage.keys()) {
    if (board === null ? key.startsWith(PREFIX) : key === PREFIX + board) storage.remove(key);
  }
}

export function createDrafts(storage: DeviceStorage, board: string, now: () => number = Date.now): Drafts {
  const key = PREFIX + board;
  const listeners = new Set<() => void>();
  const read = (): readonly Draft[] => {
    try {
      return readDrafts(JSON.parse(storage.get(key) ?? '[]'));
    } catch {
      // Cut short or not ours.
      return [];
    }
  };
  let drafts = read();
  const update = (next: readonly Draft[]): void => {
    drafts = next.slice(-MOST);
    if (drafts.length === 0) storage.remove(key);
    else storage.set(key, JSON.stringify(drafts));
    for (const listener of [...listeners]) listener();
  };
  const merge = (more: readonly Draft[]): void => {
    // Another tab may have added some meanwhile.
    const known = read();
    const fresh = more.filter(({ text }, at) => {
      const isSame = (other: Draft): boolean => other.text === text;
      return !known.some(isSame) && more.findIndex(isSame) === at;
    });
    if (fresh.length > 0) update([...known, ...fresh].sort((a, b) => a.at - b.at));
  };
  return {
    list: () => drafts,
    add: (texts, reason) =>
      merge(
        texts
          .map((text) => text.trim())
          .filter((text) => text !== '')
          .map((text) => ({ id: createId(), text, reason, at: now() })),
      ),
    remove: (ids) => update(read().filter(({ id }) => !ids.includes(id))),
    restore: merge,
    prune: (standsOnBoard) => {
      // Another tab may have added some meanwhile: what is written must not be what this one has read long ago.
      const known = read();
      const left = known.filter(({ text }) => !standsOnBoard(text));
      if (left.length < known.length) update(left);
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
