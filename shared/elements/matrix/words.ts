/** The few words a matrix paints itself, in the language of the board. What people type (names, ends, quadrants) is theirs and stands in its props. */
import type { Locale } from '../../control/Control.ts';

interface MatrixWords {
  /** Over the heap; `count` of what waits there. */
  readonly waiting: (count: number) => string;
  /** In the empty heap. */
  readonly hint: string;
}

export const MATRIX_WORDS: Readonly<Record<Locale, MatrixWords>> = {
  fr: {
    waiting: (count) => (count === 0 ? 'À placer' : count === 1 ? '1 note à placer' : `${count} notes à placer`),
    hint: 'Déposez ici ce qui reste à placer.',
  },
  en: {
    waiting: (count) => (count === 0 ? 'To place' : count === 1 ? '1 note to place' : `${count} notes to place`),
    hint: 'Drop here what is still to be placed.',
  },
};
