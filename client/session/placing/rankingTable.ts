/** A ranking as lines to paste elsewhere: columns set apart by tabs, numbers with two decimals in the mark of the language. Pure. */
import type { Locale } from '../../../shared/control/Control.ts';
import type { Score } from '../../../shared/elements/ElementKind.ts';
import type { Ranked } from '../../../shared/elements/matrix/ranking.ts';
import { scoreText } from '../../../shared/elements/placing.ts';

export interface RankingWords {
  readonly rank: string;
  readonly note: string;
  /** Of the column of totals; absent where the ranking goes by one axis, which has its own. */
  readonly total?: string;
}

/** A cell never begins like a formula, and is one line. */
const cellText = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^[=+\-@]/, "'$&");

const numberText = (score: Score, locale: Locale): string =>
  score.label ?? (locale === 'fr' ? scoreText(score).replace('.', ',') : scoreText(score));

/** The header and one line a note. */
export function rankingLines(
  ranked: readonly (Ranked & { readonly text: string })[],
  axes: { readonly x: { readonly name: string }; readonly y: { readonly name: string } },
  words: RankingWords,
  locale: Locale,
): string {
  const header = [
    words.rank,
    words.note,
    axes.y.name,
    axes.x.name,
    ...(words.total === undefined ? [] : [words.total]),
  ];
  const lines = ranked.map(({ rank, text, scores, total }) => [
    String(rank),
    cellText(text),
    cellText(numberText(scores.y, locale)).replace(/^'(?=-[\d])/, ''),
    cellText(numberText(scores.x, locale)).replace(/^'(?=-[\d])/, ''),
    ...(words.total === undefined ? [] : [numberText({ name: '', value: total }, locale)]),
  ]);
  return [header.map(cellText), ...lines].map((line) => line.join('\t')).join('\n');
}
