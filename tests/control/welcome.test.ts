/** What a newcomer is told first: the session as it is on the disk, however long their way in took. */
import { afterEach, describe, expect, it } from 'vitest';
import { command } from '../helpers/commands.ts';
import { eventually } from '../helpers/eventually.ts';
import { type RoomServer, startRooms } from '../helpers/roomServer.ts';

describe('a newcomer', () => {
  let server: RoomServer;
  afterEach(() => server.close());

  it('whose ticket was looked at before the title changed is welcomed with the title of now', async () => {
    server = await startRooms({ idleMs: 1 });
    const ana = await server.arrive('ana', { role: 'facilitator' });
    await server.changePerson('ana', { role: 'facilitator' });
    expect(await command(ana, { type: 'renameBoard', title: 'Marché couvert' })).toMatchObject({ ok: true, rev: 2 });
    ana.leave();
    await eventually(() => expect(server.rooms.counts().rooms).toBe(0));
    // Tickets of these rooms are looked at once and for all: they say rev 1.
    const bruno = await server.arrive('bruno');
    expect(bruno.welcome?.control).toMatchObject({ rev: 2, title: 'Marché couvert' });
  });
});
