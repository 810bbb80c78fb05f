/** A room over real sockets: what people write reaches the others, once, after the disk, in order; nobody hears their own echo. */
import * as decoding from 'lib0/decoding';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CreatedBoard } from '../../server/http/ports.ts';
import { BoardDoc } from '../../shared/board/BoardDoc.ts';
import { MESSAGE, SYNC } from '../../shared/protocol/frames.ts';
import { eventually } from '../helpers/eventually.ts';
import { connect, contentOf, type RawClient, type RawClientOptions } from '../helpers/rawClient.ts';
import { type InProcessServer, startServer } from '../helpers/server.ts';

describe('a room', () => {
  let server: InProcessServer;
  let board: CreatedBoard;
  const clients: RawClient[] = [];

  const arrive = async (
    options: RawClientOptions & { name?: string } = {},
    link: 'facilitate' | 'participate' | 'watch' = 'participate',
  ) => {
    const client = await connect(server, board.id, board.secrets[link], options);
    clients.push(client);
    return options.isSilent ? client : client.synced();
  };

  beforeEach(async () => {
    server = await startServer();
    board = await server.createBoard({ title: 'Accueillir les nouveaux habitants' });
  });
  afterEach(async () => {
    for (const client of clients.splice(0)) client.leave();
    await server.close();
  });

  it('welcomes our client first, then asks what it has', async () => {
    const ana = await arrive({ name: 'Ana' });
    const [welcome, step1] = ana.messages;
    expect(welcome?.[0]).toBe(MESSAGE.welcome);
    expect([step1?.[0], step1?.[1]]).toEqual([MESSAGE.sync, SYNC.step1]);
    expect(ana.welcome).toMatchObject({ protocol: 1, participant: { name: 'Ana', role: 'participant', hue: 0 } });
    expect(ana.welcome?.control.title).toBe('Accueillir les nouveaux habitants');
  });

  it('brings what one writes to the others, and tells the writer when it is saved', async () => {
    const [ana, bruno] = [await arrive(), await arrive()];
    ana.addNote('n1', 'Un guichet ouvert le samedi');
    await ana.allSaved();
    await eventually(() => expect(bruno.board.get('n1')?.text).toBe('Un guichet ouvert le samedi'));
    const updates = ana.messages.filter(([type, sub]) => type === MESSAGE.sync && sub === SYNC.update);
    expect(updates).toEqual([]);
  });

  it('keeps the order of each writer, and leaves out only the own echo when several write at once', async () => {
    const [ana, bruno, chloe] = [await arrive(), await arrive(), await arrive()];
    for (let i = 0; i < 50; i++) {
      ana.addNote(`a${i}`, `Idée ${i}`);
      bruno.addNote(`b${i}`, `Idée ${i}`);
    }
    await Promise.all([ana.allSaved(), bruno.allSaved()]);
    await eventually(() => expect(chloe.board.size).toBe(100));
    await eventually(() => expect(contentOf(ana.doc)).toEqual(contentOf(chloe.doc)));
    expect(contentOf(bruno.doc)).toEqual(contentOf(chloe.doc));
    expect(chloe.doc.store.pendingStructs).toBeNull();
  });

  it('gives a newcomer the board as it is, whenever they come', async () => {
    const ana = await arrive();
    ana.addNote('n1', 'Une carte de bienvenue');
    await ana.allSaved();
    const bruno = await arrive();
    expect(bruno.board.get('n1')?.text).toBe('Une carte de bienvenue');
    ana.addNote('n2', 'Un parrainage entre voisins');
    await ana.allSaved();
    const chloe = await arrive();
    await eventually(() => expect(contentOf(chloe.doc)).toEqual(contentOf(ana.doc)));
  });

  it('sends step 2 last, so that who has it has everything', async () => {
    const ana = await arrive();
    await arrive();
    for (const id of ['n1', 'n2', 'n3']) ana.addNote(id, 'Un guichet ouvert le samedi');
    await ana.allSaved();
    const late = await arrive();
    const end = late.messages.findIndex(([type, sub]) => type === MESSAGE.sync && sub === SYNC.step2);
    const known = new BoardDoc();
    for (const message of late.messages.slice(0, end + 1)) {
      if (message[0] !== MESSAGE.sync || message[1] === SYNC.step1) continue;
      const decoder = decoding.createDecoder(message.subarray(2));
      known.applyRemote(decoding.readVarUint8Array(decoder));
    }
    expect([...known.ids()].sort()).toEqual(['n1', 'n2', 'n3']);
  });

  it('acknowledges what it knows already without writing it again', async () => {
    const ana = await arrive();
    ana.addNote('n1', 'Un livret traduit');
    await ana.allSaved();
    const again = await arrive({ doc: ana.doc });
    await again.allSaved();
    expect(again.saved).toBe(1);
  });

  it('sends updates to nobody who has not told what they have: they could not place them', async () => {
    const ana = await arrive();
    const silent = await arrive({ isSilent: true });
    await eventually(() => expect(silent.welcome).not.toBeNull());
    ana.addNote('n1', 'Une fête des voisins');
    await ana.allSaved();
    await silent.heard();
    expect(silent.messages.filter(([type, sub]) => type === MESSAGE.sync && sub !== SYNC.step1)).toEqual([]);
    silent.sendStep1();
    await eventually(() => expect(silent.board.get('n1')?.text).toBe('Une fête des voisins'));
    ana.addNote('n2', 'Un banc devant la mairie');
    await eventually(() => expect(silent.board.size).toBe(2));
  });

  it('shows who is here, and who has left', async () => {
    const ana = await arrive({ name: 'Ana' });
    const bruno = await arrive({ name: 'Bruno' });
    await eventually(() =>
      expect(
        ana
          .eventsOf('roster')
          .at(-1)
          ?.people.map(({ name }) => name),
      ).toEqual(['Ana', 'Bruno']),
    );
    bruno.leave();
    await eventually(() =>
      expect(
        ana
          .eventsOf('roster')
          .at(-1)
          ?.people.map(({ name }) => name),
      ).toEqual(['Ana']),
    );
  });

  it('sends nothing of ours to a stock client', async () => {
    const stock = await arrive({ isStock: true });
    const ana = await arrive();
    ana.addNote('n1', 'Une visite guidée');
    ana.showPresence('{"cursor":[1,2]}');
    await eventually(() => expect(stock.board.get('n1')?.text).toBe('Une visite guidée'));
    await eventually(() => expect(stock.messages.some(([type]) => type === MESSAGE.awareness)).toBe(true));
    expect(new Set(stock.messages.map(([type]) => type))).toEqual(new Set([MESSAGE.sync, MESSAGE.awareness]));
  });
});
