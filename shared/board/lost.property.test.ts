/**
 * What an area leaves when it goes: dissolved by the page, all stands where it was shown; gone in any other way, what had coordinates keeps them,
 * and the rest is spread by its ids alone, so that everybody finds each at the same place, none over the other, and none moves for another.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readContributions } from '../../tests/helpers/contributions.ts';
import type { ElementId, Place, Props } from '../elements/ElementKind.ts';
import { findPreset, presetProps } from '../elements/grid/presets.ts';
import { findKind } from '../elements/registry.ts';
import { BoardDoc } from './BoardDoc.ts';
import { deleteElements, moveElements } from './operations.ts';

const WORDS = readContributions().map(({ text }) => text);
const AREA = 'zone';
const PROPS: Readonly<Record<string, Props>> = { grid: presetProps(findPreset('journey'), 'fr') };
const CELLS = ['actions:c1', 'actions:c2', 'emotion:c1', 'partie:ailleurs'];

const id = fc.stringMatching(/^[A-Za-z0-9_-]{8,24}$/);
const ids = fc.uniqueArray(id, { minLength: 1, maxLength: 120 }).filter((all) => !all.includes(AREA));
/** Areas that give their content its place, as notes come to lie in them. */
const kind = fc.constantFrom('cluster', 'grid', 'deck');

const putArea = (board: BoardDoc, of: string): void => {
  const size = findKind(of)?.defaultSize ?? [400, 300];
  board.edit('area', (write) =>
    write.create({ id: AREA, kind: of, place: [null, 700, 500], size, z: 'a0', props: PROPS[of] ?? {} }),
  );
};
const putNotes = (board: BoardDoc, all: readonly ElementId[], place: (n: number) => Place): void =>
  board.edit('notes', (write) => {
    for (const [n, one] of all.entries())
      write.create({
        ...{ id: one, kind: 'note', place: place(n), size: [200, 200], z: `a${n}1`, text: WORDS[n] ?? '' },
        props: { color: 'yellow' },
      });
  });
const inCells =
  (of: string) =>
  (n: number): Place =>
    of === 'grid' ? [AREA, 0, 0, CELLS[n % CELLS.length] as string] : [AREA, 0, 0];
const tear = (board: BoardDoc): void => board.edit('delete', (write) => write.delete(AREA));
const spots = (board: BoardDoc, all: readonly ElementId[]) =>
  all.map((one) => {
    const { x, y } = board.tree.origin(one);
    return [one, x, y] as const;
  });

describe('what has lost its area', () => {
  it('is spread by its ids: at the same places for everybody, however it came to them', () => {
    fc.assert(
      fc.property(ids, kind, fc.boolean(), (all, of, isLate) => {
        const mine = new BoardDoc();
        putArea(mine, of);
        const theirs = new BoardDoc();
        theirs.applyRemote(mine.encodeState());
        putNotes(mine, all, inCells(of));
        // One takes the area away while the other fills it.
        if (isLate) theirs.applyRemote(mine.encodeState());
        tear(theirs);
        const [own, other] = [mine.encodeState(), theirs.encodeState()];
        mine.applyRemote(other);
        theirs.applyRemote(own);
        const opened = new BoardDoc();
        opened.applyRemote(mine.encodeState());
        expect([...mine.tree.orphans].sort()).toEqual([...all].sort());
        expect([...mine.tree.children(null)].sort()).toEqual([...all].sort());
        for (const board of [theirs, opened]) expect(spots(board, all)).toEqual(spots(mine, all));
        for (const one of all) expect(mine.get(one)?.place[0]).toBe(AREA);
      }),
      { numRuns: 60 },
    );
  });

  it('lies apart, within a few screens, whatever the ids', () => {
    fc.assert(
      fc.property(ids, kind, (all, of) => {
        const board = new BoardDoc();
        putArea(board, of);
        putNotes(board, all, inCells(of));
        tear(board);
        const found = spots(board, all);
        const corners = new Set(found.map(([, x, y]) => `${x} ${y}`));
        // Of 11,520 corners, 120 ids share one now and then; never a heap of them.
        expect(corners.size).toBeGreaterThanOrEqual(all.length - Math.max(1, Math.floor(all.length / 20)));
        for (const [, x, y] of found) {
          expect(x >= 0 && x < 24 * 224 + 48).toBe(true);
          expect(y >= 0 && y < 10 * 224 + 48).toBe(true);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('stays where it is when another is found, put away, or comes to it', () => {
    fc.assert(
      fc.property(ids, kind, fc.nat(), fc.nat(), (all, of, a, b) => {
        const board = new BoardDoc();
        putArea(board, of);
        const [late, ...there] = all;
        putNotes(board, there, inCells(of));
        tear(board);
        const before = new Map(spots(board, there).map(([one, x, y]) => [one, [x, y]]));
        const [moved, gone] = [there[a % Math.max(1, there.length)], there[b % Math.max(1, there.length)]];
        if (moved !== undefined) moveElements(board, 'move', [{ id: moved, parent: null, to: { x: 9_000, y: 9_000 } }]);
        if (gone !== undefined) board.edit('delete', (write) => write.delete(gone));
        if (late !== undefined) putNotes(board, [late], inCells(of));
        for (const [one, x, y] of spots(
          board,
          there.filter((each) => each !== moved && each !== gone),
        ))
          expect([x, y]).toEqual(before.get(one));
        if (moved !== undefined && moved !== gone) expect(board.tree.orphans.has(moved)).toBe(false);
      }),
      { numRuns: 60 },
    );
  });

  it('stays where it is written, where its area had left it its own coordinates', () => {
    const coordinates = fc.record({ x: fc.integer({ min: 1, max: 9_000 }), y: fc.integer({ min: -900, max: 9_000 }) });
    fc.assert(
      fc.property(
        fc.array(coordinates, { maxLength: 30 }),
        fc.constantFrom('frame', 'matrix', 'radar', 'map'),
        (all, of) => {
          const board = new BoardDoc();
          putArea(board, of);
          const notes = all.map((_, n) => `note-${n}`);
          putNotes(board, notes, (n) => [AREA, all[n]?.x ?? 1, all[n]?.y ?? 1]);
          tear(board);
          expect(spots(board, notes)).toEqual(all.map(({ x, y }, n) => [`note-${n}`, x, y]));
        },
      ),
      { numRuns: 40 },
    );
  });

  it('is in its area again, as before, when that comes back', () => {
    fc.assert(
      fc.property(ids, kind, (all, of) => {
        const board = new BoardDoc();
        putArea(board, of);
        putNotes(board, all, inCells(of));
        const shown = [spots(board, all), board.get(AREA)?.size, board.tree.children(AREA)];
        tear(board);
        putArea(board, of);
        expect([spots(board, all), board.get(AREA)?.size, board.tree.children(AREA)]).toEqual(shown);
        expect([...board.tree.orphans]).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it('stands where it was shown when the page dissolves the area: nothing is lost then', () => {
    fc.assert(
      fc.property(ids, kind, (all, of) => {
        const board = new BoardDoc();
        putArea(board, of);
        putNotes(board, all, inCells(of));
        const shown = spots(board, all);
        deleteElements(board, 'dissolve', [AREA]);
        expect(spots(board, all)).toEqual(shown);
        expect([board.tree.orphans.size, board.size]).toEqual([0, all.length]);
        for (const one of all) expect(board.get(one)?.place).toHaveLength(3);
      }),
      { numRuns: 40 },
    );
  });
});
