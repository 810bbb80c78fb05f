/**
 * Puts one element on a canvas at the current camera: a flat square, a bitmap or its own `paint`. Works in device pixels; bitmaps at the
 * right scale are copied to whole pixels. Makes bitmaps only until the frame's deadline; beyond, it shows the next best and says so: what could
 * be read is never shown without its text in two frames in a row.
 */
import type { Element, ElementId, Scene } from '../../shared/elements/ElementKind.ts';
import type { PaintContext } from '../../shared/elements/PaintContext.ts';
import { boundsOf, paintElement } from '../../shared/elements/present.ts';
import type { Vec } from '../../shared/geometry/vec.ts';
import type { Theme } from '../../shared/theme/tokens.ts';
import type { Indexed } from '../editor/BoardIndex.ts';
import { type Bitmap, BitmapCache } from './BitmapCache.ts';
import { Captions } from './Captions.ts';
import { bitmapScale, FLAT_BELOW_PX, LEGIBLE, type Raster, rasterOf, rasterOfLine } from './levels.ts';

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

/** What a frame may spend, in milliseconds. */
export interface FrameTime {
  /** On bitmaps, which serve later frames too. */
  readonly bitmaps: number;
  /** On bitmaps and, beyond, on painting what has none: sharp and at once, for this frame only. */
  readonly all: number;
}

/** The first frame shows the board, as soon as can be: bitmaps are for those that follow. Konva may draw it before any frame of ours. */
export const FIRST_FRAME: FrameTime = { bitmaps: 0, all: 40 };

/** Whether one can read at this view: neither from afar, nor while it grows or shrinks. */
const isReadable = ({ scale, isSettled }: DeviceView): boolean => isSettled && scale >= LEGIBLE;

/** The text of an element whose title the canvas writes: a blank, not nothing, in place of which some kinds say that there is none. */
const UNTITLED = ' ';

const ZERO: Vec = { x: 0, y: 0 };

export class ElementPainter {
  readonly bitmaps: BitmapCache;
  readonly #scene: () => Scene;
  readonly #now: () => number;
  readonly #captions = new Captions();
  #time: FrameTime = FIRST_FRAME;
  /** Of that time, by what had no bitmap: however slow all else is, some are made in each frame, and it ends. */
  #spent = 0;
  #owes = false;
  /** What was shown without its text, though one could read it: in how many frames in a row. */
  #blank: ReadonlyMap<ElementId, number> = new Map();
  #blankNow = new Map<ElementId, number>();
  #mostBlank = 0;

  constructor({ scene, now, budget }: { scene: () => Scene; now: () => number; budget: number }) {
    this.#scene = scene;
    this.#now = now;
    this.bitmaps = new BitmapCache(budget, (item, scale) => this.#rasterize(item, scale));
  }

  /** Begins a frame. */
  beginFrame(time: FrameTime): void {
    this.bitmaps.beginFrame();
    this.#time = time;
    this.#spent = 0;
    this.#owes = false;
    this.#blank = this.#blankNow;
    this.#blankNow = new Map();
  }

  /** Makes the bitmap an element will be shown by, where it has none yet; whether it made one. */
  prepare(view: DeviceView, { theme }: Scene, item: Indexed): boolean {
    const raster = this.#rasterOf(view, bitmapScale(view.scale, view.isSettled), item, theme);
    if (typeof raster !== 'number' || this.bitmaps.find(item, raster)) return false;
    this.bitmaps.make(item, raster);
    return true;
  }

  /** The most frames in a row in which one element was shown without its text since this was last asked: for benches and tests. */
  takeMostBlank(): number {
    const most = this.#mostBlank;
    this.#mostBlank = 0;
    return most;
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
    const above: [Indexed, Raster][] = [];
    for (const item of items) {
      const raster = this.#rasterOf(view, scale, item, theme);
      if (raster === 'flat') {
        // Tiny squares may be painted colour by colour: nobody sees which of two lies above.
        const swatch = item.kind.swatch(item.element, theme) as string;
        const group = flat.get(swatch);
        if (group) group.push(item);
        else flat.set(swatch, [item]);
      } else if (item.kind.isContainer) this.#paintOne(ctx, view, item, raster, by);
      else above.push([item, raster]);
    }
    for (const [color, group] of flat) {
      ctx.fillStyle = color;
      for (const item of group) this.#fill(ctx, view, item, by);
    }
    for (const [item, raster] of above) this.#paintOne(ctx, view, item, raster, by);
  }

  #paintOne(ctx: CanvasRenderingContext2D, view: DeviceView, item: Indexed, raster: Raster, by: Vec): void {
    if (typeof raster === 'number') this.#paintBitmap(ctx, view, item, raster, by);
    else this.#paintLarge(ctx, view, item, by);
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
    paintElement(ctx as PaintContext, element, this.#scene());
    ctx.restore();
  }

  #rasterOf(view: DeviceView, scale: number | null, item: Indexed, theme: Theme): Raster {
    const { element, kind, bounds } = item;
    const how = item.view.raster;
    if (how === 'line') return rasterOfLine(Math.max(bounds.w, bounds.h), view.zoom, scale);
    const [w, h] = element.size;
    const side = w > h ? w : h;
    const hasSwatch = side * view.zoom < FLAT_BELOW_PX && kind.swatch(element, theme) !== null;
    return rasterOf(side, view.zoom, how === 'vector' ? null : scale, hasSwatch);
  }

  #paintLarge(ctx: CanvasRenderingContext2D, view: DeviceView, item: Indexed, by: Vec): void {
    const isTitled = Captions.isNeeded(item, view.zoom);
    const legends = Captions.legendsOf(item, view.zoom);
    const bare = { ...item.element, ...(isTitled && { text: UNTITLED }), ...(legends && { props: legends.plain }) };
    this.paintVector(ctx, view, item, isTitled || legends ? bare : item.element, by);
    const origin = { x: item.origin.x + by.x, y: item.origin.y + by.y };
    if (legends) this.#captions.paintLegends(ctx, view, origin, legends.words, this.#scene().theme);
    if (isTitled) this.#captions.paint(ctx, view, { ...item, origin }, this.#scene().theme);
  }

  #paintBitmap(ctx: CanvasRenderingContext2D, view: DeviceView, item: Indexed, scale: number, by: Vec): void {
    const bitmap = this.#bitmapFor(item, scale);
    if (!bitmap) {
      if (this.#mayPaint(item.id, view)) this.#spend(() => this.paintVector(ctx, view, item, item.element, by));
      else this.#paintBlank(ctx, view, item, by);
      return;
    }
    if (bitmap.stamp !== item.stamp || bitmap.scale !== scale) this.#owes = true;
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
    if (this.#spent < this.#time.bitmaps) return this.#spend(() => this.bitmaps.make(item, scale));
    return this.bitmaps.findOther(item, scale);
  }

  /** Whether there is time to paint what has no bitmap at all. What could be read and was blank in the last frame is not asked to wait. */
  #mayPaint(id: ElementId, view: DeviceView): boolean {
    return this.#spent < this.#time.all || (isReadable(view) && this.#blank.has(id));
  }

  #spend<T>(work: () => T): T {
    const began = this.#now();
    const result = work();
    this.#spent += this.#now() - began;
    return result;
  }

  #paintBlank(ctx: CanvasRenderingContext2D, view: DeviceView, item: Indexed, by: Vec): void {
    this.#owes = true;
    if (isReadable(view)) {
      const frames = (this.#blank.get(item.id) ?? 0) + 1;
      this.#blankNow.set(item.id, frames);
      this.#mostBlank = Math.max(this.#mostBlank, frames);
    }
    const color = item.kind.swatch(item.element, this.#scene().theme);
    if (color === null) return;
    ctx.fillStyle = color;
    this.#fill(ctx, view, item, by);
  }

  #fill(ctx: CanvasRenderingContext2D, view: DeviceView, item: Indexed, by: Vec): void {
    const [w, h] = item.element.size;
    const x = Math.round((item.origin.x + by.x) * view.scale + view.x);
    const y = Math.round((item.origin.y + by.y) * view.scale + view.y);
    ctx.fillRect(x, y, Math.max(1, Math.round(w * view.scale)), Math.max(1, Math.round(h * view.scale)));
  }

  #rasterize({ element, stamp }: Indexed, scale: number): Bitmap {
    const scene = this.#scene();
    const bounds = boundsOf(element, scene);
    const left = Math.floor(bounds.x * scale);
    const top = Math.floor(bounds.y * scale);
    const width = Math.max(1, Math.ceil((bounds.x + bounds.w) * scale) - left);
    const height = Math.max(1, Math.ceil((bounds.y + bounds.h) * scale) - top);
    const canvas = new OffscreenCanvas(width, height);
    const ctx = canvas.getContext('2d');
    if (ctx) {
      ctx.setTransform(scale, 0, 0, scale, -left, -top);
      paintElement(ctx as unknown as PaintContext, element, scene);
    }
    return { image: canvas.transferToImageBitmap(), scale, stamp, x: left / scale, y: top / scale };
  }

  /** Forgets what is no longer on the board. */
  forget(ids: Iterable<ElementId>): void {
    for (const id of ids) this.bitmaps.delete(id);
  }
}
