/** Short hands for writing template data: an area, a card, a grid, a matrix. Data only; what they return is checked like any other. */

import type { SubjectFields } from '../control/Control.ts';
import type { Props } from '../elements/ElementKind.ts';
import type { TemplateElement, TemplateStep, Text } from './Template.ts';

type Point = readonly [x: number, y: number];
type Rect = readonly [x: number, y: number, w: number, h: number];

/** A text in both languages; French gets its thin no-break spaces here. */
export const t = (fr: string, en: string): Text => ({
  fr: fr.replace(/[ \u00a0]([;:!?»%])/g, '\u202f$1').replace(/«[ \u00a0]/g, '«\u202f'),
  en,
});

/** A step: its title, its minutes, what is said. */
export const step = (minutes: number | null, title: Text, say: Text, part?: Text): TemplateStep => ({
  ...{ title, minutes, say },
  ...(part && { part }),
});

/** The first step of another sitting. */
export const sitting = (part: Text, first: TemplateStep): TemplateStep => ({ ...first, part, isApart: true });

interface AreaOptions {
  readonly prompt?: Text;
  readonly color?: string;
  readonly children?: readonly TemplateElement[];
}

/** A titled area at `[x, y, w, h]`, relative to what it lies in. */
export const area = (
  [x, y, w, h]: Rect,
  title: Text,
  { prompt, color, children }: AreaOptions = {},
): TemplateElement => ({
  kind: 'frame',
  at: [x, y],
  size: [w, h],
  text: title,
  ...((color || prompt) && { props: { ...(color && { color }), ...(prompt && { prompt }) } }),
  ...(children && { children }),
});

/** A note to write in, wide enough for a sentence. */
export const card = ([x, y, w, h]: Rect, color: string, rest: Partial<TemplateElement> = {}): TemplateElement => ({
  kind: 'note',
  at: [x, y],
  size: [w, h],
  ...rest,
  props: { color, ...rest.props },
});

/** An area that is one large card, filled in from the subject. */
export const subjectCard = (
  [x, y, w, h]: Rect,
  title: Text,
  field: keyof SubjectFields,
  color = 'yellow',
): TemplateElement => area([x, y, w, h], title, { children: [card([24, 24, w - 48, h - 48], color, { field })] });

/** A line of text on the wall, part of the furniture. */
export const label = ([x, y, w, h]: Rect, text: Text, props: Props = {}): TemplateElement => ({
  kind: 'text',
  at: [x, y],
  size: [w, h],
  text,
  props,
  lock: true,
});

/** What stands above a board: its name, and what holds the whole time. */
export const heading = (width: number, title: Text, rule: Text): readonly TemplateElement[] => [
  label([0, -222, Math.min(width, 4_000), 60], title, { scale: 'xl', bold: true }),
  label([0, -150, Math.min(width, 4_000), 48], rule, { scale: 'l' }),
];

/** Keys of a fractional index in rising order. */
const zOf = (index: number): string => `a${'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'[index]}`;

const family = (name: string, members: readonly (readonly [id: string, value: Props])[]): Props =>
  Object.fromEntries(members.map(([id, value], index) => [`${name}:${id}`, { ...value, z: zOf(index) }]));

type RowType = 'notes' | 'text' | 'emotion' | 'picture';
export interface GridRow {
  readonly id: string;
  readonly name: Text;
  readonly type: RowType;
  readonly height: number;
}
export interface GridColumn {
  readonly id: string;
  readonly name: Text;
  readonly width: number;
}

const ROW_HEIGHT: Readonly<Record<RowType, number>> = { notes: 232, text: 240, emotion: 408, picture: 240 };

export const row = (id: string, name: Text, type: RowType = 'notes', height = ROW_HEIGHT[type]): GridRow => ({
  ...{ id, name, type, height },
});

export const column = (id: string, name: Text, width = 232): GridColumn => ({ id, name, width });

/** So many alike, numbered from 1: `name` says what each is called. */
export const numbered = <T>(count: number, make: (n: number) => T): readonly T[] =>
  Array.from({ length: count }, (_, index) => make(index + 1));

/** What a grid leaves beside its cells for the names of its rows and columns. */
const SIDE = 168;
const HEADER = 64;

interface GridOptions {
  readonly preset?: string;
  readonly counts?: true;
  readonly children?: readonly TemplateElement[];
}

/** A grid at a point: as wide and high as its columns and rows. */
export const grid = (
  at: Point,
  title: Text,
  rows: readonly GridRow[],
  columns: readonly GridColumn[],
  { preset, counts, children }: GridOptions = {},
): TemplateElement => ({
  kind: 'grid',
  at,
  size: [
    SIDE + columns.reduce((sum, { width }) => sum + width, 0),
    HEADER + rows.reduce((sum, { height }) => sum + height, 0),
  ],
  text: title,
  props: {
    ...(preset && { preset }),
    ...(counts && { counts }),
    ...family(
      'row',
      rows.map(({ id, ...rest }) => [id, rest]),
    ),
    ...family(
      'col',
      columns.map(({ id, ...rest }) => [id, rest]),
    ),
  },
  ...(children && { children }),
});

/** A linear axis from 0 to 100, with what its ends mean. */
export const axis = (name: Text, low: Text, high: Text, rest: Props = {}): Props => ({
  ...{ name, low, high, scale: 'linear', min: 0, max: 100 },
  ...rest,
});

/** A matrix of two by two; its heap « à placer » is part of it. */
export const matrix = (
  [x, y, w, h]: Rect,
  title: Text,
  axes: { readonly x: Props; readonly y: Props },
  quadrants: readonly [Text, Text, Text, Text],
): TemplateElement => ({
  kind: 'matrix',
  at: [x, y],
  size: [w, h],
  text: title,
  props: { ...axes, quadrants, columns: 2, rows: 2 },
});

/** Impact and effort, in this product’s words. */
export const impactEffort = (rect: Rect, title: Text): TemplateElement =>
  matrix(
    rect,
    title,
    {
      x: axis(t('Effort', 'Effort'), t('faible', 'low'), t('élevé', 'high'), { isLessBetter: true }),
      y: axis(t('Impact', 'Impact'), t('faible', 'low'), t('fort', 'high')),
    },
    [
      t('À faire vite', 'Quick wins'),
      t('Grands projets', 'Big projects'),
      t('Petits plus', 'Nice extras'),
      t('À laisser de côté', 'Leave aside'),
    ],
  );

/** Rings from the centre outwards and sectors clockwise from the top, each an id and a name. */
export const radar = (
  [x, y, w, h]: Rect,
  title: Text,
  rings: readonly (readonly [id: string, name: Text])[],
  sectors: readonly (readonly [id: string, name: Text])[],
  props: Props = {},
): TemplateElement => ({
  kind: 'radar',
  at: [x, y],
  size: [w, h],
  text: title,
  props: {
    ...props,
    ...family(
      'ring',
      rings.map(([id, name]) => [id, { name }]),
    ),
    ...family(
      'sector',
      sectors.map(([id, name]) => [id, { name }]),
    ),
  },
});
