/** What citizens wrote (tests/fixtures/README.md): the real input of boards in tests, benchmarks and screenshots. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import Papa from 'papaparse';

export interface Contribution {
  readonly question: string;
  readonly text: string;
}

/** The file as it stands on the disk: question, texte, themes. */
export const contributionsFile = (): Buffer =>
  readFileSync(path.resolve(import.meta.dirname, '../fixtures/contributions-citoyennes.csv'));

/** All 597 contributions, in the order of the file. */
export function readContributions(): Contribution[] {
  const { data } = Papa.parse<{ question: string; texte: string }>(contributionsFile().toString('utf8'), {
    header: true,
    skipEmptyLines: true,
  });
  return data.map(({ question, texte }) => ({ question, text: texte.trim() }));
}

/** Contributions that fit on one line of a paste: short, without line breaks, each different. */
export function shortContributions(count: number): string[] {
  const texts = new Set<string>();
  for (const { text } of readContributions()) {
    if (texts.size === count) break;
    if (text.length >= 8 && text.length <= 80 && !text.includes('\n')) texts.add(text);
  }
  return [...texts];
}
