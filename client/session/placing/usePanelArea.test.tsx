// @vitest-environment happy-dom
import { act, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { describe, expect, it } from 'vitest';
import { asMatrix } from '../../../shared/elements/matrix/props.ts';
import { openEditor, put } from '../../../tests/helpers/editing.ts';
import { BoardContext, type OpenedBoard } from '../BoardContext.tsx';
import { usePanelArea } from './usePanelArea.ts';

describe('the area a panel is about', () => {
  it('is the one that is chosen in the list, though another is selected, and stays so when nothing is', () => {
    const { editor, board } = openEditor();
    const [one, other] = ['Que faire d’abord ?', 'Qui décide ?'].map((text, n) =>
      put(board, 'matrix', [2_000 * n, 0], { text }),
    ) as [string, string];
    editor.selection.set([one]);
    const wrapper = ({ children }: { children: ReactNode }) => (
      <BoardContext value={{ editor } as OpenedBoard}>{children}</BoardContext>
    );
    const { result } = renderHook(() => usePanelArea(asMatrix), { wrapper });
    expect(result.current.area?.id).toBe(one);
    act(() => result.current.choose(other));
    expect([result.current.area?.id, [...editor.selection.ids]]).toEqual([other, [other]]);
    act(() => editor.selection.set([]));
    expect(result.current.area?.id).toBe(other);
  });
});
