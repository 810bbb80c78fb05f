/** The deck a dialog is about: the one selected when it was opened, with its cards as they are now, the top one first. */
import { useCallback, useState } from 'react';
import type { BoardDoc } from '../../../shared/board/BoardDoc.ts';
import type { DeckProps } from '../../../shared/elements/deck/cards.ts';
import type { Element, ElementId } from '../../../shared/elements/ElementKind.ts';
import { useBoard } from '../BoardContext.tsx';
import { useBoardValue } from '../marks/useBoardValue.ts';

export interface ShownDeck {
  readonly id: ElementId;
  readonly title: string;
  readonly draw: DeckProps['draw'];
  readonly cards: readonly Element[];
}

export function useDeck(): ShownDeck | null {
  const { editor } = useBoard();
  const [id] = useState(() => editor.decks.selected);
  const gather = useCallback(
    (board: BoardDoc): ShownDeck | null => {
      const element = id === null ? undefined : board.get(id);
      const props = id === null ? null : editor.decks.propsOf(id);
      if (id === null || !element || !props) return null;
      return { id, title: element.text.trim(), draw: props.draw, cards: [...editor.decks.cards(id)].reverse() };
    },
    [editor, id],
  );
  return useBoardValue(gather);
}
