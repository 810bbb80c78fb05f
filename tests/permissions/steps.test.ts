/**
 * Every frame × every role and group × every step, by raw socket: what the access table says happens, and nothing else. What is expected
 * is read off the table (`canIn`), what happened is seen by somebody else on the board.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { CreatedBoard, Joined } from '../../server/http/ports.ts';
import { MemoryStorage } from '../../server/storage/memory/MemoryStorage.ts';
import { encodeAwareness } from '../../server/sync/awareness.ts';
import { type Action, can, canWrite } from '../../shared/access/can.ts';
import { canPrivately } from '../../shared/access/privately.ts';
import { type CurrentStep, canIn, OPEN_STEP, type Step, type Target } from '../../shared/access/Step.ts';
import { BoardDoc, type BoardWriter } from '../../shared/board/BoardDoc.ts';
import type { Command } from '../../shared/control/commands.ts';
import { encodeJson, encodePrivateSync, encodeSync, MESSAGE, SYNC } from '../../shared/protocol/frames.ts';
import { command } from '../helpers/commands.ts';
import { eventually } from '../helpers/eventually.ts';
import { contentOf, RawClient } from '../helpers/rawClient.ts';
import { type InProcessServer, startServer } from '../helpers/server.ts';

const STEPS: Readonly<Record<string, Step>> = {
  open: OPEN_STEP,
  'add only': { ...OPEN_STEP, edit: 'none', move: 'none' },
  'nothing but reading': { ...OPEN_STEP, add: false, edit: 'none', move: 'none', comment: false, vote: false },
  'one’s own': { ...OPEN_STEP, edit: 'own', move: 'own' },
  'sorting: move all, write on one’s own': { ...OPEN_STEP, add: false, edit: 'own' },
  'at the tables': { ...OPEN_STEP, areas: ['t1', 't2'] },
  'in nothing': { ...OPEN_STEP, areas: [] },
  'notes only': { ...OPEN_STEP, kinds: ['note'] },
  private: { ...OPEN_STEP, private: { until: 'mise-en-commun' } },
  anonymous: { ...OPEN_STEP, attribution: 'anonymous' },
  inbox: { ...OPEN_STEP, moderation: 'inbox' },
  'privately at the tables, for good': {
    ...OPEN_STEP,
    ...{ private: { until: 'facilitator' }, areas: ['t1', 't2'], kinds: ['note'], edit: 'none' },
    groups: { 'table-2': { areas: ['t2'], edit: 'all', move: 'none' } },
  },
  'privately, with nothing more to say': { ...OPEN_STEP, private: { until: 'facilitator' }, add: false },
  'no comments, no votes, all may lead': { ...OPEN_STEP, comment: false, vote: false, drive: 'all' },
  'each table its area': { ...OPEN_STEP, areas: ['t1'], groups: { 'table-2': { areas: ['t2'] } } },
  'one group looks on': {
    ...OPEN_STEP,
    edit: 'own',
    groups: { 'table-2': { add: false, edit: 'none', move: 'none' } },
  },
  'one group writes': { ...OPEN_STEP, attribution: 'anonymous', groups: { 'table-2': { attribution: 'named' } } },
};

/** What lies in what; the areas of an element that stands in each. */
const AREAS = { wall: [], t1: ['t1'], t2: ['t2'], cadre: ['cadre', 't1'], accueil: ['accueil'] } as const;
type Area = keyof typeof AREAS;
const parentOf = (area: Area): string | null => (area === 'wall' ? null : area);

const SECRET = 'Ce que je n’ose dire';

interface Case {
  /** What it is done to; absent: something new. */
  readonly on?: { readonly in: Area; readonly by: 'self' | 'other'; readonly locked?: boolean };
  readonly act: (write: BoardWriter, id: string, somebody: string, self: string, doc: Y.Doc) => void;
  readonly asks: readonly (readonly [Action, Target])[];
  readonly asksLock?: boolean;
  readonly isForgery?: boolean;
  /** What is said in another's name is taken out of it, the rest stands. */
  readonly isTrimmed?: boolean;
  readonly isStep2?: boolean;
}

const adding = (area: Area, kind: string, more: Partial<Case> & { readonly by?: true } = {}): Case => ({
  act: (write, id, somebody) =>
    write.create({
      id,
      kind,
      place: [parentOf(area), 5, 5],
      z: 'a0',
      ...(kind !== 'frame' && { text: 'Des bancs à l’ombre' }),
      ...(more.by && { by: somebody }),
    }),
  asks: [['add', { areas: AREAS[area], kind, isOwn: true }]],
  ...more,
});

const changing = (
  name: Action,
  area: Area,
  by: 'self' | 'other',
  act: Case['act'],
  more: Partial<Case> = {},
): Case => ({
  on: { in: area, by, locked: more.asksLock === true && name !== 'lock' },
  act,
  asks: name === 'lock' ? [] : [[name, { areas: AREAS[area], isOwn: by === 'self', kind: 'note' }]],
  ...more,
});

const moving = (from: Area, to: Area, by: 'self' | 'other'): Case => ({
  on: { in: from, by },
  act: (write, id) => write.set(id, { place: [parentOf(to), 70, 70] }),
  asks: [from, to].map((area) => ['move', { areas: AREAS[area], isOwn: by === 'self', kind: 'note' }] as const),
});

const withoutWords = (element: unknown): unknown =>
  Object.fromEntries(Object.entries(element as object).filter(([key]) => !key.startsWith('comment.')));

const write = (w: BoardWriter, id: string): void => w.splice(id, { at: 0, remove: 2, insert: 'Oui, d' });
type Says = (w: BoardWriter, id: string, somebody: string, self: string) => void;
const react: Says = (w, id, _somebody, self) => w.set(id, { marks: { [`reaction.${self}.like`]: true } });
const comment: Says = (w, id, _somebody, self) =>
  w.set(id, { marks: { [`comment.${self}.k1`]: { text: 'Et l’hiver\u202f?', at: 1_595_000_000_000 } } });
const erase = (w: BoardWriter, id: string): void => w.delete(id);

/** Writes keys that no page of ours writes on what stands. */
const rewrite =
  (values: Readonly<Record<string, unknown>>): Case['act'] =>
  (_write, id, _somebody, _self, doc) => {
    const map = doc.getMap('elements').get(id) as Y.Map<unknown>;
    for (const [key, value] of Object.entries(values)) map.set(key, value);
  };

const CASES: Readonly<Record<string, Case>> = {
  'a note at table 1': adding('t1', 'note'),
  'a note at table 2': adding('t2', 'note'),
  'a note in an area of table 1': adding('cadre', 'note'),
  'a note on the wall': adding('wall', 'note'),
  'a zone at table 1': adding('t1', 'frame'),
  'a note as somebody else': adding('t1', 'note', { by: true, isForgery: true }),
  'a note in a step 2': adding('t1', 'note', { isStep2: true }),
  'moving one’s own': moving('t1', 't1', 'self'),
  'moving another’s': moving('t1', 't1', 'other'),
  'moving in the entrance': moving('accueil', 'accueil', 'other'),
  'from table to table': moving('t1', 't2', 'self'),
  'from the table to the wall': moving('t1', 'wall', 'self'),
  'from the entrance to a table': moving('accueil', 'cadre', 'other'),
  resizing: changing('move', 't2', 'other', (w, id) => w.set(id, { size: [300, 120] })),
  reordering: changing('move', 'cadre', 'other', (w, id) => w.set(id, { z: 'a7' })),
  'writing on one’s own': changing('edit', 't1', 'self', write),
  'writing on another’s': changing('edit', 't1', 'other', write),
  'writing on another’s at table 2': changing('edit', 't2', 'other', write),
  recolouring: changing('edit', 'cadre', 'self', (w, id) => w.set(id, { props: { color: 'pink' } })),
  'making a zone of one’s own note': changing('edit', 't1', 'self', rewrite({ kind: 'frame' }), { isForgery: true }),
  'making a cluster of it that names nobody': changing(
    'edit',
    't2',
    'self',
    rewrite({ kind: 'cluster', layout: 'grid', silent: true }),
    { isForgery: true },
  ),
  'deleting one’s own': changing('edit', 't1', 'self', erase),
  'deleting another’s': changing('edit', 't2', 'other', erase),
  locking: changing('lock', 't1', 'self', (w, id) => w.set(id, { lock: true }), { asksLock: true }),
  grouping: changing('move', 't1', 'other', (w, id) => w.set(id, { group: 'g1' })),
  'tagging another’s': changing('edit', 't2', 'other', (w, id) => w.set(id, { marks: { 'tag.Mobilité': 'blue' } })),
  'reacting to another’s': changing('comment', 't1', 'other', react),
  'reacting in the entrance': changing('comment', 'accueil', 'other', react),
  'commenting on one’s own': changing('comment', 't2', 'self', comment),
  'commenting on what is locked': {
    ...changing('comment', 't1', 'other', comment),
    on: { in: 't1', by: 'other', locked: true },
  },
  'reacting in another’s name': changing('comment', 't1', 'self', (w, id, somebody) => react(w, id, '', somebody), {
    isForgery: true,
  }),
  'a note with another’s comment on it': adding('t1', 'note', {
    isTrimmed: true,
    act: (w, id, somebody) => {
      w.create({ id, kind: 'note', place: ['t1', 5, 5], z: 'a0', text: 'Des bancs' });
      comment(w, id, '', somebody);
    },
  }),
  'moving what is locked': changing('move', 't1', 'self', (w, id) => w.set(id, { place: ['t1', 9, 9] }), {
    asksLock: true,
  }),
};

interface Person {
  readonly name: string;
  readonly joined: Joined;
  readonly group: string | null;
  client: RawClient;
}

describe('in a step', () => {
  let server: InProcessServer;
  let board: CreatedBoard;
  let lea: Person;
  let chloe: Person;
  let people: readonly Person[];
  let witness: RawClient;
  const clients: RawClient[] = [];

  const open = (joined: Joined, isSilent = false): RawClient => {
    const client = new RawClient(server.wsUrl, board.id, joined.ticket, { isSilent });
    clients.push(client);
    return client;
  };
  const come = async (name: string, link: 'facilitate' | 'participate' | 'watch', group?: string): Promise<Person> => {
    const joined = await server.join(board.id, { secret: board.secrets[link], name, ...(group && { group }) });
    return { name, joined, group: group ?? null, client: await open(joined).synced() };
  };
  const setStep = async (step: CurrentStep | null): Promise<void> => {
    expect(await command(lea.client, { type: 'setStep', step })).toMatchObject({ ok: true });
  };
  const elementOn = (client: RawClient, id: string): unknown =>
    (client.doc.getMap('elements').get(id) as Y.Map<unknown> | undefined)?.toJSON();
  const idOf = (round: number, person: Person, index: number): string => `r${round}-${person.name}-${index}`;

  beforeAll(async () => {
    server = await startServer({ storage: new MemoryStorage() });
    board = await server.createBoard({ title: 'Place du marché' });
    lea = await come('lea', 'facilitate');
    chloe = await come('chloe', 'participate');
    people = [
      lea,
      await come('ana', 'participate'),
      await come('bruno', 'participate', 'table-2'),
      await come('vera', 'watch', 'table-2'),
    ];
    witness = await open(await server.join(board.id, { secret: board.secrets.participate })).synced();
    lea.client.board.edit('areas', (w) => {
      for (const id of ['t1', 't2', 'accueil']) w.create({ id, kind: 'frame', place: [null, 0, 0], z: 'a0' });
      w.create({ id: 'cadre', kind: 'frame', place: ['t1', 0, 0], z: 'a0' });
    });
    await lea.client.allSaved();
  });
  afterAll(async () => {
    for (const client of clients) client.leave();
    await server.close();
  });

  /** Puts on the board, in no step, what each of the people is going to try things on. */
  const prepare = async (round: number): Promise<void> => {
    for (const person of people) {
      Object.values(CASES).forEach(({ on }, index) => {
        if (!on) return;
        const maker = on.by === 'other' ? chloe : canWrite(person.joined.role) ? person : lea;
        const init = { id: idOf(round, person, index), kind: 'note', place: [parentOf(on.in), 1, 1], z: 'a0' } as const;
        maker.client.board.edit('x', (w) => w.create({ ...init, text: 'Des bancs' }));
      });
    }
    await Promise.all([...people, chloe].map(({ client }) => client.allSaved()));
    await lea.client.settled();
    lea.client.board.edit('lock', (w) => {
      for (const person of people) {
        Object.values(CASES).forEach(({ on }, index) => {
          if (on?.locked) w.set(idOf(round, person, index), { lock: true });
        });
      }
    });
    await lea.client.allSaved();
    await Promise.all([...people, chloe].map(({ client }) => client.settled()));
  };

  /** Sends all frames in one go; answers what each would make of its element, as the sender sees it. */
  const tryAll = (round: number, person: Person): unknown[] =>
    Object.values(CASES).map(({ act, isStep2 }, index) => {
      const id = idOf(round, person, index);
      const { client } = person;
      if (!isStep2) {
        client.board.edit('x', (w) =>
          act(w, id, chloe.joined.participant.id, person.joined.participant.id, client.doc),
        );
        return elementOn(client, id);
      }
      const away = new BoardDoc();
      away.applyRemote(Y.encodeStateAsUpdate(witness.doc));
      away.edit('x', (w) => act(w, id, '', '', away.doc));
      client.sendUpdate(away.encodeState(), SYNC.step2);
      return (away.doc.getMap('elements').get(id) as Y.Map<unknown>).toJSON();
    });

  it.each(Object.keys(STEPS))('“%s”, an update does what the table says, whoever sends it', async (name) => {
    const round = Object.keys(STEPS).indexOf(name);
    const step: CurrentStep = { id: `etape-${round}`, ...(STEPS[name] as Step) };
    await prepare(round);
    await setStep(step);
    for (const person of people) {
      const { role } = person.joined;
      await witness.settled();
      const before = Object.keys(CASES).map((_, index) => elementOn(witness, idOf(round, person, index)));
      const wanted = tryAll(round, person);
      if (canWrite(role)) await person.client.settled();
      else expect(await person.client.closed()).toBe(4400);
      await witness.settled();
      const refused: string[] = [];
      Object.entries(CASES).forEach(([what, { asks, asksLock, isForgery, isTrimmed }], index) => {
        const id = idOf(round, person, index);
        const isAllowed =
          asks.every(([action, target]) => canIn(step, role, person.group, action, target)) &&
          canWrite(role) &&
          (!asksLock || can(role, 'lock')) &&
          !isForgery;
        if (!isAllowed || isTrimmed) refused.push(id);
        const left = isTrimmed ? withoutWords(wanted[index]) : wanted[index];
        const where = `${person.name}: ${what}`;
        expect([where, elementOn(witness, id)]).toEqual([where, isAllowed ? left : before[index]]);
      });
      if (canWrite(role)) {
        expect(contentOf(person.client.doc)).toEqual(contentOf(witness.doc));
        const told = person.client.eventsOf('refused').flatMap(({ elements }) => elements);
        expect(told.filter((id) => id.startsWith(`r${round}-`)).toSorted()).toEqual(refused.toSorted());
      }
      // Whoever tried in each of the steps what no page of ours does would be shown out after some of them.
      person.client.leave();
      person.client = await open(person.joined).synced();
    }
    await setStep(null);
  });

  it.each(Object.keys(STEPS))('“%s”, no other frame changes anything it may not', async (name) => {
    const step: CurrentStep = { id: 'autres', ...(STEPS[name] as Step) };
    await setStep(step);
    const judge = { headers: { authorization: `Bearer ${lea.joined.ticket}` } };
    const summary = async (): Promise<unknown> => (await fetch(`${server.url}/api/boards/${board.id}`, judge)).json();
    await witness.settled();
    const before = [contentOf(witness.doc), await summary()];
    for (const person of people) {
      if (person === lea) continue;
      const { role, ticket } = person.joined;
      const client = open(person.joined, true);
      await client.settled();
      for (const value of [null, 'a', { id: 'x', type: 'setStep', step: null }, 12]) {
        client.send(encodeJson(MESSAGE.clock, value));
      }
      client.send(encodeSync(SYNC.step1, Y.encodeStateVector(new Y.Doc())));
      const said = `{"cursor":[${Object.keys(STEPS).indexOf(name)},7]}`;
      const connection = client.welcome?.connection as number;
      client.showPresence(said);
      const commands: readonly Command[] = [
        { type: 'renameBoard', title: 'À moi' },
        { type: 'setStep', step: null },
        { type: 'promote', participant: person.joined.participant.id },
      ];
      for (const wanted of commands) {
        const isAllowed = canIn(step, role, person.group, 'facilitate');
        expect([ticket, (await command(client, wanted)).ok]).toEqual([ticket, isAllowed]);
      }
      if (canIn(step, role, person.group, 'presence')) {
        await eventually(() => expect(witness.presence.has(connection)).toBe(true));
      }
      await witness.settled();
      expect(witness.presence.has(connection)).toBe(canIn(step, role, person.group, 'presence'));
      // As a stock client says it, with words for somebody else. Elements of the board are shown in every step.
      const shown = `{"selection":["accueil"]}`;
      client.send(
        encodeAwareness([
          { id: 7, clock: 1, state: shown },
          { id: witness.welcome?.connection as number, clock: 2 ** 20, state: '{"name":"Intrus"}' },
          { id: 8, clock: 1, state: '{"name":"Intrus"}' },
        ]),
      );
      if (canIn(step, role, person.group, 'presence')) {
        await eventually(() => expect(witness.presence.get(connection)).toBe(shown));
      }
      await client.settled();
      await witness.settled();
      expect([...witness.presence.values()].filter((text) => text.includes('Intrus'))).toEqual([]);
      expect(witness.presence.get(connection) === shown).toBe(canIn(step, role, person.group, 'presence'));
      client.leave();
    }
    await witness.settled();
    expect([contentOf(witness.doc), await summary()]).toEqual(before);
    await setStep(null);
  });

  it.each(Object.keys(STEPS))('“%s”, a private document takes what the table says, whoever sends it', async (name) => {
    const step: CurrentStep = { id: `prive-${Object.keys(STEPS).indexOf(name)}`, ...(STEPS[name] as Step) };
    await setStep(step);
    await witness.settled();
    const before = contentOf(witness.doc);
    for (const person of people) {
      const { role } = person.joined;
      const told = (client: RawClient): unknown[] =>
        client.eventsOf('refused').flatMap(({ code, elements }) => elements.map((id) => [id, code]));
      if (!can(role, 'add')) {
        const client = open(person.joined, true);
        await client.settled();
        client.send(encodePrivateSync(SYNC.step1, Y.encodeStateVector(new Y.Doc())));
        const note = new BoardDoc();
        note.edit('x', (w) => w.create({ id: 'p', kind: 'note', place: [null, 0, 0], z: 'a0', text: SECRET }));
        client.sendPrivately(note.encodeState());
        await client.settled();
        expect(client.messages.some(([type]) => type === MESSAGE.privateSync)).toBe(false);
        expect([client.eventsOf('refused').map(({ code }) => code), client.saved]).toEqual([['role'], 0]);
        client.sendPrivately(note.encodeState(), SYNC.step2);
        expect(await client.closed()).toBe(4400);
        continue;
      }
      const client = await (await open(person.joined).synced()).openPrivate();
      const may = (action: 'add' | 'edit' | 'move', area: Area): boolean =>
        canPrivately(step, role, person.group, action, { areas: AREAS[area], kind: 'note' });
      const values = (id: string): Record<string, unknown> => client.privately()[id] ?? {};
      const areas = Object.keys(AREAS) as Area[];
      const everything = areas.flatMap((area) => [`${area}-texte`, `${area}-place`]);
      for (const id of everything) {
        client.addPrivateNote(id, SECRET, { place: [parentOf(id.split('-')[0] as Area), 5, 5] });
      }
      client.addPrivateNote('zone', SECRET, { kind: 'frame' });
      await client.allSaved();
      await client.settled();
      const refused: unknown[] = [['zone', 'schema']];
      for (const id of everything) {
        const isTaken = may('add', id.split('-')[0] as Area);
        if (!isTaken) refused.push([id, 'role']);
        const where = `${person.name}: ${id}`;
        expect([where, values(id).draft ?? false, values(id).step]).toEqual([
          where,
          !isTaken,
          isTaken ? step.id : values(id).step,
        ]);
      }
      expect(told(client).toSorted()).toEqual(refused.toSorted());
      // Whoever changes a draft disturbs nobody; what is a note is judged where it lies and where it goes.
      const elements = client.privateDoc?.getMap('elements') as Y.Map<Y.Map<unknown>>;
      for (const area of areas) {
        client.typePrivately(`${area}-texte`, ' et l’ombre');
        elements.get(`${area}-place`)?.set('place', ['t2', 70, 70]);
      }
      await client.allSaved();
      await client.settled();
      for (const area of areas) {
        const isDraft = !may('add', area);
        const where = `${person.name}: ${area}`;
        expect([where, values(`${area}-texte`).text]).toEqual([
          where,
          isDraft || may('edit', area) ? `${SECRET} et l’ombre` : SECRET,
        ]);
        expect([where, values(`${area}-place`).place]).toEqual([
          where,
          isDraft || may('move', 't2') ? ['t2', 70, 70] : [parentOf(area), 5, 5],
        ]);
      }
      // Deleting what is one's own is nobody's business.
      client.privateDoc?.transact(() => {
        for (const id of elements.keys()) elements.delete(id);
      });
      await client.allSaved();
      await client.settled();
      expect(client.privately()).toEqual({});
      client.leave();
    }
    await witness.settled();
    expect(contentOf(witness.doc)).toEqual(before);
    expect(witness.messages.some((message) => Buffer.from(message).includes(SECRET))).toBe(false);
    await setStep(null);
  });
});
