/** What areas keep of what is taken out of them, whoever takes it and wherever it goes. Writes nothing itself. */
import type { Element, ElementId, Props } from '../elements/ElementKind.ts';
import { kindOf } from '../elements/registry.ts';
import type { BoardDoc } from './BoardDoc.ts';
import type { Move, OperationOptions } from './operations.ts';

/** What areas remember of what leaves them (a deck of its cards): to be written with the moves, where this person may. */
export function leftBy(
  board: BoardDoc,
  moves: readonly Pick<Move, 'id' | 'parent'>[],
  { evenLocked = false, mayEdit = () => true }: OperationOptions = {},
): [ElementId, Props][] {
  const leaving = new Map<ElementId, Element[]>();
  for (const { id, parent } of moves) {
    const area = board.tree.parent(id);
    const element = board.written(id);
    if (area === null || area === parent || !element) continue;
    leaving.set(area, [...(leaving.get(area) ?? []), element]);
  }
  return [...leaving].flatMap(([id, children]): [ElementId, Props][] => {
    const area = board.get(id);
    const props = area && kindOf(area).left?.(area, children);
    return props && (evenLocked || !area.lock) && mayEdit(id) ? [[id, props]] : [];
  });
}
