/**
 * `npm test`: installs what is missing, builds, runs every suite that must pass, and closes with one line that counts them all.
 * Plain JavaScript: it runs before anything is installed. `--only unit|server|faults|e2e` runs one suite. Of the fault suite: `--minutes N`
 * makes it go on for about N minutes, `--seed S` tells one seeded story again, `--soak N` watches a server for N minutes. Of the e2e suite:
 * `--pictures` keeps in test-results/screens what people see, to look at.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';

const root = path.resolve(import.meta.dirname, '..');
process.chdir(root);
const { values: options } = parseArgs({
  options: {
    only: { type: 'string' },
    minutes: { type: 'string' },
    seed: { type: 'string' },
    soak: { type: 'string' },
    pictures: { type: 'boolean' },
  },
  allowPositionals: true,
});
const scratch = mkdtempSync(path.join(os.tmpdir(), 'pele-mele-test-'));
const results = [];
const skips = [];

const say = (text) => console.log(`\n▸ ${text}`);

function run(command, args, { env = {}, quiet = false } = {}) {
  const started = Date.now();
  const { status } = spawnSync(command, args, {
    stdio: quiet ? 'ignore' : 'inherit',
    env: { ...process.env, npm_config_loglevel: 'error', ...env },
  });
  return { ok: status === 0, seconds: Math.round((Date.now() - started) / 1000) };
}

const has = (command) => spawnSync('sh', ['-c', `command -v ${command}`], { stdio: 'ignore' }).status === 0;
const bin = (name) => path.join('node_modules', '.bin', name);

function install() {
  const lock = 'node_modules/.package-lock.json';
  const stale = !existsSync(lock) || statSync(lock).mtimeMs < statSync('package-lock.json').mtimeMs;
  if (stale) {
    say('Installing packages');
    if (!run('npm', ['ci', '--include=dev', '--no-audit', '--no-fund']).ok) stop('npm ci failed');
  }
  const missing = [
    ['chromium', 'chromium'],
    ['strace', 'strace'],
    ['pdftotext', 'poppler-utils'],
  ].filter(([command]) => !has(command));
  if (missing.length === 0) return;
  const packages = missing.map(([, name]) => name);
  if (process.getuid?.() !== 0 || !has('apt-get')) {
    console.log(`Not installed, and only root on Debian can install it here: ${packages.join(', ')}`);
    return;
  }
  say(`Installing ${packages.join(', ')}`);
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const got =
    run('apt-get', ['update', '-qq'], { env, quiet: true }).ok &&
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], { env, quiet: true }).ok;
  if (!got) console.log(`apt-get could not install ${packages.join(', ')}`);
}

function stop(reason) {
  console.error(`\n${reason}`);
  rmSync(scratch, { recursive: true, force: true });
  console.log('0 passed, 1 failed, 0 skipped');
  process.exit(1);
}

/** A step that passes or fails as a whole. */
function step(name, command, args) {
  say(name);
  const { ok, seconds } = run(command, args);
  results.push({ name, passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0, seconds });
}

function vitest(project) {
  say(`Tests: ${project}`);
  const report = path.join(scratch, `${project}.json`);
  const { minutes, seed, soak } = options;
  const env = {
    ...(minutes && { PELEMELE_FAULT_MINUTES: minutes }),
    ...(seed && { PELEMELE_FAULT_SEED: seed }),
    ...(soak && { PELEMELE_SOAK_MINUTES: soak }),
  };
  // One seed, or one long look, is asked for instead of the whole suite.
  const files = [...(seed ? ['tests/faults/simulator.test.ts', 'tests/faults/sockets.test.ts'] : [])];
  if (soak) files.push('tests/faults/soak.test.ts');
  const { ok, seconds } = run(
    bin('vitest'),
    ['run', '--project', project, ...files, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
    { env },
  );
  if (!existsSync(report)) return results.push({ name: project, passed: 0, failed: 1, skipped: 0, seconds });
  const json = JSON.parse(readFileSync(report, 'utf8'));
  const skipped = json.testResults
    .flatMap((file) => file.assertionResults)
    .filter((test) => ['pending', 'skipped', 'todo'].includes(test.status));
  skips.push(...skipped.map((test) => `${project}: ${test.fullName}`));
  const failed = json.numFailedTests + (ok || json.numFailedTests > 0 ? 0 : 1);
  results.push({ name: project, passed: json.numPassedTests, failed, skipped: skipped.length, seconds });
}

function playwright() {
  say('Tests: e2e in Chromium');
  if (!has('chromium')) {
    console.error('Chromium is missing: apt-get install chromium');
    results.push({ name: 'e2e', passed: 0, failed: 1, skipped: 0, seconds: 0 });
    return;
  }
  const report = path.join(scratch, 'e2e.json');
  const { ok, seconds } = run(
    bin('playwright'),
    ['test', '--config', 'tests/e2e/playwright.config.ts', '--reporter=list,json'],
    {
      env: { PLAYWRIGHT_JSON_OUTPUT_NAME: report, ...(options.pictures && { PELEMELE_PICTURES: '1' }) },
    },
  );
  if (!existsSync(report)) return results.push({ name: 'e2e', passed: 0, failed: 1, skipped: 0, seconds });
  const { stats, suites } = JSON.parse(readFileSync(report, 'utf8'));
  const specs = (suite) => [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specs)];
  const skipped = suites.flatMap(specs).filter((spec) => spec.tests.every((test) => test.status === 'skipped'));
  skips.push(...skipped.map((spec) => `e2e: ${spec.title}`));
  const flaky = suites.flatMap(specs).filter((spec) => spec.tests.some((test) => test.status === 'flaky'));
  for (const spec of flaky) console.log(`passed at the second try: ${spec.title}`);
  const failed = stats.unexpected + (ok || stats.unexpected > 0 ? 0 : 1);
  results.push({ name: 'e2e', passed: stats.expected + stats.flaky, failed, skipped: stats.skipped, seconds });
}

const suites = {
  check: () => {
    step('Format', bin('biome'), ['format', '.']);
    step('Lint', bin('biome'), ['lint', '--error-on-warnings', '.']);
    step('Types', 'npm', ['run', '--silent', 'typecheck']);
  },
  unit: () => vitest('unit'),
  build: () => {
    say('Building');
    if (!run('npm', ['run', '--silent', 'build']).ok) stop('The build failed');
    step('Size', bin('size-limit'), []);
  },
  server: () => vitest('server'),
  faults: () => vitest('faults'),
  e2e: playwright,
};

install();
const wanted = options.only
  ? ['build', options.only].filter((name) => options.only !== 'unit' || name !== 'build')
  : Object.keys(suites);
for (const name of wanted) suites[name]?.();
rmSync(scratch, { recursive: true, force: true });

console.log('');
for (const { name, passed, failed, skipped, seconds } of results) {
  console.log(`${failed ? '✗' : '✓'} ${name}: ${passed} passed, ${failed} failed, ${skipped} skipped, in ${seconds} s`);
}
for (const name of skips) console.log(`skipped: ${name}`);
const total = (key) => results.reduce((sum, result) => sum + result[key], 0);
console.log(`${total('passed')} passed, ${total('failed')} failed, ${total('skipped')} skipped`);
process.exit(total('failed') > 0 || results.length === 0 ? 1 : 0);
