/** What of an element a hand takes hold of, beside the element itself: asked of the views, written through the editor. Wiring only. */
import type { StoreApi } from 'zustand/vanilla';
import type { BoardDoc } from '../../shared/board/BoardDoc.ts';
import { placedAt } from '../../shared/board/insertion.ts';
import type { Guide } from '../../shared/geometry/snap.ts';
import { type PagePoint, subtract, type Vec } from '../../shared/geometry/vec.ts';
import type { Part, PartsAround, Pull } from '../elements/ElementView.ts';
import type { PartHold } from '../tools/DrawingPorts.ts';
import type { BoardIndex, Indexed } from './BoardIndex.ts';
import type { EditorState } from './EditorState.ts';
import type { Grids } from './grid/Grids.ts';
import type { LaterLanes } from './grid/gridKeys.ts';
import { elementAt } from './hitTest.ts';
import type { Permits } from './Permits.ts';
import type { Selection } from './Selection.ts';

interface PartPorts {
  readonly store: StoreApi<EditorState>;
  readonly board: BoardDoc;
  readonly index: BoardIndex;
  readonly selection: Selection;
  readonly grids: Grids;
  readonly extras: LaterLanes;
  readonly permits: Permits;
}

/** The part under a page point, ready to be pulled; `null` where there is none, or something lies over it. */
export function partAt(ports: PartPorts, at: PagePoint, reach: number): PartHold | null {
  const { store, index, selection } = ports;
  if (store.getState().readOnly) return null;
  const top = elementAt(index, at, { reach, slop: 0 });
  const above = top === null ? undefined : index.get(top);
  if (above && !above.kind.isContainer) return null;
  const found = index.search({ x: at.x, y: at.y, w: 0, h: 0 }).filter(({ view }) => view.partAt !== undefined);
  for (const item of found.reverse()) {
    if (item.element.lock || (above && above.id !== item.id && found.includes(above))) continue;
    const part = item.view.partAt?.(item.element, subtract(at, item.origin), reach, aroundOf(ports)) ?? null;
    if (!part || (part.isOfSelected && selection.single !== item.id)) continue;
    return holdOf(ports, item, part);
  }
  return null;
}

const aroundOf = ({ board }: PartPorts): PartsAround => ({
  element: (id) => board.element(id),
  frame: (id) => board.frame(id),
  children: (id) => board.tree.children(id),
  arrangement: (id) => board.arrangements.of(id),
});

/** Others may move, change or take away what a hand holds: where it is is asked anew each time. */
function holdOf(ports: PartPorts, { id }: Indexed, part: Part): PartHold {
  const { board, index, grids, extras, permits } = ports;
  const onPage =
    (origin: Vec) =>
    ({ axis, at, from, to, kind }: Guide): Guide => {
      const [across, along] = axis === 'x' ? [origin.x, origin.y] : [origin.y, origin.x];
      return { axis, kind, at: at + across, from: from + along, to: to + along };
    };
  const pulled = (to: PagePoint): Pull | null => {
    const item = index.get(id);
    return item ? part.pull(subtract(to, item.origin), item.element, aroundOf(ports)) : null;
  };
  return {
    cursor: part.cursor,
    pull(to) {
      const item = index.get(id);
      return item ? (pulled(to)?.lines ?? []).map(onPage(item.origin)) : [];
    },
    drop(to) {
      const { moves, changes, lifts } = pulled(to) ?? {};
      if (moves) extras.with(({ lanes }) => lanes.move(moves.lane, moves.before));
      if (changes) extras.with(({ lanes }) => lanes.change(changes.lane, changes.values, 'gridResize'));
      const place = lifts && board.written(lifts.id)?.place;
      if (!lifts || !place || permits.changeable([lifts.id], 'move').length === 0) return;
      board.edit('feel', (write) => write.set(lifts.id, { place: placedAt(place, place[1], lifts.y) }));
    },
    click: () => (part.lane ? grids.standOn(part.lane) : undefined),
    name: part.lane === null ? null : () => grids.rename(part.lane),
  };
}
