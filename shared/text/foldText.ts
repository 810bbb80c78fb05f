/** A text as people look for it: without accents, capitals and ligatures, its spaces and apostrophes plain. Pure. */

const ACCENTS = /\p{Mn}/gu;

/** Two texts that a person would take for the same fold to the same. */
export const foldText = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(ACCENTS, '')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .replace(/[’‘]/g, "'")
    .replace(/\s+/g, ' ');

/** The words of a query, folded: what is looked for holds each of them, in any order. */
export const foldWords = (query: string): readonly string[] =>
  foldText(query)
    .split(' ')
    .filter((word) => word !== '');
