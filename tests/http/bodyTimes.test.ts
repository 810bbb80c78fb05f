/** How long bodies may take on real lines: a file as long as its pace is fair, everything else not long, whoever answers it. */
import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CreatedBoard } from '../../server/http/ports.ts';
import { eventually } from '../helpers/eventually.ts';
import * as files from '../helpers/pictureFiles.ts';
import { type InProcessServer, startServer } from '../helpers/server.ts';

/** The limit of bodies on this server, in milliseconds; people have half a minute. */
const BODY_MS = 400;

describe('the body of a request', () => {
  let server: InProcessServer;
  let board: CreatedBoard;
  const lines: SlowLine[] = [];

  /** Says that a body will come, and sends it piece by piece. */
  class SlowLine {
    readonly socket: Socket;
    readonly begunAt = performance.now();
    answer = '';
    endedAt = Number.NaN;
    answeredAt = Number.NaN;
    readonly #timer: NodeJS.Timeout;

    constructor(head: readonly string[], pieces: readonly (Buffer | string)[], everyMs: number) {
      const { hostname: host, port } = new URL(server.url);
      this.socket = connect({ host, port: Number(port) });
      this.socket.on('error', () => undefined);
      this.socket.on('close', () => {
        this.endedAt = performance.now() - this.begunAt;
      });
      this.socket.on('data', (data) => {
        this.answer += data.toString();
        this.answeredAt = performance.now() - this.begunAt;
      });
      this.socket.write(`${[...head, 'host: x'].join('\r\n')}\r\n\r\n`);
      const left = [...pieces];
      this.#timer = setInterval(() => {
        const piece = left.shift();
        if (piece !== undefined && this.socket.writable) this.socket.write(piece);
      }, everyMs);
      lines.push(this);
    }

    get status(): number {
      return Number(this.answer.split(' ')[1] ?? 0);
    }

    end(): void {
      clearInterval(this.#timer);
      this.socket.destroy();
    }
  }

  const trickle = (head: readonly string[], ...first: readonly string[]): SlowLine =>
    new SlowLine(head, [...first, ...Array(600).fill('x')], 50);

  beforeAll(async () => {
    server = await startServer({ requestTimes: { body: BODY_MS, check: 100 } });
    board = await server.createBoard({ title: 'Les vitrines de la rue Haute' });
  });
  afterAll(async () => {
    for (const line of lines) line.end();
    await server.close();
  });

  it('of a picture may come slowly: a photo on a line that a room shares arrives', async () => {
    const { ticket } = await server.join(board.id, { secret: board.secrets.participate });
    const file = await files.jpeg();
    const pieces = Array.from({ length: 40 }, (_, n) =>
      file.subarray(Math.floor((n * file.length) / 40), Math.floor(((n + 1) * file.length) / 40)),
    );
    const head = [
      `POST /api/boards/${board.id}/pictures HTTP/1.1`,
      `authorization: Bearer ${ticket}`,
      'content-type: image/jpeg',
      `content-length: ${file.length}`,
    ];
    const line = new SlowLine(head, pieces, BODY_MS / 10);
    await eventually(() => expect(line.status).not.toBe(0));
    expect(line.status).toBe(201);
    expect(line.answeredAt).toBeGreaterThan(3 * BODY_MS);
  });

  it('of anything else may not: its sender is told so, and its line is cut', async () => {
    const line = trickle(['POST /api/boards HTTP/1.1', 'content-type: application/json', 'content-length: 900']);
    // A piece of which a size is said, and no size of all of it.
    const head = ['POST /api/boards HTTP/1.1', 'accept-language: en', 'content-type: application/json'];
    const chunked = trickle([...head, 'transfer-encoding: chunked'], '5000\r\n');
    await eventually(() => expect([line, chunked].every(({ endedAt }) => endedAt > 0)).toBe(true));
    expect([line.status, chunked.status]).toEqual([408, 408]);
    expect(line.answer).toContain('Cette demande n’est pas arrivée à temps.');
    expect(chunked.answer).toContain('This request did not come in time.');
  });

  it('is waited for no longer where it was answered before: of who is not let in, where there is nothing, where nobody reads it', async () => {
    const typed = ['content-type: image/jpeg', 'content-length: 900000'];
    const strangers = [
      trickle([`POST /api/boards/${board.id}/pictures HTTP/1.1`, ...typed]),
      trickle(['POST /nothing HTTP/1.1', ...typed]),
      trickle(['GET /api/templates HTTP/1.1', ...typed]),
      trickle(['POST /api/boards/m%E0 HTTP/1.1', ...typed]),
      trickle(['POST /api/boards HTTP/1.1', 'expect: nonsense', ...typed]),
    ];
    await eventually(() => expect(strangers.map(({ endedAt }) => endedAt > 0)).toEqual(strangers.map(() => true)));
    expect(strangers.map(({ status }) => status)).toEqual([401, 404, 200, 404, 417]);
    expect(server.log()).not.toMatch(/"level":(50|60)/);
  });
});
