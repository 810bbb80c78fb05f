import { area, column, grid, heading, numbered, row, step, subjectCard, t } from '../build.ts';
import type { Template } from '../Template.ts';

/** The groups come from the room; their names are questions, never pre-filled. */
export const futureOffice: Template = {
  id: 'bureau-du-futur',
  version: 1,
  title: t('Bureau du futur', 'Office of the future'),
  purpose: t(
    'Partir d’un mur vide, regrouper et trier, nommer chaque groupe par une question, puis composer l’équipe qu’elle demande.',
    'Begin with an empty wall, cluster and sort, name each group by a question, then build the team it needs.',
  ),
  people: t('de 6 à 30 personnes', '6 to 30 people'),
  minutes: 90,
  bricks: ['ideation', 'cocreation'],
  example: t('Par exemple : comment travaillerons-nous dans dix ans ?', 'For instance: how will we work in ten years?'),
  deliverable: t(
    'Les questions du groupe, les compétences qu’elles demandent, l’équipe proposée.',
    'The group’s questions, the skills they need, the proposed team.',
  ),
  elements: [
    ...heading(
      3760,
      t('Bureau du futur', 'Office of the future'),
      t('On écrit seul, on regroupe sans parler, puis on parle.', 'Write alone, cluster without speaking, then speak.'),
    ),
    subjectCard([0, 0, 620, 460], t('La question', 'The question'), 'question'),
    area([0, 560, 620, 900], t('Choisi', 'Chosen'), {
      color: 'green',
      prompt: t('La question par laquelle nous commençons.', 'The question we begin with.'),
    }),
    area([700, 0, 1460, 1460], t('Le mur', 'The wall'), {
      color: 'yellow',
      prompt: t(
        'Une idée par note, seul et en silence. Puis regroupez et triez, et nommez chaque groupe par une question.',
        'One idea a note, alone and in silence. Then cluster and sort, and name each group by a question.',
      ),
    }),
    grid(
      [2240, 0],
      t('De quelles compétences a-t-on besoin ?', 'Which skills do we need?'),
      numbered(3, (n) => row(`q${n}`, t(`Question ${n}`, `Question ${n}`), 'notes', n === 3 ? 466 : 465)),
      [
        column('skills', t('Compétences', 'Skills'), 336),
        column('where', t('Où les trouver', 'Where to find them'), 336),
      ],
    ),
    area([3160, 0, 600, 1460], t('Quelle équipe ?', 'Which team?'), {
      color: 'blue',
      prompt: t('Des prénoms, et ce que chaque personne apporte.', 'First names, and what each person brings.'),
    }),
  ],
  steps: [
    step(5, t('La question', 'The question'), t('Est-elle claire pour tout le monde ?', 'Is it clear to everyone?')),
    step(
      10,
      t('Seul', 'Alone'),
      t('Chaque personne écrit en silence, une idée par note.', 'Everyone writes in silence, one idea a note.'),
    ),
    step(5, t('Découverte', 'Discovery'), t('On lit tout, sans commenter.', 'Read everything, without comment.')),
    step(
      5,
      t('Regrouper sans parler', 'Cluster without speaking'),
      t(
        'On rapproche ce qui se ressemble, en silence. On peut défaire ce qu’un autre a fait.',
        'Bring together what is alike, in silence. You may undo what others did.',
      ),
    ),
    step(
      20,
      t('Regrouper et trier', 'Cluster and sort'),
      t(
        'Maintenant, on parle : qu’est-ce qui va ensemble, et pourquoi ?',
        'Now we speak: what goes together, and why?',
      ),
    ),
    step(
      10,
      t('Nommer par une question', 'Name by a question'),
      t('Chaque groupe reçoit une question, pas un titre.', 'Each group gets a question, not a title.'),
    ),
    step(5, t('Choisir', 'Choose'), t('Par quelle question commence-t-on ?', 'Which question do we begin with?')),
    step(
      15,
      t('De quelles compétences a-t-on besoin ?', 'Which skills do we need?'),
      t('Pour cette question : que faut-il savoir faire ?', 'For this question: what must we know how to do?'),
    ),
    step(
      15,
      t('Quelle équipe ?', 'Which team?'),
      t(
        'Qui sait le faire, chez nous ou ailleurs ? Qui veut essayer ?',
        'Who can do it, here or elsewhere? Who wants to try?',
      ),
    ),
  ],
};
