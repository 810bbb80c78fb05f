/** WebSocket frames no client sends: too long by a byte or by far, in fragments without end. Each hits a bound before it costs memory. */
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { connect as connectTcp, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CreatedBoard } from '../../server/http/ports.ts';
import { LIMITS } from '../../shared/protocol/limits.ts';
import { eventually } from '../helpers/eventually.ts';
import { connect } from '../helpers/rawClient.ts';
import { type SpawnedServer, spawnServer } from '../helpers/server.ts';

const PATIENCE = { timeoutMs: 60_000, everyMs: 20 };
const MB = 1024 * 1024;
const OPCODE = { goesOn: 0, binary: 2 } as const;

const residentBytes = (pid: number): number =>
  Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) * 1024;

/** The beginning of a masked frame whose mask changes nothing. */
function header(opcode: number, isLast: boolean, length: number): Buffer {
  const bytes = Buffer.alloc(14);
  bytes[0] = (isLast ? 0x80 : 0) | opcode;
  bytes[1] = 0xff;
  bytes.writeBigUInt64BE(BigInt(length), 2);
  return bytes;
}

describe('a participant who sends', () => {
  let server: SpawnedServer;
  let board: CreatedBoard;
  beforeAll(async () => {
    server = await spawnServer();
    board = await server.createBoard();
  }, 120_000);
  afterAll(() => server?.dispose());

  /** A line that is past the handshake; what the server sends is not read as frames. */
  const open = async (): Promise<Socket> => {
    const { ticket } = await server.join(board.id, { secret: board.secrets.participate });
    const { port, host } = new URL(server.url);
    const socket = connectTcp(Number(port), '127.0.0.1');
    socket.on('error', () => undefined);
    await once(socket, 'connect');
    const key = randomBytes(16).toString('base64');
    socket.write(
      `GET /sync/${board.id}?ticket=${ticket} HTTP/1.1\r\nHost: ${host}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n` +
        `Sec-WebSocket-Key: ${key}\r\nSec-WebSocket-Version: 13\r\n\r\n`,
    );
    const [first] = (await once(socket, 'data')) as [Buffer];
    expect(first.toString('latin1')).toMatch(/^HTTP\/1\.1 101 /);
    socket.resume();
    return socket;
  };

  /** Sends pieces until the server has had enough; answers how many bytes it took. */
  const flood = async (socket: Socket, piece: Buffer, most: number): Promise<number> => {
    let sent = 0;
    while (sent < most && !socket.destroyed) {
      sent += piece.length;
      if (socket.write(piece)) await new Promise((resolve) => setImmediate(resolve));
      else await Promise.race([once(socket, 'drain'), once(socket, 'close')]).catch(() => undefined);
    }
    return sent;
  };

  const CASES: Readonly<Record<string, (socket: Socket) => Promise<unknown>>> = {
    'a frame one byte too long': async (socket) => socket.write(header(OPCODE.binary, true, LIMITS.messageBytes + 1)),
    'a frame that says it is a hundred megabytes long': async (socket) => {
      socket.write(header(OPCODE.binary, true, 100 * MB));
      await flood(socket, Buffer.alloc(64 * 1024), 100 * MB);
    },
    'large fragments without end': async (socket) => {
      socket.write(Buffer.concat([header(OPCODE.binary, false, 1), Buffer.alloc(1)]));
      const piece = Buffer.concat([header(OPCODE.goesOn, false, 256 * 1024), Buffer.alloc(256 * 1024)]);
      expect(await flood(socket, piece, 400 * MB)).toBeLessThan(200 * MB);
    },
    'empty fragments without end': async (socket) => {
      socket.write(header(OPCODE.binary, false, 0));
      const piece = Buffer.concat(Array.from({ length: 2_000 }, () => header(OPCODE.goesOn, false, 0)));
      expect(await flood(socket, piece, 100 * MB)).toBeLessThan(50 * MB);
    },
  };

  it.each(Object.keys(CASES))(
    '%s is cut off, costs no memory and harms nobody',
    async (name) => {
      const ana = await (await connect(server, board.id, board.secrets.participate)).synced();
      const before = residentBytes(server.pid);
      const socket = await open();
      const gone = socket.destroyed ? null : once(socket, 'close');
      await CASES[name]?.(socket);
      await gone;
      expect(residentBytes(server.pid) - before).toBeLessThan(64 * MB);
      ana.addNote(`n-${name.length}`, 'Toujours là');
      await eventually(() => expect([ana.saved, ana.closeCode]).toEqual([ana.sent, null]), PATIENCE);
      ana.leave();
    },
    180_000,
  );
});
