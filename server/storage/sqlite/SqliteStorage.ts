/**
 * Storage in one SQLite file: this half lives on the main thread, hands every call to the storage thread (`worker.ts`) and gives its
 * answers back as promises. It keeps no state of its own but the calls under way.
 */
import type { Worker } from 'node:worker_threads';
import { startWorker } from '../../lib/workerEntry.ts';
import { freeBytes, LOW_FREE_BYTES, openDataFolder } from '../dataFolder.ts';
import {
  type BoardRow,
  type CommandRow,
  type DocName,
  type ParticipantRow,
  type PictureUse,
  type PictureWeight,
  type Storage,
  StorageError,
  type StoredDoc,
  type StoredPicture,
  type Write,
} from '../Storage.ts';
import { CommitGroups } from './CommitGroups.ts';
import type { FromWorker, ReadName, ReadValue, Request, WorkerData } from './messages.ts';
import { pack } from './packing.ts';
import { toStartupError } from './startupErrors.ts';

interface Call {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: StorageError) => void;
}

/** Omits from each member of a union. */
type WithoutId<T> = T extends { id: number } ? Omit<T, 'id'> : never;

export class SqliteStorage implements Storage {
  readonly durability = 'disk';
  readonly #worker: Worker;
  readonly #folder: string;
  readonly #calls = new Map<number, Call>();
  readonly #commits: CommitGroups;
  #nextId = 0;
  /** Set once the storage thread is gone: whether it was closed or died, nothing can be made durable any more. */
  #ended: string | null = null;
  /** What the last commit failed with; `/readyz` says it until one succeeds. */
  #trouble: string | null = null;

  private constructor(worker: Worker, folder: string) {
    this.#worker = worker;
    this.#folder = folder;
    this.#commits = new CommitGroups((batches) => {
      const request = pack(batches);
      worker.postMessage(request, [request.bytes.buffer as ArrayBuffer]);
    });
    worker.on('message', (message: FromWorker) => {
      if (message.type === 'answers') this.#receive(message.answers);
    });
    worker.on('error', (error) => this.#end(`the storage thread failed: ${error.message}`));
    worker.on('exit', () => this.#end('the storage is closed'));
  }

  /** Opens (or creates) the data folder for this process alone. Throws `StartupError` with words for the operator. */
  static async open(path: string): Promise<SqliteStorage> {
    const folder = openDataFolder(path);
    const worker = startWorker('storageWorker', { workerData: { folder } satisfies WorkerData });
    const first = await new Promise<FromWorker>((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
    });
    if (first.type === 'failed') {
      await worker.terminate();
      throw toStartupError(first.problem, folder, first.detail);
    }
    return new SqliteStorage(worker, folder);
  }

  #receive(answers: Extract<FromWorker, { type: 'answers' }>['answers']): void {
    for (const answer of answers) {
      const call = this.#calls.get(answer.id);
      this.#calls.delete(answer.id);
      this.#commits.answered(answer.id);
      if (answer.ok) call?.resolve(answer.value);
      else call?.reject(new StorageError(answer.code, answer.message));
    }
  }

  #end(reason: string): void {
    this.#ended ??= reason;
    this.#commits.stop();
    for (const call of this.#calls.values()) call.reject(new StorageError('unavailable', this.#ended));
    this.#calls.clear();
  }

  #ask(request: WithoutId<Request>): Promise<unknown> {
    if (this.#ended !== null) return Promise.reject(new StorageError('unavailable', this.#ended));
    // The thread answers in the order it is asked: a read sees every commit that was asked for before it.
    this.#commits.postNow();
    const id = this.#nextId++;
    return new Promise((resolve, reject) => {
      this.#calls.set(id, { resolve, reject });
      this.#worker.postMessage({ ...request, id });
    });
  }

  #commit(batch: readonly Write[]): Promise<unknown> {
    if (this.#ended !== null) return Promise.reject(new StorageError('unavailable', this.#ended));
    const id = this.#nextId++;
    return new Promise((resolve, reject) => {
      this.#calls.set(id, { resolve, reject });
      this.#commits.add(id, batch);
    });
  }

  #read<Name extends ReadName>(read: Name, ...args: string[]): Promise<ReadValue<Name>> {
    return this.#ask({ call: 'read', read, args }) as Promise<ReadValue<Name>>;
  }

  async commit(batch: readonly Write[]): Promise<void> {
    try {
      await this.#commit(batch);
      this.#trouble = null;
    } catch (error) {
      if (error instanceof StorageError && error.code === 'unavailable') this.#trouble = error.message;
      throw error;
    }
  }

  findBoard(id: string): Promise<BoardRow | null> {
    return this.#read('findBoard', id);
  }

  listBoards(): Promise<readonly BoardRow[]> {
    return this.#read('listBoards');
  }

  async loadDoc(board: string, doc: DocName): Promise<StoredDoc> {
    const { seq, snapshot, lengths, bytes } = await this.#read('loadDoc', board, doc);
    let offset = 0;
    const updates = lengths.map((length) => {
      offset += length;
      return bytes.subarray(offset - length, offset);
    });
    return { seq, snapshot, updates };
  }

  listDocs(board: string): Promise<readonly DocName[]> {
    return this.#read('listDocs', board);
  }

  loadClaims(board: string): Promise<ReadonlyMap<number, string>> {
    return this.#read('loadClaims', board);
  }

  loadOwners(board: string): Promise<ReadonlyMap<string, string>> {
    return this.#read('loadOwners', board);
  }

  findParticipant(board: string, id: string): Promise<ParticipantRow | null> {
    return this.#read('findParticipant', board, id);
  }

  listParticipants(board: string): Promise<readonly ParticipantRow[]> {
    return this.#read('listParticipants', board);
  }

  loadCommands(board: string): Promise<readonly CommandRow[]> {
    return this.#read('loadCommands', board);
  }

  loadPicture(board: string, hash: string): Promise<StoredPicture | null> {
    return this.#read('loadPicture', board, hash);
  }

  weighPictures(board: string, participant: string): Promise<PictureWeight> {
    return this.#read('weighPictures', board, participant);
  }

  listPictures(board: string): Promise<readonly PictureUse[]> {
    return this.#read('listPictures', board);
  }

  listPicturedBoards(): Promise<readonly string[]> {
    return this.#read('listPicturedBoards');
  }

  async check(): Promise<{ readonly ok: boolean; readonly detail: string }> {
    if (this.#trouble !== null) return { ok: false, detail: this.#trouble };
    try {
      const free = freeBytes(this.#folder);
      if (free < LOW_FREE_BYTES) return { ok: false, detail: `${free} bytes free on the disk` };
      await this.#ask({ call: 'probe' });
      return { ok: true, detail: 'durable: every commit is synced to the disk' };
    } catch (error) {
      return { ok: false, detail: error instanceof Error ? error.message : 'unknown' };
    }
  }

  async close(): Promise<void> {
    if (this.#ended !== null) return;
    const gone = new Promise<void>((resolve) => this.#worker.once('exit', () => resolve()));
    const closed = this.#ask({ call: 'close' });
    this.#ended = 'the storage is closed';
    await closed;
    await gone;
  }
}
