/**
 * The mark on a folded note of a mind map: how many notes it hides, on a pill in the middle of its lower edge, where it is seen whichever
 * side the map grows on.
 */
import type { Box } from '../geometry/box.ts';
import { measureText } from '../text/measure.ts';
import type { Element, Scene } from './ElementKind.ts';
import type { PaintContext } from './PaintContext.ts';
import { paintLines, roundedRect } from './strokes.ts';

const PILL = { height: 24, padding: 10, text: 15, weight: 600, widest: 72 } as const;

const isFolded = ({ props }: Element): boolean => props.node === 'folded';

/** What the pill covers, relative to the element's top left; `null` where there is none. Wide enough for every number. */
export function boundsOfFold(element: Element): Box | null {
  if (!isFolded(element)) return null;
  const [w, h] = element.size;
  return { x: w / 2 - PILL.widest / 2, y: h - PILL.height / 2, w: PILL.widest, h: PILL.height };
}

/** Whether a point (relative to the top left) is on the pill of a folded note. */
export function isOnFold(element: Element, { x, y }: { readonly x: number; readonly y: number }): boolean {
  const box = boundsOfFold(element);
  return box !== null && x >= box.x && x <= box.x + box.w && y >= box.y && y <= box.y + box.h;
}

export function paintFold(ctx: PaintContext, element: Element, { theme, hiddenBelow }: Scene): void {
  const count = isFolded(element) ? (hiddenBelow?.(element.id) ?? 0) : 0;
  if (count === 0) return;
  const [w, h] = element.size;
  const words = `+${count}`;
  const width = Math.min(PILL.widest, Math.max(36, measureText(words, PILL.text, PILL.weight) + 2 * PILL.padding));
  const x = (w - width) / 2;
  const y = h - PILL.height / 2;
  ctx.fillStyle = theme.ink;
  roundedRect(ctx, x, y, width, PILL.height, PILL.height / 2);
  ctx.fill();
  const style = { size: PILL.text, weight: PILL.weight, lineHeight: 1, color: theme.wall, align: 'center' } as const;
  paintLines(ctx, [words], w / 2, y + (PILL.height - PILL.text) / 2, style);
}
