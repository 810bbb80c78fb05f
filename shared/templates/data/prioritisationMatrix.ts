import { area, impactEffort, label, step, t } from '../build.ts';
import type { Template } from '../Template.ts';

export const prioritisationMatrix: Template = {
  id: 'matrice-priorisation',
  version: 2,
  title: t('Matrice de priorisation', 'Prioritisation matrix'),
  purpose: t(
    'Placer chaque idée selon son impact et l’effort qu’elle demande, puis retenir par où commencer.',
    'Place each idea by its impact and the effort it takes, then choose where to begin.',
  ),
  people: t('de 4 à 20 personnes', '4 to 20 people'),
  minutes: 30,
  bricks: ['implementation', 'visualisation'],
  example: t('Par exemple : par quelles idées commencer ?', 'For instance: which ideas do we begin with?'),
  deliverable: t('Les idées classées, et celles que l’on retient.', 'The ideas in order, and those we choose.'),
  elements: [
    label([0, -110, 2200, 60], t('Matrice de priorisation', 'Prioritisation matrix'), { scale: 'xl', bold: true }),
    impactEffort([0, 0, 1780, 1200], t('Nos idées', 'Our ideas')),
    area([1860, 0, 480, 1200], t('Retenu', 'Chosen'), {
      color: 'green',
      prompt: t('Ce par quoi l’on commence, et qui s’en charge.', 'What we begin with, and who takes it on.'),
    }),
  ],
  steps: [
    step(
      5,
      t('Critères', 'Criteria'),
      t(
        'Qu’appelle-t-on ici un impact ? Et un effort ? Changez les axes s’il le faut : importance et urgence, désirabilité et faisabilité.',
        'What do we call an impact here? And an effort? Rename the axes if need be: importance and urgency, desirability and feasibility.',
      ),
    ),
    step(
      8,
      t('Placer seul', 'Place alone'),
      t('Chaque personne place ses idées, sans débattre.', 'Everyone places their ideas, without debate.'),
    ),
    step(
      12,
      t('Comparer les écarts', 'Compare the gaps'),
      t('Où ne sommes-nous pas d’accord, et pourquoi ?', 'Where do we disagree, and why?'),
    ),
    step(5, t('Retenir', 'Choose'), t('Par quoi commence-t-on lundi ?', 'What do we begin on Monday?')),
  ],
};
