/**
 * The main job, end to end: a facilitator prepares a « démarreur bienveillant », people join from other browsers by the links, all write
 * and move notes live, the server is killed and comes back, nothing is lost, and the facilitator leaves with the PNG.
 */
import { readFileSync } from 'node:fs';
import { loadImage } from '@napi-rs/canvas';
import { type Browser, expect, test } from '@playwright/test';
import { THEMES } from '../../shared/theme/tokens.ts';
import { shortContributions } from '../helpers/contributions.ts';
import { type SpawnedServer, spawnServer } from '../helpers/server.ts';
import { Person } from './Person.ts';

const QUESTION = 'Comment mieux accueillir les habitantes et les habitants dans les maisons de la Région ?';
const TEXTS = shortContributions(40);
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 };
const PROJECTOR = { viewport: { width: 1920, height: 1080 } };

interface Links {
  readonly facilitate: string;
  readonly participate: string;
  readonly watch: string;
}

test.describe.configure({ mode: 'serial' });

test.describe('un démarreur bienveillant', () => {
  let server: SpawnedServer;
  let ana: Person;
  let bilal: Person;
  let chloe: Person;
  let screen: Person;
  let links: Links;
  const everyone = (): Person[] => [ana, bilal, chloe, screen];

  test.beforeAll(async ({ browser }: { browser: Browser }) => {
    server = await spawnServer();
    ana = await Person.arrive(browser, { acceptDownloads: true });
    bilal = await Person.arrive(browser);
    chloe = await Person.arrive(browser, PHONE);
    screen = await Person.arrive(browser, PROJECTOR);
  });

  test.afterAll(async () => {
    for (const person of everyone()) await person?.leave();
    await server?.dispose();
  });

  /** All four boards are the same, and hold at least these texts, each once. */
  async function allShow(texts: readonly string[]): Promise<void> {
    await expect
      .poll(async () => {
        const shown = await ana.texts();
        return texts.filter((text) => shown.filter((other) => other === text).length !== 1);
      })
      .toEqual([]);
    const reference = await ana.elements();
    for (const person of everyone()) await expect.poll(() => person.elements()).toEqual(reference);
  }

  test('is prepared in a minute', async () => {
    const { page } = ana;
    await page.goto(server.url);
    await page.getByRole('link', { name: /Démarreur bienveillant/ }).click();
    await page.getByLabel(/Question de départ/).fill(QUESTION);
    await page.getByRole('button', { name: 'Créer le mur' }).click();
    await ana.keepLink();
    expect(page.url()).not.toContain('#');
    expect((await ana.find(QUESTION)).kind).toBe('note');
    // On a screen of this width the agenda would make the prompts too small to read: it opens when asked for.
    const agenda = page.getByRole('complementary', { name: 'Déroulé' });
    await expect(agenda).toBeHidden();
    await page.getByRole('button', { name: 'Déroulé' }).click();
    await expect(agenda).toContainText('Questionner la question');
    await agenda.getByRole('button', { name: 'Fermer' }).click();
    await expect(agenda).toBeHidden();
  });

  test('gives three links, each with its QR code', async () => {
    const { page } = ana;
    await page.getByRole('button', { name: 'Partager' }).click();
    const dialog = page.getByRole('dialog', { name: 'Partager ce mur' });
    const link = (name: string): Promise<string> => dialog.getByRole('textbox', { name: `Lien ${name}` }).inputValue();
    await expect(dialog.getByRole('textbox', { name: 'Lien Participer' })).toHaveValue(/#/);
    links = { facilitate: await link('Animer'), participate: await link('Participer'), watch: await link('Projeter') };
    for (const value of Object.values(links)) expect(value).toMatch(/\/b\/[\w-]+#[\w-]{22}$/);
    await ana.press('Escape');
    await expect(dialog).toBeHidden();
  });

  test('lets people in by the links', async () => {
    await bilal.join(links.participate, 'Bilal');
    await chloe.join(links.participate, 'Chloé');
    await screen.page.goto(links.watch);
    await screen.page.getByRole('button', { name: 'Regarder le mur' }).click();
    await screen.ready();
    await allShow([QUESTION]);
  });

  test('shows to all what each one writes', async () => {
    const questions = await ana.find('Questions');
    await ana.fit();
    await ana.writeNote({ x: questions.x + 220, y: questions.y + 300 }, TEXTS[0] as string);
    await bilal.fit();
    await bilal.paste(TEXTS.slice(1, 9).join('\n'), { x: questions.x + 700, y: questions.y + 400 });
    await chloe.page.getByRole('button', { name: 'Note', exact: true }).tap();
    await expect(chloe.field).toBeFocused();
    await chloe.page.keyboard.type(TEXTS[9] as string);
    await chloe.press('Escape');
    await allShow(TEXTS.slice(0, 10));
    const note = await ana.find(TEXTS[0] as string);
    expect(note.parent).toBe(questions.id);
  });

  test('keeps both texts when two people type in one note at once', async () => {
    const note = await ana.find(TEXTS[0] as string);
    for (const person of [ana, bilal]) {
      await person.fit();
      const point = await person.middleOf(TEXTS[0] as string);
      await person.page.mouse.dblclick(point.x, point.y);
      await expect(person.field).toBeFocused();
    }
    await ana.press('Control+Home');
    await bilal.press('Control+End');
    await Promise.all([ana.page.keyboard.type('Avant tout : '), bilal.page.keyboard.type(' (à vérifier)')]);
    await ana.press('Escape');
    await bilal.press('Escape');
    await allShow([`Avant tout : ${TEXTS[0]} (à vérifier)`]);
    expect((await chloe.find('à vérifier')).id).toBe(note.id);
  });

  test('shows a drag to the others before it is let go', async () => {
    const text = TEXTS[9] as string;
    for (const person of [ana, screen]) await person.fit();
    const before = await ana.find(text);
    const yellow = THEMES.light.notes.yellow;
    // A free stretch of the area « Plus tard », without a note or a word.
    const later = await ana.find('Plus tard');
    const by = { x: later.x + 250 - before.x - before.w / 2, y: later.y + 600 - before.y - before.h / 2 };
    const corner = { x: before.x + by.x + 10, y: before.y + by.y + before.h - 12 };
    await expect.poll(async () => ana.pixel(await ana.toWindow(corner))).not.toBe(yellow);
    await bilal.fit();
    // The note he has just written in is still selected: its bar may lie over the one he takes.
    await bilal.press('Escape');
    await bilal.beginDrag(text, by);
    for (const person of [ana, screen]) {
      await expect.poll(async () => person.pixel(await person.toWindow(corner))).toBe(yellow);
      expect(await person.find(text)).toEqual(before);
    }
    await bilal.drop();
    await expect.poll(async () => (await screen.find(text)).parent).toBe(later.id);
    await allShow([text]);
  });

  test('lets the projected screen change nothing', async () => {
    const before = await ana.elements();
    const point = await screen.middleOf(TEXTS[3] as string);
    await screen.page.mouse.dblclick(point.x, point.y);
    await screen.page.keyboard.type('intrus');
    await screen.press('n');
    await screen.press('Delete');
    await screen.paste('intrus', { x: 0, y: 0 });
    await screen.beginDrag(TEXTS[3] as string, { x: 300, y: 300 });
    await screen.drop();
    const context = await ana.find('Contexte');
    await ana.writeNote({ x: context.x + 150, y: context.y + 220 }, TEXTS[10] as string);
    await allShow([TEXTS[10] as string]);
    const after = (await screen.elements()).filter((element) => element.text !== TEXTS[10]);
    expect(after).toEqual(before);
  });

  test('undoes only one’s own gestures', async () => {
    await bilal.fit();
    const context = await bilal.find('Contexte');
    await bilal.writeNote({ x: context.x + 450, y: context.y + 220 }, TEXTS[11] as string);
    await allShow([TEXTS[10] as string, TEXTS[11] as string]);
    await ana.canvas.focus();
    // Ana's last gesture is her note, whatever Bilal did since.
    for (let step = 0; step < 4 && (await ana.texts()).includes(TEXTS[10] as string); step++)
      await ana.press('Control+z');
    await allShow([TEXTS[11] as string]);
    expect(await bilal.texts()).not.toContain(TEXTS[10]);
    for (let step = 0; step < 4 && !(await ana.texts()).includes(TEXTS[10] as string); step++)
      await ana.press('Control+y');
    await allShow([TEXTS[10] as string, TEXTS[11] as string]);
  });

  test('comes back by itself after the server was killed, with all that was saved and typed meanwhile', async () => {
    const waves = TEXTS.slice(12, 22);
    const notions = await ana.find('Notions');
    for (const person of [ana, bilal]) {
      await person.fit();
      await person.allSaved();
    }
    const saved = await ana.texts();
    const writing = (async () => {
      for (const [index, text] of waves.entries()) {
        const writer = index % 2 === 0 ? ana : bilal;
        await writer.writeNote(
          { x: notions.x + 110 + 204 * (index % 6), y: notions.y + 120 + 204 * Math.floor(index / 6) },
          text,
        );
      }
    })();
    await expect.poll(async () => (await chloe.texts()).includes(waves[2] as string), { timeout: 60_000 }).toBe(true);
    const seen = await chloe.elements();
    await server.kill('SIGKILL');
    await expect(ana.page.getByText(/Hors ligne/).first()).toBeVisible();
    await writing;
    server = await server.restart();
    for (const person of everyone()) await person.ready();
    await ana.allSaved();
    await bilal.allSaved();
    await allShow([...new Set([...saved, ...waves])].filter((text) => text !== ''));
    // What Chloé had on her screen is still there; the note that was being typed just then has gone on.
    const now = new Map((await chloe.elements()).map(({ id, text }) => [id, text]));
    expect(seen.filter(({ id, text }) => !now.get(id)?.startsWith(text))).toEqual([]);
  });

  test('ends with the PNG of the whole wall', async () => {
    const { page } = ana;
    await page.getByRole('button', { name: 'Exporter le mur' }).click();
    const dialog = page.getByRole('dialog', { name: 'Exporter le mur' });
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      dialog.getByRole('button', { name: 'Télécharger le PNG' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/\.png$/);
    const image = await loadImage(readFileSync(await download.path()));
    const boxes = await ana.elements();
    const width = Math.max(...boxes.map(({ x, w }) => x + w)) - Math.min(...boxes.map(({ x }) => x)) + 80;
    expect(image.width / width).toBeCloseTo(Math.round(image.width / width), 2);
    for (const person of everyone()) expect(person.problems).toEqual([]);
  });
});
