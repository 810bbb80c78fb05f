/**
 * Takes away the pictures that nothing names any more, long after something last did. Once a day it looks for each picture of a board in
 * all that the disk has of it (the board with its log, every private document, the session) and counts the days on which it was found
 * nowhere and nobody asked for it. Days on which the server did not run are not counted, so that a computer that is switched on twice a year
 * keeps what the devices of its people may still bring back. Nothing goes while a board is open: whoever is on it may undo what they
 * deleted. What cannot be read is left alone.
 */
import { LIMITS } from '../../shared/protocol/limits.ts';
import { type Storage, StorageError } from '../storage/Storage.ts';
import { findNamedHashes } from './namedHashes.ts';
import type { Pictures } from './Pictures.ts';

export interface UnusedPicturesOptions {
  readonly storage: Storage;
  readonly pictures: Pick<Pictures, 'takeAsked' | 'drop'>;
  /** Whether somebody may be on the board now. */
  readonly isOpen: (board: string) => boolean;
  /** UTC milliseconds. */
  readonly now: () => number;
  readonly onError: (error: Error) => void;
  readonly onDropped?: () => void;
  /** Between two looks, and before the first. */
  readonly everyMs?: number;
  readonly firstMs?: number;
  /** After how many days without use a picture goes. */
  readonly days?: number;
}

const DAY_MS = 24 * 60 * 60 * 1000;
const EVERY_MS = 60 * 60 * 1000;
/** A server that has just started has better things to do. */
const FIRST_MS = 5 * 60 * 1000;
/** After a board, the disk rests so many times as long as its board took. */
const REST = 4;

export class UnusedPictures {
  readonly #options: Required<UnusedPicturesOptions>;
  /** Boards that were looked through on `#day`. */
  readonly #done = new Set<string>();
  #day = -1;
  #timer: NodeJS.Timeout | undefined;
  #wake: () => void = () => undefined;
  #looking: Promise<void> = Promise.resolve();
  #isClosed = false;

  constructor(options: UnusedPicturesOptions) {
    this.#options = {
      onDropped: () => undefined,
      everyMs: EVERY_MS,
      firstMs: FIRST_MS,
      days: LIMITS.unusedPictureDays,
      ...options,
    };
    this.#schedule(this.#options.firstMs);
  }

  /** Looks no more; resolves when what is under way has ended. */
  close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    this.#wake();
    return this.#looking;
  }

  #schedule(ms: number): void {
    if (this.#isClosed) return;
    this.#timer = setTimeout(() => {
      this.#looking = this.#look().then(() => this.#schedule(this.#options.everyMs));
    }, ms);
    this.#timer.unref();
  }

  async #look(): Promise<void> {
    const day = Math.floor(this.#options.now() / DAY_MS);
    if (day !== this.#day) this.#done.clear();
    this.#day = day;
    const boards = await this.#try(() => this.#options.storage.listPicturedBoards());
    for (const board of boards ?? []) {
      if (this.#isClosed) return;
      if (this.#done.has(board)) continue;
      const started = performance.now();
      if ((await this.#try(() => this.#lookAt(board, day))) !== 'open') this.#done.add(board);
      await this.#rest((performance.now() - started) * REST);
    }
  }

  /** What goes wrong is told, and left for another day. */
  async #try<T>(work: () => Promise<T>): Promise<T | null> {
    try {
      return await work();
    } catch (error) {
      // Refused: the board was written to while it was looked through.
      const isRefused = error instanceof StorageError && error.code === 'refused';
      if (!isRefused && !this.#isClosed) this.#options.onError(error as Error);
      return null;
    }
  }

  #rest(ms: number): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = resolve;
      setTimeout(resolve, this.#isClosed ? 0 : ms).unref();
    });
  }

  /** `open`: what might have gone has stayed, because of people on the board; looked at again before the day is over. */
  async #lookAt(board: string, day: number): Promise<'done' | 'open'> {
    const { storage, pictures, isOpen, days, onDropped } = this.#options;
    const asked = pictures.takeAsked(board);
    const kept = await storage.listPictures(board);
    const { used, seq } = await this.#findUsed(board, new Set(kept.map(({ hash }) => hash)));
    await storage.commit([{ type: 'pictureUse', board, used: [...new Set([...used, ...asked])], day }]);
    for (const { hash, unusedDays } of await storage.listPictures(board)) {
      if (unusedDays < days) continue;
      if (isOpen(board) || this.#isClosed) return 'open';
      await pictures.drop({ type: 'dropPicture', board, hash, unusedDays: days, seq });
      onDropped();
    }
    return 'done';
  }

  /** Those of a board's pictures that anything of it names, and the number of the board document's last update that was read. */
  async #findUsed(board: string, wanted: ReadonlySet<string>): Promise<{ used: ReadonlySet<string>; seq: number }> {
    const { storage } = this.#options;
    const used = new Set<string>();
    let seq = 0;
    for (const doc of await storage.listDocs(board)) {
      const stored = await storage.loadDoc(board, doc);
      if (doc === 'board') seq = stored.seq;
      for (const bytes of [...(stored.snapshot ? [stored.snapshot] : []), ...stored.updates])
        await findNamedHashes(bytes, wanted, used);
    }
    const row = await storage.findBoard(board);
    await findNamedHashes(new TextEncoder().encode(JSON.stringify(row?.control ?? null)), wanted, used);
    return { used, seq };
  }
}
