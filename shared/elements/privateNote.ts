/**
 * An element of a private document: a note as on the board, with what the server says of it. `step`: the step it was written in; `draft`:
 * text that came back to its author and is shown to nobody by a reveal. Both keys are the server's; on the board they make a placeholder.
 */
import { fail, type Result } from '../lib/result.ts';
import type { Element } from './ElementKind.ts';
import { isSaid } from './marks/markKeys.ts';
import { parseElement, type RawElement, readElement } from './parseElement.ts';

/** The keys that only the server writes. */
export const PRIVATE_KEYS = ['step', 'draft'] as const;

/** What may stand in a private document. */
const KINDS: readonly unknown[] = ['note'];

/** An element without what the server says of it: as it would stand on the board. */
export function withoutPrivateKeys(raw: RawElement): RawElement {
  const { step: _step, draft: _draft, ...rest } = raw;
  return rest;
}

/** Whether this is text that came back to its author. */
export const isDraft = (raw: RawElement): boolean => raw.draft === true;

/** Reads an element of a private document strictly: the first thing that is wrong with it, or the note. */
export function readPrivateElement(id: string, raw: RawElement): Result<Element> {
  if (!KINDS.includes(raw.kind)) return fail('kind');
  // Reactions and comments name people; what is private has nobody but its owner.
  const named = Object.keys(raw).find(isSaid);
  return named === undefined ? readElement(id, withoutPrivateKeys(raw)) : fail(`key ${named.slice(0, 40)}`);
}

/** Reads it leniently, for whoever shows it: `draft` stands among its props. */
export function parsePrivateElement(id: string, raw: RawElement, rev = 0): Element {
  const element = parseElement(id, withoutPrivateKeys(raw), rev);
  return isDraft(raw) ? { ...element, props: { ...element.props, draft: true } } : element;
}
