/**
 * Paints the layer above the board: what hands are moving, one's own selection with its handles, the marquee. It is redrawn alone while
 * one drags, so that the board below is not. Works in device pixels.
 */
import type { BoardDoc } from '../../shared/board/BoardDoc.ts';
import type { ElementId } from '../../shared/elements/ElementKind.ts';
import { type Box, expand, intersects, translate, union } from '../../shared/geometry/box.ts';
import type { Vec } from '../../shared/geometry/vec.ts';
import type { Theme } from '../../shared/theme/tokens.ts';
import type { BoardIndex, Indexed } from '../editor/BoardIndex.ts';
import type { Gesture } from '../editor/Gestures.ts';
import { CORNERS, handlePoint } from '../editor/handles.ts';
import { viewOf } from '../elements/registry.ts';
import type { CanvasSize } from './BoardPainter.ts';
import { toPageBox } from './damage.ts';
import type { DeviceView, ElementPainter } from './ElementPainter.ts';

export interface TopScene {
  readonly gesture: Gesture;
  readonly selection: ReadonlySet<ElementId>;
  readonly editing: ElementId | null;
  readonly readOnly: boolean;
  /** What others are dragging. */
  readonly displaced: ReadonlyMap<ElementId, Vec>;
  readonly theme: Theme;
}

/** Sizes in CSS pixels. */
const LINE = 2;
const HANDLE = 10;
/** Under this size on the screen an element shows no handles. */
const HANDLES_FROM = 32;
/** With more selected than this, one box around all takes the place of single outlines. */
const MOST_OUTLINES = 400;
const NO_MOVE: Vec = { x: 0, y: 0 };

export class TopPainter {
  readonly #board: BoardDoc;
  readonly #index: BoardIndex;
  readonly #painter: ElementPainter;

  constructor(board: BoardDoc, index: BoardIndex, painter: ElementPainter) {
    this.#board = board;
    this.#index = index;
    this.#painter = painter;
  }

  /** Whether there is anything to paint at all. */
  static isEmpty({ gesture, selection, displaced }: TopScene): boolean {
    return selection.size === 0 && displaced.size === 0 && Object.keys(gesture).length === 0;
  }

  paint(ctx: CanvasRenderingContext2D, view: DeviceView, scene: TopScene, canvas: CanvasSize): void {
    ctx.setTransform(1, 0, 0, 1, 0, 0);
    const seen = toPageBox({ x: 0, y: 0, w: canvas.width, h: canvas.height }, view);
    const { gesture, theme } = scene;
    if (gesture.target !== undefined) this.#paintTarget(ctx, view, theme, gesture.target);
    for (const [id, by] of scene.displaced) this.#paintMoved(ctx, view, [id], by, seen, theme);
    if (gesture.drag) this.#paintMoved(ctx, view, gesture.drag.ids, gesture.drag.by, seen, theme);
    if (gesture.resize) this.#paintResized(ctx, view, gesture.resize);
    this.#paintSelection(ctx, view, scene, seen);
    if (gesture.draw) this.#paintDrawn(ctx, view, theme, gesture.draw);
    if (gesture.marquee) this.#paintMarquee(ctx, view, theme, gesture.marquee);
  }

  #paintMoved(
    ctx: CanvasRenderingContext2D,
    view: DeviceView,
    ids: readonly ElementId[],
    by: Vec,
    seen: Box,
    theme: Theme,
  ): void {
    const items: Indexed[] = [];
    for (const id of ids)
      for (const one of [id, ...this.#board.tree.descendants(id)]) {
        const item = this.#index.get(one);
        if (item && intersects(translate(item.bounds, by), seen)) items.push(item);
      }
    this.#index.sort(items);
    // One soft shade says that these float; for many at once it would say nothing and cost much.
    if (items.length <= 40) for (const item of items) this.#paintLift(ctx, view, theme, item, by);
    this.#painter.paintAll(ctx, view, items, by);
  }

  #paintLift(ctx: CanvasRenderingContext2D, view: DeviceView, theme: Theme, item: Indexed, by: Vec): void {
    if (item.view.raster === 'vector') return;
    const [w, h] = item.element.size;
    const box = this.#pixels(view, { x: item.origin.x + by.x, y: item.origin.y + by.y, w, h });
    const unit = view.scale / view.zoom;
    ctx.save();
    ctx.fillStyle = theme.shadow;
    ctx.globalAlpha = 0.35;
    for (const spread of [2, 5, 9]) {
      ctx.beginPath();
      ctx.roundRect(
        box.x - (spread * unit) / 2,
        box.y + spread * unit * 0.4,
        box.w + spread * unit,
        box.h + spread * unit * 0.6,
        spread * unit,
      );
      ctx.fill();
    }
    ctx.restore();
  }

  #paintResized(ctx: CanvasRenderingContext2D, view: DeviceView, { id, frame }: { id: ElementId; frame: Box }): void {
    const item = this.#index.get(id);
    if (!item) return;
    const element = { ...item.element, size: [frame.w, frame.h] as const };
    this.#painter.paintVector(ctx, view, { origin: frame }, element);
    // What lies in an area being resized stays where it is, above it.
    const inside = this.#board.tree
      .descendants(id)
      .map((one) => this.#index.get(one))
      .filter((one) => one !== undefined);
    this.#painter.paintAll(ctx, view, inside);
  }

  #paintSelection(ctx: CanvasRenderingContext2D, view: DeviceView, scene: TopScene, seen: Box): void {
    const { selection, gesture, theme, editing } = scene;
    if (selection.size === 0 || gesture.drag?.copies) return;
    const moved = new Set(gesture.drag?.ids);
    const frames: Box[] = [];
    for (const id of selection) {
      const frame = gesture.resize?.id === id ? gesture.resize.frame : this.#board.frame(id);
      if (frame) frames.push(translate(frame, moved.has(id) && gesture.drag ? gesture.drag.by : NO_MOVE));
    }
    ctx.strokeStyle = theme.accent;
    const outline = selection.size <= MOST_OUTLINES ? frames : [];
    const gap = 3 / view.zoom;
    for (const frame of outline) {
      if (intersects(expand(frame, gap * 2), seen)) this.#strokeBox(ctx, view, expand(frame, gap), LINE);
    }
    if (selection.size > 1) {
      const all = union(frames);
      if (all) this.#strokeBox(ctx, view, expand(all, gap * 3), 1);
      return;
    }
    const [frame] = frames;
    const [id] = selection;
    const element = id === undefined ? undefined : this.#board.get(id);
    if (!frame || !element || scene.readOnly || editing !== null || element.lock || gesture.drag) return;
    if (Math.min(frame.w, frame.h) * view.zoom >= HANDLES_FROM || viewOf(element).resize === 'width')
      this.#paintHandles(ctx, view, theme, expand(frame, gap), viewOf(element).resize);
  }

  #paintHandles(
    ctx: CanvasRenderingContext2D,
    view: DeviceView,
    theme: Theme,
    frame: Box,
    resize: 'free' | 'width' | 'none',
  ): void {
    if (resize === 'none') return;
    const box = this.#pixels(view, frame);
    const unit = view.scale / view.zoom;
    const size = HANDLE * unit;
    ctx.fillStyle = theme.panel;
    ctx.strokeStyle = theme.accent;
    ctx.lineWidth = 1.5 * unit;
    for (const handle of resize === 'width' ? (['w', 'e'] as const) : CORNERS) {
      const { x, y } = handlePoint(box, handle);
      ctx.beginPath();
      const w = resize === 'width' ? size * 0.6 : size;
      const h = resize === 'width' ? size * 1.6 : size;
      ctx.roundRect(Math.round(x - w / 2), Math.round(y - h / 2), w, h, resize === 'width' ? w / 2 : 3 * unit);
      ctx.fill();
      ctx.stroke();
    }
  }

  #paintTarget(ctx: CanvasRenderingContext2D, view: DeviceView, theme: Theme, id: ElementId): void {
    const frame = this.#board.frame(id);
    if (!frame) return;
    ctx.strokeStyle = theme.accent;
    this.#strokeBox(ctx, view, frame, LINE);
  }

  #paintDrawn(ctx: CanvasRenderingContext2D, view: DeviceView, theme: Theme, drawn: Box): void {
    const box = this.#pixels(view, drawn);
    ctx.fillStyle = theme.areaFill;
    ctx.fillRect(box.x, box.y, box.w, box.h);
    ctx.strokeStyle = theme.accent;
    this.#strokeBox(ctx, view, drawn, LINE);
  }

  #paintMarquee(ctx: CanvasRenderingContext2D, view: DeviceView, theme: Theme, marquee: Box): void {
    const box = this.#pixels(view, marquee);
    ctx.save();
    ctx.globalAlpha = 0.1;
    ctx.fillStyle = theme.accent;
    ctx.fillRect(box.x, box.y, box.w, box.h);
    ctx.restore();
    ctx.strokeStyle = theme.accent;
    this.#strokeBox(ctx, view, marquee, 1);
  }

  /** A line of `width` CSS pixels around a page box, on whole pixels. */
  #strokeBox(ctx: CanvasRenderingContext2D, view: DeviceView, page: Box, width: number): void {
    const { x, y, w, h } = this.#pixels(view, page);
    const line = Math.max(1, Math.round((width * view.scale) / view.zoom));
    const half = line % 2 === 1 ? 0.5 : 0;
    ctx.lineWidth = line;
    ctx.beginPath();
    ctx.roundRect(x + half, y + half, w, h, (4 * view.scale) / view.zoom);
    ctx.stroke();
  }

  #pixels(view: DeviceView, page: Box): Box {
    const x = Math.round(page.x * view.scale + view.x);
    const y = Math.round(page.y * view.scale + view.y);
    return { x, y, w: Math.round(page.w * view.scale), h: Math.round(page.h * view.scale) };
  }
}
