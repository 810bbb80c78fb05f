/**
 * The server half of `npm run bench`, as a process of its own because it binds itself to one core:
 * `node tests/bench/server/measure.mjs <plan.json> <out.json>`. Every run starts a fresh server on an empty folder; the runs of the
 * servers alternate, so that what changes on the machine meanwhile changes for all.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { canPin, pinGenerator } from './cores.mjs';
import { fanOut } from './scenarios/fanOut.mjs';
import { joins } from './scenarios/joins.mjs';
import { presence } from './scenarios/presence.mjs';
import { rooms } from './scenarios/rooms.mjs';
import { throughput } from './scenarios/throughput.mjs';
import { targets } from './targets.mjs';

const SCENARIOS = [fanOut, throughput, presence, joins, rooms];
const PEERS = path.resolve(import.meta.dirname, '../peers');

const [planFile, outFile] = process.argv.slice(2);
const plan = JSON.parse(readFileSync(planFile, 'utf8'));

function installPeer(name) {
  const cwd = path.join(PEERS, name);
  if (existsSync(path.join(cwd, 'node_modules'))) return;
  console.log(`installing the peer ${name}`);
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd, stdio: 'inherit' });
  if (status !== 0) throw new Error(`the peer ${name} could not be installed`);
}

const brief = (run) =>
  Object.entries(run)
    .filter(([, value]) => typeof value === 'number' || typeof value === 'string')
    .map(([name, value]) => `${name} ${typeof value === 'number' ? Number(value.toPrecision(4)) : value}`)
    .join(', ');

const wanted = SCENARIOS.filter(({ name }) => !plan.scenarios || plan.scenarios.includes(name));
/** Who is measured: the scenario's own list, or whoever was asked for, where the scenario is measured at all. */
const names = (scenario) => {
  const listed = scenario.targets[plan.quick ? 'quick' : 'full'];
  if (!plan.targets || (listed.length === 0 && !plan.scenarios)) return listed;
  return plan.targets.filter((name) => targets[name]);
};
for (const name of new Set(wanted.flatMap(names))) if (targets[name].peer) installPeer(targets[name].peer);
pinGenerator();

const results = {};
for (const scenario of wanted) {
  if (names(scenario).length === 0) continue;
  results[scenario.name] = { pinned: canPin, points: [] };
  for (const { key, measure } of scenario.points(plan)) {
    const byTarget = Object.fromEntries(names(scenario).map((name) => [name, []]));
    results[scenario.name].points.push({ key, byTarget });
    for (let run = 0; run < plan.runs; run++) {
      for (const [name, runs] of Object.entries(byTarget)) {
        const result = await measure(targets[name]).catch((error) => ({ error: error.message }));
        runs.push(result);
        console.log(`${scenario.name} ${key} ${name}: ${brief(result)}`);
        writeFileSync(outFile, JSON.stringify(results, null, 1));
      }
    }
  }
}
// Sockets of the last crowd may still be closing.
process.exit(0);
