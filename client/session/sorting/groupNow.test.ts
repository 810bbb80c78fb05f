import { describe, expect, it } from 'vitest';
import { BoardDoc } from '../../../shared/board/BoardDoc.ts';
import { openEditor, put } from '../../../tests/helpers/editing.ts';
import type { Toast } from '../../ui/Toasts.tsx';
import { groupNow } from './groupNow.ts';

describe('clusters by person', () => {
  it('bear the names of those who wrote, whether they are here or not', () => {
    let signer = '';
    const board = new BoardDoc(undefined, undefined, undefined, { sign: () => signer });
    const notes = ['paul', 'zoe', 'paul', 'ana', 'max'].map((by, n) => {
      signer = by;
      return put(board, 'note', [220 * n, 0], { text: `Idée de ${by}` });
    });
    const { editor } = openEditor({ board });
    editor.names.learn([
      ['paul', 'Paul'],
      ['zoe', 'Zoé'],
    ]);
    editor.selection.set(notes);
    const toasts: Toast[] = [];
    groupNow({ editor, t: (id) => id, toast: (toast) => void toasts.push(toast) }, 'author');
    const clusters = [...board.elements()].filter(({ kind }) => kind === 'cluster');
    expect(clusters.map(({ text }) => text).sort()).toEqual(['Ana', 'Paul', 'Zoé', 'sorting.someone']);
    expect(toasts).toHaveLength(1);
  });
});
