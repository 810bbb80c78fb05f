/** What of the suggestions that were accepted has not come about (a lock, the step): it stays in the list. Reads only. */
import type { BoardDoc } from '../../../shared/board/BoardDoc.ts';
import type { ElementId } from '../../../shared/elements/ElementKind.ts';
import type { Proposal } from '../../../shared/sorting/complete.ts';

/** The proposals whose note does not lie in its group. */
export const notArrived = (board: BoardDoc, proposals: readonly Proposal[]): Proposal[] =>
  proposals.filter(({ note, group }) => board.tree.parent(note) !== group);

/** The areas that notes lie in, to be compared with those of later. */
export const whereTheyLie = (board: BoardDoc, notes: readonly ElementId[]): string =>
  notes.map((id) => board.tree.parent(id) ?? '').join(' ');
