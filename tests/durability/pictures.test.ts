/** A picture that was acknowledged is on disk: the server is killed the moment it has said so, again and again. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CreatedBoard } from '../../server/http/ports.ts';
import { jpeg } from '../helpers/pictureFiles.ts';
import { type SpawnedServer, spawnServer } from '../helpers/server.ts';

const KILLS = 8;

describe('a server that is killed with pictures on their way', () => {
  let server: SpawnedServer;
  let board: CreatedBoard;
  let ticket: string;

  beforeAll(async () => {
    server = await spawnServer();
    board = await server.createBoard({ title: 'Les vitrines' });
    ({ ticket } = await server.join(board.id, { secret: board.secrets.facilitate }));
  }, 60_000);
  afterAll(() => server.dispose());

  const address = (): string => `${server.url}/api/boards/${board.id}/pictures`;
  const headers = (): Record<string, string> => ({ authorization: `Bearer ${ticket}` });

  it(`has every picture it has acknowledged, after each of ${KILLS} kills`, async () => {
    const acknowledged = new Set<string>();
    for (let kill = 0; kill < KILLS; kill++) {
      // Several at once: some are answered, some are on their way when the server goes.
      const sending = [0, 1, 2, 3].map(async (at) => {
        const body = new Uint8Array(await jpeg(200 + 10 * kill + at, 150));
        const response = await fetch(address(), { method: 'POST', body, headers: headers() });
        const { hash } = (await response.json()) as { hash: string };
        expect(response.status).toBe(201);
        acknowledged.add(hash);
      });
      await Promise.any(sending);
      await server.kill();
      await Promise.allSettled(sending);
      server = await server.restart();
      for (const hash of acknowledged) {
        const kept = await fetch(`${address()}/${hash}`, { headers: headers() });
        expect(kept.status).toBe(200);
        expect((await kept.arrayBuffer()).byteLength).toBeGreaterThan(500);
      }
    }
    expect(acknowledged.size).toBeGreaterThanOrEqual(KILLS);
  });
});
