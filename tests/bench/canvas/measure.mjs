/**
 * The canvas half of `npm run bench`: `node tests/bench/canvas/measure.mjs <plan.json> <out.json>`. Every run is a fresh browser; the
 * runs of the pages alternate. A picture of each wall is left in `results/pictures`, to be looked at: figures of an empty page are good.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { apps } from './apps.mjs';
import { AREA_SCENARIOS } from './areaScenarios.mjs';
import { AREA_WALLS } from './areas.mjs';
import { weighDocument } from './bareDocument.mjs';
import { MeasuredPage, sleep } from './MeasuredPage.mjs';
import { makeNotes, wallSize } from './notes.mjs';
import { measureOpening } from './opening.mjs';
import { SCENARIOS, toFit } from './scenarios.mjs';
import { serveFolder } from './serveFolder.mjs';
import { measureSoak } from './soak.mjs';

const SIZES = [1000, 10000];
const OURS = 'pele-mele';
const MIXED = 'mixed';
const AREA_PAGES = ['limit', OURS];
/** A wall larger than this makes a picture that no browser holds. */
const PNG_NOTES = 1000;
const PNG_LIMIT_MS = 150_000;
const PICTURES = path.resolve(import.meta.dirname, '../results/pictures');

const [planFile, outFile] = process.argv.slice(2);
const plan = JSON.parse(readFileSync(planFile, 'utf8'));
const SECONDS = plan.quick ? 1.5 : 3;
const OPENINGS = plan.quick ? 3 : 5;
/** Peers take their time on a large wall: when in a hurry, one look at what matters most. */
const QUICK_PEERS = ['panZ1', 'drag', 'remoteZ1'];
/** What the kinds of elements make different. */
const MIXED_SCENARIOS = ['panZ1', 'panFit', 'zoom', 'drag', 'dragMany', 'remoteZ1', 'remoteFit'];

const firstLine = (error) => error.message.split('\n')[0].slice(0, 200);

/** From bare data in hand to a page at rest, and what it weighs. */
async function load(measured, notes, wall, kind) {
  await measured.evaluate((given) => {
    window.benchNotes = given;
  }, notes);
  await measured.collectGarbage();
  const bare = await measured.totals();
  await measured.evaluate(
    async ({ camera, kind }) => {
      await window.bench.prepare(structuredClone(window.benchNotes), kind);
      window.bench.camera(camera);
    },
    { camera: { x: wall.w / 2, y: wall.h / 2, z: 1 }, kind },
  );
  await sleep(500);
  await measured.collectGarbage();
  const paintedMs = await measured.evaluate(async () => {
    const started = performance.now();
    await window.bench.load();
    return (await window.recorder.quiet()) - started;
  });
  await sleep(300);
  await measured.collectGarbage();
  const { heapBytes } = await measured.totals();
  const mb = (bytes) => bytes / 1e6;
  return { paintedMs, heapMb: mb(heapBytes), dataHeapMb: mb(heapBytes - bare.heapBytes) };
}

async function scene(measured, { camera, prepare, drive, after }, wall, notes) {
  await measured.evaluate((to) => window.bench.camera(to), camera(wall, notes));
  await measured.quiet();
  await prepare?.(measured, notes);
  // What a page makes ahead while it rests belongs to coming here, not to what is done here.
  await sleep(1000);
  const { z } = await measured.evaluate(() => window.bench.getCamera());
  const before = await measured.totals();
  await measured.evaluate(() => window.recorder.start());
  const extra = await drive(measured, SECONDS, notes, wall);
  const { frames, latencies, inputs } = await measured.evaluate(() => window.recorder.stop());
  const totals = await measured.totals();
  await after?.(measured);
  const gaps = frames.slice(1).map((time, i) => time - frames[i]);
  const sorted = gaps.toSorted((a, b) => a - b);
  const waits = latencies.toSorted((a, b) => a - b);
  return {
    fps: gaps.length / ((frames.at(-1) - frames[0]) / 1000),
    mainMs: (totals.mainMs - before.mainMs) / gaps.length,
    scriptMs: (totals.scriptMs - before.scriptMs) / gaps.length,
    clockMs: (totals.clockMs - before.clockMs) / gaps.length,
    worstMs: sorted.at(-1),
    frameP95: sorted[Math.floor(sorted.length * 0.95)],
    inputs,
    inputP50: waits[waits.length >> 1] ?? null,
    inputP95: waits[Math.floor(waits.length * 0.95)] ?? null,
    zoom: z,
    ...extra,
  };
}

/** What the document of this wall weighs by itself, for pages that have one: what is beyond it is the product's own. */
async function documentMb(measured) {
  const text = await measured.evaluate(() => {
    const bytes = window.bench.document?.();
    return bytes ? Array.from(bytes, (byte) => String.fromCharCode(byte)).join('') : null;
  });
  return text === null ? null : weighDocument(Buffer.from(text, 'latin1'));
}

/** The whole wall as a PNG at two pixels a board unit. */
async function png(measured) {
  const work = measured.evaluate(async () => {
    const started = performance.now();
    const blob = await window.bench.exportPng();
    if (!blob) throw new Error('no picture');
    const ms = performance.now() - started;
    const header = new DataView(await blob.slice(16, 24).arrayBuffer());
    return { ms, width: header.getUint32(0), height: header.getUint32(4), mb: blob.size / 1e6 };
  });
  const tooLong = sleep(PNG_LIMIT_MS).then(() => ({ error: `over ${PNG_LIMIT_MS / 1000} s` }));
  return Promise.race([work, tooLong]).catch((error) => ({ error: firstLine(error) }));
}

function scenariosFor(name, count) {
  if (plan.scenarios) return plan.scenarios;
  if (name === MIXED) return MIXED_SCENARIOS;
  const isLargePeer = apps[name].peer !== undefined && count > Math.min(...SIZES);
  return plan.quick && isLargePeer ? QUICK_PEERS : Object.keys(SCENARIOS);
}

const wantsPng = (name, count) =>
  count === PNG_NOTES && (plan.scenarios?.includes('png') ?? (!plan.quick || apps[name].peer === undefined));

async function measure(name, count) {
  const notes = makeNotes(count);
  const wall = wallSize(notes);
  const { folder, page, wall: kind } = apps[name];
  const site = await serveFolder(folder);
  let measured = null;
  try {
    measured = await MeasuredPage.open(site.url + page);
    const result = { load: await load(measured, notes, wall, kind), scenes: {} };
    result.info = await measured.evaluate(() => window.bench.info?.());
    const picture = (view) => measured.page.screenshot({ path: path.join(PICTURES, `${name}-${count}-${view}.png`) });
    await picture('zoom-1');
    await measured.evaluate((camera) => window.bench.camera(camera), toFit(wall));
    await measured.quiet();
    await picture('fit');
    result.load.documentMb = await documentMb(measured);
    await measured.page.mouse.move(720, 500);
    const chosen = scenariosFor(name, count);
    for (const scenario of Object.keys(SCENARIOS).filter((each) => chosen.includes(each))) {
      const { isFor } = SCENARIOS[scenario];
      if (isFor && !(await measured.evaluate(isFor))) continue;
      result.scenes[scenario] = await scene(measured, SCENARIOS[scenario], wall, notes).catch((error) => ({
        error: firstLine(error),
      }));
    }
    if (wantsPng(name, count)) result.png = await png(measured);
    return { ...result, pageErrors: measured.errors };
  } catch (error) {
    return { error: firstLine(error) };
  } finally {
    await measured?.close();
    await site.close();
  }
}

/** Both pages must show the same wall, or the figures say nothing. */
async function seeSamePlaces(measured, notes) {
  const off = await measured.evaluate(
    (given) =>
      given.filter(({ i, x, y }) => {
        const shown = window.bench.pos(i);
        return Math.abs(shown.x - x) > 1 || Math.abs(shown.y - y) > 1;
      }).length,
    notes,
  );
  if (off > 0) throw new Error(`${off} notes stand elsewhere`);
}

async function measureAreaWall(name, kind) {
  const { notes: count, make } = AREA_WALLS[kind];
  const { notes, ...shape } = make(count);
  const wall = { ...wallSize(notes), ...shape };
  const { folder, page } = apps[name];
  const site = await serveFolder(folder);
  let measured = null;
  try {
    measured = await MeasuredPage.open(site.url + page);
    const result = { load: await load(measured, notes, wall, shape), scenes: {} };
    await seeSamePlaces(measured, notes);
    await measured.evaluate(() => window.bench.info?.());
    const picture = (view) => measured.page.screenshot({ path: path.join(PICTURES, `${name}-${kind}-${view}.png`) });
    await picture('zoom-1');
    await measured.evaluate((camera) => window.bench.camera(camera), toFit(wall));
    await measured.quiet();
    await picture('fit');
    await measured.page.mouse.move(720, 500);
    for (const [scenario, each] of Object.entries(AREA_SCENARIOS)) {
      const { of = kind, isQuick = false } = each;
      if (of !== kind || !(plan.scenarios?.includes(scenario) ?? (isQuick || !plan.quick))) continue;
      result.scenes[scenario] = await scene(measured, each, wall, notes).catch((error) => ({
        error: firstLine(error),
      }));
    }
    return { ...result, pageErrors: measured.errors };
  } catch (error) {
    return { error: firstLine(error) };
  } finally {
    await measured?.close();
    await site.close();
  }
}

function tell(what, result) {
  const scenes = Object.entries(result.scenes ?? {}).map(
    ([scenario, figures]) =>
      `${scenario} ${figures.error ?? `${figures.mainMs.toFixed(1)} (${figures.scriptMs.toFixed(1)}) @${figures.fps.toFixed(0)}`}`,
  );
  const picture = result.png ? `, PNG ${result.png.error ?? `${result.png.ms.toFixed(0)} ms`}` : '';
  console.log(
    `${what}: ${result.error ?? `load ${result.load.paintedMs.toFixed(0)} ms`} ${scenes.join(', ')}${picture}`,
  );
  for (const error of result.pageErrors ?? []) console.log(`  error in the page: ${error}`);
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
        // A small mixed wall says nothing that a large one does not.
        if (name === MIXED && count < Math.max(...SIZES)) continue;
        const result = await measure(name, count);
        runs.push(result);
        tell(`canvas ${count} ${name}`, result);
        write();
      }
    }
  }
}

/** The product beside the limit: the peers have no such areas. */
async function measureAreaWalls() {
  results.areas = { points: [] };
  const pages = wanted.filter((name) => AREA_PAGES.includes(name));
  for (const [kind, { notes }] of Object.entries(AREA_WALLS)) {
    if (!isWantedWall(kind)) continue;
    const byApp = Object.fromEntries(pages.map((name) => [name, []]));
    results.areas.points.push({ wall: kind, notes, byApp });
    for (let run = 0; run < plan.runs; run++) {
      for (const [name, runs] of Object.entries(byApp)) {
        const result = await measureAreaWall(name, kind);
        runs.push(result);
        tell(`canvas ${kind} ${name}`, result);
        write();
      }
    }
  }
}

if (plan.minutes) {
  results.soak = { runs: 1, points: [await measureSoak(plan.minutes)] };
  write();
  process.exit(0);
}

const isWanted = (scenario) => plan.scenarios?.includes(scenario) ?? true;
const isWantedWall = (kind) => plan.walls?.includes(kind) ?? true;
if (plan.scenarios?.every((scenario) => scenario === 'open') !== true) {
  if (isWantedWall('notes')) await measureWalls();
  if (Object.keys(AREA_WALLS).some(isWantedWall)) await measureAreaWalls();
}
// The product beside the limit of the same run, or not at all.
if (isWanted('open') && isWantedWall('notes') && wanted.includes(OURS)) {
  results.opening = { runs: OPENINGS, points: [await measureOpening(OPENINGS, PICTURES)] };
  write();
}
process.exit(0);
