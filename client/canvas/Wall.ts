/**
 * The wall behind everything: a colour and its dots. The dots of a zoom are drawn once into a picture somewhat larger than the screen;
 * a pan only copies it at another offset, which costs no more than filling the screen with one colour.
 */
import type { Vec } from '../../shared/geometry/vec.ts';
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

export class Wall {
  #picture: { readonly canvas: OffscreenCanvas; readonly key: string } | null = null;
  #lastKey = '';
  #row: OffscreenCanvas | null = null;

  /** Covers the canvas, or what of it is not clipped away; `width` and `height` are those of the whole canvas. */
  paint(ctx: CanvasRenderingContext2D, view: DeviceView, theme: Theme, canvas: CanvasSize): void {
    const period = dotStep(view.zoom) * view.scale;
    const margin = Math.ceil(period);
    const phase = (offset: number): number => Math.round(((offset % period) + period) % period) - margin;
    const at = { x: phase(view.x), y: phase(view.y) };
    const size = { width: canvas.width + margin, height: canvas.height + margin };
    const dot = Math.max(1, Math.round((1.6 * view.scale) / view.zoom));
    const key = `${period} ${dot} ${size.width} ${size.height} ${theme.name}`;
    // Seen once, a wall is not worth a picture: the first look at a board waits for none.
    const isAgain = key === this.#lastKey;
    this.#lastKey = key;
    if (view.isSettled && isAgain) ctx.drawImage(this.#pictureOf(key, period, dot, theme, size), at.x, at.y);
    else this.#draw(ctx, period, dot, theme, size, at);
  }

  #pictureOf(key: string, period: number, dot: number, theme: Theme, size: CanvasSize): OffscreenCanvas {
    if (this.#picture?.key === key) return this.#picture.canvas;
    const canvas = new OffscreenCanvas(size.width, size.height);
    const ctx = canvas.getContext('2d', { alpha: false });
    if (ctx) this.#draw(ctx, period, dot, theme, size, { x: 0, y: 0 });
    this.#picture = { canvas, key };
    return canvas;
  }

  /** One row of dots, copied down: while one zooms the wall is another at each frame. */
  #draw(
    ctx: CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D,
    period: number,
    dot: number,
    theme: Theme,
    { width, height }: CanvasSize,
    at: Vec,
  ): void {
    ctx.fillStyle = theme.wall;
    ctx.fillRect(at.x, at.y, width, height);
    if (!this.#row || this.#row.width < width || this.#row.height !== dot)
      this.#row = new OffscreenCanvas(width + Math.ceil(period), dot);
    const row = this.#row.getContext('2d', { alpha: false });
    if (!row) return;
    row.fillStyle = theme.wall;
    row.fillRect(0, 0, this.#row.width, dot);
    row.fillStyle = theme.dots;
    for (let x = 0; x < width; x += period) row.fillRect(Math.round(x), 0, dot, dot);
    for (let y = 0; y < height; y += period) ctx.drawImage(this.#row, at.x, at.y + Math.round(y));
  }
}
