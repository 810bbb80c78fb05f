/**
 * Has the browser load the faces notes are painted with. No bitmap may be made before: a canvas paints with whatever is there and never
 * corrects itself. The few signs and emoji live in two large files, loaded for boards that use them.
 */
import type { Element } from '../../shared/elements/ElementKind.ts';
import { FONT_FAMILIES } from '../../shared/text/font.ts';
import './fonts.css';

const WEIGHTS = [400, 600, 700] as const;
/** One character that stands in each of the large files, to have them fetched in spite of their `unicode-range`. */
const SYMBOL_FACES = [
  [FONT_FAMILIES.emoji, '🎉'],
  [FONT_FAMILIES.fallback, '→'],
] as const;
/** All that the text font has: anything else is an emoji, a sign or another alphabet. */
const PLAIN = /^[\n\r\t -~\u00a0-\u017e\u2009\u2010-\u2022\u2026\u202f\u2030\u2039\u203a\u20ac\u2122]*$/;

/** Whether painting a text takes more than the text font: call `loadSymbols` then, and paint again what was painted before it ended. */
export const needsSymbols = (text: string): boolean => !PLAIN.test(text);

/** The same for all that an element shows: reactions are signs, and a tag may hold any. */
export const showsSymbols = ({ text, marks }: Pick<Element, 'text' | 'marks'>): boolean =>
  marks.reactions.length > 0 || needsSymbols(text) || marks.tags.some(({ name }) => needsSymbols(name));

/** Whether the face could be had: a file that does not arrive is an answer here, not an exception. */
const load = (font: string, sample: string): Promise<boolean> =>
  document.fonts.load(font, sample).then(
    (faces) => faces.length > 0,
    () => false,
  );

/**
 * Loads the text font in its three weights (some 150 kB). Resolves even where a face fails, with the fonts that did: the board then
 * shows in a font of the host, within the same line breaks.
 */
export async function loadFonts(): Promise<{ readonly failed: readonly string[] }> {
  const fonts = WEIGHTS.map((weight) => `${weight} 16px "${FONT_FAMILIES.text}"`);
  const loaded = await Promise.all(fonts.map((font) => load(font, 'Aé')));
  return { failed: fonts.filter((_font, index) => !loaded[index]) };
}

/** Loads emoji and signs (1.2 MB). Repeated calls cost nothing; resolves even where a face fails. */
export async function loadSymbols(): Promise<{ readonly failed: readonly string[] }> {
  const loaded = await Promise.all(SYMBOL_FACES.map(([family, sample]) => load(`16px "${family}"`, sample)));
  return { failed: SYMBOL_FACES.filter((_face, index) => !loaded[index]).map(([family]) => family) };
}
