/** Paints lines being drawn by others and the trails of lasers. Works in CSS pixels, over a context set up so. */

import type { Vec } from '../../shared/geometry/vec.ts';
import { inkOf, MARKER_ALPHA, markerOf } from '../../shared/theme/inks.ts';
import type { Theme } from '../../shared/theme/tokens.ts';
import { FADE_MS, type ShownTrail } from './Trails.ts';

export interface TrailView {
  /** Page to CSS pixels. */
  toScreen(point: Vec): Vec;
  readonly zoom: number;
  readonly now: number;
  readonly theme: Theme;
  /** The colour of a person's laser. */
  hue(key: number): string;
}

/** Thickness of a laser's light where the hand is. */
const LASER_PX = 6;

export function paintTrails(ctx: CanvasRenderingContext2D, lines: readonly ShownTrail[], view: TrailView): void {
  ctx.save();
  ctx.lineCap = 'round';
  ctx.lineJoin = 'round';
  for (const line of lines) {
    if (line.trail.kind === 'laser') paintLaser(ctx, line, view);
    else paintStroke(ctx, line, view);
  }
  ctx.restore();
}

function paintStroke(ctx: CanvasRenderingContext2D, { trail, points }: ShownTrail, view: TrailView): void {
  const { color, width, highlighter } = trail;
  ctx.globalAlpha = highlighter ? MARKER_ALPHA : 1;
  ctx.strokeStyle = highlighter ? markerOf(view.theme, color) : inkOf(view.theme, color);
  ctx.lineWidth = Math.max(1, width * view.zoom);
  ctx.beginPath();
  for (const [n, point] of points.entries()) {
    const { x, y } = view.toScreen(point);
    if (n === 0) ctx.moveTo(x, y);
    if (n > 0 || points.length === 1) ctx.lineTo(x, y);
  }
  ctx.stroke();
  ctx.globalAlpha = 1;
}

/** Thinner the older: opaque, so that its pieces do not darken where they meet. */
function paintLaser(ctx: CanvasRenderingContext2D, { key, points }: ShownTrail, view: TrailView): void {
  ctx.strokeStyle = view.hue(key);
  for (const [n, point] of points.entries()) {
    const share = 1 - (view.now - point.at) / FADE_MS;
    if (share <= 0) continue;
    const before = view.toScreen(points[n - 1] ?? point);
    const { x, y } = view.toScreen(point);
    ctx.lineWidth = LASER_PX * share;
    ctx.beginPath();
    ctx.moveTo(before.x, before.y);
    ctx.lineTo(x, y + (n === 0 ? 0.01 : 0));
    ctx.stroke();
  }
}
