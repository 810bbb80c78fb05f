/** The tour of a wall: once for each role, by hand or by keyboard, out of the way while one works, and there again from the help. */
import { expect, test } from '@playwright/test';
import { type SpawnedServer, spawnServer } from '../helpers/server.ts';
import { Person } from './Person.ts';

const NEW = { isNew: true };

test.describe('la visite', () => {
  let server: SpawnedServer;
  let links: { readonly facilitate: string; readonly participate: string; readonly watch: string };

  test.beforeAll(async () => {
    server = await spawnServer();
    ({ links } = await server.createBoard({ template: 'demarreur-bienveillant' }));
  });
  test.afterAll(async () => {
    await server.dispose();
  });

  test('shows a participant around once, in four steps, and is found again in the help', async ({ browser }) => {
    const ana = await Person.arrive(browser, {}, NEW);
    const { page } = ana;
    await ana.join(links.participate, 'Ana');
    const tour = page.getByRole('region', { name: 'Visite du mur' });
    await expect(tour).toContainText('1 sur 4');
    // Come by itself it takes no focus: the keys still belong to the wall.
    expect(
      await page.evaluate(() => document.activeElement?.closest('[aria-label="Visite du mur"]') ?? null),
    ).toBeNull();
    for (const title of ['Se déplacer', 'Tout est gardé', 'Qui est là']) {
      await tour.getByRole('button', { name: 'Suivant' }).click();
      await expect(tour.getByRole('heading', { name: title })).toBeFocused();
    }
    await tour.getByRole('button', { name: 'J’ai compris' }).click();
    await expect(tour).toBeHidden();
    await expect(page.getByRole('note')).toBeHidden();
    await page.reload();
    await ana.ready();
    await expect(tour).toBeHidden();

    await ana.canvas.focus();
    await ana.press('?');
    const help = page.getByRole('dialog', { name: 'Aide et raccourcis' });
    await expect(help).toContainText('Coller');
    await help.getByRole('button', { name: 'Revoir la visite' }).click();
    await expect(help).toBeHidden();
    await expect(tour.getByRole('heading', { name: 'Écrire' })).toBeFocused();
    await ana.press('ArrowRight');
    await ana.press('ArrowRight');
    await ana.press('ArrowLeft');
    await expect(tour.getByRole('heading', { name: 'Se déplacer' })).toBeFocused();
    await ana.press('Escape');
    await expect(tour).toBeHidden();
    expect(ana.problems).toEqual([]);
    await ana.leave();
  });

  test('steps aside while one writes, and can be skipped', async ({ browser }) => {
    const ana = await Person.arrive(browser, {}, NEW);
    const { page } = ana;
    await ana.join(links.participate, 'Ana');
    const tour = page.getByRole('region', { name: 'Visite du mur' });
    await expect(tour).toBeVisible();
    // Beside the card, which stands by the rail.
    await page.mouse.dblclick(900, 880);
    await expect(ana.field).toBeFocused();
    await expect(tour).toBeHidden();
    await page.keyboard.type('Qui vit ce problème aujourd’hui');
    await ana.press('Escape');
    await ana.press('Escape');
    await expect(tour).toBeVisible();
    await tour.getByRole('button', { name: 'Passer la visite' }).click();
    await expect(tour).toBeHidden();
    await page.reload();
    await ana.ready();
    await expect(tour).toBeHidden();
    await ana.leave();
  });

  test('shows each role what is its own, and rings the thing it is about', async ({ browser }) => {
    const lea = await Person.arrive(browser, {}, NEW);
    await lea.join(links.facilitate, 'Léa');
    const tour = lea.page.getByRole('region', { name: 'Visite du mur' });
    await tour.getByRole('button', { name: 'Suivant' }).click();
    await expect(tour.getByRole('heading', { name: 'Faire venir le groupe' })).toBeVisible();
    const share = await lea.page.getByRole('button', { name: 'Partager' }).boundingBox();
    const card = await tour.boundingBox();
    expect(share && card && card.y >= share.y + share.height && card.x + card.width <= 1440).toBe(true);
    await lea.leave();

    const screen = await Person.arrive(browser, {}, NEW);
    await screen.page.goto(links.watch);
    await screen.page.getByRole('button', { name: 'Regarder le mur' }).click();
    await screen.ready();
    const watching = screen.page.getByRole('region', { name: 'Visite du mur' });
    await expect(watching).toContainText('1 sur 3');
    await expect(watching.getByRole('heading', { name: 'Vous regardez' })).toBeVisible();
    await screen.leave();
  });

  test('fits a phone, at each step', async ({ browser }) => {
    const options = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } as const;
    const ana = await Person.arrive(browser, options, NEW);
    await ana.join(links.facilitate, 'Léa');
    const tour = ana.page.getByRole('region', { name: 'Visite du mur' });
    for (let step = 1; step <= 4; step++) {
      await expect(tour).toContainText(`${step} sur 4`);
      const box = await tour.boundingBox();
      expect(box && box.x >= 0 && box.y >= 0 && box.x + box.width <= 390 && box.y + box.height <= 844).toBe(true);
      await tour.getByRole('button', { name: /^(?:Suivant|J’ai compris)$/ }).tap();
    }
    await expect(tour).toBeHidden();
    await ana.leave();
  });
});
