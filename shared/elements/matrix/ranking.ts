/**
 * The order of what is placed on a matrix: by one axis, or by both with a weight. Pure; the same numbers for the list, the copy of it and the
 * small picture beside it. Ties share a rank and the next one is left out (1, 2, 2, 4), as in sport.
 */
import type { ElementId } from '../ElementKind.ts';
import { type Axis, gradeOf } from './axis.ts';
import type { Scores } from './score.ts';

export type RankBy = 'x' | 'y' | 'weighted';

export interface Placed {
  readonly id: ElementId;
  readonly scores: Scores;
}

export interface Ranked extends Placed {
  /** From 1; the same for those that are equal to two decimals (to more, where an axis is read to more). */
  readonly rank: number;
  /** What the order goes by: the value on one axis, or a grade from 0 to 100 over both. */
  readonly total: number;
}

export const DEFAULT_WEIGHT = 0.5;

/** A grade over both axes, from 0 to 100: how good each value is on its own axis, `weight` of it the first axis's. */
export const weightedGrade = (axes: { readonly x: Axis; readonly y: Axis }, { x, y }: Scores, weight: number): number =>
  100 * (weight * gradeOf(axes.x, x.value) + (1 - weight) * gradeOf(axes.y, y.value));

/** Two totals that read the same are the same: to two decimals, or as many as are read on a short axis. */
function rounded({ total, scores }: Omit<Ranked, 'rank'>, by: RankBy): number {
  const unit = 10 ** Math.max(2, by === 'weighted' ? 0 : (scores[by].digits ?? 0));
  return Math.round(total * unit) / unit;
}

/**
 * What is placed, best first: on an axis where less is better, the smallest. `isReversed`: the worst first. Those with equal totals keep the
 * order they came in.
 */
export function rank(
  axes: { readonly x: Axis; readonly y: Axis },
  placed: readonly Placed[],
  { by, weight = DEFAULT_WEIGHT, isReversed = false }: { by: RankBy; weight?: number; isReversed?: boolean },
): readonly Ranked[] {
  const totals = placed.map((one) => ({
    ...one,
    total: by === 'weighted' ? weightedGrade(axes, one.scores, weight) : one.scores[by].value,
  }));
  const isUpwards = by !== 'weighted' && axes[by].isLessBetter === true;
  const sign = isUpwards === isReversed ? -1 : 1;
  // Sorting is stable: equals stay in the order of the eye.
  const sorted = [...totals].sort((a, b) => sign * (rounded(a, by) - rounded(b, by)));
  const ranked: Ranked[] = [];
  for (const [n, one] of sorted.entries()) {
    const previous = ranked[n - 1];
    const isTie = previous !== undefined && rounded(previous, by) === rounded(one, by);
    ranked.push({ ...one, rank: isTie ? previous.rank : n + 1 });
  }
  return ranked;
}
