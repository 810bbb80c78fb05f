/** Which elements a transaction has touched, of the board or of a private document. */
import * as Y from 'yjs';
import type { ElementMap } from '../../shared/board/layout.ts';

/** The ids of the elements whose keys or text were written, made or deleted. */
export function touchedElements(elements: Y.Map<ElementMap>, transaction: Y.Transaction): Set<string> {
  const ids = new Set<string>();
  for (const [type, subs] of transaction.changed as ReadonlyMap<unknown, ReadonlySet<string | null>>) {
    if (type === elements) for (const sub of subs) ids.add(String(sub));
    else if (type instanceof Y.AbstractType) {
      let item = type._item;
      while (item && item.parent !== elements) item = (item.parent as Y.AbstractType<unknown>)._item;
      if (item?.parentSub) ids.add(item.parentSub);
    }
  }
  return ids;
}
