/**
 * Senders whose messages took long, and what else of theirs has come: it waits, in its order, so that everybody else has their turn
 * meanwhile. A frame may move ten thousand notes; its size says little of the work it makes, so what counts is the time it took.
 */
interface Rest<Waiting> {
  readonly waiting: Waiting[];
  readonly timer: NodeJS.Timeout;
}

/** A message that takes longer than this, in milliseconds, makes its sender rest. */
const LONG_MS = 20;
/** Times as long as it took. */
const FACTOR = 4;

export class Rests<Sender, Waiting> {
  readonly #onOver: (sender: Sender, waiting: readonly Waiting[]) => void;
  readonly #rests = new Map<Sender, Rest<Waiting>>();

  /** `onOver`: a sender has rested; what came of them meanwhile may be taken. */
  constructor(onOver: (sender: Sender, waiting: readonly Waiting[]) => void) {
    this.#onOver = onOver;
  }

  /** How long a sender has to rest after a message that took `ms`, in milliseconds; 0: not at all. */
  static after(ms: number): number {
    return ms > LONG_MS ? ms * FACTOR : 0;
  }

  /** Lets a sender rest for `ms`, with all that has come of them and was not taken. */
  begin(sender: Sender, ms: number, waiting: readonly Waiting[]): void {
    const timer = setTimeout(() => this.#end(sender), ms);
    this.#rests.set(sender, { waiting: [...waiting], timer });
  }

  /** Whether what has just come of this sender waits here. */
  keeps(sender: Sender, message: Waiting): boolean {
    const rest = this.#rests.get(sender);
    rest?.waiting.push(message);
    return rest !== undefined;
  }

  /** Ends all rests at once. */
  endAll(): void {
    for (const sender of [...this.#rests.keys()]) this.#end(sender);
  }

  #end(sender: Sender): void {
    const rest = this.#rests.get(sender);
    if (!rest) return;
    clearTimeout(rest.timer);
    this.#rests.delete(sender);
    this.#onOver(sender, rest.waiting);
  }
}
