/**
 * `docs/benchmarks.md`: the prose is written by hand, what stands between `<!-- figures: name -->` and `<!-- end -->` by this. Only the
 * tables that a run has measured are replaced, so a run of one part leaves the others as they are.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { areaTables, canvasTables, openingTables, soakTables } from './canvas/tables.mjs';
import { show } from './figures.mjs';
import { TABLES } from './server/tables.mjs';

const FILE = path.resolve(import.meta.dirname, '../../docs/benchmarks.md');
const MAKERS = { ...TABLES, canvas: canvasTables, areas: areaTables, opening: openingTables, soak: soakTables };

function circumstances({ at, quick, runs, machine, pinned }) {
  const { cores, cpu, memoryGb, kernel, node, chromium, commit, loadAtStart, stolenPercent } = machine;
  return [
    `${at.slice(0, 10)} (${commit})`,
    `${quick ? 'quick' : 'full'}, ${runs === 1 ? 'one run' : `medians of ${runs}`}`,
    `${cores} cores ${cpu}, ${memoryGb} GiB, ${kernel}`,
    `Node ${node}`,
    pinned === undefined
      ? chromium
      : pinned
        ? 'server on core 0, load generator on core 1'
        : 'server and load generator not pinned',
    `load average before the run ${show(loadAtStart, 2)}, ${show(stolenPercent, 1)} % of the CPU's time stolen by the host`,
  ].join(' · ');
}

/** `{ name: Markdown }` of what a part has measured. */
const render = (part) =>
  Object.entries(part.results).map(([name, { points, pinned, runs = part.runs }]) => [
    name,
    `${MAKERS[name](points)}\n\n*${circumstances({ ...part, pinned, runs })}*`,
  ]);

/** Writes the figures of a part into the page, or only prints them. */
export function report(part, { dry }) {
  if (!dry && !existsSync(FILE)) throw new Error('docs/benchmarks.md is not there');
  let page = dry ? '' : readFileSync(FILE, 'utf8');
  for (const [name, text] of render(part)) {
    console.log(`\n### ${name}\n\n${text}`);
    if (dry) continue;
    const from = page.indexOf(`<!-- figures: ${name} -->`);
    const to = page.indexOf('<!-- end -->', from);
    if (from < 0 || to < 0) throw new Error(`docs/benchmarks.md has no place for the figures of ${name}`);
    page = `${page.slice(0, from)}<!-- figures: ${name} -->\n${text}\n${page.slice(to)}`;
  }
  if (!dry) writeFileSync(FILE, page);
}
