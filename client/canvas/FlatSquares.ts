/**
 * Elements of a few pixels, as squares of their colour. Their places are laid out once in plain arrays, colour by colour, so that a frame
 * with ten thousand of them is one walk over numbers. Good for one zoom and one theme; nobody sees which of two lies above.
 */
import type { Theme } from '../../shared/theme/tokens.ts';
import type { Indexed } from '../editor/BoardIndex.ts';
import type { CanvasSize } from './BoardPainter.ts';
import type { DeviceView } from './ElementPainter.ts';
import { FLAT_BELOW_PX } from './levels.ts';

export class FlatSquares {
  /** What is too large for a square, in the order given. */
  readonly others: Indexed[];
  readonly #zoom: number;
  readonly #theme: Theme;
  /** x, y, width, height of each, in page units. */
  readonly #byColor: ReadonlyMap<string, Float64Array>;

  constructor(items: readonly Indexed[], zoom: number, theme: Theme) {
    this.#zoom = zoom;
    this.#theme = theme;
    const others: Indexed[] = [];
    const groups = new Map<string, number[]>();
    for (const item of items) {
      const [w, h] = item.element.size;
      const color = (w > h ? w : h) * zoom < FLAT_BELOW_PX ? item.kind.swatch(item.element, theme) : null;
      if (color === null) {
        others.push(item);
        continue;
      }
      const group = groups.get(color);
      if (group) group.push(item.origin.x, item.origin.y, w, h);
      else groups.set(color, [item.origin.x, item.origin.y, w, h]);
    }
    this.others = others;
    this.#byColor = new Map([...groups].map(([color, group]) => [color, Float64Array.from(group)]));
  }

  fits(zoom: number, theme: Theme): boolean {
    return zoom === this.#zoom && theme === this.#theme;
  }

  paint(ctx: CanvasRenderingContext2D, { scale, x, y }: DeviceView, { width, height }: CanvasSize): void {
    for (const [color, squares] of this.#byColor) {
      ctx.fillStyle = color;
      for (let i = 0; i < squares.length; i += 4) {
        const left = Math.round((squares[i] as number) * scale + x);
        const top = Math.round((squares[i + 1] as number) * scale + y);
        const w = Math.round((squares[i + 2] as number) * scale) || 1;
        const h = Math.round((squares[i + 3] as number) * scale) || 1;
        if (left < width && top < height && left + w > 0 && top + h > 0) ctx.fillRect(left, top, w, h);
      }
    }
  }
}
