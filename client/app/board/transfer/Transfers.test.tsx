// @vitest-environment happy-dom
/** What leaves the wall by the clipboard names whoever wrote it, here or not. */
import { act, render } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { BoardDoc } from '../../../../shared/board/BoardDoc.ts';
import { openEditor, put } from '../../../../tests/helpers/editing.ts';
import type { ExportPngOptions } from '../../../canvas/exportPng.ts';
import { fr } from '../../../i18n/fr/index.ts';
import { MessagesProvider } from '../../../i18n/Messages.tsx';
import { BoardContext, type OpenedBoard } from '../../../session/BoardContext.tsx';
import { Transfers } from './Transfers.tsx';

const pictures: Pick<ExportPngOptions, 'person'>[] = [];

vi.mock('./copyPicture.ts', () => ({
  copyPicture: async (_board: unknown, _ids: unknown, options: ExportPngOptions) => {
    pictures.push(options);
    return { at: 'clipboard' };
  },
}));

describe('what is copied', () => {
  it('names whoever wrote it and has gone home, in a table and in a picture', async () => {
    const board = new BoardDoc(undefined, undefined, undefined, { sign: () => 'paul' });
    const note = put(board, 'note', [0, 0], { text: 'Ouvrir le samedi' });
    const { editor } = openEditor({ board });
    const page = render(
      <MessagesProvider locale="fr" messages={fr}>
        <BoardContext value={{ editor } as OpenedBoard}>
          <Transfers />
        </BoardContext>
      </MessagesProvider>,
    );
    editor.names.learn([['paul', 'Paul']]);
    editor.selection.set([note]);
    editor.clipboard.nextFormat = 'table';
    expect(editor.clipboard.copy()?.text).toContain('\tPaul');
    act(() => editor.ask('copyPicture'));
    await vi.waitFor(() => expect(pictures).toHaveLength(1));
    expect(pictures[0]?.person?.('paul')).toBe('Paul');
    page.unmount();
  });
});
