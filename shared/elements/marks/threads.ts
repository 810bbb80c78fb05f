/**
 * Comments as people read them: threads, each with its first comment and the answers to it, and whether it is settled. Derived, the same
 * on every machine. An answer to an answer stands in the same thread; a first comment that was deleted leaves its thread without one.
 */
import type { Comment, Marks, Reaction } from './Marks.ts';
import { REACTIONS, type ReactionKind, writerOf } from './markKeys.ts';

export interface Thread {
  /** `ref` of its first comment. */
  readonly ref: string;
  /** Participant id of whoever began it. */
  readonly by: string;
  /** `null`: it was deleted, its answers were not. */
  readonly first: Comment | null;
  /** The oldest first. */
  readonly answers: readonly Comment[];
  readonly isResolved: boolean;
  /** Who last said so, where somebody did. */
  readonly resolvedBy: string | null;
  /** When it was last said whether it is settled; 0 where nobody did. */
  readonly resolvedAt: number;
}

const NONE: readonly Thread[] = [];
const known = new WeakMap<Marks, readonly Thread[]>();

/** The threads of an element, the oldest first. */
export function threadsOf(marks: Marks): readonly Thread[] {
  if (marks.comments.length === 0) return NONE;
  const old = known.get(marks);
  if (old) return old;
  const threads = buildThreads(marks);
  known.set(marks, threads);
  return threads;
}

function buildThreads({ comments, resolutions }: Marks): Thread[] {
  const byRef = new Map(comments.map((comment) => [comment.ref, comment]));
  const rootOf = (comment: Comment): string => {
    const seen = new Set<string>();
    let at = comment;
    // Strangers may have comments answer each other in a circle: it is broken at its smallest.
    while (at.re !== undefined) {
      if (seen.has(at.ref)) return [...seen].sort()[0] as string;
      seen.add(at.ref);
      const next = byRef.get(at.re);
      if (!next) return at.re;
      at = next;
    }
    return at.ref;
  };
  const groups = new Map<string, Comment[]>();
  for (const comment of comments) {
    const root = rootOf(comment);
    const group = groups.get(root);
    if (group) group.push(comment);
    else groups.set(root, [comment]);
  }
  return [...groups].map(([ref, members]) => {
    let last: Marks['resolutions'][number] | null = null;
    for (const one of resolutions) {
      if (one.of !== ref) continue;
      if (!last || one.at > last.at || (one.at === last.at && one.by > last.by)) last = one;
    }
    return {
      ref,
      by: writerOf(ref),
      first: byRef.get(ref) ?? null,
      answers: members.filter((comment) => comment.ref !== ref),
      isResolved: last?.isResolved ?? false,
      resolvedBy: last?.by ?? null,
      resolvedAt: last?.at ?? 0,
    };
  });
}

/** How many comments wait for an answer or a decision: those of threads that are not settled. */
export function countOpenComments(marks: Marks): number {
  let count = 0;
  for (const { isResolved, first, answers } of threadsOf(marks))
    if (!isResolved) count += answers.length + (first ? 1 : 0);
  return count;
}

export interface ReactionCount {
  readonly kind: ReactionKind;
  readonly count: number;
}

/** How many gave each reaction, those that nobody gave left out, in the order they are offered in. */
export function countReactions(reactions: readonly Reaction[]): readonly ReactionCount[] {
  if (reactions.length === 0) return [];
  return REACTIONS.map((kind) => ({ kind, count: reactions.filter((one) => one.kind === kind).length })).filter(
    ({ count }) => count > 0,
  );
}
