/**
 * Live presence over the room's connection: one's own state goes out at most some thirty times a second, the latest wins; the others'
 * is kept by connection and joined with the roster. Trusts nothing it reads. Implements the editor's `PresencePort`.
 */
import type { RosterEntry } from '../../shared/control/Control.ts';
import { encodePresenceState, type Presence, parsePresence } from '../../shared/presence/Presence.ts';
import type { PresenceEntry } from '../../shared/protocol/frames.ts';
import type { Peer, PresencePatch, PresencePort } from '../editor/PresencePort.ts';

/** A little under the server's limit of 30 frames a second. */
export const PRESENCE_INTERVAL_MS = 40;

export interface PresenceTimer {
  now(): number;
  /** Calls back later; returns its undo. */
  after(ms: number, callback: () => void): () => void;
}

export class RoomPresence implements PresencePort {
  readonly #send: (payload: Uint8Array) => boolean;
  readonly #timer: PresenceTimer;
  readonly #listeners = new Set<() => void>();
  readonly #states = new Map<number, Presence>();
  #roster: ReadonlyMap<number, RosterEntry> = new Map();
  #peers: ReadonlyMap<number, Peer> = new Map();
  #own: Presence = {};
  #me: number | null = null;
  #sentAt = Number.NEGATIVE_INFINITY;
  #cancel: (() => void) | null = null;

  /** `send` puts a payload on the wire, or returns false when there is none. */
  constructor(send: (payload: Uint8Array) => boolean, timer: PresenceTimer) {
    this.#send = send;
    this.#timer = timer;
  }

  set(patch: PresencePatch): void {
    const next: Record<string, unknown> = { ...this.#own };
    for (const [key, value] of Object.entries(patch)) {
      if (value === undefined) delete next[key];
      else next[key] = value;
    }
    this.#own = next as Presence;
    this.#schedule();
  }

  others(): ReadonlyMap<number, Peer> {
    return this.#peers;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  /** The connection is up under this number: the room learns our state anew. */
  connected(connection: number): void {
    this.#me = connection;
    this.#states.clear();
    this.#join();
    this.#schedule();
  }

  /** Nobody is seen while the connection is down. */
  disconnected(): void {
    this.#me = null;
    this.#cancel?.();
    this.#cancel = null;
    this.#states.clear();
    this.#join();
  }

  /** Who is connected, from the server. */
  rosterChanged(people: readonly RosterEntry[]): void {
    this.#roster = new Map(people.map((entry) => [entry.connection, entry]));
    this.#join();
  }

  /** A presence frame arrived. An empty payload means that person is gone. */
  received(entries: readonly PresenceEntry[]): void {
    for (const { connection, payload } of entries) {
      if (payload.length === 0) this.#states.delete(connection);
      else this.#states.set(connection, parsePresence(payload));
    }
    this.#join();
  }

  dispose(): void {
    this.#cancel?.();
    this.#cancel = null;
    this.#listeners.clear();
  }

  #join(): void {
    const peers = new Map<number, Peer>();
    for (const entry of this.#roster.values()) {
      if (entry.connection === this.#me) continue;
      peers.set(entry.connection, { entry, presence: this.#states.get(entry.connection) ?? {} });
    }
    this.#peers = peers;
    for (const listener of [...this.#listeners]) listener();
  }

  #schedule(): void {
    if (this.#cancel || this.#me === null) return;
    const wait = Math.max(0, this.#sentAt + PRESENCE_INTERVAL_MS - this.#timer.now());
    this.#cancel = this.#timer.after(wait, () => {
      this.#cancel = null;
      this.#sentAt = this.#timer.now();
      this.#send(encodePresenceState(this.#own));
    });
  }
}
