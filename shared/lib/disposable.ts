/** Undoes a subscription, a timer, a listener. Calling it twice is harmless. */
export type Dispose = () => void;

/** Collects disposers, so that one call ends everything a thing has begun. */
export class Disposables {
  #disposers: Dispose[] = [];

  /** Keeps a disposer and hands it back. */
  add(dispose: Dispose): Dispose {
    this.#disposers.push(dispose);
    return dispose;
  }

  /** Ends everything, the newest first. */
  dispose(): void {
    for (const dispose of this.#disposers.splice(0).reverse()) dispose();
  }
}
