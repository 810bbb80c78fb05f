/** What one does with clusters, beside dragging: the selection bar, menus, palette, outline and keys all read this. */
import { CLUSTER_LAYOUTS } from '../../../shared/elements/cluster/props.ts';
import { refuseElement } from '../rights.ts';
import type { Command } from './Command.ts';
import type { CommandPorts } from './registry.ts';

export function createClusterCommands({ board, clusters, extras, selection, store, writes }: CommandPorts): Command[] {
  const common = { group: 'cluster', writes: true } as const;
  const may = (id: string, action: 'edit' | 'move'): boolean =>
    refuseElement(store.getState().who, board, id, action) !== 'step';
  const selected = (): string[] => clusters.among(selection.ids);
  const some = (least: number) => (): boolean => {
    const own = selected();
    return own.length >= least && own.some((id) => may(id, 'edit'));
  };
  const gathering = (): 'make' | 'split' | null => clusters.gathering(selection.ids, (id) => may(id, 'move'));
  const make = (): void => extras.with(({ gathering: it }) => void it.make(selection.ids));
  return [
    {
      ...{ id: 'cluster.make', label: 'cluster.make', icon: 'boxes', shortcut: ['r'] },
      ...common,
      enabled: () => gathering() === 'make',
      run: make,
    },
    {
      ...{ id: 'cluster.split', label: 'cluster.split', icon: 'split', shortcut: ['shift+r'] },
      ...common,
      enabled: () => gathering() === 'split',
      run: make,
    },
    {
      ...{ id: 'cluster.merge', label: 'cluster.merge', icon: 'merge' },
      ...common,
      enabled: some(2),
      run: () => extras.with(({ gathering: it }) => void it.merge(selection.ids)),
    },
    {
      ...{ id: 'cluster.dissolve', label: 'cluster.dissolve', icon: 'ungroup' },
      ...common,
      enabled: some(1),
      run: () => extras.with(({ gathering: it }) => it.dissolve(selection.ids)),
    },
    {
      ...{ id: 'cluster.collapse', label: 'cluster.collapse', icon: 'fold-vertical' },
      ...common,
      enabled: some(1),
      active: () => selected().every((id) => board.get(id)?.props.collapsed === true),
      run: () => clusters.collapse(selection.ids),
    },
    ...CLUSTER_LAYOUTS.map(
      (layout): Command => ({
        ...{ id: `cluster.${layout}`, label: `cluster.lay.${layout}`, icon: ICONS[layout] },
        ...common,
        enabled: some(1),
        active: () => selected().every((id) => board.get(id)?.props.layout === layout),
        run: () => writes.style(selected(), { layout }),
      }),
    ),
    {
      ...{ id: 'cluster.hush', label: 'cluster.hush', icon: 'eye-off' },
      ...common,
      enabled: () => !clusters.isSilent && (gathering() !== null || clusters.all().length > 0),
      run: () => extras.with(({ gathering: it }) => it.hush(selection.ids)),
    },
    {
      ...{ id: 'cluster.speak', label: 'cluster.speak', icon: 'captions' },
      ...common,
      enabled: () => clusters.isSilent,
      run: () => clusters.speak(),
    },
  ];
}

const ICONS = { grid: 'layout-grid', column: 'rows-3', pile: 'layers' } as const;
