/**
 * Elements on their way through the system's clipboard: JSON in an attribute of the HTML flavour, beside plain text for everybody else.
 * Reading trusts nothing: whatever is not a well-formed element is left out.
 */
import type { BoardDoc } from '../../../shared/board/BoardDoc.ts';
import { roots } from '../../../shared/board/operations.ts';
import type { Element, ElementId, Props, Size } from '../../../shared/elements/ElementKind.ts';
import { readElement } from '../../../shared/elements/parseElement.ts';

/** One copied element, its place relative to the top left of all that was copied; `inside` lies in it, relative to its top left. */
export interface FragmentElement {
  readonly kind: string;
  readonly at: readonly [number, number];
  readonly size: Size;
  readonly text: string;
  readonly props: Props;
  readonly inside: readonly FragmentElement[];
}

const MARK = 'data-pele-mele';
const VERSION = 1;
const DEPTH = 8;

/** What is selected, as it can be pasted elsewhere, in painting order. */
export function copyElements(board: BoardDoc, ids: Iterable<ElementId>): FragmentElement[] {
  const tops = roots(board, ids, { evenLocked: true });
  const origins = tops.map((id) => board.tree.origin(id));
  const left = Math.min(...origins.map(({ x }) => x));
  const top = Math.min(...origins.map(({ y }) => y));
  return tops.flatMap((id, i) => {
    const { x, y } = origins[i] ?? { x: left, y: top };
    return copyOne(board, id, [x - left, y - top]);
  });
}

function copyOne(board: BoardDoc, id: ElementId, at: readonly [number, number]): FragmentElement[] {
  const element = board.get(id);
  if (!element || element.problem !== undefined) return [];
  const inside = board.tree.children(id).flatMap((child) => {
    const place = board.get(child)?.place;
    return place ? copyOne(board, child, [place[1], place[2]]) : [];
  });
  const { kind, size, text, props } = element;
  return [{ kind, at, size, text, props, inside }];
}

/** The HTML flavour: readable by others as paragraphs, by us as elements. */
export function toHtml(fragment: readonly FragmentElement[], lines: readonly string[]): string {
  const json = encodeURIComponent(JSON.stringify({ v: VERSION, elements: fragment }));
  const paragraphs = lines.map((line) => `<p>${escapeHtml(line)}</p>`).join('');
  return `<div ${MARK}="${json}">${paragraphs}</div>`;
}

/** Elements found in a pasted HTML flavour; `null` when it is not ours. */
export function parseHtml(html: string): FragmentElement[] | null {
  const match = new RegExp(`${MARK}="([^"]*)"`, 'u').exec(html);
  if (!match?.[1]) return null;
  try {
    const value: unknown = JSON.parse(decodeURIComponent(match[1]));
    if (typeof value !== 'object' || value === null) return null;
    const { v, elements } = value as { v?: unknown; elements?: unknown };
    return v === VERSION && Array.isArray(elements) ? elements.flatMap((one) => parseOne(one, 0)) : null;
  } catch {
    // Cut or foreign text under our mark: pasted as plain text then.
    return null;
  }
}

function parseOne(value: unknown, depth: number): FragmentElement[] {
  if (typeof value !== 'object' || value === null || depth > DEPTH) return [];
  const { kind, at, size, text, props, inside } = value as Record<string, unknown>;
  if (!Array.isArray(at) || typeof props !== 'object' || props === null) return [];
  const read = readElement('x', { ...props, kind, place: [null, at[0], at[1]], size, text, z: 'a0' });
  if (!read.ok) return [];
  const element: Element = read.value;
  return [
    {
      kind: element.kind,
      at: [element.place[1], element.place[2]],
      size: element.size,
      text: element.text,
      props: element.props,
      inside: Array.isArray(inside) ? inside.flatMap((one) => parseOne(one, depth + 1)) : [],
    },
  ];
}

/** How many elements a fragment makes. */
export const countElements = (fragment: readonly FragmentElement[]): number =>
  fragment.reduce((sum, { inside }) => sum + 1 + countElements(inside), 0);

const escapeHtml = (text: string): string =>
  text.replace(/[&<>"]/gu, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign);
