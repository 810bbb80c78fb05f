/**
 * Zones with a rule (« rouge → irritants »): which notes each would take in now. Only notes that lie around the zone, or in a zone beside it:
 * what people have put into a group, a grid or on a matrix stays there. Reads only.
 */
import type { BoardDoc } from '../../../shared/board/BoardDoc.ts';
import type { Element, ElementId } from '../../../shared/elements/ElementKind.ts';
import { kindOf } from '../../../shared/elements/registry.ts';
import { isTaken, type Takes, takesOf } from '../../../shared/elements/takes.ts';
import { hasProp } from '../takesProps.ts';
import type { Move } from './Sorting.ts';
import { isSortable, isZone } from './sortable.ts';

export interface Ruled {
  readonly id: ElementId;
  readonly name: string;
  readonly takes: Takes | null;
  /** The notes that would come in now. */
  readonly notes: readonly ElementId[];
}

/** Whether an area can have a rule. */
export const mayTake = (element: Element): boolean => element.problem === undefined && hasProp(element.kind, 'takes');

/** Every area that can have a rule, in the order of the board, with what it would take in. A note goes to the first that asks for it. */
export function ruledAreas(board: BoardDoc): Ruled[] {
  const areas = [...board.elements()].filter(mayTake).sort((a, b) => board.tree.compare(a.id, b.id));
  const rules = areas.flatMap((area) => {
    const takes = takesOf(area);
    return takes ? [{ area, takes }] : [];
  });
  const coming = new Map<ElementId, ElementId[]>();
  if (rules.length > 0) {
    for (const note of board.elements()) {
      const place = goesTo(board, note, rules);
      if (place === null) continue;
      const list = coming.get(place);
      if (list) list.push(note.id);
      else coming.set(place, [note.id]);
    }
  }
  return areas.map((area) => ({
    id: area.id,
    name: kindOf(area).outline(area).trim(),
    takes: takesOf(area),
    notes: coming.get(area.id) ?? [],
  }));
}

/** The moves that carry out the rules: of one area, or of all. */
export const movesOf = (ruled: readonly Ruled[], area?: ElementId): Move[] =>
  ruled
    .filter(({ id }) => area === undefined || id === area)
    .flatMap(({ id, notes }) => notes.map((note) => ({ note, area: id })));

function goesTo(
  board: BoardDoc,
  note: Element,
  rules: readonly { readonly area: Element; readonly takes: Takes }[],
): ElementId | null {
  const asking = rules.filter(({ takes }) => isTaken(takes, note));
  if (asking.length === 0 || !isSortable(board, note)) return null;
  // It lies in one that asks for it: it has arrived.
  const around = board.tree.ancestors(note.id);
  if (asking.some(({ area }) => around.includes(area.id))) return null;
  const parent = board.tree.parent(note.id);
  const found = asking.find(({ area }) => {
    const beside = board.tree.parent(area.id);
    if (parent === beside) return true;
    const holder = parent === null ? undefined : board.get(parent);
    return holder !== undefined && isZone(holder) && board.tree.parent(holder.id) === beside;
  });
  return found?.area.id ?? null;
}
