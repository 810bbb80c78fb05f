/**
 * Areas of one kind made one: what lies in the sources goes into the target, in its order, and the sources go. One edit; whatever leans on
 * a source stays as it is shown.
 */
import type { Element, ElementId, Insertion, Place } from '../elements/ElementKind.ts';
import { isLaidOut } from '../elements/laidOut.ts';
import type { BoardDoc } from './BoardDoc.ts';
import { keysInto } from './insertion.ts';
import { type OperationOptions, placeIn, releasedBy } from './operations.ts';

/**
 * Merges; `into`: where in the target. A target without a name takes that of the first source that has one. Sources that are locked, and those
 * in which the target itself lies, are left alone; what lies in the others goes along, locked or not. What was drawn over them stays on the page
 * where it was drawn.
 */
export function mergeElements(
  board: BoardDoc,
  label: string,
  target: ElementId,
  sources: readonly ElementId[],
  into: Insertion = { before: null },
  options: OperationOptions = {},
): void {
  const named = board.get(target);
  const around = new Set([target, ...board.tree.ancestors(target)]);
  const isFree = (id: ElementId): boolean => options.evenLocked === true || board.get(id)?.lock === false;
  const doomed = new Set(sources.filter((id) => !around.has(id) && board.get(id) !== undefined && isFree(id)));
  if (!named || doomed.size === 0) return;
  // Read before anything is written: places are as they are shown.
  const inside = [...doomed].flatMap((id) => board.tree.children(id)).filter((id) => id !== target && !doomed.has(id));
  const content = inside.filter((id) => isLaidOut(board.get(id) as Element));
  const drawn = inside.filter((id) => !isLaidOut(board.get(id) as Element));
  const { own, others } = keysInto(
    board,
    content.map((id) => ({ id, parent: target, into })),
    options.mayMove,
  );
  const places = content.map((id) => placeIn(board, target, board.tree.origin(id), into));
  const stays = drawn.map((id) => {
    const around = board.tree.ancestors(id).find((area) => !doomed.has(area)) ?? null;
    return placeIn(board, around, board.tree.origin(id));
  });
  const released = releasedBy(board, doomed, options);
  const name = [...doomed].map((id) => (board.get(id) as Element).text).find((text) => text.trim() !== '');
  board.edit(label, (write) => {
    for (const [id, props] of released) write.set(id, { props });
    for (const [id, z] of others) write.set(id, { z });
    for (const [n, id] of content.entries()) {
      const place = places[n];
      const z = own[n];
      if (place && z !== undefined) write.set(id, { place, z });
    }
    for (const [n, id] of drawn.entries()) write.set(id, { place: stays[n] as Place });
    if (named.text.trim() === '' && name !== undefined)
      write.splice(target, { at: 0, remove: named.text.length, insert: name });
    for (const id of doomed) write.delete(id);
  });
}
