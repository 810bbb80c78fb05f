// @vitest-environment happy-dom
/** A picture made by the browser names whoever the wall names, here or not. */
import { fireEvent, render } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { ok } from '../../../../shared/lib/result.ts';
import { openEditor, put } from '../../../../tests/helpers/editing.ts';
import type { ExportPngOptions } from '../../../canvas/exportPng.ts';
import { fr } from '../../../i18n/fr/index.ts';
import { MessagesProvider } from '../../../i18n/Messages.tsx';
import { BoardContext, type OpenedBoard } from '../../../session/BoardContext.tsx';
import { INITIAL_SESSION_STATE } from '../../../sync/SessionState.ts';
import { type AppPorts, AppPortsProvider } from '../../AppContext.tsx';
import { ExportDialog } from './ExportDialog.tsx';

const painted: ExportPngOptions[] = [];

vi.mock('./PicturePreview.tsx', () => ({ PicturePreview: () => null }));
vi.mock('./downloadBlob.ts', () => ({ downloadBlob: () => undefined }));
vi.mock('../../../canvas/exportPng.ts', () => ({
  fitsBrowser: () => true,
  largestPicture: () => 60_000_000,
  exportPng: async (_board: unknown, options: ExportPngOptions) => {
    painted.push(options);
    return ok(new Blob());
  },
}));

describe('the export of a picture', () => {
  it('names whoever has signed and gone home', async () => {
    const { editor, board } = openEditor();
    put(board, 'note', [0, 0], { text: 'Ouvrir le samedi' });
    editor.names.learn([['paul', 'Paul']]);
    const state = createStore(() => ({ ...INITIAL_SESSION_STATE }));
    const page = render(
      <MessagesProvider locale="fr" messages={fr}>
        <AppPortsProvider value={{} as AppPorts}>
          <BoardContext value={{ editor, session: { state } } as unknown as OpenedBoard}>
            <ExportDialog onClose={() => undefined} />
          </BoardContext>
        </AppPortsProvider>
      </MessagesProvider>,
    );
    fireEvent.click(page.getByRole('button', { name: fr['export.download'] }));
    await vi.waitFor(() => expect(painted).toHaveLength(1));
    expect([painted[0]?.person?.('paul'), painted[0]?.person?.('personne')]).toEqual(['Paul', undefined]);
    page.unmount();
  });

  it('lists a cluster without its name while the group sorts without a word', () => {
    const { editor, board } = openEditor();
    put(board, 'frame', [2_000, 0], { text: 'Irritants' });
    put(board, 'cluster', [0, 0], { text: 'Se déplacer', props: { silent: true } });
    const state = createStore(() => ({ ...INITIAL_SESSION_STATE }));
    const page = render(
      <MessagesProvider locale="fr" messages={fr}>
        <AppPortsProvider value={{} as AppPorts}>
          <BoardContext value={{ editor, session: { state } } as unknown as OpenedBoard}>
            <ExportDialog onClose={() => undefined} />
          </BoardContext>
        </AppPortsProvider>
      </MessagesProvider>,
    );
    const said = document.body.textContent ?? '';
    expect([said.includes('Irritants'), said.includes('Se déplacer')]).toEqual([true, false]);
    page.unmount();
  });
});
