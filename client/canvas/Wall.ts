/**
 * The wall behind everything: a colour and its dots. One row of dots is drawn once for each zoom and copied down the screen: the few pixels
 * of thirty rows cost less than a copy of the whole picture would.
 */
import type { Theme } from '../../shared/theme/tokens.ts';
import type { CanvasSize } from './BoardPainter.ts';
import type { DeviceView } from './ElementPainter.ts';

/** Distance between dots in board units at zoom 1. */
const STEP = 32;
/** Least distance between dots on the screen, in CSS pixels: the distance in board units is doubled or halved to stay above. */
const CLOSEST = 24;

/** Distance between dots in board units that suits a zoom. Pure. */
export function dotStep(zoom: number): number {
  const exponent = Math.ceil(Math.log2(CLOSEST / (STEP * zoom)));
  return STEP * 2 ** exponent;
}

/** Rows begin at 64th dot of the wall: one serves a long pan. */
const STRIDE = 64;

/** A row of dots. */
interface Row {
  readonly key: string;
  readonly image: OffscreenCanvas;
  /** Device pixels from the board's origin to its left edge. */
  readonly left: number;
}

export class Wall {
  #row: Row | null = null;

  /**
   * Covers the canvas, or what of it is not clipped away; `width` and `height` are those of the whole canvas. Each dot is rounded where it
   * stands on the board, not on the screen: a wall that was shifted and one that is painted anew are the same.
   */
  paint(ctx: CanvasRenderingContext2D, view: DeviceView, theme: Theme, { width, height }: CanvasSize): void {
    const period = dotStep(view.zoom) * view.scale;
    const dot = Math.max(1, Math.round((1.6 * view.scale) / view.zoom));
    ctx.fillStyle = theme.wall;
    ctx.fillRect(0, 0, width, height);
    const stride = view.isSettled ? STRIDE : 1;
    const first = Math.floor(-view.x / period / stride) * stride;
    const row = this.#rowOf(first, { period, dot, theme, width: Math.ceil(width + (stride + 1) * period) });
    if (!row) return;
    for (let k = Math.floor(-view.y / period); k * period < height - view.y; k++)
      ctx.drawImage(row.image, view.x + row.left, view.y + Math.round(k * period));
  }

  /** The row of a width that begins at the `first` dot of the wall. */
  #rowOf(
    first: number,
    { period, dot, theme, width }: { period: number; dot: number; theme: Theme; width: number },
  ): Row | null {
    const key = `${first} ${period} ${dot} ${width} ${theme.name}`;
    if (this.#row?.key === key) return this.#row;
    const left = Math.round(first * period);
    const image = this.#row?.image ?? new OffscreenCanvas(width, dot);
    if (image.width !== width || image.height !== dot) Object.assign(image, { width, height: dot });
    const ctx = image.getContext('2d', { alpha: false });
    if (!ctx) return null;
    ctx.fillStyle = theme.wall;
    ctx.fillRect(0, 0, width, dot);
    ctx.fillStyle = theme.dots;
    for (let k = first; k * period - left < width; k++) ctx.fillRect(Math.round(k * period) - left, 0, dot, dot);
    this.#row = { key, image, left };
    return this.#row;
  }
}
