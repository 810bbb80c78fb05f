/**
 * Who made which element: the participant whose update first brought it onto the board. Neither a Yjs id nor what the element says of
 * itself (`by`) decides it, and a deleted element keeps its owner, so that bringing it back gives it to nobody else. What comes out of an
 * anonymous step is known here only until that step ends, and is never written down.
 */
import { LIMITS } from '../../shared/protocol/limits.ts';

/** Owners that are known, of elements that are gone too. */
const MOST = 5 * LIMITS.elementsPerBoard;
/** Beyond, so many are forgotten at once: looking through all of them for each that is added would stop the room. */
const AT_ONCE = LIMITS.elementsPerBoard / 2;

export class Owners {
  readonly #kept: Map<string, string>;
  readonly #passing = new Map<string, string>();

  /** `stored`: as the disk has them. */
  constructor(stored: ReadonlyMap<string, string> = new Map()) {
    this.#kept = new Map(stored);
  }

  /** The participant an element belongs to; `undefined` for what no participant brought (a template, an import). */
  of(element: string): string | undefined {
    return this.#kept.get(element) ?? this.#passing.get(element);
  }

  /** Gives an element to a participant, unless it belongs to one. Answers whether it does from now on. */
  give(element: string, participant: string, { persist }: { readonly persist: boolean }): boolean {
    if (this.of(element) !== undefined) return false;
    (persist ? this.#kept : this.#passing).set(element, participant);
    return true;
  }

  /**
   * Makes room after a participant has brought elements, if it must be: forgets what is gone, first their own, then the oldest of
   * anybody's. Answers the elements that are nobody's from now on.
   */
  trim(participant: string, stands: (element: string) => boolean): readonly string[] {
    if (this.#kept.size <= MOST) return [];
    const gone = [...this.#kept].filter(([element]) => !stands(element));
    const own = gone.filter(([, owner]) => owner === participant);
    const others = gone.filter(([, owner]) => owner !== participant);
    const most = Math.max(own.length, this.#kept.size - MOST + AT_ONCE);
    const forgotten = [...own, ...others].slice(0, most).map(([element]) => element);
    for (const element of forgotten) this.#kept.delete(element);
    return forgotten;
  }

  /** The anonymous step is over: nobody knows any more who made what in it. */
  forgetUnpersisted(): void {
    this.#passing.clear();
  }
}
