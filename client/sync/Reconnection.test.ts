import { describe, expect, it } from 'vitest';
import { CLOSE } from '../../shared/protocol/closeCodes.ts';
import { decideAfterClose } from './Reconnection.ts';

const half = (): number => 0.5;
const decide = (code: number | null, attempt = 0, freshTicket = false) =>
  decideAfterClose({ code, attempt, freshTicket }, half);

describe('decideAfterClose', () => {
  it('comes back by itself after a restart, a resync, a slow moment or a lost network', () => {
    for (const code of [CLOSE.restart, CLOSE.resync, CLOSE.tooSlow, CLOSE.tooManyRequests, 1006, null]) {
      expect(decide(code)).toEqual({ act: 'retry', delayMs: 300 });
    }
  });

  it('waits longer each time, up to a limit', () => {
    const waits = [0, 1, 2, 3, 4, 5, 9].map((attempt) => decide(1006, attempt));
    expect(waits.map((decision) => decision.act === 'retry' && decision.delayMs)).toEqual([
      300, 500, 900, 1700, 3300, 4100, 4100,
    ]);
  });

  it('asks for a new ticket when the old one no longer opens', () => {
    expect(decide(CLOSE.ticketInvalid, 7)).toEqual({ act: 'rejoin' });
  });

  it('comes back at once, with the ticket it has, when the role has changed: a link would raise whoever was lowered', () => {
    expect(decide(CLOSE.roleChanged, 5)).toEqual({ act: 'retry', delayMs: 200 });
  });

  it('does not ask again and again when a fresh ticket is refused', () => {
    expect(decide(CLOSE.ticketInvalid, 0, true)).toEqual({ act: 'retry', delayMs: 300 });
  });

  it('stops at what coming back cannot cure', () => {
    for (const code of [CLOSE.violation, CLOSE.removed, CLOSE.boardNotFound, CLOSE.otherEpoch]) {
      expect(decide(code)).toEqual({ act: 'stop' });
    }
  });
});
