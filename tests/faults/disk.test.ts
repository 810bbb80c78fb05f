/** Disks that tear, lie, fill up and go back in time, under real SQLite files: what is served is an exact prefix, or is refused in words. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { BoardRow, StoredDoc, Write } from '../../server/storage/Storage.ts';
import { openDatabase } from '../../server/storage/sqlite/driver.ts';
import { openFiles } from '../../server/storage/sqlite/openFiles.ts';
import { SqliteStorage } from '../../server/storage/sqlite/SqliteStorage.ts';
import { toStartupError } from '../../server/storage/sqlite/startupErrors.ts';
import { type PackedDoc, Tables } from '../../server/storage/sqlite/Tables.ts';
import type { Control } from '../../shared/control/Control.ts';
import { eventually } from '../helpers/eventually.ts';
import { Random } from '../helpers/random.ts';
import { connect, contentOf, RawClient } from '../helpers/rawClient.ts';
import { spawnServer, startServer } from '../helpers/server.ts';

const MINUTES = Number(process.env.PELEMELE_FAULT_MINUTES ?? 0);
const IMAGES = MINUTES > 0 ? 400 : 100;
const SEED = 99;
const COMMITS = 120;
const DATABASE = 'pele-mele.db';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pele-mele-disk-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const link = { hash: new Uint8Array([1]), sealed: null };
const BOARD: BoardRow = {
  id: 'marche',
  createdAt: 1,
  epoch: 'e',
  control: { rev: 1, title: 'Marché couvert' } as Control,
  links: { facilitator: link, participant: link, viewer: link },
};

const asText = ({ seq, snapshot, updates }: StoredDoc): string =>
  JSON.stringify([
    seq,
    snapshot && Buffer.from(snapshot).toString('hex'),
    updates.map((u) => Buffer.from(u).toString('hex')),
  ]);

describe('a log torn by a power cut', () => {
  it(`opens to an exact prefix, or is refused in words, in ${IMAGES} images cut, flipped or zeroed (seed ${SEED})`, async () => {
    const random = new Random(SEED);
    const live = join(folder, 'live');
    const storage = await SqliteStorage.open(live);
    const states = new Set([asText({ seq: 0, snapshot: null, updates: [] })]);
    await storage.commit([{ type: 'createBoard', board: BOARD }]);
    for (let seq = 1; seq <= COMMITS; seq++) {
      const update = Uint8Array.from({ length: 20 + random.below(600) }, () => random.below(256));
      const batch: Write[] = [{ type: 'append', board: BOARD.id, doc: 'board', seq, update }];
      // Compaction is part of the same commit: half of it must never be seen.
      if (seq % 50 === 0) batch.push({ type: 'snapshot', board: BOARD.id, doc: 'board', seq, state: update });
      await storage.commit(batch);
      states.add(asText(await storage.loadDoc(BOARD.id, 'board')));
    }
    const files = ['', '-wal'].map((suffix) => [suffix, readFileSync(join(live, DATABASE + suffix))] as const);
    await storage.close();
    const lost = { some: 0, none: 0, refused: 0 };
    for (let image = 0; image < IMAGES; image++) {
      const torn = join(folder, `torn-${image}`);
      cpSync(live, torn, { recursive: true });
      for (const [suffix, bytes] of files)
        writeFileSync(join(torn, DATABASE + suffix), suffix ? tear(bytes, image, random) : bytes);
      rmSync(join(torn, `${DATABASE}-shm`), { force: true });
      // What the storage thread does, without the thread.
      const opened = openFiles(torn);
      if (opened.ok) {
        const read = new Tables(opened.value.db).loadDoc(BOARD.id, 'board');
        expect({ image, isPrefix: states.has(asText(unpack(read))) }).toEqual({ image, isPrefix: true });
        lost[read.seq === COMMITS ? 'none' : 'some']++;
        opened.value.close();
      } else {
        expect(toStartupError(opened.reason.problem, torn, opened.reason.detail)).toMatchObject({
          code: 'data_damaged',
        });
        lost.refused++;
      }
      rmSync(torn, { recursive: true });
    }
    process.stdout.write(`    images: ${JSON.stringify(lost)}\n`);
    expect(lost.none).toBeGreaterThan(0);
    expect(lost.some).toBeGreaterThan(IMAGES / 2);
  }, 300_000);
});

function unpack({ seq, snapshot, lengths, bytes }: PackedDoc): StoredDoc {
  let end = 0;
  const updates = lengths.map((length) => {
    end += length;
    return bytes.subarray(end - length, end);
  });
  return { seq, snapshot, updates };
}

function tear(bytes: Buffer, image: number, random: Random): Buffer {
  const torn = Buffer.from(bytes);
  if (image === 0) return torn;
  const at = random.below(torn.length);
  if (image % 3 === 0) return torn.subarray(0, at);
  if (image % 3 === 1) torn[at] = (torn[at] ?? 0) ^ (1 << random.below(8));
  else torn.fill(0, at);
  return torn;
}

describe('a damaged board', () => {
  it.each<[string, string]>([
    ['a snapshot that was cut', 'UPDATE snapshots SET state = substr(state, 1, length(state) / 2) WHERE doc = ?'],
    ['an update that was overwritten', "UPDATE log SET bytes = x'ffffffffffffffffffffff' WHERE doc = ? AND seq = 3"],
    ['an update that is missing', 'DELETE FROM log WHERE doc = ? AND seq = 3'],
  ])('is kept from everyone with %s, untouched; the other boards are served', async (what, damage) => {
    const first = await spawnServer({ dataDir: folder });
    const [hurt, sound] = [await first.createBoard(), await first.createBoard()];
    for (const board of [hurt, sound]) {
      const ana = await (await connect(first, board.id, board.secrets.participate)).synced();
      for (let i = 0; i < 5; i++) {
        ana.addNote(`n${i}`, `Une idée gardée ${i}`);
        await ana.allSaved();
      }
      ana.leave();
    }
    // Ended, it folds the log into a snapshot; killed, it leaves the log as it was written.
    await first.kill(what.includes('snapshot') ? 'SIGTERM' : 'SIGKILL');
    const db = openDatabase(join(folder, DATABASE), { busyTimeoutMs: 5_000 });
    const key = db
      .prepare('SELECT docs.key FROM docs JOIN boards ON boards.key = docs.board WHERE boards.id = ?')
      .get(hurt.id);
    expect(db.prepare(damage).run(key?.key as number)).toBe(1);
    const rows = (): string =>
      JSON.stringify([
        db.prepare('SELECT hex(state) AS h FROM snapshots WHERE doc = ?').all(key?.key as number),
        db.prepare('SELECT seq, hex(bytes) AS h FROM log WHERE doc = ? ORDER BY seq').all(key?.key as number),
      ]);
    const before = rows();
    const second = await startServer({ dataDir: folder });
    const bruno = await connect(second, hurt.id, hurt.secrets.participate);
    // For good: nobody comes back every few seconds to have it read again.
    expect(await bruno.closed()).toBe(4420);
    expect(bruno.isSynced).toBe(false);
    const { ticket } = await second.join(hurt.id, { secret: hurt.secrets.participate });
    const answer = await fetch(`${second.url}/api/boards/${hurt.id}/export/png`, {
      headers: { authorization: `Bearer ${ticket}` },
    });
    expect([answer.status, await answer.json()]).toMatchObject([500, { error: { code: 'board_damaged' } }]);
    expect(await (await fetch(`${second.url}/metrics`)).text()).toMatch(/^pelemele_boards_damaged 1$/m);
    const readyz = await fetch(`${second.url}/readyz`);
    expect([readyz.status, await readyz.text()]).toEqual([
      200,
      expect.stringContaining('boards that cannot be read: 1'),
    ]);
    const chloe = await (await connect(second, sound.id, sound.secrets.participate)).synced();
    expect(chloe.board.size).toBe(5);
    chloe.addNote('more', 'Ici, tout va bien');
    await chloe.allSaved();
    expect(second.log()).toContain('the board cannot be read');
    expect((await fetch(`${second.url}/healthz`)).status).toBe(200);
    chloe.leave();
    await second.close();
    expect(rows()).toBe(before);
    db.close();
  });
});

describe('a data folder put back to an earlier day', () => {
  it('sends those away who have seen more of others, and takes again what its writers still have', async () => {
    const day = join(folder, 'day');
    const backup = join(folder, 'backup');
    const first = await startServer({ dataDir: day });
    const board = await first.createBoard();
    const tickets = await Promise.all(
      [1, 2].map(async () => (await first.join(board.id, { secret: board.secrets.participate })).ticket),
    );
    const [toAna, toBruno] = tickets as [string, string];
    let ana = await new RawClient(first.wsUrl, board.id, toAna).synced();
    ana.addNote('n1', 'Avant la sauvegarde');
    await ana.allSaved();
    await first.close();
    cpSync(day, backup, { recursive: true });

    const second = await startServer({ dataDir: day });
    ana = await new RawClient(second.wsUrl, board.id, toAna, { doc: ana.doc }).synced();
    let bruno = await new RawClient(second.wsUrl, board.id, toBruno).synced();
    ana.addNote('n2', 'Après la sauvegarde');
    await eventually(() => expect(bruno.board.get('n2')).toBeDefined());
    await second.close();

    rmSync(day, { recursive: true });
    cpSync(backup, day, { recursive: true });
    const third = await startServer({ dataDir: day });
    bruno = new RawClient(third.wsUrl, board.id, toBruno, { doc: bruno.doc });
    expect(await bruno.closed()).toBe(4410);
    ana = await new RawClient(third.wsUrl, board.id, toAna, { doc: ana.doc }).synced();
    await ana.allSaved();
    const stranger = await (await connect(third, board.id, board.secrets.participate)).synced();
    expect(Object.keys(contentOf(stranger.doc))).toEqual(['n1', 'n2']);
    ana.leave();
    stranger.leave();
    await third.close();
  });
});

const canMount =
  process.getuid?.() === 0 && spawnSync('unshare', ['-m', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt']).status === 0;

/** Runs a command where the server sees its disk. */
const inside = (pid: number, command: string): void => {
  const { status, stderr } = spawnSync('nsenter', ['-t', String(pid), '-m', 'sh', '-c', command], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command}: ${stderr}`);
};

/** Starts a program on a small disk of its own, mounted on the data folder. */
const onSmallDisk = (options = ''): string[] => [
  'unshare',
  '-m',
  'sh',
  '-c',
  `mount -t tmpfs -o size=12m tmpfs "$PELEMELE_DATA" ${options} && exec "$@"`,
  'sh',
];

describe.skipIf(!canMount)('a disk of its own (skipped where nobody may mount one)', () => {
  it('fills up: nothing more is acknowledged, and everything goes on when there is room', async () => {
    const server = await spawnServer({ dataDir: folder, wrapper: onSmallDisk() });
    try {
      const board = await server.createBoard();
      const [ana, bruno] = [
        await (await connect(server, board.id, board.secrets.participate)).synced(),
        await (await connect(server, board.id, board.secrets.participate)).synced(),
      ];
      const { ticket } = await server.join(board.id, { secret: board.secrets.participate });
      ana.addNote('before', 'Quand il y avait de la place');
      await ana.allSaved();
      inside(server.pid, `cat /dev/zero > ${folder}/ballast; true`);
      const text = 'Une contribution assez longue pour remplir un disque. '.repeat(100);
      let count = 0;
      await eventually(
        () => {
          if (count++ < 200) ana.addNote(`n${count}`, text);
          expect(bruno.eventsOf('storage').at(-1)?.paused).toBe(true);
        },
        { timeoutMs: 60_000 },
      );
      expect(ana.saved).toBeLessThan(ana.sent);
      const acknowledged = ana.saved;
      // Who comes now is told, and reads what is on the disk, no more: so does whoever asks for a picture.
      const late = new RawClient(server.wsUrl, board.id, ticket);
      await eventually(() => expect(late.eventsOf('storage').at(-1)?.paused).toBe(true));
      await late.synced();
      expect(late.board.get('before')?.text).toBe('Quand il y avait de la place');
      expect(late.board.size).toBeLessThan(ana.board.size);
      expect(late.board.size).toBeGreaterThanOrEqual(acknowledged - 1);
      late.addNote('late', 'Écrit pendant la panne');
      const picture = { headers: { authorization: `Bearer ${ticket}` } };
      expect((await fetch(`${server.url}/api/boards/${board.id}/export/png`, picture)).status).toBe(200);
      expect(late.saved).toBe(0);
      expect((await fetch(`${server.url}/readyz`)).status).toBe(503);
      expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
      // What was acknowledged by now stands on the full disk, whatever comes.
      const image = join(folder, '..', `image-${process.pid}-${board.id}`);
      inside(server.pid, `mkdir ${image} && cp ${folder}/${DATABASE}* ${image}/`);
      const copy = await SqliteStorage.open(image);
      const { snapshot, updates } = await copy.loadDoc(board.id, 'board');
      const doc = new Y.Doc();
      for (const update of [...(snapshot ? [snapshot] : []), ...updates]) Y.applyUpdate(doc, update);
      // The first frame is the answer to the server's step 1, the second is `before`.
      expect(doc.getMap('elements').size).toBeGreaterThanOrEqual(acknowledged - 1);
      await copy.close();
      rmSync(image, { recursive: true });

      inside(server.pid, `rm ${folder}/ballast`);
      await eventually(() => expect(ana.saved).toBe(ana.sent), { timeoutMs: 60_000 });
      await eventually(() => expect(contentOf(bruno.doc)).toEqual(contentOf(ana.doc)), { timeoutMs: 60_000 });
      await eventually(() => expect(contentOf(late.doc)).toEqual(contentOf(ana.doc)), { timeoutMs: 60_000 });
      await eventually(() => expect(bruno.eventsOf('storage').at(-1)?.paused).toBe(false));
      for (const client of [ana, bruno, late]) client.leave();
      expect(await server.kill('SIGTERM')).toBe(0);
    } finally {
      await server.dispose();
    }
  }, 180_000);

  it('is read-only or full from the start: the server says so and does not start', async () => {
    const readOnly = onSmallDisk('&& mount -o remount,ro "$PELEMELE_DATA"');
    await expect(spawnServer({ dataDir: folder, wrapper: readOnly })).rejects.toThrow(
      'Impossible d’écrire dans le dossier',
    );
    const full = onSmallDisk('&& (cat /dev/zero > "$PELEMELE_DATA/ballast"; true)');
    await expect(spawnServer({ dataDir: folder, wrapper: full })).rejects.toThrow('est plein');
  }, 60_000);
});
