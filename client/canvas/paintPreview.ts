/** A board, or one area, painted small: what will stand in a picture. Elements of a few pixels are plain squares, so that a full wall costs no more. */
import type { ElementId, Scene } from '../../shared/elements/ElementKind.ts';
import type { PaintContext } from '../../shared/elements/PaintContext.ts';
import { type PaintableBoard, paintOrder } from '../../shared/elements/paintScene.ts';
import { paintElement } from '../../shared/elements/present.ts';
import { kindOf } from '../../shared/elements/registry.ts';
import type { Box } from '../../shared/geometry/box.ts';

/** Below so many pixels nobody can read what is on an element. */
const LEGIBLE = 16;

export interface PreviewOptions {
  /** The rectangle of the page to show. */
  readonly box: Box;
  /** Pixels a board unit. */
  readonly scale: number;
  readonly scene: Scene;
  /** Only this area and what lies in it. */
  readonly area?: ElementId;
}

/** Paints into a context whose origin is the top left of the preview; the context comes back as it was. */
export function paintPreview(ctx: PaintContext, board: PaintableBoard, options: PreviewOptions): void {
  const { box, scale, scene, area } = options;
  ctx.save();
  ctx.scale(scale, scale);
  ctx.fillStyle = scene.theme.wall;
  ctx.fillRect(0, 0, box.w, box.h);
  for (const id of paintOrder(board, area)) {
    const element = board.get(id);
    if (!element) continue;
    const origin = board.tree.origin(id);
    const [w, h] = element.size;
    const swatch = Math.max(w, h) * scale < LEGIBLE ? kindOf(element).swatch(element, scene.theme) : null;
    ctx.save();
    ctx.translate(origin.x - box.x, origin.y - box.y);
    if (swatch === null) paintElement(ctx, element, scene);
    else {
      ctx.fillStyle = swatch;
      ctx.fillRect(0, 0, w, h);
    }
    ctx.restore();
  }
  ctx.restore();
}
