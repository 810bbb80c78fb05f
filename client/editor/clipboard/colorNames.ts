/** Colours as people write them in a table, in French and in English, and the colours we give where they write something else. Pure. */
import { foldText } from '../../../shared/text/foldText.ts';
import { NOTE_COLORS, type NoteColor } from '../../../shared/theme/tokens.ts';

const NAMES: Readonly<Record<NoteColor, readonly string[]>> = {
  yellow: ['jaune', 'yellow', 'or', 'gold'],
  orange: ['orange'],
  red: ['rouge', 'red'],
  pink: ['rose', 'pink', 'fuchsia', 'magenta'],
  purple: ['violet', 'mauve', 'purple', 'lilas'],
  blue: ['bleu', 'bleue', 'blue', 'cyan', 'turquoise'],
  green: ['vert', 'verte', 'green'],
  grey: ['gris', 'grise', 'grey', 'gray', 'blanc', 'white', 'noir', 'black'],
};

const BY_NAME: ReadonlyMap<string, NoteColor> = new Map(
  NOTE_COLORS.flatMap((color) => NAMES[color].map((name) => [name, color] as const)),
);

/** The colour a word names, alone or as in « bleu clair »; `null` where it names none. */
export function colorNamed(word: string): NoteColor | null {
  const folded = foldText(word).trim();
  return BY_NAME.get(folded) ?? BY_NAME.get(folded.split(/[\s-]+/u)[0] ?? '') ?? null;
}

/** The order in which things that need a colour get one: neighbours are told apart. Grey is for what has none. */
export const COLOR_ORDER: readonly NoteColor[] = ['blue', 'green', 'orange', 'pink', 'purple', 'yellow', 'red'];

/** A colour for each value: the one it names, or the next; all beyond the last are grey. */
export function colorsFor(values: Iterable<string>): ReadonlyMap<string, NoteColor> {
  const colors = new Map<string, NoteColor>();
  let next = 0;
  for (const value of values) {
    if (colors.has(value) || value === '') continue;
    colors.set(value, colorNamed(value) ?? COLOR_ORDER[next++] ?? 'grey');
  }
  return colors;
}
