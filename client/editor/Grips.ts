/**
 * The grips around the selection (corners, edges, the handle that turns): which one lies under a pointer, and what pulling it does to what is
 * selected. Where they stand is told here to whoever paints them too.
 */
import type { StoreApi } from 'zustand/vanilla';
import type { BoardDoc } from '../../shared/board/BoardDoc.ts';
import { roots } from '../../shared/board/operations.ts';
import type { Element, ElementId } from '../../shared/elements/ElementKind.ts';
import { kindOf } from '../../shared/elements/registry.ts';
import { type Box, center, union } from '../../shared/geometry/box.ts';
import { rotate } from '../../shared/geometry/rotation.ts';
import type { Guide, SnapLines } from '../../shared/geometry/snap.ts';
import { distance, type PagePoint, subtract, type Vec } from '../../shared/geometry/vec.ts';
import { viewOf } from '../elements/registry.ts';
import type { PointerInput } from '../tools/Tool.ts';
import type { BoardIndex } from './BoardIndex.ts';
import type { CameraControl } from './CameraControl.ts';
import type { EditorState } from './EditorState.ts';
import { type Handle, handleAt } from './handles.ts';
import { type Member, pullTogether, pullTurned, turned } from './reshaping.ts';
import type { Selection } from './Selection.ts';
import { createSnapper, type Snapper } from './Snapping.ts';
import { angleOf, type Reshape, shownBox } from './shapes.ts';
import { hasProp } from './takesProps.ts';

export type Grip =
  | { readonly type: 'resize'; readonly ids: readonly ElementId[]; readonly handle: Handle; readonly angle: number }
  | { readonly type: 'turn'; readonly id: ElementId };

export interface Pulled {
  readonly shapes: Reshape;
  readonly guides: readonly Guide[];
  /** What to show beside what is being turned. */
  readonly angle?: number;
}

/** How a pull is meant: proportions kept (steps, for a turn), the middle kept, nothing lined up. */
export type PullKeys = Pick<PointerInput, 'shift' | 'alt' | 'mod'>;

/** What the grips stand around: a frame before its turn, and the turn. */
export interface GripFrame {
  readonly ids: readonly ElementId[];
  readonly frame: Box;
  readonly angle: number;
  readonly resize: 'free' | 'aspect' | 'width' | 'none';
  readonly canTurn: boolean;
}

const HANDLE_REACH = { mouse: 8, pen: 12, touch: 22 } as const;
/** How far below the element the handle that turns stands, in CSS pixels. */
const TURN_PX = 28;
/** Under this size on the screen nothing shows grips: they would leave nothing to take it by. */
export const GRIPS_FROM_PX = 32;
/** With more selected, nobody looks at single sizes any more. */
const MOST = 500;

interface GripPorts {
  readonly store: Pick<StoreApi<EditorState>, 'getState'>;
  readonly board: BoardDoc;
  readonly index: BoardIndex;
  readonly camera: CameraControl;
  readonly selection: Selection;
}

export class Grips {
  readonly #ports: GripPorts;
  #pulling: { readonly grip: Grip; readonly snapper: Snapper } | null = null;

  constructor(ports: GripPorts) {
    this.#ports = ports;
  }

  at({ page, screen, device }: PointerInput): Grip | null {
    const { camera, store } = this.#ports;
    const around = gripFrame(this.#ports.board, this.#ports.selection.ids);
    if (!around) return null;
    const { ids, frame, angle, resize, canTurn } = around;
    const { zoom } = store.getState().camera;
    const reach = HANDLE_REACH[device];
    const [only] = ids;
    if (canTurn && only !== undefined && distance(turnPoint(frame, angle, zoom), page) * zoom <= reach)
      return { type: 'turn', id: only };
    const at = camera.toScreen(frame);
    const box = { x: at.x, y: at.y, w: frame.w * zoom, h: frame.h * zoom };
    if (Math.min(box.w, box.h) < 3 * reach) return null;
    const handle = handleAt(box, rotate(screen, center(box), -angle), reach, resize);
    return handle && { type: 'resize', ids, handle, angle };
  }

  /** What is selected, after a grip was pulled from one point to another; `null` where there is nothing left to pull. */
  pull(grip: Grip, from: PagePoint, to: PagePoint, keys: PullKeys): Pulled | null {
    if (grip.type === 'turn') return this.#turn(grip.id, from, to, keys.shift);
    const members = grip.ids.flatMap((id) => this.#member(id) ?? []);
    const by = subtract(to, from);
    const shapes = this.#resize(members, grip, by, keys);
    if (shapes.size === 0) return null;
    if (keys.mod || keys.shift || keys.alt || grip.angle !== 0) return { shapes, guides: [] };
    const box = union([...shapes].map(([id, { frame }]) => this.#shown(id, frame)));
    const snapped = box && this.#snapper(grip).pull(box, linesOf(grip.handle), this.#parentOf(grip.ids));
    if (!snapped || (snapped.by.x === 0 && snapped.by.y === 0)) return { shapes, guides: snapped?.guides ?? [] };
    const put = { x: by.x + snapped.by.x, y: by.y + snapped.by.y };
    return { shapes: this.#resize(members, grip, put, keys), guides: snapped.guides };
  }

  #resize(
    members: readonly Member[],
    { handle, angle }: Extract<Grip, { type: 'resize' }>,
    by: Vec,
    keys: PullKeys,
  ): Reshape {
    const [only] = members;
    if (members.length > 1) {
      const around = union(members.map(({ id, frame }) => this.#shown(id, frame)));
      if (!around) return new Map();
      return pullTogether(members, around, handle, by, { keepAspect: keys.shift, fromMiddle: keys.alt });
    }
    if (!only) return new Map();
    const { id, frame, min, max, resize } = only;
    const options = { min, max, keepAspect: keys.shift || resize === 'aspect', fromMiddle: keys.alt };
    return new Map([[id, { frame: pullTurned(frame, angle, handle, by, options) }]]);
  }

  #turn(id: ElementId, from: PagePoint, to: PagePoint, isStepped: boolean): Pulled | null {
    const { board } = this.#ports;
    const element = board.get(id);
    const frame = board.frame(id);
    if (!element || !frame) return null;
    const angle = turned(frame, angleOf(element), from, to, isStepped);
    return { shapes: new Map([[id, { frame, angle }]]), guides: [], angle };
  }

  /** What there is around, gathered at the first move of a pull. */
  #snapper(grip: Extract<Grip, { type: 'resize' }>): Snapper {
    if (this.#pulling?.grip !== grip) this.#pulling = { grip, snapper: createSnapper(this.#ports, grip.ids) };
    return this.#pulling.snapper;
  }

  #member(id: ElementId): Member | null {
    const { board } = this.#ports;
    const element = board.get(id);
    const frame = board.frame(id);
    if (!element || !frame) return null;
    const { minSize, maxSize } = kindOf(element);
    const min = [Math.max(40, minSize[0]), Math.max(20, minSize[1])] as const;
    return { id, frame, min, max: maxSize, resize: viewOf(element).resize };
  }

  #shown(id: ElementId, frame: Box): Box {
    const element = this.#ports.board.get(id);
    return element ? shownBox(frame, element) : frame;
  }

  #parentOf(ids: readonly ElementId[]): ElementId | null {
    const [id] = ids;
    return id === undefined ? null : this.#ports.board.tree.parent(id);
  }
}

/** What the grips of a selection stand around; `null` where it shows none (locked, far too many, of no size of its own). */
export function gripFrame(board: BoardDoc, selection: ReadonlySet<ElementId>): GripFrame | null {
  if (selection.size === 0 || selection.size > MOST) return null;
  const ids = roots(board, selection);
  const [id] = ids;
  if (id === undefined) return null;
  if (ids.length === 1) {
    const element = board.get(id) as Element;
    const frame = board.frame(id);
    if (!frame || selection.size > 1) return null;
    const canTurn = hasProp(element.kind, 'angle') && element.problem === undefined;
    return { ids, frame, angle: angleOf(element), resize: viewOf(element).resize, canTurn };
  }
  const boxes = ids.flatMap((one) => {
    const element = board.get(one);
    const frame = board.frame(one);
    return element && frame && viewOf(element).resize !== 'none' ? [shownBox(frame, element)] : [];
  });
  const frame = union(boxes);
  return frame && { ids, frame, angle: 0, resize: 'free', canTurn: false };
}

/** Where the handle that turns an element stands on the page. */
export const turnPoint = (frame: Box, angle: number, zoom: number): PagePoint =>
  rotate({ x: frame.x + frame.w / 2, y: frame.y + frame.h + TURN_PX / zoom }, center(frame), angle);

const linesOf = (handle: Handle): SnapLines => ({
  x: handle.includes('w') ? ['start'] : handle.includes('e') ? ['end'] : [],
  y: handle.includes('n') ? ['start'] : handle.includes('s') ? ['end'] : [],
});
