/** The life of a room: nothing said before the disk, unloaded when idle, read again when broken, drained at the end. */
import { once } from 'node:events';
import { afterEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { MemoryStorage } from '../../server/storage/memory/MemoryStorage.ts';
import { Gate, type Verdict } from '../../server/sync/gate.ts';
import type { Author } from '../../server/sync/judge.ts';
import type { RoomsOptions } from '../../server/sync/Rooms.ts';
import { MESSAGE, SYNC } from '../../shared/protocol/frames.ts';
import { eventually } from '../helpers/eventually.ts';
import { forgeUpdate, numberStruct } from '../helpers/forgeUpdate.ts';
import { contentOf, type RawClient } from '../helpers/rawClient.ts';
import { BOARD, type RoomServer, startRooms } from '../helpers/roomServer.ts';

describe('a room', () => {
  let server: RoomServer;
  afterEach(() => server.close());

  const loadedFromDisk = async (): Promise<Record<string, unknown>> => {
    const { snapshot, updates } = await server.storage.loadDoc(BOARD, 'board');
    return contentOf(new Gate(snapshot ? [snapshot, ...updates] : updates, new Map()).doc);
  };

  describe('while the disk is held', () => {
    it('neither acknowledges nor shows what is not on it, to those here and to those who come', async () => {
      server = await startRooms();
      const [ana, bruno] = [await server.arrive('ana'), await server.arrive('bruno')];
      const release = server.storage.hold();
      ana.addNote('n1', 'Canari sous clé');
      const late = await server.arrive('late', { isSilent: true });
      await eventually(() => expect(late.welcome).not.toBeNull());
      late.sendStep1();
      bruno.sendStep1();
      await Promise.all([ana, bruno, late].map((client) => client.heard()));
      for (const client of [ana, bruno, late]) {
        expect(client.messages.some((message) => Buffer.from(message).includes('Canari'))).toBe(false);
      }
      expect(ana.saved).toBeLessThan(ana.sent);
      expect(late.isSynced).toBe(false);
      release();
      await ana.allSaved();
      await eventually(() => expect(bruno.board.get('n1')?.text).toBe('Canari sous clé'));
      await eventually(() => expect(late.board.get('n1')?.text).toBe('Canari sous clé'));
    });

    it('shows nothing, at any receipt, that is not on it', async () => {
      server = await startRooms();
      server.storage.delay(8);
      const writers = await Promise.all(['ana', 'bruno', 'chloe'].map((id) => server.arrive(id)));
      const early: string[] = [];
      const watcher = await server.arrive('watcher');
      watcher.socket.on('message', (message: Buffer) => {
        const onDisk = Buffer.concat([...(server.storage.disk.docs.get(`${BOARD}/board`)?.updates ?? [])]);
        for (const [mark] of message.toString('latin1').matchAll(/canari-\d+-\w+-/g)) {
          if (!onDisk.includes(mark)) early.push(mark);
        }
      });
      for (let i = 0; i < 60; i++) {
        for (const [n, writer] of writers.entries()) writer.addNote(`n${i}-${n}`, `canari-${i}-${n}-`);
        await new Promise((resolve) => setTimeout(resolve, 2));
      }
      await Promise.all(writers.map((writer) => writer.allSaved()));
      await eventually(() => expect(watcher.board.size).toBe(180));
      expect(early).toEqual([]);
    });

    it('keeps the state from an export until it is on disk', async () => {
      server = await startRooms();
      const ana = await server.arrive('ana');
      const release = server.storage.hold();
      ana.addNote('n1', 'Pas encore');
      await ana.heard();
      let isAnswered = false;
      const state = server.rooms.state(BOARD).then((update) => {
        isAnswered = true;
        return update;
      });
      await new Promise((resolve) => setImmediate(resolve));
      expect(isAnswered).toBe(false);
      release();
      const doc = new Y.Doc();
      Y.applyUpdate(doc, await state);
      expect(Object.keys(contentOf(doc))).toEqual(['n1']);
    });
  });

  it('pauses when the disk fails, says so, and goes on with nothing lost', async () => {
    server = await startRooms();
    const [ana, bruno] = [await server.arrive('ana'), await server.arrive('bruno')];
    server.storage.failNext(Number.POSITIVE_INFINITY);
    ana.addNote('n1', 'Avant la panne');
    await eventually(() => expect(bruno.eventsOf('storage').at(-1)).toEqual({ type: 'storage', paused: true }));
    expect(server.rooms.paused()).toBe(true);
    ana.addNote('n2', 'Pendant la panne');
    const late = await server.arrive('late', { isSilent: true });
    await eventually(() => expect(late.eventsOf('storage').at(-1)?.paused).toBe(true));
    expect(ana.saved).toBeLessThan(ana.sent);
    expect(bruno.board.size).toBe(0);
    server.storage.failNext(0);
    await ana.allSaved();
    await eventually(() => expect(bruno.board.size).toBe(2));
    expect(bruno.eventsOf('storage').at(-1)?.paused).toBe(false);
    expect(Object.keys(await loadedFromDisk())).toEqual(['n1', 'n2']);
  });

  it('leaves memory when nobody is there, compacted, and comes back the same', async () => {
    server = await startRooms({ idleMs: 5 });
    const ana = await server.arrive('ana');
    for (let i = 0; i < 20; i++) ana.addNote(`n${i}`, `Idée ${i}`);
    await ana.allSaved();
    const before = contentOf(ana.doc);
    ana.leave();
    await eventually(() => expect(server.rooms.counts()).toEqual({ rooms: 0, connections: 0 }));
    const stored = await server.storage.loadDoc(BOARD, 'board');
    expect(stored.updates).toEqual([]);
    expect(stored.snapshot).not.toBeNull();
    const bruno = await server.arrive('bruno');
    expect(contentOf(bruno.doc)).toEqual(before);
  });

  it('remembers whose ids are whose when it is read again', async () => {
    server = await startRooms({ idleMs: 0 });
    const ana = await server.arrive('ana');
    ana.addNote('n1', 'À moi');
    await ana.allSaved();
    const { clientID, store } = ana.doc;
    ana.leave();
    await eventually(() => expect(server.rooms.counts().rooms).toBe(0));
    const structs = [numberStruct(7, 1, { parent: 'elements', sub: 'forged' })];
    const mallory = await server.arrive('mallory');
    mallory.sendUpdate(forgeUpdate([{ client: clientID, clock: Y.getState(store, clientID), structs }]));
    expect(await mallory.closed()).toBe(4400);
    const again = await server.arrive('ana', { doc: ana.doc });
    again.addNote('n2', 'Toujours à moi');
    await again.allSaved();
  });

  it('loses nothing and opens once when people leave and come back around its unloading', async () => {
    server = await startRooms({ idleMs: 0 });
    server.storage.delay(4);
    const written: string[] = [];
    let doc = new Y.Doc();
    for (let round = 0; round < 150; round++) {
      const client: RawClient = await server.arrive('ana', { doc });
      const id = `r${round}`;
      client.addNote(id, 'Aller-retour');
      written.push(id);
      if (round % 3 > 0) await client.allSaved();
      client.leave();
      if (round % 2 > 0) await new Promise((resolve) => setTimeout(resolve, round % 12));
      doc = client.doc;
      expect(server.rooms.counts().rooms).toBeLessThanOrEqual(1);
    }
    const last = await server.arrive('ana', { doc });
    await last.allSaved();
    const fresh = await server.arrive('bruno');
    expect(Object.keys(contentOf(fresh.doc)).sort()).toEqual([...written].sort());
  });

  it('closes those whose role changes or who are removed, and shows a new name at once', async () => {
    server = await startRooms();
    const [ana, bruno, chloe] = [
      await server.arrive('ana'),
      await server.arrive('bruno'),
      await server.arrive('chloe'),
    ];
    await server.changePerson('chloe', { name: 'Chloé' });
    await server.changePerson('ana', { role: 'viewer' });
    await server.changePerson('bruno', { removed: true });
    expect(await ana.closed()).toBe(4503);
    expect(await bruno.closed()).toBe(4403);
    await eventually(() =>
      expect(
        chloe
          .eventsOf('roster')
          .at(-1)
          ?.people.map(({ name }) => name),
      ).toEqual(['Chloé']),
    );
  });

  it('knows of a role that changed while the room was being opened', async () => {
    const storage = new MemoryStorage();
    server = await startRooms({ storage });
    let read: () => void = () => undefined;
    const isRead = new Promise<void>((resolve) => {
      read = resolve;
    });
    const loadDoc = storage.loadDoc.bind(storage);
    let isReading = false;
    storage.loadDoc = async (...args) => {
      isReading = true;
      await isRead;
      return loadDoc(...args);
    };
    const [ana, bruno] = [
      await server.arrive('ana', { isSilent: true }),
      await server.arrive('bruno', { isSilent: true }),
    ];
    await Promise.all([ana, bruno].map(({ socket }) => once(socket, 'open')));
    await eventually(() => expect(isReading).toBe(true));
    const changed = [server.changePerson('ana', { role: 'viewer' }), server.changePerson('bruno', { removed: true })];
    read();
    await Promise.all(changed);
    expect(await ana.closed()).toBe(4503);
    expect(await bruno.closed()).toBe(4403);
  });

  it('acts on a lowered role from the next frame on, whatever is under way', async () => {
    server = await startRooms();
    const ana = await server.arrive('ana');
    for (let i = 0; i < 100; i++) ana.addNote(`a${i}`, 'Avant');
    await ana.allSaved();
    const changed = server.changePerson('ana', { role: 'viewer' });
    for (let i = 0; i < 100; i++) ana.addNote(`b${i}`, 'Après');
    await changed;
    await ana.closed();
    const bruno = await server.arrive('bruno');
    expect(Object.keys(contentOf(bruno.doc)).some((id) => id.startsWith('b'))).toBe(false);
  });

  it('is read again from disk when a frame breaks it; its author is shown out, then kept out', async () => {
    /** Fails as Yjs would, on a frame that speaks of `poison`. */
    class BrittleGate extends Gate {
      override judge(update: Uint8Array, author: Author, isStep2: boolean): Verdict {
        if (!Buffer.from(update).includes('poison')) return super.judge(update, author, isStep2);
        this.doc.getMap('elements').clear();
        return { type: 'broken', rule: 'tried' };
      }
    }
    server = await startRooms({ openGate: (stored, claims) => new BrittleGate(stored, claims) });
    const bruno = await server.arrive('bruno');
    bruno.addNote('n1', 'Une idée saine');
    for (let attempt = 0; attempt < 2; attempt++) {
      const mallory = await server.arrive('mallory');
      mallory.addNote(`m${attempt}`, 'poison');
      bruno.addNote(`b${attempt}`, 'Au même moment');
      expect(await mallory.closed()).toBe(4400);
    }
    const again = await server.arrive('mallory', { isSilent: true });
    expect(await again.closed()).toBe(4400);
    bruno.addNote('n2', 'Et une autre');
    await bruno.allSaved();
    expect(bruno.closeCode).toBeNull();
    const chloe = await server.arrive('chloe');
    expect(Object.keys(contentOf(chloe.doc))).toEqual(['b0', 'b1', 'n1', 'n2']);
    expect(await loadedFromDisk()).toEqual(contentOf(chloe.doc));
  });

  it('writes no snapshot of the document a frame has broken, however much its log has grown', async () => {
    /** Is left in pieces by a frame that speaks of `poison`. */
    class BrittleGate extends Gate {
      override judge(...args: Parameters<Gate['judge']>): Verdict {
        if (!Buffer.from(args[0]).includes('poison')) return super.judge(...args);
        this.doc.getMap('elements').clear();
        return { type: 'broken', rule: 'tried' };
      }
    }
    const openGate: NonNullable<RoomsOptions['openGate']> = (stored, claims, parts) =>
      new BrittleGate(stored, claims, parts);
    server = await startRooms({ openGate });
    const [bruno, mallory] = [await server.arrive('bruno'), await server.arrive('mallory')];
    bruno.addNote('n0', 'Une idée saine');
    await bruno.allSaved();
    // What comes while the disk is busy makes the log outgrow its snapshot; then the document breaks, before the next commit.
    const release = server.storage.hold();
    bruno.addNote('n1', 'Au même moment');
    await bruno.heard();
    const text = 'Une très longue contribution. '.repeat(330);
    for (let n = 0; n < 120; n++) bruno.addNote(`b${n}`, text);
    await bruno.heard();
    mallory.addNote('m', 'poison');
    expect(await mallory.closed()).toBe(4400);
    release();
    await bruno.allSaved();
    const { snapshot } = await server.storage.loadDoc(BOARD, 'board');
    expect(snapshot).toBeNull();
    const chloe = await server.arrive('chloe');
    expect(chloe.board.size).toBe(122);
    expect(await loadedFromDisk()).toEqual(contentOf(chloe.doc));
  });

  it('saves everything and tells everyone to come back when the server ends', async () => {
    server = await startRooms({ storage: new MemoryStorage() });
    server.storage.delay(30);
    const people = await Promise.all(Array.from({ length: 20 }, (_, i) => server.arrive(`p${i}`)));
    for (const [i, client] of people.entries()) client.addNote(`n${i}`, 'Juste avant la fin');
    await Promise.all(people.map((client) => client.heard()));
    await server.rooms.drain();
    for (const client of people) {
      expect(await client.closed()).toBe(1012);
      expect(client.saved).toBe(client.sent);
    }
    expect(Object.keys(await loadedFromDisk()).length).toBe(20);
    expect(server.rooms.counts()).toEqual({ rooms: 0, connections: 0 });
  });

  it('tells a client that has seen more than the disk has that this is another board', async () => {
    server = await startRooms();
    const [ana, bruno] = [await server.arrive('ana'), await server.arrive('bruno')];
    ana.addNote('n1', 'Enregistré, puis perdu avec le fichier');
    await eventually(() => expect(bruno.board.size).toBe(1));
    const doc = bruno.doc;
    await server.close();
    const setBack = await startRooms();
    // The claims outlive what was written under them, as when only the end of a log is lost.
    await setBack.storage.commit([{ type: 'claim', board: BOARD, clientId: ana.doc.clientID, participant: 'ana' }]);
    server = setBack;
    const back = await server.arrive('bruno', { doc, isSilent: true });
    await eventually(() => expect(back.welcome).not.toBeNull());
    back.sendStep1();
    expect(await back.closed()).toBe(4410);
  });

  it('shows an empty step 2 to nobody before the board is read', async () => {
    const storage = new MemoryStorage();
    server = await startRooms({ storage });
    const ana = await server.arrive('ana');
    ana.addNote('n1', 'Déjà là');
    await ana.allSaved();
    await server.close();
    let read: () => void = () => undefined;
    const isRead = new Promise<void>((resolve) => {
      read = resolve;
    });
    const loadDoc = storage.loadDoc.bind(storage);
    let loads = 0;
    storage.loadDoc = async (...args) => {
      loads++;
      await isRead;
      return loadDoc(...args);
    };
    server = await startRooms({ storage });
    const arriving = Array.from({ length: 50 }, (_, i) => server.arrive(`p${i}`));
    setTimeout(read, 100);
    for (const client of await Promise.all(arriving)) {
      expect(client.board.size).toBe(1);
      const [first] = client.messages.filter(([type, sub]) => type === MESSAGE.sync && sub === SYNC.step2);
      expect(first?.length).toBeGreaterThan(10);
    }
    expect(loads).toBe(1);
  });
});
