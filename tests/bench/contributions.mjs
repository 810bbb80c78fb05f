/** What people really write on notes: the contributions of the tests' fixture, cut to a length. */
import { readFileSync } from 'node:fs';
import Papa from 'papaparse';

const csv = readFileSync(new URL('../fixtures/contributions-citoyennes.csv', import.meta.url), 'utf8');
const texts = Papa.parse(csv, { header: true, skipEmptyLines: true }).data.map(({ texte }) => texte);

/** The `index`-th contribution, from the beginning again after the last, at most `maxChars` characters. */
export const contribution = (index, maxChars) => texts[index % texts.length].slice(0, maxChars).trim();
