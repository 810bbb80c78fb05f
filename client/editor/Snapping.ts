/**
 * What a drag or a pull lines up with: the elements around, gathered once when the gesture begins, and looked at again only when the view has
 * moved on. Elements of the area one is over count, and that area itself.
 */
import type { StoreApi } from 'zustand/vanilla';
import type { BoardDoc } from '../../shared/board/BoardDoc.ts';
import type { ElementId } from '../../shared/elements/ElementKind.ts';
import { type Box, encloses, expand, translate, union } from '../../shared/geometry/box.ts';
import { type Guide, type SnapLines, snap } from '../../shared/geometry/snap.ts';
import type { Vec } from '../../shared/geometry/vec.ts';
import type { BoardIndex } from './BoardIndex.ts';
import type { EditorState } from './EditorState.ts';
import { shownBox } from './shapes.ts';

interface SnappingPorts {
  readonly store: Pick<StoreApi<EditorState>, 'getState'>;
  readonly board: BoardDoc;
  readonly index: BoardIndex;
  /** What another hand holds has no place to line up with. */
  readonly isHeld?: (id: ElementId) => boolean;
}

export interface Snapped {
  readonly by: Vec;
  readonly guides: readonly Guide[];
}

export interface Snapper {
  /** The way things are dragged, put right by what lies around in an area (`null`: the wall); whole units. */
  drag(by: Vec, area: ElementId | null): Snapped;
  /** What to add to a box of which some lines are being pulled. */
  pull(box: Box, lines: SnapLines, area: ElementId | null): Snapped;
}

const WITHIN_PX = 6;
/** With more than this in view one looks at a wall from afar: areas alone are lines worth meeting. */
const MOST = 1_500;
const NONE: readonly Guide[] = [];

/** What elements on their way line up with. */
export function createSnapper({ store, board, index, isHeld }: SnappingPorts, ids: readonly ElementId[]): Snapper {
  const moving = new Set(ids.flatMap((id) => [id, ...board.tree.descendants(id)]));
  const held = union(ids.flatMap((id) => boxOf(board, id) ?? []));
  let gathered: { readonly within: Box; readonly byParent: ReadonlyMap<ElementId | null, readonly Box[]> } | null =
    null;

  const around = (area: ElementId | null): readonly Box[] => {
    const { camera, viewport } = store.getState();
    const view = { x: camera.x, y: camera.y, w: viewport.w / camera.zoom, h: viewport.h / camera.zoom };
    if (!gathered || !encloses(gathered.within, view)) {
      const within = expand(view, Math.max(view.w, view.h) / 2);
      gathered = { within, byParent: gather(board, index, within, (id) => moving.has(id) || isHeld?.(id) === true) };
    }
    return gathered.byParent.get(area) ?? [];
  };
  const options = (area: ElementId | null) => ({
    within: WITHIN_PX / store.getState().camera.zoom,
    area: area === null ? null : board.frame(area),
  });

  return {
    drag(by, area) {
      if (!held || !store.getState().isSnapping) return { by, guides: NONE };
      const found = snap(translate(held, by), around(area), options(area));
      return {
        by: { x: Math.round(by.x + found.by.x), y: Math.round(by.y + found.by.y) },
        guides: found.guides,
      };
    },
    pull(box, lines, area) {
      if (!store.getState().isSnapping) return { by: { x: 0, y: 0 }, guides: NONE };
      return snap(box, around(area), { ...options(area), lines });
    },
  };
}

function gather(
  board: BoardDoc,
  index: BoardIndex,
  within: Box,
  isMoving: (id: ElementId) => boolean,
): Map<ElementId | null, Box[]> {
  // What leans on others (a connector) has no edges of its own.
  const near = index
    .find(within)
    .filter(({ id, kind, element }) => !isMoving(id) && kind.dependsOn(element).length === 0);
  const worth = near.length > MOST ? near.filter(({ kind }) => kind.isContainer) : near;
  const byParent = new Map<ElementId | null, Box[]>();
  for (const { id, parent } of worth) {
    const box = boxOf(board, id);
    if (!box) continue;
    const siblings = byParent.get(parent);
    if (siblings) siblings.push(box);
    else byParent.set(parent, [box]);
  }
  return byParent;
}

function boxOf(board: BoardDoc, id: ElementId): Box | null {
  const element = board.get(id);
  const frame = board.frame(id);
  return element && frame ? shownBox(frame, element) : null;
}
