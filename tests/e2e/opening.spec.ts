/** A wall on its way: the page around it is made meanwhile, out of sight and out of reach, and is shown with it. */
import { expect, type Page, test } from '@playwright/test';
import { createElements } from '../../shared/board/operations.ts';
import { SYNC } from '../../shared/protocol/frames.ts';
import { shortContributions } from '../helpers/contributions.ts';
import { eventually } from '../helpers/eventually.ts';
import { RawClient } from '../helpers/rawClient.ts';
import { type SpawnedServer, spawnServer } from '../helpers/server.ts';
import { Person } from './Person.ts';

const TEXTS = shortContributions(12);
const SYNC_MESSAGE = 0;

/** Keeps the board from a page, as a slow network does, until it is let through. */
async function holdBoard(page: Page): Promise<{ letThrough(): void }> {
  let isHeld = true;
  const held: (() => void)[] = [];
  await page.routeWebSocket(/\/sync\//, (socket) => {
    const server = socket.connectToServer();
    server.onMessage((message) => {
      const isBoard = typeof message !== 'string' && message[0] === SYNC_MESSAGE && message[1] === SYNC.step2;
      if (isBoard && isHeld) held.push(() => socket.send(message));
      else socket.send(message);
    });
  });
  return {
    letThrough: () => {
      isHeld = false;
      for (const send of held.splice(0)) send();
    },
  };
}

test.describe('un mur en chemin', () => {
  let server: SpawnedServer;

  test.beforeAll(async () => {
    server = await spawnServer();
  });

  test.afterAll(async () => {
    await server?.dispose();
  });

  async function writtenBoard() {
    const board = await server.createBoard({});
    const { ticket } = await server.join(board.id, { secret: board.secrets.participate, name: 'Bilal' });
    const writer = new RawClient(server.wsUrl, board.id, ticket);
    await eventually(() => expect(writer.isSynced).toBe(true));
    createElements(
      writer.board,
      'fill',
      TEXTS.map((text, i) => ({
        kind: 'note',
        parent: null,
        at: { x: (i % 4) * 220, y: Math.floor(i / 4) * 220 },
        text,
      })),
    );
    await eventually(() => expect(writer.saved).toBeGreaterThan(0));
    writer.socket.close();
    return board;
  }

  test('its page is made before it is here, and takes no key until it is', async ({ browser }) => {
    const board = await writtenBoard();
    const ana = await Person.arrive(browser);
    const { page } = ana;
    const network = await holdBoard(page);
    await page.goto(board.links.participate);
    await page.getByLabel(/^Votre nom/).fill('Ana');
    await page.getByRole('button', { name: /^Entrer/ }).click();

    await expect(page.locator('[data-surface]')).toBeAttached();
    await expect(page.getByText('Ouverture du mur…')).toBeVisible();
    for (const role of ['application', 'toolbar', 'banner'] as const) await expect(page.getByRole(role)).toHaveCount(0);
    await expect(page.getByRole('main')).toHaveCount(1);
    // A note in hand, put down; the help; a paste; and what Tab finds.
    for (const key of ['n', 'Enter', '?', 'Tab']) await page.keyboard.press(key);
    await page.evaluate(() => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', 'Trop tôt');
      document.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    });
    expect(await page.evaluate(() => document.activeElement?.closest('[inert]') ?? null)).toBeNull();

    network.letThrough();
    await ana.ready();
    expect((await ana.texts()).sort()).toEqual([...TEXTS].sort());
    await expect(page.getByText('Ouverture du mur…')).toBeHidden();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(page.getByRole('toolbar', { name: 'Outils' })).toBeVisible();
    await expect(page.getByRole('button', { name: /^Sélectionner/ })).toHaveAttribute('aria-pressed', 'true');
    expect(await ana.unsaved()).toBe(0);
    await ana.leave();
  });
});
