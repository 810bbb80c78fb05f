/**
 * The tables, and how older files become today's: named steps, run once each, all in one transaction at start. A file of a newer version,
 * of another program or without SQLite's signature is refused before anything is written to it.
 */
import { closeSync, existsSync, openSync, readSync } from 'node:fs';
import type { SqlDatabase } from './driver.ts';
import { createPrivateShelf, privateShelf } from './PrivateShelves.ts';

/** "PelM": how `file(1)` and we recognise our own files. */
const APPLICATION_ID = 0x50656c4d;

/** `MIGRATIONS[n]` turns a file of version n into one of version n + 1. Released ones are never edited. */
const MIGRATIONS: readonly {
  readonly name: string;
  /** Or what makes it from what is in the file. */
  readonly sql: string | ((db: SqlDatabase) => string);
}[] = [
  {
    name: 'boards, participants, documents',
    sql: `
      CREATE TABLE boards (
        key INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        created_at INTEGER NOT NULL,
        epoch TEXT NOT NULL,
        control TEXT NOT NULL
      ) STRICT;
      CREATE TABLE links (
        board INTEGER NOT NULL REFERENCES boards (key) ON DELETE CASCADE,
        role TEXT NOT NULL CHECK (role IN ('facilitator', 'participant', 'viewer')),
        hash BLOB NOT NULL,
        sealed BLOB,
        PRIMARY KEY (board, role)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE participants (
        board INTEGER NOT NULL REFERENCES boards (key) ON DELETE CASCADE,
        id TEXT NOT NULL,
        key_hash BLOB NOT NULL,
        name TEXT NOT NULL,
        role TEXT NOT NULL CHECK (role IN ('facilitator', 'participant', 'viewer')),
        team TEXT,
        presence TEXT NOT NULL CHECK (presence IN ('room', 'remote')),
        removed INTEGER NOT NULL CHECK (removed IN (0, 1)),
        seat INTEGER NOT NULL,
        created_at INTEGER NOT NULL,
        PRIMARY KEY (board, id)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX participants_by_seat ON participants (board, seat);
      CREATE TABLE docs (
        key INTEGER PRIMARY KEY,
        board INTEGER NOT NULL REFERENCES boards (key) ON DELETE CASCADE,
        name TEXT NOT NULL,
        UNIQUE (board, name)
      ) STRICT;
      CREATE TABLE snapshots (
        doc INTEGER PRIMARY KEY REFERENCES docs (key) ON DELETE CASCADE,
        seq INTEGER NOT NULL,
        state BLOB NOT NULL
      ) STRICT;
      CREATE TABLE log (
        doc INTEGER NOT NULL REFERENCES docs (key) ON DELETE CASCADE,
        seq INTEGER NOT NULL,
        bytes BLOB NOT NULL,
        PRIMARY KEY (doc, seq)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE claims (
        board INTEGER NOT NULL REFERENCES boards (key) ON DELETE CASCADE,
        client INTEGER NOT NULL,
        participant TEXT NOT NULL,
        PRIMARY KEY (board, client)
      ) STRICT, WITHOUT ROWID;
    `,
  },
  {
    name: 'commands carried out',
    sql: `
      CREATE TABLE commands (
        key INTEGER PRIMARY KEY,
        board INTEGER NOT NULL REFERENCES boards (key) ON DELETE CASCADE,
        participant TEXT NOT NULL,
        id TEXT NOT NULL,
        rev INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX commands_by_participant ON commands (board, participant, key);
    `,
  },
  {
    name: 'owners of elements',
    sql: `
      CREATE TABLE owners (
        board INTEGER NOT NULL REFERENCES boards (key) ON DELETE CASCADE,
        element TEXT NOT NULL,
        participant TEXT NOT NULL,
        PRIMARY KEY (board, element)
      ) STRICT, WITHOUT ROWID;
    `,
  },
  {
    name: 'private documents apart',
    sql: `
      CREATE TABLE private_log (
        doc INTEGER NOT NULL,
        seq INTEGER NOT NULL,
        bytes BLOB NOT NULL,
        PRIMARY KEY (doc, seq)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE private_snapshots (
        doc INTEGER PRIMARY KEY,
        seq INTEGER NOT NULL,
        state BLOB NOT NULL
      ) STRICT;
    `,
  },
  {
    name: 'private documents by board',
    sql: (db) => {
      const boards = db.prepare("SELECT DISTINCT board FROM docs WHERE name LIKE 'private/%'").all();
      const moves = boards.map(({ board }) => moveToShelf(Number(board)));
      return `${moves.join('')} DROP TABLE private_log; DROP TABLE private_snapshots;`;
    },
  },
  {
    name: 'who gave a group',
    sql: 'ALTER TABLE participants ADD COLUMN team_given INTEGER NOT NULL DEFAULT 0 CHECK (team_given IN (0, 1))',
  },
  {
    name: 'pictures',
    // Bytes last: what is before them is read without them.
    sql: `
      CREATE TABLE pictures (
        key INTEGER PRIMARY KEY,
        board INTEGER NOT NULL REFERENCES boards (key) ON DELETE CASCADE,
        hash TEXT NOT NULL,
        type TEXT NOT NULL CHECK (type IN ('image/jpeg', 'image/png', 'image/webp')),
        width INTEGER NOT NULL,
        height INTEGER NOT NULL,
        weight INTEGER NOT NULL,
        bytes BLOB NOT NULL,
        UNIQUE (board, hash)
      ) STRICT;
    `,
  },
  {
    name: 'whose pictures are, and which are in use',
    // Apart from the bytes: what changes often must not take them along.
    sql: `
      CREATE TABLE picture_keeping (
        board INTEGER NOT NULL REFERENCES boards (key) ON DELETE CASCADE,
        hash TEXT NOT NULL,
        weight INTEGER NOT NULL,
        brought_by TEXT,
        unused_days INTEGER NOT NULL,
        counted_on INTEGER NOT NULL,
        PRIMARY KEY (board, hash)
      ) STRICT, WITHOUT ROWID;
      INSERT INTO picture_keeping (board, hash, weight, brought_by, unused_days, counted_on)
        SELECT board, hash, weight, NULL, 0, -1 FROM pictures;
    `,
  },
];

/** Copies the private documents of a board from the two tables of all boards. */
function moveToShelf(boardKey: number): string {
  const { log, snapshots } = privateShelf(boardKey);
  const isOfBoard = `doc IN (SELECT key FROM docs WHERE board = ${boardKey})`;
  return `
    ${createPrivateShelf(boardKey)}
    INSERT INTO ${log} (doc, seq, bytes) SELECT doc, seq, bytes FROM private_log WHERE ${isOfBoard};
    INSERT INTO ${snapshots} (doc, seq, state) SELECT doc, seq, state FROM private_snapshots WHERE ${isOfBoard};
  `;
}

/** The version of the files this program writes. */
export const SCHEMA_VERSION = MIGRATIONS.length;

export type FileProblem = 'newer' | 'foreign' | 'damaged';

const HEADER_BYTES = 100;

/**
 * What a database file says about itself in its first 100 bytes (SQLite file format §1.3), read without opening it as a database, so
 * that a refused file stays as it is. `null`: nothing speaks against it; a missing or empty file is a new one.
 */
export function inspectFile(path: string): FileProblem | null {
  if (!existsSync(path)) return null;
  const header = Buffer.alloc(HEADER_BYTES);
  const handle = openSync(path, 'r');
  let length: number;
  try {
    length = readSync(handle, header, 0, HEADER_BYTES, 0);
  } finally {
    closeSync(handle);
  }
  if (length === 0) return null;
  if (length < HEADER_BYTES || header.toString('latin1', 0, 16) !== 'SQLite format 3\0') return 'damaged';
  return judge(header.readInt32BE(60), header.readInt32BE(68));
}

function judge(version: number, application: number): FileProblem | null {
  if (version === 0 && application === 0) return null;
  if (application !== APPLICATION_ID) return 'foreign';
  return version > SCHEMA_VERSION ? 'newer' : null;
}

/** What stands in a pragma, as a number. */
const pragma = (db: SqlDatabase, name: string): number =>
  Number(Object.values(db.prepare(`PRAGMA ${name}`).get() ?? {})[0]);

/** Brings an open database to `SCHEMA_VERSION` in one transaction. Returns the names of the steps taken, or why it was refused. */
export function migrate(db: SqlDatabase): readonly string[] | FileProblem {
  const version = pragma(db, 'user_version');
  const problem = judge(version, pragma(db, 'application_id'));
  if (problem) return problem;
  const steps = MIGRATIONS.slice(version);
  if (steps.length === 0) return [];
  db.exec('BEGIN IMMEDIATE');
  try {
    for (const { sql } of steps) db.exec(typeof sql === 'string' ? sql : sql(db));
    db.exec(`PRAGMA application_id = ${APPLICATION_ID}`);
    db.exec(`PRAGMA user_version = ${SCHEMA_VERSION}`);
    db.exec('COMMIT');
  } catch (error) {
    if (db.inTransaction) db.exec('ROLLBACK');
    throw error;
  }
  return steps.map((step) => step.name);
}
