/**
 * A large touch panel, alone and with several people at it, and a pen with the hand that holds it. Touches are the browser's own; what they
 * did is read in a second browser.
 */
import { expect } from '@playwright/test';
import { shortContributions } from '../helpers/contributions.ts';
import { expectClean } from './axe.ts';
import { Fingers } from './Fingers.ts';
import { Person } from './Person.ts';
import { test as base, shot } from './room.ts';

const [A = '', B = '', C = ''] = shortContributions(3);
const WALL = {
  viewport: { width: 1920, height: 1080 },
  hasTouch: true,
  locale: 'fr-FR',
  reducedMotion: 'reduce',
} as const;

type At = { readonly x: number; readonly y: number };

/** The room's panel beside the two people: three notes stand on the wall. */
const test = base.extend<{ panel: Person; fingers: Fingers }>({
  panel: async ({ browser, room }, use) => {
    const panel = await Person.arrive(browser, WALL);
    await panel.join(room.board.links.facilitate, 'Écran');
    await panel.writeNote({ x: 0, y: 0 }, A);
    await panel.writeNote({ x: 420, y: 0 }, B);
    await panel.writeNote({ x: 840, y: 0 }, C);
    await panel.allSaved();
    await use(panel);
    expect(panel.problems).toEqual([]);
    await panel.leave();
  },
  fingers: async ({ panel }, use) => use(await Fingers.on(panel.page)),
});

const placeOf = async (person: Person, text: string): Promise<readonly [number, number]> => {
  const { x, y } = await person.find(text);
  return [x, y];
};

const cameraOf = (person: Person): Promise<{ zoom: number }> =>
  person.page.evaluate(() =>
    (globalThis as unknown as { peleMele: { camera(): { x: number; y: number; zoom: number } } }).peleMele.camera(),
  );

const below = ({ x, y }: At, by: number): At => ({ x, y: y + by });

/** Says that several people stand here, as the palette or the offer does. */
async function severalHands(panel: Person, fingers: Fingers): Promise<void> {
  const [a, b] = [await panel.middleOf(A), await panel.middleOf(B)];
  await fingers.press(1, a);
  await fingers.press(2, b);
  await fingers.lift(2);
  await fingers.lift(1);
  await panel.page.getByRole('button', { name: 'Activer' }).click();
  await expect(panel.page.getByText(/chaque doigt déplace sa note/)).toBeVisible();
}

test('one finger drags a note, two fingers change the view and move nothing', async ({ room, panel, fingers }) => {
  const a = await panel.middleOf(A);
  const before = await placeOf(room.second, A);
  await fingers.press(1, a);
  await fingers.move(1, below(a, 180));
  await fingers.lift(1);
  await expect.poll(async () => (await placeOf(room.second, A))[1]).not.toBe(before[1]);
  const [b, c] = [await panel.middleOf(B), await panel.middleOf(C)];
  const { zoom } = await cameraOf(panel);
  const places = [await placeOf(panel, B), await placeOf(panel, C)];
  await fingers.press(1, b);
  await fingers.press(2, c);
  await fingers.move(2, { x: c.x + 200, y: c.y });
  await fingers.lift(2);
  await fingers.lift(1);
  await expect.poll(async () => (await cameraOf(panel)).zoom).toBeGreaterThan(zoom * 1.2);
  expect([await placeOf(panel, B), await placeOf(panel, C)]).toEqual(places);
});

test('offers several hands where two fingers hold two notes, and keeps the choice on this device', async ({
  panel,
  fingers,
}) => {
  await severalHands(panel, fingers);
  await expectClean(panel.page, 'several hands');
  await panel.page.reload();
  await panel.ready();
  const kept = await panel.page.evaluate(() =>
    Object.keys(localStorage).filter((key) => key.includes('hands.several')),
  );
  expect(kept).toHaveLength(1);
});

test('two people drag two notes at the same time, each its own step of undo', async ({ room, panel, fingers }) => {
  await severalHands(panel, fingers);
  const [a, b] = [await panel.middleOf(A), await panel.middleOf(B)];
  const [wasA, wasB] = [await placeOf(panel, A), await placeOf(panel, B)];
  await fingers.press(1, a);
  await fingers.press(2, b);
  for (let step = 1; step <= 6; step++) {
    await fingers.move(1, below(a, step * 40), 1);
    await fingers.move(2, below(b, step * -30), 1);
  }
  // Both are on their way for the others too, and nothing is written yet.
  await expect
    .poll(() =>
      room.second.page.evaluate(() => {
        const { peleMele } = globalThis as unknown as {
          peleMele: { others(): readonly { presence: { drag?: unknown; drags?: readonly unknown[] } }[] };
        };
        return peleMele.others().map(({ presence }) => (presence.drag ? 1 : 0) + (presence.drags?.length ?? 0));
      }),
    )
    .toContain(2);
  expect([await placeOf(panel, A), await placeOf(panel, B)]).toEqual([wasA, wasB]);
  await shot(panel.page, 'touch-two-hands');
  await fingers.lift(2);
  await expect.poll(async () => (await placeOf(room.second, B))[1]).toBeLessThan(wasB[1]);
  expect(await placeOf(panel, A)).toEqual(wasA);
  await fingers.lift(1);
  await expect.poll(async () => (await placeOf(room.second, A))[1]).toBeGreaterThan(wasA[1]);
  await panel.canvas.focus();
  await panel.press('Control+z');
  await expect.poll(() => placeOf(room.second, A)).toEqual(wasA);
  expect((await placeOf(panel, B))[1]).toBeLessThan(wasB[1]);
  await panel.press('Control+z');
  await expect.poll(() => placeOf(room.second, B)).toEqual(wasB);
});

test('a lost touch leaves no note hanging, and the next finger works', async ({ room, panel, fingers }) => {
  await severalHands(panel, fingers);
  const [a, b] = [await panel.middleOf(A), await panel.middleOf(B)];
  const [wasA, wasB] = [await placeOf(panel, A), await placeOf(panel, B)];
  await fingers.press(1, a);
  await fingers.move(1, below(a, 120));
  await fingers.press(2, b);
  await fingers.move(2, below(b, 120));
  await fingers.lose();
  await expect
    .poll(() =>
      room.second.page.evaluate(() => {
        const { peleMele } = globalThis as unknown as { peleMele: { others(): readonly { presence: object }[] } };
        return peleMele.others().some(({ presence }) => 'drag' in presence);
      }),
    )
    .toBe(false);
  expect([await placeOf(panel, A), await placeOf(panel, B)]).toEqual([wasA, wasB]);
  await fingers.press(1, a);
  await fingers.move(1, below(a, 120));
  await fingers.lift(1);
  await expect.poll(async () => (await placeOf(room.second, A))[1]).toBeGreaterThan(wasA[1]);
});

test('two fingers on the bare wall still change the view with several people at it', async ({ panel, fingers }) => {
  await severalHands(panel, fingers);
  const { zoom } = await cameraOf(panel);
  const from = { x: 700, y: 880 };
  await fingers.press(1, from);
  await fingers.press(2, { x: 900, y: 880 });
  await fingers.move(2, { x: 1200, y: 880 });
  await fingers.lift(2);
  await fingers.lift(1);
  await expect.poll(async () => (await cameraOf(panel)).zoom).toBeGreaterThan(zoom * 1.5);
});

test('the palm beside a pen moves nothing, and the pen draws its note along', async ({ room, panel, fingers }) => {
  const [a, b] = [await panel.middleOf(A), await panel.middleOf(B)];
  const [wasA, wasB] = [await placeOf(panel, A), await placeOf(panel, B)];
  const { zoom } = await cameraOf(panel);
  // The hand lies down first, a fingertip's width of it, then the pen, then the whole palm.
  await fingers.press(1, b);
  await fingers.move(1, below(b, 60));
  const pen = (type: string, at: At): Promise<void> =>
    panel.canvas.evaluate(
      (surface, { name, x, y }) => {
        surface.dispatchEvent(
          new PointerEvent(name, {
            ...{ pointerId: 77, pointerType: 'pen', isPrimary: true, pressure: 0.6, bubbles: true, cancelable: true },
            ...{
              clientX: x,
              clientY: y,
              button: name === 'pointermove' ? -1 : 0,
              buttons: name === 'pointerup' ? 0 : 1,
            },
          }),
        );
      },
      { name: type, ...at },
    );
  await pen('pointerdown', a);
  await fingers.press(2, { x: b.x + 40, y: b.y + 120 }, 45);
  await fingers.move(2, { x: b.x + 200, y: b.y + 260 });
  for (let step = 1; step <= 5; step++) await pen('pointermove', below(a, step * 30));
  await pen('pointerup', below(a, 150));
  await fingers.move(1, below(b, 200));
  await fingers.lift(2);
  await fingers.lift(1);
  await expect.poll(async () => (await placeOf(room.second, A))[1]).toBeGreaterThan(wasA[1]);
  await panel.allSaved();
  expect(await placeOf(room.second, B)).toEqual(wasB);
  expect((await cameraOf(panel)).zoom).toBe(zoom);
});
