/**
 * A whole board, or one area, as a picture: which rectangle it covers and how it is painted. The client's export and the server's use
 * this very code, so both give the same picture. Knows nothing of canvases' makers, files, or Yjs.
 */
import type { Locale } from '../control/Control.ts';
import { type Box, expand, intersects, translate, union } from '../geometry/box.ts';
import type { Vec } from '../geometry/vec.ts';
import { fail, ok, type Result } from '../lib/result.ts';
import { LIMITS } from '../protocol/limits.ts';
import type { Theme } from '../theme/tokens.ts';
import type { Arrangement, Element, ElementId, Picture, Scene, Surroundings } from './ElementKind.ts';
import type { PaintContext } from './PaintContext.ts';
import { boundsOf, paintElement } from './present.ts';
import { kindOf } from './registry.ts';

/** What a picture needs of a board: `BoardDoc` is one. */
export interface PaintableBoard extends Surroundings {
  /** What is folded away in mind maps, or not shown by the area it lies in: pictures leave it out. */
  isHidden?(id: ElementId): boolean;
  readonly folds?: { count(id: ElementId): number };
  readonly arrangements?: { of(id: ElementId): Arrangement | null };
  get(id: ElementId): Element | undefined;
  readonly tree: {
    /** Page position of an element's top left. */
    origin(id: ElementId): Vec;
    /** Children in painting order; `null`: what stands on the wall. */
    children(id: ElementId | null): readonly ElementId[];
    /** Everything inside, at any depth, each after its parent, in painting order. */
    descendants(id: ElementId | null): readonly ElementId[];
  };
}

export interface PictureOptions {
  /** The rectangle of the page to paint, in board units (`pictureBox`). */
  readonly box: Box;
  /** Pixels a board unit. */
  readonly scale: number;
  readonly theme: Theme;
  readonly locale: Locale;
  /** Colour behind everything, or `null` for a transparent picture. */
  readonly background: string | null;
  /** Only this area and what lies in it. */
  readonly area?: ElementId;
  /** Name of a participant, for author marks. */
  readonly person?: (id: string) => string | undefined;
  /** The pictures of the board by content hash; one that is not there is painted as missing. */
  readonly picture?: (hash: string) => Picture | null;
}

/** Board units around the content of a picture. Titles of areas stand in it. */
export const PICTURE_MARGIN = 40;

/**
 * Ids in the order in which they are painted, on the screen and in pictures alike: all areas first, then what people put on them. A note
 * that hangs over the edge of its area is never covered by the next area.
 */
export function paintOrder(board: PaintableBoard, area?: ElementId): ElementId[] {
  const ids = area === undefined ? board.tree.descendants(null) : [area, ...board.tree.descendants(area)];
  const areas: ElementId[] = [];
  const others: ElementId[] = [];
  for (const id of ids) if (!board.isHidden?.(id)) (isArea(board, id) ? areas : others).push(id);
  return [...areas, ...others];
}

/** Whether an id is an area of the board, that is something that can hold others. */
export function isArea(board: PaintableBoard, id: ElementId): boolean {
  const element = board.get(id);
  return element !== undefined && kindOf(element).isContainer;
}

/**
 * The rectangle a picture of the board (or of one area with its content) covers: the elements' own rectangles and a margin of 40 units
 * on each side, widened where something painted reaches beyond it, to whole units. An empty board is a small piece of bare wall.
 */
export function pictureBox(board: PaintableBoard, area?: ElementId): Box {
  const rectangles: Box[] = [];
  const painted: Box[] = [];
  for (const id of paintOrder(board, area)) {
    const element = board.get(id);
    if (!element) continue;
    const origin = board.tree.origin(id);
    // What leans on others lies where they are, whatever its own place says.
    const leans = kindOf(element).dependsOn(element).length > 0;
    if (!leans) rectangles.push({ x: origin.x, y: origin.y, w: element.size[0], h: element.size[1] });
    painted.push(translate(boundsOf(element, board), origin));
  }
  const content = expand(union(rectangles) ?? { x: 0, y: 0, w: 0, h: 0 }, PICTURE_MARGIN);
  const box = union([content, ...painted]) ?? content;
  const x = Math.floor(box.x);
  const y = Math.floor(box.y);
  return { x, y, w: Math.ceil(box.x + box.w) - x, h: Math.ceil(box.y + box.h) - y };
}

export interface PictureTooLarge {
  readonly code: 'export_too_large';
  /** The largest scale (pixels a board unit, two decimals, rounded down) at which the picture may be made. */
  readonly maxScale: number;
}

/** No canvas of any maker is longer than this on a side. */
const MAX_SIDE = 32_000;

/** Pixels of a picture, or why it is too large: more than `maxPixels`, or too long for any canvas. */
export function pictureSize(
  box: Box,
  scale: number,
  maxPixels: number = LIMITS.exportPixels,
): Result<{ readonly width: number; readonly height: number }, PictureTooLarge> {
  const width = Math.max(1, Math.round(box.w * scale));
  const height = Math.max(1, Math.round(box.h * scale));
  if (width * height <= maxPixels && Math.max(width, height) <= MAX_SIDE) return ok({ width, height });
  const largest = Math.min(Math.sqrt(maxPixels / (box.w * box.h)), MAX_SIDE / Math.max(box.w, box.h));
  return fail({ code: 'export_too_large', maxScale: Math.floor(largest * 100) / 100 });
}

/** Paints the board into a context whose origin is the top left of the picture; the context comes back as it was. */
export function paintBoard(ctx: PaintContext, board: PaintableBoard, options: PictureOptions): void {
  const { box, scale, theme, locale, background, area, person = () => undefined, picture = () => null } = options;
  const scene: Scene = {
    theme,
    locale,
    element: (id) => board.get(id),
    frame: (id) => board.frame(id),
    hiddenBelow: (id) => board.folds?.count(id) ?? 0,
    arrangement: (id) => board.arrangements?.of(id) ?? null,
    children: (id) => board.tree.children(id),
    person,
    picture,
  };
  ctx.save();
  ctx.scale(scale, scale);
  if (background !== null) {
    ctx.fillStyle = background;
    ctx.fillRect(0, 0, box.w, box.h);
  }
  for (const id of paintOrder(board, area)) {
    const element = board.get(id);
    if (!element) continue;
    const origin = board.tree.origin(id);
    if (!intersects(box, translate(boundsOf(element, board), origin))) continue;
    ctx.save();
    ctx.translate(origin.x - box.x, origin.y - box.y);
    paintElement(ctx, element, scene);
    ctx.restore();
  }
  ctx.restore();
}
