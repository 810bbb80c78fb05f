/** Every size of window: nothing one can press is cut off, out of reach, or under something else, with whatever is open. */
import { expect, type Page, test } from '@playwright/test';
import { shortContributions } from '../helpers/contributions.ts';
import { type SpawnedServer, spawnServer } from '../helpers/server.ts';
import { Person } from './Person.ts';
import { shot } from './room.ts';

const TOUCH = { hasTouch: true, isMobile: true } as const;
const SIZES = {
  touch: [
    [844, 390],
    [667, 375],
    [390, 844],
    [320, 568],
    [768, 1024],
  ],
  mouse: [
    [1024, 600],
    [1440, 900],
    [640, 400],
  ],
} as const;

/** What can be pressed and cannot be reached, by name: brought into sight where it scrolls, it must be whole and in front. */
const outOfReach = (): string[] =>
  [...document.querySelectorAll('button, a[href], input, select, [role=menuitem]')].flatMap((control) => {
    const { visibility } = getComputedStyle(control);
    const own = control.getBoundingClientRect();
    // Laid out of sight for screen readers: a label, a dismiss button, the skip link before it has the focus.
    const isHidden = visibility !== 'visible' || own.width <= 1 || own.height <= 1 || own.bottom <= 0;
    if (isHidden || control.closest('[inert], [aria-hidden=true], .visually-hidden')) return [];
    if ((control.parentElement?.getBoundingClientRect().width ?? 0) <= 1) return [];
    control.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    const { x, y, right, bottom, width, height } = control.getBoundingClientRect();
    const front = document.elementFromPoint(x + width / 2, y + height / 2);
    const isWhole = x >= -0.5 && y >= -0.5 && right <= innerWidth + 0.5 && bottom <= innerHeight + 0.5;
    const isInFront = front !== null && (control.contains(front) || front.contains(control));
    const name = control.getAttribute('aria-label') ?? control.textContent?.trim() ?? '';
    return isWhole && isInFront ? [] : [`${name} ${Math.round(x)},${Math.round(y)} ${front?.className}`];
  });

test.describe('à toutes les tailles', () => {
  let server: SpawnedServer;

  test.beforeAll(async () => {
    server = await spawnServer();
  });
  test.afterAll(async () => {
    await server.dispose();
  });

  for (const [hand, sizes] of Object.entries(SIZES)) {
    test(`nothing is cut or out of reach: ${hand}`, async ({ browser }) => {
      const board = await server.createBoard({ template: 'demarreur-bienveillant' });
      const ana = await Person.arrive(browser, { ...(hand === 'touch' && TOUCH), reducedMotion: 'reduce' });
      const { page } = ana;
      await ana.join(board.links.facilitate, 'Ana');
      await ana.paste(shortContributions(12).join('\n'), { x: 300, y: 900 });
      for (const [width, height] of sizes) {
        await page.setViewportSize({ width, height });
        await look(ana, page, `${width}×${height}`);
      }
      expect(ana.problems).toEqual([]);
      await ana.leave();
    });
  }

  async function look(ana: Person, page: Page, size: string): Promise<void> {
    const check = async (where: string): Promise<void> => {
      await page.evaluate(() =>
        Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => null))),
      );
      await expect
        .poll(async () => (await page.evaluate(outOfReach)).map((name) => `${size}, ${where}: ${name}`))
        .toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    };
    const more = page.getByRole('button', { name: 'Plus', exact: true });
    const open = async (name: RegExp): Promise<void> => {
      const button = page.getByRole('button', { name });
      if ((await button.count()) === 0) {
        await more.click();
        await page.getByRole('menuitem', { name }).click();
      } else await button.first().click();
    };
    const panel = page.getByRole('complementary');
    const close = () => panel.getByRole('button', { name: 'Fermer' }).click();
    if (await panel.isVisible()) await close();

    await ana.canvas.focus();
    await ana.press('Escape');
    await check('board');
    await ana.press('Control+a');
    await expect(page.getByRole('toolbar', { name: 'Sélection' })).toBeVisible();
    await check('selection');
    await ana.press('Escape');
    await shot(page, `taille-${size}`);
    await more.click();
    await expect(page.getByRole('menuitem').first()).toBeVisible();
    await check('menu');
    await ana.press('Escape');
    await expect(page.getByRole('menuitem')).toHaveCount(0);
    for (const name of [/^Déroulé$/, /^Plan du mur/, /personne.? présente/i]) {
      await open(name);
      await expect(panel).toBeVisible();
      await check(String(name));
      await close();
    }
    for (const name of [/^Partager/, /^Exporter le mur/, /^Aide et raccourcis/]) {
      await open(name);
      const dialog = page.getByRole('dialog');
      await expect(dialog).toBeVisible();
      await expect(dialog.getByRole('button').nth(1)).toBeVisible();
      await check(String(name));
      await ana.press('Escape');
      await expect(dialog).toHaveCount(0);
    }
  }
});
