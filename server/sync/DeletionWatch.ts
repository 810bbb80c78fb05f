/**
 * What a room does about participants whose deletions are kept back: tells the facilitators, and carries out what these decide. Holds and
 * values are memory (`massDeletion.ts`); what comes back onto the board is an update like any other.
 */
import type { ControlEvent } from '../../shared/control/Control.ts';
import { encodeSync, SYNC } from '../../shared/protocol/frames.ts';
import type { DeletionOrder } from '../control/Session.ts';
import type { Connection } from './Connection.ts';
import type { Live } from './Intake.ts';
import { MassDeletion } from './massDeletion.ts';
import type { Outbox } from './Outbox.ts';
import type { RoomPeople } from './RoomPeople.ts';

/** What happens within this time is told together. */
const NEWS_MS = 200;

export class DeletionWatch {
  readonly deletions = new MassDeletion();
  readonly #outbox: Outbox;
  readonly #people: RoomPeople;
  readonly #news = new Set<string>();
  /** Of whom the facilitators know. */
  readonly #told = new Set<string>();
  #timer: NodeJS.Timeout | null = null;

  constructor(outbox: Outbox, people: RoomPeople) {
    this.#outbox = outbox;
    this.#people = people;
  }

  /** There is something new to tell of a participant. */
  changed(participant: string): void {
    this.#news.add(participant);
    this.#timer ??= setTimeout(() => {
      this.#timer = null;
      this.#tellNews();
    }, NEWS_MS);
  }

  #tellNews(): void {
    // Who deletes together is held together: one's deletions may be news of others.
    for (const { participant } of this.deletions.openCases())
      if (!this.#told.has(participant)) this.#news.add(participant);
    for (const participant of this.#news) {
      const one = this.deletions.caseOf(participant);
      this.#tellFacilitators({ type: 'massDeletion', ...one });
      if (one.deleted + one.held > 0) this.#told.add(participant);
      else this.#told.delete(participant);
    }
    this.#news.clear();
  }

  /** Tells a facilitator who has just come what waits for a decision. */
  greet(connection: Connection): void {
    if (connection.person.role !== 'facilitator') return;
    for (const one of this.deletions.openCases()) this.#people.tell(connection, { type: 'massDeletion', ...one });
  }

  /** Carries out a facilitator's decision, in its turn. */
  carryOut(live: Live, { participant, decision }: DeletionOrder): void {
    if (decision === 'allow') this.deletions.allow(participant);
    else this.#restore(live, participant);
    this.changed(participant);
  }

  #restore({ gate, log, answers }: Live, participant: string): void {
    const { update, inserted, left } = gate.insert(this.deletions.take(participant));
    if (update) {
      const rev = log.append(update, []);
      answers.changed(update);
      this.#outbox.update(rev, encodeSync(SYNC.update, update), null);
    }
    this.#outbox.act(log.seq, () => {
      this.#tellFacilitators({
        type: 'deletionsRestored',
        participant,
        restored: inserted.length,
        left: left.length,
      });
    });
  }

  /** Nobody is there to be told. */
  rest(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    this.#news.clear();
  }

  #tellFacilitators(event: ControlEvent): void {
    for (const connection of this.#people.connections) {
      if (connection.person.role === 'facilitator') this.#people.tell(connection, event);
    }
  }
}
