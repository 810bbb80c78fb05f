/**
 * Takes a refused change back by value, inside the transaction that made it: what others see and what the log keeps is the element as it
 * was, and nothing of what was refused (Yjs drops what a transaction both inserts and deletes).
 */
import * as Y from 'yjs';
import { type ElementMap, readRaw, rebuildMap } from '../../shared/board/layout.ts';
import type { RawElement } from '../../shared/elements/parseElement.ts';
import { isEqual } from '../../shared/lib/equal.ts';
import { diffText } from '../../shared/lib/splice.ts';

/** Writes an element's former value: again if it was deleted, key by key if it was changed, away if it is new (`before` is `null`). */
export function writeBack(elements: Y.Map<ElementMap>, id: string, before: RawElement | null): void {
  const map: unknown = elements.get(id);
  if (before === null) elements.delete(id);
  else if (map instanceof Y.Map) restoreKeys(map, before);
  else elements.set(id, rebuildMap(before));
}

function restoreKeys(map: ElementMap, before: RawElement): void {
  const after = readRaw(map);
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const text = map.get(key);
    const isText = key === 'text' && text instanceof Y.Text;
    if (!(key in before)) map.delete(key);
    else if (isText) restoreText(text, String(before[key]));
    else if (key === 'text') map.set(key, new Y.Text(String(before[key])));
    else if (!isEqual(before[key], after[key])) map.set(key, before[key]);
  }
}

function restoreText(text: Y.Text, before: string): void {
  const splice = diffText(text.toString(), before);
  if (!splice) return;
  // Yjs remembers positions of its last writes in a text and forgets them only after a foreign transaction. This one counts as ours, so
  // what others wrote since would shift what we write.
  if (text._searchMarker) text._searchMarker.length = 0;
  if (splice.remove > 0) text.delete(splice.at, splice.remove);
  if (splice.insert !== '') text.insert(splice.at, splice.insert);
}
