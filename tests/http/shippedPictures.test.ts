/** The pictures that come with the product: given out on every board to whoever is on it, kept in none, and painted by the server. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PHOTO_PICTURES } from '../../shared/templates/decks/pictures.ts';
import { type InProcessServer, startServer } from '../helpers/server.ts';

describe('a shipped picture', () => {
  let server: InProcessServer;
  const [{ hash } = { hash: '' }] = PHOTO_PICTURES;
  const fetchOn = async (id: string, ticket: string | null): Promise<Response> =>
    fetch(`${server.url}/api/boards/${id}/pictures/${hash}`, {
      headers: ticket === null ? {} : { authorization: `Bearer ${ticket}` },
    });

  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(async () => {
    await server.close();
  });

  it('is there on a board that was never sent a picture, and on the next one', async () => {
    for (const title of ['Photo-langage du lundi', 'Photo-langage du mardi']) {
      const board = await server.createBoard({ title });
      const { ticket } = await server.join(board.id, { secret: board.secrets.watch });
      const response = await fetchOn(board.id, ticket);
      expect([response.status, response.headers.get('content-type')]).toEqual([200, 'image/webp']);
      expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(5_000);
    }
  });

  it('is given to nobody without a ticket', async () => {
    const board = await server.createBoard({ title: 'Photo-langage' });
    expect((await fetchOn(board.id, null)).status).toBe(401);
  });
});
