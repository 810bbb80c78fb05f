/**
 * Grids ready to be used, as data: names in French and English, types of rows, widths. Whoever chooses one gets its rows and columns; what lies
 * in the grid already keeps its cell where there is one of that id, and waits to be placed otherwise. Ids say what a row is, so that a template
 * and the phone can name a cell.
 */
import type { Locale } from '../../control/Control.ts';
import { memberKey } from '../families.ts';
import { dayAfter } from './days.ts';
import { COLUMN, type GridProps, ROW, type RowType } from './props.ts';

type Words = Readonly<Record<Locale, string>>;

interface PresetRow {
  readonly id: string;
  readonly name: Words;
  readonly type: RowType;
  readonly height?: number;
}

interface PresetColumn {
  readonly id: string;
  readonly name: Words;
  readonly width?: number;
  /** Days after the first. */
  readonly day?: number;
}

export interface GridPreset {
  readonly id: string;
  readonly name: Words;
  readonly rows: readonly PresetRow[];
  readonly columns: readonly PresetColumn[];
  readonly counts?: true;
}

const words = (fr: string, en: string): Words => ({ fr, en });
const NAMELESS = words('', '');

const steps = (count: number, name: (n: number) => Words, width?: number): readonly PresetColumn[] =>
  Array.from({ length: count }, (_, n) => ({
    id: `c${n + 1}`,
    name: name(n + 1),
    ...(width !== undefined && { width }),
  }));

const row = (id: string, fr: string, en: string, type: RowType = 'notes'): PresetRow => ({
  id,
  name: words(fr, en),
  type,
});

/** Observation: one column to write in is wide. */
const WIDE = 444;

export const GRID_PRESETS = [
  {
    id: 'blank',
    name: words('Grille libre', 'Plain grid'),
    rows: [
      { id: 'r1', name: NAMELESS, type: 'notes' },
      { id: 'r2', name: NAMELESS, type: 'notes' },
      { id: 'r3', name: NAMELESS, type: 'notes' },
    ],
    columns: steps(3, () => NAMELESS),
  },
  {
    id: 'journey',
    name: words('Parcours usager', 'User journey'),
    rows: [
      row('actions', 'Actions', 'Actions'),
      row('contact', 'Points de contact', 'Touchpoints'),
      row('thoughts', 'Pensées', 'Thoughts', 'text'),
      row('emotion', 'Émotion', 'Emotion', 'emotion'),
      row('irritants', 'Irritants', 'Pain points'),
      row('ideas', 'Idées', 'Ideas'),
    ],
    columns: steps(6, (n) => words(`Étape ${n}`, `Step ${n}`)),
  },
  {
    id: 'observation',
    name: words('Grille d’observation', 'Observation grid'),
    rows: [
      row('place', 'Le lieu', 'The place', 'text'),
      row('time', 'Le temps et les moments', 'Time and moments', 'text'),
      row('subject', 'Le choix et la préparation du sujet', 'Choice and preparation of the subject', 'text'),
      row('posture', 'La posture de chacun et ses glissements', 'Each person’s posture and how it shifts', 'text'),
      row('listening', 'L’écoute', 'Listening', 'text'),
      row('purpose', 'Finalité ou gestion de projet', 'Purpose or project management', 'text'),
      row('order', 'La commande est-elle plus précise\u202f?', 'Is the request any clearer?', 'text'),
      row('after', 'Et après\u202f?', 'And then?', 'text'),
    ],
    columns: [
      { id: 'seen', name: words('Ce que j’ai vu', 'What I saw'), width: WIDE },
      { id: 'said', name: words('Ce qui a été dit', 'What was said'), width: WIDE },
    ],
  },
  {
    id: 'tasks',
    name: words('Tableau des tâches', 'Task board'),
    rows: [
      row('who1', 'Qui\u202f?', 'Who?'),
      row('who2', 'Qui\u202f?', 'Who?'),
      row('nobody', 'À répartir', 'To be assigned'),
    ],
    columns: [
      { id: 'todo', name: words('À faire', 'To do') },
      { id: 'doing', name: words('En cours', 'In progress') },
      { id: 'check', name: words('À relire', 'To review') },
      { id: 'done', name: words('Fait', 'Done') },
    ],
    counts: true,
  },
  {
    id: 'programme',
    name: words('Calendrier, programme', 'Calendar, programme'),
    rows: [
      row('morning', 'Matin', 'Morning'),
      row('afternoon', 'Après-midi', 'Afternoon'),
      row('evening', 'Soir', 'Evening'),
    ],
    columns: Array.from({ length: 5 }, (_, n) => ({ id: `d${n + 1}`, name: NAMELESS, day: n })),
  },
  {
    id: 'storyboard',
    name: words('Histoire en six images', 'Story in six pictures'),
    rows: [row('picture', 'Image', 'Picture', 'picture'), row('caption', 'Légende', 'Caption', 'text')],
    columns: steps(6, (n) => words(String(n), String(n)), 264),
  },
  {
    id: 'sheet',
    name: words('Fiche', 'Sheet'),
    rows: [
      row('title', 'Titre', 'Title', 'text'),
      row('who', 'Pour qui', 'For whom', 'text'),
      row('context', 'Contexte', 'Context', 'text'),
      row('learnt', 'Ce que l’on a appris', 'What we learnt', 'text'),
      row('reuse', 'Comment réutiliser', 'How to reuse it', 'text'),
      row('first', 'Premier geste', 'First step', 'text'),
      row('contact', 'Contact', 'Contact', 'text'),
      row('files', 'Pièces', 'Attachments', 'picture'),
    ],
    columns: [{ id: 'c1', name: words('Fiche', 'Sheet'), width: 656 }],
  },
] as const satisfies readonly GridPreset[];

export type GridPresetId = (typeof GRID_PRESETS)[number]['id'];

/** The preset of that id; the plain grid where there is none. */
export const findPreset = (id: string): GridPreset =>
  GRID_PRESETS.find((preset) => preset.id === id) ?? GRID_PRESETS[0];

/** The rows and columns of a preset as props of a grid. `firstDay`: where its columns are days, the day of the first. */
export function presetProps(preset: GridPreset, locale: Locale, firstDay?: string): GridProps {
  const rows = preset.rows.map(({ id, name, type, height }, n) => [
    memberKey(ROW, id),
    { name: name[locale], type, z: zOf(n), ...(height !== undefined && { height }) },
  ]);
  const columns = preset.columns.map(({ id, name, width, day }, n) => [
    memberKey(COLUMN, id),
    {
      name: name[locale],
      z: zOf(n),
      ...(width !== undefined && { width }),
      ...(day !== undefined && firstDay !== undefined && { date: dayAfter(firstDay, day) }),
    },
  ]);
  return {
    preset: preset.id,
    ...(preset.counts && { counts: true }),
    ...Object.fromEntries([...rows, ...columns]),
  } as GridProps;
}

/** Keys of a fractional index in rising order: `a0` … `az` holds all a preset needs. */
const zOf = (index: number): string =>
  `a${'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'[index] ?? 'z'}`;
