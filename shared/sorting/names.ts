/**
 * A name for a group from its telling words (c-TF-IDF): what many of its notes say and the notes of other groups do not. Words are shown as
 * people wrote them most often; words that stand together (« taxe d’habitation ») are shown together.
 */
import type { Word } from './words.ts';

/** So many words or runs of words make a name. */
const PARTS = 2;
/** A run of words must come in so many notes, and in this part of those that hold its rarest word. */
const RUN = { notes: 2, part: 0.5 } as const;
/** Small words allowed between the two telling words of a run. */
const BETWEEN = 2;
const LONGEST_NAME = 60;

interface Candidate {
  readonly key: string;
  readonly stems: readonly string[];
  readonly score: number;
  readonly form: string;
}

/** Names of groups, in their order; empty where no word tells. `groups`: for each, the words of its notes. */
export function nameGroups(groups: readonly (readonly (readonly Word[])[])[]): string[] {
  const counts = groups.map(countIn);
  const everywhere = new Map<string, number>();
  let all = 0;
  for (const { holders } of counts) {
    for (const [stem, { notes }] of holders) everywhere.set(stem, (everywhere.get(stem) ?? 0) + notes);
  }
  for (const group of groups) all += group.length;
  const average = all / Math.max(1, groups.length);
  return counts.map((count, n) => nameOf(count, everywhere, average, groups[n]?.length ?? 0));
}

interface Held {
  notes: number;
  readonly forms: Map<string, number>;
}

interface Counts {
  readonly holders: Map<string, Held>;
  /** Runs of two telling words, by their stems. */
  readonly runs: Map<string, Held & { readonly stems: readonly [string, string] }>;
}

function countIn(notes: readonly (readonly Word[])[]): Counts {
  const holders: Counts['holders'] = new Map();
  const runs: Counts['runs'] = new Map();
  for (const words of notes) {
    const seen = new Set<string>();
    let last = -1;
    for (const [at, word] of words.entries()) {
      if (word.isStop || /^\p{N}/u.test(word.stem)) continue;
      hold(holders, word.stem, word.form, seen);
      const before = words[last];
      if (before && at - last <= BETWEEN + 1 && before.stem !== word.stem) {
        const key = `${before.stem} ${word.stem}`;
        const form = joinForms(words.slice(last, at + 1).map(({ form: one }) => one));
        if (!runs.has(key)) runs.set(key, { notes: 0, forms: new Map(), stems: [before.stem, word.stem] });
        hold(runs, key, form, seen);
      }
      last = at;
    }
  }
  return { holders, runs };
}

function hold<H extends Held>(into: Map<string, H | Held>, key: string, form: string, seen: Set<string>): void {
  let held = into.get(key);
  if (!held) {
    held = { notes: 0, forms: new Map() };
    into.set(key, held);
  }
  held.forms.set(form, (held.forms.get(form) ?? 0) + 1);
  if (!seen.has(key)) held.notes++;
  seen.add(key);
}

/** Lone letters without an apostrophe are slips. */
const joinForms = (forms: readonly string[]): string =>
  forms
    .filter((form) => form.length > 1)
    .reduce((line, form) => (line === '' || line.endsWith("'") ? line + form : `${line} ${form}`), '');

function nameOf(
  { holders, runs }: Counts,
  everywhere: ReadonlyMap<string, number>,
  average: number,
  size: number,
): string {
  const scoreOf = (stem: string, notes: number): number => notes * Math.log(1 + average / (everywhere.get(stem) ?? 1));
  const candidates: Candidate[] = [];
  for (const [key, { notes, forms }] of holders) {
    // In a group of several, a word of one note alone names that note.
    const weight = notes === 1 && size > 2 ? 0.25 : 1;
    candidates.push({ key, stems: [key], score: weight * scoreOf(key, notes), form: commonest(forms) });
  }
  for (const [key, { notes, forms, stems }] of runs) {
    const rarest = Math.min(...stems.map((stem) => holders.get(stem)?.notes ?? 0));
    if (notes < RUN.notes || notes < rarest * RUN.part) continue;
    const score = stems.reduce((sum, stem) => sum + scoreOf(stem, notes), 0);
    candidates.push({ key, stems, score, form: commonest(forms) });
  }
  candidates.sort((a, b) => b.score - a.score || (a.key < b.key ? -1 : 1));
  const chosen: Candidate[] = [];
  for (const candidate of candidates) {
    if (chosen.length === PARTS || candidate.score <= 0) break;
    if (!chosen.some(({ stems }) => stems.some((stem) => candidate.stems.includes(stem)))) chosen.push(candidate);
  }
  const name = chosen.map(({ form }) => form).join(', ');
  return capital(name.length > LONGEST_NAME ? (chosen[0]?.form ?? '').slice(0, LONGEST_NAME) : name);
}

/** The form written most often; of equals the shortest, then by letters. */
function commonest(forms: ReadonlyMap<string, number>): string {
  const [best] = [...forms].sort(([a, n], [b, m]) => m - n || a.length - b.length || (a < b ? -1 : 1));
  return best?.[0] ?? '';
}

const capital = (text: string): string => text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase()).replace(/'/g, '’');
