import { area, column, grid, heading, impactEffort, numbered, row, step, subjectCard, t } from '../build.ts';
import type { Template } from '../Template.ts';

const AXES = [
  column('useful', t('Utile', 'Useful'), 232),
  column('simple', t('Simple', 'Simple'), 232),
  column('close', t('Proche', 'Close'), 232),
  column('fast', t('Rapide', 'Fast'), 232),
  column('fair', t('Juste', 'Fair'), 232),
];

/** A line a group: each person lays a note an axis, higher where it is better. The gauge itself comes with the votes. */
const GROUPS = [
  row('users', t('Usagers', 'Users'), 'emotion', 408),
  row('agents', t('Agents', 'Agents'), 'emotion', 408),
  row('elected', t('Élus et élues', 'Elected people'), 'emotion', 408),
];

export const retourEnRealite: Template = {
  id: 'retour-en-realite',
  version: 1,
  isMode: true,
  title: t('Retour en réalité', 'Back to reality'),
  purpose: t(
    'Évaluer autrement ce qui est en place : ce qui était promis, ce qui est vécu, ce que l’on ajuste.',
    'Evaluate what is in place another way: what was promised, what is lived, what we adjust.',
  ),
  people: t('de 6 à 20 personnes, dont des usagers', '6 to 20 people, users among them'),
  minutes: 80,
  bricks: ['users', 'implementation', 'documentation'],
  example: t(
    'Par exemple : six mois après, que vivent les familles avec la nouvelle carte de transport ?',
    'For instance: six months on, what is the new travel card like for families?',
  ),
  prepare: t(
    'Des usagers autour de la table. Relisez ce qui avait été promis : le courrier, l’affiche, la délibération.',
    'Users around the table. Read again what was promised: the letter, the poster, the decision.',
  ),
  deliverable: t(
    'Les écarts, le baromètre, les ajustements par priorité.',
    'The gaps, the gauge, the adjustments by priority.',
  ),
  groups: [
    { id: 'usagers', name: t('Usagers', 'Users') },
    { id: 'agents', name: t('Agents', 'Agents') },
    { id: 'elus', name: t('Élus et élues', 'Elected people') },
  ],
  elements: [
    ...heading(
      5248,
      t('Retour en réalité', 'Back to reality'),
      t('Ce qui est vécu compte plus que ce qui était prévu.', 'What is lived counts more than what was planned.'),
    ),
    subjectCard([0, 0, 520, 420], t('Ce que l’on évalue', 'What we evaluate'), 'question'),
    area([0, 520, 520, 1628], t('Sans parole d’usager', 'No user’s word yet'), {
      color: 'red',
      prompt: t(
        'Ce que nous supposons sans l’avoir entendu d’un usager. À vérifier avant de conclure.',
        'What we suppose without having heard it from a user. To be checked before concluding.',
      ),
    }),
    grid(
      [600, 0],
      t('Promis, vécu, écart', 'Promised, lived, gap'),
      numbered(4, (n) => row(`p${n}`, t(`Promesse ${n}`, `Promise ${n}`), 'notes', 521)),
      [
        column('promise', t('Promesse', 'Promise'), 256),
        column('user', t('Vécu : un usager le dit', 'Lived: a user says so'), 280),
        column('agent', t('Vécu : un agent le dit', 'Lived: an agent says so'), 280),
        column('seen', t('Vécu : nous l’avons vu', 'Lived: we have seen it'), 280),
        column('gap', t('Écart', 'Gap'), 256),
      ],
    ),
    area([2200, 0, 1328, 760], t('Les écarts les plus grands', 'The widest gaps'), {
      color: 'orange',
      prompt: t(
        'Entre la promesse et le vécu, et entre les groupes : où sont-ils le plus loin, et pourquoi ?',
        'Between what was promised and what is lived, and between the groups: where are they furthest apart, and why?',
      ),
    }),
    grid([2200, 860], t('Baromètre', 'Gauge'), GROUPS, AXES),
    impactEffort([3608, 0, 1640, 1100], t('Ajustements', 'Adjustments')),
    grid(
      [3608, 1220],
      t('Ce que l’on avait décidé d’ajuster', 'What we had decided to adjust'),
      [row('last', t('La dernière fois', 'Last time'), 'notes', 864)],
      [
        column('done', t('Fait', 'Done'), 256),
        column('doing', t('En cours', 'In progress'), 256),
        column('dropped', t('Abandonné', 'Dropped'), 256),
      ],
    ),
    area([4624, 1220, 624, 928], t('Formes du rendu', 'Forms of the report'), {
      color: 'purple',
      prompt: t(
        'À qui le dire, et sous quelle forme : affiche, récit, photos, chiffres, courte vidéo ?',
        'Who to tell, and in what form: poster, story, photos, figures, a short video?',
      ),
    }),
  ],
  steps: [
    step(
      10,
      t('Ce qui était promis', 'What was promised'),
      t('Relisons les mots exacts. Une promesse par note.', 'Read the exact words again. One promise a note.'),
    ),
    step(
      25,
      t('Ce qui est vécu', 'What is lived'),
      t(
        'Une situation par note, avec les mots des personnes. Qui le dit : un usager, un agent, ou nous l’avons vu ?',
        'One situation a note, in people’s words. Who says so: a user, an agent, or have we seen it?',
      ),
    ),
    step(
      15,
      t('Écarts', 'Gaps'),
      t(
        'Baromètre : chacun pose une note par axe, dans la ligne de son groupe. Où les groupes sont-ils le plus loin les uns des autres ?',
        'Gauge: everyone lays one note an axis, in the line of their group. Where are the groups furthest apart?',
      ),
    ),
    step(
      20,
      t('Ajustements', 'Adjustments'),
      t(
        'Que change-t-on dès lundi ? Quel impact, pour quel effort ?',
        'What do we change on Monday? What impact, for what effort?',
      ),
    ),
    step(
      10,
      t('Forme du rendu', 'Form of the report'),
      t(
        'À qui le rendre, sous quelle forme ? Rendez-vous dans trois mois.',
        'Who to report to, in what form? Meet again in three months.',
      ),
    ),
  ],
};
