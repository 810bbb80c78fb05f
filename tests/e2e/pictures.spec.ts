/** A board with all 597 sample contributions, an area a question: its pictures from the browser and from the API say the same. */
import { readFileSync } from 'node:fs';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { type Browser, expect, test } from '@playwright/test';
import type { BoardDoc } from '../../shared/board/BoardDoc.ts';
import { encodeSync, SYNC } from '../../shared/protocol/frames.ts';
import { NOTE_COLORS, type NoteColor, THEMES } from '../../shared/theme/tokens.ts';
import { eventually } from '../helpers/eventually.ts';
import { RawClient } from '../helpers/rawClient.ts';
import { createSampleBoard } from '../helpers/sampleBoard.ts';
import { type SpawnedServer, spawnServer } from '../helpers/server.ts';
import { Person } from './Person.ts';

const MARGIN = 40;

interface Picture {
  readonly width: number;
  readonly height: number;
  /** `#RRGGBB` of a pixel. */
  at(x: number, y: number): string;
  /** Share of dark pixels in a rectangle: ink. */
  ink(x: number, y: number, w: number, h: number): number;
}

async function readPicture(png: Buffer): Promise<Picture> {
  const image = await loadImage(png);
  const canvas = createCanvas(image.width, image.height);
  const context = canvas.getContext('2d');
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, image.width, image.height);
  const channel = (x: number, y: number, c: number): number =>
    data[(Math.round(y) * image.width + Math.round(x)) * 4 + c] ?? -1;
  return {
    width: image.width,
    height: image.height,
    at: (x, y) => `#${[0, 1, 2].map((c) => channel(x, y, c).toString(16).padStart(2, '0')).join('')}`.toUpperCase(),
    ink: (x, y, w, h) => {
      let dark = 0;
      for (let j = 0; j < h; j++) for (let i = 0; i < w; i++) if (channel(x + i, y + j, 0) < 110) dark++;
      return dark / (w * h);
    },
  };
}

test.describe('les images d’un mur de 597 contributions', () => {
  let server: SpawnedServer;
  let ana: Person;
  let sample: BoardDoc;
  let url: string;
  let ticket: string;

  test.beforeAll(async ({ browser }: { browser: Browser }) => {
    server = await spawnServer();
    sample = createSampleBoard();
    const board = await server.createBoard({ title: 'Grand débat : 597 contributions' });
    const joined = await server.join(board.id, { secret: board.secrets.facilitate });
    ticket = joined.ticket;
    url = `${server.url}/api/boards/${board.id}/export/png`;
    const writer = new RawClient(server.wsUrl, board.id, ticket, { isSilent: true });
    await eventually(() => expect(writer.welcome).not.toBeNull());
    writer.send(encodeSync(SYNC.update, sample.encodeState()));
    await eventually(() => expect(writer.saved).toBe(1), { timeoutMs: 30_000 });
    writer.socket.close();
    ana = await Person.arrive(browser, { acceptDownloads: true });
    await ana.join(board.links.participate, 'Ana');
  });

  test.afterAll(async () => {
    await ana?.leave();
    await server?.dispose();
  });

  async function fromBrowser(area: string | null): Promise<Picture> {
    const { page } = ana;
    await page.getByRole('button', { name: 'Exporter le mur' }).click();
    const dialog = page.getByRole('dialog', { name: 'Exporter le mur' });
    if (area !== null) await dialog.getByLabel('Que voulez-vous emporter').selectOption(area);
    await dialog.getByRole('radio', { name: '1 ×' }).check({ force: true });
    const [download] = await Promise.all([
      page.waitForEvent('download', { timeout: 60_000 }),
      dialog.getByRole('button', { name: 'Télécharger le PNG' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/Grand débat.*\.png$/);
    const picture = await readPicture(readFileSync(await download.path()));
    await ana.press('Escape');
    return picture;
  }

  async function fromApi(area: string | null): Promise<Picture> {
    const response = await fetch(`${url}?scale=1${area === null ? '' : `&area=${area}`}`, {
      headers: { authorization: `Bearer ${ticket}` },
    });
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'image/png']);
    return readPicture(Buffer.from(await response.arrayBuffer()));
  }

  /** The picture is as large as what it shows and a margin, and every note is at its place, in its colour, with ink on it. */
  function expectAllNotes(picture: Picture, area: string | null): void {
    const ids = area === null ? [...sample.ids()] : [area, ...sample.tree.descendants(area)];
    const boxes = ids.map((id) => ({ element: sample.get(id), box: sample.frame(id) }));
    const left = Math.min(...boxes.map(({ box }) => box?.x ?? 0)) - MARGIN;
    const top = Math.min(...boxes.map(({ box }) => box?.y ?? 0)) - MARGIN;
    expect(picture.width).toBe(Math.max(...boxes.map(({ box }) => (box?.x ?? 0) + (box?.w ?? 0))) + MARGIN - left);
    expect(picture.height).toBe(Math.max(...boxes.map(({ box }) => (box?.y ?? 0) + (box?.h ?? 0))) + MARGIN - top);
    const wrong = boxes.filter(({ element, box }) => {
      const color = element?.props.color as NoteColor | undefined;
      if (!box || !color || !NOTE_COLORS.includes(color) || element?.text === undefined) return false;
      const x = box.x - left;
      const y = box.y - top;
      const isPainted = picture.at(x + 8, y + 8) === THEMES.light.notes[color];
      return !isPainted || picture.ink(x + 16, y + 16, box.w - 32, box.h - 32) < 0.005;
    });
    expect(wrong.map(({ element }) => element?.text)).toEqual([]);
  }

  test('are the same from the browser and from the API, for one area', async () => {
    const area = [...sample.ids()].find((id) => sample.tree.children(id).length === 91) as string;
    const [browser, api] = [await fromBrowser(area), await fromApi(area)];
    expectAllNotes(browser, area);
    expectAllNotes(api, area);
    const gap = (a: string, b: string): number =>
      Math.abs(Number.parseInt(a.slice(3, 5), 16) - Number.parseInt(b.slice(3, 5), 16));
    let different = 0;
    for (let y = 0; y < api.height; y += 4) {
      for (let x = 0; x < api.width; x += 4) if (gap(api.at(x, y), browser.at(x, y)) > 64) different++;
    }
    // Two rasterisers, one painting: they differ along the edges of letters, nowhere else.
    expect(different / ((api.width * api.height) / 16)).toBeLessThan(0.03);
  });

  test('hold every note of the whole wall', async () => {
    expectAllNotes(await fromBrowser(null), null);
    expectAllNotes(await fromApi(null), null);
  });
});
