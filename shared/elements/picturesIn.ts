/**
 * Which pictures a painting of the board will ask for, and how many pixels wide each will be painted at most: so that whoever paints can
 * fetch and unpack them before, at the size they are seen. Found by painting onto nothing: no kind is asked by name.
 */
import type { PaintContext } from './PaintContext.ts';
import { type PaintableBoard, type PictureOptions, paintBoard } from './paintScene.ts';

/** Widths in pixels by content hash, in painting order. */
export function picturesIn(board: PaintableBoard, options: PictureOptions): ReadonlyMap<string, number> {
  const widths = new Map<string, number>();
  const picture = (hash: string, width = Number.POSITIVE_INFINITY): null => {
    widths.set(hash, Math.max(widths.get(hash) ?? 0, width * options.scale));
    return null;
  };
  paintBoard(NOWHERE, board, { ...options, background: null, picture });
  return widths;
}

/** A context on which nothing is drawn. */
const NOWHERE = new Proxy({} as PaintContext, {
  get: () => () => undefined,
  set: () => true,
});
