/**
 * Sockets that have not shown who they are, by network address: none for long, and few that were turned away and linger. People with a
 * good ticket are never counted against each other: a whole room may come back at once from behind one address.
 */
import type { Socket } from 'node:net';
import { LIMITS } from '../../shared/protocol/limits.ts';

/** Tickets being checked at once for one address; checking takes milliseconds. */
const CHECKED_AT_ONCE = 2_000;

interface Count {
  checked: number;
  turnedAway: number;
}

/** One socket, from its arrival until it is known or gone. */
export interface Stranger {
  /** Its ticket is good: nothing here concerns it any more. */
  known(): void;
  /** It was sent away. Whether it may take its time to go; if not, its address has too many that linger. */
  turnedAway(): boolean;
}

export class Strangers {
  readonly #counts = new Map<string, Count>();

  /** Counts a socket in, for five seconds at most. `null` where its address has too many under way. */
  arrive(tcp: Socket, address: string): Stranger | null {
    const count = this.#counts.get(address) ?? { checked: 0, turnedAway: 0 };
    if (count.checked >= CHECKED_AT_ONCE) return null;
    this.#counts.set(address, count);
    count.checked++;
    const deadline = setTimeout(() => tcp.destroy(), LIMITS.authenticationMs);
    let state: keyof Count | 'known' = 'checked';
    const become = (next: keyof Count | 'known'): void => {
      if (state !== 'known') count[state]--;
      if (next !== 'known') count[next]++;
      state = next;
      if (next === 'known') clearTimeout(deadline);
      if (count.checked + count.turnedAway === 0) this.#counts.delete(address);
    };
    tcp.once('close', () => become('known'));
    return {
      known: () => become('known'),
      turnedAway: () => {
        become('turnedAway');
        return count.turnedAway <= LIMITS.unauthenticatedSocketsPerAddress;
      },
    };
  }
}
