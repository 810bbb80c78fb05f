/**
 * The conversation of the sync protocol with one connection: step 1 and its answer, updates and step 2 and what the gate says of them,
 * frames held for a missing part, acknowledgements, words to the author of what was taken back, and the code a socket is closed with.
 */
import * as Y from 'yjs';
import { CLOSE } from '../../shared/protocol/closeCodes.ts';
import { encodeJson, encodeSync, MESSAGE, parseClientFrame, SYNC } from '../../shared/protocol/frames.ts';
import { LIMITS } from '../../shared/protocol/limits.ts';
import type { Session } from '../control/Session.ts';
import type { Answers } from './Answers.ts';
import type { Connection } from './Connection.ts';
import type { Gate, Refusals, RefusedText } from './gate.ts';
import type { Author } from './judge.ts';
import type { Outbox } from './Outbox.ts';
import type { RoomLog } from './RoomLog.ts';
import type { SyncMetrics } from './SyncMetrics.ts';
import { readStateVector } from './stateVector.ts';
import { toFrame } from './webSocketFrame.ts';

/** What a room works with while its document is in memory. */
export interface Live {
  readonly gate: Gate;
  readonly log: RoomLog;
  readonly session: Session;
  readonly answers: Answers;
}

export interface IntakeOptions {
  readonly outbox: Outbox;
  readonly metrics: SyncMetrics;
  /** A frame left the document in a state not to be trusted. */
  readonly onBroken: (connection: Connection, rule: string) => void;
  /** Deletions of a participant were kept back. */
  readonly onHeld: (participant: string) => void;
  /** Texts of a participant were taken back. What is written about it is written with the update that takes them back. */
  readonly onRefusedTexts: (live: Live, participant: string, texts: readonly RefusedText[]) => void;
}

/** Frames with elements no kind accepts, after which a connection is closed: an honest client of another version sends a few. */
const MAX_SCHEMA_STRIKES = 10;
/** A viewer's second attempt to write is no accident. */
const MAX_VIEWER_STRIKES = 2;

/** What became of a frame: it is settled, it leans on something missing, or its connection (or its document) is gone. */
type Outcome = 'settled' | 'gap' | 'over';

/** Who speaks, by their row as it is now: what was said of them at the door may be old. */
export const authorOf = ({ session }: Pick<Live, 'session'>, { person }: Connection): Author => {
  const { id, role, group } = session.person(person.id) ?? person;
  return { id, role, group };
};

export class Intake {
  readonly #options: IntakeOptions;

  constructor(options: IntakeOptions) {
    this.#options = options;
  }

  /** A client tells what it has: it gets the rest, once that is on disk. */
  step1({ gate, log, answers }: Live, from: Connection, body: Uint8Array): void {
    let frames: readonly Buffer[];
    try {
      const vector = readStateVector(body, gate.doc);
      if (!vector || gate.isBehind(vector, from.person.id)) {
        from.close(CLOSE.otherEpoch, 'the client has seen a later board');
        return;
      }
      frames = answers.to(body);
    } catch {
      // Not a state vector.
      from.close(CLOSE.violation, 'state vector');
      return;
    }
    this.#options.outbox.answer(log.seq, frames, from);
    from.knows = log.seq;
    this.#release(log);
  }

  /** The update in this frame, if it is a plain one that waits for nothing and may be taken as it is. */
  plainUpdate(live: Live, from: Connection, frame: Uint8Array): Uint8Array | null {
    if (frame[0] !== MESSAGE.sync || frame[1] !== SYNC.update || from.held.length > 0) return null;
    const read = parseClientFrame(frame);
    if (!read.ok || read.value.type !== 'sync') return null;
    const { gate, session } = live;
    return gate.isPlain(read.value.body, authorOf(live, from), session.control.step) ? read.value.body : null;
  }

  /** An update, or the step 2 that answers our step 1. `isPlain`: it comes from `plainUpdate`, at once. */
  update(live: Live, from: Connection, body: Uint8Array, isStep2: boolean, isPlain = false): void {
    from.received++;
    if (isStep2) from.isAskedForStep2 = false;
    // Behind a held frame everything waits, but the step 2 that may fill the gap.
    const outcome = from.held.length > 0 && !isStep2 ? 'gap' : this.#judge(live, from, body, isStep2, isPlain);
    if (outcome === 'over') return;
    if (outcome === 'gap') {
      if (isStep2) from.close(CLOSE.resync, 'a step 2 with a gap');
      else this.#holdBack(live, from, body);
      return;
    }
    if (isStep2 && !this.#retryHeld(live, from)) return;
    const isAllTaken = from.held.length === 0 && !from.isWaitingPrivately && !from.hasDropped;
    if (isAllTaken) this.#options.outbox.saved(live.log.seq, from.received, from);
    this.#release(live.log);
  }

  #holdBack({ gate }: Live, from: Connection, body: Uint8Array): void {
    from.heldBytes += body.length;
    if (from.heldBytes > LIMITS.heldGapBytes) {
      from.close(CLOSE.resync, 'too much behind a gap');
      return;
    }
    from.held.push(body.slice());
    if (from.isAskedForStep2) return;
    from.isAskedForStep2 = true;
    from.send(encodeSync(SYNC.step1, Y.encodeStateVector(gate.doc)));
  }

  /** Held frames again, now that a step 2 has come. Whether the connection goes on. */
  #retryHeld(live: Live, from: Connection): boolean {
    for (const body of from.held.splice(0)) {
      const outcome = this.#judge(live, from, body, false);
      if (outcome === 'over') return false;
      if (outcome === 'gap') {
        from.close(CLOSE.resync, 'a gap that persists');
        return false;
      }
    }
    from.heldBytes = 0;
    return true;
  }

  #judge(live: Live, from: Connection, body: Uint8Array, isStep2: boolean, isPlain = false): Outcome {
    const { gate, log, answers, session } = live;
    const { metrics, outbox, onBroken, onHeld } = this.#options;
    const author = authorOf(live, from);
    const { step } = session.control;
    const verdict = isPlain ? gate.applyPlain(body) : gate.judge(body, author, isStep2, step);
    metrics.judged(verdict.type);
    switch (verdict.type) {
      case 'nothing':
        return 'settled';
      case 'gap':
        return 'gap';
      case 'accepted': {
        const { update, claims, owners, refused, refusedTexts } = verdict;
        const rev = log.append(
          update,
          claims.map((clientId) => ({ clientId, participant: author.id })),
          owners,
        );
        answers.changed(update);
        // Who was refused something must see it come back; all others are spared their own echo.
        outbox.update(rev, encodeSync(SYNC.update, update), refused.size > 0 ? null : from);
        this.#tellRefused(rev, from, refused);
        if (refusedTexts.length > 0) this.#options.onRefusedTexts(live, author.id, refusedTexts);
        if (refused.has('held')) onHeld(author.id);
        return from.isShutOut ? 'over' : 'settled';
      }
      case 'forbidden':
        from.hasDropped = true;
        this.#tellRefused(log.seq, from, new Map([['role', []]]));
        if (++from.strikes >= MAX_VIEWER_STRIKES) from.close(CLOSE.violation, 'a viewer writes');
        return from.isShutOut ? 'over' : 'settled';
      case 'violation':
        from.close(CLOSE.violation, verdict.rule);
        return 'over';
      case 'broken':
        onBroken(from, verdict.rule);
        return 'over';
    }
  }

  #tellRefused(rev: number, author: Connection, refused: Refusals): void {
    for (const [code, elements] of refused) {
      this.#options.metrics.refused(elements.length);
      if (author.isOurs) {
        const event = { type: 'refused', code, elements };
        this.#options.outbox.answer(rev, [toFrame(encodeJson(MESSAGE.controlEvent, event))], author);
      }
      if (code === 'schema' && ++author.strikes >= MAX_SCHEMA_STRIKES) author.close(CLOSE.violation, 'schema');
    }
  }

  /** Nothing is under way that an answer would have to wait for. */
  #release(log: RoomLog): void {
    if (log.isSettled) this.#options.outbox.release(log.seq, []);
  }
}
