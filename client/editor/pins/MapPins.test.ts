/** What one does with pins: adding, moving, numbering, tying to notes; each one step of undo, judged by the step in force. */
import { describe, expect, it } from 'vitest';
import { OPEN_STEP } from '../../../shared/access/Step.ts';
import { type MapProps, pinsOf } from '../../../shared/elements/map/pins.ts';
import { extrasOf, openEditor, put } from '../../../tests/helpers/editing.ts';
import type { ChosenPin } from './MapPins.ts';
import { takePinKey } from './pinKeys.ts';

const open = () => {
  const person = openEditor();
  const { board, editor } = person;
  const map = put(board, 'map', [0, 0], { size: [800, 400], text: 'La halle' });
  editor.selection.set([map]);
  const pins = () => pinsOf((board.get(map)?.props ?? {}) as MapProps);
  const add = (x: number, y: number): ChosenPin => extrasOf(editor).pinEdits.add(map, { x, y }) as ChosenPin;
  return { ...person, map, pins, add };
};

describe('the pins of a map', () => {
  it('are added in the middle, beside those that stand there, and chosen', () => {
    const { editor, map, pins } = open();
    editor.commands.run('pin.add');
    editor.commands.run('pin.add');
    expect(pins().map(({ x, y }) => [x, y])).toEqual([
      [0.5, 0.5],
      [0.58, 0.5],
    ]);
    expect(editor.mapPins.chosen).toMatchObject({ number: 2, map: { id: map } });
    editor.commands.run('edit.undo');
    expect(pins()).toHaveLength(1);
    expect(editor.mapPins.chosen).toBeNull();
  });

  it('move by shares of the map, and never off it', () => {
    const { editor, pins, add } = open();
    add(0.995, 0.5);
    expect([editor.mapPins.nudge({ x: 1, y: 0 }, false), editor.mapPins.nudge({ x: 0, y: -1 }, true)]).toEqual([
      true,
      true,
    ]);
    expect(pins()[0]).toMatchObject({ x: 1, y: 0.45 });
  });

  it('take another number, the others closing up', () => {
    const { editor, map, pins, add } = open();
    const ids = [0.1, 0.2, 0.3, 0.4].map((x) => add(x, 0.5).pin.id);
    const renumber = (n: number, direction: 1 | -1): void => {
      extrasOf(editor).pinEdits.renumber(editor.mapPins.find(map, ids[n] ?? '') as ChosenPin, direction);
    };
    renumber(3, -1);
    renumber(3, -1);
    renumber(0, 1);
    expect(pins().map(({ id }) => ids.indexOf(id))).toEqual([3, 0, 1, 2]);
    renumber(2, 1);
    expect(pins().map(({ id }) => ids.indexOf(id))).toEqual([3, 0, 1, 2]);
  });

  it('come between two that were added at the same moment, in one step of undo', () => {
    const { editor, board, map, pins, add } = open();
    const ids = [0.1, 0.2, 0.3].map((x) => add(x, 0.5).pin.id);
    const [first = '', second = '', third = ''] = ids;
    const z = pins()[0]?.z;
    board.edit('test', (write) => write.set(map, { props: { [`pin:${second}`]: { x: 0.2, y: 0.5, z } } }));
    const twins = pins().map(({ id }) => id);
    expect([...twins.slice(0, 2)].sort()).toEqual([first, second].sort());
    extrasOf(editor).pinEdits.renumber(editor.mapPins.find(map, third) as ChosenPin, -1);
    expect(pins().map(({ id }) => id)).toEqual([twins[0], third, twins[1]]);
    editor.commands.run('edit.undo');
    expect(pins().map(({ id }) => id)).toEqual(twins);
  });

  it('are tied to a note one selects, and tell both ways', () => {
    const { editor, board, add } = open();
    const note = put(board, 'note', [1_200, 0], { text: 'Personne ne voit la rampe' });
    const { pin } = add(0.2, 0.2);
    expect(editor.commands.get('pin.link').enabled()).toBe(false);
    editor.selection.set([note]);
    expect(editor.commands.get('pin.link').enabled()).toBe(true);
    editor.commands.run('pin.link');
    expect(board.pinnedBy(note)).toMatchObject([{ pin: { id: pin.id, number: 1 } }]);
    expect(editor.commands.get('pin.link').enabled()).toBe(false);
  });

  it('are tied to nothing that another person has deleted meanwhile', () => {
    const { editor, board, notices, pins, add } = open();
    const note = put(board, 'note', [1_200, 0], { text: 'Personne ne voit la rampe' });
    const chosen = add(0.2, 0.2);
    board.edit('delete', (write) => write.delete(note));
    const before = notices.length;
    extrasOf(editor).pinEdits.link(chosen, note);
    expect([pins()[0]?.of, notices.length]).toEqual([undefined, before]);
  });

  it('wait no longer once something else is taken up', () => {
    const { editor, board, map, add } = open();
    const notes = [put(board, 'note', [1_200, 0]), put(board, 'note', [1_500, 0])];
    add(0.2, 0.2);
    editor.selection.clear();
    expect(editor.mapPins.chosen).toBeNull();
    add(0.2, 0.3);
    editor.mapPins.letGo(map);
    expect([editor.mapPins.chosen, editor.selection.single]).toEqual([null, map]);
    add(0.3, 0.3);
    editor.selection.set(notes);
    expect(editor.mapPins.chosen).toBeNull();
  });

  it('wait for a note only: another map, or a zone, is about something else', () => {
    const { editor, board, map, add } = open();
    const others = [put(board, 'map', [2_000, 0]), put(board, 'frame', [3_000, 0])];
    const note = put(board, 'note', [1_200, 0]);
    for (const other of others) {
      const { pin } = add(0.2, 0.2);
      editor.selection.set([note]);
      expect(editor.mapPins.chosen?.pin.id).toBe(pin.id);
      editor.selection.set([other]);
      expect([editor.mapPins.chosen, editor.selection.single]).toEqual([null, other]);
      editor.selection.set([map]);
    }
  });

  it('get a note of their own beside the map, in one step that undo takes back whole', () => {
    const { editor, board, map, pins, add } = open();
    const note = extrasOf(editor).pinEdits.addNote(add(0.5, 0.5)) as string;
    expect(pins()[0]).toMatchObject({ of: note });
    expect(board.frame(note)).toMatchObject({ x: 824, y: 0 });
    expect([board.tree.parent(note), editor.selection.single]).toEqual([map, note]);
    const other = extrasOf(editor).pinEdits.addNote(add(0.6, 0.5)) as string;
    expect(board.frame(other)).toMatchObject({ x: 1_048, y: 0 });
    editor.commands.run('edit.undo');
    expect([board.get(other), pins().length, pins()[1]?.of]).toEqual([undefined, 2, undefined]);
  });

  it('are left alone where the step takes no edit, and on a locked map', () => {
    const { editor, board, map, pins, add } = open();
    add(0.5, 0.5);
    editor.setWho({ role: 'participant', group: null, step: { ...OPEN_STEP, edit: 'none' } as never, id: 'ana' });
    expect(extrasOf(editor).pinEdits.add(map)).toBeNull();
    editor.mapPins.nudge({ x: 1, y: 0 }, false);
    expect(pins().map(({ x }) => x)).toEqual([0.5]);
    editor.setWho({ role: 'participant', group: null, step: undefined, id: 'ana' });
    board.edit('lock', (write) => write.set(map, { lock: true }));
    expect([extrasOf(editor).pinEdits.add(map), editor.commands.get('pin.add').enabled()]).toEqual([null, false]);
  });

  it('go one after the other by the same key, and never take their map along', () => {
    const { editor, board, map, pins, add } = open();
    const press = (key: string, repeat = false): boolean => {
      const modifiers = { ctrlKey: false, metaKey: false, shiftKey: false, altKey: false };
      return takePinKey(
        editor.mapPins,
        editor.extras,
        { key, code: '', repeat, ...modifiers },
        editor.store.getState().readOnly,
      );
    };
    const [first, second, third] = [0.1, 0.2, 0.3].map((x) => add(x, 0.5).pin.id);
    editor.mapPins.choose({ on: map, id: second ?? '' });
    expect([press('Delete'), press('Delete', true)]).toEqual([true, true]);
    expect([pins().map(({ id }) => id), editor.mapPins.chosen?.pin.id]).toEqual([[first, third], third]);
    press('Delete');
    expect(editor.mapPins.chosen?.pin.id).toBe(first);
    for (let n = 0; n < 3; n++) expect(press('Backspace')).toBe(true);
    expect([pins().length, editor.selection.single, board.get(map) !== undefined]).toEqual([0, map, true]);
    // Nor where another person took the chosen one away.
    const { pin } = add(0.4, 0.4);
    board.edit('test', (write) => write.set(map, { props: { [`pin:${pin.id}`]: undefined } }));
    expect([press('Delete'), press('ArrowLeft')]).toEqual([true, true]);
    expect([press('Escape'), press('Delete')]).toEqual([true, false]);
  });

  it('are said to be tied or numbered anew only where that was written, and to notes alone', () => {
    const { editor, board, map, notices, add } = open();
    const note = put(board, 'note', [1_200, 0], { text: 'Personne ne voit la rampe' });
    const frame = put(board, 'frame', [1_600, 0], { text: 'Ce qui manque' });
    add(0.1, 0.1);
    const chosen = add(0.2, 0.2);
    editor.selection.set([frame]);
    expect(editor.commands.get('pin.link').enabled()).toBe(false);
    board.edit('lock', (write) => write.set(map, { lock: true }));
    editor.mapPins.choose({ on: map, id: chosen.pin.id });
    editor.selection.set([note]);
    expect(editor.commands.get('pin.link').enabled()).toBe(false);
    const before = notices.length;
    extrasOf(editor).pinEdits.link(chosen, note);
    extrasOf(editor).pinEdits.renumber(chosen, -1);
    expect(notices.slice(before).map(({ id }) => id)).toEqual(['editor.notice.locked', 'editor.notice.locked']);
    board.edit('lock', (write) => write.set(map, { lock: false }));
    editor.setWho({ role: 'participant', group: null, step: { ...OPEN_STEP, edit: 'none' } as never, id: 'ana' });
    expect(editor.commands.get('pin.link').enabled()).toBe(false);
    extrasOf(editor).pinEdits.link(chosen, note);
    expect(notices.at(-1)?.id).toBe('editor.notice.step');
  });

  it('keep their map when a picture comes, which takes the picture’s proportions once', () => {
    const { editor, board, map } = open();
    const picture = { hash: 'h'.repeat(43), width: 400, height: 300 };
    expect(editor.mapPins.takePicture({ x: 400, y: 200 }, picture)).toBe(map);
    expect(board.get(map)).toMatchObject({ size: [800, 600], props: { hash: picture.hash } });
    expect(editor.mapPins.takePicture({ x: 400, y: 200 }, { ...picture, hash: 'i'.repeat(43) })).toBeNull();
    expect(editor.mapPins.takePicture({ x: 4_000, y: 200 }, picture)).toBeNull();
  });

  it('keep a map as large as it is under a picture that comes from whoever may not move it', () => {
    const { editor, board, map } = open();
    const size = board.get(map)?.size;
    editor.setWho({ role: 'participant', group: null, step: { ...OPEN_STEP, move: 'none' }, id: 'ana' });
    const picture = { hash: 'h'.repeat(43), width: 400, height: 300 };
    expect(editor.mapPins.takePicture({ x: 400, y: 200 }, picture)).toBe(map);
    expect(board.get(map)).toMatchObject({ size, props: { hash: picture.hash } });
  });
});
