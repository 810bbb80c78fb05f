// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { openEditor, put } from '../../tests/helpers/editing.ts';
import { TextOverlay } from './TextOverlay.ts';

function open() {
  const person = openEditor();
  const textarea = document.createElement('textarea');
  document.body.append(textarea);
  const overlay = new TextOverlay(person.editor, textarea, { nameOf: () => 'Note', returnFocus: () => undefined });
  const { board, editor } = person;
  const tab = (shiftKey = false): void => {
    textarea.dispatchEvent(new KeyboardEvent('keydown', { key: 'Tab', shiftKey, bubbles: true, cancelable: true }));
  };
  const write = (id: string): void => {
    editor.selection.set([id]);
    editor.typing.begin(id);
  };
  const isTyping = (): string | null => editor.store.getState().editing;
  return { board, editor, overlay, tab, write, isTyping };
}

afterEach(() => {
  document.body.innerHTML = '';
});

describe('Tab while one writes', () => {
  it('goes on to a new idea that hangs on the one just written, in a mind map', async () => {
    const me = open();
    const heart = put(me.board, 'note', [400, 300], { text: 'La gare', props: { node: 'open' } });
    me.write(heart);
    me.tab();
    await vi.waitFor(() => expect(me.board.folds.map.children(heart)).toHaveLength(1));
    expect(me.isTyping()).toBe(me.board.folds.map.children(heart)[0]);
    me.overlay.dispose();
  });

  it('goes on to the next element from any other note, and back from either', () => {
    const me = open();
    const first = put(me.board, 'note', [0, 0], { text: 'Gare' });
    const heart = put(me.board, 'note', [400, 0], { text: 'Parc', props: { node: 'open' } });
    me.write(first);
    me.tab();
    expect([me.editor.selection.single, me.isTyping()]).toEqual([heart, null]);
    me.write(heart);
    me.tab(true);
    expect([me.editor.selection.single, me.board.size]).toEqual([first, 2]);
    me.overlay.dispose();
  });
});
