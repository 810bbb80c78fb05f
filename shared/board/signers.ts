/**
 * Who is named on a board as it is shown: whoever signed an element that stands there, or wrote a comment on one. In a silence nobody is
 * (`Silence.ts`). Read straight off the document, for a server that keeps no elements of it.
 */
import * as Y from 'yjs';
import { parseMarkKey } from '../elements/marks/markKeys.ts';
import { parseElement } from '../elements/parseElement.ts';
import { findKind, kindOf } from '../elements/registry.ts';
import { elementsOf, readRaw } from './layout.ts';

const COMMENT = 'comment.';

/** Participant ids, as they are written there: whether there is such a participant is not looked at. */
export function signersOf(doc: Y.Doc): ReadonlySet<string> {
  const signers = new Set<string>();
  for (const [id, map] of elementsOf(doc) as Iterable<[string, unknown]>) {
    if (!(map instanceof Y.Map)) continue;
    const kind: unknown = map.get('kind');
    if (typeof kind === 'string' && findKind(kind)?.isSilent) {
      const element = parseElement(id, readRaw(map));
      if (kindOf(element).isSilent?.(element)) return new Set();
    }
    const by: unknown = map.get('by');
    if (typeof by === 'string') signers.add(by);
    // Of thousands of elements, hardly a key is looked at closely.
    for (const [key, item] of map._map) {
      const mark = key.startsWith(COMMENT) && !item.deleted ? parseMarkKey(key) : null;
      if (mark?.type === 'comment') signers.add(mark.by);
    }
  }
  return signers;
}
