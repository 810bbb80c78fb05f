/** From one step to the next, while people go on writing: what was on its way is judged by the step it arrives in. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CreatedBoard, Joined } from '../../server/http/ports.ts';
import { MemoryDisk, MemoryStorage } from '../../server/storage/memory/MemoryStorage.ts';
import { type CurrentStep, OPEN_STEP, type Step } from '../../shared/access/Step.ts';
import { command, say } from '../helpers/commands.ts';
import { contentOf, RawClient } from '../helpers/rawClient.ts';
import { type InProcessServer, startServer } from '../helpers/server.ts';

const stepOf = (change: Partial<Step>): CurrentStep => ({ id: 'etape', ...OPEN_STEP, ...change });
const READING = stepOf({ add: false, edit: 'none', move: 'none' });
const OWN = stepOf({ edit: 'own', move: 'own' });

describe('a change of step', () => {
  let disk: MemoryDisk;
  let storage: MemoryStorage;
  let server: InProcessServer;
  let board: CreatedBoard;
  let lea: RawClient;
  let anaIn: Joined;
  let ana: RawClient;
  let bruno: RawClient;
  const clients: RawClient[] = [];

  const connect = async (joined: Joined): Promise<RawClient> => {
    const client = new RawClient(server.wsUrl, board.id, joined.ticket);
    clients.push(client);
    return client.synced();
  };
  const join = (link: 'facilitate' | 'participate', known?: Joined): Promise<Joined> =>
    server.join(board.id, { secret: board.secrets[link], ...(known && { participant: known.participant }) });
  const setStep = async (step: CurrentStep | null): Promise<void> => {
    expect(await command(lea, { type: 'setStep', step })).toMatchObject({ ok: true });
  };
  const received = (client: RawClient, text: string): boolean =>
    client.messages.some((message) => Buffer.from(message).includes(text));
  const rewrite = (client: RawClient, id: string, insert: string): void =>
    client.board.edit('x', (write) => write.splice(id, { at: 0, remove: 0, insert }));

  beforeEach(async () => {
    disk = new MemoryDisk();
    storage = new MemoryStorage(disk);
    server = await startServer({ storage });
    board = await server.createBoard();
    anaIn = await join('participate');
    lea = await connect(await join('facilitate'));
    ana = await connect(anaIn);
    bruno = await connect(await join('participate'));
    ana.addNote('a', 'Des bancs');
    bruno.addNote('b', 'Des arbres');
    await Promise.all([ana.allSaved(), bruno.allSaved()]);
  });
  afterEach(async () => {
    for (const client of clients.splice(0)) client.leave();
    await server.close();
  });

  it('takes back, unseen by anybody, what somebody wrote who had not heard of it', async () => {
    ana.socket.pause();
    await setStep(READING);
    ana.addNote('late', 'canari-nouveau');
    rewrite(ana, 'a', 'canari-texte ');
    ana.board.edit('x', (write) => write.set('b', { place: [null, 70, 70] }));
    ana.socket.resume();
    await ana.settled();
    await bruno.settled();
    expect(contentOf(ana.doc)).toEqual(contentOf(bruno.doc));
    expect([bruno.board.get('late'), bruno.board.get('a')?.text]).toEqual([undefined, 'Des bancs']);
    expect(ana.eventsOf('refused').flatMap(({ elements }) => elements)).toEqual(['late', 'a', 'b']);
    for (const other of [bruno, lea]) expect(received(other, 'canari')).toBe(false);
    // Nothing of it in the board's log; what its author wrote is kept for them, elsewhere.
    const logged = disk.docs.get(`${board.id}/board`)?.updates ?? [];
    expect(logged.length).toBeGreaterThan(0);
    expect(logged.some((update) => Buffer.from(update).includes('canari'))).toBe(false);
  });

  it('divides a burst in two: all that came before it stands, nothing of what came after', async () => {
    const ids = Array.from({ length: 320 }, (_, i) => `n${i}`);
    ana.socket.pause();
    for (const id of ids.slice(0, 150)) ana.addNote(id, 'Un guichet');
    const changed = command(lea, { type: 'setStep', step: READING });
    for (const id of ids.slice(150, 300)) {
      ana.addNote(id, 'Un guichet');
      await new Promise((resolve) => setImmediate(resolve));
    }
    await changed;
    for (const id of ids.slice(300)) ana.addNote(id, 'Un guichet');
    ana.socket.resume();
    await ana.settled();
    await bruno.settled();
    const stood = ids.filter((id) => bruno.board.get(id));
    expect(stood).toEqual(ids.slice(0, stood.length));
    expect(stood.length).toBeLessThanOrEqual(300);
    expect(ana.eventsOf('refused').flatMap(({ elements }) => elements)).toEqual(ids.slice(stood.length));
    expect(contentOf(ana.doc)).toEqual(contentOf(bruno.doc));
  });

  it('is the same for who changes group: the next frame is judged by the new one', async () => {
    await setStep(stepOf({ add: false, groups: { plume: { add: true } } }));
    const participant = anaIn.participant.id;
    expect(await command(lea, { type: 'setGroup', participant, group: 'plume' })).toMatchObject({ ok: true });
    ana.addNote('in', 'Avec plume');
    await ana.settled();
    // Even while the change is not on disk yet.
    const release = storage.hold();
    say(lea, { type: 'setGroup', participant, group: null });
    await lea.heard();
    ana.addNote('out', 'Sans plume');
    await ana.heard();
    release();
    await ana.settled();
    await bruno.settled();
    expect([bruno.board.get('in')?.text, bruno.board.get('out')]).toEqual(['Avec plume', undefined]);
  });

  it('narrows a facilitator who is lowered in the middle of a burst, and a ticket from before', async () => {
    await setStep(READING);
    const maxIn = await join('facilitate');
    const max = await connect(maxIn);
    for (let i = 0; i < 200; i++) {
      max.addNote(`m${i}`, 'Un guichet');
      if (i === 100) say(lea, { type: 'demote', participant: maxIn.participant.id });
    }
    expect(await max.closed()).toBe(4503);
    await bruno.settled();
    const there = (): string[] => Object.keys(contentOf(bruno.doc)).filter((id) => id.startsWith('m'));
    const before = there();
    expect(before.toSorted()).toEqual(before.map((_, i) => `m${i}`).toSorted());
    const again = await connect(maxIn);
    expect(again.welcome?.participant.role).toBe('participant');
    again.addNote('m-again', 'Encore un guichet');
    await again.settled();
    await bruno.settled();
    expect(there()).toEqual(before);
  });

  it('lets people touch what is theirs and nothing else, also after a restart and an undone deletion', async () => {
    ana.board.edit('x', (write) => write.delete('a'));
    await ana.allSaved();
    await bruno.settled();
    bruno.addNote('a', 'Des bancs');
    await bruno.allSaved();
    for (const client of clients.splice(0)) client.leave();
    await server.close();

    server = await startServer({ storage: new MemoryStorage(disk) });
    lea = await connect(await join('facilitate'));
    ana = await connect(await join('participate', anaIn));
    bruno = await connect(await join('participate'));
    await setStep(OWN);
    rewrite(ana, 'a', 'Peut-être : ');
    rewrite(ana, 'b', 'À moi : ');
    rewrite(bruno, 'a', 'À moi : ');
    await Promise.all([ana.settled(), bruno.settled()]);
    await lea.settled();
    expect([lea.board.get('a')?.text, lea.board.get('b')?.text]).toEqual(['Peut-être : Des bancs', 'Des arbres']);
  });
});
