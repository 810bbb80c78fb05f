// @vitest-environment happy-dom
import { act, render, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { openEditor, put } from '../../../tests/helpers/editing.ts';
import { fr } from '../../i18n/fr/index.ts';
import { MessagesProvider } from '../../i18n/Messages.tsx';
import { BoardContext, type OpenedBoard } from '../../session/BoardContext.tsx';
import { ToastProvider } from '../../ui/Toasts.tsx';
import * as panels from './loadPanel.ts';
import { SelectionSlot } from './SelectionSlot.tsx';

afterEach(() => void vi.restoreAllMocks());

/** The slot over a wall with a note on it. */
function open() {
  const { editor, board } = openEditor();
  const note = put(board, 'note', [0, 0], { text: 'Gare' });
  const page = render(
    <MessagesProvider locale="fr" messages={fr}>
      <ToastProvider closeLabel={fr['common.close']}>
        <BoardContext value={{ editor } as OpenedBoard}>
          <main>
            <SelectionSlot />
          </main>
        </BoardContext>
      </ToastProvider>
    </MessagesProvider>,
  );
  const select = (ids: readonly string[]): void => act(() => editor.selection.set(ids));
  return { page, note, select };
}

describe('the bar of the selection', () => {
  it('stands there while something is selected, and goes with it', async () => {
    const { page, note, select } = open();
    await act(() => panels.loadSelectionBar());
    expect(page.queryByRole('toolbar')).toBeNull();
    select([note]);
    await waitFor(() => expect(page.getByRole('toolbar', { name: fr['board.selection'] })).toBeTruthy());
    expect(page.getByRole('button', { name: /^Couleur/ })).toBeTruthy();
    select([]);
    expect(page.queryByRole('toolbar')).toBeNull();
    page.unmount();
  });

  it('is asked for again with the next selection where it could not be had', async () => {
    const load = vi.spyOn(panels, 'loadSelectionBar').mockResolvedValueOnce(null);
    const { page, note, select } = open();
    select([note]);
    await act(() => load.mock.results[0]?.value);
    expect(page.queryByRole('toolbar')).toBeNull();
    select([]);
    select([note]);
    await waitFor(() => expect(page.getByRole('toolbar', { name: fr['board.selection'] })).toBeTruthy());
    expect(load).toHaveBeenCalledTimes(2);
    page.unmount();
  });
});
