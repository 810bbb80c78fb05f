/**
 * An hour at a wall in a few minutes: what one busy person and somebody else do in each simulated minute, by real input, as fast as the
 * page answers. Memory is read after collecting garbage, beside what the document by itself weighs: a document remembers what was
 * deleted, and the page must not grow beyond it.
 */
import { apps } from './apps.mjs';
import { weighDocument } from './bareDocument.mjs';
import { MeasuredPage, sleep, VIEW } from './MeasuredPage.mjs';
import { makeNotes, wallSize } from './notes.mjs';
import { serveFolder } from './serveFolder.mjs';

const NOTES = 1000;
const READINGS = 6;
/** Steps of undo that are kept, caches and compiled code are full after this share of the time. */
const WARM = 1 / 3;
const WORDS = 'Une idée de plus';

const middle = { x: VIEW.width / 2, y: VIEW.height / 2 };
const settle = () => sleep(30);

/** What is done in one simulated minute, somewhere on the wall. */
async function minute(measured, m, wall) {
  const { mouse, keyboard } = measured.page;
  const spot = { x: ((m * 0.37) % 1) * wall.w, y: ((m * 0.61) % 1) * wall.h, z: 1 };
  await measured.evaluate((to) => window.bench.camera(to), spot);
  await mouse.move(middle.x, middle.y);
  for (const delta of [60, -60, 90, -90]) await mouse.wheel(delta, delta / 2);
  await keyboard.down('Control');
  for (const delta of [40, 40, -40, -40]) await mouse.wheel(0, delta);
  await keyboard.up('Control');
  await settle();
  for (let made = 0; made < 2; made++) {
    await keyboard.press('n');
    await mouse.click(middle.x + 150 - made * 300, middle.y + 60);
    await settle();
    await keyboard.type(WORDS);
    await keyboard.press('Escape');
    await keyboard.press('Escape');
  }
  for (let moved = 0; moved < 3; moved++) {
    await mouse.move(middle.x - 200 + moved * 200, middle.y - 100);
    await mouse.down();
    await mouse.move(middle.x - 180 + moved * 200, middle.y - 60, { steps: 4 });
    await mouse.up();
  }
  await keyboard.press('Delete');
  await mouse.dblclick(middle.x + 220, middle.y - 120);
  await settle();
  await keyboard.type(WORDS);
  await keyboard.press('Escape');
  await keyboard.press('Escape');
  for (let undone = 0; undone < 5; undone++) await keyboard.press('Control+z');
  for (let redone = 0; redone < 2; redone++) await keyboard.press('Control+y');
  await measured.evaluate((first) => {
    for (let k = 0; k < 30; k++) {
      const { i, x, y } = window.benchNotes[(first * 31 + k * 37) % window.benchNotes.length];
      window.bench.remoteMove(i, x + (k % 7) * 9, y + (k % 5) * 9);
    }
  }, m);
  await settle();
}

async function read(measured, m) {
  await measured.quiet();
  await measured.collectGarbage();
  await measured.collectGarbage();
  const { heapBytes, nodes, listeners } = await measured.totals();
  const text = await measured.evaluate(() =>
    Array.from(window.bench.document(), (byte) => String.fromCharCode(byte)).join(''),
  );
  const update = Buffer.from(text, 'latin1');
  const { bitmapMB } = await measured.evaluate(() => window.bench.info());
  const documentMb = await weighDocument(update);
  const heapMb = heapBytes / 1e6;
  const reading = {
    minute: m,
    heapMb,
    documentMb,
    beyondMb: heapMb - documentMb,
    bitmapMb: bitmapMB,
    nodes,
    listeners,
  };
  console.log(`soak minute ${m}: ${JSON.stringify(reading)}`);
  return reading;
}

/** One point for the report: what is in memory, from the beginning to the last of so many minutes. */
export async function measureSoak(minutes) {
  const notes = makeNotes(NOTES);
  const wall = wallSize(notes);
  const { folder, page } = apps['pele-mele'];
  const site = await serveFolder(folder);
  const measured = await MeasuredPage.open(site.url + page);
  try {
    await measured.evaluate(async (given) => {
      window.benchNotes = given;
      await window.bench.prepare(structuredClone(given));
      await window.bench.load();
      window.bench.info();
    }, notes);
    const every = Math.max(1, Math.round(minutes / READINGS));
    const started = performance.now();
    const readings = [await read(measured, 0)];
    for (let m = 1; m <= minutes; m++) {
      await minute(measured, m, wall);
      if (m % every === 0 || m === minutes) readings.push(await read(measured, m));
    }
    if (measured.errors.length > 0) throw new Error(measured.errors[0]);
    const warm = readings.find((reading) => reading.minute >= minutes * WARM) ?? readings[0];
    const grownMb = readings.at(-1).beyondMb - warm.beyondMb;
    return {
      notes: NOTES,
      minutes,
      seconds: (performance.now() - started) / 1000,
      readings,
      warmAt: warm.minute,
      grownMb,
      byApp: {},
    };
  } finally {
    await measured.close();
    await site.close();
  }
}
