// @vitest-environment happy-dom
/** What the outline around its lines says of areas: never the name of a cluster while the group sorts without a word. */
import { act, cleanup, fireEvent, render } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { openEditor, put } from '../../tests/helpers/editing.ts';
import { fr } from '../i18n/fr/index.ts';
import { outline as words } from '../i18n/fr/later/outline.ts';
import { MessagesProvider } from '../i18n/Messages.tsx';
import { BoardContext, type OpenedBoard } from '../session/BoardContext.tsx';
import { INITIAL_SESSION_STATE } from '../sync/SessionState.ts';
import { createMemoryStorage } from '../ui/DeviceStorage.ts';
import { OutlinePanel } from './OutlinePanel.tsx';

const NAME = 'Se déplacer';

function open(props: Readonly<Record<string, unknown>>) {
  const { editor, board } = openEditor();
  const cluster = put(board, 'cluster', [0, 0], { text: NAME, props });
  const inside = put(board, 'note', [20, 60], { parent: cluster, text: 'Plus de bus le soir' });
  const free = put(board, 'note', [0, 900], { text: 'Une halle' });
  const me = { connection: 7, id: 'ana', name: 'Ana', role: 'participant', hue: 1, group: null } as const;
  const state = createStore(() => ({ ...INITIAL_SESSION_STATE, me }));
  editor.selection.set([inside]);
  const page = render(
    <MessagesProvider locale="fr" messages={{ ...fr, ...words }}>
      <BoardContext value={{ editor, session: { state } } as unknown as OpenedBoard}>
        <OutlinePanel isSheet={false} onClose={() => undefined} storage={createMemoryStorage()} />
      </BoardContext>
    </MessagesProvider>,
  );
  return { editor, free, page, text: () => document.body.textContent ?? '' };
}

describe('the outline', () => {
  afterEach(() => cleanup());

  it('says of a silent cluster neither where one adds nor where one moves to', () => {
    for (const [props, says] of [
      [{}, true],
      [{ silent: true }, false],
    ] as const) {
      const { editor, free, page, text } = open(props);
      expect(page.getByRole('button', { name: /^Ajouter une note/ }).textContent?.includes(NAME)).toBe(says);
      act(() => editor.selection.set([free]));
      act(() => void fireEvent.keyDown(page.getByRole('treeitem', { name: /^Une halle/ }), { key: 'm' }));
      expect(page.getAllByRole('option')).toHaveLength(2);
      expect(text().includes(NAME)).toBe(says);
      cleanup();
    }
  });
});
