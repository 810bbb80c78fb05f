/**
 * Opening a large board as people do: the built page, a real server, a ticket already on the device and nothing else of the board. From
 * the arrival of its bytes until the wall is painted, beside what Yjs alone needs for the same bytes in a page that does nothing else.
 * Each run is a fresh browser with a fresh profile for either page, so that both begin with a cold engine; they take turns to be first.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Client } from '../server/Client.mjs';
import { ServerProcess } from '../server/ServerProcess.mjs';
import { post, targets } from '../server/targets.mjs';
import { updateFrame } from '../server/wire.mjs';
import { makeBoard } from '../server/workload.mjs';
import { buildApply } from './bareDocument.mjs';
import { launchBrowser, VIEW } from './MeasuredPage.mjs';
import { serveFolder } from './serveFolder.mjs';

const NOTES = 5000;
const PICTURE = 'pele-mele-opening.png';
/** Notes of the workload have eight colours; a wall that shows fewer is not painted. */
const COLORS = 8;

/** A server with a board of notes on it, and what a device that was let in before has stored. */
async function openBoard() {
  const server = await ServerProcess.start(targets['pele-mele']);
  const { id, secrets } = await post(server.port, '/api/boards', { title: 'Cinq mille contributions' });
  const secret = secrets.participate;
  const { ticket } = await post(server.port, `/api/boards/${id}/join`, { secret });
  const seat = { path: `/sync/${id}?ticket=${encodeURIComponent(ticket)}` };
  const seeder = new Client(server.port, seat);
  await seeder.synced;
  const board = makeBoard(NOTES);
  seeder.send(updateFrame(board));
  const reader = new Client(server.port, seat, { needBytes: board.length * 0.9 });
  await reader.synced;
  seeder.close();
  reader.close();
  const device = async () => {
    const { participant, role, ticket, epoch } = await post(server.port, `/api/boards/${id}/join`, { secret });
    const credential = { participant, role, ticket, epoch, secret, title: '', name: 'Ana', openedAt: Date.now() };
    return { [`pelemele.board.${id}`]: JSON.stringify(credential), 'pelemele.tour.participant': '1' };
  };
  return { url: `http://127.0.0.1:${server.port}/b/${id}`, device, close: () => server.stop() };
}

async function freshPage(browser) {
  const context = await browser.newContext({ viewport: VIEW, deviceScaleFactor: 1, locale: 'fr-FR' });
  return context.newPage();
}

/** `{ ms, fromNavigationMs, bytes }` and the updates as they came. */
async function openWall(browser, board, picture) {
  const page = await freshPage(browser);
  const stored = await board.device();
  await page.addInitScript((items) => {
    for (const [key, value] of Object.entries(items)) localStorage.setItem(key, value);
  }, stored);
  await page.addInitScript({ path: path.join(import.meta.dirname, 'openingRecorder.js') });
  await page.goto(board.url);
  const { arrivedAt, paintedAt } = await page.evaluate(() => window.opening.painted);
  const { elements, colors } = await page.evaluate(() => window.opening.look());
  if (elements !== NOTES || colors < COLORS) throw new Error(`${elements} elements, ${colors} colours`);
  if (picture !== null) await page.screenshot({ path: picture });
  const texts = await page.evaluate(() => window.opening.updates());
  await page.context().close();
  const updates = texts.map((text) => Buffer.from(text, 'latin1'));
  const bytes = updates.reduce((sum, { length }) => sum + length, 0);
  return { figures: { ms: paintedAt - arrivedAt, fromNavigationMs: paintedAt, bytes }, updates };
}

async function applyAlone(browser, url, count) {
  const page = await freshPage(browser);
  await page.goto(url);
  await page.waitForFunction(() => window.applyUpdates !== undefined);
  const { ms, elements } = await page.evaluate((updates) => window.applyUpdates(updates), count);
  await page.context().close();
  if (elements !== NOTES) throw new Error(`${elements} elements`);
  return { ms };
}

/** One point for the report: the product and the limit, `runs` times, in turn. */
export async function measureOpening(runs, pictures) {
  const byApp = { limit: [], 'pele-mele': [] };
  const folder = mkdtempSync(path.join(os.tmpdir(), 'pele-mele-apply-'));
  const board = await openBoard();
  let site = null;
  try {
    // Not counted: the updates, a picture to be looked at, and a server that has compiled what it needs.
    const warm = await launchBrowser();
    const { updates } = await openWall(warm, board, path.join(pictures, PICTURE)).finally(() => warm.close());
    await buildApply(folder, updates);
    site = await serveFolder(folder);
    const measures = {
      limit: (browser) => applyAlone(browser, `${site.url}index.html`, updates.length),
      'pele-mele': async (browser) => (await openWall(browser, board, null)).figures,
    };
    for (let run = 0; run < runs; run++) {
      const browser = await launchBrowser();
      const order = Object.keys(byApp);
      for (const name of run % 2 ? order.reverse() : order) {
        byApp[name].push(await measures[name](browser).catch((error) => ({ error: error.message.slice(0, 200) })));
        const { ms, error } = byApp[name].at(-1);
        console.log(`opening ${NOTES} ${name}: ${error ?? `${ms.toFixed(1)} ms`}`);
      }
      await browser.close();
    }
  } finally {
    await site?.close();
    await board.close();
    rmSync(folder, { recursive: true, force: true });
  }
  return { notes: NOTES, byApp };
}
