import { area, card, column, grid, heading, numbered, row, step, subjectCard, t } from '../build.ts';
import type { Template } from '../Template.ts';

const FOLLOW_UPS = [
  column('what', t('Quoi', 'What')),
  column('who', t('Qui', 'Who')),
  column('when', t('Quand', 'When')),
  column('to', t('À qui le transmet-on', 'Handed over to')),
];

/** What observers look at; shown at the debriefing. */
const OBSERVED = [
  row('place', t('Le lieu', 'The place'), 'text', 292),
  row('time', t('Le temps et les moments', 'Time and moments'), 'text', 292),
  row('subject', t('Le choix et la préparation du sujet', 'Choice and preparation of the subject'), 'text', 292),
  row('posture', t('La posture de chacun et ses glissements', 'Everyone’s posture, and where it slipped'), 'text', 292),
  row('listening', t('L’écoute', 'Listening'), 'text', 292),
  row('purpose', t('Finalité ou gestion de projet ?', 'Purpose or project management?'), 'text', 292),
  row('order', t('La commande est-elle plus précise ?', 'Is the request more precise?'), 'text', 292),
  row('after', t('Et après ?', 'And then?'), 'text', 292),
];

/**
 * As wide as a screen, so that all of it is seen at once as large as can be; the observers' grid stands aside, at the right.
 * « Aucune recherche de décision instantanée, seul le questionnement est admis » : no vote anywhere.
 */
export const demarreur: Template = {
  id: 'demarreur-bienveillant',
  version: 2,
  isMode: true,
  title: t('Démarreur bienveillant', 'Kind starter'),
  purpose: t(
    'Une personne élue re-questionne un sujet avant de le commander. Ici, on ne décide rien.',
    'An elected person questions a subject again before ordering it. Nothing is decided here.',
  ),
  people: t('de 4 à 10 personnes', '4 to 10 people'),
  minutes: 60,
  bricks: ['inspiration', 'cocreation'],
  example: t(
    'Par exemple : comment la Région peut-elle aider la culture à vivre partout sur le territoire ?',
    'For instance: how can the Region help culture thrive everywhere in its territory?',
  ),
  prepare: t(
    'Un sujet posé en question et confirmé avec le cabinet ; un lieu neutre et calme ; pour les agents, une page de contexte au plus. Autour de la table : une élue ou un élu, deux agents qui ne sont pas spécialistes, une personne au compte rendu, jusqu’à cinq personnes qui observent.',
    'A subject put as a question and confirmed with the cabinet; a neutral, quiet place; for the agents, one page of context at most. Around the table: one elected person, two agents who are not specialists, one person for the minutes, up to five observers.',
  ),
  deliverable: t(
    'Le compte rendu : la question avant et après, les notions, les hypothèses, les pistes mises de côté, les suites, les personnes présentes. Il est relu sur place.',
    'The minutes: the question before and after, the notions, the hypotheses, what was put aside, the next steps, who was there. Reread on the spot.',
  ),
  groups: [
    { id: 'compte-rendu', name: t('Compte rendu', 'Minutes') },
    { id: 'observateurs', name: t('Observation', 'Observers') },
  ],
  elements: [
    ...heading(
      3140,
      t('Démarreur bienveillant', 'Kind starter'),
      t('Ici, on ne décide rien : on questionne.', 'Nothing is decided here: we ask questions.'),
    ),
    subjectCard([0, 0, 720, 460], t('Question de départ', 'Starting question'), 'question'),
    area([800, 0, 680, 460], t('Contexte', 'Context'), {
      prompt: t(
        'La personne élue lit sa question et dit l’essentiel. Notez ce qui surprend.',
        'The elected person reads the question and says the essential. Note what surprises you.',
      ),
    }),
    area([1560, 0, 1580, 460], t('Aux sources', 'At the source'), {
      children: [
        area([32, 80, 484, 350], t('Pourquoi ?', 'Why?'), {
          prompt: t('D’où vient cette question ?', 'Where does this question come from?'),
        }),
        area([548, 80, 484, 350], t('Pour qui ?', 'For whom?'), {
          prompt: t('Pour qui est-ce un problème ?', 'For whom is it a problem?'),
        }),
        area([1064, 80, 484, 350], t('Réussi quand ?', 'When is it a success?'), {
          prompt: t('À quoi verrait-on que c’est réussi ?', 'How would we see that it worked?'),
        }),
      ],
    }),
    area([0, 560, 1480, 960], t('Questions', 'Questions'), {
      color: 'blue',
      prompt: t(
        'Rien que des questions. Que veut dire chaque mot ? Une question par note.',
        'Nothing but questions. What does each word mean? One question a note.',
      ),
    }),
    area([1560, 560, 1000, 960], t('D’autres façons de voir', 'Other ways of seeing'), {
      children: [
        area([32, 80, 452, 850], t('Hypothèses', 'Hypotheses'), {
          prompt: t(
            'Et si un autre échelon s’en chargeait ? Et si l’on ne faisait rien ?',
            'What if another level took it on? What if we did nothing?',
          ),
        }),
        area([516, 80, 452, 850], t('Controverses', 'Controversies'), {
          prompt: t('Qui ne serait pas d’accord, et pourquoi ?', 'Who would not agree, and why?'),
        }),
      ],
    }),
    area([2640, 560, 500, 960], t('Plus tard : mise en œuvre', 'Later: carrying it out'), {
      color: 'grey',
      prompt: t(
        'Posez ici ce qui parle déjà de solutions : on n’en débat pas aujourd’hui.',
        'Park here what is already about solutions: not for today.',
      ),
    }),
    area([0, 1620, 1240, 784], t('Notions', 'Notions'), {
      color: 'green',
      prompt: t(
        'On rapproche les questions : choisissez-les, regroupez-les, donnez un nom à chaque regroupement.',
        'Bring the questions together: select them, cluster them, give each cluster a name.',
      ),
    }),
    area([1320, 1620, 660, 784], t('Question reformulée', 'Question put anew'), {
      children: [
        card([24, 24, 612, 736], 'orange', { text: t('Ma question est devenue…', 'My question has become…') }),
      ],
    }),
    grid(
      [2044, 1620],
      t('Suites', 'What next'),
      numbered(3, (n) => row(`s${n}`, t(`Suite ${n}`, `Next step ${n}`), 'text', 240)),
      FOLLOW_UPS,
    ),
    grid(
      [3240, 0],
      t('Grille d’observation', 'Observation grid'),
      OBSERVED,
      [
        column('seen', t('Ce que j’ai vu', 'What I saw'), 444),
        column('said', t('Ce qui a été dit', 'What was said'), 444),
      ],
      { preset: 'observation' },
    ),
  ],
  steps: [
    step(
      5,
      t('Accueil et cadre', 'Welcome and frame'),
      t(
        'Ici, on ne décide rien : seul le questionnement est admis. Le compte rendu sera relu par chacun avant de partir.',
        'Nothing is decided here: only questions are allowed. Everyone rereads the minutes before leaving.',
      ),
      t('L’heure', 'The hour'),
    ),
    step(
      10,
      t('La question et son contexte', 'The question and its context'),
      t(
        'La personne élue lit sa question et dit l’essentiel. On note ce qui surprend.',
        'The elected person reads the question and says the essential. We note what surprises us.',
      ),
    ),
    step(
      10,
      t('Aux sources', 'At the source'),
      t(
        'D’où vient cette question ? Pour qui est-ce un problème ? À quoi verrait-on que c’est réussi ?',
        'Where does this question come from? For whom is it a problem? How would we see that it worked?',
      ),
    ),
    step(
      15,
      t('Questionner la question', 'Question the question'),
      t('Rien que des questions. Que veut dire chaque mot ?', 'Nothing but questions. What does each word mean?'),
    ),
    step(
      10,
      t('D’autres façons de voir', 'Other ways of seeing'),
      t(
        'Et si un autre échelon s’en chargeait ? Et si l’on ne faisait rien ? Qui ne serait pas d’accord, et pourquoi ?',
        'What if another level took it on? What if we did nothing? Who would not agree, and why?',
      ),
    ),
    step(
      5,
      t('Les notions', 'The notions'),
      t(
        'On rapproche les questions ; chaque groupe reçoit un nom.',
        'Bring the questions together; give each group a name.',
      ),
    ),
    step(
      5,
      t('Compte rendu à chaud et suites', 'Minutes on the spot and next steps'),
      t(
        'Ma question est devenue… Qui relit ? À qui le transmet-on ? Quelle est la prochaine étape ?',
        'My question has become… Who rereads? Who is it handed over to? What is the next step?',
      ),
    ),
    step(
      15,
      t('Débriefing', 'Debriefing'),
      t(
        'On découvre la grille d’observation : qu’a-t-on vu, qu’a-t-on entendu ?',
        'We discover the observation grid: what was seen, what was heard?',
      ),
      t('Après l’heure', 'After the hour'),
    ),
  ],
};
