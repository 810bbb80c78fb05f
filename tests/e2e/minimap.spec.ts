/** The map of the wall in its corner: there when part of the wall is out of sight, a press away from everywhere, put away for good when not wanted. */
import { expect, type Page } from '@playwright/test';
import { expectClean } from './axe.ts';
import { apart } from './boxes.ts';
import { Person } from './Person.ts';
import { shot, test } from './room.ts';

test.use({ wall: { template: 'demarreur-bienveillant' } });

interface View {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

const viewOf = (page: Page): Promise<View> => page.evaluate('peleMele.camera()');

test('leads where one presses or drags, and keeps its corner to itself', async ({ room: { first: lea } }) => {
  const { page } = lea;
  const map = page.getByRole('img', { name: /^Carte du mur/ });
  await lea.fit();
  // All of the wall in sight: there is nothing to map.
  await expect(map).toBeHidden();
  await lea.press('1');
  await expect(map).toBeVisible();
  await expectClean(page, 'map');
  await shot(page, 'carte');
  expect(await apart(map, page.getByRole('toolbar', { name: 'Zoom' }))).toBe(true);

  const box = await map.boundingBox();
  if (!box) throw new Error('the map has a place');
  // Beside the button that puts it away.
  await page.mouse.click(box.x + box.width - 60, box.y + 20);
  const right = await viewOf(page);
  await page.mouse.click(box.x + 20, box.y + box.height - 20);
  const left = await viewOf(page);
  expect([left.x < right.x - 1_000, left.y > right.y + 500]).toEqual([true, true]);

  // Taken by its frame the view comes along as the hand goes.
  await page.mouse.move(box.x + 20, box.y + box.height - 20);
  await page.mouse.down();
  await page.mouse.move(box.x + 60, box.y + box.height - 50, { steps: 6 });
  await page.mouse.up();
  const dragged = await viewOf(page);
  expect([dragged.x > left.x + 500, dragged.y < left.y - 500, dragged.zoom]).toEqual([true, true, left.zoom]);

  // What the others write is on it: the pixels change.
  const before = await map.screenshot();
  await lea.canvas.focus();
  await lea.press('0');
  await lea.writeNote({ x: 300, y: 900 }, 'Qui vit ce problème');
  await lea.press('1');
  await expect.poll(async () => (await map.screenshot()).equals(before)).toBe(false);
});

test('is put away and stays away, until it is asked for again', async ({ room: { first: lea } }) => {
  const { page } = lea;
  const map = page.getByRole('img', { name: /^Carte du mur/ });
  await lea.canvas.focus();
  await lea.press('1');
  await expect(map).toBeVisible();
  await map.hover();
  await page.getByRole('button', { name: 'Masquer la carte' }).click();
  await expect(map).toHaveCount(0);
  await page.reload();
  await lea.ready();
  await lea.canvas.focus();
  await lea.press('1');
  await expect(page.getByRole('button', { name: 'Vues et zones' })).toBeVisible();
  await expect(map).toHaveCount(0);
  await lea.press('Shift+M');
  await expect(map).toBeVisible();
  await page.reload();
  await lea.ready();
  await lea.canvas.focus();
  await lea.press('1');
  await expect(map).toBeVisible();
});

test('leaves a phone, and a wall with nothing on it, alone', async ({ server, room: { board }, browser }) => {
  const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } as const;
  const ana = await Person.arrive(browser, { ...phone, reducedMotion: 'reduce' });
  await ana.join(board.links.participate, 'Ana');
  await expect(ana.page.getByRole('toolbar', { name: 'Outils' })).toBeVisible();
  await expect(ana.page.getByRole('img', { name: /^Carte du mur/ })).toHaveCount(0);
  await ana.leave();

  const bare = await server.createBoard({ title: 'Mur nu' });
  const max = await Person.arrive(browser, { reducedMotion: 'reduce' });
  await max.join(bare.links.facilitate, 'Max');
  await expect(max.page.getByText('Le mur est vide')).toBeVisible();
  await expect(max.page.getByRole('img', { name: /^Carte du mur/ })).toHaveCount(0);
  await max.leave();
});
