import { area, axis, column, grid, heading, matrix, numbered, row, sitting, step, subjectCard, t } from '../build.ts';
import type { Template } from '../Template.ts';

/** A page a person met, filled in on the ground. */
const NOTEBOOK = [
  row('who', t('Qui, sans nom', 'Who, no names'), 'text', 260),
  row('where', t('Où', 'Where'), 'text', 260),
  row('said', t('Ce qui a été dit, entre guillemets', 'What was said, in quotation marks'), 'text', 264),
  row('seen', t('Ce que j’ai vu', 'What I saw'), 'text', 264),
  row('photo', t('Photo', 'Photo'), 'picture', 260),
  row('consent', t('Accord recueilli : oui ou non', 'Consent given: yes or no'), 'text', 260),
];

export const JOURNEY = [
  row('actions', t('Actions', 'Actions')),
  row('contact', t('Points de contact', 'Touchpoints')),
  row('thoughts', t('Pensées', 'Thoughts')),
  row('emotion', t('Émotion', 'Emotion'), 'emotion'),
  row('irritants', t('Irritants', 'Pain points')),
  row('ideas', t('Idées', 'Ideas')),
];

/** Stages of a journey, as wide as a note and what stands beside it. */
export const JOURNEY_STAGES = numbered(6, (n) => column(`c${n}`, t(`Étape ${n}`, `Stage ${n}`), 256));

export const explorateur: Template = {
  id: 'explorateur-des-usages',
  version: 1,
  isMode: true,
  title: t('Explorateur des usages', 'Explorer of uses'),
  purpose: t(
    'Aller voir comment les gens vivent le service, puis en tirer un parcours, des irritants et des enseignements.',
    'Go and see how people live the service, then draw a journey, pain points and lessons from it.',
  ),
  people: t('de 3 à 12 personnes', '3 to 12 people'),
  minutes: 130,
  bricks: ['users', 'visualisation'],
  example: t(
    'Par exemple : comment se passe vraiment une première demande de bourse ?',
    'For instance: what is a first grant application really like?',
  ),
  prepare: t(
    'Deux séances, et entre elles quelques jours de terrain. Prévoyez les accords écrits pour les photos, et un téléphone par binôme.',
    'Two sittings, with a few days on the ground in between. Bring written consent forms for photos, and one phone a pair.',
  ),
  deliverable: t(
    'Le parcours usager, les irritants par rang, les portraits, les enseignements.',
    'The user journey, pain points by rank, portraits, lessons.',
  ),
  elements: [
    ...heading(
      4524,
      t('Explorateur des usages', 'Explorer of uses'),
      t('On va voir, on écoute, on ne vend rien.', 'We go and see, we listen, we sell nothing.'),
    ),
    subjectCard([0, 0, 560, 420], t('Notre question', 'Our question'), 'question'),
    area([0, 520, 560, 680], t('Qui rencontrer, où', 'Who to meet, where'), {
      color: 'blue',
      prompt: t(
        'Des situations, pas des moyennes. Qui ne voit-on jamais ?',
        'Situations, not averages. Who do we never see?',
      ),
    }),
    { kind: 'map', at: [640, 0], size: [1060, 560], text: t('Fond de carte', 'Base map') },
    area([640, 660, 1060, 540], t('Portraits', 'Portraits'), {
      color: 'pink',
      prompt: t(
        'Un portrait par personne marquante : un prénom inventé, sa situation, ce qu’elle cherche, sa phrase.',
        'One portrait for each person who stays in mind: an invented name, their situation, what they look for, their words.',
      ),
    }),
    area([1780, 0, 864, 1200], t('Récits de terrain', 'Stories from the ground'), {
      color: 'yellow',
      prompt: t(
        'Une note par chose vue ou entendue. On raconte d’abord, on interprète après.',
        'One note for each thing seen or heard. Tell first, interpret after.',
      ),
    }),
    matrix(
      [2724, 0, 1240, 1200],
      t('Matrice des irritants', 'Matrix of pain points'),
      {
        x: axis(t('Fréquence', 'Frequency'), t('rare', 'rare'), t('quotidien', 'daily')),
        y: axis(t('Gravité', 'Severity'), t('gênant', 'annoying'), t('bloquant', 'blocking')),
      },
      [
        t('Rare et bloquant', 'Rare and blocking'),
        t('À traiter d’abord', 'To be dealt with first'),
        t('À surveiller', 'To be watched'),
        t('L’usure de tous les jours', 'Everyday wear'),
      ],
    ),
    area([4044, 0, 480, 700], t('Enseignements', 'Lessons'), {
      color: 'green',
      prompt: t('Ce que nous croyions, ce que nous savons maintenant.', 'What we believed, what we know now.'),
    }),
    area([4044, 800, 480, 400], t('À qui le rendre', 'Who to report to'), {
      prompt: t(
        'D’abord aux personnes rencontrées. Sous quelle forme, quand, par qui ?',
        'First to the people we met. In what form, when, by whom?',
      ),
    }),
    grid(
      [0, 1320],
      t('Notre guide d’entretien', 'Our interview guide'),
      [
        row('open', t('Pour commencer', 'To begin'), 'text', 314),
        row('last', t('La dernière fois que…', 'The last time…'), 'text', 314),
        row('hard', t('Ce qui coince, ce qui aide', 'What blocks, what helps'), 'text', 314),
        row('dream', t('Si tout était possible', 'If anything were possible'), 'text', 314),
        row('end', t('Pour finir', 'To end'), 'text', 312),
      ],
      [column('q', t('Questions ouvertes', 'Open questions'), 484), column('more', t('Relances', 'Follow-ups'), 300)],
    ),
    grid(
      [1032, 1320],
      t('Carnet de terrain', 'Field notebook'),
      NOTEBOOK,
      numbered(6, (n) => column(`r${n}`, t(`Rencontre ${n}`, `Encounter ${n}`), 256)),
    ),
    grid([2816, 1320], t('Parcours usager', 'User journey'), JOURNEY, JOURNEY_STAGES, { preset: 'journey' }),
  ],
  steps: [
    step(
      10,
      t('Pourquoi va-t-on voir les gens ?', 'Why do we go and see people?'),
      t(
        'Que croyons-nous savoir ? Qu’est-ce qui nous surprendrait ?',
        'What do we think we know? What would surprise us?',
      ),
      t('Séance 1', 'Sitting 1'),
    ),
    step(
      15,
      t('Qui rencontrer, où', 'Who to meet, where'),
      t(
        'Des situations, pas des moyennes. Qui ne vient jamais jusqu’à nous ?',
        'Situations, not averages. Who never comes to us?',
      ),
    ),
    step(
      15,
      t('Notre guide d’entretien', 'Our interview guide'),
      t(
        'Des questions ouvertes, sur la dernière fois. On essaie à deux avant de partir.',
        'Open questions, about the last time. Try it in pairs before you go.',
      ),
    ),
    step(
      null,
      t('Carnet de terrain', 'Field notebook'),
      t(
        'Une fiche par rencontre : qui, sans nom ; où ; ce qui a été dit, entre guillemets ; ce que j’ai vu ; une photo si l’accord est donné.',
        'One page an encounter: who, no names; where; what was said, in quotation marks; what I saw; a photo if consent was given.',
      ),
      t('Sur le terrain, plusieurs jours', 'On the ground, several days'),
    ),
    sitting(
      t('Séance 2', 'Sitting 2'),
      step(
        20,
        t('Récits de terrain', 'Stories from the ground'),
        t(
          'Chacun raconte une rencontre. Les autres notent, sans interrompre.',
          'Everyone tells one encounter. The others take notes, without interrupting.',
        ),
      ),
    ),
    step(
      15,
      t('Classer', 'Sort'),
      t(
        'On rapproche ce qui se ressemble et on nomme ce que l’on voit.',
        'Bring together what is alike, and name what you see.',
      ),
    ),
    step(
      25,
      t('Parcours usager', 'User journey'),
      t(
        'Étape par étape : ce que la personne fait, avec qui, ce qu’elle pense, ce qu’elle ressent.',
        'Stage by stage: what the person does, with whom, what they think, what they feel.',
      ),
    ),
    step(
      15,
      t('Irritants et moments forts', 'Pain points and high points'),
      t(
        'Où cela coince-t-il, à quelle fréquence, avec quelle gravité ? Où cela se passe-t-il bien ?',
        'Where does it get stuck, how often, how badly? Where does it go well?',
      ),
    ),
    step(
      10,
      t('Enseignements', 'Lessons'),
      t(
        'Ce que nous croyions, ce que nous savons maintenant, ce qui nous manque.',
        'What we believed, what we know now, what is missing.',
      ),
    ),
    step(
      5,
      t('À qui le rendre', 'Who to report to'),
      t(
        'D’abord aux personnes rencontrées. Sous quelle forme, quand ?',
        'First to the people we met. In what form, when?',
      ),
    ),
  ],
};
