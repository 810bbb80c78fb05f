/**
 * The one queue of a room: messages of its people and changes asked for from outside, taken in the order they came, a bounded stretch a
 * turn, so that the other rooms have theirs. Knows when to stop (time is up, the disk is behind, the room is not open); what a message
 * means is the room's business.
 */
import { MESSAGE, SYNC } from '../../shared/protocol/frames.ts';
import type { Connection } from './Connection.ts';
import type { Intake, Live } from './Intake.ts';
import { Rests } from './Rests.ts';
import type { Asked } from './RoomSession.ts';

/** A message, as it came. */
interface Frame {
  readonly type: 'frame';
  readonly from: Connection;
  readonly frame: Uint8Array;
}

/** What waits for its turn. */
type Waiting = Frame | { readonly type: 'change'; readonly begin: Asked; readonly isReady: () => boolean };

export interface RoomQueueOptions {
  readonly intake: Intake;
  /** What the room works with while it is open; `null` while it is not. */
  readonly live: () => Live | null;
  /** Whether a message can be carried out, or waits for something to be read. All others wait with it: there is one order. */
  readonly isReadyFor: (from: Connection, frame: Uint8Array) => boolean;
  /** Carries out one message that is no plain update. */
  readonly take: (live: Live, from: Connection, frame: Uint8Array) => void;
  /** A run of plain updates left the document in a state not to be trusted. */
  readonly onBroken: (culprit: Connection, rule: string) => void;
}

/** Work of one turn of a room, in milliseconds. */
const TURN_MS = 8;

/** Whether a message of somebody who has gone counts all the same: they wrote it, and were sent away by nobody. */
function countsFromGone({ session }: Live, { from, frame }: Frame): boolean {
  const person = session.person(from.person.id);
  const isWelcome = person !== null && !person.removed && person.role === from.person.role;
  return isWelcome && !from.isShutOut && frame[0] === MESSAGE.sync && frame[1] !== SYNC.step1;
}

const counts = (live: Live, message: Frame): boolean =>
  !message.from.isLeaving && (message.from.isOpen || countsFromGone(live, message));

const isUpdate = (frame: Uint8Array): boolean => frame[0] === MESSAGE.sync && frame[1] === SYNC.update;

export class RoomQueue {
  readonly #options: RoomQueueOptions;
  #inbox: Waiting[] = [];
  /** Who has had more than their share of time, and for how long they rest. */
  readonly #tired = new Map<Connection, number>();
  readonly #rests = new Rests<Connection, Frame>((from, waiting) => {
    from.release('resting');
    this.#inbox.push(...waiting);
    this.schedule();
  });
  #isTurnDue = false;
  #timer: NodeJS.Timeout | null = null;

  constructor(options: RoomQueueOptions) {
    this.#options = options;
  }

  /** One message of a connection. */
  frame(from: Connection, frame: Uint8Array): void {
    const message: Frame = { type: 'frame', from, frame };
    if (this.#rests.keeps(from, message)) return;
    this.#inbox.push(message);
    const waitMs = isUpdate(frame) ? (this.#options.live()?.log.waitMs ?? 0) : 0;
    if (waitMs < 1) this.schedule();
    else this.#waitFor(waitMs);
  }

  /** Something asked for from outside. */
  change(begin: Asked, isReady: () => boolean): void {
    this.#inbox.push({ type: 'change', begin, isReady });
    this.schedule();
  }

  /** Sees to it that what waits is looked at soon. */
  schedule(): void {
    if (this.#isTurnDue || this.#inbox.length === 0) return;
    this.#isTurnDue = true;
    setImmediate(() => {
      this.#isTurnDue = false;
      this.#turn(false);
    });
  }

  /** Something that held it up is over; what waits for the room's pace goes on waiting. */
  goOn(): void {
    if (!this.#timer) this.schedule();
  }

  /** The log is about to write: what waits for that comes along. */
  lastCall(): void {
    if (!this.#timer) return;
    clearTimeout(this.#timer);
    this.#timer = null;
    this.#turn(false);
  }

  /** Updates that could not be written yet anyway are looked at together when they can be; anything else that comes ends the wait. */
  #waitFor(waitMs: number): void {
    if (this.#isTurnDue || this.#timer) return;
    this.#timer = setTimeout(() => {
      this.#timer = null;
      this.#turn(false);
    }, waitMs);
  }

  /** Takes all that waits, at once, however long it takes. */
  takeAll(): void {
    this.#rests.endAll();
    this.#turn(true);
  }

  #turn(isLast: boolean): void {
    const until = isLast ? Number.POSITIVE_INFINITY : performance.now() + TURN_MS;
    const next = (): Live | null => {
      const live = this.#options.live();
      const isOver = live === null || performance.now() > until || (!isLast && live.log.isBehind);
      return isOver ? null : live;
    };
    let taken = 0;
    let isWaiting = false;
    for (let live = next(); live && taken < this.#inbox.length; live = next()) {
      const plain = this.#takePlain(live, taken, () => next() !== null);
      const one = this.#inbox[taken] as Waiting;
      isWaiting = plain === 0 && !this.#isReady(live, one);
      if (isWaiting) break;
      if (plain === 0) this.#takeOne(live, one);
      taken += Math.max(1, plain);
    }
    this.#inbox.splice(0, taken);
    if (!isLast) for (const [from, ms] of this.#tired) this.#rest(from, ms);
    this.#tired.clear();
    const live = this.#options.live();
    if (live && !live.log.isBehind && !isWaiting) this.schedule();
  }

  #rest(from: Connection, ms: number): void {
    const isTheirs = (waiting: Waiting): waiting is Frame => waiting.type === 'frame' && waiting.from === from;
    from.hold('resting');
    this.#rests.begin(from, ms, this.#inbox.filter(isTheirs));
    this.#inbox = this.#inbox.filter((waiting) => !isTheirs(waiting));
  }

  /** Does one person's work; who needs long for it rests afterwards. */
  #timed(from: Connection, work: () => void): void {
    const started = performance.now();
    work();
    const ms = Rests.after(performance.now() - started);
    if (ms > 0 && from.isOpen) this.#tired.set(from, ms);
  }

  #isReady(live: Live, waiting: Waiting): boolean {
    if (waiting.type === 'change') return waiting.isReady();
    return !counts(live, waiting) || this.#options.isReadyFor(waiting.from, waiting.frame);
  }

  #takeOne(live: Live, waiting: Waiting): void {
    if (waiting.type === 'change') {
      waiting.begin(live);
      return;
    }
    const { from, frame } = waiting;
    from.taken(frame);
    if (counts(live, waiting)) this.#timed(from, () => this.#options.take(live, from, frame));
  }

  /** Takes the plain updates from `start` on in one transaction, until another message comes; answers how many they were. */
  #takePlain(live: Live, start: number, goesOn: () => boolean): number {
    const { intake, onBroken } = this.#options;
    let at = start;
    const next = (): { from: Connection; frame: Uint8Array; body: Uint8Array } | null => {
      const waiting = this.#inbox[at];
      if (waiting?.type !== 'frame' || !counts(live, waiting)) return null;
      const body = intake.plainUpdate(live, waiting.from, waiting.frame);
      return body && { ...waiting, body };
    };
    const first = next();
    if (!first) return 0;
    const rule = live.gate.together(() => {
      for (let one: typeof first | null = first; one; one = goesOn() ? next() : null) {
        at++;
        const { from, frame, body } = one;
        from.taken(frame);
        this.#timed(from, () => intake.update(live, from, body, false, true));
      }
    });
    if (rule !== null) onBroken(first.from, rule);
    return at - start;
  }
}
