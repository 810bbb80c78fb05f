/** Fulfils what tools ask for with the parts of the editor: wiring only. */
import type { StoreApi } from 'zustand/vanilla';
import type { BoardDoc } from '../../shared/board/BoardDoc.ts';
import { roots } from '../../shared/board/operations.ts';
import type { ElementId } from '../../shared/elements/ElementKind.ts';
import { isOnFold } from '../../shared/elements/fold.ts';
import { isOnBadge } from '../../shared/elements/marks/paintMarks.ts';
import { findKind, kindOf } from '../../shared/elements/registry.ts';
import { viewOf } from '../elements/registry.ts';
import type { PointerInput } from '../tools/Tool.ts';
import type { ToolPorts } from '../tools/ToolPorts.ts';
import type { Arranging } from './Arranging.ts';
import { aimAt } from './aim.ts';
import type { BoardIndex } from './BoardIndex.ts';
import type { CameraControl } from './CameraControl.ts';
import type { Clusters } from './clusters/Clusters.ts';
import type { PageRequest } from './commands/Command.ts';
import type { Decks } from './decks/Decks.ts';
import { createDrawingPorts } from './drawingPorts.ts';
import { areaUnder } from './dropTarget.ts';
import { type EditorState, nextPropsOf } from './EditorState.ts';
import type { Extras } from './extras.ts';
import type { Gestures } from './Gestures.ts';
import { Grips } from './Grips.ts';
import type { Grids } from './grid/Grids.ts';
import { withGroups } from './groups.ts';
import { elementAt, elementsInside, elementsWithin, type Touch } from './hitTest.ts';
import type { Later } from './Later.ts';
import { landing } from './landing.ts';
import type { MindMaps } from './mindmap/MindMaps.ts';
import type { Notify } from './Notice.ts';
import { nameOf } from './nameOf.ts';
import type { Permits } from './Permits.ts';
import type { MapPins } from './pins/MapPins.ts';
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
  readonly clusters: Clusters;
  readonly arranging: Arranging;
  readonly mindMaps: MindMaps;
  readonly mapPins: MapPins;
  readonly decks: Decks;
  readonly grids: Grids;
  readonly extras: Later<Extras>;
  readonly permits: Permits;
  readonly notify: Notify;
  readonly ask: (request: PageRequest) => void;
}

const NOBODY: ReadonlySet<ElementId> = new Set();

/** Half the width of a grip, and how far a finger may miss, in screen pixels. */
const GRIP = { mouse: 6, pen: 8, touch: 16 } as const;
const SLOP = { mouse: 0, pen: 4, touch: 12 } as const;

/** The ports of one hand; on a wall that several people touch, each finger has its own. */
export function createToolPorts(parts: Parts, hand = 0): ToolPorts {
  const {
    store,
    board,
    index,
    camera,
    selection,
    gestures,
    typing,
    writes,
    clusters,
    arranging,
    mindMaps,
    notify,
    ask,
  } = parts;
  const grips = new Grips({ store, board, index, camera, selection });
  const areSeveral = (): boolean => store.getState().hasSeveralHands;
  const touchOf = ({ device }: PointerInput): Touch => {
    const { zoom } = store.getState().camera;
    return { reach: GRIP[device] / zoom, slop: SLOP[device] / zoom };
  };

  const duplicate: ToolPorts['write']['duplicate'] = (ids, by, pointer) => {
    const copies = writes.duplicate(mindMaps.wholeOf(ids), by, pointer);
    // None was taken: what one held stays selected.
    if (copies.length > 0) selection.set(copies);
  };
  const put: ToolPorts['write']['move'] = (ids, by, pointer) => {
    if (parts.decks.copies(ids, pointer)) {
      duplicate(ids, by, pointer);
      return;
    }
    const before = new Map([...ids].map((id) => [id, board.written(id)]));
    const area = writes.move(ids, by, pointer);
    const count = [...before].filter(([id, element]) => board.written(id) !== element).length;
    // Refused, or back where it was: what kept it there has been said.
    if (count === 0) return;
    const title = nameOf(board.get(area ?? ''));
    if (title) notify({ kind: 'announce', id: 'editor.say.movedInto', values: { count, area: title } });
    else notify({ kind: 'announce', id: 'editor.say.moved', values: { count } });
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
        const isTitle = viewOf(element).isTitle?.(element, { x: input.page.x - frame.x, y: input.page.y - frame.y });
        return (isTitle ?? input.page.y < frame.y) ? id : null;
      },
      within: (box) => elementsWithin(index, box),
      inside: (line) => elementsInside(index, line),
      area: (at, except) => areaUnder(board, index, at, except),
      aim: (area, held, by) => aimAt(board, area, held, by, store.getState().locale),
      landing: (area, held, at) => landing(board, area, held, at),
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
        const target = clusters.under(ids, pointer);
        if (target !== null) {
          const stood = ids.map((id) => board.written(id));
          parts.extras.with(({ gathering }) => {
            // What comes late is done only to what is still as it was let go.
            if (ids.some((id, n) => board.written(id) !== stood[n])) return;
            if (!gathering.mergeInto(target, ids, pointer)) put(ids, by, pointer);
          });
          return;
        }
        put(ids, by, pointer);
      },
      duplicate,
      reshape: (label, shapes) => arranging.reshape(label, shapes),
      place: (kind, at, props) => writes.place(kind, at, props),
      draw: (kind, box, props) => writes.draw(kind, box, props),
      drawAll: (kind, some) => void writes.drawAll(kind, some),
    },
    comment: () => ask('comments'),
    settle(at) {
      const area = areaUnder(board, index, at, NOBODY);
      const element = area === null ? undefined : board.get(area);
      if (area === null || !element) return false;
      const { panel, isSetAt } = viewOf(element);
      const origin = board.tree.origin(area);
      const { locale } = store.getState();
      if (!panel || !isSetAt?.(element, { x: at.x - origin.x, y: at.y - origin.y }, locale)) return false;
      selection.set([area]);
      ask(panel);
      return true;
    },
    activate(id, at) {
      const element = board.get(id);
      if (!element) return false;
      parts.mapPins.letGo(id);
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
      if (does.type === 'props') writes.style([id], does.props);
      else if (does.type === 'draw') parts.extras.with(({ dealing }) => dealing.draw(id));
      else if (does.type === 'link') window.open(does.href, '_blank', 'noopener,noreferrer');
      else writes.tick(id, does.splice);
      return true;
    },
    drawing: createDrawingPorts(parts),
    style: (kind) => ({ ...findKind(kind)?.defaultProps, ...nextPropsOf(store.getState(), kind) }),
    typing: { begin: (id, options) => void typing.begin(id, options), end: () => typing.end(), id: () => typing.id },
    tool: { current: () => store.getState().tool, set: (tool) => store.setState({ tool }) },
  };
}
