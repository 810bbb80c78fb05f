/** The decks that come with the product, in the order in which they are offered: data like any template. */
import { t } from '../build.ts';
import type { TemplateElement, Text } from '../Template.ts';
import { frameworkDeck } from './frameworkDeck.ts';
import { photoDeck } from './photoDeck.ts';

export interface ShippedDeck {
  readonly id: string;
  readonly title: Text;
  /** One sentence: what it is for. */
  readonly purpose: Text;
  readonly element: TemplateElement;
}

export const SHIPPED_DECKS: readonly ShippedDeck[] = [
  {
    id: 'photo-langage',
    title: t('Photo-langage', 'Photo deck'),
    purpose: t(
      'Choisir une image, dire pourquoi : pour ouvrir la parole.',
      'Choose a picture, say why: to get everyone speaking.',
    ),
    element: photoDeck,
  },
  {
    id: 'le-cadre',
    title: t('Le cadre', 'The frame'),
    purpose: t('Dix mots ; chaque personne en choisit trois.', 'Ten words; each person picks three.'),
    element: frameworkDeck,
  },
];
