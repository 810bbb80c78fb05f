/**
 * The private documents of a board that are in memory: read from disk when their owner, or a reveal, needs them; let go when the owner is
 * away and all is on disk. Knows which exist without reading them. What cannot be read is left alone, and its owner writes elsewhere.
 */
import type { Logger } from '../../observability/logger.ts';
import type { Storage } from '../../storage/Storage.ts';
import { docNameOf, PrivateDoc } from './PrivateDoc.ts';

export interface PrivateDocsOptions {
  readonly board: string;
  readonly storage: Storage;
  readonly log: Logger;
  /** How often the documents of this board began anew. */
  readonly epoch: () => number;
  /** Something that was waited for has come. */
  readonly onReady: () => void;
}

const RETRY_MS = 500;
/** Work on many documents is done in parts, of so many milliseconds, so that everybody else has their turn between two. */
const PART_MS = 8;
/** Documents on their way at once, where many are wanted: what the disk answers comes in one turn. */
const MOST_COMING = 16;
const NAME = /^private\/(.+)$/;

export class PrivateDocs {
  readonly #options: PrivateDocsOptions;
  /** Owners of what is on the disk, in memory or not. */
  readonly #stored = new Set<string>();
  readonly #docs = new Map<string, PrivateDoc>();
  readonly #loading = new Set<string>();
  readonly #unreadable = new Set<string>();
  /** What reading documents took since others had their turn. */
  #spentMs = 0;
  #rest: Promise<void> | null = null;
  #isClosed = false;

  constructor(options: PrivateDocsOptions) {
    this.#options = options;
  }

  /** Nobody waits for anything any more. */
  close(): void {
    this.#isClosed = true;
  }

  /** Finds out whose documents there are. */
  async open(): Promise<void> {
    const { board, storage } = this.#options;
    for (const name of await storage.listDocs(board)) {
      const owner = NAME.exec(name)?.[1];
      if (owner !== undefined) this.#stored.add(owner);
    }
  }

  /** Whether there is, or may be, anything of anybody. */
  get isEmpty(): boolean {
    return this.#stored.size === 0 && this.#docs.size === 0;
  }

  /** Whether this person's document can be had at once; if not, it is on its way. */
  isReady(owner: string): boolean {
    if (this.#isHere(owner)) return true;
    this.#load(owner);
    return false;
  }

  #isHere(owner: string): boolean {
    return !this.#stored.has(owner) || this.#docs.has(owner) || this.#unreadable.has(owner);
  }

  /** The same for all there are: some of them are on their way, and the next when asked again. */
  isAllReady(): boolean {
    let isReady = true;
    for (const owner of this.#stored) {
      if (this.#isHere(owner)) continue;
      isReady = false;
      if (this.#loading.size >= MOST_COMING) break;
      this.#load(owner);
    }
    return isReady;
  }

  /**
   * Whether all there are have been looked through, so that a reveal has little left to do in its turn; if not, a part of it is done, and
   * the next when asked again.
   */
  isAllLooked(): boolean {
    if (!this.isAllReady()) return false;
    const until = performance.now() + PART_MS;
    for (const doc of this.#docs.values()) {
      if (doc.isLooked) continue;
      if (performance.now() > until) {
        this.#options.onReady();
        return false;
      }
      try {
        doc.elements();
      } catch (error) {
        this.#giveUp(doc.owner, error);
      }
    }
    return true;
  }

  /** Whether this person has, or may have, a note that is to be everyone's later. */
  mayHoldNotes(owner: string): boolean {
    const doc = this.#docs.get(owner);
    return doc ? doc.notes > 0 : this.#stored.has(owner);
  }

  /** Somebody's document, once it is ready; `null`: it cannot be had. */
  get(owner: string): PrivateDoc | null {
    if (this.#unreadable.has(owner)) return null;
    let doc = this.#docs.get(owner);
    if (!doc && this.#stored.has(owner)) {
      // An empty one in its place would begin its log anew, which the disk refuses, and with it all that is written in the same commit.
      this.#options.log.error({ board: this.#options.board }, 'a private document is asked for before it was read');
      return null;
    }
    if (!doc) {
      doc = new PrivateDoc(this.#options.board, owner, this.#options.epoch(), { seq: 0, snapshot: null, updates: [] });
      this.#docs.set(owner, doc);
    }
    return doc;
  }

  /** How many there are on the disk that cannot be read. */
  get unreadable(): number {
    return this.#unreadable.size;
  }

  all(): PrivateDoc[] {
    return [...this.#docs.values()];
  }

  /** Something of it goes to the disk. */
  written({ owner }: PrivateDoc): void {
    this.#stored.add(owner);
  }

  /** All of them are over: they begin anew, empty. Whose there were on the disk. */
  beginAnew(): string[] {
    const owners = [...this.#stored];
    this.#stored.clear();
    this.#docs.clear();
    this.#unreadable.clear();
    return owners;
  }

  /** What is in memory is not to be trusted: reads it again, once all that was taken in is on disk. */
  readAgain(owner: string, settled: Promise<void>): void {
    this.#docs.delete(owner);
    if (!this.#stored.has(owner) || this.#loading.has(owner)) return;
    this.#loading.add(owner);
    void settled.then(() => this.#read(owner));
  }

  /** Lets go of a document that nobody needs for now. Only when all of it is on disk. */
  release(owner: string): void {
    this.#docs.delete(owner);
  }

  #load(owner: string): void {
    if (this.#loading.has(owner)) return;
    this.#loading.add(owner);
    void this.#read(owner);
  }

  async #read(owner: string): Promise<void> {
    const { board, storage, epoch, onReady } = this.#options;
    while (!this.#isClosed) {
      try {
        const stored = await storage.loadDoc(board, docNameOf(owner));
        await this.#ownPart();
        const begun = performance.now();
        this.#keep(owner, () => new PrivateDoc(board, owner, epoch(), stored));
        this.#spentMs += performance.now() - begun;
        break;
      } catch (error) {
        if ((error as { code?: unknown }).code !== 'unavailable') {
          this.#giveUp(owner, error);
          break;
        }
        await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
      }
    }
    this.#loading.delete(owner);
    onReady();
  }

  #giveUp(owner: string, error: unknown): void {
    const { board, log } = this.#options;
    log.error({ err: error, board }, 'a private document cannot be read');
    this.#docs.delete(owner);
    this.#unreadable.add(owner);
  }

  /** They come by the hundred: resolves in a turn that has time for one more. */
  async #ownPart(): Promise<void> {
    while (this.#spentMs > PART_MS) {
      this.#rest ??= new Promise((resolve) => {
        setImmediate(() => {
          this.#rest = null;
          this.#spentMs = 0;
          resolve();
        });
      });
      await this.#rest;
    }
  }

  #keep(owner: string, make: () => PrivateDoc): void {
    if (!this.#docs.has(owner)) this.#docs.set(owner, make());
  }
}
