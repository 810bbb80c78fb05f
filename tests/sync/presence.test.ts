/** What people show live: the latest, to the others, under a number of the server; floods and lies come to nothing. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { encodeAwareness } from '../../server/sync/awareness.ts';
import { encodeOwnPresence, MESSAGE } from '../../shared/protocol/frames.ts';
import { eventually } from '../helpers/eventually.ts';
import type { RawClient } from '../helpers/rawClient.ts';
import { type RoomServer, startRooms } from '../helpers/roomServer.ts';

describe('presence', () => {
  let server: RoomServer;
  let ana: RawClient;
  let bruno: RawClient;
  const numberOf = (client: RawClient): number => client.welcome?.connection ?? -1;

  beforeEach(async () => {
    server = await startRooms();
    ana = await server.arrive('ana');
    bruno = await server.arrive('bruno');
  });
  afterEach(() => server.close());

  it('shows the latest of each person to the others, and to who comes later', async () => {
    for (let x = 0; x <= 200; x++) ana.showPresence(`{"cursor":[${x},0]}`);
    await eventually(() => expect(bruno.presence.get(numberOf(ana))).toBe('{"cursor":[200,0]}'));
    const frames = bruno.messages.filter(([type]) => type === MESSAGE.presence).length;
    expect(frames).toBeLessThan(100);
    const chloe = await server.arrive('chloe');
    await eventually(() => expect(chloe.presence.get(numberOf(ana))).toBe('{"cursor":[200,0]}'));
  });

  it('takes away who has left, and who shows nothing any more', async () => {
    ana.showPresence('{"cursor":[1,1]}');
    await eventually(() => expect(bruno.presence.size).toBe(1));
    ana.send(encodeOwnPresence(new Uint8Array(0)));
    await eventually(() => expect(bruno.presence.size).toBe(0));
    ana.showPresence('{"cursor":[2,2]}');
    await eventually(() => expect(bruno.presence.size).toBe(1));
    ana.leave();
    await eventually(() => expect(bruno.presence.size).toBe(0));
  });

  it('leaves one cursor of a person who came back a hundred times', async () => {
    for (let i = 0; i < 100; i++) {
      const again = await server.arrive('zoe', { isSilent: true });
      again.socket.once('open', () => again.showPresence('{"cursor":[3,3]}'));
      await eventually(() => expect(again.welcome).not.toBeNull());
      again.leave();
    }
    const last = await server.arrive('zoe');
    last.showPresence('{"cursor":[4,4]}');
    await eventually(() => expect([...bruno.presence]).toEqual([[numberOf(last), '{"cursor":[4,4]}']]));
  });

  it('passes nothing on that is too long', async () => {
    ana.showPresence(`{"cursor":[5,5],"selection":"${'x'.repeat(2_100)}"}`);
    await ana.heard();
    const chloe = await server.arrive('chloe');
    await chloe.heard();
    expect(chloe.presence.size).toBe(0);
    ana.showPresence('{"cursor":[6,6]}');
    await eventually(() => expect(bruno.presence.get(numberOf(ana))).toBe('{"cursor":[6,6]}'));
    expect([...chloe.presence.values()].join('')).not.toContain('x');
  });

  it('takes of a stock client its own entry and no other, whatever it says of clocks', async () => {
    const stock = await server.arrive('stock', { isStock: true });
    stock.send(encodeAwareness([{ id: 42, clock: 2 ** 52, state: '{"cursor":[1,2]}' }]));
    stock.send(
      encodeAwareness([
        { id: numberOf(ana), clock: 2 ** 52, state: 'null' },
        { id: numberOf(bruno), clock: 2 ** 52, state: '{"name":"Faux Bruno"}' },
        ...Array.from({ length: 1_500 }, (_, i) => ({ id: 1_000 + i, clock: 1, state: '{}' })),
      ]),
    );
    ana.showPresence('{"cursor":[7,7]}');
    await eventually(() =>
      expect([...bruno.presence.values()].sort()).toEqual(['{"cursor":[1,2]}', '{"cursor":[7,7]}']),
    );
    expect(stock.closeCode).toBeNull();
  });

  it('is not stopped by a flood of one', async () => {
    for (let i = 0; i < 3_000; i++) ana.showPresence(`{"cursor":[${i},1]}`);
    bruno.showPresence('{"cursor":[8,8]}');
    const chloe = await server.arrive('chloe');
    await eventually(() => expect(chloe.presence.get(numberOf(bruno))).toBe('{"cursor":[8,8]}'));
    chloe.addNote('n1', 'Malgré le bruit');
    await chloe.allSaved();
    await eventually(() => expect(bruno.board.get('n1')?.text).toBe('Malgré le bruit'));
  });

  it('of which there is none is said to nobody while somebody else does not read', async () => {
    const slow = await server.arrive('slow');
    slow.socket.pause();
    const isCutOff = (): boolean => server.log.some((line) => line.includes('too slow'));
    const texts = Array.from({ length: 32 }, () => 'Une très longue contribution. '.repeat(330));
    // From the moment on at which its backlog costs it presence, until it is so large that it is closed.
    for (let round = 0; !isCutOff(); round++) {
      ana.board.edit('many', (write) => {
        for (const [n, text] of texts.entries()) {
          write.create({ id: `b${round}-${n}`, kind: 'note', place: [null, 0, 0], z: 'a0', text });
          if (round > 0) write.delete(`b${round - 1}-${n}`);
        }
      });
      ana.showPresence(`{"cursor":[${round},2]}`);
      await ana.allSaved();
      await eventually(() => expect(bruno.presence.get(numberOf(ana))).toBe(`{"cursor":[${round},2]}`));
    }
    const shown = [ana, bruno].flatMap(({ messages }) => messages.filter(([type]) => type === MESSAGE.presence));
    expect(shown.filter(([, count]) => count === 0)).toEqual([]);
  });

  it('gives a stock client JSON it can read, whatever ours have sent', async () => {
    const stock = await server.arrive('stock', { isStock: true });
    ana.showPresence('not json');
    const awareness = (): string =>
      Buffer.concat(stock.messages.filter(([type]) => type === MESSAGE.awareness)).toString();
    await eventually(() => expect(awareness()).toContain('{}'));
    expect(awareness()).not.toContain('not json');
  });
});
