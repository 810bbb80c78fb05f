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
  'deck.drawing.copy': 'The card stays, one takes a copy',
  'deck.back': 'Colour of the back',
  'deck.say.drawn': 'Card drawn: “{text}”',
  'deck.say.drawnSome': '{count, plural, one {Card drawn} other {# cards drawn}}',
  'deck.say.shuffled': '{count, plural, one {# card shuffled} other {# cards shuffled}}',
  'deck.say.faceUp': 'The deck shows its top card',
  'deck.say.faceDown': 'The deck shows its back',
  'deck.say.putBack': '{count, plural, one {Card put back in its deck} other {# cards put back in their deck}}',
  'deck.say.made': '{count, plural, =0 {Empty deck added} one {Deck of one card added} other {Deck of # cards added}}',
  'deck.notice.rival': 'Someone else drew “{text}” at the same moment: they have the card.',
};
