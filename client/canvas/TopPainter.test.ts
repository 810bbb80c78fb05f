import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { BoardDoc } from '../../shared/board/BoardDoc.ts';
import type { ElementId, Scene } from '../../shared/elements/ElementKind.ts';
import { THEMES } from '../../shared/theme/tokens.ts';
import { put } from '../../tests/helpers/editing.ts';
import { BoardIndex } from '../editor/BoardIndex.ts';
import { ElementPainter } from './ElementPainter.ts';
import { TopPainter, type TopScene } from './TopPainter.ts';

const SIZE = { width: 1000, height: 800 };
const VIEW = { scale: 1, x: 0, y: 0, zoom: 1, isSettled: true };

/** A context in which nothing is seen: what is asked of the painter is counted. */
const silent = (): CanvasRenderingContext2D =>
  new Proxy({} as CanvasRenderingContext2D, { get: () => () => undefined, set: () => true });

beforeEach(() =>
  vi.stubGlobal(
    'OffscreenCanvas',
    class {
      getContext = silent;
      transferToImageBitmap = () => ({ width: 1, height: 1, close: () => undefined });
    },
  ),
);
afterEach(() => vi.unstubAllGlobals());

/** So many notes in a hand, one that stays behind, and a connector between the first and it, in the hand too. */
function hold(count: number) {
  const board = new BoardDoc();
  const notes = Array.from({ length: count }, (_, i) => put(board, 'note', [(i % 10) * 220, Math.floor(i / 10) * 220]));
  const behind = put(board, 'note', [3000, 0]);
  const joined = (from: ElementId, to: ElementId): ElementId =>
    put(board, 'connector', [0, 0], { props: { from: { id: from, x: 0, y: 0 }, to: { id: to, x: 9, y: 9 } } });
  const loose = joined(notes[0] as ElementId, behind);
  const firm = joined(notes[0] as ElementId, notes[1] as ElementId);
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
  const elements = new ElementPainter({ scene: () => scene, now: () => 0, budget: 1e9 });
  const painted: ElementId[][] = [];
  const alone: ElementId[] = [];
  vi.spyOn(elements, 'paintAll').mockImplementation((_ctx, _view, items) => {
    painted.push(items.map(({ id }) => id));
  });
  vi.spyOn(elements, 'paintVector').mockImplementation((_ctx, _view, _item, { id }) => {
    alone.push(id);
  });
  const top = new TopPainter(board, index, elements);
  const ids = [...notes, loose, firm];
  const drag = (x: number): TopScene => ({
    gestures: [{ drag: { ids, by: { x, y: 0 }, copies: false } }],
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
  });
  return {
    board,
    notes,
    loose,
    firm,
    top,
    painted,
    alone,
    /** So many frames of a drag. */
    move(frames: number) {
      for (let x = 0; x < frames; x++) top.paint(silent(), VIEW, drag(x), SIZE);
    },
  };
}

describe('TopPainter', () => {
  it('paints many that are held once, however long the drag', () => {
    const { painted, move, firm, notes } = hold(60);
    move(50);
    expect(painted.length).toBe(1);
    expect(painted[0]).toContain(firm);
    expect(painted[0]).toContain(notes[0]);
  });

  it('paints a held connector anew at each frame when one of its ends stays behind', () => {
    for (const count of [60, 10]) {
      const { painted, alone, move, loose } = hold(count);
      move(5);
      expect(alone).toEqual(Array.from({ length: 5 }, () => loose));
      expect(painted.flat()).not.toContain(loose);
    }
  });

  it('paints them again when one of them has changed meanwhile', () => {
    const { board, notes, painted, move, top } = hold(60);
    move(5);
    board.edit('typing', (write) => write.splice(notes[3] as ElementId, { at: 0, remove: 0, insert: 'Une ' }));
    top.forget([notes[3] as ElementId]);
    move(5);
    expect(painted.length).toBe(2);
    top.forgetAll();
    move(5);
    expect(painted.length).toBe(3);
  });
});
