import { area, card, heading, radar, step, subjectCard, t } from '../build.ts';
import { photoDeck } from '../decks/photoDeck.ts';
import type { Template } from '../Template.ts';

export const futureRadar: Template = {
  id: 'radar-du-futur',
  version: 1,
  title: t('Radar du futur', 'Radar of the future'),
  purpose: t(
    'Placer les signaux d’un avenir possible, du plus proche au plus lointain, et dire ce que l’on souhaite.',
    'Place the signs of a possible future, from the nearest to the farthest, and say what we wish for.',
  ),
  people: t('de 8 à 80 personnes, par tables', '8 to 80 people, by tables'),
  minutes: 120,
  bricks: ['inspiration', 'visualisation', 'narration'],
  example: t('Par exemple : comment vivrons-nous ici en 2040 ?', 'For instance: how will we live here in 2040?'),
  deliverable: t(
    'Le radar, thème par thème, et ce que les personnes veulent dire à la Région.',
    'The radar, theme by theme, and what people want to tell the Region.',
  ),
  groups: [
    { id: 'citoyens', name: t('Citoyennes et citoyens', 'Citizens') },
    { id: 'experts', name: t('Expertise', 'Experts') },
  ],
  elements: [
    ...heading(
      2860,
      t('Radar du futur', 'Radar of the future'),
      t('Ce que je vois, ce que je souhaite, ce que je crains.', 'What I see, what I wish for, what I fear.'),
    ),
    subjectCard([0, 0, 560, 420], t('La question', 'The question'), 'question'),
    area([0, 520, 560, 720], t('Signaux à placer', 'Signs to be placed'), {
      children: [
        card([32, 32, 240, 160], 'blue', { text: t('Je le vois', 'I see it') }),
        card([288, 32, 240, 160], 'green', { text: t('Je le souhaite', 'I wish for it') }),
        card([32, 208, 240, 160], 'red', { text: t('Je le crains', 'I fear it') }),
      ],
    }),
    // Shown so large: a card and its title.
    { ...photoDeck, at: [0, 1340], size: [412, 346], text: t('Photo-langage', 'Photo language') },
    radar(
      [640, 0, 1700, 1700],
      t('Radar', 'Radar'),
      [
        ['here', t('déjà là', 'already here')],
        ['ten', t('dans 10 ans', 'in 10 years')],
        ['far', t('en 2040', 'in 2040')],
      ],
      [
        ['live', t('Habiter', 'Living')],
        ['move', t('Se déplacer', 'Getting around')],
        ['care', t('Se soigner', 'Health')],
        ['learn', t('Apprendre', 'Learning')],
        ['work', t('Travailler', 'Working')],
        ['together', t('Vivre ensemble', 'Living together')],
      ],
    ),
    area([2420, 0, 620, 800], t('Ce que je veux dire à la Région', 'What I want to tell the Region'), {
      color: 'yellow',
      prompt: t('Une phrase par note, comme vous la diriez.', 'One sentence a note, as you would say it.'),
    }),
    area([2420, 900, 620, 800], t('Et après ?', 'And then?'), {
      color: 'green',
      prompt: t(
        'Ce qui vous ferait revenir, et comment vous tenir au courant.',
        'What would bring you back, and how to keep you posted.',
      ),
    }),
  ],
  steps: [
    step(
      10,
      t('Accueil à table', 'Welcome at the table'),
      t('Un prénom, un lieu que l’on aime ici.', 'A first name, a place we love here.'),
    ),
    step(
      25,
      t('Les scénarios, joués', 'The scenarios, played'),
      t('On écoute seulement. Posez votre téléphone.', 'Just listen. Put your phone down.'),
    ),
    step(
      25,
      t('Photo-langage', 'Photo language'),
      t(
        'Choisissez une image et dites pourquoi. Personne ne commente.',
        'Choose a picture and say why. Nobody comments.',
      ),
    ),
    step(
      35,
      t('Radar du futur', 'Radar of the future'),
      t(
        'Un signal par note : je le vois, je le souhaite, je le crains. Est-il déjà là, pour dans dix ans, pour 2040 ?',
        'One sign a note: I see it, I wish for it, I fear it. Is it already here, for ten years from now, for 2040?',
      ),
    ),
    step(
      20,
      t('Ce que je veux dire à la Région', 'What I want to tell the Region'),
      t('Une phrase, avec vos mots.', 'One sentence, in your own words.'),
    ),
    step(
      5,
      t('Et après ?', 'And then?'),
      t(
        'Ce que nous ferons de vos paroles, et quand vous le saurez.',
        'What we will do with your words, and when you will know.',
      ),
    ),
  ],
};
