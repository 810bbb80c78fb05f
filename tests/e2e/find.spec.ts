/** Looking for something on the wall: counted, listed, ringed, gone through by keys, by mouse and by finger, while others go on writing. */
import { expect } from '@playwright/test';
import { shortContributions } from '../helpers/contributions.ts';
import { expectClean } from './axe.ts';
import { Person } from './Person.ts';
import { shot, test } from './room.ts';

const TEXTS = ['École du centre', 'Rénover l’école', 'Planter des haies', 'Une cantine bio', 'Des haies à l’école'];

test('counts what it finds, goes from one to the next, and leaves the last one selected', async ({
  room: { first: lea, second: max },
}) => {
  const { page } = lea;
  await lea.paste(TEXTS.join('\n'), { x: 0, y: 0 });
  await lea.press('Escape');
  await lea.fit();
  await lea.press('Control+f');
  const search = page.getByRole('search', { name: 'Chercher sur le mur' });
  const field = search.getByRole('combobox', { name: 'Chercher sur le mur' });
  await expect(field).toBeFocused();
  await page.keyboard.type('ECOLE');
  await expect(search).toContainText('1 sur 3');
  await expect(search.getByRole('option')).toHaveCount(3);
  await shot(page, 'recherche');
  await expectClean(page, 'search');

  const current = search.locator('[aria-selected=true]');
  const seen: string[] = [];
  for (const key of ['Enter', 'F3', 'Shift+Enter', 'ArrowDown']) {
    await lea.press(key);
    seen.push((await current.textContent()) ?? '');
  }
  expect(seen).toEqual(['Rénover l’école', 'Des haies à l’école', 'Rénover l’école', 'Des haies à l’école']);
  await expect(search).toContainText('3 sur 3');

  // The one looked at is ringed on the wall, which has come to it.
  const { x, y, w } = await lea.find('Des haies à l’école');
  const ring = await lea.toWindow({ x: x + w / 2, y: y - 5 });
  await expect.poll(() => lea.pixel(ring)).toBe('#8A4B00');

  // What another writes meanwhile is found too.
  await max.paste('Une école ouverte le soir', { x: 0, y: 0 });
  await expect(search).toContainText('sur 4');
  await expect(current).toContainText('Des haies à l’école');

  await lea.press('Escape');
  await expect(search).toHaveCount(0);
  await expect(lea.canvas).toBeFocused();
  // Where one has arrived one goes on: Enter writes in it.
  await lea.press('Enter');
  await expect(lea.field).toBeFocused();
  await lea.press('Escape');
});

test('narrows by kind and colour, and goes where one presses', async ({ room: { first: lea } }) => {
  const { page } = lea;
  await lea.paste(TEXTS.join('\n'), { x: 0, y: 0 });
  await lea.press('Escape');
  await page.mouse.click(...(Object.values(await lea.middleOf('Planter des haies')) as [number, number]));
  await page.getByRole('toolbar', { name: 'Sélection' }).getByRole('button', { name: 'Rose' }).click();
  await lea.press('Escape');
  await page.getByRole('button', { name: 'Chercher sur le mur' }).click();
  const search = page.getByRole('search');
  await search.getByLabel('Couleur').selectOption({ label: 'Rose' });
  await expect(search).toContainText('1 sur 1');
  await search.getByLabel('Couleur').selectOption({ label: 'Toutes couleurs' });
  await search.getByRole('combobox', { name: 'Chercher sur le mur' }).fill('haies');
  await expect(search).toContainText('1 sur 2');
  await search.getByRole('option', { name: 'Des haies à l’école' }).click();
  await expect(search).toContainText('2 sur 2');
  await search.getByRole('combobox', { name: 'Chercher sur le mur' }).fill('introuvable');
  await expect(search).toContainText('Aucun');
  await search.getByRole('button', { name: 'Fermer' }).click();
  await expect(search).toHaveCount(0);
});

test('goes through a thousand notes without a stop, and lists them all', async ({ room: { first: lea } }) => {
  const { page } = lea;
  const lines = Array.from({ length: 5 }, () => shortContributions(200)).flat();
  await lea.paste(lines.join('\n'), { x: 0, y: 0 });
  await lea.press('Escape');
  await lea.press('Control+f');
  const search = page.getByRole('search');
  const option = search.getByRole('option');
  await expect(search.locator('input')).toBeFocused();
  await page.keyboard.type('e');
  await expect(option.first()).toBeVisible();
  const size = Number(await option.first().getAttribute('aria-setsize'));
  expect(size).toBeGreaterThan(300);
  // Only what is in sight is drawn, up to the very last.
  expect(await option.count()).toBeLessThan(40);
  await lea.press('ArrowUp');
  await expect(search).toContainText(`${size} sur ${size}`);
  await expect(search.locator('[aria-selected=true]')).toBeInViewport();
});

test('stands at the top of a phone, under a finger', async ({ room: { board, first: lea }, browser }) => {
  await lea.paste(TEXTS.join('\n'), { x: 0, y: 0 });
  await lea.allSaved();
  const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } as const;
  const ana = await Person.arrive(browser, { ...phone, reducedMotion: 'reduce' });
  const { page } = ana;
  await ana.join(board.links.participate, 'Ana');
  await page.getByRole('button', { name: 'Plus', exact: true }).tap();
  await page.getByRole('menuitem', { name: 'Chercher sur le mur' }).tap();
  const search = page.getByRole('search');
  await expect(search.getByRole('combobox', { name: 'Chercher sur le mur' })).toBeFocused();
  await page.keyboard.insertText('école');
  await expect(search).toContainText('1 sur 3');
  await search.getByRole('button', { name: 'Suivant' }).tap();
  await expect(search).toContainText('2 sur 3');
  await search.getByRole('button', { name: 'Liste des éléments trouvés' }).tap();
  await expect(search.getByRole('option')).toHaveCount(3);
  await shot(page, 'recherche-telephone');
  await expectClean(page, 'search on a phone');
  await search.getByRole('button', { name: 'Fermer' }).tap();
  await expect(search).toHaveCount(0);
  await ana.leave();
});
