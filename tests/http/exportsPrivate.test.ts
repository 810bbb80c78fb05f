/**
 * What the tables and the JSON of a board never say: what is still private, whoever asks, for whatever part of the wall, whatever the disk does
 * meanwhile; and, of what was written where people stay unknown, who wrote it. Canaries, looked for in every byte that is answered.
 */
import Papa from 'papaparse';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CreatedBoard, Joined } from '../../server/http/ports.ts';
import { MemoryDisk, MemoryStorage } from '../../server/storage/memory/MemoryStorage.ts';
import { type CurrentStep, OPEN_STEP } from '../../shared/access/Step.ts';
import { command, say } from '../helpers/commands.ts';
import { shortContributions } from '../helpers/contributions.ts';
import { eventually } from '../helpers/eventually.ts';
import { RawClient } from '../helpers/rawClient.ts';
import { type InProcessServer, startServer } from '../helpers/server.ts';

const WRITE: CurrentStep = { id: 'ecrire', ...OPEN_STEP, private: { until: 'facilitator' } };
const SECRET: CurrentStep = { id: 'dire', ...OPEN_STEP, attribution: 'anonymous' };
const TABLES: CurrentStep = { id: 'tables', ...OPEN_STEP, attribution: 'group', private: { until: 'facilitator' } };
/** An area of each kind that holds notes, with the cell a note of theirs lies in. */
const AREAS = {
  zone: { kind: 'frame', size: [900, 900], text: 'Irritants' },
  theme: { kind: 'cluster', size: [900, 900], text: 'Mobilité' },
  tri: { kind: 'matrix', size: [900, 900], text: 'Effort et effet' },
  parcours: { kind: 'grid', size: [900, 900], text: 'Parcours' },
  futur: { kind: 'radar', size: [900, 900], text: 'Signaux' },
  cartes: { kind: 'deck', size: [300, 300], text: 'Cartes' },
} as const;
type AreaId = keyof typeof AREAS;
const AREA_IDS = Object.keys(AREAS) as AreaId[];
const LANES = {
  'row:actes': { name: 'Actions', z: 'a0', type: 'notes' },
  'col:avant': { name: 'Avant', z: 'a0' },
};

describe('a board as a file, while people write privately', () => {
  let disk: MemoryDisk;
  let storage: MemoryStorage;
  let server: InProcessServer;
  let board: CreatedBoard;
  let lead: RawClient;
  const clients: RawClient[] = [];

  const join = (link: keyof CreatedBoard['secrets'], name = ''): Promise<Joined> =>
    server.join(board.id, { secret: board.secrets[link], ...(name !== '' && { name }) });
  const connect = async ({ ticket }: Joined): Promise<RawClient> => {
    const client = new RawClient(server.wsUrl, board.id, ticket);
    clients.push(client);
    return client.synced();
  };
  const setStep = async (step: CurrentStep | null): Promise<void> => {
    expect(await command(lead, { type: 'setStep', step })).toMatchObject({ ok: true });
  };
  const take = async (path: string, ticket?: string): Promise<string> => {
    const bearer = ticket ?? (await join('watch')).ticket;
    const response = await fetch(`${server.url}/api/boards/${board.id}/export/${path}`, {
      headers: { authorization: `Bearer ${bearer}` },
    });
    expect(response.status).toBe(200);
    return response.text();
  };
  /** All there is to take: the wall and each area of it, in both formats. One after the other: the thread that writes them has a short queue. */
  const everything = async (): Promise<string[]> => {
    const texts: string[] = [];
    for (const path of ['csv?', 'csv?locale=fr&separator=tab&', 'json?'])
      for (const part of ['', ...AREA_IDS.map((id) => `area=${id}`)]) texts.push(await take(path + part));
    return texts;
  };
  /** The whole wall in both formats, asked for at once. */
  const atOnce = (): Promise<string[]> => Promise.all(['csv', 'json', 'csv', 'json'].map((path) => take(path)));
  const rows = async (): Promise<Record<string, string>[]> => {
    const text = (await take('csv?separator=%3B')).replace('\ufeff', '');
    return Papa.parse<Record<string, string>>(text, { header: true, delimiter: ';', skipEmptyLines: true }).data;
  };
  const json = async () => JSON.parse(await take('json')) as { areas: object[]; clusters: object[]; elements: Entry[] };
  interface Entry {
    readonly id: string;
    readonly text: string;
    readonly author?: { readonly id: string; readonly name: string };
    readonly group?: string;
  }

  beforeEach(async () => {
    disk = new MemoryDisk();
    storage = new MemoryStorage(disk);
    server = await startServer({ storage });
    board = await server.createBoard({ title: 'Accueillir au guichet' });
    lead = await connect(await join('facilitate', 'Amélie'));
    lead.board.edit('areas', (write) => {
      for (const [n, id] of AREA_IDS.entries()) {
        const props = id === 'parcours' ? LANES : {};
        write.create({ id, ...AREAS[id], place: [null, 1_200 * n, 0], z: `a${n}`, props });
      }
      for (const [n, text] of shortContributions(4).entries())
        write.create({ id: `lu-${n}`, kind: 'note', place: ['zone', 220 * n, 0], z: `a${n}`, text });
    });
    await lead.allSaved();
  });
  afterEach(async () => {
    for (const client of clients.splice(0)) client.leave();
    await server.close();
  });

  /** Writes a note into each area of the board, privately, each thing of it with a canary. */
  const writeEverywhere = async (author: RawClient, ids: string, text: string, more: object = {}): Promise<void> => {
    await author.openPrivate();
    for (const id of AREA_IDS) {
      const place = id === 'parcours' ? [id, 0, 0, 'actes:avant'] : [id, 100, 100];
      author.addPrivateNote(`${ids}-${id}`, text, { place, 'tag.canari': 'red', group: `canari-${ids}`, ...more });
    }
    await author.allSaved();
  };

  it('tells nothing of it for any part of the wall, to nobody, its writer included', async () => {
    const before = await json();
    await setStep(WRITE);
    const own = await join('participate', 'Noé');
    await writeEverywhere(await connect(own), 'canari', 'Le canari du guichet');
    for (const text of await everything()) expect(text).not.toMatch(/canari/i);
    for (const { ticket } of [own, await join('facilitate'), await join('participate'), await join('watch')])
      for (const format of ['csv', 'json']) expect(await take(format, ticket)).not.toMatch(/canari/i);
    // Not even that there is something: counts, sizes and places are those of before.
    expect(await json()).toEqual(before);
    expect(await command(lead, { type: 'reveal' })).toMatchObject({ ok: true });
    const revealed = (await rows()).filter(({ text }) => text === 'Le canari du guichet');
    expect(revealed.map(({ note }) => note).sort()).toEqual(AREA_IDS.map((id) => `canari-${id}`).sort());
    expect(new Set(revealed.map(({ author }) => author))).toEqual(new Set(['Noé']));
  });

  it('tells nothing of it while the disk takes nothing in, or is slow', async () => {
    await setStep(WRITE);
    await writeEverywhere(await connect(await join('participate', 'Noé')), 'canari', 'Le canari du guichet');
    const release = storage.hold();
    lead.addNote('attend', 'Pas encore sur le disque');
    await lead.heard();
    const asked = atOnce();
    release();
    for (const text of await asked) expect(text).not.toMatch(/canari/i);
    const tickets = await Promise.all(['csv', 'json'].map(async (path) => ({ path, ...(await join('watch')) })));
    storage.failNext(Number.POSITIVE_INFINITY);
    lead.addNote('attend-2', 'Le disque refuse');
    await eventually(async () => {
      const { ok } = await fetch(`${server.url}/readyz`);
      expect(ok).toBe(false);
    });
    for (const { path, ticket } of tickets) expect(await take(path, ticket)).not.toMatch(/canari|Le disque refuse/i);
    storage.failNext(0);
    await lead.allSaved();
    expect(await take('json')).toContain('Le disque refuse');
  });

  it('tells nothing of what somebody writes on the wall who has not heard that writing is private now', async () => {
    const late = await connect(await join('participate', 'Noé'));
    late.socket.pause();
    await setStep(WRITE);
    for (const id of AREA_IDS)
      late.board.edit('late', (write) =>
        write.create({ id: `canari-${id}`, kind: 'note', place: [id, 10, 10], z: 'a5', text: 'canari en retard' }),
      );
    late.board.edit('late', (write) => {
      write.splice('lu-0', { at: 0, remove: 0, insert: 'canari ajouté ' });
      write.set('lu-1', { marks: { 'tag.canari': 'red' } });
    });
    late.socket.resume();
    const asked = atOnce();
    await late.settled();
    for (const text of [...(await asked), ...(await everything())]) expect(text).not.toMatch(/canari/i);
  });

  it('has each note once, whenever during the reveal it is asked for: all of them, or none', async () => {
    await setStep(WRITE);
    const authors = await Promise.all([1, 2, 3].map(async () => connect(await join('participate'))));
    for (const [n, author] of authors.entries()) await writeEverywhere(author, `canari${n}`, 'Le canari du guichet');
    const tickets = await Promise.all(Array.from({ length: 8 }, () => join('watch')));
    const revealed = say(lead, { type: 'reveal' });
    const files = await Promise.all(tickets.map(({ ticket }) => take('json', ticket)));
    await eventually(() => expect(lead.results.some(({ id }) => id === revealed)).toBe(true));
    for (const text of [...files, await take('json')]) {
      const { elements } = JSON.parse(text) as { elements: Entry[] };
      const ids = elements.map(({ id }) => id).filter((id) => id.startsWith('canari'));
      expect(new Set(ids).size).toBe(ids.length);
      expect([0, authors.length * AREA_IDS.length]).toContain(ids.length);
    }
    expect((await rows()).filter(({ note }) => note?.startsWith('canari'))).toHaveLength(18);
  });

  it('names nobody for what was written where people stay unknown, before and after everybody sees it', async () => {
    await setStep(WRITE);
    const named = await join('participate', 'Bruno');
    await writeEverywhere(await connect(named), 'nomme', 'Dit par quelqu’un');
    expect(await command(lead, { type: 'reveal' })).toMatchObject({ ok: true });
    await setStep(SECRET);
    const people = await Promise.all(['Noé', 'Inès', 'Zoé'].map((name) => join('participate', name)));
    // As a client would that signs what it writes, whatever the step.
    for (const one of people)
      await writeEverywhere(await connect(one), one.participant.id, 'Un canari sans nom', { by: one.participant.id });
    for (const text of await everything()) expect(text).not.toContain('sans nom');
    await setStep({ id: 'lire', ...OPEN_STEP });
    await eventually(() => expect(lead.board.size).toBe(AREA_IDS.length * 5 + 4));
    const told = await rows();
    const isUnnamed = ({ text }: { readonly text?: string }): boolean => text === 'Un canari sans nom';
    expect(told.filter(isUnnamed).map(({ author }) => author)).toEqual(Array(18).fill(''));
    expect(told.filter(({ text }) => text === 'Dit par quelqu’un').map(({ author }) => author)).toEqual(
      Array(6).fill('Bruno'),
    );
    const { elements } = await json();
    for (const one of elements.filter(isUnnamed)) {
      expect(one).not.toHaveProperty('author');
      expect(one).not.toHaveProperty('group');
    }
    const theirs = people.map(({ participant }) => participant.id);
    for (const text of await everything())
      for (const trace of ['Noé', 'Inès', 'Zoé', ...theirs]) expect(text).not.toContain(trace);
  });

  it('names nobody where people write as a group', async () => {
    await setStep(TABLES);
    const one = await join('participate', 'Inès');
    await writeEverywhere(await connect(one), 'table', 'Dit à une table', { by: one.participant.id });
    expect(await command(lead, { type: 'reveal' })).toMatchObject({ ok: true });
    const told = (await rows()).filter(({ text }) => text === 'Dit à une table');
    expect(told.map(({ author }) => author)).toEqual(Array(6).fill(''));
    for (const text of await everything()) {
      expect(text).not.toContain('Inès');
      expect(text).not.toContain(one.participant.id);
    }
  });
});
