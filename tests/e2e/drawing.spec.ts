/** Shapes, pens, connectors, eraser and laser, by mouse, touch, pen and keyboard; what one draws, the other sees. */
import { expect, type Page } from '@playwright/test';
import type { InspectedElement } from '../../client/app/board/inspect.ts';
import type { Presence } from '../../shared/presence/Presence.ts';
import type { Person } from './Person.ts';
import { shot, test } from './room.ts';

type At = { readonly x: number; readonly y: number };

const kinds = async (person: Person): Promise<string[]> => (await person.elements()).map(({ kind }) => kind).sort();

async function ofKind(person: Person, kind: string): Promise<InspectedElement> {
  const found = (await person.elements()).find((element) => element.kind === kind);
  if (!found) throw new Error(`no ${kind} stands on the wall`);
  return found;
}

/** A hand that goes through page points with the mouse button down. */
async function draw(person: Person, points: readonly At[], { lift = true } = {}): Promise<void> {
  const { mouse } = person.page;
  const [first, ...rest] = await Promise.all(points.map((point) => person.toWindow(point)));
  await mouse.move(first?.x ?? 0, first?.y ?? 0);
  await mouse.down();
  for (const { x, y } of rest) await mouse.move(x, y, { steps: 6 });
  if (lift) await mouse.up();
}

const wave = (x: number, y: number, width = 240): At[] =>
  Array.from({ length: 9 }, (_, n) => ({ x: x + (n * width) / 8, y: y + 40 * Math.sin(n) }));

/** What others see of somebody's live line. */
const trailSeen = ({ page }: Person): Promise<Presence['trail'] | undefined> =>
  page.evaluate(() => {
    const { peleMele } = globalThis as unknown as {
      peleMele: { others(): readonly { readonly presence: Presence }[] };
    };
    return peleMele.others().find(({ presence }) => presence.trail)?.presence.trail;
  });

/** Real pointer events of a pen, with pressure, at window points. */
const penStroke = (page: Page, points: readonly (At & { readonly pressure: number })[]): Promise<void> =>
  page.evaluate(
    (samples) => {
      const surface = document.querySelector('[data-surface]');
      const fire = (type: string, { x, y, pressure }: { x: number; y: number; pressure: number }) =>
        surface?.dispatchEvent(
          new PointerEvent(type, {
            ...{ clientX: x, clientY: y, pressure, pointerId: 7, pointerType: 'pen', isPrimary: true },
            ...{ bubbles: true, cancelable: true, button: type === 'pointermove' ? -1 : 0, buttons: 1 },
          }),
        );
      const [first, ...rest] = samples;
      if (first) fire('pointerdown', first);
      for (const sample of rest) fire('pointermove', sample);
      const last = samples.at(-1);
      if (last) fire('pointerup', { ...last, pressure: 0 });
    },
    points as (At & { pressure: number })[],
  );

test('une forme se trace d’un coin à l’autre, et l’on écrit dedans', async ({ room: { first, second } }) => {
  await first.canvas.focus();
  await first.press('s');
  await draw(first, [
    { x: -200, y: -100 },
    { x: 100, y: 80 },
  ]);
  await expect(first.field).toBeFocused();
  await first.page.keyboard.type('Halle aux poissons');
  await first.press('Escape');
  await expect.poll(() => second.texts()).toEqual(['Halle aux poissons']);
  const seen = await ofKind(second, 'shape');
  expect({ x: seen.x, y: seen.y, w: seen.w, h: seen.h }).toEqual({ x: -200, y: -100, w: 300, h: 180 });
});

test('avec le clavier seul, une forme se place au milieu de la vue et deux notes se relient', async ({
  room: { first, second },
}) => {
  await first.writeNote({ x: -300, y: 0 }, 'Arrivée des camions');
  await first.writeNote({ x: 100, y: 0 }, 'Mise en place des étals');
  await first.canvas.focus();
  await first.press('ControlOrMeta+a');
  await first.press('Shift+X');
  await expect.poll(() => kinds(second)).toEqual(['connector', 'note', 'note']);
  await first.press('Escape');
  await first.press('s');
  await first.press('Enter');
  await first.page.keyboard.type('Fontaine');
  await first.press('Escape');
  await expect.poll(() => kinds(second)).toEqual(['connector', 'note', 'note', 'shape']);
});

test('un tracé à la souris se voit chez les autres pendant qu’il dure, et s’écrit une fois, au lâcher', async ({
  room: { first, second },
}) => {
  await first.canvas.focus();
  await first.press('p');
  await draw(first, wave(-150, 0), { lift: false });
  await expect.poll(async () => (await trailSeen(second))?.kind).toBe('stroke');
  expect(await kinds(second)).toEqual([]);
  await shot(second.page, 'drawing-others-stroke');
  await first.page.mouse.up();
  await expect.poll(() => kinds(second)).toEqual(['stroke']);
  await expect.poll(() => trailSeen(second)).toBeUndefined();
  const { covers } = await ofKind(second, 'stroke');
  expect(covers.w).toBeGreaterThan(200);
  expect(covers.w).toBeLessThan(300);
  // The pen stays in the hand.
  await draw(first, wave(-150, 150));
  await expect.poll(() => kinds(second)).toEqual(['stroke', 'stroke']);
  await first.canvas.focus();
  await first.press('ControlOrMeta+z');
  await expect.poll(() => kinds(second)).toEqual(['stroke']);
});

test('le doigt trace, et un stylet appuie plus ou moins', async ({ room: { first, second } }) => {
  await first.canvas.focus();
  await first.press('p');
  const line = await Promise.all(wave(-200, 120, 320).map((point) => first.toWindow(point)));
  const cdp = await first.context.newCDPSession(first.page);
  const touch = (type: string, at: readonly At[]) =>
    cdp.send('Input.dispatchTouchEvent', { type: type as 'touchStart', touchPoints: at.map(({ x, y }) => ({ x, y })) });
  await touch('touchStart', line.slice(0, 1));
  for (const at of line.slice(1)) await touch('touchMove', [at]);
  await touch('touchEnd', []);
  await expect.poll(() => kinds(second)).toEqual(['stroke']);
  // From now on, a hand that rests beside the pen draws nothing.
  const points = await Promise.all(wave(-200, -60, 320).map((point) => first.toWindow(point)));
  await penStroke(
    first.page,
    points.map((point, n) => ({ ...point, pressure: 0.1 + n / 10 })),
  );
  await expect.poll(() => kinds(second)).toEqual(['stroke', 'stroke']);
  await shot(second.page, 'drawing-pen-and-finger');
});

test('la gomme emporte les tracés touchés, en une fois, et laisse les notes', async ({ room: { first, second } }) => {
  await first.writeNote({ x: 0, y: 0 }, 'À garder');
  await first.canvas.focus();
  await first.press('p');
  await draw(first, wave(-300, -160));
  await draw(first, wave(-300, 200));
  await first.press('Shift+P');
  await draw(first, wave(60, 200));
  await expect.poll(() => kinds(second)).toEqual(['note', 'stroke', 'stroke', 'stroke']);
  await first.press('e');
  await draw(first, [
    { x: -180, y: -260 },
    { x: -180, y: 0 },
    { x: 0, y: 0 },
    { x: -180, y: 300 },
  ]);
  await expect.poll(() => kinds(second)).toEqual(['note', 'stroke']);
  await first.canvas.focus();
  await first.press('ControlOrMeta+z');
  await expect.poll(() => kinds(second)).toEqual(['note', 'stroke', 'stroke', 'stroke']);
});

test('un connecteur suit sa note, que l’autre personne déplace, et reste quand elle disparaît', async ({
  room: { first, second },
}) => {
  await first.writeNote({ x: -300, y: 0 }, 'Arrivée');
  await first.writeNote({ x: 100, y: 0 }, 'Étals');
  await first.canvas.focus();
  await first.press('x');
  const [from, to] = [await first.find('Arrivée'), await first.find('Étals')];
  await draw(first, [
    { x: from.x + 60, y: from.y + 60 },
    { x: to.x + 60, y: to.y + 60 },
  ]);
  await expect.poll(() => kinds(second)).toEqual(['connector', 'note', 'note']);
  const before = (await ofKind(second, 'connector')).covers;
  await second.beginDrag('Étals', { x: 120, y: 180 });
  await second.drop();
  await expect.poll(async () => (await ofKind(first, 'connector')).covers.h).toBeGreaterThan(before.h + 100);
  const moved = (await ofKind(first, 'connector')).covers;
  await shot(first.page, 'drawing-connector-follows');
  const middle = await second.middleOf('Étals');
  await second.page.mouse.click(middle.x, middle.y);
  await second.press('Delete');
  await expect.poll(() => kinds(first)).toEqual(['connector', 'note']);
  const left = (await ofKind(first, 'connector')).covers;
  for (const key of ['x', 'y', 'w', 'h'] as const) expect(Math.abs(left[key] - moved[key])).toBeLessThan(8);
  await second.canvas.focus();
  await second.press('ControlOrMeta+z');
  await expect.poll(() => kinds(first)).toEqual(['connector', 'note', 'note']);
  await second.beginDrag('Étals', { x: 0, y: 60 });
  await second.drop();
  await expect.poll(async () => (await ofKind(first, 'connector')).covers.h).toBeGreaterThan(moved.h + 40);
});

test('un bout de connecteur se prend et se pose ailleurs', async ({ room: { first, second } }) => {
  await first.writeNote({ x: -300, y: 0 }, 'Arrivée');
  await first.writeNote({ x: 100, y: 0 }, 'Étals');
  await first.canvas.focus();
  await first.press('ControlOrMeta+a');
  await first.press('Shift+X');
  // It is selected: Enter writes its label.
  await first.press('Enter');
  await expect(first.field).toBeFocused();
  await first.page.keyboard.type('mène à');
  await shot(first.page, 'drawing-label-typed');
  await first.press('Escape');
  await expect.poll(() => second.texts()).toEqual(['Arrivée', 'mène à', 'Étals'].sort());
  await first.press('Escape');
  const { covers } = await ofKind(first, 'connector');
  const middle = await first.toWindow({ x: covers.x + covers.w / 2, y: covers.y + covers.h / 2 });
  await first.page.mouse.click(middle.x, middle.y);
  const end = { x: covers.x + covers.w - 13, y: covers.y + covers.h / 2 };
  await draw(first, [end, { x: end.x + 10, y: end.y - 260 }]);
  await expect.poll(async () => (await ofKind(second, 'connector')).covers.h).toBeGreaterThan(200);
});

test('le pointeur laser se voit chez les autres et ne laisse rien sur le mur', async ({ room: { first, second } }) => {
  await first.canvas.focus();
  await first.press('l');
  await draw(first, wave(-150, 0), { lift: false });
  await expect.poll(async () => (await trailSeen(second))?.kind).toBe('laser');
  await shot(second.page, 'drawing-laser');
  await first.page.mouse.up();
  await expect.poll(() => trailSeen(second)).toBeUndefined();
  expect(await kinds(second)).toEqual([]);
});

test('du point à côté d’une note part un connecteur, que le plan du mur dit en mots', async ({
  room: { first, second },
}) => {
  await first.writeNote({ x: -300, y: 0 }, 'Arrivée');
  await first.writeNote({ x: 100, y: 0 }, 'Étals');
  const note = await first.middleOf('Arrivée');
  await first.page.mouse.click(note.x, note.y);
  const [from, to] = [await first.find('Arrivée'), await first.find('Étals')];
  await shot(first.page, 'drawing-sprouts');
  await draw(first, [
    { x: from.x + from.w + 12, y: from.y + from.h / 2 },
    { x: to.x + 60, y: to.y + 60 },
  ]);
  await expect.poll(() => kinds(second)).toEqual(['connector', 'note', 'note']);
  await second.page.getByRole('button', { name: 'Plan du mur' }).click();
  const line = second.page.getByRole('treeitem', { name: /de «\sArrivée\s» vers «\sÉtals\s»/ });
  await expect(line).toBeVisible();
  await first.press('Escape');
  await first.page.mouse.dblclick(note.x, note.y);
  await first.page.keyboard.type(' au quai');
  await first.press('Escape');
  await expect(second.page.getByRole('treeitem', { name: /Arrivée au quai\s» vers/ })).toBeVisible();
});
