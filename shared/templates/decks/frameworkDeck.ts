/** The deck « Le cadre »: ten words for how one wants to work together; each person picks three, several may pick the same. */
import { t } from '../build.ts';
import type { TemplateElement, Text } from '../Template.ts';

const WORDS: readonly (readonly [color: string, text: Text])[] = [
  [
    'pink',
    t('Empathie\nSe mettre à la place de qui vit la situation.', 'Empathy\nStep into the shoes of those who live it.'),
  ],
  [
    'yellow',
    t(
      'Expérimentation\nEssayer en petit, en vrai, avant de décider.',
      'Experimentation\nTry it small and for real before deciding.',
    ),
  ],
  [
    'orange',
    t(
      'Essai-erreur\nSe tromper tôt, le dire, recommencer mieux.',
      'Trial and error\nFail early, say so, do it better.',
    ),
  ],
  [
    'green',
    t(
      'Esprit positif\nDire « oui, et… » plutôt que « oui, mais… ».',
      'Positive spirit\nSay “yes, and…” rather than “yes, but…”.',
    ),
  ],
  [
    'red',
    t(
      'Piratage bienveillant\nDétourner la règle pour mieux servir son but.',
      'Benevolent hacking\nBend the rule to serve its purpose better.',
    ),
  ],
  ['blue', t('Mise en capacité\nDonner à chacun les moyens d’agir.', 'Empowerment\nGive everyone the means to act.')],
  ['purple', t('Autonomie\nAvancer sans attendre la permission.', 'Autonomy\nMove on without waiting for permission.')],
  [
    'green',
    t(
      'Collectif\nFaire ensemble ce que personne ne ferait seul.',
      'Collective\nDo together what nobody would do alone.',
    ),
  ],
  [
    'orange',
    t(
      'Exploration\nAller voir ailleurs, sans savoir ce qu’on trouvera.',
      'Exploration\nGo and look elsewhere, not knowing what will turn up.',
    ),
  ],
  [
    'blue',
    t('Immersion\nPasser du temps là où les choses se vivent.', 'Immersion\nSpend time where things are lived.'),
  ],
];

/** A card of words: a wide note. */
const CARD = [240, 160] as const;

export const frameworkDeck: TemplateElement = {
  kind: 'deck',
  at: [0, 0],
  size: [264, 284],
  text: t('Le cadre : choisir trois mots', 'The frame: pick three words'),
  props: { face: 'up', draw: 'copy', back: 'purple' },
  // The first of them lies on top.
  children: [...WORDS]
    .reverse()
    .map(([color, text]) => ({ kind: 'note', at: [0, 0], size: CARD, text, props: { color } })),
};
