/** The board, or one area, as a PNG made in the browser by the same `paintBoard` as the server's: works without a network. */
import type { Locale } from '../../shared/control/Control.ts';
import type { ElementId } from '../../shared/elements/ElementKind.ts';
import type { PaintContext } from '../../shared/elements/PaintContext.ts';
import {
  isArea,
  type PaintableBoard,
  type PictureOptions,
  type PictureTooLarge,
  paintBoard,
  paintOrder,
  pictureBox,
  pictureSize,
} from '../../shared/elements/paintScene.ts';
import { picturesIn } from '../../shared/elements/picturesIn.ts';
import { fail, ok, type Result } from '../../shared/lib/result.ts';
import { LIMITS } from '../../shared/protocol/limits.ts';
import { THEMES } from '../../shared/theme/tokens.ts';
import type { PicturesPort } from '../editor/PicturesPort.ts';
import { loadFonts, loadSymbols, showsSymbols } from './fonts.ts';

export interface ExportPngOptions {
  /** Absent: the whole board. */
  readonly area?: ElementId;
  /** Pixels a board unit: 1, 2 or 4 in the dialog. */
  readonly scale: number;
  readonly locale: Locale;
  readonly person?: (id: string) => string | undefined;
  /** Fetches and unpacks a picture of the board; without it, pictures are shown as missing. */
  readonly loadPicture?: PicturesPort['load'];
}

export type ExportPngProblem =
  | PictureTooLarge
  | { readonly code: 'area_not_found' }
  /** This browser cannot make a canvas of that size: the server can (`GET …/export/png`). */
  | { readonly code: 'browser_limit' };

/** Safari makes no canvas of more pixels; other browsers fail without a word beyond limits of their own. */
const ANY_BROWSER_PIXELS = 16 * 1024 * 1024;
/** What Chromium makes, four bytes each: only where there is memory to spare. */
const LARGEST_PIXELS = 256 * 1024 * 1024;
const LONGEST_SIDE = 16_384;
/** Gigabytes from which a picture of the largest size is nobody's trouble. */
const ROOMY = 8;

/** How many pixels this browser may try: only Chromium tells how much memory there is. */
export function browserPixels(): number {
  const { deviceMemory = 0 } = navigator as { readonly deviceMemory?: number };
  return deviceMemory >= ROOMY ? LARGEST_PIXELS : ANY_BROWSER_PIXELS;
}

/** Whether this browser may try a picture of that many pixels itself; else the server makes it. */
export const fitsBrowser = (width: number, height: number): boolean =>
  width * height <= browserPixels() && Math.max(width, height) <= LONGEST_SIDE;

/** Pixels of the largest picture that can be had at all, made here or by the server. */
export const largestPicture = (): number => Math.max(LIMITS.exportPixels, browserPixels());

/** Paints on paper, in the light theme, whatever the screen shows: a deliverable looks the same for all. */
export async function exportPng(
  board: PaintableBoard,
  options: ExportPngOptions,
): Promise<Result<Blob, ExportPngProblem>> {
  const { area, scale, locale, person, loadPicture } = options;
  if (area !== undefined && !isArea(board, area)) return fail({ code: 'area_not_found' });
  const box = pictureBox(board, area);
  const size = pictureSize(box, scale, largestPicture());
  if (!size.ok) return size;
  const { width, height } = size.value;
  if (!fitsBrowser(width, height)) return fail({ code: 'browser_limit' });
  const isPlain = !paintOrder(board, area).some((id) => {
    const element = board.get(id);
    return element !== undefined && showsSymbols(element);
  });
  await Promise.all([loadFonts(), ...(isPlain ? [] : [loadSymbols()])]);
  const canvas = new OffscreenCanvas(width, height);
  const ctx = canvas.getContext('2d', { alpha: false });
  if (!ctx) return fail({ code: 'browser_limit' });
  const theme = THEMES.light;
  const painting = {
    ...{ box, scale, theme, locale, background: theme.wall },
    ...(area !== undefined && { area }),
    ...(person && { person }),
  };
  const pictures = await loadPictures(board, painting, loadPicture);
  paintBoard(ctx as unknown as PaintContext, board, { ...painting, picture: (hash) => pictures.get(hash) ?? null });
  for (const picture of pictures.values()) picture.close();
  // In a fraction of the time that an element's `toBlob` takes.
  const blob = await canvas.convertToBlob({ type: 'image/png' }).catch(() => null);
  // Frees the pixels at once: Safari keeps them until the next collection otherwise.
  canvas.width = 0;
  return blob ? ok(blob) : fail({ code: 'browser_limit' });
}

type Loaded = NonNullable<Awaited<ReturnType<PicturesPort['load']>>>;

/** Every picture that will be painted, at the size it will have; one after the other, since each takes all its pixels for a moment. */
async function loadPictures(
  board: PaintableBoard,
  painting: PictureOptions,
  load: PicturesPort['load'] = async () => null,
): Promise<ReadonlyMap<string, Loaded>> {
  const pictures = new Map<string, Loaded>();
  for (const [hash, width] of picturesIn(board, painting)) {
    const picture = await load(hash, width);
    if (picture) pictures.set(hash, picture);
  }
  return pictures;
}
