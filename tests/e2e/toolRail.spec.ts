/** The tools and what one chooses about the look of things: in the rail, behind it, on a phone, and for several things at once. */
import { expect } from '@playwright/test';
import { expectClean } from './axe.ts';
import { Person } from './Person.ts';
import { shot, test } from './room.ts';

test('gives a pen its colour before it writes, and finds the other tools behind the last button', async ({
  room: { first: lea },
}) => {
  const { page } = lea;
  const rail = page.getByRole('toolbar', { name: 'Outils' });
  const style = page.getByRole('toolbar', { name: 'Réglages de l’outil' });
  expect(await rail.getByRole('button').count()).toBeLessThanOrEqual(11);
  await rail.getByRole('button', { name: 'Stylo' }).click();
  await style.getByRole('button', { name: 'Rouge' }).click();
  await expect(style.getByRole('button', { name: 'Rouge' })).toHaveAttribute('aria-pressed', 'true');
  await expectClean(page, 'pen');
  await shot(page, 'stylo');
  await page.mouse.move(500, 400);
  await page.mouse.down();
  await page.mouse.move(700, 520, { steps: 8 });
  await page.mouse.up();
  await expect
    .poll(async () => (await lea.elements()).map(({ kind, color }) => [kind, color]))
    .toEqual([['stroke', 'red']]);

  await rail.getByRole('button', { name: /^Autres outils/ }).click();
  await page.getByRole('menuitem', { name: /^Gomme/ }).click();
  await expect(rail.getByRole('button', { name: /Gomme/ })).toHaveAttribute('aria-pressed', 'true');
  await expect(style).toHaveCount(0);
  await lea.canvas.focus();
  await lea.press('Escape');
  await expect(rail.getByRole('button', { name: 'Sélectionner' })).toHaveAttribute('aria-pressed', 'true');
});

test('shows no colour as chosen where several differ, and gives them all one', async ({ room: { first: lea } }) => {
  const { page } = lea;
  await lea.paste('École du centre\nPlanter des haies', { x: 0, y: 0 });
  // What reads a paste is fetched when it is first wanted.
  await expect.poll(async () => (await lea.elements()).length).toBe(2);
  await lea.press('Escape');
  const bar = page.getByRole('toolbar', { name: 'Sélection' });
  const { x, y } = await lea.middleOf('École du centre');
  await page.mouse.click(x, y);
  await bar.getByRole('button', { name: 'Rose' }).click();
  await lea.press('Control+a');
  await expect(bar.getByRole('button', { name: 'Ranger' })).toBeVisible();
  await expect(bar.locator('[aria-pressed=true]')).toHaveCount(0);
  await bar.getByRole('button', { name: 'Bleu' }).click();
  await expect.poll(async () => (await lea.elements()).map(({ color }) => color)).toEqual(['blue', 'blue']);
  await expect(bar.getByRole('button', { name: 'Bleu' })).toHaveAttribute('aria-pressed', 'true');
});

test('lays all tools before a finger on a phone, and lets go of the one in hand', async ({
  room: { board },
  browser,
}) => {
  const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } as const;
  const ana = await Person.arrive(browser, { ...phone, reducedMotion: 'reduce' });
  const { page } = ana;
  await ana.join(board.links.participate, 'Ana');
  await page.getByRole('button', { name: 'Outils', exact: true }).tap();
  await expect(page.getByRole('menuitem', { name: 'Forme' })).toBeVisible();
  await expectClean(page, 'tools on a phone');
  await page.getByRole('menuitem', { name: 'Stylo' }).tap();
  await expect(page.getByRole('button', { name: /^Outils\u202f?.*Stylo/ })).toBeVisible();
  await page.getByRole('button', { name: 'Reposer l’outil' }).tap();
  await expect(page.getByRole('button', { name: 'Outils', exact: true })).toBeVisible();
  await ana.leave();
});
