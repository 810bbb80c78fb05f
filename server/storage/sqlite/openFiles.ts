/**
 * Takes the instance lock and opens the database, or says why not. The lock is an EXCLUSIVE transaction held on `lock.db` as long as the
 * process lives: the kernel lets go of it with the process, so nothing stale can remain, as a pid file would.
 */
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fail, ok, type Result } from '../../../shared/lib/result.ts';
import { syncFolder } from '../dataFolder.ts';
import { openDatabase, type SqlDatabase, SqlError } from './driver.ts';
import { DATABASE_FILE, type OpenProblem } from './messages.ts';
import { inspectFile, migrate } from './migrations.ts';

const LOCK_FILE = 'lock.db';
/** How long a start waits for the server before it to end. */
const LOCK_WAIT_MS = 2_000;
const BUSY_MS = 10_000;
/** Files up to this size are checked whole at start (well under a second); larger ones when their pages are read. */
const CHECKED_BYTES = 128 * 1024 * 1024;

export interface OpenFiles {
  readonly db: SqlDatabase;
  readonly migrated: readonly string[];
  /** Closes the database (folding its log into the file), then lets go of the lock. */
  close(): void;
}

type Problem = { readonly problem: OpenProblem; readonly detail: string };

function takeLock(folder: string): Result<SqlDatabase, Problem> {
  let lock: SqlDatabase | null = null;
  try {
    lock = openDatabase(join(folder, LOCK_FILE), { busyTimeoutMs: LOCK_WAIT_MS });
    lock.exec('BEGIN EXCLUSIVE');
    return ok(lock);
  } catch (error) {
    lock?.close();
    if (!(error instanceof SqlError)) throw error;
    return fail({ problem: error.code.startsWith('SQLITE_BUSY') ? 'locked' : 'unwritable', detail: error.message });
  }
}

/** Opens `folder` for this process alone. Expected troubles are values; anything else throws. */
export function openFiles(folder: string): Result<OpenFiles, Problem> {
  const lock = takeLock(folder);
  if (!lock.ok) return lock;
  const opened = openMain(folder);
  if (!opened.ok) {
    lock.value.close();
    return opened;
  }
  const { db, migrated } = opened.value;
  return ok({
    db,
    migrated,
    close() {
      db.close();
      lock.value.close();
    },
  });
}

function openMain(folder: string): Result<{ db: SqlDatabase; migrated: readonly string[] }, Problem> {
  const path = join(folder, DATABASE_FILE);
  const problem = inspectFile(path);
  if (problem) return fail({ problem, detail: path });
  const isSmall = existsSync(path) && statSync(path).size <= CHECKED_BYTES;
  let db: SqlDatabase | null = null;
  try {
    db = openDatabase(path, { busyTimeoutMs: BUSY_MS });
    const mode = db.prepare('PRAGMA journal_mode = WAL').get()?.journal_mode;
    if (mode !== 'wal') return give(db, { problem: 'no_wal', detail: String(mode) });
    db.exec('PRAGMA synchronous = FULL');
    db.exec('PRAGMA foreign_keys = ON');
    // What is deleted is overwritten: private documents are erased for good.
    db.prepare('PRAGMA secure_delete = ON').get();
    db.prepare('PRAGMA journal_size_limit = 67108864').get();
    db.prepare('PRAGMA wal_autocheckpoint = 1000').get();
    const check = isSmall ? db.prepare('PRAGMA quick_check(1)').get()?.quick_check : 'ok';
    if (check !== 'ok') return give(db, { problem: 'damaged', detail: String(check) });
    const migrated = migrate(db);
    if (typeof migrated === 'string') return give(db, { problem: migrated, detail: path });
    // The version must stand in the file itself, where `inspectFile` of another release looks for it.
    db.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get();
    syncFolder(folder);
    return ok({ db, migrated });
  } catch (error) {
    if (!(error instanceof SqlError)) throw error;
    const damaged = error.code.startsWith('SQLITE_CORRUPT') || error.code.startsWith('SQLITE_NOTADB');
    return give(db, { problem: damaged ? 'damaged' : 'unwritable', detail: `${error.code}: ${error.message}` });
  }
}

function give(db: SqlDatabase | null, problem: Problem): Result<never, Problem> {
  db?.close();
  return fail(problem);
}
