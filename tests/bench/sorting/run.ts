/**
 * `npx tsx tests/bench/sorting/run.ts`: measures the help with sorting on real contributions and writes the tables of docs/sorting.md between
 * their marks. Seeded: two runs on one commit give the same figures, times aside. `--dry` only prints; `--only time` measures one table.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { completeGroups } from '../../../shared/sorting/complete.ts';
import { createCorpus } from '../../../shared/sorting/corpus.ts';
import { cutTree, growTree } from '../../../shared/sorting/draft.ts';
import { findDuplicates } from '../../../shared/sorting/duplicates.ts';
import { type MeasuredBoard, mixedBoard, readBoards } from './boards.ts';
import {
  type Completed,
  measureAlike,
  measureCompletion,
  measureDraft,
  measureDuplicates,
  measureSlips,
} from './measure.ts';
import { median } from './scores.ts';

const SEEDS = 20;
/** Fewer judged notes than this say nothing about a grouping. */
const LEAST_JUDGED = 12;
const PAGE = path.resolve(import.meta.dirname, '../../../docs/sorting.md');

const percent = (value: number): string => (Number.isFinite(value) ? `${Math.round(value * 100)} %` : '–');
const two = (value: number): string => value.toFixed(2);
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

const boards = readBoards();
const halves = [boards.filter((_, n) => n % 2 === 0), boards.filter((_, n) => n % 2 === 1)] as const;

function draftTable(): string {
  const measured = boards
    .map((board) => ({ name: board.name, ...measureDraft(board, SEEDS) }))
    .filter(({ judged }) => judged >= LEAST_JUDGED);
  const mixed = { name: 'all 597 on one wall, by question', ...measureDraft(mixedBoard(boards), 3) };
  const whole = measured.reduce((sum, { judged }) => sum + judged, 0);
  const mean = (of: (one: (typeof measured)[number]) => number): number =>
    measured.reduce((sum, one) => sum + of(one) * one.judged, 0) / whole;
  const line = (name: string, notes: string, of: (way: 'chance' | 'plain' | 'ours') => { ari: number; v: number }) => [
    name,
    notes,
    ...(['chance', 'plain', 'ours'] as const).map((way) => `${two(of(way).ari)} / ${two(of(way).v)}`),
  ];
  return table(
    ['wall', 'judged notes, themes', 'chance', 'k-means on plain TF-IDF', 'Pêle-mêle'],
    [
      ...measured.map((one) => line(one.name.slice(0, 60), `${one.judged}, ${one.groups}`, (way) => one[way])),
      line('**the questions together**, weighed by notes', String(whole), (way) => ({
        ari: mean((one) => one[way].ari),
        v: mean((one) => one[way].v),
      })),
      line(mixed.name, `${mixed.judged}, ${mixed.groups}`, (way) => mixed[way]),
    ],
  );
}

function completionTable(): string {
  const over = (chosen: readonly MeasuredBoard[], isNamed: boolean): Completed[][] =>
    Array.from({ length: SEEDS }, (_, n) => chosen.flatMap((board) => measureCompletion(board, n + 1, isNamed)));
  const figures = (runs: readonly Completed[][]) => {
    const of = (take: (run: readonly Completed[]) => number): number => median(runs.map(take).filter(Number.isFinite));
    const rate = (part: readonly Completed[]): number => part.filter(({ isRight }) => isRight).length / part.length;
    const belonging = (run: readonly Completed[]) => run.filter(({ isBelonging }) => isBelonging);
    const sure = (run: readonly Completed[], all: readonly string[]) =>
      run.filter(({ confidence }) => all.includes(confidence ?? ''));
    const strays = (run: readonly Completed[]) => run.filter(({ isBelonging }) => !isBelonging);
    const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;
    return [
      percent(of((run) => mean(belonging(run).map(({ chance }) => chance)))),
      percent(of((run) => mean(belonging(run).map(({ isPlainRight }) => Number(isPlainRight))))),
      percent(of((run) => rate(belonging(run)))),
      ...[['high'], ['fair'], ['low']].map(
        (level) =>
          `${percent(of((run) => rate(sure(belonging(run), level))))} of ${percent(of((run) => sure(belonging(run), level).length / belonging(run).length))}`,
      ),
      percent(of((run) => sure(strays(run), ['high']).length / strays(run).length)),
    ];
  };
  const rows = (name: string, chosen: readonly MeasuredBoard[]) => [
    [`${name}, groups named`, ...figures(over(chosen, true))],
    [`${name}, groups without a name`, ...figures(over(chosen, false))],
  ];
  return table(
    [
      '4 notes given a group',
      'by chance',
      'nearest mean, plain TF-IDF',
      'right, all proposals',
      'right where sure, of notes',
      'where possible',
      'where doubtful',
      'notes of no group begun, yet « sure »',
    ],
    [
      ...rows('tuning half', halves[0]),
      ...rows('held-out half', halves[1]),
      ...rows('**all questions**', boards),
      [
        'all on one wall, by question (597 notes, 18 groups)',
        ...figures(Array.from({ length: 5 }, (_, n) => measureCompletion(mixedBoard(boards), n + 1, false))),
      ],
    ],
  );
}

function duplicateTable(): string {
  const line = (name: string, { right, proposed, planted }: { right: number; proposed: number; planted: number }) => [
    name,
    String(planted),
    percent(right / proposed),
    percent(right / planted),
  ];
  const slips = Array.from({ length: 5 }, (_, n) => measureSlips(boards, n + 1));
  const total = slips.reduce((a, b) => ({
    right: a.right + b.right,
    proposed: a.proposed + b.proposed,
    planted: a.planted + b.planted,
  }));
  return table(
    ['planted among the contributions', 'pairs', 'precision', 'recall'],
    [
      line('rewritten by hand, even lines (tuning)', measureDuplicates(boards, 0)),
      line('rewritten by hand, odd lines (held out)', measureDuplicates(boards, 1)),
      line('two changes made by chance: accents, plurals, order, slips, capitals (5 seeds)', total),
    ],
  );
}

function alikeTable(): string {
  const { ours, chance } = measureAlike(boards);
  return table(['of the first five shown, with a theme in common', 'by chance'], [[percent(ours), percent(chance)]]);
}

function timeTable(): string {
  const notes = mixedBoard(boards).notes;
  const wall = (count: number) =>
    Array.from({ length: count }, (_, n) => {
      const { text } = notes[n % notes.length] as (typeof notes)[number];
      const more = n < notes.length ? '' : ` ${notes[(n * 7) % notes.length]?.text.slice(0, 60)}`;
      return { id: `n${n}`, text: text + more };
    });
  const options = { fallback: 'fr' } as const;
  const timed = (run: () => unknown): string => {
    const times = Array.from({ length: 3 }, () => {
      const start = process.cpuUsage();
      run();
      const { user, system } = process.cpuUsage(start);
      return (user + system) / 1000;
    });
    return `${(median(times) / 1000).toFixed(2)} s`;
  };
  return table(
    ['notes', 'near-duplicates', 'complete 8 groups', 'draft'],
    [100, 1_000, 10_000].map((count) => {
      const all = wall(count);
      const groups = Array.from({ length: 8 }, (_, g) => ({
        id: `g${g}`,
        name: '',
        members: all.slice(g * 4, g * 4 + 4).map(({ id }) => id),
      }));
      return [
        String(count),
        timed(() => findDuplicates(createCorpus(all, options))),
        timed(() => completeGroups(all, groups, options)),
        timed(() => cutTree(growTree(all, options), 12)),
      ];
    }),
  );
}

const TABLES = {
  draft: draftTable,
  completion: completionTable,
  duplicates: duplicateTable,
  alike: alikeTable,
  time: timeTable,
};
const isDry = process.argv.includes('--dry');
const only = process.argv[process.argv.indexOf('--only') + 1];
const isChosen = (name: string): boolean => !process.argv.includes('--only') || only === name;
let page = isDry ? '' : readFileSync(PAGE, 'utf8');
for (const [name, make] of Object.entries(TABLES)) {
  if (!isChosen(name)) continue;
  const text = make();
  process.stdout.write(`\n${name}\n${text}\n`);
  if (isDry) continue;
  const from = page.indexOf(`<!-- figures: ${name} -->`);
  const to = page.indexOf('<!-- end -->', from);
  if (from < 0 || to < 0) throw new Error(`docs/sorting.md has no place for ${name}`);
  page = `${page.slice(0, from)}<!-- figures: ${name} -->\n${text}\n${page.slice(to)}`;
}
if (!isDry) writeFileSync(PAGE, page);
