/**
 * Whether one element may go from what it was to what it is now, by this author: role, lock, authorship, kind, schema, in this order. Pure; it
 * sees plain values and knows neither Yjs nor the room.
 */
import { type Action, can, type Role } from '../../shared/access/can.ts';
import { canIn, OPEN_STEP, rightsOf, type Step, type Target } from '../../shared/access/Step.ts';
import { isSaid, parseMarkKey, writerOf } from '../../shared/elements/marks/markKeys.ts';
import { isMoment, WRONG_CLOCK_MS } from '../../shared/elements/marks/readMarks.ts';
import { type RawElement, readElement } from '../../shared/elements/parseElement.ts';
import { isEqual } from '../../shared/lib/equal.ts';
import { LIMITS } from '../../shared/protocol/limits.ts';

/** Why a change is taken back; told to its author in the `refused` event. */
export type RefusalCode =
  | 'role'
  | 'locked'
  | 'lock'
  | 'author'
  | 'placeholder'
  | 'schema'
  | 'moment'
  | 'limit'
  | 'held';

export interface Author {
  readonly id: string;
  readonly role: Role;
  readonly group?: string | null;
}

export interface Change {
  readonly id: string;
  /** `null`: was not on the board. */
  readonly before: RawElement | null;
  /** `null`: is not on the board any more. */
  readonly after: RawElement | null;
  /** The participant who brought this element onto the board, where one did. */
  readonly owner: string | undefined;
  /** Of one that is brought back: what others had said of it when it was deleted. */
  readonly said?: RawElement | undefined;
}

/** The step the workshop is in, and the areas an element lies in, from its parent up to the root, before and after. */
export interface Setting {
  readonly step: Step;
  readonly areasBefore: readonly string[];
  readonly areasAfter: readonly string[];
}

/** The setting of whoever is not kept to certain areas: which ones they are in is not worth finding out. */
export const anywhere = (step: Step): Setting => ({ step, areasBefore: [], areasAfter: [] });

const NO_STEPS = anywhere(OPEN_STEP);

/** What of a comment, or of a word on a thread, tells when it was said. */
const MOMENTS: readonly string[] = ['at', 'edited'];

/** Where something stands and with what: their change is `move`. */
export const MOVE_KEYS: ReadonlySet<string> = new Set(['place', 'size', 'z', 'group']);

/** The reason to refuse a change, or `null`. `now`: by the server's clock, in UTC milliseconds. */
export function judgeChange(
  change: Change,
  author: Author,
  setting: Setting = NO_STEPS,
  now = Number.POSITIVE_INFINITY,
): RefusalCode | null {
  const { id, before, after, owner } = change;
  if (before === null && after === null) return null;
  const keys = changedKeys(before ?? {}, after ?? {});
  if (before !== null && after !== null && keys.length === 0) return null;
  const mayLock = can(author.role, 'lock');
  if (!actionsOf(change, keys).every((action) => isAllowed(action, change, author, setting))) return 'role';
  // What is locked may still be spoken of.
  if (isLocked(before) && !mayLock && !keys.every(isSaid)) return 'locked';
  if (after === null) return null;
  if (!keys.every((key) => !isSaid(key) || isOwnWord(key, change, author))) return 'author';
  if (isLocked(before) !== isLocked(after) && !mayLock) return 'lock';
  if (keys.includes('by') && after.by !== undefined && after.by !== (before === null ? (owner ?? author.id) : owner))
    return 'author';
  // A page that missed the step: where people are not named, nobody signs what is new.
  const isNew = before === null && owner === undefined;
  if (isNew && after.by !== undefined && rightsOf(setting.step, author.group ?? null).attribution !== 'named')
    return 'author';
  if (before !== null && !readElement(id, before).ok) return isPlainMove(id, after, keys) ? null : 'placeholder';
  // What a step lets people add is said by kind.
  if (before !== null && before.kind !== after.kind) return 'schema';
  const read = readElement(id, after);
  if (read.ok) return keys.some((key) => saysWhatIsToCome(key, change, now)) ? 'moment' : null;
  const isTooLong = typeof after.text === 'string' && after.text.length > LIMITS.textChars;
  return isTooLong || COUNT_LIMITS.includes(read.reason) ? 'limit' : 'schema';
}

/** What `readElement` says where there are too many of something. */
const COUNT_LIMITS: readonly string[] = ['tags', 'reactions', 'comments', 'members'];

/**
 * Whether something is said with a moment that has not come, by more than a clock may be wrong: the last word on a thread is the latest, and
 * it would be so for ever. What stood there with such a moment stays, and may be answered: a word on a thread comes right after the last.
 */
function saysWhatIsToCome(key: string, { before, after, said }: Change, now: number): boolean {
  const is = isSaid(key) ? after?.[key] : undefined;
  if (typeof is !== 'object' || is === null) return false;
  const was = before?.[key] ?? said?.[key];
  const known = (typeof was === 'object' && was !== null ? was : {}) as RawElement;
  const isAhead = (value: unknown): boolean => Number(value) > now + WRONG_CLOCK_MS;
  return Object.entries(is).some(
    ([name, value]) =>
      MOMENTS.includes(name) &&
      value !== known[name] &&
      isAhead(value) &&
      Number(value) > afterLastWord(key, before ?? said ?? {}),
  );
}

/** The moment right after the last word on the thread that a key speaks of; 0 where it speaks of none. */
function afterLastWord(key: string, before: RawElement): number {
  const mark = parseMarkKey(key);
  if (mark?.type !== 'resolved') return 0;
  const moments = Object.entries(before).map(([other, value]) => {
    const said = parseMarkKey(other);
    if (said?.type !== 'resolved' || said.of !== mark.of) return 0;
    const at: unknown = typeof value === 'object' && value !== null && 'at' in value ? value.at : null;
    return isMoment(at) ? at + 1 : 0;
  });
  return Math.max(0, ...moments);
}

/** Whether somebody may write this reaction, comment or word on a thread: under their own id, or as a facilitator who clears it away. */
function isOwnWord(key: string, { before, after, owner, said }: Change, author: Author): boolean {
  const mark = parseMarkKey(key);
  if (mark === null || mark.type === 'tag') return false;
  if (before === null && said && isEqual(said[key], after?.[key])) return true;
  const isFacilitator = author.role === 'facilitator';
  if (mark.by !== author.id) return isFacilitator && before !== null && after?.[key] === undefined;
  if (mark.type !== 'resolved') return true;
  return isFacilitator || owner === author.id || writerOf(mark.of) === author.id;
}

const isLocked = (raw: RawElement | null): boolean => raw?.lock === true;

const changedKeys = (before: RawElement, after: RawElement): string[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((key) => !isEqual(before[key], after[key]));

/**
 * Creating is `add`; place, size, order and group are `move`; reactions and comments are `comment`; everything else, deleting too, is
 * `edit`.
 */
function actionsOf({ before, after, said }: Change, keys: readonly string[]): Action[] {
  if (before === null) {
    const isSpeaking = keys.some((key) => isSaid(key) && !(said && isEqual(said[key], after?.[key])));
    return isSpeaking ? ['add', 'comment'] : ['add'];
  }
  if (after === null) return ['edit'];
  const actions: Action[] = [];
  if (keys.some((key) => MOVE_KEYS.has(key))) actions.push('move');
  if (keys.some(isSaid)) actions.push('comment');
  if (keys.some((key) => !MOVE_KEYS.has(key) && !isSaid(key) && key !== 'lock')) actions.push('edit');
  return actions;
}

/** Whoever takes an element from one area to another must be allowed to move it in both. */
function isAllowed(action: Action, { after, owner }: Change, author: Author, setting: Setting): boolean {
  const { step, areasBefore, areasAfter } = setting;
  const isOwn = action === 'add' || owner === author.id;
  const isAllowedIn = (areas: readonly string[]): boolean => {
    const target: Target = { areas, isOwn, ...(typeof after?.kind === 'string' && { kind: after.kind }) };
    return canIn(step, author.role, author.group ?? null, action, target);
  };
  if (action === 'move') return isAllowedIn(areasBefore) && isAllowedIn(areasAfter);
  return isAllowedIn(action === 'add' ? areasAfter : areasBefore);
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
