/** By what notes are put into clusters at once: colour, tag, person, or the place that a matrix, a grid or a radar gives them. Pure. */
import type { BoardDoc } from '../../../shared/board/BoardDoc.ts';
import type { Locale } from '../../../shared/control/Control.ts';
import type { ElementId } from '../../../shared/elements/ElementKind.ts';
import { placingOf, sayCell } from '../../../shared/elements/placing.ts';
import { NOTE_COLORS, type NoteColor } from '../../../shared/theme/tokens.ts';
import { type GroupBy, groupOf } from './groupOf.ts';
import type { NewGroup } from './Sorting.ts';

/** What groups are called. */
export interface GroupWords {
  readonly locale: Locale;
  color(color: NoteColor): string;
  /** The name of a participant; where it is not known, a word for that. */
  person(id: string): string;
  readonly none: string;
}

/** One group a value, in the order people know; what has no value comes last, in a group of its own. */
export function groupBy(board: BoardDoc, ids: readonly ElementId[], by: GroupBy, words: GroupWords): NewGroup[] {
  const groups = new Map<string | null, ElementId[]>();
  for (const id of ids) {
    const element = board.get(id);
    if (!element) continue;
    const value = groupOf(board, element, by);
    const group = groups.get(value);
    if (group) group.push(id);
    else groups.set(value, [id]);
  }
  const rank = (value: string | null): number =>
    value === null ? Number.POSITIVE_INFINITY : by === 'color' ? colorRank(value) : 0;
  const named = [...groups].map(([value, notes]) => ({
    value,
    notes,
    name: nameOf(board, { value, notes }, by, words),
  }));
  return named
    .sort((a, b) => rank(a.value) - rank(b.value) || a.name.localeCompare(b.name))
    .map(({ value, notes, name }) => ({
      name,
      notes: by === 'cell' ? byScore(board, notes) : notes,
      ...(by === 'color' && isNoteColor(value) && { color: value }),
    }));
}

/** The highest first, by the sum of what its place is worth. */
function byScore(board: BoardDoc, ids: readonly ElementId[]): ElementId[] {
  const worth = (id: ElementId): number =>
    (placingOf(board, id, board.tree.parent(id))?.scores ?? []).reduce((sum, { value }) => sum + value, 0);
  const scored = ids.map((id) => ({ id, score: worth(id) }));
  return scored.sort((a, b) => b.score - a.score).map(({ id }) => id);
}

function nameOf(
  board: BoardDoc,
  { value, notes: [first = ''] }: { readonly value: string | null; readonly notes: readonly ElementId[] },
  by: GroupBy,
  words: GroupWords,
): string {
  if (value === null) return words.none;
  switch (by) {
    case 'color':
      return isNoteColor(value) ? words.color(value) : words.none;
    case 'tag':
      return value;
    case 'author':
      return words.person(value);
    case 'cell': {
      const placing = placingOf(board, first, board.tree.parent(first));
      return placing ? sayCell(placing, words.locale) : words.none;
    }
  }
}

const isNoteColor = (value: string | null): value is NoteColor =>
  (NOTE_COLORS as readonly (string | null)[]).includes(value);
const colorRank = (value: string): number => {
  const at = (NOTE_COLORS as readonly string[]).indexOf(value);
  return at === -1 ? NOTE_COLORS.length : at;
};
