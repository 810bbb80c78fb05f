/** Fulfils what tools ask for with the parts of the editor: wiring only. */
import type { StoreApi } from 'zustand/vanilla';
import type { BoardDoc } from '../../shared/board/BoardDoc.ts';
import { roots } from '../../shared/board/operations.ts';
import { kindOf } from '../../shared/elements/registry.ts';
import { viewOf } from '../elements/registry.ts';
import type { PointerInput } from '../tools/Tool.ts';
import type { ToolPorts } from '../tools/ToolPorts.ts';
import type { BoardIndex } from './BoardIndex.ts';
import type { CameraControl } from './CameraControl.ts';
import { areaUnder } from './dropTarget.ts';
import type { EditorState } from './EditorState.ts';
import type { Gestures } from './Gestures.ts';
import { handleAt, pull } from './handles.ts';
import { elementAt, elementsWithin, type Touch } from './hitTest.ts';
import type { Notify } from './Notice.ts';
import type { Selection } from './Selection.ts';
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
  readonly notify: Notify;
}

/** Half the width of a grip, and how far a finger may miss, in screen pixels. */
const GRIP = { mouse: 6, pen: 8, touch: 16 } as const;
const SLOP = { mouse: 0, pen: 4, touch: 12 } as const;
const HANDLE_REACH = { mouse: 8, pen: 12, touch: 22 } as const;

export function createToolPorts(parts: Parts): ToolPorts {
  const { store, board, index, camera, selection, gestures, typing, writes, notify } = parts;
  const touchOf = ({ device }: PointerInput): Touch => {
    const { zoom } = store.getState().camera;
    return { reach: GRIP[device] / zoom, slop: SLOP[device] / zoom };
  };

  return {
    isReadOnly: () => store.getState().readOnly,
    camera: { panBy: (by) => camera.panBy(by) },
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
      handle(input) {
        const id = selection.single;
        const element = id === null ? undefined : board.get(id);
        const frame = id === null ? null : board.frame(id);
        if (id === null || !element || !frame || element.lock) return null;
        const at = camera.toScreen(frame);
        const { zoom } = store.getState().camera;
        const box = { x: at.x, y: at.y, w: frame.w * zoom, h: frame.h * zoom };
        // On an element of a few pixels, handles would leave nothing to take it by.
        if (Math.min(box.w, box.h) < 3 * HANDLE_REACH[input.device]) return null;
        const handle = handleAt(box, input.screen, HANDLE_REACH[input.device], viewOf(element).resize);
        return handle && { id, handle };
      },
      within: (box) => elementsWithin(index, box),
      area: (at, except) => areaUnder(board, index, at, new Set(except)),
    },
    board: {
      frame: (id) => board.frame(id),
      parent: (id) => board.tree.parent(id),
      movable: (ids) => roots(board, ids),
      pull(id, handle, by, keepAspect) {
        const element = board.get(id);
        const frame = board.frame(id);
        if (!element || !frame) return null;
        const { minSize, maxSize } = kindOf(element);
        return pull(frame, handle, by, {
          min: [Math.max(40, minSize[0]), Math.max(20, minSize[1])],
          max: maxSize,
          keepAspect,
        });
      },
    },
    selection: {
      ids: () => selection.ids,
      set: (ids) => selection.set(ids),
      toggle: (id) => selection.toggle(id),
    },
    gesture: { show: (gesture) => gestures.show(gesture), end: () => gestures.end() },
    write: {
      move(ids, by, pointer) {
        const area = writes.move(ids, by, pointer);
        const title = area === null ? undefined : board.get(area)?.text;
        if (title) notify({ kind: 'announce', id: 'editor.say.movedInto', values: { count: ids.length, area: title } });
        else notify({ kind: 'announce', id: 'editor.say.moved', values: { count: ids.length } });
      },
      duplicate(ids, by, pointer) {
        selection.set(writes.duplicate(ids, by, pointer));
      },
      resize: (id, frame) => writes.resize(id, frame),
      note: (at) => writes.place('note', at, { color: store.getState().noteColor }),
      text: (at) => writes.place('text', at),
      frame: (box) => writes.drawArea('frame', box),
    },
    typing: { begin: (id, options) => void typing.begin(id, options), end: () => typing.end(), id: () => typing.id },
    tool: { current: () => store.getState().tool, set: (tool) => store.setState({ tool }) },
  };
}
