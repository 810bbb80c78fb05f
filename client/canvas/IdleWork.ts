/**
 * Work that nobody waits for, in the browser's spare moments: a slice at a time, never enough to cost a frame. Knows nothing of what is
 * done; Safari, which tells of no spare moments, gets short slices between its frames.
 */

/** Longest slice, in milliseconds: input that comes meanwhile waits for no more. */
const SLICE_MS = 4;
/** Between slices where the browser does not tell when it is idle. */
const PAUSE_MS = 40;

/** Works until `isOver` says that the moment is over; returns whether more is left. */
export type Slice = (isOver: () => boolean) => boolean;

export class IdleWork {
  readonly #slice: Slice;
  #cancel: (() => void) | null = null;

  constructor(slice: Slice) {
    this.#slice = slice;
  }

  /** There is something to do. */
  request(): void {
    if (this.#cancel !== null) return;
    if (typeof requestIdleCallback === 'function') {
      const handle = requestIdleCallback((deadline) => this.#run(deadline.timeRemaining()));
      this.#cancel = () => cancelIdleCallback(handle);
      return;
    }
    const timer = setTimeout(() => this.#run(SLICE_MS), PAUSE_MS);
    this.#cancel = () => clearTimeout(timer);
  }

  dispose(): void {
    this.#cancel?.();
    this.#cancel = null;
  }

  #run(spareMs: number): void {
    this.#cancel = null;
    const end = performance.now() + Math.min(SLICE_MS, spareMs);
    if (this.#slice(() => performance.now() >= end)) this.request();
  }
}
