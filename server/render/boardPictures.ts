/**
 * The pictures that stand on a board, unpacked for one painting of it: one after the other, each no larger than it will be painted, all
 * of them within a budget. What is not there, or cannot be read, is left out and painted as missing.
 */
import { type Canvas, createCanvas, loadImage } from '@napi-rs/canvas';
import type { Picture } from '../../shared/elements/ElementKind.ts';
import type { PaintableBoard, PictureOptions } from '../../shared/elements/paintScene.ts';
import { picturesIn } from '../../shared/elements/picturesIn.ts';

/** The bytes of a picture by its hash; `null` where the board has none. */
export type ReadPicture = (hash: string) => Promise<Uint8Array | null>;

/** Pixels of all pictures together: 320 MB. Beyond it, all are unpacked smaller. */
const BUDGET = 80_000_000;

/** Every picture that painting with these options will ask for. */
export async function loadBoardPictures(
  board: PaintableBoard,
  options: PictureOptions,
  read: ReadPicture,
): Promise<ReadonlyMap<string, Picture>> {
  const pictures = new Map<string, Picture>();
  const wanted = [...picturesIn(board, options)];
  for (const [at, [hash, width]] of wanted.entries()) {
    const bytes = await read(hash);
    const left = BUDGET - [...pictures.values()].reduce((sum, one) => sum + one.width * one.height, 0);
    const picture = bytes && (await unpack(bytes, width, left / (wanted.length - at)));
    if (picture) pictures.set(hash, { image: picture, width: picture.width, height: picture.height });
  }
  return pictures;
}

async function unpack(bytes: Uint8Array, width: number, maxPixels: number): Promise<Canvas | null> {
  try {
    const image = await loadImage(bytes);
    const scale = Math.min(1, width / image.width, Math.sqrt(maxPixels / (image.width * image.height)));
    const size = (side: number): number => Math.max(1, Math.ceil(side * scale));
    const canvas = createCanvas(size(image.width), size(image.height));
    const ctx = canvas.getContext('2d');
    ctx.imageSmoothingQuality = 'high';
    ctx.drawImage(image, 0, 0, canvas.width, canvas.height);
    return canvas;
  } catch {
    // The bytes were written by us; whatever has become of them, the rest of the board can be painted.
    return null;
  }
}
