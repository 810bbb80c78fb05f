/**
 * What an area takes in when people say « Appliquer »: notes of a colour, with a tag, or both. A prop of the area (`takes`), written by people,
 * carried out only when they ask; nothing moves by itself.
 */
import { LIMITS } from '../protocol/limits.ts';
import { NOTE_COLORS, type NoteColor } from '../theme/tokens.ts';
import type { Element } from './ElementKind.ts';
import { isOneOf, isRecord, isText, optional } from './readProps.ts';

export interface Takes {
  readonly color?: NoteColor;
  /** The name of a tag. */
  readonly tag?: string;
}

const isShape = isRecord({ color: optional(isOneOf(NOTE_COLORS)), tag: optional(isText(LIMITS.tagChars)) });

/** Whether a value is a rule: one that asks for nothing would take everything, and is none. */
export const isTakes = (value: unknown): boolean => {
  if (!isShape(value)) return false;
  const { color, tag } = value as Takes;
  return color !== undefined || (tag !== undefined && tag.trim() !== '');
};

/** The rule of an area, where it has one. */
export const takesOf = ({ props }: Pick<Element, 'props'>): Takes | null =>
  isTakes(props.takes) ? (props.takes as Takes) : null;

/** Whether a note is one that a rule asks for. */
export const isTaken = ({ color, tag }: Takes, note: Pick<Element, 'props' | 'marks'>): boolean =>
  (color === undefined || note.props.color === color) &&
  (tag === undefined || note.marks.tags.some(({ name }) => name === tag));
