import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openEditor, put } from '../../tests/helpers/editing.ts';
import { meets } from './SelectionNews.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A set that counts what is asked of it. */
class Counted extends Set<string> {
  asked = 0;
  override has(one: string): boolean {
    this.asked += 1;
    return super.has(one);
  }
  override *[Symbol.iterator](): SetIterator<string> {
    for (const one of super.values()) {
      this.asked += 1;
      yield one;
    }
  }
}

describe('news of the selection', () => {
  it('are a few a second however often what is selected changes, the first at once and the last not lost', () => {
    const { editor, board } = openEditor();
    const note = put(board, 'note', [0, 0], { text: 'Gare' });
    editor.selection.set([note]);
    const told: number[] = [];
    editor.selectionNews.subscribe(() => told.push(board.get(note)?.place[1] ?? 0));
    for (let n = 1; n <= 100; n++) {
      board.edit('test', (write) => write.set(note, { place: [null, n, 0] }));
      vi.advanceTimersByTime(10);
    }
    vi.advanceTimersByTime(1_000);
    expect([told.length <= 8, told[0], told.at(-1)]).toEqual([true, 1, 100]);
  });

  it('are none of what is not selected', () => {
    const { editor, board } = openEditor();
    const [here = '', there = ''] = [0, 300].map((x) => put(board, 'note', [x, 0]));
    editor.selection.set([here]);
    const told = vi.fn();
    editor.selectionNews.subscribe(told);
    board.edit('test', (write) => write.set(there, { place: [null, 5, 5] }));
    vi.advanceTimersByTime(1_000);
    expect(told).not.toHaveBeenCalled();
    board.edit('test', (write) => {
      for (const id of [here, there]) write.delete(id);
    });
    expect(told.mock.calls).toEqual([['wall']]);
  });

  it('walk what is smaller: the one that changed or the few that are selected, never ten thousand', () => {
    const many = new Counted(Array.from({ length: 10_000 }, (_, n) => `n${n}`));
    const few = new Counted(['x1', 'x2']);
    expect([meets(many, few), meets(few, many)]).toEqual([false, false]);
    expect([many.asked, few.asked]).toEqual([4, 4]);
    expect(meets(many, new Set(['n9999']))).toBe(true);
  });
});
