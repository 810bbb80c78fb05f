/**
 * Elements on their way into the system's clipboard: JSON in an attribute of the HTML flavour, beside plain text for everybody else. What
 * comes out of it is read by `readFragment.ts`.
 */
import type { BoardDoc } from '../../../shared/board/BoardDoc.ts';
import { roots } from '../../../shared/board/operations.ts';
import { escapeHtml } from '../../../shared/deliverables/cells.ts';
import type { Element, ElementId, Props, Size } from '../../../shared/elements/ElementKind.ts';
import { tagKeysOf } from '../../../shared/elements/marks/readMarks.ts';
import { kindOf } from '../../../shared/elements/registry.ts';

/** One copied element, its place relative to the top left of all that was copied; `inside` lies in it, relative to its top left. */
export interface FragmentElement {
  /** What the others of the fragment know it by; the copy gets an id of its own. */
  readonly id: ElementId;
  readonly kind: string;
  readonly at: readonly [number, number];
  /** Of what lies in a grid: `rowId:colId`. */
  readonly cell?: string;
  readonly size: Size;
  readonly text: string;
  readonly props: Props;
  /** A name that those of one group share; the copies make a group of their own. */
  readonly group?: string;
  /** Its tags, by their keys. Reactions and comments were given to the element that was copied. */
  readonly marks: Readonly<Record<string, unknown>>;
  readonly inside: readonly FragmentElement[];
}

/** What was copied, and from which board. */
export interface Fragment {
  readonly board: string | null;
  readonly elements: readonly FragmentElement[];
}

/** Where the JSON is, and how it is written. */
export const MARK = 'data-pele-mele';
export const VERSION = 1;

/** What is selected, as it can be pasted elsewhere, in painting order; with the branches of mind maps between what is selected. */
export function copyElements(board: BoardDoc, ids: Iterable<ElementId>): FragmentElement[] {
  const wanted = new Set(ids);
  for (const id of [...wanted]) for (const inner of board.tree.descendants(id)) wanted.add(inner);
  const isCopied = (id: ElementId): boolean => wanted.has(id);
  const tops = roots(board, wanted, { evenLocked: true });
  // Lines between others have no place of their own to measure from.
  const placed = tops.filter((id) => !leans(board.get(id)));
  const origins = (placed.length > 0 ? placed : tops).map((id) => board.tree.origin(id));
  const left = Math.min(...origins.map(({ x }) => x));
  const top = Math.min(...origins.map(({ y }) => y));
  return tops.flatMap((id) => {
    const { x, y } = board.tree.origin(id);
    return copyOne(board, id, [x - left, y - top], isCopied);
  });
}

/** Whether an element lies between others rather than at a place of its own. */
const leans = (element: Element | undefined): boolean =>
  element !== undefined && kindOf(element).dependsOn(element).length > 0;

function copyOne(
  board: BoardDoc,
  id: ElementId,
  at: readonly [number, number],
  isCopied: (id: ElementId) => boolean,
): FragmentElement[] {
  const element = board.written(id);
  if (!element || element.problem !== undefined) return [];
  const inside = board.tree.children(id).flatMap((child) => {
    const place = board.get(child)?.place;
    const copies = place ? copyOne(board, child, [place[1], place[2]], isCopied) : [];
    const cell = place?.[3];
    return cell === undefined ? copies : copies.map((copy) => ({ ...copy, cell }));
  });
  const { kind, size, text, group, marks } = element;
  const props = kindOf(element).release?.(element, (other) => !isCopied(other), board) ?? element.props;
  return [{ id, kind, at, size, text, props, ...(group !== undefined && { group }), marks: tagKeysOf(marks), inside }];
}

/** The HTML flavour: readable by others as paragraphs, by us as elements. */
export function toHtml({ board, elements }: Fragment, lines: readonly string[]): string {
  const json = encodeURIComponent(JSON.stringify({ v: VERSION, ...(board !== null && { board }), elements }));
  const paragraphs = lines.map((line) => `<p>${escapeHtml(line)}</p>`).join('');
  return `<div ${MARK}="${json}">${paragraphs}</div>`;
}
