/**
 * Paints the board's own layer: the wall and all that stands on it, but what a hand is moving. Keeps what it painted: a change repaints
 * its own rectangles only; a pan over much shifts what is there and paints what comes into view; another zoom paints everything in view,
 * found through the index and remembered while the view stays near.
 */
import type { ElementId, Scene } from '../../shared/elements/ElementKind.ts';
import { type Box, encloses, expand, intersects, union } from '../../shared/geometry/box.ts';
import type { Vec } from '../../shared/geometry/vec.ts';
import type { Theme } from '../../shared/theme/tokens.ts';
import type { BoardIndex, Indexed } from '../editor/BoardIndex.ts';
import { Captions } from './Captions.ts';
import { damagedPixels, toPageBox } from './damage.ts';
import type { DeviceView, ElementPainter } from './ElementPainter.ts';
import { FlatSquares } from './FlatSquares.ts';
import { FLAT_BELOW_PX } from './levels.ts';
import type { StuckNames } from './StuckNames.ts';
import { Wall } from './Wall.ts';

export interface CanvasSize {
  /** Device pixels. */
  readonly width: number;
  readonly height: number;
}

/** What lies in and around the view. */
interface Near {
  readonly box: Box;
  readonly items: Indexed[];
  readonly covered: Box | null;
  /** Whether the items stand in painting order: squares of a few pixels need none. */
  isOrdered: boolean;
  flat: FlatSquares | null;
  /** The scale at which every one of them has its bitmap. */
  readyAt: number | null;
}

/** What lies around the view is kept ready this far out, in shares of the view. */
const AROUND = 0.35;
/** While one travels, no more than what comes next: this far ahead, in shares of the view. */
const AHEAD = 0.1;
/** From so many elements on, squares are laid out beforehand. */
const MANY = 1500;
/** Around a view of so many, shifting the picture (which is copied twice for it) costs less than painting it. */
const WORTH_SHIFTING = 400;
/** At a zoom at which notes are squares of a few pixels, so many times as many: these are quickly painted. */
const SQUARES = 5;
/** The side of most notes, in board units. */
const NOTE = 200;
/** Share of the canvas that a pan between two frames must leave in view to be a shift. */
const LEAST_KEPT = 0.5;

/** What stands on the canvas. */
interface Shown {
  readonly view: DeviceView;
  readonly theme: Theme;
  readonly canvas: CanvasSize;
  /** Where names are kept at the edge, on the page. */
  readonly names: readonly Box[];
}

const STILL: Vec = { x: 0, y: 0 };

export class BoardPainter {
  readonly #index: BoardIndex;
  readonly #painter: ElementPainter;
  readonly #names: StuckNames;
  readonly #wall = new Wall();
  #damage: Box[] = [];
  #isStale = true;
  #hasMoved = false;
  #shown: Shown | null = null;
  #near: Near | null = null;
  /** Shown elsewhere (dragged, resized) or hidden. */
  #lifted: ReadonlySet<ElementId> = new Set();
  #typed: ElementId | null = null;

  constructor(index: BoardIndex, painter: ElementPainter, names: StuckNames) {
    this.#index = index;
    this.#painter = painter;
    this.#names = names;
  }

  /** Everything must be painted: another zoom, size or theme, or some of it was painted by a stand-in. */
  invalidate(): void {
    this.#isStale = true;
  }

  /** The camera is elsewhere. */
  move(): void {
    this.#hasMoved = true;
  }

  /** These page boxes no longer show what is there. */
  damage(boxes: readonly Box[]): void {
    if (boxes.length === 0) return;
    const near = this.#near;
    if (near && boxes.some((box) => intersects(near.box, box))) this.#near = null;
    // A flood (a paste, a first sync) is not worth a list.
    if (this.#damage.length + boxes.length > 400) this.#isStale = true;
    else this.#damage.push(...boxes);
  }

  /** Leaves elements out, for another layer to show; what lies in them goes along. */
  lift(ids: ReadonlySet<ElementId>): void {
    const boxes: Box[] = [];
    for (const id of ids) if (!this.#lifted.has(id)) boxes.push(...this.#boxOf(id));
    for (const id of this.#lifted) if (!ids.has(id)) boxes.push(...this.#boxOf(id));
    this.#lifted = ids;
    this.damage(boxes);
  }

  /** The element whose text is in a field above the canvas: painted without its text. */
  setTyped(id: ElementId | null): void {
    if (id === this.#typed) return;
    const boxes = [this.#typed, id].flatMap((one) => (one === null ? [] : this.#boxOf(one)));
    this.#typed = id;
    this.damage(boxes);
  }

  /**
   * Makes the bitmaps of what lies in the view and around it (only a little while it travels), so that a pan finds them made; returns whether
   * more is left. Nothing is painted.
   */
  prepare(view: DeviceView, scene: Scene, canvas: CanvasSize, isTravelling: boolean, isOver: () => boolean): boolean {
    const near = this.#near;
    if (!near || !view.isSettled || near.readyAt === view.scale) return false;
    const seen = toPageBox({ x: 0, y: 0, w: canvas.width, h: canvas.height }, view);
    const reach = isTravelling ? expand(seen, Math.max(seen.w, seen.h) * AHEAD) : near.box;
    // What is in view first: without a bitmap it is painted anew at each frame. Around a view of so many, it would never end.
    for (const isSeen of near.items.length < MANY ? [true, false] : [true]) {
      for (const item of near.items) {
        if (intersects(item.bounds, seen) !== isSeen || !intersects(item.bounds, reach)) continue;
        if (!this.#painter.bitmaps.hasRoom) return false;
        if (this.#painter.prepare(view, scene, item) && isOver()) return true;
      }
    }
    if (!isTravelling) near.readyAt = view.scale;
    return false;
  }

  /** Whether `paint` would change a pixel. */
  get isDirty(): boolean {
    return this.#isStale || this.#hasMoved || this.#damage.length > 0;
  }

  paint(ctx: CanvasRenderingContext2D, view: DeviceView, theme: Theme, canvas: CanvasSize): void {
    const reach = Captions.reach(view.zoom);
    const seen = toPageBox({ x: 0, y: 0, w: canvas.width, h: canvas.height }, view);
    const names = this.#names.boxes(seen, view.zoom, this.#lifted);
    const now: Shown = { view, theme, canvas, names };
    ctx.setTransform(1, 0, 0, 1, 0, 0);
    const rects = this.#toPaint(ctx, now, reach);
    this.#damage = [];
    this.#isStale = false;
    this.#hasMoved = false;
    this.#shown = now;
    if (rects === 'all') {
      const near = this.#nearOf(view, canvas);
      if (this.#isPlain && near.items.length >= MANY) this.#paintMany(ctx, view, theme, canvas, near);
      else this.#paintRect(ctx, view, theme, canvas, this.#inView(near, view, canvas), seen);
      if (names.length > 0) this.#names.paint(ctx, view, seen, this.#lifted);
      return;
    }
    for (const rect of rects) {
      ctx.save();
      ctx.beginPath();
      ctx.rect(rect.x, rect.y, rect.w, rect.h);
      ctx.clip();
      // A caption may reach into the rectangle from an area that lies below it.
      const page = toPageBox(rect, view);
      this.#paintRect(ctx, view, theme, canvas, this.#index.search({ ...page, h: page.h + reach }), page);
      ctx.restore();
    }
    const below = rects.filter((rect) => names.some((box) => intersects(box, toPageBox(rect, view))));
    if (below.length === 0) return;
    ctx.save();
    ctx.beginPath();
    for (const { x, y, w, h } of below) ctx.rect(x, y, w, h);
    ctx.clip();
    this.#names.paint(ctx, view, seen, this.#lifted);
    ctx.restore();
  }

  /** The rectangles to paint, once what can stay has been shifted. */
  #toPaint(ctx: CanvasRenderingContext2D, now: Shown, reach: number): readonly Box[] | 'all' {
    const { view, canvas } = now;
    if (this.#isStale) return 'all';
    const by = this.#hasMoved ? this.#shiftTo(now) : STILL;
    if (!by) return 'all';
    const damage = this.#damage.map((box) => raise(box, reach));
    // Names stay where they are while the wall below them goes by: what was shifted with it is wiped off, and they are painted anew.
    if (this.#hasMoved) damage.push(...(this.#shown?.names ?? []), ...now.names);
    const damaged = damagedPixels(damage, view, canvas);
    if (damaged === 'all' || (by.x === 0 && by.y === 0)) return damaged;
    ctx.globalCompositeOperation = 'copy';
    ctx.drawImage(ctx.canvas, by.x, by.y);
    ctx.globalCompositeOperation = 'source-over';
    return [...uncovered(by, canvas), ...damaged];
  }

  /** How far what is shown lies from where it belongs now; `null`: it is worth nothing there. */
  #shiftTo({ view, theme, canvas }: Shown): Vec | null {
    const shown = this.#shown;
    if (!shown?.view.isSettled || !view.isSettled || shown.view.scale !== view.scale || shown.theme !== theme)
      return null;
    if (shown.canvas.width !== canvas.width || shown.canvas.height !== canvas.height) return null;
    const by = { x: view.x - shown.view.x, y: view.y - shown.view.y };
    if (by.x === 0 && by.y === 0) return STILL;
    const isFar = Math.abs(by.x) > canvas.width * (1 - LEAST_KEPT) || Math.abs(by.y) > canvas.height * (1 - LEAST_KEPT);
    const { items } = this.#nearOf(view, canvas);
    const isSmall = NOTE * view.zoom < FLAT_BELOW_PX;
    return isFar || items.length < WORTH_SHIFTING * (isSmall ? SQUARES : 1) ? null : by;
  }

  #paintRect(
    ctx: CanvasRenderingContext2D,
    view: DeviceView,
    theme: Theme,
    canvas: CanvasSize,
    items: readonly Indexed[],
    page: Box,
  ): void {
    if (!this.#isCovered(page, items)) this.#wall.paint(ctx, view, theme, canvas);
    if (this.#isPlain) {
      this.#painter.paintAll(ctx, view, items);
      return;
    }
    const typedAt = items.findIndex(({ id }) => id === this.#typed);
    const shown = (some: readonly Indexed[]): readonly Indexed[] => some.filter(({ id }) => !this.#lifted.has(id));
    const typed = items[typedAt];
    if (!typed || this.#lifted.has(typed.id)) {
      this.#painter.paintAll(ctx, view, shown(items));
      return;
    }
    this.#painter.paintAll(ctx, view, shown(items.slice(0, typedAt)));
    this.#painter.paintVector(ctx, view, typed, { ...typed.element, text: '' });
    this.#painter.paintAll(ctx, view, shown(items.slice(typedAt + 1)));
  }

  /** Whether nothing of the wall is to be seen in a page box: one is within a large area. Areas come first. */
  #isCovered(page: Box, items: readonly Indexed[]): boolean {
    for (const { id, kind, view, origin, element } of items) {
      if (!kind.isContainer) return false;
      if (view.solid === undefined || this.#lifted.has(id)) continue;
      const [w, h] = element.size;
      if (encloses(expand({ x: origin.x, y: origin.y, w, h }, -view.solid), page)) return true;
    }
    return false;
  }

  /** Nothing is shown elsewhere or hidden. */
  get #isPlain(): boolean {
    return this.#lifted.size === 0 && this.#typed === null;
  }

  #paintMany(ctx: CanvasRenderingContext2D, view: DeviceView, theme: Theme, canvas: CanvasSize, near: Near): void {
    if (!near.flat?.fits(view.zoom, theme)) {
      near.flat = new FlatSquares(near.items, view.zoom, theme);
      this.#index.sort(near.flat.others);
    }
    this.#wall.paint(ctx, view, theme, canvas);
    const seen = toPageBox({ x: 0, y: 0, w: canvas.width, h: canvas.height }, view);
    const others = near.flat.others.filter(({ bounds }) => intersects(bounds, seen));
    // Areas lie below the squares, what is drawn and joined above.
    const areas = others.findIndex(({ kind }) => !kind.isContainer);
    this.#painter.paintAll(ctx, view, areas === -1 ? others : others.slice(0, areas));
    near.flat.paint(ctx, view, canvas);
    if (areas !== -1) this.#painter.paintAll(ctx, view, others.slice(areas));
  }

  /** What is in and around the view; searched anew only when the view has left it. */
  #nearOf(view: DeviceView, canvas: CanvasSize): Near {
    const seen = toPageBox({ x: 0, y: 0, w: canvas.width, h: canvas.height }, view);
    const known = this.#near;
    // Surroundings of a much wider view would make every frame look at elements far outside.
    if (known && encloses(known.box, seen) && known.box.w <= seen.w * (1 + 4 * AROUND)) return known;
    const box = expand(seen, Math.max(seen.w, seen.h) * AROUND);
    const items = this.#index.find(box);
    const near = {
      box,
      items,
      covered: union(items.map(({ bounds }) => bounds)),
      isOrdered: false,
      flat: null,
      readyAt: null,
    };
    this.#near = near;
    return near;
  }

  #inView(near: Near, view: DeviceView, canvas: CanvasSize): readonly Indexed[] {
    const { items, covered } = near;
    if (!near.isOrdered) this.#index.sort(items);
    near.isOrdered = true;
    const seen = toPageBox({ x: 0, y: 0, w: canvas.width, h: canvas.height }, view);
    if (covered && encloses(seen, covered)) return items;
    return items.filter(({ bounds }) => intersects(bounds, seen));
  }

  #boxOf(id: ElementId): Box[] {
    const item = this.#index.get(id);
    return item ? [item.bounds] : [];
  }
}

/** What a shift leaves bare, along one or two edges. */
function uncovered({ x, y }: Vec, { width, height }: CanvasSize): Box[] {
  const strips: Box[] = [];
  if (x !== 0) strips.push({ x: x > 0 ? 0 : width + x, y: 0, w: Math.abs(x), h: height });
  if (y !== 0) strips.push({ x: 0, y: y > 0 ? 0 : height + y, w: width, h: Math.abs(y) });
  return strips;
}

/** A box that reaches higher by so many units. */
const raise = (box: Box, by: number): Box => (by === 0 ? box : { x: box.x, y: box.y - by, w: box.w, h: box.h + by });
