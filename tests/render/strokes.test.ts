/** A wall drawn all over, through the real thread: thousands of strokes come out as one picture, within the limits of an export. */
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { afterAll, expect, it } from 'vitest';
import { createRenderer } from '../../server/render/Renderer.ts';
import { BoardDoc } from '../../shared/board/BoardDoc.ts';
import { pictureBox } from '../../shared/elements/paintScene.ts';
import { inkOf } from '../../shared/theme/inks.ts';
import { THEMES } from '../../shared/theme/tokens.ts';

const STROKES = 2_000;
const [ACROSS, STEP] = [50, 60] as const;

const renderer = createRenderer();
afterAll(() => renderer.close());

it(`draws ${STROKES} strokes, each where it was drawn`, async () => {
  const board = new BoardDoc();
  // A bar from the left to the right of each field, pressed harder and harder.
  const points = Array.from({ length: 12 }, (_, n) => [n * 4, 20, 30 + 5 * n]).flat();
  board.edit('draw', (write) => {
    for (let n = 0; n < STROKES; n++)
      write.create({
        ...{
          kind: 'stroke',
          place: [null, (n % ACROSS) * STEP, Math.floor(n / ACROSS) * STEP],
          size: [44, 40],
          z: 'a0',
        },
        props: { points, extent: [44, 40], color: 'blue', width: 8 },
      });
  });
  const drawn = await renderer.renderPng({ update: board.encodeState(), scale: 1, locale: 'fr', people: {} });
  if (!drawn.ok) throw new Error(drawn.reason);
  const picture = await loadImage(Buffer.from(drawn.value.bytes));
  const ctx = createCanvas(picture.width, picture.height).getContext('2d');
  ctx.drawImage(picture, 0, 0);
  const ink = inkOf(THEMES.light, 'blue').toUpperCase();
  const at = (x: number, y: number): string =>
    `#${Buffer.from(ctx.getImageData(x, y, 1, 1).data).toString('hex', 0, 3)}`.toUpperCase();
  const box = pictureBox(board);
  const missing = Array.from({ length: STROKES }, (_, n) => n).filter((n) => {
    const x = Math.round((n % ACROSS) * STEP + 30 - box.x);
    const y = Math.round(Math.floor(n / ACROSS) * STEP + 20 - box.y);
    return at(x, y) !== ink;
  });
  expect(missing).toEqual([]);
}, 90_000);
