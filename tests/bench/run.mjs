/**
 * `npm run bench`: the server beside its peers and the canvas beside the bare 2D canvas, into `docs/benchmarks.md` and, raw, into
 * `tests/bench/results`. Plain JavaScript; it builds the product's server and page when they are missing or older than the sources.
 *
 *   --quick              the short set, under eight minutes on two cores
 *   --only server|canvas
 *   --scenarios a,b      fanOut throughput presence joins rooms | panZ1 panFit zoom drag remoteZ1 remoteFit dragMany race typing png open
 *   --walls a,b          of the canvas: notes clusters grid
 *   --targets a,b        pele-mele yws yws-leveldb relay relay-batch0 | pele-mele limit tldraw excalidraw
 *   --minutes N          instead of all this: N minutes of simulated use of the canvas, compressed; does memory grow?
 *   --runs N             instead of three (canvas --quick: one)
 *   --dry                prints the tables, leaves docs/benchmarks.md alone
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { apps } from './canvas/apps.mjs';
import { loadAtStart, watchMachine } from './machine.mjs';
import { report } from './report.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const results = path.join(import.meta.dirname, 'results');
const OURS = 'pele-mele';
/** Above, other programs are at work. */
const QUIET_LOAD = 0.5;
const VITE = path.join(root, 'node_modules/.bin/vite');
process.chdir(root);
mkdirSync(results, { recursive: true });

const { values: options } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    only: { type: 'string' },
    scenarios: { type: 'string' },
    targets: { type: 'string' },
    walls: { type: 'string' },
    runs: { type: 'string' },
    minutes: { type: 'string' },
    dry: { type: 'boolean', default: false },
  },
});
const minutes = options.minutes === undefined ? undefined : Number(options.minutes);
const list = (text) => text?.split(',').filter(Boolean);

function newest(file) {
  const { mtimeMs } = statSync(file);
  if (!statSync(file).isDirectory()) return mtimeMs;
  return readdirSync(file)
    .filter((name) => !/\.test\.tsx?$/.test(name))
    .reduce((latest, name) => Math.max(latest, newest(path.join(file, name))), 0);
}

const isStale = (built, sources) => !existsSync(built) || statSync(built).mtimeMs < Math.max(...sources.map(newest));

function mustRun(command, args) {
  console.log(`▸ ${command} ${args.join(' ')}`);
  const env = { ...process.env, NODE_ENV: 'production' };
  const { status } = spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'], env });
  if (status !== 0) process.exit(status ?? 1);
}

/** Whether more than the opening of a board is asked for. */
const needsWalls = (scenarios) => scenarios?.every((each) => each === 'open') !== true;

/** Builds what a part measures, and no more, when it is missing or older than its sources. */
const BUILD = {
  server() {
    const config = 'vite.server.config.ts';
    if (isStale('dist/server/main.js', ['server', 'shared', config])) mustRun(VITE, ['build', '--config', config]);
  },
  canvas(scenarios) {
    const { folder, page, build, sources } = apps[OURS];
    if (needsWalls(scenarios) && isStale(path.join(folder, page), sources)) mustRun(VITE, build);
    if (scenarios?.includes('open') === false || list(options.walls)?.includes('notes') === false) return;
    // The page as people get it from the server, both as they are built.
    if (isStale('dist/client/index.html', sources)) mustRun(VITE, ['build']);
    BUILD.server();
  },
};

/** A peer of the canvas is installed and built when it is first measured. */
function buildPeer({ peer, folder, page }) {
  if (!existsSync(path.join(peer, 'node_modules')))
    mustRun('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error', '--prefix', peer]);
  if (
    isStale(
      path.join(folder, page),
      ['package-lock.json', 'page.jsx', 'vite.config.mjs'].map((name) => path.join(peer, name)),
    )
  )
    mustRun('npm', ['run', 'build', '--silent', '--prefix', peer]);
}

function measure(part) {
  const targets = list(options.targets);
  if (part === 'canvas' && minutes === undefined && needsWalls(list(options.scenarios)))
    for (const [name, app] of Object.entries(apps)) if (app.peer && (targets?.includes(name) ?? true)) buildPeer(app);
  if (targets === undefined || targets.includes(OURS)) BUILD[part](list(options.scenarios));
  const runs = Number(options.runs ?? (options.quick && part === 'canvas' ? 1 : 3));
  const plan = {
    quick: options.quick,
    runs,
    scenarios: list(options.scenarios),
    walls: list(options.walls),
    targets,
    minutes,
  };
  const planFile = path.join(results, `${part}-plan.json`);
  const outFile = path.join(results, `${part}.json`);
  writeFileSync(planFile, JSON.stringify(plan));
  const at = new Date().toISOString();
  const describeMachine = watchMachine();
  mustRun(process.execPath, [`tests/bench/${part}/measure.mjs`, planFile, outFile]);
  const measured = { at, ...plan, machine: describeMachine(), results: JSON.parse(readFileSync(outFile, 'utf8')) };
  writeFileSync(outFile, JSON.stringify(measured, null, 1));
  writeFileSync(path.join(results, `${at.replace(/[:.]/g, '-')}-${part}.json`), JSON.stringify(measured, null, 1));
  report(measured, options);
  return Object.values(measured.results).flatMap(({ points }) =>
    points.flatMap(({ byTarget, byApp }) => (byTarget ?? byApp)[OURS] ?? []),
  );
}

if (loadAtStart > QUIET_LOAD) {
  console.log(
    `The machine is busy (load average ${loadAtStart.toFixed(2)}): believe the ratios a little, the times not at all.`,
  );
}
const parts = ['server', 'canvas'].filter((part) =>
  minutes === undefined ? options.only === undefined || options.only === part : part === 'canvas',
);
if (parts.length === 0) throw new Error('--only server or --only canvas');
const failed = parts.flatMap(measure).filter((run) => run.error !== undefined || hasFailedScene(run));
if (failed.length > 0) {
  console.error(`\n${failed.length} runs of ours failed`);
  process.exit(1);
}

function hasFailedScene({ scenes = {} }) {
  return Object.values(scenes).some(({ error }) => error !== undefined);
}
