/** A deletion heavier than a message may be, undone over a real server: everything comes back, for everybody, and the line holds. */
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CreatedBoard } from '../../server/http/ports.ts';
import { History } from '../../shared/board/History.ts';
import { createElements, deleteElements } from '../../shared/board/operations.ts';
import { LIMITS } from '../../shared/protocol/limits.ts';
import { eventually } from '../helpers/eventually.ts';
import { connect, contentOf, type RawClient } from '../helpers/rawClient.ts';
import { type InProcessServer, startServer } from '../helpers/server.ts';

/** A drawing of many readings, as a whole afternoon of hands makes them. */
const DRAWING = {
  points: Array.from({ length: 4_000 }, (_, n) => [20_000 + n, 90_000 - n, 50]).flat(),
  extent: [100_000, 100_000],
};
const EACH = 75;
const PARTS = 3;
const PATIENCE = { timeoutMs: 60_000, everyMs: 50 };

/** Millions of numbers are compared as one. */
const contentHash = ({ doc }: RawClient): string => {
  const elements = Object.entries(contentOf(doc)).sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(elements)).digest('hex');
};

describe('a heavy deletion', () => {
  let server: InProcessServer;
  let board: CreatedBoard;
  const clients: RawClient[] = [];
  const arrive = async (): Promise<RawClient> => {
    const client = await connect(server, board.id, board.secrets.facilitate);
    clients.push(client);
    await eventually(() => expect(client.isSynced).toBe(true), PATIENCE);
    return client;
  };

  beforeAll(async () => {
    server = await startServer();
    board = await server.createBoard({ title: 'Le mur des croquis' });
  });
  afterAll(async () => {
    for (const client of clients) client.leave();
    await server.close();
  });

  it('comes back whole by one undo, and is gone again by one redo', async () => {
    const ana = await arrive();
    const history = new History(ana.board);
    const drafts = Array.from({ length: EACH }, () => ({
      ...{ kind: 'stroke', parent: null, at: { x: 0, y: 0 } },
      props: DRAWING,
    }));
    for (let part = 0; part < PARTS; part++) createElements(ana.board, 'create', drafts);
    await eventually(() => expect(ana.saved).toBe(ana.sent), PATIENCE);
    expect(ana.board.encodeState().length).toBeGreaterThan(LIMITS.messageBytes);
    const before = contentHash(ana);
    deleteElements(ana.board, 'delete', [...ana.board.ids()]);
    await eventually(() => expect(ana.saved).toBe(ana.sent), PATIENCE);
    expect((await arrive()).board.size).toBe(0);
    expect(history.undo()).toMatchObject({ skipped: [] });
    expect(contentHash(ana)).toBe(before);
    await eventually(() => expect(ana.saved).toBe(ana.sent), PATIENCE);
    // Whoever comes afterwards: a line that takes megabytes at once is not what is looked at here.
    expect(contentHash(await arrive())).toBe(before);
    history.redo();
    await eventually(() => expect(ana.saved).toBe(ana.sent), PATIENCE);
    expect([ana.closeCode, (await arrive()).board.size]).toEqual([null, 0]);
  }, 120_000);
});
