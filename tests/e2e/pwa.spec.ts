/**
 * The page kept on the device: opens without a server, says when a newer version waits, and is never loaded again over what is not yet
 * saved. Only where the browser allows a service worker: on plain http in the room there is none.
 */
import { appendFileSync, cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, expect, type Page, test } from '@playwright/test';
import { MemoryStorage } from '../../server/storage/memory/MemoryStorage.ts';
import { type InProcessServer, startServer } from '../helpers/server.ts';
import { apart } from './boxes.ts';
import { Person } from './Person.ts';
import config from './playwright.config.ts';

const BUILT = path.resolve(import.meta.dirname, '../../dist/client');

/** The address as a person on the same computer has it: a secure context. */
const here = (server: InProcessServer): string => server.url.replace('127.0.0.1', 'localhost');

/** The worker has fetched everything and answers for the page from its next visit on. */
const kept = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });

const NOTICE = 'Une nouvelle version est prête';

test.describe('sur l’appareil', () => {
  let folder: string;
  let server: InProcessServer;

  test.beforeEach(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'pele-mele-client-'));
    cpSync(BUILT, folder, { recursive: true });
    server = await startServer({ storage: new MemoryStorage(), clientDir: folder });
  });
  test.afterEach(async () => {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** As after the program was updated on the server; then as the browser does by itself from time to time. */
  const newerVersion = async (page: Page): Promise<void> => {
    appendFileSync(path.join(folder, 'sw.js'), '\n// A newer version.\n');
    await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
  };

  test('the worker and the manifest are served so that browsers take them', async ({ request }) => {
    expect(existsSync(path.join(folder, 'sw.js.br'))).toBe(false);
    const worker = await request.get(`${server.url}/sw.js`);
    expect(worker.headers()['cache-control']).toBe('no-cache');
    expect(worker.headers()['content-type']).toContain('javascript');
    const manifest = await request.get(`${server.url}/manifest.webmanifest`);
    expect(manifest.headers()['content-type']).toContain('application/manifest+json');
    for (const { src } of ((await manifest.json()) as { icons: readonly { src: string }[] }).icons) {
      expect((await request.get(server.url + src)).headers()['content-type']).toBe('image/png');
    }
    // No data is ever kept by the worker.
    expect(await worker.text()).not.toMatch(/['"`/]\/?(?:api|sync)\b/);
  });

  test('opens without a server once it was here, and says what to do', async ({ browser }) => {
    const ana = await Person.arrive(browser, { serviceWorkers: 'allow' });
    const { page } = ana;
    await page.goto(here(server));
    await kept(page);
    await page.reload();
    await server.close();
    await page.reload();
    await expect(page.getByRole('heading', { name: 'Le mur d’atelier partagé' })).toBeVisible();
    await page.goto(`${here(server)}/b/inconnu#TKnozX2D-oEfZ_LlxtvVgA`);
    await expect(page.getByRole('heading', { name: 'Le serveur ne répond pas' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Réessayer' })).toBeVisible();
    // What holds data is never answered from here.
    expect(await page.evaluate(() => fetch('/api/templates').then(String, () => 'unreachable'))).toBe('unreachable');
    expect(await page.evaluate(async () => (await caches.keys()).length)).toBe(1);
    const urls = await page.evaluate(async () => {
      const [name = ''] = await caches.keys();
      return (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname);
    });
    expect(urls.filter((url) => /^\/(?:api|sync|b)\//.test(url))).toEqual([]);
    expect(ana.problems).toEqual([]);
    await ana.leave();
    server = await startServer({ storage: new MemoryStorage(), clientDir: folder });
  });

  test('a newer version waits until it is asked for, and until all is saved', async ({ browser }) => {
    const board = await server.createBoard({ template: 'blank' });
    const ana = await Person.arrive(browser, { serviceWorkers: 'allow' });
    const { page } = ana;
    /** What Ana writes stays on its way for as long as this holds. */
    const held: { messages: (string | Buffer)[]; is: boolean } = { messages: [], is: false };
    let release = (): void => undefined;
    await page.routeWebSocket(/\/sync\//, (socket) => {
      const onward = socket.connectToServer();
      socket.onMessage((message) => (held.is ? held.messages.push(message) : onward.send(message)));
      onward.onMessage((message) => socket.send(message));
      release = () => {
        held.is = false;
        for (const message of held.messages.splice(0)) onward.send(message);
      };
    });
    await page.goto(here(server));
    await kept(page);
    await ana.join(`${here(server)}/b/${board.id}#${board.secrets.participate}`, 'Ana');
    await expect(page.getByText(NOTICE)).toBeHidden();
    held.is = true;
    await ana.writeNote({ x: 0, y: 0 }, 'Ouvrir les guichets le samedi');
    await expect.poll(() => ana.unsaved()).toBeGreaterThan(0);
    await newerVersion(page);
    const reload = page.getByRole('button', { name: 'Recharger' });
    await expect(page.getByText('Elle attend que tout soit enregistré')).toBeVisible();
    await expect(reload).toBeDisabled();
    await page.evaluate(() => Object.assign(window, { before: true }));
    release();
    await ana.allSaved();
    await expect(reload).toBeEnabled();
    expect(await page.evaluate(() => 'before' in window)).toBe(true);
    await reload.click();
    await page.waitForFunction(() => !('before' in window));
    await ana.ready();
    expect(await ana.texts()).toEqual(['Ouvrir les guichets le samedi']);
    await expect(page.getByText(NOTICE)).toBeHidden();
    await ana.leave();
  });

  test('another tab is not loaded again by the one that takes the newer version', async ({ browser }) => {
    const ana = await Person.arrive(browser, { serviceWorkers: 'allow' });
    const { page } = ana;
    await page.goto(here(server));
    await kept(page);
    await page.reload();
    const other = await ana.context.newPage();
    await other.goto(here(server));
    await other.evaluate(() => Object.assign(window, { before: true }));
    await newerVersion(page);
    await expect(other.getByText(NOTICE)).toBeVisible();
    await other.setViewportSize({ width: 390, height: 844 });
    // It has room of its own at the foot of the page, and none of the page's.
    for (const part of ['heading', 'textbox', 'contentinfo'] as const) {
      await other.getByRole(part).first().scrollIntoViewIfNeeded();
      if (part === 'contentinfo') await other.keyboard.press('End');
      await expect.poll(() => apart(other.getByRole(part).first(), other.getByText(NOTICE))).toBe(true);
    }
    await page.getByRole('button', { name: 'Recharger' }).click();
    await expect(page.getByText(NOTICE)).toBeHidden();
    expect(await other.evaluate(() => 'before' in window)).toBe(true);
    await other.getByRole('button', { name: 'Recharger' }).click();
    await expect.poll(() => other.evaluate(() => 'before' in window)).toBe(false);
    await ana.leave();
  });

  test('on plain http in the room nothing is registered, and nothing is missed', async () => {
    const { executablePath, args = [] } = config.use?.launchOptions ?? {};
    const browser = await chromium.launch({
      ...(executablePath && { executablePath }),
      args: [...args, '--host-resolver-rules=MAP salle.test 127.0.0.1'],
    });
    const ana = await Person.arrive(browser, { locale: 'fr-FR', serviceWorkers: 'allow' });
    await ana.page.goto(server.url.replace('127.0.0.1', 'salle.test'));
    await expect(ana.page.getByRole('heading', { name: 'Le mur d’atelier partagé' })).toBeVisible();
    expect(await ana.page.evaluate(() => [window.isSecureContext, 'serviceWorker' in navigator])).toEqual([
      false,
      false,
    ]);
    expect(ana.problems).toEqual([]);
    await ana.leave();
    await browser.close();
  });
});
