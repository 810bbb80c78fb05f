/** One connection and the private document it asks for, never asks for, or has an old one of. */

import * as encoding from 'lib0/encoding';
import { afterEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { type CurrentStep, OPEN_STEP } from '../../shared/access/Step.ts';
import { BoardDoc } from '../../shared/board/BoardDoc.ts';
import { MESSAGE, SYNC } from '../../shared/protocol/frames.ts';
import { command } from '../helpers/commands.ts';
import { eventually } from '../helpers/eventually.ts';
import type { RawClient } from '../helpers/rawClient.ts';
import { type RoomServer, startRooms } from '../helpers/roomServer.ts';

const SECRET: CurrentStep = { id: 'dire', ...OPEN_STEP, private: { until: 'facilitator' }, attribution: 'anonymous' };

const WRITE: CurrentStep = { id: 'ecrire', ...OPEN_STEP, private: { until: 'facilitator' } };

const lengthOf = ({ length }: Uint8Array): Uint8Array =>
  encoding.encode((encoder) => encoding.writeVarUint(encoder, length));

describe('a connection', () => {
  let server: RoomServer;
  afterEach(() => server.close());

  const open = async (step = SECRET): Promise<RawClient> => {
    server = await startRooms();
    await server.changePerson('lea', { role: 'facilitator' });
    const lead = await server.arrive('lea', { role: 'facilitator' });
    expect(await command(lead, { type: 'setStep', step })).toMatchObject({ ok: true });
    return lead;
  };

  it('that has never asked for its document is not told that what it sends there is saved', async () => {
    await open();
    const ana = await server.arrive('ana');
    await ana.allSaved();
    const before = ana.saved;
    const own = new Y.Doc();
    own.getMap('elements').set('n1', new Y.Map([['kind', 'note']]));
    ana.sendPrivately(Y.encodeStateAsUpdate(own));
    await ana.settled();
    expect(ana.saved).toBe(before);
  });

  it('that waited for a part of a document that is over waits for nothing in the new one', async () => {
    const lead = await open();
    const ana = await server.arrive('ana');
    await ana.openPrivate();
    const doc = ana.privateDoc as Y.Doc;
    const updates: Uint8Array[] = [];
    ana.isPrivateSynced = false;
    doc.on('update', (update: Uint8Array) => updates.push(update));
    ana.addPrivateNote('n1', 'Le bruit');
    ana.typePrivately('n1', ' du couloir');
    // Deaf for a moment, so that the server's question is not answered.
    ana.privateDoc = null;
    ana.sendPrivately(updates[1] as Uint8Array);
    await ana.settled();
    await command(lead, { type: 'reveal' });
    await eventually(() => expect(ana.eventsOf('revealed')).toHaveLength(1));
    await ana.openPrivate();
    ana.addPrivateNote('n2', 'Les horaires');
    await ana.allSaved();
    expect(ana.closeCode).toBe(null);
    expect(Object.keys(ana.privately())).toEqual(['n2']);
  });

  it('shows nobody what stands in a document that has not been read yet', async () => {
    const lead = await open();
    const ana = await server.arrive('ana');
    await ana.openPrivate();
    ana.addPrivateNote('secret', 'Le bruit du couloir');
    await ana.allSaved();
    await command(lead, { type: 'setStep', step: null });
    ana.leave();
    lead.leave();
    await eventually(() => expect(server.rooms.counts().connections).toBe(0));
    await server.rooms.drain();
    const { storage } = server;
    server = await startRooms({ storage });
    const bruno = await server.arrive('bruno');
    const again = await server.arrive('ana', { isSilent: true });
    await eventually(() => expect(again.welcome).not.toBe(null));
    again.showPresence(JSON.stringify({ selection: ['secret'], editing: 'secret' }));
    await eventually(() => expect(bruno.presence.size).toBe(1));
    expect([...bruno.presence.values()].join()).not.toContain('secret');
  });

  it('whose person has a draft and nothing else shows all it shows, every hand of a touch wall', async () => {
    const lead = await open({ ...WRITE, id: 'lire', private: false, add: false });
    const ana = await server.arrive('ana');
    lead.addNote('n1', 'Au guichet');
    lead.addNote('n2', 'À l’accueil');
    await lead.allSaved();
    ana.addNote('refused', 'Pas ici');
    await ana.allSaved();
    const shown = { drag: { ids: ['n1'], by: [1, 1] }, drags: [{ ids: ['n2'], by: [2, 2] }] };
    ana.showPresence(JSON.stringify(shown));
    await eventually(() => expect(lead.presence.size).toBe(1));
    expect([...lead.presence.values()].map((text) => JSON.parse(text))).toEqual([shown]);
    // One note of one's own is enough for nothing to be shown that is not on the board, in whatever hand.
    await command(lead, { type: 'setStep', step: WRITE });
    await ana.openPrivate();
    ana.addPrivateNote('secret', 'Le bruit du couloir');
    await ana.allSaved();
    await command(lead, { type: 'setStep', step: null });
    ana.showPresence(JSON.stringify({ ...shown, drags: [...shown.drags, { ids: ['secret', 'n1'], by: [3, 3] }] }));
    await eventually(() => expect([...lead.presence.values()].join()).toContain('[3,3]'));
    expect([...lead.presence.values()].map((text) => JSON.parse(text))).toEqual([
      { ...shown, drags: [...shown.drags, { ids: ['n1'], by: [3, 3] }] },
    ]);
    expect(lead.messages.some((message) => Buffer.from(message).includes('secret'))).toBe(false);
  });

  it.each<[string, readonly number[], readonly number[]]>([
    ['the board’s sync', [MESSAGE.sync | 0x80, 0], []],
    ['the private sync', [MESSAGE.privateSync | 0x80, 0], [MESSAGE.privateSync | 0x80, 0, SYNC.step1, 1, 0]],
  ])('that writes the type of %s longer than it is throws out nobody but itself', async (_name, type, first) => {
    const lead = await open(WRITE);
    const ana = await server.arrive('ana');
    ana.addNote('refused', 'Pas ici');
    await ana.allSaved();
    ana.leave();
    await eventually(() => expect(server.rooms.counts().connections).toBe(1));
    // Something is written, after which the room lets go of what nobody there needs.
    lead.addNote('b1', 'Au guichet');
    await lead.allSaved();
    const again = await server.arrive('ana', { isSilent: true });
    await eventually(() => expect(again.welcome).not.toBeNull());
    const own = new BoardDoc();
    own.edit('x', (write) => write.create({ kind: 'note', place: [null, 0, 0], z: 'a0', text: 'Ni là' }));
    if (first.length > 0) again.send(new Uint8Array(first));
    const update = own.encodeState();
    again.send(new Uint8Array([...type, SYNC.update, ...lengthOf(update), ...update]));
    expect(await again.closed()).toBe(4400);
    lead.addNote('b2', 'Toujours là');
    await lead.allSaved();
    expect(lead.closeCode).toBeNull();
    // And what was hers is there as it was.
    const back = await (await server.arrive('ana')).openPrivate();
    expect(Object.values(back.privately())).toMatchObject([{ text: 'Pas ici', draft: true }]);
  });
});
