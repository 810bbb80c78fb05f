/**
 * Makes a picture of our own of a stranger's file, on the thread that calls: unpacked, turned upright, made smaller where it is large, and
 * packed anew, so that what is kept holds pixels and nothing else: no place, no camera, no script. `worker.ts` is the only caller in the
 * product.
 */
import { createHash } from 'node:crypto';
import { type Canvas, createCanvas, loadImage } from '@napi-rs/canvas';
import { fail, ok, type Result } from '../../shared/lib/result.ts';
import { LIMITS } from '../../shared/protocol/limits.ts';
import type { StoredPicture } from '../storage/Storage.ts';
import { type HeaderProblem, readPictureHeader, type SourceType } from './pictureHeader.ts';

export interface Reencoded {
  /** SHA-256 of the bytes, base64url. */
  readonly hash: string;
  readonly picture: StoredPicture;
}

const JPEG_QUALITY = 85;
const WEBP_QUALITY = 88;
/** Drawings and screenshots stay as sharp as they came up to this weight. */
const SHARP_BYTES = 1_500_000;

/** The picture as it will be kept, or why there is none. Rejects only for reasons of ours. */
export async function reencode(file: Uint8Array): Promise<Result<Reencoded, HeaderProblem>> {
  const header = readPictureHeader(file);
  if (!header.ok) return header;
  const canvas = await unpack(header.value.bytes);
  if (!canvas) return fail('picture_damaged');
  const { type, bytes } = await pack(canvas, header.value.type);
  const hash = createHash('sha256').update(bytes).digest('base64url');
  return ok({ hash, picture: { type, width: canvas.width, height: canvas.height, bytes: new Uint8Array(bytes) } });
}

/** Upright, no longer than the limit on any side; `null` where the bytes make no picture. */
async function unpack(bytes: Buffer): Promise<Canvas | null> {
  try {
    // The decoder turns a photo upright by its EXIF orientation.
    const image = await loadImage(bytes);
    const { width, height } = image;
    if (!(width >= 1 && height >= 1)) return null;
    const scale = Math.min(1, LIMITS.pictureSide / Math.max(width, height));
    const side = (pixels: number): number => Math.max(1, Math.round(pixels * scale));
    const canvas = createCanvas(side(width), side(height));
    const ctx = canvas.getContext('2d');
    ctx.imageSmoothingQuality = 'high';
    ctx.drawImage(image, 0, 0, canvas.width, canvas.height);
    return canvas;
  } catch {
    // Whatever a decoder says of a stranger's bytes, it means that they are none of ours.
    return null;
  }
}

async function pack(canvas: Canvas, source: SourceType): Promise<{ type: StoredPicture['type']; bytes: Buffer }> {
  if (source === 'png' || source === 'gif') {
    const bytes = await canvas.encode('png');
    if (bytes.length <= SHARP_BYTES) return { type: 'image/png', bytes };
  }
  if (source !== 'jpeg' && hasAlpha(canvas))
    return { type: 'image/webp', bytes: await canvas.encode('webp', WEBP_QUALITY) };
  return { type: 'image/jpeg', bytes: await canvas.encode('jpeg', JPEG_QUALITY) };
}

function hasAlpha(canvas: Canvas): boolean {
  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
  for (let at = 3; at < data.length; at += 4) if (data[at] !== 255) return true;
  return false;
}
