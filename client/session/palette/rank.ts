/**
 * What a person means by a few letters: entries that hold every word of the query, the likeliest first. Words may come in any order, and
 * without accents or capitals; a word counts most where a word of the label begins with it, less inside one, least as another name of the
 * thing. Pure: it knows no command and no page.
 */
import { foldText, foldWords } from '../../../shared/text/foldText.ts';

/** What can be looked for. */
export interface Ranked {
  readonly id: string;
  /** As it is shown. */
  readonly label: string;
  /** Other names of it, shown nowhere: its group, the other language, what newcomers call it. */
  readonly names: readonly string[];
  /** Whether it cannot be run now: what can comes first, unless this is far more like the query. */
  readonly isLater?: boolean;
}

const LABEL_START = 8;
const WORD_START = 4;
const INSIDE = 2;
const OTHER_NAME = 1;
/** What was used of late comes before its equals, and before what is only a little more like the query. */
const RECENT = 1.5;
const LATER = 3;

/** Entries that fit, best first; where the query is empty all of them, what was used of late first. */
export function rank<T extends Ranked>(entries: readonly T[], query: string, recent: readonly string[] = []): T[] {
  const words = foldWords(query);
  const whole = words.join(' ');
  const scored: { readonly entry: T; readonly score: number; readonly at: number }[] = [];
  entries.forEach((entry, at) => {
    const score = scoreOf(entry, words, whole);
    if (score === null) return;
    const age = recent.indexOf(entry.id);
    // With nothing asked the latest stands at the top; else all that was used of late counts alike.
    const bonus = age < 0 ? 0 : words.length === 0 ? recent.length - age : RECENT;
    scored.push({ entry, score: score + bonus - (entry.isLater ? LATER : 0), at });
  });
  return scored.sort((a, b) => b.score - a.score || a.at - b.at).map(({ entry }) => entry);
}

function scoreOf({ label, names }: Ranked, words: readonly string[], whole: string): number | null {
  if (words.length === 0) return 0;
  const folded = foldText(label);
  const others = names.map(foldText);
  let score = 0;
  for (const word of words) {
    if (hasWordFrom(folded, word)) score += WORD_START;
    else if (folded.includes(word)) score += INSIDE;
    else if (others.some((name) => hasWordFrom(name, word))) score += OTHER_NAME;
    else return null;
  }
  // A mean, so that more words do not count for more than better ones.
  score /= words.length;
  if (folded.startsWith(whole)) score += folded === whole ? 2 * LABEL_START : LABEL_START;
  return score;
}

/** Whether a word of the text begins with this. */
function hasWordFrom(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
    if (at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1] ?? '')) return true;
  return false;
}
