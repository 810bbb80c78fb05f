/** Plain text that becomes notes: a line a note, laid in a tidy grid. Pure. */
import type { Box } from '../../../shared/geometry/box.ts';
import type { Vec } from '../../../shared/geometry/vec.ts';
import { LIMITS } from '../../../shared/protocol/limits.ts';

/** Space between notes laid in a grid, in board units. */
export const GRID_GAP = 20;

/** Bullets that word processors and mails put before the lines of a list; numbers may mean something and stay. */
const BULLET = /^[-*•‣◦▪·–—]\s+/u;

/** The lines of a text that say something, without bullets and outer blanks. */
export const splitLines = (text: string): string[] =>
  text
    .split(/\r\n|[\n\r\u2028\u2029]/u)
    .map((line) => line.trim().replace(BULLET, '').slice(0, LIMITS.textChars))
    .filter((line) => line !== '');

export interface GridOptions {
  readonly item: { readonly w: number; readonly h: number };
  /** Middle of the grid; with `within`, its upper part is used where the grid does not fit around the middle. */
  readonly center: Vec;
  /** The area it is laid in: its width is not exceeded, and the grid is kept inside where it fits. */
  readonly within?: Box;
  readonly gap?: number;
}

/** Top left corners of `count` items in rows, a little wider than high, in reading order. Whole units. */
export function layOutGrid(count: number, { item, center, within, gap = GRID_GAP }: GridOptions): Vec[] {
  if (count === 0) return [];
  const stepX = item.w + gap;
  const stepY = item.h + gap;
  const ideal = Math.max(1, Math.ceil(Math.sqrt((count * 1.5 * stepY) / stepX)));
  const room = within ? Math.max(1, Math.floor((within.w - gap) / stepX)) : ideal;
  const columns = Math.min(count, ideal, room);
  const rows = Math.ceil(count / columns);
  const w = columns * stepX - gap;
  const h = rows * stepY - gap;
  const keepIn = (low: number, size: number, areaLow: number, areaSize: number): number =>
    size + 2 * gap > areaSize ? areaLow + gap : Math.min(Math.max(low, areaLow + gap), areaLow + areaSize - size - gap);
  const left = within ? keepIn(center.x - w / 2, w, within.x, within.w) : center.x - w / 2;
  const top = within ? keepIn(center.y - h / 2, h, within.y, within.h) : center.y - h / 2;
  return Array.from({ length: count }, (_, i) => ({
    x: Math.round(left + (i % columns) * stepX),
    y: Math.round(top + Math.floor(i / columns) * stepY),
  }));
}
