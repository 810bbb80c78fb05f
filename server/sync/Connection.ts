/**
 * One socket of one participant in one room. Owns everything that is written to the socket, when it is read and when it is given up;
 * knows no document. Bytes leave through `write` only, as whole WebSocket frames straight onto the TCP socket: several messages are one
 * write, and a frame built once serves every socket. (`ws` itself writes only pings and the closing frame, each in one piece, as
 * compression is off.)
 */
import type { Socket } from 'node:net';
import type { WebSocket } from 'ws';
import { CLOSE, type CloseCode } from '../../shared/protocol/closeCodes.ts';
import { MESSAGE, SYNC } from '../../shared/protocol/frames.ts';
import { LIMITS } from '../../shared/protocol/limits.ts';
import type { Person } from '../http/ports.ts';
import { RateLimit } from './RateLimit.ts';
import { toFrame } from './webSocketFrame.ts';

/** Why a socket is not read for the moment. */
export type HoldReason = 'joining' | 'rate' | 'resting' | 'storage' | 'draining';

export interface ConnectionOptions {
  readonly number: number;
  readonly person: Person;
  /** Whether the client asked for our own messages besides those of y-websocket. */
  readonly isOurs: boolean;
  readonly onMessage: (connection: Connection, message: Buffer) => void;
  readonly onClose: (connection: Connection) => void;
  readonly onClosedFor: (code: number, rule: string) => void;
}

/** Unread bytes beyond which a consumer gets no presence for the moment. */
const PRESENCE_BACKLOG_BYTES = 256 * 1024;
/** Pieces are copied into one up to this size: less work than handing them over one by one. */
const COPIED_BYTES = 32 * 1024;
/** Bytes of one connection that may wait in the room for their turn. */
const WAITING_BYTES = LIMITS.messageBytes + LIMITS.bufferedBytes;
/** A step 1 counts as so many frames: its answer may be a whole document, made for this one. */
const STEP1_FRAMES = 25;
/** What comes in one piece is taken in one piece, and slept off afterwards; whoever would have to sleep for longer is sent away. */
const MOST_DEBT_MS = 10_000;
/** Silence of a peer after which it is asked for a sign of life, and after which it is gone. */
const PING_AFTER_MS = 10_000;
const GONE_AFTER_MS = 25_000;

const asksForState = (frame: Uint8Array): boolean =>
  frame[1] === SYNC.step1 && (frame[0] === MESSAGE.sync || frame[0] === MESSAGE.privateSync);

export class Connection {
  readonly number: number;
  readonly isOurs: boolean;
  person: Person;
  /** Its person has another role now, or none: it is closed once that is on disk; until then it says nothing that counts. */
  isLeaving = false;
  /** Closed by us: what it still sent counts no more. */
  isShutOut = false;
  /**
   * Updates of the log up to here are part of an answer this connection already has, or will have before any later one. Until it has
   * asked, it is sent none: it would keep what it cannot place, and send it back as an update with holes.
   */
  knows = Number.MAX_SAFE_INTEGER;
  /** Update and step-2 messages received. */
  received = 0;
  /** Frames that wait for a missing part, the oldest first; `heldBytes` is their size. */
  readonly held: Uint8Array[] = [];
  heldBytes = 0;
  /** Whether frames of the private document wait for a missing part. */
  isWaitingPrivately = false;
  /** Whether a sync step 1 of ours is still without answer. */
  isAskedForStep2 = false;
  /** Whether something new of a person who may not write was left out: nothing more is acknowledged then. */
  hasDropped = false;
  /** Frames that no honest client sends, short of a violation. */
  strikes = 0;
  readonly #socket: WebSocket;
  readonly #tcp: Socket;
  readonly #options: ConnectionOptions;
  readonly #holds = new Set<HoldReason>(['joining']);
  readonly #rate = new RateLimit(LIMITS.updateFramesPerSecond);
  #rateTimer: NodeJS.Timeout | null = null;
  #waitingBytes = 0;
  /** Size of the largest answer not yet read: it may take the time it needs to cross a slow line. Asking again gains nothing. */
  #allowance = 0;
  #lastSentAt = performance.now();
  #lastHeardAt = performance.now();
  #lastPingAt = 0;
  #isOpen = true;

  /** `socket` comes paused, and is read once the hold `joining` is released. */
  constructor(socket: WebSocket, tcp: Socket, options: ConnectionOptions) {
    this.#socket = socket;
    this.#tcp = tcp;
    this.#options = options;
    this.number = options.number;
    this.person = options.person;
    this.isOurs = options.isOurs;
    tcp.on('drain', () => {
      this.#allowance = 0;
    });
    socket.on('message', (data: Buffer, isBinary: boolean) => this.#receive(data, isBinary));
    socket.on('pong', () => {
      this.#lastHeardAt = performance.now();
    });
    socket.on('close', () => this.#end());
  }

  get isOpen(): boolean {
    return this.#isOpen;
  }

  /** Sends one message of any type. */
  send(message: Uint8Array): void {
    this.write([toFrame(message)]);
  }

  /** Sends an answer the client has asked for, however large. */
  sendAnswer(frames: readonly Uint8Array[]): void {
    const length = frames.reduce((sum, frame) => sum + frame.length, 0);
    this.#allowance = Math.max(this.#allowance, length);
    this.write(frames);
  }

  /** Writes whole WebSocket frames, in one go. Closes a consumer that does not keep up. */
  write(frames: readonly Uint8Array[]): void {
    if (!this.#isOpen || frames.length === 0) return;
    const tcp = this.#tcp;
    const length = frames.reduce((sum, frame) => sum + frame.length, 0);
    if (frames.length === 1 || length > COPIED_BYTES) {
      if (frames.length > 1) tcp.cork();
      for (const frame of frames) tcp.write(frame);
      if (frames.length > 1) tcp.uncork();
    } else tcp.write(Buffer.concat(frames, length));
    this.#lastSentAt = performance.now();
    if (tcp.writableLength > LIMITS.bufferedBytes + this.#allowance) this.close(CLOSE.tooSlow, 'too slow');
  }

  /** Whether presence would only lengthen the backlog of this consumer. */
  get isBehind(): boolean {
    return this.#tcp.writableLength > PRESENCE_BACKLOG_BYTES;
  }

  /** Stops reading the socket until every reason for it is gone. */
  hold(reason: HoldReason): void {
    if (!this.#isOpen) return;
    if (this.#holds.size === 0) this.#socket.pause();
    this.#holds.add(reason);
  }

  release(reason: HoldReason): void {
    if (!this.#holds.delete(reason) || this.#holds.size > 0 || !this.#isOpen) return;
    this.#lastHeardAt = performance.now();
    this.#socket.resume();
  }

  /** One of this connection's messages has had its turn. */
  taken(message: Uint8Array): void {
    this.#waitingBytes -= message.length;
  }

  /** Called every few seconds: keeps a quiet line awake, and gives up a peer that shows no sign of life. */
  tick(keepAlive: Uint8Array, everyMs: number): void {
    if (!this.#isOpen) return;
    const now = performance.now();
    if (now - this.#lastSentAt > LIMITS.keepAliveMs - everyMs) this.write([keepAlive]);
    if (this.#holds.size > 0) return;
    if (now - this.#lastHeardAt > GONE_AFTER_MS) {
      this.#options.onClosedFor(0, 'no sign of life');
      this.#socket.terminate();
    } else if (now - Math.max(this.#lastHeardAt, this.#lastPingAt) > PING_AFTER_MS - everyMs) {
      this.#lastPingAt = now;
      this.#socket.ping();
    }
  }

  /** Closes the socket for a reason the client is told by the code. What it still sends is not looked at. */
  close(code: CloseCode, rule: string): void {
    if (!this.#isOpen) return;
    this.isShutOut = true;
    this.#options.onClosedFor(code, rule);
    this.#end();
    this.#socket.resume();
    this.#socket.close(code);
  }

  #receive(data: Buffer, isBinary: boolean): void {
    if (!this.#isOpen) return;
    this.#lastHeardAt = performance.now();
    this.#waitingBytes += data.length;
    if (!isBinary) this.close(CLOSE.violation, 'a text frame');
    else if (this.#waitingBytes > WAITING_BYTES) this.close(CLOSE.tooManyRequests, 'too much at once');
    else {
      this.#limitRate(asksForState(data) ? STEP1_FRAMES : 1);
      this.#options.onMessage(this, data);
    }
  }

  #limitRate(frames: number): void {
    const waitMs = this.#rate.take(frames);
    if (waitMs > MOST_DEBT_MS) this.close(CLOSE.tooManyRequests, 'too many at once');
    if (!this.#isOpen || waitMs === 0 || this.#rateTimer) return;
    this.hold('rate');
    this.#rateTimer = setTimeout(() => {
      this.#rateTimer = null;
      this.release('rate');
    }, waitMs);
  }

  #end(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    if (this.#rateTimer) clearTimeout(this.#rateTimer);
    this.#options.onClose(this);
  }
}
