/**
 * What an element shows and covers, whatever its kind: the kind's own picture and what people have put on it. Whoever paints, culls or
 * exports asks here, never a kind directly.
 */
import { type Box, union } from '../geometry/box.ts';
import type { Element, Scene, Surroundings } from './ElementKind.ts';
import { boundsOfFold, paintFold } from './fold.ts';
import { NO_MARKS } from './marks/Marks.ts';
import { boundsOfMarks, paintMarks } from './marks/paintMarks.ts';
import type { PaintContext } from './PaintContext.ts';
import { kindOf } from './registry.ts';

/** All an element covers, relative to its top left. */
export function boundsOf(element: Element, around: Surroundings): Box {
  const kind = kindOf(element);
  const bounds = kind.bounds(element, around);
  const marks = boundsOfMarks(element, kind.holdsStrip ? null : bounds.y + bounds.h);
  const fold = boundsOfFold(element);
  if (!marks && !fold) return bounds;
  return union([bounds, ...(marks ? [marks] : []), ...(fold ? [fold] : [])]) ?? bounds;
}

/** Draws an element with its top left at the origin; the context comes back as it was, but for styles. */
export function paintElement(ctx: PaintContext, element: Element, scene: Scene): void {
  const kind = kindOf(element);
  kind.paint(ctx, element, scene);
  if (element.marks !== NO_MARKS) {
    // Some kinds reach further down than their size says: nothing hangs over their words.
    const { y, h } = kind.bounds(element, scene);
    paintMarks(ctx, element, scene.theme, kind.holdsStrip ? null : y + h);
  }
  paintFold(ctx, element, scene);
}
