// @vitest-environment happy-dom
import { act, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { BoardDoc } from '../../../shared/board/BoardDoc.ts';
import { openEditor, put } from '../../../tests/helpers/editing.ts';
import { BoardContext, type OpenedBoard } from '../BoardContext.tsx';
import { useBoardValue } from './useBoardValue.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('what is gathered from a board', () => {
  it('is gathered a few times a second while a room writes, and is the same value while nothing of it changes', () => {
    const { editor, board } = openEditor();
    const note = put(board, 'note', [0, 0], { text: 'Gare' });
    const gather = vi.fn((of: BoardDoc) => [...of.elements()].map(({ text }) => text));
    const wrapper = ({ children }: { children: ReactNode }) => (
      <BoardContext value={{ editor } as OpenedBoard}>{children}</BoardContext>
    );
    const { result } = renderHook(() => useBoardValue(gather), { wrapper });
    const first = result.current;
    gather.mockClear();
    act(() => {
      for (let n = 1; n <= 100; n++) {
        board.edit('test', (write) => write.set(note, { place: [null, n, 0] }));
        vi.advanceTimersByTime(10);
      }
    });
    expect(gather).toHaveBeenCalledTimes(4);
    expect(result.current).toBe(first);
    act(() => {
      put(board, 'note', [300, 0], { text: 'Parc' });
      vi.advanceTimersByTime(250);
    });
    expect(result.current).toEqual(['Gare', 'Parc']);
  });
});
