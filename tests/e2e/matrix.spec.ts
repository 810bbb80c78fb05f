/** A matrix between two people: dragged by one, read by the other; placed by keys alone; its panel; at three sizes, light and dark. */
import { type Browser, expect, type Page } from '@playwright/test';
import { createElements } from '../../shared/board/operations.ts';
import { MATRIX_PRESETS, propsOfPreset } from '../../shared/elements/matrix/presets.ts';
import { shortContributions } from '../helpers/contributions.ts';
import { RawClient } from '../helpers/rawClient.ts';
import { expectClean } from './axe.ts';
import { Keys } from './Keys.ts';
import { Person } from './Person.ts';
import { type Room, shot, test } from './room.ts';

const TEXTS = shortContributions(12);
const [FIRST = '', SECOND = '', THIRD = ''] = TEXTS;
/** Of a matrix of this size, the plot begins at (140, 40) and is 1200 × 1000; the heap begins at 1450. */
const SIZE = [1730, 1180] as const;
const PLOT = { x: 140, y: 40, w: 1200, h: 1000 };

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').slice(0, 30);
const outlineOf = (page: Page) => page.getByRole('tree', { name: 'Contenu du mur' });
const lineOf = (page: Page, text: string) =>
  outlineOf(page).getByRole('treeitem', { name: new RegExp(`^${escaped(text)}`) });

async function openOutline({ page }: Person): Promise<void> {
  await page.getByRole('button', { name: 'Plan du mur' }).click();
  await expect(outlineOf(page)).toBeVisible();
}

/** A command from the palette, by keys alone. */
async function command({ page }: Person, name: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused();
  await page.keyboard.type(name);
  await page.keyboard.press('Enter');
}

/** A matrix of impact and effort with notes: so many placed, the others in its heap. */
async function furnish(
  server: { readonly wsUrl: string; join: (board: string, with_: { secret: string }) => Promise<{ ticket: string }> },
  board: Room['board'],
  { placed, waiting }: { placed: number; waiting: number },
): Promise<void> {
  const { ticket } = await server.join(board.id, { secret: board.secrets.participate });
  const writer = new RawClient(server.wsUrl, board.id, ticket);
  await writer.synced();
  const { quadrants, ...props } = propsOfPreset(MATRIX_PRESETS[0] as (typeof MATRIX_PRESETS)[number], 'fr');
  const draft = { kind: 'matrix', parent: null, at: { x: 0, y: 0 }, size: SIZE, text: 'Que faire d’abord ?' };
  createElements(writer.board, 'create', [{ ...draft, id: 'm', props: { ...props, quadrants } }]);
  const colors = ['yellow', 'blue', 'green', 'pink'];
  createElements(
    writer.board,
    'create',
    Array.from({ length: placed + waiting }, (_, n) => {
      const isPlaced = n < placed;
      // Spread without chance: an eleventh and a seventh further each time.
      const at = isPlaced
        ? { x: PLOT.x + PLOT.w * ((0.1 + n * 0.27) % 1) - 100, y: PLOT.y + PLOT.h * ((0.15 + n * 0.36) % 1) - 100 }
        : { x: 1470, y: 90 + (n - placed) * 220 };
      return { kind: 'note', parent: 'm', at, text: TEXTS[n] ?? '', props: { color: colors[n % 4] } };
    }),
  );
  await writer.allSaved();
  writer.leave();
}

/** Scores of a note, from the places both have on a person's board. */
async function scoresOf(person: Person, text: string): Promise<{ impact: number; effort: number }> {
  const [note, matrix] = [await person.find(text), await person.find('Que faire d’abord')];
  return {
    effort: (100 * (note.x + note.w / 2 - matrix.x - PLOT.x)) / PLOT.w,
    impact: 100 - (100 * (note.y + note.h / 2 - matrix.y - PLOT.y)) / PLOT.h,
  };
}

test.describe('la matrice', () => {
  test('une note glissée par l’une prend ses valeurs, que l’autre lit dans son plan', async ({ room, server }) => {
    const { first: lea, second: max, board } = room;
    await furnish(server, board, { placed: 0, waiting: 2 });
    await expect.poll(async () => (await lea.elements()).length).toBe(3);
    await lea.fit();
    await openOutline(max);
    await expect(lineOf(max.page, FIRST)).toHaveAccessibleName(/, à placer/);
    await lea.beginDrag(FIRST, { x: -1070, y: 130 });
    await shot(lea.page, 'matrix-dragging');
    await lea.drop();
    await lea.allSaved();
    const { impact, effort } = await scoresOf(lea, FIRST);
    expect([impact > 60 && impact < 90, effort > 20 && effort < 50]).toEqual([true, true]);
    const said = new RegExp(`, Impact ${Math.round(impact)}, Effort ${Math.round(effort)}, À faire tout de suite`);
    await expect(lineOf(max.page, FIRST)).toHaveAccessibleName(said);
    await openOutline(lea);
    await expect(lineOf(lea.page, FIRST)).toHaveAccessibleName(said);
    await expect(lineOf(max.page, SECOND)).toHaveAccessibleName(/, à placer/);
    await expectClean(max.page, 'outline of a matrix');
  });

  test('au clavier seul\u202f: une matrice est posée et nommée, ses notes placées, leurs valeurs écrites', async ({
    room,
    server,
  }) => {
    const { first: lea, second: max, board } = room;
    await furnish(server, board, { placed: 0, waiting: 2 });
    await expect.poll(async () => (await lea.elements()).length).toBe(3);
    await lea.fit();
    const keys = new Keys(lea.page);
    await lea.canvas.focus();
    await keys.press('Tab');
    await keys.press('Shift+S');
    await expect(lea.page.getByText(/Impact 50, Effort 50, À écarter.*Reste une note/)).toBeAttached();
    for (let n = 0; n < 2; n++) await keys.press('Shift+ArrowUp');
    await keys.press('ArrowUp', 'ArrowUp');
    for (let n = 0; n < 20; n++) await keys.press('ArrowLeft');
    await expect(lea.page.getByText('Impact 72, Effort 30, À faire tout de suite').first()).toBeAttached();
    await openOutline(max);
    await expect(lineOf(max.page, FIRST)).toHaveAccessibleName(/, Impact 72, Effort 30/);
    // Exactly, in the panel.
    await command(lea, 'Classement et axes');
    await expect(lea.page.getByRole('heading', { name: 'Matrice' })).toBeFocused();
    await keys.to(/textbox "Impact"/);
    await keys.press('Control+a');
    await keys.type('87,5');
    await keys.press('Enter');
    await expect.poll(async () => Number((await scoresOf(max, FIRST)).impact.toFixed(6))).toBe(87.5);
    expect(Number((await scoresOf(max, FIRST)).effort.toFixed(6))).toBe(30);
    // From the outline of the other person, a hundredth on.
    await lineOf(max.page, FIRST).click();
    await max.press('Alt+ArrowRight');
    await expect(lineOf(max.page, FIRST)).toHaveAccessibleName(/Effort 31/);
    // The next one, from the panel: the arrows are then the wall's.
    const heap = lea.page.getByRole('region', { name: 'Une note à placer' });
    await heap.getByRole('button', { name: 'Placer la note suivante' }).focus();
    await keys.press('Enter');
    await expect(lea.canvas).toBeFocused();
    await keys.press('ArrowDown');
    await expect(lineOf(max.page, SECOND)).toHaveAccessibleName(/, Impact 49, Effort 50/);
  });

  test('le classement se pèse, se copie, et les axes se renomment pour tout le monde', async ({ room, server }) => {
    const { first: lea, second: max, board } = room;
    await furnish(server, board, { placed: 6, waiting: 1 });
    await expect.poll(async () => (await lea.elements()).length).toBe(8);
    await lea.fit();
    const note = await lea.middleOf(THIRD);
    await lea.page.mouse.click(note.x, note.y);
    await command(lea, 'Classement et axes');
    const panel = lea.page.getByRole('complementary', { name: 'Matrice' });
    await expect(panel.getByRole('heading', { name: 'Une note à placer' })).toBeVisible();
    const rows = panel.getByRole('row');
    // A header and six notes; the order recomputed here from where the notes stand.
    await expect(rows).toHaveCount(7);
    const expected = await Promise.all(
      TEXTS.slice(0, 6).map(async (text) => {
        const { impact, effort } = await scoresOf(lea, text);
        return { text, both: (impact + 100 - effort) / 2, impact };
      }),
    );
    const first = (by: 'both' | 'impact') => expected.toSorted((a, b) => b[by] - a[by])[0]?.text ?? '';
    await expect(rows.nth(1)).toContainText(first('both').slice(0, 20));
    await panel.getByLabel('Classer par').selectOption({ label: 'Impact' });
    await expect(rows.nth(1)).toContainText(first('impact').slice(0, 20));
    await shot(lea.page, 'matrix-ranking');
    await expectClean(lea.page, 'matrix panel');
    // The horizontal axis is renamed by who is on the page; the other one sees it in the outline.
    const name = panel.getByRole('group', { name: 'Axe horizontal' }).getByLabel('Nom', { exact: true });
    await name.fill('Coût');
    await name.press('Enter');
    await openOutline(max);
    await expect(lineOf(max.page, FIRST)).toHaveAccessibleName(/, Impact \d+, Coût \d+/);
    await panel.getByLabel('Modèle').selectOption({ label: 'Gravité × Fréquence' });
    await panel.getByRole('button', { name: 'Appliquer ce modèle' }).click();
    await expect(lineOf(max.page, FIRST)).toHaveAccessibleName(/, Gravité \d+, Fréquence \d+/);
    await lea.press('Escape');
    await lea.canvas.focus();
    await lea.press('Control+z');
    await expect(lineOf(max.page, FIRST)).toHaveAccessibleName(/, Impact \d+, Coût \d+/);
  });

  for (const [size, viewport] of [
    ['laptop', { width: 1440, height: 900 }],
    ['phone', { width: 390, height: 844 }],
    ['screen', { width: 1920, height: 1080 }],
  ] as const)
    for (const colorScheme of ['light', 'dark'] as const)
      test(`${size}, ${colorScheme}`, async ({
        browser,
        server,
      }: {
        browser: Browser;
        server: Parameters<typeof furnish>[0] & { createBoard(wall: { title: string }): Promise<Room['board']> };
      }) => {
        const board = await server.createBoard({ title: 'Marché couvert' });
        await furnish(server, board, { placed: 7, waiting: 2 });
        const options = { viewport, colorScheme, locale: 'fr-FR', reducedMotion: 'reduce' } as const;
        const isPhone = size === 'phone';
        const ana = await Person.arrive(browser, { ...options, ...(isPhone && { hasTouch: true, isMobile: true }) });
        await ana.join(board.links.participate, 'Ana');
        await expect.poll(async () => (await ana.elements()).length).toBe(10);
        await ana.fit();
        await shot(ana.page, `matrix-${size}-${colorScheme}`);
        const note = await ana.middleOf(SECOND);
        if (isPhone) await ana.page.touchscreen.tap(note.x, note.y);
        else await ana.page.mouse.click(note.x, note.y);
        await command(ana, 'Classement et axes');
        await expect(ana.page.getByRole('complementary', { name: 'Matrice' })).toBeVisible();
        await shot(ana.page, `matrix-panel-${size}-${colorScheme}`);
        await expectClean(ana.page, `matrix panel ${size} ${colorScheme}`);
        expect(ana.problems).toEqual([]);
        await ana.leave();
      });
});
