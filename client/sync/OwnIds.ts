/**
 * Ids of the elements this person makes: with the moment, by the server's clock, where people are named. Where they are not, the order in
 * which notes were written could tell whose they are: those ids say nothing, whether the notes go to the board or to a private document.
 */
import { OPEN_STEP, rightsOf } from '../../shared/access/Step.ts';
import { createDatedId } from '../../shared/elements/moment.ts';
import { createId } from '../../shared/lib/ids.ts';
import type { SessionState } from './SessionState.ts';

export class OwnIds {
  readonly #session: () => Pick<SessionState, 'control' | 'me'>;
  readonly #now: () => number;
  /** What the server's clock is ahead of this one. */
  #ahead = 0;

  constructor(session: () => Pick<SessionState, 'control' | 'me'>, now: () => number) {
    this.#session = session;
    this.#now = now;
  }

  /** The server has told its time. */
  heard(now: number): void {
    this.#ahead = now - this.#now();
  }

  readonly next = (): string => {
    const { control, me } = this.#session();
    // Before anything is known of the session, nobody is taken to be named.
    const isNamed = control !== null && rightsOf(control.step ?? OPEN_STEP, me?.group ?? null).attribution === 'named';
    return isNamed ? createDatedId(this.#now() + this.#ahead) : createId();
  };
}
