/**
 * Names of rows and columns that the window keeps in sight: of a grid that reaches beyond the left or the upper edge, they are painted there
 * again, over what lies below, on the board's own layer: another one as large as the window would cost as much as the board. Knows which elements
 * have such names, so that a frame looks at these and no others.
 */
import type { ElementId, Scene } from '../../shared/elements/ElementKind.ts';
import type { PaintContext } from '../../shared/elements/PaintContext.ts';
import { type Box, overlap } from '../../shared/geometry/box.ts';
import type { Theme } from '../../shared/theme/tokens.ts';
import type { BoardIndex, Indexed } from '../editor/BoardIndex.ts';
import type { StuckAt } from '../elements/ElementView.ts';
import type { DeviceView } from './ElementPainter.ts';

/** Smaller on the screen, in CSS pixels a board unit, names cannot be read: nothing is kept then. */
const LEGIBLE_ZOOM = 0.45;
/** What the window shows of an element must be so many times as large as the names it keeps. */
const ROOM = 2;
/** The tools stand at the left edge of a window that is not a phone's, in CSS pixels. */
const RAIL = 72;
const PHONE = 640;

interface Kept {
  readonly item: Indexed;
  /** How far from the element's top left its names are painted. */
  readonly at: StuckAt;
}

export class StuckNames {
  readonly #index: BoardIndex;
  readonly #scene: () => Scene;
  readonly #ids = new Set<ElementId>();
  #isRead = false;

  constructor(index: BoardIndex, scene: () => Scene) {
    this.#index = index;
    this.#scene = scene;
  }

  /** Some elements have come, changed, or gone. */
  take(ids: Iterable<ElementId>): void {
    if (!this.#isRead) return;
    for (const id of ids)
      if (this.#index.get(id)?.view.stuck) this.#ids.add(id);
      else this.#ids.delete(id);
  }

  /** Where names are kept at the edge of what is seen of the page, but of what is `lifted`: page boxes that hold them. */
  boxes(seen: Box, zoom: number, lifted: ReadonlySet<ElementId>): readonly Box[] {
    return this.#kept(seen, zoom, lifted).flatMap(({ item, at }) => {
      const { origin, view, element } = item;
      const { side, header } = view.stuck ?? { side: 0, header: 0 };
      const [w, h] = element.size;
      const boxes: Box[] = [];
      const left = at.x === null ? 0 : at.x - at.inset;
      if (at.x !== null) boxes.push({ x: origin.x + left, y: origin.y, w: side + at.inset, h });
      if (at.y !== null) boxes.push({ x: origin.x, y: origin.y + at.y, w, h: header });
      return boxes.flatMap((box) => overlap(box, seen) ?? []);
    });
  }

  paint(ctx: CanvasRenderingContext2D, view: DeviceView, seen: Box, lifted: ReadonlySet<ElementId>): void {
    for (const { item, at } of this.#kept(seen, view.zoom, lifted)) {
      const { scale } = view;
      ctx.save();
      // On whole pixels, as the board below.
      const x = Math.round(item.origin.x * scale + view.x);
      const y = Math.round(item.origin.y * scale + view.y);
      ctx.setTransform(scale, 0, 0, scale, x, y);
      ctx.beginPath();
      ctx.rect(-2, -2, item.element.size[0] + 4, item.element.size[1] + 4);
      ctx.clip();
      item.view.stuck?.paint(ctx as PaintContext, item.element, this.#scene(), at);
      ctx.restore();
    }
  }

  #kept(seen: Box, zoom: number, lifted: ReadonlySet<ElementId>): readonly Kept[] {
    if (zoom < LEGIBLE_ZOOM) return [];
    this.#read();
    const kept: Kept[] = [];
    for (const id of this.#ids) {
      const item = this.#index.get(id);
      const stuck = item?.view.stuck;
      if (!item || !stuck || lifted.has(id)) continue;
      const [w, h] = item.element.size;
      const { x, y } = item.origin;
      const right = Math.min(x + w, seen.x + seen.w);
      const foot = Math.min(y + h, seen.y + seen.h);
      // Seen at all, and enough of it that its names do not cover what they name.
      if (right - Math.max(x, seen.x) < ROOM * stuck.side || foot - Math.max(y, seen.y) < ROOM * stuck.header) continue;
      const inset = seen.w * zoom > PHONE ? RAIL / zoom : 0;
      const left = seen.x + inset;
      const shown = { ...seen, x: seen.x - x, y: seen.y - y };
      const at = { x: left > x ? left - x : null, y: seen.y > y ? seen.y - y : null, inset, seen: shown };
      if (at.x !== null || at.y !== null) kept.push({ item, at });
    }
    return kept;
  }

  /** Looks through the areas when first asked, not while the board opens. */
  #read(): void {
    if (this.#isRead) return;
    this.#isRead = true;
    this.take(this.#index.areas());
  }
}

/** The cell of a grid in which one stands. */
export function paintCell(ctx: CanvasRenderingContext2D, view: DeviceView, theme: Theme, box: Box): void {
  const unit = view.scale / view.zoom;
  const x = Math.round(box.x * view.scale + view.x);
  const y = Math.round(box.y * view.scale + view.y);
  ctx.save();
  for (const [color, width] of [
    [theme.wall, 7],
    [theme.focus, 3],
  ] as const) {
    ctx.strokeStyle = color;
    ctx.lineWidth = width * unit;
    ctx.beginPath();
    ctx.roundRect(x + 2 * unit, y + 2 * unit, box.w * view.scale - 4 * unit, box.h * view.scale - 4 * unit, 4 * unit);
    ctx.stroke();
  }
  ctx.restore();
}
