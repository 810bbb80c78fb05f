/** What one does with decks of cards: from the bar of the deck, of one of its cards, of what was drawn from it. */
import type { ElementId } from '../../../shared/elements/ElementKind.ts';
import { viewOf } from '../../elements/registry.ts';
import { refuseElement } from '../rights.ts';
import type { Command } from './Command.ts';
import type { CommandPorts } from './registry.ts';

export function createDeckCommands({ ask, board, decks, selection, store }: CommandPorts): Command[] {
  const common = { group: 'deck', writes: true } as const;
  const count = (): number => (decks.selected === null ? 0 : decks.cards(decks.selected).length);
  const props = () => (decks.selected === null ? null : decks.propsOf(decks.selected));
  const mayEdit = (id: ElementId): boolean => refuseElement(store.getState().who, board, id, 'edit') === null;
  const onDeck = (run: (id: ElementId) => unknown) => (): void => {
    const id = decks.selected;
    if (id !== null) run(id);
  };
  const drawn = (): ElementId[] => [...selection.ids].filter((id) => decks.originOf(id) !== null);
  return [
    {
      ...{ id: 'deck.draw', label: 'deck.draw', icon: 'hand-grab', ...common },
      enabled: () => count() > 0 && props()?.draw === 'take',
      run: onDeck((id) => decks.draw(id)),
    },
    {
      ...{ id: 'deck.choose', label: 'deck.choose', icon: 'gallery-horizontal-end', ...common },
      // Who may not see the cards draws; who may choose sees them.
      enabled: () => count() > 0 && props()?.face === 'up',
      run: () => ask('cards'),
    },
    {
      ...{ id: 'deck.shuffle', label: 'deck.shuffle', icon: 'shuffle', ...common },
      enabled: () => count() > 1,
      run: onDeck((id) => decks.shuffle(id)),
    },
    {
      ...{ id: 'deck.flip', label: 'deck.flip', icon: 'flip-horizontal-2', ...common },
      enabled: () => decks.selected !== null && mayEdit(decks.selected),
      run: onDeck((id) => decks.flip(id)),
    },
    {
      ...{ id: 'deck.gather', label: 'deck.gather', icon: 'undo-dot', ...common },
      enabled: () => decks.selected !== null && decks.taken(decks.selected).length > 0,
      run: onDeck((id) => decks.putBack(decks.taken(id))),
    },
    {
      ...{ id: 'deck.putBack', label: 'deck.putBack', icon: 'undo-dot', ...common },
      enabled: () => decks.hasDrawn(selection.ids),
      run: () => void decks.putBack(drawn()),
    },
    {
      ...{ id: 'deck.describe', label: 'deck.describe', icon: 'captions', ...common },
      enabled: () => {
        const id = decks.selected;
        return id !== null && decks.cards(id).some((card) => viewOf(card).untitled !== undefined);
      },
      run: () => ask('describeCards'),
    },
    {
      ...{ id: 'deck.make', label: 'deck.make', icon: 'layers', ...common },
      enabled: () => decks.hasLoose(selection.ids, 2),
      run: () => ask('makeDeck'),
    },
  ];
}
