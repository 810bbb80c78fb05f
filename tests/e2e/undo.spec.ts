/** One's own undo, in two browsers: what the other did since is left, and said; the history of one's own actions goes back further. */
import { expect } from '@playwright/test';
import { expectClean } from './axe.ts';
import type { Person } from './Person.ts';
import { shot, test } from './room.ts';

const START = 'Covoiturage';

const ACTIONS = ['move', 'type', 'delete'] as const;
type Action = (typeof ACTIONS)[number];

test.describe('annuler', () => {
  let ana: Person;
  let bilal: Person;

  test.use({
    wall: { title: 'Mobilités' },
    comers: { first: { name: 'Ana', by: 'participate' }, second: { name: 'Bilal', by: 'participate' } },
  });
  test.beforeEach(({ room }) => {
    ana = room.first;
    bilal = room.second;
  });

  /** Both have everything the other did. */
  async function settled(): Promise<void> {
    await ana.allSaved();
    await bilal.allSaved();
    await expect.poll(async () => JSON.stringify(await bilal.elements())).toBe(JSON.stringify(await ana.elements()));
  }

  /** By keys on the selected note (all there is): a step right or left, letters at the start or the end, gone. */
  async function act(person: Person, action: Action): Promise<void> {
    const isAna = person === ana;
    await person.canvas.focus();
    await person.press('Control+a');
    if (action === 'move') await person.press(isAna ? 'Shift+ArrowRight' : 'Shift+ArrowLeft');
    else if (action === 'delete') await person.press('Delete');
    else {
      await person.press('Enter');
      await expect(person.field).toBeFocused();
      await person.press(isAna ? 'Control+Home' : 'Control+End');
      await person.page.keyboard.type(isAna ? 'Ana ' : ' Bilal');
      await person.press('Escape');
    }
    await person.press('Escape');
    await settled();
  }

  test('keeps nothing of what was typed in fields that are closed', async () => {
    await ana.writeNote({ x: 0, y: 0 }, START);
    const session = await ana.page.context().newCDPSession(ana.page);
    await session.send('Performance.enable');
    /** Nodes the page holds, reachable or not, once garbage is collected; but for the styles of what it fetches ahead. */
    const nodes = async (): Promise<number> => {
      await session.send('HeapProfiler.collectGarbage');
      const { metrics } = await session.send('Performance.getMetrics');
      const styles = await ana.page.evaluate(() => document.head.querySelectorAll('link').length);
      return (metrics.find(({ name }) => name === 'Nodes')?.value ?? 0) - styles;
    };
    await ana.allSaved();
    const before = await nodes();
    const TIMES = 12;
    for (let n = 0; n < TIMES; n++) {
      await ana.press('n');
      await expect(ana.field).toBeFocused();
      await ana.page.keyboard.type(START);
      await ana.press('Escape');
      await ana.press('Escape');
    }
    await ana.allSaved();
    // The browser's own undo kept two for each time.
    expect((await nodes()) - before).toBeLessThan(TIMES);
  });

  const skipped = () => ana.page.getByText(/modifié depuis par une autre personne/);

  for (const own of ACTIONS) {
    for (const other of ACTIONS) {
      // What is gone, nobody can change: it simply comes back.
      if (own === 'delete' && other !== 'delete') continue;
      test(own === 'delete' ? 'delete, then undone' : `${own}, then ${other} by another, then undone`, async () => {
        await bilal.writeNote({ x: 0, y: 0 }, START);
        await settled();
        const before = await ana.find(START);
        await act(ana, own);
        if (own !== 'delete') await act(bilal, other);
        const after = (await ana.elements())[0];
        await ana.canvas.focus();
        await ana.press('Control+z');
        await settled();
        const now = (await ana.elements())[0];
        if (own === 'delete') expect(now).toEqual(before);
        else if (other === 'delete') {
          expect(now).toBeUndefined();
          await expect(skipped()).toContainText(own === 'type' ? 'Ana Covoiturage' : START);
        } else if (own === 'type') {
          expect(now?.text).toBe(other === 'type' ? `${START} Bilal` : START);
          expect(now?.x).toBe(after?.x);
        } else if (other === 'type') {
          expect(now).toMatchObject({ text: `${START} Bilal`, x: before.x });
        } else {
          expect(now?.x).toBe(after?.x);
          await expect(skipped()).toContainText(START);
        }
        if (!(other === 'delete' || (own === 'move' && other === 'move'))) await expect(skipped()).toHaveCount(0);
      });
    }
  }

  test('the history names one’s own actions, and goes back to before any of them', async () => {
    const { page } = ana;
    await bilal.writeNote({ x: 600, y: 0 }, 'Une note de Bilal');
    // Pasted, each is one step, however slow the machine.
    await ana.paste('Première idée', { x: 0, y: 300 });
    await ana.paste('Deuxième idée', { x: 300, y: 300 });
    await expect.poll(async () => (await ana.elements()).length).toBe(3);
    await act(ana, 'move');
    await page.getByRole('button', { name: 'Plus', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Historique de mes actions' }).click();
    const dialog = page.getByRole('dialog', { name: 'Historique de mes actions' });
    await expect(dialog.getByRole('listitem')).toHaveCount(3);
    await expect(dialog.getByRole('listitem').first()).toContainText('Déplacement');
    await expect(dialog).not.toContainText('Bilal');
    await expectClean(page);
    await shot(page, 'historique');
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.setViewportSize({ width: 390, height: 844 });
    await shot(page, 'historique-telephone-sombre');
    await page.setViewportSize({ width: 1440, height: 900 });
    await dialog
      .getByRole('listitem')
      .filter({ hasText: 'Deuxième idée' })
      .getByRole('button', { name: /Annuler jusqu’ici/ })
      .click();
    await settled();
    expect(await ana.texts()).toEqual(['Première idée', 'Une note de Bilal']);
    await dialog.getByRole('button', { name: 'Rétablir' }).click();
    await expect(dialog.getByRole('listitem')).toHaveCount(2);
  });

  test('a note begun and left empty is never brought back', async () => {
    await ana.paste(START, { x: 0, y: 0 });
    await expect.poll(async () => (await ana.elements()).length).toBe(1);
    const before = await ana.find(START);
    await ana.press('Escape');
    await ana.press('n');
    await expect(ana.field).toBeFocused();
    await ana.press('Escape');
    await settled();
    await ana.canvas.focus();
    await ana.press('Control+a');
    await ana.press('ArrowRight');
    expect((await ana.find(START)).x).toBeGreaterThan(before.x);
    await ana.press('Control+z');
    await settled();
    expect(await ana.elements()).toEqual([before]);
    await ana.press('Control+z');
    await settled();
    expect(await ana.elements()).toEqual([]);
  });
});
