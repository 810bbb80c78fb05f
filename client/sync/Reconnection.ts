/**
 * When to try again after a connection closed: what each close code means for a client, and how long to wait. A pure decision; the
 * session carries it out.
 */
import { CLOSE, isPermanent } from '../../shared/protocol/closeCodes.ts';

export type CloseDecision =
  /** Wait `delayMs`, then connect with the same ticket. */
  | { readonly act: 'retry'; readonly delayMs: number }
  /** Ask for a new ticket first, at once. */
  | { readonly act: 'rejoin' }
  /** Give up and tell the person why. */
  | { readonly act: 'stop' };

const FIRST_WAIT_MS = 400;
const LONGEST_WAIT_MS = 8_000;

/** What is known when a connection closes. */
export interface Closed {
  /** The close code; `null` where the socket was given up on this side. */
  readonly code: number | null;
  /** Closes since the last time all was well, from 0. */
  readonly attempt: number;
  /** Whether the ticket was issued since the last time all was well: a fresh one that is refused is not cured by another. */
  readonly freshTicket: boolean;
}

/** Waits are spread over their whole range, so that a room does not come back in one instant. `random` gives 0…1. */
export function decideAfterClose({ code, attempt, freshTicket }: Closed, random: () => number): CloseDecision {
  const wait = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** attempt);
  const retry: CloseDecision = { act: 'retry', delayMs: Math.round(100 + random() * wait) };
  if (code === null) return retry;
  // The ticket holds for any role. Joining again by a link would raise again whoever a facilitator has just lowered.
  if (code === CLOSE.roleChanged) return { act: 'retry', delayMs: Math.round(random() * FIRST_WAIT_MS) };
  if (code === CLOSE.ticketInvalid) return freshTicket ? retry : { act: 'rejoin' };
  return isPermanent(code) ? { act: 'stop' } : retry;
}
