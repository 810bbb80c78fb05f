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
    const others = leaving.get(area);
    if (others) others.push(element);
    else if (keeps(board.get(area))) leaving.set(area, [element]);
  }
  if (leaving.size === 0) return [];
  const gone = new Set([...leaving.values()].flatMap((children) => children.map(({ id }) => id)));
  const written = new Map(forgottenBy(board, gone, { evenLocked, mayEdit }));
  for (const [id, children] of leaving) {
    const area = board.get(id);
    const props = area && kindOf(area).left?.(area, children);
    if (props && (evenLocked || !area.lock) && mayEdit(id)) written.set(id, { ...written.get(id), ...props });
  }
  return [...written];
}

/** Where these are remembered that are taken out now: only the area they were last taken out of takes them back. */
export function forgottenBy(
  board: BoardDoc,
  taken: ReadonlySet<ElementId>,
  { evenLocked = false, mayEdit = () => true }: OperationOptions = {},
): [ElementId, Props][] {
  const ids = [...taken];
  const forgotten: [ElementId, Props][] = [];
  for (const area of board.elements()) {
    const props = kindOf(area).forgets?.(area, ids);
    if (props && (evenLocked || !area.lock) && mayEdit(area.id)) forgotten.push([area.id, props]);
  }
  return forgotten;
}

/** Whether it is of a kind that keeps anything of what leaves it: most areas do not, and a whole board may leave one. */
const keeps = (area: Element | undefined): boolean => area !== undefined && kindOf(area).left !== undefined;
