import { createCanvas } from '@napi-rs/canvas';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Arrangements } from '../../shared/board/Arrangements.ts';
import { BoardDoc } from '../../shared/board/BoardDoc.ts';
import { createElements, moveElements } from '../../shared/board/operations.ts';
import type { Element, ElementId, Scene } from '../../shared/elements/ElementKind.ts';
import { layoutIn } from '../../shared/elements/grid/layoutIn.ts';
import { paintStuckNames } from '../../shared/elements/grid/paintGrid.ts';
import type { GridProps } from '../../shared/elements/grid/props.ts';
import type { PaintContext } from '../../shared/elements/PaintContext.ts';
import { paintElement } from '../../shared/elements/present.ts';
import { KINDS } from '../../shared/elements/registry.ts';
import { THEMES } from '../../shared/theme/tokens.ts';
import { put } from '../../tests/helpers/editing.ts';
import { landing } from '../editor/landing.ts';

afterEach(() => vi.restoreAllMocks());

const at = { x: 0, y: 0 };
const ROWS = 20;
const COLUMNS = 30;

/** A grid of 20 × 30 with two notes in each cell. */
function boardWithGrid() {
  const board = new BoardDoc();
  const z = (n: number): string => `b${String(n).padStart(2, '0')}V`;
  const rows = Array.from({ length: ROWS }, (_, n) => [`row:r${n}`, { name: `Étape ${n}`, type: 'notes', z: z(n) }]);
  const columns = Array.from({ length: COLUMNS }, (_, n) => [`col:c${n}`, { name: `Public ${n}`, z: z(n) }]);
  const grid = put(board, 'grid', [0, 0], { props: Object.fromEntries([...rows, ...columns]) });
  const drafts = Array.from({ length: 2 * ROWS * COLUMNS }, (_, n) => {
    const cell = `r${n % ROWS}:c${Math.floor(n / ROWS) % COLUMNS}`;
    return { kind: 'note', parent: grid, at, into: { before: null, cell } };
  });
  return { board, grid, notes: createElements(board, 'create', drafts) };
}

function screenOf(board: BoardDoc, scale: number): Scene {
  return {
    theme: THEMES.light,
    locale: 'fr',
    screen: () => ({ scale, seen: { x: 3000, y: 3000, w: 1440 / scale, h: 900 / scale } }),
    element: (id) => board.get(id),
    frame: (id) => board.frame(id),
    children: (id) => board.tree.children(id),
    arrangement: (id) => board.arrangements.of(id),
    picture: () => null,
    person: () => undefined,
  };
}

/** How many lines of words are written. */
function wordsIn(paint: (ctx: PaintContext) => void): number {
  const ctx = createCanvas(1440, 900).getContext('2d');
  const written = vi.spyOn(ctx, 'fillText');
  paint(ctx as unknown as PaintContext);
  return written.mock.calls.length;
}

describe('what areas cost', () => {
  it('a grid that is painted, or pointed at, is not laid out once more', () => {
    const { board, grid } = boardWithGrid();
    const element = board.get(grid) as Element<GridProps>;
    expect(layoutIn(element, screenOf(board, 1))).toBe(board.arrangements.of(grid));
    // With other words it is the same; with a column pulled wider it is not.
    expect(layoutIn({ ...element, text: ' ' }, screenOf(board, 1))).toBe(board.arrangements.of(grid));
    const pulled = { ...element, props: { ...element.props, 'col:c0': { name: '', z: 'b00V', width: 900 } } };
    expect(layoutIn(pulled, screenOf(board, 1)).columns[0]?.w).toBe(900);
  });

  it('of a grid only names in and around the window are written, all of them in a picture, none from afar', () => {
    const { board, grid } = boardWithGrid();
    const element = board.get(grid) as Element<GridProps>;
    const near = screenOf(board, 1);
    const { screen: _, ...picture } = near;
    const named = (scene: Scene): number => wordsIn((ctx) => paintElement(ctx, element, scene));
    expect(named(picture)).toBe(ROWS + COLUMNS);
    expect(named(screenOf(board, 0.05))).toBe(0);
    expect(named(near)).toBeLessThan(30);
    const seen = { x: 3000, y: 3000, w: 1440, h: 900 };
    const stuck = wordsIn((ctx) =>
      paintStuckNames(ctx, element, near, layoutIn(element, near), { x: 3000, y: 3000, inset: 0, seen }),
    );
    expect(stuck).toBeLessThan(15);
  });

  it('three hundred clusters seen from afar are rectangles without a word', () => {
    const board = new BoardDoc();
    const cluster = put(board, 'cluster', [0, 0], { text: 'Se déplacer' });
    const element = board.get(cluster) as Element;
    expect(wordsIn((ctx) => paintElement(ctx, element, screenOf(board, 1)))).toBeGreaterThan(1);
    expect(wordsIn((ctx) => paintElement(ctx, element, screenOf(board, 0.04)))).toBe(0);
  });

  it('while a hand goes on over the same spot, nothing is laid out again', () => {
    const { board, grid } = boardWithGrid();
    const held = new Set([put(board, 'note', [-900, 0])]);
    const arrange = vi.spyOn(KINDS.grid, 'arrange');
    const spots = Array.from({ length: 20 }, (_, n) => landing(board, grid, held, { x: 190 + n, y: 90 }));
    expect(arrange).toHaveBeenCalledTimes(1);
    expect(new Set(spots.map((spot) => JSON.stringify(spot))).size).toBe(1);
    // Another cell is another place, and so is the same one when the grid has gone elsewhere.
    const other = landing(board, grid, held, { x: 190, y: 900 });
    expect(other).not.toEqual(spots[0]);
    board.edit('move', (write) => write.set(grid, { place: [null, 0, 5000] }));
    expect(landing(board, grid, held, { x: 190, y: 5090 })?.box.y).toBe((spots[0]?.box.y ?? 0) + 5000);
  });

  it('of twelve hundred notes in a grid only the one that moves is looked up', () => {
    const { board, grid, notes } = boardWithGrid();
    let asked = 0;
    let rev = 0;
    const arrangements = new Arrangements({
      element: (id) => {
        asked++;
        return board.written(id);
      },
      parent: (id) => board.tree.parent(id),
      children: (id) => board.tree.children(id),
      nextRev: () => ++rev,
    });
    arrangements.update(new Set(board.ids()));
    for (const [n, before] of [
      [5, 700],
      [1100, 3],
    ] as const) {
      const [id, next] = [notes[n], notes[before]] as [ElementId, ElementId];
      const into = { before: next, cell: board.get(next)?.place[3] as string };
      moveElements(board, 'move', [{ id, parent: grid, to: at, into }]);
      asked = 0;
      arrangements.update(new Set([id]));
      expect(asked).toBeLessThan(20);
      expect(arrangements.of(grid)).toEqual(board.arrangements.of(grid));
      expect(arrangements.laidOut(grid).map(({ id: one }) => one)).toEqual(board.tree.children(grid));
    }
  });
});
