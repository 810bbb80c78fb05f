/**
 * Where the notes of a mind map go: its root stays, its branches grow to the right and, where people put them there, to the left. Of the
 * tree, the sizes and the root's place alone, so that two people get the same. d3-flextree comes with it: fetched when first used.
 */
/// <reference path="./d3-flextree.d.ts" />
import { flextree } from 'd3-flextree';
import type { MindMap } from '../../../shared/board/mindMap.ts';
import type { ElementId } from '../../../shared/elements/ElementKind.ts';
import type { Box } from '../../../shared/geometry/box.ts';
import type { Vec } from '../../../shared/geometry/vec.ts';
import { isLeft } from './sides.ts';

/** Between a note and its children, between siblings, and between notes of two branches. */
const GAP = { along: 72, sibling: 16, branch: 32 } as const;

interface Node {
  readonly id: ElementId;
  readonly box: Box;
  readonly parent: ElementId | null;
  readonly children: readonly Node[];
}

/**
 * The top left of every note of a map, in whole units. `frame`: where each lies now, or `null` where it does not count. What is folded away
 * (`isFolded`) is laid out with its note, out of sight: unfolding moves nothing but what makes room.
 */
export function layOutMap(
  map: MindMap,
  root: ElementId,
  frame: (id: ElementId) => Box | null,
  isFolded: (id: ElementId) => boolean = () => false,
): ReadonlyMap<ElementId, Vec> {
  const places = new Map<ElementId, Vec>();
  const center = frame(root);
  if (!center) return places;
  places.set(root, { x: center.x, y: center.y });
  for (const left of [false, true]) {
    const side = map.children(root).filter((id) => {
      const box = frame(id);
      return box !== null && isLeft(box, center) === left;
    });
    if (side.length === 0) continue;
    const layout = flextree<Node>({
      nodeSize: ({ data }) => [data.box.h, data.box.w + GAP.along],
      spacing: (a, b) => (a.data.parent === b.data.parent ? GAP.sibling : GAP.branch),
    });
    const node = (id: ElementId, parent: ElementId | null, only?: readonly ElementId[]): Node | null => {
      const box = frame(id);
      if (!box) return null;
      const below = isFolded(id) ? [] : (only ?? map.children(id));
      return { id, box, parent, children: below.flatMap((child) => node(child, id) ?? []) };
    };
    const tree = node(root, null, side);
    if (!tree) continue;
    const hierarchy = layout.hierarchy(tree, ({ children }) => children);
    const middle = center.y + center.h / 2;
    layout(hierarchy).each(({ data: { id, box }, x, y }) => {
      if (id === root) return;
      const along = left ? center.x + center.w - y - box.w : center.x + y;
      places.set(id, { x: Math.round(along), y: Math.round(middle + x - box.h / 2) });
    });
  }
  for (const id of [...places.keys()]) if (isFolded(id)) carryFolded(map, id, frame, places);
  return places;
}

/** What is folded away goes where its note goes, as it lies. */
function carryFolded(
  map: MindMap,
  id: ElementId,
  frame: (id: ElementId) => Box | null,
  places: Map<ElementId, Vec>,
): void {
  const from = frame(id);
  const to = places.get(id);
  if (!from || !to) return;
  for (const inner of map.below(id)) {
    const box = frame(inner);
    if (box) places.set(inner, { x: box.x + to.x - from.x, y: box.y + to.y - from.y });
  }
}
