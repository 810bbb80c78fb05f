/** The board, or one area, as a PNG made in the browser by the same `paintBoard` as the server's: works without a network. */
import type { Locale } from '../../shared/control/Control.ts';
import type { ElementId } from '../../shared/elements/ElementKind.ts';
import type { PaintContext } from '../../shared/elements/PaintContext.ts';
import {
  isArea,
  type PaintableBoard,
  type PictureTooLarge,
  paintBoard,
  pictureBox,
  pictureSize,
} from '../../shared/elements/paintScene.ts';
import { fail, ok, type Result } from '../../shared/lib/result.ts';
import { THEMES } from '../../shared/theme/tokens.ts';
import { loadFonts, loadSymbols } from './fonts.ts';

export interface ExportPngOptions {
  /** Absent: the whole board. */
  readonly area?: ElementId;
  /** Pixels a board unit: 1, 2 or 4 in the dialog. */
  readonly scale: number;
  readonly locale: Locale;
  readonly person?: (id: string) => string | undefined;
}

export type ExportPngProblem =
  | PictureTooLarge
  | { readonly code: 'area_not_found' }
  /** This browser cannot make a canvas of that size: the server can (`GET …/export/png`). */
  | { readonly code: 'browser_limit' };

/** Safari makes no canvas of more pixels; other browsers fail without a word beyond limits of their own. */
const MAX_PIXELS = 16 * 1024 * 1024;

/** Whether this browser may try a picture of that many pixels itself; else the server makes it. */
export const fitsBrowser = (width: number, height: number): boolean =>
  width * height <= MAX_PIXELS && Math.max(width, height) <= 16_384;

/** Paints on paper, in the light theme, whatever the screen shows: a deliverable looks the same for all. */
export async function exportPng(
  board: PaintableBoard,
  options: ExportPngOptions,
): Promise<Result<Blob, ExportPngProblem>> {
  const { area, scale, locale, person } = options;
  if (area !== undefined && !isArea(board, area)) return fail({ code: 'area_not_found' });
  const box = pictureBox(board, area);
  const size = pictureSize(box, scale);
  if (!size.ok) return size;
  const { width, height } = size.value;
  if (!fitsBrowser(width, height)) return fail({ code: 'browser_limit' });
  await Promise.all([loadFonts(), loadSymbols()]);
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const ctx = canvas.getContext('2d', { alpha: false });
  if (!ctx) return fail({ code: 'browser_limit' });
  const theme = THEMES.light;
  paintBoard(ctx as PaintContext, board, {
    box,
    scale,
    theme,
    locale,
    background: theme.wall,
    ...(area !== undefined && { area }),
    ...(person && { person }),
  });
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  // Frees the pixels at once: Safari keeps them until the next collection otherwise.
  canvas.width = 0;
  return blob ? ok(blob) : fail({ code: 'browser_limit' });
}
