/** An area as the table that it is itself (`ElementKind.table`): for its CSV, and for copying it. Knows what lies in it, at any depth. */
import type { BoardDoc } from '../board/BoardDoc.ts';
import type { Locale } from '../control/Control.ts';
import type { ElementId, TableCell } from '../elements/ElementKind.ts';
import { kindOf } from '../elements/registry.ts';

/** The rows of an area, the names of the columns first; `null` where it is no table. */
export function areaTable(board: BoardDoc, area: ElementId, locale: Locale): readonly (readonly TableCell[])[] | null {
  const element = board.get(area);
  const kind = element && kindOf(element);
  if (!element || !kind?.table) return null;
  const children = board.tree.children(area).flatMap((id) => board.get(id) ?? []);
  return kind.table(element, children, locale, (child) => textsIn(board, child));
}

/** What is said in an element, at any depth. */
function textsIn(board: BoardDoc, id: ElementId): readonly string[] {
  return board.tree.descendants(id).flatMap((inner) => {
    const element = board.get(inner);
    const text = (element && kindOf(element).row(element))?.text.trim() ?? '';
    return text === '' ? [] : [text];
  });
}
