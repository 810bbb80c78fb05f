/**
 * Elements that people have put together (a common `group` key): taken hold of as one. Derived from the board; a group of which
 * one element is left is none.
 */
import type { BoardDoc } from '../../shared/board/BoardDoc.ts';
import type { ElementId } from '../../shared/elements/ElementKind.ts';
import type { BoardIndex } from './BoardIndex.ts';

/** The given elements and everything grouped with any of them, these first. `entered`: a group that somebody works in, taken apart. */
export function withGroups(index: BoardIndex, ids: Iterable<ElementId>, entered: string | null = null): ElementId[] {
  const found = new Set(ids);
  const groups = new Set<string>();
  for (const id of found) {
    const group = index.get(id)?.element.group;
    if (group !== undefined && group !== entered) groups.add(group);
  }
  for (const group of groups) for (const id of index.members(group)) found.add(id);
  return [...found];
}

/** The same elements as units: a group whose members are all here is one, everything else stands for itself. */
export function unitsOf(board: BoardDoc, ids: readonly ElementId[]): ElementId[][] {
  const units: ElementId[][] = [];
  const byGroup = new Map<string, ElementId[]>();
  for (const id of ids) {
    const group = board.get(id)?.group;
    const unit = group === undefined ? undefined : byGroup.get(group);
    if (unit) {
      unit.push(id);
      continue;
    }
    const fresh = [id];
    units.push(fresh);
    if (group !== undefined) byGroup.set(group, fresh);
  }
  // Inside one group, its members are what one lines up.
  return units.length === 1 ? ids.map((id) => [id]) : units;
}
