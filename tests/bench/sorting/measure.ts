/** The figures of docs/sorting.md: each function measures one of the four helps, seeded, on real contributions. */
import { type Confidence, completeGroups } from '../../../shared/sorting/complete.ts';
import { createCorpus } from '../../../shared/sorting/corpus.ts';
import { cutTree, growTree } from '../../../shared/sorting/draft.ts';
import { findDuplicates } from '../../../shared/sorting/duplicates.ts';
import { findAlike } from '../../../shared/sorting/neighbours.ts';
import { Random } from '../../helpers/random.ts';
import type { Judged, MeasuredBoard } from './boards.ts';
import { DIFFERENT, SAME } from './paraphrases.ts';
import { adjustedRand, median, plainCentroids, plainKMeans, vMeasure } from './scores.ts';

const OPTIONS = { fallback: 'fr' } as const;

/** (d) Labels of each way of grouping, scored on notes with exactly one human theme; as many groups as there are such themes. */
export function measureDraft(board: MeasuredBoard, seeds: number) {
  const judged = board.notes.filter(({ themes }) => themes.length === 1);
  const names = [...new Set(judged.map(({ themes }) => themes[0]))];
  const right = judged.map(({ themes }) => names.indexOf(themes[0]));
  const corpus = createCorpus(board.notes, OPTIONS);
  const score = (group: (id: string) => number) => {
    const labels = judged.map(({ id }) => group(id));
    return { ari: adjustedRand(right, labels), v: vMeasure(right, labels) };
  };
  const draft = cutTree(growTree(board.notes, OPTIONS), names.length);
  const drafted = new Map(draft.groups.flatMap(({ notes }, n) => notes.map((id) => [id, n] as const)));
  const runs = (make: (random: Random) => (id: string) => number) => {
    const scores = Array.from({ length: seeds }, (_, n) => score(make(new Random(n + 1))));
    return { ari: median(scores.map(({ ari }) => ari)), v: median(scores.map(({ v }) => v)) };
  };
  return {
    judged: judged.length,
    groups: names.length,
    ours: score((id) => drafted.get(id) ?? -1),
    chance: runs((random) => () => random.below(names.length)),
    plain: runs((random) => {
      const labels = plainKMeans(corpus.words, names.length, random);
      return (id) => labels[corpus.at.get(id) ?? 0] ?? 0;
    }),
  };
}

export interface Completed {
  readonly isRight: boolean;
  readonly isBelonging: boolean;
  readonly confidence: Confidence | null;
  /** How likely a group drawn at random is right. */
  readonly chance: number;
  /** Whether the nearest mean on plain TF-IDF is. */
  readonly isPlainRight: boolean;
}

/** (c) Four notes of each theme are given, drawn at random; what is proposed for the other judged notes. */
export function measureCompletion(board: MeasuredBoard, seed: number, isNamed: boolean): Completed[] {
  const random = new Random(seed);
  const groups = begin(board, random).map((group) => (isNamed ? group : { ...group, name: '' }));
  if (groups.length < 2) return [];
  const placed = new Set(groups.flatMap(({ members }) => members));
  const proposals = new Map(completeGroups(board.notes, groups, OPTIONS).map((proposal) => [proposal.note, proposal]));
  const corpus = createCorpus(board.notes, OPTIONS);
  const placeOf = (id: string): number => corpus.at.get(id) ?? 0;
  const plain = plainCentroids(
    corpus.words,
    groups.map(({ members }) => members.map(placeOf)),
  );
  return board.notes
    .filter(({ id, themes }) => themes.length > 0 && !placed.has(id))
    .map(({ id, themes }) => {
      const proposal = proposals.get(id);
      return {
        isRight: proposal !== undefined && themes.includes(proposal.group),
        isBelonging: themes.some((theme) => groups.some((group) => group.id === theme)),
        confidence: proposal?.confidence ?? null,
        chance: groups.filter((group) => themes.includes(group.id)).length / groups.length,
        isPlainRight: themes.includes(groups[plain[placeOf(id)] ?? -1]?.id ?? ''),
      };
    });
}

/** Themes with six notes at least; four seeds of each. */
function begin({ notes }: MeasuredBoard, random: Random) {
  const byTheme = new Map<string, Judged[]>();
  for (const note of notes) for (const theme of note.themes) byTheme.set(theme, [...(byTheme.get(theme) ?? []), note]);
  const used = new Set<string>();
  return [...byTheme]
    .filter(([, held]) => held.length >= 6)
    .map(([theme, held]) => {
      const left = held.filter(({ id }) => !used.has(id));
      const members: string[] = [];
      while (members.length < 4 && left.length > 0) {
        const [note] = left.splice(random.below(left.length), 1);
        if (note) members.push(note.id);
      }
      for (const id of members) used.add(id);
      return { id: theme, name: theme, members };
    });
}

export interface Found {
  readonly right: number;
  readonly proposed: number;
  readonly planted: number;
}

/** (a) Planted pairs among real contributions: those rewritten by hand and near misses (`part` 0 or 1: even or odd lines), and slips made by chance. */
export function measureDuplicates(boards: readonly MeasuredBoard[], part: 0 | 1, from?: number): Found {
  const mine = <T>(pairs: readonly T[]): T[] => pairs.filter((_, n) => n % 2 === part);
  const pairs = [
    ...mine(SAME).map((pair) => ({ pair, isSame: true })),
    ...mine(DIFFERENT).map((pair) => ({ pair, isSame: false })),
  ];
  const planted = pairs.flatMap(({ pair }, n) => pair.map((text, side) => ({ id: `p${n}-${side}`, text })));
  const wall = boards.filter((_, n) => n % 2 === part).flatMap(({ notes }) => notes);
  const found = findDuplicates(createCorpus([...wall, ...planted], OPTIONS), undefined, from);
  const proposed = found.flatMap(({ notes }) => pairsIn(notes.filter((id) => id.startsWith('p'))));
  const right = proposed.filter(
    ([a, b]) => isPair(a, b) && pairs[Number(a.slice(1).split('-')[0])]?.isSame === true,
  ).length;
  return { right, proposed: proposed.length, planted: mine(SAME).length };
}

/** (a) Slips of the finger, accents dropped, plurals, words exchanged: made from real contributions by a seed. */
export function measureSlips(boards: readonly MeasuredBoard[], seed: number): Found {
  const random = new Random(seed);
  const wall = boards.flatMap(({ notes }) => notes);
  const chosen = wall.filter(({ text }) => text.length >= 20 && text.length <= 160);
  const planted = Array.from({ length: 60 }, (_, n) => {
    const { id, text } = chosen.splice(random.below(chosen.length), 1)[0] as Judged;
    return { id: `p${n}`, of: id, text: rewrite(text, random) };
  });
  const found = findDuplicates(createCorpus([...wall, ...planted], OPTIONS));
  const proposed = found
    .flatMap(({ notes }) => pairsIn(notes))
    .filter(([a, b]) => a.startsWith('p') || b.startsWith('p'));
  const right = proposed.filter(([a, b]) =>
    planted.some(({ id, of }) => (a === id && b === of) || (a === of && b === id)),
  );
  return { right: right.length, proposed: proposed.length, planted: planted.length };
}

const isPair = (a: string, b: string): boolean => a.split('-')[0] === b.split('-')[0];
const pairsIn = (ids: readonly string[]): [string, string][] =>
  ids.flatMap((a, n) => ids.slice(n + 1).map((b): [string, string] => [a, b]));

/** The same note written once more by someone in a hurry: two changes. */
function rewrite(text: string, random: Random): string {
  const changes: ((words: string[]) => string[])[] = [
    (words) => words.map((word) => word.normalize('NFD').replace(/\p{Mn}/gu, '')),
    (words) => words.map((word) => (/^\p{L}{4,}[^sx\W]$/u.test(word) ? `${word}s` : word)),
    (words) => {
      const half = Math.floor(words.length / 2);
      return [...words.slice(half), ...words.slice(0, half)];
    },
    (words) => {
      const long = words.map((word, n) => [word, n] as const).filter(([word]) => word.length > 6);
      if (long.length === 0) return words;
      const [word, at] = random.pick(long);
      const place = 2 + random.below(word.length - 4);
      const slipped = word.slice(0, place) + word[place + 1] + word[place] + word.slice(place + 2);
      return words.map((one, n) => (n === at ? slipped : one));
    },
    (words) => words.map((word) => word.toUpperCase()),
  ];
  let words = text.split(/\s+/);
  for (let n = 0; n < 2; n++)
    words = (changes.splice(random.below(changes.length), 1)[0] as (w: string[]) => string[])(words);
  return words.join(' ');
}

/** (b) How many of the first five share a human theme with the note they are shown for, over all judged notes of boards; and by chance. */
export function measureAlike(boards: readonly MeasuredBoard[]): { ours: number; chance: number } {
  const totals = { right: 0, shown: 0, chance: 0, asked: 0 };
  for (const { notes } of boards) {
    const judged = notes.filter(({ themes }) => themes.length > 0);
    const corpus = createCorpus(judged, OPTIONS);
    const themesOf = new Map(judged.map(({ id, themes }) => [id, themes]));
    const shares = (a: string, b: string): boolean =>
      themesOf.get(a)?.some((theme) => themesOf.get(b)?.includes(theme)) ?? false;
    for (const { id } of judged) {
      const others = judged.filter((other) => other.id !== id);
      if (others.length < 5) continue;
      totals.asked++;
      totals.chance += others.filter((other) => shares(id, other.id)).length / others.length;
      const shown = findAlike(corpus, id, 5);
      totals.shown += shown.length;
      totals.right += shown.filter((like) => shares(id, like.id)).length;
    }
  }
  return { ours: totals.right / Math.max(1, totals.shown), chance: totals.chance / Math.max(1, totals.asked) };
}
