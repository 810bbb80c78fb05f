/**
 * What people say of elements, at two screens: reactions, tags, comments and answers, boxes ticked, links followed; by hand and by keyboard,
 * seen by the other in their outline and their panel.
 */
import { expect, type Locator, type Page } from '@playwright/test';
import { shortContributions } from '../helpers/contributions.ts';
import { expectClean } from './axe.ts';
import type { Person } from './Person.ts';
import { shot, test } from './room.ts';

const [TEXT = '', WORDS = '', ANSWER = '', LATER = ''] = shortContributions(4);

const select = async (person: Person, text: string): Promise<void> => {
  const { x, y } = await person.middleOf(text);
  await person.page.mouse.click(x, y);
};
const bar = ({ page }: Person): Locator => page.getByRole('toolbar', { name: 'Sélection' });
const inBar = (person: Person, name: string | RegExp): Locator => bar(person).getByRole('button', { name });
const openOutline = async (person: Person): Promise<void> => {
  await person.canvas.focus();
  await person.press('o');
  await expect(person.page.getByRole('tree')).toBeVisible();
};
const rowOf = ({ page }: Person, name: string | RegExp): Locator => page.getByRole('treeitem', { name });
const panelOf = (page: Page): Locator => page.getByRole('complementary', { name: 'Commentaires' });

test.describe('ce qui se dit d’un élément', () => {
  test('reactions and tags, by hand and by keyboard, are heard at the other screen', async ({ room }) => {
    const { first: lea, second: max } = room;
    await lea.writeNote({ x: 0, y: 0 }, TEXT);
    await lea.allSaved();
    await openOutline(max);
    await lea.fit();

    await select(lea, TEXT);
    await inBar(lea, 'Réagir').click();
    await expectClean(lea.page, 'reactions');
    await lea.page.getByRole('button', { name: 'D’accord' }).click();
    await expect(rowOf(max, /réactions.: D’accord 1/)).toBeVisible();

    // By keyboard, at the other screen: the same one counts twice, another stands beside it.
    await max.canvas.focus();
    await max.press('Tab');
    await inBar(max, 'Réagir').focus();
    await max.press('Enter');
    await expect(max.page.getByRole('button', { name: 'D’accord' })).toBeVisible();
    await max.page.getByRole('button', { name: 'Question' }).focus();
    await max.press('Enter');
    await expect(max.page.getByText('Réaction ajoutée\u202f: Question')).toBeAttached();
    await max.allSaved();
    await openOutline(lea);
    await expect(rowOf(lea, /réactions.: D’accord 1, Question 1/)).toBeVisible();

    // A new tag, then off and on again; the other gives it another name everywhere.
    await select(lea, TEXT);
    await inBar(lea, 'Étiquettes').click();
    await lea.page.getByLabel('Nouvelle étiquette').fill('  Mobilité ');
    await expectClean(lea.page, 'tags');
    await shot(lea.page, 'marks-tags');
    await lea.press('Enter');
    await expect(lea.page.getByRole('checkbox', { name: /Mobilité/ })).toBeChecked();
    await expect(rowOf(max, /étiquettes.: Mobilité/)).toBeVisible();
    await lea.page.getByRole('button', { name: 'Modifier l’étiquette «\u202fMobilité\u202f»' }).click();
    await lea.page.getByLabel('Nom de l’étiquette').fill('Se déplacer');
    await lea.page.getByRole('radio', { name: 'Vert' }).check({ force: true });
    await shot(lea.page, 'marks-tag-change');
    await lea.page.getByRole('button', { name: 'Enregistrer' }).click();
    await expect(rowOf(max, /étiquettes.: Se déplacer/)).toBeVisible();
    await lea.press('Escape');
    await lea.canvas.focus();
    await lea.press('Control+z');
    await expect(rowOf(max, /étiquettes.: Mobilité/)).toBeVisible();
    await shot(max.page, 'marks-outline');
    // Away from the button whose name stands beside it while it has the focus.
    await max.canvas.focus();
    await expectClean(max.page, 'outline');
  });

  test('a comment is answered, settled and reopened, with the keyboard alone', async ({ room }) => {
    const { first: lea, second: max } = room;
    await lea.writeNote({ x: 0, y: 0 }, TEXT);
    await lea.allSaved();
    await max.fit();

    await select(lea, TEXT);
    await lea.canvas.focus();
    await lea.press('c');
    const writing = panelOf(lea.page).getByLabel('Votre commentaire');
    await expect(writing).toBeFocused();
    await lea.page.keyboard.type(WORDS);
    await expectClean(lea.page, 'comments');
    await lea.press('Control+Enter');
    await expect(panelOf(lea.page).getByText(WORDS)).toBeVisible();
    await expect(writing).toHaveValue('');
    await lea.allSaved();

    await max.canvas.focus();
    await max.press('c');
    const thread = panelOf(max.page).getByRole('article', { name: /Fil de Léa, 1 commentaire/ });
    await thread.getByRole('button', { name: 'Répondre' }).focus();
    await max.press('Enter');
    await expect(panelOf(max.page).getByLabel('Votre réponse')).toBeFocused();
    await max.page.keyboard.type(`${ANSWER} https://www.nantes.fr/projets.`);
    await max.press('Control+Enter');
    await expect(panelOf(lea.page).getByText(ANSWER)).toBeVisible();
    const link = panelOf(lea.page).getByRole('link', { name: 'https://www.nantes.fr/projets' });
    await expect(link).toHaveAttribute('rel', /noopener/);
    await shot(lea.page, 'marks-comments');

    // Max neither began the thread nor made the note.
    await expect(panelOf(max.page).getByRole('button', { name: 'Marquer comme résolu' })).toHaveCount(0);
    await panelOf(lea.page).getByRole('button', { name: 'Marquer comme résolu' }).focus();
    await lea.press('Enter');
    await expect(panelOf(max.page).getByText('Aucun commentaire ouvert')).toBeVisible();
    await panelOf(max.page).getByText('Résolus (1)').click();
    await expect(panelOf(max.page).getByText('Résolu par Léa')).toBeVisible();
    await expectClean(max.page, 'resolved');
    await panelOf(lea.page).getByText('Résolus (1)').click();
    await panelOf(lea.page).getByRole('button', { name: 'Rouvrir' }).click();
    await expect(panelOf(max.page).getByText(WORDS)).toBeVisible();
    await expect(panelOf(max.page).getByText('Résolu par Léa')).toHaveCount(0);

    // One's own words change, and go, and come back.
    const own = panelOf(max.page).getByRole('group', { name: 'Actions sur le commentaire de Max (vous)' });
    await own.getByRole('button', { name: 'Modifier' }).click();
    await panelOf(max.page).getByLabel('Modifier le commentaire').fill(LATER);
    await panelOf(max.page).getByRole('button', { name: 'Enregistrer' }).click();
    await expect(panelOf(lea.page).getByText(LATER)).toBeVisible();
    await expect(panelOf(lea.page).getByText(/modifié/)).toBeVisible();
    await own.getByRole('button', { name: 'Supprimer' }).click();
    await expect(panelOf(lea.page).getByText(LATER)).toHaveCount(0);
    await max.page.getByRole('button', { name: 'Annuler' }).last().click();
    await expect(panelOf(lea.page).getByText(LATER)).toBeVisible();
  });

  test('boxes are ticked on the note and beside it; links are followed from both', async ({ room }) => {
    const { first: lea, second: max } = room;
    await lea.writeNote({ x: 0, y: 0 }, TEXT);
    // Typed line by line, as people do.
    const { x, y } = await lea.middleOf(TEXT);
    await lea.page.mouse.dblclick(x, y);
    await expect(lea.field).toBeFocused();
    await lea.press('Control+a');
    await lea.page.keyboard.type('[ ] Appeler la mairie');
    await lea.press('Enter');
    await lea.page.keyboard.type('[ ] Lire www.nantes.fr');
    await lea.press('Escape');
    await lea.press('Escape');
    await lea.allSaved();
    await openOutline(max);
    await expect(rowOf(max, /0 sur 2 cochées/)).toBeVisible();

    await lea.fit();
    await select(lea, 'Appeler');
    await shot(lea.page, 'marks-checks');
    await inBar(lea, /Cases à cocher, 0 sur 2/).focus();
    await lea.press('Enter');
    const box = lea.page.getByRole('checkbox', { name: 'Appeler la mairie' });
    await expect(box).toBeVisible();
    await expectClean(lea.page, 'boxes');
    await box.focus();
    await lea.press('Space');
    await expect(box).toBeChecked();
    await expect(rowOf(max, /1 sur 2 cochées/)).toBeVisible();
    await expect(lea.page.getByRole('link', { name: 'www.nantes.fr' })).toHaveAttribute(
      'href',
      'https://www.nantes.fr',
    );
    await lea.press('Escape');

    // On the note itself: its boxes stand at the beginning of its lines.
    await select(lea, 'Appeler');
    const note = await lea.find('Appeler');
    const places = await lea.toWindow({ x: note.x + 24, y: note.y });
    for (let at = note.y + 10; at < note.y + note.h; at += 6) {
      const point = await lea.toWindow({ x: note.x + 24, y: at });
      if ((await lea.find('Appeler')).text.includes('[x] Lire')) break;
      await lea.page.mouse.click(places.x, point.y);
    }
    await expect(rowOf(max, /(?:1|2) sur 2 cochées/)).toBeVisible();
    expect((await lea.find('Appeler')).text).toContain('[x] Lire');
    await lea.press('Control+z');
    await expect.poll(async () => (await lea.find('Appeler')).text).toContain('[ ] Lire');
  });
});
