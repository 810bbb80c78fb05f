/**
 * Changes of a room's session, from the people in it and from outside: each is decided in its turn, takes hold at once, is written between
 * the updates, and is told to those it concerns once it is on disk. What a command means is `server/control/Session.ts`.
 */
import { parseCommand } from '../../shared/control/commands.ts';
import { CLOSE } from '../../shared/protocol/closeCodes.ts';
import { encodeJson, MESSAGE } from '../../shared/protocol/frames.ts';
import type { Change, Session } from '../control/Session.ts';
import { StorageError } from '../storage/Storage.ts';
import type { Connection } from './Connection.ts';
import type { DeletionWatch } from './DeletionWatch.ts';
import type { Live } from './Intake.ts';
import type { Outbox } from './Outbox.ts';
import type { PrivateRoom } from './private/PrivateRoom.ts';
import type { RoomPeople } from './RoomPeople.ts';

/** A change somebody outside asks for, until it has its turn. */
export type Asked = (live: Live) => void;

export interface RoomSessionParts {
  readonly outbox: Outbox;
  readonly people: RoomPeople;
  readonly deletions: DeletionWatch;
  readonly privately: PrivateRoom;
  /** A change failed on the way: what is in memory is neither as before it nor as after it, and nothing of it is written. */
  readonly onBroken: (error: unknown) => void;
}

export class RoomSession {
  readonly #outbox: Outbox;
  readonly #people: RoomPeople;
  readonly #deletions: DeletionWatch;
  readonly #private: PrivateRoom;
  /** Those outside who wait for a change to be durable. They are not kept waiting for a disk in trouble. */
  readonly #askers = new Set<(error: StorageError) => void>();

  readonly #onBroken: RoomSessionParts['onBroken'];

  constructor({ outbox, people, deletions, privately, onBroken }: RoomSessionParts) {
    this.#outbox = outbox;
    this.#people = people;
    this.#deletions = deletions;
    this.#private = privately;
    this.#onBroken = onBroken;
  }

  /** A change from outside. `queue` is given what is to be done in its turn. */
  ask<T>(decide: (session: Session) => Change<T>, queue: (asked: Asked) => void): Promise<T> {
    return new Promise((resolve, reject) => {
      this.#askers.add(reject);
      queue((live) => {
        if (!this.#askers.has(reject)) return;
        this.#carryOut(live, decide, (value) => {
          this.#askers.delete(reject);
          resolve(value);
        });
      });
    });
  }

  /** Nobody outside waits any longer. What they asked for may still be done: asking again under the same id finds out. */
  failAskers(): void {
    for (const fail of this.#askers) fail(new StorageError('unavailable', 'saving is paused'));
    this.#askers.clear();
  }

  /** A command of somebody connected. */
  command(live: Live, from: Connection, value: unknown): void {
    const read = parseCommand(value);
    const answer = (result: unknown): void => from.send(encodeJson(MESSAGE.result, result));
    if (read.ok) this.#carryOut(live, (session) => session.command(from.person.id, read.value), answer);
    else if (read.reason.id === null) from.close(CLOSE.violation, 'a command without an id');
    else answer({ id: read.reason.id, ok: false, code: 'malformed', message: read.reason.field });
  }

  #carryOut<T>(live: Live, decide: (session: Session) => Change<T>, answer: (value: T) => void): void {
    const { log } = live;
    let change: Change<T>;
    let rev: number;
    try {
      change = decide(live.session);
      rev = this.#takeHold(live, change);
    } catch (error) {
      log.giveUp();
      this.#onBroken(error);
      return;
    }
    const { value, effects } = change;
    this.#outbox.act(rev, () => {
      // First what all are to know, then the answer; last, whoever has to go.
      for (const effect of effects) if (effect.type === 'control') this.#people.apply(effect);
      answer(value);
      for (const effect of effects) if (effect.type !== 'control') this.#people.apply(effect);
    });
    if (log.isSettled) this.#outbox.release(log.seq, this.#people.connections);
  }

  /** From here on the room is what the change makes of it. The number under which it is written. */
  #takeHold(live: Live, { writes, effects, deletions, reveal }: Change<unknown>): number {
    if (deletions) this.#deletions.carryOut(live, deletions);
    if (reveal) this.#private.reveal(live, reveal);
    if (writes.length > 0) this.#private.sessionChanged(live);
    for (const effect of effects) this.#people.foresee(effect);
    return writes.length > 0 ? live.log.write(writes) : live.log.seq;
  }
}
