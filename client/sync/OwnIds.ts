/**
 * What the elements this person makes say of them: ids with the moment, by the server's clock, and whose they are, where people are named. Where
 * they are not, the order in which notes were written could tell whose they are: those ids say nothing, whether the notes go to the board or to
 * a private document, and nobody signs. Nor does whoever gave no name.
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

  /** Of the next element. */
  readonly id = (): string => (this.#isNamed ? createDatedId(this.moment()) : createId());

  /** Now, by the server's clock. */
  readonly moment = (): number => this.#now() + this.#ahead;

  /** The participant's id; `undefined`: the next element bears nobody's. */
  readonly signature = (): string | undefined => {
    const { me } = this.#session();
    return me && me.name !== '' && this.#isNamed ? me.id : undefined;
  };

  /** Before anything is known of the session, nobody is taken to be named. */
  get #isNamed(): boolean {
    const { control, me } = this.#session();
    return control !== null && rightsOf(control.step ?? OPEN_STEP, me?.group ?? null).attribution === 'named';
  }
}
