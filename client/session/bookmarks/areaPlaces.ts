/** The areas of a board as places to go to: those on the wall first as they are read, what lies in each after it. */
import type { ElementId } from '../../../shared/elements/ElementKind.ts';
import { kindOf } from '../../../shared/elements/registry.ts';
import type { Box } from '../../../shared/geometry/box.ts';
import type { Editor } from '../../editor/Editor.ts';
import { nameOf } from '../../editor/nameOf.ts';
import { readingOrder } from '../../editor/readingOrder.ts';

export interface AreaPlace {
  readonly id: ElementId;
  /** Empty where the area has no title. */
  readonly title: string;
  readonly box: Box;
}

export function areaPlaces({ board, index }: Pick<Editor, 'board' | 'index'>): readonly AreaPlace[] {
  const areas: ElementId[] = [];
  for (const element of board.elements()) if (kindOf(element).isContainer) areas.push(element.id);
  return readingOrder(index, areas).flatMap((id) => {
    const box = board.bounds(id);
    return box ? [{ id, title: nameOf(board.get(id)), box }] : [];
  });
}
