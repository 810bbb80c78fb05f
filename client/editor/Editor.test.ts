import { describe, expect, it } from 'vitest';
import { NOTE_COLORS } from '../../shared/theme/tokens.ts';
import { createField, openEditor, put } from '../../tests/helpers/editing.ts';
import { en } from '../i18n/en/index.ts';
import { fr } from '../i18n/fr/index.ts';

describe('Editor', () => {
  it('makes a note by N where the pointer is, in its area, and types in it', () => {
    const { editor, board } = openEditor();
    const area = put(board, 'frame', [0, 0], { size: [600, 600] });
    const field = createField(editor);
    editor.clipboard.setPointer({ x: 300, y: 300 });
    editor.setNextProps('note', { color: 'green' });
    editor.commands.run('note.new');
    field.type('Qui n’est pas là ?');
    const note = [...board.elements()].find(({ kind }) => kind === 'note');
    expect({ place: note?.place, color: note?.props.color, text: note?.text }).toEqual({
      place: [area, 200, 200],
      color: 'green',
      text: 'Qui n’est pas là ?',
    });
  });

  it('puts notes made by keys beside one another, not on top', () => {
    const { editor, board } = openEditor();
    const field = createField(editor);
    editor.clipboard.setPointer({ x: 300, y: 300 });
    editor.commands.run('note.new');
    field.type('Qui vit ce problème ?');
    editor.commands.run('note.new');
    field.type('Depuis quand ?');
    expect([...board.elements()].map(({ place }) => place[1]).sort((a, b) => a - b)).toEqual([200, 420]);
  });

  it('makes a note of each pasted line, as one step of undo', () => {
    const { editor, board } = openEditor();
    const before = board.size;
    expect(editor.clipboard.paste({ text: '- Rénover\n- Planter\n- Relier', html: '' })).toBe(true);
    expect([...board.elements()].map(({ text }) => text).sort()).toEqual(['Planter', 'Relier', 'Rénover']);
    expect(editor.store.getState().selection.size).toBe(3);
    editor.commands.run('edit.undo');
    expect(board.size).toBe(before);
  });

  it('copies an area with its content to another board, colours kept', () => {
    const one = openEditor();
    const area = put(one.board, 'frame', [0, 0], { text: 'Suites', size: [600, 600] });
    put(one.board, 'note', [50, 50], { parent: area, text: 'Écrire au maire', props: { color: 'pink' } });
    one.editor.selection.set([area]);
    const flavours = one.editor.clipboard.copy();
    expect(flavours?.text).toBe('Suites\nÉcrire au maire');
    const two = openEditor();
    two.editor.clipboard.paste(flavours ?? { text: '', html: '' });
    const [copied] = two.editor.selection.ids;
    const inner = two.board.tree.children(copied ?? '').map((id) => two.board.get(id));
    expect(inner.map((note) => [note?.text, note?.props.color, note?.place[1]])).toEqual([
      ['Écrire au maire', 'pink', 50],
    ]);
  });

  it('draws an area around notes and takes in those that lie wholly in it', () => {
    const { editor, board } = openEditor();
    const inside = put(board, 'note', [100, 100]);
    const across = put(board, 'note', [550, 100]);
    const area = editor.writes.draw('frame', { x: 40, y: 40, w: 600, h: 500 });
    expect(board.tree.children(area)).toEqual([inside]);
    expect(board.get(inside)?.place).toEqual([area, 60, 60]);
    expect(board.tree.parent(across)).toBeNull();
    editor.commands.run('edit.undo');
    expect(board.get(inside)?.place).toEqual([null, 100, 100]);
  });

  it('leaves the content of an area where it is while the area is resized from its left', () => {
    const { editor, board } = openEditor();
    const area = put(board, 'frame', [0, 0], { size: [600, 600] });
    const note = put(board, 'note', [50, 50], { parent: area });
    editor.arranging.reshape('resize', new Map([[area, { frame: { x: -100, y: -20, w: 700, h: 620 } }]]));
    expect(board.tree.origin(note)).toEqual({ x: 50, y: 50 });
  });

  it('duplicates beside, selects the copies, and copies what lies in an area', () => {
    const { editor, board } = openEditor();
    const area = put(board, 'frame', [0, 0], { size: [600, 600] });
    put(board, 'note', [50, 50], { parent: area, text: 'a' });
    editor.selection.set([area]);
    editor.commands.run('edit.duplicate');
    const [copy] = editor.selection.ids;
    expect({ origin: board.tree.origin(copy ?? ''), content: board.tree.children(copy ?? '').length }).toEqual({
      origin: { x: 24, y: 24 },
      content: 1,
    });
  });

  it('gives the selection and the next note their colour', () => {
    const { editor, board } = openEditor();
    const id = put(board, 'note', [0, 0]);
    editor.selection.set([id]);
    editor.commands.run('color.blue');
    expect([board.get(id)?.props.color, editor.store.getState().nextProps.note?.color]).toEqual(['blue', 'blue']);
    expect(NOTE_COLORS.filter((color) => editor.commands.get(`color.${color}`).active?.())).toEqual(['blue']);
  });

  it('forgets in the selection what another person deletes', () => {
    const { editor, board, presence } = openEditor();
    const [a, b] = [put(board, 'note', [0, 0]), put(board, 'note', [300, 0])];
    editor.selection.set([a, b]);
    board.edit('delete', (write) => write.delete(a));
    expect([...editor.selection.ids]).toEqual([b]);
    expect(presence.selection).toEqual([b]);
  });

  it('walks the elements in reading order and says each', () => {
    const { editor, board, notices } = openEditor();
    const area = put(board, 'frame', [0, 0], { text: 'Contexte', size: [700, 600] });
    put(board, 'note', [300, 40], { parent: area, text: 'deux' });
    put(board, 'note', [50, 50], { parent: area, text: 'un' });
    put(board, 'note', [800, 0], { text: 'trois' });
    const walked = [1, 2, 3, 4].map(() => {
      editor.commands.run('select.next');
      return board.get(editor.selection.single ?? '')?.text;
    });
    expect(walked).toEqual(['Contexte', 'un', 'deux', 'trois']);
    expect(editor.selection.neighbour(1)).toBeNull();
    expect(notices.at(-1)).toMatchObject({ id: 'editor.say.selectedOne', values: { text: 'trois' } });
  });

  it('lets a viewer change nothing by any command, key or paste', () => {
    const { editor, board } = openEditor();
    const id = put(board, 'note', [0, 0], { text: 'intacte' });
    createField(editor);
    editor.setReadOnly(true);
    editor.setWho({ role: 'viewer', group: null, step: undefined });
    editor.selection.set([id]);
    const before = board.encodeState();
    for (const command of editor.commands.list) {
      if (command.group === 'clipboard') continue;
      editor.selection.set([id]);
      editor.commands.run(command.id);
      if (command.writes) expect(command.enabled()).toBe(false);
    }
    editor.clipboard.paste({ text: 'une\ndeux', html: '' });
    editor.writes.nudge({ x: 4, y: 0 });
    expect(board.encodeState()).toEqual(before);
  });

  it('refuses what would pass the limit of a board, and says so', () => {
    const { editor, board, notices } = openEditor();
    const text = Array.from({ length: 20_001 }, (_, i) => `idée ${i}`).join('\n');
    expect(editor.clipboard.paste({ text, html: '' })).toBe(false);
    expect({ size: board.size, said: notices.at(-1)?.id }).toEqual({ size: 0, said: 'editor.notice.tooMany' });
  });

  it('has a French and an English word for every command', () => {
    const { editor } = openEditor();
    expect(editor.commands.list.filter(({ label }) => !(label in fr) || !(label in en))).toEqual([]);
  });

  it('gives no two commands the same key', () => {
    const { editor } = openEditor();
    const keys = editor.commands.list.flatMap(({ shortcut = [] }) => shortcut);
    expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([]);
  });
});
