/** What stands on the walls of the README's pictures: contributions of the sample sorted by hand, set on a matrix; a journey in its spirit. */
import { createElements } from '../../../shared/board/operations.ts';
import { findPreset, presetProps } from '../../../shared/elements/grid/presets.ts';
import { MATRIX_PRESETS, type MatrixPreset, propsOfPreset } from '../../../shared/elements/matrix/presets.ts';
import type { NoteColor } from '../../../shared/theme/tokens.ts';
import { readContributions } from '../../helpers/contributions.ts';
import type { RawClient } from '../../helpers/rawClient.ts';

const CONTRIBUTIONS = readContributions().map(({ text }) => text.replace(/\s+/g, ' '));

/** The contribution that begins so. */
function said(beginning: string): string {
  const text = CONTRIBUTIONS.find((one) => one.startsWith(beginning));
  if (text === undefined) throw new Error(`nobody wrote « ${beginning} »`);
  return text;
}

interface Group {
  readonly name: string;
  readonly at: { readonly x: number; readonly y: number };
  readonly width: number;
  readonly layout: 'grid' | 'column' | 'pile';
  readonly color: NoteColor;
  readonly isClosed?: true;
  readonly texts: readonly string[];
}

const GROUPS: readonly Group[] = [
  {
    ...{ name: 'Se déplacer autrement', at: { x: 0, y: 0 }, width: 664, layout: 'grid', color: 'blue' },
    texts: ['Absence de transports', 'Fonctionnement de nuit', 'Créer des transports publics', 'La ville mais aussi'],
  },
  {
    ...{ name: 'Se chauffer', at: { x: 720, y: 0 }, width: 664, layout: 'grid', color: 'orange' },
    texts: [
      "L'énergie la moins polluante",
      'Soutenir et développer',
      'Pompe à chaleur',
      'Inciter les copropriétés',
      'Je n’ai pas les moyens',
    ],
  },
  {
    ...{ name: 'Ce que l’on vit déjà', at: { x: 1440, y: 0 }, width: 448, layout: 'grid', color: 'pink' },
    texts: ['Avec la chaleur', 'Puit à sec', "Impact sur l'éducation", 'Tempête,inondation'],
  },
  {
    ...{ name: 'Consommer moins et mieux', at: { x: 0, y: 620 }, width: 664, layout: 'grid', color: 'green' },
    texts: ['Acheter en pensant', 'Je boycotte', 'Un mode de consommation', 'Obliger les industries', 'En plantant'],
  },
  {
    ...{ name: 'Qui propose\u202f?', at: { x: 720, y: 620 }, width: 340, layout: 'pile', color: 'purple' },
    texts: ['Communication efficacement', "Plus d'informations", 'Aux travailleurs', 'Le Maire, car'],
  },
  {
    ...{
      name: 'À reprendre plus tard',
      at: { x: 1120, y: 620 },
      width: 340,
      layout: 'grid',
      color: 'grey',
      isClosed: true,
    },
    texts: ["L'avenir de", 'La panique', 'Mandat unique', 'Ce genre de débat'],
  },
];
const LOOSE = ['Aménagement du territoire', 'Pollution air', 'Tableau de bord'];
const SCATTERED: readonly NoteColor[] = ['yellow', 'blue', 'green', 'pink', 'orange'];

export function sortedWall({ board }: RawClient): void {
  board.edit('sort', (write) => {
    for (const [g, { name, at, width, layout, color, isClosed, texts }] of GROUPS.entries()) {
      const id = `group-${g}`;
      write.create({
        ...{ id, kind: 'cluster', place: [null, at.x, at.y], size: [width, 160], z: `a${g}`, text: name },
        props: { layout, color, ...(isClosed && { collapsed: true }) },
      });
      for (const [n, beginning] of texts.entries())
        write.create({
          ...{ kind: 'note', place: [id, 0, n], size: [200, 200], z: `a${n}`, text: said(beginning) },
          props: { color: 'yellow' },
        });
    }
    for (const [n, beginning] of LOOSE.entries())
      write.create({
        ...{ kind: 'note', place: [null, 1120 + n * 232, 760 + (n % 2) * 24], size: [200, 200], z: `b${n}` },
        ...{ text: said(beginning), props: { color: 'yellow' } },
      });
  });
}

/** Of a matrix of this size, the plot begins at (140, 40) and is 1200 × 1000; the heap begins at 1450. */
const MATRIX = { size: [1730, 1180], plot: { x: 140, y: 40, w: 1200, h: 1000 }, heap: { x: 1470, y: 100 } } as const;
/** How far along effort and impact, in hundredths. */
const PLACED: readonly (readonly [beginning: string, effort: number, impact: number])[] = [
  ['Tableau de bord', 14, 79],
  ['Communication efficacement', 33, 63],
  ['Inciter les copropriétés', 39, 87],
  ['Fonctionnement de nuit', 60, 73],
  ['Créer des transports publics', 86, 85],
  ['En plantant', 19, 32],
  ['Acheter en pensant', 39, 24],
  ["Plus d'informations", 12, 10],
  ['Soutenir et développer', 80, 40],
  ['Obliger les industries', 62, 20],
];
const WAITING = ['Pompe à chaleur', 'Je boycotte'];

export function placedWall({ board }: RawClient): void {
  const { size, plot, heap } = MATRIX;
  const props = propsOfPreset(MATRIX_PRESETS[0] as MatrixPreset, 'fr');
  const text = 'Par quoi commencer\u202f?';
  createElements(board, 'create', [{ id: 'm', kind: 'matrix', parent: null, at: { x: 0, y: 0 }, size, text, props }]);
  const note = (beginning: string, n: number, at: { x: number; y: number }) => ({
    ...{ kind: 'note', parent: 'm', at, text: said(beginning) },
    props: { color: SCATTERED[n % SCATTERED.length] ?? 'yellow' },
  });
  createElements(board, 'place', [
    ...PLACED.map(([beginning, effort, impact], n) =>
      note(beginning, n, {
        x: plot.x + (plot.w * effort) / 100 - 100,
        y: plot.y + (plot.h * (100 - impact)) / 100 - 100,
      }),
    ),
    ...WAITING.map((beginning, n) => note(beginning, n + 2, { x: heap.x, y: heap.y + n * 220 })),
  ]);
}

const STEPS = ['Entendre parler', 'Trouver où aller', 'Le dossier', 'L’attente', 'L’aide'];
const JOURNEY: readonly (readonly [row: string, color: NoteColor, texts: readonly string[]])[] = [
  [
    'actions',
    'yellow',
    [
      'En parle avec une voisine',
      'Appelle trois numéros',
      'Recopie les mêmes cases',
      'Relance chaque lundi',
      'Reçoit un courrier',
    ],
  ],
  [
    'contact',
    'blue',
    ['Le marché du samedi', 'La mairie, puis la Région', 'Un formulaire en ligne', 'Un répondeur', ''],
  ],
  [
    'thoughts',
    'grey',
    [
      '« Est-ce pour moi\u202f? »',
      '« Qui s’occupe de quoi\u202f? »',
      '« Je vais me tromper »',
      '« Ils m’ont oubliée »',
      '« Enfin »',
    ],
  ],
  ['irritants', 'red', ['', 'Personne ne sait pour l’autre', 'Onze pièces à joindre', 'Aucune date annoncée', '']],
  ['ideas', 'green', ['Une affiche au marché', '', 'Dites-le-nous une fois', 'Un message à chaque étape', '']],
];
/** From −2 to 2, a step each. */
const FELT: readonly (readonly [words: string, value: number])[] = [
  ['Curieuse', 0.8],
  ['Perdue', -0.9],
  ['Découragée', -1.6],
  ['Inquiète', -0.8],
  ['Soulagée', 1.8],
];

export function journeyWall({ board }: RawClient): void {
  const { 'col:c6': _sixth, ...preset } = presetProps(findPreset('journey'), 'fr') as Record<string, unknown>;
  const rows = JOURNEY.map(([id]) => [`row:${id}`, { ...(preset[`row:${id}`] as object), height: 152 }] as const);
  const columns = STEPS.map((name, n) => [`col:c${n + 1}`, { ...(preset[`col:c${n + 1}`] as object), name }] as const);
  board.edit('journey', (write) => {
    write.create({
      ...{ id: 'g', kind: 'grid', place: [null, 0, 0], size: [1328, 1120], z: 'a0', text: 'Le parcours de Yasmina' },
      props: { ...preset, ...Object.fromEntries([...rows, ...columns]) },
    });
    const note = (cell: string, y: number, text: string, color: NoteColor): void => {
      if (text !== '')
        write.create({ kind: 'note', place: ['g', 0, y, cell], size: [200, 120], z: 'a0', text, props: { color } });
    };
    for (const [row, color, texts] of JOURNEY)
      for (const [n, text] of texts.entries()) note(`${row}:c${n + 1}`, 0, text, color);
    for (const [n, [words, value]] of FELT.entries()) note(`emotion:c${n + 1}`, -100 * value, words, 'orange');
  });
}
