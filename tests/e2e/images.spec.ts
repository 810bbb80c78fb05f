/** Pictures on the wall: pasted, dropped, chosen, photographed; waiting without a connection; seen by others; in words for who does not see. */
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { expect, type Page } from '@playwright/test';
import * as files from '../helpers/pictureFiles.ts';
import { expectClean } from './axe.ts';
import { Network } from './Network.ts';
import { Person } from './Person.ts';
import { shot, test } from './room.ts';

interface SomeFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

const photo = async (width = 400, height = 300): Promise<SomeFile> => ({
  name: 'marché.jpg',
  mimeType: 'image/jpeg',
  buffer: await files.jpeg(width, height),
});

/** Gives files to the page as the clipboard or a hand from the desktop does. */
async function give({ page, canvas }: Person, how: 'paste' | 'drop', given: readonly SomeFile[]): Promise<void> {
  const box = await canvas.boundingBox();
  const at = { x: (box?.x ?? 0) + (box?.width ?? 0) / 2, y: (box?.y ?? 0) + (box?.height ?? 0) / 2 };
  await page.mouse.move(at.x, at.y);
  await canvas.focus();
  const plain = given.map(({ name, mimeType, buffer }) => ({ name, mimeType, bytes: [...buffer] }));
  await page.evaluate(
    ({ how: by, plain: all, at: { x, y } }) => {
      const transfer = new DataTransfer();
      for (const { name, mimeType, bytes } of all)
        transfer.items.add(new File([new Uint8Array(bytes)], name, { type: mimeType }));
      const target = document.activeElement ?? document.body;
      const options = { bubbles: true, cancelable: true };
      if (by === 'paste') target.dispatchEvent(new ClipboardEvent('paste', { ...options, clipboardData: transfer }));
      else
        for (const type of ['dragenter', 'dragover', 'drop'])
          target.dispatchEvent(new DragEvent(type, { ...options, dataTransfer: transfer, clientX: x, clientY: y }));
    },
    { how, plain, at },
  );
}

const images = async (person: Person) => (await person.elements()).filter(({ kind }) => kind === 'image');
const tray = (page: Page) => page.getByRole('region', { name: 'Images en cours d’ajout' });

/** The colour in the middle of the left half of the only picture, as this person sees it. */
async function leftOf(person: Person): Promise<string> {
  const [{ x, y, w, h } = { x: 0, y: 0, w: 0, h: 0 }] = await images(person);
  return person.pixel(await person.toWindow({ x: x + w / 4, y: y + h / 2 }));
}

/** Warm enough to be the left half of a picture. */
const isWarm = (color: string): boolean =>
  Number.parseInt(color.slice(1, 3), 16) > 180 && Number.parseInt(color.slice(5), 16) < 90;

test.use({ wall: { title: 'Les vitrines de la rue Haute' } });

test('a picture that is pasted stands on both walls, and says what is seen on it', async ({ room }) => {
  const { first, second } = room;
  await give(first, 'paste', [await photo()]);
  await expect.poll(async () => (await images(second)).length).toBe(1);
  await second.fit();
  await expect.poll(async () => isWarm(await leftOf(second))).toBe(true);
  await expect.poll(async () => isWarm(await leftOf(first))).toBe(true);
  await shot(first.page, 'images-question');
  await expectClean(first.page, 'the question in the tray');

  const row = tray(first.page);
  await row.getByLabel('Que voit-on sur cette image').fill('La halle un jour de marché');
  await row.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(row).toBeHidden();
  await expect.poll(() => second.texts()).toContain('La halle un jour de marché');
  await first.allSaved();
  expect(first.page.url()).not.toContain('blob');
});

test('an undescribed picture says so in the outline, where it can be described', async ({ room }) => {
  const { first, second } = room;
  await give(first, 'paste', [await photo()]);
  await tray(first.page).getByRole('button', { name: 'Passer' }).click();
  await expect(tray(first.page)).toBeHidden();
  await second.canvas.focus();
  await second.press('o');
  const line = second.page.getByRole('treeitem', { name: /Image sans description/ });
  await expect(line).toBeVisible();
  await line.click();
  await second.press('Enter');
  await second.page.keyboard.type('Une vitrine vide');
  await second.press('Escape');
  await expect(second.page.getByRole('treeitem', { name: /Une vitrine vide/ })).toBeVisible();
  await shot(second.page, 'images-outline');
  await expectClean(second.page, 'the outline with a picture');
  await expect.poll(() => first.texts()).toContain('Une vitrine vide');
});

test('a double click on a picture asks what is seen on it', async ({ room: { first } }) => {
  await give(first, 'paste', [await photo()]);
  await tray(first.page).getByRole('button', { name: 'Passer' }).click();
  const [{ x, y, w, h } = { x: 0, y: 0, w: 0, h: 0 }] = await images(first);
  const at = await first.toWindow({ x: x + w / 2, y: y + h / 2 });
  await first.page.mouse.dblclick(at.x, at.y);
  const dialog = first.page.getByRole('dialog', { name: 'Que voit-on sur cette image' });
  await dialog.getByRole('textbox').fill('Le quai');
  await expectClean(first.page, 'the question as a dialog');
  await dialog.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(dialog).toBeHidden();
  await expect.poll(() => first.texts()).toEqual(['Le quai']);
});

test('several that are dropped stand side by side, and one step of undo takes one away', async ({ room }) => {
  const { first, second } = room;
  const given = await Promise.all([photo(), photo(300, 400), photo(600, 200)]);
  await give(first, 'drop', given);
  await expect.poll(async () => (await images(second)).length).toBe(3);
  const boxes = await images(second);
  for (const [i, a] of boxes.entries())
    for (const b of boxes.slice(i + 1))
      expect(a.x + a.w <= b.x || b.x + b.w <= a.x || a.y + a.h <= b.y || b.y + b.h <= a.y).toBe(true);
  await shot(first.page, 'images-dropped');
  await expectClean(first.page, 'several questions');
  await tray(first.page).getByRole('button', { name: 'Tout passer' }).click();
  await expect(tray(first.page)).toBeHidden();
  await first.canvas.focus();
  await first.press('Control+z');
  await expect.poll(async () => (await images(second)).length).toBe(2);
});

test('the picture tool opens the files of the computer; what is no picture is said', async ({ room: { first } }) => {
  const { page } = first;
  const choose = async (given: SomeFile[]): Promise<void> => {
    await page.getByRole('button', { name: 'Autres outils' }).click();
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser', { timeout: 15_000 }),
      page.getByRole('menuitem', { name: /^Image/ }).click(),
    ]);
    expect(chooser.isMultiple()).toBe(true);
    await chooser.setFiles(given);
  };
  await choose([{ name: 'page.png', mimeType: 'image/png', buffer: files.html() }]);
  await expect(tray(page).getByRole('alert')).toContainText('n’est pas une image');
  await shot(page, 'images-refused');
  await tray(page).getByRole('button', { name: 'Retirer' }).focus();
  await expectClean(page, 'a refused file');
  await tray(page).getByRole('button', { name: 'Retirer' }).click();
  await choose([{ name: 'logo.svg', mimeType: 'image/svg+xml', buffer: files.svg() }]);
  await expect.poll(async () => (await images(first)).length).toBe(1);
  expect(await page.evaluate(() => 'hacked' in globalThis)).toBe(false);
});

test.describe('sans réseau', () => {
  // Its network stays cut in two for as long as the page lives.
  test.use({ ownPages: true });

  test('a picture pasted offline waits, survives a reload, and comes when the connection is back', async ({ room }) => {
    const { first, second } = room;
    const network = await Network.of(first.page);
    await first.page.reload();
    await first.ready();
    // What sends pictures is fetched soon after the wall is there; then no network is needed.
    await expect(first.page.locator('input[data-pictures]')).toHaveCount(2);
    await first.page.waitForFunction(() =>
      performance.getEntriesByType('resource').some(({ name }) => /PicturesPanel-.*\.js/.test(name)),
    );
    await network.cut();
    await expect.poll(() => first.status()).toBe('offline');
    await give(first, 'paste', [await photo()]);
    await expect(tray(first.page)).toContainText('En attente de connexion');
    expect(await images(first)).toEqual([]);
    await shot(first.page, 'images-offline');
    await expectClean(first.page, 'a picture that waits');
    await first.page.reload();
    await expect(first.canvas).toBeVisible();
    await expect(tray(first.page)).toContainText('En attente de connexion');
    expect(await images(second)).toEqual([]);
    // Meanwhile one works elsewhere on the wall: what waits is brought there.
    const box = await first.canvas.boundingBox();
    const middle = { x: (box?.x ?? 0) + (box?.width ?? 0) / 2, y: (box?.y ?? 0) + (box?.height ?? 0) / 2 };
    await first.page.mouse.move(middle.x, middle.y);
    await first.page.mouse.wheel(900, 500);
    await tray(first.page).getByRole('button', { name: 'Mettre au milieu de l’écran' }).click();
    network.mend();
    await expect.poll(() => first.status(), { timeout: 40_000 }).toBe('online');
    await expect.poll(async () => (await images(second)).length).toBe(1);
    const [placed = { x: 0, y: 0, w: 0, h: 0 }] = await images(second);
    const shown = await first.toWindow({ x: placed.x + placed.w / 2, y: placed.y + placed.h / 2 });
    expect(Math.hypot(shown.x - middle.x, shown.y - middle.y)).toBeLessThan(3);
    await second.fit();
    await expect.poll(async () => isWarm(await leftOf(second))).toBe(true);
    await first.page.reload();
    await first.ready();
    await expect.poll(async () => (await images(first)).length).toBe(1);
    await expect(tray(first.page)).toBeHidden();
  });
});

test('the PNG of the wall shows the picture, made in the browser and by the server', async ({ room, server }) => {
  const { first, board } = room;
  await give(first, 'paste', [await photo(800, 600)]);
  await tray(first.page).getByRole('button', { name: 'Passer' }).click();
  await first.allSaved();
  const warmth = async (png: Buffer): Promise<readonly boolean[]> => {
    const image = await loadImage(png);
    const ctx = createCanvas(image.width, image.height).getContext('2d');
    ctx.drawImage(image, 0, 0);
    const at = (share: number) => [...ctx.getImageData(image.width * share, image.height / 2, 1, 1).data];
    return [(at(0.3)[0] ?? 0) > 180, (at(0.7)[2] ?? 0) > 150];
  };
  await first.page.getByRole('button', { name: 'Exporter le mur' }).click();
  const [download] = await Promise.all([
    first.page.waitForEvent('download'),
    first.page.getByRole('button', { name: 'Télécharger le PNG' }).click(),
  ]);
  const { readFileSync } = await import('node:fs');
  expect(await warmth(readFileSync(await download.path()))).toEqual([true, true]);
  const { ticket } = await server.join(board.id, { secret: board.secrets.watch });
  const response = await fetch(`${server.url}/api/boards/${board.id}/export/png`, {
    headers: { authorization: `Bearer ${ticket}` },
  });
  expect(await warmth(Buffer.from(await response.arrayBuffer()))).toEqual([true, true]);
});

test('who only watches sees the picture and has no way to add one', async ({ browser, room: { first, board } }) => {
  await give(first, 'paste', [await photo()]);
  await expect.poll(async () => (await images(first)).length).toBe(1);
  const viewer = await Person.arrive(browser, { reducedMotion: 'reduce' });
  await viewer.page.goto(board.links.watch);
  await viewer.page.getByRole('button', { name: 'Regarder le mur' }).click();
  await viewer.ready();
  await viewer.fit();
  await expect.poll(async () => isWarm(await leftOf(viewer))).toBe(true);
  await expect(viewer.page.getByRole('toolbar', { name: 'Outils' })).toHaveCount(0);
  await give(viewer, 'paste', [await photo()]);
  await expect(tray(viewer.page)).toBeHidden();
  expect(await images(viewer)).toHaveLength(1);
  expect(viewer.problems).toEqual([]);
  await viewer.leave();
});

test('a phone takes a photo and puts it on the wall', async ({ browser, room: { board, second } }) => {
  const phone = await Person.arrive(browser, {
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
    locale: 'fr-FR',
    reducedMotion: 'reduce',
  });
  await phone.join(board.links.participate, 'Inès');
  await phone.page.getByRole('button', { name: 'Plus' }).click();
  const [chooser] = await Promise.all([
    phone.page.waitForEvent('filechooser'),
    phone.page.getByRole('menuitem', { name: 'Prendre une photo…' }).click(),
  ]);
  expect(await chooser.element().evaluate((input) => (input as HTMLElement).getAttribute('capture'))).toBe(
    'environment',
  );
  await chooser.setFiles({ name: 'IMG_1.jpg', mimeType: 'image/jpeg', buffer: await files.phonePhoto(600, 400) });
  await tray(phone.page).getByLabel('Que voit-on sur cette image').tap();
  await shot(phone.page, 'images-phone');
  await expectClean(phone.page, 'the tray on a phone');
  await expect.poll(async () => (await images(second)).map(({ w, h }) => w < h)).toEqual([true]);
  expect(phone.problems).toEqual([]);
  await phone.leave();
});
