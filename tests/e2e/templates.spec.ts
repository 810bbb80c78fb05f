/** The library: found on the start page, each template a wall that opens whole in both languages, its agenda followed by hand. */
import { type Browser, expect, test } from '@playwright/test';
import type { Locale } from '../../shared/control/Control.ts';
import { TEMPLATES } from '../../shared/templates/library.ts';
import { type SpawnedServer, spawnServer } from '../helpers/server.ts';
import { expectClean } from './axe.ts';
import { Person } from './Person.ts';
import { shot } from './room.ts';

test.describe('the library of templates', () => {
  let server: SpawnedServer;
  test.beforeAll(async () => {
    server = await spawnServer();
  });
  test.afterAll(() => server.dispose());

  const enter = (browser: Browser): Promise<Person> =>
    Person.arrive(browser, { locale: 'fr-FR', viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' });

  for (const locale of ['fr', 'en'] as const satisfies readonly Locale[]) {
    test(`each opens whole in ${locale}`, async ({ browser }) => {
      const person = await enter(browser);
      for (const template of TEMPLATES) {
        const board = await server.createBoard({ template: template.id, locale, fields: { time: '14:00' } });
        await person.join(board.links.facilitate, 'Léa');
        const elements = await person.elements();
        const texts = elements.map(({ text }) => text);
        const titles = template.elements.flatMap(({ text }) => text?.[locale] ?? []);
        expect([template.id, titles.filter((title) => !texts.includes(title))]).toEqual([template.id, []]);
        await shot(person.page, `template-${template.id}-${locale}`);
      }
      expect(person.problems).toEqual([]);
      await person.leave();
    });
  }

  test('is searched on the start page, and makes a wall that begins with its subject', async ({ browser }) => {
    const person = await enter(browser);
    const { page } = person;
    await page.goto(server.url);
    const library = page.getByRole('region', { name: 'Préparer un atelier' });
    await expect(library.getByRole('link')).toHaveCount(TEMPLATES.length);
    await expectClean(page, 'start');
    await library.getByRole('searchbox').fill('proposition martyre');
    await expect(library.getByRole('link')).toHaveCount(1);
    await expect(library.getByRole('status').first()).toHaveText('1 modèle');
    await library.getByRole('searchbox').fill('');
    await library.getByLabel('Type de méthode').selectOption({ label: 'Narration' });
    await library.getByLabel('Durée').selectOption({ label: '60 minutes au plus' });
    await library.getByRole('link', { name: /Histoire en six images/ }).click();
    await expect(page.getByRole('heading', { name: 'Le sujet de l’atelier' })).toBeVisible();
    await expectClean(page, 'subject');
    await page.getByLabel('Question de départ').fill('Comment raconter le guichet ?');
    await page.getByRole('button', { name: 'Créer le mur' }).click();
    await person.keepLink();
    expect(await person.texts()).toContain('Comment raconter le guichet ?');
    expect(person.problems).toEqual([]);
    await person.leave();
  });

  test('has an agenda that is followed by keyboard, kept on this device, with its hours', async ({ browser }) => {
    const person = await enter(browser);
    const { page } = person;
    const board = await server.createBoard({ template: 'demarreur-bienveillant', fields: { time: '14:00' } });
    await person.join(board.links.facilitate, 'Léa');
    const panel = page.getByRole('complementary', { name: 'Déroulé' });
    const open = async (): Promise<void> => {
      if (!(await panel.isVisible())) await page.getByRole('button', { name: 'Déroulé' }).press('Enter');
      await expect(panel).toBeVisible();
    };
    await open();
    const current = panel.locator('[aria-current="step"]');
    await expect(current).toHaveCount(0);
    await panel.getByRole('button', { name: 'Commencer', exact: true }).press('Enter');
    await expect(current).toContainText('Accueil et cadre');
    await expect(current).toContainText('14:00');
    await panel.getByRole('button', { name: 'Étape suivante' }).press('Enter');
    await current.focus();
    await person.press('ArrowDown');
    await expect(current).toContainText('Aux sources');
    await expect(current).toBeFocused();
    await expect(current).toContainText('14:15');
    await expect(panel.getByRole('status')).toHaveText('Étape 3 sur 8\u202f: Aux sources');
    await person.press('End');
    await expect(current).toContainText('Débriefing');
    await person.press('Home');
    await person.press('ArrowDown');
    await expect(current).toContainText('La question et son contexte');
    await expectClean(page, 'agenda');
    await page.reload();
    await person.ready();
    await open();
    await expect(current).toContainText('La question et son contexte');
    await page.emulateMedia({ media: 'print' });
    await expect(page.getByRole('application')).toBeHidden();
    await expect(page.getByText('Rien que des questions. Que veut dire chaque mot\u202f?').last()).toBeVisible();
    expect(person.problems).toEqual([]);
    await person.leave();
  });
});
