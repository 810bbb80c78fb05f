import { describe, expect, it } from 'vitest';
import { OPEN_STEP, type Step } from '../../shared/access/Step.ts';
import { moveElements } from '../../shared/board/operations.ts';
import { placingIn, sayPlacing } from '../../shared/elements/placing.ts';
import { connect, createField, openEditor, put } from '../../tests/helpers/editing.ts';
import type { EditorOptions } from '../editor/Editor.ts';
import type { Key } from '../editor/keyboard.ts';
import type { Refusal, Who } from '../editor/rights.ts';
import { OutlineController } from './OutlineController.ts';
import { OutlineModel } from './OutlineModel.ts';
import { handleOutlineKey } from './outlineKeys.ts';
import { WALL } from './rows.ts';

function open(options: Partial<EditorOptions> = {}, who: Partial<Who> = {}) {
  const person = openEditor(options);
  const { editor, board } = person;
  const area = put(board, 'frame', [0, 0], { text: 'Irritants', size: [700, 700] });
  const other = put(board, 'frame', [900, 0], { text: 'Envies', size: [700, 700] });
  const notes = ['Délais', 'Horaires', 'Formulaires'].map((text, n) =>
    put(board, 'note', [20 + 220 * n, 20], { parent: area, text }),
  );
  const model = new OutlineModel({ board, index: editor.index, soon: () => () => undefined });
  const refused: Refusal[] = [];
  const deleted: number[] = [];
  const controller = new OutlineController({
    editor,
    model,
    who: () => ({ role: 'participant', group: null, step: undefined, ...who }),
    onRefused: (refusal) => refused.push(refusal),
    onDeleted: (count) => deleted.push(count),
    onGoTo: () => undefined,
  });
  const press = (keys: string): boolean => {
    const parts = keys.split('+');
    const key: Key = {
      key: parts.at(-1) ?? '',
      code: '',
      ctrlKey: parts.includes('Control'),
      metaKey: false,
      shiftKey: parts.includes('Shift'),
      altKey: parts.includes('Alt'),
    };
    return handleOutlineKey(key, controller, {
      openMove: () => undefined,
      openMenu: () => undefined,
      focusFilter: () => undefined,
      page: () => 5,
    });
  };
  const selected = (): string[] => [...editor.selection.ids].map((id) => board.get(id)?.text ?? id);
  return { ...person, area, other, notes, model, controller, refused, deleted, press, selected };
}

describe('OutlineController', () => {
  it('walks, opens and closes, and selects on the wall what one stands on', () => {
    const { controller, press, selected, area, presence } = open();
    expect(controller.state.active).toBe(area);
    press('ArrowRight');
    expect(selected()).toEqual(['Délais']);
    press('Shift+ArrowDown');
    press('Shift+ArrowDown');
    expect(selected()).toEqual(['Délais', 'Horaires', 'Formulaires']);
    expect(presence.selection).toHaveLength(3);
    press('Control+ArrowUp');
    press(' ');
    expect(selected()).toEqual(['Délais', 'Formulaires']);
    press('ArrowLeft');
    expect(controller.state.active).toBe(area);
    press('ArrowLeft');
    press('ArrowDown');
    expect(selected()).toEqual(['Envies']);
    press('End');
    expect([controller.state.active, selected()]).toEqual([WALL, []]);
  });

  it('stands where something is selected on the wall, opening what hides it', () => {
    const { controller, editor, model, area, notes } = open();
    model.toggle(area, false);
    editor.selection.set([notes[2] as string]);
    expect(controller.state.active).toBe(notes[2]);
    expect(model.indexOf(notes[2] as string)).toBeGreaterThan(0);
  });

  it('adds a note where one stands, in a free place of that area, and takes it away again when nothing is written', () => {
    const { controller, editor, board, press, other } = open();
    controller.stand(other, 'only');
    press('Enter');
    const { editing } = controller.state;
    expect(board.get(editing ?? '')?.place).toEqual([other, 20, 20]);
    const field = createField(editor);
    controller.beginTyping(field);
    editor.typing.end();
    expect(board.get(editing ?? '')).toBeUndefined();
    press('n');
    controller.beginTyping(field);
    field.type('Un guichet le samedi');
    editor.typing.end();
    expect(board.tree.children(other).map((id) => board.get(id)?.text)).toEqual(['Un guichet le samedi']);
  });

  it('writes by splices: two people in one note never erase each other', () => {
    const there = openEditor();
    const { controller, editor, board, notes } = open();
    const { sync } = connect(board, there.board);
    const [id = ''] = notes;
    controller.stand(id, 'only');
    controller.edit();
    const field = createField(editor);
    controller.beginTyping(field);
    field.type(' trop longs');
    there.board.edit('typing', (write) => write.splice(id, { at: 0, remove: 0, insert: 'Des ' }));
    sync();
    expect(board.get(id)?.text).toBe('Des Délais trop longs');
    expect(there.board.get(id)?.text).toBe('Des Délais trop longs');
    expect(field.text).toBe('Des Délais trop longs');
  });

  it('moves the selection into another area, each where there is room, as one step of undo', () => {
    const { controller, editor, board, press, other, notes, notices } = open();
    controller.stand(notes[0] as string, 'only');
    press('Shift+ArrowDown');
    controller.moveInto(other);
    expect(notes.slice(0, 2).map((id) => board.get(id)?.place)).toEqual([
      [other, 20, 20],
      [other, 236, 20],
    ]);
    expect(notices.at(-1)).toMatchObject({ id: 'editor.say.movedInto', values: { count: 2, area: 'Envies' } });
    editor.commands.run('edit.undo');
    expect(notes.map((id) => board.tree.parent(id))).toEqual(Array(3).fill(board.tree.parent(notes[2] as string)));
    controller.moveInto(null);
    expect(board.tree.parent(notes[0] as string)).toBeNull();
    expect(board.frame(notes[0] as string)?.y).toBeGreaterThan(700);
  });

  it('moves a line up and down by changing places on the wall, notes and areas alike', () => {
    const { controller, model, press, area, other, notes, board } = open();
    controller.stand(notes[1] as string, 'only');
    press('Alt+ArrowUp');
    expect(model.siblings(notes[1] as string)).toEqual([notes[1], notes[0], notes[2]]);
    expect(board.frame(notes[1] as string)?.x).toBe(20);
    controller.stand(other, 'only');
    press('Alt+ArrowUp');
    expect(model.rows[0]?.id).toBe(other);
    expect(model.parentOf(notes[0] as string)).toBe(area);
  });

  it('deletes, says how many, and stands on the line that took the place', () => {
    const { controller, press, deleted, notes } = open();
    controller.stand(notes[0] as string, 'only');
    press('Shift+ArrowDown');
    press('Delete');
    expect(deleted).toEqual([2]);
    expect(controller.state.active).toBe(notes[2]);
  });

  it('refuses with a reason: a viewer everything, a step what it closes, anybody what is locked', () => {
    const viewer = open({ readOnly: true }, { role: 'viewer' });
    viewer.press('Enter');
    viewer.press('Delete');
    expect([viewer.refused, viewer.board.size]).toEqual([['viewer', 'viewer'], 5]);
    const step: Step = { ...OPEN_STEP, add: false, move: 'none' };
    const narrowed = open({}, { step });
    narrowed.press('n');
    narrowed.press('Alt+ArrowDown');
    narrowed.controller.stand(narrowed.notes[0] as string, 'only');
    expect([narrowed.refused, narrowed.controller.refuse('edit'), narrowed.controller.refuse('move')]).toEqual([
      ['step', 'step'],
      null,
      'step',
    ]);
    const { controller, board, notes } = open();
    board.edit('lock', (write) => write.set(notes[0] as string, { lock: true }));
    controller.stand(notes[0] as string, 'only');
    expect(controller.refuse('edit')).toBe('locked');
  });

  it('locks and frees for whoever may, and what is locked does not move', () => {
    const me = { participant: 'ana', role: 'facilitator', hue: 0, name: 'Ana' } as const;
    const { controller, board, notes, press } = open({ me }, { role: 'facilitator' });
    const [id = ''] = notes;
    controller.stand(id, 'only');
    controller.lock(true);
    expect(board.get(id)?.lock).toBe(true);
    const before = board.get(id)?.place;
    press('Alt+ArrowDown');
    press('Delete');
    expect(board.get(id)?.place).toEqual(before);
    // Nor does its neighbour come to lie on it.
    controller.stand(notes[1] as string, 'only');
    const beside = board.get(notes[1] as string)?.place;
    press('Alt+ArrowUp');
    expect([board.get(id)?.place, board.get(notes[1] as string)?.place]).toEqual([before, beside]);
    controller.stand(id, 'only');
    controller.lock(false);
    press('Alt+ArrowDown');
    expect(board.get(id)?.place).not.toEqual(before);
    const participant = open();
    participant.controller.stand(participant.notes[0] as string, 'only');
    participant.controller.lock(true);
    expect(participant.board.get(participant.notes[0] as string)?.lock).toBe(false);
  });
});

/** One row of three cells: « Hier » holds two notes, « Demain » one, the heap one, and a line is drawn over the grid. */
function openGrid() {
  const opened = open();
  const { board, controller, model } = opened;
  const column = (name: string, z: string) => ({ name, z });
  const grid = put(board, 'grid', [0, 2_000], {
    text: 'Le guichet',
    props: {
      'row:r': { name: 'Ce qui se passe', type: 'notes', z: 'a0' },
      'col:c1': column('Hier', 'a0'),
      'col:c2': column('Demain', 'a1'),
      'col:c3': column('Un jour', 'a2'),
    },
  });
  const lay = (text: string, cell?: string): string => {
    const id = put(board, 'note', [0, 2_000], { parent: grid, text });
    const into = { before: null, ...(cell !== undefined && { cell: `r:${cell}` }) };
    moveElements(board, 'test', [{ id, parent: grid, to: { x: 0, y: 2_000 }, into }]);
    return id;
  };
  const [queue, form, online] = [lay('La file', 'c1'), lay('Le formulaire', 'c1'), lay('En ligne', 'c2')];
  const stroke = { points: [0, 0, 50, 100, 100, 50], extent: [100, 100], color: 'ink', width: 4 };
  const line = put(board, 'stroke', [300, 2_100], { parent: grid, props: stroke });
  const heap = lay('Une borne');
  model.flush();
  const said = (id: string): string => sayPlacing(placingIn(board, id, grid), 'fr');
  const cells = (): Record<string, string[]> => {
    const shown: Record<string, string[]> = {};
    for (const id of model.siblings(queue)) {
      const cell = said(id) || 'sans place';
      shown[cell] = [...(shown[cell] ?? []), board.get(id)?.text ?? ''];
    }
    return shown;
  };
  const go = (id: string): void => controller.stand(id, 'only');
  return { ...opened, grid, queue, form, online, heap, line, cells, said, go };
}

const [HIER, DEMAIN] = ['Ce qui se passe · Hier', 'Ce qui se passe · Demain'];

describe('a line of a grid', () => {
  it('goes up and down in the order in which the lines stand, from cell to cell, and never out of the grid', () => {
    const { press, go, cells, notices, queue, form, online, heap } = openGrid();
    const first = cells();
    expect([first[HIER], first[DEMAIN], first['à placer']]).toEqual([
      ['La file', 'Le formulaire'],
      ['En ligne'],
      ['Une borne'],
    ]);
    // By eye it stands before the form: that is not the line before it.
    go(online);
    press('Alt+ArrowUp');
    expect(cells()[HIER]).toEqual(['La file', 'En ligne', 'Le formulaire']);
    expect(notices.at(-1)).toMatchObject({ id: 'grid.say.moved', values: { place: HIER } });
    press('Alt+ArrowUp');
    press('Alt+ArrowUp');
    expect(cells()[HIER]).toEqual(['En ligne', 'La file', 'Le formulaire']);
    expect(notices.at(-1)).toMatchObject({ id: 'editor.say.reordered', values: { position: 1, count: 4 } });
    // Down from the last one of a cell: past the next one. None goes from its cell into the heap.
    go(form);
    press('Alt+ArrowUp');
    press('Alt+ArrowUp');
    expect(cells()[HIER]).toEqual(['Le formulaire', 'En ligne', 'La file']);
    go(queue);
    press('Alt+ArrowDown');
    expect(cells()).toMatchObject({ [HIER]: ['Le formulaire', 'En ligne', 'La file'], 'à placer': ['Une borne'] });
    go(heap);
    press('Alt+ArrowUp');
    expect(cells()[HIER]).toEqual(['Le formulaire', 'En ligne', 'Une borne', 'La file']);
  });

  it('goes down from the last place of its cell past the first one of the next cell', () => {
    const { press, go, cells, form } = openGrid();
    go(form);
    press('Alt+ArrowDown');
    expect(cells()).toMatchObject({ [HIER]: ['La file'], [DEMAIN]: ['En ligne', 'Le formulaire'] });
  });

  it('comes after its neighbour whatever lies in the cell after that', () => {
    const { board, model, press, go, cells, grid, form, heap } = openGrid();
    // Lowest of all, as what was put there first.
    board.edit('test', (write) => write.set(heap, { place: [grid, 0, 0, 'r:c3'], z: 'Zz' }));
    model.flush();
    go(form);
    press('Alt+ArrowDown');
    expect(cells()[DEMAIN]).toEqual(['En ligne', 'Le formulaire']);
  });

  it('never changes places with a line that is drawn over the grid, nor that with one of them', () => {
    const { board, press, go, cells, heap, line } = openGrid();
    const before = [cells(), board.get(line)?.place];
    go(heap);
    press('Alt+ArrowDown');
    go(line);
    press('Alt+ArrowUp');
    expect([cells(), board.get(line)?.place]).toEqual(before);
  });

  it('goes to the next cell also from the heap of what waits', () => {
    const { press, go, cells, heap } = openGrid();
    go(heap);
    expect(press('Alt+Shift+ArrowUp')).toBe(true);
    expect(cells()[HIER]).toEqual(['La file', 'Le formulaire', 'Une borne']);
  });

  it('takes Alt and an arrow for itself where nothing moves: the page stays', () => {
    const { press, go, notes, controller, cells, line } = openGrid();
    const before = cells();
    for (const id of [notes[0] as string, line]) {
      go(id);
      expect([press('Alt+ArrowLeft'), press('Alt+ArrowRight')]).toEqual([true, true]);
    }
    controller.stand(WALL, 'only');
    expect([press('Alt+ArrowLeft'), press('Alt+Shift+ArrowRight'), cells()]).toEqual([true, true, before]);
  });
});

describe('a line of a cluster', () => {
  it('goes up and down by Alt, with and without the shift key: it has no cells', () => {
    const { board, controller, model, press } = open();
    const cluster = put(board, 'cluster', [0, 2_000], { text: 'Se déplacer', size: [1_000, 300] });
    const notes = [0, 1, 2].map((n) =>
      put(board, 'note', [20 + 220 * n, 2_060], { parent: cluster, text: `Idée ${n}` }),
    );
    model.flush();
    const [a, b, c] = notes;
    controller.stand(a as string, 'only');
    press('Alt+Shift+ArrowDown');
    expect(board.tree.children(cluster)).toEqual([b, a, c]);
    press('Alt+ArrowDown');
    expect(board.tree.children(cluster)).toEqual([b, c, a]);
  });
});

describe('a line whose place means something', () => {
  it.each(['matrix', 'radar'])('changes places with no other on a %s, and it says why', (kind) => {
    const { board, controller, model, press, notices } = open();
    const area = put(board, kind, [0, 3_000], { text: 'Priorités', size: [1_800, 1_500] });
    const [bus, tram] = [0, 1].map((n) =>
      put(board, 'note', [600 + 300 * n, 3_600], { parent: area, text: `Ligne ${n}` }),
    ) as [string, string];
    model.flush();
    controller.stand(bus, 'only');
    const before = [board.get(bus)?.place, board.get(tram)?.place];
    press('Alt+ArrowDown');
    controller.stand(tram, 'only');
    press('Alt+ArrowUp');
    expect([board.get(bus)?.place, board.get(tram)?.place]).toEqual(before);
    expect(notices.map(({ kind: how, id }) => [how, id])).toEqual(Array(2).fill(['notice', 'arrange.notice.meant']));
  });

  it('asks before it takes the place of a neighbour that is another’s', () => {
    const step: Step = { ...OPEN_STEP, move: 'own' };
    const { editor, board, press, notes, controller, notices } = open({}, { step, id: 'ana' });
    editor.setWho({ role: 'participant', group: null, step, id: 'ana' });
    const [mine = '', theirs = ''] = notes;
    board.edit('test', (write) => write.set(theirs, { props: { by: 'bilal' } }));
    const before = notes.map((id) => board.get(id)?.place);
    controller.stand(mine, 'only');
    press('Alt+ArrowDown');
    expect(notes.map((id) => board.get(id)?.place)).toEqual(before);
    expect(notices.at(-1)).toMatchObject({ kind: 'notice', id: 'editor.notice.step' });
  });
});
