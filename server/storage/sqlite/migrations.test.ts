/** Files of older versions become today's with everything in them; a process that is killed on the way leaves the old one or the new one. */
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { readContributions } from '../../../tests/helpers/contributions.ts';
import type { DocName, Write } from '../Storage.ts';
import { openDatabase, type SqlDatabase, SqlError } from './driver.ts';
import { DATABASE_FILE } from './messages.ts';
import { migrate, SCHEMA_VERSION } from './migrations.ts';
import { SqliteStorage } from './SqliteStorage.ts';

/** The tables as version 2 wrote them, word for word: a released step that is edited is seen here. */
const VERSION_2 = `
  CREATE TABLE boards (key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, created_at INTEGER NOT NULL, epoch TEXT NOT NULL,
    control TEXT NOT NULL) STRICT;
  CREATE TABLE links (board INTEGER NOT NULL REFERENCES boards (key) ON DELETE CASCADE,
    role TEXT NOT NULL CHECK (role IN ('facilitator', 'participant', 'viewer')), hash BLOB NOT NULL, sealed BLOB,
    PRIMARY KEY (board, role)) STRICT, WITHOUT ROWID;
  CREATE TABLE participants (board INTEGER NOT NULL REFERENCES boards (key) ON DELETE CASCADE, id TEXT NOT NULL, key_hash BLOB NOT NULL,
    name TEXT NOT NULL, role TEXT NOT NULL CHECK (role IN ('facilitator', 'participant', 'viewer')), team TEXT,
    presence TEXT NOT NULL CHECK (presence IN ('room', 'remote')), removed INTEGER NOT NULL CHECK (removed IN (0, 1)),
    seat INTEGER NOT NULL, created_at INTEGER NOT NULL, PRIMARY KEY (board, id)) STRICT, WITHOUT ROWID;
  CREATE INDEX participants_by_seat ON participants (board, seat);
  CREATE TABLE docs (key INTEGER PRIMARY KEY, board INTEGER NOT NULL REFERENCES boards (key) ON DELETE CASCADE, name TEXT NOT NULL,
    UNIQUE (board, name)) STRICT;
  CREATE TABLE snapshots (doc INTEGER PRIMARY KEY REFERENCES docs (key) ON DELETE CASCADE, seq INTEGER NOT NULL, state BLOB NOT NULL) STRICT;
  CREATE TABLE log (doc INTEGER NOT NULL REFERENCES docs (key) ON DELETE CASCADE, seq INTEGER NOT NULL, bytes BLOB NOT NULL,
    PRIMARY KEY (doc, seq)) STRICT, WITHOUT ROWID;
  CREATE TABLE claims (board INTEGER NOT NULL REFERENCES boards (key) ON DELETE CASCADE, client INTEGER NOT NULL,
    participant TEXT NOT NULL, PRIMARY KEY (board, client)) STRICT, WITHOUT ROWID;
  CREATE TABLE commands (key INTEGER PRIMARY KEY, board INTEGER NOT NULL REFERENCES boards (key) ON DELETE CASCADE,
    participant TEXT NOT NULL, id TEXT NOT NULL, rev INTEGER NOT NULL) STRICT;
  CREATE INDEX commands_by_participant ON commands (board, participant, key);
  PRAGMA application_id = ${0x50656c4d};
  PRAGMA user_version = 2;
`;

/** What versions 3 and 4 wrote besides, likewise. */
const VERSION_4 = `
  ${VERSION_2}
  CREATE TABLE owners (board INTEGER NOT NULL REFERENCES boards (key) ON DELETE CASCADE, element TEXT NOT NULL, participant TEXT NOT NULL,
    PRIMARY KEY (board, element)) STRICT, WITHOUT ROWID;
  CREATE TABLE private_log (doc INTEGER NOT NULL, seq INTEGER NOT NULL, bytes BLOB NOT NULL, PRIMARY KEY (doc, seq)) STRICT, WITHOUT ROWID;
  CREATE TABLE private_snapshots (doc INTEGER PRIMARY KEY, seq INTEGER NOT NULL, state BLOB NOT NULL) STRICT;
  PRAGMA user_version = 4;
`;
/** How many updates a private document of version 4 has here, the first ten of them in a snapshot. */
const PRIVATE_UPDATES = 40;
const PRIVATE_DOCS: readonly (readonly [number, number, string, DocName])[] = [
  [2, 1, 'place', 'private/lea'],
  [3, 2, 'halle', 'private/ana'],
  [4, 1, 'place', 'private/bruno'],
];
const privateText = (key: number, seq: number): Uint8Array =>
  new Uint8Array(Buffer.from(`CANARI ${key}, ${seq} `.repeat(1 + ((key * seq) % 23))));

const CONTROL = { rev: 7, title: 'Quelle place pour demain ?', fields: { place: 'Mairie' } };
const hash = (byte: number): Uint8Array => new Uint8Array(32).fill(byte);

/** A board of the contributions: the first hundred folded into a snapshot, the others in the log. */
function contributions(): { snapshot: Uint8Array; updates: Uint8Array[]; texts: string[] } {
  const doc = new Y.Doc();
  doc.clientID = 4_000_000_001;
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  const texts = readContributions()
    .slice(0, 300)
    .map(({ text }) => text);
  let snapshot: Uint8Array = new Uint8Array();
  texts.forEach((text, i) => {
    doc.getMap('elements').set(`c${i}`, new Y.Text(text));
    if (i === 99) snapshot = Y.encodeStateAsUpdate(doc);
  });
  return { snapshot, updates: updates.slice(100), texts };
}

describe.each([
  {
    version: 2,
    schema: VERSION_2,
    steps: [
      'owners of elements',
      'private documents apart',
      'private documents by board',
      'who gave a group',
      'pictures',
      'whose pictures are, and which are in use',
    ],
  },
  {
    version: 4,
    schema: VERSION_4,
    steps: ['private documents by board', 'who gave a group', 'pictures', 'whose pictures are, and which are in use'],
  },
])('a file of version $version', ({ version, schema, steps }) => {
  const { snapshot, updates, texts } = contributions();
  let folder: string;
  let file: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'pele-mele-migration-'));
    file = join(folder, DATABASE_FILE);
    const db = openDatabase(file, { busyTimeoutMs: 0 });
    db.prepare('PRAGMA journal_mode = WAL').get();
    db.exec('PRAGMA secure_delete = ON');
    db.exec(schema);
    const put = (sql: string, ...values: (string | number | Uint8Array | null)[]): unknown =>
      db.prepare(sql).run(...values);
    db.exec('BEGIN');
    put('INSERT INTO boards VALUES (1, ?, 5, ?, ?)', 'place', 'e1', JSON.stringify(CONTROL));
    for (const [role, byte] of [
      ['facilitator', 1],
      ['participant', 2],
      ['viewer', 3],
    ] as const)
      put('INSERT INTO links VALUES (1, ?, ?, ?)', role, hash(byte), role === 'viewer' ? null : hash(9));
    const person = 'INSERT INTO participants VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, 6)';
    put(person, 'lea', hash(4), 'Léa', 'facilitator', null, 'room', 0, 0);
    put(person, 'ana', hash(5), 'Ana', 'participant', 'table-2', 'remote', 0, 1);
    put(person, 'parti', hash(6), '', 'participant', null, 'room', 1, 2);
    put('INSERT INTO docs VALUES (1, 1, ?)', 'board');
    put('INSERT INTO snapshots VALUES (1, 100, ?)', snapshot);
    updates.forEach((update, i) => void put('INSERT INTO log VALUES (1, ?, ?)', 101 + i, update));
    put('INSERT INTO claims VALUES (1, ?, ?)', 4_000_000_001, 'ana');
    put('INSERT INTO commands (board, participant, id, rev) VALUES (1, ?, ?, ?)', 'lea', 'c1', 7);
    if (version === 4) {
      put('INSERT INTO boards VALUES (2, ?, 5, ?, ?)', 'halle', 'e2', JSON.stringify(CONTROL));
      put('INSERT INTO owners VALUES (1, ?, ?)', 'c1', 'ana');
      for (const [key, board, , name] of PRIVATE_DOCS) {
        put('INSERT INTO docs VALUES (?, ?, ?)', key, board, name);
        put('INSERT INTO private_snapshots VALUES (?, 10, ?)', key, privateText(key, 10));
      }
      for (let seq = 11; seq <= PRIVATE_UPDATES; seq++)
        for (const [key] of PRIVATE_DOCS)
          put('INSERT INTO private_log VALUES (?, ?, ?)', key, seq, privateText(key, seq));
    }
    db.exec('COMMIT');
    db.close();
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  /** Opens a folder as a server does, and looks for all that was put there. */
  const expectWhole = async (path: string): Promise<void> => {
    const storage = await SqliteStorage.open(path);
    try {
      const link = (byte: number, sealed: Uint8Array | null = hash(9)): unknown => ({ hash: hash(byte), sealed });
      expect(await storage.findBoard('place')).toEqual({
        ...{ id: 'place', createdAt: 5, epoch: 'e1', control: CONTROL },
        links: { facilitator: link(1), participant: link(2), viewer: link(3, null) },
      });
      const people = await storage.listParticipants('place');
      expect(people.map(({ id, name, role, group, removed, seat }) => [id, name, role, group, removed, seat])).toEqual([
        ['lea', 'Léa', 'facilitator', null, false, 0],
        ['ana', 'Ana', 'participant', 'table-2', false, 1],
        ['parti', '', 'participant', null, true, 2],
      ]);
      const stored = await storage.loadDoc('place', 'board');
      expect(stored.seq).toBe(100 + updates.length);
      const doc = new Y.Doc();
      for (const update of [stored.snapshot ?? new Uint8Array([0, 0]), ...stored.updates]) Y.applyUpdate(doc, update);
      const elements = doc.getMap<Y.Text>('elements');
      expect(texts.map((_, i) => elements.get(`c${i}`)?.toString())).toEqual(texts);
      expect(await storage.loadClaims('place')).toEqual(new Map([[4_000_000_001, 'ana']]));
      expect(await storage.loadOwners('place')).toEqual(new Map(version === 4 ? [['c1', 'ana']] : []));
      for (const [key, , board, name] of version === 4 ? PRIVATE_DOCS : []) {
        const updates = Array.from({ length: PRIVATE_UPDATES - 10 }, (_, n) => privateText(key, 11 + n));
        const whole = { seq: PRIVATE_UPDATES, snapshot: privateText(key, 10), updates };
        expect(await storage.loadDoc(board, name)).toEqual(whole);
      }
      expect(await storage.loadCommands('place')).toMatchObject([{ participant: 'lea', id: 'c1', rev: 7 }]);
      // What is new since can be written.
      const update = Y.encodeStateAsUpdate(new Y.Doc());
      await storage.commit([
        { type: 'owner', board: 'place', element: 'c1', participant: 'ana' },
        { type: 'append', board: 'place', doc: 'private/ana', seq: 1, update },
      ]);
      expect((await storage.loadDoc('place', 'private/ana')).seq).toBe(1);
      if (version === 2) return;
      await storage.commit([
        ...PRIVATE_DOCS.map(([, , board, doc]): Write => ({ type: 'erase', board, doc })),
        { type: 'erase', board: 'place', doc: 'private/ana' },
      ]);
      const files = readdirSync(path).filter((name) => name.startsWith(DATABASE_FILE));
      expect(files.filter((name) => readFileSync(join(path, name), 'latin1').includes('CANARI'))).toEqual([]);
    } finally {
      await storage.close();
    }
  };

  const versionOf = (path: string): number => {
    const db = openDatabase(path, { busyTimeoutMs: 0 });
    try {
      return Number(db.prepare('PRAGMA user_version').get()?.user_version);
    } finally {
      db.close();
    }
  };

  it('opens with everything in it', async () => {
    await expectWhole(folder);
    expect(versionOf(file)).toBe(SCHEMA_VERSION);
  });

  it('is whole, old or new, wherever the process is killed', async () => {
    const copies: string[] = [];
    /** What a process that is gone now would leave. */
    const copy = (): void => {
      const to = join(folder, `after-${copies.length}`);
      mkdirSync(to);
      for (const suffix of ['', '-wal', '-shm'])
        if (existsSync(file + suffix)) copyFileSync(file + suffix, join(to, DATABASE_FILE) + suffix);
      copies.push(to);
    };
    const db = openDatabase(file, { busyTimeoutMs: 0 });
    // Pages leave memory long before the end.
    db.exec('PRAGMA cache_size = 1; PRAGMA cache_spill = 1; PRAGMA secure_delete = ON');
    const watched: SqlDatabase = {
      ...db,
      get inTransaction() {
        return db.inTransaction;
      },
      exec: (sql) => {
        for (const statement of sql.split(';').filter((part) => part.trim() !== '')) {
          db.exec(statement);
          copy();
        }
      },
    };
    expect(migrate(watched)).toEqual(steps);
    db.close();
    const versions = copies.map((path) => versionOf(join(path, DATABASE_FILE)));
    expect(new Set(versions)).toEqual(new Set([version, SCHEMA_VERSION]));
    expect(versions.toSorted((a, b) => a - b)).toEqual(versions);
    for (const path of copies) await expectWhole(path);
  }, 60_000);

  it('stays as it is when a step fails, and can be tried again', async () => {
    const db = openDatabase(file, { busyTimeoutMs: 0 });
    const full: SqlDatabase = {
      ...db,
      get inTransaction() {
        return db.inTransaction;
      },
      exec: (sql) => {
        if (sql.includes('team_given')) throw new SqlError('SQLITE_FULL', 'database or disk is full');
        db.exec(sql);
      },
    };
    expect(() => migrate(full)).toThrow('full');
    const tables = db.prepare("SELECT name FROM sqlite_master WHERE name IN ('owners', 'private_log')").all();
    db.close();
    expect([versionOf(file), tables.length]).toEqual([version, version === 4 ? 2 : 0]);
    await expectWhole(folder);
  });
});
