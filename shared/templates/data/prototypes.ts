import { area, column, grid, heading, label, numbered, row, sitting, step, subjectCard, t } from '../build.ts';
import type { Template, TemplateElement, Text } from '../Template.ts';

/** Ready shapes to copy, and a line that ties two of them: what a first drawing needs. */
function kit(name: string, y: number): readonly TemplateElement[] {
  const shape = (id: string, x: number, text: Text, form: string, color: string): TemplateElement => ({
    kind: 'shape',
    id: `${name}-${id}`,
    at: [x, y],
    size: [168, 100],
    text,
    props: { form, color, line: 'ink', width: 2 },
  });
  return [
    shape('actor', 32, t('Acteur', 'Actor'), 'ellipse', 'purple'),
    shape('service', 336, t('Service', 'Service'), 'rounded', 'blue'),
    shape('user', 640, t('Usager', 'User'), 'ellipse', 'yellow'),
    {
      kind: 'connector',
      at: [200, y + 50],
      size: [136, 20],
      text: t('lien', 'link'),
      props: {
        from: { id: `${name}-actor`, x: 0, y: 0 },
        to: { id: `${name}-service`, x: 136, y: 0 },
        routing: 'straight',
      },
    },
  ];
}

/** A ground to draw on, its kit at the foot. */
const ground = (x: number, name: string, title: Text, prompt: Text): TemplateElement =>
  area([x, 1380, 1180, 1120], title, {
    children: [label([32, 24, 1116, 76], prompt, { scale: 'm' }), ...kit(name, 988)],
  });

const FRAMES = numbered(6, (n) => column(`c${n}`, t(`Image ${n}`, `Picture ${n}`), 256));

export const prototypes: Template = {
  id: 'atelier-des-prototypes',
  version: 1,
  isMode: true,
  title: t('Atelier des prototypes', 'Prototype workshop'),
  purpose: t(
    'Travailler tôt sur des formes : une proposition faite pour être attaquée, puis une autre, puis ce qu’on teste.',
    'Work on forms early: a proposal made to be attacked, then another, then what we test.',
  ),
  people: t('de 4 à 12 personnes', '4 to 12 people'),
  minutes: 160,
  bricks: ['prototyping', 'cocreation', 'visualisation'],
  example: t(
    'Par exemple : à quoi ressemblerait un guichet unique pour les petites entreprises ?',
    'For instance: what would a one-stop shop for small firms look like?',
  ),
  prepare: t(
    'Apportez les documents qui existent déjà et un schéma de départ, même faux : il sera démonté.',
    'Bring the documents that exist and a first diagram, even a wrong one: it will be taken apart.',
  ),
  deliverable: t(
    'L’histoire en images, la comparaison des propositions, le plan de test.',
    'The story in pictures, the comparison of the proposals, the test plan.',
  ),
  groups: [
    { id: 'proposition-a', name: t('Proposition A', 'Proposal A') },
    { id: 'proposition-b', name: t('Proposition B', 'Proposal B') },
  ],
  elements: [
    ...heading(
      4444,
      t('Atelier des prototypes', 'Prototype workshop'),
      t('Construire et déconstruire rapidement.', 'Build and take apart, quickly.'),
    ),
    subjectCard([0, 0, 560, 420], t('Notre question', 'Our question'), 'question'),
    area([0, 520, 560, 744], t('Documents', 'Documents'), {
      color: 'grey',
      prompt: t(
        'Déposez ici les pages et les images qui existent déjà.',
        'Drop here the pages and pictures that exist already.',
      ),
    }),
    grid(
      [640, 0],
      t('Notre trame de questions', 'Our set of questions'),
      numbered(4, (n) => row(`q${n}`, t(`Question ${n}`, `Question ${n}`), 'text', 300)),
      [
        column('question', t('Question', 'Question'), 444),
        column('answer', t('Réponse du commanditaire', 'The sponsor’s answer'), 444),
        column('from', t('De qui', 'From whom'), 444),
      ],
    ),
    grid(
      [2220, 0],
      t('Le schéma de départ, élément par élément', 'The first diagram, part by part'),
      numbered(4, (n) => row(`e${n}`, t(`Élément ${n}`, `Part ${n}`), 'text', 300)),
      [
        column('role', t('Rôle', 'Role'), 444),
        column('work', t('Fonctionnement', 'How it works'), 444),
        column('doubt', t('Doute', 'Doubt'), 444),
      ],
    ),
    area([3800, 0, 644, 584], t('Enjeux', 'What is at stake'), {
      color: 'green',
      prompt: t('Ce que nous avons à gagner, et qui y gagne.', 'What there is to gain, and who gains.'),
    }),
    area([3800, 684, 644, 580], t('Difficultés', 'Difficulties'), {
      color: 'red',
      prompt: t('Ce qui fera obstacle, et pour qui.', 'What will stand in the way, and for whom.'),
    }),
    ground(
      0,
      'a',
      t('Proposition martyre A', 'Martyr proposal A'),
      t(
        'Dessinez-la nette, même excessive : elle est faite pour être attaquée. Copiez les formes du bas.',
        'Draw it sharp, even extreme: it is made to be attacked. Copy the shapes below.',
      ),
    ),
    ground(
      1260,
      'b',
      t('Proposition martyre B', 'Martyr proposal B'),
      t(
        'L’inverse de la première, ou presque. Copiez les formes du bas.',
        'The opposite of the first one, or nearly. Copy the shapes below.',
      ),
    ),
    ground(
      2520,
      'c',
      t('C : une autre piste', 'C: another way'),
      t(
        'Ce que les deux premières nous apprennent, en un troisième dessin.',
        'What the first two teach us, in a third drawing.',
      ),
    ),
    area([3800, 1380, 644, 1120], t('Verdict', 'Verdict'), {
      children: [
        area([24, 104, 596, 256], t('Garder', 'Keep'), { color: 'green' }),
        area([24, 472, 596, 256], t('Transformer', 'Transform'), { color: 'yellow' }),
        area([24, 840, 596, 256], t('Abandonner', 'Drop'), { color: 'grey' }),
      ],
    }),
    grid(
      [0, 2620],
      t('Attaquer, défendre', 'Attack, defend'),
      [row('a', t('A', 'A'), 'notes', 240), row('b', t('B', 'B'), 'notes', 240), row('c', t('C', 'C'), 'notes', 240)],
      [
        column('strengths', t('Forces', 'Strengths'), 312),
        column('limits', t('Limites', 'Limits'), 312),
        column('questions', t('Questions', 'Questions'), 312),
        column('criteria', t('Critères', 'Criteria'), 312),
      ],
    ),
    grid(
      [1496, 2620],
      t('En images : l’histoire d’une personne', 'In pictures: the story of one person'),
      [row('picture', t('Image', 'Picture'), 'picture', 420), row('caption', t('Légende', 'Caption'), 'text', 300)],
      FRAMES,
      { preset: 'storyboard' },
    ),
    grid(
      [3280, 2620],
      t('Ce qu’on teste, avec qui', 'What we test, with whom'),
      numbered(3, (n) => row(`h${n}`, t(`Test ${n}`, `Test ${n}`), 'text', 240)),
      [
        column('guess', t('Hypothèse', 'Hypothesis'), 240),
        column('who', t('Avec qui', 'With whom'), 232),
        column('how', t('Comment', 'How'), 232),
        column('change', t('Ce qui nous ferait changer d’avis', 'What would change our minds'), 292),
      ],
    ),
  ],
  steps: [
    step(
      10,
      t('Mettre à plat les documents', 'Lay out the documents'),
      t('Qu’avons-nous déjà ? Qu’est-ce qui est acquis ?', 'What do we have already? What is settled?'),
      t('Séance 1', 'Sitting 1'),
    ),
    step(
      10,
      t('Notre trame de questions', 'Our set of questions'),
      t('Que devons-nous savoir avant de dessiner ?', 'What must we know before we draw?'),
    ),
    step(
      15,
      t('Les réponses du commanditaire', 'The sponsor’s answers'),
      t(
        'Le commanditaire répond, question par question. On note de qui vient la réponse.',
        'The sponsor answers, question by question. Note who the answer comes from.',
      ),
    ),
    step(
      15,
      t('Le schéma de départ, élément par élément', 'The first diagram, part by part'),
      t(
        'Quel est son rôle ? Comment fonctionne-t-il ? Quel est notre doute ?',
        'What is its role? How does it work? What is our doubt?',
      ),
    ),
    step(
      10,
      t('Enjeux et difficultés', 'Stakes and difficulties'),
      t('Qu’avons-nous à gagner ? Qu’est-ce qui fera obstacle ?', 'What is there to gain? What will stand in the way?'),
    ),
    sitting(
      t('Séance 2', 'Sitting 2'),
      step(
        15,
        t('Proposition martyre A', 'Martyr proposal A'),
        t(
          'Une proposition nette, même excessive, faite pour être attaquée.',
          'A sharp proposal, even an extreme one, made to be attacked.',
        ),
      ),
    ),
    step(
      15,
      t('Proposition martyre B', 'Martyr proposal B'),
      t('L’inverse de la première, ou presque.', 'The opposite of the first one, or nearly.'),
    ),
    step(
      20,
      t('Attaquer, défendre', 'Attack, defend'),
      t(
        'Une moitié attaque, l’autre défend, puis on échange. On parle du dessin, jamais de qui l’a fait.',
        'One half attacks, the other defends, then swap. We speak of the drawing, never of who made it.',
      ),
    ),
    step(
      15,
      t('Ce que les deux nous apprennent : une autre piste', 'What the two teach us: another way'),
      t('Que garder de chacune ? Que serait une troisième ?', 'What to keep of each? What would a third one be?'),
    ),
    step(
      25,
      t('En images', 'In pictures'),
      t(
        'L’histoire d’une personne, en six images : avant, pendant, après.',
        'The story of one person, in six pictures: before, during, after.',
      ),
    ),
    step(
      10,
      t('Ce qu’on teste, avec qui', 'What we test, with whom'),
      t('Qu’est-ce qui nous ferait changer d’avis ?', 'What would change our minds?'),
    ),
  ],
};
