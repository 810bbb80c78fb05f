/** One connection and the private document it asks for, never asks for, or has an old one of. */
import { afterEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { type CurrentStep, OPEN_STEP } from '../../shared/access/Step.ts';
import { command } from '../helpers/commands.ts';
import { eventually } from '../helpers/eventually.ts';
import type { RawClient } from '../helpers/rawClient.ts';
import { type RoomServer, startRooms } from '../helpers/roomServer.ts';

const SECRET: CurrentStep = { id: 'dire', ...OPEN_STEP, private: { until: 'facilitator' }, attribution: 'anonymous' };

describe('a connection', () => {
  let server: RoomServer;
  afterEach(() => server.close());

  const open = async (): Promise<RawClient> => {
    server = await startRooms();
    await server.changePerson('lea', { role: 'facilitator' });
    const lead = await server.arrive('lea', { role: 'facilitator' });
    expect(await command(lead, { type: 'setStep', step: SECRET })).toMatchObject({ ok: true });
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
});
