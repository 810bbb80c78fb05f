import { area, card, label, t } from '../build.ts';
import type { Template, TemplateElement } from '../Template.ts';

/** The observers' grid: eight questions about how the hour went, two columns of four. */
const OBSERVED = [
  t('Le lieu', 'The place'),
  t('Le temps et les moments', 'Time and moments'),
  t('Le choix et la préparation du sujet', 'Choice and preparation of the subject'),
  t('La posture de chacun et ses glissements', 'Everyone’s posture, and where it slipped'),
  t('L’écoute', 'Listening'),
  t('Finalité ou gestion de projet ?', 'Purpose or project management?'),
  t('La commande est-elle plus précise ?', 'Is the order more precise?'),
  t('Et après ?', 'And then?'),
] as const;

const observationGrid: readonly TemplateElement[] = OBSERVED.map((title, index) =>
  area([32 + (index % 2) * 452, 80 + Math.floor(index / 2) * 560, 420, 490], title),
);

const FOLLOW_UPS = [
  t('Quoi', 'What'),
  t('Qui', 'Who'),
  t('Quand', 'When'),
  t('À qui le transmet-on', 'Handed over to'),
] as const;

const followUps: readonly TemplateElement[] = FOLLOW_UPS.map((title, index) =>
  area([24 + index * 264, 80, 240, 590], title),
);

/**
 * As wide as a screen, so that all of it is seen at once as large as can be; the observers' grid stands aside, at the right.
 * « Aucune recherche de décision instantanée, seul le questionnement est admis » : no vote anywhere.
 */
export const demarreur: Template = {
  id: 'demarreur-bienveillant',
  version: 1,
  title: t('Démarreur bienveillant', 'Kind starter'),
  purpose: t(
    'Une personne élue re-questionne un sujet avant de le commander. Ici, on ne décide rien.',
    'An elected person questions a subject again before ordering it. Nothing is decided here.',
  ),
  people: t('de 4 à 10 personnes', '4 to 10 people'),
  minutes: 60,
  elements: [
    label([0, -222, 3140, 60], t('Démarreur bienveillant', 'Kind starter'), { scale: 'xl', bold: true }),
    label(
      [0, -154, 3140, 60],
      t('Ici, on ne décide rien\u202f: on questionne.', 'Nothing is decided here: we ask questions.'),
      { scale: 'xl' },
    ),
    area([0, 0, 720, 460], t('Question de départ', 'Starting question'), {
      children: [card([30, 30, 660, 400], 'yellow', { field: 'question' })],
    }),
    area([800, 0, 680, 460], t('Contexte', 'Context'), {
      prompt: t(
        'L’élu ou l’élue lit sa question et dit l’essentiel. Notez ce qui surprend.',
        'The elected person reads the question and says the essential. Note what surprises you.',
      ),
    }),
    area([1560, 0, 1580, 460], t('Aux sources', 'At the source'), {
      children: [
        area([32, 80, 484, 350], t('D’où vient cette question\u202f?', 'Where does this question come from?')),
        area([548, 80, 484, 350], t('Pour qui est-ce un problème\u202f?', 'For whom is it a problem?')),
        area([1064, 80, 484, 350], t('À quoi verrait-on que c’est réussi\u202f?', 'How would we see that it worked?')),
      ],
    }),
    area([0, 560, 1480, 960], t('Questions', 'Questions'), {
      color: 'blue',
      prompt: t(
        'Rien que des questions. Que veut dire chaque mot\u202f? Une question par note.',
        'Nothing but questions. What does each word mean? One question a note.',
      ),
    }),
    area([1560, 560, 1000, 960], t('D’autres façons de voir', 'Other ways of seeing'), {
      children: [
        area([32, 80, 452, 850], t('Hypothèses', 'Hypotheses'), {
          prompt: t(
            'Et si un autre échelon s’en chargeait\u202f? Et si l’on ne faisait rien\u202f?',
            'What if another level took it on? What if we did nothing?',
          ),
        }),
        area([516, 80, 452, 850], t('Controverses', 'Controversies'), {
          prompt: t('Qui ne serait pas d’accord, et pourquoi\u202f?', 'Who would not agree, and why?'),
        }),
      ],
    }),
    area([2640, 560, 500, 960], t('Plus tard\u202f: mise en œuvre', 'Later: carrying it out'), {
      color: 'grey',
      prompt: t(
        'Posez ici ce qui parle déjà de solutions\u202f: on n’en débat pas aujourd’hui.',
        'Park here what is already about solutions: not for today.',
      ),
    }),
    area([0, 1620, 1240, 700], t('Notions', 'Notions'), {
      color: 'green',
      prompt: t(
        'On rapproche les questions\u202f; chaque groupe reçoit un nom.',
        'Bring the questions together; give each group a name.',
      ),
    }),
    area([1320, 1620, 660, 700], t('Question reformulée', 'Question put anew'), {
      children: [
        card([30, 30, 600, 640], 'orange', {
          text: t('Ma question est devenue…', 'My question has become…'),
        }),
      ],
    }),
    area([2060, 1620, 1080, 700], t('Suites', 'What next'), { children: followUps }),
    area([3240, 0, 936, 2320], t('Grille d’observation', 'Observation grid'), { children: observationGrid }),
  ],
  steps: [
    {
      title: t('Accueil et cadre', 'Welcome and frame'),
      minutes: 5,
      say: t(
        'Ici, on ne décide rien\u202f: seul le questionnement est admis. Le compte rendu sera relu par chacun avant de partir.',
        'Nothing is decided here: only questions are allowed. Everyone rereads the minutes before leaving.',
      ),
    },
    {
      title: t('La question et son contexte', 'The question and its context'),
      minutes: 10,
      say: t(
        'L’élu ou l’élue lit sa question et dit l’essentiel. On note ce qui surprend.',
        'The elected person reads the question and says the essential. We note what surprises us.',
      ),
    },
    {
      title: t('Aux sources', 'At the source'),
      minutes: 10,
      say: t(
        'D’où vient cette question\u202f? Pour qui est-ce un problème\u202f? À quoi verrait-on que c’est réussi\u202f?',
        'Where does this question come from? For whom is it a problem? How would we see that it worked?',
      ),
    },
    {
      title: t('Questionner la question', 'Question the question'),
      minutes: 15,
      say: t(
        'Rien que des questions. Que veut dire chaque mot\u202f?',
        'Nothing but questions. What does each word mean?',
      ),
    },
    {
      title: t('D’autres façons de voir', 'Other ways of seeing'),
      minutes: 10,
      say: t(
        'Et si un autre échelon s’en chargeait\u202f? Et si l’on ne faisait rien\u202f? Qui ne serait pas d’accord, et pourquoi\u202f?',
        'What if another level took it on? What if we did nothing? Who would not agree, and why?',
      ),
    },
    {
      title: t('Les notions', 'The notions'),
      minutes: 5,
      say: t(
        'On rapproche les questions\u202f; chaque groupe reçoit un nom.',
        'Bring the questions together; give each group a name.',
      ),
    },
    {
      title: t('Compte rendu à chaud et suites', 'Minutes on the spot and next steps'),
      minutes: 5,
      say: t(
        'Ma question est devenue… Qui relit\u202f? À qui le transmet-on\u202f? Quelle est la prochaine étape\u202f?',
        'My question has become… Who rereads? Who is it handed over to? What is the next step?',
      ),
    },
    {
      title: t('Débriefing, après l’heure', 'Debriefing, after the hour'),
      minutes: 15,
      say: t('On découvre la grille des observateurs.', 'We discover the observers’ grid.'),
    },
  ],
};
