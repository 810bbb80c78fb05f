/** Where on a simulated board notes can be written: its areas, and the cells of its grids. */
import type { BoardDoc } from '../../../shared/board/BoardDoc.ts';
import type { Element } from '../../../shared/elements/ElementKind.ts';
import { parseMemberKey } from '../../../shared/elements/families.ts';
import { kindOf } from '../../../shared/elements/registry.ts';
import type { Random } from '../../helpers/random.ts';

/** What notes can be written into. */
export const areasOf = (board: BoardDoc): Element[] => [...board.elements()].filter((one) => kindOf(one).isContainer);

/** One of a grid's cells. */
export function cellOf(area: Element, random: Random): [] | [string] {
  const ids = (family: string): string[] =>
    Object.keys(area.props).flatMap((key) => {
      const member = parseMemberKey(key);
      return member?.family === family ? [member.id] : [];
    });
  const [row, column] = [random.pick(ids('row')), random.pick(ids('col'))];
  return row !== undefined && column !== undefined ? [`${row}:${column}`] : [];
}
