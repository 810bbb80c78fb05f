/** What one does with decks of cards: from the bar of the deck, of one of its cards, of what was drawn from it. */
import type { Element, ElementId } from '../../../shared/elements/ElementKind.ts';
import { viewOf } from '../../elements/registry.ts';
import type { Dealing } from '../decks/Dealing.ts';
import { refuseElement } from '../rights.ts';
import type { Command } from './Command.ts';
import type { CommandPorts } from './registry.ts';

export function createDeckCommands({ ask, board, decks, extras, selection, store }: CommandPorts): Command[] {
  const common = { group: 'deck', writes: true } as const;
  const cards = (): readonly Element[] => (decks.selected === null ? [] : decks.cards(decks.selected));
  const count = (): number => cards().length;
  const props = () => (decks.selected === null ? null : decks.propsOf(decks.selected));
  const mayEdit = (id: ElementId): boolean => refuseElement(store.getState().who, board, id, 'edit') === null;
  const mayMove = (id: ElementId): boolean => refuseElement(store.getState().who, board, id, 'move') === null;
  const onDeck = (run: (dealing: Dealing, id: ElementId) => unknown) => (): void => {
    const id = decks.selected;
    if (id !== null) extras.with(({ dealing }) => run(dealing, id));
  };
  const drawn = (): ElementId[] => [...selection.ids].filter((id) => decks.originOf(id) !== null);
  return [
    {
      ...{ id: 'deck.draw', label: 'deck.draw', icon: 'hand-grab', ...common },
      enabled: () => {
        const top = cards().at(-1);
        if (!top) return false;
        // What stays is chosen; of what lies face down nobody can.
        if (props()?.draw === 'copy') return props()?.face === 'down' && store.getState().mayAdd;
        return mayMove(top.id);
      },
      run: onDeck((dealing, id) => dealing.draw(id)),
    },
    {
      ...{ id: 'deck.choose', label: 'deck.choose', icon: 'gallery-horizontal-end', ...common },
      // Who may not see the cards draws; who may choose sees them.
      enabled: () => count() > 0 && props()?.face === 'up',
      run: () => ask('cards'),
    },
    {
      ...{ id: 'deck.shuffle', label: 'deck.shuffle', icon: 'shuffle', ...common },
      enabled: () => cards().filter(({ id }) => mayMove(id)).length > 1,
      run: onDeck((dealing, id) => dealing.shuffle(id)),
    },
    {
      ...{ id: 'deck.flip', label: 'deck.flip', icon: 'flip-horizontal-2', ...common },
      enabled: () => decks.selected !== null && mayEdit(decks.selected),
      run: onDeck((dealing, id) => dealing.flip(id)),
    },
    {
      ...{ id: 'deck.gather', label: 'deck.gather', icon: 'undo-dot', ...common },
      enabled: () => decks.selected !== null && decks.taken(decks.selected).some(mayMove),
      run: onDeck((dealing, id) => dealing.putBack(decks.taken(id), id)),
    },
    {
      ...{ id: 'deck.putBack', label: 'deck.putBack', icon: 'undo-dot', ...common },
      enabled: () => decks.hasDrawn(selection.ids),
      run: () => extras.with(({ dealing }) => dealing.putBack(drawn())),
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
