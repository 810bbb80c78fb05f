// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openEditor, put } from '../../../tests/helpers/editing.ts';
import { SelectionBox } from './SelectionBox.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Everything of a wall selected; how often an element was looked at since. */
function hold(count: number) {
  const { editor, board } = openEditor();
  const ids = Array.from({ length: count }, (_, n) => put(board, 'note', [n * 220, 0], { text: `Arrêt ${n}` }));
  const other = put(board, 'note', [0, 900], { text: 'À part' });
  editor.selection.set(ids);
  const moved = vi.fn();
  const held = new SelectionBox(editor, moved);
  const looks = vi.spyOn(editor.index, 'get');
  const move = (id: string, x: number): void => board.edit('test', (write) => write.set(id, { place: [null, x, 0] }));
  return { editor, board, ids, other, held, moved, looks, move };
}

describe('the box around what is selected', () => {
  it('is not worked out for what others move elsewhere', () => {
    const { other, moved, looks, move } = hold(50);
    for (let n = 0; n < 100; n++) {
      move(other, n);
      vi.advanceTimersByTime(20);
    }
    expect([looks.mock.calls.length, moved.mock.calls.length]).toEqual([0, 0]);
  });

  it('is worked out once a frame for what moves in it, and seldom where it holds much', () => {
    const few = hold(3);
    const edge = few.held.box?.x ?? 0;
    for (let n = 1; n <= 40; n++) few.move(few.ids[0] as string, -n);
    vi.advanceTimersByTime(20);
    expect([few.held.box?.x, few.moved.mock.calls.length, few.looks.mock.calls.length]).toEqual([edge - 40, 1, 3]);
    few.held.dispose();
    few.move(few.ids[0] as string, -90);
    vi.advanceTimersByTime(500);
    expect(few.moved).toHaveBeenCalledTimes(1);
    const many = hold(300);
    vi.advanceTimersByTime(1_000);
    for (let n = 1; n <= 100; n++) {
      many.move(many.ids[0] as string, -n);
      vi.advanceTimersByTime(10);
    }
    vi.advanceTimersByTime(300);
    expect(many.moved.mock.calls.length).toBeLessThanOrEqual(5);
    expect(many.held.box?.x).toBe(edge - 100);
  });

  it('follows the ends of a line that is selected', () => {
    const { editor, board, ids, held, move } = hold(2);
    const [a = '', b = ''] = ids;
    const props = { from: { id: a, x: 0, y: 0 }, to: { id: b, x: 0, y: 0 } };
    const line = put(board, 'connector', [0, 0], { props });
    editor.selection.set([line]);
    const before = held.box?.w ?? 0;
    move(b, 2_000);
    vi.advanceTimersByTime(20);
    expect(held.box?.w).toBeGreaterThan(before + 1_000);
  });
});
