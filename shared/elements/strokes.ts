/** The few strokes all kinds paint with, over `PaintContext`. Callers set what they need; nothing is assumed of the state before. */
import { baselineOf, fontOf, type Weight } from '../text/font.ts';
import type { PaintContext } from './PaintContext.ts';

/** Begins a path around a rectangle with round corners. */
export function roundedRect(ctx: PaintContext, x: number, y: number, w: number, h: number, radius: number): void {
  const r = Math.min(radius, w / 2, h / 2);
  ctx.beginPath();
  ctx.moveTo(x + r, y);
  ctx.arcTo(x + w, y, x + w, y + h, r);
  ctx.arcTo(x + w, y + h, x, y + h, r);
  ctx.arcTo(x, y + h, x, y, r);
  ctx.arcTo(x, y, x + w, y, r);
  ctx.closePath();
}

/** Sets the font. Kerning is off: the table of advance widths knows single characters. */
export function setFont(ctx: PaintContext, size: number, weight: Weight): void {
  ctx.font = fontOf(size, weight);
  ctx.fontKerning = 'none';
  ctx.textBaseline = 'alphabetic';
}

export interface LinesStyle {
  readonly size: number;
  readonly weight: Weight;
  readonly lineHeight: number;
  readonly color: string;
  readonly align?: 'left' | 'center' | 'right';
}

/** Draws lines from the top `y` down; `x` is their left edge, middle or right edge, by `align`. */
export function paintLines(ctx: PaintContext, lines: readonly string[], x: number, y: number, style: LinesStyle): void {
  setFont(ctx, style.size, style.weight);
  ctx.textAlign = style.align ?? 'left';
  ctx.fillStyle = style.color;
  let baseline = y + baselineOf(style.size, style.lineHeight);
  for (const line of lines) {
    if (line !== '') ctx.fillText(line, x, baseline);
    baseline += style.size * style.lineHeight;
  }
}
