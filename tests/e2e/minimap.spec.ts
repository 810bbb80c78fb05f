/** The map of the wall in its corner: there when part of the wall is out of sight, a press away from everywhere, put away for good when not wanted. */
import { expect, type Locator, type Page } from '@playwright/test';
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

/** The map is fetched after the wall, as all that a page may go without: here, or never to come. */
const allFetched = (page: Page): Promise<void> => page.waitForLoadState('networkidle');

/** What is painted on the map, without the frame that lies over it. */
const pixelsOf = (map: Locator): Promise<string> =>
  map.locator('canvas').evaluate((canvas) => (canvas as HTMLCanvasElement).toDataURL());

/** The same, once it has been painted and stays as it is. */
async function paintedOn(map: Locator): Promise<string> {
  let last = '';
  const stays = async (): Promise<boolean> => {
    const before = last;
    last = await pixelsOf(map);
    return last === before;
  };
  // Longer than a change waits for its painting.
  await expect.poll(stays, { intervals: [700] }).toBe(true);
  return last;
}

test('leads where one presses or drags, and keeps its corner to itself', async ({
  room: { first: lea, second: max },
}) => {
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

  // What the others write is on it, while one looks elsewhere and moves nothing.
  const before = await paintedOn(map);
  await max.fit();
  await max.writeNote({ x: 300, y: 900 }, 'Qui vit ce problème');
  await lea.find('Qui vit ce problème');
  await expect.poll(() => pixelsOf(map)).not.toBe(before);
  expect(await viewOf(page)).toEqual(dragged);
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
  await allFetched(page);
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
  await allFetched(ana.page);
  await expect(ana.page.getByRole('img', { name: /^Carte du mur/ })).toHaveCount(0);
  await ana.leave();

  const bare = await server.createBoard({ title: 'Mur nu' });
  const max = await Person.arrive(browser, { reducedMotion: 'reduce' });
  await max.join(bare.links.facilitate, 'Max');
  await expect(max.page.getByText('Le mur est vide')).toBeVisible();
  await allFetched(max.page);
  await expect(max.page.getByRole('img', { name: /^Carte du mur/ })).toHaveCount(0);
  await max.leave();
});
