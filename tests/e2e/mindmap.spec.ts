/** A mind map by the keyboard alone, seen the same by somebody else; by the mouse; folded; taken back. */
import { expect } from '@playwright/test';
import { expectClean } from './axe.ts';
import type { Person } from './Person.ts';
import { shot, test } from './room.ts';

/** The map as nested words, from where the lines of the board lead, is not told by positions alone: ask the columns. */
async function columns(person: Person): Promise<Record<string, string[]>> {
  const notes = (await person.elements()).filter(({ kind, isHidden }) => kind === 'note' && !isHidden);
  const byX = new Map<number, { y: number; text: string }[]>();
  for (const { x, y, text } of notes) byX.set(x, [...(byX.get(x) ?? []), { y, text }]);
  return Object.fromEntries(
    [...byX]
      .sort((a, b) => a[0] - b[0])
      .map(([, list], n) => [`${n}`, list.sort((a, b) => a.y - b.y).map(({ text }) => text)]),
  );
}

test.describe('la carte mentale', () => {
  let lea: Person;
  let max: Person;

  test.beforeEach(({ room }) => {
    ({ first: lea, second: max } = room);
  });

  /** Types into the note that has just been made, and leaves it. */
  const write = async (person: Person, text: string): Promise<void> => {
    await expect(person.field).toBeFocused();
    await person.page.keyboard.type(text);
    await person.press('Escape');
    await expect(person.field).toHaveCount(0);
  };

  async function growByKeys(): Promise<void> {
    await lea.canvas.focus();
    await lea.press('m');
    await write(lea, 'La gare');
    await lea.press('Tab');
    await write(lea, 'Vélo');
    await lea.press('Enter');
    await write(lea, 'Bus du soir');
    await lea.press('Enter');
    await write(lea, 'Des bancs');
    await lea.press('ArrowUp');
    await lea.press('ArrowUp');
    await lea.press('Tab');
    await write(lea, 'Un abri fermé');
    await lea.press('Enter');
    await write(lea, 'Un atelier');
  }

  const GROWN = { 0: ['La gare'], 1: ['Vélo', 'Bus du soir', 'Des bancs'], 2: ['Un abri fermé', 'Un atelier'] };

  test('grows by Tab, Enter and the arrows, and is the same for somebody else', async () => {
    await growByKeys();
    await expect.poll(() => columns(max)).toEqual(GROWN);
    const mine = (await lea.elements()).map(({ id, x, y }) => [id, x, y]);
    await expect.poll(async () => (await max.elements()).map(({ id, x, y }) => [id, x, y])).toEqual(mine);
    // One colour a main branch, carried outwards.
    const colors = Object.fromEntries(
      (await max.elements()).filter(({ kind }) => kind === 'note').map(({ text, color }) => [text, color]),
    );
    expect(colors['Un abri fermé']).toBe(colors.Vélo);
    expect(new Set([colors.Vélo, colors['Bus du soir'], colors['Des bancs'], colors['La gare']]).size).toBe(4);
    await lea.fit();
    await shot(lea.page, 'mindmap');
    await expectClean(lea.page, 'mindmap');
    await lea.press('Control+z');
    await lea.press('Control+z');
    await expect.poll(() => columns(max)).toEqual({ ...GROWN, 2: ['Un abri fermé'] });
  });

  test('lets those who work by keys leave: Tab walks on for who came by Tab, and past Escape out of the wall', async () => {
    await growByKeys();
    await lea.press('Escape');
    const count = (await lea.elements()).length;
    await lea.press('Tab');
    await lea.press('Tab');
    await lea.press('Tab');
    expect((await lea.elements()).length).toBe(count);
    await lea.press('Escape');
    await lea.press('Escape');
    await lea.press('Tab');
    await expect(lea.canvas).not.toBeFocused();
    expect((await lea.elements()).length).toBe(count);
  });

  test('moves an idea by shift and the arrows, and folds a branch for everybody', async () => {
    await growByKeys();
    await lea.press('Shift+ArrowUp');
    await expect.poll(() => columns(max)).toEqual({ ...GROWN, 2: ['Un atelier', 'Un abri fermé'] });
    await lea.press('Shift+ArrowLeft');
    await expect
      .poll(() => columns(max))
      .toEqual({ 0: ['La gare'], 1: ['Vélo', 'Un atelier', 'Bus du soir', 'Des bancs'], 2: ['Un abri fermé'] });
    await lea.press('ArrowUp');
    await lea.press('.');
    await expect
      .poll(async () => (await max.elements()).filter(({ isHidden }) => isHidden).map(({ text }) => text))
      .toEqual(['', 'Un abri fermé']);
    await lea.fit();
    await shot(lea.page, 'mindmap-folded');
    // The outline goes on listing it.
    await lea.press('o');
    await expect(lea.page.getByRole('treeitem', { name: /^Un abri fermé/ })).toBeVisible();
    await expect(lea.page.getByRole('treeitem', { name: /^Un abri fermé/ })).toHaveAttribute('aria-level', '4');
    await expect(lea.page.getByRole('treeitem', { name: /^La gare/ })).toHaveAttribute('aria-expanded', 'true');
    await shot(lea.page, 'mindmap-outline');
    await lea.press('Escape');
  });

  test('is dragged: a branch onto another, the heart with all that hangs on it', async () => {
    await growByKeys();
    await lea.press('Escape');
    await lea.fit();
    const bench = await lea.find('Des bancs');
    const shelter = await lea.find('Un abri fermé');
    await lea.beginDrag('Des bancs', { x: shelter.x - bench.x, y: shelter.y - bench.y });
    await lea.drop();
    await expect
      .poll(() => columns(max))
      .toEqual({ 0: ['La gare'], 1: ['Vélo', 'Bus du soir'], 2: ['Un abri fermé', 'Un atelier'], 3: ['Des bancs'] });
    const before = new Map(
      (await max.elements()).filter(({ kind }) => kind === 'note').map(({ text, x, y }) => [text, { x, y }]),
    );
    await lea.beginDrag('La gare', { x: -300, y: 160 });
    await lea.drop();
    const moved = async () => {
      const now = (await max.elements()).filter(({ kind }) => kind === 'note');
      return new Set(
        now.map(({ text, x, y }) => `${x - (before.get(text)?.x ?? 0)} ${y - (before.get(text)?.y ?? 0)}`),
      );
    };
    await expect.poll(async () => [...(await moved())].join()).toMatch(/^(?!0 0$)-?\d+ -?\d+$/);
  });

  test('keeps both ideas of two people who add at the same moment, none over another', async () => {
    await growByKeys();
    await lea.press('Escape');
    await lea.fit();
    await max.fit();
    for (const person of [lea, max]) {
      const at = await person.middleOf('La gare');
      await person.page.mouse.click(at.x, at.y);
    }
    await Promise.all([lea.press('Tab'), max.press('Tab')]);
    await Promise.all([write(lea, 'Des arbres'), write(max, 'De l’ombre')]);
    await expect.poll(async () => (await columns(lea))['1']?.length).toBe(5);
    const overlaps = async (person: Person): Promise<number> => {
      const notes = (await person.elements()).filter(({ kind }) => kind === 'note');
      return notes.filter((a, i) =>
        notes.some((b, j) => j > i && a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h),
      ).length;
    };
    for (const person of [lea, max]) await expect.poll(() => overlaps(person)).toBe(0);
    const placesOf = async (person: Person) => (await person.elements()).map(({ id, x, y }) => [id, x, y]);
    await expect
      .poll(async () => JSON.stringify(await placesOf(max)) === JSON.stringify(await placesOf(lea)))
      .toBe(true);
  });
});
