/** The menu of what is selected, and of the wall: by the right button, the menu key and a finger; within the window, and gone with Escape. */
import { expect } from '@playwright/test';
import { expectClean } from './axe.ts';
import { Person } from './Person.ts';
import { shot, test } from './room.ts';

const TEXTS = ['École du centre', 'Planter des haies', 'Une cantine bio'];

test('is about what lies under the right button', async ({ room: { first: lea } }) => {
  const { page } = lea;
  await lea.paste(TEXTS.join('\n'), { x: 0, y: 0 });
  await lea.press('Escape');
  const menu = page.getByRole('menu', { name: 'Actions sur la sélection' });
  const item = (name: string | RegExp) => page.getByRole('menuitem', { name });
  const { x, y } = await lea.middleOf('Planter des haies');
  await page.mouse.click(x, y, { button: 'right' });
  await expect(menu).toBeVisible();
  await expectClean(page, 'menu');
  await shot(page, 'menu');
  await expect(item(/^Copier Ctrl \+ C/)).toBeVisible();
  await item(/^Dupliquer/).click();
  await expect(menu).toHaveCount(0);
  await expect.poll(async () => (await lea.texts()).filter((text) => text === 'Planter des haies').length).toBe(2);

  // On several at once, what can be done with several.
  await lea.canvas.focus();
  await lea.press('Control+a');
  await page.mouse.click(...(Object.values(await lea.middleOf('Une cantine bio')) as [number, number]), {
    button: 'right',
  });
  await item('Ranger').hover();
  await item('Aligner à gauche').click();
  await expect.poll(async () => new Set((await lea.elements()).map((element) => element.x)).size).toBe(1);

  // On the bare wall nothing is selected, and something new may be made there.
  await page.mouse.click(1_200, 300, { button: 'right' });
  await expect(page.getByRole('menu', { name: 'Actions sur le mur' })).toBeVisible();
  await expect(item(/^Supprimer/)).toHaveCount(0);
  await item(/^Tout sélectionner/).click();
  await expect(page.getByRole('toolbar', { name: 'Sélection' })).toBeVisible();
});

test('never opens at the end of a drag with the right button, which moves the view', async ({
  room: { first: lea },
}) => {
  const { page } = lea;
  const camera = () => page.evaluate('JSON.stringify(peleMele.camera())');
  const before = await camera();
  await page.mouse.move(600, 400);
  await page.mouse.down({ button: 'right' });
  await page.mouse.move(700, 460, { steps: 5 });
  await page.mouse.up({ button: 'right' });
  await expect.poll(camera).not.toBe(before);
  await expect(page.getByRole('menu')).toHaveCount(0);
});

test('opens and is gone through by keys alone', async ({ room: { first: lea } }) => {
  const { page } = lea;
  await lea.paste(TEXTS.join('\n'), { x: 0, y: 0 });
  // The hand that pasted lets go of the mouse elsewhere: where it rests, a line of the menu would open under it.
  await page.mouse.move(2, 2);
  await lea.press('Escape');
  await lea.canvas.focus();
  await lea.press('Tab');
  for (const key of ['ContextMenu', 'Shift+F10']) {
    await lea.press(key);
    await expect(page.getByRole('menu', { name: 'Actions sur la sélection' })).toBeVisible();
    await expect(page.getByRole('menuitem').first()).toBeFocused();
    await lea.press('Escape');
    await expect(page.getByRole('menu')).toHaveCount(0);
    await expect(lea.canvas).toBeFocused();
  }
  await lea.press('Shift+F10');
  await expect(page.getByRole('menuitem').first()).toBeFocused();
  await page.keyboard.type('Coul');
  await expect(page.getByRole('menuitem', { name: 'Couleurs' })).toBeFocused();
  await lea.press('ArrowRight');
  await expect(page.getByRole('menuitem', { name: 'Jaune' })).toBeFocused();
  await page.keyboard.type('Ros');
  await lea.press('Enter');
  await expect(page.getByRole('menu')).toHaveCount(0);
  await expect.poll(async () => (await lea.elements()).filter(({ color }) => color === 'pink').length).toBe(1);
  await lea.press('Escape');
  await lea.press('Shift+F10');
  await expect(page.getByRole('menu', { name: 'Actions sur le mur' })).toBeVisible();
});

test('stays within the window at its edges', async ({ room: { first: lea } }) => {
  const { page } = lea;
  for (const [x, y] of [
    [1_430, 890],
    [1_430, 60],
    [80, 890],
  ] as const) {
    await page.mouse.click(x, y, { button: 'right' });
    const box = await page.getByRole('menu').boundingBox();
    expect(box && box.x >= 0 && box.y >= 0 && box.x + box.width <= 1_440 && box.y + box.height <= 900).toBe(true);
    await lea.press('Escape');
    await expect(page.getByRole('menu')).toHaveCount(0);
  }
});

test('opens under a finger held on the bare wall', async ({ room: { board, first: lea }, browser }) => {
  await lea.paste(TEXTS.join('\n'), { x: 0, y: 0 });
  await lea.allSaved();
  const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } as const;
  const ana = await Person.arrive(browser, { ...phone, reducedMotion: 'reduce' });
  const { page } = ana;
  await ana.join(board.links.participate, 'Ana');
  const touch = await ana.context.newCDPSession(page);
  const at = { x: 195, y: 690 };
  await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [at] });
  // A hold is nothing but its time.
  const since = Date.now();
  await expect.poll(() => Date.now() - since).toBeGreaterThan(600);
  await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  const menu = page.getByRole('menu', { name: 'Actions sur le mur' });
  await expect(menu).toBeVisible();
  await shot(page, 'menu-telephone');
  await expectClean(page, 'menu under a finger');
  await page.getByRole('menuitem', { name: /^Tout sélectionner/ }).tap();
  await expect(page.getByRole('toolbar', { name: 'Sélection' })).toBeVisible();
  await ana.leave();
});
