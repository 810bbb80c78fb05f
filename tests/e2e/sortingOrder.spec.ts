/** Orders and rules by keyboard: from the oldest to the newest, the ranking as a column, a rule for a cell; and nobody named while a group is silent. */
import { expect, type Locator } from '@playwright/test';
import { createElements } from '../../shared/board/operations.ts';
import { FIRST_MATRIX, propsOfPreset } from '../../shared/elements/matrix/preset.ts';
import { createDatedId, momentOf } from '../../shared/elements/moment.ts';
import { shortContributions } from '../helpers/contributions.ts';
import { RawClient } from '../helpers/rawClient.ts';
import { expectClean } from './axe.ts';
import type { Person } from './Person.ts';
import { type Room, shot, test } from './room.ts';

const TEXTS = shortContributions(6);

interface Server {
  readonly wsUrl: string;
  join(board: string, with_: { secret: string }): Promise<{ ticket: string; participant: { id: string } }>;
}

/** Puts things on the board as another program would. */
async function furnish(server: Server, { board }: Room, drafts: Parameters<typeof createElements>[2]): Promise<void> {
  const { ticket } = await server.join(board.id, { secret: board.secrets.participate });
  const writer = new RawClient(server.wsUrl, board.id, ticket);
  await writer.synced();
  createElements(writer.board, 'create', drafts);
  await writer.allSaved();
  writer.leave();
}

/** By its name, as one would type it. */
async function run({ page }: Person, command: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('combobox').fill(command);
  await page
    .getByRole('option', { name: new RegExp(command) })
    .first()
    .waitFor();
  await page.keyboard.press('Enter');
}

const standing = async (person: Person) =>
  [...(await person.elements())].filter(({ kind }) => kind === 'note').sort((a, b) => a.y - b.y || a.x - b.x);

test('ranges notes from the oldest to the newest by the palette, and says which have no known time', async ({
  room,
  server,
}) => {
  const { first: lea } = room;
  // Two of this morning and one that says nothing; then one that the page itself makes, between them.
  const at = (hours: number): number => Date.now() - hours * 3_600_000;
  const old = [createDatedId(at(1)), createDatedId(at(3)), 'ailleurs'];
  const places = [TEXTS[1] ?? '', TEXTS[0] ?? '', TEXTS[3] ?? ''];
  const drafts = places.map((text, n) => ({
    id: old[n] ?? '',
    kind: 'note',
    parent: null,
    at: { x: 600 * n, y: 0 },
    text,
  }));
  await furnish(server, room, drafts);
  await expect.poll(async () => (await standing(lea)).length).toBe(3);
  await lea.fit();
  await lea.writeNote({ x: 400, y: 100 }, TEXTS[2] ?? '');
  const own = (await standing(lea)).find(({ id }) => !old.includes(id));
  expect(Math.abs((momentOf(own?.id ?? '') ?? 0) - Date.now())).toBeLessThan(120_000);
  await lea.canvas.focus();
  await lea.press('Control+a');
  await run(lea, 'Ranger du plus ancien');
  await expect(
    lea.page.getByText(/3 éléments rangés du plus ancien au plus récent.* 1 sans moment connu/).first(),
  ).toBeVisible();
  await expect
    .poll(async () => (await standing(lea)).filter(({ id }) => id !== 'ailleurs').map(({ text }) => text))
    .toEqual(TEXTS.slice(0, 3));
});

test('copies the ranking of a matrix onto the wall as a column, in one step of undo', async ({ room, server }) => {
  const { first: lea } = room;
  const notes = TEXTS.slice(0, 4).map((text, n) => ({
    ...{ kind: 'note', parent: 'm', text },
    at: { x: 300 + ((n * 470) % 900), y: 150 + ((n * 390) % 700) },
  }));
  const matrix = {
    id: 'm',
    kind: 'matrix',
    parent: null,
    at: { x: 0, y: 0 },
    props: propsOfPreset(FIRST_MATRIX, 'fr'),
  };
  await furnish(server, room, [{ ...matrix, text: 'Que faire d’abord ?' }]);
  await furnish(server, room, notes);
  await expect.poll(async () => (await lea.elements()).length).toBe(5);
  await lea.fit();
  await lea.canvas.focus();
  await lea.press('Tab');
  await run(lea, 'Classement et axes');
  const ranking = lea.page.getByRole('region', { name: 'Classement', exact: true });
  await expect(ranking.locator('tbody th button')).toHaveCount(4);
  const order = await ranking.locator('tbody th button').allTextContents();
  await ranking.getByRole('button', { name: 'Copier en colonne sur le mur' }).click();
  await expect.poll(async () => (await lea.elements()).length).toBe(10);
  const elements = await lea.elements();
  const column = elements.find(({ kind }) => kind === 'cluster');
  const copies = elements.filter(({ parent }) => parent === column?.id).sort((a, b) => a.y - b.y);
  expect(copies.map(({ text }) => text)).toEqual(order);
  await expectClean(lea.page, 'ranking as a column');
  await shot(lea.page, 'classement-en-colonne');
  await lea.page.getByRole('button', { name: 'Annuler', exact: true }).last().click();
  await expect.poll(async () => (await lea.elements()).length).toBe(5);
});

test('gives a cell of a grid a rule and carries it out, from the panel', async ({ room, server }) => {
  const { first: lea } = room;
  const lane = (name: string, z: string) => ({ name, z });
  const props = {
    'row:vecu': { ...lane('Vécu', 'a0'), type: 'notes' },
    'row:idees': { ...lane('Idées', 'a1'), type: 'notes' },
    'col:avant': lane('Avant', 'a0'),
  };
  await furnish(server, room, [
    { id: 'g', kind: 'grid', parent: null, at: { x: 0, y: 600 }, text: 'Parcours', props },
    ...TEXTS.slice(0, 2).map((text, n) => ({
      kind: 'note',
      parent: null,
      at: { x: n * 240, y: 0 },
      text,
      props: { color: 'red' },
    })),
  ]);
  await expect.poll(async () => (await lea.elements()).length).toBe(3);
  await lea.fit();
  await run(lea, 'Compléter nos regroupements');
  const panel: Locator = lea.page.getByRole('complementary', { name: 'Aide au tri' });
  await panel.getByRole('radio', { name: 'Zones' }).check({ force: true });
  await panel.getByRole('combobox', { name: /^Ligne de/ }).selectOption('idees');
  await panel.getByRole('combobox', { name: /^Couleur accueillie/ }).selectOption('red');
  await panel.getByRole('button', { name: 'Ajouter la règle' }).press('Enter');
  await expect(panel.getByText('2 notes à accueillir')).toBeVisible();
  await expectClean(lea.page, 'rules of cells');
  await shot(lea.page, 'regle-de-case');
  await panel.getByRole('button', { name: 'Appliquer', exact: true }).press('Enter');
  await expect(panel.getByText('Aucune note à accueillir')).toBeVisible();
  expect((await lea.elements()).filter(({ parent }) => parent === 'g').length).toBe(2);
  await lea.canvas.focus();
  await lea.press('Control+z');
  await expect(panel.getByText('2 notes à accueillir')).toBeVisible();
});
