/**
 * A grid of twenty rows and thirty columns: what somebody does in it costs what is shown elsewhere because of it, not what it holds. Counted, not
 * timed: arrangements worked out, elements that are painted again, calls of the painter.
 */
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { readContributions } from '../../tests/helpers/contributions.ts';
import type { ElementId, Props, Scene } from '../elements/ElementKind.ts';
import type { PaintContext } from '../elements/PaintContext.ts';
import { paintElement } from '../elements/present.ts';
import { isEqual } from '../lib/equal.ts';
import { THEMES } from '../theme/tokens.ts';
import { BoardDoc } from './BoardDoc.ts';
import { createElements, moveElements } from './operations.ts';
import { keysBetween } from './order.ts';

const [ROWS, COLUMNS] = [20, 30];
const GRID = 'parcours';
const WORDS = readContributions().map(({ text }) => text);

function lanes(rows: number, columns: number): Record<string, Props> {
  const z = keysBetween(null, null, Math.max(rows, columns));
  const of = (family: string, count: number, more: Props): [string, Props][] =>
    Array.from({ length: count }, (_, n) => [`${family}:${n}`, { name: `Étape ${n}`, z: z[n], ...more }]);
  return Object.fromEntries([...of('row', rows, { type: 'notes' }), ...of('col', columns, {})]);
}
const cell = (n: number, columns = COLUMNS): string => `${Math.floor(n / columns)}:${n % columns}`;

/** One note in each cell. */
function fullGrid(rows = ROWS, columns = COLUMNS): BoardDoc {
  const board = new BoardDoc();
  board.edit('grid', (write) => {
    write.create({
      id: GRID,
      kind: 'grid',
      place: [null, 0, 0],
      size: [900, 600],
      z: 'a0',
      props: lanes(rows, columns),
    });
    const z = keysBetween(null, null, rows * columns);
    for (let n = 0; n < rows * columns; n++)
      write.create({
        ...{ id: `n${n}`, kind: 'note', place: [GRID, 0, 0, cell(n, columns)], size: [120, 120], z: z[n] as string },
        ...{ text: WORDS[n % WORDS.length] ?? '', props: { color: 'yellow' } },
      });
  });
  return board;
}

const seen = (board: BoardDoc) =>
  new Map([...board.ids()].map((id) => [id, [board.frame(id), board.isHidden(id), board.tree.parent(id)]]));

/** What anybody has who comes now. */
function openedFrom(state: Uint8Array): BoardDoc {
  const board = new BoardDoc();
  board.applyRemote(state);
  return board;
}

type Act =
  | { readonly type: 'move'; readonly note: number; readonly cell: number }
  | { readonly type: 'out' | 'delete' | 'type' | 'grow'; readonly note: number }
  | { readonly type: 'add'; readonly cell: number }
  | { readonly type: 'name' | 'size' | 'front'; readonly lane: number };
const CELL = fc.nat(ROWS * COLUMNS - 1);
const ACT: fc.Arbitrary<Act> = fc.oneof(
  fc.record({ type: fc.constant('move' as const), note: CELL, cell: CELL }),
  fc.record({ type: fc.constantFrom('out' as const, 'delete' as const, 'type' as const, 'grow' as const), note: CELL }),
  fc.record({ type: fc.constant('add' as const), cell: CELL }),
  fc.record({
    type: fc.constantFrom('name' as const, 'size' as const, 'front' as const),
    lane: fc.nat(ROWS + COLUMNS - 1),
  }),
);

/** Does it as the page does, and answers which elements are written. */
function act(board: BoardDoc, one: Act): ElementId[] {
  const into = (at: number) => ({ before: null, cell: cell(at) });
  const to = { x: 0, y: 0 };
  switch (one.type) {
    case 'move':
      moveElements(board, 'move', [{ id: `n${one.note}`, parent: GRID, to, into: into(one.cell) }]);
      return [`n${one.note}`];
    case 'out':
      moveElements(board, 'move', [{ id: `n${one.note}`, parent: null, to: { x: -900, y: one.note } }]);
      return [`n${one.note}`];
    case 'delete':
      board.edit('delete', (write) => write.delete(`n${one.note}`));
      return [`n${one.note}`];
    case 'type':
      board.edit('typing', (write) => write.splice(`n${one.note}`, { at: 0, remove: 0, insert: 'Attendre ' }));
      return [`n${one.note}`];
    case 'grow':
      board.edit('resize', (write) => write.set(`n${one.note}`, { size: [240, 300] }));
      return [`n${one.note}`];
    case 'add':
      return createElements(board, 'create', [{ kind: 'note', parent: GRID, at: to, into: into(one.cell) }]);
    default: {
      const isRow = one.lane < ROWS;
      const key = isRow ? `row:${one.lane}` : `col:${one.lane - ROWS}`;
      const old = board.get(GRID)?.props[key] as Props;
      const first = board.get(GRID)?.props[isRow ? 'row:0' : 'col:0'] as { readonly z: string };
      const change = {
        name: { name: 'Au guichet' },
        size: isRow ? { height: 700 } : { width: 900 },
        front: { z: keysBetween(null, first.z, 1)[0] },
      }[one.type];
      board.edit('grid', (write) => write.set(GRID, { props: { [key]: { ...old, ...change } } }));
      return [GRID];
    }
  }
}

describe('a grid of twenty rows and thirty columns', () => {
  let whole: Uint8Array;
  const opened = (): BoardDoc => openedFrom(whole);
  beforeAll(() => {
    whole = fullGrid().encodeState();
  });

  it('is worked out once when it is opened, and once for each thing done in it, whatever that is', () => {
    const board = opened();
    expect([board.size, board.arrangements.made]).toEqual([601, 1]);
    fc.assert(
      fc.property(fc.array(ACT, { minLength: 1, maxLength: 4 }), (acts) => {
        const one = opened();
        for (const each of acts) {
          const before = one.arrangements.made;
          act(one, each);
          expect(one.arrangements.made - before).toBeLessThanOrEqual(each.type === 'type' ? 0 : 1);
        }
      }),
      { numRuns: 15 },
    );
  });

  it('tells of all that is shown elsewhere or otherwise, and of nothing else unless the grid itself is written', () => {
    const board = opened();
    let told = new Set<ElementId>();
    board.onChange(({ changed, deleted }) => {
      told = new Set([...told, ...changed, ...deleted]);
    });
    let shown = seen(board);
    fc.assert(
      fc.property(ACT, (one) => {
        told = new Set();
        const written = new Set(act(board, one));
        const now = seen(board);
        const others = [...new Set([...shown.keys(), ...now.keys()])].filter(
          (id) => !isEqual(shown.get(id), now.get(id)),
        );
        shown = now;
        if (one.type === 'out' || one.type === 'delete') expect(now).toEqual(seen(openedFrom(board.encodeState())));
        for (const id of others) expect(told).toContain(id);
        if (written.has(GRID)) return;
        // The grid says how many lie in it, of whatever comes, goes or grows.
        const more = [...told].filter((id) => id !== GRID && !written.has(id) && !others.includes(id));
        expect(more).toEqual([]);
      }),
      { numRuns: 120 },
    );
  });

  it('paints few again for what is done in one cell', () => {
    const board = opened();
    const counts: number[] = [];
    board.onChange(({ changed }) => counts.push(changed.size));
    act(board, { type: 'type', note: 77 });
    expect(counts).toEqual([1]);
    counts.length = 0;
    // Two more in one cell: its row grows, what lies below goes down, what lies above stays.
    act(board, { type: 'add', cell: 17 * COLUMNS });
    act(board, { type: 'add', cell: 17 * COLUMNS });
    for (const count of counts) expect(count).toBeLessThanOrEqual(2 * COLUMNS + COLUMNS + 4);
  });

  it('is painted by its rows and columns, not by its cells, and whatever lies in it', () => {
    const calls = (rows: number, columns: number, isFull: boolean): number => {
      const board = isFull ? fullGrid(rows, columns) : new BoardDoc();
      if (!isFull)
        board.edit('grid', (write) =>
          write.create({
            ...{ id: GRID, kind: 'grid', place: [null, 0, 0], size: [900, 600], z: 'a0' },
            props: lanes(rows, columns),
          }),
        );
      return paintCalls(board);
    };
    const large = calls(ROWS, COLUMNS, true);
    expect(large).toBe(calls(ROWS, COLUMNS, false));
    expect(large).toBeLessThanOrEqual(40 * (ROWS + COLUMNS));
    // Twice as many of both are twice the work, not four times.
    expect(calls(2 * ROWS, 2 * COLUMNS, false)).toBeLessThanOrEqual(2 * large + 40);
  });
});

/** How often the painter is called for the grid itself. */
function paintCalls(board: BoardDoc): number {
  let count = 0;
  const state: Record<string, unknown> = {};
  const ctx = new Proxy(state, {
    get: (target, key) => Reflect.get(target, key) ?? (() => void count++),
    set: (target, key, value) => {
      count++;
      return Reflect.set(target, key, value);
    },
  }) as unknown as PaintContext;
  const scene: Scene = {
    theme: THEMES.light,
    locale: 'fr',
    element: (id) => board.get(id),
    frame: (id) => board.frame(id),
    hiddenBelow: () => 0,
    children: (id) => board.tree.children(id),
    person: () => undefined,
    picture: () => null,
  };
  const element = board.get(GRID);
  if (element) paintElement(ctx, element, scene);
  return count;
}
