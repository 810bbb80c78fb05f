/** The boards of the measurement: each question of the fixture is one, its themes by at least two people are what is right; and all together. */

import Papa from 'papaparse';
import { contributionsFile } from '../../helpers/contributions.ts';

export interface Judged {
  readonly id: string;
  readonly text: string;
  readonly themes: readonly string[];
}

export interface MeasuredBoard {
  readonly name: string;
  readonly notes: readonly Judged[];
}

interface Line {
  readonly question: string;
  readonly texte: string;
  readonly themes: string;
}

/** One board a question, in the order of the file. */
export function readBoards(): MeasuredBoard[] {
  const text = contributionsFile()
    .toString('utf8')
    .replace(/^\uFEFF/, '');
  const { data } = Papa.parse<Line>(text, { header: true, skipEmptyLines: true });
  const boards = new Map<string, Judged[]>();
  for (const [n, { question, texte, themes }] of data.entries()) {
    const notes = boards.get(question) ?? [];
    notes.push({
      id: `c${n}`,
      text: texte.trim(),
      themes: themes
        .split('|')
        .map((theme) => theme.trim())
        .filter(Boolean),
    });
    boards.set(question, notes);
  }
  return [...boards].map(([name, notes]) => ({ name, notes }));
}

/** All contributions on one wall; what is right is then the question each answers. */
export const mixedBoard = (boards: readonly MeasuredBoard[]): MeasuredBoard => ({
  name: 'all questions on one wall',
  notes: boards.flatMap(({ name, notes }) => notes.map(({ id, text }) => ({ id, text, themes: [name] }))),
});
