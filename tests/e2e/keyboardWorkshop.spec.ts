/**
 * A whole workshop with the keyboard alone: a wall is made, written on, sorted, renamed, coloured, ordered, undone, shared and taken along,
 * without one click. What is checked is what a screen reader is told: roles, names, places.
 */
import { readFileSync } from 'node:fs';
import { loadImage } from '@napi-rs/canvas';
import { type Browser, expect, type Locator, type Page, test } from '@playwright/test';
import { shortContributions } from '../helpers/contributions.ts';
import { type SpawnedServer, spawnServer } from '../helpers/server.ts';
import { Keys } from './Keys.ts';
import { Person } from './Person.ts';

const QUESTION = 'Comment rendre les démarches plus simples pour qui les fait une seule fois ?';
const TEXTS = shortContributions(6);

test.describe.configure({ mode: 'serial' });

test.describe('un atelier au clavier seul', () => {
  let server: SpawnedServer;
  let ana: Person;
  let page: Page;
  let keys: Keys;
  let tree: Locator;
  let clicks: number;

  test.beforeAll(async ({ browser }: { browser: Browser }) => {
    server = await spawnServer();
    ana = await Person.arrive(browser, { permissions: ['clipboard-read', 'clipboard-write'] });
    page = ana.page;
    keys = new Keys(page);
    tree = page.getByRole('tree', { name: 'Contenu du mur' });
    clicks = 0;
    await page.exposeFunction('countPointer', () => clicks++);
    await page.addInitScript(() => {
      document.addEventListener('pointerdown', () => {
        (globalThis as unknown as { countPointer(): void }).countPointer();
      });
    });
  });

  test.afterAll(async () => {
    await ana?.leave();
    await server?.dispose();
  });

  const line = (name: RegExp): Locator => tree.getByRole('treeitem', { name });
  const escaped = (text: string): RegExp => new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}, note`);

  test('the wall is made from the start page', async () => {
    await page.goto(server.url);
    await keys.to(/link ".*Démarreur bienveillant/);
    await keys.press('Enter');
    await keys.to(/textbox "Question de départ/);
    await keys.type(QUESTION);
    await keys.to(/button "Créer le mur"/);
    await keys.press('Enter');
    await expect(page.getByRole('dialog', { name: 'Gardez votre lien d’animation' })).toBeVisible();
    await keys.to(/button "C’est fait/);
    await keys.press('Enter');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(page.getByRole('application', { name: /mur/i })).toBeVisible();
  });

  test('the outline opens from its button, and says every area with its level, place and content', async () => {
    await keys.to(/button "Plan du mur"/);
    await keys.press('Enter');
    await keys.expectFocus(/^treeitem "Question de départ, zone, 1 élément"/);
    const questions = line(/^Questions, zone, vide$/);
    await expect(questions).toHaveAttribute('aria-level', '1');
    await expect(tree).toHaveAttribute('aria-multiselectable', 'true');
    const first = line(/^Question de départ, zone/);
    await expect(first).toHaveAttribute('aria-posinset', '1');
    await expect(first).toHaveAttribute('aria-expanded', 'true');
    const setSize = Number(await first.getAttribute('aria-setsize'));
    await keys.press('End');
    await keys.expectFocus(/^treeitem /);
    await expect(line(/^Sur le mur, /)).toHaveAttribute('aria-posinset', String(setSize));
    await keys.press('Home');
    await keys.press('ArrowRight');
    await keys.expectFocus(new RegExp(`^treeitem "${QUESTION.slice(0, 40)}.*, note, jaune"`));
    await keys.press('Home');
  });

  test('six contributions are written', async () => {
    await keys.press('/');
    await keys.expectFocus(/^searchbox "Chercher dans le mur"/);
    await keys.type('questions');
    await keys.press('ArrowDown');
    await keys.expectFocus(/^treeitem "Questions, zone, vide"/);
    await keys.press('Enter');
    await keys.expectFocus(/^textbox "Texte de la note"/);
    for (const [n, text] of TEXTS.entries()) {
      await keys.type(text);
      await keys.press(n < TEXTS.length - 1 ? 'Control+Enter' : 'Enter');
    }
    await keys.expectFocus(/^treeitem /);
    for (const text of TEXTS) await expect(line(escaped(text))).toHaveCount(1);
    await expect(line(/^Questions, zone, 6 éléments$/)).toHaveCount(1);
    await expect(line(escaped(TEXTS[5] as string))).toBeFocused();
    await expect(line(escaped(TEXTS[5] as string))).toHaveAttribute('aria-setsize', '6');
  });

  test('an area of one’s own is drawn by keys, and named', async () => {
    await keys.press('Escape');
    await keys.expectFocus(/^button "Plan du mur"/);
    await keys.to(/^application /);
    await keys.press('f', 'Enter');
    await keys.expectFocus(/^textbox "Texte/);
    await keys.type('Irritants');
    await keys.press('Enter');
    await keys.press('o');
    await expect(line(/^Irritants, zone, vide$/)).toBeFocused();
    await keys.press('F2');
    await keys.press('Control+a');
    await keys.type('Ce qui bloque');
    await keys.press('Enter');
    await expect(line(/^Ce qui bloque, zone, vide$/)).toBeFocused();
  });

  test('notes are sorted into areas, several at once', async () => {
    await keys.press('/');
    await keys.press('Control+a');
    await keys.type(TEXTS[0] as string);
    await keys.press('ArrowDown');
    await expect(line(escaped(TEXTS[0] as string))).toBeFocused();
    await keys.press('m');
    const dialog = page.getByRole('dialog', { name: 'Déplacer l’élément vers…' });
    await expect(dialog).toBeVisible();
    await keys.to(/^option "Hypothèses/, 'ArrowDown');
    await keys.press('Enter');
    await expect(dialog).toHaveCount(0);
    await expect(line(/^Hypothèses, zone, 2 éléments$/)).toHaveCount(1);
    await keys.expectFocus(/^treeitem /);
    await keys.press('/', 'Escape');
    await keys.to(/^treeitem /);
    await keys.press('/');
    await keys.type('questions');
    await keys.press('ArrowDown', 'ArrowRight', 'Shift+ArrowDown');
    await expect(tree.locator('[aria-selected="true"]')).toHaveCount(2);
    await keys.press('m');
    await keys.to(/^option "Ce qui bloque/, 'ArrowDown');
    await keys.press('Enter');
    await keys.expectFocus(/^treeitem /);
    await keys.press('/', 'Escape');
    await keys.to(/^treeitem /);
    await expect(line(/^Ce qui bloque, zone, 2 éléments$/)).toHaveCount(1);
    await expect(line(/^Questions, zone, 3 éléments$/)).toHaveCount(1);
  });

  test('a note is coloured by the name of the colour, moved up, and all of it undone', async () => {
    const inQuestions = async (): Promise<(string | null)[]> => {
      const found: (string | null)[] = [];
      for (const position of ['1', '2', '3'])
        found.push(
          await tree
            .locator(`[aria-level="2"][aria-setsize="3"][aria-posinset="${position}"]`)
            .first()
            .getAttribute('aria-label'),
        );
      return found;
    };
    await keys.press('/');
    await keys.type('questions');
    await keys.press('ArrowDown', 'ArrowRight', 'ArrowDown');
    const note = await tree.locator(':focus').getAttribute('aria-label');
    expect(note).toMatch(/, note, jaune$/);
    const text = note?.replace(/, note, jaune$/, '') ?? '';
    await keys.to(/^button /, 'Shift+Tab');
    await keys.to(/^button "Couleur"/, 'ArrowRight');
    await keys.press('Enter');
    await keys.expectFocus(/^menuitem "Jaune"/);
    await keys.to(/^menuitem "Bleu"/, 'ArrowDown');
    await keys.press('Enter');
    await keys.expectFocus(/^button "Couleur"/);
    await keys.to(/^treeitem /);
    await expect(line(new RegExp(`^${text.slice(0, 20)}.*, note, bleu$`))).toBeFocused();
    const before = await inQuestions();
    await keys.press('Alt+ArrowUp');
    await expect.poll(async () => (await inQuestions())[0]).toBe(before[1]);
    await expect(page.getByText('Place 1 sur 3')).toBeAttached();
    await keys.press('Control+z');
    await expect.poll(inQuestions).toEqual(before);
    await keys.press('Control+z');
    await expect(line(new RegExp(`^${text.slice(0, 20)}.*, note, jaune$`))).toHaveCount(1);
    await keys.press('Delete');
    await expect(page.getByText('1 élément supprimé').first()).toBeVisible();
    await keys.press('Control+z');
    await expect(line(new RegExp(`^${text.slice(0, 20)}.*, note, jaune$`))).toHaveCount(1);
  });

  test('one goes from a line to its place on the wall', async () => {
    await keys.press('g');
    await keys.expectFocus(/^application /);
    await expect(page.getByRole('toolbar', { name: 'Sélection' })).toBeVisible();
    await keys.press('o');
    await keys.expectFocus(/^treeitem /);
    await keys.press('Escape');
    await expect(tree).toHaveCount(0);
  });

  test('the link is copied, and the wall leaves as a picture', async () => {
    await keys.to(/^button "Partager"/);
    await keys.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Partager ce mur' });
    await expect(dialog).toBeVisible();
    await expect(dialog.getByRole('progressbar')).toHaveCount(0);
    await keys.to(/^textbox "Lien Participer"/);
    await keys.to(/^button ".*Copier/);
    await keys.press('Enter');
    await expect(dialog.getByText('Copié').first()).toBeAttached();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^http.*\/b\/.+#/);
    await keys.press('Escape');
    await expect(dialog).toHaveCount(0);
    await keys.to(/^button "Exporter le mur"/);
    await keys.press('Enter');
    await expect(page.getByRole('dialog', { name: 'Exporter le mur' })).toBeVisible();
    await keys.to(/^button "Télécharger le PNG"/);
    const [download] = await Promise.all([page.waitForEvent('download'), keys.press('Enter')]);
    const picture = await loadImage(readFileSync(await download.path()));
    expect(picture.width).toBeGreaterThan(400);
    expect(ana.problems).toEqual([]);
    expect(clicks, 'no pointer was used').toBe(0);
  });
});
