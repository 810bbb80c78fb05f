/** Somebody deletes what others wrote, by the dozen: it does not vanish, a facilitator hears of it, and one click brings back the rest. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CreatedBoard, Joined } from '../../server/http/ports.ts';
import { MemoryDisk, MemoryStorage } from '../../server/storage/memory/MemoryStorage.ts';
import { LIMITS } from '../../shared/protocol/limits.ts';
import { command, commandId } from '../helpers/commands.ts';
import { shortContributions } from '../helpers/contributions.ts';
import { eventually } from '../helpers/eventually.ts';
import { contentOf, RawClient } from '../helpers/rawClient.ts';
import { type InProcessServer, startServer } from '../helpers/server.ts';

const NOTES = 60;

describe('deletions of others’ notes', () => {
  const disk = new MemoryDisk();
  const texts = shortContributions(NOTES);
  let server: InProcessServer;
  let board: CreatedBoard;
  let lea: RawClient;
  let ana: RawClient;
  let maxIn: Joined;
  let max: RawClient;
  let before: Record<string, unknown>;
  const clients: RawClient[] = [];

  const connect = async (joined: Joined): Promise<RawClient> => {
    const client = new RawClient(server.wsUrl, board.id, joined.ticket);
    clients.push(client);
    return client.synced();
  };
  const join = (link: 'facilitate' | 'participate'): Promise<Joined> =>
    server.join(board.id, { secret: board.secrets[link] });
  const ids = (from: number, to: number, prefix = 'n'): string[] =>
    Array.from({ length: to - from }, (_, i) => `${prefix}${from + i}`);
  const remove = (client: RawClient, which: readonly string[]): void =>
    client.board.edit('x', (write) => {
      for (const id of which) write.delete(id);
    });
  const settled = async (...those: RawClient[]): Promise<void> => {
    for (const client of [...those, ana]) await client.settled();
  };
  const lastCase = (client = lea): unknown => client.eventsOf('massDeletion').at(-1);
  const caseOf = (deleted: number, held: number) => ({
    type: 'massDeletion',
    participant: maxIn.participant.id,
    deleted,
    held,
  });

  beforeEach(async () => {
    server = await startServer({ storage: new MemoryStorage(disk) });
    board = await server.createBoard();
    lea = await connect(await join('facilitate'));
    ana = await connect(await join('participate'));
    maxIn = await join('participate');
    max = await connect(maxIn);
    for (const [i, text] of texts.entries()) ana.addNote(`n${i}`, text);
    await ana.allSaved();
    await max.settled();
    before = contentOf(ana.doc);
  });
  afterEach(async () => {
    for (const client of clients.splice(0)) client.leave();
    await server.close();
  });

  it('at once: nobody sees anything vanish, the facilitators hear of it, the author why', async () => {
    const frames = ana.messages.length;
    remove(max, ids(0, NOTES));
    await settled(max);
    expect(contentOf(ana.doc)).toEqual(before);
    expect(contentOf(max.doc)).toEqual(before);
    expect(ana.messages.length).toBeGreaterThan(frames);
    expect(max.eventsOf('refused')).toEqual([{ type: 'refused', code: 'held', elements: expect.any(Array) }]);
    await eventually(() => expect(lastCase()).toEqual(caseOf(0, NOTES)));
    expect(ana.eventsOf('massDeletion')).toEqual([]);
    const late = await connect(await join('facilitate'));
    await eventually(() => expect(lastCase(late)).toEqual(caseOf(0, NOTES)));
  });

  it('by several, a few each: once it is half of the board all of them are held, and all comes back', async () => {
    const people = await Promise.all(Array.from({ length: 6 }, () => join('participate')));
    for (const [i, joined] of people.entries()) {
      const one = await connect(joined);
      remove(one, ids(i * 10, i * 10 + 10));
      await settled(one);
    }
    expect(Object.keys(contentOf(ana.doc))).toHaveLength(NOTES - 40);
    const held = () =>
      new Set(lea.eventsOf('massDeletion').map((event) => (event as { participant: string }).participant));
    await eventually(() => expect(held()).toEqual(new Set(people.map(({ participant }) => participant.id))));
    for (const participant of held()) await command(lea, { type: 'restoreDeleted', participant });
    await eventually(() => expect(contentOf(ana.doc)).toEqual(before));
  });

  it('one by one, from several tabs: from the line on nothing goes, and what went comes back by one command', async () => {
    const tabs = [max, await connect(maxIn), await connect(maxIn)];
    for (const [i, id] of ids(0, NOTES).entries()) {
      remove(tabs[i % 3] as RawClient, [id]);
      if (i % 10 === 9) await settled(...tabs);
    }
    await settled(...tabs);
    const gone = LIMITS.massDeletionElements;
    expect(Object.keys(contentOf(ana.doc)).length).toBe(NOTES - gone);
    await eventually(() => expect(lastCase()).toEqual(caseOf(gone, NOTES - gone)));
    // Somebody has written one of them again meanwhile: it stays as it is.
    const lost = ids(0, NOTES).find((id) => !ana.board.get(id)) as string;
    ana.addNote(lost, 'Écrite à nouveau');
    await ana.allSaved();

    const id = commandId();
    const restore = { type: 'restoreDeleted', participant: maxIn.participant.id } as const;
    expect(await command(lea, restore, { id })).toMatchObject({ ok: true });
    const told = { type: 'deletionsRestored', participant: maxIn.participant.id };
    await eventually(() =>
      expect(lea.eventsOf('deletionsRestored')).toEqual([{ ...told, restored: gone - 1, left: 1 }]),
    );
    await settled(...tabs);
    expect(contentOf(ana.doc)).toEqual({ ...before, [lost]: expect.objectContaining({ text: 'Écrite à nouveau' }) });
    expect(contentOf(max.doc)).toEqual(contentOf(ana.doc));

    // Sent again it is not done again; asked for again there is nothing left.
    remove(lea, [lost]);
    await lea.allSaved();
    expect(await command(lea, restore, { id })).toMatchObject({ ok: true });
    expect(await command(lea, restore)).toMatchObject({ ok: true });
    await eventually(() =>
      expect(lea.eventsOf('deletionsRestored').slice(1)).toEqual([{ ...told, restored: 0, left: 0 }]),
    );
    remove(max, ['n30']);
    await settled(max);
    expect(ana.board.get('n30')).toBeDefined();
  });

  it('brings back what somebody deleted who has been removed since, and it is still there after a restart', async () => {
    for (const id of ids(0, 20)) remove(max, [id]);
    await settled(max);
    const { id } = maxIn.participant;
    expect(await command(lea, { type: 'remove', participant: id })).toMatchObject({ ok: true });
    expect(await command(lea, { type: 'restoreDeleted', participant: id })).toMatchObject({ ok: true });
    await settled();
    expect(contentOf(ana.doc)).toEqual(before);
    await server.close();
    server = await startServer({ storage: new MemoryStorage(disk) });
    expect(contentOf((await connect(await join('participate'))).doc)).toEqual(before);
  });

  it('goes on once a facilitator finds it right', async () => {
    remove(max, ids(0, NOTES));
    await settled(max);
    await eventually(() => expect(lastCase()).toEqual(caseOf(0, NOTES)));
    expect(await command(lea, { type: 'allowDeletion', participant: maxIn.participant.id })).toMatchObject({
      ok: true,
    });
    await eventually(() => expect(lastCase()).toEqual(caseOf(0, 0)));
    remove(max, ids(0, NOTES));
    await settled(max);
    expect(contentOf(ana.doc)).toEqual({});
  });

  it('is none of it: one’s own, a few, an area with its notes let out, or a facilitator tidying up', async () => {
    for (const i of ids(0, 40)) max.addNote(`own-${i}`, 'La mienne');
    await max.allSaved();
    remove(
      max,
      ids(0, 40).map((i) => `own-${i}`),
    );
    remove(max, ids(0, 10));
    await settled(max);
    expect(Object.keys(contentOf(ana.doc))).toHaveLength(NOTES - 10);

    ana.board.edit('x', (write) => {
      write.create({ id: 'zone', kind: 'frame', place: [null, 0, 0], z: 'a0' });
      for (const id of ids(10, NOTES)) write.set(id, { place: ['zone', 1, 1] });
    });
    await ana.allSaved();
    await max.settled();
    max.board.edit('x', (write) => {
      for (const id of ids(10, NOTES)) write.set(id, { place: [null, 1, 1] });
      write.delete('zone');
    });
    await settled(max);
    expect(ana.board.get('zone')).toBeUndefined();
    expect(Object.keys(contentOf(ana.doc))).toHaveLength(NOTES - 10);

    remove(lea, ids(10, NOTES));
    await settled(lea);
    expect(contentOf(ana.doc)).toEqual({});
    expect([...max.eventsOf('refused'), ...lea.eventsOf('massDeletion')]).toEqual([]);
  });
});
