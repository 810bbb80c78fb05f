// @vitest-environment happy-dom
/** The legend of a map by keyboard: whatever one does in it, the focus stays in it. */
import { act, fireEvent, render } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type MapProps, pinsOf } from '../../../shared/elements/map/pins.ts';
import { type EditingPerson, extrasOf, openEditor, put } from '../../../tests/helpers/editing.ts';
import { fr } from '../../i18n/fr/index.ts';
import { MessagesProvider } from '../../i18n/Messages.tsx';
import { BoardContext, type OpenedBoard } from '../BoardContext.tsx';
import { PinsPanel } from './PinsPanel.tsx';

describe('the legend of a map', () => {
  let person: EditingPerson;
  let map: string;
  let page: ReturnType<typeof render>;
  const pins = () => pinsOf((person.board.get(map)?.props ?? {}) as MapProps);
  const button = (name: string, at = 0): HTMLElement => page.getAllByRole('button', { name })[at] as HTMLElement;
  /** By keyboard, and until the panel has read the board anew. */
  const press = (one: HTMLElement, key = 'Enter'): void => {
    act(() => one.focus());
    act(() => {
      fireEvent.keyDown(one, { key });
      fireEvent.keyUp(one, { key });
      vi.advanceTimersByTime(1_000);
    });
  };
  const focused = (): string | null | undefined => document.activeElement?.getAttribute('aria-label');

  beforeEach(() => {
    vi.useFakeTimers();
    person = openEditor();
    map = put(person.board, 'map', [0, 0], { size: [800, 400], text: 'La halle' });
    put(person.board, 'note', [1_200, 0], { text: 'Personne ne voit la rampe' });
    for (const x of [0.1, 0.2, 0.3]) extrasOf(person.editor).pinEdits.add(map, { x, y: 0.5 });
    page = render(
      <MessagesProvider locale="fr" messages={fr}>
        <BoardContext value={{ editor: person.editor } as OpenedBoard}>
          <PinsPanel onClose={() => undefined} />
        </BoardContext>
      </MessagesProvider>,
    );
  });
  afterEach(() => {
    page.unmount();
    vi.useRealTimers();
  });

  it('gives the focus to the pin beside one that goes, and to « add » after the last', () => {
    press(button(fr['pins.remove'], 0));
    expect([pins().length, document.activeElement]).toEqual([2, button(fr['pins.remove'], 0)]);
    press(button(fr['pins.remove'], 1));
    expect([pins().length, document.activeElement]).toEqual([1, button(fr['pins.remove'], 0)]);
    press(page.container.querySelector('ol button') as HTMLElement, 'Delete');
    expect([pins().length, document.activeElement]).toEqual([0, button(fr['pins.add'])]);
    expect(person.board.get(map)).toBeDefined();
  });

  it('keeps the focus on the arrow that has brought a pin to its end', () => {
    press(button(fr['pins.earlier'], 1));
    expect([pins().map(({ x }) => x), focused()]).toEqual([[0.2, 0.1, 0.3], fr['pins.earlier']]);
    expect(document.activeElement?.getAttribute('aria-disabled')).toBe('true');
    // A button that a browser disables loses the keys; this one has them, and does nothing.
    expect(document.activeElement?.hasAttribute('disabled')).toBe(false);
    press(document.activeElement as HTMLElement);
    expect(pins().map(({ x }) => x)).toEqual([0.2, 0.1, 0.3]);
  });

  it('returns the focus to the button of a pin once its note is chosen', () => {
    press(button(fr['pins.chooseNote'], 0));
    fireEvent.click(page.getByRole('button', { name: 'Personne ne voit la rampe' }));
    act(() => void vi.advanceTimersByTime(1_000));
    expect([pins()[0]?.of === undefined, focused()]).toEqual([false, fr['pins.unlink']]);
  });

  it('follows the map that is chosen, in the list or on the wall, and stays with the one looked at last', () => {
    const other = put(person.board, 'map', [2_000, 0], { size: [800, 400], text: 'Le parvis' });
    act(() => void vi.advanceTimersByTime(1_000));
    const list = (): HTMLSelectElement => page.getByLabelText(fr['pins.which']) as HTMLSelectElement;
    const select = (ids: readonly string[]): void => act(() => person.editor.selection.set(ids));
    act(() => person.editor.mapPins.choose({ on: map, id: pins()[0]?.id ?? '' }));
    act(() => void fireEvent.change(list(), { target: { value: other } }));
    expect([list().value, person.editor.selection.single, person.editor.mapPins.chosen]).toEqual([other, other, null]);
    select([]);
    expect(list().value).toBe(other);
    act(() => void fireEvent.change(list(), { target: { value: map } }));
    act(() => person.editor.mapPins.choose({ on: map, id: pins()[0]?.id ?? '' }));
    expect(list().value).toBe(map);
    select([other]);
    expect(list().value).toBe(other);
    select([]);
    expect(list().value).toBe(other);
    act(() => void fireEvent.click(button(fr['pins.add'])));
    expect([pins().length, person.editor.mapPins.chosen?.map.id]).toEqual([3, other]);
  });

  it('writes what is seen on the picture when one leaves the field, and shows what others have written of it', () => {
    const alt = (): unknown => person.board.get(map)?.props.alt;
    const write = (text: string | undefined): void =>
      act(() => {
        person.board.edit('test', (writer) => writer.set(map, { props: { hash: 'h'.repeat(43), alt: text } }));
        vi.advanceTimersByTime(1_000);
      });
    write(undefined);
    const field = page.getByLabelText(/Que voit-on sur ce fond/u) as HTMLTextAreaElement;
    fireEvent.change(field, { target: { value: 'Une halle vide, vue de la place' } });
    fireEvent.blur(field);
    expect(alt()).toBe('Une halle vide, vue de la place');
    write('La halle un jour de marché');
    expect(field.value).toBe('La halle un jour de marché');
    // Whoever only passes through takes nothing back.
    fireEvent.blur(field);
    expect(alt()).toBe('La halle un jour de marché');
  });
});
