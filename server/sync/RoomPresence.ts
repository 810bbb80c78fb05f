/**
 * What the people in a room show live. Kept as the bytes they sent, unread; latest wins; sent to all together at a pace that falls with
 * the size of the room. Who a state belongs to is the connection it came by, never what it says. Nothing of it is stored.
 */
import { can } from '../../shared/access/can.ts';
import { encodePresence, type PresenceEntry } from '../../shared/protocol/frames.ts';
import { LIMITS } from '../../shared/protocol/limits.ts';
import { type AwarenessEntry, encodeAwareness, readAwareness } from './awareness.ts';
import type { Connection } from './Connection.ts';
import { toFrame } from './webSocketFrame.ts';

interface State {
  readonly payload: Uint8Array;
  /** Awareness clock of this connection, as stock clients see it. */
  clock: number;
  sentAt: number;
}

/** Between two flushes: 16 ms up to 200 people, then slower, 80 ms at 1,000. */
const FLUSH_MS = { least: 16, most: 250, perConnection: 0.08 };
/** One person's state goes out at most this often. */
const ENTRY_MS = 1000 / LIMITS.presenceFramesPerSecond;
const NONE = new Uint8Array(0);

export class RoomPresence {
  /** What of a state may be shown: set by whoever knows what is private. */
  veil: (connection: Connection, payload: Uint8Array) => Uint8Array = (_connection, payload) => payload;
  readonly #connections: ReadonlySet<Connection>;
  readonly #isConnectionNumber: (id: number) => boolean;
  readonly #states = new Map<number, State>();
  readonly #changed = new Set<number>();
  /** What consumers that lag behind have missed, to be made up for. */
  readonly #missed = new Map<Connection, Set<number>>();
  /** Stock client → the one awareness id it may speak for. */
  readonly #ownIds = new Map<Connection, number>();
  /** Last clocks of connections that are gone: awareness takes back a state only with a higher one. */
  readonly #lastClocks = new Map<number, number>();
  #timer: NodeJS.Timeout | null = null;
  #flushedAt = 0;

  constructor(connections: ReadonlySet<Connection>, isConnectionNumber: (id: number) => boolean) {
    this.#connections = connections;
    this.#isConnectionNumber = isConnectionNumber;
  }

  /** A connection shows this now. Viewers show nothing; what is too long is not shown. */
  set(connection: Connection, payload: Uint8Array): void {
    if (!can(connection.person.role, 'presence') || payload.length > LIMITS.presenceBytes) return;
    if (payload.length === 0) {
      this.#clear(connection);
      return;
    }
    const shown = this.veil(connection, payload);
    const old = this.#states.get(connection.number);
    // A copy: the payload is a view into a frame that may be large.
    this.#states.set(connection.number, {
      payload: shown.slice(),
      clock: old?.clock ?? 0,
      sentAt: old?.sentAt ?? 0,
    });
    this.#mark(connection.number);
  }

  /** A stock client's awareness: its own entry counts, what it repeats of others is dropped. Returns whether it could be read. */
  setAwareness(connection: Connection, body: Uint8Array): boolean {
    const read = readAwareness(body);
    if (!read.ok) return false;
    for (const { id, state } of read.value) {
      if (!this.#ownIds.has(connection) && !this.#isConnectionNumber(id)) this.#ownIds.set(connection, id);
      if (this.#ownIds.get(connection) !== id) continue;
      if (state === 'null') this.#clear(connection);
      else this.set(connection, Buffer.from(state));
    }
    return true;
  }

  /** Shows a newcomer everybody. */
  greet(connection: Connection): void {
    this.#sendTo(connection, [...this.#states.keys()]);
  }

  /** Takes away what a connection that is gone has shown. */
  leave(connection: Connection): void {
    this.#missed.delete(connection);
    this.#ownIds.delete(connection);
    this.#clear(connection);
  }

  /** Stock clients forget whom they have not heard of for 30 s: tells them again. */
  refreshStock(): void {
    for (const state of this.#states.values()) state.clock++;
    for (const connection of this.#connections) if (!connection.isOurs) this.greet(connection);
  }

  /** Nobody is left to be shown anything. */
  rest(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    this.#changed.clear();
    this.#lastClocks.clear();
  }

  #clear(connection: Connection): void {
    const state = this.#states.get(connection.number);
    if (!state) return;
    this.#states.delete(connection.number);
    this.#lastClocks.set(connection.number, state.clock);
    this.#mark(connection.number);
  }

  #mark(number: number): void {
    this.#changed.add(number);
    this.#schedule();
  }

  #schedule(): void {
    if (this.#timer) return;
    const interval = Math.min(FLUSH_MS.most, Math.max(FLUSH_MS.least, this.#connections.size * FLUSH_MS.perConnection));
    const wait = Math.max(0, this.#flushedAt + interval - performance.now());
    this.#timer = setTimeout(() => this.#flush(), wait);
  }

  #flush(): void {
    this.#timer = null;
    const now = performance.now();
    this.#flushedAt = now;
    const due: number[] = [];
    for (const number of this.#changed) {
      const state = this.#states.get(number);
      if (state && now - state.sentAt < ENTRY_MS) continue;
      if (state) {
        state.sentAt = now;
        state.clock++;
      }
      due.push(number);
      this.#changed.delete(number);
    }
    if (due.length > 0) this.#sendToAll(due);
    else this.#makeUp();
    if (this.#changed.size > 0 || this.#missed.size > 0) this.#schedule();
    else this.#lastClocks.clear();
  }

  #sendToAll(numbers: readonly number[]): void {
    let shared: Buffer | null = null;
    for (const connection of this.#connections) {
      const missed = this.#missed.get(connection);
      if (connection.isBehind) this.#missed.set(connection, new Set([...(missed ?? []), ...numbers]));
      else if (missed) {
        this.#missed.delete(connection);
        this.#sendTo(connection, [...new Set([...missed, ...numbers])]);
      } else if (connection.isOurs) {
        shared ??= toFrame(encodePresence(numbers.map((number) => this.#entry(number))));
        connection.write([shared]);
      } else this.#sendTo(connection, numbers);
    }
  }

  /** Nothing new for anybody: those who have missed something get it, once they have read what they were sent. */
  #makeUp(): void {
    for (const [connection, missed] of this.#missed) {
      if (connection.isBehind) continue;
      this.#missed.delete(connection);
      this.#sendTo(connection, [...missed]);
    }
  }

  #sendTo(connection: Connection, numbers: readonly number[]): void {
    const others = numbers.filter((number) => number !== connection.number);
    if (others.length === 0) return;
    if (connection.isOurs) connection.send(encodePresence(others.map((number) => this.#entry(number))));
    else connection.send(encodeAwareness(others.map((number) => this.#awarenessEntry(number))));
  }

  #entry(number: number): PresenceEntry {
    return { connection: number, payload: this.#states.get(number)?.payload ?? NONE };
  }

  #awarenessEntry(number: number): AwarenessEntry {
    const state = this.#states.get(number);
    if (!state) return { id: number, clock: (this.#lastClocks.get(number) ?? 0) + 1, state: 'null' };
    return { id: number, clock: state.clock, state: toJsonObject(state.payload) };
  }
}

/** Stock clients parse what they are given and expect an object: what is none is shown as an empty one. */
function toJsonObject(payload: Uint8Array): string {
  const text = Buffer.from(payload).toString('utf8');
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? text : '{}';
  } catch {
    // Not JSON: our own clients leave it out too.
    return '{}';
  }
}
