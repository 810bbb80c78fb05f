/** Fingers on a touch screen, as many as one likes: real touches, told to the browser by their own names, each moved on its own. */
import type { CDPSession, Page } from '@playwright/test';

type At = { readonly x: number; readonly y: number };

interface Finger extends At {
  readonly radius: number;
}

export class Fingers {
  readonly #session: CDPSession;
  readonly #down = new Map<number, Finger>();

  private constructor(session: CDPSession) {
    this.#session = session;
  }

  static async on(page: Page): Promise<Fingers> {
    return new Fingers(await page.context().newCDPSession(page));
  }

  async press(id: number, { x, y }: At, radius = 10): Promise<void> {
    this.#down.set(id, { x, y, radius });
    await this.#tell('touchStart');
  }

  /** Moves a finger in steps, as hands do. */
  async move(id: number, to: At, steps = 8): Promise<void> {
    const from = this.#down.get(id);
    if (!from) throw new Error(`finger ${id} is not down`);
    for (let step = 1; step <= steps; step++) {
      const share = step / steps;
      this.#down.set(id, { ...from, x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share });
      await this.#tell('touchMove');
    }
  }

  async lift(id: number): Promise<void> {
    const finger = this.#down.get(id);
    if (!finger) throw new Error(`finger ${id} is not down`);
    this.#down.delete(id);
    // An end names the finger that is lifted; the others stay.
    await this.#tell('touchEnd', [[id, finger]]);
  }

  /** The browser takes the touches away without a word: another window, a system gesture. */
  async lose(): Promise<void> {
    this.#down.clear();
    await this.#session.send('Input.dispatchTouchEvent', { type: 'touchCancel', touchPoints: [] });
  }

  async tap(id: number, at: At): Promise<void> {
    await this.press(id, at);
    await this.lift(id);
  }

  #tell(
    type: 'touchStart' | 'touchMove' | 'touchEnd',
    fingers: Iterable<readonly [number, Finger]> = this.#down,
  ): Promise<unknown> {
    const touchPoints = [...fingers].map(([id, { x, y, radius }]) => ({ id, x, y, radiusX: radius, radiusY: radius }));
    return this.#session.send('Input.dispatchTouchEvent', { type, touchPoints });
  }
}
