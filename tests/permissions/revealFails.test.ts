/**
 * Reveals that cannot be carried out as they were meant: a private document the disk cannot read, a server that stumbles in the middle.
 * Nobody's words are lost unless somebody says so, nothing is half revealed, and the room goes on.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { MemoryStorage } from '../../server/storage/memory/MemoryStorage.ts';
import { StorageError } from '../../server/storage/Storage.ts';
import { openDatabase } from '../../server/storage/sqlite/driver.ts';
import { DATABASE_FILE } from '../../server/storage/sqlite/messages.ts';
import { Gate } from '../../server/sync/gate.ts';
import { type CurrentStep, OPEN_STEP } from '../../shared/access/Step.ts';
import type { Command, CommandResult } from '../../shared/control/commands.ts';
import { command, commandId, postCommand, say } from '../helpers/commands.ts';
import { shortContributions } from '../helpers/contributions.ts';
import { eventually } from '../helpers/eventually.ts';
import { contentOf, RawClient } from '../helpers/rawClient.ts';
import { BOARD, type RoomServer, startRooms } from '../helpers/roomServer.ts';
import { startServer } from '../helpers/server.ts';

const SECRET: CurrentStep = { id: 'dire', ...OPEN_STEP, attribution: 'anonymous', private: { until: 'facilitator' } };
const NAMED: CurrentStep = { ...SECRET, attribution: 'named' };

describe('a reveal that cannot be carried out as it was meant', () => {
  let storage: MemoryStorage;
  let server: RoomServer;
  let Opened: typeof Gate;
  afterEach(() => server.close());

  const start = async (): Promise<RawClient> => {
    server = await startRooms({ storage, openGate: (...args) => new Opened(...args) });
    await server.changePerson('lea', { role: 'facilitator' });
    return server.arrive('lea', { role: 'facilitator' });
  };
  const texts = (client: RawClient): string[] => [...client.board.elements()].map(({ text }) => text).sort();
  const privately = (client: RawClient): unknown[] =>
    Object.values(client.privately())
      .map(({ text }) => text)
      .sort();
  /** Three people have written two notes each in a private step. */
  const written = async (step: CurrentStep): Promise<{ lead: RawClient; all: readonly string[] }> => {
    storage = new MemoryStorage();
    Opened = Gate;
    const lead = await start();
    expect(await command(lead, { type: 'setStep', step })).toMatchObject({ ok: true });
    const all = shortContributions(6);
    for (const [n, name] of ['ana', 'bruno', 'chloe'].entries()) {
      const author = await server.arrive(name);
      await author.openPrivate();
      author.addPrivateNote(`${name}-1`, all[2 * n] as string);
      author.addPrivateNote(`${name}-2`, all[2 * n + 1] as string);
      await author.allSaved();
    }
    return { lead, all };
  };

  describe('because the disk cannot read what somebody wrote', () => {
    /** The same disk under a new server, on which the document of one person cannot be read. */
    const damaged = async (step: CurrentStep): Promise<{ lead: RawClient; all: readonly string[] }> => {
      const { all } = await written(step);
      await server.close();
      storage = new MemoryStorage(storage.disk);
      const load = storage.loadDoc.bind(storage);
      storage.loadDoc = async (board, doc) => {
        if (doc === 'private/bruno') throw new StorageError('damaged', 'pages that contradict each other');
        return load(board, doc);
      };
      return { lead: await start(), all };
    };

    it('is refused where it would erase that, whichever command begins it, and nothing is touched', async () => {
      const { lead, all } = await damaged(SECRET);
      const before = structuredClone([...storage.disk.docs]);
      const control = lead.welcome?.control;
      const refused = { ok: false, code: 'unreadable_notes', unreadable: 1 };
      expect(await command(lead, { type: 'reveal' })).toMatchObject(refused);
      expect(await command(lead, { type: 'reveal', step: 'dire' })).toMatchObject(refused);
      const leaving = { ...SECRET, id: 'lire', private: false, attribution: 'named' } as const;
      await command(lead, { type: 'setStep', step: leaving });
      expect(await command(lead, { type: 'reveal' })).toMatchObject(refused);
      await command(lead, { type: 'setStep', step: SECRET });
      expect(texts(lead)).toEqual([]);
      expect([...storage.disk.docs]).toEqual(before);
      expect(lead.eventsOf('revealed')).toEqual([]);
      expect(lead.eventsOf('control').at(-1)?.control.privateEpoch).toBe(control?.privateEpoch);
      const ana = await server.arrive('ana');
      await ana.openPrivate();
      await eventually(() => expect(privately(ana)).toEqual(all.slice(0, 2).sort()));
    });

    it('is carried out when asked for expressly: the others’ notes come, the unreadable is erased and told', async () => {
      const { lead, all } = await damaged(SECRET);
      expect(await command(lead, { type: 'reveal' })).toMatchObject({ ok: false });
      expect(await command(lead, { type: 'reveal', discardUnreadable: true })).toMatchObject({ ok: true });
      const readable = [...all.slice(0, 2), ...all.slice(4)].sort();
      await eventually(() => expect(texts(lead)).toEqual(readable));
      expect(lead.eventsOf('revealed')).toMatchObject([{ notes: 4, unreadable: 1 }]);
      expect([...storage.disk.docs.keys()]).toEqual([`${BOARD}/board`]);
      const log = server.log.join('');
      expect(log).toContain('"unreadable":1');
      for (const text of [...all, 'bruno']) expect(log).not.toContain(text);
      // And whoever was struck can write again.
      const bruno = await server.arrive('bruno');
      await bruno.openPrivate();
      bruno.addPrivateNote('again', 'Je recommence');
      await bruno.allSaved();
      storage.loadDoc = MemoryStorage.prototype.loadDoc;
      await command(lead, { type: 'reveal' });
      await eventually(() => expect(texts(lead)).toEqual([...readable, 'Je recommence'].sort()));
    });

    it('goes on without it where nothing is erased, and says so', async () => {
      const { lead, all } = await damaged(NAMED);
      expect(await command(lead, { type: 'reveal' })).toMatchObject({ ok: true });
      await eventually(() => expect(texts(lead)).toEqual([...all.slice(0, 2), ...all.slice(4)].sort()));
      expect(lead.eventsOf('revealed')).toMatchObject([{ notes: 4, unreadable: 1 }]);
      expect(storage.disk.docs.has(`${BOARD}/private/bruno`)).toBe(true);
    });
  });

  it('because the board is too heavy: what has no room stays with who wrote it, who is told, and nothing is lost', async () => {
    const { lead, all } = await written(NAMED);
    await server.close();
    storage = new MemoryStorage(storage.disk);
    Opened = class extends Gate {
      constructor(...[stored, claims, parts]: ConstructorParameters<typeof Gate>) {
        super(stored, claims, { ...parts, boardBytes: 700 });
      }
    };
    lead.leave();
    const again = await start();
    const authors: RawClient[] = [];
    for (const name of ['ana', 'bruno', 'chloe']) authors.push(await (await server.arrive(name)).openPrivate());
    expect(await command(again, { type: 'reveal' })).toMatchObject({ ok: true });
    await eventually(() => expect(again.board.size).toBeGreaterThan(0));
    const drafts = (): { text: unknown }[] =>
      authors.flatMap((author) => Object.values(author.privately()) as { text: unknown }[]);
    await eventually(() =>
      expect([...texts(again), ...drafts().map(({ text }) => text)].sort()).toEqual([...all].sort()),
    );
    expect(again.board.size).toBeLessThan(6);
    expect(drafts()).toEqual(drafts().map((one) => ({ ...one, draft: true })));
    const told = authors.flatMap((author) => author.eventsOf('refused'));
    expect(told.map(({ code }) => code)).toEqual(told.map(() => 'limit'));
    expect(told.flatMap(({ elements }) => elements)).toHaveLength(6 - again.board.size);
    expect(again.eventsOf('revealed')).toMatchObject([{ notes: again.board.size }]);
  });

  describe('because the server stumbles in the middle', () => {
    class BeforeTheEnd extends Gate {
      override insert(): never {
        throw new Error('tried: before anything is on the board');
      }
    }
    class HalfWay extends Gate {
      override insert(...[elements]: Parameters<Gate['insert']>): never {
        super.insert(elements.slice(0, 3));
        throw new Error('tried: half of it is on the board');
      }
    }
    class AfterTheBoard extends Gate {
      override own(): never {
        throw new Error('tried: all of it is on the board');
      }
    }

    class AfterTheDocuments extends Gate {
      override forgetUnpersisted(): never {
        throw new Error('tried: all but the state of the session is on its way to the disk');
      }
    }
    const REVEAL: Command = { type: 'reveal' };
    const LEAVE: Command = { type: 'setStep', step: { id: 'lire', ...OPEN_STEP } };

    it.each<[string, typeof Gate, CurrentStep, Command]>([
      ['before anything is done', BeforeTheEnd, SECRET, REVEAL],
      ['half way', HalfWay, SECRET, REVEAL],
      ['after the board', AfterTheBoard, NAMED, REVEAL],
      ['after the private documents', AfterTheDocuments, { ...SECRET, private: false }, LEAVE],
    ])(
      '%s: nothing of it is seen or written, the room is read again, and the next one works',
      async (_when, Broken, step, order) => {
        const { all } = await written(step);
        await server.close();
        storage = new MemoryStorage(storage.disk);
        Opened = Broken;
        const lead = await start();
        expect(await command(lead, { type: 'renameBoard', title: 'Dire' })).toMatchObject({ ok: true });
        const told = lead.eventsOf('control').length;
        const before = structuredClone([...storage.disk.docs, ...storage.disk.boards, ...storage.disk.owners]);
        const ana = await server.arrive('ana');
        await ana.openPrivate();
        say(lead, order);
        expect([await lead.closed(), await ana.closed()]).toEqual([4500, 4500]);
        expect([texts(lead), texts(ana), lead.eventsOf('revealed')]).toEqual([[], [], []]);
        expect(lead.eventsOf('control')).toHaveLength(told);
        await eventually(() => expect(server.rooms.counts().connections).toBe(0));
        expect([...storage.disk.docs, ...storage.disk.boards, ...storage.disk.owners]).toEqual(before);

        Opened = Gate;
        const back = await server.arrive('lea', { role: 'facilitator' });
        expect(texts(back)).toEqual([]);
        expect(back.welcome?.control).toMatchObject({
          rev: lead.eventsOf('control').at(-1)?.rev,
          step: { id: 'dire' },
        });
        const again = await server.arrive('ana', { doc: ana.doc });
        await again.openPrivate();
        expect(privately(again)).toEqual(all.slice(0, 2).sort());
        const result: CommandResult = await command(back, order);
        expect(result).toMatchObject({ ok: true });
        await eventually(() => expect(texts(back)).toEqual([...all].sort()));
        await eventually(() => expect(contentOf(again.doc)).toEqual(contentOf(back.doc)));
        expect(back.eventsOf('revealed')).toHaveLength(1);
      },
    );
  });
});

describe('a private document that is damaged in the file', () => {
  it('is named over HTTP, and goes without a trace once that is asked for', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'pele-mele-reveal-'));
    let server = await startServer({ dataDir });
    try {
      const board = await server.createBoard();
      const lead = await server.join(board.id, { secret: board.secrets.facilitate });
      const reveal = (more: object): ReturnType<typeof postCommand> =>
        postCommand(server.url, board.id, lead.ticket, { id: commandId(), type: 'reveal', ...more });
      await postCommand(server.url, board.id, lead.ticket, { id: commandId(), type: 'setStep', step: SECRET });
      for (const text of ['Lisible', 'Abîmé']) {
        const { ticket } = await server.join(board.id, { secret: board.secrets.participate });
        const author = await (await new RawClient(server.wsUrl, board.id, ticket).synced()).openPrivate();
        author.addPrivateNote(`n-${text.length}`, text);
        await author.allSaved();
        author.leave();
      }
      await server.close();
      const db = openDatabase(join(dataDir, DATABASE_FILE), { busyTimeoutMs: 0 });
      const table = String(db.prepare("SELECT name FROM sqlite_schema WHERE name LIKE 'private_log_%'").get()?.name);
      const damaged = new Uint8Array(Buffer.from('\xff\xffCANARI', 'latin1'));
      expect(
        db
          .prepare(`UPDATE ${table} SET bytes = ? WHERE hex(bytes) LIKE ?`)
          .run(damaged, '%41 62 C3%'.replaceAll(' ', '')),
      ).toBe(1);
      db.close();

      server = await startServer({ dataDir });
      const refused = await reveal({});
      expect([refused.status, refused.body]).toMatchObject([
        409,
        { error: { code: 'unreadable_notes', unreadable: 1 } },
      ]);
      const raw = (): string =>
        readdirSync(dataDir)
          .filter((name) => name.includes('.db'))
          .map((name) => readFileSync(join(dataDir, name), 'latin1'))
          .join('');
      expect(raw()).toContain('CANARI');
      expect((await reveal({ discardUnreadable: 'oui' })).status).toBe(400);
      expect((await reveal({ discardUnreadable: true })).status).toBe(200);
      expect(raw()).not.toContain('CANARI');
      const seen = await new RawClient(server.wsUrl, board.id, lead.ticket).synced();
      expect([...seen.board.elements()].map(({ text }) => text)).toEqual(['Lisible']);
      expect(server.log()).not.toContain('CANARI');
      seen.leave();
    } finally {
      await server.close();
      rmSync(dataDir, { recursive: true });
    }
  });
});
