/**
 * Finds out that a line is dead before the browser does: silence while edits wait for an answer, a socket that never opens, a line that
 * was cut while the phone was locked. Asks the server for a sign of life before it gives up. Knows no document.
 */
import { Disposables, type Dispose } from '../../shared/lib/disposable.ts';
import type { SessionEnvironment } from './browserEnvironment.ts';

export interface Line {
  readonly state: 'closed' | 'opening' | 'open';
  /** What has left and has no answer. `paused`: the server's disk is in trouble, and it reads no questions. */
  readonly waiting: 'nothing' | 'edits' | 'paused';
  /** Asks the server for a sign of life. */
  ask(now: number): void;
  connect(): void;
  /** Gives the line up on this side, and tries again at once. */
  reconnect(): void;
}

/** Silence with edits waiting after which the server is asked, and after which the line is taken for dead. */
const SILENCE_BEFORE_ASKING_MS = 3_000;
const SILENCE_WITH_EDITS_MS = 8_000;
/** While the server's disk is in trouble it speaks every ten seconds. */
const SILENCE_WHILE_PAUSED_MS = 25_000;
/** After a look from a wake-up: the silence that needs no question, and how long an answer may take. */
const SILENCE_AFTER_WAKE_MS = 12_000;
const ANSWER_AFTER_WAKE_MS = 2_500;
/** A socket that is still opening after this long will not open. */
const OPENING_MS = 8_000;
const WATCH_INTERVAL_MS = 1_000;

export class LineWatch {
  readonly #line: Line;
  readonly #environment: SessionEnvironment;
  readonly #disposables = new Disposables();
  #heardAt: number;
  #openedAt: number;
  #askedAt = 0;
  #isOver = false;

  constructor(line: Line, environment: SessionEnvironment) {
    this.#line = line;
    this.#environment = environment;
    this.#heardAt = this.#openedAt = environment.now();
    this.#disposables.add(environment.onWake(() => this.#wake()));
    this.#disposables.add(environment.every(WATCH_INTERVAL_MS, () => this.#watch()));
  }

  /** A new socket was made. */
  opening(): void {
    this.#openedAt = this.#heardAt = this.#environment.now();
  }

  /** Whatever arrived: the line is alive. */
  heard(): void {
    this.#heardAt = this.#environment.now();
  }

  readonly dispose: Dispose = () => {
    this.#isOver = true;
    this.#disposables.dispose();
  };

  #ask(): void {
    this.#askedAt = this.#environment.now();
    this.#line.ask(this.#askedAt);
  }

  /** Someone looks at the page again, or the network is back: no waiting now. A line that was cut meanwhile may not know it yet. */
  #wake(): void {
    const { state } = this.#line;
    if (state === 'closed') this.#line.connect();
    else if (this.#environment.now() - this.#heardAt > SILENCE_AFTER_WAKE_MS) this.#line.reconnect();
    else if (state === 'open') {
      this.#ask();
      const askedAt = this.#askedAt;
      this.#environment.after(ANSWER_AFTER_WAKE_MS, () => {
        if (!this.#isOver && this.#line.state === 'open' && this.#heardAt < askedAt) this.#line.reconnect();
      });
    }
  }

  #watch(): void {
    const now = this.#environment.now();
    const { state, waiting } = this.#line;
    if (state === 'opening' && now - this.#openedAt > OPENING_MS) this.#line.reconnect();
    if (state !== 'open' || waiting === 'nothing') return;
    const silence = now - this.#heardAt;
    if (silence > (waiting === 'paused' ? SILENCE_WHILE_PAUSED_MS : SILENCE_WITH_EDITS_MS)) this.#line.reconnect();
    else if (silence >= SILENCE_BEFORE_ASKING_MS && now - this.#askedAt >= SILENCE_BEFORE_ASKING_MS) this.#ask();
  }
}
