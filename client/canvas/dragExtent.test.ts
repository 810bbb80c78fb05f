import { type Canvas, createCanvas } from '@napi-rs/canvas';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { BoardDoc } from '../../shared/board/BoardDoc.ts';
import type { Scene } from '../../shared/elements/ElementKind.ts';
import { THEMES } from '../../shared/theme/tokens.ts';
import { shortContributions } from '../../tests/helpers/contributions.ts';
import { put } from '../../tests/helpers/editing.ts';
import { BoardIndex } from '../editor/BoardIndex.ts';
import { dragExtent } from './dragExtent.ts';
import { type DeviceView, ElementPainter } from './ElementPainter.ts';
import { TopPainter, type TopScene } from './TopPainter.ts';

const SIZE = { width: 900, height: 600 };

class Offscreen {
  constructor(width: number, height: number) {
    const canvas = createCanvas(width, height);
    Object.assign(canvas, { transferToImageBitmap: () => canvas, close: () => undefined });
    // biome-ignore lint/correctness/noConstructorReturn: stands in for a class of the browser
    return canvas as unknown as Offscreen;
  }
}

beforeEach(() => vi.stubGlobal('OffscreenCanvas', Offscreen));
afterEach(() => vi.unstubAllGlobals());

const viewAt = (zoom: number, ratio: number): DeviceView => ({
  scale: zoom * ratio,
  x: -37,
  y: 11,
  zoom,
  isSettled: true,
});

function begin() {
  const board = new BoardDoc();
  const [first = '', second = '', third = ''] = shortContributions(3);
  const square = put(board, 'note', [100, 100], { text: first });
  const turned = put(board, 'shape', [420, 160], { text: second, props: { form: 'rectangle', angle: 30 } });
  const still = put(board, 'note', [100, 340], { text: third });
  const area = put(board, 'frame', [700, 40], { size: [200, 200], text: 'Se déplacer' });
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
  const rest: TopScene = {
    gestures: [],
    selection: new Set(),
    pin: null,
    editing: null,
    readOnly: false,
    mayAdd: true,
    displaced: new Map(),
    leaning: new Set(),
    found: null,
    cell: null,
    theme: THEMES.light,
  };
  const painter = (): TopPainter =>
    new TopPainter(board, index, new ElementPainter({ scene: () => scene, now: () => 0, budget: 1e9 }));
  return { board, index, square, turned, still, area, rest, painter };
}

const contextOf = (canvas: Canvas): CanvasRenderingContext2D =>
  canvas.getContext('2d') as unknown as CanvasRenderingContext2D;

describe('dragExtent', () => {
  it('leaves nothing of a frame behind: a long story on one canvas looks like each of its frames on a bare one', () => {
    for (const view of [viewAt(1, 1), viewAt(0.6, 2), viewAt(0.3, 1.25)]) {
      const { square, turned, still, area, rest, painter } = begin();
      const of = (ids: readonly string[], x: number, y: number) => ({ ids, by: { x, y }, copies: false });
      const guides = [
        { axis: 'x', at: 260, from: 20, to: 700, kind: 'edge' },
        { axis: 'y', at: 333, from: 610, to: 90, kind: 'gap' },
      ] as const;
      const both = new Set([square, turned]);
      const story: TopScene[] = [
        { ...rest, selection: both },
        { ...rest, selection: both, gestures: [{ drag: of([square, turned], 10, 4) }] },
        { ...rest, selection: both, gestures: [{ drag: of([square, turned], 130, 60), guides }] },
        { ...rest, selection: both, gestures: [{ drag: of([square, turned], 150, 61) }] },
        { ...rest, selection: both, gestures: [{ drag: of([square, turned], 150, 61), target: area }] },
        { ...rest, selection: both, gestures: [{ drag: of([square], -90, -80) }] },
        { ...rest, gestures: [{ drag: of([turned], 0, 0) }], displaced: new Map([[still, { x: 300, y: -200 }]]) },
        { ...rest, displaced: new Map([[still, { x: 320, y: -180 }]]) },
        { ...rest, displaced: new Map([[area, { x: -500, y: 90 }]]) },
        { ...rest, displaced: new Map([[still, { x: 40, y: 10 }]]) },
        { ...rest, gestures: [{ marquee: { x: 0, y: 0, w: 500, h: 400 } }] },
        { ...rest, gestures: [{ drag: of([still], 5, 5) }] },
        { ...rest, selection: new Set([still]) },
      ];
      const kept = createCanvas(SIZE.width, SIZE.height);
      const top = painter();
      story.forEach((scene, n) => {
        top.paint(contextOf(kept), view, scene, SIZE);
        const bare = createCanvas(SIZE.width, SIZE.height);
        painter().paint(contextOf(bare), view, scene, SIZE);
        expect(kept.data().equals(bare.data()), `frame ${n} at ${view.scale}`).toBe(true);
      });
    }
  });

  it('reaches over a small part of the screen while one note is dragged', () => {
    const { index, square, rest } = begin();
    const gestures = [{ drag: { ids: [square], by: { x: 50, y: 50 }, copies: false } }];
    const item = index.get(square);
    if (!item) throw new Error('no note');
    const extent = dragExtent(viewAt(1, 1), { ...rest, gestures, selection: new Set([square]) }, () => [item]);
    expect(extent && extent.w * extent.h).toBeLessThan(0.2 * SIZE.width * SIZE.height);
  });

  it('says that it does not know where anything else may be shown', () => {
    const { index, square, still, area, rest } = begin();
    const itemsOf = (held: string | readonly string[]) =>
      [...(typeof held === 'string' ? [held] : held)].flatMap((id) => index.get(id) ?? []);
    const drag = { ids: [square], by: { x: 50, y: 50 }, copies: false };
    const shown = (scene: Partial<TopScene>) =>
      dragExtent(viewAt(1, 1), { ...rest, gestures: [{ drag }], ...scene }, itemsOf);
    expect(shown({})).not.toBeNull();
    expect(shown({ selection: new Set([still]) })).toBeNull();
    expect(shown({ leaning: new Set([still]) })).toBeNull();
    expect(shown({ gestures: [{ drag: { ...drag, copies: true } }] })).toBeNull();
    expect(shown({ gestures: [{ drag, target: area }] })).toBeNull();
    expect(shown({ gestures: [{ drag: { ...drag, ids: [area] } }] })).toBeNull();
    expect(shown({ gestures: [] })).toBeNull();
  });
});
