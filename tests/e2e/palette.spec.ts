/** One field for all that can be done: by keyboard, by mouse and by finger; what it runs is seen on the wall. */
import { expect } from '@playwright/test';
import { expectClean, expectStanding } from './axe.ts';
import { Person } from './Person.ts';
import { shot, test } from './room.ts';

test.use({ wall: { template: 'demarreur-bienveillant' } });

test('runs what a few letters mean, in either language, and remembers it', async ({ room: { first: lea } }) => {
  const { page } = lea;
  const field = page.getByRole('combobox', { name: 'Chercher une action' });
  const options = page.getByRole('option');
  await lea.canvas.focus();
  await lea.press('Control+k');
  await expect(field).toBeFocused();
  await expect(options.first()).toHaveAttribute('aria-selected', 'true');
  await expectClean(page, 'palette');
  await shot(page, 'palette');

  // Words in any order, without accents; then the other language's.
  await page.keyboard.type('note nouv');
  await expect(options.first()).toContainText('Nouvelle note');
  await expect(options.first()).toContainText('N');
  await lea.press('Enter');
  await expect(field).toHaveCount(0);
  await expect(lea.field).toBeFocused();
  await page.keyboard.type('Qui vit ce problème');
  // The palette opens while one writes, and the writing goes on afterwards.
  await lea.press('Control+k');
  await expect(field).toBeFocused();
  await lea.press('Escape');
  await expect(lea.field).toBeFocused();
  await page.keyboard.type(' aujourd’hui');
  await lea.press('Escape');
  expect(await lea.texts()).toContain('Qui vit ce problème aujourd’hui');

  await lea.press('Control+k');
  await page.keyboard.type('duplicate');
  await expect(options.first()).toContainText('Dupliquer');
  await lea.press('Enter');
  await expect
    .poll(async () => (await lea.texts()).filter((text) => text === 'Qui vit ce problème aujourd’hui').length)
    .toBe(2);

  // What was used of late comes first; what cannot be done says why.
  await lea.press('Escape');
  await lea.press('Control+k');
  const recent = page.getByRole('group', { name: 'Récentes' });
  await expect(recent.getByRole('option').first()).toContainText('Nouvelle note');
  await page.keyboard.type('dupliquer');
  await expect(options.first()).toContainText('Sélectionnez d’abord un élément');
  await expect(options.first()).toHaveAttribute('aria-disabled', 'true');
  await lea.press('Enter');
  await expect(field).toBeVisible();
  await field.fill('xyzzy');
  await expect(page.getByText('Rien ne porte ce nom.')).toBeVisible();
  await lea.press('Escape');
  await expect(lea.canvas).toBeFocused();
});

test('leads to areas, to views that were kept, and to what the page offers', async ({ room: { first: lea } }) => {
  const { page } = lea;
  const camera = () => page.evaluate('peleMele.camera()') as Promise<{ x: number; y: number; zoom: number }>;
  const go = async (words: string, expected: string | RegExp): Promise<void> => {
    await lea.canvas.focus();
    await lea.press('Control+k');
    await expect(page.getByRole('combobox', { name: 'Chercher une action' })).toBeFocused();
    await page.keyboard.type(words);
    await expect(page.getByRole('option').first()).toContainText(expected);
    await lea.press('Enter');
  };
  await lea.fit();
  const whole = await camera();
  await go('hypotheses', 'Hypothèses');
  await expect.poll(async () => (await camera()).zoom).toBeGreaterThan(whole.zoom);
  const near = await camera();

  await lea.press('Shift+B');
  const places = page.getByRole('dialog', { name: 'Vues et zones' });
  await places.getByLabel('Nom de la vue').fill('Ce qui divise');
  await expectClean(page, 'views');
  await places.getByRole('button', { name: 'Garder cette vue' }).click();
  await expect(places.getByRole('button', { name: 'Aller à « Ce qui divise »' })).toBeVisible();
  await lea.press('Escape');
  await lea.fit();
  await lea.press('Alt+1');
  await expect.poll(async () => Math.round((await camera()).zoom * 20)).toBe(Math.round(near.zoom * 20));

  // Renamed and still there after a reload; then gone.
  await page.reload();
  await lea.ready();
  await lea.canvas.focus();
  await lea.press('Shift+B');
  await places.getByRole('button', { name: 'Renommer « Ce qui divise »' }).click();
  await places.getByLabel('Nouveau nom').fill('Les désaccords');
  await lea.press('Enter');
  await expect(places.getByRole('button', { name: 'Aller à « Les désaccords »' })).toBeVisible();
  await lea.press('Escape');
  await lea.fit();
  await go('desaccords', 'Les désaccords');
  await expect.poll(async () => (await camera()).zoom).toBeGreaterThan(whole.zoom * 1.2);
  await lea.canvas.focus();
  await lea.press('Shift+B');
  await places.getByRole('button', { name: 'Supprimer « Les désaccords »' }).click();
  await expect(places.getByText('Placez-vous où vous voulez revenir')).toBeVisible();
  await lea.press('Escape');

  await go('partager', 'Partager ce mur');
  await expect(page.getByRole('dialog', { name: 'Partager ce mur' })).toBeVisible();
  await lea.press('Escape');
  await go('aide', 'Aide et raccourcis');
  const help = page.getByRole('dialog', { name: 'Aide et raccourcis' });
  await expect(help).toBeVisible();
  await help.getByLabel('Chercher un raccourci ou une action').fill('aligner gauche');
  await expect(help.getByText('Aligner à gauche')).toBeVisible();
  await expect(help.getByText('Dupliquer')).toHaveCount(0);
  await expectClean(page, 'help');
});

test('offers a viewer nothing that changes the wall', async ({ room: { board }, browser }) => {
  const screen = await Person.arrive(browser, { reducedMotion: 'reduce' });
  await screen.page.goto(board.links.watch);
  await screen.page.getByRole('button', { name: 'Regarder le mur' }).click();
  await screen.ready();
  await screen.canvas.focus();
  await screen.press('Control+k');
  await screen.page.keyboard.type('note');
  await expect(screen.page.getByRole('option', { name: /^Nouvelle note/ })).toHaveCount(0);
  await screen.page.getByRole('combobox').fill('tout le mur');
  await expect(screen.page.getByRole('option').first()).toContainText('Voir tout le mur');
  await screen.leave();
});

test('is there on a phone, from the menu, and its lines are large enough for a finger', async ({
  room: { board },
  browser,
}) => {
  const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } as const;
  const ana = await Person.arrive(browser, { ...phone, reducedMotion: 'reduce' });
  const { page } = ana;
  await ana.join(board.links.participate, 'Ana');
  await ana.allSaved();
  await page.getByRole('button', { name: 'Plus', exact: true }).tap();
  await page.getByRole('menuitem', { name: 'Chercher une action' }).tap();
  const field = page.getByRole('combobox', { name: 'Chercher une action' });
  await expect(field).toBeFocused();
  await page.keyboard.insertText('tout le mur');
  const line = page.getByRole('option', { name: 'Voir tout le mur' });
  expect((await line.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  await expectStanding(page);
  await shot(page, 'palette-telephone');
  await expectClean(page, 'palette on a phone');
  await line.tap();
  await expect(field).toHaveCount(0);
  await ana.leave();
});
