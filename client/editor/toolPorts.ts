/** Fulfils what tools ask for with the parts of the editor: wiring only. */
import type { StoreApi } from 'zustand/vanilla';
import type { BoardDoc } from '../../shared/board/BoardDoc.ts';
import { roots } from '../../shared/board/operations.ts';
import { isOnFold } from '../../shared/elements/fold.ts';
import { isOnBadge } from '../../shared/elements/marks/paintMarks.ts';
import { findKind, kindOf } from '../../shared/elements/registry.ts';
import { viewOf } from '../elements/registry.ts';
import type { PointerInput } from '../tools/Tool.ts';
import type { ToolPorts } from '../tools/ToolPorts.ts';
import type { Arranging } from './Arranging.ts';
import type { BoardIndex } from './BoardIndex.ts';
import type { CameraControl } from './CameraControl.ts';
import type { PageRequest } from './commands/Command.ts';
import { createDrawingPorts } from './drawingPorts.ts';
import { areaUnder } from './dropTarget.ts';
import { type EditorState, nextPropsOf } from './EditorState.ts';
import type { Gestures } from './Gestures.ts';
import { Grips } from './Grips.ts';
import { withGroups } from './groups.ts';
import { elementAt, elementsInside, elementsWithin, type Touch } from './hitTest.ts';
import type { MindMaps } from './mindmap/MindMaps.ts';
import type { Notify } from './Notice.ts';
import type { Selection } from './Selection.ts';
import { createSnapper } from './Snapping.ts';
import type { Typing } from './Typing.ts';
import type { Writes } from './Writes.ts';

interface Parts {
  readonly store: StoreApi<EditorState>;
  readonly board: BoardDoc;
  readonly index: BoardIndex;
  readonly camera: CameraControl;
  readonly selection: Selection;
  readonly gestures: Gestures;
  readonly typing: Typing;
  readonly writes: Writes;
  readonly arranging: Arranging;
  readonly mindMaps: MindMaps;
  readonly notify: Notify;
  readonly ask: (request: PageRequest) => void;
}

/** Half the width of a grip, and how far a finger may miss, in screen pixels. */
const GRIP = { mouse: 6, pen: 8, touch: 16 } as const;
const SLOP = { mouse: 0, pen: 4, touch: 12 } as const;

/** The ports of one hand; on a wall that several people touch, each finger has its own. */
export function createToolPorts(parts: Parts, hand = 0): ToolPorts {
  const { store, board, index, camera, selection, gestures, typing, writes, arranging, mindMaps, notify, ask } = parts;
  const grips = new Grips({ store, board, index, camera, selection });
  const areSeveral = (): boolean => store.getState().hasSeveralHands;
  const touchOf = ({ device }: PointerInput): Touch => {
    const { zoom } = store.getState().camera;
    return { reach: GRIP[device] / zoom, slop: SLOP[device] / zoom };
  };

  return {
    isReadOnly: () => store.getState().readOnly,
    camera: {
      panBy(by) {
        // Nobody moves the wall under another's hand.
        if (!areSeveral() || gestures.all.length === 0) camera.panBy(by);
      },
    },
    hit: {
      element: (input) => elementAt(index, input.page, touchOf(input)),
      text(input) {
        const id = elementAt(index, input.page, touchOf(input));
        const element = id === null ? undefined : board.get(id);
        const frame = id === null ? null : board.frame(id);
        if (!element || !frame || !kindOf(element).isContainer) return id;
        // An area is taken by its border too, but its words stand above it: nobody renames it by a double click near its edge.
        return input.page.y < frame.y ? id : null;
      },
      within: (box) => elementsWithin(index, box),
      inside: (line) => elementsInside(index, line),
      area: (at, except) => areaUnder(board, index, at, except),
    },
    board: {
      frame: (id) => board.frame(id),
      parent: (id) => board.tree.parent(id),
      // A note of a mind map takes along what hangs on it.
      movable: (ids) => roots(board, mindMaps.withBelow(ids)),
    },
    grips: {
      at: (input) => grips.at(input),
      pull: (grip, from, to, keys) => grips.pull(grip, from, to, keys),
    },
    snapper: (ids) => createSnapper({ store, board, index, isHeld: (id) => gestures.isHeld([id], hand) }, ids),
    hands: {
      areSeveral,
      isHeld: (id) => gestures.isHeld([id, ...board.tree.ancestors(id)], hand),
    },
    selection: {
      ids: () => selection.ids,
      set: (ids) => selection.set(ids),
      toggle: (id) => selection.toggle(id),
      grouped: (ids) => withGroups(index, ids, selection.entered),
      enter: (id) => selection.enter(id),
    },
    gesture: { show: (gesture) => gestures.show(gesture, hand), end: () => gestures.end(hand) },
    write: {
      move(ids, by, pointer) {
        if (mindMaps.drop(ids, by, pointer)) return;
        const area = writes.move(ids, by, pointer);
        const title = area === null ? undefined : board.get(area)?.text;
        if (title) notify({ kind: 'announce', id: 'editor.say.movedInto', values: { count: ids.length, area: title } });
        else notify({ kind: 'announce', id: 'editor.say.moved', values: { count: ids.length } });
      },
      duplicate(ids, by, pointer) {
        selection.set(writes.duplicate(mindMaps.wholeOf(ids), by, pointer));
      },
      reshape: (label, shapes) => arranging.reshape(label, shapes),
      place: (kind, at, props) => writes.place(kind, at, props),
      draw: (kind, box, props) => writes.draw(kind, box, props),
    },
    comment: () => ask('comments'),
    activate(id, at) {
      const element = board.get(id);
      if (!element) return false;
      const origin = board.tree.origin(id);
      if (isOnFold(element, { x: at.x - origin.x, y: at.y - origin.y })) {
        void mindMaps.fold(id);
        return true;
      }
      const local = { x: at.x - origin.x, y: at.y - origin.y };
      if (isOnBadge(element, local)) {
        ask('comments');
        return true;
      }
      const does = viewOf(element).activate?.(element, local) ?? null;
      if (does === null) return false;
      if (does.type === 'link') window.open(does.href, '_blank', 'noopener,noreferrer');
      else writes.tick(id, does.splice);
      return true;
    },
    drawing: createDrawingPorts({ store, board, index, selection, writes }),
    style: (kind) => ({ ...findKind(kind)?.defaultProps, ...nextPropsOf(store.getState(), kind) }),
    typing: { begin: (id, options) => void typing.begin(id, options), end: () => typing.end(), id: () => typing.id },
    tool: { current: () => store.getState().tool, set: (tool) => store.setState({ tool }) },
  };
}
