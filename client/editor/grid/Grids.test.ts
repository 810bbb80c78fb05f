/** Working in a grid by keyboard and by hand, on a real board: what is written, what is said, what one undo gives back. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { Element } from '../../../shared/elements/ElementKind.ts';
import { feltBy } from '../../../shared/elements/grid/emotion.ts';
import { asGridLayout, type GridLayout } from '../../../shared/elements/grid/layout.ts';
import { findPreset, presetProps } from '../../../shared/elements/grid/presets.ts';
import { asGrid, columnsOf, type GridProps, rowsOf } from '../../../shared/elements/grid/props.ts';
import { connect, type EditingPerson, extrasOf, openEditor, put } from '../../../tests/helpers/editing.ts';
import { partAt } from '../parts.ts';
import type { TypingField } from '../Typing.ts';
import { takeGridKey, takesGridTab } from './gridKeys.ts';

const FIELD: TypingField = { open: () => undefined, replace: () => undefined, close: () => undefined };

describe('a grid', () => {
  let person: EditingPerson;
  let id: string;

  const grid = (): Element<GridProps> => asGrid(person.board.get(id)) as Element<GridProps>;
  const layout = (): GridLayout => asGridLayout(person.board.arrangements.of(id)) as GridLayout;
  const press = (name: string, repeat = false): boolean => {
    const parts = name.split('+');
    const key = {
      repeat,
      key: parts.at(-1) ?? '',
      code: '',
      ctrlKey: parts.includes('ctrl'),
      metaKey: false,
      shiftKey: parts.includes('shift'),
      altKey: parts.includes('alt'),
    };
    return takeGridKey(person.editor.grids, person.editor.extras, key, person.editor.store.getState().readOnly);
  };
  const write = (text: string): void => {
    press('Enter');
    person.editor.typing.input(text, text.length);
    expect(person.editor.grids.leave(person.editor.typing.id)).toBe(true);
  };
  const said = (): string => person.notices.at(-1)?.id ?? '';
  const cellsOf = (): Record<string, string[]> =>
    Object.fromEntries(
      [...layout().cells].map(([cell, ids]) => [cell, ids.map((one) => person.board.get(one)?.text ?? '')]),
    );

  beforeEach(() => {
    person = openEditor();
    person.editor.typing.attach(FIELD);
    id = put(person.board, 'grid', [100, 100], {
      text: 'Parcours d’Awa',
      props: presetProps(findPreset('journey'), 'fr'),
    });
    person.editor.selection.set([id]);
  });

  it('is filled by keyboard alone: arrows, Enter, words, Tab', () => {
    press('ArrowDown');
    write('Elle cherche l’adresse');
    expect(person.editor.store.getState().cell).toEqual({ grid: id, row: 'actions', column: 'c1' });
    press('Tab');
    write('Elle appelle');
    press('ArrowDown');
    write('Le standard');
    expect(cellsOf()).toEqual({
      'actions:c1': ['Elle cherche l’adresse'],
      'actions:c2': ['Elle appelle'],
      'contact:c2': ['Le standard'],
    });
    expect(person.notices.filter(({ id: what }) => what === 'grid.say.cell').length).toBeGreaterThan(3);
  });

  it('goes on by Tab from within a note that was begun in a cell', () => {
    press('ArrowDown');
    press('Enter');
    const note = person.editor.typing.id;
    person.editor.typing.input('Elle attend', 11);
    expect(person.editor.grids.leave(note, 1)).toBe(true);
    expect(person.editor.store.getState().cell).toEqual({ grid: id, row: 'actions', column: 'c2' });
    expect(person.editor.typing.id).toBeNull();
  });

  it('says how it feels by up and down in an emotion row, in half points, and leads out of it from its ends', () => {
    for (let n = 0; n < 4; n++) press('ArrowDown');
    write('Perdue');
    const note = layout().cells.get('emotion:c1')?.[0] ?? '';
    const felt = (): number => feltBy(person.board.written(note) as Element);
    person.editor.selection.set([note]);
    for (let n = 0; n < 3; n++) person.editor.writes.nudge({ x: 0, y: 1 });
    expect(felt()).toBe(-1.5);
    person.editor.writes.nudge({ x: 1, y: 0 });
    expect([person.board.written(note)?.place[3], felt()]).toEqual(['emotion:c2', -1.5]);
    for (let n = 0; n < 2; n++) person.editor.writes.nudge({ x: 0, y: 1 });
    expect(person.board.written(note)?.place[3]).toBe('irritants:c2');
    expect(said()).toBe('grid.say.moved');
  });

  it('carries the last note of a cell along with whoever stands there', () => {
    press('ArrowDown');
    write('Elle cherche');
    press('alt+ArrowRight');
    expect(cellsOf()).toEqual({ 'actions:c2': ['Elle cherche'] });
    expect(person.editor.store.getState().cell?.column).toBe('c2');
  });

  it('adds a row and a column beside where one stands, and stands on its name', () => {
    press('ArrowDown');
    press('ctrl+shift+ArrowDown');
    expect(
      rowsOf(grid().props)
        .map(({ name }) => name)
        .slice(0, 3),
    ).toEqual(['Actions', '', 'Points de contact']);
    expect(person.editor.grids.header?.axis).toBe('row');
    press('ctrl+shift+ArrowUp');
    expect(rowsOf(grid().props)).toHaveLength(8);
    press('ArrowRight');
    press('ctrl+shift+ArrowLeft');
    expect(columnsOf(grid().props)[0]?.name).toBe('');
    expect(columnsOf(grid().props)).toHaveLength(7);
    person.editor.history.undo();
    expect(columnsOf(grid().props)).toHaveLength(6);
  });

  it('keeps the notes of a row that goes, to be placed, and gives all back with one undo', () => {
    press('ArrowDown');
    write('Elle cherche');
    press('ArrowLeft');
    expect(said()).toBe('grid.say.row');
    press('Delete');
    expect(rowsOf(grid().props).map(({ id: row }) => row)).not.toContain('actions');
    expect(layout().unplaced).toHaveLength(1);
    expect(person.notices.at(-1)).toMatchObject({ id: 'grid.say.removed', values: { name: 'Actions', count: 1 } });
    person.editor.history.undo();
    expect(cellsOf()).toEqual({ 'actions:c1': ['Elle cherche'] });
  });

  it('does not delete the grid by a key meant for a cell', () => {
    press('ArrowDown');
    expect(press('Delete')).toBe(true);
    expect(person.board.get(id)).toBeDefined();
  });

  it('stands on what is left once a row or a column has gone: the same key again never takes the grid', () => {
    const names = (): string[] => columnsOf(grid().props).map(({ id: column }) => column);
    press('ArrowDown');
    press('ArrowUp');
    expect(person.editor.grids.header).toMatchObject({ axis: 'column', id: 'c1' });
    press('Delete');
    expect(press('Delete', true)).toBe(true);
    expect([names().length, person.editor.grids.header?.id]).toEqual([5, 'c2']);
    // The last of them goes elsewhere: one stands on the one before it.
    person.editor.grids.standOn({ grid: id, axis: 'column', id: 'c6' });
    person.board.edit('test', (write_) => write_.set(id, { props: { 'col:c6': undefined } }));
    expect(person.editor.grids.header?.id).toBe('c5');
    for (let n = 0; n < 8; n++) expect(press('Delete')).toBe(true);
    expect([names(), person.editor.grids.cursor]).toEqual([[], { grid: id, row: null, column: null }]);
    expect(person.board.get(id)).toBeDefined();
    press('ArrowDown');
    expect(person.editor.grids.header).toMatchObject({ axis: 'row', id: 'actions' });
  });

  it('is stood in again after words that a key has ended, and left alone after those a hand has', () => {
    press('ArrowDown');
    press('Enter');
    const note = person.editor.typing.id as string;
    person.editor.typing.input('Elle attend', 11);
    person.editor.typing.end();
    expect([person.editor.selection.single, person.editor.grids.cursor]).toEqual([note, null]);
  });

  it('goes on by Tab from a name as from a cell: along the names of the columns, from a row’s name to the cells beside it', () => {
    const at = () => {
      const { row = null, column = null } = person.editor.grids.cursor ?? {};
      return `${row ?? ''}:${column ?? ''}`;
    };
    const from = (row: string | null, column: string | null, key: string): string | false => {
      person.editor.grids.stand({ grid: id, row, column });
      expect(takesGridTab(person.editor.grids, key === 'Tab' ? 1 : -1)).toBe(press(key));
      return at() === `${row ?? ''}:${column ?? ''}` ? false : at();
    };
    expect([from('contact', null, 'shift+Tab'), from('contact', null, 'Tab')]).toEqual(['actions:c6', 'contact:c1']);
    expect([from('actions', null, 'shift+Tab'), from('actions', null, 'Tab')]).toEqual([false, 'actions:c1']);
    expect([from(null, 'c2', 'Tab'), from(null, 'c2', 'shift+Tab')]).toEqual([':c3', ':c1']);
    expect([from(null, 'c1', 'shift+Tab'), from(null, 'c6', 'Tab')]).toEqual([false, 'actions:c1']);
    expect([from('actions', 'c1', 'shift+Tab'), from('actions', 'c6', 'Tab')]).toEqual([false, 'contact:c1']);
    const last = rowsOf(grid().props).at(-1)?.id ?? '';
    expect(from(last, 'c6', 'Tab')).toBe(false);
  });

  it('asks for no name any longer where that can no longer be written', () => {
    const { grids } = person.editor;
    const naming = (): unknown => grids.store.getState().naming;
    grids.rename({ grid: id, axis: 'column', id: 'c1' });
    person.board.edit('lock', (write_) => write_.set(id, { lock: true }));
    grids.rename({ grid: id, axis: 'column', id: 'c2' });
    expect(naming()).toBeNull();
    person.board.edit('lock', (write_) => write_.set(id, { lock: false }));
    grids.rename({ grid: id, axis: 'column', id: 'c2' });
    expect(naming()).not.toBeNull();
    person.editor.setReadOnly(true);
    expect(naming()).toBeNull();
  });

  it('says so where it takes no more rows', () => {
    const rows = Object.fromEntries(
      Array.from({ length: 194 }, (_, n) => [`row:r${n}`, { name: '', type: 'notes', z: `b${n}` }]),
    );
    person.board.edit('test', (write_) => write_.set(id, { props: rows }));
    expect(extrasOf(person.editor).lanes.add(grid(), 'row', null)).toBeNull();
    expect(said()).toBe('grid.notice.full');
  });

  it('puts rows and columns elsewhere, by keys on their names', () => {
    press('ArrowDown');
    press('ArrowLeft');
    press('alt+ArrowDown');
    expect(
      rowsOf(grid().props)
        .map(({ id: row }) => row)
        .slice(0, 2),
    ).toEqual(['contact', 'actions']);
    press('alt+ArrowUp');
    expect(
      rowsOf(grid().props)
        .map(({ id: row }) => row)
        .slice(0, 2),
    ).toEqual(['actions', 'contact']);
  });

  const hold = (x: number, y: number) => {
    const { store, board, index, selection, grids, extras } = { ...person.editor, board: person.board };
    const permits = { changeable: (ids: readonly string[]) => [...ids] } as never;
    return partAt({ store: store as never, board, index, selection, grids, extras, permits }, { x, y } as never, 6);
  };

  it('is resized, reordered and felt in by hand', () => {
    const { board } = person;
    const { columns, rows } = layout();
    const border = { x: 100 + (columns[0]?.x ?? 0) + (columns[0]?.w ?? 0), y: 120 };
    const column = hold(border.x, border.y);
    expect(column?.cursor).toBe('col-resize');
    column?.drop({ x: border.x + 68, y: border.y } as never);
    expect(columnsOf(grid().props)[0]?.width).toBe(300);
    const header = hold(100 + (layout().columns[0]?.x ?? 0) + 40, 120);
    expect(header?.cursor).toBe('grab');
    header?.drop({ x: 100 + (layout().columns[3]?.x ?? 0) + 10, y: 120 } as never);
    expect(
      columnsOf(grid().props)
        .map(({ id: one }) => one)
        .slice(0, 4),
    ).toEqual(['c2', 'c3', 'c1', 'c4']);
    const lane = rows.find(({ row }) => row.id === 'emotion');
    const note = put(board, 'note', [100 + 200, 100 + (lane?.y ?? 0) + 30], { parent: id });
    expect(feltBy(board.written(note) as Element)).not.toBe(0);
  });

  it('keeps what others did to a column, a row or a note while a hand held its border or its point', () => {
    const { board } = person;
    const { columns } = layout();
    const at = { x: 100 + (columns[1]?.x ?? 0) + (columns[1]?.w ?? 0), y: 120 };
    const border = hold(at.x, at.y);
    const written = grid().props;
    // Meanwhile it is named anew, and the one before it becomes wider.
    board.edit('test', (write_) =>
      write_.set(id, {
        props: {
          'col:c2': { ...(written['col:c2'] as object), name: 'Le guichet' },
          'col:c1': { ...(written['col:c1'] as object), width: 400 },
        },
      }),
    );
    const wider = (layout().columns[1]?.x ?? 0) + 320;
    border?.drop({ x: 100 + wider, y: 120 } as never);
    expect(columnsOf(grid().props)[1]).toMatchObject({ name: 'Le guichet', width: 320 });
    const gone = hold(100 + (layout().columns[1]?.x ?? 0) + 320, 120);
    expect(gone?.cursor).toBe('col-resize');
    extrasOf(person.editor).lanes.remove({ grid: id, axis: 'column', id: 'c2' });
    gone?.drop({ x: at.x + 90, y: 120 } as never);
    expect(columnsOf(grid().props).map(({ id: one }) => one)).not.toContain('c2');

    person.editor.grids.stand({ grid: id, row: 'emotion', column: 'c1' });
    write('Perdue');
    const lane = layout().rows.find(({ row }) => row.id === 'emotion');
    const note = layout().cells.get('emotion:c1')?.[0] ?? '';
    const first = layout().columns[0];
    const x = 100 + (first?.x ?? 0) + (first?.w ?? 0) / 2;
    const top = 100 + (lane?.y ?? 0);
    const points = Array.from({ length: Math.round(lane?.curve ?? 0) }, (_, n) => hold(x, top + n));
    const point = points.find((one) => one?.cursor === 'ns-resize');
    expect(point).toBeDefined();
    const [parent, px, , cell] = board.written(note)?.place ?? [];
    board.edit('test', (write_) => write_.set(note, { place: [parent ?? null, px ?? 0, 0, 'emotion:c3'] }));
    point?.drop({ x, y: top + 4 } as never);
    expect([cell, board.written(note)?.place[3]]).toEqual(['emotion:c1', 'emotion:c3']);
    expect(feltBy(board.written(note) as Element)).toBeGreaterThan(0);
    // In a row that asks for notes there is nothing to feel: it stays as it lies.
    board.edit('test', (write_) => write_.set(note, { place: [id, 0, 7, 'ideas:c3'] }));
    point?.drop({ x, y: top + 4 } as never);
    expect(board.written(note)?.place).toEqual([id, 0, 7, 'ideas:c3']);
  });

  it('takes ten steps by arrow keys back as one', () => {
    press('ArrowDown');
    write('Elle cherche');
    const [note = ''] = layout().cells.get('actions:c1') ?? [];
    const free = put(person.board, 'note', [3_000, 3_000], { text: 'Ailleurs' });
    const past = person.editor.history.past.length;
    person.editor.selection.set([note, free]);
    for (let n = 0; n < 3; n++) person.editor.writes.nudge({ x: 4, y: 0 });
    expect(person.board.written(note)?.place[3]).toBe('actions:c4');
    expect(person.board.frame(free)?.x).toBe(3_012);
    expect(person.editor.history.past).toHaveLength(past + 1);
    person.editor.history.undo();
    expect([person.board.written(note)?.place[3], person.board.frame(free)?.x]).toEqual(['actions:c1', 3_000]);
  });

  it('keeps both rows of two people who add one at once, and the note dropped into one that goes', () => {
    const other = openEditor();
    const wire = connect(person.board, other.board);
    const theirs = (): Element<GridProps> => asGrid(other.board.get(id)) as Element<GridProps>;
    extrasOf(person.editor).lanes.add(grid(), 'row', 'actions');
    extrasOf(other.editor).lanes.add(theirs(), 'row', 'actions');
    wire.sync();
    expect(rowsOf(grid().props)).toHaveLength(8);
    expect(rowsOf(theirs().props)).toEqual(rowsOf(grid().props));
    const note = put(other.board, 'note', [0, 0], { text: 'Le bus du soir' });
    const into = { before: null, cell: 'ideas:c1' };
    other.board.edit('move', (write_) => write_.set(note, { place: [id, 0, 0, into.cell] }));
    extrasOf(person.editor).lanes.remove({ grid: id, axis: 'row', id: 'ideas' });
    wire.sync();
    expect(layout().unplaced).toEqual([note]);
    expect(asGridLayout(other.board.arrangements.of(id))?.unplaced).toEqual([note]);
  });

  it('takes the rows and columns of a preset, and keeps what has a cell there', () => {
    press('ArrowDown');
    write('Elle cherche');
    extrasOf(person.editor).lanes.replace(grid(), presetProps(findPreset('tasks'), 'fr'));
    expect(columnsOf(grid().props).map(({ name }) => name)).toEqual(['À faire', 'En cours', 'À relire', 'Fait']);
    expect(layout().unplaced).toHaveLength(1);
    person.editor.history.undo();
    expect(cellsOf()).toEqual({ 'actions:c1': ['Elle cherche'] });
  });

  it('changes nothing for who only looks', () => {
    person.editor.setReadOnly(true);
    press('ArrowDown');
    expect(person.editor.store.getState().cell).not.toBeNull();
    press('Enter');
    press('ctrl+shift+ArrowDown');
    expect([person.board.size, rowsOf(grid().props).length]).toEqual([1, 6]);
  });

  it('is copied as the table it is', () => {
    press('ArrowDown');
    write('Elle cherche');
    person.editor.selection.set([id]);
    person.editor.clipboard.speak(() => ({}) as never);
    person.editor.clipboard.nextFormat = 'table';
    const rows = person.editor.clipboard.copy()?.text.split('\r\n') ?? [];
    expect(rows[0]?.split('\t')[1]).toBe('Étape 1');
    expect(rows[1]).toContain('Actions\tElle cherche');
  });
});
