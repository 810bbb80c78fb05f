/** Maps and their pins: a picture dropped on one, pins set, dragged, numbered, tied to notes, told in the outline; by mouse and by keys. */
import { expect, type Page } from '@playwright/test';
import * as files from '../helpers/pictureFiles.ts';
import { expectClean } from './axe.ts';
import { Person } from './Person.ts';
import { shot, test } from './room.ts';
import { drop } from './Transfer.ts';

test.use({ wall: { title: 'La halle, un samedi' } });

const mapOn = async (person: Person) => {
  const map = (await person.elements()).find(({ kind }) => kind === 'map');
  if (!map) throw new Error('no map on this wall');
  return map;
};
const bar = (page: Page) => page.getByRole('toolbar', { name: 'Sélection' });
const legend = (page: Page) => page.getByRole('complementary', { name: /^Repères/ });

/** A map in the middle of the view, by keyboard. */
async function addMap(person: Person, title: string): Promise<void> {
  await person.canvas.focus();
  await person.page.keyboard.press('Shift+K');
  await person.press('Enter');
  await expect(person.field).toBeFocused();
  await person.page.keyboard.type(title);
  await person.press('Enter');
  await expect.poll(async () => (await mapOn(person)).text).toBe(title);
}

test('a map takes a picture, pins are set by mouse, tied to notes and dragged, and the other person sees it', async ({
  room,
}) => {
  const { first, second } = room;
  const { page } = first;
  await addMap(first, 'Plan de la halle');
  const empty = await mapOn(first);
  await shot(page, 'map-empty');
  const file = { name: 'plan.jpg', type: 'image/jpeg', bytes: [...(await files.jpeg(400, 200))] };
  await drop(first, { x: empty.x + 300, y: empty.y + 200 }, { file });
  // In the picture's proportions, and with no picture beside it.
  await expect.poll(async () => (await mapOn(first)).h).toBe(empty.w / 2);
  expect((await first.elements()).map(({ kind }) => kind)).toEqual(['map']);
  await page.getByLabel('Que voit-on sur cette image').fill('Les étals et les deux entrées');
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await first.fit();
  const map = await mapOn(first);

  const foot = await first.toWindow({ x: map.x + 30, y: map.y + map.h - 30 });
  await page.mouse.click(foot.x, foot.y);
  await bar(page).getByRole('button', { name: 'Ajouter un repère' }).click();
  await bar(page).getByRole('button', { name: 'Liste des repères' }).click();
  await expect(legend(page).getByRole('button', { name: 'Repère 1 : sans note' })).toBeVisible();
  await expect(legend(page).getByLabel('Que voit-on sur ce fond')).toHaveValue('Les étals et les deux entrées');

  // From the middle to the left, by its head.
  await first.fit();
  const from = await first.toWindow({ x: map.x + map.w / 2, y: map.y + map.h / 2 - 20 });
  const to = await first.toWindow({ x: map.x + map.w / 4, y: map.y + map.h / 2 });
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  for (let step = 1; step <= 6; step++)
    await page.mouse.move(from.x + ((to.x - from.x) * step) / 6, from.y + ((to.y - from.y) * step) / 6);
  await shot(page, 'map-dragging');
  await page.mouse.up();
  await legend(page).getByRole('button', { name: 'Écrire une note' }).click();
  await expect(first.field).toBeFocused();
  await page.keyboard.type('La rampe est derrière le kiosque');
  await first.press('Escape');
  await expect(legend(page).getByRole('button', { name: 'Repère 1 : La rampe est derrière le kiosque' })).toBeVisible();
  await shot(page, 'map-legend');
  await expectClean(page, 'the legend');

  await first.allSaved();
  await second.canvas.focus();
  await second.press('o');
  await expect(second.page.getByRole('treeitem', { name: /La rampe.*repère 1/ })).toBeVisible();
  await second.press('Escape');

  // Its note goes, the pin stays.
  const note = await first.find('La rampe');
  expect(note.parent).toBe(map.id);
  const at = await first.middleOf('La rampe');
  await page.mouse.click(at.x, at.y);
  await shot(page, 'map-selected-note');
  await first.canvas.focus();
  await first.press('Delete');
  await expect(legend(page).getByRole('button', { name: 'Repère 1 : sans note' })).toBeVisible();
  expect((await mapOn(first)).w).toBe(map.w);
});

test('pins are added, moved, numbered, tied to a note of the wall and removed by keyboard alone', async ({ room }) => {
  const { first } = room;
  const { page } = first;
  await first.writeNote({ x: 200, y: 200 }, 'Deux heures d’attente le lundi');
  await addMap(first, 'Le hall');
  const run = async (words: string): Promise<void> => {
    await first.canvas.focus();
    await first.press('Control+k');
    await page.getByRole('combobox').fill(words);
    await first.press('Enter');
  };
  await run('Liste des repères');
  await expect(legend(page)).toBeVisible();
  const add = legend(page).getByRole('button', { name: 'Ajouter un repère' });
  await add.focus();
  await first.press('Enter');
  await first.press('Enter');
  const pin = (name: string) => legend(page).getByRole('button', { name });
  await expect(pin('Repère 2 : sans note')).toHaveAttribute('aria-pressed', 'true');
  await pin('Repère 1 : sans note').focus();
  await first.press('ArrowRight');
  await first.press('Shift+ArrowUp');
  await expect(pin('Repère 1 : sans note')).toHaveAttribute('aria-pressed', 'true');
  await first.press('Tab');
  await first.press('Tab');
  await expect(page.getByRole('button', { name: 'Relier à une note…' }).first()).toBeFocused();
  await first.press('Enter');
  await legend(page).getByLabel('Chercher une note du mur').fill('attente');
  await legend(page)
    .getByRole('button', { name: /^Deux heures/ })
    .focus();
  await first.press('Enter');
  await expect(pin('Repère 1 : Deux heures d’attente le lundi')).toBeVisible();
  await legend(page).getByRole('button', { name: 'Numéro suivant' }).first().focus();
  await first.press('Enter');
  await expect(pin('Repère 2 : Deux heures d’attente le lundi')).toBeVisible();
  await pin('Repère 1 : sans note').focus();
  await first.press('Delete');
  await expect(pin('Repère 1 : Deux heures d’attente le lundi')).toBeVisible();
  await expect(legend(page).getByRole('listitem')).toHaveCount(1);
  await expectClean(page, 'the legend');

  // On the wall: the chosen pin takes the arrows, then Delete.
  await pin('Repère 1 : Deux heures d’attente le lundi').focus();
  await first.press('Enter');
  const before = await mapOn(first);
  await first.canvas.focus();
  await first.press('ArrowLeft');
  expect(await mapOn(first)).toMatchObject({ x: before.x, y: before.y });
  await first.press('Delete');
  await expect(legend(page).getByText('Aucun repère')).toBeVisible();
  expect((await first.elements()).map(({ kind }) => kind).sort()).toEqual(['map', 'note']);
});

for (const [size, options] of Object.entries({
  laptop: { viewport: { width: 1440, height: 900 } },
  phone: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 },
  projector: { viewport: { width: 1920, height: 1080 } },
} as const))
  for (const colorScheme of ['light', 'dark'] as const)
    test(`looks well: ${size}, ${colorScheme}`, async ({ browser, server }) => {
      const board = await server.createBoard({ title: 'La halle' });
      const ana = await Person.arrive(browser, { ...options, colorScheme, reducedMotion: 'reduce' });
      await ana.join(board.links.facilitate, 'Ana');
      const { page } = ana;
      await addMap(ana, 'Le hall de la mairie');
      await ana.canvas.focus();
      await page.evaluate(() => document.fonts.ready);
      await ana.fit();
      await shot(page, `map-empty-${size}-${colorScheme}`);
      await ana.press('Control+k');
      await page.getByRole('combobox').fill('Ajouter un repère');
      await ana.press('Enter');
      await ana.press('Control+k');
      await page.getByRole('combobox').fill('Ajouter un repère');
      await ana.press('Enter');
      await ana.press('Control+k');
      await page.getByRole('combobox').fill('Liste des repères');
      await ana.press('Enter');
      await expect(legend(page)).toBeVisible();
      await expectClean(page, 'the legend');
      await shot(page, `map-legend-${size}-${colorScheme}`);
      expect(ana.problems).toEqual([]);
      await ana.leave();
    });
