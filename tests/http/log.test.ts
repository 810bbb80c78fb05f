/** What a whole run leaves in the log: enough to see what happened, and nothing that opens a board. */
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { MemoryStorage } from '../../server/storage/memory/MemoryStorage.ts';
import { type InProcessServer, startServer } from '../helpers/server.ts';

describe('the log', () => {
  const storage = new MemoryStorage();
  let server: InProcessServer;
  beforeAll(async () => {
    server = await startServer({ storage });
  });
  afterAll(() => server.close());

  it('holds no secret, ticket, key, name or text of any request, answered, refused or failed', async () => {
    const canary = 'CANARI-7f3a9c';
    const post = (path: string, body: string, headers: Record<string, string> = {}) =>
      fetch(server.url + path, { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } });
    const board = await server.createBoard({ title: `Titre ${canary}`, fields: { question: canary } });
    const joined = await server.join(board.id, { secret: board.secrets.facilitate, name: canary });
    const { ticket } = joined;
    const bearer = { authorization: `Bearer ${ticket}` };

    const paths = [
      `/api/boards/${board.id}`,
      `/api/boards/${board.id}/links`,
      `/api/boards/${board.id}/export/png?area=${canary}`,
      `/api/boards/${board.id}?ticket=${ticket}&note=${canary}`,
      `/api/boards/${board.id}/nothing?ticket=${ticket}`,
      `/api/boards/${canary}%20${canary}`,
      `/b/${board.id}?secret=${board.secrets.watch}`,
      `/${canary}?ticket=${ticket}`,
      `/%zz?ticket=${ticket}`,
      `/sync/${board.id}?ticket=${ticket}`,
    ];
    for (const path of paths) await fetch(server.url + path, { headers: { ...bearer, referer: `http://x/${canary}` } });
    await fetch(`${server.url}/?ticket=${ticket}`, { headers: { origin: `http://${canary}.example` } });
    await post(`/api/boards/${board.id}/join`, `{"secret": "${board.secrets.participate}", "name": ["${canary}"]}`);
    await post(`/api/boards/${board.id}/join`, `{"secret": "${board.secrets.participate}" ${canary}`);
    await post(`/api/boards/${board.id}/join`, JSON.stringify({ secret: `${canary}-wrong` }));
    const socket = async (path: string, protocols: string[]): Promise<void> => {
      const opened = new WebSocket(server.wsUrl + path, protocols);
      opened.on('error', () => undefined);
      // A stranger is closed by the server, a participant has been sent something: either way it has been through the door.
      await Promise.race([once(opened, 'close'), once(opened, 'message')]);
      opened.close();
    };
    await socket(`/sync/${board.id}?ticket=${ticket}`, []);
    await socket(`/sync/${board.id}`, ['pele-mele.1', `ticket.${ticket}`]);
    await socket(`/sync/${board.id}?ticket=${canary}`, []);
    await socket(`/sync/${canary}%20?ticket=${ticket}`, []);

    storage.failNext(2);
    const failed = await post('/api/boards', JSON.stringify({ title: canary }), { ...bearer, 'accept-language': 'en' });
    expect(failed.status).toBe(503);
    expect(await failed.json()).toMatchObject({ error: { code: 'storage_paused' } });
    storage.failNext(0);

    const log = server.log();
    const hidden = [canary, ticket, joined.participant.key, ...Object.values(board.secrets)];
    for (const [index, text] of hidden.entries()) expect([index, log.includes(text)]).toEqual([index, false]);
    expect(log).not.toContain('ticket=');

    const lines = log
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines).toContainEqual(
      expect.objectContaining({ method: 'GET', route: '/api/boards/:id', status: 200, board: board.id }),
    );
    expect(lines).toContainEqual(expect.objectContaining({ level: 'error', msg: 'storage unavailable' }));
  });

  it('is not filled by probes', async () => {
    const before = server.log().length;
    for (const path of ['/healthz', '/readyz', '/metrics']) await (await fetch(server.url + path)).text();
    expect(server.log().length).toBe(before);
  });

  it('tells when the disk has trouble: not ready, still alive', async () => {
    storage.failNext(Number.POSITIVE_INFINITY);
    const ready = await fetch(`${server.url}/readyz`);
    expect(ready.status).toBe(503);
    expect(await ready.json()).toMatchObject({ status: 'not_ready', detail: expect.stringContaining('full') });
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
    storage.failNext(0);
    expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
  });
});
