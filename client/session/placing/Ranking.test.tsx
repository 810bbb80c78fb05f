// @vitest-environment happy-dom
/** A ranking taken to the wall as a column: what could not come along is said. */
import { act, fireEvent, render } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Element } from '../../../shared/elements/ElementKind.ts';
import type { MatrixProps } from '../../../shared/elements/matrix/props.ts';
import { extrasOf, openEditor, put } from '../../../tests/helpers/editing.ts';
import { fr } from '../../i18n/fr/index.ts';
import { MessagesProvider } from '../../i18n/Messages.tsx';
import { ToastHost, ToastProvider } from '../../ui/Toasts.tsx';
import { BoardContext, type OpenedBoard } from '../BoardContext.tsx';
import { gatherMatrix } from './gather.ts';
import { Ranking } from './Ranking.tsx';

describe('a ranking with clusters in it', () => {
  it.each([
    ['matrix.ranking.copyColumn', true],
    ['matrix.ranking.lineUp', false],
  ] as const)('by « %s » leaves them where they are, and says how many', (button, asCopies) => {
    const { board, editor } = openEditor();
    extrasOf(editor);
    const axis = (name: string) => ({ name, scale: 'linear', min: 0, max: 100 });
    const matrix = put(board, 'matrix', [0, 0], { props: { x: axis('Effort'), y: axis('Impact') } });
    const [w, h] = board.get(matrix)?.size ?? [0, 0];
    const notes = ['Un banc', 'Un abri'].map((text, n) =>
      put(board, 'note', [w * (0.4 + 0.2 * n), h * 0.3], { parent: matrix, text, size: [80, 80] }),
    );
    const cluster = put(board, 'cluster', [w * 0.5, h * 0.5], { parent: matrix, text: 'Le soir' });
    put(board, 'note', [0, 0], { parent: cluster, text: 'Un car' });
    const element = board.get(matrix) as unknown as Element<MatrixProps>;
    const { placed } = gatherMatrix(board, element);
    expect(placed).toHaveLength(3);
    const page = render(
      <MessagesProvider locale="fr" messages={fr}>
        <ToastProvider closeLabel="Fermer">
          <BoardContext value={{ editor } as OpenedBoard}>
            <Ranking matrix={element} placed={placed} isFixed={false} />
          </BoardContext>
          <ToastHost />
        </ToastProvider>
      </MessagesProvider>,
    );
    act(() => void fireEvent.click(page.getByRole('button', { name: fr[button] })));
    const [column = ''] = editor.selection.ids;
    expect(board.tree.children(column).map((id) => board.get(id)?.text)).toHaveLength(2);
    expect([board.tree.parent(cluster), board.tree.parent(notes[0] ?? '') === matrix]).toEqual([matrix, asCopies]);
    const said = page.getAllByText(/2 notes/u).map(({ textContent }) => textContent ?? '');
    expect(said.some((text) => text.includes('Un regroupement reste où il est'))).toBe(true);
    page.unmount();
  });
});
