// @vitest-environment happy-dom
/** The panel of a radar follows what people say of the signals, though neither their number nor their place changes. */
import { act, render } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { tagKey } from '../../../shared/elements/marks/markKeys.ts';
import { openEditor, put } from '../../../tests/helpers/editing.ts';
import { fr } from '../../i18n/fr/index.ts';
import { MessagesProvider } from '../../i18n/Messages.tsx';
import { BoardContext, type OpenedBoard } from '../BoardContext.tsx';
import { RadarPanel } from './RadarPanel.tsx';

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
    const page = render(
      <MessagesProvider locale="fr" messages={fr}>
        <BoardContext value={{ editor } as OpenedBoard}>
          <RadarPanel onClose={() => undefined} />
        </BoardContext>
      </MessagesProvider>,
    );
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
});
