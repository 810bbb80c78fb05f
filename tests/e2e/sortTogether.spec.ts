/** Forty contributions sorted by three people in three browsers at once, moved on a matrix, and taken away: the table says what the screen shows. */
import { expect } from '@playwright/test';
import Papa from 'papaparse';
import { createElements } from '../../shared/board/operations.ts';
import { MATRIX_PRESETS, propsOfPreset } from '../../shared/elements/matrix/presets.ts';
import { shortContributions } from '../helpers/contributions.ts';
import { RawClient } from '../helpers/rawClient.ts';
import { Person } from './Person.ts';
import { shot, test } from './room.ts';
import { takeAway } from './takeAway.ts';

const TEXTS = shortContributions(40);
const COLUMNS = 8;
const STEP = 240;
const TITLE = 'Que faire d’abord ?';
/** Of a matrix of this size, the plot begins at (140, 40) and is 1200 × 1000. */
const SIZE = [1730, 1180] as const;
const PLOT = { x: 140, y: 40, w: 1200, h: 1000 };

const textAt = (column: number, row: number): string => TEXTS[row * COLUMNS + column] as string;

/** What each of them does: a block of notes to gather, then notes for the matrix and where on it, in shares of the plot. */
const WORK = [
  {
    name: 'Se déplacer',
    columns: [0, 1],
    placed: [[textAt(0, 3), 0.2, 0.15] as const, [textAt(1, 3), 0.75, 0.8] as const],
  },
  {
    name: 'Payer ensemble',
    columns: [3, 4],
    placed: [[textAt(3, 3), 0.4, 0.4] as const, [textAt(4, 3), 0.9, 0.1] as const],
  },
  { name: 'Décider', columns: [6, 7], placed: [[textAt(6, 3), 0.1, 0.9] as const, [textAt(7, 3), 0.6, 0.55] as const] },
] as const;

/** Selects six notes by shift and clicks, makes them a cluster and names it. */
async function gather(person: Person, name: string, texts: readonly string[]): Promise<void> {
  const { mouse, keyboard } = person.page;
  await person.canvas.focus();
  for (const [n, text] of texts.entries()) {
    const at = await person.middleOf(text);
    if (n > 0) await keyboard.down('Shift');
    await mouse.click(at.x, at.y);
    if (n > 0) await keyboard.up('Shift');
  }
  await person.press('r');
  await expect(person.field).toBeFocused();
  await keyboard.type(name);
  await person.press('Enter');
  await person.press('Escape');
}

/** Drags a note so that its middle comes to lie at a share of the matrix's plot. */
async function place(person: Person, text: string, share: { readonly x: number; readonly y: number }): Promise<void> {
  // Naming has come near.
  await person.fit();
  const [note, matrix] = [await person.find(text), await person.find(TITLE)];
  const to = { x: matrix.x + PLOT.x + share.x * PLOT.w, y: matrix.y + PLOT.y + share.y * PLOT.h };
  await person.beginDrag(text, { x: to.x - note.x - note.w / 2, y: to.y - note.y - note.h / 2 });
  await person.drop();
  await person.press('Escape');
}

test('quarante notes triées à trois, placées sur une matrice, emportées en tableau', async ({
  room,
  server,
  browser,
}) => {
  // Four browsers' worth of work on one machine.
  test.slow();
  const { board, first, second } = room;
  const third = await Person.arrive(browser, { locale: 'fr-FR', viewport: { width: 1440, height: 900 } });
  await third.join(board.links.participate, 'Inès');
  const people = [first, second, third] as const;
  const { ticket } = await server.join(board.id, { secret: board.secrets.participate });
  const writer = await new RawClient(server.wsUrl, board.id, ticket).synced();
  const draft = { kind: 'matrix', parent: null, at: { x: 0, y: 0 }, size: SIZE, text: TITLE };
  createElements(writer.board, 'create', [
    { ...draft, props: propsOfPreset(MATRIX_PRESETS[0] as (typeof MATRIX_PRESETS)[number], 'fr') },
    ...TEXTS.map((text, n) => {
      const at = { x: 2000 + STEP * (n % COLUMNS), y: STEP * Math.floor(n / COLUMNS) };
      return { kind: 'note', parent: null, at, text, props: { color: n % 2 ? 'blue' : 'pink' } };
    }),
  ]);
  await writer.allSaved();
  writer.leave();
  await Promise.all(
    people.map(async (person) => {
      await expect.poll(async () => (await person.elements()).length).toBe(1 + TEXTS.length);
      await person.fit();
    }),
  );

  // All at once, each with their own hands.
  await Promise.all(
    people.map(async (person, n) => {
      const { name, columns, placed } = WORK[n] as (typeof WORK)[number];
      await gather(
        person,
        name,
        [0, 1, 2].flatMap((row) => columns.map((column) => textAt(column, row))),
      );
      for (const [text, x, y] of placed) await place(person, text, { x, y });
    }),
  );
  await Promise.all(people.map((person) => person.allSaved()));
  const shown = async (person: Person) =>
    (await person.elements()).map(({ id, text, parent, x, y }) => ({ id, text, parent, x, y }));
  await expect.poll(() => shown(second)).toEqual(await shown(first));
  await expect.poll(() => shown(third)).toEqual(await shown(first));
  await first.fit();
  await shot(first.page, 'sorted-together');

  const { text: table } = await takeAway(first.page, 'Tableau', 'Télécharger le tableau');
  const { data } = Papa.parse<Record<string, string>>(table.slice(1), {
    ...{ header: true, delimiter: ';', skipEmptyLines: true },
  });
  const elements = await first.elements();
  const byId = new Map(elements.map((element) => [element.id, element]));
  const matrix = await first.find(TITLE);
  for (const text of TEXTS) {
    const rows = data.filter((row) => row.texte === text);
    const note = elements.find((element) => element.text === text);
    const parent = byId.get(note?.parent ?? '');
    if (!note) throw new Error('it is on the wall');
    expect([text, rows.length]).toEqual([text, 1]);
    const isPlaced = parent?.kind === 'matrix';
    const effort = (100 * (note.x + note.w / 2 - matrix.x - PLOT.x)) / PLOT.w;
    const impact = 100 - (100 * (note.y + note.h / 2 - matrix.y - PLOT.y)) / PLOT.h;
    const said = (value: number): string => (isPlaced ? value.toFixed(2).replace('.', ',') : '');
    expect(rows[0]).toMatchObject({
      ...{ regroupement: parent?.kind === 'cluster' ? parent.text : '', zone: isPlaced ? TITLE : '' },
      ...{ Effort: said(effort), Impact: said(impact) },
    });
  }
  const sorted = WORK.map(({ name }) => data.filter((row) => row.regroupement === name && row.texte !== name).length);
  expect(sorted).toEqual([6, 6, 6]);
  expect(data.filter((row) => row.Effort !== '').length).toBe(6);
  expect(third.problems).toEqual([]);
  await third.leave();
});
