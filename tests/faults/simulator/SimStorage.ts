/**
 * The storage of one server process over a disk that outlives it, with a fault at every await: each call may be late before and after it
 * takes effect, fail, or never be answered because the process is gone. It keeps a second document of everything on the disk.
 */
import * as Y from 'yjs';
import { type MemoryDisk, MemoryStorage } from '../../../server/storage/memory/MemoryStorage.ts';
import { type Storage, StorageError, type StoredDoc, type Write } from '../../../server/storage/Storage.ts';
import { SERVER_CLIENT_IDS } from '../../../shared/templates/instantiate.ts';
import type { Random } from '../../helpers/random.ts';
import { LogReader } from './LogReader.ts';
import type { VirtualClock } from './VirtualClock.ts';

/** What the disk does, from now until it is told otherwise; shared by every process that has it. */
export class DiskFaults {
  /** Every commit fails. */
  isFailing = false;
  /** Every read fails too. */
  isUnreadable = false;
  /** Milliseconds a call may take; most take a few. */
  slowMs = 4;
  /** One commit in so many fails, once. 0: none. */
  failOneIn = 60;
  /** One commit in so many is reported failed although it was written. 0: none. */
  lieOneIn = 400;
  lies = 0;
}

/** Nobody wrote it and nothing hangs on it: a private document that is empty says by it which one it is, and is on no disk yet. */
const isEpochMark = (client: number): boolean => client === SERVER_CLIENT_IDS.privateEpoch;

/** What is on the disk, as one document, whoever wrote it. */
export class Mirror {
  readonly doc = new Y.Doc();
  readonly reader = new LogReader(this.doc);
  /** The private documents, by their names. */
  readonly privates = new Map<string, Y.Doc>();

  privateOf(name: string): Y.Doc {
    const doc = this.privates.get(name) ?? new Y.Doc();
    this.privates.set(name, doc);
    return doc;
  }

  written(write: Write): void {
    if (write.type === 'erase') this.privates.delete(write.doc);
    if (write.type === 'append' && write.doc !== 'board') {
      const doc = this.privateOf(write.doc);
      Y.applyUpdate(doc, write.update);
      this.reader.readPrivate(doc);
    }
    if (write.type === 'append' && write.doc === 'board') {
      Y.applyUpdate(this.doc, write.update);
      if (this.doc.store.pendingStructs || this.doc.store.pendingDs) throw new Error('the log on disk has a hole');
    }
    this.reader.read(write);
  }

  clock(client: number, doc = this.doc): number {
    return Y.getState(doc.store, client);
  }

  /** What of an update is not on the disk, in words; `null`: it is all there. */
  missing(update: Uint8Array, doc = this.doc): string | null {
    const { structs, ds } = Y.decodeUpdate(update);
    for (const { id, length } of structs) {
      if (isEpochMark(id.client)) continue;
      const have = this.clock(id.client, doc);
      if (id.clock + length > have) return `struct ${id.client}:${id.clock}+${length}, the disk has ${have}`;
    }
    for (const [client, ranges] of ds.clients) {
      if (isEpochMark(client)) continue;
      for (const { clock, len } of ranges) {
        for (let at = clock; at < clock + len; ) {
          if (at >= this.clock(client, doc)) return `deletion of ${client}:${at}, which the disk does not have`;
          const item = Y.getItem(doc.store, Y.createID(client, at));
          if (!item.deleted) return `deletion of ${client}:${at}`;
          at = item.id.clock + item.length;
        }
      }
    }
    return null;
  }
}

export class SimStorage implements Storage {
  readonly durability = 'memory';
  readonly #inner: MemoryStorage;
  readonly #mirror: Mirror;
  readonly #faults: DiskFaults;
  readonly #clock: VirtualClock;
  readonly #random: Random;
  #last: Promise<unknown> = Promise.resolve();
  #isDead = false;

  constructor(disk: MemoryDisk, mirror: Mirror, faults: DiskFaults, clock: VirtualClock, random: Random) {
    this.#inner = new MemoryStorage(disk);
    this.#mirror = mirror;
    this.#faults = faults;
    this.#clock = clock;
    this.#random = random;
  }

  /** The process is gone: nothing is answered any more, and what did not reach the disk does not. */
  kill(): void {
    this.#isDead = true;
  }

  async #pass(): Promise<void> {
    const { slowMs } = this.#faults;
    await this.#clock.wait(this.#random.below(slowMs + 1));
    if (this.#isDead) await new Promise(() => undefined);
  }

  commit(batch: readonly Write[]): Promise<void> {
    const own = structuredClone(batch);
    const done = this.#last.then(() => this.#commit(own));
    this.#last = done.catch(() => undefined);
    return done;
  }

  async #commit(batch: readonly Write[]): Promise<void> {
    await this.#pass();
    const { isFailing, failOneIn, lieOneIn } = this.#faults;
    if (isFailing || (failOneIn > 0 && this.#random.below(failOneIn) === 0)) {
      throw new StorageError('unavailable', 'SQLITE_IOERR (asked for by the simulator)');
    }
    await this.#inner.commit(batch);
    for (const write of batch) this.#mirror.written(write);
    // On the disk, and not yet said: the moment a kill hurts most.
    await this.#pass();
    if (lieOneIn > 0 && this.#random.below(lieOneIn) === 0) {
      this.#faults.lies++;
      throw new StorageError('unavailable', 'SQLITE_IOERR after the write (asked for by the simulator)');
    }
  }

  async #read<T>(read: () => Promise<T>): Promise<T> {
    await this.#last;
    await this.#pass();
    if (this.#faults.isUnreadable)
      throw new StorageError('unavailable', 'SQLITE_IOERR_READ (asked for by the simulator)');
    const value = await read();
    await this.#pass();
    return value;
  }

  loadDoc(...args: Parameters<Storage['loadDoc']>): Promise<StoredDoc> {
    return this.#read(() => this.#inner.loadDoc(...args));
  }
  listDocs(board: string): ReturnType<Storage['listDocs']> {
    return this.#read(() => this.#inner.listDocs(board));
  }
  loadClaims(board: string): ReturnType<Storage['loadClaims']> {
    return this.#read(() => this.#inner.loadClaims(board));
  }
  loadOwners(board: string): Promise<ReadonlyMap<string, string>> {
    return this.#read(() => this.#inner.loadOwners(board));
  }
  findBoard(id: string): ReturnType<Storage['findBoard']> {
    return this.#read(() => this.#inner.findBoard(id));
  }
  listBoards(): ReturnType<Storage['listBoards']> {
    return this.#read(() => this.#inner.listBoards());
  }
  findParticipant(board: string, id: string): ReturnType<Storage['findParticipant']> {
    return this.#read(() => this.#inner.findParticipant(board, id));
  }
  listParticipants(board: string): ReturnType<Storage['listParticipants']> {
    return this.#read(() => this.#inner.listParticipants(board));
  }
  loadCommands(board: string): ReturnType<Storage['loadCommands']> {
    return this.#read(() => this.#inner.loadCommands(board));
  }
  loadPicture(board: string, hash: string): ReturnType<Storage['loadPicture']> {
    return this.#read(() => this.#inner.loadPicture(board, hash));
  }
  weighPictures(board: string, participant: string): ReturnType<Storage['weighPictures']> {
    return this.#read(() => this.#inner.weighPictures(board, participant));
  }
  listPictures(board: string): ReturnType<Storage['listPictures']> {
    return this.#read(() => this.#inner.listPictures(board));
  }
  listPicturedBoards(): ReturnType<Storage['listPicturedBoards']> {
    return this.#read(() => this.#inner.listPicturedBoards());
  }
  check(): ReturnType<Storage['check']> {
    return this.#inner.check();
  }
  close(): Promise<void> {
    return this.#inner.close();
  }
}
