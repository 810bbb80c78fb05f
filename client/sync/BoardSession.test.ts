import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { BoardDoc } from '../../shared/board/BoardDoc.ts';
import { fail, ok } from '../../shared/lib/result.ts';
import { encodePresenceState } from '../../shared/presence/Presence.ts';
import { CLOSE } from '../../shared/protocol/closeCodes.ts';
import { encodeJson, encodePresence, encodeSync, MESSAGE, SYNC } from '../../shared/protocol/frames.ts';
import { type BoardSession, type OpenBoardOptions, openBoard } from './BoardSession.ts';
import {
  createScriptedServer,
  emptyAwareness,
  encodeForeignNote,
  type ScriptedServer,
  WELCOME,
} from './ScriptedServer.ts';

const write = (board: BoardDoc, text: string): string =>
  board.edit('note.new', (writer) => writer.create({ kind: 'note', place: [null, 0, 0], z: 'a0', text }));

/** An update by somebody else that takes an element off the board. */
function encodeDeletion(board: BoardDoc, id: string): Uint8Array {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, board.encodeState());
  doc.getMap('elements').delete(id);
  return Y.encodeStateAsUpdate(doc);
}

/** Lets promises that have nothing left to wait for run their course. */
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('BoardSession', () => {
  let server: ScriptedServer;
  let session: BoardSession;
  let renew: OpenBoardOptions['renew'];
  const state = () => session.state.getState();
  const open = (): BoardSession => {
    session = openBoard({
      id: 'board-1',
      ticket: { ticket: 'first', epoch: 'epoch-1' },
      renew: () => renew(),
      environment: server.environment,
    });
    return session;
  };

  beforeEach(() => {
    server = createScriptedServer();
    renew = async () => ok({ ticket: 'second', epoch: 'epoch-1' });
    open();
  });
  afterEach(() => session.dispose());

  it('offers our protocol and its ticket, never in the address', () => {
    expect(server.last.url).toBe('ws://wall.test/sync/board-1');
    expect(server.last.protocols).toEqual(['pele-mele.1', 'ticket.first']);
  });

  it('takes one for who one was until the server says who one is', () => {
    session.dispose();
    session = openBoard({
      id: 'board-1',
      ticket: { ticket: 'first', epoch: 'epoch-1' },
      renew: () => renew(),
      environment: server.environment,
      known: { id: 'me', name: 'Ana', role: 'participant' },
    });
    expect(state()).toMatchObject({ me: { id: 'me', name: 'Ana', role: 'participant' }, control: null, loaded: false });
    server.welcome();
    expect(state().me).toMatchObject({ id: 'me', name: 'Inès', role: 'facilitator' });
  });

  it('is online once it is welcomed and has the board', () => {
    Y.applyUpdate(server.doc, encodeForeignNote('n1', 'Pour qui ?'));
    expect(state()).toMatchObject({ status: 'connecting', loaded: false });
    server.welcome();
    expect(state()).toMatchObject({
      status: 'online',
      loaded: true,
      unsaved: 0,
      me: { connection: 7, id: 'me', role: 'facilitator' },
      control: { title: 'Démarreur bienveillant' },
    });
    expect(session.board.get('n1')?.text).toBe('Pour qui ?');
  });

  it('writes under a client id of 53 bits and never sends awareness', () => {
    server.welcome();
    expect(session.board.doc.clientID).toBeGreaterThan(2 ** 32);
    session.presence.set({ cursor: [1, 2] });
    server.advance(100);
    expect(server.last.types()).toContain(MESSAGE.presence);
    session.dispose();
    expect(server.last.types()).not.toContain(MESSAGE.awareness);
  });

  it('counts a change as unsaved until the server has its frame on disk', () => {
    server.welcome();
    server.saved(1);
    write(session.board, 'D’où vient cette question ?');
    expect(state().unsaved).toBe(1);
    server.saved(1);
    expect(state().unsaved).toBe(1);
    server.saved(2);
    expect(state().unsaved).toBe(0);
  });

  it('does not count what others do', () => {
    server.welcome();
    server.last.say(encodeSync(SYNC.update, encodeForeignNote('n2', 'À quoi verrait-on que c’est réussi ?')));
    expect(session.board.get('n2')).toBeDefined();
    expect(state().unsaved).toBe(0);
  });

  it('brings what was written while away to the server when it comes back', () => {
    server.welcome();
    server.last.drop(CLOSE.restart);
    expect(state().status).toBe('offline');
    const id = write(session.board, 'Écrit pendant le redémarrage');
    session.board.edit('typing', (writer) => writer.splice(id, { at: 0, remove: 0, insert: '… ' }));
    expect(state().unsaved).toBe(1);
    server.advance(200);
    expect(server.sockets).toHaveLength(2);
    server.welcome();
    expect((server.doc.getMap('elements').get(id) as Y.Map<unknown>).get('text')?.toString()).toContain('redémarrage');
    expect(state()).toMatchObject({ status: 'online', unsaved: 1 });
    server.saved(1);
    expect(state().unsaved).toBe(0);
  });

  it('comes back at once when the person looks at the page again', () => {
    server.welcome();
    server.last.drop(1006);
    expect(server.sockets).toHaveLength(1);
    server.wake();
    expect(server.sockets).toHaveLength(2);
  });

  it('asks for a new ticket when the old one no longer opens', async () => {
    server.welcome();
    server.last.drop(CLOSE.ticketInvalid);
    await settle();
    expect(server.sockets).toHaveLength(2);
    expect(server.last.protocols).toEqual(['pele-mele.1', 'ticket.second']);
    expect(session.ticket()).toBe('second');
  });

  it('comes back with the ticket it has when the role has changed, and asks again what has no answer', async () => {
    renew = async () => fail('not_found');
    server.welcome();
    const commands = () =>
      server.sockets.map((socket) => socket.types().filter((type) => type === MESSAGE.command).length);
    const asked = session.command({ type: 'rename', name: 'Inès D.' });
    expect(commands()).toEqual([1]);
    server.last.drop(CLOSE.roleChanged);
    server.advance(500);
    expect(server.last.protocols).toEqual(['pele-mele.1', 'ticket.first']);
    server.welcome();
    expect(commands()).toEqual([1, 1]);
    const frame = server.last.received.findLast(([type]) => type === MESSAGE.command) as Uint8Array;
    const { id } = JSON.parse(new TextDecoder().decode(frame.slice(2))) as { id: string };
    server.last.say(encodeJson(MESSAGE.result, { id, ok: true, rev: 1 }));
    expect(await asked).toEqual({ ok: true, value: { rev: 1 } });
  });

  it('tries again later when no new ticket can be had for now', async () => {
    renew = async () => fail('unreachable');
    server.welcome();
    server.last.drop(CLOSE.ticketInvalid);
    await settle();
    expect(server.sockets).toHaveLength(1);
    expect(state().status).toBe('offline');
    server.advance(60_000);
    expect(server.sockets.length).toBeGreaterThan(1);
  });

  it('stops and says why when the person was removed or the board is gone', async () => {
    server.welcome();
    server.last.drop(CLOSE.removed);
    server.advance(60_000);
    expect(state()).toMatchObject({ status: 'refused', closeCode: CLOSE.removed });
    expect(server.sockets).toHaveLength(1);
  });

  it('stops when a renewal tells that the board is gone', async () => {
    renew = async () => fail('not_found');
    server.welcome();
    server.last.drop(CLOSE.ticketInvalid);
    await settle();
    expect(state()).toMatchObject({ status: 'refused', closeCode: CLOSE.boardNotFound });
  });

  it('never merges with another history of the board, and keeps the texts that were not saved', () => {
    server.welcome();
    write(session.board, 'Ma question est devenue…');
    server.last.drop(CLOSE.restart);
    server.advance(500);
    Y.applyUpdate(server.doc, encodeForeignNote('n3', 'Autre histoire'));
    server.welcome({ epoch: 'epoch-2' });
    expect(state()).toMatchObject({ status: 'refused', closeCode: CLOSE.otherEpoch });
    expect(session.board.get('n3')).toBeUndefined();
    expect(server.last.updates(SYNC.step2)).toEqual([]);
    expect(session.unsavedTexts()).toEqual(['Ma question est devenue…']);
  });

  it('takes a silent connection for dead while edits wait for it', () => {
    server.welcome();
    server.saved(1);
    server.advance(60_000);
    expect(server.sockets).toHaveLength(1);
    server.last.say(emptyAwareness());
    write(session.board, 'Qui relit ?');
    server.advance(4_000);
    expect(server.last.types()).toContain(MESSAGE.clock);
    expect(server.sockets).toHaveLength(1);
    server.advance(5_500);
    expect(server.sockets).toHaveLength(2);
    expect(state()).toMatchObject({ status: 'offline', unsaved: 1 });
  });

  it('keeps a connection that answers, however long its disk takes', () => {
    server.welcome();
    write(session.board, 'Qui relit ?');
    for (let second = 0; second < 30; second++) {
      server.advance(1_000);
      server.last.say(encodeJson(MESSAGE.clock, { asked: null, now: 1 }));
    }
    expect(server.sockets).toHaveLength(1);
  });

  it('finds out at once, on a look from a locked phone, that the line was cut meanwhile', () => {
    server.welcome();
    server.advance(5_000);
    server.wake();
    expect(server.last.types()).toContain(MESSAGE.clock);
    server.advance(3_000);
    expect(server.sockets).toHaveLength(2);
    server.welcome();
    server.wake();
    server.last.say(encodeJson(MESSAGE.clock, { asked: null, now: 1 }));
    server.advance(3_000);
    expect(server.sockets).toHaveLength(2);
  });

  it('dates what is said on the wall by the server’s clock, however far off the device’s is', () => {
    server.welcome();
    const device = server.environment.now();
    expect(session.board.moment()).toBe(WELCOME.now);
    expect(Math.abs(WELCOME.now - device)).toBeGreaterThan(10_000);
    server.advance(5_000);
    expect(session.board.moment()).toBe(WELCOME.now + 5_000);
  });

  it('hands back the words of an edit that was taken back', () => {
    server.welcome();
    const refusals: unknown[] = [];
    session.onRefusal((refusal) => refusals.push(refusal));
    const id = write(session.board, 'Écrit trop tard');
    session.board.applyRemote(encodeDeletion(session.board, id));
    server.last.say(encodeJson(MESSAGE.controlEvent, { type: 'refused', code: 'step', elements: [id] }));
    expect(refusals).toEqual([{ code: 'step', elements: [id], texts: ['Écrit trop tard'] }]);
  });

  it('follows control, roster and disk events, and passes refusals on', () => {
    server.welcome();
    const refusals: unknown[] = [];
    session.onRefusal((refusal) => refusals.push(refusal));
    const say = (event: unknown) => server.last.say(encodeJson(MESSAGE.controlEvent, event));
    say({ type: 'control', rev: 2, control: { ...WELCOME.control, rev: 2, title: 'Hub PME' } });
    say({ type: 'control', rev: 1, control: { ...WELCOME.control, rev: 1, title: 'Ancien titre' } });
    say({ type: 'storage', paused: true });
    say({ type: 'refused', code: 'too_many_elements', elements: ['n1'] });
    say({
      type: 'roster',
      count: 2,
      people: [
        { connection: 7, participant: 'me', name: 'Inès', role: 'participant', hue: 0 },
        { connection: 8, participant: 'marc', name: 'Marc', role: 'participant', hue: 1 },
      ],
    });
    expect(state()).toMatchObject({
      control: { title: 'Hub PME' },
      storagePaused: true,
      me: { role: 'participant' },
      roster: { count: 2 },
    });
    expect(refusals).toEqual([{ code: 'too_many_elements', elements: ['n1'], texts: [] }]);
    server.last.say(encodePresence([{ connection: 8, payload: encodePresenceState({ cursor: [3, 4] }) }]));
    expect(session.presence.others().get(8)?.presence).toEqual({ cursor: [3, 4] });
  });

  it('knows the group one is in also in a room of so many that nobody is listed', () => {
    const participant = { ...WELCOME.participant, group: 'jaunes' };
    server.welcome({ participant, roster: { count: 340, people: [] } });
    expect(state().me?.group).toBe('jaunes');
  });
});
