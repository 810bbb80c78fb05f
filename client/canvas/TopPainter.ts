/**
 * Paints the layer above the board: what hands are moving, and over it the marks of one's own doing (`SelectionPainter`). It is redrawn
 * alone while one drags, so that the board below is not. Works in device pixels.
 */
import type { BoardDoc } from '../../shared/board/BoardDoc.ts';
import type { ElementId } from '../../shared/elements/ElementKind.ts';
import { type Box, intersects, translate } from '../../shared/geometry/box.ts';
import type { Vec } from '../../shared/geometry/vec.ts';
import type { Theme } from '../../shared/theme/tokens.ts';
import type { BoardIndex, Indexed } from '../editor/BoardIndex.ts';
import type { Found } from '../editor/EditorState.ts';
import type { Reshape } from '../editor/shapes.ts';
import type { CanvasSize } from './BoardPainter.ts';
import { toPageBox } from './damage.ts';
import { dragExtent } from './dragExtent.ts';
import type { DeviceView, ElementPainter } from './ElementPainter.ts';
import { type Held, HeldPicture } from './HeldPicture.ts';
import { paintFound } from './paintFound.ts';
import { paintPins } from './paintPins.ts';
import { SelectionPainter, type SelectionScene } from './SelectionPainter.ts';
import { paintCell } from './StuckNames.ts';

export interface TopScene extends SelectionScene {
  /** What others are dragging. */
  readonly displaced: ReadonlyMap<ElementId, Vec>;
  /** What leans on something held: it stays, but looks different meanwhile. */
  readonly leaning: ReadonlySet<ElementId>;
  /** What a search has found. */
  readonly found: Found | null;
  /** The cell of a grid in which one stands. */
  readonly cell: Box | null;
}

/** What is left of the sight of something that is about to go. */
const FADED = 0.22;
/** Up to so many held at once are painted one by one. */
const FEW = 40;

interface HeldMany {
  readonly picture: HeldPicture;
  readonly loose: readonly Indexed[];
}

/** What keeps its look while it is held, and what does not: a connector of which one end stays behind. */
function sortOut(items: readonly Indexed[]): { firm: readonly Indexed[]; loose: readonly Indexed[] } {
  const leaning = items.filter(({ kind, element }) => kind.dependsOn(element).length > 0);
  if (leaning.length === 0) return { firm: items, loose: [] };
  const held = new Set(items.map(({ id }) => id));
  const loose = leaning.filter(({ kind, element }) => kind.dependsOn(element).some((id) => !held.has(id)));
  const isLoose = new Set(loose);
  return { firm: items.filter((item) => !isLoose.has(item)), loose };
}

export class TopPainter {
  readonly #board: BoardDoc;
  readonly #index: BoardIndex;
  readonly #painter: ElementPainter;
  /** One for each hand that holds many. */
  readonly #pictures = new Map<Held, HeldMany>();
  readonly #marks: SelectionPainter;
  /** Where the last frame has left its marks, in device pixels; `null`: anywhere. */
  #covered: Box | null = null;

  constructor(board: BoardDoc, index: BoardIndex, painter: ElementPainter) {
    this.#board = board;
    this.#index = index;
    this.#painter = painter;
    this.#marks = new SelectionPainter(board);
  }

  /** Whether there is anything to paint at all. */
  static isEmpty({ gestures, selection, displaced, found }: TopScene): boolean {
    return selection.size === 0 && displaced.size === 0 && gestures.length === 0 && found === null;
  }

  /** Some elements, or what lies in or leans on them, have changed. */
  forget(ids: Iterable<ElementId>): void {
    this.#marks.forget();
    if (this.#pictures.size === 0) return;
    for (const id of ids) {
      const around = [id, ...this.#board.tree.ancestors(id)];
      for (const { picture } of this.#pictures.values()) picture.forget(around);
    }
  }

  /** Everything looks different: colours, words, a picture that has come. */
  forgetAll(): void {
    for (const { picture } of this.#pictures.values()) picture.drop();
  }

  /** Gives up the pictures of what no hand holds any more. */
  release({ gestures, displaced }: Pick<TopScene, 'gestures' | 'displaced'>): void {
    if (this.#pictures.size === 0) return;
    const held = new Set<Held>(displaced.keys());
    for (const { drag } of gestures) if (drag) held.add(drag.ids);
    for (const [one, { picture }] of this.#pictures) {
      if (held.has(one)) continue;
      picture.drop();
      this.#pictures.delete(one);
    }
  }

  paint(ctx: CanvasRenderingContext2D, view: DeviceView, scene: TopScene, canvas: CanvasSize): void {
    ctx.setTransform(1, 0, 0, 1, 0, 0);
    this.#clear(ctx, view, scene, canvas);
    const seen = toPageBox({ x: 0, y: 0, w: canvas.width, h: canvas.height }, view);
    const { gestures, theme } = scene;
    for (const { target } of gestures) if (target !== undefined) this.#marks.paintTarget(ctx, view, theme, target);
    for (const id of scene.leaning) {
      const item = this.#index.get(id);
      if (item) this.#painter.paintVector(ctx, view, item, item.element);
    }
    for (const [id, by] of scene.displaced) this.#paintMoved(ctx, view, id, by, seen, theme);
    for (const { drag, reshape } of gestures) {
      if (drag) this.#paintMoved(ctx, view, drag.ids, drag.by, seen, theme);
      if (reshape) this.#paintReshaped(ctx, view, reshape);
    }
    if (scene.found) paintFound(ctx, view, { found: scene.found, theme, index: this.#index, seen });
    for (const { faded, preview } of gestures) {
      if (faded) this.#paintFaded(ctx, view, faded);
      if (preview)
        this.#painter.paintVector(ctx, view, { origin: { x: preview.place[1], y: preview.place[2] } }, preview);
    }
    paintPins(ctx, view, this.#board, scene);
    if (scene.cell) paintCell(ctx, view, theme, scene.cell);
    this.#marks.paint(ctx, view, scene, seen);
  }

  /** Wipes off the last frame: of a screen full of pixels no more than it has touched. */
  #clear(ctx: CanvasRenderingContext2D, view: DeviceView, scene: TopScene, canvas: CanvasSize): void {
    const { x, y, w, h } = this.#covered ?? { x: 0, y: 0, w: canvas.width, h: canvas.height };
    ctx.clearRect(x, y, w, h);
    this.#covered = dragExtent(view, scene, (held) => {
      const isMany = this.#pictures.has(held) || (typeof held !== 'string' && held.length > FEW);
      return isMany ? null : this.#itemsOf(held);
    });
  }

  #paintFaded(ctx: CanvasRenderingContext2D, view: DeviceView, ids: readonly ElementId[]): void {
    ctx.save();
    ctx.globalAlpha = FADED;
    for (const item of this.#itemsOf(ids)) this.#painter.paintVector(ctx, view, item, item.element);
    ctx.restore();
  }

  #paintMoved(ctx: CanvasRenderingContext2D, view: DeviceView, held: Held, by: Vec, seen: Box, theme: Theme): void {
    const many = this.#pictures.get(held);
    const { firm, loose } = many ? { firm: [], loose: many.loose } : sortOut(this.#itemsOf(held));
    if (many || firm.length > FEW) {
      const { picture } = many ?? { picture: new HeldPicture() };
      if (!many) this.#pictures.set(held, { picture, loose });
      const find = (): readonly Indexed[] => sortOut(this.#itemsOf(held)).firm;
      picture.paint(ctx, view, { held, by, seen }, find, (into, at, shown) => {
        this.#painter.paintAll(into, at, shown);
        return !this.#painter.owes;
      });
    } else {
      const items = firm.filter(({ bounds }) => intersects(translate(bounds, by), seen));
      // One soft shade says that these float; for many at once it would say nothing and cost much.
      for (const item of items) this.#paintLift(ctx, view, theme, item, by);
      this.#painter.paintAll(ctx, view, items, by);
    }
    // Another look at each frame: neither a bitmap nor a picture of them stays true.
    for (const { id } of loose) {
      const item = this.#index.get(id);
      if (item) this.#painter.paintVector(ctx, view, item, item.element, by);
    }
  }

  /** Elements and what lies in them, in painting order. */
  #itemsOf(held: Held): Indexed[] {
    const items: Indexed[] = [];
    for (const id of typeof held === 'string' ? [held] : held)
      for (const one of [id, ...this.#board.tree.descendants(id)]) {
        const item = this.#index.get(one);
        if (item && !this.#board.isHidden(one)) items.push(item);
      }
    return this.#index.sort(items);
  }

  #paintLift(ctx: CanvasRenderingContext2D, view: DeviceView, theme: Theme, item: Indexed, by: Vec): void {
    if (item.view.raster !== 'bitmap') return;
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

  /** Elements being pulled or turned, in their order; what lies in an area of them stays where it is, above it. */
  #paintReshaped(ctx: CanvasRenderingContext2D, view: DeviceView, shapes: Reshape): void {
    for (const item of this.#itemsOf([...shapes.keys()])) {
      const shape = shapes.get(item.id);
      if (!shape) {
        this.#painter.paintAll(ctx, view, [item]);
        continue;
      }
      const { frame, angle } = shape;
      const props = angle === undefined ? item.element.props : { ...item.element.props, angle };
      this.#painter.paintVector(ctx, view, { origin: frame }, { ...item.element, size: [frame.w, frame.h], props });
    }
  }

  #pixels(view: DeviceView, page: Box): Box {
    const x = Math.round(page.x * view.scale + view.x);
    const y = Math.round(page.y * view.scale + view.y);
    return { x, y, w: Math.round(page.w * view.scale), h: Math.round(page.h * view.scale) };
  }
}
