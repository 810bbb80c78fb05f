/**
 * Reactions, tags and comments by raw socket: everybody speaks under their own id and nobody else's, whoever holds the pen; what is locked
 * may be spoken of; a comment that is refused comes back to its writer. Which step allows what is in `steps.test.ts`.
 */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type * as Y from 'yjs';
import type { CreatedBoard } from '../../server/http/ports.ts';
import { MemoryStorage } from '../../server/storage/memory/MemoryStorage.ts';
import { OPEN_STEP } from '../../shared/access/Step.ts';
import { BoardDoc } from '../../shared/board/BoardDoc.ts';
import { History } from '../../shared/board/History.ts';
import { NO_MARKS } from '../../shared/elements/marks/Marks.ts';
import { commentKey, reactionKey, resolvedKey, tagKey } from '../../shared/elements/marks/markKeys.ts';
import { threadsOf } from '../../shared/elements/marks/threads.ts';
import { LIMITS } from '../../shared/protocol/limits.ts';
import { command } from '../helpers/commands.ts';
import { shortContributions } from '../helpers/contributions.ts';
import { eventually } from '../helpers/eventually.ts';
import { contentOf, RawClient } from '../helpers/rawClient.ts';
import { type InProcessServer, startServer } from '../helpers/server.ts';

const [TEXT = '', WORDS = '', OTHER_WORDS = ''] = shortContributions(3);
const AT = Date.UTC(2020, 10, 22, 9);
const DAY_MS = 24 * 60 * 60 * 1000;

describe('marks', () => {
  let storage: MemoryStorage;
  let server: InProcessServer;
  let board: CreatedBoard;
  let clients: RawClient[];
  let lea: RawClient;
  let ana: RawClient;
  let bruno: RawClient;

  const enter = async (link: keyof CreatedBoard['secrets']): Promise<RawClient> => {
    const { ticket } = await server.join(board.id, { secret: board.secrets[link] });
    const client = new RawClient(server.wsUrl, board.id, ticket);
    clients.push(client);
    return client.synced();
  };
  beforeEach(async () => {
    storage = new MemoryStorage();
    server = await startServer({ storage });
    board = await server.createBoard({ title: 'Place du marché' });
    clients = [];
    [lea, ana, bruno] = [await enter('facilitate'), await enter('participate'), await enter('participate')];
    ana.addNote('n1', TEXT);
    await ana.allSaved();
    await everybodySettled();
  });
  afterEach(async () => {
    for (const client of clients) client.leave();
    await server.close();
  });

  const idOf = (client: RawClient): string => client.welcome?.participant.id ?? '';
  const everybodySettled = async (): Promise<void> => {
    for (const client of clients) await client.settled();
    for (const client of clients) expect(contentOf(client.doc)).toEqual(contentOf(lea.doc));
  };
  /** Writes marks, waits until everybody has the same board, and answers what was refused of it. */
  const mark = async (client: RawClient, marks: Record<string, unknown>, id = 'n1'): Promise<unknown[]> => {
    const told = client.eventsOf('refused').length;
    client.board.edit('x', (write) => write.set(id, { marks }));
    await everybodySettled();
    return client
      .eventsOf('refused')
      .slice(told)
      .map(({ code }) => code);
  };
  const keys = (client = lea, id = 'n1'): Record<string, unknown> => ({ ...client.board.get(id)?.marks.keys });
  const said = (text: string, at = AT): object => ({ text, at });
  const commentOf = (client: RawClient, id = 'k1'): string => commentKey(`${idOf(client)}.${id}`);

  it('of several people at one moment all stand', async () => {
    for (const client of clients) {
      const marks = { [reactionKey(idOf(client), 'love')]: true, [commentOf(client)]: said(WORDS) };
      client.board.edit('x', (write) => write.set('n1', { marks }));
    }
    await Promise.all(clients.map((client) => client.allSaved()));
    await everybodySettled();
    expect(Object.keys(keys())).toHaveLength(6);
  });

  it.each(['reaction', 'comment', 'word on a thread'] as const)('no %s is written in another’s name', async (what) => {
    const forged = {
      reaction: { [reactionKey(idOf(ana), 'like')]: true },
      comment: { [commentOf(ana)]: said(WORDS) },
      'word on a thread': { [resolvedKey(idOf(ana), `${idOf(ana)}.k1`)]: { at: AT, is: true } },
    }[what];
    for (const forger of [bruno, lea]) expect(await mark(forger, forged)).toEqual(['author']);
    expect(keys()).toEqual({});
  });

  it('another’s words are changed by nobody, and taken away by whoever facilitates', async () => {
    const key = commentOf(ana);
    await mark(ana, { [key]: said(WORDS), [reactionKey(idOf(ana), 'like')]: true });
    for (const forger of [bruno, lea]) expect(await mark(forger, { [key]: said(OTHER_WORDS) })).toEqual(['author']);
    expect(await mark(bruno, { [key]: undefined })).toEqual(['author']);
    expect(keys()).toEqual({ [key]: said(WORDS), [reactionKey(idOf(ana), 'like')]: true });
    expect(await mark(lea, { [key]: undefined, [reactionKey(idOf(ana), 'like')]: undefined })).toEqual([]);
    expect(keys()).toEqual({});
  });

  it('a thread is settled by whoever began it, whose the element is, or who facilitates', async () => {
    const chloe = await enter('participate');
    const ref = `${idOf(bruno)}.k1`;
    await mark(bruno, { [commentOf(bruno)]: said(WORDS) });
    const isResolved = (): boolean => threadsOf(lea.board.get('n1')?.marks ?? NO_MARKS)[0]?.isResolved ?? false;
    expect(await mark(chloe, { [resolvedKey(idOf(chloe), ref)]: { at: AT, is: true } })).toEqual(['author']);
    expect(isResolved()).toBe(false);
    // The note is Ana's, the thread Bruno's.
    for (const [n, allowed] of [ana, bruno, lea].entries()) {
      const value = { at: AT + n, is: n % 2 === 0 };
      expect(await mark(allowed, { [resolvedKey(idOf(allowed), ref)]: value })).toEqual([]);
      expect(isResolved()).toBe(value.is);
    }
  });

  it('a thread that a clock of next week has settled is opened again, and words of such a clock throw nobody out', async () => {
    const ref = `${idOf(bruno)}.k1`;
    const ahead = Date.now() + 7 * DAY_MS;
    await mark(bruno, { [commentOf(bruno)]: said(WORDS) });
    for (let n = 0; n < 12; n++) {
      expect(await mark(bruno, { [commentOf(bruno, `k${n + 2}`)]: said(OTHER_WORDS, ahead) })).toEqual(['moment']);
    }
    expect(bruno.closeCode).toBeNull();
    const restart = async (now: () => number): Promise<void> => {
      for (const client of clients) client.leave();
      await server.close();
      server = await startServer({ storage: new MemoryStorage(storage.disk), now });
      clients = [];
      [lea, ana, bruno] = [await enter('facilitate'), await enter('participate'), await enter('participate')];
      await everybodySettled();
    };
    // The server's own clock was ahead when that was said.
    await restart(() => ahead);
    expect(await mark(lea, { [resolvedKey(idOf(lea), ref)]: { at: ahead, is: true } })).toEqual([]);
    await restart(Date.now);
    const own = resolvedKey(idOf(lea), ref);
    expect(await mark(lea, { [own]: { at: ahead + 9, is: false } })).toEqual(['moment']);
    expect(await mark(lea, { [own]: { at: ahead + 1, is: false } })).toEqual([]);
    expect(threadsOf(ana.board.get('n1')?.marks ?? NO_MARKS)[0]?.isResolved).toBe(false);
  });

  it('what is locked may be spoken of, and tagged by nobody who may not edit it', async () => {
    lea.board.edit('lock', (write) => write.set('n1', { lock: true }));
    await lea.allSaved();
    await everybodySettled();
    expect(await mark(bruno, { [commentOf(bruno)]: said(WORDS), [reactionKey(idOf(bruno), 'like')]: true })).toEqual(
      [],
    );
    expect(await mark(bruno, { [tagKey('Mobilité')]: 'blue' })).toEqual(['locked']);
    expect(Object.keys(keys())).toHaveLength(2);
  });

  it.each([
    ['anonymous', { attribution: 'anonymous' }],
    ['that goes by groups', { attribution: 'group' }],
    ['that is moderated', { moderation: 'inbox' }],
  ] as const)('in a step %s nobody signs anything, whoever facilitates apart', async (_name, rights) => {
    const step = { id: 'dire', ...OPEN_STEP, ...rights };
    expect(await command(lea, { type: 'setStep', step })).toMatchObject({ ok: true });
    await everybodySettled();
    expect(await mark(bruno, { [reactionKey(idOf(bruno), 'like')]: true })).toEqual(['role']);
    expect(await mark(bruno, { [commentOf(bruno)]: said(WORDS) })).toEqual(['role']);
    expect(keys()).toEqual({});
    expect(await mark(lea, { [commentOf(lea)]: said(WORDS) })).toEqual([]);
  });

  it('a refused comment comes back to its writer, in their own words', async () => {
    const step = { id: 'lire', ...OPEN_STEP, comment: false };
    expect(await command(lea, { type: 'setStep', step })).toMatchObject({ ok: true });
    await everybodySettled();
    await bruno.openPrivate();
    expect(await mark(bruno, { [commentOf(bruno)]: said(WORDS) })).toEqual(['role']);
    await eventually(() => {
      const drafts = Object.values(bruno.privately()).filter(({ draft }) => draft === true);
      expect(drafts.map(({ text }) => text)).toEqual([WORDS]);
    });
  });

  it('too many, too long or ill-formed ones are refused, and the rest stands', async () => {
    const many = Object.fromEntries(
      Array.from({ length: LIMITS.tagsPerElement + 1 }, (_, n) => [tagKey(`Table ${n}`), 'blue']),
    );
    expect(await mark(bruno, many)).toEqual(['limit']);
    expect(await mark(bruno, { [commentOf(bruno)]: said('é'.repeat(LIMITS.commentChars + 1)) })).toEqual(['schema']);
    expect(await mark(bruno, { [reactionKey(idOf(bruno), 'like')]: 'oui' })).toEqual(['schema']);
    expect(await mark(bruno, { 'vote.1': true })).toEqual(['schema']);
    expect(await mark(bruno, { [tagKey('Mobilité')]: 'blue' })).toEqual([]);
    expect(keys()).toEqual({ [tagKey('Mobilité')]: 'blue' });
  });

  it('of a day that has not come are refused, and those that stand already can be read and outlived', async () => {
    const [mine, later] = [`${idOf(ana)}.k1`, 8.64e15];
    await mark(ana, { [commentOf(ana)]: said(WORDS) });
    const settled = (at: number, is: boolean): Record<string, unknown> => ({
      [resolvedKey(idOf(ana), mine)]: { at, is },
    });
    for (const at of [later, Date.now() + 2 * DAY_MS]) {
      expect(await mark(ana, settled(at, true))).toEqual(['moment']);
      expect(await mark(ana, { [commentOf(ana, 'k2')]: said(OTHER_WORDS, at) })).toEqual(['moment']);
    }
    expect(await mark(ana, settled(Date.now() + 60_000, true))).toEqual([]);
    // As a board of before has it.
    const before = new BoardDoc();
    before.applyRemote(lea.board.encodeState());
    before.edit('x', (write) => {
      write.set('n1', { marks: { ...settled(later, true), [commentOf(ana, 'k3')]: said(OTHER_WORDS, later) } });
    });
    await server.close();
    const disk = new MemoryStorage(storage.disk);
    const { seq } = await disk.loadDoc(board.id, 'board');
    await disk.commit([{ type: 'snapshot', board: board.id, doc: 'board', seq, state: before.encodeState() }]);
    server = await startServer({ storage: disk });
    clients = [];
    [lea, ana] = [await enter('facilitate'), await enter('participate')];
    const threads = () => threadsOf(lea.board.get('n1')?.marks ?? NO_MARKS);
    expect(threads()).toMatchObject([{ isResolved: true, resolvedAt: later }, { first: { at: later } }]);
    ana.board.edit('x', (write) => write.set('n1', { props: { color: 'pink' } }));
    await everybodySettled();
    expect(ana.eventsOf('refused')).toEqual([]);
    // Whoever facilitates clears it away, and the thread is open again.
    const key = Object.keys(keys()).find((one) => one.startsWith('resolved.')) as string;
    expect(await mark(lea, { [key]: undefined })).toEqual([]);
    expect(threads()[0]).toMatchObject({ isResolved: false });
  });

  it('of others come back with a deleted note when its deletion is undone, and no others', async () => {
    const theirs = { [commentOf(bruno)]: said(WORDS), [reactionKey(idOf(bruno), 'love')]: true };
    await mark(bruno, theirs);
    const history = new History(ana.board);
    ana.board.edit('delete', (write) => write.delete('n1'));
    await ana.allSaved();
    await everybodySettled();
    history.undo();
    await ana.allSaved();
    await everybodySettled();
    expect(keys()).toEqual(theirs);
    // The same way with words that were never said.
    const forged = { [commentOf(bruno)]: said(OTHER_WORDS) };
    ana.board.edit('delete', (write) => write.delete('n1'));
    ana.board.edit('forge', (write) =>
      write.create({ id: 'n1', kind: 'note', place: [null, 0, 0], z: 'a0', text: TEXT, marks: forged }),
    );
    await everybodySettled();
    expect(ana.eventsOf('refused').at(-1)).toMatchObject({ code: 'author', elements: ['n1'] });
    // The note is theirs to bring back; the words are not.
    expect(lea.board.get('n1')).toMatchObject({ text: TEXT });
    expect(keys()).toEqual({});
    expect(ana.board.get('n1')?.marks.keys).toEqual({});
  });

  it('on a private note are its tags, and nothing that names anybody', async () => {
    const step = { id: 'seul', ...OPEN_STEP, private: { until: 'facilitator' } } as const;
    expect(await command(lea, { type: 'setStep', step })).toMatchObject({ ok: true });
    await bruno.openPrivate();
    bruno.addPrivateNote('own', TEXT, { [tagKey('Mobilité')]: 'blue' });
    await bruno.allSaved();
    const set = async (key: string, value: unknown): Promise<void> => {
      const map = bruno.privateDoc?.getMap('elements').get('own') as Y.Map<unknown>;
      map.set(key, value);
      await bruno.allSaved();
    };
    await set(commentOf(ana), said(WORDS));
    await set(reactionKey(idOf(bruno), 'like'), true);
    await eventually(() => {
      const { own } = bruno.privately();
      expect(Object.keys(own ?? {}).filter((key) => key.includes('.'))).toEqual([tagKey('Mobilité')]);
    });
    expect(await command(lea, { type: 'setStep', step: { id: 'lire', ...OPEN_STEP } })).toMatchObject({ ok: true });
  });
});
