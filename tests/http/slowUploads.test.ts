/** Files that trickle, on a real server over real lines: they lose their places to those who wait, and are told so. */
import { request } from 'node:http';
import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CreatedBoard } from '../../server/http/ports.ts';
import { eventually } from '../helpers/eventually.ts';
import * as files from '../helpers/pictureFiles.ts';
import { type InProcessServer, startServer } from '../helpers/server.ts';

/** Far shorter than the time a picture may take at a fair pace: what is seen here is that pace. */
const PATIENCE = { timeoutMs: 20_000, everyMs: 200 };

describe('pictures that trickle', () => {
  let server: InProcessServer;
  let board: CreatedBoard;
  let file: Buffer;
  const lines: Trickle[] = [];

  /** Says that much will come, and sends a byte now and then. */
  class Trickle {
    readonly socket: Socket;
    answer = '';
    readonly #timer: NodeJS.Timeout;

    constructor(ticket: string, localAddress: string, language = 'fr') {
      const { hostname: host, port } = new URL(server.url);
      this.socket = connect({ host, port: Number(port), localAddress });
      this.socket.on('error', () => undefined);
      this.socket.on('data', (data) => {
        this.answer += data.toString();
      });
      const head = [
        `POST /api/boards/${board.id}/pictures HTTP/1.1`,
        `host: x\r\nauthorization: Bearer ${ticket}\r\naccept-language: ${language}`,
        'content-type: image/png\r\ncontent-length: 900000',
      ];
      this.socket.write(`${head.join('\r\n')}\r\n\r\n`);
      this.#timer = setInterval(() => this.socket.writable && this.socket.write('x'), 200);
    }

    get status(): number {
      return Number(this.answer.split(' ')[1] ?? 0);
    }

    end(): void {
      clearInterval(this.#timer);
      this.socket.destroy();
    }
  }

  const ticketOf = async (): Promise<string> =>
    (await server.join(board.id, { secret: board.secrets.participate })).ticket;

  const trickle = async (people: number, address: string, language?: string): Promise<void> => {
    const tickets = await Promise.all(Array.from({ length: people }, ticketOf));
    for (const ticket of tickets) for (let n = 0; n < 4; n++) lines.push(new Trickle(ticket, address, language));
  };

  /** Somebody else's picture, from an address of theirs. */
  const send = (ticket: string, localAddress: string): Promise<number> =>
    new Promise((resolve, reject) => {
      const { hostname: host, port } = new URL(server.url);
      const headers = {
        authorization: `Bearer ${ticket}`,
        'content-type': 'image/jpeg',
        'content-length': file.length,
      };
      const path = `/api/boards/${board.id}/pictures`;
      const sending = request({ host, port, path, method: 'POST', headers, localAddress, agent: false }, (answer) => {
        answer.resume();
        resolve(answer.statusCode ?? 0);
      });
      sending.on('error', reject);
      sending.end(file);
    });

  beforeAll(async () => {
    server = await startServer();
    board = await server.createBoard({ title: 'Les vitrines de la rue Haute' });
    file = await files.jpeg();
  });
  afterAll(async () => {
    for (const line of lines) line.end();
    await server.close();
  });

  it('hold no more than the places of their address, and not for long', async () => {
    await trickle(4, '127.0.0.1');
    const [here, elsewhere] = [await ticketOf(), await ticketOf()];
    await eventually(async () => expect(await send(here, '127.0.0.1')).toBe(503), PATIENCE);
    expect(await send(elsewhere, '127.0.0.2')).toBe(201);
    await eventually(async () => expect(await send(here, '127.0.0.1')).toBe(200), { ...PATIENCE, everyMs: 1_000 });
    await eventually(() => expect(lines.map(({ status }) => status)).toEqual(lines.map(() => 408)), PATIENCE);
    expect(lines[0]?.answer).toContain('Cette demande n’est pas arrivée à temps.');
    expect(server.log()).not.toMatch(/"level":(50|60)/);
  });

  it('give up their places, wherever they come from', async () => {
    for (const address of ['127.0.0.3', '127.0.0.4']) await trickle(3, address, 'en');
    const ticket = await ticketOf();
    await eventually(async () => expect(await send(ticket, '127.0.0.5')).toBe(503), PATIENCE);
    await eventually(async () => expect(await send(ticket, '127.0.0.5')).toBe(200), { ...PATIENCE, everyMs: 1_000 });
    await eventually(() => expect(lines.at(-1)?.answer).toContain('This request did not come in time.'), PATIENCE);
  });
});
