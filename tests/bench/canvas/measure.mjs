/**
 * The canvas half of `npm run bench`: `node tests/bench/canvas/measure.mjs <plan.json> <out.json>`. Every run is a fresh browser; the
 * runs of the pages alternate. A picture of each wall is left in `results/pictures`, to be looked at: figures of an empty page are good.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { apps } from './apps.mjs';
import { MeasuredPage, sleep } from './MeasuredPage.mjs';
import { makeNotes, wallSize } from './notes.mjs';
import { measureOpening } from './opening.mjs';
import { SCENARIOS, toFit } from './scenarios.mjs';
import { serveFolder } from './serveFolder.mjs';

const SECONDS = 3;
const SIZES = [1000, 10000];
const OPENINGS = 5;
const QUICK = ['panZ1', 'panFit', 'drag', 'remoteZ1'];
const PICTURES = path.resolve(import.meta.dirname, '../results/pictures');

const [planFile, outFile] = process.argv.slice(2);
const plan = JSON.parse(readFileSync(planFile, 'utf8'));

/** From bare data in hand to a page at rest, and what it weighs. */
async function load(measured, notes, wall) {
  await measured.evaluate(
    async ({ notes, camera }) => {
      window.benchNotes = notes;
      await window.bench.prepare(structuredClone(notes));
      window.bench.camera(camera);
    },
    { notes, camera: { x: wall.w / 2, y: wall.h / 2, z: 1 } },
  );
  await sleep(500);
  await measured.collectGarbage();
  const before = await measured.totals();
  const paintedMs = await measured.evaluate(async () => {
    const started = performance.now();
    await window.bench.load();
    return (await window.recorder.quiet()) - started;
  });
  await sleep(300);
  await measured.collectGarbage();
  const { heapBytes } = await measured.totals();
  return { paintedMs, heapMb: heapBytes / 1e6, dataHeapMb: (heapBytes - before.heapBytes) / 1e6 };
}

async function scene(measured, { camera, drive }, wall, notes) {
  await measured.evaluate((to) => window.bench.camera(to), camera(wall, notes));
  await measured.quiet();
  await sleep(250);
  const { z } = await measured.evaluate(() => window.bench.getCamera());
  const before = await measured.totals();
  await measured.evaluate(() => window.recorder.start());
  const extra = await drive(measured, SECONDS, notes);
  const { frames, latencies, inputs } = await measured.evaluate(() => window.recorder.stop());
  const after = await measured.totals();
  const gaps = frames.slice(1).map((time, i) => time - frames[i]);
  const sorted = gaps.toSorted((a, b) => a - b);
  const waits = latencies.toSorted((a, b) => a - b);
  return {
    fps: gaps.length / ((frames.at(-1) - frames[0]) / 1000),
    mainMs: (after.mainMs - before.mainMs) / gaps.length,
    scriptMs: (after.scriptMs - before.scriptMs) / gaps.length,
    worstMs: sorted.at(-1),
    frameP95: sorted[Math.floor(sorted.length * 0.95)],
    inputs,
    inputP50: waits[waits.length >> 1] ?? null,
    zoom: z,
    ...extra,
  };
}

async function measure(name, count) {
  const notes = makeNotes(count);
  const wall = wallSize(notes);
  const { folder, page } = apps[name];
  const site = await serveFolder(folder);
  let measured = null;
  try {
    measured = await MeasuredPage.open(site.url + page);
    const result = { load: await load(measured, notes, wall), scenes: {} };
    result.info = await measured.evaluate(() => window.bench.info?.());
    const picture = (view) => measured.page.screenshot({ path: path.join(PICTURES, `${name}-${count}-${view}.png`) });
    await picture('zoom-1');
    await measured.evaluate((camera) => window.bench.camera(camera), toFit(wall));
    await measured.quiet();
    await picture('fit');
    await measured.page.mouse.move(720, 500);
    const chosen = plan.scenarios ?? (plan.quick ? QUICK : Object.keys(SCENARIOS));
    for (const scenario of Object.keys(SCENARIOS).filter((each) => chosen.includes(each))) {
      result.scenes[scenario] = await scene(measured, SCENARIOS[scenario], wall, notes).catch((error) => ({
        error: error.message.slice(0, 200),
      }));
    }
    return { ...result, pageErrors: measured.errors };
  } catch (error) {
    return { error: error.message.slice(0, 300) };
  } finally {
    await measured?.close();
    await site.close();
  }
}

mkdirSync(PICTURES, { recursive: true });
const wanted = Object.keys(apps).filter((name) => !plan.targets || plan.targets.includes(name));
const results = {};
const write = () => writeFileSync(outFile, JSON.stringify(results, null, 1));

async function measureWalls() {
  results.canvas = { points: [] };
  for (const count of SIZES) {
    const byApp = Object.fromEntries(wanted.map((name) => [name, []]));
    results.canvas.points.push({ notes: count, byApp });
    for (let run = 0; run < plan.runs; run++) {
      for (const [name, runs] of Object.entries(byApp)) {
        const result = await measure(name, count);
        runs.push(result);
        const scenes = Object.entries(result.scenes ?? {}).map(
          ([scenario, figures]) =>
            `${scenario} ${figures.error ?? `${figures.mainMs.toFixed(1)} (${figures.scriptMs.toFixed(1)}) @${figures.fps.toFixed(0)}`}`,
        );
        console.log(
          `canvas ${count} ${name}: ${result.error ?? `load ${result.load.paintedMs.toFixed(0)} ms`} ${scenes.join(', ')}`,
        );
        for (const error of result.pageErrors ?? []) console.log(`  error in the page: ${error}`);
        write();
      }
    }
  }
}

const isWanted = (scenario) => plan.scenarios?.includes(scenario) ?? true;
if (plan.scenarios?.every((scenario) => scenario === 'open') !== true) await measureWalls();
// The product beside the limit of the same run, or not at all.
if (isWanted('open') && wanted.includes('pele-mele')) {
  results.opening = { runs: OPENINGS, points: [await measureOpening(OPENINGS, PICTURES)] };
  write();
}
process.exit(0);
