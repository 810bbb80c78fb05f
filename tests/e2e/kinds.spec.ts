/** Every kind in every look people can choose, on one wall: the browser's picture and the server's are the same painting. */
import { readFileSync } from 'node:fs';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { expect } from '@playwright/test';
import { BoardDoc } from '../../shared/board/BoardDoc.ts';
import { pictureBox } from '../../shared/elements/paintScene.ts';
import { boundsOf } from '../../shared/elements/present.ts';
import type { Box } from '../../shared/geometry/box.ts';
import { encodeSync, SYNC } from '../../shared/protocol/frames.ts';
import { eventually } from '../helpers/eventually.ts';
import { type KindSample, kindSamples, marksBy, sampleElement } from '../helpers/kindSamples.ts';
import { RawClient } from '../helpers/rawClient.ts';
import type { Person } from './Person.ts';
import { test } from './room.ts';

const WIDTH = 3_400;
const GAP = 60;
/** Levels of a channel from which two pixels count as different: letters' edges are smoothed differently by two rasterisers. */
const DIFFERENT = 64;

interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
}

async function readPixels(png: Buffer): Promise<Pixels> {
  const image = await loadImage(png);
  const context = createCanvas(image.width, image.height).getContext('2d');
  context.drawImage(image, 0, 0);
  return context.getImageData(0, 0, image.width, image.height);
}

/** All samples on one wall, in rows; the largest together, so that the wall stays small. */
function createWall(participant: string): {
  readonly board: BoardDoc;
  readonly samples: ReadonlyMap<string, KindSample>;
} {
  const board = new BoardDoc();
  const samples = new Map<string, KindSample>();
  const sorted = kindSamples().toSorted((a, b) => a.kind.defaultSize[1] - b.kind.defaultSize[1]);
  board.edit('samples', (write) => {
    let [x, y, high] = [0, 0, 0];
    for (const sample of sorted) {
      const element = sampleElement(sample);
      const bounds = boundsOf(element, { element: () => undefined, frame: () => ({ x: 0, y: 0, w: 0, h: 0 }) });
      if (x + bounds.w > WIDTH) [x, y, high] = [0, y + high + GAP, 0];
      const id = write.create({
        kind: sample.kind.kind,
        place: [null, Math.round(x - bounds.x), Math.round(y - bounds.y)],
        z: `a${String(samples.size).padStart(3, '0')}`,
        props: sample.props,
        ...(sample.kind.hasText && { text: sample.text }),
        ...(sample.marks && { marks: marksBy(participant) }),
      });
      samples.set(id, sample);
      x += Math.ceil(bounds.w) + GAP;
      high = Math.max(high, Math.ceil(bounds.h));
    }
  });
  return { board, samples };
}

/** Share of a box whose pixels differ. */
function differenceIn(a: Pixels, b: Pixels, { x, y, w, h }: Box): number {
  let different = 0;
  let seen = 0;
  for (let j = Math.max(0, Math.floor(y)); j < Math.min(a.height, y + h); j++)
    for (let i = Math.max(0, Math.floor(x)); i < Math.min(a.width, x + w); i++) {
      const at = (j * a.width + i) * 4;
      seen++;
      for (let c = 0; c < 3; c++)
        if (Math.abs((a.data[at + c] ?? 0) - (b.data[at + c] ?? 0)) > DIFFERENT) {
          different++;
          break;
        }
    }
  return seen === 0 ? 1 : different / seen;
}

async function exportInBrowser({ page }: Person): Promise<Pixels> {
  await page.getByRole('button', { name: 'Exporter le mur' }).click();
  const dialog = page.getByRole('dialog', { name: 'Exporter le mur' });
  await dialog.getByRole('radio', { name: '1 ×' }).check({ force: true });
  const [download] = await Promise.all([
    page.waitForEvent('download', { timeout: 60_000 }),
    dialog.getByRole('button', { name: 'Télécharger le PNG' }).click(),
  ]);
  return readPixels(readFileSync(await download.path()));
}

test('chaque sorte d’élément est peinte de même par le navigateur et par le serveur', async ({ server, room }) => {
  const joined = await server.join(room.board.id, { secret: room.board.secrets.facilitate });
  const { board, samples } = createWall(joined.participant.id);
  const writer = new RawClient(server.wsUrl, room.board.id, joined.ticket, { isSilent: true });
  await eventually(() => expect(writer.welcome).not.toBeNull());
  writer.send(encodeSync(SYNC.update, board.encodeState()));
  await eventually(() => expect(writer.saved).toBe(1), { timeoutMs: 30_000 });
  writer.socket.close();
  await expect.poll(async () => (await room.first.elements()).length).toBe(samples.size);

  const url = `${server.url}/api/boards/${room.board.id}/export/png?scale=1`;
  const response = await fetch(url, { headers: { authorization: `Bearer ${joined.ticket}` } });
  const api = await readPixels(Buffer.from(await response.arrayBuffer()));
  const browser = await exportInBrowser(room.first);
  expect([browser.width, browser.height]).toEqual([api.width, api.height]);

  const corner = pictureBox(board);
  const unlike = [...samples].flatMap(([id, { name }]) => {
    const bounds = board.bounds(id);
    if (!bounds) return [`${name}: not on the wall`];
    const share = differenceIn(api, browser, { ...bounds, x: bounds.x - corner.x, y: bounds.y - corner.y });
    // Small letters close together, as in a rounded shape, are edges for the most part.
    return share > 0.035 ? [`${name}: ${(share * 100).toFixed(1)} % of its pixels differ`] : [];
  });
  expect(unlike).toEqual([]);
});
