/** What one does with grids, beside their keys (`grid/gridKeys.ts`). */
import { asGrid, type LaneRef } from '../../../shared/elements/grid/props.ts';
import type { GridMessageId } from '../../i18n/fr/grid.ts';
import type { GridLanes } from '../grid/GridLanes.ts';
import type { Axis } from '../grid/lanesOf.ts';
import { refuseElement } from '../rights.ts';
import type { Command, CommandId } from './Command.ts';
import type { CommandPorts } from './registry.ts';

export function createGridCommands({ grids, extras, board, selection, store, ask }: CommandPorts): Command[] {
  const has = (): boolean => grids.selected !== null;
  /** Its panel is about the grid that is selected, or in which the selected thing lies. */
  const isIn = (): boolean => {
    const { single } = selection;
    return has() || (single !== null && board.tree.ancestors(single).some((id) => asGrid(board.get(id))));
  };
  /** Whether the grid that is selected takes what changes it. */
  const mayEdit = (): boolean => {
    const { selected } = grids;
    return selected !== null && refuseElement(store.getState().who, board, selected.id, 'edit') === null;
  };
  const add = (axis: Axis): void =>
    extras.with(({ lanes }) => {
      const grid = grids.selected;
      const id = grid && lanes.add(grid, axis, grids.lane(axis)?.id ?? null);
      if (!grid || id === null) return;
      const lane = { grid: grid.id, axis, id };
      grids.standOn(lane);
      grids.rename(lane);
    });
  const command = (
    id: CommandId,
    label: GridMessageId,
    icon: string,
    enabled: () => boolean,
    run: () => void,
    shortcut?: string,
  ): Command => ({
    ...{ id, label, icon, run },
    enabled: id === 'grid.panel' ? enabled : () => enabled() && mayEdit(),
    ...(shortcut !== undefined && { shortcut: [shortcut] }),
    group: 'grid',
    writes: true,
  });
  const onLane = (axis: Axis, does: (lanes: GridLanes, lane: LaneRef) => void) => () => {
    const lane = grids.lane(axis);
    if (lane) extras.with(({ lanes }) => does(lanes, lane));
  };
  const inLane = (axis: Axis) => (): boolean => grids.lane(axis) !== null;
  return [
    command('grid.panel', 'grid.panel', 'table-2', isIn, () => ask('grid')),
    command('grid.addRow', 'grid.addRow', 'rows-3', has, () => add('row'), 'mod+shift+arrowdown'),
    command('grid.addColumn', 'grid.addColumn', 'columns-3', has, () => add('column'), 'mod+shift+arrowright'),
    command(
      'grid.rename',
      'grid.rename',
      'text-cursor-input',
      () => (grids.header ?? grids.lane('column')) !== null,
      () => grids.rename(grids.header ?? grids.lane('column')),
    ),
    command(
      'grid.removeRow',
      'grid.removeRow',
      'trash-2',
      inLane('row'),
      onLane('row', (lanes, lane) => lanes.remove(lane)),
    ),
    command(
      'grid.removeColumn',
      'grid.removeColumn',
      'trash-2',
      inLane('column'),
      onLane('column', (lanes, lane) => lanes.remove(lane)),
    ),
    command(
      'grid.rowUp',
      'grid.rowUp',
      'chevron-up',
      inLane('row'),
      onLane('row', (lanes, lane) => lanes.shift(lane, -1)),
    ),
    command(
      'grid.rowDown',
      'grid.rowDown',
      'chevron-down',
      inLane('row'),
      onLane('row', (lanes, lane) => lanes.shift(lane, 1)),
    ),
    command(
      'grid.columnLeft',
      'grid.columnLeft',
      'arrow-left',
      inLane('column'),
      onLane('column', (lanes, lane) => lanes.shift(lane, -1)),
    ),
    command(
      'grid.columnRight',
      'grid.columnRight',
      'arrow-right',
      inLane('column'),
      onLane('column', (lanes, lane) => lanes.shift(lane, 1)),
    ),
  ];
}
