import type { Dispose } from './disposable.ts';

/** One event with one payload: `subscribe` returns its undo. A listener may end its own or another subscription while it runs. */
export class Emitter<T> {
  #listeners = new Set<(value: T) => void>();

  /** Calls `listener` at each later `emit`, until the returned function is called. */
  subscribe(listener: (value: T) => void): Dispose {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  /** Calls every listener in the order of subscription. */
  emit(value: T): void {
    for (const listener of [...this.#listeners]) listener(value);
  }
}
