/**
 * What a note in an emotion row says: a value from −2 to 2. It is the vertical part of its place (100 units a point, upwards), so that cell and
 * value are one key and one write: a drag cannot tear them, and who moves a note to another step keeps what was felt. The notes of a step have
 * a mean; the means of the steps make the curve.
 */
import { NOTE_COLORS } from '../../theme/tokens.ts';
import type { Element } from '../ElementKind.ts';
import type { GridProps } from './props.ts';

const UNITS = 100;

/** From −2 to 2, in tenths. */
export const clampValue = (value: number): number => Math.round(Math.min(2, Math.max(-2, value)) * 10) / 10 + 0;

/** What a note in an emotion row is worth. */
export const feltBy = ({ place }: Pick<Element, 'place'>): number => clampValue(-place[2] / UNITS);

/** Kinds that say how somebody felt; a title, a frame or a group that stands in an emotion row says nothing of the kind. */
const FELT: ReadonlySet<string> = new Set(['note', 'image']);

/** Whether an element in an emotion row is one of those the curve is made of. */
export const countsOn = ({ kind }: Pick<Element, 'kind'>): boolean => FELT.has(kind);

/** The vertical part of the place of a note that is worth so much. */
export const toPlaceY = (value: number): number => -Math.round(clampValue(value) * UNITS) + 0;

/** One line of an emotion row: of all notes (`key` null), of one colour, or of one tag. */
export interface EmotionLine {
  readonly key: string | null;
  /** The mean of each column, in order; `null` where nobody says anything. */
  readonly means: readonly (number | null)[];
}

/** The exact mean of some values; `null` of none. */
export const meanOf = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;

/** The lines of an emotion row, the mean of all last; `lying`: what lies in each column of it, whether it counts or not. */
export function emotionLines(lying: readonly (readonly Element[])[], by: GridProps['lines']): readonly EmotionLine[] {
  const columns = lying.map((notes) => notes.filter(countsOn));
  const line = (key: string | null, keeps: (note: Element) => boolean): EmotionLine => ({
    key,
    means: columns.map((notes) => meanOf(notes.filter(keeps).map(feltBy))),
  });
  const all = line(null, () => true);
  if (by === undefined) return [all];
  const keysOf = (note: Element): readonly string[] =>
    by === 'tag' ? note.marks.tags.map(({ name }) => name) : [colorOf(note)].filter((color) => color !== null);
  const keys = new Set(columns.flat().flatMap(keysOf));
  if (keys.size < 2) return [all];
  const order = (key: string): number => (by === 'color' ? (NOTE_COLORS as readonly string[]).indexOf(key) : 0);
  const sorted = [...keys].sort((a, b) => order(a) - order(b) || (a < b ? -1 : 1));
  return [...sorted.map((key) => line(key, (note) => keysOf(note).includes(key))), all];
}

/** The colour of a note, where it has one of the notes'. */
export function colorOf({ props: { color } }: Element): string | null {
  return (NOTE_COLORS as readonly unknown[]).includes(color) ? (color as string) : null;
}
