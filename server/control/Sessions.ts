/**
 * The way to the session of a board, live or not: a live one is changed in its room, in the same order as everything else there; any
 * other is changed here, one change after the other. A board's session is in one memory at a time, so no two writers know of it differently.
 */
import type { Storage } from '../storage/Storage.ts';
import { SerialQueues } from './SerialQueues.ts';
import { type Change, Session, type SessionOptions } from './Session.ts';

/** A room, as far as its session goes. */
export interface LiveSession {
  /**
   * Decides in the room's turn; resolves once the decision is durable. Rejects with a `StorageError` when the disk does not take it.
   * `mayReveal`: the decision may need the private documents of the board.
   */
  change<T>(decide: (session: Session) => Change<T>, mayReveal: boolean): Promise<T>;
}

export interface LiveSessions {
  /** Whether there is a room of this board, in whatever state. */
  has(board: string): boolean;
  /** The room, once it is open; `null` when there is none. What is asked of it in the same turn finds it open. */
  find(board: string): Promise<LiveSession | null>;
  /** The same, and opens a room where there is none; `null` where there are no rooms at all. */
  open(board: string): Promise<LiveSession | null>;
}

/** No board is live: the command line. */
export const NO_ROOMS: LiveSessions = { has: () => false, find: async () => null, open: async () => null };

export interface SessionsOptions extends SessionOptions {
  readonly storage: Storage;
  /** Asked at each change: rooms and sessions need each other. */
  readonly rooms: () => LiveSessions;
}

/** Sessions of boards without a room that are kept in memory, for the many who come by a link before anyone is connected. */
const KEPT = 64;

export class Sessions {
  readonly #options: SessionsOptions;
  readonly #queues = new SerialQueues();
  readonly #kept = new Map<string, Session>();

  constructor(options: SessionsOptions) {
    this.#options = options;
  }

  /**
   * Decides on a board's session; resolves with the answer once it is durable, or with `null` where there is no such board. What may
   * reveal private notes is decided in a room, which has them.
   */
  async change<T>(
    board: string,
    decide: (session: Session) => Change<T>,
    { mayReveal = false }: { readonly mayReveal?: boolean } = {},
  ): Promise<{ readonly value: T } | null> {
    for (;;) {
      const { rooms } = this.#options;
      const room = await (mayReveal ? rooms().open(board) : rooms().find(board));
      if (room) return { value: await room.change(decide, mayReveal) };
      const changed = await this.#queues.run(board, async () =>
        // A room that opened meanwhile waits for this queue to take the session over: in there is the place to decide.
        rooms().has(board) ? 'live' : this.#changeStored(board, decide),
      );
      if (changed !== 'live') return changed;
    }
  }

  /** Hands a board's session to its room, after everything decided so far is durable. `null`: no such board. */
  take(board: string): Promise<Session | null> {
    return this.#queues.run(board, async () => {
      const session = await this.#find(board);
      this.#kept.delete(board);
      return session;
    });
  }

  async #changeStored<T>(
    board: string,
    decide: (session: Session) => Change<T>,
  ): Promise<{ readonly value: T } | null> {
    const session = await this.#find(board);
    if (!session) return null;
    const { value, writes } = decide(session);
    try {
      if (writes.length > 0) await this.#options.storage.commit(writes);
    } catch (error) {
      // Memory is ahead of a disk that will not follow: read again next time.
      this.#kept.delete(board);
      throw error;
    }
    return { value };
  }

  async #find(board: string): Promise<Session | null> {
    const session = this.#kept.get(board) ?? (await this.#load(board));
    if (!session) return null;
    this.#kept.delete(board);
    this.#kept.set(board, session);
    if (this.#kept.size > KEPT) this.#kept.delete(this.#kept.keys().next().value as string);
    return session;
  }

  async #load(board: string): Promise<Session | null> {
    const { storage } = this.#options;
    const [row, people, commands] = await Promise.all([
      storage.findBoard(board),
      storage.listParticipants(board),
      storage.loadCommands(board),
    ]);
    return row && new Session({ row, people, commands }, this.#options);
  }
}
