/**
 * Anonymous is anonymous: once the notes of an anonymous step stand on the board, nothing that is stored or was sent to anybody says who
 * wrote which. The data folder is read byte by byte and row by row, as whoever finds the laptop would.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as encoding from 'lib0/encoding';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { CreatedBoard, Joined } from '../../server/http/ports.ts';
import { openDatabase, type SqlRow } from '../../server/storage/sqlite/driver.ts';
import { DATABASE_FILE } from '../../server/storage/sqlite/messages.ts';
import { type CurrentStep, OPEN_STEP } from '../../shared/access/Step.ts';
import { encodePrivateSync, SYNC } from '../../shared/protocol/frames.ts';
import { isServerClientId } from '../../shared/templates/instantiate.ts';
import { command } from '../helpers/commands.ts';
import { shortContributions } from '../helpers/contributions.ts';
import { eventually } from '../helpers/eventually.ts';
import { contentOf, RawClient } from '../helpers/rawClient.ts';
import { type InProcessServer, startServer } from '../helpers/server.ts';

const SECRET: CurrentStep = { id: 'dire', ...OPEN_STEP, attribution: 'anonymous' };
const OPEN: CurrentStep = { id: 'lire', ...OPEN_STEP };
const CANARY = 'Le canari a peur de son chef de service';

describe('an anonymous note', () => {
  let server: InProcessServer;
  let folder: string;
  let board: CreatedBoard;
  let clients: RawClient[];
  let lead: RawClient;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'pele-mele-test-'));
    server = await startServer({ dataDir: folder });
    board = await server.createBoard({ title: 'Ce qui ne va pas' });
    clients = [];
    lead = await enter(await joined('facilitate'));
  });
  afterEach(async () => {
    for (const client of clients) client.leave();
    await server.close();
    rmSync(folder, { recursive: true });
  });

  /** The same data under a new server, to which everybody comes anew. */
  const restart = async (): Promise<void> => {
    for (const client of clients) client.leave();
    await server.close();
    server = await startServer({ dataDir: folder });
  };

  const joined = (link: keyof CreatedBoard['secrets']): Promise<Joined> =>
    server.join(board.id, { secret: board.secrets[link] });
  const enter = (person: Joined): Promise<RawClient> => {
    const client = new RawClient(server.wsUrl, board.id, person.ticket);
    clients.push(client);
    return client.synced();
  };
  const setStep = async (step: CurrentStep | null): Promise<void> => {
    expect(await command(lead, { type: 'setStep', step })).toMatchObject({ ok: true });
  };
  const latin = (text: string): string => Buffer.from(text).toString('latin1');
  /** Every byte of the data folder but those of the key. */
  const raw = (): string =>
    readdirSync(server.dataDir)
      .filter((name) => name.includes('.db'))
      .map((name) => readFileSync(join(server.dataDir, name), 'latin1'))
      .join('');
  const times = (text: string, needle: string): number => text.split(needle).length - 1;
  /** A document client id as an update holds it. */
  const idBytes = (client: number): string =>
    Buffer.from(encoding.encode((encoder) => encoding.writeVarUint(encoder, client))).toString('latin1');
  const rows = (sql: string): SqlRow[] => {
    const db = openDatabase(join(server.dataDir, DATABASE_FILE), { busyTimeoutMs: 1_000 });
    try {
      return db.prepare(sql).all();
    } finally {
      db.close();
    }
  };
  const privateTables = (): SqlRow[] => rows("SELECT name FROM sqlite_schema WHERE name LIKE 'private%'");

  it('is linked to its author by no id, row, order or byte once it is on the board', async () => {
    const texts = shortContributions(40);
    await setStep(SECRET);
    const people = await Promise.all(texts.map(() => joined('participate')));
    const authors: RawClient[] = [];
    for (const person of people) authors.push(await enter(person));
    const privateIds: number[] = [];
    for (const [i, author] of authors.entries()) {
      await author.openPrivate();
      privateIds.push(author.privateDoc?.clientID as number);
      author.addPrivateNote(`own-${i}-${author.welcome?.participant.id}`, (texts[i] as string).slice(0, 4));
      author.typePrivately(`own-${i}-${author.welcome?.participant.id}`, (texts[i] as string).slice(4));
      author.showPresence(JSON.stringify({ cursor: [i, i], editing: `own-${i}-${author.welcome?.participant.id}` }));
      await author.allSaved();
    }
    expect(raw()).toContain(idBytes(privateIds[0] as number));
    expect(raw()).toContain('own-0-');
    expect(privateTables()).toHaveLength(2);

    await setStep(OPEN);
    await eventually(() => expect(lead.board.size).toBe(40));
    const notes = [...lead.board.elements()];
    expect(notes.map(({ text }) => text).sort()).toEqual([...texts].sort());
    expect(notes.filter(({ by }) => by !== undefined)).toEqual([]);
    // The order in which they lie, and the order in which they were sent: neither is that of writing.
    const byZ = [...notes].sort((a, b) => (a.z < b.z ? -1 : 1)).map(({ text }) => text);
    expect(byZ).not.toEqual(texts);
    expect([...lead.doc.getMap('elements').keys()].map((id) => lead.board.get(id)?.text)).not.toEqual(texts);
    const writers = [...Y.decodeStateVector(Y.encodeStateVector(lead.doc)).keys()];
    expect(writers.filter((client) => !isServerClientId(client))).toEqual([]);

    await Promise.all(authors.map((author) => eventually(() => expect(author.isPrivateSynced).toBe(true))));
    const stored = raw();
    for (const [i, text] of texts.entries()) {
      // Once, in the log of the board; where a page of the file ends within it, it is in no file in one piece.
      expect([text, times(stored, latin(text)) <= 1]).toEqual([text, true]);
      const id = privateIds[i] as number;
      if (id > 2 ** 28) expect([id, stored.includes(idBytes(id))]).toEqual([id, false]);
    }
    expect(stored).not.toContain('own-');
    expect(privateTables()).toEqual([]);
    expect(rows("SELECT * FROM docs WHERE name <> 'board'")).toEqual([]);
    expect(rows('SELECT * FROM owners')).toEqual([]);
    expect(rows('SELECT * FROM claims').filter(({ client }) => privateIds.includes(Number(client)))).toEqual([]);
    // All of it is one row of the log.
    expect(rows('SELECT * FROM log')).toHaveLength(1);
    for (const other of [lead, authors[0] as RawClient]) {
      const heard = Buffer.concat(other.messages.map((one) => Buffer.from(one))).toString('latin1');
      if (other === lead) expect(heard).not.toContain('own-');
      expect(heard).not.toContain(`own-1-`);
    }
    expect(server.log()).not.toContain('own-');
  });

  it('[P33] is not brought back by a device that goes on with the old document, however it tries', async () => {
    await setStep(SECRET);
    const person = await joined('participate');
    const author = await enter(person);
    await author.openPrivate();
    author.addPrivateNote('old', CANARY);
    await author.allSaved();
    const old = author.privateDoc as Y.Doc;
    const kept = new Y.Doc();
    Y.applyUpdate(kept, Y.encodeStateAsUpdate(old));
    await setStep(OPEN);
    await eventually(() => expect(author.privateDoc).not.toBe(old));
    expect(times(raw(), latin(CANARY))).toBe(1);

    // In the same connection: late letters, the whole once more.
    const text = (kept.getMap('elements').get('old') as Y.Map<unknown>).get('text') as Y.Text;
    const whole = (): Uint8Array => Y.encodeStateAsUpdate(kept);
    author.send(encodePrivateSync(SYNC.step1, Y.encodeStateVector(kept)));
    author.sendPrivately(whole(), SYNC.step2);
    // And coming back with it, as a device that was away.
    const back = new RawClient(server.wsUrl, board.id, person.ticket);
    clients.push(back);
    await back.synced();
    back.send(encodePrivateSync(SYNC.step1, Y.encodeStateVector(kept)));
    text.insert(0, 'Encore : ');
    back.sendPrivately(whole(), SYNC.step2);
    back.sendPrivately(whole());
    await back.allSaved();
    expect(back.closeCode).toBeNull();
    await eventually(() => expect(back.eventsOf('control').at(-1)?.control.privateEpoch).toBe(1));
    expect(times(raw(), latin(CANARY))).toBe(1);
    expect(privateTables()).toEqual([]);
    await lead.settled();
    expect(lead.board.size).toBe(1);
    // A new document works as before.
    await back.openPrivate();
    await setStep({ ...SECRET, id: 'redire' });
    back.addPrivateNote('new', 'Une autre chose');
    await back.allSaved();
    const again = await enter(person);
    await again.openPrivate();
    expect(again.privately()).toMatchObject({ new: { text: 'Une autre chose', step: 'redire' } });
  });

  it('stays so when the step that is open names people from now on', async () => {
    await setStep({ ...SECRET, private: { until: 'facilitator' } });
    const author = await enter(await joined('participate'));
    await author.openPrivate();
    author.addPrivateNote('n1', CANARY);
    await author.allSaved();
    await setStep({ ...SECRET, attribution: 'named', private: { until: 'facilitator' } });
    author.addPrivateNote('n2', 'Avec mon nom ?');
    await author.allSaved();
    await command(lead, { type: 'reveal' });
    await eventually(() => expect(lead.board.size).toBe(2));
    expect([...lead.board.elements()].filter(({ by, id }) => by !== undefined || id === 'n1')).toEqual([]);
    expect(privateTables()).toEqual([]);
  });

  /** That whoever wrote the one note on the board may neither sign it nor write on it as on their own. */
  const expectNobodys = async (author: RawClient, named: CurrentStep): Promise<void> => {
    const [note] = lead.board.elements();
    const id = note?.id as string;
    await author.settled();
    const before = contentOf(author.doc);
    const map = (): Y.Map<unknown> => author.doc.getMap('elements').get(id) as Y.Map<unknown>;
    const refused: string[] = [];
    const trying = async (act: () => void): Promise<void> => {
      const told = author.eventsOf('refused').length;
      act();
      await author.settled();
      await lead.settled();
      refused.push(
        ...author
          .eventsOf('refused')
          .slice(told)
          .map(({ code }) => code),
      );
      expect(contentOf(lead.doc)).toEqual(before);
    };
    await trying(() => author.board.edit('x', (w) => w.splice(id, { at: 0, remove: 0, insert: 'Moi : ' })));
    await setStep({ ...named, edit: 'all' });
    await trying(() => map().set('by', author.welcome?.participant.id));
    expect(refused).toEqual(['role', 'author']);
  };

  it('is nobody’s once the step it was written in names people, under the same name of the step', async () => {
    await setStep(SECRET);
    const author = await enter(await joined('participate'));
    await author.openPrivate();
    author.addPrivateNote('n1', CANARY);
    await author.allSaved();
    const named: CurrentStep = { ...OPEN, id: SECRET.id, edit: 'own' };
    await setStep(named);
    await eventually(() => expect(lead.board.size).toBe(1));
    await expectNobodys(author, named);
  });

  it('is nobody’s either where it was revealed in its step, and the step names people from then on', async () => {
    const secret: CurrentStep = { ...SECRET, private: { until: 'facilitator' } };
    await setStep(secret);
    const author = await enter(await joined('participate'));
    await author.openPrivate();
    author.addPrivateNote('n1', CANARY);
    await author.allSaved();
    expect(await command(lead, { type: 'reveal' })).toMatchObject({ ok: true });
    await eventually(() => expect(lead.board.size).toBe(1));
    const named: CurrentStep = { ...OPEN, id: SECRET.id, edit: 'own' };
    await setStep(named);
    await expectNobodys(author, named);
  });

  it.each([
    ['another step', 'lire'],
    ['the same step, with names', SECRET.id],
  ])('of a facilitator is not to be signed either, once %s has begun in a room opened meanwhile', async (_, id) => {
    const facilitator = await joined('facilitate');
    await setStep(SECRET);
    await restart();
    lead = await enter(facilitator);
    lead.addNote('n1', CANARY);
    await lead.allSaved();
    await setStep({ ...OPEN, id });
    (lead.doc.getMap('elements').get('n1') as Y.Map<unknown>).set('by', lead.welcome?.participant.id);
    await lead.settled();
    await eventually(() => expect(lead.eventsOf('refused')).toMatchObject([{ code: 'author', elements: ['n1'] }]));
    expect(contentOf(lead.doc).n1).not.toHaveProperty('by');
  });

  it('leaves no draft on the server, while drafts of other steps stay with their author', async () => {
    const author = await enter(await joined('participate'));
    await author.openPrivate();
    await setStep({ ...OPEN, id: 'fermer', add: false });
    author.addNote('refused-before', 'Une idée d’avant');
    await author.allSaved();
    await setStep(SECRET);
    author.addNote('refused', CANARY);
    author.addPrivateNote('n1', 'Dit sans nom');
    await author.allSaved();
    await eventually(() => expect(Object.values(author.privately()).map(({ text }) => text)).toContain(CANARY));
    expect(raw()).toContain(latin(CANARY));
    await setStep(OPEN);
    await eventually(() => expect(lead.board.size).toBe(1));
    await eventually(() => expect(author.isPrivateSynced).toBe(true));
    expect(raw()).not.toContain(latin(CANARY));
    expect(Object.values(author.privately())).toMatchObject([{ text: 'Une idée d’avant', draft: true }]);
    // And again: what was carried over once is carried over twice.
    await setStep(SECRET);
    await setStep(OPEN);
    await eventually(() => expect(author.eventsOf('control').at(-1)?.control.privateEpoch).toBe(2));
    await eventually(() => expect(Object.values(author.privately())).toMatchObject([{ text: 'Une idée d’avant' }]));
  });

  it('[P34] is pointed at by nobody’s presence', async () => {
    await setStep(SECRET);
    const author = await enter(await joined('participate'));
    await author.openPrivate();
    author.addPrivateNote('n1', CANARY);
    await author.allSaved();
    const number = author.welcome?.connection as number;
    const shown = (): string | undefined => lead.presence.get(number);
    author.showPresence(
      JSON.stringify({
        cursor: [5, 5],
        selection: ['n1'],
        editing: 'n1',
        drag: { ids: ['n1'], by: [1, 2] },
        trail: { id: 'l1', kind: 'stroke', color: 'ink', width: 4, from: 0, points: [5, 5, 9, 9] },
        more: 'n1',
      }),
    );
    await eventually(() => expect(shown()).toBe('{"selection":[]}'));
    await setStep(OPEN);
    await eventually(() => expect(lead.board.size).toBe(1));
    // Their device still believes it is typing there.
    author.showPresence(JSON.stringify({ cursor: [6, 6], editing: 'n1' }));
    await eventually(() => expect(shown()).toContain('[6,6]'));
    expect([...lead.board.ids()]).not.toContain('n1');
    expect(contentOf(lead.doc)).not.toHaveProperty('n1');
  });
});
