/** The Yjs document alone, in a page that has nothing else (`apply/`): how long its bytes take, and what it weighs. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { build } from 'vite';
import { MeasuredPage } from './MeasuredPage.mjs';
import { serveFolder } from './serveFolder.mjs';

/** Builds the bare page into a folder, with the updates of one document beside it. */
export async function buildApply(folder, updates) {
  const root = path.join(import.meta.dirname, 'apply');
  await build({ root, base: './', configFile: false, logLevel: 'warn', build: { outDir: folder, emptyOutDir: true } });
  mkdirSync(path.join(folder, 'updates'));
  for (const [i, update] of updates.entries()) writeFileSync(path.join(folder, 'updates', String(i)), update);
}

/** Megabytes of heap that the document of an update takes by itself. */
export async function weighDocument(update) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'pele-mele-weigh-'));
  let site = null;
  let page = null;
  try {
    await buildApply(folder, [update]);
    site = await serveFolder(folder);
    page = await MeasuredPage.open(`${site.url}index.html`, () => window.applyUpdates !== undefined);
    const weigh = async () => {
      await page.collectGarbage();
      return (await page.totals()).heapBytes;
    };
    const before = await weigh();
    await page.evaluate(() => window.applyUpdates(1));
    return ((await weigh()) - before) / 1e6;
  } finally {
    await page?.close();
    await site?.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
