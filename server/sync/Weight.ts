/**
 * How many bytes a board takes as one state, near enough to say when it is full. What comes in is added up; the state itself is measured
 * only once that sum has gone over the limit, since moving and deleting bring bytes that do not stay.
 */
import type { RawElement } from '../../shared/elements/parseElement.ts';
import { LIMITS } from '../../shared/protocol/limits.ts';

/** While a board is near its limit it is measured again after so many bytes of updates. */
const MEASURED_EVERY = 1024 * 1024;

export class Weight {
  readonly #measure: () => number;
  readonly #limit: number;
  /** An upper bound: what was measured last, and all that has come since. */
  #bytes: number;
  /** What was let go of since the last measuring, near enough. */
  #freed = 0;
  #measuredAt: number | null = null;
  #isFull = false;

  /** `measure` gives the bytes of the state as it is now: costly, so asked seldom. */
  constructor(bytes: number, measure: () => number, limit: number = LIMITS.boardBytes) {
    this.#bytes = bytes;
    this.#measure = measure;
    this.#limit = limit;
  }

  /** Some bytes were taken in. */
  add(bytes: number): void {
    this.#bytes += bytes;
  }

  /** An element was put on the board whole, one of many in an update to come: what it weighs, near enough. */
  put(element: RawElement): number {
    const bytes = Buffer.byteLength(JSON.stringify(element));
    this.add(bytes);
    return bytes;
  }

  /** An element was deleted, or became smaller. */
  free(before: RawElement | null, after: RawElement | null): void {
    if (before === null || this.#bytes <= this.#limit) return;
    this.#freed += Math.max(0, sizeOf(before) - (after === null ? 0 : sizeOf(after)));
  }

  /** Whether a change is more than the board has room for: the board is full and the element grows by it. */
  isTooMuch(before: RawElement | null, after: RawElement | null): boolean {
    if (after === null || !this.#isOver()) return false;
    return before === null || sizeOf(after) > sizeOf(before);
  }

  #isOver(): boolean {
    if (this.#bytes <= this.#limit) return false;
    // Full or just below: a measuring holds for as long as little has come or gone.
    if (this.#measuredAt !== null && this.#bytes + this.#freed < this.#measuredAt + this.#every) return this.#isFull;
    this.#bytes = this.#measure();
    this.#isFull = this.#bytes > this.#limit;
    this.#measuredAt = this.#bytes;
    this.#freed = 0;
    return this.#isFull;
  }

  get #every(): number {
    return Math.min(MEASURED_EVERY, this.#limit / 8);
  }
}

/** Where it stands is not counted: moving is always possible. */
const sizeOf = ({ place: _place, size: _size, z: _z, group: _group, lock: _lock, ...rest }: RawElement): number =>
  JSON.stringify(rest).length;
