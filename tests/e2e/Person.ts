/**
 * Somebody at a screen: does what hands do (real mouse, touch and keyboard events) and reads what stands on their own board through the
 * page's inspection handle (client/app/board/inspect.ts). Positions are page points, turned into window points by the camera shown.
 */
import { type Browser, type BrowserContext, expect, type Locator, type Page } from '@playwright/test';
import type { BoardInspection, InspectedElement } from '../../client/app/board/inspect.ts';

type At = { readonly x: number; readonly y: number };

const inspection = (): BoardInspection => {
  const handle = (globalThis as unknown as { peleMele?: BoardInspection }).peleMele;
  if (!handle) throw new Error('no board is open on this page');
  return handle;
};

/** Runs in the page. The view glides: it has arrived when it stood still for some frames. */
const inWindow = async (handle: () => BoardInspection, x: number, y: number): Promise<At> => {
  const look = (): string => JSON.stringify(handle().camera());
  let before = look();
  let since = performance.now();
  for (let frames = 0; frames < 3 || performance.now() - since < 50; frames++) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
    const now = look();
    if (now === before) continue;
    before = now;
    since = performance.now();
    frames = 0;
  }
  const { left, top } = (document.querySelector('[role=application]') as Element).getBoundingClientRect();
  const screen = handle().toScreen(x, y);
  return { x: left + screen.x, y: top + screen.y };
};

/** As many letters of a text are typed one by one; the rest comes at once, as from dictation or completion. */
const TYPED = 6;

const takeTours = (): void => {
  if (!location.protocol.startsWith('http')) return;
  for (const role of ['facilitator', 'participant', 'viewer']) localStorage.setItem(`pelemele.tour.${role}`, '1');
};

export class Person {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly problems: string[] = [];

  private constructor(page: Page, context: BrowserContext) {
    this.page = page;
    this.context = context;
    page.on('pageerror', (error) => this.problems.push(String(error)));
    page.on('console', (message) => {
      if (/Content.Security.Policy/i.test(message.text())) this.problems.push(message.text());
    });
  }

  /** Opens a browser of their own: nothing is shared with the others. `isNew`: never was on a wall, and is shown around. */
  static async arrive(
    browser: Browser,
    options: Parameters<Browser['newContext']>[0] = {},
    { isNew = false }: { readonly isNew?: boolean } = {},
  ): Promise<Person> {
    const context = await browser.newContext(options);
    // Whoever is not new has taken the tour of each role.
    if (!isNew) await context.addInitScript(takeTours);
    return new Person(await context.newPage(), context);
  }

  /** The same person in another tab of their browser. */
  in(page: Page): Person {
    return new Person(page, this.context);
  }

  /** Opens a link of the board, gives a name, and waits until the board is there. */
  async join(link: string, name: string): Promise<void> {
    await this.goTo(link);
    await this.page.getByLabel(/^Votre nom/).fill(name);
    await this.page.getByRole('button', { name: /^Entrer/ }).click();
    await this.ready();
  }

  /** Goes to an address; from another page of that server as a link does, for then the browser need not begin anew. */
  async goTo(address: string): Promise<void> {
    const { page } = this;
    if (!page.url().startsWith(`${new URL(address).origin}/`)) await page.goto(address);
    else await Promise.all([page.waitForEvent('load'), page.evaluate((to) => location.assign(to), address)]);
  }

  /** Has just made a wall: is told to keep its link, and goes on to the wall. */
  async keepLink(): Promise<void> {
    const dialog = this.page.getByRole('dialog', { name: 'Gardez votre lien d’animation' });
    // After the wall itself has come, and then by a request of its own.
    await expect(dialog).toBeVisible({ timeout: 30_000 });
    await this.press('Escape');
    await this.ready();
  }

  /** Waits until the board is shown and in touch with the server. */
  async ready(): Promise<void> {
    await expect(this.canvas).toBeVisible();
    await expect.poll(() => this.status()).toBe('online');
  }

  /** Asks for the connection at once. It may have come back by itself while the hand was on its way: nothing is left to press then. */
  async retry(): Promise<void> {
    const button = this.page.getByRole('button', { name: 'Réessayer' });
    await expect(async () => {
      if (await button.isVisible()) await button.click({ timeout: 1_000 });
      await expect(button).toBeHidden({ timeout: 2_000 });
    }).toPass();
  }

  get canvas(): Locator {
    return this.page.getByRole('application');
  }

  elements(): Promise<readonly InspectedElement[]> {
    return this.page.evaluate(`(${inspection})().elements()`);
  }

  async texts(): Promise<string[]> {
    return (await this.elements()).map((element) => element.text).sort();
  }

  /** The first element that says so, once there is one: what was pasted or came from others is not there at once. */
  async find(text: string): Promise<InspectedElement> {
    let found: InspectedElement | undefined;
    const look = async (): Promise<boolean> => {
      found = (await this.elements()).find((element) => element.text.includes(text));
      return found !== undefined;
    };
    await expect.poll(look, { message: `an element says « ${text} »`, intervals: [20, 50, 100] }).toBe(true);
    return found as InspectedElement;
  }

  status(): Promise<string> {
    return this.page.evaluate(`(${inspection})().status()`);
  }

  unsaved(): Promise<number> {
    return this.page.evaluate(`(${inspection})().unsaved()`);
  }

  /** Everything this person did is on the server's disk. */
  async allSaved(): Promise<void> {
    await expect.poll(async () => [await this.status(), await this.unsaved()]).toEqual(['online', 0]);
  }

  /** Where a page point lies in the window, once the view is at rest. */
  toWindow({ x, y }: At): Promise<At> {
    return this.page.evaluate<At>(`(${inWindow})(${inspection}, ${x}, ${y})`);
  }

  /** The middle of an element in the window. */
  async middleOf(text: string): Promise<At> {
    const { x, y, w, h } = await this.find(text);
    return this.toWindow({ x: x + w / 2, y: y + h / 2 });
  }

  async press(keys: string): Promise<void> {
    await this.page.keyboard.press(keys);
  }

  /** A note written at a page point, as people do it: see the place, double-click, type, leave. */
  async writeNote(at: At, text: string): Promise<void> {
    const box = await this.canvas.boundingBox();
    let point = await this.toWindow(at);
    const isFarOff = (min: number, value: number, length: number) => value < min + 90 || value > min + length - 90;
    if (!box || isFarOff(box.x, point.x, box.width) || isFarOff(box.y, point.y, box.height)) {
      await this.fit();
      point = await this.toWindow(at);
    }
    await this.page.mouse.dblclick(point.x, point.y);
    await expect(this.field).toBeFocused();
    await this.page.keyboard.type(text.slice(0, TYPED));
    if (text.length > TYPED) await this.page.keyboard.insertText(text.slice(TYPED));
    await this.press('Escape');
    // Once more: nothing stays selected, and the bar above the note is gone.
    await this.press('Escape');
  }

  /** The text field that lies over the element being typed in. */
  get field(): Locator {
    return this.page.getByRole('textbox', { name: /^Texte\u202f?.*:/ });
  }

  /** Pastes plain text where the pointer is, as Ctrl V does. */
  async paste(text: string, at: At): Promise<void> {
    const point = await this.toWindow(at);
    await this.page.mouse.move(point.x, point.y);
    await this.canvas.focus();
    await this.page.evaluate((plain) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', plain);
      document.activeElement?.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
      );
    }, text);
  }

  /** Takes an element with the mouse and drags it by some page units, without letting go. */
  async beginDrag(text: string, by: At): Promise<At> {
    const from = await this.middleOf(text);
    const { x, y, w, h } = await this.find(text);
    const to = await this.toWindow({ x: x + w / 2 + by.x, y: y + h / 2 + by.y });
    await this.page.mouse.move(from.x, from.y);
    await this.page.mouse.down();
    for (let step = 1; step <= 8; step++) {
      await this.page.mouse.move(from.x + ((to.x - from.x) * step) / 8, from.y + ((to.y - from.y) * step) / 8);
    }
    return to;
  }

  async drop(): Promise<void> {
    await this.page.mouse.up();
  }

  async fit(): Promise<void> {
    await this.canvas.focus();
    await this.press('0');
    await this.toWindow({ x: 0, y: 0 });
  }

  /** Colour of the pixel at a window point, as `#RRGGBB`, read from what the browser really shows. */
  async pixel(at: At): Promise<string> {
    const { createCanvas, loadImage } = await import('@napi-rs/canvas');
    const clip = { x: Math.round(at.x), y: Math.round(at.y), width: 1, height: 1 };
    const image = await loadImage(await this.page.screenshot({ clip }));
    const context = createCanvas(1, 1).getContext('2d');
    context.drawImage(image, 0, 0);
    const [r = 0, g = 0, b = 0] = context.getImageData(0, 0, 1, 1).data;
    return `#${[r, g, b].map((n) => n.toString(16).padStart(2, '0')).join('')}`.toUpperCase();
  }

  /** The different colours between two window points, read from what the browser really shows. */
  async colors(from: At, to: At): Promise<string[]> {
    const { createCanvas, loadImage } = await import('@napi-rs/canvas');
    const [x, y] = [Math.round(from.x), Math.round(from.y)];
    const clip = { x, y, width: Math.round(to.x) - x, height: Math.round(to.y) - y };
    const image = await loadImage(await this.page.screenshot({ clip }));
    const context = createCanvas(clip.width, clip.height).getContext('2d');
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, clip.width, clip.height);
    const found = new Set<string>();
    for (let i = 0; i < data.length; i += 4) found.add([...data.subarray(i, i + 3)].join(' '));
    return [...found];
  }

  /** Takes the hand off the mouse, and listens no longer: another wall is opened in this window. */
  async letGo(): Promise<void> {
    this.page.removeAllListeners();
    await this.page.mouse.move(0, 0);
  }

  async leave(): Promise<void> {
    await this.context.close();
  }
}
