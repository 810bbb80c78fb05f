// @vitest-environment happy-dom
/** Templates of matrices and radars: a list that is walked by arrow keys changes nothing on the wall, the button does. */
import { act, fireEvent, render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { describe, expect, it } from 'vitest';
import { asMatrix } from '../../../shared/elements/matrix/props.ts';
import { asRadar, ringsOf } from '../../../shared/elements/radar/props.ts';
import { openEditor, put } from '../../../tests/helpers/editing.ts';
import { fr } from '../../i18n/fr/index.ts';
import { MessagesProvider } from '../../i18n/Messages.tsx';
import { BoardContext, type OpenedBoard } from '../BoardContext.tsx';
import { PartFields } from './PartFields.tsx';
import { RadarPresets } from './RadarPresets.tsx';

describe('a template', () => {
  const open = () => {
    const person = openEditor();
    let edits = 0;
    const show = (children: ReactNode) => {
      person.board.onEdit(() => edits++);
      return render(
        <MessagesProvider locale="fr" messages={fr}>
          <BoardContext value={{ editor: person.editor } as OpenedBoard}>{children}</BoardContext>
        </MessagesProvider>,
      );
    };
    return { ...person, show, count: () => edits };
  };
  /** As a closed list does in a browser: each arrow is a change. */
  const walk = (page: ReturnType<typeof render>, names: readonly string[]): void => {
    const list = page.getByLabelText(fr['placing.preset'], { selector: 'select' }) as HTMLSelectElement;
    for (const name of names) {
      const value = [...list.options].find(({ text }) => text === name)?.value ?? 'none';
      act(() => void fireEvent.change(list, { target: { value } }));
    }
  };
  const apply = (page: ReturnType<typeof render>): void =>
    act(() => void fireEvent.click(page.getByRole('button', { name: fr['placing.preset.apply'] })));

  it('of a matrix comes by the button, in one step', () => {
    const { board, show, count } = open();
    const matrix = put(board, 'matrix', [0, 0]);
    const element = () => asMatrix(board.get(matrix)) as NonNullable<ReturnType<typeof asMatrix>>;
    const page = show(<PartFields matrix={element()} isFixed={false} />);
    const before = element().props;
    walk(page, ['Impact × Effort', 'Gravité × Fréquence']);
    expect([count(), element().props]).toEqual([0, before]);
    apply(page);
    expect([count(), element().props.x.name, element().props.y.name]).toEqual([1, 'Fréquence', 'Gravité']);
    page.unmount();
  });

  it('of a radar comes by the button, in one step', () => {
    const { board, show, count } = open();
    const radar = put(board, 'radar', [0, 0], { props: { 'ring:a': { name: 'Ici', z: 'a0' } } });
    const element = () => asRadar(board.get(radar)) as NonNullable<ReturnType<typeof asRadar>>;
    const rings = (): string[] => ringsOf(element().props).map(({ name }) => name);
    const page = show(<RadarPresets radar={element()} isFixed={false} />);
    walk(page, ['Carte des acteurs', 'Carte des rôles']);
    expect([count(), rings()]).toEqual([0, ['Ici']]);
    apply(page);
    expect([count(), rings()]).toEqual([1, ['D’accord', 'Invitation faite', 'On y pense']]);
    page.unmount();
  });
});
