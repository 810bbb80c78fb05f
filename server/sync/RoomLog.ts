/**
 * What a room has to write, in one order: the updates of its document, each under its number in the log, and what commands change between
 * them. What is taken in while a commit is under way is the next commit. When the disk is in trouble the same bytes are tried again until
 * it is well; nothing is skipped, nothing is reordered.
 */
import { type DocName, type Storage, StorageError, type Write } from '../storage/Storage.ts';

export interface RoomLogOptions {
  readonly storage: Storage;
  readonly board: string;
  readonly doc: DocName;
  /** Number of the last update on disk. */
  readonly seq: number;
  /** How far an earlier log of this room has counted: who is here has been told of things by those numbers. */
  readonly counted?: number;
  /** Size of the last snapshot on disk, and of the updates since. */
  readonly snapshotBytes: number;
  readonly tailBytes: number;
  /** Least time between two commits, in milliseconds: a large room gains more by being written to less often. */
  readonly paceMs: () => number;
  readonly encodeState: () => Uint8Array;
  /** A commit that had to wait is about to be made: what waits for it may still be taken in. */
  readonly beforeWrite: () => void;
  /** All that was taken in up to this number is on disk. */
  readonly onDurable: (seq: number) => void;
  /** The disk stopped taking commits, or takes them again. */
  readonly onPaused: (isPaused: boolean, error: Error | null) => void;
  /** A commit was refused for good: this room's idea of the log is wrong. */
  readonly onLost: (error: Error) => void;
}

/** Below this an open room's log is not worth a snapshot. */
const TAIL_BYTES = 1024 * 1024;
/** Bytes waiting for the disk beyond which a room takes nothing more in. */
const BACKLOG_BYTES = 16 * 1024 * 1024;
const RETRY_MS = { first: 50, most: 2_000 };

/**
 * Whether an open room's log is to be replaced by a snapshot: when it has outgrown the last one. Encoding a state stops the room for a
 * moment that grows with the state; this way it happens the more seldom the longer it takes, and a log never is twice what it tells.
 */
export const isSnapshotDue = (tailBytes: number, snapshotBytes: number): boolean =>
  tailBytes > Math.max(TAIL_BYTES, snapshotBytes);

export class RoomLog {
  readonly #options: RoomLogOptions;
  /** Counts what is taken in, updates and the rest: the order in which a room may speak of it. */
  #seq: number;
  /** Number of the document's last update. */
  #docSeq: number;
  #durable: number;
  #snapshotBytes: number;
  #tailBytes: number;
  #waiting: Write[] = [];
  #waitingBytes = 0;
  #isWriting = false;
  #isLost = false;
  #isEnding = false;
  #isPaused = false;
  #startedAt = Number.NEGATIVE_INFINITY;
  #settled: { readonly seq: number; readonly resolve: () => void }[] = [];

  constructor(options: RoomLogOptions) {
    this.#options = options;
    this.#seq = Math.max(options.seq, options.counted ?? 0);
    this.#docSeq = options.seq;
    this.#durable = this.#seq;
    this.#snapshotBytes = options.snapshotBytes;
    this.#tailBytes = options.tailBytes;
  }

  /** Number of the last thing taken in, on disk or not. */
  get seq(): number {
    return this.#seq;
  }

  /** Number of the last thing that is on disk. */
  get durable(): number {
    return this.#durable;
  }

  /** Whether all that was taken in is on disk. */
  get isSettled(): boolean {
    return this.#durable >= this.#seq;
  }

  get isPaused(): boolean {
    return this.#isPaused;
  }

  /** Whether the disk is in trouble or too far behind for anything more to be taken in. */
  get isBehind(): boolean {
    return this.#isPaused || this.#waitingBytes > BACKLOG_BYTES;
  }

  /** How long the next commit has to wait for the room's pace, in milliseconds. */
  get waitMs(): number {
    return Math.max(0, this.#startedAt + this.#options.paceMs() - performance.now());
  }

  /** Takes in an update with the claims and owners that came with it; returns its number. It is written at the end of this turn. */
  append(
    update: Uint8Array,
    claims: readonly { readonly clientId: number; readonly participant: string }[],
    owners: readonly { readonly element: string; readonly participant: string | null }[] = [],
  ): number {
    const { board, doc } = this.#options;
    const seq = ++this.#docSeq;
    for (const claim of claims) this.#waiting.push({ type: 'claim', board, ...claim });
    for (const owner of owners) this.#waiting.push({ type: 'owner', board, ...owner });
    this.#waiting.push({ type: 'append', board, doc, seq, update });
    this.#waitingBytes += update.length;
    this.#tailBytes += update.length;
    this.#schedule();
    return ++this.#seq;
  }

  /** Takes in what is no update, to be written after all that came before and together or not at all; returns its number. */
  write(writes: readonly Write[]): number {
    this.#waiting.push(...writes);
    for (const write of writes) if (write.type === 'append') this.#waitingBytes += write.update.length;
    this.#schedule();
    return ++this.#seq;
  }

  /** What waits is not to be trusted: nothing more is written, and what was not acknowledged its senders still have. */
  giveUp(): void {
    this.#isLost = true;
    this.#waiting = [];
    this.#settle();
  }

  /** The document is not to be trusted any more: what was taken in is written, and nothing of the document itself. As `settled`. */
  end(): Promise<void> {
    this.#isEnding = true;
    return this.settled();
  }

  /** Resolves when all that has been taken in so far is on disk. */
  settled(): Promise<void> {
    if (this.isSettled || this.#isLost) return Promise.resolve();
    return new Promise((resolve) => this.#settled.push({ seq: this.#seq, resolve }));
  }

  /**
   * Replaces the log by the document as it is now, if it has grown. Only after the last thing was taken in, and tried once: where the disk
   * does not take it, the log is as good, and nobody has to wait for it.
   */
  async compact(): Promise<void> {
    await this.settled();
    if (this.#tailBytes === 0 || this.#isLost || this.#isEnding) return;
    try {
      await this.#options.storage.commit([this.#snapshot()]);
    } catch (error) {
      if (!(error instanceof StorageError)) throw error;
    }
  }

  #snapshot(): Write {
    const { board, doc, encodeState } = this.#options;
    const state = encodeState();
    this.#snapshotBytes = state.length;
    this.#tailBytes = 0;
    return { type: 'snapshot', board, doc, seq: this.#docSeq, state };
  }

  #schedule(): void {
    if (this.#isWriting || this.#isLost) return;
    this.#isWriting = true;
    const wait = this.waitMs;
    const writeAfterWait = (): void => {
      this.#options.beforeWrite();
      void this.#write();
    };
    if (wait > 0.5) setTimeout(writeAfterWait, wait);
    else setImmediate(() => void this.#write());
  }

  async #write(): Promise<void> {
    if (this.#isLost) return;
    this.#isWriting = true;
    this.#startedAt = performance.now();
    const isDue = !this.#isEnding && isSnapshotDue(this.#tailBytes, this.#snapshotBytes);
    if (isDue) this.#waiting.push(this.#snapshot());
    const batch = this.#waiting;
    const seq = this.#seq;
    this.#waiting = [];
    this.#waitingBytes = 0;
    const isWritten = await this.#commit(batch);
    this.#isWriting = false;
    if (!isWritten) return;
    this.#durable = seq;
    this.#options.onDurable(seq);
    this.#settle();
    if (this.#waiting.length > 0) this.#schedule();
  }

  /** Whether the batch is on disk; only a refused one never gets there. */
  async #commit(batch: readonly Write[]): Promise<boolean> {
    for (let delay = RETRY_MS.first; ; delay = Math.min(delay * 2, RETRY_MS.most)) {
      try {
        await this.#options.storage.commit(batch);
        this.#setPaused(false, null);
        return true;
      } catch (error) {
        if (!(error instanceof StorageError) || error.code === 'refused') {
          this.#isLost = true;
          this.#options.onLost(error as Error);
          this.#settle();
          return false;
        }
        if (this.#isLost) return false;
        this.#setPaused(true, error);
        await new Promise((resolve) => setTimeout(resolve, delay));
      }
    }
  }

  #setPaused(isPaused: boolean, error: Error | null): void {
    if (this.#isPaused === isPaused) return;
    this.#isPaused = isPaused;
    this.#options.onPaused(isPaused, error);
  }

  #settle(): void {
    const isOver = ({ seq }: { seq: number }): boolean => this.#isLost || seq <= this.#durable;
    const over = this.#settled.filter(isOver);
    this.#settled = this.#settled.filter((waiter) => !isOver(waiter));
    for (const { resolve } of over) resolve();
  }
}
