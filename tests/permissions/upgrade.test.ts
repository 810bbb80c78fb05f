/** Who is let in on a socket, and what the others learn: as little as possible. */

import { once } from 'node:events';
import { connect as connectTcp } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import type { CreatedBoard } from '../../server/http/ports.ts';
import { MemoryStorage } from '../../server/storage/memory/MemoryStorage.ts';
import { SUBPROTOCOL } from '../../shared/protocol/frames.ts';
import { eventually } from '../helpers/eventually.ts';
import { connect, RawClient } from '../helpers/rawClient.ts';
import { type InProcessServer, startServer } from '../helpers/server.ts';

describe('the door', () => {
  let server: InProcessServer;
  let board: CreatedBoard;
  let other: CreatedBoard;
  let ticket: string;

  /** The close code, or the HTTP status of a refusal. */
  const knock = async (path: string, options: { protocols?: string[]; headers?: Record<string, string> } = {}) => {
    const socket = new WebSocket(`${server.wsUrl}${path}`, options.protocols ?? [], { headers: options.headers ?? {} });
    socket.on('error', () => undefined);
    return new Promise<number>((resolve) => {
      socket.on('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0));
      socket.on('close', resolve);
    });
  };

  beforeAll(async () => {
    server = await startServer();
    board = await server.createBoard();
    other = await server.createBoard();
    ({ ticket } = await server.join(board.id, { secret: board.secrets.participate }));
  });
  afterAll(() => server.close());

  it('takes a ticket as a subprotocol or in the query, and selects the protocol of ours', async () => {
    const ours = await (await connect(server, board.id, board.secrets.participate)).synced();
    expect(ours.socket.protocol).toBe(SUBPROTOCOL);
    const stock = await (await connect(server, board.id, board.secrets.participate, { isStock: true })).synced();
    expect(stock.socket.protocol).toBe('');
    ours.leave();
    stock.leave();
  });

  it('accepts and then closes 4401 without a good ticket, whether or not there is such a board', async () => {
    const cut = ticket.slice(0, -3);
    const [head, , tail] = ticket.split('.');
    const none = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${ticket.split('.')[1]}.`;
    for (const bad of ['', 'abc', cut, `${head}.e30.${tail}`, none, 'x'.repeat(9_000)]) {
      for (const id of [board.id, 'nowhere', '..%2f..%2fetc', '%00', '__proto__', 'ä', 'x'.repeat(4_000)]) {
        expect([bad.slice(0, 9), id.slice(0, 9), await knock(`/sync/${encodeURI(id)}?ticket=${bad}`)]).toEqual([
          bad.slice(0, 9),
          id.slice(0, 9),
          4401,
        ]);
      }
    }
  });

  it('opens no other board with a ticket, and closes 4404 where there is none', async () => {
    expect(await knock(`/sync/${other.id}?ticket=${ticket}`)).toBe(4401);
    for (const id of ['nowhere', '..%2f..%2fetc', '__proto__', '']) {
      expect([id, await knock(`/sync/${id}?ticket=${ticket}`)]).toEqual([id, 4404]);
    }
  });

  it('refuses a foreign page, and lets a program in that says nothing of where it comes from', async () => {
    const path = `/sync/${board.id}?ticket=${ticket}`;
    expect(await knock(path, { headers: { origin: 'https://ailleurs.example' } })).toBe(403);
    expect(await knock(path, { headers: { origin: 'null' } })).toBe(403);
    const client = new RawClient(server.wsUrl, board.id, ticket, { headers: { origin: server.url } });
    await client.synced();
    client.leave();
  });

  it('answers nothing but sockets under /sync/', async () => {
    expect(await knock('/elsewhere')).toBe(404);
    expect(await knock('/sync/a/b')).toBe(404);
  });

  /** Upgrades by hand, so that nobody answers the closing handshake: the first bytes of each answer, and when it is over. */
  const knockRudely = (url: URL, path: string, count: number) => {
    const request = `GET ${path} HTTP/1.1\r\nHost: ${url.host}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n`;
    return Array.from({ length: count }, () => {
      const received: Buffer[] = [];
      const socket = connectTcp(Number(url.port), url.hostname, () => socket.write(request));
      socket.on('error', () => undefined);
      socket.on('data', (data) => received.push(data));
      return { socket, received, over: once(socket, 'close') };
    });
  };

  it('keeps a stranger who cannot be checked for five seconds at most', async () => {
    const storage = new MemoryStorage();
    const slow = await startServer({ storage });
    const made = await slow.createBoard();
    const joined = await slow.join(made.id, { secret: made.secrets.participate });
    // A storage that does not answer: nobody can be checked.
    storage.findParticipant = () => new Promise(() => undefined);
    const knocks = knockRudely(new URL(slow.url), `/sync/${made.id}?ticket=${joined.ticket}`, 60);
    await Promise.all(knocks.map(({ over }) => over));
    for (const { received } of knocks) expect(Buffer.concat(received).toString()).toMatch(/^HTTP\/1.1 101/);
    await slow.close();
  });

  it('lets fifty of an address linger that were turned away, and cuts the others off with the same word', async () => {
    const knocks = knockRudely(new URL(server.url), `/sync/${board.id}?ticket=abc`, 80);
    let cut = 0;
    for (const { over } of knocks) over.then(() => cut++);
    await eventually(() => expect(cut).toBeGreaterThanOrEqual(30));
    expect(cut).toBe(30);
    // A closing frame: 0x88, two bytes, 4401.
    const word = Buffer.from([0x88, 2, 4401 >> 8, 4401 & 255]);
    await eventually(() => {
      for (const { received } of knocks) expect(Buffer.concat(received).includes(word)).toBe(true);
    });
    const honest = await (await connect(server, board.id, board.secrets.participate)).synced();
    honest.leave();
    await Promise.all(knocks.map(({ over }) => over));
  });

  it('lets two hundred people of one address in at once', async () => {
    const tickets = await Promise.all(
      Array.from({ length: 20 }, () => server.join(board.id, { secret: board.secrets.participate })),
    );
    const people = Array.from({ length: 200 }, (_, i) => {
      const joined = tickets[i % tickets.length] as (typeof tickets)[number];
      return new RawClient(server.wsUrl, board.id, joined.ticket);
    });
    await Promise.all(people.map((client) => client.synced()));
    for (const client of people) client.leave();
  });

  it('writes no ticket into its log', async () => {
    await knock(`/sync/${board.id}?ticket=${ticket}`, { headers: { origin: 'https://ailleurs.example' } });
    await knock(`/sync/${other.id}?ticket=${ticket}`);
    expect(server.log()).not.toContain(ticket.slice(-20));
  });
});
