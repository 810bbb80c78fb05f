/** Fulfils what the tools that draw ask for: wiring only. */
import type { StoreApi } from 'zustand/vanilla';
import type { BoardDoc } from '../../shared/board/BoardDoc.ts';
import { isAttachable } from '../../shared/elements/connector/ends.ts';
import { lineEndAt } from '../../shared/elements/connector/lineEnd.ts';
import type { ElementId } from '../../shared/elements/ElementKind.ts';
import { contains, expand } from '../../shared/geometry/box.ts';
import { distance, type PagePoint } from '../../shared/geometry/vec.ts';
import type { DrawingPorts } from '../tools/DrawingPorts.ts';
import type { PointerInput } from '../tools/Tool.ts';
import type { BoardIndex } from './BoardIndex.ts';
import type { EditorState } from './EditorState.ts';
import type { Extras } from './extras.ts';
import type { Grids } from './grid/Grids.ts';
import type { Later } from './Later.ts';
import type { Permits } from './Permits.ts';
import { partAt } from './parts.ts';
import type { MapPins } from './pins/MapPins.ts';
import type { Selection } from './Selection.ts';
import { sproutsOf } from './sprouts.ts';
import type { Writes } from './Writes.ts';

interface Parts {
  readonly store: StoreApi<EditorState>;
  readonly board: BoardDoc;
  readonly index: BoardIndex;
  readonly selection: Selection;
  readonly writes: Writes;
  readonly mapPins: MapPins;
  readonly grids: Grids;
  readonly extras: Later<Extras>;
  readonly permits: Permits;
}

/** How far from an element its connectors may be let go, and from an end a hand may take it, in screen pixels. */
const JOINT_PX = { mouse: 8, pen: 10, touch: 16 } as const;
const PART_PX = { mouse: 5, pen: 8, touch: 14 } as const;
const END_PX = { mouse: 10, pen: 12, touch: 22 } as const;

export function createDrawingPorts({
  store,
  board,
  index,
  selection,
  writes,
  mapPins,
  grids,
  extras,
  permits,
}: Parts): DrawingPorts {
  const zoom = (): number => store.getState().camera.zoom;

  /** Points on the way from one point to another, so close that nothing `reach` wide is missed. */
  function* way(from: PagePoint, to: PagePoint, reach: number): Generator<PagePoint> {
    const steps = Math.max(1, Math.min(500, Math.ceil(distance(from, to) / reach)));
    for (let step = 0; step <= steps; step++) {
      const t = step / steps;
      yield { x: from.x + (to.x - from.x) * t, y: from.y + (to.y - from.y) * t };
    }
  }

  return {
    zoom,
    get around() {
      return index.around;
    },
    joint(input: PointerInput) {
      const reach = JOINT_PX[input.device] / zoom();
      const found = index.search(expand({ ...input.page, w: 0, h: 0 }, reach));
      for (let n = found.length - 1; n >= 0; n--) {
        const item = found[n];
        if (!item || !isAttachable(item.element)) continue;
        const local = { x: input.page.x - item.origin.x, y: input.page.y - item.origin.y };
        const [w, h] = item.element.size;
        const isOn = item.kind.isContainer
          ? item.view.grabs(item.element, local, reach, index.around)
          : contains(expand({ x: 0, y: 0, w, h }, reach), local);
        if (isOn) return item.id;
      }
      return null;
    },
    lineEnd(input) {
      const id = selection.single;
      const element = id === null ? undefined : board.get(id);
      if (id === null || !element || element.lock || store.getState().readOnly) return null;
      const which = lineEndAt(element, input.page, END_PX[input.device] / zoom(), index.around);
      return which && { id, which };
    },
    sprout({ page, device }) {
      const { readOnly, mayAdd } = store.getState();
      if (readOnly || !mayAdd) return null;
      const reach = END_PX[device] / zoom();
      const found = sproutsOf(board, selection.ids, zoom()).find(({ at }) => distance(at, page) <= reach);
      return found ? { id: found.id, fx: found.fx, fy: found.fy, at: found.at } : null;
    },
    erasable(from, to, reach) {
      const ids = new Set<ElementId>();
      for (const point of way(from, to, reach))
        for (const { id, element, view, kind, origin } of index.find(expand({ ...point, w: 0, h: 0 }, reach))) {
          if (!view.isErasable || element.lock || ids.has(id)) continue;
          const local = { x: point.x - origin.x, y: point.y - origin.y };
          if (touches(local, reach, (near) => kind.hitTest(element, near, index.around))) ids.add(id);
        }
      return [...ids];
    },
    pin: ({ page, device }) => mapPins.at(page, (END_PX[device] - 8) / zoom()),
    takePin({ on, id }, { to, open } = {}) {
      const pin = mapPins.find(on, id);
      const frame = board.frame(on);
      if (!pin || !frame) return;
      if (to) mapPins.move(pin, { x: (to.x - frame.x) / frame.w, y: (to.y - frame.y) / frame.h });
      if (open) extras.with(({ pinEdits }) => pinEdits.open(pin));
      else mapPins.choose({ on, id });
    },
    part: ({ page, device }) =>
      partAt({ store, board, index, selection, grids, extras, permits }, page, PART_PX[device] / zoom()),
    erase: (ids) => writes.delete(ids),
    change: (id, label, props) => writes.style([id], props, label),
  };
}

/** Whether something is hit at a point or around it. */
function touches(point: PagePoint, reach: number, isHit: (point: PagePoint) => boolean): boolean {
  if (isHit(point)) return true;
  for (let n = 0; n < 8; n++) {
    const angle = (Math.PI * n) / 4;
    if (isHit({ x: point.x + reach * Math.cos(angle), y: point.y + reach * Math.sin(angle) })) return true;
  }
  return false;
}
