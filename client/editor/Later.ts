/**
 * What nobody needs before they have done something: fetched when it is first wanted, or ahead, and kept. What is asked of it meanwhile is
 * done in the order of asking once it is here, on what was in hand then. Where it cannot be had, or not in time, that is told with a way to
 * ask all of it again.
 */

/** Why it is not here: it could not be fetched, or is still on its way after all the time there was. */
export type MissingCode = 'part_unavailable' | 'part_late';

/** Somebody waits for it in vain; `again` asks for all that they wanted of it once more. */
export type OnMissing = (code: MissingCode, again: () => void) => void;

/** What is in hand: asked for with each wish, and given back when it is fulfilled. */
export interface Hand {
  get(): unknown;
  set(held: unknown): void;
}

interface Asked<T> {
  act(part: T): void;
  readonly held: unknown;
  /** Whether it only waits for its turn: done later by itself it would not be what the person wanted. */
  readonly follows: boolean;
}

/** Whoever waits longer than this has gone on to something else: their keys are theirs again. */
const PATIENCE_MS = 5_000;

export class Later<T> {
  readonly #fetch: () => T | Promise<T>;
  readonly #onMissing: OnMissing;
  readonly #hand: Hand | undefined;
  #here: { readonly part: T } | null = null;
  #coming: Promise<void> | null = null;
  #waiting: Asked<T>[] = [];
  #patience: ReturnType<typeof setTimeout> | undefined;
  #isOver = false;

  constructor(fetch: () => T | Promise<T>, onMissing: OnMissing, hand?: Hand) {
    this.#fetch = fetch;
    this.#onMissing = onMissing;
    this.#hand = hand;
  }

  /** `null` until it is here. */
  get now(): T | null {
    return this.#here?.part ?? null;
  }

  /** Whether something was asked that waits for it: what the person does now comes after that. */
  get isAwaited(): boolean {
    return this.#waiting.length > 0;
  }

  /** Does something with it: now where it is here, else once it has come. */
  with(act: (part: T) => void): void {
    this.#ask(act, false);
  }

  /** Does something once all that was asked before is done. It is not repeated where that could not be done. */
  after(act: (part: T) => void): void {
    this.#ask(act, true);
  }

  /** Fetches it before anybody wants it; nobody misses it then. */
  async ahead(): Promise<void> {
    this.#load();
    await this.#coming;
  }

  /** Whatever still waits is not done any more. */
  dispose(): void {
    this.#isOver = true;
    clearTimeout(this.#patience);
  }

  #ask(act: (part: T) => void, follows: boolean): void {
    this.#load();
    if (this.#here) act(this.#here.part);
    else this.#wait([{ act, follows, held: this.#hand?.get() }]);
  }

  #wait(asked: readonly Asked<T>[]): void {
    this.#waiting.push(...asked);
    this.#patience ??= setTimeout(() => this.#missed('part_late'), PATIENCE_MS);
  }

  #load(): void {
    if (this.#here || this.#coming) return;
    const fetched = this.#fetch();
    if (!(fetched instanceof Promise)) {
      this.#here = { part: fetched };
      return;
    }
    this.#coming = fetched.then(
      (part) => {
        this.#here = { part };
        this.#fulfil(this.#taken());
      },
      () => {
        this.#coming = null;
        this.#missed('part_unavailable');
      },
    );
  }

  #taken(): readonly Asked<T>[] {
    clearTimeout(this.#patience);
    this.#patience = undefined;
    return this.#waiting.splice(0);
  }

  #fulfil(asked: readonly Asked<T>[]): void {
    if (!this.#here || this.#isOver) return;
    const now = this.#hand?.get();
    let last = now;
    for (const one of asked) {
      // What one of them takes in hand the next finds there; what a pointer has taken since, none of them does.
      if (one.held !== last) this.#hand?.set(one.held);
      last = one.held;
      try {
        one.act(this.#here.part);
      } catch (error) {
        // What waits behind it is not its fault.
        queueMicrotask(() => {
          throw error;
        });
      }
    }
    if (last !== now) this.#hand?.set(now);
  }

  #missed(code: MissingCode): void {
    const missed = this.#taken().filter(({ follows }) => !follows);
    if (missed.length === 0 || this.#isOver) return;
    this.#onMissing(code, () => {
      this.#load();
      if (this.#here) this.#fulfil(missed);
      else this.#wait(missed);
    });
  }
}
