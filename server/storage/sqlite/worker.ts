/**
 * The storage thread: owns the only connection to the database. Commits that wait together share one transaction and one fsync; a refused
 * one is taken out of its group and does not touch its neighbours. Nothing is answered before the COMMIT that covers it.
 */
import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import { assert } from '../../../shared/lib/assert.ts';
import { type SqlDatabase, SqlError } from './driver.ts';
import type { Answer, FromWorker, Request, WorkerData } from './messages.ts';
import { type OpenFiles, openFiles } from './openFiles.ts';
import { unpack } from './packing.ts';
import { Refusal } from './Refusal.ts';
import { type PackedDoc, type StoredWrite, Tables } from './Tables.ts';

/** A group is committed when it has this many batches, so that the first of a flood does not wait for the last. */
const GROUP_BATCHES = 512;

interface Commit {
  readonly id: number;
  readonly batch: readonly StoredWrite[];
}

const isRefusal = (error: unknown): boolean =>
  error instanceof Refusal ||
  error instanceof TypeError ||
  (error instanceof SqlError && /^SQLITE_(CONSTRAINT|MISMATCH|TOOBIG|RANGE)/.test(error.code));

/** Words for a log, never the values of a row. */
const describe = (error: unknown): string =>
  error instanceof SqlError ? `${error.code}: ${error.message}` : error instanceof Error ? error.message : 'unknown';

class Writer {
  readonly #db: SqlDatabase;
  readonly #tables: Tables;
  #mustCutLog = false;

  constructor(db: SqlDatabase) {
    this.#db = db;
    this.#tables = new Tables(db);
  }

  /** Makes a group of batches durable together; one answer each, in their order. */
  commit(group: readonly Commit[]): Answer[] {
    try {
      this.#db.exec('BEGIN IMMEDIATE');
      const answers = this.#applyTogether(group) ?? this.#applyApart(group);
      const hasErased = this.#tables.scrub();
      this.#db.exec('COMMIT');
      this.#mustCutLog ||= hasErased;
      if (this.#mustCutLog) this.#cutLog();
      return answers;
    } catch (error) {
      const message = this.#rollback(error);
      return group.map(({ id }) => ({ id, ok: false, code: 'unavailable', message }));
    }
  }

  /** What was erased still stands in the write-ahead log: folds it into the file and cuts it. A start does the same. */
  #cutLog(): void {
    try {
      this.#mustCutLog = this.#db.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get()?.busy !== 0;
    } catch (error) {
      // A disk in trouble: the commit itself is done; tried again after the next one.
      if (!(error instanceof SqlError)) throw error;
    }
  }

  /** Applies a group as one; `null` where a batch of it is refused. */
  #applyTogether(group: readonly Commit[]): Answer[] | null {
    try {
      for (const { batch } of group) for (const write of batch) this.#tables.apply(write);
    } catch (error) {
      if (isRefusal(error)) return null;
      throw error;
    }
    return group.map(({ id }) => ({ id, ok: true, value: null }));
  }

  /** Applies a group anew, each batch by itself: what is refused must not take its neighbours along. */
  #applyApart(group: readonly Commit[]): Answer[] {
    this.#db.exec('ROLLBACK');
    this.#tables.forget();
    this.#db.exec('BEGIN IMMEDIATE');
    return group.map((commit) => this.#applyOne(commit));
  }

  #applyOne(commit: Commit): Answer {
    this.#db.exec('SAVEPOINT batch');
    try {
      for (const write of commit.batch) this.#tables.apply(write);
      this.#db.exec('RELEASE batch');
      return { id: commit.id, ok: true, value: null };
    } catch (error) {
      if (!isRefusal(error)) throw error;
      this.#tables.forget();
      this.#db.exec('ROLLBACK TO batch');
      this.#db.exec('RELEASE batch');
      return { id: commit.id, ok: false, code: 'refused', message: describe(error) };
    }
  }

  #rollback(error: unknown): string {
    this.#tables.forget();
    try {
      if (this.#db.inTransaction) this.#db.exec('ROLLBACK');
      return describe(error);
    } catch (second) {
      // SQLite may have rolled back by itself (disk full): the first error is the one to tell, both go to the log.
      return `${describe(error)} (rollback: ${describe(second)})`;
    }
  }

  read(request: Extract<Request, { call: 'read' }>): Answer {
    const [first = '', second = ''] = request.args;
    try {
      const value = this.#tables[request.read](first, second);
      return { id: request.id, ok: true, value };
    } catch (error) {
      // The disk answers, and what it says cannot be: pages that contradict each other, rows that are not what was written.
      const isDamaged = !(error instanceof SqlError) || /^SQLITE_(CORRUPT|NOTADB|FORMAT)/.test(error.code);
      return { id: request.id, ok: false, code: isDamaged ? 'damaged' : 'unavailable', message: describe(error) };
    }
  }

  probe(id: number): Answer {
    try {
      this.#db.exec('BEGIN IMMEDIATE');
      this.#db.exec('ROLLBACK');
      return { id, ok: true, value: null };
    } catch (error) {
      return { id, ok: false, code: 'unavailable', message: this.#rollback(error) };
    }
  }
}

const port = parentPort;
assert(port, 'the storage thread has a parent');
const post = (message: FromWorker, transfer: ArrayBuffer[] = []): void => port.postMessage(message, transfer);

function serve(files: OpenFiles): void {
  const writer = new Writer(files.db);
  let group: Commit[] = [];

  const flush = (): void => {
    if (group.length === 0) return;
    const commits = group;
    group = [];
    post({ type: 'answers', answers: writer.commit(commits) });
  };

  const handle = (request: Request): void => {
    if (request.call === 'commit') {
      group.push(...unpack(request));
      if (group.length >= GROUP_BATCHES) flush();
      return;
    }
    // A read sees every commit that was asked for before it.
    flush();
    if (request.call === 'read') {
      const answer = writer.read(request);
      const isLarge = request.read === 'loadDoc' || request.read === 'loadPicture';
      const large = answer.ok && isLarge ? (answer.value as Pick<PackedDoc, 'bytes'> | null) : null;
      post({ type: 'answers', answers: [answer] }, large ? [large.bytes.buffer as ArrayBuffer] : []);
    } else if (request.call === 'probe') {
      post({ type: 'answers', answers: [writer.probe(request.id)] });
    } else {
      files.close();
      post({ type: 'answers', answers: [{ id: request.id, ok: true, value: null }] });
      port?.close();
    }
  };

  port?.on('message', (first: Request) => {
    handle(first);
    for (let next = receiveMessageOnPort(port); next; next = receiveMessageOnPort(port))
      handle(next.message as Request);
    flush();
  });
}

const opened = openFiles((workerData as WorkerData).folder);
if (opened.ok) {
  serve(opened.value);
  post({ type: 'open', migrated: opened.value.migrated });
} else {
  post({ type: 'failed', ...opened.reason });
  port.close();
}
