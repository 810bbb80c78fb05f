/** What of a board can be sorted: notes people can see, the groups they have begun, and which of them a person means. Reads only. */
import type { BoardDoc } from '../../../shared/board/BoardDoc.ts';
import type { Element, ElementId } from '../../../shared/elements/ElementKind.ts';
import { kindOf } from '../../../shared/elements/registry.ts';
import type { BegunGroup } from '../../../shared/sorting/complete.ts';
import type { SortedNote } from '../../../shared/sorting/corpus.ts';

/** Whether it is a note with something written on it: what has a row of its own and one of the notes' colours. */
export function isSortable(board: BoardDoc, element: Element): boolean {
  if (element.problem !== undefined || element.text.trim() === '' || board.isHidden(element.id)) return false;
  const kind = kindOf(element);
  return !kind.isContainer && kind.row(element)?.color !== undefined;
}

/** Whether it is a group people made, which takes in what belongs to it. */
export const isGroup = (element: Element): boolean => kindOf(element).merges === true;

/** Whether it is an area in which things lie free, without a meaning of their place: a zone. */
export function isZone(element: Element): boolean {
  const { isContainer, arrange, placing, pins } = kindOf(element);
  return isContainer && !arrange && !placing && !pins;
}

/** The notes meant: what is selected, and what lies in it; all of the wall where fewer than two notes are. */
export function scopeOf(board: BoardDoc, selection: ReadonlySet<ElementId>): ElementId[] {
  const chosen = chosenNotes(board, selection);
  return chosen.length >= 2 ? chosen : sortableIds(board);
}

/** The notes that are selected, and those that lie in what is; at most so many. */
export function chosenNotes(
  board: BoardDoc,
  selection: ReadonlySet<ElementId>,
  most = Number.POSITIVE_INFINITY,
): ElementId[] {
  const chosen = new Set<ElementId>();
  const seen = new Set<ElementId>();
  // By hand: a board that somebody imported may be nested deeper than calls can be, and this runs at every change of what is selected.
  const stack = [...selection].reverse();
  while (stack.length > 0 && chosen.size < most) {
    const id = stack.pop() as ElementId;
    const element = seen.has(id) ? undefined : board.get(id);
    if (!element) continue;
    seen.add(id);
    if (isSortable(board, element)) chosen.add(id);
    const inner = board.tree.children(id);
    for (let n = inner.length - 1; n >= 0; n--) stack.push(inner[n] as ElementId);
  }
  return [...chosen];
}

/** Whether what is selected says which notes are meant. */
export function isScoped(board: BoardDoc, selection: ReadonlySet<ElementId>): boolean {
  const chosen = chosenNotes(board, selection).length;
  if (chosen < 2) return false;
  let count = 0;
  // Ends at the first that is not meant.
  for (const element of board.elements()) if (isSortable(board, element) && ++count > chosen) return true;
  return false;
}

function sortableIds(board: BoardDoc): ElementId[] {
  const ids: ElementId[] = [];
  for (const element of board.elements()) if (isSortable(board, element)) ids.push(element.id);
  return ids;
}

export const textsOf = (board: BoardDoc, ids: readonly ElementId[]): SortedNote[] =>
  ids.flatMap((id) => {
    const element = board.get(id);
    return element ? [{ id, text: element.text }] : [];
  });

/** Groups with something in them, or named; where people have made none, zones with notes and a title. */
export function begunGroups(board: BoardDoc): BegunGroup[] {
  // As it is shown: while a group sorts without a word, no name is read.
  const begun = (is: (element: Element) => boolean): BegunGroup[] =>
    [...board.elements()].filter(is).map((element) => ({
      id: element.id,
      name: kindOf(element).outline(element).trim(),
      members: notesWithin(board, element.id),
    }));
  const clusters = begun(isGroup).filter(({ name, members }) => members.length > 0 || name !== '');
  if (clusters.length > 0) return clusters;
  return begun(isZone).filter(({ name, members }) => members.length > 0 && name !== '');
}

/** The notes that lie directly in an area. */
const notesWithin = (board: BoardDoc, area: ElementId): ElementId[] =>
  board.tree.children(area).filter((id) => {
    const element = board.get(id);
    return element !== undefined && element.text.trim() !== '' && kindOf(element).row(element)?.color !== undefined;
  });

/** Notes that nobody has put anywhere with a meaning: on the wall, or in a zone that is none of `groups`. */
export function looseNotes(board: BoardDoc, groups: readonly BegunGroup[]): ElementId[] {
  const taken = new Set(groups.map(({ id }) => id));
  return sortableIds(board).filter((id) => {
    const parent = board.tree.parent(id);
    if (parent === null) return true;
    const area = board.get(parent);
    return area !== undefined && isZone(area) && !taken.has(parent);
  });
}
