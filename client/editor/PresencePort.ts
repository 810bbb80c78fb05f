/** What the editor needs of live presence; `client/sync` fulfils it. The editor never sees sockets or the server's connection. */
import type { RosterEntry } from '../../shared/control/Control.ts';
import type { Presence } from '../../shared/presence/Presence.ts';

/** One other live connection and what it shows. */
export interface Peer {
  readonly entry: RosterEntry;
  readonly presence: Presence;
}

/** Keys of one's own presence to change; `undefined` takes a key away. */
export type PresencePatch = { readonly [K in keyof Presence]?: Presence[K] | undefined };

export interface PresencePort {
  /** Changes some keys of one's own presence. The port coalesces: calling it at each pointer move is fine. */
  set(patch: PresencePatch): void;
  /** The others by connection number; the same map object until something changes. Never holds oneself. */
  others(): ReadonlyMap<number, Peer>;
  /** Calls back when `others()` has changed. Returns its undo. */
  subscribe(listener: () => void): () => void;
}

/** A port for boards without a room (tests, benches, a page that is offline from the start). */
export function createSilentPresence(): PresencePort {
  const nobody: ReadonlyMap<number, Peer> = new Map();
  return { set: () => undefined, others: () => nobody, subscribe: () => () => undefined };
}
