/** A phone in the hand: real touch events in the browser, large enough targets, fields that do not zoom the page, a keyboard over it. */
import { type CDPSession, expect, type Page, test } from '@playwright/test';
import { shortContributions } from '../helpers/contributions.ts';
import { type SpawnedServer, spawnServer } from '../helpers/server.ts';
import { Person } from './Person.ts';

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 } as const;
const [FIRST = '', SECOND = ''] = shortContributions(2);

interface At {
  readonly x: number;
  readonly y: number;
}

/** Fingers on the glass, as the browser gets them from the system. */
class Fingers {
  readonly #cdp: CDPSession;
  constructor(cdp: CDPSession) {
    this.#cdp = cdp;
  }
  static async on(page: Page): Promise<Fingers> {
    return new Fingers(await page.context().newCDPSession(page));
  }
  async #send(type: 'touchStart' | 'touchMove' | 'touchEnd', points: readonly At[]): Promise<void> {
    const touchPoints = points.map(({ x, y }, id) => ({ x, y, id }));
    await this.#cdp.send('Input.dispatchTouchEvent', { type, touchPoints });
  }
  down = (...points: At[]): Promise<void> => this.#send('touchStart', points);
  move = (...points: At[]): Promise<void> => this.#send('touchMove', points);
  up = (): Promise<void> => this.#send('touchEnd', []);
  async tap(at: At): Promise<void> {
    await this.down(at);
    await this.up();
  }
  /** Both fingers from where they are to where they go, in steps. */
  async glide(from: readonly At[], to: readonly At[]): Promise<void> {
    await this.down(...from);
    for (let step = 1; step <= 8; step++) {
      await this.move(
        ...from.map((point, finger) => {
          const goal = to[finger] ?? point;
          return { x: point.x + ((goal.x - point.x) * step) / 8, y: point.y + ((goal.y - point.y) * step) / 8 };
        }),
      );
    }
    await this.up();
  }
}

/** What can be pressed and is smaller than 44 × 44 px, by name. A link within a sentence may be as high as its line. */
const tooSmall = (): string[] =>
  [
    ...document.querySelectorAll('a, button, input:not([type=radio]), select, textarea, [role=menuitem], summary'),
  ].flatMap((target) => {
    const { width, height, x, y } = target.getBoundingClientRect();
    const style = getComputedStyle(target);
    const isShown = style.visibility === 'visible' && width > 1 && height > 1 && x + width > 0 && y + height > 0;
    // Laid out of sight for screen readers (the library's « dismiss »).
    if ((target.parentElement?.getBoundingClientRect().width ?? 0) <= 1) return [];
    const isInSentence = target.matches('p a, dd a');
    if (!isShown || isInSentence || target.closest('[inert], [aria-hidden=true]')) return [];
    // Half a pixel is lost in rounding.
    if (width >= 43.5 && height >= 43.5) return [];
    const name = target.getAttribute('aria-label') ?? target.textContent?.trim() ?? '';
    return [`${name} ${Math.round(width)}×${Math.round(height)}`];
  });

/** Fields in which iOS would zoom the page. */
const smallFields = (): string[] =>
  [...document.querySelectorAll('input:not([readonly], [type=radio], [type=checkbox], [type=file]), select, textarea')]
    .filter((field) => getComputedStyle(field).visibility === 'visible')
    .filter((field) => Number.parseFloat(getComputedStyle(field).fontSize) < 16)
    .map((field) => `${field.getAttribute('aria-label') ?? (field as HTMLInputElement).labels?.[0]?.textContent}`);

const sideways = (): number => document.documentElement.scrollWidth - window.innerWidth;

test.describe('au téléphone', () => {
  let server: SpawnedServer;
  let links: { readonly facilitate: string; readonly participate: string };

  test.beforeAll(async () => {
    server = await spawnServer();
  });
  test.beforeEach(async () => {
    ({ links } = await server.createBoard({
      template: 'demarreur-bienveillant',
      fields: { question: 'Comment mieux accueillir les habitantes et les habitants ?', date: '2026-12-01' },
    }));
  });
  test.afterAll(async () => {
    await server.dispose();
  });

  const arrive = async (browser: Parameters<typeof Person.arrive>[0], link: string): Promise<[Person, Fingers]> => {
    const ana = await Person.arrive(browser, PHONE);
    await ana.join(link, 'Ana');
    return [ana, await Fingers.on(ana.page)];
  };
  const camera = (person: Person): Promise<{ x: number; y: number; zoom: number }> =>
    person.page.evaluate('peleMele.camera()');

  test('one finger moves the view, two enlarge it about themselves and move it', async ({ browser }) => {
    const [ana, fingers] = await arrive(browser, links.participate);
    const before = await camera(ana);
    await fingers.glide([{ x: 200, y: 650 }], [{ x: 120, y: 560 }]);
    const panned = await camera(ana);
    expect(panned.zoom).toBeCloseTo(before.zoom);
    expect(panned.x).toBeGreaterThan(before.x);
    expect(panned.y).toBeGreaterThan(before.y);

    await fingers.glide(
      [
        { x: 160, y: 400 },
        { x: 230, y: 400 },
      ],
      [
        { x: 90, y: 400 },
        { x: 300, y: 400 },
      ],
    );
    const pinched = await camera(ana);
    expect(pinched.zoom / panned.zoom).toBeCloseTo(3, 1);
    // What lay between the fingers still does.
    expect(pinched.x + 195 / pinched.zoom).toBeCloseTo(panned.x + 195 / panned.zoom, 0);

    await fingers.glide(
      [
        { x: 150, y: 500 },
        { x: 250, y: 500 },
      ],
      [
        { x: 150, y: 380 },
        { x: 250, y: 380 },
      ],
    );
    const moved = await camera(ana);
    expect(moved.zoom).toBeCloseTo(pinched.zoom, 2);
    expect(moved.y).toBeCloseTo(pinched.y + 120 / pinched.zoom, 0);
    // The page itself stayed as it was.
    expect(await ana.page.evaluate(() => window.visualViewport?.scale)).toBe(1);
    await ana.leave();
  });

  test('two touches write, one selects, a drag moves, a long press takes several', async ({ browser }) => {
    const blank = await server.createBoard({ template: 'blank' });
    const [ana, fingers] = await arrive(browser, blank.links.participate);
    const { page } = ana;
    const write = async (at: At, text: string): Promise<void> => {
      await fingers.tap(at);
      await fingers.tap(at);
      await expect(ana.field).toBeFocused();
      await page.keyboard.insertText(text);
      await fingers.tap({ x: 30, y: 700 });
      await expect(page.locator('textarea:focus')).toHaveCount(0);
    };
    await write({ x: 195, y: 300 }, FIRST);
    await expect.poll(async () => (await ana.texts()).includes(FIRST)).toBe(true);

    const first = await ana.middleOf(FIRST);
    await fingers.tap(first);
    const bar = page.getByRole('toolbar', { name: 'Sélection' });
    await expect(bar).toBeVisible();
    await bar.getByRole('button', { name: 'Dupliquer' }).tap();
    await expect.poll(async () => (await ana.texts()).filter((text) => text === FIRST).length).toBe(2);
    await fingers.tap({ x: 30, y: 700 });
    await expect(bar).toBeHidden();

    const places = async (): Promise<string> => JSON.stringify((await ana.elements()).map(({ x, y }) => [x, y]));
    const at = await ana.middleOf(FIRST);
    const from = await places();
    await fingers.glide([at], [{ x: at.x + 90, y: at.y + 120 }]);
    await expect.poll(places).not.toBe(from);
    await fingers.tap({ x: 30, y: 700 });

    // A finger held still selects; the next one adds.
    const notes = (await ana.elements()).filter(({ text }) => text === FIRST);
    for (const [n, { x: left, y: top, w, h }] of notes.entries()) {
      await fingers.down(await ana.toWindow({ x: left + w / 2, y: top + h / 2 }));
      const said = n === 0 ? /^Sélection/ : '2 éléments sélectionnés';
      await expect(page.getByText(said).first()).toBeAttached();
      await fingers.up();
    }
    await expect(bar).toBeVisible();
    await bar.getByRole('button', { name: 'Supprimer' }).tap();
    await expect.poll(async () => (await ana.texts()).includes(FIRST)).toBe(false);
    await ana.leave();
  });

  test('nothing to press is smaller than 44 px and no field zooms the page, on any page or panel', async ({
    browser,
  }) => {
    const ana = await Person.arrive(browser, PHONE);
    const { page } = ana;
    const check = async (where: string): Promise<void> => {
      expect([where, await page.evaluate(tooSmall)]).toEqual([where, []]);
      expect([where, await page.evaluate(smallFields)]).toEqual([where, []]);
      expect([where, await page.evaluate(sideways)]).toEqual([where, 0]);
    };
    await page.goto(server.url);
    await expect(page.getByRole('link', { name: /Démarreur/ })).toBeVisible();
    await check('accueil');
    await page.getByRole('link', { name: /Démarreur/ }).tap();
    await expect(page.getByLabel(/Question de départ/)).toBeVisible();
    await check('sujet');
    await page.goto(links.facilitate);
    await expect(page.getByLabel(/^Votre nom/)).toBeVisible();
    await check('entrer');
    await page.getByLabel(/^Votre nom/).fill('Ana');
    await page.getByRole('button', { name: /^Entrer/ }).tap();
    await ana.ready();
    await check('mur');
    await page.getByRole('button', { name: 'Personnes présentes' }).tap();
    await expect(page.getByRole('complementary', { name: 'Personnes présentes' })).toBeVisible();
    await check('personnes');
    await page
      .getByRole('button', { name: 'Actions pour Ana' })
      .or(page.getByRole('button', { name: 'Changer votre nom' }))
      .tap();
    // Menus are fetched when they are first wanted.
    await expect(page.getByRole('menuitem').first()).toBeVisible();
    await check('personne');
    // A key pressed while the menu comes up reaches nobody.
    await expect(page.locator('[role=menu]:focus, [role=menu] :focus')).toHaveCount(1);
    await page.keyboard.press('Escape');
    await page.getByRole('complementary').getByRole('button', { name: 'Fermer' }).tap();
    for (const [action, name] of [
      ['Partager ce mur', 'Partager ce mur'],
      ['Exporter le mur', 'Exporter le mur'],
      ['Langue et apparence', 'Langue et apparence'],
      ['Aide et raccourcis', 'Aide et raccourcis'],
    ] as const) {
      await page.getByRole('button', { name: 'Plus', exact: true }).tap();
      await expect(page.getByRole('menuitem', { name: action })).toBeVisible();
      await check(`menu, ${action}`);
      await page.getByRole('menuitem', { name: action }).tap();
      const dialog = page.getByRole('dialog', { name });
      await expect(dialog).toBeVisible();
      await check(name);
      await dialog.getByRole('button', { name: 'Fermer' }).first().tap();
      await expect(dialog).toBeHidden();
    }
    expect(ana.problems).toEqual([]);
    await ana.leave();
  });

  test('a keyboard laid over the page (iOS) leaves what one types and the bar in sight', async ({ browser }) => {
    const ana = await Person.arrive(browser, PHONE);
    const { page } = ana;
    // What iOS reports: the page keeps its height, less of it is visible.
    await ana.context.addInitScript(() => {
      const viewport = Object.assign(new EventTarget(), { height: window.innerHeight, scale: 1, offsetTop: 0 });
      Object.defineProperty(window, 'visualViewport', { value: viewport });
    });
    await ana.join(links.participate, 'Ana');
    await page.getByRole('button', { name: 'Note', exact: true }).tap();
    await expect(ana.field).toBeFocused();
    const visible = 844 - 336;
    await page.evaluate((height) => {
      Object.assign(window.visualViewport ?? {}, { height });
      window.visualViewport?.dispatchEvent(new Event('resize'));
    }, visible);
    await expect(ana.field).toBeFocused();
    const bottom = async (locator: ReturnType<Page['locator']>): Promise<number> => {
      const box = await locator.boundingBox();
      return (box?.y ?? 0) + (box?.height ?? 10_000);
    };
    await expect.poll(() => bottom(ana.field)).toBeLessThanOrEqual(visible);
    await expect
      .poll(() => bottom(page.getByRole('navigation', { name: 'Barre du mur' }).getByRole('toolbar')))
      .toBeLessThanOrEqual(visible);
    await page.keyboard.insertText(SECOND);
    await page.evaluate(() => {
      Object.assign(window.visualViewport ?? {}, { height: 844 });
      window.visualViewport?.dispatchEvent(new Event('resize'));
    });
    await ana.press('Escape');
    await expect.poll(async () => (await ana.texts()).includes(SECOND)).toBe(true);
    expect(await page.evaluate(sideways)).toBe(0);
    await ana.leave();
  });
});
