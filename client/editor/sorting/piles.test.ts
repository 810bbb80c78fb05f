/** Piles of notes that say the same: one note is no pile. */
import { describe, expect, it } from 'vitest';
import { extrasOf, openEditor, put } from '../../../tests/helpers/editing.ts';

describe('a pile', () => {
  it('is not made of the one note that is left, or that may be moved, of a set', () => {
    const { editor, board } = openEditor();
    const texts = ['Plus de bus', 'Plus de bus !', 'Des bancs', 'Des bancs.', 'Une halle', 'Une halle !'];
    const notes = texts.map((text, n) => put(board, 'note', [260 * n, 0], { text }));
    const [bus = '', twin = '', bench = '', gone = '', hall = '', locked = ''] = notes;
    board.edit('test', (write) => {
      write.delete(gone);
      write.set(locked, { lock: true });
    });
    const sets = [
      [bus, twin],
      [bench, gone],
      [hall, locked],
    ];
    const { sorting } = extrasOf(editor);
    expect(sorting.stack(sets.map((one) => ({ name: board.get(one[0] ?? '')?.text ?? '', notes: one })))).toBe(2);
    expect([bench, hall, locked].map((id) => board.tree.parent(id))).toEqual([null, null, null]);
    expect(board.tree.parent(bus)).toBe(board.tree.parent(twin));
  });
});
