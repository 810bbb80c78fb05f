/**
 * Every page, in both languages and three appearances: axe finds nothing, and the keyboard alone goes everywhere. What opens over the wall
 * is looked at in accessPanels.spec.ts.
 */
import { type Browser, expect, test } from '@playwright/test';
import { type SpawnedServer, spawnServer } from '../helpers/server.ts';
import { expectClean } from './axe.ts';
import { Person } from './Person.ts';

test.describe('tout le monde entre', () => {
  let server: SpawnedServer;

  test.beforeAll(async () => {
    server = await spawnServer();
  });

  test.afterAll(async () => {
    await server?.dispose();
  });

  for (const appearance of ['light', 'dark', 'contrast'] as const) {
    for (const language of ['fr', 'en'] as const) {
      test(`axe finds nothing on any page, ${appearance}, ${language}`, async ({ browser }: { browser: Browser }) => {
        const ana = await Person.arrive(browser, {
          locale: language === 'fr' ? 'fr-FR' : 'en-GB',
          reducedMotion: 'reduce',
        });
        const { page } = ana;
        await page.addInitScript(
          ([theme, locale]) => {
            localStorage.setItem('pelemele.theme', theme);
            localStorage.setItem('pelemele.locale', locale);
          },
          [appearance, language] as const,
        );
        await page.goto(`${server.url}/?lang=${language}`);
        await expect(page.locator('html')).toHaveAttribute('lang', new RegExp(`^${language}`));
        await expect(page.locator('html')).toHaveAttribute('data-theme', appearance);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        await expectClean(page, 'start');
        await page.getByRole('link', { name: /Démarreur bienveillant|Kind starter/ }).click();
        await expect(page.getByLabel(/Question de départ|Starting question/)).toBeVisible();
        await expectClean(page, 'subject');
        await page.goto(`${server.url}/b/inconnu#AAAAAAAAAAAAAAAAAAAAAA`);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        await expectClean(page, 'a wrong link');
        expect(ana.problems).toEqual([]);
        await ana.leave();
      });
    }
  }

  test('a board is prepared, written on and moved with the keyboard alone', async ({
    browser,
  }: {
    browser: Browser;
  }) => {
    const ana = await Person.arrive(browser);
    const { page } = ana;
    await page.goto(server.url);
    const tabTo = async (name: RegExp): Promise<void> => {
      for (let step = 0; step < 60; step++) {
        await ana.press('Tab');
        const focused = await page.evaluate(() => {
          const { activeElement } = document;
          if (activeElement === document.body) return '';
          const label =
            activeElement?.getAttribute('aria-label') ??
            (activeElement as HTMLInputElement | null)?.labels?.[0]?.textContent;
          return `${label ?? ''} ${activeElement?.textContent ?? ''}`;
        });
        if (name.test(focused)) return;
      }
      throw new Error(`the keyboard does not reach ${name}`);
    };
    // The library comes after the page.
    await expect(page.getByText('Mur blanc').first()).toBeVisible();
    await tabTo(/Mur blanc/);
    await ana.press('Enter');
    await expect(page.getByLabel(/Question de départ/)).toBeVisible();
    await tabTo(/Créer le mur/);
    await ana.press('Enter');
    await ana.keepLink();
    await ana.canvas.focus();
    await ana.press('n');
    await expect(ana.field).toBeFocused();
    await page.keyboard.type('Ouvrir les guichets le samedi');
    await ana.press('Escape');
    const before = await ana.find('guichets');
    await ana.press('ArrowRight');
    await expect.poll(async () => (await ana.find('guichets')).x).toBeGreaterThan(before.x);
    await ana.press('Control+d');
    await expect.poll(async () => (await ana.elements()).length).toBe(2);
    await ana.press('Delete');
    await expect.poll(async () => (await ana.elements()).length).toBe(1);
    await ana.press('Control+z');
    await expect.poll(async () => (await ana.elements()).length).toBe(2);
    await tabTo(/Partager/);
    await ana.press('Enter');
    await expect(page.getByRole('dialog', { name: 'Partager ce mur' })).toBeVisible();
    await ana.leave();
  });

  test('a wrong link says what to do, and a lost one looks the same as an unknown one', async ({
    browser,
  }: {
    browser: Browser;
  }) => {
    const ana = await Person.arrive(browser);
    const { page } = ana;
    const board = await server.createBoard();
    const wrong = board.links.participate.replace(/#.*/, '#AAAAAAAAAAAAAAAAAAAAAA');
    for (const link of [wrong, `${server.url}/b/inconnu#AAAAAAAAAAAAAAAAAAAAAA`]) {
      await page.goto('about:blank');
      await page.goto(link);
      await expect(page.getByRole('heading', { name: 'Ce lien n’ouvre aucun mur' })).toBeVisible();
    }
    for (const path of ['rien-ici', 'b/inconnu']) {
      await page.goto(`${server.url}/${path}`);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expectClean(page, path);
    }
    await page.goto(server.url);
    await page.getByLabel('J’ai un lien').fill('bonjour');
    await page.getByRole('button', { name: 'Rejoindre' }).click();
    await expect(page.getByText('Ce n’est pas un lien de mur')).toBeVisible();
    await ana.leave();
  });
});
