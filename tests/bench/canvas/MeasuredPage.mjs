/** One page in a fresh browser, with real input events, and what its main thread spends. */
import path from 'node:path';
import { chromium } from '@playwright/test';
import { chromiumPath } from '../machine.mjs';

export const VIEW = { width: 1440, height: 900 };
const FRAME_MS = 1000 / 60;
/** Input not yet answered; beyond, the page is slower than the hand, and gets less of it. */
const MAX_PENDING = 4;
const FLAGS = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--enable-precise-memory-info',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];

export const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

export const launchBrowser = () =>
  chromium.launch({ ...(chromiumPath && { executablePath: chromiumPath }), args: ['--headless=new', ...FLAGS] });

export class MeasuredPage {
  errors = [];
  #browser;
  #cdp;
  /** A second session: one tells the time by the clock, the other by the processor. */
  #processor;

  /** Opens a page and waits until it can be measured. */
  static async open(url, isReady = () => window.bench !== undefined) {
    const measured = new MeasuredPage();
    measured.#browser = await launchBrowser();
    try {
      const context = await measured.#browser.newContext({ viewport: VIEW, deviceScaleFactor: 1, locale: 'fr-FR' });
      measured.page = await context.newPage();
      measured.page.setDefaultTimeout(120_000);
      measured.page.on('pageerror', (error) => measured.errors.push(String(error).slice(0, 200)));
      await measured.page.addInitScript({ path: path.join(import.meta.dirname, 'recorder.js') });
      await measured.page.goto(url);
      await measured.page.waitForFunction(isReady, null, { timeout: 30_000 }).catch(() => {
        throw new Error(`the page cannot be measured ${measured.errors.join(' ')}`);
      });
      measured.#cdp = await context.newCDPSession(measured.page);
      await measured.#cdp.send('Performance.enable');
      measured.#processor = await context.newCDPSession(measured.page);
      await measured.#processor.send('Performance.enable', { timeDomain: 'threadTicks' });
      return measured;
    } catch (error) {
      await measured.close();
      throw error;
    }
  }

  evaluate(work, argument) {
    return this.page.evaluate(work, argument);
  }

  quiet() {
    return this.page.evaluate(() => window.recorder.quiet());
  }

  collectGarbage() {
    return this.#cdp.send('HeapProfiler.collectGarbage');
  }

  /**
   * Milliseconds of processor time that the main thread and its scripts have taken, and of the clock while the main thread was at work: on two
   * cores that also counts when it was made to wait by the browser's other threads, the other person's and the one that sends the input.
   * Then the heap in bytes, and what the page holds.
   */
  async totals() {
    const read = async (session) => {
      const { metrics } = await session.send('Performance.getMetrics');
      return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
    };
    const [of, thread] = await Promise.all([read(this.#cdp), read(this.#processor)]);
    return {
      mainMs: thread.TaskDuration * 1000,
      scriptMs: thread.ScriptDuration * 1000,
      clockMs: of.TaskDuration * 1000,
      heapBytes: of.JSHeapUsedSize,
      nodes: of.Nodes,
      listeners: of.JSEventListeners,
    };
  }

  wheel(deltaX, deltaY, { ctrl = false } = {}) {
    const { width, height } = VIEW;
    return { type: 'mouseWheel', x: width / 2, y: height / 2 + 50, deltaX, deltaY, modifiers: ctrl ? 2 : 0 };
  }

  /**
   * Sends `event(seconds, frames since the last one)` `hertz` times a second for `seconds`, then waits for the answers. `method` is the kind
   * of input: the mouse, or `Input.dispatchKeyEvent`.
   */
  async paced(seconds, event, { hertz = 60, method = 'Input.dispatchMouseEvent' } = {}) {
    const period = 1000 / hertz;
    const started = performance.now();
    const pending = new Set();
    let previous = started;
    for (let k = 1; performance.now() - started <= seconds * 1000; k++) {
      const now = performance.now();
      if (pending.size < MAX_PENDING) {
        const answer = this.#cdp
          .send(method, event((now - started) / 1000, (now - previous) / FRAME_MS))
          .catch((error) => this.errors.push(String(error)))
          .finally(() => pending.delete(answer));
        pending.add(answer);
        previous = now;
      }
      await sleep(Math.max(1, started + k * period - performance.now()));
    }
    await Promise.race([Promise.all(pending), sleep(20_000)]);
  }

  async close() {
    await Promise.race([this.#browser.close(), sleep(5000)]);
  }
}
