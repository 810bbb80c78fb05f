/** What is asked of the worker that sorts, and what it answers. Pure but for the tree of the last draft, which one worker keeps. */
import { type BegunGroup, completeGroups, type Proposal } from '../../../shared/sorting/complete.ts';
import { type CorpusOptions, createCorpus, type Progress, type SortedNote } from '../../../shared/sorting/corpus.ts';
import { cutTree, type Draft, type DraftTree, firstCount, growTree } from '../../../shared/sorting/draft.ts';
import { type DuplicateSet, findDuplicates } from '../../../shared/sorting/duplicates.ts';
import { findAlike, type Likeness } from '../../../shared/sorting/neighbours.ts';

/** The notes to read; `meanings` as pairs, because a message carries them so. */
export interface Reading {
  readonly notes: readonly SortedNote[];
  readonly fallback: CorpusOptions['fallback'];
  readonly meanings?: readonly (readonly [id: string, meaning: readonly number[]])[];
}

export interface Jobs {
  readonly duplicates: Reading;
  readonly alike: Reading & { readonly note: string };
  readonly complete: Reading & { readonly groups: readonly BegunGroup[] };
  readonly draft: Reading;
  /** The last draft in another number of groups. */
  readonly cut: { readonly groups: number };
}
export type JobKind = keyof Jobs;

export interface Drafted {
  readonly draft: Draft;
  /** The number of groups it has been cut into, and the most there can be. */
  readonly count: number;
  readonly most: number;
}

export interface Answers {
  readonly duplicates: readonly DuplicateSet[];
  readonly alike: readonly Likeness[];
  readonly complete: readonly Proposal[];
  readonly draft: Drafted;
  readonly cut: Drafted;
}

/** More groups than this are no help. */
const MOST_GROUPS = 30;

/** Carries out jobs, one after the other. */
export function createSorter(): <K extends JobKind>(kind: K, job: Jobs[K], progress?: Progress) => Answers[K] {
  let tree: DraftTree | null = null;
  const drafted = (groups: number | null): Drafted => {
    if (!tree) return { draft: { groups: [], apart: [] }, count: 0, most: 0 };
    const { length } = tree.members;
    const most = Math.min(MOST_GROUPS, length);
    const count = Math.min(most, Math.max(1, groups ?? firstCount(length)));
    return { draft: cutTree(tree, count), count, most };
  };
  const doers: { readonly [K in JobKind]: (job: Jobs[K], progress?: Progress) => Answers[K] } = {
    duplicates: (job, progress) => findDuplicates(createCorpus(job.notes, optionsOf(job)), progress),
    alike: (job) => findAlike(createCorpus(job.notes, optionsOf(job)), job.note),
    complete: (job, progress) => completeGroups(job.notes, job.groups, optionsOf(job), progress),
    draft(job, progress) {
      tree = growTree(job.notes, optionsOf(job), progress);
      return drafted(null);
    },
    cut: ({ groups }) => drafted(groups),
  };
  return (kind, job, progress) => doers[kind](job, progress);
}

const optionsOf = ({ fallback, meanings }: Reading): CorpusOptions => ({
  fallback,
  ...(meanings && { meanings: new Map(meanings) }),
});

/** From the page to the worker, and back. */
export interface Asked {
  readonly id: number;
  readonly kind: JobKind;
  readonly job: Jobs[JobKind];
}
export type Told =
  | { readonly id: number; readonly progress: number }
  | { readonly id: number; readonly answer: unknown }
  | { readonly id: number; readonly failed: true };
