/**
 * When commits set out for the storage thread. A sync costs the same for one batch and for a hundred: what comes while one is under way
 * waits for it, and under load the next group waits until some time after the last, so that many boards share it. A board alone waits for
 * nobody.
 */
import type { Write } from '../Storage.ts';
import type { Batch } from './packing.ts';

/** Least time from one group to the next, in milliseconds. */
const APART_MS = 3;
/** Less is not worth a timer. */
const SOON_MS = 0.5;

function withOwnBytes(write: Write): Write {
  if (write.type === 'append') return { ...write, update: new Uint8Array(write.update) };
  return write.type === 'snapshot' ? { ...write, state: new Uint8Array(write.state) } : write;
}

export class CommitGroups {
  readonly #post: (batches: readonly Batch[]) => void;
  readonly #now: () => number;
  #waiting: Batch[] = [];
  readonly #underWay = new Set<number>();
  #postedAt = Number.NEGATIVE_INFINITY;
  #timer: NodeJS.Timeout | null = null;

  /** `now`: monotonic milliseconds. */
  constructor(post: (batches: readonly Batch[]) => void, now: () => number = () => performance.now()) {
    this.#post = post;
    this.#now = now;
  }

  /** A batch is ready. */
  add(id: number, writes: readonly Write[]): void {
    const isSent = this.#waiting.length === 0 && this.#isFree && this.#waitMs <= SOON_MS;
    // What waits must be what it was when it was given, whatever becomes of the bytes meanwhile.
    this.#waiting.push({ id, writes: isSent ? writes : writes.map(withOwnBytes) });
    this.#schedule();
  }

  get #isFree(): boolean {
    return this.#underWay.size === 0 && this.#timer === null;
  }

  get #waitMs(): number {
    return this.#postedAt + APART_MS - this.#now();
  }

  /** The storage thread has answered. */
  answered(id: number): void {
    if (this.#underWay.delete(id) && this.#underWay.size === 0) this.#schedule();
  }

  /** Something is about to be asked that must come after all of this. */
  postNow(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    if (this.#waiting.length === 0) return;
    const batches = this.#waiting;
    this.#waiting = [];
    for (const { id } of batches) this.#underWay.add(id);
    this.#postedAt = this.#now();
    this.#post(batches);
  }

  /** Nothing sets out any more. */
  stop(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    this.#waiting = [];
    this.#underWay.clear();
  }

  #schedule(): void {
    if (this.#waiting.length === 0 || !this.#isFree) return;
    const wait = this.#waitMs;
    if (wait > SOON_MS) this.#timer = setTimeout(() => this.postNow(), wait);
    else this.postNow();
  }
}
