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

/** A row of dots, the first at the left edge. */
interface Row {
  readonly key: string;
  readonly image: ImageBitmap;
}

export class Wall {
  #row: Row | null = null;

  /** Covers the canvas, or what of it is not clipped away; `width` and `height` are those of the whole canvas. */
  paint(ctx: CanvasRenderingContext2D, view: DeviceView, theme: Theme, { width, height }: CanvasSize): void {
    const period = dotStep(view.zoom) * view.scale;
    const margin = Math.ceil(period);
    const phase = (offset: number): number => Math.round(((offset % period) + period) % period) - margin;
    const dot = Math.max(1, Math.round((1.6 * view.scale) / view.zoom));
    ctx.fillStyle = theme.wall;
    ctx.fillRect(0, 0, width, height);
    const row = this.#rowOf(period, dot, theme, width + margin);
    if (!row) return;
    const [x, top] = [phase(view.x), phase(view.y)];
    for (let y = 0; top + y < height; y += period) ctx.drawImage(row, x, top + Math.round(y));
  }

  #rowOf(period: number, dot: number, theme: Theme, width: number): ImageBitmap | null {
    const key = `${period} ${dot} ${width} ${theme.name}`;
    if (this.#row?.key === key) return this.#row.image;
    const canvas = new OffscreenCanvas(width, dot);
    const ctx = canvas.getContext('2d', { alpha: false });
    if (!ctx) return null;
    ctx.fillStyle = theme.wall;
    ctx.fillRect(0, 0, width, dot);
    ctx.fillStyle = theme.dots;
    for (let x = 0; x < width; x += period) ctx.fillRect(Math.round(x), 0, dot, dot);
    this.#row?.image.close();
    const image = canvas.transferToImageBitmap();
    this.#row = { key, image };
    return image;
  }
}
