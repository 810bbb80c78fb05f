/**
 * A line between one client and the server, in memory: messages cross it late, in order, or not at all. The server's end looks like a
 * socket of `ws` over a TCP socket, as far as `Connection` uses them; what the server writes is read back frame by frame.
 */
import { EventEmitter } from 'node:events';
import type { Socket } from 'node:net';
import type { WebSocket } from 'ws';
import type { Random } from '../../helpers/random.ts';
import type { VirtualClock } from './VirtualClock.ts';

export interface LineOptions {
  readonly clock: VirtualClock;
  readonly random: Random;
  /** Owner of what happens on the server. */
  readonly server: object;
  readonly onMessage: (message: Uint8Array) => void;
  /** The client learns that the line is gone: a close code, or 1006. */
  readonly onClose: (code: number) => void;
  /** Every whole message at the moment the server writes it, and the bytes it was written in. */
  readonly onWritten: (message: Uint8Array) => void;
}

const OPEN = 1;
const CLOSED = 3;

/** The messages in a run of unmasked WebSocket frames. */
export function readFrames(bytes: Buffer): Uint8Array[] {
  const messages: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; ) {
    if (bytes[at] !== 0x82) throw new Error(`not a whole binary frame: ${bytes[at]}`);
    let length = bytes[at + 1] as number;
    at += 2;
    if (length === 126) {
      length = bytes.readUInt16BE(at);
      at += 2;
    } else if (length === 127) {
      length = Number(bytes.readBigUInt64BE(at));
      at += 8;
    }
    if (at + length > bytes.length) throw new Error('a frame that was cut');
    messages.push(bytes.subarray(at, at + length));
    at += length;
  }
  return messages;
}

class ServerSocket extends EventEmitter {
  readonly OPEN = OPEN;
  readyState = OPEN;
  isPaused = false;
  readonly #line: SimLine;
  readonly #unread: Uint8Array[] = [];

  constructor(line: SimLine) {
    super();
    this.#line = line;
  }

  pause(): void {
    this.isPaused = true;
  }

  resume(): void {
    this.isPaused = false;
    setImmediate(() => this.#pump());
  }

  arrive(message: Uint8Array): void {
    this.#unread.push(message);
    this.#pump();
  }

  #pump(): void {
    while (!this.isPaused && this.readyState === OPEN) {
      const message = this.#unread.shift();
      if (!message) return;
      this.emit('message', Buffer.from(message), true);
    }
  }

  close(code: number): void {
    this.#line.closedByServer(code);
  }

  terminate(): void {
    this.#line.closedByServer(1006);
  }

  ping(): void {
    this.#line.ping();
  }

  end(): void {
    if (this.readyState === CLOSED) return;
    this.readyState = CLOSED;
    this.emit('close');
  }
}

export class SimLine {
  readonly socket: WebSocket;
  readonly tcp: Socket;
  readonly #server: ServerSocket;
  readonly #tcp = new EventEmitter() as EventEmitter & { writableLength: number };
  readonly #options: LineOptions;
  #upAt = 0;
  #downAt = 0;
  #isMute = false;
  /** The server process is gone: what still reaches this end meets nobody, and nobody writes to it. */
  #isServerGone = false;
  #isClientGone = false;

  constructor(options: LineOptions) {
    this.#options = options;
    this.#server = new ServerSocket(this);
    this.socket = this.#server as unknown as WebSocket;
    const tcp = Object.assign(this.#tcp, {
      writableLength: 0,
      cork: () => undefined,
      uncork: () => undefined,
      write: (bytes: Buffer) => this.#written(bytes),
    });
    this.tcp = tcp as unknown as Socket;
  }

  /** From the client. */
  send(message: Uint8Array): void {
    if (this.#isClientGone) return;
    this.#up(() => this.#server.arrive(message));
  }

  /** Nothing crosses any more, and neither end is told. */
  mute(): void {
    this.#isMute = true;
  }

  /** The client is gone without a word, or closes: the server learns of it unless the line is mute. */
  drop(): void {
    if (this.#isClientGone) return;
    this.#isClientGone = true;
    this.#up(() => this.#server.end());
  }

  /** The server process is gone: the client finds its line reset. */
  reset(): void {
    this.#isServerGone = true;
    this.#down(() => this.#gone(1006));
  }

  closedByServer(code: number): void {
    if (this.#server.readyState !== OPEN) return;
    this.#server.readyState = 2;
    this.#down(() => this.#gone(code));
    // The closing handshake, or its timeout.
    this.#options.clock.after(50, this.#options.server, () => this.#server.end());
  }

  ping(): void {
    if (this.#isClientGone) return;
    this.#down(() => this.#up(() => this.#server.emit('pong')));
  }

  #gone(code: number): void {
    if (this.#isClientGone) return;
    this.#isClientGone = true;
    this.#options.onClose(code);
  }

  #written(bytes: Buffer): boolean {
    if (this.#isServerGone) return true;
    const messages = readFrames(bytes);
    for (const message of messages) this.#options.onWritten(message);
    this.#tcp.writableLength += bytes.length;
    this.#down(
      () => {
        for (const message of messages) if (!this.#isClientGone) this.#options.onMessage(message.slice());
      },
      () => this.#taken(bytes.length),
    );
    return true;
  }

  #taken(length: number): void {
    this.#tcp.writableLength -= length;
    if (this.#tcp.writableLength === 0) this.#tcp.emit('drain');
  }

  #delay(): number {
    const { random } = this.#options;
    if (random.below(60) === 0) return 200 + random.below(4_000);
    return 1 + random.below(random.below(4) === 0 ? 60 : 8);
  }

  #up(run: () => void): void {
    const { clock, server } = this.#options;
    this.#upAt = Math.max(this.#upAt, clock.now + this.#delay());
    clock.at(this.#upAt, server, () => {
      if (!this.#isMute && !this.#isServerGone) run();
    });
  }

  #down(run: () => void, always: () => void = () => undefined): void {
    const { clock, server } = this.#options;
    this.#downAt = Math.max(this.#downAt, clock.now + this.#delay());
    clock.at(this.#downAt, this, () => {
      if (!this.#isMute) run();
    });
    clock.at(this.#downAt, server, always);
  }
}
