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
  'deck.say.drawn': 'Carte tirée : « {text} »',
  'deck.say.drawnSome': '{count, plural, one {Carte tirée} many {# cartes tirées} other {# cartes tirées}}',
  'deck.say.shuffled': '{count, plural, one {# carte mélangée} many {# cartes mélangées} other {# cartes mélangées}}',
  'deck.say.faceUp': 'Le paquet montre sa première carte',
  'deck.say.faceDown': 'Le paquet montre son dos',
  'deck.say.putBack':
    '{count, plural, one {Carte remise dans son paquet} many {# cartes remises dans leur paquet} other {# cartes remises dans leur paquet}}',
  'deck.say.made':
    '{count, plural, =0 {Paquet vide ajouté} one {Paquet d’une carte ajouté} many {Paquet de # cartes ajouté} other {Paquet de # cartes ajouté}}',
  'deck.notice.rival': 'Une autre personne a tiré « {text} » au même instant : la carte est chez elle.',
} as const;

export type DeckMessageId = keyof typeof deck;
