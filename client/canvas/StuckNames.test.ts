/** Names of a large grid stay in sight while one moves through it: only where they would be out of sight, and at a cost of the view, not of the grid. */
import { describe, expect, it } from 'vitest';
import { createElements } from '../../shared/board/operations.ts';
import type { Scene } from '../../shared/elements/ElementKind.ts';
import { cellOf } from '../../shared/elements/grid/props.ts';
import { THEMES } from '../../shared/theme/tokens.ts';
import { openEditor } from '../../tests/helpers/editing.ts';
import { StuckNames } from './StuckNames.ts';

const keyOf = (n: number): string => `a${'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'[n] ?? 'Z'}`;

function largeGrid() {
  const { board, editor } = openEditor();
  const scene: Scene = {
    theme: THEMES.light,
    locale: 'fr',
    element: (id) => board.get(id),
    frame: (id) => board.frame(id),
    children: (id) => board.tree.children(id),
    person: () => undefined,
    picture: () => null,
  };
  const names = new StuckNames(editor.index, () => scene);
  const props = Object.fromEntries([
    ...Array.from({ length: 20 }, (_, n) => [`row:r${n}`, { name: `Rue ${n + 1}`, type: 'notes', z: keyOf(n) }]),
    ...Array.from({ length: 30 }, (_, n) => [`col:c${n}`, { name: `Jour ${n + 1}`, z: keyOf(n) }]),
  ]);
  createElements(board, 'create', [{ id: 'g', kind: 'grid', parent: null, at: { x: 0, y: 0 }, props }]);
  createElements(
    board,
    'create',
    Array.from({ length: 600 }, (_, n) => ({
      ...{ kind: 'note', parent: 'g', at: { x: 0, y: 0 }, text: `Ce qui se passe rue ${n % 20}` },
      into: { before: null, cell: cellOf(`r${n % 20}`, `c${Math.floor(n / 20)}`) },
    })),
  );
  return { board, editor, names };
}

/** What is written where, in device pixels, by a view of a window at a page point. */
function painted(names: StuckNames, at: { x: number; y: number }) {
  const words: { readonly text: string; readonly x: number; readonly y: number }[] = [];
  let [ox, oy] = [0, 0];
  const saved: (readonly [number, number])[] = [];
  const does: Readonly<Record<string, (...args: never[]) => void>> = {
    save: () => void saved.push([ox, oy]),
    restore: () => {
      [ox, oy] = saved.pop() ?? [0, 0];
    },
    translate: (x: number, y: number) => {
      ox += x;
      oy += y;
    },
    setTransform: (_a: number, _b: number, _c: number, _d: number, x: number, y: number) => {
      [ox, oy] = [x, y];
    },
    fillText: (text: string, x: number, y: number) => void words.push({ text, x: x + ox, y: y + oy }),
  };
  const ctx = new Proxy({} as CanvasRenderingContext2D, {
    get: (_target, name) => does[String(name)] ?? (() => undefined),
    set: () => true,
  });
  const view = { scale: 1, zoom: 1, x: -at.x, y: -at.y, isSettled: true };
  names.paint(ctx, view as never, { ...at, w: 1000, h: 800 }, new Set());
  return words;
}

describe('names kept in sight', () => {
  it('are none where the names are in sight anyway, or nothing of the grid is', () => {
    const { names } = largeGrid();
    expect(names.boxes({ x: -200, y: -200, w: 1000, h: 800 }, 1, new Set()).length > 0).toBe(false);
    expect(names.boxes({ x: 20_000, y: 20_000, w: 1000, h: 800 }, 1, new Set()).length > 0).toBe(false);
    expect(names.boxes({ x: 2_000, y: 2_000, w: 1000, h: 800 }, 1, new Set()).length > 0).toBe(true);
  });

  it('are none from so far off that nobody could read them', () => {
    const { names } = largeGrid();
    expect(names.boxes({ x: 2_000, y: 2_000, w: 4000, h: 3200 }, 0.25, new Set()).length > 0).toBe(false);
  });

  it('stand at the upper and the left edge, beside the tools', () => {
    const { names } = largeGrid();
    const words = painted(names, { x: 2_000, y: 1_500 });
    const column = words.find(({ text }) => text === 'Jour 10');
    expect([column !== undefined, (column?.y ?? 0) > 0, (column?.y ?? 99) < 64]).toEqual([true, true, true]);
    const row = words.find(({ text }) => text === 'Rue 8');
    expect([(row?.x ?? 0) >= 72, (row?.x ?? 999) < 72 + 168]).toEqual([true, true]);
  });

  it('go along within their own row and column', () => {
    const { names } = largeGrid();
    // The window begins in the middle of a column and of a row: both still say their names.
    const words = painted(names, { x: 168 + 232 * 5 + 10 - 240, y: 64 + 232 * 3 + 100 });
    const row = words.find(({ text }) => text === 'Rue 4');
    expect(row?.y).toBeGreaterThan(64);
    const column = words.find(({ text }) => text === 'Jour 6');
    expect(column?.x).toBeGreaterThanOrEqual(240);
  });

  it('are gone with the grid', () => {
    const { board, names } = largeGrid();
    expect(names.boxes({ x: 2_000, y: 2_000, w: 1000, h: 800 }, 1, new Set()).length > 0).toBe(true);
    board.edit('delete', (write) => write.delete('g'));
    names.take(['g']);
    expect(names.boxes({ x: 2_000, y: 2_000, w: 1000, h: 800 }, 1, new Set()).length > 0).toBe(false);
  });

  it('leave what a view finds of 600 notes to what lies in it', () => {
    const { editor } = largeGrid();
    const found = editor.index.find({ x: 2_000, y: 1_500, w: 1000, h: 800 });
    // Six columns and five rows at most lie in a window of this size, and the grid.
    expect(found.length).toBeLessThanOrEqual(6 * 5 + 1);
    expect(found.length).toBeGreaterThan(10);
  });
});
