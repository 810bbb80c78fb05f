/**
 * Zones and cells with a rule (« rouge → irritants »): which notes each would take in now. Only notes that lie around the zone, or in a zone beside
 * it, and those that wait in the grid itself: what people have put into a group, a cell or on a matrix stays there. Reads only.
 */
import type { BoardDoc } from '../../../shared/board/BoardDoc.ts';
import type { Locale } from '../../../shared/control/Control.ts';
import type { Element, ElementId } from '../../../shared/elements/ElementKind.ts';
import { asGrid, columnName, columnsOf, rowName, rowsOf } from '../../../shared/elements/grid/props.ts';
import { kindOf } from '../../../shared/elements/registry.ts';
import { hasCellRules, isTaken, type Rule, rulesOf, TAKES, type Takes } from '../../../shared/elements/takes.ts';
import { mayTake } from './Rules.ts';
import type { Move } from './Sorting.ts';
import { isSortable, isZone } from './sortable.ts';

/** A rule there is, or the place of one that an area may be given. */
export interface Ruled {
  readonly id: ElementId;
  /** The prop it stands in. */
  readonly key: string;
  /** The cell the notes go to, where the area has cells. */
  readonly cell: string | null;
  readonly name: string;
  readonly takes: Takes | null;
  /** The notes that would come in now. */
  readonly notes: readonly ElementId[];
}

/** A grid whose cells may have rules. */
export interface RuledGrid {
  readonly id: ElementId;
  readonly name: string;
  readonly rows: readonly Lane[];
  readonly columns: readonly Lane[];
}

export interface Lane {
  readonly id: string;
  readonly name: string;
}

interface Target extends Rule {
  readonly area: Element;
}

/** Every area that can have a rule, and every rule of a cell, in the order of the board, with what it would take in. A note goes to the first that asks for it. `locale`: in which language cells are named, where anybody reads that. */
export function ruledAreas(board: BoardDoc, locale: Locale | null): Ruled[] {
  const areas = areasOf(board);
  const targets = areas.flatMap((area) => rulesIn(area).map((rule): Target => ({ ...rule, area })));
  const coming = new Map<Target, ElementId[]>();
  if (targets.length > 0) {
    for (const note of board.elements()) {
      const target = goesTo(board, note, targets);
      if (target === null) continue;
      const list = coming.get(target);
      if (list) list.push(note.id);
      else coming.set(target, [note.id]);
    }
  }
  return areas.flatMap((area): Ruled[] => {
    const own = targets.filter((target) => target.area === area);
    const name = kindOf(area).outline(area).trim();
    // An area as a whole may always be given one.
    if (own.length === 0 && !hasCellRules(kindOf(area)))
      return [{ id: area.id, key: TAKES, cell: null, name, takes: null, notes: [] }];
    return own.map((target) => ({
      ...{ id: area.id, key: target.key, cell: target.cell, takes: target.takes },
      name: target.cell === null ? name : cellName(area, target.cell, locale),
      notes: coming.get(target) ?? [],
    }));
  });
}

/** Every grid whose cells may be given rules. */
export const ruledGrids = (board: BoardDoc, locale: Locale): RuledGrid[] =>
  areasOf(board).flatMap((area): RuledGrid[] => {
    const grid = hasCellRules(kindOf(area)) ? asGrid(area) : null;
    if (!grid) return [];
    const rows = rowsOf(grid.props).map((row, n) => ({ id: row.id, name: rowName(row, n) }));
    const columns = columnsOf(grid.props).map((column, n) => ({ id: column.id, name: columnName(column, n, locale) }));
    return [{ id: grid.id, name: kindOf(area).outline(area).trim(), rows, columns }];
  });

/** The moves that carry out the rules: one of them, or all. */
export const movesOf = (ruled: readonly Ruled[], one?: Pick<Ruled, 'id' | 'key'>): Move[] =>
  ruled
    .filter(({ id, key }) => one === undefined || (id === one.id && key === one.key))
    .flatMap(({ id, cell, notes }) => notes.map((note) => ({ note, area: id, ...(cell !== null && { cell }) })));

const areasOf = (board: BoardDoc): Element[] =>
  [...board.elements()].filter(mayTake).sort((a, b) => board.tree.compare(a.id, b.id));

/** The rules of an area; not of a cell that is gone: nothing would come to stand there. */
function rulesIn(area: Element): readonly Rule[] {
  return rulesOf(area).filter(({ cell }) => cell === null || hasCell(area, cell));
}

/** Whether an area has such a cell. */
function hasCell(area: Element, cell: string): boolean {
  const grid = asGrid(area);
  const [row, column] = cell.split(':');
  return (
    grid !== null &&
    rowsOf(grid.props).some(({ id }) => id === row) &&
    columnsOf(grid.props).some(({ id }) => id === column)
  );
}

/** « Irritants · Étape 2 », with the grid's own name before it where it has one. */
function cellName(area: Element, cell: string, locale: Locale | null): string {
  const grid = asGrid(area);
  if (!grid) return '';
  const [row, column] = cell.split(':');
  const rows = rowsOf(grid.props);
  const columns = columnsOf(grid.props);
  const r = rows.findIndex(({ id }) => id === row);
  const c = columns.findIndex(({ id }) => id === column);
  const title = kindOf(area).outline(area).trim();
  const at = [rows[r], columns[c]] as const;
  const names = [...(at[0] ? [rowName(at[0], r)] : []), ...(at[1] ? [columnName(at[1], c, locale)] : [])];
  return [...(title === '' ? [] : [title]), ...names].join(' · ');
}

function goesTo(board: BoardDoc, note: Element, targets: readonly Target[]): Target | null {
  const asking = targets.filter(({ takes }) => isTaken(takes, note));
  if (asking.length === 0 || !isSortable(board, note)) return null;
  // It lies in one that asks for it: it has arrived.
  const around = board.tree.ancestors(note.id);
  const parent = board.tree.parent(note.id);
  const lies = note.place[3];
  const isIn = ({ area, cell }: Target): boolean =>
    cell === null ? around.includes(area.id) : parent === area.id && lies === cell;
  if (asking.some(isIn)) return null;
  const found = asking.find(({ area, cell }) => {
    if (parent === area.id) return cell !== null && (lies === undefined || !hasCell(area, lies));
    const beside = board.tree.parent(area.id);
    if (parent === beside) return true;
    const holder = parent === null ? undefined : board.get(parent);
    return holder !== undefined && isZone(holder) && board.tree.parent(holder.id) === beside;
  });
  return found ?? null;
}
