import { area, column, grid, heading, numbered, radar, row, step, subjectCard, t } from '../build.ts';
import { frameworkDeck } from '../decks/frameworkDeck.ts';
import type { Template } from '../Template.ts';

/** What a mandate says, line by line. */
const MANDATE = [
  row('subject', t('Sujet', 'Subject'), 'text', 338),
  row('by', t('Mandant', 'Mandated by'), 'text', 338),
  row('posture', t('Posture', 'Posture'), 'text', 338),
  row('recognition', t('Reconnaissance officielle', 'Official recognition'), 'text', 338),
  row('coordination', t('Coordination', 'Coordination'), 'text', 338),
  row('time', t('Temps accordé', 'Time granted'), 'text', 338),
  row('freedoms', t('Libertés (méthodes)', 'Freedoms (methods)'), 'text', 338),
  row('protections', t('Protections (en cas de blocage)', 'Protections (if it gets stuck)'), 'text', 338),
  row('team', t('Équipe par rôle', 'Team by role'), 'text', 338),
  row('calendar', t('Calendrier', 'Calendar'), 'text', 338),
];

export const fabriqueMandats: Template = {
  id: 'fabrique-des-mandats',
  version: 1,
  isMode: true,
  title: t('Fabrique des mandats', 'Mandate workshop'),
  purpose: t(
    'Composer l’équipe d’un projet et dire qui fait quoi, pour que chaque agent s’y engage.',
    'Build the team of a project and say who does what, so that each agent can commit to it.',
  ),
  people: t('de 6 à 20 personnes', '6 to 20 people'),
  minutes: 90,
  bricks: ['cocreation', 'implementation'],
  example: t(
    'Par exemple : qui peut mener la refonte de l’accueil des jeunes, et à quelles conditions ?',
    'For instance: who can lead the new welcome for young people, and on what terms?',
  ),
  prepare: t(
    'La personne qui mandate est là du début à la fin. Invitez les agents auxquels vous pensez, et toutes les personnes motivées.',
    'Whoever gives the mandate is there from beginning to end. Invite the agents you think of, and everyone who is keen.',
  ),
  deliverable: t(
    'Le mandat : sujet, mandant, libertés et protections, équipe par rôle, tâches, calendrier, accord de chacun.',
    'The mandate: subject, who gives it, freedoms and protections, team by role, tasks, calendar, everyone’s agreement.',
  ),
  groups: [{ id: 'mandant', name: t('Mandant', 'Mandate giver') }],
  elements: [
    ...heading(
      3800,
      t('Fabrique des mandats', 'Mandate workshop'),
      t('Un rôle clair, du temps accordé, un droit à l’essai.', 'A clear role, time granted, a right to try.'),
    ),
    subjectCard([0, 0, 720, 420], t('Le sujet', 'The subject'), 'question'),
    subjectCard([780, 0, 460, 420], t('Qui le demande', 'Who asks for it'), 'sponsor', 'orange'),
    area([0, 520, 1240, 660], t('Se décentrer : situations vécues', 'Step aside: situations lived'), {
      color: 'yellow',
      prompt: t(
        'Racontez une situation vécue, en une note : qui, où, ce qui s’est passé. Pas de solution.',
        'Tell one situation you lived, in one note: who, where, what happened. No solution.',
      ),
    }),
    { ...frameworkDeck, at: [0, 1300], size: [292, 236], text: t('Le cadre', 'Deck') },
    area([372, 1280, 868, 280], t('Notre cadre : trois cartes', 'Our framework: three cards'), {
      color: 'purple',
      prompt: t(
        'Tirez trois cartes qui disent comment nous voulons travailler.',
        'Draw three cards that say how we want to work.',
      ),
    }),
    radar(
      [1320, 0, 1560, 1560],
      t('Carte des rôles', 'Map of roles'),
      [
        ['agreed', t('d’accord', 'agreed')],
        ['invited', t('invitée', 'invited')],
        ['thought', t('pressentie', 'thought of')],
      ],
      [
        ['users', t('Usagers', 'Users')],
        ['makers', t('Fabricants', 'Makers')],
        ['others', t('Regards différents', 'Other eyes')],
        ['pilot', t('Pilote', 'Lead')],
        ['facilitator', t('Animation', 'Facilitation')],
        ['referee', t('Arbitre', 'Referee')],
      ],
      { roles: true },
    ),
    area([0, 1660, 2880, 900], t('Qui prend quoi, à quelles conditions', 'Who takes what, on what terms'), {
      children: [
        area([32, 112, 916, 756], t('J’ai envie de…', 'I would like to…'), {
          color: 'pink',
          prompt: t('Ce qui vous attire dans ce projet.', 'What draws you to this project.'),
        }),
        area([980, 112, 916, 756], t('Je peux donner…', 'I can give…'), {
          color: 'green',
          prompt: t('Du temps, un savoir-faire, un contact, un lieu.', 'Time, a skill, a contact, a place.'),
        }),
        area([1928, 112, 920, 756], t('J’ai besoin de…', 'I need…'), {
          color: 'blue',
          prompt: t('Les conditions sans lesquelles ce n’est pas possible.', 'The terms without which it cannot be.'),
        }),
      ],
    }),
    grid([2960, 0], t('Le mandat', 'The mandate'), MANDATE, [
      column('text', t('Ce qui est convenu', 'What is agreed'), 672),
    ]),
    grid(
      [0, 2660],
      t('Tâches', 'Tasks'),
      numbered(3, (n) => row(`t${n}`, t(`Tâche ${n}`, `Task ${n}`), 'text', 240)),
      [
        column('what', t('Quoi', 'What'), 480),
        column('who', t('Qui', 'Who'), 296),
        column('when', t('Pour quand', 'By when'), 296),
      ],
    ),
    area([1320, 2660, 1560, 784], t('Accords', 'Agreements'), {
      color: 'green',
      prompt: t(
        'Une note par personne, mandant compris : son prénom, et « d’accord », ou ce qui manque encore.',
        'One note a person, the mandate giver too: a first name, and “agreed”, or what is still missing.',
      ),
    }),
  ],
  steps: [
    step(
      10,
      t('Le sujet et qui le demande', 'The subject and who asks for it'),
      t(
        'La personne qui mandate dit le sujet, pourquoi maintenant, et ce qu’elle attend.',
        'Whoever gives the mandate says the subject, why now, and what is expected.',
      ),
    ),
    step(
      15,
      t('Se décentrer', 'Step aside'),
      t('Racontez une situation vécue. Pas de solution.', 'Tell one situation you lived. No solution.'),
    ),
    step(
      25,
      t('Carte des rôles', 'Map of roles'),
      t(
        'Qui faut-il autour de ce sujet ? Une note par personne, dans son rôle : pressentie, invitée ou d’accord. Un rôle vide reste à pourvoir.',
        'Who is needed around this subject? One note a person, in their role: thought of, invited or agreed. An empty role is still to be filled.',
      ),
    ),
    step(
      20,
      t('Qui prend quoi, à quelles conditions', 'Who takes what, on what terms'),
      t('J’ai envie de… Je peux donner… J’ai besoin de…', 'I would like to… I can give… I need…'),
    ),
    step(
      15,
      t('Le mandat', 'The mandate'),
      t(
        'On remplit le mandat ligne par ligne. Que peut faire l’équipe sans demander ? Qui la protège si cela bloque ?',
        'Fill in the mandate line by line. What may the team do without asking? Who protects it if it gets stuck?',
      ),
    ),
    step(
      5,
      t('Relecture et accord', 'Reading and agreement'),
      t(
        'On relit à voix haute. Chacun dit s’il est d’accord, le mandant aussi.',
        'Read it aloud. Everyone says whether they agree, the mandate giver too.',
      ),
    ),
  ],
};
