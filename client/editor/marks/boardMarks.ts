/** The marks of a whole board, gathered: its tags with how many have each, its threads in the order of the eye. Derived, never kept. */
import type { BoardDoc } from '../../../shared/board/BoardDoc.ts';
import type { ElementId } from '../../../shared/elements/ElementKind.ts';
import type { Tag } from '../../../shared/elements/marks/Marks.ts';
import { NO_MARKS } from '../../../shared/elements/marks/Marks.ts';
import { type Thread, threadsOf } from '../../../shared/elements/marks/threads.ts';
import { kindOf } from '../../../shared/elements/registry.ts';
import { NOTE_COLORS, type NoteColor } from '../../../shared/theme/tokens.ts';

export interface BoardTag extends Tag {
  /** Elements that have it. */
  readonly ids: readonly ElementId[];
}

interface Found {
  readonly ids: ElementId[];
  readonly colors: Map<NoteColor, number>;
}

/** Every tag of the board by name, in the colour most of its elements give it. */
export function tagsOf(board: BoardDoc): readonly BoardTag[] {
  const found = new Map<string, Found>();
  for (const { id, marks } of board.elements()) {
    if (marks === NO_MARKS) continue;
    for (const { name, color } of marks.tags) {
      const tag: Found = found.get(name) ?? { ids: [], colors: new Map() };
      found.set(name, tag);
      tag.ids.push(id);
      tag.colors.set(color, (tag.colors.get(color) ?? 0) + 1);
    }
  }
  return [...found]
    .map(([name, { ids, colors }]) => {
      const [first] = [...colors].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
      return { name, color: first?.[0] ?? 'grey', ids };
    })
    .sort((a, b) => a.name.localeCompare(b.name, 'fr', { numeric: true, sensitivity: 'base' }));
}

const plain = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase();

/** The tag of that name, capitals and accents aside: people mean the one that is there. */
export const sameTag = (tags: readonly BoardTag[], name: string): BoardTag | undefined =>
  tags.find((tag) => tag.name === name) ?? tags.find((tag) => plain(tag.name) === plain(name));

/** A colour that the fewest tags have, for a new one. */
export function freshTagColor(tags: readonly BoardTag[]): NoteColor {
  const countOf = (color: NoteColor): number => tags.filter((tag) => tag.color === color).length;
  const order: readonly NoteColor[] = ['blue', 'green', 'purple', 'orange', 'pink', 'yellow', 'red', 'grey'];
  return [...order].sort((a, b) => countOf(a) - countOf(b))[0] ?? NOTE_COLORS[0];
}

export interface PlacedThread {
  readonly element: ElementId;
  /** What the element says, by which the thread is known. */
  readonly text: string;
  readonly thread: Thread;
}

/** Every thread of the board, the one last spoken in first. */
export function threadsOfBoard(board: BoardDoc): readonly PlacedThread[] {
  const found: PlacedThread[] = [];
  for (const element of board.elements()) {
    const { id, marks } = element;
    if (marks.comments.length === 0) continue;
    const text = kindOf(element).outline(element);
    for (const thread of threadsOf(marks)) found.push({ element: id, text, thread });
  }
  const last = ({ thread }: PlacedThread): number => Math.max(0, thread.first?.at ?? 0, thread.answers.at(-1)?.at ?? 0);
  return found.sort((a, b) => last(b) - last(a) || (a.thread.ref < b.thread.ref ? -1 : 1));
}
