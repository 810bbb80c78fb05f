/** Texts that have no place on the wall any more come back to whoever wrote them: why, and what can be done with them. */
import { expect } from '@playwright/test';
import type { CreatedBoard } from '../../server/http/ports.ts';
import { OPEN_STEP } from '../../shared/access/Step.ts';
import type { SpawnedServer } from '../helpers/server.ts';
import { expectClean } from './axe.ts';
import { Network } from './Network.ts';
import type { Person } from './Person.ts';
import { shot, test } from './room.ts';

test.describe('les brouillons', () => {
  test.use({ ownPages: true });
  let server: SpawnedServer;
  let board: CreatedBoard;
  let lea: Person;
  let max: Person;

  test.beforeEach(({ room, server: started }) => {
    server = started;
    ({ board, first: lea, second: max } = room);
  });

  const openDrafts = async ({ page }: Person) => {
    await page.getByRole('button', { name: 'Plus', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Mes brouillons' }).click();
    return page.getByRole('dialog', { name: 'Mes brouillons' });
  };

  /** The step a workshop is in, as a facilitator sets it. */
  async function setStep(step: unknown): Promise<void> {
    const joined = await server.join(board.id, { secret: board.secrets.facilitate });
    const response = await fetch(`${server.url}/api/boards/${board.id}/commands`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${joined.ticket}` },
      body: JSON.stringify({ id: `etape-${Date.now()}`, type: 'setStep', step }),
    });
    expect(response.status).toBe(200);
  }

  test('say so when there are none', async () => {
    const dialog = await openDrafts(max);
    await expect(dialog).toContainText('Aucun brouillon');
    await expectClean(max.page);
    await shot(max.page, 'brouillons-vide');
  });

  test('keep what one writes in a note that another deletes; it is put back, deleted, and that undone', async () => {
    const { page } = max;
    await lea.writeNote({ x: 0, y: 0 }, 'Horaires');
    await expect.poll(() => max.texts()).toEqual(['Horaires']);
    const point = await max.middleOf('Horaires');
    await page.mouse.dblclick(point.x, point.y);
    await expect(max.field).toBeFocused();
    await max.press('Control+End');
    await page.keyboard.type(' du samedi matin');
    await lea.canvas.focus();
    await lea.press('Control+a');
    await lea.press('Delete');
    await expect(page.getByText(/Votre texte est gardé dans vos brouillons/)).toBeVisible();
    await page.getByRole('button', { name: '1 brouillon' }).click();
    const dialog = page.getByRole('dialog', { name: 'Mes brouillons' });
    await expect(dialog).toContainText('Horaires du samedi matin');
    await expect(dialog).toContainText('supprimée par une autre personne');
    await expectClean(page);
    await shot(page, 'brouillons-liste');
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.setViewportSize({ width: 390, height: 844 });
    await shot(page, 'brouillons-telephone-sombre');
    await expectClean(page);
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.emulateMedia({ colorScheme: 'light' });

    await dialog.getByRole('button', { name: /Supprimer le brouillon/ }).click();
    await expect(dialog).toContainText('Aucun brouillon');
    await max.press('Escape');
    await page.getByRole('button', { name: 'Annuler', exact: true }).last().click();
    await page.getByRole('button', { name: '1 brouillon' }).click();
    await dialog.getByRole('button', { name: /Remettre sur le mur/ }).click();
    await expect.poll(() => lea.texts()).toEqual(['Horaires du samedi matin']);
    await max.press('Escape');
    await expect(page.getByRole('button', { name: /brouillon/ })).toHaveCount(0);
    await max.canvas.focus();
    await max.press('Control+z');
    await expect.poll(() => lea.texts()).toEqual([]);
  });

  test('receive what the server takes back: the reason is said, and the words wait in the panel', async () => {
    const network = await Network.of(max.page);
    await max.page.reload();
    await max.ready();
    await network.cut();
    await max.writeNote({ x: 0, y: 0 }, 'Écrit trop tard');
    await setStep({ id: 'regarder', ...OPEN_STEP, add: false, edit: 'none', move: 'none' });
    network.mend();
    await max.retry();
    await expect(max.page.getByText(/votre modification n’a pas été prise/)).toBeVisible();
    await max.page.getByRole('button', { name: 'Voir mes brouillons' }).click();
    const dialog = max.page.getByRole('dialog', { name: 'Mes brouillons' });
    await expect(dialog.getByRole('listitem')).toHaveCount(1);
    await expect(dialog).toContainText('Écrit trop tard');
    expect(await max.texts()).toEqual([]);
    expect(await lea.texts()).toEqual([]);
    // They are with the person, not with the page.
    await max.page.reload();
    await max.ready();
    await expect(await openDrafts(max)).toContainText('Écrit trop tard');
  });

  test('in a step where one only looks, nothing is offered that would be refused', async () => {
    await setStep({ id: 'regarder', ...OPEN_STEP, add: false, edit: 'none', move: 'none' });
    await expect(max.page.getByText(/vous pouvez regarder le mur, pas le modifier/)).toBeVisible();
    await expect(max.page.getByRole('button', { name: 'Note', exact: true })).toHaveCount(0);
    await expectClean(max.page);
    await shot(max.page, 'brouillons-regarder');
    await expect(lea.page.getByRole('button', { name: 'Note', exact: true })).toBeVisible();
    await setStep(null);
    await expect(max.page.getByRole('button', { name: 'Note', exact: true })).toBeVisible();
  });
});
