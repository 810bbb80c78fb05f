/** The session of a live board: one order for everybody, nothing told before the disk, and people whose role or place is taken away. */
import { afterEach, describe, expect, it } from 'vitest';
import { MemoryStorage } from '../../server/storage/memory/MemoryStorage.ts';
import type { Command } from '../../shared/control/commands.ts';
import { answerTo, command, commandId, postCommand, say } from '../helpers/commands.ts';
import { eventually } from '../helpers/eventually.ts';
import { Random } from '../helpers/random.ts';
import { RawClient as Client, contentOf, type RawClient } from '../helpers/rawClient.ts';
import { BOARD, type RoomServer, startRooms } from '../helpers/roomServer.ts';
import { type InProcessServer, startServer } from '../helpers/server.ts';

const UNLIMITED = { burst: 1_000_000, perSecond: 1 };
const SEED = 1_848;

describe('the session of a live board', () => {
  let rooms: RoomServer | null = null;
  let server: InProcessServer | null = null;
  const clients: RawClient[] = [];
  afterEach(async () => {
    for (const client of clients.splice(0)) client.leave();
    await rooms?.close();
    await server?.close();
    rooms = server = null;
  });

  const facilitators = async (...ids: string[]): Promise<RawClient[]> => {
    if (!rooms) throw new Error('no rooms');
    for (const id of ids) await rooms.changePerson(id, { role: 'facilitator' });
    return Promise.all(ids.map((id) => (rooms as RoomServer).arrive(id, { role: 'facilitator' })));
  };

  it(`is the same for two facilitators who change it at the same time, 1,000 times (seed ${SEED})`, async () => {
    rooms = await startRooms({ allowance: UNLIMITED });
    const random = new Random(SEED);
    const [ana, bruno] = (await facilitators('ana', 'bruno')) as [RawClient, RawClient];
    const witness = await rooms.arrive('chloe');
    const revOf = (client: RawClient): number =>
      client.eventsOf('control').at(-1)?.rev ?? client.welcome?.control.rev ?? 0;
    const wish = (round: number, who: string): Command =>
      random.below(2) === 0
        ? { type: 'renameBoard', title: `Titre ${round} de ${who}` }
        : { type: 'setFields', fields: { [random.pick(['question', 'place', 'sponsor'])]: `${who}, ${round}` } };
    const done: number[] = [];
    let conflicts = 0;
    for (let round = 0; round < 1_000; round++) {
      // One of them may be a little behind: now and then they look at what was before.
      const ids = [ana, bruno].map((client, n) =>
        say(client, wish(round, n === 0 ? 'Ana' : 'Bruno'), { ifRev: revOf(client), id: commandId() }),
      ) as [string, string];
      const results = await Promise.all([answerTo(ana, ids[0]), answerTo(bruno, ids[1])]);
      for (const result of results) {
        if (result.ok) done.push(result.rev);
        else {
          expect(result.code).toBe('rev_conflict');
          conflicts++;
        }
      }
    }
    const last = Math.max(...done);
    await eventually(() => expect([ana, bruno, witness].map(revOf)).toEqual([last, last, last]));
    expect(done.toSorted((a, b) => a - b)).toEqual(Array.from({ length: last - 1 }, (_, n) => n + 2));
    expect(conflicts).toBe(2_000 - done.length);
    expect(conflicts).toBeGreaterThan(100);
    expect(bruno.eventsOf('control')).toEqual(ana.eventsOf('control'));
    expect(witness.eventsOf('control')).toEqual(ana.eventsOf('control'));
    expect(ana.eventsOf('control').map(({ rev }) => rev)).toEqual(done.toSorted((a, b) => a - b));
    expect((await rooms.storage.findBoard(BOARD))?.control).toEqual(ana.eventsOf('control').at(-1)?.control);
  });

  it('tells nobody of a change before it is on disk', async () => {
    rooms = await startRooms();
    const [ana, bruno] = (await facilitators('ana', 'bruno')) as [RawClient, RawClient];
    const release = rooms.storage.hold();
    const id = say(ana, { type: 'renameBoard', title: 'Canari' });
    const refused = say(bruno, { type: 'renameBoard', title: 'Le mien' }, { ifRev: 1 });
    const late = await rooms.arrive('late', { isSilent: true });
    await eventually(() => expect(late.welcome?.control.title).toBe('Sans titre'));
    await Promise.all([ana, bruno, late].map((client) => client.heard()));
    for (const client of [ana, bruno, late]) {
      expect(client.messages.some((message) => Buffer.from(message).includes('Canari'))).toBe(false);
      expect(client.results).toEqual([]);
    }
    release();
    expect(await answerTo(ana, id)).toMatchObject({ ok: true, rev: 2 });
    expect(await answerTo(bruno, refused)).toMatchObject({ code: 'rev_conflict', control: { title: 'Canari' } });
    // The answer comes after the event: who has it sees what they did.
    for (const client of [ana, bruno]) expect(client.eventsOf('control')).toHaveLength(1);
    await eventually(() => expect(late.eventsOf('control')).toHaveLength(1));
  });

  it('tells of a change in its place between the updates', async () => {
    rooms = await startRooms();
    const [ana, bruno] = (await facilitators('ana', 'bruno')) as [RawClient, RawClient];
    const release = rooms.storage.hold();
    ana.addNote('avant', 'Avant le titre');
    const id = say(ana, { type: 'renameBoard', title: 'Canari' });
    ana.addNote('apres', 'Après le titre');
    await ana.heard();
    release();
    expect(await answerTo(ana, id)).toMatchObject({ ok: true, rev: 2 });
    await eventually(() => expect(bruno.board.size).toBe(2));
    const places = ['Avant le titre', 'Canari', 'Après le titre'].map((text) =>
      bruno.messages.findIndex((message) => Buffer.from(message).includes(text)),
    );
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places).not.toContain(-1);
  });

  it('takes nothing more from whoever was lowered or removed, from that turn on, also while the disk is slow', async () => {
    rooms = await startRooms();
    const [ana, max, lea] = (await facilitators('ana', 'max', 'lea')) as [RawClient, RawClient, RawClient];
    const release = rooms.storage.hold();
    say(lea, { type: 'demote', participant: 'ana' });
    say(lea, { type: 'remove', participant: 'max' });
    await lea.heard();
    for (const client of [ana, max]) {
      client.addNote(`de-${client === ana ? 'ana' : 'max'}`, 'Trop tard', { lock: true });
      say(client, { type: 'renameBoard', title: 'Trop tard' });
    }
    // Long enough for what was sent to have come in many times over.
    for (let n = 0; n < 30; n++) await lea.heard();
    expect([ana.closeCode, max.closeCode]).toEqual([null, null]);
    release();
    expect([await ana.closed(), await max.closed()]).toEqual([4503, 4403]);
    await lea.settled();
    expect(contentOf(lea.doc)).toEqual({});
    expect(lea.eventsOf('control')).toEqual([]);
    expect([...ana.results, ...max.results]).toEqual([]);
  });

  it('lets nothing of a facilitator take effect after they were lowered, in the middle of a burst', async () => {
    for (let round = 0; round < 5; round++) {
      rooms = await startRooms({ allowance: UNLIMITED });
      const [ana, lea] = (await facilitators('ana', 'lea')) as [RawClient, RawClient];
      const witness = await rooms.arrive('chloe');
      let demotion = '';
      for (let n = 0; n < 200; n++) {
        ana.addNote(`n${n}`, `Carte ${n}`, { lock: true });
        say(ana, { type: 'renameBoard', title: `Titre ${n}` });
        if (n === 60 + 20 * round) demotion = say(lea, { type: 'demote', participant: 'ana' });
        if (n % 20 === 0) await lea.heard();
      }
      expect(await answerTo(lea, demotion)).toMatchObject({ ok: true });
      expect(await ana.closed()).toBe(4503);
      const told = lea.eventsOf('control').length;
      // Asked in order, what has had an effect is a beginning of what was asked.
      expect(lea.eventsOf('control').map(({ control }) => control.title)).toEqual(
        Array.from({ length: told }, (_, n) => `Titre ${n}`),
      );
      await witness.settled();
      const before = contentOf(witness.doc);
      const kept = Object.keys(before).length;
      expect(Object.keys(before).sort()).toEqual(Array.from({ length: kept }, (_, n) => `n${n}`).sort());
      expect(kept).toBeLessThan(200);
      // Back as a participant: what was not taken in before is judged by what she may do now, and she may not lock.
      const back = await rooms.arrive('ana', { role: 'participant', doc: ana.doc });
      await back.settled();
      await witness.settled();
      expect(contentOf(witness.doc)).toEqual(before);
      expect(await command(back, { type: 'renameBoard', title: 'Encore moi' })).toMatchObject({ code: 'forbidden' });
      expect((await rooms.storage.findParticipant(BOARD, 'ana'))?.role).toBe('participant');
      await rooms.close();
      rooms = null;
    }
  });

  const board = async (storage?: MemoryStorage) => {
    server = await startServer(storage ? { storage } : {});
    const made = await server.createBoard({ title: 'Marché couvert' });
    const { wsUrl, url, join } = server;
    const come = async (link: keyof typeof made.secrets, name: string) => {
      const joined = await join(made.id, { secret: made.secrets[link], name });
      const client = await new Client(wsUrl, made.id, joined.ticket).synced();
      clients.push(client);
      return { ...joined, id: joined.participant.id, client };
    };
    const tryJoin = (body: unknown): Promise<Response> =>
      fetch(`${url}/api/boards/${made.id}/join`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
    return { ...made, come, tryJoin, url, wsUrl };
  };

  it('shuts out whoever is removed: socket, ticket and link; what they wrote stays', async () => {
    const { come, tryJoin, wsUrl, url, id, secrets } = await board();
    const lea = await come('facilitate', 'Léa');
    const max = await come('participate', 'Max');
    max.client.addNote('m1', 'Une idée de Max');
    await max.client.allSaved();
    expect(await command(lea.client, { type: 'remove', participant: max.id })).toMatchObject({ ok: true });
    max.client.addNote('m2', 'Trop tard');
    expect(await max.client.closed()).toBe(4403);
    const again = new Client(wsUrl, id, max.ticket);
    expect(await again.closed()).toBe(4403);
    expect((await postCommand(url, id, max.ticket, { id: 'c', type: 'rename', name: 'Moi' })).status).toBe(403);
    for (const secret of [secrets.participate, secrets.facilitate]) {
      const refused = await tryJoin({ secret, participant: max.participant });
      expect([refused.status, await refused.json()]).toMatchObject([403, { error: { code: 'removed' } }]);
    }
    await eventually(() =>
      expect(
        lea.client
          .eventsOf('roster')
          .at(-1)
          ?.people.map(({ name }) => name),
      ).toEqual(['Léa']),
    );
    await lea.client.settled();
    expect(Object.keys(contentOf(lea.client.doc))).toEqual(['m1']);
    expect(await command(lea.client, { type: 'promote', participant: max.id })).toMatchObject({
      code: 'participant_unknown',
    });
  });

  it('keeps at least one facilitator, and lets the last but one go', async () => {
    const { come } = await board();
    const lea = await come('facilitate', 'Léa');
    const max = await come('participate', 'Max');
    for (const type of ['demote', 'remove'] as const) {
      expect(await command(lea.client, { type, participant: lea.id })).toMatchObject({ code: 'last_facilitator' });
    }
    expect(await command(lea.client, { type: 'promote', participant: max.id })).toMatchObject({ ok: true });
    expect(await max.client.closed()).toBe(4503);
    const id = say(lea.client, { type: 'demote', participant: lea.id });
    expect(await answerTo(lea.client, id)).toMatchObject({ ok: true });
    expect(await lea.client.closed()).toBe(4503);
  });

  it('renews each link: the old one is as unknown, whoever is here stays and comes back', async () => {
    const { come, tryJoin, wsUrl, id, secrets } = await board();
    const lea = await come('facilitate', 'Léa');
    const max = await come('participate', 'Max');
    const unknown = await (await tryJoin({ secret: 'AAAAAAAAAAAAAAAAAAAAAA' })).json();
    for (const name of ['facilitate', 'participate', 'watch'] as const) {
      const renewed = await command(lea.client, { type: 'renewLink', link: name });
      const link = renewed.ok ? (renewed.link ?? '') : '';
      const old = await tryJoin({ secret: secrets[name] });
      expect([old.status, await old.json()]).toEqual([404, unknown]);
      expect((await tryJoin({ secret: secrets[name], participant: max.participant })).status).toBe(404);
      expect((await tryJoin({ secret: link.split('#')[1] })).status).toBe(200);
    }
    max.client.addNote('m1', 'Toujours là');
    await max.client.allSaved();
    max.client.leave();
    const back = await new Client(wsUrl, id, max.ticket).synced();
    clients.push(back);
    expect(back.board.get('m1')?.text).toBe('Toujours là');
  });

  it('changes names and groups for all to see, oneself and others', async () => {
    const { come, wsUrl, id } = await board();
    const lea = await come('facilitate', 'Léa');
    const max = await come('participate', 'Max');
    await command(max.client, { type: 'rename', name: 'Maxime' });
    await command(lea.client, { type: 'rename', participant: lea.id, name: '' });
    await command(lea.client, { type: 'setGroup', participant: max.id, group: 'table-2' });
    await eventually(() =>
      expect(
        lea.client
          .eventsOf('roster')
          .at(-1)
          ?.people.map(({ name, group }) => [name, group]),
      ).toEqual([
        ['', undefined],
        ['Maxime', 'table-2'],
      ]),
    );
    // In a room of so many that nobody is listed, one still knows one's own.
    const again = await new Client(wsUrl, id, max.ticket).synced();
    clients.push(again);
    expect([again.welcome?.participant.group, lea.client.welcome?.participant.group]).toEqual(['table-2', undefined]);
    expect(max.client.closeCode).toBeNull();
    expect(lea.client.eventsOf('control')).toEqual([]);
  });

  it('loses no change of a person to one who comes in at the same time', async () => {
    const { come, tryJoin, id, secrets } = await board();
    const lea = await come('facilitate', 'Léa');
    const people = await Promise.all(Array.from({ length: 20 }, (_, n) => come('participate', `Personne ${n}`)));
    const asked = people.flatMap((person, n) => [
      tryJoin({ secret: secrets.participate, participant: person.participant, name: `Nom ${n}` }),
      command(lea.client, { type: n % 2 === 0 ? 'promote' : 'remove', participant: person.id }),
      tryJoin({ secret: secrets.participate, presence: 'remote', participant: person.participant }),
      tryJoin({ secret: secrets.participate }),
    ]);
    await Promise.all(asked);
    for (const [n, person] of people.entries()) {
      const joined = await tryJoin({ secret: secrets.participate, participant: person.participant });
      if (n % 2 === 1) expect(joined.status).toBe(403);
      else expect(await joined.json()).toMatchObject({ role: 'facilitator', participant: { id: person.id } });
    }
    expect(id).not.toBe('');
  });

  it('is not kept waiting over HTTP by a disk in trouble, and does the command once when it is asked again', async () => {
    const storage = new MemoryStorage();
    const { come, url, id } = await board(storage);
    const lea = await come('facilitate', 'Léa');
    storage.failNext(Number.POSITIVE_INFINITY);
    const wanted = { id: commandId(), type: 'renameBoard', title: 'Après la panne' };
    const refused = await postCommand(url, id, lea.ticket, wanted);
    expect([refused.status, refused.body]).toMatchObject([503, { error: { code: 'storage_paused' } }]);
    expect(lea.client.results).toEqual([]);
    storage.failNext(0);
    await eventually(async () => expect(await postCommand(url, id, lea.ticket, wanted)).toMatchObject({ status: 200 }));
    await eventually(() => expect(lea.client.eventsOf('control').map(({ rev }) => rev)).toEqual([2]));
  });

  it('does what it is asked before anybody is connected', async () => {
    const { url, id, secrets } = await board();
    const { join } = server as InProcessServer;
    const lea = await join(id, { secret: secrets.facilitate });
    const max = await join(id, { secret: secrets.participate });
    const posted = await postCommand(url, id, lea.ticket, { id: 'c1', type: 'renameBoard', title: 'Tôt' });
    expect(posted).toMatchObject({ status: 200, body: { ok: true, rev: 2 } });
    expect(
      (await postCommand(url, id, lea.ticket, { id: 'c2', type: 'remove', participant: max.participant.id })).status,
    ).toBe(200);
    const client = new Client((server as InProcessServer).wsUrl, id, max.ticket);
    expect(await client.closed()).toBe(4403);
  });
});
