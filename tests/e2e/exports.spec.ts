/** A wall taken away as a table: what the file says is what the screen shows. */
import { expect } from '@playwright/test';
import Papa from 'papaparse';
import { shortContributions } from '../helpers/contributions.ts';
import { RawClient } from '../helpers/rawClient.ts';
import { expectClean } from './axe.ts';
import { test } from './room.ts';
import { takeAway } from './takeAway.ts';

test.use({ wall: { title: 'Marché couvert', template: 'matrice-priorisation' } });

const TEXTS = shortContributions(9);

test('the table and the data say what the wall shows', async ({ room: { board, first }, server }) => {
  const { ticket } = await server.join(board.id, { secret: board.secrets.participate, name: 'Bilal' });
  const writer = await new RawClient(server.wsUrl, board.id, ticket).synced();
  const areas = [...writer.board.elements()];
  const [matrix, chosen] = ['Nos idées', 'Retenu'].map((title) => areas.find(({ text }) => text === title)?.id ?? '');
  writer.board.edit('write', (write) => {
    for (const [n, text] of TEXTS.entries())
      write.create({
        kind: 'note',
        place: n < 6 ? [matrix ?? null, 200 + 170 * n, 100 + 120 * n] : [chosen ?? null, 20, 220 * (n - 6) + 20],
        ...{ z: `a${n}`, text, props: { color: n % 2 ? 'blue' : 'pink' } },
        ...(writer.welcome && { by: writer.welcome.participant.id }),
      });
  });
  await writer.allSaved();
  await expect.poll(async () => (await first.elements()).length).toBe(areas.length + TEXTS.length);

  const shown = await first.elements();
  const csv = await takeAway(first.page, 'Tableau', 'Télécharger le tableau');
  expect(csv.name).toBe('Marché couvert.csv');
  expect(csv.text.startsWith('\ufeff')).toBe(true);
  const { data, meta } = Papa.parse<Record<string, string>>(csv.text.slice(1), {
    ...{ header: true, delimiter: ';', skipEmptyLines: true },
  });
  expect(meta.fields).toEqual(expect.arrayContaining(['mur', 'zone', 'texte', 'couleur', 'Effort', 'Impact']));
  const rows = new Map(data.map((row) => [row.texte, row]));
  for (const [n, text] of TEXTS.entries()) {
    const seen = shown.find((element) => element.text === text);
    const row = rows.get(text);
    expect(row).toMatchObject({
      ...{ mur: 'Marché couvert', zone: n < 6 ? 'Nos idées' : 'Retenu', couleur: n % 2 ? 'bleu' : 'rose' },
      ...{ x: String(seen?.x), y: String(seen?.y), 'auteur ou autrice': 'Bilal' },
    });
    expect(row?.Effort === '').toBe(n >= 6);
  }
  // Further right is more effort, further down less impact.
  const scores = TEXTS.slice(0, 6).map((text) => rows.get(text));
  const numbers = (name: string) => scores.map((row) => Number((row?.[name] ?? '').replace(',', '.')));
  expect(numbers('Effort')).toEqual([...numbers('Effort')].sort((a, b) => a - b));
  expect(numbers('Impact')).toEqual([...numbers('Impact')].sort((a, b) => b - a));

  const json = await takeAway(first.page, 'Données', 'Télécharger les données');
  const file = JSON.parse(json.text) as { elements: { text: string; x: number; scores?: unknown[] }[] };
  for (const { text, x } of shown)
    expect(file.elements.filter((one) => one.text === text && one.x === x)).toHaveLength(1);
  expect(file.elements.filter(({ scores: on }) => on?.length === 2)).toHaveLength(6);
  writer.leave();
});

test('the table of one area, chosen by the keyboard, and nothing axe would say', async ({ room: { first } }) => {
  const { page } = first;
  await page.getByRole('button', { name: 'Exporter le mur' }).click();
  const dialog = page.getByRole('dialog', { name: 'Exporter le mur' });
  await dialog.getByRole('radio', { name: 'Image' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(dialog.getByRole('radio', { name: 'Tableau' })).toBeChecked();
  await dialog.getByLabel('Que voulez-vous emporter').selectOption({ label: 'Retenu' });
  await expectClean(page, 'export');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Télécharger le tableau' }).press('Enter'),
  ]);
  expect(download.suggestedFilename()).toBe('Marché couvert - Retenu.csv');
});

test('the table says who wrote what where people give their names', async ({ room: { first: lea, second: max } }) => {
  const [hers = '', his = ''] = TEXTS;
  for (const [person, text] of [
    [lea, hers],
    [max, his],
  ] as const) {
    await person.canvas.focus();
    await person.press('n');
    await expect(person.field).toBeFocused();
    await person.page.keyboard.insertText(text);
    await person.press('Escape');
    await person.allSaved();
  }
  await expect.poll(async () => (await lea.elements()).filter(({ text }) => text === his).length).toBe(1);
  const csv = await takeAway(lea.page, 'Tableau', 'Télécharger le tableau');
  const { data } = Papa.parse<Record<string, string>>(csv.text.slice(1), { header: true, delimiter: ';' });
  const writerOf = (text: string) => data.find((row) => row.texte === text)?.['auteur ou autrice'];
  expect([writerOf(hers), writerOf(his)]).toEqual(['Léa', 'Max']);
});
