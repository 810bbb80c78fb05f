/**
 * The rows and columns of a grid: added, taken away, moved, named, resized, replaced by a preset. Each writes only what it changes, so that two people
 * never undo each other's, and one step of undo. What lay in a row that goes waits below to be placed.
 */
import type { StoreApi } from 'zustand/vanilla';
import type { BoardDoc } from '../../../shared/board/BoardDoc.ts';
import { orderAt } from '../../../shared/board/familyOrder.ts';
import type { Element, ElementId, Props } from '../../../shared/elements/ElementKind.ts';
import { memberKey, type Parts, partProps, withoutMember } from '../../../shared/elements/families.ts';
import { asGridLayout } from '../../../shared/elements/grid/layout.ts';
import {
  asGrid,
  COLUMN,
  COLUMN_PARTS,
  type GridProps,
  type LaneRef,
  ROW,
  ROW_PARTS,
} from '../../../shared/elements/grid/props.ts';
import { createId } from '../../../shared/lib/ids.ts';
import { LIMITS } from '../../../shared/protocol/limits.ts';
import type { EditorState } from '../EditorState.ts';
import type { Notify } from '../Notice.ts';
import type { Permits } from '../Permits.ts';
import { type Axis, laneName, lanesOf } from './lanesOf.ts';

export interface LanePorts {
  readonly store: Pick<StoreApi<EditorState>, 'getState'>;
  readonly board: BoardDoc;
  readonly permits: Permits;
  readonly notify: Notify;
}

const familyOf = (axis: Axis): string => (axis === 'row' ? ROW : COLUMN);
const partsOf = (axis: Axis): Parts => (axis === 'row' ? ROW_PARTS : COLUMN_PARTS);

/** What to write so that these have these orders: nothing else of them. */
const ordersOf = (axis: Axis, lanes: readonly (readonly [lane: { readonly id: string }, z: string])[]): Props =>
  Object.assign({}, ...lanes.map(([{ id }, z]) => partProps(partsOf(axis), id, { z })));

export class GridLanes {
  readonly #ports: LanePorts;

  constructor(ports: LanePorts) {
    this.#ports = ports;
  }

  /** A new row or column after the one given (`null`: at the end), or before it. Stands on its name. */
  add(grid: Element<GridProps>, axis: Axis, beside: string | null, side: 'before' | 'after' = 'after'): string | null {
    const lanes = lanesOf(grid, axis);
    if (lanes.length >= LIMITS.familyMembers) {
      this.#ports.notify({ kind: 'notice', id: 'grid.notice.full', values: { limit: LIMITS.familyMembers } });
      return null;
    }
    const at = lanes.findIndex(({ id }) => id === beside);
    const index = at === -1 ? lanes.length : side === 'after' ? at + 1 : at;
    const { own: z, lifted } = orderAt(lanes, index);
    const id = createId();
    const near = lanes[at];
    const value =
      axis === 'row'
        ? { name: '', type: near && 'type' in near ? near.type : 'notes', z }
        : { name: '', z, ...(near && 'width' in near && near.width !== undefined && { width: near.width }) };
    const props = { [memberKey(familyOf(axis), id)]: value, ...ordersOf(axis, lifted) };
    if (!this.#write('gridAdd', grid.id, props)) return null;
    this.#say(axis === 'row' ? 'grid.say.rowAdded' : 'grid.say.columnAdded', index + 1, lanes.length + 1);
    return id;
  }

  /** Takes a row or a column away: what lies in it stays, and waits to be placed. */
  remove({ grid, axis, id }: LaneRef): boolean {
    const { board, notify } = this.#ports;
    const element = asGrid(board.get(grid));
    const lane = element && lanesOf(element, axis).find((one) => one.id === id);
    if (!element || !lane) return false;
    const layout = asGridLayout(board.arrangements.of(grid));
    let left = 0;
    for (const [cell, ids] of layout?.cells ?? [])
      if (axis === 'row' ? cell.startsWith(`${id}:`) : cell.endsWith(`:${id}`)) left += ids.length;
    if (!this.#write('gridRemove', grid, withoutMember(familyOf(axis), partsOf(axis), id, element.props))) return false;
    const name = laneName(element, axis, id, this.#ports.store.getState().locale);
    notify({ kind: left > 0 ? 'notice' : 'announce', id: 'grid.say.removed', values: { name, count: left } });
    return true;
  }

  /** Puts a row or a column before another (`null`: last). */
  move({ grid, axis, id }: LaneRef, before: string | null): boolean {
    const element = asGrid(this.#ports.board.get(grid));
    if (!element || id === before) return false;
    const all = lanesOf(element, axis);
    const moved = all.find((one) => one.id === id);
    const others = all.filter((one) => one.id !== id);
    const at = before === null ? others.length : others.findIndex((one) => one.id === before);
    if (!moved || at === -1 || all[at]?.id === id) return false;
    const { own, lifted } = orderAt(others, at);
    if (!this.#write('gridMove', grid, ordersOf(axis, [[moved, own], ...lifted]))) return false;
    this.#say(axis === 'row' ? 'grid.say.rowMoved' : 'grid.say.columnMoved', at + 1, all.length);
    return true;
  }

  /** One place on or back. */
  shift(lane: LaneRef, by: 1 | -1): boolean {
    const element = asGrid(this.#ports.board.get(lane.grid));
    if (!element) return false;
    const lanes = lanesOf(element, lane.axis);
    const at = lanes.findIndex(({ id }) => id === lane.id);
    if (at === -1 || lanes[at + by] === undefined) return false;
    return this.move(lane, (by === 1 ? lanes[at + 2]?.id : lanes[at - 1]?.id) ?? null);
  }

  /** Writes some of what a row or a column is; `undefined` takes a value away. False: it is that already, or may not be written. */
  change({ grid, axis, id }: LaneRef, values: Readonly<Record<string, unknown>>, label = 'gridChange'): boolean {
    const element = asGrid(this.#ports.board.get(grid));
    const lane = element && lanesOf(element, axis).find((one) => one.id === id);
    if (!lane) return false;
    const old: Readonly<Record<string, unknown>> = { ...lane };
    const changed = Object.entries(values).filter(([part, value]) => value !== old[part]);
    if (changed.length === 0) return false;
    return this.#write(label, grid, partProps(partsOf(axis), id, Object.fromEntries(changed)));
  }

  /** Gives a grid these rows and columns in place of its own: those of a preset. */
  replace(grid: Element<GridProps>, fresh: GridProps): boolean {
    const gone = Object.fromEntries(Object.keys(grid.props).map((key) => [key, undefined]));
    return this.#write('gridPreset', grid.id, { ...gone, ...fresh });
  }

  #write(label: string, grid: ElementId, props: Props): boolean {
    const { board, permits } = this.#ports;
    if (permits.changeable([grid], 'edit').length === 0) return false;
    board.edit(label, (write) => write.set(grid, { props }));
    return true;
  }

  #say(
    id: 'grid.say.rowAdded' | 'grid.say.columnAdded' | 'grid.say.rowMoved' | 'grid.say.columnMoved',
    position: number,
    count: number,
  ): void {
    this.#ports.notify({ kind: 'announce', id, values: { position, count } });
  }
}
