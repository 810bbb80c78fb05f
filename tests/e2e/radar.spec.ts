/** A radar between two people: a note knows ring and sector, rings come and go without moving anything, signals are counted. */
import { type Browser, expect, type Page } from '@playwright/test';
import { createElements } from '../../shared/board/operations.ts';
import { propsOfPreset, RADAR_PRESETS } from '../../shared/elements/radar/presets.ts';
import { shortContributions } from '../helpers/contributions.ts';
import { RawClient } from '../helpers/rawClient.ts';
import { expectClean } from './axe.ts';
import { Keys } from './Keys.ts';
import { Person } from './Person.ts';
import { type Room, shot, test } from './room.ts';

const TEXTS = shortContributions(10);
const [FIRST = '', SECOND = ''] = TEXTS;
/** Of a radar of this size, the circle has its middle at (900, 750) and a radius of 680. */
const SIZE = [1800, 1500] as const;

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').slice(0, 30);
const outlineOf = (page: Page) => page.getByRole('tree', { name: 'Contenu du mur' });
const lineOf = (page: Page, text: string) =>
  outlineOf(page).getByRole('treeitem', { name: new RegExp(`^${escaped(text)}`) });

async function openOutline({ page }: Person): Promise<void> {
  await page.getByRole('button', { name: 'Plan du mur' }).click();
  await expect(outlineOf(page)).toBeVisible();
}

interface Wall {
  readonly wsUrl: string;
  join(board: string, with_: { secret: string }): Promise<{ ticket: string }>;
}

/** A radar of a preset with signals at these places: degrees clockwise from the top, share of the radius, and a tag. */
async function furnish(
  server: Wall,
  board: Room['board'],
  preset: number,
  signals: readonly (readonly [degrees: number, share: number, tag?: string])[],
): Promise<void> {
  const { ticket } = await server.join(board.id, { secret: board.secrets.participate });
  const writer = new RawClient(server.wsUrl, board.id, ticket);
  await writer.synced();
  const props = propsOfPreset(RADAR_PRESETS[preset] as (typeof RADAR_PRESETS)[number], 'fr');
  const draft = { kind: 'radar', parent: null, at: { x: 0, y: 0 }, size: SIZE, text: 'Ce qui vient' };
  createElements(writer.board, 'create', [{ ...draft, id: 'r', props }]);
  const colors = ['yellow', 'blue', 'green', 'pink'];
  const ids = createElements(
    writer.board,
    'create',
    signals.map(([degrees, share], n) => {
      const angle = (degrees * Math.PI) / 180;
      const at = { x: 900 + 680 * share * Math.sin(angle) - 100, y: 750 - 680 * share * Math.cos(angle) - 100 };
      return { kind: 'note', parent: 'r', at, text: TEXTS[n] ?? '', props: { color: colors[n % 4] } };
    }),
  );
  writer.board.edit('tag', (write) => {
    for (const [n, [, , tag]] of signals.entries())
      if (tag !== undefined)
        write.set(ids[n] ?? '', { marks: { [`tag.${tag}`]: tag === 'experts' ? 'blue' : 'green' } });
  });
  await writer.allSaved();
  writer.leave();
}

async function openPanel(person: Person): Promise<void> {
  await person.page.keyboard.press('Control+k');
  await expect(person.page.getByRole('dialog').getByRole('combobox')).toBeFocused();
  await person.page.keyboard.type('Signaux, anneaux');
  await person.page.keyboard.press('Enter');
  await expect(person.page.getByRole('complementary', { name: 'Radar' })).toBeVisible();
}

test.describe('le radar', () => {
  test('une note dit son anneau et son secteur, et les garde quand un anneau s’en va', async ({ room, server }) => {
    const { first: lea, second: max, board } = room;
    await furnish(server, board, 0, [
      [90, 0.5],
      [200, 1.25],
    ]);
    await expect.poll(async () => (await lea.elements()).length).toBe(3);
    await lea.fit();
    await openOutline(max);
    await expect(lineOf(max.page, FIRST)).toHaveAccessibleName(/, Dans 10 ans · Se déplacer/);
    await expect(lineOf(max.page, SECOND)).toHaveAccessibleName(/, à placer/);
    // Dragged to the left: the same ring, the sector on the other side.
    await lea.beginDrag(FIRST, { x: -680, y: 0 });
    await shot(lea.page, 'radar-dragging');
    await lea.drop();
    await expect(lineOf(max.page, FIRST)).toHaveAccessibleName(/, Dans 10 ans · Apprendre/);
    // By the lists of the panel, with the keyboard.
    await openPanel(lea);
    const panel = lea.page.getByRole('complementary', { name: 'Radar' });
    await panel.getByLabel('Anneau', { exact: true }).selectOption({ label: 'Déjà là' });
    await expect(lineOf(max.page, FIRST)).toHaveAccessibleName(/, Déjà là · Apprendre/);
    await panel.getByLabel('Secteur', { exact: true }).selectOption({ label: 'Habiter' });
    await expect(lineOf(max.page, FIRST)).toHaveAccessibleName(/, Déjà là · Habiter/);
    const place = (await max.find(FIRST)) as { x: number; y: number };
    // The innermost ring goes: nothing moves, the note is in the one it stands in now.
    await panel.getByRole('button', { name: 'Retirer «\u202fDéjà là\u202f»' }).click();
    await expect(lineOf(max.page, FIRST)).toHaveAccessibleName(/, Dans 10 ans · Habiter/);
    const after = (await max.find(FIRST)) as { x: number; y: number };
    expect([after.x, after.y]).toEqual([place.x, place.y]);
    await expectClean(lea.page, 'radar panel');
  });

  test('deux personnes ajoutent chacune un anneau, et les deux restent\u202f; un secteur change de nom et de place', async ({
    room,
    server,
  }) => {
    const { first: lea, second: max, board } = room;
    await furnish(server, board, 0, [[60, 0.5]]);
    for (const person of [lea, max]) {
      await expect.poll(async () => (await person.elements()).length).toBe(2);
      await person.fit();
      const note = await person.middleOf(FIRST);
      await person.page.mouse.click(note.x, note.y);
      await openPanel(person);
    }
    const panels = [lea, max].map(({ page }) => page.getByRole('complementary', { name: 'Radar' }));
    await Promise.all(panels.map((panel) => panel.getByRole('button', { name: 'Ajouter un anneau' }).click()));
    for (const panel of panels)
      await expect(panel.getByRole('region', { name: /^Anneaux/ }).getByRole('listitem')).toHaveCount(5);
    const [first, second] = panels;
    await first?.getByLabel('Secteur 1', { exact: true }).fill('Se loger');
    await first?.getByLabel('Secteur 1', { exact: true }).press('Enter');
    await expect(second?.getByLabel('Secteur 1', { exact: true }) ?? lea.canvas).toHaveValue('Se loger');
    await first?.getByRole('button', { name: 'Reculer «\u202fSe loger\u202f»' }).click();
    await expect(second?.getByLabel('Secteur 2', { exact: true }) ?? lea.canvas).toHaveValue('Se loger');
  });

  test('les signaux se comptent par secteur et par étiquette, et l’écart le plus large est écrit', async ({
    room,
    server,
  }) => {
    const { first: lea, board } = room;
    await furnish(server, board, 0, [
      [30, 0.2, 'citoyens'],
      [40, 0.5, 'citoyens'],
      [90, 0.5, 'citoyens'],
      [150, 0.8, 'citoyens'],
      [30, 0.8, 'experts'],
      [210, 0.5, 'experts'],
      [220, 0.8, 'experts'],
      [200, 0.9, 'experts'],
      [330, 0.9],
    ]);
    await expect.poll(async () => (await lea.elements()).length).toBe(10);
    await lea.fit();
    const note = await lea.middleOf(FIRST);
    await lea.page.mouse.click(note.x, note.y);
    await openPanel(lea);
    const table = lea.page.getByRole('table', { name: 'Signaux par secteur et par étiquette' });
    const cells = async (name: string) =>
      (await table.getByRole('row', { name }).getByRole('cell').allTextContents()).map(Number);
    // Together, citizens, experts, without a tag.
    await expect.poll(() => cells('Habiter')).toEqual([3, 2, 1, 0]);
    expect(await cells('Prendre soin')).toEqual([3, 0, 3, 0]);
    expect(await cells('Décider ensemble')).toEqual([1, 0, 0, 1]);
    await lea.page.getByLabel('Compter dans').selectOption({ label: 'Déjà là' });
    await expect.poll(() => cells('Habiter')).toEqual([1, 1, 0, 0]);
    // None of four citizens, three of four experts.
    await expect(lea.page.getByText(/L’écart le plus large.*Prendre soin.*0\s%.*75\s%/)).toBeVisible();
    await shot(lea.page, 'radar-signals');
    await expectClean(lea.page, 'radar signals');
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
        server: Wall & { createBoard(wall: { title: string }): Promise<Room['board']> };
      }) => {
        const board = await server.createBoard({ title: 'Quelle équipe ?' });
        await furnish(server, board, 2, [
          [30, 0.2],
          [90, 0.5],
          [200, 0.8],
        ]);
        const options = { viewport, colorScheme, locale: 'fr-FR', reducedMotion: 'reduce' } as const;
        const isPhone = size === 'phone';
        const ana = await Person.arrive(browser, { ...options, ...(isPhone && { hasTouch: true, isMobile: true }) });
        await ana.join(board.links.participate, 'Ana');
        await expect.poll(async () => (await ana.elements()).length).toBe(4);
        await ana.fit();
        await shot(ana.page, `radar-${size}-${colorScheme}`);
        const note = await ana.middleOf(SECOND);
        if (isPhone) await ana.page.touchscreen.tap(note.x, note.y);
        else await ana.page.mouse.click(note.x, note.y);
        await openPanel(ana);
        const toFill = ana.page.getByText(/^3 rôles à pourvoir/);
        await expect(toFill).toBeVisible();
        await shot(ana.page, `radar-panel-${size}-${colorScheme}`);
        await expectClean(ana.page, `radar panel ${size} ${colorScheme}`);
        const keys = new Keys(ana.page);
        await keys.press('Escape');
        await expect(toFill).toHaveCount(0);
        expect(ana.problems).toEqual([]);
        await ana.leave();
      });
});
