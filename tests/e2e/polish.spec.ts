/** Small things that hurt when they are wrong: the first view, the focus, a tool in a hurry, keys alone, a board too large for a picture. */
import { type Browser, expect, test } from '@playwright/test';
import { createElements } from '../../shared/board/operations.ts';
import { shortContributions } from '../helpers/contributions.ts';
import { eventually } from '../helpers/eventually.ts';
import { RawClient } from '../helpers/rawClient.ts';
import { type SpawnedServer, spawnServer } from '../helpers/server.ts';
import { Person } from './Person.ts';

const TEXTS = shortContributions(30);

test.describe('au premier regard', () => {
  let server: SpawnedServer;

  test.beforeAll(async () => {
    server = await spawnServer();
  });

  test.afterAll(async () => {
    await server?.dispose();
  });

  /** A board that was empty when the room opened and has been written on since. */
  async function writtenSince(at: (index: number) => { x: number; y: number }) {
    const board = await server.createBoard({});
    const { ticket } = await server.join(board.id, { secret: board.secrets.participate, name: 'Bilal' });
    const writer = new RawClient(server.wsUrl, board.id, ticket);
    await eventually(() => expect(writer.isSynced).toBe(true));
    for (const [index, text] of TEXTS.entries())
      createElements(writer.board, 'fill', [{ kind: 'note', parent: null, at: at(index), text }]);
    await eventually(() => expect(writer.saved).toBeGreaterThanOrEqual(TEXTS.length));
    return board;
  }

  test('who joins a room at work sees all that is written', async ({ browser }: { browser: Browser }) => {
    const board = await writtenSince((index) => ({
      x: 4_000 + (index % 6) * 220,
      y: 3_000 + Math.floor(index / 6) * 220,
    }));
    const ana = await Person.arrive(browser);
    await ana.join(board.links.participate, 'Ana');
    for (const text of [TEXTS[0] as string, TEXTS[29] as string]) {
      await expect
        .poll(async () => {
          const { x, y } = await ana.middleOf(text);
          const box = await ana.canvas.boundingBox();
          return box !== null && x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height;
        })
        .toBe(true);
    }
    await expect(ana.page.getByRole('button', { name: 'Voir tout le mur' })).toBeEnabled();
    await ana.leave();
  });

  test('a board too large for a fine picture offers one that can be made', async ({
    browser,
  }: {
    browser: Browser;
  }) => {
    const board = await writtenSince((index) => ({ x: index * 2_000, y: 0 }));
    const ana = await Person.arrive(browser, { acceptDownloads: true });
    await ana.join(board.links.participate, 'Ana');
    await expect.poll(async () => (await ana.texts()).length).toBe(TEXTS.length);
    await ana.page.getByRole('button', { name: 'Exporter le mur' }).click();
    const dialog = ana.page.getByRole('dialog', { name: 'Exporter le mur' });
    await expect(dialog.getByRole('group', { name: 'Finesse' }).getByRole('radio')).toHaveCount(1);
    const [download] = await Promise.all([
      ana.page.waitForEvent('download'),
      dialog.getByRole('button', { name: 'Télécharger le PNG' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/\.png$/);
    await ana.leave();
  });

  test('says what to do first, until one has done it', async ({ browser }: { browser: Browser }) => {
    const board = await server.createBoard({ template: 'demarreur-bienveillant' });
    const ana = await Person.arrive(browser);
    await ana.join(board.links.participate, 'Ana');
    const hint = ana.page.getByRole('note');
    await expect(hint).toContainText('Double-cliquez');
    const { x, y } = await ana.find('Questions');
    await ana.writeNote({ x: x + 400, y: y + 400 }, TEXTS[0] as string);
    await expect(hint).toBeHidden();
    await ana.page.reload();
    await ana.ready();
    await expect(hint).toBeHidden();
    await ana.leave();
  });

  test('a hasty double click with the note tool makes one note, and Escape leaves none', async ({
    browser,
  }: {
    browser: Browser;
  }) => {
    const board = await server.createBoard({ template: 'demarreur-bienveillant' });
    const ana = await Person.arrive(browser);
    await ana.join(board.links.participate, 'Ana');
    const before = (await ana.elements()).length;
    const { x, y } = await ana.find('Questions');
    const point = await ana.toWindow({ x: x + 700, y: y + 500 });
    const tool = ana.page.getByRole('button', { name: 'Note', exact: true });
    await tool.click();
    await ana.press('Escape');
    await expect(tool).toHaveAttribute('aria-pressed', 'false');
    await tool.click();
    await ana.page.mouse.dblclick(point.x, point.y);
    await expect(ana.field).toBeFocused();
    expect((await ana.elements()).length).toBe(before + 1);
    await ana.press('Escape');
    await expect.poll(async () => (await ana.elements()).length).toBe(before);
    await ana.leave();
  });

  test('a double click by the edge of an area writes a note, not its title', async ({
    browser,
  }: {
    browser: Browser;
  }) => {
    const board = await server.createBoard({ template: 'demarreur-bienveillant' });
    const ana = await Person.arrive(browser);
    await ana.join(board.links.participate, 'Ana');
    const { x, y, h } = await ana.find('Questions');
    const point = await ana.toWindow({ x: x + 8, y: y + h / 2 });
    await ana.page.mouse.dblclick(point.x, point.y);
    await expect(ana.field).toBeFocused();
    await ana.page.keyboard.type(TEXTS[1] as string);
    await ana.press('Escape');
    const texts = await ana.texts();
    expect(texts).toContain('Questions');
    expect(texts).toContain(TEXTS[1]);
    await ana.leave();
  });

  test('labels and areas are made by keys alone, and the focus stays on the board', async ({
    browser,
  }: {
    browser: Browser;
  }) => {
    const board = await server.createBoard({});
    const ana = await Person.arrive(browser);
    await ana.join(board.links.participate, 'Ana');
    await ana.canvas.focus();
    for (const [key, text] of [
      ['f', 'Nos critères'],
      ['t', 'À relire ensemble'],
    ] as const) {
      await ana.press(key);
      await ana.press('Enter');
      await expect(ana.field).toBeFocused();
      await ana.page.keyboard.type(text);
      await ana.press('Escape');
      await expect(ana.canvas).toBeFocused();
    }
    expect((await ana.elements()).map(({ kind, text }) => [kind, text]).sort()).toEqual([
      ['frame', 'Nos critères'],
      ['text', 'À relire ensemble'],
    ]);
    const remove = ana.page.getByRole('toolbar', { name: 'Sélection' }).getByRole('button', { name: 'Supprimer' });
    await remove.focus();
    await ana.press('Enter');
    await expect(ana.canvas).toBeFocused();
    await ana.leave();
  });
});
