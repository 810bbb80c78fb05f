/** What all drawn lines have in common, whatever their kind: thickness, dashes, how solid they are. One set of names for one set of controls. */
import type { PaintContext } from './PaintContext.ts';
import { isOneOf, isWhole, optional } from './readProps.ts';

export const DASHES = ['dashed', 'dotted'] as const;
export type Dash = (typeof DASHES)[number];

/** Thickest line, in board units. */
export const WIDEST_LINE = 64;

export const isLineWidth = isWhole(1, WIDEST_LINE);
export const isDash = optional(isOneOf(DASHES));
/** Whole degrees, clockwise. */
export const isAngle = optional(isWhole(-180, 180));
/** Percent. */
export const isOpacity = optional(isWhole(10, 100));

/** Sets a line up: the caller sets its colour and draws it. */
export function setLine(ctx: PaintContext, width: number, dash: Dash | undefined): void {
  ctx.lineWidth = width;
  ctx.lineJoin = 'round';
  ctx.lineCap = dash === 'dashed' ? 'butt' : 'round';
  if (dash === 'dashed') ctx.setLineDash([Math.max(6, 3 * width), Math.max(4, 2 * width)]);
  else if (dash === 'dotted') ctx.setLineDash([0, Math.max(5, 2.5 * width)]);
  else ctx.setLineDash([]);
}
