/**
 * What one hand with a mouse does to several notes at once: line up, gather, pull, group, tidy; each seen in the other person's browser, and
 * taken back in one step.
 */
import { expect } from '@playwright/test';
import { shortContributions } from '../helpers/contributions.ts';
import { expectClean } from './axe.ts';
import type { Person } from './Person.ts';
import { shot, test } from './room.ts';

const [A = '', B = '', C = '', D = ''] = shortContributions(4);

type At = { readonly x: number; readonly y: number };

/** Where the notes stand for a person, by text. */
async function places(person: Person, ...texts: readonly string[]): Promise<(readonly [number, number])[]> {
  const elements = await person.elements();
  return texts.map((text) => {
    const found = elements.find((element) => element.text === text);
    return found ? [found.x, found.y] : [Number.NaN, Number.NaN];
  });
}

/** What a person has selected, as the other sees it. */
const selectionSeenBy = (other: Person): Promise<number> =>
  other.page.evaluate(() => {
    const { peleMele } = globalThis as unknown as {
      peleMele: { others(): readonly { presence: { selection?: readonly string[] } }[] };
    };
    return Math.max(0, ...peleMele.others().map(({ presence }) => presence.selection?.length ?? 0));
  });

async function drag(person: Person, from: At, to: At, steps = 12): Promise<void> {
  await person.page.mouse.move(from.x, from.y);
  await person.page.mouse.down();
  await person.page.mouse.move(to.x, to.y, { steps });
}

/** Notes at page points. */
async function write(person: Person, notes: readonly (readonly [string, At])[]): Promise<void> {
  for (const [text, at] of notes) await person.writeNote(at, text);
  await person.allSaved();
}

test('lines a note up with its neighbour, and not while Ctrl is held', async ({ room: { first, second } }) => {
  await write(first, [
    [A, { x: 0, y: 0 }],
    [B, { x: 500, y: 60 }],
  ]);
  const [[, top]] = (await places(first, A)) as [readonly [number, number]];
  const [[, before]] = (await places(first, B)) as [readonly [number, number]];
  await first.beginDrag(B, { x: 30, y: top - before + 4 });
  await shot(first.page, 'gestures-guides');
  await first.drop();
  await expect.poll(async () => (await places(second, B))[0]?.[1]).toBe(top);
  await first.press('Control+z');
  await expect.poll(async () => (await places(second, B))[0]?.[1]).toBe(before);
  await first.page.keyboard.down('Control');
  await first.beginDrag(B, { x: 30, y: top - before + 4 });
  await first.drop();
  await first.page.keyboard.up('Control');
  await expect.poll(async () => (await places(second, B))[0]?.[1]).toBe(top + 4);
});

test('gathers by a lasso what it goes around, and nothing else', async ({ room: { first, second } }) => {
  await write(first, [
    [A, { x: 0, y: 0 }],
    [B, { x: 260, y: 0 }],
    [C, { x: 700, y: 300 }],
  ]);
  const around = [
    { x: -170, y: -170 },
    { x: 420, y: -170 },
    { x: 420, y: 160 },
    { x: -170, y: 160 },
  ];
  const path: At[] = [];
  for (const point of around) path.push(await first.toWindow(point));
  const [start, ...rest] = path as [At, ...At[]];
  await first.page.mouse.move(start.x, start.y);
  await first.page.keyboard.down('Alt');
  await first.page.mouse.down();
  for (const { x, y } of rest) await first.page.mouse.move(x, y, { steps: 8 });
  await shot(first.page, 'gestures-lasso');
  await first.page.mouse.up();
  await first.page.keyboard.up('Alt');
  await expect.poll(() => selectionSeenBy(second)).toBe(2);
  await shot(first.page, 'gestures-several');
  await expectClean(first.page, 'several selected');
});

test('pulls several at once by one corner: places and sizes grow together', async ({ room: { first, second } }) => {
  await write(first, [
    [A, { x: 0, y: 0 }],
    [B, { x: 300, y: 100 }],
  ]);
  await first.canvas.focus();
  await first.press('Control+a');
  await expect.poll(() => selectionSeenBy(second)).toBe(2);
  const was = await Promise.all([first.find(A), first.find(B)]);
  const [left, top] = [Math.min(...was.map(({ x }) => x)), Math.min(...was.map(({ y }) => y))];
  const [right, bottom] = [Math.max(...was.map(({ x, w }) => x + w)), Math.max(...was.map(({ y, h }) => y + h))];
  const corner = await first.toWindow({ x: right, y: bottom });
  const goal = await first.toWindow({ x: right + (right - left) / 2, y: bottom + (bottom - top) / 2 });
  await first.page.keyboard.down('Shift');
  await drag(first, corner, goal);
  await first.page.mouse.up();
  await first.page.keyboard.up('Shift');
  await expect.poll(async () => (await second.find(A)).w).toBe(300);
  const is = await Promise.all([second.find(A), second.find(B)]);
  expect(is.map(({ w, h }) => [w, h])).toEqual([
    [300, 300],
    [300, 300],
  ]);
  const [a, b] = was;
  expect(is[1].x - is[0].x).toBeCloseTo((b.x - a.x) * 1.5, -1);
  await first.press('Control+z');
  await expect.poll(async () => (await second.find(A)).w).toBe(200);
});

test('groups two notes: one click takes both, a double click opens the group', async ({ room: { first, second } }) => {
  await write(first, [
    [A, { x: 0, y: 0 }],
    [B, { x: 300, y: 0 }],
    [C, { x: 600, y: 0 }],
  ]);
  const [a, b] = [await first.middleOf(A), await first.middleOf(B)];
  await first.page.mouse.click(a.x, a.y);
  await first.page.keyboard.down('Shift');
  await first.page.mouse.click(b.x, b.y);
  await first.page.keyboard.up('Shift');
  await first.press('Control+g');
  await first.press('Escape');
  await expect.poll(() => selectionSeenBy(second)).toBe(0);
  await first.page.mouse.click(a.x, a.y);
  await expect.poll(() => selectionSeenBy(second)).toBe(2);
  const before = await places(second, A, B);
  await drag(first, a, { x: a.x + 10, y: a.y + 200 });
  await first.page.mouse.up();
  const moved = async (): Promise<number[]> =>
    (await places(second, A, B)).map(([, y], n) => y - (before[n]?.[1] ?? 0));
  await expect.poll(async () => (await moved())[0]).not.toBe(0);
  const [byA, byB] = await moved();
  expect(byA).toBe(byB);
  // Another pause than a double click's: the group is opened by the next two.
  const inside = await first.middleOf(B);
  await first.press('Escape');
  await first.page.mouse.dblclick(inside.x, inside.y);
  await expect.poll(() => selectionSeenBy(second)).toBe(1);
  await expect(first.field).toBeHidden();
});

test('tidies what lies about into a grid with one key, as one step of undo', async ({ room: { first, second } }) => {
  await write(first, [
    [A, { x: 0, y: 0 }],
    [B, { x: 330, y: 70 }],
    [C, { x: 40, y: 310 }],
    [D, { x: 420, y: 350 }],
  ]);
  const before = await places(second, A, B, C, D);
  await first.canvas.focus();
  await first.press('Control+a');
  await first.press('Shift+G');
  await expect.poll(async () => (await places(second, A, B))[1]?.[1]).toBe(before[0]?.[1]);
  const after = await places(second, A, B, C, D);
  const xs = new Set(after.map(([x]) => x));
  const ys = new Set(after.map(([, y]) => y));
  expect(xs.size * ys.size).toBeGreaterThanOrEqual(4);
  expect(xs.size + ys.size).toBeLessThanOrEqual(5);
  await expect(first.page.getByText(/4 éléments rangés/)).toBeAttached();
  await first.press('Control+z');
  await expect.poll(() => places(second, A, B, C, D)).toEqual(before);
});

test('takes the lasso in hand by its key, and gives the arrow back', async ({ room: { first, second } }) => {
  await write(first, [[A, { x: 0, y: 0 }]]);
  await first.canvas.focus();
  await first.press('Shift+V');
  const path: At[] = [];
  for (const point of [
    { x: -60, y: -60 },
    { x: 150, y: -150 },
    { x: 150, y: 150 },
    { x: -150, y: 150 },
    { x: -150, y: -150 },
    { x: 0, y: -150 },
  ])
    path.push(await first.toWindow(point));
  const [start, ...rest] = path as [At, ...At[]];
  await first.page.mouse.move(start.x, start.y);
  await first.page.mouse.down();
  for (const { x, y } of rest) await first.page.mouse.move(x, y, { steps: 4 });
  await first.page.mouse.up();
  await expect.poll(() => selectionSeenBy(second)).toBe(1);
  const a = await first.middleOf(A);
  await drag(first, a, { x: a.x + 90, y: a.y + 40 });
  await first.page.mouse.up();
  await expect.poll(async () => (await places(second, A))[0]?.[0]).toBeGreaterThan(-100);
});

test('turns a shape by its handle in steps, and pulls it in its own direction', async ({ room: { first, second } }) => {
  const shapeOf = async (person: Person) => (await person.elements()).find(({ kind }) => kind === 'shape');
  await first.canvas.focus();
  await first.press('s');
  const [from, to] = [await first.toWindow({ x: -150, y: -100 }), await first.toWindow({ x: 150, y: 100 })];
  await drag(first, from, to);
  await first.page.mouse.up();
  await expect.poll(async () => (await shapeOf(second))?.w).toBe(300);
  await first.press('Escape');
  await first.press('Escape');
  await first.canvas.focus();
  const middle = await first.toWindow({ x: 0, y: 0 });
  await first.press('Control+a');
  await expect.poll(() => selectionSeenBy(second)).toBe(1);
  // A quarter and a little more: with Shift it stands at 105 degrees, without at what the hand says.
  const handle = await first.toWindow({ x: 0, y: 100 });
  await drag(first, { x: handle.x, y: handle.y + 28 }, { x: middle.x - 128, y: middle.y - 30 });
  await first.page.keyboard.down('Shift');
  await first.page.mouse.move(middle.x - 128, middle.y - 32);
  await shot(first.page, 'gestures-turn');
  await first.page.mouse.up();
  await first.page.keyboard.up('Shift');
  await expect.poll(async () => (await shapeOf(second))?.angle).toBe(105);
  await shot(first.page, 'gestures-turned');
  await first.press('<');
  await expect.poll(async () => (await shapeOf(second))?.angle).toBe(90);
  // Turned by a quarter, its left end is seen above: pulled up, it grows longer, and its right end stays below.
  const before = await shapeOf(second);
  const top = await first.toWindow({ x: 0, y: -150 });
  await drag(first, top, { x: top.x, y: top.y - 100 });
  await first.page.mouse.up();
  await expect.poll(async () => (await shapeOf(second))?.w).toBe(400);
  const after = await shapeOf(second);
  expect(after?.h).toBe(before?.h);
  expect((after?.y ?? 0) + (after?.h ?? 0) / 2).toBeCloseTo((before?.y ?? 0) + (before?.h ?? 0) / 2 - 50, 0);
});
