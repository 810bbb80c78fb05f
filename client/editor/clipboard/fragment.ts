/**
 * Elements on their way through the system's clipboard: JSON in an attribute of the HTML flavour, beside plain text for everybody else.
 * Reading trusts nothing: whatever is not a well-formed element is left out.
 */
import type { BoardDoc } from '../../../shared/board/BoardDoc.ts';
import { roots } from '../../../shared/board/operations.ts';
import { escapeHtml } from '../../../shared/deliverables/cells.ts';
import type { Element, ElementId, Props, Size } from '../../../shared/elements/ElementKind.ts';
import { tagKeysOf } from '../../../shared/elements/marks/readMarks.ts';
import { readElement } from '../../../shared/elements/parseElement.ts';
import { findKind, kindOf } from '../../../shared/elements/registry.ts';
import { isId } from '../../../shared/lib/ids.ts';

/** One copied element, its place relative to the top left of all that was copied; `inside` lies in it, relative to its top left. */
export interface FragmentElement {
  /** What the others of the fragment know it by; the copy gets an id of its own. */
  readonly id: ElementId;
  readonly kind: string;
  readonly at: readonly [number, number];
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

const MARK = 'data-pele-mele';
const VERSION = 1;
const DEPTH = 8;

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
  const element = board.get(id);
  if (!element || element.problem !== undefined) return [];
  const inside = board.tree.children(id).flatMap((child) => {
    const place = board.get(child)?.place;
    return place ? copyOne(board, child, [place[1], place[2]], isCopied) : [];
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

/** Elements found in a pasted HTML flavour; `null` when it is not ours. */
export function parseHtml(html: string): Fragment | null {
  const match = new RegExp(`${MARK}="([^"]*)"`, 'u').exec(html);
  if (!match?.[1]) return null;
  try {
    const value: unknown = JSON.parse(decodeURIComponent(match[1]));
    if (typeof value !== 'object' || value === null) return null;
    const { v, board, elements } = value as { v?: unknown; board?: unknown; elements?: unknown };
    if (v !== VERSION || !Array.isArray(elements)) return null;
    return { board: isId(board) ? board : null, elements: elements.flatMap((one) => parseOne(one, 0)) };
  } catch {
    // Cut or foreign text under our mark: pasted as plain text then.
    return null;
  }
}

function parseOne(value: unknown, depth: number): FragmentElement[] {
  if (typeof value !== 'object' || value === null || depth > DEPTH) return [];
  const { id, kind, at, size, text, props, group, marks, inside } = value as Record<string, unknown>;
  if (!Array.isArray(at) || typeof props !== 'object' || props === null) return [];
  const known = { ...props, kind, place: [null, at[0], at[1]], size, text, z: 'a0', ...(isId(group) && { group }) };
  const marked = typeof marks === 'object' && marks !== null ? { ...marks, ...known } : known;
  // Tags that cannot be read are no reason to lose what they stand on.
  const tagged = readElement('x', marked);
  const read = tagged.ok ? tagged : readElement('x', known);
  if (!read.ok) return [];
  const element: Element = read.value;
  return [
    {
      id: isId(id) ? id : 'x',
      kind: element.kind,
      at: [element.place[1], element.place[2]],
      size: element.size,
      text: element.text,
      props: element.props,
      ...(element.group !== undefined && { group: element.group }),
      marks: tagKeysOf(element.marks),
      inside:
        findKind(element.kind)?.isContainer && Array.isArray(inside)
          ? inside.flatMap((one) => parseOne(one, depth + 1))
          : [],
    },
  ];
}

/** How many elements a fragment makes. */
export const countElements = (fragment: readonly FragmentElement[]): number =>
  fragment.reduce((sum, { inside }) => sum + 1 + countElements(inside), 0);

/** Every element of a fragment, each before its content. */
export function* allOf(fragment: readonly FragmentElement[]): Generator<FragmentElement> {
  for (const one of fragment) {
    yield one;
    yield* allOf(one.inside);
  }
}
