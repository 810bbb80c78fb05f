// @vitest-environment happy-dom
/** Pictures described one after the other: what is being typed belongs to its picture, whatever others do to the deck meanwhile. */
import { act, cleanup, fireEvent, render } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openEditor, put } from '../../../tests/helpers/editing.ts';
import { fr } from '../../i18n/fr/index.ts';
import { MessagesProvider } from '../../i18n/Messages.tsx';
import { BoardContext, type OpenedBoard } from '../BoardContext.tsx';
import { DescribeCardsDialog } from './DescribeCardsDialog.tsx';

const WORDS = 'Un pont de bois au-dessus d’une rivière';

describe('the pictures of a deck, described', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => {
    cleanup();
    vi.useRealTimers();
  });

  const open = () => {
    const { editor, board } = openEditor();
    const deck = put(board, 'deck', [0, 0], { text: 'Photo-langage', props: { face: 'up', draw: 'take' } });
    const cards = ['a', 'b', 'c'].map((letter) =>
      put(board, 'image', [0, 0], { parent: deck, props: { hash: letter.repeat(43), width: 400, height: 300 } }),
    );
    editor.selection.set([deck]);
    const page = render(
      <MessagesProvider locale="fr" messages={fr}>
        <BoardContext value={{ editor } as OpenedBoard}>
          <DescribeCardsDialog onClose={() => undefined} />
        </BoardContext>
      </MessagesProvider>,
    );
    const field = (): HTMLInputElement => page.getByRole('textbox') as HTMLInputElement;
    const meanwhile = (does: () => void): void =>
      act(() => {
        does();
        vi.advanceTimersByTime(1_000);
      });
    const next = (): void => act(() => void fireEvent.submit(field().closest('form') as HTMLFormElement));
    return { board, cards, field, meanwhile, next };
  };

  it('keep what is typed of them while another person shuffles the deck', () => {
    const { board, cards, field, meanwhile, next } = open();
    const [low = '', , top = ''] = cards;
    act(() => void fireEvent.change(field(), { target: { value: WORDS } }));
    meanwhile(() =>
      board.edit('shuffle', (write) => {
        write.set(low, { z: 'a9' });
        write.set(top, { z: 'Zz' });
      }),
    );
    expect(field().value).toBe(WORDS);
    next();
    expect(cards.map((id) => board.get(id)?.text)).toEqual(['', '', WORDS]);
  });

  it('keep it too while another person draws the card', () => {
    const { board, cards, field, meanwhile, next } = open();
    const [, , top = ''] = cards;
    act(() => void fireEvent.change(field(), { target: { value: WORDS } }));
    meanwhile(() => board.edit('draw', (write) => write.set(top, { place: [null, 2_000, 0] })));
    expect(field().value).toBe(WORDS);
    next();
    expect([board.get(top)?.text, field().value]).toEqual([WORDS, '']);
  });
});
