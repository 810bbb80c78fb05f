/** A grid by the keyboard alone, seen by somebody else in the outline; by the mouse; a large one, whose names stay in sight. */
import { expect, type Page } from '@playwright/test';
import { createElements } from '../../shared/board/operations.ts';
import { findPreset, presetProps } from '../../shared/elements/grid/presets.ts';
import { cellOf } from '../../shared/elements/grid/props.ts';
import { shortContributions } from '../helpers/contributions.ts';
import { eventually } from '../helpers/eventually.ts';
import { RawClient } from '../helpers/rawClient.ts';
import { expectClean } from './axe.ts';
import { Keys } from './Keys.ts';
import type { Person } from './Person.ts';
import { type Room, shot, test } from './room.ts';

/** What a journey says, a line a row: two steps each. */
const JOURNEY: readonly (readonly [row: string, first: string, second: string])[] = [
  ['Actions', 'Elle cherche l’adresse', 'Elle prend le bus'],
  ['Points de contact', 'Le site de la mairie', 'L’arrêt devant la gare'],
  ['Pensées', 'Où est-ce que je clique\u202f?', 'Pourvu qu’il passe'],
  ['Émotion', 'Perdue', 'Soulagée'],
  ['Irritants', 'Trois pages pour une adresse', 'Un bus par heure'],
  ['Idées', 'Une page par démarche', 'L’heure au guichet du bus'],
];

const outlineOf = (page: Page) => page.getByRole('tree', { name: 'Contenu du mur' });

async function openOutline({ page }: Person): Promise<void> {
  await page.getByRole('button', { name: 'Plan du mur' }).click();
  await expect(outlineOf(page)).toBeVisible();
}

/** Somebody who puts things on the wall without a screen. */
async function withWriter(
  server: { readonly wsUrl: string; join: (board: string, with_: { secret: string }) => Promise<{ ticket: string }> },
  room: Room,
  does: (writer: RawClient) => void,
): Promise<void> {
  const { ticket } = await server.join(room.board.id, { secret: room.board.secrets.participate });
  const writer = new RawClient(server.wsUrl, room.board.id, ticket);
  await writer.synced();
  does(writer);
  await writer.allSaved();
  writer.leave();
}

test.describe('la grille', () => {
  test('un parcours usager est rempli au clavier seul, et l’autre personne le lit dans son plan', async ({ room }) => {
    const { first: lea, second: max } = room;
    const keys = new Keys(lea.page);
    await lea.canvas.focus();
    await keys.press('g', 'Enter');
    await expect(lea.field).toBeFocused();
    await keys.type('Parcours d’Awa');
    await keys.press('Enter');
    // The preset, from the panel that the palette opens.
    await keys.press('Control+k');
    await expect(lea.page.getByRole('combobox', { name: 'Chercher une action' })).toBeFocused();
    await keys.type('Lignes et colonnes');
    await keys.press('Enter');
    await expect(lea.page.getByRole('heading', { name: 'Lignes et colonnes' })).toBeFocused();
    await keys.to(/button "Remplacer lignes et colonnes"/);
    await keys.press('Enter');
    await expect(lea.page.getByRole('textbox', { name: 'Nom de la ligne 4' })).toHaveValue('Émotion');
    await expectClean(lea.page, 'grid panel');
    await keys.press('Escape');
    await lea.canvas.focus();
    await keys.press('ArrowDown');
    for (const [n, [row, one, two]] of JOURNEY.entries()) {
      if (n > 0) await keys.press('ArrowDown', 'ArrowLeft');
      await expect(lea.page.getByText(`${row}, Étape 1\u202f: vide`)).toBeAttached();
      await keys.press('Enter');
      await expect(lea.field).toBeFocused();
      await keys.type(one);
      await keys.press('Tab');
      await expect(lea.page.getByText(`${row}, Étape 2\u202f: vide`)).toBeAttached();
      await keys.press('Enter');
      await expect(lea.field).toBeFocused();
      await keys.type(two);
      await keys.press('Escape');
      await expect(lea.field).toHaveCount(0);
    }
    await lea.allSaved();

    await openOutline(max);
    const tree = outlineOf(max.page);
    for (const [row, one, two] of JOURNEY) {
      await expect(
        tree.getByRole('treeitem', { name: new RegExp(`^${one.slice(0, 12)}.*${row} · Étape 1`) }),
      ).toBeVisible();
      await expect(
        tree.getByRole('treeitem', { name: new RegExp(`^${two.slice(0, 12)}.*${row} · Étape 2`) }),
      ).toBeVisible();
    }
    // Row by row, then cell by cell.
    const positions: number[] = [];
    for (const text of JOURNEY.flatMap(([, one, two]) => [one, two])) {
      const line = tree.getByRole('treeitem', { name: new RegExp(`^${text.slice(0, 12)}`) });
      positions.push(Number(await line.getAttribute('aria-posinset')));
    }
    expect(positions).toEqual(positions.map((_, n) => n + 1));
    await expectClean(max.page, 'grid outline');

    // From the outline of the other person: felt better, and to the next step.
    await tree.getByRole('treeitem', { name: /^Perdue/ }).click();
    await max.press('Alt+Shift+ArrowUp');
    await expect(tree.getByRole('treeitem', { name: /^Perdue.*0,5/ })).toBeVisible();
    await max.press('Alt+ArrowRight');
    await expect(tree.getByRole('treeitem', { name: /^Perdue.*Émotion · Étape 2/ })).toBeVisible();
    await lea.fit();
    await shot(lea.page, 'grid-journey');
    await expectClean(lea.page, 'grid');
  });

  test('une ligne est ajoutée, nommée, et retirée au clavier\u202f; ses notes restent, à placer', async ({ room }) => {
    const { first: lea, second: max } = room;
    const keys = new Keys(lea.page);
    await lea.canvas.focus();
    await keys.press('g', 'Enter');
    await keys.type('Plan');
    await keys.press('Enter', 'ArrowDown', 'Control+Shift+ArrowDown');
    await expect(lea.page.getByText(/^Ligne 2 sur 4/)).toBeAttached();
    await keys.press('F2');
    await expect(lea.page.getByRole('textbox', { name: 'Nom de la ligne 2' })).toBeFocused();
    await keys.type('Qui relit');
    await keys.press('Enter');
    await expect(lea.canvas).toBeFocused();
    await keys.press('ArrowRight', 'Enter');
    await expect(lea.field).toBeFocused();
    await keys.type('Nadia, vendredi');
    await keys.press('Escape', 'ArrowLeft', 'Delete');
    await expect(
      lea.page.getByText('«\u202fQui relit\u202f» est retirée. Sa note attend', { exact: false }).first(),
    ).toBeVisible();
    await expect.poll(async () => (await max.texts()).includes('Nadia, vendredi')).toBe(true);
    await keys.press('Control+z');
    await openOutline(max);
    await expect(outlineOf(max.page).getByRole('treeitem', { name: /^Nadia, vendredi.*Qui relit · A/ })).toBeVisible();
  });

  test('à la souris\u202f: une colonne élargie, un nom écrit sur place, une note posée dans une cellule', async ({
    room,
    server,
  }) => {
    const { first: lea, second: max } = room;
    await withWriter(server, room, ({ board }) => {
      const props = presetProps(findPreset('journey'), 'fr');
      createElements(board, 'create', [
        { id: 'g', kind: 'grid', parent: null, at: { x: 0, y: 0 }, text: 'Parcours', props },
      ]);
      createElements(board, 'create', [
        {
          id: 'n',
          kind: 'note',
          parent: null,
          at: { x: -300, y: 100 },
          text: 'Le bus du soir',
          props: { color: 'blue' },
        },
      ]);
    });
    await expect.poll(async () => (await lea.elements()).length).toBe(2);
    await lea.fit();
    const side = 168;
    const width = 232;
    const drag = async (from: { x: number; y: number }, to: { x: number; y: number }): Promise<void> => {
      const [a, b] = [await lea.toWindow(from), await lea.toWindow(to)];
      await lea.page.mouse.move(a.x, a.y);
      await lea.page.mouse.down();
      for (let n = 1; n <= 6; n++) await lea.page.mouse.move(a.x + ((b.x - a.x) * n) / 6, a.y + ((b.y - a.y) * n) / 6);
      await lea.page.mouse.up();
    };
    // Into the second step of the actions.
    await drag({ x: -200, y: 200 }, { x: side + width * 1.5, y: 170 });
    await expect.poll(async () => (await max.find('Le bus du soir')).x).toBe(side + width + 16);
    // Taken by a name, the grid is selected; then its borders are there. Nothing else is selected, whose bar would lie over it.
    await lea.press('Escape');
    await lea.press('-');
    const header = await lea.toWindow({ x: side + 60, y: 30 });
    await lea.page.mouse.click(header.x, header.y);
    await drag({ x: side + width, y: 30 }, { x: side + width + 100, y: 30 });
    await expect.poll(async () => (await max.find('Le bus du soir')).x).toBe(side + width + 100 + 16);
    await lea.page.mouse.dblclick(header.x, header.y);
    await expect(lea.page.getByRole('textbox', { name: 'Nom de la colonne 1' })).toBeFocused();
    await lea.page.keyboard.type('Avant de venir');
    await lea.press('Enter');
    await openOutline(max);
    await max.page.getByRole('treeitem', { name: /^Le bus du soir/ }).click();
    await max.press('Alt+ArrowLeft');
    await expect(max.page.getByRole('treeitem', { name: /^Le bus du soir.*Actions · Avant de venir/ })).toBeVisible();
  });

  test('une grille de 20 × 30 et 600 notes tient, et garde ses noms en vue', async ({ room, server }) => {
    const { first: lea } = room;
    const texts = shortContributions(60);
    await withWriter(server, room, ({ board }) => {
      const props = Object.fromEntries([
        ...Array.from({ length: 20 }, (_, n) => [`row:r${n}`, { name: `Rue ${n + 1}`, type: 'notes', z: keyOf(n) }]),
        ...Array.from({ length: 30 }, (_, n) => [`col:c${n}`, { name: `Jour ${n + 1}`, z: keyOf(n) }]),
      ]);
      createElements(board, 'create', [
        { id: 'g', kind: 'grid', parent: null, at: { x: 0, y: 0 }, text: 'Rues', props },
      ]);
      createElements(
        board,
        'create',
        Array.from({ length: 600 }, (_, n) => ({
          ...{ kind: 'note', parent: 'g', at: { x: 0, y: 0 }, text: texts[n % texts.length] ?? '' },
          into: { before: null, cell: cellOf(`r${n % 20}`, `c${Math.floor(n / 20)}`) },
        })),
      );
    });
    await expect.poll(async () => (await lea.elements()).length, { timeout: 30_000 }).toBe(601);
    await lea.fit();
    await shot(lea.page, 'grid-large');
    // In the midst of it, at full size: the names stand at the edges of the window.
    await lea.canvas.focus();
    await lea.press('1');
    await eventually(async () => expect(await lea.page.evaluate(() => document.fonts.status)).toBe('loaded'));
    // Without names at the edge, a cell or a note would be there.
    await expect.poll(() => lea.pixel({ x: 1040, y: 64 })).toBe('#FFFFFF');
    await shot(lea.page, 'grid-large-within');
    await expectClean(lea.page, 'large grid');
  });
});

const keyOf = (n: number): string => `a${'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'[n] ?? 'Z'}`;
