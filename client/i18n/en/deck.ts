/** English texts of decks of cards. */
import type { DeckMessageId } from '../fr/deck.ts';

export const deck: Readonly<Record<DeckMessageId, string>> = {
  'deck.draw': 'Draw a card',
  'deck.choose': 'Choose a card…',
  'deck.shuffle': 'Shuffle',
  'deck.flip': 'Turn the deck over',
  'deck.gather': 'Put the drawn cards back',
  'deck.putBack': 'Put back in the deck',
  'deck.describe': 'Describe the pictures of the deck…',
  'deck.make': 'Make it a deck…',
  'deck.drawing': 'Drawing',
  'deck.drawing.take': 'The drawn card leaves the deck',
  'deck.drawing.copy': 'The card stays, you take a copy',
  'deck.back': 'Colour of the back',
  'deck.notice.rival': 'Someone else drew “{text}” at the same moment: they have the card.',
};
