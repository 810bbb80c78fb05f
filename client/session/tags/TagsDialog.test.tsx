// @vitest-environment happy-dom
import { act, fireEvent, render } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { openEditor, put } from '../../../tests/helpers/editing.ts';
import { fr } from '../../i18n/fr/index.ts';
import { MessagesProvider } from '../../i18n/Messages.tsx';
import { BoardContext, type OpenedBoard } from '../BoardContext.tsx';
import { TagsDialog } from './TagsDialog.tsx';

describe('the elements a tag is on', () => {
  /** A tag on a note of the wall and on two in a closed cluster: all of them shown. */
  function show(isOnWall: boolean) {
    const { board, editor } = openEditor();
    const cluster = put(board, 'cluster', [0, 0], { text: 'Accueil', props: { collapsed: true } });
    const inside = ['Le guichet', 'La file'].map((text) => put(board, 'note', [0, 0], { parent: cluster, text }));
    const seen = put(board, 'note', [900, 0], { text: 'Un banc' });
    board.edit('test', (write) => {
      for (const id of isOnWall ? [...inside, seen] : inside) write.set(id, { marks: { 'tag.Urgent': 'red' } });
    });
    const page = render(
      <MessagesProvider locale="fr" messages={fr}>
        <BoardContext value={{ editor } as OpenedBoard}>
          <TagsDialog />
        </BoardContext>
      </MessagesProvider>,
    );
    const press = (name: RegExp): void => act(() => void fireEvent.click(page.getByRole('button', { name })));
    press(/Urgent/u);
    press(/^Sélectionner/u);
    const said = page.getByRole('status').textContent;
    page.unmount();
    return { selected: [...editor.selection.ids], said, seen };
  }

  it('are selected where they are seen, and counted so', () => {
    const { selected, said, seen } = show(true);
    expect(selected).toEqual([seen]);
    expect(said).toMatch(/^1 /u);
  });

  it('are not where none is, which is said', () => {
    expect(show(false)).toMatchObject({ selected: [], said: expect.stringMatching(/^Rien de cela n’est visible/u) });
  });
});
