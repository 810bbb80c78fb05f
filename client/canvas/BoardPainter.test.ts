import { type Canvas, createCanvas } from '@napi-rs/canvas';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { BoardDoc } from '../../shared/board/BoardDoc.ts';
import type { Scene } from '../../shared/elements/ElementKind.ts';
import { THEMES } from '../../shared/theme/tokens.ts';
import { shortContributions } from '../../tests/helpers/contributions.ts';
import { put } from '../../tests/helpers/editing.ts';
import { BoardIndex } from '../editor/BoardIndex.ts';
import { BoardPainter } from './BoardPainter.ts';
import { type DeviceView, ElementPainter } from './ElementPainter.ts';
import { StuckNames } from './StuckNames.ts';

const SIZE = { width: 600, height: 400 };
const ZOOM = 0.15;
const COLUMNS = 60;

class Offscreen {
  readonly #canvas: Canvas;

  constructor(width: number, height: number) {
    this.#canvas = createCanvas(width, height);
    // Copied from as a picture, whatever made it.
    Object.assign(this.#canvas, { transferToImageBitmap: () => this.#canvas, close: () => undefined });
    // biome-ignore lint/correctness/noConstructorReturn: stands in for a class of the browser
    return this.#canvas as unknown as Offscreen;
  }
}

beforeEach(() => vi.stubGlobal('OffscreenCanvas', Offscreen));
afterEach(() => vi.unstubAllGlobals());

const viewAt = (x: number, y: number, zoom = ZOOM): DeviceView => ({
  scale: zoom,
  x: Math.round(-x * zoom),
  y: Math.round(-y * zoom),
  zoom,
  isSettled: true,
});

/** A wall of notes with an area, a stroke and a connector, and somebody who paints it on a real canvas. */
function begin({ notes = 2000 } = {}) {
  const board = new BoardDoc();
  const texts = shortContributions(40);
  const area = put(board, 'frame', [200, 150], { size: [1500, 900], text: 'Se déplacer' });
  const ids = Array.from({ length: notes }, (_, i) =>
    put(board, 'note', [(i % COLUMNS) * 220, Math.floor(i / COLUMNS) * 220], {
      text: texts[i % texts.length] as string,
      ...(i % 9 === 4 && { parent: area }),
    }),
  );
  put(board, 'stroke', [300, 200], { size: [700, 300] });
  put(board, 'text', [900, 500], { text: texts[0] as string });
  const index = new BoardIndex(board);
  const scene: Scene = {
    theme: THEMES.light,
    locale: 'fr',
    element: (id) => board.get(id),
    frame: (id) => board.frame(id),
    picture: () => null,
    children: (id) => board.tree.children(id),
    person: () => undefined,
  };
  const open = () => {
    const elements = new ElementPainter({ scene: () => scene, now: () => 0, budget: 1e9 });
    const rasters = vi.spyOn(elements.bitmaps, 'make');
    const painter = new BoardPainter(index, elements, new StuckNames(index, () => scene));
    const canvas = createCanvas(SIZE.width, SIZE.height);
    const ctx = canvas.getContext('2d');
    const drawn = vi.spyOn(ctx, 'drawImage');
    index.onChange(({ damage }) => painter.damage(damage));
    return {
      painter,
      /** How many bitmaps were made so far. */
      made: () => rasters.mock.calls.length,
      /** Paints what is asked for; how many pictures that took, and how many were copies of the screen itself. */
      paint(view: DeviceView) {
        drawn.mockClear();
        elements.beginFrame({ bitmaps: 6, all: 10 });
        painter.paint(ctx as unknown as CanvasRenderingContext2D, view, scene.theme, SIZE);
        const copies = drawn.mock.calls.filter(([image]) => (image as unknown) === canvas).length;
        return { pictures: drawn.mock.calls.length - copies, copies };
      },
      pixels: () => Buffer.from(ctx.getImageData(0, 0, SIZE.width, SIZE.height).data).toString('base64'),
    };
  };
  return { board, ids, index, scene, open };
}

describe('BoardPainter', () => {
  it('shifts what stands there when one pans over many elements, and paints only what comes into view', () => {
    const { painter, paint } = begin().open();
    const whole = paint(viewAt(0, 0));
    painter.move();
    const panned = paint(viewAt(40, 24));
    expect({ whole: whole.copies, panned: panned.copies }).toEqual({ whole: 0, panned: 1 });
    expect(panned.pictures).toBeLessThan(whole.pictures / 2);
  });

  it('shows after any pan what a painting of everything would show', () => {
    const wall = begin();
    const panning = wall.open();
    panning.paint(viewAt(100, 100));
    const path = [
      [140, 100],
      [140, 180],
      [60, 60],
      [400, 500],
      [392, 508],
    ] as const;
    for (const [n, [x, y]] of path.entries()) {
      // Somebody else moves a note meanwhile.
      if (n === 3) wall.board.edit('move', (write) => write.set(wall.ids[70] as string, { place: [null, 700, 640] }));
      panning.painter.move();
      expect(panning.paint(viewAt(x, y)).copies).toBe(1);
      const afresh = wall.open();
      afresh.paint(viewAt(x, y));
      expect(panning.pixels() === afresh.pixels()).toBe(true);
    }
  });

  it('paints everything at another zoom, after a leap, and where little is in view', () => {
    const { painter, paint } = begin().open();
    paint(viewAt(0, 0));
    painter.move();
    expect(paint(viewAt(0, 0, 0.16)).copies).toBe(0);
    painter.move();
    paint(viewAt(0, 0));
    painter.move();
    expect(paint(viewAt(3000, 0)).copies).toBe(0);
    const few = begin({ notes: 20 }).open();
    few.paint(viewAt(0, 0));
    few.painter.move();
    expect(few.paint(viewAt(40, 0)).copies).toBe(0);
  });

  it('paints everything where a thousand notes are squares of a few pixels: a copy of the picture would cost more', () => {
    const { painter, paint } = begin({ notes: 1200 }).open();
    paint(viewAt(0, 0, 0.1));
    painter.move();
    expect(paint(viewAt(100, 0, 0.1)).copies).toBe(0);
    paint(viewAt(100, 0, 0.15));
    painter.move();
    expect(paint(viewAt(140, 0, 0.15)).copies).toBe(1);
  });

  it('paints nothing when the camera comes back to where it was', () => {
    const { painter, paint } = begin().open();
    paint(viewAt(0, 0));
    painter.move();
    expect(paint(viewAt(0, 0))).toEqual({ pictures: 0, copies: 0 });
    const few = begin({ notes: 20 }).open();
    few.paint(viewAt(0, 0));
    few.painter.move();
    expect(few.paint(viewAt(0, 0))).toEqual({ pictures: 0, copies: 0 });
  });

  it('paints everything again when some of it was shown by a stand-in', () => {
    const { painter, paint } = begin().open();
    const whole = paint(viewAt(0, 0));
    painter.move();
    painter.invalidate();
    expect(paint(viewAt(40, 0)).pictures).toBeGreaterThan(whole.pictures * 0.9);
  });

  it('keeps names at the edge where they are while the wall goes by below, and what changes there under them', () => {
    const wall = begin({ notes: 0 });
    const lanes = (family: string, n: number, type = {}) =>
      Array.from({ length: n }, (_, k) => [`${family}:l${k}`, { ...type, name: `Étape ${k}`, z: `b${10 + k}V` }]);
    put(wall.board, 'grid', [0, 0], {
      props: Object.fromEntries([...lanes('row', 12, { type: 'notes' }), ...lanes('col', 12)]),
    });
    // So close together that their picture is shifted.
    const [text] = shortContributions(1);
    const ids = Array.from({ length: 900 }, (_, n) =>
      put(wall.board, 'note', [400 + (n % 30) * 40, 400 + Math.floor(n / 30) * 40], { text: text as string }),
    );
    const panning = wall.open();
    const names = vi.spyOn(StuckNames.prototype, 'paint');
    panning.paint(viewAt(600, 600, 0.5));
    expect(names).toHaveBeenCalled();
    for (const [n, [x, y]] of [
      [620, 600],
      [620, 660],
      [560, 580],
      [560, 580],
    ].entries()) {
      if (n === 2) wall.board.edit('move', (write) => write.set(ids[100] as string, { place: [null, 570, 700] }));
      // Nobody pans, but something moves below the names.
      if (n === 3) wall.board.edit('move', (write) => write.set(ids[100] as string, { place: [null, 900, 560] }));
      else panning.painter.move();
      expect(panning.paint(viewAt(x as number, y as number, 0.5)).copies).toBe(n === 3 ? 0 : 1);
      const afresh = wall.open();
      afresh.paint(viewAt(x as number, y as number, 0.5));
      expect(panning.pixels() === afresh.pixels()).toBe(true);
    }
  });

  it('has no names at the edge of what a hand holds', () => {
    const wall = begin({ notes: 0 });
    const grid = put(wall.board, 'grid', [0, 0], { size: [3000, 3000] });
    const { painter, paint, pixels } = wall.open();
    const names = vi.spyOn(StuckNames.prototype, 'paint').mockClear();
    painter.lift(new Set([grid]));
    paint(viewAt(100, 100, 0.5));
    const without = pixels();
    expect(names).not.toHaveBeenCalled();
    painter.lift(new Set());
    paint(viewAt(100, 100, 0.5));
    expect(pixels() === without).toBe(false);
  });

  it('makes bitmaps of all around where one rests, of what comes next while one travels', () => {
    const { scene, open } = begin({ notes: 400 });
    const { painter, paint, made } = open();
    const view = viewAt(4000, 400, 0.4);
    paint(view);
    const seen = made();
    painter.prepare(view, scene, SIZE, true, () => false);
    const ahead = made();
    painter.prepare(view, scene, SIZE, false, () => false);
    const all = made();
    expect([ahead > seen, all > ahead]).toEqual([true, true]);
    // Nothing is left to do then, wherever it is asked from.
    expect(painter.prepare(view, scene, SIZE, true, () => true)).toBe(false);
  });
});
