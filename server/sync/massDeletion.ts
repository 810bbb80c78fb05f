/**
 * When the deletions of one participant become too many to be an honest mistake of the hand, or those of several together: from the frame
 * that crosses the line on, what they delete of others is kept back until a facilitator has looked. Keeps by value what went away before
 * that, so that it can be brought back. In memory only, and bounded: a restart forgets holds and values alike.
 */
import type { RawElement } from '../../shared/elements/parseElement.ts';
import { LIMITS } from '../../shared/protocol/limits.ts';

/** An element that is gone, as it was. */
export interface Deleted {
  readonly id: string;
  readonly value: RawElement;
}

/** What is told of one participant. */
export interface DeletionCase {
  readonly participant: string;
  /** Elements of others that went away and may be brought back. */
  readonly deleted: number;
  /** Deletions that were kept back since. */
  readonly held: number;
}

interface Kept extends Deleted {
  readonly at: number;
  readonly weight: number;
}

interface Conduct {
  records: Kept[];
  isHeld: boolean;
  held: number;
  /** Until when a facilitator lets them delete as they like. */
  freeUntil: number;
}

/** Characters of deleted elements that are kept, a board; the oldest give way. */
const KEPT_CHARS = 8_000_000;
/** What an element weighs besides its text. */
const ELEMENT_CHARS = 400;

/** Whether `count` more deletions after `before` of them are too many, of a board of which `size` elements are left. */
const isMass = (before: number, count: number, size: number, elements: number, share: number): boolean =>
  before + count > elements && before + count > (size + before) * share;

const weightOf = ({ value }: Deleted): number => {
  return ELEMENT_CHARS + JSON.stringify(value).length;
};

export class MassDeletion {
  /** Milliseconds, never going back. */
  readonly #now: () => number;
  readonly #people = new Map<string, Conduct>();
  #weight = 0;

  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** Whether a participant may delete `count` elements of others at once, of `size` on the board. What may not pass is counted. */
  mayDelete(participant: string, count: number, size: number): boolean {
    if (count === 0) return true;
    const conduct = this.#of(participant);
    if (this.#now() < conduct.freeUntil) return true;
    if (!conduct.isHeld) {
      this.#forgetOld(conduct);
      if (isMass(conduct.records.length, count, size, LIMITS.massDeletionElements, LIMITS.massDeletionShare))
        conduct.isHeld = true;
      else if (!this.#holdCrowd(conduct, count, size)) return true;
    }
    conduct.held += count;
    return false;
  }

  /** Holds everybody who deletes others' elements at this time, if that is too much altogether. */
  #holdCrowd(conduct: Conduct, count: number, size: number): boolean {
    const from = this.#now() - LIMITS.massDeletionMs;
    const crowd = [...this.#people.values()];
    const before = crowd.reduce((sum, { records }) => sum + records.filter(({ at }) => at > from).length, 0);
    if (!isMass(before, count, size, LIMITS.crowdDeletionElements, LIMITS.crowdDeletionShare)) return false;
    for (const one of crowd) one.isHeld ||= one === conduct || one.records.some(({ at }) => at > from);
    return true;
  }

  /** Keeps what a participant has deleted of others. */
  note(participant: string, deleted: readonly Deleted[]): void {
    if (deleted.length === 0) return;
    const conduct = this.#of(participant);
    const at = this.#now();
    if (at < conduct.freeUntil) return;
    this.#forgetOld(conduct);
    for (const one of deleted) {
      const weight = weightOf(one);
      conduct.records.push({ ...one, at, weight });
      this.#weight += weight;
    }
    if (this.#weight <= KEPT_CHARS) return;
    for (const other of this.#people.values()) if (!other.isHeld) this.#forgetOld(other);
    while (this.#weight > KEPT_CHARS && conduct.records.length > 0) this.#drop(conduct, 1);
  }

  /** Hands over what a participant deleted, the oldest first; it is not kept any longer. Whether they are held stays as it is. */
  take(participant: string): readonly Deleted[] {
    const conduct = this.#people.get(participant);
    if (!conduct) return [];
    if (!conduct.isHeld) this.#forgetOld(conduct);
    const { records } = conduct;
    this.#drop(conduct, records.length);
    conduct.held = 0;
    return records.map(({ id, value }) => ({ id, value }));
  }

  /** A facilitator finds it right: the participant is held no longer, and not for the next while. */
  allow(participant: string): void {
    const conduct = this.#of(participant);
    this.#drop(conduct, conduct.records.length);
    conduct.isHeld = false;
    conduct.held = 0;
    conduct.freeUntil = this.#now() + LIMITS.deletionAllowedMs;
  }

  isHeld(participant: string): boolean {
    return this.#people.get(participant)?.isHeld === true;
  }

  /** What is to be told of a participant now. */
  caseOf(participant: string): DeletionCase {
    const conduct = this.#people.get(participant);
    if (!conduct?.isHeld) return { participant, deleted: 0, held: 0 };
    return { participant, deleted: conduct.records.length, held: conduct.held };
  }

  /** Of everybody who is held, and about whom nothing has been decided. */
  openCases(): readonly DeletionCase[] {
    return [...this.#people.keys()]
      .map((participant) => this.caseOf(participant))
      .filter(({ deleted, held }) => deleted + held > 0);
  }

  #of(participant: string): Conduct {
    let conduct = this.#people.get(participant);
    if (!conduct) {
      conduct = { records: [], isHeld: false, held: 0, freeUntil: Number.NEGATIVE_INFINITY };
      this.#people.set(participant, conduct);
    }
    return conduct;
  }

  #forgetOld(conduct: Conduct): void {
    const from = this.#now() - LIMITS.massDeletionMs;
    const first = conduct.records.findIndex(({ at }) => at > from);
    this.#drop(conduct, first === -1 ? conduct.records.length : first);
  }

  #drop(conduct: Conduct, count: number): void {
    for (const { weight } of conduct.records.slice(0, count)) this.#weight -= weight;
    conduct.records = conduct.records.slice(count);
  }
}
