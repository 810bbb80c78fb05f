/**
 * A text as the field shows it while one types. A browser breaks a line at any space; our notes never do before ; : ! ? » nor after «.
 * In the field those spaces are no-break spaces, one for one, so that lines fall where they will stand when typing ends. What is
 * written to the board keeps the spaces people typed.
 */

const BEFORE_SIGN = / (?= *[;:!?»›%€°,.…)\]])/gu;
const AFTER_OPENING = /(?<=[«‹][ \u00a0]*) /gu;
const NO_BREAK = '\u00a0';

/** The same text, of the same length, with no-break spaces where a line may not break. */
export const toFieldText = (text: string): string =>
  text.replace(BEFORE_SIGN, NO_BREAK).replace(AFTER_OPENING, NO_BREAK);
