/**
 * What an area takes in when people say « Appliquer »: notes of a colour, with a tag, or both. A prop of the area (`takes`), or, where it has
 * cells, one of each rule (`takes:<id>`), written by people, carried out only when they ask; nothing moves by itself.
 */
import { LIMITS } from '../protocol/limits.ts';
import { NOTE_COLORS, type NoteColor } from '../theme/tokens.ts';
import { isCell } from './cells.ts';
import type { Element, ElementKind } from './ElementKind.ts';
import { familyOf, isZ, type Member, memberKey, memberReader } from './families.ts';
import { isOneOf, isRecord, isText, optional } from './readProps.ts';

/** The prop of an area with one rule, and the family of one with a rule a cell. */
export const TAKES = 'takes';

export interface Takes {
  readonly color?: NoteColor;
  /** The name of a tag. */
  readonly tag?: string;
}

/** What one cell takes in. */
export type CellTakes = Takes & {
  readonly z: string;
  readonly cell: string;
};

/** A rule of an area, and the prop it stands in; `cell`: where the notes go, where the area has cells. */
export interface Rule {
  readonly key: string;
  readonly cell: string | null;
  readonly takes: Takes;
}

const ASKED = { color: optional(isOneOf(NOTE_COLORS)), tag: optional(isText(LIMITS.tagChars)) };
const isShape = isRecord(ASKED);
const isCellShape = isRecord({ ...ASKED, z: isZ, cell: isCell });

/** A rule that asks for nothing would take everything, and is none. */
const asks = ({ color, tag }: Takes): boolean => color !== undefined || (tag !== undefined && tag.trim() !== '');

/** Whether a value is a rule of an area. */
export const isTakes = (value: unknown): boolean => isShape(value) && asks(value as Takes);

/** Whether a value is a rule of a cell. */
export const isCellTakes = (value: unknown): boolean => isCellShape(value) && asks(value as CellTakes);

/** The rule of an area as a whole, where it has one. */
export const takesOf = ({ props }: Pick<Element, 'props'>): Takes | null =>
  isTakes(props[TAKES]) ? (props[TAKES] as Takes) : null;

/** The rules of an area's cells, in their order, those of cells that are gone among them. */
export const cellTakesOf: (props: Element['props']) => readonly Member<CellTakes>[] = memberReader<CellTakes>(TAKES);

/** The rules of an area, in their order. */
export function rulesOf(element: Pick<Element, 'props'>): readonly Rule[] {
  const whole = takesOf(element);
  if (whole) return [{ key: TAKES, cell: null, takes: whole }];
  return cellTakesOf(element.props).map(({ id, z: _z, cell, ...takes }) => ({
    key: memberKey(TAKES, id),
    cell,
    takes,
  }));
}

/** Whether a kind's cells may have rules. */
export const hasCellRules = (kind: Pick<ElementKind, 'families'>): boolean =>
  familyOf(kind, memberKey(TAKES, 'x')) !== null;

/** Whether a note is one that a rule asks for. */
export const isTaken = ({ color, tag }: Takes, note: Pick<Element, 'props' | 'marks'>): boolean =>
  (color === undefined || note.props.color === color) &&
  (tag === undefined || note.marks.tags.some(({ name }) => name === tag));
