import { describe, expect, it } from 'vitest';
import { openEditor, put } from '../../tests/helpers/editing.ts';
import type { Toast } from '../ui/Toasts.tsx';
import { undoThis } from './undoThis.ts';

describe('« Annuler » in a message', () => {
  it('takes back what the message tells of, and nothing that was done since', () => {
    const { editor, board } = openEditor();
    const note = put(board, 'note', [0, 0], { text: 'Un banc à l’ombre' });
    const toasts: Toast[] = [];
    const say = (id: string): string => id;
    const move = () => {
      editor.writes.move([note], { x: 100, y: 0 }, null);
      return undoThis(editor, say, (toast) => void toasts.push(toast));
    };
    const first = move();
    first.run();
    expect([board.frame(note)?.x, toasts]).toEqual([0, []]);
    const second = move();
    editor.writes.style([note], { color: 'blue' });
    second.run();
    expect([board.frame(note)?.x, board.get(note)?.props.color]).toEqual([100, 'blue']);
    expect(toasts).toEqual([{ text: 'outline.undo.late' }]);
  });
});
