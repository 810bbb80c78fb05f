/** One queue a key: works of the same key run one after the other, in the order they came; those of different keys at the same time. */
export class SerialQueues {
  readonly #tails = new Map<string, Promise<unknown>>();

  /** Runs `work` after everything asked for before it under this key, whether that went well or not. */
  run<T>(key: string, work: () => Promise<T>): Promise<T> {
    const before = this.#tails.get(key) ?? Promise.resolve();
    const result = before.then(work);
    const tail = result
      .catch(() => undefined) // The caller has the error; the queue only has to go on.
      .then(() => {
        if (this.#tails.get(key) === tail) this.#tails.delete(key);
      });
    this.#tails.set(key, tail);
    return result;
  }
}
