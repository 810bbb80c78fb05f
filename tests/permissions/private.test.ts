/**
 * Private means private: before the reveal nobody else's device is sent a byte of what somebody writes for themselves, whoever asks in
 * whatever way; the reveal makes each note everyone's once; what came too late goes back to its author.
 */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { CreatedBoard, Joined } from '../../server/http/ports.ts';
import { type CurrentStep, OPEN_STEP } from '../../shared/access/Step.ts';
import { buildMap } from '../../shared/board/layout.ts';
import { encodePrivateSync, encodeSync, MESSAGE, SYNC } from '../../shared/protocol/frames.ts';
import { LIMITS } from '../../shared/protocol/limits.ts';
import { command, commandId, postCommand } from '../helpers/commands.ts';
import { readContributions } from '../helpers/contributions.ts';
import { eventually } from '../helpers/eventually.ts';
import { contentOf, RawClient, type RawClientOptions } from '../helpers/rawClient.ts';
import { type InProcessServer, startServer } from '../helpers/server.ts';

const CANARY = 'Le canari ne chante pas devant la direction';
const WRITE: CurrentStep = { id: 'ecrire', ...OPEN_STEP, private: { until: 'facilitator' } };

describe('a private note', () => {
  let server: InProcessServer;
  let board: CreatedBoard;
  let clients: RawClient[];

  beforeEach(async () => {
    server = await startServer();
    board = await server.createBoard({ title: 'Accueillir au guichet' });
    clients = [];
  });
  afterEach(async () => {
    for (const client of clients) client.leave();
    await server.close();
  });

  const joined = (link: keyof CreatedBoard['secrets'], name = ''): Promise<Joined> =>
    server.join(board.id, { secret: board.secrets[link], ...(name && { name }) });
  const enter = (person: Joined, options: RawClientOptions = {}): Promise<RawClient> => {
    const client = new RawClient(server.wsUrl, board.id, person.ticket, options);
    clients.push(client);
    return client.synced();
  };
  const setStep = (by: RawClient, step: CurrentStep | null): Promise<unknown> => command(by, { type: 'setStep', step });
  /** Every byte of every message somebody was sent. */
  const bytesOf = (client: RawClient): string =>
    Buffer.concat(client.messages.map((one) => Buffer.from(one))).toString('latin1');
  const latin = (text: string): string => Buffer.from(text).toString('latin1');

  it('[P27] reaches no other socket, no answer, no log, before it is revealed', async () => {
    const lead = await enter(await joined('facilitate'));
    const author = await enter(await joined('participate', 'Amélie'));
    const others = [
      lead,
      await enter(await joined('participate')),
      await enter(await joined('watch')),
      await enter(await joined('participate'), { isStock: true }),
      await enter(await joined('watch'), { isStock: true }),
    ];
    await setStep(lead, WRITE);
    await author.openPrivate();
    for (const other of [others[0], others[1]]) await other?.openPrivate();
    author.addPrivateNote('n-secret', CANARY);
    for (const letter of ' et elle a raison') author.typePrivately('n-secret', letter);
    author.showPresence(
      JSON.stringify({
        cursor: [77, 77],
        selection: ['n-secret'],
        editing: 'n-secret',
        drag: { ids: ['n-secret'], by: [1, 1] },
      }),
    );
    await author.allSaved();

    // They ask for it in every way there is.
    for (const other of others) {
      for (const encode of [encodeSync, encodePrivateSync]) other.send(encode(SYNC.step1, new Uint8Array([0])));
      await other.settled();
    }
    const late = await enter(await joined('facilitate'));
    await late.openPrivate();
    await eventually(() => expect(late.welcome?.roster.people).toHaveLength(7));
    const headers = { authorization: `Bearer ${(await joined('facilitate')).ticket}` };
    for (const path of ['', '/links', '/export/png', '/export/json', '/session']) {
      const response = await fetch(`${server.url}/api/boards/${board.id}${path}`, { headers });
      const body = Buffer.from(await response.arrayBuffer()).toString('latin1');
      expect(body).not.toContain(latin(CANARY));
      expect(body).not.toContain('n-secret');
    }
    await eventually(() => expect(late.presence.size).toBeGreaterThan(0));
    for (const other of [...others, late]) {
      expect(bytesOf(other)).not.toContain(latin(CANARY));
      expect(bytesOf(other)).not.toContain('n-secret');
      expect(bytesOf(other)).not.toContain('[77,77]');
    }
    expect(server.log()).not.toContain(CANARY);
    expect(server.log()).not.toContain('n-secret');
    expect(author.privately()['n-secret']).toMatchObject({ text: `${CANARY} et elle a raison`, step: 'ecrire' });
  });

  it('is the same in two tabs of one person, and comes back after a restart', async () => {
    const lead = await enter(await joined('facilitate'));
    const person = await joined('participate', 'Max');
    const [one, two] = [await enter(person), await enter(person)];
    await setStep(lead, WRITE);
    await Promise.all([one.openPrivate(), two.openPrivate()]);
    one.addPrivateNote('n1', 'Ouvrir le samedi');
    await eventually(() => expect(two.privately().n1).toMatchObject({ text: 'Ouvrir le samedi' }));
    two.typePrivately('n1', ' matin');
    await eventually(() => expect(one.privately().n1).toMatchObject({ text: 'Ouvrir le samedi matin' }));
    expect(one.privately()).toEqual(two.privately());
    await Promise.all([one.allSaved(), two.allSaved()]);
    const before = one.privately();
    // All that was acknowledged is on disk: a copy of the files is what a killed server leaves.
    const folder = mkdtempSync(join(tmpdir(), 'pele-mele-test-'));
    cpSync(server.dataDir, folder, { recursive: true });
    const again = await startServer({ dataDir: folder });
    const back = new RawClient(again.wsUrl, board.id, person.ticket);
    clients.push(back);
    await back.synced();
    await back.openPrivate();
    expect(back.privately()).toEqual(before);
    back.leave();
    await again.close();
    rmSync(folder, { recursive: true });
  });

  it('[P28] is acknowledged in one count with the board’s, only when it is on disk', async () => {
    const lead = await enter(await joined('facilitate'));
    const author = await enter(await joined('participate'));
    await author.openPrivate();
    lead.addNote('b0', 'Sur le mur');
    author.addNote('b1', 'Sur le mur aussi');
    await setStep(lead, WRITE);
    author.addPrivateNote('n1', 'Pour moi');
    author.typePrivately('n1', ' seule');
    await author.allSaved();
    // Step 2 of both documents, one board note, a private note, one more word.
    expect(author.saved).toBe(5);
  });

  it('[P29] may be written where and what the step allows; elsewhere it stays a draft', async () => {
    const lead = await enter(await joined('facilitate'));
    const author = await enter(await joined('participate'));
    lead.board.edit('area', (write) => {
      const frame = { kind: 'frame', place: [null, 0, 0], size: [800, 600], z: 'a0' } as const;
      write.create({ ...frame, id: 'ici' });
      write.create({ ...frame, id: 'ailleurs', place: [null, 2000, 0] });
    });
    await author.openPrivate();
    author.addPrivateNote('early', 'Trop tôt');
    await setStep(lead, { ...WRITE, areas: ['ici'], edit: 'none' });
    author.addPrivateNote('good', 'Au bon endroit', { place: ['ici', 20, 20] });
    author.addPrivateNote('wrong', 'Au mauvais endroit', { place: ['ailleurs', 20, 20] });
    await author.allSaved();
    author.typePrivately('good', ', et encore');
    await author.allSaved();
    await eventually(() => expect(author.eventsOf('refused')).toHaveLength(3));
    const own = author.privately();
    expect(own.good).toMatchObject({ text: 'Au bon endroit', step: 'ecrire', by: author.welcome?.participant.id });
    expect(own.good).not.toHaveProperty('draft');
    expect([own.early?.draft, own.wrong?.draft]).toEqual([true, true]);
    // What could not be written there is not lost either.
    expect(Object.values(own).filter(({ text }) => text === ', et encore')).toMatchObject([{ draft: true }]);
    await command(lead, { type: 'reveal' });
    await eventually(() => expect(contentOf(lead.doc)).toHaveProperty('good'));
    const { good } = contentOf(lead.doc);
    expect(good).toMatchObject({ place: ['ici', 20, 20], by: author.welcome?.participant.id });
    expect(good).not.toHaveProperty('step');
    expect(Object.keys(contentOf(lead.doc)).sort()).toEqual(['ailleurs', 'good', 'ici']);
  });

  it.each<[string, Readonly<Record<string, unknown>>, string]>([
    ['of a kind that is none', { kind: 'zeppelin' }, 'schema'],
    ['that is an area', { kind: 'frame' }, 'schema'],
    ['of no place', { place: 'partout' }, 'schema'],
    ['with a lock', { lock: 'oui' }, ''],
    ['that names somebody else', { by: 'somebody' }, ''],
    ['that says it is a draft', { draft: 1, step: 'autre' }, ''],
  ])('%s is taken back or put right', async (_name, more, code) => {
    const lead = await enter(await joined('facilitate'));
    const author = await enter(await joined('participate'));
    await setStep(lead, WRITE);
    await author.openPrivate();
    author.addPrivateNote('n1', 'À revoir', more);
    await author.allSaved();
    const me = author.welcome?.participant.id;
    if (code) await eventually(() => expect(author.eventsOf('refused')).toMatchObject([{ code, elements: ['n1'] }]));
    else
      await eventually(() =>
        expect(author.privately().n1).toEqual({ ...author.privately().n1, step: 'ecrire', by: me }),
      );
    const right = author.privately().n1;
    expect(code ? right : [right?.lock, right?.draft]).toEqual(code ? undefined : [undefined, undefined]);
  });

  it('of which there are too many becomes a draft, and old drafts give way', async () => {
    const lead = await enter(await joined('facilitate'));
    const author = await enter(await joined('participate'));
    await setStep(lead, WRITE);
    await author.openPrivate();
    for (let n = 0; n < LIMITS.privateElements + LIMITS.drafts + 10; n++) author.addPrivateNote(`n${n}`, `Idée ${n}`);
    await author.allSaved();
    const own = Object.entries(author.privately());
    const drafts = own.filter(([, { draft }]) => draft === true).map(([id]) => id);
    expect([own.length - drafts.length, drafts.length]).toEqual([LIMITS.privateElements, LIMITS.drafts]);
    expect(drafts).not.toContain(`n${LIMITS.privateElements}`);
    expect(drafts).toContain(`n${LIMITS.privateElements + LIMITS.drafts + 9}`);
  });

  it('[P27] is refused from viewers, who are closed at the second try', async () => {
    const viewer = await enter(await joined('watch'));
    viewer.send(encodePrivateSync(SYNC.step1, new Uint8Array([0])));
    await viewer.settled();
    expect(viewer.messages.filter(([type]) => type === MESSAGE.privateSync)).toEqual([]);
    const doc = new Y.Doc();
    doc.getMap('elements').set('n1', buildMap({ kind: 'note', place: [null, 0, 0], z: 'a0', text: CANARY }));
    viewer.sendPrivately(Y.encodeStateAsUpdate(doc));
    viewer.sendPrivately(Y.encodeStateAsUpdate(doc), SYNC.step2);
    expect(await viewer.closed()).toBe(4400);
    expect(viewer.eventsOf('refused')[0]).toMatchObject({ code: 'role' });
    expect(raw()).not.toContain(latin(CANARY));
  });

  /** Every file of the data folder. */
  const raw = (): string =>
    readdirSync(server.dataDir)
      .map((name) => readFileSync(join(server.dataDir, name), 'latin1'))
      .join('');

  it('[P30] written by a client that missed the switch comes back to its author as a draft, and is seen by nobody', async () => {
    const lead = await enter(await joined('facilitate'));
    const witness = await enter(await joined('participate'));
    const author = await enter(await joined('participate'));
    await author.openPrivate();
    await setStep(lead, WRITE);
    author.addNote('n-missed', CANARY);
    await author.allSaved();
    await eventually(() =>
      expect(Object.values(author.privately())).toMatchObject([{ text: CANARY, draft: true, step: 'ecrire' }]),
    );
    await eventually(() =>
      expect(author.eventsOf('refused')).toMatchObject([{ code: 'role', elements: ['n-missed'] }]),
    );
    expect(contentOf(author.doc)).toEqual({});
    await command(lead, { type: 'reveal' });
    await Promise.all([lead.settled(), witness.settled()]);
    for (const other of [lead, witness]) expect(bytesOf(other)).not.toContain(latin(CANARY));
    expect(contentOf(lead.doc)).toEqual({});
    expect(server.log()).not.toContain(CANARY);
  });

  it('[P31] goes to the board when the step begins that it was kept until, also of those who have gone', async () => {
    const lead = await enter(await joined('facilitate'));
    const author = await enter(await joined('participate'));
    const gone = await enter(await joined('participate'));
    const until: CurrentStep = { ...WRITE, private: { until: 'partager' } };
    await setStep(lead, until);
    await Promise.all([author.openPrivate(), gone.openPrivate()]);
    author.addPrivateNote('n1', 'Une borne à l’entrée');
    gone.addPrivateNote('n2', 'Un café offert');
    await Promise.all([author.allSaved(), gone.allSaved()]);
    gone.leave();
    await setStep(lead, { id: 'pause', ...OPEN_STEP });
    await lead.settled();
    expect(contentOf(lead.doc)).toEqual({});
    expect(lead.eventsOf('control').at(-1)?.control.unrevealed).toEqual([until]);
    await setStep(lead, { id: 'partager', ...OPEN_STEP });
    await eventually(() => expect(Object.keys(contentOf(lead.doc)).sort()).toEqual(['n1', 'n2']));
    expect(lead.eventsOf('revealed')).toMatchObject([{ steps: ['ecrire'], notes: 2 }]);
    expect(lead.eventsOf('control').at(-1)?.control).not.toHaveProperty('unrevealed');
    await eventually(() => expect(author.privately()).toEqual({}));
  });

  it('is revealed over HTTP too, of a board where nobody is, and once only', async () => {
    const facilitator = await joined('facilitate');
    const lead = await enter(facilitator);
    const author = await enter(await joined('participate'));
    await setStep(lead, WRITE);
    await author.openPrivate();
    author.addPrivateNote('n1', 'Afficher les horaires');
    await author.allSaved();
    author.leave();
    await eventually(() => expect(lead.eventsOf('roster').at(-1)?.count).toBe(1));
    // Something is written, after which the room lets go of what nobody there needs.
    lead.addNote('b1', 'Au guichet');
    await lead.allSaved();
    lead.leave();
    const id = commandId();
    for (let n = 0; n < 3; n++) {
      const answer = await postCommand(server.url, board.id, facilitator.ticket, { id, type: 'reveal' });
      expect(answer).toMatchObject({ status: 200, body: { ok: true, rev: 3 } });
    }
    const back = await enter(facilitator);
    expect(contentOf(back.doc)).toMatchObject({ n1: { text: 'Afficher les horaires' } });
    expect(back.board.size).toBe(2);
  });

  it('[P32] of each of 200 people who are typing stands on the board once; what came late is a draft of its author', async () => {
    const lead = await enter(await joined('facilitate'));
    const texts = readContributions()
      .map(({ text }) => text.slice(0, 80))
      .filter((text) => text.length >= 20)
      .slice(0, 200);
    expect(texts.length).toBe(200);
    const people = await Promise.all(texts.map(() => joined('participate')));
    const authors = await Promise.all(people.map((person) => enter(person)));
    await setStep(lead, WRITE);
    await Promise.all(authors.map((author) => author.openPrivate()));
    const written = texts.map(() => '');
    authors.forEach((author, i) => {
      author.addPrivateNote(`n${i}`, '');
    });
    let round = 0;
    const type = (): void => {
      authors.forEach((author, i) => {
        const letters = (texts[i] as string).slice(3 * round, 3 * round + 3);
        if (!letters || !author.privately()[`n${i}`]) return;
        author.typePrivately(`n${i}`, letters);
        written[i] += letters;
      });
      round++;
    };
    let answered: unknown = null;
    for (let n = 0; n < 4; n++) type();
    void command(lead, { type: 'reveal' }).then((result) => {
      answered = result;
    });
    await eventually(
      () => {
        type();
        expect(answered).toMatchObject({ ok: true });
      },
      { everyMs: 1 },
    );
    await setStep(lead, null);
    await Promise.all(authors.map((author) => author.allSaved()));
    await lead.settled();
    const onBoard = contentOf(lead.doc) as Record<string, { text: string }>;
    expect(Object.keys(onBoard).length).toBeLessThanOrEqual(200);
    authors.forEach((author, i) => {
      const own = Object.values(author.privately());
      // Their own screen let nobody type on once the note was gone; what had left before that is here or there.
      const drafts = own.map(({ text }) => String(text)).join('');
      expect(own.every(({ draft }) => draft === true)).toBe(true);
      expect(`${onBoard[`n${i}`]?.text ?? ''}${drafts}`).toBe(written[i]);
    });
  });

  it('of somebody removed is revealed with the others, and they read nothing more', async () => {
    const lead = await enter(await joined('facilitate'));
    const person = await joined('participate');
    const author = await enter(person);
    await setStep(lead, WRITE);
    await author.openPrivate();
    author.addPrivateNote('n1', 'Ce que j’ai dit reste dit');
    await author.allSaved();
    await command(lead, { type: 'remove', participant: person.participant.id });
    expect(await author.closed()).toBe(4403);
    await command(lead, { type: 'reveal' });
    await eventually(() => expect(contentOf(lead.doc)).toHaveProperty('n1'));
  });

  it('with the id of something on the board takes nothing’s place', async () => {
    const lead = await enter(await joined('facilitate'));
    const author = await enter(await joined('participate'));
    lead.addNote('n1', 'J’étais là avant');
    await setStep(lead, WRITE);
    await author.openPrivate();
    author.addPrivateNote('n1', 'Et moi aussi');
    await author.allSaved();
    await command(lead, { type: 'reveal' });
    await eventually(() =>
      expect([...lead.board.elements()].map(({ text }) => text).sort()).toEqual(['Et moi aussi', 'J’étais là avant']),
    );
  });

  it('[P28] that leans on a missing part is held until it has come', async () => {
    const lead = await enter(await joined('facilitate'));
    const person = await joined('participate');
    const author = await enter(person);
    await setStep(lead, WRITE);
    await author.openPrivate();
    const doc = author.privateDoc as Y.Doc;
    const updates: Uint8Array[] = [];
    // Written while nothing is sent.
    author.isPrivateSynced = false;
    doc.on('update', (update: Uint8Array) => updates.push(update));
    author.addPrivateNote('n1', 'Un');
    author.typePrivately('n1', ' deux');
    const before = author.saved;
    // Deaf for a moment, so that the server's question is not answered.
    author.privateDoc = null;
    author.sendPrivately(updates[1] as Uint8Array);
    author.addNote('b1', 'Compté, et derrière le trou');
    await author.settled();
    expect(author.saved).toBe(before);
    author.sendPrivately(Y.encodeStateAsUpdate(doc), SYNC.step2);
    await author.allSaved();
    expect(author.saved).toBe(before + 3);
    const other = await enter(person);
    await other.openPrivate();
    expect(other.privately().n1).toMatchObject({ text: 'Un deux' });
  });
});
