import {
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Control } from '../../../shared/control/Control.ts';
import type { StartupError } from '../../lib/StartupError.ts';
import type { BoardRow, DocName, Write } from '../Storage.ts';
import { describeStorage } from '../storageContract.ts';
import { openDatabase } from './driver.ts';
import { DATABASE_FILE } from './messages.ts';
import { SCHEMA_VERSION } from './migrations.ts';
import { SqliteStorage } from './SqliteStorage.ts';

const temporaryFolder = (): string => mkdtempSync(join(tmpdir(), 'pele-mele-storage-'));

describeStorage('SqliteStorage', async () => {
  const folder = temporaryFolder();
  return {
    open: () => SqliteStorage.open(folder),
    erase: async () => rmSync(folder, { recursive: true }),
  };
});

const link = { hash: new Uint8Array([1]), sealed: null };
const aBoard: BoardRow = {
  id: 'marche',
  createdAt: 1,
  epoch: 'e',
  control: { rev: 1, title: 'Marché couvert' } as Control,
  links: { facilitator: link, participant: link, viewer: link },
};

describe('the files of SqliteStorage', () => {
  let folder: string;
  let file: string;

  beforeEach(() => {
    folder = temporaryFolder();
    file = join(folder, DATABASE_FILE);
  });

  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  const openingFails = async (path = folder): Promise<StartupError> => {
    const opened = await SqliteStorage.open(path).then(
      () => 'opened',
      (error: unknown) => error as StartupError,
    );
    if (typeof opened === 'string') throw new Error('the storage opened');
    return opened;
  };

  /** A folder with one board in it, closed. */
  const filled = async (): Promise<void> => {
    const storage = await SqliteStorage.open(folder);
    await storage.commit([{ type: 'createBoard', board: aBoard }]);
    await storage.close();
  };

  it('creates the data folder for its owner only', async () => {
    const fresh = join(folder, 'a', 'b');
    const storage = await SqliteStorage.open(fresh);
    expect(statSync(fresh).mode & 0o777).toBe(0o700);
    await storage.close();
  });

  it('lets one process in and tells the second one why not', async () => {
    const storage = await SqliteStorage.open(folder);
    const error = await openingFails();
    expect(error).toMatchObject({ code: 'data_locked' });
    expect(error.fr).toContain('Un autre Pêle-mêle utilise déjà');
    expect(error.en).toContain(folder);
    await storage.commit([{ type: 'createBoard', board: aBoard }]);
    await storage.close();
    const next = await SqliteStorage.open(folder);
    expect(await next.findBoard('marche')).toEqual(aBoard);
    await next.close();
  });

  it('leaves no byte of an erased document in any file, and every byte of the others', async () => {
    const storage = await SqliteStorage.open(folder);
    await storage.commit([{ type: 'createBoard', board: aBoard }]);
    const sequence = new Map<DocName, number>();
    /** Many small updates of many people, so that SQLite moves rows from page to page. */
    const write = (doc: DocName, text: string, length: number): Write => {
      const seq = (sequence.get(doc) ?? 0) + 1;
      sequence.set(doc, seq);
      return {
        type: 'append',
        board: 'marche',
        doc,
        seq,
        update: new Uint8Array(Buffer.from(text.padEnd(length, '.'))),
      };
    };
    let chance = 1;
    const random = (below: number): number => {
      chance = (chance * 48_271) % 2_147_483_647;
      return chance % below;
    };
    for (let round = 0; round < 100; round++) {
      const batch: Write[] = [];
      for (let n = 0; n < 100; n++) {
        const person = random(60);
        const text = person % 2 ? 'CANARI je n’ose pas le dire' : 'ce que je garde';
        batch.push(write(`private/p${person}`, text, 60 + random(300)));
      }
      await storage.commit(batch);
    }
    const state = new Uint8Array(Buffer.from('CANARI tout ce que j’ai écrit '.repeat(2_000)));
    await storage.commit([
      { type: 'snapshot', board: 'marche', doc: 'private/p1', seq: 1, state },
      { type: 'snapshot', board: 'marche', doc: 'private/p2', seq: 1, state: new Uint8Array(Buffer.from('à moi')) },
    ]);
    const raw = (): string =>
      readdirSync(folder)
        .map((name) => readFileSync(join(folder, name), 'latin1'))
        .join('');
    expect(raw()).toContain('CANARI');
    const kept = await Promise.all([2, 4, 58].map((n) => storage.loadDoc('marche', `private/p${n}`)));
    const erased = Array.from({ length: 30 }, (_, n): Write => {
      return { type: 'erase', board: 'marche', doc: `private/p${2 * n + 1}` };
    });
    await storage.commit(erased);
    expect(raw()).not.toContain('CANARI');
    expect(await Promise.all([2, 4, 58].map((n) => storage.loadDoc('marche', `private/p${n}`)))).toEqual(kept);
    await storage.close();
    expect(raw()).not.toContain('CANARI');
  });

  it('erases the documents of a board without touching those of another, however they were written', async () => {
    let storage = await SqliteStorage.open(folder);
    const boards = ['marche', 'halle'] as const;
    for (const id of boards) await storage.commit([{ type: 'createBoard', board: { ...aBoard, id } }]);
    for (let seq = 1; seq <= 60; seq++) {
      const line = (board: string, n: number): Write => {
        const text = `${board === 'marche' ? 'CANARI' : 'AUTRUI'} ${seq}, ${n} `;
        const update = new Uint8Array(Buffer.from(text.repeat(1 + ((seq * n) % 17))));
        return { type: 'append', board, doc: `private/p${n}`, seq, update };
      };
      await storage.commit(boards.flatMap((board) => Array.from({ length: 20 }, (_, n) => line(board, n))));
    }
    /** The pages in which something stands, with all that stands in them; from a closed folder, where the log is folded in. */
    const pagesWith = (text: string): Map<number, string> => {
      const bytes = readFileSync(file);
      const pages = Array.from({ length: bytes.length / 4096 }, (_, n) =>
        bytes.toString('latin1', n * 4096, n * 4096 + 4096),
      );
      return new Map([...pages.entries()].filter(([, page]) => page.includes(text)));
    };
    await storage.close();
    const before = pagesWith('AUTRUI');
    expect(before.size).toBeGreaterThan(20);
    storage = await SqliteStorage.open(folder);
    const erase = (n: number): Write => ({ type: 'erase', board: 'marche', doc: `private/p${n}` });
    await storage.commit(Array.from({ length: 20 }, (_, n) => erase(n)));
    expect(await storage.listDocs('marche')).toEqual([]);
    const raw = (): string =>
      readdirSync(folder)
        .map((name) => readFileSync(join(folder, name), 'latin1'))
        .join('');
    expect(raw()).not.toContain('CANARI');
    await storage.close();
    expect(pagesWith('AUTRUI')).toEqual(before);
    // Whoever comes back begins anew.
    storage = await SqliteStorage.open(folder);
    const again = new Uint8Array(Buffer.from('encore'));
    await storage.commit([{ type: 'append', board: 'marche', doc: 'private/p1', seq: 1, update: again }]);
    expect((await storage.loadDoc('marche', 'private/p1')).updates).toEqual([again]);
    expect((await storage.loadDoc('halle', 'private/p1')).seq).toBe(60);
    await storage.close();
  });

  it('takes back the shelf of a board with the batch that made it', async () => {
    const storage = await SqliteStorage.open(folder);
    await storage.commit([{ type: 'createBoard', board: aBoard }]);
    const line = (doc: DocName, seq: number): Write => ({
      type: 'append',
      board: 'marche',
      doc,
      seq,
      update: new Uint8Array([seq]),
    });
    const refused = storage.commit([
      line('private/a', 1),
      { type: 'erase', board: 'marche', doc: 'private/a' },
      line('board', 9),
    ]);
    const beside = storage.commit([line('board', 1)]);
    await expect(refused).rejects.toMatchObject({ code: 'refused' });
    await beside;
    expect(await storage.listDocs('marche')).toEqual(['board']);
    await storage.commit([line('private/a', 1), line('private/b', 1)]);
    await storage.commit([{ type: 'erase', board: 'marche', doc: 'private/a' }, line('private/b', 2)]);
    expect((await storage.loadDoc('marche', 'private/b')).seq).toBe(2);
    await storage.commit([{ type: 'erase', board: 'marche', doc: 'private/b' }, line('private/a', 1)]);
    expect([(await storage.loadDoc('marche', 'private/a')).seq, await storage.listDocs('marche')]).toEqual([
      1,
      ['board', 'private/a'],
    ]);
    await storage.close();
  });

  it('refuses the file of a newer version and does not touch it', async () => {
    await filled();
    const db = openDatabase(file, { busyTimeoutMs: 0 });
    db.exec(`PRAGMA user_version = ${SCHEMA_VERSION + 1}`);
    db.close();
    const before = readFileSync(file);
    expect(await openingFails()).toMatchObject({ code: 'data_newer' });
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it('refuses the database of another program', async () => {
    const db = openDatabase(file, { busyTimeoutMs: 0 });
    db.exec('CREATE TABLE recettes (id INTEGER); PRAGMA user_version = 3; PRAGMA application_id = 7');
    db.close();
    expect(await openingFails()).toMatchObject({ code: 'data_foreign' });
  });

  it.each<[string, string]>([
    ['is no database', 'Ceci n’est pas une base. '.repeat(20)],
    ['was cut short', 'SQLite format 3\0'],
  ])('says that the file is damaged where it %s', async (_name, content) => {
    writeFileSync(file, content);
    const error = await openingFails();
    expect(error.code).toBe('data_damaged');
    expect(error.fr).toContain('endommagé');
    expect(readFileSync(file, 'utf8')).toBe(content);
  });

  it('says that the file is damaged where a page of it is', async () => {
    await filled();
    const handle = openSync(file, 'r+');
    for (let page = 1; page < statSync(file).size / 4096; page++)
      writeSync(handle, Buffer.alloc(200, 0xa5), 0, 200, page * 4096);
    closeSync(handle);
    expect(await openingFails()).toMatchObject({ code: 'data_damaged' });
  });

  it('refuses a data folder that is a file', async () => {
    writeFileSync(join(folder, 'data'), '');
    const error = await openingFails(join(folder, 'data'));
    expect(error.code).toBe('data_unwritable');
    expect(error.en).toContain('PELEMELE_DATA');
  });

  it('refuses a data folder that cannot be made', async () => {
    expect(await openingFails('/dev/null/pele-mele')).toMatchObject({ code: 'data_unwritable' });
  });

  it('refuses where its files cannot be made', async () => {
    mkdirSync(join(folder, 'lock.db'));
    expect(await openingFails()).toMatchObject({ code: 'data_unwritable' });
  });

  it('opens a database that was killed in the middle of a transaction', async () => {
    await filled();
    const db = openDatabase(file, { busyTimeoutMs: 0 });
    db.exec("BEGIN; UPDATE boards SET epoch = 'half'");
    const half = ['', '-wal', '-shm'].map((suffix) => [suffix, readFileSync(file + suffix)] as const);
    db.close();
    for (const [suffix, content] of half) writeFileSync(file + suffix, content);
    const storage = await SqliteStorage.open(folder);
    expect(await storage.findBoard('marche')).toEqual(aBoard);
    await storage.close();
  });

  it('writes its version and name into the head of the file', async () => {
    await filled();
    const head = readFileSync(file).subarray(0, 100);
    expect(head.readInt32BE(60)).toBe(SCHEMA_VERSION);
    expect(head.toString('latin1', 68, 72)).toBe('PelM');
  });
});
