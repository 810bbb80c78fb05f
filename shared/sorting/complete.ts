/**
 * « Compléter nos regroupements »: people begin groups by hand, and the other notes are proposed for them. What is known of the groups (their
 * notes, their names) spreads along the likeness of notes: a note far from every example may be near one that is near. A note that nothing
 * leads to is left alone. Proposes only; places nothing.
 */
import { type Corpus, type CorpusOptions, createCorpus, type Progress, type SortedNote } from './corpus.ts';
import { nearestOfAll } from './neighbours.ts';

export interface BegunGroup {
  readonly id: string;
  /** What people called it: counts like a note of it. Empty where it has no name yet. */
  readonly name: string;
  /** Ids of the notes that people put there. */
  readonly members: readonly string[];
}

/** How sure: measured in docs/sorting.md. */
export type Confidence = 'high' | 'fair' | 'low';

export interface Proposal {
  readonly note: string;
  readonly group: string;
  readonly confidence: Confidence;
  /** How far the proposed group is before the next, from 0 to 1. */
  readonly lead: number;
}

/** Nearest notes through which likeness spreads, how much of it goes on at each step, and how many steps. */
const SPREAD = { neighbours: 20, part: 0.5, steps: 30 } as const;
/** From which lead and which weight a proposal is called sure, or fair: a note that hardly reaches any group may lead by chance. */
const SURE = { high: { lead: 0.6, weight: 0.08 }, fair: { lead: 0.25, weight: 0.03 } } as const;

/** Name pseudo-notes cannot meet an element's id: those hold no slash. */
const nameId = (group: string): string => `/name/${group}`;

/** Proposals for every note of `notes` that is in no group, surest first. */
export function completeGroups(
  notes: readonly SortedNote[],
  groups: readonly BegunGroup[],
  options: CorpusOptions,
  progress?: Progress,
): Proposal[] {
  const begun = [...groups]
    .filter(({ members, name }) => members.length > 0 || name.trim() !== '')
    .sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  if (begun.length === 0) return [];
  const names = begun.filter(({ name }) => name.trim() !== '').map(({ id, name }) => ({ id: nameId(id), text: name }));
  const corpus = createCorpus([...notes, ...names], options);
  const links = spreadLinks(corpus, progress);
  const known = new Map<number, number>();
  const seeds = begun.map(({ id, members }, group) => {
    const places = [...new Set([...members, nameId(id)])].flatMap((note) => corpus.at.get(note) ?? []);
    for (const place of places) known.set(place, group);
    return places;
  });
  const scores = spread(corpus.notes.length, seeds, links);
  return propose(corpus, begun, known, scores, seeds);
}

interface Links {
  readonly starts: Int32Array;
  readonly to: Int32Array;
  readonly parts: Float64Array;
}

/** The links of each note to its nearest, each divided by how much both have of them, so that notes of many words do not take all. */
function spreadLinks(corpus: Corpus, progress?: Progress): Links {
  const near = nearestOfAll(corpus, SPREAD.neighbours, progress);
  const sums = near.map((list) => list.reduce((sum, { similarity }) => sum + similarity, 0) || 1);
  const starts = new Int32Array(near.length + 1);
  for (const [n, list] of near.entries()) starts[n + 1] = (starts[n] as number) + list.length;
  const total = starts[near.length] as number;
  const to = new Int32Array(total);
  const parts = new Float64Array(total);
  for (const [n, list] of near.entries()) {
    for (const [m, { index, similarity }] of list.entries()) {
      const slot = (starts[n] as number) + m;
      to[slot] = index;
      parts[slot] = similarity / Math.sqrt((sums[n] as number) * (sums[index] as number));
    }
  }
  return { starts, to, parts };
}

/** One column a group: what has come of it to each note. */
function spread(count: number, seeds: readonly (readonly number[])[], { starts, to, parts }: Links): Float64Array[] {
  return seeds.map((places) => {
    const own = new Float64Array(count);
    for (const place of places) own[place] = 1 / places.length;
    let now = own.slice();
    for (let step = 0; step < SPREAD.steps; step++) {
      const next = new Float64Array(count);
      for (let n = 0; n < count; n++) {
        let sum = 0;
        for (let slot = starts[n] as number; slot < (starts[n + 1] as number); slot++)
          sum += (parts[slot] as number) * (now[to[slot] as number] as number);
        next[n] = (1 - SPREAD.part) * (own[n] as number) + SPREAD.part * sum;
      }
      now = next;
    }
    return now;
  });
}

function propose(
  corpus: Corpus,
  groups: readonly BegunGroup[],
  known: ReadonlyMap<number, number>,
  scores: readonly Float64Array[],
  seeds: readonly (readonly number[])[],
): Proposal[] {
  const proposals: Proposal[] = [];
  for (const [n, { id }] of corpus.notes.entries()) {
    if (known.has(n)) continue;
    let best = -1;
    let first = 0;
    let second = 0;
    for (const [group, column] of scores.entries()) {
      const score = column[n] as number;
      if (score > first) {
        second = first;
        first = score;
        best = group;
      } else if (score > second) second = score;
    }
    const group = groups[best];
    if (!group || first < 1e-9) continue;
    const lead = (first - second) / first;
    // What comes of all its examples together: a score is their mean.
    const weight = first * (seeds[best]?.length ?? 1);
    const confidence = confidenceOf(lead, weight);
    proposals.push({ note: id, group: group.id, confidence, lead });
  }
  return proposals.sort((a, b) => b.lead - a.lead || (a.note < b.note ? -1 : 1));
}

function confidenceOf(lead: number, weight: number): Confidence {
  for (const level of ['high', 'fair'] as const)
    if (lead >= SURE[level].lead && weight >= SURE[level].weight) return level;
  return 'low';
}
