/**
 * The rooms of this server: opened for whoever comes, one load at a time a board, ended when idle, all ended at shutdown. What the rest
 * of the server may ask of live boards (`RoomsPort`) is asked here.
 */
import { randomInt } from 'node:crypto';
import type { Socket } from 'node:net';
import type { WebSocket } from 'ws';
import type { RosterEntry } from '../../shared/control/Control.ts';
import { CLOSE } from '../../shared/protocol/closeCodes.ts';
import type { LiveSession, LiveSessions } from '../control/Sessions.ts';
import type { Admission, RoomsPort } from '../http/ports.ts';
import type { Logger } from '../observability/logger.ts';
import { type Storage, StorageError } from '../storage/Storage.ts';
import { Connection } from './Connection.ts';
import { Gate } from './gate.ts';
import { Room, type RoomOptions } from './Room.ts';
import { NO_METRICS, type SyncMetrics } from './SyncMetrics.ts';

export interface RoomsOptions {
  readonly storage: Storage;
  readonly log: Logger;
  readonly takeSession: RoomOptions['takeSession'];
  /** How long a room without anybody stays in memory. */
  readonly idleMs?: number;
  readonly metrics?: SyncMetrics;
  readonly openGate?: RoomOptions['openGate'];
  /** UTC milliseconds. */
  readonly now?: () => number;
}

/** A socket that was let in, not read yet. */
export interface Arrival {
  readonly socket: WebSocket;
  readonly tcp: Socket;
  readonly admission: Admission;
  /** Whether the client asked for our own messages. */
  readonly isOurs: boolean;
}

const IDLE_MS = 30_000;
/** A board that cannot be read is not tried again for so long, however many ask. */
const DAMAGED_MS = 10_000;
/** Longest wait for the disk and for closing handshakes at shutdown. */
const DRAIN_MS = 8_000;

export class Rooms implements RoomsPort, LiveSessions {
  readonly #options: Required<RoomsOptions>;
  readonly #rooms = new Map<string, Room>();
  readonly #sockets = new Set<WebSocket>();
  /** Boards that were found damaged, and since when; one that can be read again is taken off. */
  readonly #damaged = new Map<string, { readonly error: StorageError; readonly at: number }>();
  /**
   * Connection numbers begin anywhere, so that one of an earlier life of this server, which stock clients remember with its awareness
   * clock, does not come again.
   */
  readonly #firstNumber = randomInt(2 ** 16, 2 ** 30);
  #nextNumber = this.#firstNumber;
  #isDraining = false;

  constructor(options: RoomsOptions) {
    const { now = Date.now } = options;
    this.#options = {
      idleMs: IDLE_MS,
      metrics: NO_METRICS,
      openGate: (stored, claims, parts) => new Gate(stored, claims, { ...parts, now }),
      now,
      ...options,
    };
  }

  /** Brings a socket into the room of its board. Rejects when the board cannot be read. */
  async admit({ socket, tcp, admission, isOurs }: Arrival): Promise<void> {
    const { board, person } = admission;
    const room = await this.#open(board);
    if (socket.readyState !== socket.OPEN) return;
    if (this.#isDraining) {
      // A paused socket would not see the other side's goodbye.
      socket.resume();
      socket.close(CLOSE.restart);
      return;
    }
    const connection = new Connection(socket, tcp, {
      number: this.#nextNumber++,
      person,
      isOurs,
      onMessage: (from, frame) => room.receive(from, frame),
      onClose: (gone) => room.leave(gone),
      onClosedFor: (code, rule) => {
        this.#options.metrics.closed(code);
        this.#options.log.info({ board, participant: person.id, code, rule }, 'connection closed');
      },
    });
    this.#sockets.add(socket);
    socket.on('close', () => this.#sockets.delete(socket));
    room.join(connection, admission);
  }

  async state(board: string): Promise<Uint8Array> {
    const room = await this.#open(board);
    return room.read((reads, { log, gate }) => reads.state(log, gate));
  }

  async signers(board: string): Promise<ReadonlySet<string>> {
    const asked = await this.#open(board);
    await asked.read((reads, { log }) => reads.rested(log));
    // Its document may have been read anew meanwhile.
    const room = await this.#open(board);
    return room.read((reads, { log, gate }) => reads.signers(log, gate));
  }

  roster(board: string): readonly RosterEntry[] {
    return this.#rooms.get(board)?.people.entries() ?? [];
  }

  has(board: string): boolean {
    return this.#rooms.has(board);
  }

  async find(board: string): Promise<LiveSession | null> {
    for (;;) {
      const room = this.#rooms.get(board);
      if (!room || (await room.ready())) return room ?? null;
    }
  }

  open(board: string): Promise<LiveSession> {
    return this.#open(board);
  }

  counts(): { readonly rooms: number; readonly connections: number } {
    let connections = 0;
    for (const room of this.#rooms.values()) connections += room.people.connections.size;
    return { rooms: this.#rooms.size, connections };
  }

  paused(): boolean {
    return [...this.#rooms.values()].some((room) => room.isPaused);
  }

  /** How many boards are kept from everyone because what is on the disk makes no sense. */
  damaged(): number {
    return this.#damaged.size;
  }

  async drain(): Promise<void> {
    this.#isDraining = true;
    const closed = [...this.#sockets].map((socket) => new Promise((resolve) => socket.once('close', resolve)));
    const drained = [...this.#rooms.values()].map((room) => room.drain(CLOSE.restart));
    let deadline: NodeJS.Timeout | undefined;
    const patience = new Promise((resolve) => {
      deadline = setTimeout(resolve, DRAIN_MS);
    });
    await Promise.race([Promise.all([...drained, ...closed]), patience]);
    clearTimeout(deadline);
    for (const socket of this.#sockets) socket.terminate();
  }

  /** The open room of a board. After this returns, in the same turn, it still is. */
  async #open(board: string): Promise<Room> {
    for (;;) {
      const damage = this.#damaged.get(board);
      if (damage && performance.now() - damage.at < DAMAGED_MS) throw damage.error;
      const room = this.#rooms.get(board) ?? this.#create(board);
      try {
        if (!(await room.ready())) continue;
        this.#damaged.delete(board);
        return room;
      } catch (error) {
        if (error instanceof StorageError && error.code === 'damaged')
          this.#damaged.set(board, { error, at: performance.now() });
        throw error;
      }
    }
  }

  #create(board: string): Room {
    const room: Room = new Room({
      ...this.#options,
      board,
      isConnectionNumber: (id) => id >= this.#firstNumber && id < this.#nextNumber,
      onClosed: () => {
        if (this.#rooms.get(board) === room) this.#rooms.delete(board);
      },
    });
    this.#rooms.set(board, room);
    return room;
  }
}
