/**
 * Which language notes are written in, French or English, from their small words. The board decides for notes too short to tell; a note that
 * plainly speaks the other language is read in it. Knows nothing beyond these two.
 */

export type Language = 'fr' | 'en';

/** Small words that only one of the two languages has. */
const TELLING: Readonly<Record<Language, ReadonlySet<string>>> = {
  fr: new Set(
    `le la les des du de un une et est sont ou où que qui dans sur pas avec au aux ce ces cette son sa ses leur leurs nous vous il elle ils elles
    pour par ne plus mais être avoir faire trop très tout tous toutes comme sans chez entre aussi car donc`.split(
      /\s+/,
    ),
  ),
  en: new Set(
    `the of and to is are was were in for that it with be this these those not we you they he she his her their our your from at by have has
    had do does should would could can will what which who when where more too very all but there about into than`.split(
      /\s+/,
    ),
  ),
};

/** So many small words more of the other language than of the board's, and a note counts as written in it. */
const PLAINLY = 2;

/** Small words of French less those of English: above zero, French. */
function lean(text: string): number {
  let sum = 0;
  for (const [word] of text.toLowerCase().matchAll(/\p{L}+/gu)) {
    if (TELLING.fr.has(word)) sum++;
    else if (TELLING.en.has(word)) sum--;
  }
  return sum;
}

/** The language of each text: that of all of them together (`fallback` where nothing tells), the other where a text plainly speaks it. */
export function guessLanguages(texts: readonly string[], fallback: Language): Language[] {
  const leans = texts.map(lean);
  const whole = leans.reduce((sum, one) => sum + one, 0);
  const board: Language = whole === 0 ? fallback : whole > 0 ? 'fr' : 'en';
  return leans.map((one) => (one >= PLAINLY ? 'fr' : one <= -PLAINLY ? 'en' : board));
}
