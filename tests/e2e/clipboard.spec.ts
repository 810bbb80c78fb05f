/** What comes onto the wall from other programs and goes to them: tables, files, HTML, copies. By the browser's own events. */
import { expect, type Locator } from '@playwright/test';
import Papa from 'papaparse';
import { contributionsFile } from '../helpers/contributions.ts';
import { expectClean } from './axe.ts';
import type { Person } from './Person.ts';
import { shot, test } from './room.ts';
import { copied, drop, paste } from './Transfer.ts';

const MIDDLE = { x: 0, y: 0 };
const SHEET_TEXT = 'Irritants\tIdées\nAttente au guichet\tUn banc à l’abri\nBruit\t"Un kiosque,\nle soir"';
/** As LibreOffice writes it. */
const SHEET_HTML =
  '<!DOCTYPE html><html><head><meta http-equiv="content-type" content="text/html; charset=utf-8"/><style type="text/css">body,td{font-family:"Liberation Sans"}</style></head>' +
  '<body><table cellspacing="0" border="0"><colgroup width="120"></colgroup><tr><td height="17" align="left">Irritants</td><td>Idées</td></tr>' +
  '<tr><td>Attente au guichet</td><td>Un banc à l’abri</td></tr><tr><td>Bruit</td><td>Un kiosque,<br>le soir</td></tr></table></body></html>';
const CELLS = ['Attente au guichet', 'Bruit', 'Irritants', 'Idées', 'Un banc à l’abri', 'Un kiosque,\nle soir'];

test.describe('le presse-papiers', () => {
  let lea: Person;
  let max: Person;
  let board: { readonly id: string; readonly links: { readonly participate: string } };

  test.beforeEach(({ room }) => {
    ({ board, first: lea, second: max } = room);
  });

  const tableDialog = ({ page }: Person, name: string | RegExp = 'Coller un tableau'): Locator =>
    page.getByRole('dialog', { name });
  const counts = (dialog: Locator): Locator => dialog.locator('p[role=status]');
  const choose = (dialog: Locator, name: string) => dialog.getByText(name, { exact: true }).click();
  const textsOf = async (person: Person, kind: string): Promise<string[]> =>
    (await person.elements()).filter((one) => one.kind === kind).map(({ text }) => text);

  test('lays the cells of a spreadsheet in its rows and columns, and takes them back in one step', async () => {
    await paste(lea, MIDDLE, { text: SHEET_TEXT, html: SHEET_HTML });
    const dialog = tableDialog(lea);
    await expect(dialog).toBeVisible();
    await expect(counts(dialog)).toHaveText('6 notes');
    await expectClean(lea.page, 'table');
    await shot(lea.page, 'table-cells');
    await dialog.getByRole('button', { name: 'Poser les 6 notes' }).click();
    await expect(dialog).toHaveCount(0);
    await expect.poll(() => max.texts()).toEqual([...CELLS].sort());
    const [irritants, ideas, bench] = [await max.find('Irritants'), await max.find('Idées'), await max.find('Un banc')];
    expect(ideas.y).toBe(irritants.y);
    expect(bench.x).toBe(ideas.x);
    expect(bench.y).toBe(ideas.y + 220);
    await shot(lea.page, 'table-cells-placed');
    await lea.canvas.focus();
    await lea.press('Control+z');
    await expect.poll(() => max.elements()).toEqual([]);
  });

  test('gives the names of the first row as tags', async () => {
    await paste(lea, MIDDLE, { text: SHEET_TEXT });
    const dialog = tableDialog(lea);
    await choose(dialog, 'nomme des étiquettes');
    await expect(counts(dialog)).toHaveText('4 notes, 2 étiquettes');
    await dialog.getByRole('button', { name: 'Poser les 4 notes' }).click();
    await expect.poll(async () => (await max.elements()).map(({ text, tags }) => [text, ...tags])).toHaveLength(4);
    expect((await max.find('Bruit')).tags).toEqual(['Irritants']);
    expect((await max.find('Un kiosque')).tags).toEqual(['Idées']);
    await shot(lea.page, 'table-tags');
  });

  test('makes an area of each column, by keys alone', async () => {
    await paste(lea, MIDDLE, { text: SHEET_TEXT, html: SHEET_HTML });
    const dialog = tableDialog(lea);
    await expect(dialog).toBeVisible();
    await dialog.getByRole('radio', { name: 'est du contenu' }).focus();
    await lea.press('ArrowRight');
    await lea.press('ArrowRight');
    await expect(dialog.getByRole('radio', { name: 'nomme des zones' })).toBeChecked();
    await dialog.getByRole('button', { name: /^Poser/ }).focus();
    await lea.press('Enter');
    await expect.poll(() => textsOf(max, 'frame')).toEqual(['Irritants', 'Idées']);
    const areas = new Map((await max.elements()).map(({ id, text }) => [id, text]));
    const inside = (await max.elements())
      .filter(({ kind }) => kind === 'note')
      .map(({ text, parent }) => [text, areas.get(parent ?? '')]);
    expect(Object.fromEntries(inside)).toEqual({
      'Attente au guichet': 'Irritants',
      Bruit: 'Irritants',
      'Un banc à l’abri': 'Idées',
      'Un kiosque,\nle soir': 'Idées',
    });
    await shot(lea.page, 'table-areas');
  });

  test('takes a consultation as a CSV file: an area a question, tags from themes, one step to take it back', async () => {
    const bytes = [...contributionsFile()];
    await drop(lea, MIDDLE, { file: { name: 'contributions-citoyennes.csv', type: 'text/csv', bytes } });
    const dialog = tableDialog(lea, /contributions-citoyennes\.csv/);
    await expect(counts(dialog)).toHaveText(/^597 notes, \d+ zones?, \d+ étiquettes$/);
    await expect(dialog.getByRole('radio', { name: 'Une note par ligne' })).toBeChecked();
    await expect(dialog.getByRole('combobox', { name: 'question', exact: true })).toHaveValue('area');
    await expect(dialog.getByRole('combobox', { name: 'texte', exact: true })).toHaveValue('text');
    await expect(dialog.getByRole('combobox', { name: 'themes', exact: true })).toHaveValue('tags');
    await expectClean(lea.page, 'csv');
    await shot(lea.page, 'csv-dialog');
    await dialog.getByRole('button', { name: 'Poser les 597 notes' }).click();
    await expect(dialog).toHaveCount(0);
    await expect.poll(async () => (await textsOf(max, 'note')).length).toBe(597);
    await lea.allSaved();
    await lea.fit();
    await shot(lea.page, 'csv-placed');
    const tagged = await max.find('Retablir isf');
    expect(tagged.tags).toEqual(['Supprimer les niches fiscales, CICE', 'Taxer plus les riches, ISF'].sort());
    await lea.press('Control+z');
    await expect.poll(async () => (await max.elements()).length).toBe(0);
  });

  test('reads the file of a French spreadsheet, and says in words what it does not take', async () => {
    const latin = [...'Idée;Lieu\r\nUn été à la gare;Théâtre\r\n'].map((sign) => sign.charCodeAt(0));
    await drop(lea, MIDDLE, { file: { name: 'idées.csv', type: 'application/vnd.ms-excel', bytes: latin } });
    const dialog = tableDialog(lea, /idées\.csv/);
    await expect(dialog.getByRole('cell', { name: 'Un été à la gare' })).toBeVisible();
    await lea.press('Escape');
    await expect(lea.page.getByRole('dialog')).toHaveCount(0);
    await drop(lea, MIDDLE, { file: { name: 'classeur.csv', type: 'text/csv', bytes: [80, 75, 3, 4, 0, 0, 0] } });
    await expect(lea.page.getByRole('alert')).toContainText('enregistrez-le en CSV');
    await lea.press('Escape');
    await expect(lea.page.getByRole('dialog')).toHaveCount(0);
    await drop(lea, MIDDLE, { file: { name: 'plan.pdf', type: 'application/pdf', bytes: [37, 80, 68, 70] } });
    await expect(lea.page.getByText(/«\s*plan\.pdf\s*» ne peut pas être déposé ici/)).toBeVisible();
    expect(await lea.elements()).toEqual([]);
    // Dropped beside the wall, a file does not take the page away either.
    const before = lea.page.url();
    const bar = await lea.page.getByRole('banner').boundingBox();
    await lea.page.evaluate(
      ({ x, y }) => {
        const data = new DataTransfer();
        data.items.add(new File(['x'], 'plan.pdf'));
        const event = new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true });
        const target = document.elementFromPoint(x, y);
        target?.dispatchEvent(event);
        if (!event.defaultPrevented) location.href = 'about:blank';
      },
      { x: (bar?.x ?? 0) + 300, y: (bar?.y ?? 0) + 10 },
    );
    expect(lea.page.url()).toBe(before);
  });

  test('makes notes of the paragraphs and lists of a document, links as text', async () => {
    const html =
      '<h2>Mobilité</h2><ul><li>Vélo<ul><li>Un abri à la <a href="https://example.org/gare">gare</a></li></ul></li><li><b>Bus</b> du soir</li></ul>';
    await paste(lea, MIDDLE, { text: 'Mobilité\n\t•\tVélo\n\t\t◦\tUn abri à la gare\n\t•\tBus du soir', html });
    await expect
      .poll(() => max.texts())
      .toEqual(['Bus du soir', 'Mobilité', 'Un abri à la gare (https://example.org/gare)', 'Vélo'].sort());
  });

  test('lets nothing of hostile HTML run, load, or reach the page', async () => {
    const own = new URL(board.links.participate).origin;
    const left: string[] = [];
    lea.page.on('dialog', (dialog) => {
      left.push(`dialog ${dialog.message()}`);
      void dialog.dismiss();
    });
    lea.page.on('request', (request) => {
      if (/^https?:/.test(request.url()) && !request.url().startsWith(own)) left.push(request.url());
    });
    const corpus = [
      '<img src=x onerror=alert(1)>Un',
      '<img src="http://attacker.test/p.png">Deux',
      '<svg onload=alert(1)><script>alert(1)</script></svg>Trois',
      '<iframe src="javascript:alert(1)"></iframe><object data="http://attacker.test/o"></object>Quatre',
      '<a href="javascript:alert(1)" onclick="alert(1)">Cinq</a>',
      '<style>@import "http://attacker.test/s.css"; body{display:none}</style><link rel=stylesheet href="http://attacker.test/l.css">Six',
      '<meta http-equiv="refresh" content="0;url=http://attacker.test/"><base href="http://attacker.test/">Sept',
      '<video autoplay src="http://attacker.test/v"><source src="http://attacker.test/w"></video><p>Huit</p>',
      '<table><tr><td background="http://attacker.test/b"><img src=y onerror=alert(2)>Neuf</td></tr></table>',
      '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">Dix',
      `<div data-pele-mele="${encodeURIComponent('{"v":1,"elements":[{"kind":"note","at":[0,0],"size":[200,200],"text":"<img src=x onerror=alert(3)>","props":{"color":"url(http://attacker.test)"},"inside":[]}]}')}">Onze</div>`,
      `${'<div>'.repeat(5_000)}Douze`,
    ];
    for (const [n, html] of corpus.entries()) await paste(lea, { x: n * 240, y: 0 }, { text: '', html });
    for (const word of ['Un', 'Deux', 'Trois', 'Quatre', 'Cinq', 'Six', 'Sept', 'Huit', 'Neuf', 'Onze', 'Douze'])
      await expect.poll(async () => (await max.texts()).some((text) => text.includes(word)), word).toBe(true);
    expect((await max.texts()).filter((text) => text.includes('<'))).toEqual([]);
    expect(left).toEqual([]);
    expect(await lea.page.locator('img[src="x"], iframe, object, math').count()).toBe(0);
  });

  test('copies as a table and as text what other programs can use, and nothing in it is calculated', async () => {
    await paste(lea, MIDDLE, { text: SHEET_TEXT, html: SHEET_HTML });
    await choose(tableDialog(lea), 'nomme des zones');
    await tableDialog(lea)
      .getByRole('button', { name: /^Poser/ })
      .click();
    await expect.poll(() => textsOf(max, 'frame')).toHaveLength(2);
    await lea.canvas.focus();
    await lea.press('Escape');
    await lea.writeNote({ x: 500, y: 0 }, '=1+1');
    await lea.canvas.focus();
    await lea.press('Control+a');
    const rows = await copyAs(lea, 'Copier comme tableau');
    const [names, ...lines] = Papa.parse<string[]>(rows.text, { delimiter: '\t' }).data;
    expect(names).toEqual(['Texte', 'Zone', 'Couleur', 'Auteur ou autrice']);
    expect(lines.sort()).toEqual([
      ["'=1+1", '', 'Jaune', 'Léa'],
      ['Attente au guichet', 'Irritants', 'Jaune', 'Léa'],
      ['Bruit', 'Irritants', 'Jaune', 'Léa'],
      ['Un banc à l’abri', 'Idées', 'Jaune', 'Léa'],
      ['Un kiosque,\nle soir', 'Idées', 'Jaune', 'Léa'],
    ]);
    expect(rows.html).toContain('<td>Un kiosque,<br>le soir</td>');
    const words = await copyAs(lea, 'Copier comme texte');
    expect(words.html).toBe('');
    expect(words.text.split('\n')).toContain('Un kiosque, le soir');
    // What our table gives, our own wall reads again.
    await paste(max, MIDDLE, rows);
    await expect(tableDialog(max).locator('p[role=status]')).toHaveText('23 notes');
  });

  /** Runs a command from the palette and returns what the copy event gave. */
  async function copyAs(person: Person, name: string): Promise<{ text: string; html: string }> {
    await person.page.evaluate(() => {
      const scope = globalThis as unknown as { given: Record<string, string> };
      scope.given = {};
      document.addEventListener(
        'copy',
        (event) => {
          for (const type of ['text/plain', 'text/html']) scope.given[type] = event.clipboardData?.getData(type) ?? '';
        },
        { once: true },
      );
    });
    await person.canvas.focus();
    await person.press('Control+k');
    await person.page.keyboard.type(name);
    await person.press('Enter');
    await expect
      .poll(() =>
        person.page.evaluate(() => (globalThis as unknown as { given: Record<string, string> }).given['text/plain']),
      )
      .toBeTruthy();
    return person.page.evaluate(() => {
      const { given } = globalThis as unknown as { given: Record<string, string> };
      return { text: given['text/plain'] ?? '', html: given['text/html'] ?? '' };
    });
  }

  test('carries notes, areas, tags and lines from one board to another by the keys', async ({ server }) => {
    await paste(lea, MIDDLE, { text: SHEET_TEXT });
    await choose(tableDialog(lea), 'nomme des étiquettes');
    await tableDialog(lea)
      .getByRole('button', { name: /^Poser/ })
      .click();
    await expect.poll(() => max.elements()).toHaveLength(4);
    await lea.canvas.focus();
    await lea.press('Control+a');
    const flavours = await copied(lea);
    const other = await server.createBoard({ title: 'Un autre mur' });
    const there = lea.in(await lea.context.newPage());
    await there.join(other.links.participate, 'Léa');
    await paste(there, MIDDLE, flavours);
    await expect
      .poll(async () => (await there.elements()).map(({ text, tags }) => [text, ...tags]).sort())
      .toEqual([
        ['Attente au guichet', 'Irritants'],
        ['Bruit', 'Irritants'],
        ['Un banc à l’abri', 'Idées'],
        ['Un kiosque,\nle soir', 'Idées'],
      ]);
    expect(there.problems).toEqual([]);
    await there.page.close();
  });

  test('copies a picture of what is selected: on the clipboard, or as a file', async () => {
    await lea.writeNote({ x: 0, y: 0 }, 'Un banc à l’abri');
    await lea.canvas.focus();
    await lea.press('Control+a');
    await lea.press('Control+k');
    const download = lea.page.waitForEvent('download', { timeout: 10_000 }).catch(() => null);
    await lea.page.keyboard.type('Copier comme image');
    await lea.press('Enter');
    await expect(lea.page.getByText(/Image copiée|dans vos téléchargements/)).toBeVisible();
    const file = (await lea.page.getByText(/dans vos téléchargements/).count()) > 0 ? await download : null;
    if (file) expect(file.suggestedFilename()).toMatch(/\.png$/);
  });
});
