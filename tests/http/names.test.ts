/** What those are called whose names stand on the wall, over real HTTP: who is named, to whom, and who never is. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { askNames } from '../../client/session/people/askNames.ts';
import { INITIAL_SESSION_STATE, type SessionState } from '../../client/sync/SessionState.ts';
import type { CreatedBoard, Joined } from '../../server/http/ports.ts';
import { MemoryStorage } from '../../server/storage/memory/MemoryStorage.ts';
import { type CurrentStep, OPEN_STEP } from '../../shared/access/Step.ts';
import { commentKey } from '../../shared/elements/marks/markKeys.ts';
import { command } from '../helpers/commands.ts';
import { openEditor } from '../helpers/editing.ts';
import { eventually } from '../helpers/eventually.ts';
import { RawClient } from '../helpers/rawClient.ts';
import { type InProcessServer, startServer } from '../helpers/server.ts';

const SECRET: CurrentStep = { id: 'dire', ...OPEN_STEP, attribution: 'anonymous' };
const TABLES: CurrentStep = { id: 'tables', ...OPEN_STEP, attribution: 'group', private: { until: 'facilitator' } };
/** Nobody is named, and everybody writes on the wall itself. */
const OPEN_TABLES: CurrentStep = { id: 'ensemble', ...OPEN_STEP, attribution: 'group' };
const LOOK: CurrentStep = { id: 'lire', ...OPEN_STEP };

describe('names on the wall', () => {
  let storage: MemoryStorage;
  let server: InProcessServer;
  let board: CreatedBoard;
  let lead: RawClient;
  const clients: RawClient[] = [];

  const join = (link: keyof CreatedBoard['secrets'], name = ''): Promise<Joined> =>
    server.join(board.id, { secret: board.secrets[link], ...(name !== '' && { name }) });
  const connect = async ({ ticket }: Joined, isSilent = false): Promise<RawClient> => {
    const client = new RawClient(server.wsUrl, board.id, ticket, { isSilent });
    clients.push(client);
    return isSilent ? client : client.synced();
  };
  const ask = (ticket: string | null, query = '', id = board.id): Promise<Response> =>
    fetch(`${server.url}/api/boards/${id}/names${query}`, {
      ...(ticket !== null && { headers: { authorization: `Bearer ${ticket}` } }),
    });
  /** As a newcomer who only looks. */
  const names = async (query = ''): Promise<Readonly<Record<string, string>>> => {
    const response = await ask((await join('watch')).ticket, query);
    expect(response.status).toBe(200);
    return ((await response.json()) as { names: Record<string, string> }).names;
  };
  const write = async (client: RawClient, id: string, by?: string): Promise<void> => {
    client.board.edit('test', (writer) =>
      writer.create({ id, kind: 'note', place: [null, 0, 0], z: 'a0', text: 'Ouvrir le samedi', ...(by && { by }) }),
    );
    await client.allSaved();
  };
  const setStep = async (step: CurrentStep | null): Promise<void> => {
    expect(await command(lead, { type: 'setStep', step })).toMatchObject({ ok: true });
  };

  beforeEach(async () => {
    storage = new MemoryStorage();
    server = await startServer({ storage });
    board = await server.createBoard({ title: 'Accueillir au guichet' });
    lead = await connect(await join('facilitate', 'Amélie'));
  });
  afterEach(async () => {
    for (const client of clients.splice(0)) client.leave();
    await server.close();
  });

  it('are told of those who signed something that stands there or commented on it, also after they left', async () => {
    const [paul, zoe, silent] = await Promise.all(['Paul', 'Zoé', 'Max'].map((name) => join('participate', name)));
    if (!paul || !zoe || !silent) return expect.fail();
    const [atPaul, atZoe] = await Promise.all([connect(paul), connect(zoe)]);
    await write(atPaul, 'n1', paul.participant.id);
    await atZoe.heard();
    atZoe.board.edit('test', (writer) =>
      writer.set('n1', { marks: { [commentKey(`${zoe.participant.id}.c1`)]: { text: 'Et le dimanche ?', at: 1 } } }),
    );
    await atZoe.allSaved();
    for (const client of [atPaul, atZoe]) client.leave();
    await eventually(() => expect(lead.eventsOf('roster').at(-1)?.count).toBe(1));
    const both = { [paul.participant.id]: 'Paul', [zoe.participant.id]: 'Zoé' };
    expect(await names()).toEqual(both);
    for (const link of ['participate', 'facilitate'] as const)
      expect(await (await ask((await join(link)).ticket)).json()).toEqual({ names: both });
    // Who has written nothing is nobody's business, asked for or not.
    const of = [paul, silent].map(({ participant }) => participant.id).join(',');
    expect(await names(`?of=${of},__proto__`)).toEqual({ [paul.participant.id]: 'Paul' });
    lead.board.edit('test', (writer) => writer.delete('n1'));
    await lead.allSaved();
    expect(await names()).toEqual({});
  });

  it('stand on the wall of whoever opens it anew, also of those who went home', async () => {
    const paul = await join('participate', 'Paul');
    const atPaul = await connect(paul);
    await write(atPaul, 'n1', paul.participant.id);
    atPaul.leave();
    const ana = await join('participate', 'Ana');
    const { ticket } = ana;
    const { board: opened } = await connect(ana);
    const { editor } = openEditor({ board: opened });
    const state = createStore<SessionState>(() => ({ ...INITIAL_SESSION_STATE, status: 'online' }));
    const stop = askNames(
      editor,
      { id: board.id, ticket: () => ticket, state },
      {
        fetch: (path, init) => fetch(server.url + path, init),
        after: (ms, run) => {
          const timer = setTimeout(run, ms);
          return () => clearTimeout(timer);
        },
        random: () => 0,
      },
    );
    await eventually(() => expect(editor.names.of(opened.get('n1')?.by ?? '')).toBe('Paul'));
    stop();
  });

  it('are told where the room is too large for a roster with names', async () => {
    const paul = await join('participate', 'Paul');
    const atPaul = await connect(paul);
    await write(atPaul, 'n1', paul.participant.id);
    const crowd = await join('participate');
    await Promise.all(Array.from({ length: 200 }, () => connect(crowd, true)));
    await eventually(() => expect(lead.eventsOf('roster').at(-1)).toMatchObject({ count: 202, people: [] }));
    expect(await names()).toEqual({ [paul.participant.id]: 'Paul' });
  });

  it('are not told of whoever wrote where people stay unknown or write as a group, before and after all see it', async () => {
    const named = await join('participate', 'Bruno');
    await write(await connect(named), 'nomme', named.participant.id);
    const only = { [named.participant.id]: 'Bruno' };
    for (const [n, step] of [SECRET, TABLES].entries()) {
      await setStep(step);
      const people = await Promise.all(['Noé', 'Inès', 'Zoé'].map((name) => join('participate', name)));
      for (const one of people) {
        const client = await connect(one);
        await client.openPrivate();
        // As a client would that signs what it writes, whatever the step.
        client.addPrivateNote(`${one.participant.id}-${n}`, 'Le canari', { by: one.participant.id });
        await client.allSaved();
      }
      const everyone = people.map(({ participant }) => participant.id).join(',');
      for (const query of ['', `?of=${everyone}`]) expect({ ...only, ...(await names(query)) }).toEqual(only);
      if (step === TABLES) expect(await command(lead, { type: 'reveal' })).toMatchObject({ ok: true });
      await setStep(LOOK);
      await eventually(() => expect(lead.board.size).toBe(1 + 3 * (n + 1)));
      for (const query of ['', `?of=${everyone}`]) expect({ ...only, ...(await names(query)) }).toEqual(only);
    }
  });

  it('are not told of whoever signs on the wall itself where nobody is named', async () => {
    await setStep(OPEN_TABLES);
    const ines = await join('participate', 'Inès');
    const atInes = await connect(ines);
    await write(atInes, 'signe', ines.participant.id);
    await write(atInes, 'muet');
    expect(lead.board.size).toBe(1);
    expect(await names()).toEqual({});
    await setStep(LOOK);
    expect(await names(`?of=${ines.participant.id}`)).toEqual({});
  });

  it('are told of nobody while a group sorts without a word, and of everybody after', async () => {
    const paul = await join('participate', 'Paul');
    await write(await connect(paul), 'n1', paul.participant.id);
    lead.board.edit('hush', (writer) => {
      const props = { layout: 'grid', silent: true };
      writer.create({ id: 'muet', kind: 'cluster', place: [null, 2_000, 0], z: 'a0', props });
    });
    await lead.allSaved();
    expect(await names()).toEqual({});
    lead.board.edit('speak', (writer) => writer.delete('muet'));
    await lead.allSaved();
    expect(await names()).toEqual({ [paul.participant.id]: 'Paul' });
  });

  it('wait for the disk: of what is in memory only nobody is told', async () => {
    const paul = await join('participate', 'Paul');
    const atPaul = await connect(paul);
    const { ticket } = await join('watch');
    const release = storage.hold();
    atPaul.board.edit('test', (writer) =>
      writer.create({
        ...{ id: 'n1', kind: 'note', place: [null, 0, 0], z: 'a0', text: 'Ouvrir le samedi' },
        by: paul.participant.id,
      }),
    );
    await atPaul.heard();
    let isTold = false;
    const asked = ask(ticket).then((response) => {
      isTold = true;
      return response.json();
    });
    await lead.heard();
    expect(isTold).toBe(false);
    release();
    expect(await asked).toEqual({ names: { [paul.participant.id]: 'Paul' } });
    storage.failNext(Number.POSITIVE_INFINITY);
    lead.addNote('attend', 'Le disque refuse');
    await eventually(async () => expect((await fetch(`${server.url}/readyz`)).ok).toBe(false));
    const refused = await ask(ticket);
    expect([refused.status, await refused.json()]).toMatchObject([503, { error: { code: 'storage_paused' } }]);
    storage.failNext(0);
    await lead.allSaved();
    expect((await ask(ticket)).status).toBe(200);
  });

  it('are told to people of the board only, and only so often', async () => {
    const other = await server.createBoard({ title: 'Un autre mur' });
    const { ticket } = await join('watch');
    const elsewhere = await server.join(other.id, { secret: other.secrets.facilitate });
    expect((await ask(null)).status).toBe(401);
    expect((await ask(elsewhere.ticket)).status).toBe(404);
    const statuses = await Promise.all(Array.from({ length: 25 }, async () => (await ask(ticket)).status));
    expect(new Set(statuses)).toEqual(new Set([200, 429]));
    expect((await ask((await join('watch')).ticket, `?of=${'x'.repeat(9_000)}`)).status).toBe(400);
  });
});
