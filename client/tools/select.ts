/**
 * The arrow: selects by click, shift-click, marquee and lasso (alt on the bare wall, or a finger held still there); drags what is selected,
 * lining it up with what lies around, and writes once, on release; pulls and turns by grips; double-click types, or enters a group. On touch,
 * one finger on bare wall moves the view, and a finger held still selects.
 */

import type { ElementId } from '../../shared/elements/ElementKind.ts';
import { boxBetween } from '../../shared/geometry/box.ts';
import { distance, type PagePoint, type ScreenPoint, subtract, type Vec } from '../../shared/geometry/vec.ts';
import type { Grip } from '../editor/Grips.ts';
import { turnedCursor } from '../editor/handles.ts';
import type { Snapper } from '../editor/Snapping.ts';
import { dragEnd, type EndDrag, startLine } from './dragEnd.ts';
import { dragPart } from './dragPart.ts';
import { dragPin } from './dragPin.ts';
import { withPoint } from './lasso.ts';
import type { PointerInput, Tool } from './Tool.ts';
import type { ToolPorts } from './ToolPorts.ts';

type State =
  | { readonly name: 'idle' }
  /** Pressed on an element, not yet moved. */
  | { readonly name: 'pointing'; readonly id: ElementId; readonly from: PointerInput; readonly wasSelected: boolean }
  | { readonly name: 'pressingWall'; readonly from: PointerInput }
  | {
      readonly name: 'dragging';
      readonly ids: readonly ElementId[];
      readonly held: ReadonlySet<ElementId>;
      /** The area all of them lie in (`null`: the wall); `undefined` where they come from several. */
      readonly home: ElementId | null | undefined;
      readonly from: PagePoint;
      /** Where the first of them stood in an area that arranges its content: others may shift it there while it is held. */
      readonly stood: Vec | null;
      readonly by: Vec;
      readonly copies: boolean;
      readonly snapper: Snapper;
    }
  | { readonly name: 'marquee'; readonly from: PagePoint; readonly base: ReadonlySet<ElementId> }
  | { readonly name: 'lasso'; readonly line: readonly PagePoint[]; readonly base: ReadonlySet<ElementId> }
  | {
      readonly name: 'resizing' | 'turning';
      readonly grip: Grip;
      readonly from: PagePoint;
      readonly hasPulled: boolean;
    }
  /** The end of a line is taken elsewhere. */
  | { readonly name: 'joining'; readonly end: EndDrag; readonly from: PointerInput; readonly hasPulled: boolean }
  | { readonly name: 'panning'; readonly last: ScreenPoint };

const IDLE: State = { name: 'idle' };
const NOBODY: ReadonlySet<ElementId> = new Set();
/** Screen pixels a hand may tremble before a press becomes a drag. */
export const TREMBLE = { mouse: 4, pen: 6, touch: 10 } as const;

const cursorOf = (end: EndDrag | null): string | null => (end ? (end.cursor ?? 'crosshair') : null);

export function createSelectTool(ports: ToolPorts): Tool {
  let state: State = IDLE;
  let hovered: Grip | null = null;
  let overEnd: string | null = null;
  /** Whether the last click did something of its own: a second one is then no wish to write. */
  let hasActed = false;

  const hasMoved = (from: PointerInput, to: PointerInput): boolean =>
    distance(from.screen, to.screen) > TREMBLE[from.device];

  /** Of a group, alt or ctrl picks one alone. */
  const taken = (id: ElementId, { alt, mod }: PointerInput): readonly ElementId[] =>
    alt || mod ? [id] : ports.selection.grouped([id]);

  const gripAt = (input: PointerInput): Grip | null => (ports.isReadOnly() ? null : ports.grips.at(input));

  /** The end of a line that a hand takes hold of: of one that is there, or of a new one. */
  function joinAt(input: PointerInput): EndDrag | null {
    if (ports.isReadOnly()) return null;
    const pin = ports.drawing.pin(input);
    if (pin) return dragPin(ports, pin);
    const end = ports.drawing.lineEnd(input);
    if (end) return dragEnd(ports, end.id, end.which);
    const sprout = ports.drawing.sprout(input);
    if (sprout) return startLine(ports, sprout);
    const part = ports.drawing.part(input);
    return part && dragPart(ports, part);
  }

  function startDrag(id: ElementId, from: PointerInput, input: PointerInput): void {
    const ids = ports.isReadOnly() ? [] : ports.board.movable(heldBy(id, from));
    if (ids.length === 0) {
      // Nothing here may be moved: the hand moves the view instead.
      state = { name: 'panning', last: from.screen };
      pan(input);
      return;
    }
    // Worked out once: a drag of thousands looks at none of them again on its way.
    const homes = new Set(ids.map((one) => ports.board.parent(one)));
    const home = homes.size === 1 ? [...homes][0] : undefined;
    const held = new Set(ids);
    const isArranged = home !== undefined && ports.hit.landing(home, held, from.page) !== null;
    state = {
      name: 'dragging',
      ...{ ids, held, home, stood: isArranged ? ports.board.frame(ids[0] as ElementId) : null },
      ...{ from: from.page, by: { x: 0, y: 0 }, copies: input.alt, snapper: ports.snapper(ids) },
    };
    drag(input);
  }

  /** The way a hand has come since it took hold, whatever others did to the place where that was. */
  function wayOf({ ids, stood, by }: Extract<State, { name: 'dragging' }>): Vec {
    const stands = stood && ports.board.frame(ids[0] as ElementId);
    return stood && stands ? { x: by.x + stood.x - stands.x, y: by.y + stood.y - stands.y } : by;
  }

  /** What a drag that begins on an element takes along. */
  function heldBy(id: ElementId, from: PointerInput): readonly ElementId[] {
    const selected = ports.selection.ids();
    if (selected.has(id)) return [...selected];
    const own = ports.selection.grouped([id]);
    // Where several people touch one screen, nobody's drag takes another's selection away.
    if (ports.hands.areSeveral()) return own;
    const all = from.shift ? [...selected, ...own] : own;
    ports.selection.set(all);
    return all;
  }

  function drag(input: PointerInput): void {
    if (state.name !== 'dragging') return;
    const { ids, held, home, from, snapper } = state;
    const raw = subtract(input.page, from);
    const lock = input.shift ? (Math.abs(raw.x) > Math.abs(raw.y) ? 'y' : 'x') : null;
    const wanted = { x: lock === 'x' ? 0 : raw.x, y: lock === 'y' ? 0 : raw.y };
    const area = ports.hit.area(input.page, input.alt ? NOBODY : held);
    const spot = ports.hit.landing(area, held, input.page);
    // What an area arranges lines up by itself; where a place is worth something, the hand alone says where.
    const snapped =
      input.mod || spot || ports.hit.aim(area, ids, wanted)
        ? { by: { x: Math.round(wanted.x), y: Math.round(wanted.y) }, guides: [] }
        : snapper.drag(wanted, area);
    const by = { x: lock === 'x' ? 0 : snapped.by.x, y: lock === 'y' ? 0 : snapped.by.y };
    const guides = snapped.guides.filter(({ axis, kind }) => lock === null || (axis === lock) === (kind === 'gap'));
    state = { ...state, by, copies: input.alt };
    const way = wayOf(state);
    const aim = ports.hit.aim(area, ids, way);
    // Staying in one's area is no news.
    const target = home === area ? null : area;
    ports.gesture.show({
      drag: { ids, by: way, copies: input.alt },
      ...(target !== null && { target }),
      ...(spot && { landing: spot }),
      ...(aim && { aim }),
      ...(guides.length > 0 && { guides }),
    });
  }

  function marquee(input: PointerInput): void {
    if (state.name !== 'marquee') return;
    const box = boxBetween(state.from, input.page);
    ports.gesture.show({ marquee: box });
    ports.selection.set([...state.base, ...ports.selection.grouped(ports.hit.within(box))]);
  }

  function lasso(input: PointerInput): void {
    if (state.name !== 'lasso') return;
    const line = withPoint(state.line, input.page);
    state = { ...state, line };
    ports.gesture.show({ lasso: line });
    ports.selection.set([...state.base, ...ports.selection.grouped(ports.hit.inside(line))]);
  }

  function pull(input: PointerInput): void {
    if (state.name !== 'resizing' && state.name !== 'turning') return;
    const pulled = ports.grips.pull(state.grip, state.from, input.page, input);
    state = { ...state, hasPulled: true };
    if (!pulled) return;
    const { shapes, guides, angle } = pulled;
    ports.gesture.show({
      reshape: shapes,
      ...(guides.length > 0 && { guides }),
      ...(angle !== undefined && { angle }),
    });
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
    const base = from.shift ? new Set(ports.selection.ids()) : NOBODY;
    if (from.alt) {
      state = { name: 'lasso', line: [from.page], base };
      lasso(input);
    } else {
      state = { name: 'marquee', from: from.page, base };
      marquee(input);
    }
  }

  function click({ id, from, wasSelected }: Extract<State, { name: 'pointing' }>, input: PointerInput): void {
    const ids = taken(id, from);
    if (from.shift) {
      const selected = ports.selection.ids();
      ports.selection.set(selected.has(id) ? [...selected].filter((one) => !ids.includes(one)) : [...selected, ...ids]);
      return;
    }
    ports.selection.set(ids);
    // The first click takes hold of it; in one that is held, or with ctrl, it does what stands there.
    hasActed = (wasSelected || from.mod) && ports.activate(id, input.page);
  }

  return {
    id: 'select',
    get state() {
      return state.name;
    },
    cursor() {
      if (state.name === 'panning') return 'grabbing';
      if (state.name === 'marquee' || state.name === 'lasso') return 'crosshair';
      if (state.name === 'joining') return state.end.cursor ?? 'crosshair';
      if (state.name === 'dragging') return state.copies ? 'copy' : 'default';
      const grip = state.name === 'resizing' || state.name === 'turning' ? state.grip : hovered;
      if (!grip) return overEnd ?? 'default';
      return grip.type === 'turn' ? 'grab' : turnedCursor(grip.handle, grip.angle);
    },
    onPointerDown(input) {
      // One person's press does not take the field away from another who types in it.
      if (ports.typing.id() !== null && !ports.hands.areSeveral()) ports.typing.end();
      const grip = gripAt(input);
      if (grip) {
        state = { name: grip.type === 'turn' ? 'turning' : 'resizing', grip, from: input.page, hasPulled: false };
        return;
      }
      const end = joinAt(input);
      if (end) {
        state = { name: 'joining', end, from: input, hasPulled: false };
        return;
      }
      const id = ports.hit.element(input);
      if (id === null) {
        state = { name: 'pressingWall', from: input };
        return;
      }
      if (ports.hands.isHeld(id)) {
        state = IDLE;
        return;
      }
      state = { name: 'pointing', id, from: input, wasSelected: ports.selection.ids().has(id) };
      if (!input.shift && !ports.selection.ids().has(id) && input.device !== 'touch')
        ports.selection.set(taken(id, input));
    },
    onPointerMove(input) {
      switch (state.name) {
        case 'idle':
          hovered = gripAt(input);
          overEnd = hovered === null ? cursorOf(joinAt(input)) : null;
          return;
        case 'pointing':
          if (hasMoved(state.from, input)) startDrag(state.id, state.from, input);
          return;
        case 'pressingWall':
          if (hasMoved(state.from, input)) leavePress(state.from, input);
          return;
        case 'dragging':
          drag(input);
          return;
        case 'marquee':
          marquee(input);
          return;
        case 'lasso':
          lasso(input);
          return;
        case 'resizing':
        case 'turning':
          pull(input);
          return;
        case 'joining':
          if (!state.hasPulled && !hasMoved(state.from, input)) return;
          state = { ...state, hasPulled: true };
          state.end.move(input);
          return;
        case 'panning':
          pan(input);
      }
    },
    onPointerUp(input) {
      const ended = state;
      state = IDLE;
      hasActed = false;
      switch (ended.name) {
        case 'pointing':
          click(ended, input);
          return;
        case 'pressingWall':
          if (ports.typing.id() !== null) ports.typing.end();
          if (!ended.from.shift) ports.selection.set([]);
          return;
        case 'dragging':
          // The board first: were the gesture taken away first, one frame would show the old place.
          if (ended.copies) ports.write.duplicate(ended.ids, wayOf(ended), input.page);
          else ports.write.move(ended.ids, wayOf(ended), input.page);
          ports.gesture.end();
          return;
        case 'resizing':
        case 'turning': {
          const pulled = ended.hasPulled ? ports.grips.pull(ended.grip, ended.from, input.page, input) : null;
          if (pulled) ports.write.reshape(ended.name === 'turning' ? 'turn' : 'resize', pulled.shapes);
          ports.gesture.end();
          return;
        }
        case 'joining':
          if (ended.hasPulled) ended.end.finish(input);
          else ended.end.click?.();
          return;
        case 'marquee':
        case 'lasso':
          ports.gesture.end();
          return;
        case 'idle':
        case 'panning':
      }
    },
    onDoubleClick(input) {
      state = IDLE;
      ports.gesture.end();
      if (ports.isReadOnly() || hasActed) return;
      const pin = ports.drawing.pin(input);
      if (pin) {
        ports.drawing.takePin(pin, { open: true });
        return;
      }
      const part = ports.drawing.part(input);
      if (part?.name) {
        part.name();
        return;
      }
      const hit = ports.hit.text(input);
      if (hit === null && ports.settle(input.page)) return;
      if (hit !== null && ports.selection.enter(hit)) return;
      const id = hit ?? ports.write.place('note', input.page);
      if (id === null) return;
      ports.selection.set([id]);
      ports.typing.begin(id, { fresh: hit === null });
    },
    onLongPress(input) {
      if (state.name === 'pointing') {
        const { id, from, wasSelected } = state;
        // A pen has selected it by the press already: it may rest there, and drag on.
        if (from.device === 'pen' && !wasSelected) return;
        const ids = ports.selection.ids();
        state = IDLE;
        if (ids.size === 1 && ids.has(id)) ports.typing.begin(id);
        else if (ids.has(id)) ports.selection.set([...ids].filter((one) => one !== id));
        else ports.selection.set([...ids, ...ports.selection.grouped([id])]);
      } else if (state.name === 'pressingWall')
        state = { name: 'lasso', line: [input.page], base: new Set(ports.selection.ids()) };
    },
    cancel() {
      if (state.name === 'marquee' || state.name === 'lasso') ports.selection.set(state.base);
      state = IDLE;
      hovered = null;
      ports.gesture.end();
    },
  };
}
