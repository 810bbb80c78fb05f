// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import type { ScreenPoint } from '../../../shared/geometry/vec.ts';
import { openEditor, put } from '../../../tests/helpers/editing.ts';
import { aim } from './usePageRequests.ts';

const at = (x: number, y: number): ScreenPoint => ({ x, y }) as ScreenPoint;

describe('the menu that a pointer asks for', () => {
  it('is about the whole group of what lies there, as a click is, and about one of it where the group is open', () => {
    const { board, editor } = openEditor();
    const [a = '', b = '', other = ''] = [0, 300, 600].map((x) => put(board, 'note', [x, 0], { text: `Arrêt ${x}` }));
    board.edit('group', (write) => {
      for (const id of [a, b]) write.set(id, { group: 'ligne' });
    });
    const taken = (): string[] => [...editor.selection.ids].sort();
    aim(editor, at(100, 100));
    expect(taken()).toEqual([a, b].sort());
    aim(editor, at(700, 100));
    expect(taken()).toEqual([other]);
    editor.selection.enter(a);
    aim(editor, at(400, 100));
    expect(taken()).toEqual([b]);
    aim(editor, at(400, 700));
    expect(taken()).toEqual([]);
  });
});
