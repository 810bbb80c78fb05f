/**
 * Makes of a file what is sent: unpacked by the browser, turned upright, no larger than the server keeps it, and packed anew, so that
 * a phone sends hundreds of kilobytes and not ten megabytes, and no place where a photo was taken leaves the device. An SVG becomes
 * pixels here: in an image no script of it runs.
 */
import { fail, ok, type Result } from '../../../shared/lib/result.ts';
import { LIMITS } from '../../../shared/protocol/limits.ts';

export interface PreparedPicture {
  readonly file: Blob;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

/** `unreadable`: this browser sees no picture in it. `too_large`: it cannot be made small enough here. */
export type PrepareProblem = 'unreadable' | 'too_large';

/** Drawings and screenshots are sent as sharp as they are up to this weight. */
const SHARP_BYTES = 2_000_000;
const JPEG_QUALITY = 0.92;
const WEBP_QUALITY = 0.92;
/** A drawing without a size of its own, and one that is smaller than a stamp: still sharp on a large screen. */
const VECTOR_SIDE = 1_600;
/** No browser draws more at once; nobody's camera makes more. */
const MAX_SOURCE_BYTES = 60 * 1024 * 1024;

interface Source {
  readonly image: CanvasImageSource;
  readonly width: number;
  readonly height: number;
  close(): void;
}

/** Never rejects. */
export async function preparePicture(file: Blob): Promise<Result<PreparedPicture, PrepareProblem>> {
  if (file.size > MAX_SOURCE_BYTES) return fail('too_large');
  let source: Source;
  try {
    source = file.type === 'image/svg+xml' ? await openVector(file) : await openPixels(file);
  } catch {
    // What the browser says of it differs from one to the other, and helps nobody.
    return fail('unreadable');
  }
  try {
    return await pack(source, file.type);
  } catch {
    // A canvas that may not be read (Safari, for some drawings), or no memory for one.
    return fail('unreadable');
  } finally {
    source.close();
  }
}

async function openPixels(file: Blob): Promise<Source> {
  const image = await createImageBitmap(file, { imageOrientation: 'from-image' });
  return { image, width: image.width, height: image.height, close: () => image.close() };
}

function openVector(file: Blob): Promise<Source> {
  const url = URL.createObjectURL(file);
  const image = new Image();
  return new Promise((resolve, reject) => {
    image.onload = () => {
      const [w, h] = [image.naturalWidth || VECTOR_SIDE, image.naturalHeight || VECTOR_SIDE];
      const scale = VECTOR_SIDE / Math.max(w, h);
      resolve({
        image,
        width: Math.max(1, Math.round(w * scale)),
        height: Math.max(1, Math.round(h * scale)),
        close: () => URL.revokeObjectURL(url),
      });
    };
    image.onerror = () => {
      URL.revokeObjectURL(url);
      reject(new Error('not a drawing'));
    };
    image.src = url;
  });
}

async function pack({ image, ...source }: Source, type: string): Promise<Result<PreparedPicture, PrepareProblem>> {
  const scale = Math.min(1, LIMITS.pictureSide / Math.max(source.width, source.height));
  const width = Math.max(1, Math.round(source.width * scale));
  const height = Math.max(1, Math.round(source.height * scale));
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  try {
    const ctx = canvas.getContext('2d');
    if (!ctx) return fail('too_large');
    ctx.imageSmoothingQuality = 'high';
    ctx.drawImage(image, 0, 0, width, height);
    const file = await encode(canvas, ctx, type);
    return file && file.size <= LIMITS.pictureBytes ? ok({ file, width, height }) : fail('too_large');
  } finally {
    // Frees the pixels at once: Safari keeps them until the next collection otherwise.
    canvas.width = 0;
  }
}

async function encode(canvas: HTMLCanvasElement, ctx: CanvasRenderingContext2D, source: string): Promise<Blob | null> {
  const toBlob = (type: string, quality?: number): Promise<Blob | null> =>
    new Promise((resolve) => canvas.toBlob(resolve, type, quality));
  if (source === 'image/jpeg') return toBlob('image/jpeg', JPEG_QUALITY);
  const sharp = await toBlob('image/png');
  if (sharp && sharp.size <= SHARP_BYTES) return sharp;
  if (!hasAlpha(ctx, canvas)) return toBlob('image/jpeg', JPEG_QUALITY);
  // Where a browser writes no WebP it answers with a PNG.
  return toBlob('image/webp', WEBP_QUALITY);
}

function hasAlpha(ctx: CanvasRenderingContext2D, { width, height }: HTMLCanvasElement): boolean {
  const { data } = ctx.getImageData(0, 0, width, height);
  for (let at = 3; at < data.length; at += 4) if (data[at] !== 255) return true;
  return false;
}
