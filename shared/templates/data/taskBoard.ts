import { area, column, grid, heading, row, step, subjectCard, t } from '../build.ts';
import type { Template } from '../Template.ts';

export const taskBoard: Template = {
  id: 'tableau-des-taches',
  version: 1,
  title: t('Tableau des tâches', 'Task board'),
  purpose: t(
    'Voir d’un coup d’œil qui fait quoi, ce qui avance et ce qui attend.',
    'See at a glance who does what, what moves on and what waits.',
  ),
  people: t('de 2 à 12 personnes', '2 to 12 people'),
  minutes: 20,
  bricks: ['implementation', 'documentation'],
  example: t(
    'Par exemple : que faisons-nous d’ici la prochaine séance ?',
    'For instance: what do we do until the next sitting?',
  ),
  deliverable: t('Les tâches, qui s’en charge, pour quand.', 'The tasks, who takes them on, by when.'),
  elements: [
    ...heading(
      2260,
      t('Tableau des tâches', 'Task board'),
      t('Une tâche par note : quoi, qui, pour quand, premier pas.', 'One task a note: what, who, by when, first step.'),
    ),
    subjectCard([0, 0, 500, 420], t('Notre but', 'Our aim'), 'question'),
    area([0, 520, 500, 560], t('Ce qui nous bloque', 'What blocks us'), {
      color: 'red',
      prompt: t('Ce qui attend quelqu’un d’autre, et qui.', 'What waits for somebody else, and for whom.'),
    }),
    grid(
      [580, 0],
      t('Tâches', 'Tasks'),
      [
        row('week', t('Cette semaine', 'This week'), 'notes', 338),
        row('month', t('Ce mois-ci', 'This month'), 'notes', 338),
        row('later', t('Plus tard', 'Later'), 'notes', 340),
      ],
      [
        column('todo', t('À faire', 'To do'), 444),
        column('doing', t('En cours', 'In progress'), 444),
        column('check', t('À relire', 'To review'), 444),
        column('done', t('Fait', 'Done'), 444),
      ],
      { preset: 'tasks', counts: true },
    ),
  ],
  steps: [
    step(5, t('Ce qui est fait', 'What is done'), t('On déplace, on se félicite.', 'Move it, and enjoy it.')),
    step(
      10,
      t('Ce qui bloque', 'What blocks'),
      t('De quoi as-tu besoin, et de qui ?', 'What do you need, and from whom?'),
    ),
    step(
      5,
      t('La suite', 'What comes next'),
      t('Qui prend quoi, pour quand ? Quel est le premier pas ?', 'Who takes what, by when? What is the first step?'),
    ),
  ],
};
