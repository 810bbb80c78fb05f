// @vitest-environment happy-dom
/** Rules of cells from the panel, as a keyboard reaches it: fields with names, one button that waits until something is asked for. */
import { act, fireEvent, render } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { rulesOf } from '../../../shared/elements/takes.ts';
import { type EditingPerson, openEditor, put } from '../../../tests/helpers/editing.ts';
import { fr } from '../../i18n/fr/index.ts';
import { MessagesProvider } from '../../i18n/Messages.tsx';
import { BoardContext, type OpenedBoard } from '../BoardContext.tsx';
import { ZonesView } from './ZonesView.tsx';

describe('the rules of a grid’s cells', () => {
  let person: EditingPerson;
  let grid: string;
  let page: ReturnType<typeof render>;
  const said: string[] = [];
  const rules = () => rulesOf(person.board.get(grid) as never).map(({ cell, takes }) => [cell, takes]);
  const choose = (label: RegExp, value: string): void => {
    act(() => {
      fireEvent.change(page.getByLabelText(label), { target: { value } });
    });
  };
  const press = (name: string | RegExp): void => {
    act(() => {
      fireEvent.click(page.getByRole('button', { name }));
    });
  };

  beforeEach(async () => {
    person = openEditor();
    const props = {
      'row:vecu': { name: 'Vécu', type: 'notes', z: 'a0' },
      'row:idees': { name: 'Idées', type: 'notes', z: 'a1' },
      'col:avant': { name: 'Avant', z: 'a0' },
    };
    grid = put(person.board, 'grid', [0, 1_000], { text: 'Parcours', props });
    put(person.board, 'note', [0, 0], { text: 'La file d’attente', props: { color: 'red' } });
    page = render(
      <MessagesProvider locale="fr" messages={fr}>
        <BoardContext value={{ editor: person.editor } as OpenedBoard}>
          <ZonesView
            sorter={undefined as never}
            scope={() => []}
            isScoped={false}
            done={(text) => void said.push(text)}
          />
        </BoardContext>
      </MessagesProvider>,
    );
  });
  afterEach(() => page.unmount());

  it('are added, say how many notes would come, are carried out and taken away', async () => {
    const add = page.getByRole('button', { name: 'Ajouter la règle' });
    expect(add.getAttribute('aria-disabled')).toBe('true');
    press('Ajouter la règle');
    expect(rules()).toEqual([]);
    choose(/^Ligne de «\sParcours/u, 'idees');
    choose(/^Couleur accueillie par «\sParcours\s»/u, 'red');
    press('Ajouter la règle');
    expect(rules()).toEqual([['idees:avant', { color: 'red' }]]);
    await page.findByText('1 note à accueillir');
    press('Appliquer');
    const [note] = person.board.tree.children(grid);
    expect(person.board.get(note ?? '')?.place[3]).toBe('idees:avant');
    expect(said).toEqual(['1 note rangée.']);
    await page.findByText('Aucune note à accueillir');
    press(/^Retirer la règle de «\sParcours · Idées · Avant\s»/u);
    expect(rules()).toEqual([]);
  });
});
