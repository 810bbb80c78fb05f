import { area, grid, heading, step, subjectCard, t } from '../build.ts';
import type { Template } from '../Template.ts';
import { JOURNEY, JOURNEY_STAGES } from './explorateur.ts';

export const userJourney: Template = {
  id: 'parcours-usager',
  version: 1,
  title: t('Parcours usager', 'User journey'),
  purpose: t(
    'Suivre une personne étape par étape : ce qu’elle fait, pense et ressent, et ce qui l’arrête.',
    'Follow one person stage by stage: what they do, think and feel, and what stops them.',
  ),
  people: t('de 3 à 12 personnes', '3 to 12 people'),
  minutes: 60,
  bricks: ['users', 'visualisation'],
  example: t(
    'Par exemple : que vit une famille qui inscrit son enfant au car scolaire ?',
    'For instance: what happens to a family that registers a child for the school bus?',
  ),
  deliverable: t(
    'Le parcours, sa courbe d’émotion, les irritants et les idées.',
    'The journey, its curve of emotion, pain points and ideas.',
  ),
  elements: [
    ...heading(
      2440,
      t('Parcours usager', 'User journey'),
      t('Une seule personne, une seule histoire à la fois.', 'One person, one story at a time.'),
    ),
    subjectCard(
      [0, 0, 620, 420],
      t('Ce que cette personne cherche à faire', 'What this person is trying to do'),
      'question',
    ),
    area([0, 520, 620, 500], t('Qui est cette personne ?', 'Who is this person?'), {
      color: 'pink',
      prompt: t(
        'Un prénom inventé, son âge, où elle vit, ce qui compte pour elle.',
        'An invented name, their age, where they live, what matters to them.',
      ),
    }),
    area([0, 1120, 620, 512], t('Ce que l’on retient', 'What we keep'), {
      color: 'green',
      prompt: t('Trois moments à changer en premier.', 'Three moments to change first.'),
    }),
    grid([700, 0], t('Le parcours', 'The journey'), JOURNEY, JOURNEY_STAGES, { preset: 'journey' }),
  ],
  steps: [
    step(
      10,
      t('La personne et son but', 'The person and their aim'),
      t(
        'De qui parlons-nous ? Que cherche cette personne, et depuis quand ?',
        'Who are we talking about? What are they looking for, and since when?',
      ),
    ),
    step(
      15,
      t('Les étapes', 'The stages'),
      t(
        'Du premier souci jusqu’après le service. Donnez un nom à chaque étape.',
        'From the first worry until after the service. Give each stage a name.',
      ),
    ),
    step(
      15,
      t('Actions, contacts, pensées', 'Actions, touchpoints, thoughts'),
      t(
        'Que fait-elle ? Avec qui, par quel moyen ? Que se dit-elle ?',
        'What do they do? With whom, by what means? What do they tell themselves?',
      ),
    ),
    step(
      10,
      t('Émotion et irritants', 'Emotion and pain points'),
      t(
        'Posez les notes plus haut quand cela va bien, plus bas quand cela va mal. Qu’est-ce qui l’arrête ?',
        'Lay notes higher where it goes well, lower where it does not. What stops them?',
      ),
    ),
    step(10, t('Idées', 'Ideas'), t('Là où la courbe tombe : et si… ?', 'Where the curve falls: what if…?')),
  ],
};
