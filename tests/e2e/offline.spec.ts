/** Work without a connection: kept on the device, merged on return, forgotten when asked, never merged with another history. */
import path from 'node:path';
import { type Browser, expect, test } from '@playwright/test';
import Database from 'libsql';
import type { CreatedBoard } from '../../server/http/ports.ts';
import { shortContributions } from '../helpers/contributions.ts';
import { type SpawnedServer, spawnServer } from '../helpers/server.ts';
import { expectClean } from './axe.ts';
import { Network } from './Network.ts';
import { Person } from './Person.ts';
import { shot } from './room.ts';

const SAID = shortContributions(400);
/** Four hundred, each different: what people said, as often as needed. */
const TEXTS = Array.from({ length: 400 }, (_, at) => `${SAID[at % SAID.length]} (${at + 1})`);

/** Each text pasted by itself, as Ctrl V does: as many edits as texts. */
async function pasteEach({ page, canvas }: Person, texts: readonly string[]): Promise<void> {
  await canvas.focus();
  await page.evaluate((all) => {
    for (const text of all) {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', text);
      document.activeElement?.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
      );
    }
  }, texts);
}

/** Without the key: for a device that knows the wall. */
const addressOf = ({ links }: CreatedBoard): string => links.participate.replace(/#.*/, '');

const badge = ({ page }: Person) => page.locator('[data-status]');

test.describe('hors ligne', () => {
  let server: SpawnedServer;
  let board: CreatedBoard;
  let ana: Person;
  let bilal: Person;
  let network: Network;

  test.beforeAll(async () => {
    server = await spawnServer();
  });
  test.afterAll(async () => {
    await server?.dispose();
  });
  test.beforeEach(async ({ browser }: { browser: Browser }) => {
    board = await server.createBoard({ title: 'Maison de services' });
    ana = await Person.arrive(browser, { reducedMotion: 'reduce' });
    network = await Network.of(ana.context);
    bilal = await Person.arrive(browser, { reducedMotion: 'reduce' });
    await Promise.all([ana.join(board.links.participate, 'Ana'), bilal.join(board.links.participate, 'Bilal')]);
  });
  test.afterEach(async () => {
    expect([...ana.problems, ...bilal.problems]).toEqual([]);
    await ana.leave();
    await bilal.leave();
  });

  test('200 edits made offline and 200 made online meanwhile all stand on both walls, each once', async () => {
    await network.cut();
    await expect(badge(ana)).toHaveAttribute('data-status', 'offline');
    await pasteEach(ana, TEXTS.slice(0, 200));
    await pasteEach(bilal, TEXTS.slice(200));
    await expect(badge(ana)).toContainText('Hors ligne, 200 modifications gardées sur cet appareil');
    await shot(ana.page, 'offline-badge');
    await bilal.allSaved();
    network.mend();
    await ana.retry();
    await ana.allSaved();
    const all = [...TEXTS].sort();
    await expect.poll(() => bilal.texts()).toEqual(all);
    expect(await ana.elements()).toEqual(await bilal.elements());
    await expect(badge(ana)).toHaveAttribute('data-status', 'saved');
  });

  test('a tab that is killed loses nothing; reloaded without a server it shows the wall and the count', async () => {
    await ana.writeNote({ x: 0, y: 0 }, 'Avant la coupure');
    await ana.allSaved();
    await network.cut();
    await ana.writeNote({ x: 300, y: 0 }, 'Écrit sans réseau');
    await expect(badge(ana)).toContainText('Hors ligne, 1 modification gardée sur cet appareil');
    const crashed = ana.page.waitForEvent('crash');
    const session = await ana.context.newCDPSession(ana.page);
    void session.send('Page.crash').catch(() => undefined);
    await crashed;

    const again = ana.in(await ana.context.newPage());
    await again.page.goto(addressOf(board));
    await expect.poll(() => again.texts().catch(() => [])).toEqual(['Avant la coupure', 'Écrit sans réseau']);
    await expect(badge(again)).toContainText('Hors ligne, 1 modification gardée sur cet appareil');
    await again.writeNote({ x: 600, y: 0 }, 'Et encore');
    await again.page.reload();
    await expect(badge(again)).toContainText('Hors ligne, 2 modifications gardées sur cet appareil');
    network.mend();
    await again.page.reload();
    await again.ready();
    await again.allSaved();
    await expect.poll(() => bilal.texts()).toEqual(['Avant la coupure', 'Et encore', 'Écrit sans réseau']);
  });

  test('two tabs of one browser work offline without losing each other’s work', async () => {
    const second = ana.in(await ana.context.newPage());
    await second.page.goto(addressOf(board));
    await second.ready();
    await network.cut();
    await pasteEach(ana, TEXTS.slice(0, 20));
    await pasteEach(second, TEXTS.slice(20, 40));
    for (const tab of [ana, second]) await expect(badge(tab)).toContainText('20 modifications');
    await ana.page.close();
    await second.page.reload();
    await expect(badge(second)).toContainText('40 modifications');
    network.mend();
    await second.page.reload();
    await second.ready();
    await second.allSaved();
    await expect.poll(() => bilal.texts()).toEqual(TEXTS.slice(0, 40).sort());
  });

  test('the device forgets when asked: copy, drafts and the way in', async () => {
    const { page } = ana;
    await ana.writeNote({ x: 0, y: 0 }, 'Sur un ordinateur partagé');
    await ana.allSaved();
    await network.cut();
    await ana.writeNote({ x: 300, y: 0 }, 'Jamais parti');
    await page.getByRole('button', { name: 'Plus', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Oublier cet appareil' }).click();
    const dialog = page.getByRole('dialog', { name: /Oublier cet appareil/ });
    await expect(dialog).toContainText('Une modification n’est pas encore sur le serveur');
    await expectClean(page);
    await shot(page, 'offline-oublier');
    await dialog.getByRole('button', { name: 'Oublier', exact: true }).click();
    await expect(page).toHaveURL(/\/$/);
    await expect(page.getByText('Maison de services')).toHaveCount(0);
    const left = await page.evaluate(async () => {
      const opening = indexedDB.open('pele-mele');
      const database = await new Promise<IDBDatabase>((resolve) => {
        opening.onsuccess = () => resolve(opening.result);
      });
      const counts = [...database.objectStoreNames].map(
        (name) =>
          new Promise<number>((resolve) => {
            const request = database.transaction(name).objectStore(name).count();
            request.onsuccess = () => resolve(request.result);
          }),
      );
      return {
        rows: (await Promise.all(counts)).reduce((sum, count) => sum + count, 0),
        keys: Object.keys(localStorage).filter((key) => /board|drafts/.test(key)),
      };
    });
    expect(left).toEqual({ rows: 0, keys: [] });
    network.mend();
    await page.goto(addressOf(board));
    await expect(page.getByRole('heading', { name: 'Il manque la clé de ce mur' })).toBeVisible();
  });

  test('another history of the wall is never merged: unsaved words wait as drafts', async () => {
    const { page } = ana;
    await ana.writeNote({ x: 0, y: 0 }, 'Enregistré avant');
    await ana.allSaved();
    await network.cut();
    await ana.writeNote({ x: 300, y: 0 }, 'Écrit pendant la restauration');
    // As a restored backup does: the same board, another epoch.
    await server.kill('SIGTERM');
    const database = new Database(path.join(server.dataDir, 'pele-mele.db'));
    database.prepare('UPDATE boards SET epoch = ? WHERE id = ?').run(['restauree', board.id]);
    database.close();
    server = await server.restart();
    network.mend();
    await ana.retry();
    await expect.poll(() => ana.texts().catch(() => [])).toEqual(['Enregistré avant']);
    await ana.ready();
    await page.getByRole('button', { name: '1 brouillon' }).click();
    const dialog = page.getByRole('dialog', { name: 'Mes brouillons' });
    await expect(dialog).toContainText('Écrit pendant la restauration');
    await dialog.getByRole('button', { name: /Remettre sur le mur/ }).click();
    await ana.allSaved();
    expect(await ana.texts()).toEqual(['Enregistré avant', 'Écrit pendant la restauration']);
  });

  test('a browser that keeps nothing, or is full, says so, and the wall opens from the server', async ({ browser }) => {
    const refused = await Person.arrive(browser);
    await refused.context.addInitScript(() => {
      Object.defineProperty(window, 'indexedDB', {
        get: () => {
          throw new DOMException('refused', 'SecurityError');
        },
      });
    });
    const cut = await Network.of(refused.context);
    await refused.join(board.links.participate, 'Chloé');
    await expect(refused.page.getByText(/Ce navigateur ne garde rien de ce mur/)).toBeVisible();
    await cut.cut();
    await refused.writeNote({ x: 0, y: 0 }, 'Sans filet');
    await expect(badge(refused)).toContainText('1 modification sur cette page seulement');
    cut.mend();
    await refused.retry();
    await refused.allSaved();
    expect(refused.problems).toEqual([]);
    await refused.leave();

    const full = await Person.arrive(browser);
    await full.context.addInitScript(() => {
      IDBObjectStore.prototype.add = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
    });
    await full.join(board.links.participate, 'David');
    await full.writeNote({ x: 300, y: 0 }, 'Disque plein');
    await expect(full.page.getByText(/Cet appareil n’a plus de place/)).toBeVisible();
    await full.allSaved();
    expect(full.problems).toEqual([]);
    await full.leave();
  });
});
