/**
 * Puts one element on a canvas at the current camera: a flat square, a bitmap or its own `paint`. Works in device pixels; bitmaps at the
 * right scale are copied to whole pixels. Makes bitmaps only until the frame's deadline; beyond, it shows the next best and says so.
 */
import type { Element, ElementId, Scene } from '../../shared/elements/ElementKind.ts';
import type { PaintContext } from '../../shared/elements/PaintContext.ts';
import { kindOf } from '../../shared/elements/registry.ts';
import type { Vec } from '../../shared/geometry/vec.ts';
import type { Indexed } from '../editor/BoardIndex.ts';
import { type Bitmap, BitmapCache } from './BitmapCache.ts';
import { Captions } from './Captions.ts';
import { bitmapScale, rasterOf } from './levels.ts';

/** The camera in device pixels: page → pixel is `page * scale + offset`. */
export interface DeviceView {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
  /** CSS pixels a board unit. */
  readonly zoom: number;
  /** Whether the zoom rests. */
  readonly isSettled: boolean;
}

const ZERO: Vec = { x: 0, y: 0 };

export class ElementPainter {
  readonly bitmaps: BitmapCache;
  readonly #scene: () => Scene;
  readonly #now: () => number;
  readonly #captions = new Captions();
  #deadline = Number.POSITIVE_INFINITY;
  #owes = false;

  constructor({ scene, now, budget }: { scene: () => Scene; now: () => number; budget: number }) {
    this.#scene = scene;
    this.#now = now;
    this.bitmaps = new BitmapCache(budget, (item, scale) => this.#rasterize(item, scale));
  }

  /** Begins a frame in which bitmaps may be made for `budgetMs`. */
  beginFrame(budgetMs: number): void {
    this.bitmaps.beginFrame();
    this.#deadline = this.#now() + budgetMs;
    this.#owes = false;
  }

  /** Whether something was shown by a stand-in since `beginFrame`: another frame is needed. */
  get owes(): boolean {
    return this.#owes;
  }

  /** Paints elements in the given order; `by` displaces them on the page. */
  paintAll(ctx: CanvasRenderingContext2D, view: DeviceView, items: readonly Indexed[], by: Vec = ZERO): void {
    const { theme } = this.#scene();
    const scale = bitmapScale(view.scale, view.isSettled);
    const flat = new Map<string, Indexed[]>();
    for (const item of items) {
      const { element, kind, view: elementView } = item;
      const [w, h] = element.size;
      const swatch = kind.swatch(element, theme);
      const side = w > h ? w : h;
      const raster = rasterOf(side, view.zoom, elementView.raster === 'vector' ? null : scale, swatch !== null);
      if (raster === 'flat') {
        // Tiny squares may be painted colour by colour: nobody sees which of two lies above.
        const group = flat.get(swatch as string);
        if (group) group.push(item);
        else flat.set(swatch as string, [item]);
      } else if (raster === 'vector') this.#paintLarge(ctx, view, item, by);
      else this.#paintBitmap(ctx, view, item, raster, by);
    }
    for (const [color, group] of flat) {
      ctx.fillStyle = color;
      for (const item of group) this.#fill(ctx, view, item, by);
    }
  }

  /** Paints an element by its kind's own `paint`; `element` may differ from what stands on the board (being resized or typed in). */
  paintVector(
    ctx: CanvasRenderingContext2D,
    view: DeviceView,
    item: Pick<Indexed, 'origin'>,
    element: Element,
    by: Vec = ZERO,
  ): void {
    ctx.save();
    const x = (item.origin.x + by.x) * view.scale + view.x;
    const y = (item.origin.y + by.y) * view.scale + view.y;
    ctx.setTransform(view.scale, 0, 0, view.scale, Math.round(x), Math.round(y));
    kindOf(element).paint(ctx as PaintContext, element, this.#scene());
    ctx.restore();
  }

  #paintLarge(ctx: CanvasRenderingContext2D, view: DeviceView, item: Indexed, by: Vec): void {
    if (!Captions.isNeeded(item, view.zoom)) {
      this.paintVector(ctx, view, item, item.element, by);
      return;
    }
    this.paintVector(ctx, view, item, { ...item.element, text: '' }, by);
    const origin = { x: item.origin.x + by.x, y: item.origin.y + by.y };
    this.#captions.paint(ctx, view, { ...item, origin }, this.#scene().theme);
  }

  #paintBitmap(ctx: CanvasRenderingContext2D, view: DeviceView, item: Indexed, scale: number, by: Vec): void {
    const bitmap = this.#bitmapFor(item, scale);
    if (!bitmap) {
      const color = item.kind.swatch(item.element, this.#scene().theme);
      if (color === null) return;
      ctx.fillStyle = color;
      this.#fill(ctx, view, item, by);
      return;
    }
    const x = (item.origin.x + by.x) * view.scale + view.x;
    const y = (item.origin.y + by.y) * view.scale + view.y;
    const { image } = bitmap;
    if (bitmap.scale === view.scale) {
      // The element's corner on a whole pixel first, then the bitmap's whole offset: neighbours stay aligned.
      ctx.drawImage(image, Math.round(x) + bitmap.x * scale, Math.round(y) + bitmap.y * scale);
      return;
    }
    const ratio = view.scale / bitmap.scale;
    ctx.drawImage(
      image,
      Math.round(x + bitmap.x * view.scale),
      Math.round(y + bitmap.y * view.scale),
      image.width * ratio,
      image.height * ratio,
    );
  }

  #bitmapFor(item: Indexed, scale: number): Bitmap | undefined {
    const right = this.bitmaps.find(item, scale);
    if (right) return right;
    if (this.#now() < this.#deadline) return this.bitmaps.make(item, scale);
    this.#owes = true;
    return this.bitmaps.findOther(item, scale);
  }

  #fill(ctx: CanvasRenderingContext2D, view: DeviceView, item: Indexed, by: Vec): void {
    const [w, h] = item.element.size;
    const x = Math.round((item.origin.x + by.x) * view.scale + view.x);
    const y = Math.round((item.origin.y + by.y) * view.scale + view.y);
    ctx.fillRect(x, y, Math.max(1, Math.round(w * view.scale)), Math.max(1, Math.round(h * view.scale)));
  }

  #rasterize({ element, kind, stamp }: Indexed, scale: number): Bitmap {
    const bounds = kind.bounds(element);
    const left = Math.floor(bounds.x * scale);
    const top = Math.floor(bounds.y * scale);
    const width = Math.max(1, Math.ceil((bounds.x + bounds.w) * scale) - left);
    const height = Math.max(1, Math.ceil((bounds.y + bounds.h) * scale) - top);
    const canvas = new OffscreenCanvas(width, height);
    const ctx = canvas.getContext('2d');
    if (ctx) {
      ctx.setTransform(scale, 0, 0, scale, -left, -top);
      kind.paint(ctx as unknown as PaintContext, element, this.#scene());
    }
    return { image: canvas.transferToImageBitmap(), scale, stamp, x: left / scale, y: top / scale };
  }

  /** Forgets what is no longer on the board. */
  forget(ids: Iterable<ElementId>): void {
    for (const id of ids) this.bitmaps.delete(id);
  }
}
