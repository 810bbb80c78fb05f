/**
 * Tickets: what a participant shows at each request and connection. A signed note of who they are on which board, good for 12 hours and
 * across restarts. It says nothing of role or removal: these are read from the participant's row each time.
 */
import { jwtVerify, SignJWT } from 'jose';
import { isId } from '../../shared/lib/ids.ts';
import { LIMITS } from '../../shared/protocol/limits.ts';

export interface Ticket {
  readonly board: string;
  readonly participant: string;
  readonly epoch: string;
}

/** The one algorithm accepted, whatever a ticket's own header says. */
const ALGORITHM = 'HS256';
const TYPE = 'pele-mele-ticket';
/** Ours have about 250 characters. */
const MAX_CHARS = 1_024;

export class Tickets {
  readonly #key: Uint8Array;
  readonly #now: () => number;

  /** `key`: 256 bits, used for nothing else. `now`: UTC milliseconds. */
  constructor(key: Uint8Array, now: () => number) {
    this.#key = key;
    this.#now = now;
  }

  issue(ticket: Ticket): Promise<string> {
    const seconds = Math.floor(this.#now() / 1000);
    return new SignJWT({ b: ticket.board, p: ticket.participant, e: ticket.epoch })
      .setProtectedHeader({ alg: ALGORITHM, typ: TYPE })
      .setIssuedAt(seconds)
      .setExpirationTime(seconds + LIMITS.ticketMs / 1000)
      .sign(this.#key);
  }

  /** Reads a ticket this instance signed and that has not run out; `null` for anything else, without a word why. */
  async verify(token: string): Promise<Ticket | null> {
    if (token.length === 0 || token.length > MAX_CHARS) return null;
    try {
      const { payload } = await jwtVerify(token, this.#key, {
        algorithms: [ALGORITHM],
        typ: TYPE,
        currentDate: new Date(this.#now()),
        requiredClaims: ['exp', 'iat'],
      });
      const { b: board, p: participant, e: epoch } = payload;
      if (!isId(board) || !isId(participant) || typeof epoch !== 'string') return null;
      return { board, participant, epoch };
    } catch {
      // jose throws for every kind of bad token; the kinds are nobody's business.
      return null;
    }
  }
}
