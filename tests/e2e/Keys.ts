/**
 * Hands that have a keyboard only: Tab until something has the focus, then the key that works it. What has the focus is read from the
 * browser's accessibility tree, as a screen reader would say it.
 */
import { expect, type Page } from '@playwright/test';

/** No page of ours has more stops than this. */
const MOST_STOPS = 80;

export class Keys {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.#page.keyboard.press(key);
  }

  async type(text: string): Promise<void> {
    await this.#page.keyboard.type(text);
  }

  /** Role and name of what has the focus, e.g. `button "Partager"`. */
  async focused(): Promise<string> {
    const focus = this.#page.locator(':focus');
    if ((await focus.count()) === 0) return '';
    const [first = ''] = (await focus.first().ariaSnapshot({ depth: 1 })).split('\n');
    // A line of YAML: quoted where the name holds a colon.
    const line = first.replace(/^- /, '');
    return line.startsWith("'")
      ? line
          .slice(1)
          .replace(/'(:.*)?$/, '')
          .replaceAll("''", "'")
      : line;
  }

  /** Goes on with Tab (or back) until what has the focus is called so. */
  async to(wanted: RegExp, key: 'Tab' | 'Shift+Tab' | 'ArrowRight' | 'ArrowLeft' | 'ArrowDown' = 'Tab'): Promise<void> {
    const passed: string[] = [];
    for (let stop = 0; stop < MOST_STOPS; stop++) {
      const now = await this.focused();
      if (wanted.test(now)) return;
      passed.push(now);
      await this.press(key);
    }
    throw new Error(`the keyboard does not reach ${wanted}, only:\n${passed.join('\n')}`);
  }

  /** Waits until what has the focus is called so: after a dialog has opened, a line has come. */
  async expectFocus(wanted: RegExp): Promise<void> {
    await expect.poll(() => this.focused()).toMatch(wanted);
  }
}
