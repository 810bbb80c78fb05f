/** A participant who means harm, on a raw socket: no effect, the server lives, and the others do not notice. */
import * as encoding from 'lib0/encoding';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { encodeJson, encodeSync, MESSAGE, SYNC } from '../../shared/protocol/frames.ts';
import { LIMITS } from '../../shared/protocol/limits.ts';
import { eventually } from '../helpers/eventually.ts';
import { anyStruct, forgeUpdate, numberStruct, stringStruct } from '../helpers/forgeUpdate.ts';
import { kindSamples } from '../helpers/kindSamples.ts';
import { mutate } from '../helpers/mutate.ts';
import { Random } from '../helpers/random.ts';
import { contentOf, type RawClient } from '../helpers/rawClient.ts';
import { type RoomServer, startRooms } from '../helpers/roomServer.ts';

const SEED = 7;
const SOCKET_FRAMES = 2_000;

describe('a hostile participant', () => {
  let server: RoomServer;
  let ana: RawClient;
  let flora: RawClient;
  let people = 0;

  const mallory = async (options: { isSilent?: boolean; doc?: Y.Doc } = {}): Promise<RawClient> => {
    const client = await server.arrive(`mallory-${people++}`, options);
    if (options.isSilent) await client.settled();
    return client;
  };
  const root = (id: string) => ({ parent: 'elements', sub: id });

  beforeAll(async () => {
    server = await startRooms();
    ana = await server.arrive('ana');
    flora = await server.arrive('flora', { role: 'facilitator' });
    ana.addNote('n1', 'Une idée à protéger');
    flora.board.edit('lock', (write) =>
      write.create({ id: 'locked', kind: 'note', place: [null, 0, 0], z: 'a1', text: 'La question', lock: true }),
    );
    await Promise.all([ana.allSaved(), flora.allSaved()]);
    await eventually(() => expect(ana.board.size).toBe(2));
  });
  afterAll(() => server.close());

  /** The board is as it was, on every screen and for who comes now; and the honest still write. */
  const expectUnharmed = async (): Promise<void> => {
    const id = `proof-${people++}`;
    ana.addNote(id, 'Toujours là');
    await ana.allSaved();
    await eventually(() => expect(flora.board.get(id)?.text).toBe('Toujours là'));
    ana.board.edit('x', (write) => write.delete(id));
    await ana.allSaved();
    const fresh = await server.arrive('fresh');
    expect(contentOf(fresh.doc)).toEqual(contentOf(ana.doc));
    expect(Object.keys(contentOf(fresh.doc))).toEqual(['locked', 'n1']);
    expect(fresh.doc.store.pendingStructs).toBeNull();
    fresh.leave();
  };

  const deep = (levels: number): unknown => (levels === 0 ? 0 : [deep(levels - 1)]);
  const victim = (): { client: number; clock: number } => ({
    client: ana.doc.clientID,
    clock: Y.getState(ana.doc.store, ana.doc.clientID),
  });
  it.each([
    [
      'a value seven thousand deep',
      () => {
        const element = numberStruct(7, 1, root('deep'));
        return forgeUpdate([
          { client: 9, clock: 0, structs: [element, anyStruct(deep(3_000), { parent: [9, 0], sub: 'place' })] },
        ]);
      },
    ],
    ['__proto__', () => forgeUpdate([{ client: 9, clock: 0, structs: [numberStruct(7, 1, root('__proto__'))] }])],
    [
      'the next clock of somebody else',
      () => forgeUpdate([{ ...victim(), structs: [numberStruct(7, 1, root('forged'))] }]),
    ],
    ['a collected run of 2^52', () => forgeUpdate([{ client: 9, clock: 0, structs: [numberStruct(0, 2 ** 52)] }])],
    [
      'a collected run under the id of somebody else',
      () => forgeUpdate([{ ...victim(), structs: [numberStruct(0, 9)] }]),
    ],
    ['a Skip', () => forgeUpdate([{ client: 9, clock: 0, structs: [numberStruct(10, 4)] }])],
    ['the second encoding', () => Y.encodeStateAsUpdateV2(ana.doc)],
    ['another root', () => forgeUpdate([{ client: 9, clock: 0, structs: [stringStruct('x', { parent: 'control' })] }])],
  ] satisfies [string, () => Uint8Array][])('is closed 4400 at once for %s', async (_what, forge) => {
    const client = await mallory({ isSilent: true });
    client.sendUpdate(forge());
    expect(await client.closed()).toBe(4400);
    await expectUnharmed();
  });

  it('is told of what is taken back, sees it come back, and may go on', async () => {
    const client = await mallory();
    client.board.edit('x', (write) => {
      write.delete('locked');
      write.create({ id: 'bad', kind: 'note', place: [null, Number.NaN, 0], z: 'a0' });
    });
    await client.allSaved();
    await eventually(() => expect(client.board.get('locked')?.text).toBe('La question'));
    expect(client.board.get('bad')).toBeUndefined();
    expect(client.eventsOf('refused')).toHaveLength(2);
    expect(client.eventsOf('refused')).toContainEqual({ type: 'refused', code: 'locked', elements: ['locked'] });
    expect(client.eventsOf('refused')).toContainEqual({ type: 'refused', code: 'schema', elements: ['bad'] });
    client.addNote('own', 'Une vraie idée');
    await client.allSaved();
    client.board.edit('x', (write) => write.delete('own'));
    await client.allSaved();
    await eventually(() => expect(contentOf(client.doc)).toEqual(contentOf(ana.doc)));
    await expectUnharmed();
  });

  it('is closed after ten elements that no kind accepts', async () => {
    const client = await mallory();
    for (let i = 0; i < 10; i++) {
      client.board.edit('x', (write) => write.create({ id: `bad${i}`, kind: 'volcano', place: [null, 0, 0], z: 'a0' }));
    }
    expect(await client.closed()).toBe(4400);
    await expectUnharmed();
  });

  it('gets nowhere with a gap: it is asked for the rest, then told to start again', async () => {
    const client = await mallory();
    const gap = forgeUpdate([{ client: 12_345, clock: 7, structs: [numberStruct(7, 1, root('gap'))] }]);
    const asked = (): number => client.messages.filter(([t, sub]) => t === MESSAGE.sync && sub === SYNC.step1).length;
    const before = asked();
    client.sendUpdate(gap);
    await eventually(() => expect(asked()).toBe(before + 1));
    expect(await client.closed()).toBe(4500);
    await expectUnharmed();
  });

  it('may not pile up frames behind a gap', async () => {
    const client = await mallory({ isSilent: true });
    for (let i = 0; i < 12; i++) {
      const text = stringStruct('x'.repeat(100_000), { origin: [12_345, 3] });
      client.sendUpdate(forgeUpdate([{ client: 12_345, clock: 7, structs: [text] }]));
    }
    expect(await client.closed()).toBe(4500);
    await expectUnharmed();
  });

  it('has a frame that came before its step 2 taken once the rest is there', async () => {
    const doc = new Y.Doc();
    const client = await mallory({ isSilent: true, doc });
    client.addNote('offline', 'Écrit hors ligne');
    const known = Y.encodeStateVector(doc);
    client.board.edit('x', (write) => write.set('offline', { place: [null, 5, 5] }));
    const late = Y.encodeStateAsUpdate(doc, known);
    client.sendUpdate(late);
    await client.settled();
    expect(client.saved).toBe(0);
    client.sendUpdate(Y.encodeStateAsUpdate(doc), SYNC.step2);
    await client.allSaved();
    await eventually(() => expect(ana.board.get('offline')?.place).toEqual([null, 5, 5]));
    ana.board.edit('x', (write) => write.delete('offline'));
    await ana.allSaved();
    await expectUnharmed();
  });

  it('is cut off when it sends more than a message may hold', async () => {
    const client = await mallory({ isSilent: true });
    client.socket.send(Buffer.alloc(LIMITS.messageBytes + 1));
    expect(await client.closed()).toBe(4400);
    const fragments = await mallory({ isSilent: true });
    for (let i = 0; i < 40_000 && fragments.socket.readyState === WebSocket.OPEN; i++) {
      fragments.socket.send('x', { binary: true, fin: false });
    }
    expect([4400, 1006]).toContain(await fragments.closed());
    await expectUnharmed();
  });

  it('is slowed down when it sends thousands of frames, and the others are not', async () => {
    const client = await mallory({ isSilent: true });
    const known = Y.encodeStateAsUpdate(ana.doc);
    for (let i = 0; i < 3_000; i++) client.send(encodeSync(SYNC.update, known));
    client.sent = 3_000;
    await expectUnharmed();
    expect(client.saved).toBeLessThan(3_000);
    expect(client.closeCode).toBeNull();
    client.leave();
  });

  it('is closed 4529 when it asks for the whole board hundreds of times', async () => {
    const client = await mallory({ isSilent: true });
    for (let i = 0; i < 400; i++) client.sendStep1();
    expect(await client.closed()).toBe(4529);
    await expectUnharmed();
  });

  it('is closed 4400 for a command that is longer than anything there is to say', async () => {
    const client = await mallory({ isSilent: true });
    client.send(encodeJson(MESSAGE.command, { id: 'c1', type: 'rename', name: 'x'.repeat(LIMITS.jsonBytes) }));
    expect(await client.closed()).toBe(4400);
    await expectUnharmed();
  });

  it('is closed when it says it has written under more ids than anybody has', async () => {
    const client = await mallory({ isSilent: true });
    const ids = new Map(Array.from({ length: 400_000 }, (_, i) => [1_000_000 + i, 1]));
    client.send(encodeSync(SYNC.step1, Y.encodeStateVector(ids)));
    expect(await client.closed()).toBe(4410);
    await expectUnharmed();
  });

  it('is closed 4508 when it does not read what it asks for, and the others go on', async () => {
    const big = 'Une très longue contribution. '.repeat(300);
    ana.board.edit('many', (write) => {
      for (let i = 0; i < 100; i++)
        write.create({ id: `big${i}`, kind: 'note', place: [null, 0, 0], z: 'a0', text: big });
    });
    await ana.allSaved();
    const client = await mallory({ isSilent: true });
    client.socket.pause();
    // A state vector that asks for everything but is no newcomer's: an answer of its own each time.
    const asking = encoding.encode((encoder) => {
      encoding.writeVarUint(encoder, 1);
      encoding.writeVarUint(encoder, 424_242);
      encoding.writeVarUint(encoder, 0);
    });
    for (let i = 0; i < 40; i++) {
      client.send(encodeSync(SYNC.step1, asking));
      ana.board.edit('move', (write) => {
        for (let n = 0; n < 100; n++) write.splice(`big${n}`, { at: 0, remove: 0, insert: 'É'.repeat(20) });
      });
    }
    await ana.allSaved();
    await eventually(() => expect(server.log.join('')).toContain('"code":4508'));
    ana.board.edit('clean', (write) => {
      for (let i = 0; i < 100; i++) write.delete(`big${i}`);
    });
    await ana.allSaved();
    client.leave();
    await expectUnharmed();
  });

  it(`has no effect with ${SOCKET_FRAMES} frames gone wrong (seed ${SEED})`, async () => {
    const random = new Random(SEED);
    const doc = new Y.Doc();
    doc.getMap('elements').set('x', new Y.Map([['kind', 'note']]));
    // Of every kind, tagged and commented; without an order among the others, so that one that comes through unharmed has no effect either.
    const drawn = new Y.Doc();
    for (const { name, kind, props } of kindSamples().filter(({ name, kind }) => name === kind.kind)) {
      const marks = { 'tag.urgent': 'red', 'comment.eve.c1': { text: 'À voir', at: 1 }, group: 'g1' };
      const place = [null, 0, 0];
      const fields = { kind: kind.kind, place, size: kind.defaultSize, ...props, ...marks };
      drawn.getMap('elements').set(name, new Y.Map(Object.entries(fields)));
    }
    const honest = [
      encodeSync(SYNC.update, Y.encodeStateAsUpdate(drawn)),
      encodeSync(SYNC.update, Y.encodeStateAsUpdate(doc)),
      encodeSync(SYNC.step2, Y.encodeStateAsUpdate(doc)),
      encodeSync(SYNC.step1, Y.encodeStateVector(ana.doc)),
    ];
    let client = await mallory({ isSilent: true });
    for (let sent = 0; sent < SOCKET_FRAMES; sent++) {
      if (client.socket.readyState !== WebSocket.OPEN) client = await mallory({ isSilent: true });
      client.socket.send(mutate(random.pick(honest), random));
      if (random.below(4) === 0) await new Promise((resolve) => setImmediate(resolve));
    }
    client.leave();
    await expectUnharmed();
  }, 120_000);
});
