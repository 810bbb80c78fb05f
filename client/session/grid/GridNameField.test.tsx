// @vitest-environment happy-dom
/** The field in which a row or a column is named: who leaves it for something else is not called back, and nobody is held in it. */
import { act, fireEvent, render, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useStore } from 'zustand';
import { findPreset, presetProps } from '../../../shared/elements/grid/presets.ts';
import { asGrid, columnsOf, type LaneRef } from '../../../shared/elements/grid/props.ts';
import { type EditingPerson, openEditor, put } from '../../../tests/helpers/editing.ts';
import { fr } from '../../i18n/fr/index.ts';
import { MessagesProvider } from '../../i18n/Messages.tsx';
import { BoardContext, type OpenedBoard } from '../BoardContext.tsx';
import { GridNameField } from './GridNameField.tsx';

describe('the name of a column, written where it stands', () => {
  let person: EditingPerson;
  let grid: string;
  let page: ReturnType<typeof render>;

  function Page() {
    const naming = useStore(person.editor.grids.store, (state) => state.naming);
    return (
      <MessagesProvider locale="fr" messages={fr}>
        <BoardContext value={{ editor: person.editor } as OpenedBoard}>
          <div data-surface="" tabIndex={-1} />
          <button type="button">Ailleurs</button>
          {naming && <GridNameField key={naming.id} lane={naming} />}
        </BoardContext>
      </MessagesProvider>
    );
  }
  const lane = (id: string): LaneRef => ({ grid, axis: 'column', id });
  const field = (): HTMLInputElement => page.getByRole('textbox') as HTMLInputElement;
  const surface = (): Element | null => page.container.querySelector('[data-surface]');
  const nameOf = (at: number): string | undefined =>
    columnsOf(asGrid(person.board.get(grid))?.props ?? ({} as never))[at]?.name;

  beforeEach(() => {
    person = openEditor();
    grid = put(person.board, 'grid', [0, 0], { props: presetProps(findPreset('journey'), 'fr') });
    person.editor.selection.set([grid]);
    page = render(<Page />);
    act(() => person.editor.grids.rename(lane('c1')));
  });
  afterEach(() => {
    vi.restoreAllMocks();
    page.unmount();
  });

  it('is kept when one goes elsewhere, and the focus stays where it went', () => {
    const focused = vi.spyOn(surface() as HTMLElement, 'focus');
    fireEvent.change(field(), { target: { value: 'Avant de venir' } });
    act(() => page.getByRole('button').focus());
    expect([nameOf(0), document.activeElement, focused.mock.calls.length]).toEqual([
      'Avant de venir',
      page.getByRole('button'),
      0,
    ]);
    expect(page.queryByRole('textbox')).toBeNull();
  });

  it('is still being written when another window comes in front', () => {
    vi.spyOn(document, 'hasFocus').mockReturnValue(false);
    fireEvent.change(field(), { target: { value: 'Avant' } });
    fireEvent.blur(field());
    expect([field().value, nameOf(0)]).toEqual(['Avant', 'Étape 1']);
  });

  it('gives the focus back to the wall by Enter and Escape, and goes on by Tab', async () => {
    fireEvent.change(field(), { target: { value: 'Avant' } });
    fireEvent.keyDown(field(), { key: 'Tab' });
    await waitFor(() => expect(field().value).toBe('Étape 2'));
    expect([nameOf(0), person.editor.grids.header?.id]).toEqual(['Avant', 'c2']);
    fireEvent.keyDown(field(), { key: 'Enter' });
    expect([page.queryByRole('textbox'), document.activeElement]).toEqual([null, surface()]);
  });

  it('holds nobody where the next one may not be written', () => {
    act(() => person.board.edit('lock', (write) => write.set(grid, { lock: true })));
    fireEvent.keyDown(field(), { key: 'Tab' });
    expect([page.queryByRole('textbox'), document.activeElement]).toEqual([null, surface()]);
  });
});
