/**
 * The wall behind everything: a colour and its dots. The dots of a zoom are drawn once into a picture somewhat larger than the screen;
 * a pan only copies it at another offset, which costs no more than filling the screen with one colour.
 */
import type { Theme } from '../../shared/theme/tokens.ts';
import type { DeviceView } from './ElementPainter.ts';

/** Distance between dots in board units at zoom 1. */
const STEP = 32;
/** Distance between dots on the screen, in CSS pixels: doubled or halved to stay in this range. */
const CLOSEST = 24;

/** Distance between dots in board units that suits a zoom. Pure. */
export function dotStep(zoom: number): number {
  const exponent = Math.ceil(Math.log2(CLOSEST / (STEP * zoom)));
  return STEP * 2 ** exponent;
}

export class Wall {
  #picture: { readonly canvas: OffscreenCanvas; readonly key: string; readonly period: number } | null = null;

  /** Covers a rectangle of device pixels; `width` and `height` are those of the whole canvas. */
  paint(
    ctx: CanvasRenderingContext2D,
    view: DeviceView,
    theme: Theme,
    canvas: { readonly width: number; readonly height: number },
  ): void {
    const period = dotStep(view.zoom) * view.scale;
    const picture = this.#pictureFor(period, view.scale / view.zoom, theme, canvas);
    const phase = (offset: number): number => Math.round(((offset % period) + period) % period) - Math.ceil(period);
    ctx.drawImage(picture, phase(view.x), phase(view.y));
  }

  #pictureFor(
    period: number,
    pixelRatio: number,
    theme: Theme,
    { width, height }: { readonly width: number; readonly height: number },
  ): OffscreenCanvas {
    const key = `${period} ${width} ${height} ${theme.name}`;
    if (this.#picture?.key === key) return this.#picture.canvas;
    const margin = Math.ceil(period) + 1;
    const old = this.#picture?.canvas;
    const w = width + 2 * margin;
    const h = height + 2 * margin;
    const canvas = old && old.width >= w && old.height >= h ? old : new OffscreenCanvas(w, h);
    const ctx = canvas.getContext('2d', { alpha: false });
    if (ctx) {
      ctx.fillStyle = theme.wall;
      ctx.fillRect(0, 0, canvas.width, canvas.height);
      const size = Math.max(1, Math.round(1.6 * pixelRatio));
      const shift = Math.floor(size / 2);
      const row = this.#row(w, period, size, theme);
      for (let y = 0; y < h; y += period) ctx.drawImage(row, -shift, Math.round(y) - shift);
      row.close();
    }
    this.#picture = { canvas, key, period };
    return canvas;
  }

  /** One row of dots, to be copied down: a zoom draws a new wall at each frame. */
  #row(width: number, period: number, size: number, theme: Theme): ImageBitmap {
    const canvas = new OffscreenCanvas(width, size);
    const ctx = canvas.getContext('2d', { alpha: false });
    if (ctx) {
      ctx.fillStyle = theme.wall;
      ctx.fillRect(0, 0, width, size);
      ctx.fillStyle = theme.dots;
      for (let x = 0; x < width; x += period) ctx.fillRect(Math.round(x), 0, size, size);
    }
    return canvas.transferToImageBitmap();
  }
}
