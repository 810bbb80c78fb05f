/**
 * The title above an area, the same for every kind of area: one line, smaller where it is long, then cropped, never wider than the area. Knows nothing of what stands inside.
 */
import { type Box, contains } from '../geometry/box.ts';
import type { Vec } from '../geometry/vec.ts';
import { fitText } from '../text/fitText.ts';
import { measureText } from '../text/measure.ts';
import type { Theme } from '../theme/tokens.ts';
import type { Element, Size } from './ElementKind.ts';
import { memoByElement } from './memoByElement.ts';
import type { PaintContext } from './PaintContext.ts';
import { paintLines } from './strokes.ts';

/** Measures in board units; the editor of the title uses the same. */
export const AREA_TITLE = {
  title: 21,
  minTitle: 15,
  titleWeight: 600,
  titleLineHeight: 1.2,
  /** Between the title's line box and the area. The title as a whole stays within the 40-unit margin of a picture. */
  titleGap: 6,
} as const;

const TITLE_HEIGHT = AREA_TITLE.title * AREA_TITLE.titleLineHeight;

/** The title as one line; empty where there is none. */
export const titleOf = ({ text }: Element): string => text.replace(/\s+/g, ' ').trim();

interface TitleLine {
  readonly room: number;
  readonly title: { readonly line: string; readonly size: number; readonly width: number } | null;
}

/** One line at a time is kept for an element: its area is shown at one size. */
const lineOf = memoByElement((): { kept: TitleLine | null } => ({ kept: null }));

function layOutTitle(element: Element, room: number): TitleLine['title'] {
  const memo = lineOf(element);
  if (memo.kept?.room !== room) memo.kept = { room, title: breakTitle(titleOf(element), room) };
  return memo.kept.title;
}

function breakTitle(title: string, w: number): TitleLine['title'] {
  if (title === '') return null;
  const { title: max, minTitle: min, titleWeight: weight, titleLineHeight: lineHeight } = AREA_TITLE;
  const { lines, size } = fitText(title, { w, h: min * lineHeight }, { max, min, weight, lineHeight });
  const line = lines[0] ?? '';
  return { line, size, width: Math.min(w, measureText(line, size, weight)) };
}

/** The area and its title, relative to its top left. `size`: as it is shown, where that is another one than what is written. */
export function areaBounds(element: Element, [w, h]: Size = element.size): Box {
  if (!layOutTitle(element, w)) return { x: 0, y: 0, w, h };
  // Emoji and stacked accents stand a little out of their line.
  const above = TITLE_HEIGHT + AREA_TITLE.titleGap + 4;
  return { x: -2, y: -above, w: w + 4, h: h + above };
}

/** Whether a point (relative to the top left) lies on the title. */
export function hitsTitle(element: Element, point: Vec, [w]: Size = element.size): boolean {
  const title = layOutTitle(element, w);
  const height = TITLE_HEIGHT + AREA_TITLE.titleGap;
  return title !== null && contains({ x: 0, y: -height, w: title.width, h: height }, point);
}

/** Whether a point (relative to the top left) lies in the area or on its title. */
export const hitsArea = (element: Element, point: Vec, [w, h]: Size = element.size): boolean =>
  contains({ x: 0, y: 0, w, h }, point) || hitsTitle(element, point, [w, h]);

/** Whether a point lies on the title, or within `reach` units of the border: where one takes hold of an area in which one works. */
export function hitsAreaHandle(element: Element, point: Vec, reach: number, [w, h]: Size = element.size): boolean {
  if (hitsTitle(element, point, [w, h])) return true;
  const inside = { x: reach, y: reach, w: Math.max(0, w - 2 * reach), h: Math.max(0, h - 2 * reach) };
  return contains({ x: -reach, y: -reach, w: w + 2 * reach, h: h + 2 * reach }, point) && !contains(inside, point);
}

/** Paints the title above the area's top left. */
export function paintAreaTitle(ctx: PaintContext, element: Element, theme: Theme, [w]: Size = element.size): void {
  const title = layOutTitle(element, w);
  if (!title) return;
  const { titleWeight: weight, titleLineHeight: lineHeight, titleGap } = AREA_TITLE;
  const top = -titleGap - title.size * lineHeight;
  paintLines(ctx, [title.line], 0, top, { size: title.size, weight, lineHeight, color: theme.ink });
}
