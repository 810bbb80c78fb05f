/**
 * The arrow: selects by click, shift-click and marquee; drags what is selected and writes once, on release; resizes by handles;
 * double-click types. On touch, one finger on bare wall moves the view, and a finger held still selects.
 */

import type { ElementId } from '../../shared/elements/ElementKind.ts';
import { boxBetween } from '../../shared/geometry/box.ts';
import { distance, type PagePoint, type ScreenPoint, subtract, type Vec } from '../../shared/geometry/vec.ts';
import type { Handle } from '../editor/handles.ts';
import { handleCursor } from '../editor/handles.ts';
import type { PointerInput, Tool } from './Tool.ts';
import type { ToolPorts } from './ToolPorts.ts';

type State =
  | { readonly name: 'idle' }
  /** Pressed on an element, not yet moved. */
  | { readonly name: 'pointing'; readonly id: ElementId; readonly from: PointerInput }
  | { readonly name: 'pressingWall'; readonly from: PointerInput }
  | {
      readonly name: 'dragging';
      readonly ids: readonly ElementId[];
      readonly from: PagePoint;
      readonly by: Vec;
      readonly at: PagePoint;
      readonly copies: boolean;
    }
  | { readonly name: 'marquee'; readonly from: PagePoint; readonly base: ReadonlySet<ElementId> }
  | { readonly name: 'resizing'; readonly id: ElementId; readonly handle: Handle; readonly from: PagePoint }
  | { readonly name: 'panning'; readonly last: ScreenPoint };

const IDLE: State = { name: 'idle' };
/** Screen pixels a hand may tremble before a press becomes a drag. */
export const TREMBLE = { mouse: 4, pen: 6, touch: 10 } as const;

export function createSelectTool(ports: ToolPorts): Tool {
  let state: State = IDLE;
  let hovered: Handle | null = null;

  const hasMoved = (from: PointerInput, to: PointerInput): boolean =>
    distance(from.screen, to.screen) > TREMBLE[from.device];

  function startDrag(from: PointerInput, input: PointerInput): void {
    const ids = ports.isReadOnly() ? [] : ports.board.movable(ports.selection.ids());
    if (ids.length === 0) {
      // Nothing here may be moved: the hand moves the view instead.
      state = { name: 'panning', last: from.screen };
      pan(input);
      return;
    }
    state = { name: 'dragging', ids, from: from.page, by: { x: 0, y: 0 }, at: from.page, copies: input.alt };
    drag(input);
  }

  function drag(input: PointerInput): void {
    if (state.name !== 'dragging') return;
    const { ids, from } = state;
    const raw = subtract(input.page, from);
    const straight = Math.abs(raw.x) > Math.abs(raw.y) ? { x: raw.x, y: 0 } : { x: 0, y: raw.y };
    const { x, y } = input.shift ? straight : raw;
    const by = { x: Math.round(x), y: Math.round(y) };
    state = { ...state, by, at: input.page, copies: input.alt };
    const area = ports.hit.area(input.page, input.alt ? [] : ids);
    // Staying in one's area is no news.
    const target = ids.every((id) => ports.board.parent(id) === area) ? null : area;
    ports.gesture.show({ drag: { ids, by, copies: input.alt }, ...(target !== null && { target }) });
  }

  function marquee(input: PointerInput): void {
    if (state.name !== 'marquee') return;
    const box = boxBetween(state.from, input.page);
    ports.gesture.show({ marquee: box });
    ports.selection.set(new Set([...state.base, ...ports.hit.within(box)]));
  }

  function resize(input: PointerInput): void {
    if (state.name !== 'resizing') return;
    const frame = ports.board.pull(state.id, state.handle, subtract(input.page, state.from), input.shift);
    if (frame) ports.gesture.show({ resize: { id: state.id, frame } });
  }

  function pan(input: PointerInput): void {
    if (state.name !== 'panning') return;
    ports.camera.panBy(subtract(input.screen, state.last));
    state = { name: 'panning', last: input.screen };
  }

  /** Where the first move after a press leads. */
  function leavePress(from: PointerInput, input: PointerInput): void {
    // Who only looks has nothing to gather: the wall moves under the hand.
    if (from.device === 'touch' || ports.isReadOnly()) {
      state = { name: 'panning', last: from.screen };
      pan(input);
      return;
    }
    state = { name: 'marquee', from: from.page, base: input.shift ? new Set(ports.selection.ids()) : new Set() };
    marquee(input);
  }

  return {
    id: 'select',
    get state() {
      return state.name;
    },
    cursor() {
      if (state.name === 'panning') return 'grabbing';
      if (state.name === 'resizing') return handleCursor(state.handle);
      if (state.name === 'dragging') return state.copies ? 'copy' : 'default';
      return hovered ? handleCursor(hovered) : 'default';
    },
    onPointerDown(input) {
      const typing = ports.typing.id();
      if (typing !== null) ports.typing.end();
      const grip = ports.isReadOnly() ? null : ports.hit.handle(input);
      if (grip) {
        state = { name: 'resizing', id: grip.id, handle: grip.handle, from: input.page };
        return;
      }
      const id = ports.hit.element(input);
      if (id === null) {
        state = { name: 'pressingWall', from: input };
        return;
      }
      state = { name: 'pointing', id, from: input };
      if (!input.shift && !ports.selection.ids().has(id) && input.device !== 'touch') ports.selection.set([id]);
    },
    onPointerMove(input) {
      switch (state.name) {
        case 'idle':
          hovered = ports.isReadOnly() ? null : (ports.hit.handle(input)?.handle ?? null);
          return;
        case 'pointing': {
          if (!hasMoved(state.from, input)) return;
          const { id, from } = state;
          if (!ports.selection.ids().has(id)) ports.selection.set(input.shift ? [...ports.selection.ids(), id] : [id]);
          startDrag(from, input);
          return;
        }
        case 'pressingWall':
          if (hasMoved(state.from, input)) leavePress(state.from, input);
          return;
        case 'dragging':
          drag(input);
          return;
        case 'marquee':
          marquee(input);
          return;
        case 'resizing':
          resize(input);
          return;
        case 'panning':
          pan(input);
      }
    },
    onPointerUp(input) {
      const ended = state;
      state = IDLE;
      switch (ended.name) {
        case 'pointing':
          if (ended.from.shift) ports.selection.toggle(ended.id);
          else ports.selection.set([ended.id]);
          return;
        case 'pressingWall':
          if (!ended.from.shift) ports.selection.set([]);
          return;
        case 'dragging':
          // The board first: were the gesture taken away first, one frame would show the old place.
          if (ended.copies) ports.write.duplicate(ended.ids, ended.by, input.page);
          else ports.write.move(ended.ids, ended.by, input.page);
          ports.gesture.end();
          return;
        case 'resizing': {
          const frame = ports.board.pull(ended.id, ended.handle, subtract(input.page, ended.from), input.shift);
          const before = ports.board.frame(ended.id);
          if (frame && before && !isSameFrame(frame, before)) ports.write.resize(ended.id, frame);
          ports.gesture.end();
          return;
        }
        case 'marquee':
          ports.gesture.end();
          return;
        case 'idle':
        case 'panning':
      }
    },
    onDoubleClick(input) {
      state = IDLE;
      ports.gesture.end();
      if (ports.isReadOnly()) return;
      const hit = ports.hit.text(input);
      const id = hit ?? ports.write.note(input.page);
      if (id === null) return;
      ports.selection.set([id]);
      ports.typing.begin(id, { fresh: hit === null });
    },
    onLongPress(input) {
      if (state.name === 'pointing') {
        const { id } = state;
        const ids = ports.selection.ids();
        state = IDLE;
        if (ids.size === 1 && ids.has(id)) ports.typing.begin(id);
        else if (ids.size > 0) ports.selection.toggle(id);
        else ports.selection.set([id]);
      } else if (state.name === 'pressingWall')
        state = { name: 'marquee', from: input.page, base: new Set(ports.selection.ids()) };
    },
    cancel() {
      if (state.name === 'marquee') ports.selection.set(state.base);
      state = IDLE;
      hovered = null;
      ports.gesture.end();
    },
  };
}

const isSameFrame = (
  a: { x: number; y: number; w: number; h: number },
  b: { x: number; y: number; w: number; h: number },
): boolean => a.x === b.x && a.y === b.y && a.w === b.w && a.h === b.h;
