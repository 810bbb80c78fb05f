/**
 * Paints what a hand sees of its own doing over the elements: the outlines of the selection and its grips, marquee and lasso, the lines a drag
 * lines up with, the angle of a turn. Works in device pixels; upright lines lie on whole ones.
 */
import type { BoardDoc } from '../../shared/board/BoardDoc.ts';
import { lineEnds } from '../../shared/elements/connector/lineEnd.ts';
import type { ElementId } from '../../shared/elements/ElementKind.ts';
import { type Box, center, expand, intersects, translate, union } from '../../shared/geometry/box.ts';
import { radians, rotate, rotatedBox } from '../../shared/geometry/rotation.ts';
import type { Guide } from '../../shared/geometry/snap.ts';
import type { Vec } from '../../shared/geometry/vec.ts';
import { fontOf } from '../../shared/text/font.ts';
import type { Theme } from '../../shared/theme/tokens.ts';
import type { Aim } from '../editor/aim.ts';
import type { EditorState } from '../editor/EditorState.ts';
import type { Gesture } from '../editor/Gestures.ts';
import { GRIPS_FROM_PX, type GripFrame, gripFrame, turnPoint } from '../editor/Grips.ts';
import { CORNERS, handlePoint } from '../editor/handles.ts';
import type { Landing } from '../editor/landing.ts';
import { angleOf, type Shape, shownFrame } from '../editor/shapes.ts';
import { sproutsOf } from '../editor/sprouts.ts';
import type { DeviceView } from './ElementPainter.ts';

export interface SelectionScene {
  readonly gestures: readonly Gesture[];
  readonly selection: ReadonlySet<ElementId>;
  readonly pin: EditorState['pin'];
  readonly editing: ElementId | null;
  readonly readOnly: boolean;
  /** Whether new lines may be drawn from what is selected. */
  readonly mayAdd: boolean;
  readonly theme: Theme;
}

/** Sizes in CSS pixels. */
const LINE = 2;
const HANDLE = 10;
const GAP = 3;
/** With more selected than this, one box around all takes the place of single outlines. */
const MOST_OUTLINES = 400;
/** Half the length of the little bars at the ends of an equal gap. */
const BAR = 4;

type Turned = Required<Shape>;

/** The frames of a selection as the board has them: worked out once, as long as neither it, nor what of it moves, nor the board changes. */
interface Outlined {
  readonly selection: ReadonlySet<ElementId>;
  readonly moved: readonly ElementId[] | undefined;
  readonly shapes: ReadonlyMap<ElementId, Turned>;
  /** Around what of it stays, and around what a hand moves. */
  readonly stays: Box | null;
  readonly moves: Box | null;
}

export class SelectionPainter {
  readonly #board: BoardDoc;
  #outlined: Outlined | null = null;

  constructor(board: BoardDoc) {
    this.#board = board;
  }

  /** The board has changed: what was worked out is no longer true. */
  forget(): void {
    this.#outlined = null;
  }

  paint(ctx: CanvasRenderingContext2D, view: DeviceView, scene: SelectionScene, seen: Box): void {
    this.#paintSelection(ctx, view, scene, seen);
    for (const { guides, marquee, lasso, draw, spots, landing, aim } of scene.gestures) {
      if (aim) this.#paintAim(ctx, view, scene.theme, aim);
      if (landing) this.#paintLanding(ctx, view, scene.theme, landing);
      for (const { at, isChosen } of spots ?? []) this.#paintDot(ctx, view, scene.theme, at, isChosen);
      if (draw) this.#paintDrawn(ctx, view, scene.theme, draw);
      if (marquee) this.#paintMarquee(ctx, view, scene.theme, marquee);
      if (lasso) this.#paintLasso(ctx, view, scene.theme, lasso);
      for (const guide of guides ?? []) this.#paintGuide(ctx, view, scene.theme, guide);
    }
  }

  /** The area that would take in what is dragged. */
  paintTarget(ctx: CanvasRenderingContext2D, view: DeviceView, theme: Theme, id: ElementId): void {
    const frame = this.#board.frame(id);
    if (!frame) return;
    ctx.strokeStyle = theme.accent;
    this.#strokeBox(ctx, view, frame, LINE);
  }

  /** What the place of what is held is worth: dashed lines to the axes, and words above it. */
  #paintAim(ctx: CanvasRenderingContext2D, view: DeviceView, theme: Theme, { box, text, lines }: Aim): void {
    const unit = view.scale / view.zoom;
    ctx.save();
    ctx.strokeStyle = theme.accent;
    ctx.fillStyle = theme.accent;
    ctx.lineWidth = 1.5 * unit;
    for (const [from, to] of lines) {
      const [a, b] = [this.#pixel(view, from), this.#pixel(view, to)];
      ctx.setLineDash([6 * unit, 4 * unit]);
      ctx.beginPath();
      ctx.moveTo(a.x, a.y);
      ctx.lineTo(b.x, b.y);
      ctx.stroke();
      ctx.setLineDash([]);
      ctx.beginPath();
      ctx.arc(b.x, b.y, 4 * unit, 0, 2 * Math.PI);
      ctx.fill();
    }
    if (text !== '') {
      const at = this.#pixel(view, { x: box.x + box.w / 2, y: box.y });
      this.#paintWords(ctx, theme, { x: at.x, y: Math.max(16 * unit, at.y - 20 * unit) }, text, unit);
    }
    ctx.restore();
  }

  /** Words on a dark label, with their middle at a pixel. */
  #paintWords(ctx: CanvasRenderingContext2D, theme: Theme, at: Vec, text: string, unit: number): void {
    ctx.font = fontOf(13 * unit, 600);
    ctx.textAlign = 'center';
    ctx.textBaseline = 'middle';
    const w = ctx.measureText(text).width + 12 * unit;
    const h = 22 * unit;
    ctx.fillStyle = theme.ink;
    ctx.beginPath();
    ctx.roundRect(at.x - w / 2, at.y - h / 2, w, h, 4 * unit);
    ctx.fill();
    ctx.fillStyle = theme.panel;
    ctx.fillText(text, at.x, at.y);
  }

  /** The free place that what is held would have, or the line between its neighbours. */
  #paintLanding(ctx: CanvasRenderingContext2D, view: DeviceView, theme: Theme, { box, isLine }: Landing): void {
    const { x, y } = this.#pixel(view, box);
    const [w, h] = [box.w * view.scale, box.h * view.scale];
    ctx.beginPath();
    ctx.roundRect(x, y, Math.max(2, w), Math.max(2, h), 4 * view.scale);
    ctx.fillStyle = theme.accent;
    ctx.globalAlpha = isLine ? 1 : 0.18;
    ctx.fill();
    ctx.globalAlpha = 1;
    if (isLine) return;
    ctx.strokeStyle = theme.accent;
    ctx.lineWidth = (LINE * view.scale) / view.zoom;
    ctx.stroke();
  }

  #paintSelection(ctx: CanvasRenderingContext2D, view: DeviceView, scene: SelectionScene, seen: Box): void {
    const { selection, gestures, theme, editing } = scene;
    if (selection.size === 0 || gestures.some(({ drag }) => drag?.copies)) return;
    const drag = gestures.find((one) => one.drag)?.drag;
    const outlined = this.#outlinesOf(selection, drag?.ids);
    const reshape = gestures.find((one) => one.reshape)?.reshape;
    const angle = gestures.find((one) => one.angle !== undefined)?.angle;
    ctx.strokeStyle = theme.accent;
    const gap = GAP / view.zoom;
    const ends = this.#lineEnds(selection);
    // A line alone is shown by its ends: a box around it would say nothing.
    if (selection.size <= MOST_OUTLINES && (ends === null || drag))
      for (const shape of shownNow(outlined.shapes, gestures))
        if (intersects(expand(rotatedBox(shape.frame, shape.angle), gap * 2), seen))
          this.#outline(ctx, view, shape, gap);
    if (selection.size > 1) {
      const moves = outlined.moves && drag ? [translate(outlined.moves, drag.by)] : [];
      const all = reshape
        ? union(boxesOf(shownNow(outlined.shapes, gestures)))
        : union([...(outlined.stays ? [outlined.stays] : []), ...moves]);
      if (all) this.#strokeBox(ctx, view, expand(all, gap * 3), 1);
    }
    if (angle !== undefined && reshape) this.#paintAngle(ctx, view, theme, [...reshape.values()][0], angle);
    // While a hand is at work, grips would only stand in its way.
    if (scene.readOnly || editing !== null || gestures.length > 0) return;
    for (const end of ends ?? []) this.#paintDot(ctx, view, theme, end);
    if (scene.mayAdd)
      for (const { at } of sproutsOf(this.#board, selection, view.zoom)) this.#paintDot(ctx, view, theme, at);
    const grips = gripFrame(this.#board, selection);
    if (grips && (grips.resize === 'width' || Math.min(grips.frame.w, grips.frame.h) * view.zoom >= GRIPS_FROM_PX))
      this.#paintGrips(ctx, view, theme, grips, grips.ids.length > 1 ? gap * 3 : gap);
  }

  /** Both ends of the line that alone is selected. */
  #lineEnds(selection: ReadonlySet<ElementId>): readonly Vec[] | null {
    const [id] = selection.size === 1 ? selection : [];
    const element = id === undefined ? undefined : this.#board.get(id);
    return element && !element.lock ? lineEnds(element, this.#board) : null;
  }

  /** A place where a line ends, or may end. */
  #paintDot(ctx: CanvasRenderingContext2D, view: DeviceView, theme: Theme, at: Vec, isChosen = false): void {
    const { x, y } = this.#pixel(view, at);
    const unit = view.scale / view.zoom;
    ctx.beginPath();
    ctx.arc(x, y, (isChosen ? 7 : 5) * unit, 0, 2 * Math.PI);
    ctx.fillStyle = isChosen ? theme.accent : theme.panel;
    ctx.fill();
    ctx.strokeStyle = theme.accent;
    ctx.lineWidth = 1.5 * unit;
    ctx.stroke();
  }

  #outlinesOf(selection: ReadonlySet<ElementId>, moved: readonly ElementId[] | undefined): Outlined {
    if (this.#outlined?.selection === selection && this.#outlined.moved === moved) return this.#outlined;
    const isMoved = new Set(moved);
    const shapes = new Map<ElementId, Turned>();
    const staying: Turned[] = [];
    const moving: Turned[] = [];
    for (const id of selection) {
      const element = this.#board.get(id);
      const frame = element && shownFrame(this.#board, element);
      if (!element || !frame || this.#board.isHidden(id)) continue;
      const shape = { frame, angle: angleOf(element) };
      shapes.set(id, shape);
      (isMoved.has(id) ? moving : staying).push(shape);
    }
    this.#outlined = { selection, moved, shapes, stays: union(boxesOf(staying)), moves: union(boxesOf(moving)) };
    return this.#outlined;
  }

  #outline(ctx: CanvasRenderingContext2D, view: DeviceView, { frame, angle }: Turned, gap: number): void {
    if (angle === 0) {
      this.#strokeBox(ctx, view, expand(frame, gap), LINE);
      return;
    }
    const [first, ...rest] = CORNERS.map((corner) =>
      this.#pixel(view, rotate(handlePoint(expand(frame, gap), corner), center(frame), angle)),
    );
    if (!first) return;
    ctx.lineWidth = (LINE * view.scale) / view.zoom;
    ctx.beginPath();
    ctx.moveTo(first.x, first.y);
    for (const { x, y } of rest) ctx.lineTo(x, y);
    ctx.closePath();
    ctx.stroke();
  }

  #paintGrips(ctx: CanvasRenderingContext2D, view: DeviceView, theme: Theme, grips: GripFrame, gap: number): void {
    const { frame, angle, resize, canTurn } = grips;
    const unit = view.scale / view.zoom;
    ctx.fillStyle = theme.panel;
    ctx.strokeStyle = theme.accent;
    ctx.lineWidth = 1.5 * unit;
    const isWidth = resize === 'width';
    const size = HANDLE * unit;
    const w = isWidth ? size * 0.6 : size;
    const h = isWidth ? size * 1.6 : size;
    const handles = resize === 'none' ? [] : isWidth ? (['w', 'e'] as const) : CORNERS;
    for (const handle of handles) {
      const at = this.#pixel(view, rotate(handlePoint(expand(frame, gap), handle), center(frame), angle));
      ctx.save();
      ctx.translate(angle === 0 ? Math.round(at.x) : at.x, angle === 0 ? Math.round(at.y) : at.y);
      ctx.rotate(radians(angle));
      ctx.beginPath();
      ctx.roundRect(-w / 2, -h / 2, w, h, isWidth ? w / 2 : 3 * unit);
      ctx.fill();
      ctx.stroke();
      ctx.restore();
    }
    if (canTurn) this.#paintTurnHandle(ctx, this.#pixel(view, turnPoint(frame, angle, view.zoom)), unit);
  }

  /** A disc with an arrow that goes around. */
  #paintTurnHandle(ctx: CanvasRenderingContext2D, { x, y }: Vec, unit: number): void {
    ctx.beginPath();
    ctx.arc(x, y, 9 * unit, 0, 2 * Math.PI);
    ctx.fill();
    ctx.stroke();
    const radius = 4.5 * unit;
    ctx.beginPath();
    ctx.arc(x, y, radius, radians(-60), radians(210));
    ctx.stroke();
    const tip = { x: x + radius * Math.cos(radians(-60)), y: y + radius * Math.sin(radians(-60)) };
    ctx.beginPath();
    ctx.moveTo(tip.x - 3.5 * unit, tip.y - 1 * unit);
    ctx.lineTo(tip.x, tip.y);
    ctx.lineTo(tip.x + 0.5 * unit, tip.y + 3.5 * unit);
    ctx.stroke();
  }

  #paintAngle(
    ctx: CanvasRenderingContext2D,
    view: DeviceView,
    theme: Theme,
    shape: Shape | undefined,
    angle: number,
  ): void {
    if (!shape) return;
    const unit = view.scale / view.zoom;
    const at = this.#pixel(view, turnPoint(shape.frame, angle, view.zoom));
    ctx.save();
    this.#paintWords(ctx, theme, at, `${angle}°`, unit);
    ctx.restore();
  }

  #paintGuide(ctx: CanvasRenderingContext2D, view: DeviceView, theme: Theme, guide: Guide): void {
    const unit = view.scale / view.zoom;
    const isUpright = guide.axis === 'x';
    const across = Math.round(guide.at * view.scale + (isUpright ? view.x : view.y)) + 0.5;
    const from = Math.round(guide.from * view.scale + (isUpright ? view.y : view.x));
    const to = Math.round(guide.to * view.scale + (isUpright ? view.y : view.x));
    const line = (alongA: number, acrossA: number, alongB: number, acrossB: number): void => {
      ctx.moveTo(isUpright ? acrossA : alongA, isUpright ? alongA : acrossA);
      ctx.lineTo(isUpright ? acrossB : alongB, isUpright ? alongB : acrossB);
    };
    ctx.strokeStyle = theme.danger;
    ctx.lineWidth = Math.max(1, Math.round(unit));
    ctx.beginPath();
    line(from, across, to, across);
    if (guide.kind === 'gap') for (const end of [from, to]) line(end, across - BAR * unit, end, across + BAR * unit);
    ctx.stroke();
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

  #paintLasso(ctx: CanvasRenderingContext2D, view: DeviceView, theme: Theme, line: readonly Vec[]): void {
    const [first, ...rest] = line.map((point) => this.#pixel(view, point));
    const last = rest.at(-1);
    if (!first || !last) return;
    const unit = view.scale / view.zoom;
    ctx.save();
    ctx.beginPath();
    ctx.moveTo(first.x, first.y);
    for (const { x, y } of rest) ctx.lineTo(x, y);
    ctx.strokeStyle = theme.accent;
    ctx.lineWidth = 1.5 * unit;
    ctx.lineJoin = 'round';
    ctx.stroke();
    ctx.globalAlpha = 0.1;
    ctx.fillStyle = theme.accent;
    ctx.fill('evenodd');
    ctx.globalAlpha = 1;
    // Where it would close, were the hand lifted now.
    ctx.setLineDash([4 * unit, 4 * unit]);
    ctx.beginPath();
    ctx.moveTo(last.x, last.y);
    ctx.lineTo(first.x, first.y);
    ctx.stroke();
    ctx.restore();
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

  #pixel(view: DeviceView, { x, y }: Vec): Vec {
    return { x: x * view.scale + view.x, y: y * view.scale + view.y };
  }

  #pixels(view: DeviceView, page: Box): Box {
    const x = Math.round(page.x * view.scale + view.x);
    const y = Math.round(page.y * view.scale + view.y);
    return { x, y, w: Math.round(page.w * view.scale), h: Math.round(page.h * view.scale) };
  }
}

/** A selection's frames where hands hold them now. */
function shownNow(shapes: ReadonlyMap<ElementId, Turned>, gestures: readonly Gesture[]): Iterable<Turned> {
  if (!gestures.some(({ drag, reshape }) => drag || reshape)) return shapes.values();
  const now = new Map(shapes);
  for (const { drag, reshape } of gestures) {
    for (const id of drag?.ids ?? []) {
      const shape = shapes.get(id);
      if (shape && drag) now.set(id, { ...shape, frame: translate(shape.frame, drag.by) });
    }
    for (const [id, { frame, angle }] of reshape ?? []) {
      const shape = shapes.get(id);
      if (shape) now.set(id, { frame, angle: angle ?? shape.angle });
    }
  }
  return now.values();
}

function* boxesOf(shapes: Iterable<Turned>): Generator<Box> {
  for (const { frame, angle } of shapes) yield rotatedBox(frame, angle);
}
