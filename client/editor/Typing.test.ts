import { describe, expect, it } from 'vitest';
import { OPEN_STEP, type Step } from '../../shared/access/Step.ts';
import { BoardDoc } from '../../shared/board/BoardDoc.ts';
import { connect, createField, openEditor, put } from '../../tests/helpers/editing.ts';
import type { Notice } from './Notice.ts';
import type { Who } from './rights.ts';

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

const inStep = (rights: Partial<Step>): Who => ({
  ...{ role: 'participant', group: null, id: 'ana' },
  step: { ...OPEN_STEP, ...rights },
});
const noticesOf = (notices: readonly Notice[]): string[] =>
  notices.filter(({ kind }) => kind === 'notice').map(({ id }) => id);

describe('the right to write that goes while one types', () => {
  it('ends the typing once a note is locked by another, says so once, and leaves what was written', () => {
    const ana = openEditor();
    const id = put(ana.board, 'note', [0, 0], { text: 'Un banc' });
    const ben = openEditor({ board: new BoardDoc() });
    const { sync } = connect(ana.board, ben.board);
    const field = createField(ana.editor);
    ana.editor.typing.begin(id);
    field.type(' à l’ombre');
    ben.board.edit('lock', (write) => write.set(id, { lock: true }));
    sync();
    expect([ana.editor.typing.id, ana.editor.store.getState().editing]).toEqual([null, null]);
    field.type(' du tilleul');
    ben.board.edit('move', (write) => write.set(id, { place: [null, 40, 40] }));
    sync();
    expect([ana.board.get(id)?.text, noticesOf(ana.notices)]).toEqual(['Un banc à l’ombre', ['editor.notice.locked']]);
  });

  it('ends it with the step, and goes on where the step still takes it', () => {
    const { editor, board, notices } = openEditor();
    const id = put(board, 'note', [0, 0], { text: 'Un banc' });
    const field = createField(editor);
    editor.typing.begin(id);
    editor.setWho(inStep({ edit: 'own' }));
    expect(editor.typing.id).toBe(id);
    editor.setWho(inStep({ edit: 'none' }));
    field.type(' de plus');
    expect([editor.typing.id, board.get(id)?.text, noticesOf(notices)]).toEqual([
      null,
      'Un banc',
      ['editor.notice.step'],
    ]);
  });

  it('ends it where the note is taken into an area that is another’s', () => {
    const { editor, board } = openEditor();
    const [here, there] = [0, 900].map((x) => put(board, 'frame', [x, 0], { size: [600, 400] }));
    const id = put(board, 'note', [40, 40], { parent: here as string, text: 'Un banc' });
    createField(editor);
    editor.setWho(inStep({ areas: [here as string] }));
    editor.typing.begin(id);
    board.edit('move', (write) => write.set(id, { place: [there as string, 40, 40] }));
    expect(editor.typing.id).toBeNull();
  });

  it('takes nothing off the board that it may not delete', () => {
    const { editor, board } = openEditor();
    createField(editor);
    editor.commands.run('note.new');
    editor.setWho(inStep({ edit: 'none' }));
    expect([editor.typing.id, board.size]).toEqual([null, 1]);
  });

  it('begins nothing that could never be written in where one adds and changes nothing: what is pasted comes with its text', () => {
    const { editor, board, notices } = openEditor();
    createField(editor);
    editor.setWho(inStep({ edit: 'none' }));
    editor.commands.run('note.new');
    expect(editor.writes.placeIn('note', null)).toBeNull();
    expect([board.size, new Set(noticesOf(notices))]).toEqual([0, new Set(['arrange.notice.addOnly'])]);
    editor.clipboard.paste({ text: 'Un banc\nUne fontaine', html: '' });
    expect(editor.writes.place('shape', { x: 0, y: 0 })).not.toBeNull();
    expect(board.size).toBe(3);
    const [id] = board.ids();
    expect(editor.typing.begin(id as string, { fresh: true })).toBe(false);
  });
});
