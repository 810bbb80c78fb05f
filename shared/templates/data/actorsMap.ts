import { area, heading, radar, step, subjectCard, t } from '../build.ts';
import type { Template } from '../Template.ts';

export const actorsMap: Template = {
  id: 'carte-des-acteurs',
  version: 1,
  title: t('Carte des acteurs', 'Stakeholder map'),
  purpose: t(
    'Nommer qui compte autour d’un sujet, du plus proche au plus lointain, relier, et voir qui manque.',
    'Name who matters around a subject, from the nearest to the farthest, link them, and see who is missing.',
  ),
  people: t('de 3 à 15 personnes', '3 to 15 people'),
  minutes: 45,
  bricks: ['visualisation', 'users'],
  example: t(
    'Par exemple : qui est concerné par le retour du petit commerce dans nos bourgs ?',
    'For instance: who is concerned by shops coming back to our small towns?',
  ),
  deliverable: t(
    'La carte, les liens, et les personnes à aller voir.',
    'The map, the links, and the people to go and see.',
  ),
  elements: [
    ...heading(
      2860,
      t('Carte des acteurs', 'Stakeholder map'),
      t('Des personnes et des lieux précis, pas des catégories.', 'Real people and places, not categories.'),
    ),
    subjectCard([0, 0, 560, 420], t('Le sujet', 'The subject'), 'question'),
    area([0, 520, 560, 1180], t('À placer', 'To be placed'), {
      color: 'yellow',
      prompt: t('Un acteur par note. Nommez sans trier.', 'One actor a note. Name without sorting.'),
    }),
    radar(
      [640, 0, 1700, 1700],
      t('Autour du sujet', 'Around the subject'),
      [
        ['core', t('au cœur', 'at the heart')],
        ['near', t('concerné de près', 'closely concerned')],
        ['far', t('concerné de loin', 'more remotely')],
      ],
      [
        ['users', t('Usagers et habitants', 'Users and residents')],
        ['agents', t('Agents et services', 'Agents and departments')],
        ['elected', t('Élus et élues', 'Elected people')],
        ['partners', t('Partenaires publics', 'Public partners')],
        ['firms', t('Entreprises', 'Firms')],
        ['groups', t('Associations', 'Associations')],
      ],
    ),
    area([2420, 0, 560, 800], t('Qui manque ?', 'Who is missing?'), {
      color: 'red',
      prompt: t('Qui n’est jamais autour de la table ?', 'Who is never around the table?'),
    }),
    area([2420, 900, 560, 800], t('À aller voir', 'To go and see'), {
      color: 'green',
      prompt: t('Qui prend contact, et quand ?', 'Who gets in touch, and when?'),
    }),
  ],
  steps: [
    step(10, t('Nommer', 'Name'), t('Qui est concerné ? Un acteur par note.', 'Who is concerned? One actor a note.')),
    step(
      15,
      t('Placer', 'Place'),
      t(
        'Au centre, qui vit le sujet. Plus loin, qui l’influence.',
        'In the centre, who lives the subject. Further out, who has a say.',
      ),
    ),
    step(
      10,
      t('Relier', 'Link'),
      t(
        'Qui parle à qui ? Qui dépend de qui ? Tirez les traits.',
        'Who talks to whom? Who depends on whom? Draw the lines.',
      ),
    ),
    step(
      10,
      t('Qui manque ?', 'Who is missing?'),
      t('Qui n’est pas sur la carte, et pourquoi ?', 'Who is not on the map, and why?'),
    ),
  ],
};
