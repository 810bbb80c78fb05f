// @vitest-environment happy-dom
import { act, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openEditor, put } from '../../../tests/helpers/editing.ts';
import { BoardContext, type OpenedBoard } from '../BoardContext.tsx';
import { NO_QUERY } from './Finder.ts';
import { useFinder } from './useFinder.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('the view of whoever searches', () => {
  it('goes with one’s own steps and questions, not with what others rewrite or delete', () => {
    const { editor, board } = openEditor();
    const ids = [0, 5_000, 10_000].map((x) => put(board, 'note', [x, 0], { text: `Haie ${x}` }));
    const wrapper = ({ children }: { children: ReactNode }) => (
      <BoardContext value={{ editor } as OpenedBoard}>{children}</BoardContext>
    );
    const { result } = renderHook(() => useFinder(), { wrapper });
    const view = (): number => editor.store.getState().camera.x;
    act(() => result.current.finder.ask({ ...NO_QUERY, text: 'haie' }));
    const first = view();
    act(() => result.current.finder.step(1));
    const second = view();
    expect(second).toBeGreaterThan(first + 1_000);
    act(() => {
      board.edit('rewrite', (write) => write.splice(ids[1] as string, { at: 0, remove: 4, insert: 'Parc' }));
      vi.advanceTimersByTime(1_000);
    });
    expect([result.current.finder.current, editor.store.getState().found?.at, view()]).toEqual([
      ids[2],
      ids[2],
      second,
    ]);
    act(() => {
      board.edit('delete', (write) => write.delete(ids[2] as string));
      vi.advanceTimersByTime(1_000);
    });
    expect([result.current.finder.current, view()]).toEqual([ids[0], second]);
    act(() => result.current.finder.ask({ ...NO_QUERY, text: 'haie 0' }));
    expect(view()).toBe(first);
  });
});
