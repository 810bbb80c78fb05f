/**
 * What nobody needs before they have done something: fetched when it is first wanted, or ahead, and kept. What is asked of it meanwhile is
 * done in the order of asking once it is here; where it cannot be had that is told, and the next time asks again.
 */
export class Later<T> {
  readonly #fetch: () => T | Promise<T>;
  readonly #onMissing: () => void;
  #here: { readonly part: T } | null = null;
  #coming: Promise<T | null> | null = null;
  #isOver = false;

  constructor(fetch: () => T | Promise<T>, onMissing: () => void) {
    this.#fetch = fetch;
    this.#onMissing = onMissing;
  }

  /** `null` until it is here. */
  get now(): T | null {
    return this.#here?.part ?? null;
  }

  /** Does something with it: now where it is here, else once it has come. */
  with(act: (part: T) => void): void {
    const coming = this.#here === null ? this.#load() : null;
    if (coming === null) {
      if (this.#here !== null) act(this.#here.part);
      return;
    }
    void coming.then((part) => {
      if (this.#isOver) return;
      if (part === null) this.#onMissing();
      else act(part);
    });
  }

  /** Fetches it before anybody wants it; nobody misses it then. */
  async ahead(): Promise<void> {
    if (this.#here === null) await this.#load();
  }

  /** Whatever still waits is not done any more. */
  dispose(): void {
    this.#isOver = true;
  }

  /** `null` where it was here at once. */
  #load(): Promise<T | null> | null {
    if (this.#coming) return this.#coming;
    const fetched = this.#fetch();
    if (!(fetched instanceof Promise)) {
      this.#here = { part: fetched };
      return null;
    }
    this.#coming = fetched.then(
      (part) => {
        this.#here = { part };
        return part;
      },
      () => {
        this.#coming = null;
        return null;
      },
    );
    return this.#coming;
  }
}
