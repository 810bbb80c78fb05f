/** The order of rows and columns, whatever keys others gave them: what is announced is what has come about. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { Element } from '../../../shared/elements/ElementKind.ts';
import { asGrid, columnsOf, type GridProps, type LaneRef, rowsOf } from '../../../shared/elements/grid/props.ts';
import { connect, type EditingPerson, extrasOf, openEditor, put } from '../../../tests/helpers/editing.ts';
import type { GridLanes } from './GridLanes.ts';

describe('the columns of a grid', () => {
  let person: EditingPerson;
  let id: string;
  let lanes: GridLanes;

  const grid = (): Element<GridProps> => asGrid(person.board.get(id)) as Element<GridProps>;
  const names = (): string[] => columnsOf(grid().props).map(({ name }) => name);
  const column = (name: string): LaneRef => {
    const found = columnsOf(grid().props).find((one) => one.name === name);
    return { grid: id, axis: 'column', id: found?.id ?? '' };
  };
  const begin = (keys: readonly string[]): void => {
    const columns = keys.map((z, n) => [`col:c${n}`, { name: 'ABCDEFG'[n], z }]);
    const props = { 'row:r': { name: 'Étapes', type: 'notes', z: 'a0' }, ...Object.fromEntries(columns) };
    id = put(person.board, 'grid', [0, 0], { props });
  };
  const edits = (): (() => number) => {
    let count = 0;
    person.board.onEdit(() => count++);
    return () => count;
  };

  beforeEach(() => {
    person = openEditor();
    lanes = extrasOf(person.editor).lanes;
  });

  it('that two people added at once part again: what comes between them stands there, and is said where it stands', () => {
    begin(['a0']);
    const other = openEditor();
    const wire = connect(person.board, other.board);
    const theirs = extrasOf(other.editor).lanes;
    const mine = lanes.add(grid(), 'column', null);
    theirs.add(asGrid(other.board.get(id)) as Element<GridProps>, 'column', null);
    wire.sync();
    const twins = columnsOf(grid().props).slice(1);
    expect([twins.length, twins[0]?.z === twins[1]?.z, mine === null]).toEqual([2, true, false]);
    const added = lanes.add(grid(), 'column', null);
    const moved = { grid: id, axis: 'column', id: added ?? '' } as const;
    expect(lanes.shift(moved, -1)).toBe(true);
    expect(person.notices.at(-1)).toMatchObject({ id: 'grid.say.columnMoved', values: { position: 3, count: 4 } });
    wire.sync();
    for (const board of [person.board, other.board])
      expect(columnsOf((asGrid(board.get(id)) as Element<GridProps>).props).map((one) => one.id)).toEqual([
        'c0',
        twins[0]?.id,
        added,
        twins[1]?.id,
      ]);
    person.editor.history.undo();
    expect(columnsOf(grid().props).map((one) => one.id)).toEqual(['c0', twins[0]?.id, twins[1]?.id, added]);
  });

  it('come beside the first of several of one order, not after them all', () => {
    begin(['a0', 'a3', 'a3', 'a3']);
    lanes.add(grid(), 'column', column('B').id, 'after');
    expect(names()).toEqual(['A', 'B', '', 'C', 'D']);
    expect(person.notices.at(-1)).toMatchObject({ id: 'grid.say.columnAdded', values: { position: 3, count: 5 } });
    expect(lanes.move(column('A'), column('D').id)).toBe(true);
    expect(names()).toEqual(['B', '', 'C', 'A', 'D']);
  });

  it('keep the width and the day that were written of one that is moved up a little', () => {
    begin(['a3', 'a3', 'a4']);
    lanes.change(column('B'), { width: 400, date: '2026-11-23' });
    expect(lanes.move(column('C'), column('B').id)).toBe(true);
    expect(columnsOf(grid().props)).toMatchObject([
      { name: 'A' },
      { name: 'C' },
      { name: 'B', width: 400, date: '2026-11-23' },
    ]);
  });

  it('are put in order also where a stranger’s keys leave no room between them', () => {
    begin(['1', '2', '3']);
    expect(lanes.move(column('C'), column('A').id)).toBe(true);
    expect(names()).toEqual(['C', 'A', 'B']);
    expect(lanes.move(column('A'), null)).toBe(true);
    lanes.add(grid(), 'column', column('C').id, 'after');
    expect(names()).toEqual(['C', '', 'B', 'A']);
  });

  it('say nothing, and write nothing, where nothing changes', () => {
    begin(['a0', 'a1']);
    const count = edits();
    const before = person.notices.length;
    expect([
      lanes.change(column('A'), { name: 'A' }),
      lanes.change(column('A'), { width: undefined }),
      lanes.move(column('A'), column('B').id),
      lanes.shift(column('B'), 1),
    ]).toEqual([false, false, false, false]);
    expect([count(), person.notices.length, rowsOf(grid().props).length]).toEqual([0, before, 1]);
  });
});
