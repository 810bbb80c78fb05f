import { area, heading, step, subjectCard, t } from '../build.ts';
import type { Template } from '../Template.ts';

export const brainstorming: Template = {
  id: 'brainstorming',
  version: 1,
  title: t('Brainstorming et regroupement', 'Brainstorming and clustering'),
  purpose: t(
    'Écrire beaucoup d’idées, les rapprocher, nommer les regroupements et choisir.',
    'Write many ideas, bring them together, name the clusters and choose.',
  ),
  people: t('de 3 à 30 personnes', '3 to 30 people'),
  minutes: 40,
  bricks: ['ideation', 'cocreation'],
  example: t(
    'Par exemple : comment donner envie de venir à la médiathèque ?',
    'For instance: how can we make people want to come to the library?',
  ),
  deliverable: t('Des regroupements nommés, et ce que l’on choisit.', 'Named clusters, and what was chosen.'),
  elements: [
    ...heading(
      3000,
      t('Brainstorming et regroupement', 'Brainstorming and clustering'),
      t('D’abord la quantité : toutes les idées sont les bienvenues.', 'Quantity first: all ideas are welcome.'),
    ),
    subjectCard([0, 0, 620, 460], t('La question', 'The question'), 'question'),
    area([0, 560, 620, 1040], t('Choisi', 'Chosen'), {
      color: 'green',
      prompt: t('Ce que l’on garde, et la suite pour chacune.', 'What we keep, and what comes next for each.'),
    }),
    area([700, 0, 1100, 1600], t('Idées', 'Ideas'), {
      color: 'yellow',
      prompt: t(
        'Une idée par note, sans juger. Rebondissez sur celles des autres.',
        'One idea a note, without judging. Build on each other’s.',
      ),
    }),
    area([1880, 0, 1120, 1600], t('Regroupements', 'Clusters'), {
      color: 'blue',
      prompt: t(
        'Glissez ici ce qui se ressemble. Choisissez des notes, regroupez-les, puis nommez le regroupement.',
        'Drag here what is alike. Select notes, cluster them, then name the cluster.',
      ),
    }),
  ],
  steps: [
    step(5, t('La question', 'The question'), t('Est-elle claire pour tout le monde ?', 'Is it clear to everyone?')),
    step(
      8,
      t('Seul', 'Alone'),
      t('Chaque personne écrit en silence, une idée par note.', 'Everyone writes in silence, one idea a note.'),
    ),
    step(5, t('Découverte', 'Discovery'), t('On lit tout, sans commenter.', 'Read everything, without comment.')),
    step(
      15,
      t('Regrouper', 'Cluster'),
      t(
        'On rapproche ce qui se ressemble ; chaque regroupement reçoit un nom.',
        'Bring together what is alike; each cluster gets a name.',
      ),
    ),
    step(7, t('Choisir', 'Choose'), t('Que garde-t-on, et qui s’en occupe ?', 'What do we keep, and who sees to it?')),
  ],
};
