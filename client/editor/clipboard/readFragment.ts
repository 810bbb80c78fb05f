/** Reads what was pasted for elements of ours. Trusts nothing: whatever is not a well-formed element is left out. */
import { cellOf } from '../../../shared/board/insertion.ts';
import type { Element } from '../../../shared/elements/ElementKind.ts';
import { tagKeysOf } from '../../../shared/elements/marks/readMarks.ts';
import { readElement } from '../../../shared/elements/parseElement.ts';
import { findKind } from '../../../shared/elements/registry.ts';
import { isId } from '../../../shared/lib/ids.ts';
import { type Fragment, type FragmentElement, MARK, VERSION } from './fragment.ts';

/** Deeper than this nothing is read. */
const DEPTH = 8;

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
  const { id, kind, at, cell, size, text, props, group, marks, inside } = value as Record<string, unknown>;
  if (!Array.isArray(at) || typeof props !== 'object' || props === null) return [];
  const place = cell === undefined ? [null, at[0], at[1]] : [null, at[0], at[1], cell];
  const known = { ...props, kind, place, size, text, z: 'a0', ...(isId(group) && { group }) };
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
      ...cellOf(element),
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
