/** French texts of decks of cards: drawing, choosing, making one, describing its pictures (source language). */
export const deck = {
  'deck.draw': 'Tirer une carte',
  'deck.choose': 'Choisir une carte…',
  'deck.shuffle': 'Mélanger',
  'deck.flip': 'Retourner le paquet',
  'deck.gather': 'Remettre les cartes tirées',
  'deck.putBack': 'Remettre dans le paquet',
  'deck.describe': 'Décrire les images du paquet…',
  'deck.make': 'En faire un paquet…',
  'deck.drawing': 'Tirage',
  'deck.drawing.take': 'La carte tirée quitte le paquet',
  'deck.drawing.copy': 'La carte reste, on prend une copie',
  'deck.back': 'Couleur du dos',
  'deck.notice.rival': 'Une autre personne a tiré « {text} » au même instant : la carte est chez elle.',
} as const;

export type DeckMessageId = keyof typeof deck;
