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
      for (const one of this.#news) this.#tellFacilitators({ type: 'massDeletion', ...this.deletions.caseOf(one) });
      this.#news.clear();
    }, NEWS_MS);
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
