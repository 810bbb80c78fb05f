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
const NAME = /^private\/(.+)$/;

export class PrivateDocs {
  readonly #options: PrivateDocsOptions;
  /** Owners of what is on the disk, in memory or not. */
  readonly #stored = new Set<string>();
  readonly #docs = new Map<string, PrivateDoc>();
  readonly #loading = new Set<string>();
  readonly #unreadable = new Set<string>();

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
    if (!this.#stored.has(owner) || this.#docs.has(owner) || this.#unreadable.has(owner)) return true;
    this.#load(owner);
    return false;
  }

  /** The same for all there are. */
  isAllReady(): boolean {
    let isReady = true;
    for (const owner of this.#stored) isReady = this.isReady(owner) && isReady;
    return isReady;
  }

  /** Whether this person has, or may have, anything that nobody else has. */
  mayHold(owner: string): boolean {
    const doc = this.#docs.get(owner);
    return doc ? doc.size > 0 : this.#stored.has(owner);
  }

  /** Somebody's document, once it is ready; `null`: it cannot be read. */
  get(owner: string): PrivateDoc | null {
    if (this.#unreadable.has(owner)) return null;
    let doc = this.#docs.get(owner);
    if (!doc) {
      doc = new PrivateDoc(this.#options.board, owner, this.#options.epoch(), { seq: 0, snapshot: null, updates: [] });
      this.#docs.set(owner, doc);
    }
    return doc;
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
    const { board, storage, log, epoch, onReady } = this.#options;
    while (!this.#isClosed) {
      try {
        const stored = await storage.loadDoc(board, docNameOf(owner));
        this.#keep(owner, () => new PrivateDoc(board, owner, epoch(), stored));
        break;
      } catch (error) {
        if ((error as { code?: unknown }).code !== 'unavailable') {
          log.error({ err: error, board }, 'a private document cannot be read');
          this.#unreadable.add(owner);
          break;
        }
        await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
      }
    }
    this.#loading.delete(owner);
    onReady();
  }

  #keep(owner: string, make: () => PrivateDoc): void {
    if (!this.#docs.has(owner)) this.#docs.set(owner, make());
  }
}
