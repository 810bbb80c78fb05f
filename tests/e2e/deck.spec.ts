/** Decks of cards: added, chosen from by two, drawn from, shuffled, put back, made of one's own pictures, described; by mouse and by keys. */
import { expect, type Page } from '@playwright/test';
import * as files from '../helpers/pictureFiles.ts';
import { expectClean } from './axe.ts';
import { Person } from './Person.ts';
import { shot, test } from './room.ts';

test.use({ wall: { title: 'Photo-langage du jeudi' } });

const addDeck = async ({ page, canvas }: Person, name: RegExp): Promise<void> => {
  await canvas.focus();
  await page.keyboard.press('Shift+D');
  const dialog = page.getByRole('dialog', { name: 'Ajouter un paquet de cartes' });
  await expect(dialog).toBeVisible();
  await dialog.getByRole('button', { name }).click();
  await expect(dialog).toBeHidden();
};
const bar = (page: Page) => page.getByRole('toolbar', { name: 'Sélection' });
const shown = async (person: Person) => (await person.elements()).filter(({ isHidden }) => !isHidden);
const cardsOf = async (person: Person, deck: string) =>
  (await person.elements()).filter(({ parent }) => parent === deck);
const deckOn = async (person: Person) => {
  const deck = (await person.elements()).find(({ kind }) => kind === 'deck');
  if (!deck) throw new Error('no deck on this wall');
  return deck;
};

test('two people choose the same picture of the photo-langage, and each has it', async ({ room }) => {
  const { first, second } = room;
  await addDeck(first, /^Photo-langage/);
  await first.allSaved();
  await expect.poll(async () => (await second.elements()).length).toBeGreaterThan(32);
  const deck = await deckOn(second);
  expect((await shown(second)).map(({ kind }) => kind)).toEqual(['deck', 'image']);

  for (const person of [first, second]) {
    await person.fit();
    // The title is the deck's, wherever its cards lie.
    const at = await person.toWindow({ x: deck.x + 6, y: deck.y + deck.h - 12 });
    await person.page.mouse.click(at.x, at.y);
    await bar(person.page).getByRole('button', { name: 'Choisir une carte…' }).click();
    const gallery = person.page.getByRole('dialog', { name: /^Choisir dans/ });
    await expect(gallery.getByRole('option')).toHaveCount(40);
    const card = gallery.getByRole('option', { name: /^Le phare/ });
    await card.scrollIntoViewIfNeeded();
    await card.click();
    await expect(card).toHaveAttribute('aria-selected', 'true');
    if (person === first) {
      await shot(person.page, 'deck-gallery');
      await expectClean(person.page, 'the gallery');
    }
    await gallery.getByRole('button', { name: 'Prendre une copie' }).click();
    await expect(gallery).toBeHidden();
  }
  await first.allSaved();
  await second.allSaved();
  const lights = (await first.elements()).filter(({ text }) => text.startsWith('Le phare'));
  expect(lights.map(({ parent }) => parent === deck.id).sort()).toEqual([false, false, true]);
  // The server has the shipped pictures: both see them.
  const [mine] = lights.filter(({ parent }) => parent !== deck.id);
  const { x = 0, y = 0, w = 0, h = 0 } = mine ?? {};
  await expect
    .poll(async () => second.pixel(await second.toWindow({ x: x + w * 0.06, y: y + h * 0.95 })), { timeout: 20_000 })
    .not.toBe('#FFFFFF');
  await shot(second.page, 'deck-chosen');
});

test('a deck of one’s own cards is drawn from, shuffled, turned over and made whole again, by keyboard alone', async ({
  room,
}) => {
  const { first } = room;
  const { page } = first;
  for (const [n, text] of ['Écouter', 'Essayer', 'Raconter', 'Célébrer'].entries())
    await first.writeNote({ x: 300 + n * 230, y: 300 }, text);
  await first.canvas.focus();
  await first.press('Control+a');
  const run = async (words: string): Promise<void> => {
    await first.canvas.focus();
    await first.press('Control+k');
    await page.getByRole('combobox').fill(words);
    await first.press('Enter');
  };
  await run('En faire un paquet');
  const dialog = page.getByRole('dialog', { name: 'En faire un paquet' });
  await dialog.getByLabel('Nom du paquet').fill('Nos verbes');
  await first.press('Enter');
  await expect(dialog).toBeHidden();
  const deck = await deckOn(first);
  expect(deck.text).toBe('Nos verbes');
  expect(await cardsOf(first, deck.id)).toHaveLength(4);
  expect(await shown(first)).toHaveLength(2);

  const atDeck = async (): Promise<void> => {
    await first.canvas.focus();
    await first.press('Escape');
    await first.press('Tab');
    await expect.poll(async () => bar(page).isVisible()).toBe(true);
  };
  await atDeck();
  await run('Tirer une carte');
  await expect.poll(async () => (await cardsOf(first, deck.id)).length).toBe(3);
  // What was drawn is selected, and lies beside the deck.
  const [drawn] = (await first.elements()).filter(({ kind, parent }) => kind === 'note' && parent !== deck.id);
  expect((drawn?.x ?? 0) >= deck.x + deck.w).toBe(true);
  await run('Remettre dans le paquet');
  await expect.poll(async () => (await cardsOf(first, deck.id)).length).toBe(4);

  await atDeck();
  await run('Retourner le paquet');
  await expect.poll(async () => (await shown(first)).length).toBe(1);
  await shot(page, 'deck-back');
  const order = async (person: Person): Promise<string[]> => (await cardsOf(person, deck.id)).map(({ text }) => text);
  const before = await order(first);
  // One shuffle in twenty-four leaves four cards as they were.
  await expect(async () => {
    await run('Mélanger');
    expect(await order(first)).not.toEqual(before);
  }).toPass();
  expect((await order(first)).toSorted()).toEqual(before.toSorted());
  await expect.poll(() => order(room.second)).toEqual(await order(first));
  await run('Tirer une carte');
  await expect.poll(async () => (await cardsOf(first, deck.id)).length).toBe(3);
  await atDeck();
  await run('Remettre les cartes tirées');
  await expect.poll(async () => (await cardsOf(first, deck.id)).length).toBe(4);
  await first.press('Control+z');
  await expect.poll(async () => (await cardsOf(first, deck.id)).length).toBe(3);
});

test('the top card is dragged out, and dropped on the deck again', async ({ room }) => {
  const { first, second } = room;
  await addDeck(first, /^Paquet vide/);
  const deck = await deckOn(first);
  await first.fit();
  await first.writeNote({ x: deck.x - 300, y: deck.y + 100 }, 'Un banc à l’ombre');
  await first.fit();
  await first.beginDrag('Un banc', { x: 300 + deck.w / 2, y: 20 });
  await first.drop();
  await expect.poll(async () => (await first.find('Un banc')).parent).toBe(deck.id);
  await first.allSaved();
  await expect.poll(async () => (await second.find('Un banc')).parent).toBe(deck.id);
  await first.beginDrag('Un banc', { x: -420, y: 0 });
  await first.drop();
  await expect.poll(async () => (await first.find('Un banc')).parent).toBeNull();
  await first.page.keyboard.press('Escape');
  const at = await first.toWindow({ x: deck.x + 6, y: deck.y + deck.h - 12 });
  await first.page.mouse.click(at.x, at.y);
  await bar(first.page).getByRole('button', { name: 'Remettre les cartes tirées' }).click();
  await expect.poll(async () => (await first.find('Un banc')).parent).toBe(deck.id);
});

test('pictures let go over a deck become its cards, and are described one after the other', async ({ room }) => {
  const { first } = room;
  const { page } = first;
  await addDeck(first, /^Paquet vide/);
  const deck = await deckOn(first);
  const pictures = await Promise.all([300, 320, 340].map((width) => files.jpeg(width, 200)));
  const at = await first.toWindow({ x: deck.x + deck.w / 2, y: deck.y + deck.h / 2 });
  await page.evaluate(
    ({ all, x, y }) => {
      const data = new DataTransfer();
      for (const [n, bytes] of all.entries())
        data.items.add(new File([new Uint8Array(bytes)], `photo-${n}.jpg`, { type: 'image/jpeg' }));
      const target = document.elementFromPoint(x, y) ?? document.body;
      for (const name of ['dragenter', 'dragover', 'drop'])
        target.dispatchEvent(
          new DragEvent(name, { bubbles: true, cancelable: true, dataTransfer: data, clientX: x, clientY: y }),
        );
    },
    { all: pictures.map((one) => [...one]), ...at },
  );
  await expect.poll(async () => (await cardsOf(first, deck.id)).length).toBe(3);
  await page.getByRole('button', { name: 'Tout passer' }).click();
  await first.canvas.focus();
  const foot = await first.toWindow({ x: deck.x + 8, y: deck.y + deck.h - 10 });
  await page.mouse.click(foot.x, foot.y);
  await bar(page).getByRole('button', { name: 'Décrire les images du paquet…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Décrire les images' });
  await expect(dialog.getByText('Il reste 3 images sans description.')).toBeVisible();
  await expectClean(page, 'describing');
  await shot(page, 'deck-describe');
  for (const text of ['Une halle vide', 'Un quai le soir', 'Une cour d’école']) {
    const field = dialog.getByLabel('Que voit-on');
    await expect(field).toHaveValue('');
    await field.fill(text);
    await first.press('Enter');
  }
  await expect(dialog).toBeHidden();
  const texts = (await cardsOf(first, deck.id)).map(({ text }) => text).sort();
  expect(texts).toEqual(['Un quai le soir', 'Une cour d’école', 'Une halle vide']);
});

for (const [size, options] of Object.entries({
  laptop: { viewport: { width: 1440, height: 900 } },
  phone: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 },
  projector: { viewport: { width: 1920, height: 1080 } },
} as const))
  for (const colorScheme of ['light', 'dark'] as const)
    test(`looks well: ${size}, ${colorScheme}`, async ({ browser, server }) => {
      const board = await server.createBoard({ title: 'Le cadre' });
      const ana = await Person.arrive(browser, { ...options, colorScheme, reducedMotion: 'reduce' });
      await ana.join(board.links.facilitate, 'Ana');
      const { page } = ana;
      await addDeck(ana, /^Le cadre/);
      await addDeck(ana, /^Photo-langage/);
      await ana.canvas.focus();
      await page.keyboard.press('Shift+D');
      await expect(page.getByRole('dialog', { name: 'Ajouter un paquet de cartes' })).toBeVisible();
      await shot(page, `deck-add-${size}-${colorScheme}`);
      await expectClean(page, 'adding a deck');
      await ana.press('Escape');
      await ana.fit();
      await shot(page, `deck-wall-${size}-${colorScheme}`);
      expect(ana.problems).toEqual([]);
      await ana.leave();
    });
