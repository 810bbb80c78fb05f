import { describe, expect, it } from 'vitest';
import { BoardDoc } from '../../shared/board/BoardDoc.ts';
import { connect, createField, openEditor, put } from '../../tests/helpers/editing.ts';

describe('Typing', () => {
  it('writes each keystroke to the board and shows others where one types', () => {
    const { editor, board, presence } = openEditor();
    const id = put(board, 'note', [0, 0], { text: 'Oser' });
    const field = createField(editor);
    editor.typing.begin(id);
    field.type(' dire');
    expect({ text: board.get(id)?.text, editing: presence.editing }).toEqual({ text: 'Oser dire', editing: id });
    editor.typing.end();
    expect(presence.editing).toBeUndefined();
  });

  it('keeps what two people type in one note at once, each with their caret', () => {
    const ana = openEditor();
    const id = put(ana.board, 'note', [0, 0], { text: 'la gare' });
    const ben = openEditor({ board: new BoardDoc() });
    const { sync } = connect(ana.board, ben.board);
    const anaField = createField(ana.editor);
    const benField = createField(ben.editor);
    ana.editor.typing.begin(id);
    ben.editor.typing.begin(id);
    benField.caret = 0;
    anaField.type(' rénovée');
    benField.type('Voir ');
    sync();
    expect([anaField.text, benField.text]).toEqual(['Voir la gare rénovée', 'Voir la gare rénovée']);
    anaField.type('.');
    benField.type('toute ');
    sync();
    expect(ana.board.get(id)?.text).toBe('Voir toute la gare rénovée.');
    expect(ben.board.get(id)?.text).toBe('Voir toute la gare rénovée.');
  });

  it('lets what others write wait while an input method is composing', () => {
    const ana = openEditor();
    const id = put(ana.board, 'note', [0, 0], { text: 'forêt' });
    const ben = openEditor({ board: new BoardDoc() });
    const { sync } = connect(ana.board, ben.board);
    const field = createField(ana.editor);
    ana.editor.typing.begin(id);
    ana.editor.typing.setComposing(true);
    ben.board.edit('typing', (write) => write.splice(id, { at: 0, remove: 0, insert: 'La ' }));
    sync();
    expect(field.text).toBe('forêt');
    field.type('s');
    expect(ana.board.get(id)?.text).toBe('La forêts');
    ana.editor.typing.setComposing(false);
    expect({ text: field.text, caret: field.caret }).toEqual({ text: 'La forêts', caret: 9 });
  });

  it('gives the text back as a draft when another person deletes the note', () => {
    const ana = openEditor();
    const id = put(ana.board, 'note', [0, 0]);
    const ben = openEditor({ board: new BoardDoc() });
    const { sync } = connect(ana.board, ben.board);
    const field = createField(ana.editor);
    ana.editor.typing.begin(id);
    field.type('Une idée à garder');
    sync();
    ben.editor.selection.set([id]);
    ben.editor.commands.run('edit.delete');
    sync();
    expect(ana.drafts).toEqual(['Une idée à garder']);
    expect(ana.editor.store.getState().editing).toBeNull();
    expect(ana.notices.at(-1)).toEqual({ kind: 'notice', id: 'editor.notice.deletedWhileTyping' });
  });

  it('shows no-break spaces where French lines may not break, and writes the spaces people typed', () => {
    const { editor, board } = openEditor();
    const id = put(board, 'note', [0, 0], { text: 'Que veut dire « utile »' });
    const field = createField(editor);
    editor.typing.begin(id);
    for (const sign of ' ? Et après') field.type(sign);
    expect(field.text).toBe('Que veut dire «\u00a0utile\u00a0»\u00a0? Et après');
    expect(board.get(id)?.text).toBe('Que veut dire « utile » ? Et après');
    field.caret = 'Que veut dire « utile'.length;
    field.type(' et juste');
    expect(board.get(id)?.text).toBe('Que veut dire « utile et juste » ? Et après');
  });

  it('takes an undo into the field while one types', () => {
    const { editor, board } = openEditor();
    const id = put(board, 'note', [0, 0], { text: 'avant' });
    const field = createField(editor);
    editor.typing.begin(id);
    field.type(' après');
    editor.commands.run('edit.undo');
    expect({ field: field.text, board: board.get(id)?.text, editing: editor.store.getState().editing }).toEqual({
      field: 'avant',
      board: 'avant',
      editing: id,
    });
  });

  it('takes a label left empty off the board, and leaves a note that somebody emptied', () => {
    const { editor, board } = openEditor();
    const label = put(board, 'text', [0, 0]);
    const note = put(board, 'note', [0, 100]);
    createField(editor);
    editor.typing.begin(label);
    editor.typing.begin(note);
    editor.typing.end();
    expect([board.get(label), board.get(note)?.text]).toEqual([undefined, '']);
  });

  it('takes a note made for writing off the board when nothing is written in it', () => {
    const { editor, board } = openEditor();
    const field = createField(editor);
    editor.commands.run('note.new');
    editor.typing.end();
    expect(board.size).toBe(0);
    editor.commands.run('note.new');
    field.type('À quoi verrait-on que c’est réussi ?');
    editor.typing.end();
    expect(board.size).toBe(1);
  });

  it('does not open for a viewer, nor on what is locked', () => {
    const { editor, board } = openEditor();
    const id = put(board, 'note', [0, 0]);
    createField(editor);
    editor.setReadOnly(true);
    expect(editor.typing.begin(id)).toBe(false);
    editor.setReadOnly(false);
    board.edit('lock', (write) => write.set(id, { lock: true }));
    expect(editor.typing.begin(id)).toBe(false);
  });
});
