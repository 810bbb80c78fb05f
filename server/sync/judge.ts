/**
 * Whether one element may go from what it was to what it is now, by this author: role, lock, authorship, schema, in this order. Pure; it
 * sees plain values and knows neither Yjs nor the room.
 */
import { type Action, can, type Role } from '../../shared/access/can.ts';
import { type RawElement, readElement } from '../../shared/elements/parseElement.ts';
import { isEqual } from '../../shared/lib/equal.ts';
import { LIMITS } from '../../shared/protocol/limits.ts';

/** Why a change is taken back; told to its author in the `refused` event. */
export type RefusalCode = 'role' | 'locked' | 'lock' | 'author' | 'placeholder' | 'schema' | 'limit';

export interface Author {
  readonly id: string;
  readonly role: Role;
}

export interface Change {
  readonly id: string;
  /** `null`: was not on the board. */
  readonly before: RawElement | null;
  /** `null`: is not on the board any more. */
  readonly after: RawElement | null;
  /** The participant this element was first written by, where it had named one. */
  readonly creator: string | undefined;
}

const MOVE_KEYS: ReadonlySet<string> = new Set(['place', 'size', 'z']);

/** The reason to refuse a change, or `null`. */
export function judgeChange(change: Change, author: Author): RefusalCode | null {
  const { id, before, after, creator } = change;
  if (before === null && after === null) return null;
  const keys = changedKeys(before ?? {}, after ?? {});
  if (before !== null && after !== null && keys.length === 0) return null;
  const mayLock = can(author.role, 'lock');
  if (!actionsOf(change, keys).every((action) => can(author.role, action))) return 'role';
  if (isLocked(before) && !mayLock) return 'locked';
  if (after === null) return null;
  if (isLocked(before) !== isLocked(after) && !mayLock) return 'lock';
  if (keys.includes('by') && after.by !== undefined && after.by !== author.id && after.by !== creator) return 'author';
  if (before !== null && !readElement(id, before).ok) return isPlainMove(id, after, keys) ? null : 'placeholder';
  const read = readElement(id, after);
  if (read.ok) return null;
  const isTooLong = typeof after.text === 'string' && after.text.length > LIMITS.textChars;
  return isTooLong ? 'limit' : 'schema';
}

const isLocked = (raw: RawElement | null): boolean => raw?.lock === true;

const changedKeys = (before: RawElement, after: RawElement): string[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((key) => !isEqual(before[key], after[key]));

/** Creating is `add`; place, size and order are `move`; everything else, deleting too, is `edit`. */
function actionsOf({ before, after }: Change, keys: readonly string[]): Action[] {
  if (before === null) return ['add'];
  if (after === null) return ['edit'];
  const actions: Action[] = [];
  if (keys.some((key) => MOVE_KEYS.has(key))) actions.push('move');
  if (keys.some((key) => !MOVE_KEYS.has(key) && key !== 'lock')) actions.push('edit');
  return actions;
}

/** A placeholder (of a newer version, of an import) may be moved, to where any element may stand; its content is not ours to judge. */
function isPlainMove(id: string, after: RawElement, keys: readonly string[]): boolean {
  const sound: Record<string, unknown> = { kind: 'frame', place: [null, 0, 0], size: [200, 200], z: 'a0' };
  for (const key of keys) {
    if (!MOVE_KEYS.has(key)) return false;
    sound[key] = after[key];
  }
  return readElement(id, sound).ok;
}
