/** Sorting into clusters: by the mouse, by keys and the outline alone, without a word; what one does, the other sees. */
import { expect, type Page } from '@playwright/test';
import { expectClean } from './axe.ts';
import { Keys } from './Keys.ts';
import type { Person } from './Person.ts';
import { shot, test } from './room.ts';

const WORDS = ['Plus de bus le soir', 'Un abri à vélos', 'Des trottoirs larges', 'Une navette le samedi'] as const;

/** What lies in the cluster of a name, in the order in which it is shown. */
async function inside(person: Person, name: string): Promise<string[]> {
  const elements = await person.elements();
  const area = elements.find(({ kind, text }) => kind === 'cluster' && text === name);
  return elements
    .filter(({ parent }) => area !== undefined && parent === area.id)
    .sort((a, b) => a.y - b.y || a.x - b.x)
    .map(({ text }) => text);
}

const names = async (person: Person): Promise<string[]> =>
  (await person.elements()).flatMap(({ kind, text }) => (kind === 'cluster' ? [text] : [])).sort();

test.describe('les regroupements', () => {
  let lea: Person;
  let max: Person;

  test.beforeEach(async ({ room }) => {
    ({ first: lea, second: max } = room);
    for (const [n, text] of WORDS.entries()) await lea.writeNote({ x: 260 * n, y: 120 }, text);
    await lea.fit();
  });

  /** Selects notes by shift and clicks, as hands do. */
  const select = async (person: Person, ...texts: readonly string[]): Promise<void> => {
    await person.canvas.focus();
    await person.press('Escape');
    for (const [n, text] of texts.entries()) {
      const at = await person.middleOf(text);
      if (n > 0) await person.page.keyboard.down('Shift');
      await person.page.mouse.click(at.x, at.y);
      if (n > 0) await person.page.keyboard.up('Shift');
    }
  };
  const gather = async (name: string, ...texts: readonly string[]): Promise<void> => {
    await select(lea, ...texts);
    await lea.press('r');
    await expect(lea.field).toBeFocused();
    await lea.page.keyboard.type(name);
    await lea.press('Enter');
    await expect(lea.field).toHaveCount(0);
    await lea.press('Escape');
    await lea.fit();
  };

  test('are made from a lasso, named at once, and take notes in and out by the mouse', async () => {
    const elements = await lea.elements();
    const left = Math.min(...elements.map(({ x }) => x)) - 40;
    const right = (await lea.find(WORDS[1])).x + 240;
    const top = Math.min(...elements.map(({ y }) => y)) - 40;
    const corners = [
      { x: left, y: top },
      { x: right, y: top },
      { x: right, y: top + 300 },
      { x: left, y: top + 300 },
      { x: left, y: top },
    ];
    // Alt on the bare wall draws a lasso.
    await lea.page.keyboard.down('Alt');
    for (const [n, corner] of corners.entries()) {
      const at = await lea.toWindow(corner);
      await lea.page.mouse.move(at.x, at.y, { steps: 6 });
      if (n === 0) await lea.page.mouse.down();
    }
    await lea.page.mouse.up();
    await lea.page.keyboard.up('Alt');
    await lea.page.getByRole('button', { name: /^Regrouper/ }).click();
    await expect(lea.field).toBeFocused();
    await lea.page.keyboard.type('Se déplacer');
    await lea.press('Enter');
    await lea.press('Escape');
    await expect.poll(() => inside(max, 'Se déplacer')).toEqual([WORDS[0], WORDS[1]]);
    await lea.fit();

    // In, between the two: there it stands for both.
    const second = await lea.find(WORDS[1]);
    const note = await lea.find(WORDS[3]);
    await lea.beginDrag(WORDS[3], { x: second.x + 10 - note.x - note.w / 2, y: second.y + 60 - note.y - note.h / 2 });
    await shot(lea.page, 'cluster-drop');
    await lea.drop();
    await expect.poll(() => inside(max, 'Se déplacer')).toEqual([WORDS[0], WORDS[3], WORDS[1]]);
    await lea.fit();
    await expectClean(lea.page, 'cluster');
    await shot(lea.page, 'cluster');

    // Out again, to where the hand lets go.
    await lea.beginDrag(WORDS[0], { x: 0, y: 900 });
    await lea.drop();
    await expect.poll(() => inside(max, 'Se déplacer')).toEqual([WORDS[3], WORDS[1]]);
    expect((await lea.find(WORDS[0])).parent).toBeNull();
  });

  test('become one when one is let go over the other, and two again by undo', async () => {
    await gather('Se déplacer', WORDS[0], WORDS[1]);
    await gather('Le week-end', WORDS[2], WORDS[3]);
    const one = (await lea.elements()).find(({ text }) => text === 'Se déplacer');
    const two = (await lea.elements()).find(({ text }) => text === 'Le week-end');
    if (!one || !two) throw new Error('both are there');
    // Taken by the header, beside the name.
    const from = await lea.toWindow({ x: two.x + two.w - 60, y: two.y + 24 });
    const to = await lea.toWindow({ x: one.x + one.w / 2, y: one.y + 24 });
    await lea.page.mouse.move(from.x, from.y);
    await lea.page.mouse.down();
    await lea.page.mouse.move(to.x, to.y, { steps: 8 });
    await lea.page.mouse.up();
    await expect.poll(() => names(max)).toEqual(['Se déplacer']);
    expect((await inside(max, 'Se déplacer')).sort()).toEqual([...WORDS].sort());
    await lea.canvas.focus();
    await lea.press('Control+z');
    await expect.poll(() => names(max)).toEqual(['Le week-end', 'Se déplacer']);
    await expect.poll(() => inside(max, 'Le week-end')).toEqual([WORDS[2], WORDS[3]]);
  });

  test('close to a name and a count, and open again, for everybody', async () => {
    await gather('Se déplacer', ...WORDS);
    const cluster = await lea.find('Se déplacer');
    const arrow = await lea.toWindow({ x: cluster.x + 20, y: cluster.y + 24 });
    await lea.page.mouse.click(arrow.x, arrow.y);
    await lea.page.mouse.click(arrow.x, arrow.y);
    await expect.poll(async () => (await max.find(WORDS[0])).isHidden).toBe(true);
    await shot(lea.page, 'cluster-closed');
    await lea.page.mouse.click(arrow.x, arrow.y);
    await expect.poll(async () => (await max.find(WORDS[0])).isHidden).toBe(false);
  });

  test('are made, named, reordered and dissolved with the keyboard and the outline alone', async () => {
    const { page } = lea;
    const keys = new Keys(page);
    await lea.canvas.focus();
    await keys.press('Escape', 'o');
    const tree = page.getByRole('tree');
    await expect(tree).toBeVisible();
    await keys.to(/^treeitem/);
    const line = (text: string) => tree.getByRole('treeitem', { name: new RegExp(`^${text},`) });
    await keys.to(new RegExp(`^treeitem "${WORDS[0]}`), 'ArrowDown');
    await keys.press('Shift+ArrowDown', 'Shift+ArrowDown');
    await runFromOutline(page, keys, 'Regrouper');
    await expect(page.getByRole('tree').getByRole('textbox')).toBeFocused();
    await keys.type('Se déplacer');
    await keys.press('Enter');
    await expect(line('Se déplacer')).toBeVisible();
    await expect.poll(() => inside(max, 'Se déplacer')).toEqual([WORDS[0], WORDS[1], WORDS[2]]);
    await keys.expectFocus(/^treeitem "Se déplacer/);
    await keys.press('ArrowDown', 'Alt+ArrowDown');
    await expect.poll(() => inside(max, 'Se déplacer')).toEqual([WORDS[1], WORDS[0], WORDS[2]]);
    await expectClean(page, 'outline with a cluster');
    await keys.press('ArrowUp', 'ArrowUp');
    await keys.to(/^treeitem "Se déplacer/, 'ArrowDown');
    await runFromOutline(page, keys, 'Dissoudre le regroupement');
    await expect.poll(() => names(max)).toEqual([]);
    expect((await max.texts()).sort()).toEqual([...WORDS].sort());
  });

  test('take a colour from the bar, and go without one again', async () => {
    await gather('Se déplacer', WORDS[0], WORDS[1]);
    const colorOf = async (person: Person) => (await person.find('Se déplacer')).color;
    const { x, y, w } = await lea.find('Se déplacer');
    const header = await lea.toWindow({ x: x + w / 2, y: y + 20 });
    await lea.page.mouse.click(header.x, header.y);
    const bar = lea.page.getByRole('toolbar', { name: 'Sélection' });
    const ground = async (): Promise<string> => lea.pixel(await lea.toWindow({ x: x + w / 2, y: y + 6 }));
    const bare = await ground();
    await bar.getByRole('button', { name: 'Vert' }).click();
    await expect.poll(() => colorOf(max)).toBe('green');
    await expect.poll(ground).not.toBe(bare);
    await bar.getByRole('button', { name: 'Sans couleur' }).click();
    await expect.poll(() => colorOf(max)).toBeUndefined();
    await expect.poll(ground).toBe(bare);
    await expect(bar.getByRole('button', { name: 'Sans couleur' })).toHaveAttribute('aria-pressed', 'true');
  });

  test('take all names off the wall while the group sorts without a word, and give them back', async () => {
    const note = await max.find(WORDS[0]);
    // Where Léa's name stands at the foot of what she wrote, as Max sees it.
    const foot = async (): Promise<string[]> => {
      await max.fit();
      const corner = await max.toWindow({ x: note.x + note.w * 0.45, y: note.y + note.h - 18 });
      const end = await max.toWindow({ x: note.x + note.w - 8, y: note.y + note.h - 3 });
      return max.colors(corner, end);
    };
    await expect.poll(async () => (await foot()).length).toBeGreaterThan(3);
    await select(lea, WORDS[2], WORDS[3]);
    await lea.press('Control+k');
    await lea.page.keyboard.type('Regrouper sans parler');
    await lea.press('Enter');
    await expect.poll(async () => (await foot()).length).toBe(1);
    await shot(max.page, 'sans-parler');
    await lea.press('Control+k');
    await lea.page.keyboard.type('Montrer et donner les noms');
    await lea.press('Enter');
    await expect.poll(async () => (await foot()).length).toBeGreaterThan(3);
  });

  test('show no name while the group sorts without a word, not even those that had one', async () => {
    await gather('Se déplacer', WORDS[2]);
    await select(lea, WORDS[0]);
    await lea.press('Control+k');
    await lea.page.keyboard.type('Regrouper sans parler');
    await lea.press('Enter');
    // What is written in it stays written.
    await expect.poll(() => names(max)).toEqual(['', 'Se déplacer']);
    await max.canvas.focus();
    await max.press('o');
    const outline = max.page.getByRole('complementary', { name: 'Plan du mur' });
    await outline.getByRole('treeitem', { name: new RegExp(`^${WORDS[3]}`) }).click();
    await expect(outline.getByRole('treeitem', { name: /Se déplacer/ })).toHaveCount(0);
    await max.press('m');
    const areas = max.page.getByRole('listbox', { name: 'Zones du mur' });
    await expect(areas.getByRole('option')).toHaveCount(3);
    await expect(areas.getByText('Se déplacer')).toHaveCount(0);
    await max.press('Escape');
    await expect(areas).toHaveCount(0);
    await outline.getByRole('button', { name: 'Fermer' }).click();
    await max.fit();
    await select(max, WORDS[1]);
    await max.press('r');
    await expect.poll(() => names(lea)).toEqual(['', '', 'Se déplacer']);
    await expect(max.field).toHaveCount(0);
    await lea.press('Control+k');
    await lea.page.keyboard.type('Montrer et donner les noms');
    await lea.press('Enter');
    await lea.allSaved();
    await max.fit();
    // The group speaks again: a new one asks for its name.
    await select(max, WORDS[3]);
    await max.press('r');
    await expect(max.field).toBeFocused();
    await max.page.keyboard.type('Le week-end');
    await max.press('Enter');
    await expect.poll(() => names(lea)).toEqual(['', '', 'Le week-end', 'Se déplacer']);
  });
});

/** From the line one stands on to the toolbar of the outline, and one of its commands. */
async function runFromOutline(page: Page, keys: Keys, command: string): Promise<void> {
  // The toolbar is one stop: entered from behind at its end, later where one was.
  await keys.to(/^button "(Supprimer|Regroupement)"/, 'Shift+Tab');
  await keys.to(/^button "Regroupement/, 'ArrowLeft');
  await keys.press('Enter');
  await expect(page.getByRole('menuitem', { name: command, exact: true })).toBeVisible();
  await keys.to(new RegExp(`^menuitem "${command}"`), 'ArrowDown');
  await keys.press('Enter');
}
