import { area, label, t } from '../build.ts';
import type { Template } from '../Template.ts';

/** Impact × effort as four areas; the matrix kind with scores of its own comes with the thinking tools. */
export const prioritisationMatrix: Template = {
  id: 'matrice-priorisation',
  version: 1,
  title: t('Matrice de priorisation', 'Prioritisation matrix'),
  purpose: t(
    'Placer chaque idée selon son impact et l’effort qu’elle demande, puis retenir par où commencer.',
    'Place each idea by its impact and the effort it takes, then choose where to begin.',
  ),
  people: t('de 4 à 20 personnes', '4 to 20 people'),
  minutes: 30,
  elements: [
    area([0, 0, 480, 1500], t('À placer', 'To be placed'), {
      prompt: t(
        'Écrivez une idée par note, puis glissez-la dans une case.',
        'Write one idea a note, then drag it into a box.',
      ),
    }),
    label([600, -110, 1500, 48], t('↑ Impact fort', '↑ High impact'), { scale: 'l', bold: true }),
    area([600, 0, 720, 720], t('À faire vite', 'Quick wins'), {
      color: 'green',
      prompt: t('Impact fort, effort faible', 'High impact, low effort'),
    }),
    area([1380, 0, 720, 720], t('Grands projets', 'Big projects'), {
      color: 'blue',
      prompt: t('Impact fort, effort élevé', 'High impact, high effort'),
    }),
    area([600, 780, 720, 720], t('Petits plus', 'Nice extras'), {
      color: 'yellow',
      prompt: t('Impact faible, effort faible', 'Low impact, low effort'),
    }),
    area([1380, 780, 720, 720], t('À laisser de côté', 'Leave aside'), {
      color: 'grey',
      prompt: t('Impact faible, effort élevé', 'Low impact, high effort'),
    }),
    label([600, 1530, 720, 48], t('← Effort faible', '← Low effort'), { scale: 'l', bold: true }),
    label([1380, 1530, 720, 48], t('Effort élevé →', 'High effort →'), { scale: 'l', bold: true, align: 'right' }),
  ],
  steps: [
    {
      title: t('Critères', 'Criteria'),
      minutes: 5,
      say: t(
        'Qu’appelle-t-on ici un impact\u202f? Et un effort\u202f?',
        'What do we call an impact here? And an effort?',
      ),
    },
    {
      title: t('Placer', 'Place'),
      minutes: 15,
      say: t('Chacun place ses idées, sans débattre.', 'Everyone places their ideas, without debate.'),
    },
    {
      title: t('Comparer', 'Compare'),
      minutes: 7,
      say: t('Où ne sommes-nous pas d’accord, et pourquoi\u202f?', 'Where do we disagree, and why?'),
    },
    {
      title: t('Retenir', 'Choose'),
      minutes: 3,
      say: t('Par quoi commence-t-on lundi\u202f?', 'What do we begin on Monday?'),
    },
  ],
};
