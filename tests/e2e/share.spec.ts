/** Handing a wall on: the link its maker must keep, the panel of links, the sheet to print, the calendar file. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { type SpawnedServer, spawnServer } from '../helpers/server.ts';
import { Person } from './Person.ts';

const FOLDER = path.resolve(import.meta.dirname, '../../test-results/screens');
const TITLE = 'Accueillir les entreprises';
const QUESTION = 'Comment mieux accueillir les entreprises qui s’installent ?';

test.describe('partager', () => {
  let server: SpawnedServer;
  let ana: Person;

  test.beforeAll(async ({ browser }) => {
    mkdirSync(FOLDER, { recursive: true });
    server = await spawnServer();
    ana = await Person.arrive(browser, { acceptDownloads: true });
  });
  test.afterAll(async () => {
    expect(ana.problems).toEqual([]);
    await ana.leave();
    await server.dispose();
  });

  const share = (page: Page) => page.getByRole('dialog', { name: 'Partager ce mur' });

  test('whoever makes a wall is told once to keep its link', async ({ browser }) => {
    const { page } = ana;
    await page.goto(server.url);
    await page.getByRole('link', { name: /Démarreur bienveillant/ }).click();
    await page.getByLabel(/Question de départ/).fill(QUESTION);
    await page.getByLabel('Titre du mur').fill(TITLE);
    await page.getByLabel('Date').fill('2026-12-01');
    await page.getByLabel('Heure').fill('18:30');
    await page.getByLabel('Lieu').fill('Espace 34, Nantes');
    await page.getByLabel('Lien de visioconférence').fill('javascript:alert(1)');
    await page.getByRole('button', { name: 'Créer le mur' }).click();

    const keep = page.getByRole('dialog', { name: 'Gardez votre lien d’animation' });
    await expect(keep).toBeVisible({ timeout: 30_000 });
    const link = await keep.getByRole('textbox', { name: 'Lien Animer' }).inputValue();
    expect(link).toMatch(/\/b\/[\w-]+#[\w-]{22}$/);
    await keep.getByRole('button', { name: /^Copier/ }).click();
    await expect(keep.getByText('Copié', { exact: true }).first()).toBeVisible();
    const mail = new URL((await keep.getByRole('link', { name: 'Me l’envoyer' }).getAttribute('href')) ?? '');
    expect(mail.protocol).toBe('mailto:');
    expect(mail.searchParams.get('subject')).toContain(TITLE);
    expect(mail.searchParams.get('body')).toContain(link);
    await expect(keep.getByRole('img', { name: 'Code QR du lien Animer' })).toBeVisible();
    await expect(keep).toContainText('--renew facilitate');

    // Until it is put away the reminder comes back: a page that was closed at once has told nobody.
    await page.reload();
    await expect(keep).toBeVisible();
    await keep.getByRole('button', { name: 'C’est fait, voir le mur' }).click();
    await ana.ready();
    await page.reload();
    await ana.ready();
    await expect(keep).toBeHidden();

    // The link works from elsewhere.
    const elsewhere = await Person.arrive(browser);
    await elsewhere.join(link, 'Ana, au bureau');
    await elsewhere.page.getByRole('button', { name: 'Partager' }).click();
    await expect(share(elsewhere.page).getByRole('textbox', { name: 'Lien Animer' })).toHaveValue(link);
    await elsewhere.leave();
  });

  test('the panel shows each link, opens the reminder again, says how to open the wall to the room', async () => {
    const { page } = ana;
    await page.getByRole('button', { name: 'Partager' }).click();
    const dialog = share(page);
    for (const name of ['Participer', 'Projeter', 'Animer']) {
      await expect(dialog.getByRole('textbox', { name: `Lien ${name}` })).toHaveValue(/#[\w-]{22}$/);
    }
    await expect(dialog.getByRole('region', { name: 'Cet ordinateur seulement' })).toBeVisible();
    await expect(dialog.getByRole('textbox', { name: 'Commande' }).first()).toHaveValue('HOST=0.0.0.0 npm start');
    await expect(dialog).toContainText('Viser le code avec un téléphone');
    await dialog.getByRole('button', { name: 'Le garder, l’envoyer' }).click();
    const keep = page.getByRole('dialog', { name: 'Gardez votre lien d’animation' });
    await expect(keep).toBeVisible();
    await ana.press('Escape');
    await expect(keep).toBeHidden();
    const invitation = (await dialog.getByRole('link', { name: 'Inviter par courriel' }).getAttribute('href')) ?? '';
    const body = new URL(invitation).searchParams.get('body') ?? '';
    expect(body).toContain(await dialog.getByRole('textbox', { name: 'Lien Participer' }).inputValue());
    expect(body).toContain('mardi 1er décembre 2026');
    expect(body).not.toContain(await dialog.getByRole('textbox', { name: 'Lien Animer' }).inputValue());
  });

  test('the sitting leaves as a calendar file with the link to take part', async () => {
    const { page } = ana;
    const dialog = share(page);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      dialog.getByRole('button', { name: 'Fichier d’agenda' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe(`${TITLE}.ics`);
    const file = readFileSync(await download.path(), 'utf8').replace(/\r\n /g, '');
    expect(file).toContain('DTSTART:20261201T173000Z');
    expect(file).toContain('LOCATION:Espace 34\\, Nantes');
    expect(file).toContain(await dialog.getByRole('textbox', { name: 'Lien Participer' }).inputValue());
    expect(file).not.toContain('javascript');
  });

  test('the sheet prints on one page, with the facilitation link below the fold', async ({ browserName }) => {
    const { page } = ana;
    const link = await share(page).getByRole('textbox', { name: 'Lien Animer' }).inputValue();
    const [sheet] = await Promise.all([
      ana.context.waitForEvent('page'),
      share(page).getByRole('link', { name: 'Fiche de séance' }).click(),
    ]);
    await expect(sheet.getByRole('heading', { name: TITLE, exact: true, level: 1 })).toBeVisible();
    await expect(sheet.getByRole('article')).toContainText(QUESTION);
    await expect(sheet.getByRole('article')).toContainText('mardi 1er décembre 2026');
    await expect(sheet.getByRole('article').getByRole('link')).toHaveCount(0);
    expect(sheet.url()).not.toContain('#');
    await sheet.evaluate(() => document.fonts.ready);
    await sheet.screenshot({ path: path.join(FOLDER, 'fiche.png'), fullPage: true });

    // What window.print() is given: the bar is not on it.
    expect(browserName).toBe('chromium');
    const pdf = path.join(tmpdir(), `fiche-${process.pid}.pdf`);
    const bytes = await sheet.pdf({ preferCSSPageSize: true, printBackground: false });
    writeFileSync(pdf, bytes);
    expect(bytes.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
    const { status, stdout } = spawnSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' });
    if (status === 0) {
      const text = stdout.replace(/\s+/g, ' ');
      expect(text).toContain('Questionner la question');
      expect(text).toContain('à plier ou à découper');
      expect(text).not.toContain('Revenir au mur');
      const [above = '', below = ''] = text.split('à plier ou à découper');
      const secret = link.split('#')[1] ?? '';
      expect(above.replaceAll(' ', '')).not.toContain(secret);
      expect(below.replaceAll(' ', '')).toContain(secret);
    }
    await sheet.close();
  });

  test('a renewed link is on the sheet, and a participant gets no sheet', async ({ browser }) => {
    const { page } = ana;
    const dialog = share(page);
    const before = await dialog.getByRole('textbox', { name: 'Lien Participer' }).inputValue();
    const bilal = await Person.arrive(browser);
    await bilal.join(before, 'Bilal');
    const board = /\/b\/([\w-]+)/.exec(before)?.[1] ?? '';
    await bilal.page.goto(`${new URL(before).origin}/b/${board}/sheet`);
    await expect(
      bilal.page.getByRole('heading', { name: 'Cette fiche est pour les personnes qui animent' }),
    ).toBeVisible();
    await bilal.leave();

    await dialog.getByRole('button', { name: 'Renouveler le lien Participer' }).click();
    await page.getByRole('button', { name: 'Renouveler ce lien', exact: true }).click();
    await expect(dialog.getByRole('textbox', { name: 'Lien Participer' })).not.toHaveValue(before);
    const after = await dialog.getByRole('textbox', { name: 'Lien Participer' }).inputValue();
    await page.goto(`${server.url}/b/${board}/sheet`);
    await expect(page.getByRole('article')).toContainText(after);
  });
});
