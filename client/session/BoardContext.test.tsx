// @vitest-environment happy-dom
import { act, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openEditor, put } from '../../tests/helpers/editing.ts';
import { BoardContext, type OpenedBoard, useCommands } from './BoardContext.tsx';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('what draws by the commands', () => {
  it('listens to the board together, and draws a few times a second while what is selected changes', () => {
    const { editor, board } = openEditor();
    const note = put(board, 'note', [0, 0], { text: 'Gare' });
    editor.selection.set([note]);
    const listening = vi.spyOn(board, 'onChange');
    const wrapper = ({ children }: { children: ReactNode }) => (
      <BoardContext value={{ editor } as OpenedBoard}>{children}</BoardContext>
    );
    let draws = 0;
    const use = (): void => {
      draws += 1;
      useCommands();
    };
    for (let n = 0; n < 5; n++) renderHook(use, { wrapper });
    expect(listening).not.toHaveBeenCalled();
    draws = 0;
    act(() => board.edit('test', (write) => write.set(note, { lock: true })));
    expect(draws).toBe(5);
    for (let n = 1; n <= 100; n++) {
      act(() => board.edit('test', (write) => write.set(note, { place: [null, n, 0] })));
      act(() => void vi.advanceTimersByTime(10));
    }
    expect(draws).toBeLessThanOrEqual(5 * 9);
    expect(draws).toBeGreaterThan(5 * 4);
  });
});
