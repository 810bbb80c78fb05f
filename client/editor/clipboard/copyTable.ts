/** What is copied as a table: a row an element in reading order, with its area, its tags, its colour and, where it is named, its author. */
import type { BoardDoc } from '../../../shared/board/BoardDoc.ts';
import type { ElementId } from '../../../shared/elements/ElementKind.ts';
import { kindOf } from '../../../shared/elements/registry.ts';
import type { NoteColor } from '../../../shared/theme/tokens.ts';
import { nameOf } from '../nameOf.ts';

/** The words of the table, in the language of whoever copies. */
export interface TableWords {
  readonly text: string;
  readonly area: string;
  readonly tags: string;
  readonly color: string;
  readonly author: string;
  colorName(color: NoteColor | string): string;
  /** Name of a participant; undefined where unknown. */
  person(id: string): string | undefined;
}

/** Rows with the names of the columns first; columns that would be empty from top to bottom are left out. */
export function tableOf(board: BoardDoc, ids: readonly ElementId[], words: TableWords): string[][] {
  const rows = ids.flatMap((id) => {
    const element = board.get(id);
    const row = element && kindOf(element).row(element);
    if (!element || !row || row.text === '') return [];
    const area = board.tree.parent(id);
    return [
      [
        row.text,
        nameOf(board.get(area ?? '')),
        element.marks.tags.map(({ name }) => name).join(', '),
        row.color === undefined ? '' : words.colorName(row.color),
        (element.by === undefined ? undefined : words.person(element.by)) ?? '',
      ],
    ];
  });
  const { text, area, tags, color, author } = words;
  const names = [text, area, tags, color, author];
  const isUsed = (at: number): boolean => at === 0 || rows.some((row) => row[at] !== '');
  return [names, ...rows].map((row) => row.filter((_, at) => isUsed(at)));
}
