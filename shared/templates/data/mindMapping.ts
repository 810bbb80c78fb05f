import { area, card, heading, step, t } from '../build.ts';
import type { Template, TemplateElement, Text } from '../Template.ts';

/** Size of a note of a map, and how far its children lie from it. */
const IDEA = [220, 110] as const;

/** A note and what hangs on it: a branch a child, on either side of the heart. */
function mindMap(
  name: string,
  [x, y]: readonly [number, number],
  heart: Text,
  ideas: readonly Text[],
): TemplateElement[] {
  const root: TemplateElement = card([x - 150, y - 75, 300, 150], 'yellow', {
    id: name,
    text: heart,
    props: { node: 'open' },
  });
  const half = Math.ceil(ideas.length / 2);
  const children = ideas.flatMap((text, index): TemplateElement[] => {
    const isRight = index < half;
    const count = isRight ? half : ideas.length - half;
    const at = (isRight ? index : index - half) - (count - 1) / 2;
    const id = `${name}-${index + 1}`;
    const left = isRight ? x + 150 + 130 : x - 150 - 130 - IDEA[0];
    return [
      card([left, y + at * 190 - IDEA[1] / 2, ...IDEA], isRight ? 'blue' : 'green', {
        id,
        text,
        props: { node: 'open' },
      }),
      {
        kind: 'connector',
        at: [x, y],
        size: [200, 20],
        props: {
          ...{ from: { id: name, x: 0, y: 0 }, to: { id, x: 200, y: 0 } },
          ...{ routing: 'curved', end: 'none', branch: true },
        },
      },
    ];
  });
  return [root, ...children];
}

const PORTRAIT = [
  t('Ce que j’aime', 'What I like'),
  t('Ce que je sais faire', 'What I can do'),
  t('Ce que je cherche', 'What I look for'),
  t('Ce qui m’agace', 'What annoys me'),
];

export const mindMapping: Template = {
  id: 'mind-mapping',
  version: 1,
  title: t('Mind mapping, portraits croisés', 'Mind mapping, crossed portraits'),
  purpose: t(
    'Faire connaissance par deux : chaque personne dessine la carte de l’autre, puis le groupe fait la sienne.',
    'Get to know each other in pairs: each person draws the other’s map, then the group makes its own.',
  ),
  people: t('de 4 à 20 personnes', '4 to 20 people'),
  minutes: 45,
  bricks: ['inspiration', 'cocreation'],
  example: t('Par exemple : qui sommes-nous, à nous tous ?', 'For instance: who are we, all together?'),
  deliverable: t('Une carte commune du groupe.', 'One map of the group, made together.'),
  elements: [
    ...heading(
      3000,
      t('Mind mapping, portraits croisés', 'Mind mapping, crossed portraits'),
      t('Écrire pour l’autre, avec ses mots.', 'Write for each other, in their words.'),
    ),
    area([0, 0, 1460, 620], t('La carte de l’autre : première personne', 'The other’s map: first person'), {
      children: mindMap('one', [730, 310], t('Prénom', 'First name'), PORTRAIT),
    }),
    area([1540, 0, 1460, 620], t('La carte de l’autre : seconde personne', 'The other’s map: second person'), {
      children: mindMap('two', [730, 310], t('Prénom', 'First name'), PORTRAIT),
    }),
    area([0, 720, 3000, 960], t('Carte commune', 'Our map'), {
      children: mindMap('all', [1500, 480], t('Nous', 'Us'), [
        t('Ce qui nous rapproche', 'What brings us together'),
        t('Ce que nous savons faire ensemble', 'What we can do together'),
        t('Ce qui nous surprend', 'What surprises us'),
        t('Ce que nous cherchons', 'What we look for'),
        t('Ce qui nous manque', 'What we lack'),
        t('Ce que nous voulons essayer', 'What we want to try'),
      ]),
    }),
  ],
  steps: [
    step(
      10,
      t('Par deux', 'In pairs'),
      t('Cinq minutes chacun : l’un raconte, l’autre écoute.', 'Five minutes each: one tells, the other listens.'),
    ),
    step(
      10,
      t('La carte de l’autre', 'The other’s map'),
      t('Dessinez la carte de la personne que vous avez écoutée.', 'Draw the map of the person you listened to.'),
    ),
    step(
      10,
      t('Présentation', 'Introductions'),
      t('Chacun présente l’autre, sa carte à l’appui.', 'Everyone introduces the other, with their map.'),
    ),
    step(
      15,
      t('Carte commune', 'Our map'),
      t(
        'Qu’est-ce qui revient ? Qu’est-ce que personne n’avait prévu ?',
        'What comes up again? What did nobody expect?',
      ),
    ),
  ],
};
