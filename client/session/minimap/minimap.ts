/** The arithmetic of the map of a wall: which part of the page it shows, at which scale, and how it is painted bit by bit. Pure. */
import type { Box } from '../../../shared/geometry/box.ts';
import { expand } from '../../../shared/geometry/box.ts';
import type { Vec } from '../../../shared/geometry/vec.ts';
import type { Theme } from '../../../shared/theme/tokens.ts';
import type { Indexed } from '../../editor/BoardIndex.ts';

export interface MapView {
  /** Map pixels a board unit. */
  readonly scale: number;
  /** Page point at the map's top left. */
  readonly x: number;
  readonly y: number;
}

/** Free space around what is shown, in map pixels. */
const MARGIN = 8;

/** The view that shows all of a box, centred. */
export function mapView(content: Box, size: { readonly w: number; readonly h: number }): MapView {
  const box = expand(content, 1);
  const scale = Math.min((size.w - 2 * MARGIN) / box.w, (size.h - 2 * MARGIN) / box.h);
  return { scale, x: box.x + box.w / 2 - size.w / scale / 2, y: box.y + box.h / 2 - size.h / scale / 2 };
}

export const toMap = ({ scale, x, y }: MapView, box: Box): Box => ({
  x: (box.x - x) * scale,
  y: (box.y - y) * scale,
  w: box.w * scale,
  h: box.h * scale,
});

export const fromMap = ({ scale, x, y }: MapView, point: Vec): Vec => ({
  x: point.x / scale + x,
  y: point.y / scale + y,
});

/** A small part of what a canvas can do. */
export type MapContext = Pick<CanvasRenderingContext2D, 'fillStyle' | 'fillRect' | 'globalAlpha'>;

/** Elements painted between two looks at the clock. */
const STRIDE = 32;

/**
 * Paints elements as spots of their colour, areas below the rest; gives back after each few so that whoever paints may stop for a frame.
 * What is smaller than a pixel is a pixel.
 */
export function* paintMap(
  ctx: MapContext,
  items: readonly Indexed[],
  view: MapView,
  theme: Theme,
  ratio: number,
): Generator<void> {
  let painted = 0;
  const spot = ({ bounds, element, origin, kind }: Indexed): void => {
    const color = kind.swatch(element, theme);
    const [w, h] = element.size;
    const isFlat = w <= 0 || h <= 0;
    const box = toMap(view, isFlat ? bounds : { x: origin.x, y: origin.y, w, h });
    ctx.fillStyle = color ?? theme.mutedInk;
    ctx.globalAlpha = color === null ? (kind.isContainer ? 0.16 : 0.45) : 1;
    ctx.fillRect(
      Math.round(box.x * ratio),
      Math.round(box.y * ratio),
      Math.max(1, Math.round(box.w * ratio)),
      Math.max(1, Math.round(box.h * ratio)),
    );
  };
  for (const below of [true, false]) {
    for (const item of items) {
      // A line between others would be a block over them.
      if (item.kind.isContainer !== below || item.kind.dependsOn(item.element).length > 0) continue;
      spot(item);
      painted += 1;
      if (painted % STRIDE === 0) yield;
    }
  }
}
