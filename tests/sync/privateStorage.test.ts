/** Private documents and the disk: nothing of them is told ahead of it, and what belongs together is written together. */
import { afterEach, describe, expect, it } from 'vitest';
import { MemoryStorage } from '../../server/storage/memory/MemoryStorage.ts';
import type { Write } from '../../server/storage/Storage.ts';
import { Gate, type Verdict } from '../../server/sync/gate.ts';
import { type CurrentStep, OPEN_STEP } from '../../shared/access/Step.ts';
import { command, say } from '../helpers/commands.ts';
import { eventually } from '../helpers/eventually.ts';
import { contentOf, type RawClient } from '../helpers/rawClient.ts';
import { BOARD, type RoomServer, startRooms } from '../helpers/roomServer.ts';

const WRITE: CurrentStep = { id: 'ecrire', ...OPEN_STEP, private: { until: 'facilitator' } };

/** Keeps every batch it is given. */
class WatchedStorage extends MemoryStorage {
  readonly batches: (readonly Write[])[] = [];

  override commit(batch: readonly Write[]): Promise<void> {
    this.batches.push(batch);
    return super.commit(batch);
  }
}

describe('private documents and the disk', () => {
  let server: RoomServer;
  let storage: WatchedStorage;
  afterEach(() => server.close());

  /** A room in a private step, with its facilitator and one author in two tabs. */
  const open = async (step: CurrentStep = WRITE): Promise<{ lead: RawClient; ana: RawClient; tab: RawClient }> => {
    storage = new WatchedStorage();
    server = await startRooms({ storage });
    await server.changePerson('lea', { role: 'facilitator' });
    const lead = await server.arrive('lea', { role: 'facilitator' });
    expect(await command(lead, { type: 'setStep', step })).toMatchObject({ ok: true });
    const [ana, tab] = [await server.arrive('ana'), await server.arrive('ana')];
    await Promise.all([ana.openPrivate(), tab.openPrivate()]);
    return { lead, ana, tab };
  };
  const types = (batch: readonly Write[]): string[] =>
    batch.map((write) => (write.type === 'append' ? `${write.type} ${write.doc}` : write.type));
  const batchWith = (type: string): string[] =>
    types(storage.batches.find((batch) => types(batch).includes(type)) ?? []);

  it('neither acknowledges nor shows to another tab what is not on the disk', async () => {
    const { ana, tab } = await open();
    const release = storage.hold();
    ana.addPrivateNote('n1', 'Sous clé');
    await Promise.all([ana.heard(), tab.heard()]);
    expect(ana.saved).toBeLessThan(ana.sent);
    expect(tab.privately()).toEqual({});
    release();
    await ana.allSaved();
    await eventually(() => expect(tab.privately().n1).toMatchObject({ text: 'Sous clé' }));
  });

  it('keeps all through a disk that fails, and doubles nothing', async () => {
    const { lead, ana } = await open();
    storage.failNext(3);
    for (let n = 0; n < 5; n++) ana.addPrivateNote(`n${n}`, `Idée ${n}`);
    await eventually(() => expect(lead.eventsOf('storage')).toMatchObject([{ paused: true }, { paused: false }]));
    await ana.allSaved();
    await command(lead, { type: 'reveal' });
    await eventually(() => expect(Object.keys(contentOf(lead.doc))).toHaveLength(5));
    const stored = await storage.loadDoc(BOARD, 'private/ana');
    expect(stored.updates.length + (stored.snapshot ? 1 : 0)).toBeGreaterThan(0);
  });

  it('writes a reveal in one commit, and shows it to nobody before', async () => {
    const { lead, ana } = await open();
    ana.addPrivateNote('n1', 'D’un seul tenant');
    await ana.allSaved();
    const release = storage.hold();
    const before = storage.batches.length;
    say(lead, { type: 'reveal' });
    await eventually(() => expect(storage.batches.length).toBeGreaterThan(before));
    await Promise.all([lead.heard(), ana.heard()]);
    expect([contentOf(lead.doc), lead.eventsOf('revealed')]).toEqual([{}, []]);
    expect(ana.privately()).toHaveProperty('n1');
    release();
    await eventually(() => expect(contentOf(lead.doc)).toHaveProperty('n1'));
    await eventually(() => expect(ana.privately()).toEqual({}));
    expect(storage.batches.slice(before).map(types)).toEqual([
      ['append board', 'owner', 'append private/ana', 'snapshot', 'control', 'command'],
    ]);
  });

  it('erases in the commit that reveals an anonymous step', async () => {
    const { lead, ana } = await open({ ...WRITE, attribution: 'anonymous' });
    ana.addPrivateNote('n1', 'Sans nom');
    await ana.allSaved();
    await command(lead, { type: 'reveal' });
    expect(batchWith('erase')).toEqual(['append board', 'erase', 'control', 'command']);
  });

  it('keeps what was refused on the board in the commit that takes it off', async () => {
    const { lead, ana } = await open();
    ana.addNote('n1', 'Pas ici');
    await ana.allSaved();
    expect(batchWith('append private/ana')).toEqual(['claim', 'append board', 'append private/ana']);
    await eventually(() => expect(Object.values(ana.privately())).toMatchObject([{ text: 'Pas ici', draft: true }]));
    expect(contentOf(lead.doc)).toEqual({});
  });

  it('goes on for those who are here when a frame broke the board and it was read again', async () => {
    /** Fails as Yjs would, on a frame that speaks of `poison`. */
    class BrittleGate extends Gate {
      override judge(...args: Parameters<Gate['judge']>): Verdict {
        return Buffer.from(args[0]).includes('poison') ? { type: 'broken', rule: 'tried' } : super.judge(...args);
      }
    }
    storage = new WatchedStorage();
    server = await startRooms({
      storage,
      openGate: (stored, claims, parts) => new BrittleGate(stored, claims, parts),
    });
    const [ana, bruno] = [await server.arrive('ana'), await server.arrive('bruno')];
    await ana.openPrivate();
    // Many things that are no update of the board, each with its number.
    for (let n = 0; n < 20; n++) ana.addPrivateNote(`n${n}`, `Brouillon ${n}`);
    await ana.allSaved();
    ana.sendStep1();
    await ana.settled();
    const mallory = await server.arrive('mallory');
    mallory.addNote('m', 'poison');
    expect(await mallory.closed()).toBe(4400);
    bruno.addNote('b1', 'Toujours là');
    await eventually(() => expect(ana.board.get('b1')?.text).toBe('Toujours là'));
    ana.addPrivateNote('last', 'Moi aussi');
    await Promise.all([ana.allSaved(), bruno.allSaved()]);
    expect(Object.keys(ana.privately())).toHaveLength(21);
  });

  it('waits for a document that is slow to come, and keeps the order of what its owner says', async () => {
    const first = await open();
    first.ana.addPrivateNote('n1', 'Avant');
    await first.ana.allSaved();
    for (const client of [first.lead, first.ana, first.tab]) client.leave();
    await eventually(() => expect(server.rooms.counts().connections).toBe(0));
    await server.rooms.drain();
    let come = (): void => undefined;
    let isAsked = false;
    const slow = new WatchedStorage(storage.disk);
    const load = slow.loadDoc.bind(slow);
    const isComing = new Promise<void>((resolve) => {
      come = resolve;
    });
    slow.loadDoc = async (...args) => {
      if (args[1] !== 'board') {
        isAsked = true;
        await isComing;
      }
      return load(...args);
    };
    server = await startRooms({ storage: slow });
    const ana = await server.arrive('ana', { isSilent: true });
    void ana.openPrivate();
    await eventually(() => expect(isAsked).toBe(true));
    ana.sendStep1();
    // Turns in which a room that did not wait would have answered.
    for (let turn = 0; turn < 50; turn++) await new Promise((resolve) => setImmediate(resolve));
    expect([ana.isPrivateSynced, ana.isSynced]).toEqual([false, false]);
    come();
    await eventually(() => expect(ana.privately().n1).toMatchObject({ text: 'Avant' }));
    await eventually(() => expect(ana.isSynced).toBe(true));
  });
});
