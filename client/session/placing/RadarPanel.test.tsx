// @vitest-environment happy-dom
/** The panel of a radar follows what people say of the signals, and puts them where it is told, however old what it shows is. */
import { act, fireEvent, render } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { tagKey } from '../../../shared/elements/marks/markKeys.ts';
import { placingIn } from '../../../shared/elements/placing.ts';
import { openEditor, put } from '../../../tests/helpers/editing.ts';
import type { Editor } from '../../editor/Editor.ts';
import { fr } from '../../i18n/fr/index.ts';
import { MessagesProvider } from '../../i18n/Messages.tsx';
import { BoardContext, type OpenedBoard } from '../BoardContext.tsx';
import { RadarPanel } from './RadarPanel.tsx';

const show = (editor: Editor) =>
  render(
    <MessagesProvider locale="fr" messages={fr}>
      <BoardContext value={{ editor } as OpenedBoard}>
        <RadarPanel onClose={() => undefined} />
      </BoardContext>
    </MessagesProvider>,
  );

describe('the signals of a radar', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('are counted anew when one of them is given one more tag', () => {
    const { editor, board } = openEditor();
    const props = { 'ring:a': { name: 'Déjà là', z: 'a0' }, 'sector:s': { name: 'Mobilité', z: 'a0' } };
    const radar = put(board, 'radar', [0, 0], { size: [1_800, 1_600], props });
    const notes = ['Un bus le dimanche', 'Des vélos à l’heure', 'Un car à la demande'].map((text, n) =>
      put(board, 'note', [750 + 40 * n, 700], { parent: radar, text }),
    );
    const tag = (id: string | undefined, name: string): void =>
      board.edit('tag', (write) => write.set(id ?? '', { marks: { [tagKey(name)]: 'blue' } }));
    for (const [n, id] of notes.entries()) tag(id, n < 2 ? 'experts' : 'citoyens');
    editor.selection.set([radar]);
    const page = show(editor);
    const counts = (): (string | null)[] =>
      [...page.container.querySelectorAll('tbody td')].map(({ textContent }) => textContent);
    expect(counts()).toEqual(['3', '2', '1']);
    // As many signals as before, as many tags, in the same order.
    act(() => {
      tag(notes[2], 'experts');
      vi.advanceTimersByTime(1_000);
    });
    expect(counts()).toEqual(['3', '3', '1']);
    page.unmount();
  });

  it('stay in the ring that was chosen a moment ago when a sector is chosen: what the panel shows may be older', () => {
    const { editor, board } = openEditor();
    const lane = (family: string, names: readonly string[]) =>
      names.map((name, n) => [`${family}:p${n}`, { name, z: `a${n}` }]);
    const props = Object.fromEntries([
      ...lane('ring', ['Déjà là', 'Dans 5 ans', 'Dans 10 ans']),
      ...lane('sector', ['Mobilité', 'Habiter', 'Apprendre']),
    ]);
    const radar = put(board, 'radar', [0, 0], { size: [1_800, 1_600], props });
    const note = put(board, 'note', [800, 60], { parent: radar, text: 'Un bus le dimanche' });
    editor.selection.set([note]);
    const page = show(editor);
    const choose = (label: string, value: string): void =>
      void fireEvent.change(page.getByRole('combobox', { name: label }), { target: { value } });
    const where = () => {
      const placing = placingIn(board, note, radar);
      return placing?.cell;
    };
    choose('Anneau', '0');
    choose('Secteur', '1');
    expect(where()).toBe('Déjà là · Habiter');
    choose('Anneau', '1');
    expect(where()).toBe('Dans 5 ans · Habiter');
    page.unmount();
  });
});
