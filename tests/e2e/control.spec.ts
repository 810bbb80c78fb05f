/** Several people facilitate: title, subject, names, roles, links, each from the page, seen by the others, with the keyboard and by axe. */
import { type Browser, expect } from '@playwright/test';
import type { CreatedBoard } from '../../server/http/ports.ts';
import type { SpawnedServer } from '../helpers/server.ts';
import { expectClean } from './axe.ts';
import { apart } from './boxes.ts';
import { Person } from './Person.ts';
import { shot, test } from './room.ts';

test.describe('plusieurs personnes animent', () => {
  let server: SpawnedServer;
  let board: CreatedBoard;
  let lea: Person;
  let max: Person;

  test.use({ wall: { template: 'demarreur-bienveillant', title: 'Marché couvert' } });
  test.beforeEach(({ room, server: started }) => {
    server = started;
    ({ board, first: lea, second: max } = room);
  });

  const openPeople = async ({ page }: Person): Promise<void> => {
    await page.getByRole('button', { name: /personnes? présentes?/ }).click();
    await expect(page.getByRole('complementary', { name: 'Personnes présentes' })).toBeVisible();
  };

  test('the title is changed in place and seen by all; who does not facilitate only reads it', async () => {
    await lea.page.getByRole('button', { name: /Changer le titre/ }).click();
    const field = lea.page.getByRole('textbox', { name: 'Titre du mur' });
    await expect(field).toBeFocused();
    await expectClean(lea.page);
    await shot(lea.page, 'control-titre');
    await lea.page.keyboard.type('Accueillir au guichet');
    await lea.press('Enter');
    for (const { page } of [lea, max]) {
      await expect(page.getByRole('heading', { level: 1 })).toContainText('Accueillir au guichet');
      await expect(page).toHaveTitle(/Accueillir au guichet/);
    }
    await expect(max.page.getByRole('button', { name: /Changer le titre/ })).toHaveCount(0);
    // Escape leaves it as it is, and the button has focus again.
    const button = lea.page.getByRole('button', { name: /Changer le titre/ });
    await expect(button).toBeFocused();
    await lea.press('Enter');
    await lea.page.keyboard.type('Jamais');
    await lea.press('Escape');
    await expect(button).toBeFocused();
    await expect(lea.page.getByRole('heading', { level: 1 })).toContainText('Accueillir au guichet');
  });

  test('the subject is changed from the agenda, field by field', async () => {
    for (const { page } of [lea, max]) {
      // Open by itself for whoever has just prepared the board.
      const button = page.getByRole('button', { name: 'Déroulé' });
      if ((await button.getAttribute('aria-expanded')) !== 'true') await button.click();
      await expect(page.getByRole('complementary', { name: 'Déroulé' })).toBeVisible();
    }
    await expect(max.page.getByRole('button', { name: 'Modifier le sujet' })).toHaveCount(0);
    await lea.page.getByRole('button', { name: 'Modifier le sujet' }).click();
    await expect(lea.page.getByLabel('Question de départ')).toBeFocused();
    await lea.page.keyboard.type('Comment mieux accueillir les habitants au guichet ?');
    await lea.page.getByLabel('Commanditaire').fill('La maire');
    await lea.page.getByLabel('Date').fill('2026-12-03');
    await lea.page.getByLabel('Lien de visioconférence').fill('https://visio.example.org/atelier');
    await expectClean(lea.page);
    await shot(lea.page, 'control-sujet');
    await lea.page.getByRole('button', { name: 'Enregistrer' }).click();
    for (const { page } of [lea, max]) {
      const panel = page.getByRole('complementary', { name: 'Déroulé' });
      await expect(panel).toContainText('Comment mieux accueillir les habitants au guichet ?');
      await expect(panel).toContainText('jeudi 3 décembre 2026');
      await expect(panel.getByRole('link', { name: /visio\.example/ })).toBeVisible();
    }
    await expect(lea.page.getByRole('button', { name: 'Modifier le sujet' })).toBeFocused();
    await expectClean(lea.page);
    await shot(lea.page, 'control-sujet-lu');
    await lea.page.getByRole('button', { name: 'Modifier le sujet' }).click();
    await lea.page.getByLabel('Commanditaire').fill('');
    await lea.page.getByRole('button', { name: 'Enregistrer' }).click();
    await expect(max.page.getByRole('complementary')).not.toContainText('La maire');
  });

  test('people change their own name; who facilitates changes those of others', async () => {
    await openPeople(lea);
    await openPeople(max);
    await max.page.getByRole('button', { name: 'Changer votre nom' }).click();
    await expect(max.page.getByLabel(/^Votre nom/)).toBeFocused();
    await max.page.keyboard.type('Maxime');
    await expectClean(max.page);
    await max.press('Enter');
    await expect(lea.page.getByRole('complementary')).toContainText('Maxime');
    await expect(max.page.getByRole('button', { name: 'Changer votre nom' })).toBeFocused();
    await lea.page.getByRole('button', { name: 'Actions pour Maxime' }).click();
    await expectClean(lea.page);
    await shot(lea.page, 'control-personnes');
    await lea.page.getByRole('menuitem', { name: 'Changer le nom' }).click();
    await lea.page.getByLabel(/^Nom de cette personne/).fill('Max D.');
    await lea.press('Enter');
    await expect(max.page.getByRole('complementary')).toContainText('Max D.');
  });

  test('facilitation is given and taken back, with the keyboard alone; the last one cannot let go', async () => {
    await openPeople(lea);
    const act = async (name: RegExp, item: string): Promise<void> => {
      await lea.page.getByRole('button', { name }).focus();
      await lea.press('Enter');
      const entry = lea.page.getByRole('menuitem', { name: item });
      await expect(entry).toBeVisible();
      for (let step = 0; step < 4 && !(await entry.evaluate((node) => node === document.activeElement)); step++) {
        await lea.press('ArrowDown');
      }
      await lea.press('Enter');
    };
    await act(/Actions pour Léa/, 'Ne plus animer');
    await lea.page.getByRole('dialog').getByRole('button', { name: 'Ne plus animer' }).click();
    // Said in the dialog itself, over none of its buttons.
    const asked = lea.page.getByRole('dialog');
    const why = asked.getByText(/Il doit rester au moins une personne qui anime/);
    await expect(why).toBeVisible();
    for (const button of await asked.getByRole('button', { name: /animer|Annuler/ }).all()) {
      expect(await apart(button, why)).toBe(true);
    }
    await lea.press('Escape');
    await expect(lea.page.getByRole('dialog')).toHaveCount(0);

    await act(/Actions pour Max/, 'Donner l’animation');
    await expect(max.page.getByRole('button', { name: /Changer le titre/ })).toBeVisible();
    await expect.poll(() => max.status()).toBe('online');
    await max.writeNote({ x: 300, y: 900 }, 'Écrit en animant');
    await max.allSaved();

    await act(/Actions pour Max/, 'Retirer l’animation');
    await expect(lea.page.getByRole('dialog')).toContainText('Retirer l’animation à Max');
    await expectClean(lea.page);
    await shot(lea.page, 'control-retirer-animation');
    await lea.page.getByRole('dialog').getByRole('button', { name: 'Retirer l’animation' }).click();
    await expect(max.page.getByRole('button', { name: /Changer le titre/ })).toHaveCount(0);
    await expect.poll(() => max.status()).toBe('online');
    await max.writeNote({ x: 600, y: 900 }, 'Écrit en participant');
    await max.allSaved();
    await expect.poll(() => lea.texts()).toContain('Écrit en participant');
    // Coming again does not raise whoever was lowered.
    await max.page.reload();
    await max.ready();
    await expect(max.page.getByRole('button', { name: /Changer le titre/ })).toHaveCount(0);
  });

  test('somebody is removed: told so at once, and not let in again', async () => {
    await openPeople(lea);
    await lea.page.getByRole('button', { name: 'Actions pour Max' }).click();
    await lea.page.getByRole('menuitem', { name: 'Retirer du mur' }).click();
    await expect(lea.page.getByRole('dialog')).toContainText('Retirer Max du mur');
    await expectClean(lea.page);
    await shot(lea.page, 'control-retirer');
    await lea.press('Escape');
    await expect(lea.page.getByRole('dialog')).toHaveCount(0);
    await expect.poll(() => max.status()).toBe('online');
    await lea.page.getByRole('button', { name: 'Actions pour Max' }).click();
    await lea.page.getByRole('menuitem', { name: 'Retirer du mur' }).click();
    await lea.page.getByRole('dialog').getByRole('button', { name: 'Retirer du mur' }).click();
    const removed = max.page.getByRole('heading', { name: 'Vous n’avez plus accès à ce mur' });
    await expect(removed).toBeVisible();
    await expectClean(max.page, 'removed');
    await expect(lea.page.getByRole('complementary')).not.toContainText('Max');
    for (const address of [max.page.url(), board.links.participate]) {
      await max.page.goto('about:blank');
      await max.page.goto(address);
      await expect(removed).toBeVisible();
    }
  });

  test('a link is renewed: the old one opens nothing, whoever is here stays and comes back', async ({
    browser,
  }: {
    browser: Browser;
  }) => {
    await lea.page.getByRole('button', { name: 'Partager' }).click();
    const field = lea.page.getByRole('textbox', { name: 'Lien Participer' });
    await expect(field).toHaveValue(board.links.participate);
    await shot(lea.page, 'control-partager');
    await expectClean(lea.page);
    for (const name of ['Participer', 'Projeter', 'Animer']) {
      await lea.page.getByRole('button', { name: `Renouveler le lien ${name}` }).click();
      const asked = lea.page.getByRole('dialog', { name: `Renouveler le lien « ${name} » ?` });
      await expect(asked).toContainText('Les personnes déjà présentes restent');
      if (name === 'Participer') {
        await expectClean(lea.page);
        await shot(lea.page, 'control-renouveler');
      }
      await asked.getByRole('button', { name: 'Renouveler ce lien' }).click();
      await expect(asked).toHaveCount(0);
    }
    await expect(field).not.toHaveValue(board.links.participate);
    const fresh = await field.inputValue();
    await expect(lea.page.getByRole('textbox', { name: 'Lien Animer' })).not.toHaveValue(board.links.facilitate);
    for (const person of [lea, max]) {
      await person.page.reload();
      await person.ready();
    }
    await expect(lea.page.getByRole('button', { name: /Changer le titre/ })).toBeVisible();
    const late = await Person.arrive(browser);
    await late.page.goto(board.links.participate);
    await expect(late.page.getByRole('heading', { name: 'Ce lien n’ouvre aucun mur' })).toBeVisible();
    await late.page.goto('about:blank');
    await late.join(fresh.replace(/^https?:\/\/[^/]+/, server.url), 'Zoé');
    await late.leave();
  });
});
