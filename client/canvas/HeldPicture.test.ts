import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { BoardDoc } from '../../shared/board/BoardDoc.ts';
import { put } from '../../tests/helpers/editing.ts';
import { BoardIndex, type Indexed } from '../editor/BoardIndex.ts';
import type { DeviceView } from './ElementPainter.ts';
import { HeldPicture } from './HeldPicture.ts';

const SEEN = { x: 0, y: 0, w: 1000, h: 800 };
const view = (scale = 1): DeviceView => ({ scale, x: 0, y: 0, zoom: scale, isSettled: true });

let made = 0;
let closed = 0;
/** Sizes of the canvases made. */
let sizes: (readonly [number, number])[] = [];

beforeEach(() => {
  made = 0;
  closed = 0;
  sizes = [];
  vi.stubGlobal(
    'OffscreenCanvas',
    class {
      readonly size: readonly [number, number];
      constructor(width: number, height: number) {
        this.size = [width, height];
        sizes.push(this.size);
      }
      getContext = () => ({});
      transferToImageBitmap = () => {
        made++;
        return { width: this.size[0], height: this.size[1], close: () => void closed++ };
      };
    },
  );
});

afterEach(() => vi.unstubAllGlobals());

/** Sixty notes in a hand, and a picture of them. */
function hold() {
  const board = new BoardDoc();
  const ids = Array.from({ length: 60 }, (_, i) =>
    put(board, 'note', [(i % 10) * 220, Math.floor(i / 10) * 220], { text: `idée ${i}` }),
  );
  const index = new BoardIndex(board);
  const items = ids.map((id) => index.get(id) as Indexed);
  const picture = new HeldPicture();
  const copies: [number, number][] = [];
  const drawn: [number, number][] = [];
  let painted = 0;
  const ctx = {
    drawImage: (image: { width: number; height: number }, x: number, y: number, w = image.width, h = image.height) => {
      copies.push([x, y]);
      drawn.push([w, h]);
    },
  };
  const move = (x: number, y: number, { scale = 1, seen = SEEN, isWhole = true } = {}): void =>
    picture.paint(
      ctx as unknown as CanvasRenderingContext2D,
      view(scale),
      { held: ids, by: { x, y }, seen },
      () => items,
      (_ctx, _view, shown) => {
        painted += shown.length;
        return isWhole;
      },
    );
  return { ids, picture, copies, drawn, move, painted: () => painted };
}

describe('HeldPicture', () => {
  it('paints what is held once, and copies it where the hand is', () => {
    const { move, copies, painted } = hold();
    for (let step = 0; step < 100; step++) move(step, -step);
    expect({ made, paintings: painted() <= 60, copies: copies.length }).toEqual({
      made: 1,
      paintings: true,
      copies: 100,
    });
    const [first, last] = [copies[0], copies[99]] as [[number, number], [number, number]];
    expect([last[0] - first[0], last[1] - first[1]]).toEqual([99, -99]);
  });

  it('leaves out what lies far from the view, and paints it when it comes into sight', () => {
    const { move, painted } = hold();
    move(0, 0);
    const before = painted();
    expect(before).toBeLessThan(60);
    move(-1200, 0);
    expect(made).toBe(2);
    expect(painted()).toBeGreaterThan(before);
  });

  it('is made anew at another zoom, and when one of those held has changed, not when another has', () => {
    const { ids, move, picture } = hold();
    move(0, 0);
    picture.forget(['elsewhere']);
    move(1, 0);
    expect(made).toBe(1);
    picture.forget([ids[3] as string]);
    move(2, 0);
    expect(made).toBe(2);
    move(2, 0, { scale: 0.5 });
    expect(made).toBe(3);
  });

  it('keeps no picture in which something stands in for the real thing', () => {
    const { move } = hold();
    move(0, 0, { isWhole: false });
    move(0, 0);
    move(1, 0);
    expect(made).toBe(2);
  });

  it('is never larger than a browser makes a canvas, on screens however large', () => {
    for (const [w, h] of [
      [3840, 2160],
      [5120, 2880],
      [7680, 4320],
    ] as const) {
      const scale = 6;
      const { move, drawn } = hold();
      move(-300, -200, { scale, seen: { x: 0, y: 0, w: w / scale, h: h / scale } });
      const [width = 0, height = 0] = sizes.at(-1) ?? [];
      expect(width * height).toBeLessThanOrEqual(16 * 2 ** 20);
      const [shown = 0, high = 0] = drawn.at(-1) ?? [];
      expect([shown >= w, high >= h]).toEqual([true, true]);
      // Sharp wherever the view itself is no larger.
      if (w < 6000) expect(shown).toBe(width);
    }
  });

  it('gives its pixels back', () => {
    const { move, picture } = hold();
    move(0, 0, { isWhole: false });
    move(0, 0);
    picture.drop();
    expect(closed).toBe(made);
  });
});
