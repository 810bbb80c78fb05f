/** What was said of an element, as its line in the outline shows and says it. `null` for the many of which nothing was. */
import type { Element } from '../../shared/elements/ElementKind.ts';
import { NO_MARKS, type Tag } from '../../shared/elements/marks/Marks.ts';
import { countOpenComments, countReactions, type ReactionCount } from '../../shared/elements/marks/threads.ts';
import { findChecks } from '../../shared/text/links.ts';

export interface Said {
  readonly tags: readonly Tag[];
  readonly reactions: readonly ReactionCount[];
  /** That wait. */
  readonly comments: number;
  /** Boxes to tick; `null` where it has none. */
  readonly checks: { readonly done: number; readonly total: number } | null;
}

export function saidOf({ marks, text }: Element): Said | null {
  const boxes = findChecks(text);
  if (marks === NO_MARKS && boxes.length === 0) return null;
  return {
    tags: marks.tags,
    reactions: countReactions(marks.reactions),
    comments: countOpenComments(marks),
    checks: boxes.length === 0 ? null : { done: boxes.filter(({ isDone }) => isDone).length, total: boxes.length },
  };
}

/** About how wide it is at the end of a line, in CSS pixels. */
export function widthOfSaid(said: Said | null): number {
  if (!said) return 0;
  const { tags, reactions, comments, checks } = said;
  return tags.length * 16 + reactions.length * 36 + (comments > 0 ? 38 : 0) + (checks ? 52 : 0);
}
