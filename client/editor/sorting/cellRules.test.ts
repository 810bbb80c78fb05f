/** Rules of the cells of a grid: what they take in, in one step of undo, and what they leave. */
import { describe, expect, it } from 'vitest';
import { OPEN_STEP } from '../../../shared/access/Step.ts';
import type { ElementId } from '../../../shared/elements/ElementKind.ts';
import { readElement } from '../../../shared/elements/parseElement.ts';
import { rulesOf } from '../../../shared/elements/takes.ts';
import { openEditor, put } from '../../../tests/helpers/editing.ts';
import type { Extras } from '../extras.ts';
import { movesOf, ruledAreas, ruledGrids } from './zones.ts';

function begin() {
  const person = openEditor();
  const { editor, board } = person;
  editor.extras.with(() => undefined);
  const { sorting } = editor.extras.now as Extras;
  const props = {
    'row:vecu': { name: 'Vécu', type: 'notes', z: 'a0' },
    'row:ressenti': { name: 'Ressenti', type: 'emotion', z: 'a1' },
    'col:avant': { name: 'Avant', z: 'a0' },
    'col:apres': { name: 'Après', z: 'a1' },
  };
  const grid = put(board, 'grid', [0, 1_000], { text: 'Parcours', props });
  const note = (text: string, color: string, parent: ElementId | null = null): ElementId =>
    put(board, 'note', [0, 0], { text, props: { color }, ...(parent !== null && { parent }) });
  const cellOf = (id: ElementId) => [board.tree.parent(id), board.get(id)?.place[3]];
  const say = (): string[] => ruledAreas(board, 'fr').map(({ name, notes }) => `${name} : ${notes.length}`);
  return { ...person, sorting, grid, note, cellOf, say, undo: () => editor.commands.run('edit.undo') };
}

describe('rules of cells', () => {
  it('take the notes around the grid into their cells, and those that wait in it, in one step of undo', () => {
    const { board, sorting, grid, note, cellOf, say, undo } = begin();
    const red = note('La file d’attente', 'red');
    const blue = note('Un agent disponible', 'blue');
    const green = note('Un abri', 'green');
    const waiting = note('Le bruit', 'red');
    board.edit('test', (write) => write.set(waiting, { place: [grid, 0, 0] }));
    sorting.setCellRule(grid, null, { color: 'red', cell: 'vecu:avant' });
    sorting.setCellRule(grid, null, { color: 'blue', cell: 'ressenti:apres' });
    expect(say()).toEqual(['Parcours · Vécu · Avant : 2', 'Parcours · Ressenti · Après : 1']);
    expect(sorting.applyRules()).toBe(3);
    expect([red, waiting, blue, green].map(cellOf)).toEqual([
      [grid, 'vecu:avant'],
      [grid, 'vecu:avant'],
      [grid, 'ressenti:apres'],
      [null, undefined],
    ]);
    // In an emotion row, what nobody has rated says nothing good or bad.
    expect(board.get(blue)?.place.slice(1, 3)).toEqual([0, 0]);
    expect(movesOf(ruledAreas(board, 'fr'))).toEqual([]);
    undo();
    expect([red, waiting, blue].map(cellOf)).toEqual([
      [null, undefined],
      [grid, undefined],
      [null, undefined],
    ]);
  });

  it('leave what people have put into another cell, a cluster or a matrix', () => {
    const { board, sorting, grid, note, cellOf } = begin();
    const placed = note('Le bruit', 'red');
    board.edit('test', (write) => write.set(placed, { place: [grid, 0, 0, 'ressenti:avant'] }));
    const grouped = note('La file', 'red', put(board, 'cluster', [2_000, 0]));
    const scored = note('Le guichet', 'red', put(board, 'matrix', [3_000, 0]));
    sorting.setCellRule(grid, null, { color: 'red', cell: 'vecu:avant' });
    expect(sorting.applyRules()).toBe(0);
    expect([cellOf(placed)[1], board.get(grouped)?.place[0], board.get(scored)?.place[0]]).toEqual([
      'ressenti:avant',
      board.tree.parent(grouped),
      board.tree.parent(scored),
    ]);
  });

  it('name a column of a day as the wall does, in the language of whoever reads', () => {
    const { board, sorting, grid } = begin();
    const day = { name: '', z: 'a2', date: '2026-11-23' };
    board.edit('test', (write) => write.set(grid, { props: { 'col:lundi': day } }));
    sorting.setCellRule(grid, null, { color: 'red', cell: 'vecu:lundi' });
    expect([ruledAreas(board, 'fr')[0]?.name, ruledAreas(board, 'en')[0]?.name]).toEqual([
      'Parcours · Vécu · lun. 23\u00a0nov.',
      'Parcours · Vécu · Mon 23\u00a0Nov',
    ]);
    expect(ruledGrids(board, 'fr')[0]?.columns[2]?.name).toBe('lun. 23\u00a0nov.');
  });

  it('of a row that is gone take in nothing, and do so again when it is back', () => {
    const { board, sorting, grid, note, say, undo } = begin();
    note('La file', 'red');
    sorting.setCellRule(grid, null, { color: 'red', cell: 'vecu:avant' });
    board.edit('grid', (write) => write.set(grid, { props: { 'row:vecu': undefined } }));
    expect([say(), sorting.applyRules()]).toEqual([[], 0]);
    undo();
    expect(say()).toEqual(['Parcours · Vécu · Avant : 1']);
  });

  it('stand beside each other, are changed and taken away one by one, and make the command known', () => {
    const { board, editor, sorting, grid, undo } = begin();
    const isOffered = (): boolean => editor.commands.get('sort.applyZones').enabled();
    expect(isOffered()).toBe(false);
    sorting.setCellRule(grid, null, { color: 'red', cell: 'vecu:avant' });
    sorting.setCellRule(grid, null, { tag: 'Urgent', cell: 'vecu:apres' });
    const rules = () => rulesOf(board.get(grid) as never);
    const [first] = rules();
    sorting.setCellRule(grid, first?.key ?? '', { color: 'pink', cell: 'vecu:avant' });
    expect([isOffered(), rules().map(({ takes, cell }) => [takes, cell])]).toEqual([
      true,
      [
        [{ color: 'pink' }, 'vecu:avant'],
        [{ tag: 'Urgent' }, 'vecu:apres'],
      ],
    ]);
    sorting.setCellRule(grid, first?.key ?? '', null);
    expect(rules()).toHaveLength(1);
    undo();
    expect(rules()).toHaveLength(2);
    expect(ruledGrids(board, 'fr')).toEqual([
      {
        ...{ id: grid, name: 'Parcours' },
        rows: [
          { id: 'vecu', name: 'Vécu' },
          { id: 'ressenti', name: 'Ressenti' },
        ],
        columns: [
          { id: 'avant', name: 'Avant' },
          { id: 'apres', name: 'Après' },
        ],
      },
    ]);
  });

  it('are made by nobody who may not edit, and carry nothing in where the step lets nobody move', () => {
    const { editor, sorting, grid, note, board, notices } = begin();
    const red = note('La file', 'red');
    editor.setWho({ role: 'participant', group: null, step: { ...OPEN_STEP, edit: 'none' }, id: 'ana' });
    sorting.setCellRule(grid, null, { color: 'red', cell: 'vecu:avant' });
    expect([ruledAreas(board, 'fr'), notices.at(-1)?.id]).toEqual([[], 'editor.notice.step']);
    editor.setWho({ role: 'participant', group: null, step: undefined, id: 'ana' });
    sorting.setCellRule(grid, null, { color: 'red', cell: 'vecu:avant' });
    editor.setWho({ role: 'participant', group: null, step: { ...OPEN_STEP, move: 'none' }, id: 'ana' });
    expect([sorting.applyRules(), board.tree.parent(red)]).toEqual([0, null]);
  });

  it('are read strictly: a rule without a cell, without a wish or of an unknown colour is none', () => {
    const { board, grid } = begin();
    const raw = (rule: unknown) => {
      const element = board.get(grid);
      const { place, size, z, text, props } = element as NonNullable<typeof element>;
      return readElement(grid, { kind: 'grid', place, size, z, text, ...props, 'takes:r1': rule });
    };
    expect(raw({ z: 'a0', cell: 'vecu:avant', color: 'red' }).ok).toBe(true);
    for (const wrong of [
      { z: 'a0', color: 'red' },
      { z: 'a0', cell: 'vecu', color: 'red' },
      { z: 'a0', cell: 'vecu:avant' },
      { z: 'a0', cell: 'vecu:avant', color: 'brun' },
      { cell: 'vecu:avant', color: 'red' },
      { z: 'a0', cell: 'vecu:avant', color: 'red', more: 1 },
      'red',
      null,
    ])
      expect(raw(wrong)).toMatchObject({ ok: false, reason: 'takes:r1' });
  });
});
