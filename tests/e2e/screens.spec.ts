/** The product as people see it, in three sizes and two appearances: nothing sticks out, and pictures to look at (room.ts: `shot`). */
import { type Browser, expect, test } from '@playwright/test';
import type { BoardDoc } from '../../shared/board/BoardDoc.ts';
import { createElements } from '../../shared/board/operations.ts';
import { NOTE_COLORS } from '../../shared/theme/tokens.ts';
import { shortContributions } from '../helpers/contributions.ts';
import { eventually } from '../helpers/eventually.ts';
import { RawClient } from '../helpers/rawClient.ts';
import { type SpawnedServer, spawnServer } from '../helpers/server.ts';
import { Person } from './Person.ts';
import { shot as picture } from './room.ts';

const SIZES = {
  laptop: { viewport: { width: 1440, height: 900 } },
  phone: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 },
  projector: { viewport: { width: 1920, height: 1080 } },
} as const;

test.describe('ce que l’on voit', () => {
  let server: SpawnedServer;
  let links: { readonly facilitate: string; readonly participate: string };

  test.beforeAll(async () => {
    server = await spawnServer();
    const board = await server.createBoard({
      template: 'demarreur-bienveillant',
      fields: { question: 'Comment mieux accueillir les habitantes et les habitants dans les maisons de la Région ?' },
    });
    links = board.links;
    const { ticket } = await server.join(board.id, { secret: board.secrets.participate, name: 'Bilal' });
    const writer = new RawClient(server.wsUrl, board.id, ticket);
    await eventually(() => expect(writer.isSynced).toBe(true));
    const { areas, texts } = {
      areas: ['Questions', 'Notions', 'Hypothèses', 'Controverses'],
      texts: shortContributions(40),
    };
    const wall: BoardDoc = writer.board;
    for (const [n, title] of areas.entries()) {
      const parent = [...wall.ids()].find((id) => wall.get(id)?.text === title) as string;
      const frame = wall.frame(parent);
      if (!frame) throw new Error(title);
      const columns = Math.max(1, Math.floor((frame.w - 20) / 220));
      createElements(
        wall,
        'fill',
        texts.slice(n * 10, n * 10 + Math.min(12, columns * Math.floor((frame.h - 20) / 220))).map((text, index) => ({
          kind: 'note',
          parent,
          at: { x: frame.x + 20 + (index % columns) * 220, y: frame.y + 20 + Math.floor(index / columns) * 220 },
          text,
          props: { color: NOTE_COLORS[(index * 3 + n) % 8] },
        })),
      );
    }
    await eventually(() => expect(writer.saved).toBeGreaterThanOrEqual(4));
    writer.socket.close();
  });

  test.afterAll(async () => {
    await server?.dispose();
  });

  for (const [size, options] of Object.entries(SIZES)) {
    for (const colorScheme of ['light', 'dark'] as const) {
      test(`${size}, ${colorScheme}`, async ({ browser }: { browser: Browser }) => {
        const ana = await Person.arrive(browser, { ...options, colorScheme, reducedMotion: 'reduce' });
        const { page } = ana;
        const shot = (name: string): Promise<unknown> => picture(page, `${name}-${size}-${colorScheme}`);
        await page.goto(server.url);
        await expect(page.getByRole('link', { name: /Démarreur bienveillant/ })).toBeVisible();
        await page.evaluate(() => document.fonts.ready);
        await shot('1-accueil');
        // Nothing may stick out sideways, at any size.
        const overflow = (): Promise<number> =>
          page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(await overflow()).toBeLessThanOrEqual(0);
        await page.getByRole('link', { name: /Démarreur bienveillant/ }).click();
        await expect(page.getByLabel(/Question de départ/)).toBeVisible();
        expect(await overflow()).toBeLessThanOrEqual(0);
        await shot('2-sujet');
        await page.goto(links.participate);
        await expect(page.getByLabel(/^Votre nom/)).toBeVisible();
        expect(await overflow()).toBeLessThanOrEqual(0);
        await shot('3-entrer');
        await page.getByLabel(/^Votre nom/).fill('Ana');
        await page.getByRole('button', { name: /^Entrer/ }).click();
        await ana.ready();
        await ana.fit();
        expect(await overflow()).toBeLessThanOrEqual(0);
        await shot('4-mur');
        const note = await ana.middleOf(shortContributions(1)[0] as string);
        await page.mouse.click(note.x, note.y);
        await expect(page.getByRole('toolbar', { name: 'Sélection' })).toBeVisible();
        await shot('5-selection');
        expect(ana.problems).toEqual([]);
        await ana.leave();
      });
    }
  }
});
