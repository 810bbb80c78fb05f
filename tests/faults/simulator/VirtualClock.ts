/**
 * Time that a test turns by hand: every timer of the process waits in one queue and nothing happens between two of them. Each event
 * belongs to whoever caused it, so that all that a killed server still meant to do can be taken away at once.
 */
interface Event {
  readonly at: number;
  readonly order: number;
  readonly owner: unknown;
  readonly run: () => void;
  readonly everyMs: number | null;
}

/** What the process-wide functions are while the clock is installed. */
type Replaced = Pick<
  typeof globalThis,
  'setTimeout' | 'clearTimeout' | 'setInterval' | 'clearInterval' | 'setImmediate' | 'clearImmediate'
>;

class Handle {
  event: Event | null = null;
  unref(): this {
    return this;
  }
  ref(): this {
    return this;
  }
}

export class VirtualClock {
  now = 0;
  #order = 0;
  /** A binary heap, the earliest first. */
  readonly #heap: Event[] = [];
  readonly #cancelled = new Set<Event>();
  #owner: unknown = null;
  #restore: (() => void) | null = null;
  readonly #realImmediate = globalThis.setImmediate;

  /** Takes over the timers and `performance.now` of this process, until `uninstall`. */
  install(): void {
    const { setTimeout, clearTimeout, setInterval, clearInterval, setImmediate, clearImmediate } = globalThis;
    const real: Replaced = { setTimeout, clearTimeout, setInterval, clearInterval, setImmediate, clearImmediate };
    const realNow = performance.now;
    const cancel = (handle: unknown): void => {
      if (handle instanceof Handle && handle.event) this.#cancelled.add(handle.event);
    };
    const fake: Record<keyof Replaced, unknown> = {
      setTimeout: (run: () => void, ms = 0) => this.#add(run, ms, null),
      clearTimeout: cancel,
      setInterval: (run: () => void, ms = 0) => this.#add(run, ms, ms),
      clearInterval: cancel,
      setImmediate: (run: () => void) => this.#add(run, 0, null),
      clearImmediate: cancel,
    };
    Object.assign(globalThis, fake);
    performance.now = () => this.now;
    this.#restore = () => {
      Object.assign(globalThis, real);
      performance.now = realNow;
    };
  }

  uninstall(): void {
    this.#restore?.();
    this.#restore = null;
  }

  /** Does something as `owner`: what it leads to belongs to it too. */
  as(owner: unknown, run: () => void): void {
    const before = this.#owner;
    this.#owner = owner;
    try {
      run();
    } finally {
      this.#owner = before;
    }
  }

  /** Calls back in `ms`, on behalf of `owner`. */
  after(ms: number, owner: unknown, run: () => void): void {
    this.as(owner, () => void this.#add(run, ms, null));
  }

  /** Calls back at a time, to the bit: what is meant to happen at the same time happens in the order it was asked for. */
  at(time: number, owner: unknown, run: () => void): void {
    this.#push({ at: Math.max(this.now, time), order: this.#order++, owner, run, everyMs: null });
  }

  /** Resolves in `ms`, for whoever asks. */
  wait(ms: number): Promise<void> {
    return new Promise((resolve) => void this.#add(resolve, ms, null));
  }

  /** Whatever `owner` still meant to do never happens. */
  forget(owner: unknown): void {
    for (const event of this.#heap) if (event.owner === owner) this.#cancelled.add(event);
  }

  /** How many things `owner` still means to do. */
  pending(owner: unknown): number {
    return this.#heap.filter((event) => event.owner === owner && !this.#cancelled.has(event)).length;
  }

  /** One event, and everything that follows from it without waiting. `false`: there is none. */
  async step(): Promise<boolean> {
    for (let event = this.#pop(); event; event = this.#pop()) {
      if (this.#cancelled.delete(event)) continue;
      this.now = Math.max(this.now, event.at);
      this.#owner = event.owner;
      const { everyMs, run } = event;
      const next = everyMs === null ? null : { ...event, at: this.now + everyMs, order: this.#order++ };
      // The same handle goes on: cancelling it must find the next one.
      if (next) this.#repeat(event, next);
      run();
      // Promises settle before the next macrotask of the real loop.
      await new Promise<void>((resolve) => this.#realImmediate(resolve));
      this.#owner = null;
      return true;
    }
    return false;
  }

  readonly #handles = new Map<Event, Handle>();

  #repeat(event: Event, next: Event): void {
    const handle = this.#handles.get(event);
    this.#handles.delete(event);
    if (handle) {
      handle.event = next;
      this.#handles.set(next, handle);
    }
    this.#push(next);
  }

  #add(run: () => void, ms: number, everyMs: number | null): Handle {
    const handle = new Handle();
    const at = this.now + Math.max(0, Number(ms) || 0);
    handle.event = { at, order: this.#order++, owner: this.#owner, run, everyMs };
    if (everyMs !== null) this.#handles.set(handle.event, handle);
    this.#push(handle.event);
    return handle;
  }

  #push(event: Event): void {
    const heap = this.#heap;
    let at = heap.push(event) - 1;
    for (let parent = (at - 1) >> 1; at > 0 && isBefore(event, heap[parent] as Event); parent = (at - 1) >> 1) {
      heap[at] = heap[parent] as Event;
      at = parent;
    }
    heap[at] = event;
  }

  #pop(): Event | undefined {
    const heap = this.#heap;
    const first = heap[0];
    const last = heap.pop();
    if (!first || !last || heap.length === 0) return first;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && isBefore(heap[child + 1] as Event, heap[child] as Event)) child++;
      if (!isBefore(heap[child] as Event, last)) break;
      heap[at] = heap[child] as Event;
      at = child;
    }
    heap[at] = last;
    return first;
  }
}

const isBefore = (a: Event, b: Event): boolean => a.at < b.at || (a.at === b.at && a.order < b.order);
