/** Help with sorting: the panel and its parts, clusters by a value, the rules of zones. What belongs together is worked out elsewhere. */
import { countBy, type GroupBy } from '../sorting/groupOf.ts';
import { mayTake } from '../sorting/Rules.ts';
import { chosenNotes, isSortable } from '../sorting/sortable.ts';

import type { Command, SortingView } from './Command.ts';
import type { CommandPorts } from './registry.ts';

/** More selected notes are not looked at to say whether a command can be run: it is asked at each selection. */
const MOST_COUNTED = 500;

export function createSortCommands(ports: CommandPorts): Command[] {
  return [...panelCommands(ports), ...valueCommands(ports), ...zoneCommands(ports)];
}

function panelCommands({ ask, board, selection }: CommandPorts): Command[] {
  const hasContent = (): boolean => board.size > 1;
  const open = (id: Command['id'], label: Command['label'], icon: string, view: SortingView): Command => ({
    ...{ id, label, icon, group: 'sort', writes: true },
    enabled: hasContent,
    run: () => ask({ sorting: view }),
  });
  const single = (): boolean => {
    const element = selection.single === null ? undefined : board.get(selection.single);
    return element !== undefined && isSortable(board, element);
  };
  return [
    open('sort.complete', 'sorting.command.complete', 'list-plus', 'complete'),
    open('sort.duplicates', 'sorting.command.duplicates', 'layers', 'duplicates'),
    {
      ...{ id: 'sort.alike', label: 'sorting.command.alike', icon: 'scan-search', group: 'sort', writes: false },
      enabled: single,
      run: () => ask({ sorting: 'alike' }),
    },
    open('sort.draft', 'sorting.command.draft', 'wand-sparkles', 'draft'),
  ];
}

const BY: Readonly<Record<GroupBy, Pick<Command, 'id' | 'label'> & { readonly icon: string }>> = {
  color: { id: 'sort.byColor', label: 'sorting.command.byColor', icon: 'palette' },
  tag: { id: 'sort.byTag', label: 'sorting.command.byTag', icon: 'tags' },
  author: { id: 'sort.byAuthor', label: 'sorting.command.byAuthor', icon: 'users' },
  cell: { id: 'sort.byCell', label: 'sorting.command.byCell', icon: 'table-2' },
};

function valueCommands({ ask, board, selection }: CommandPorts): Command[] {
  const differs = (by: GroupBy) => (): boolean => {
    const chosen = chosenNotes(board, selection.ids, MOST_COUNTED);
    return chosen.length >= 2 && countBy(board, chosen, by) > (by === 'tag' ? 0 : 1);
  };
  return (['color', 'tag', 'author', 'cell'] as const).map((by) => ({
    ...{ ...BY[by], group: 'sort', writes: true },
    enabled: differs(by),
    run: () => ask({ groupBy: by }),
  }));
}

function zoneCommands({ ask, board, extras, notify, rules, selection }: CommandPorts): Command[] {
  const isOne = (): boolean => {
    const element = selection.single === null ? undefined : board.get(selection.single);
    return element !== undefined && mayTake(element);
  };
  return [
    {
      ...{ id: 'sort.zones', label: 'sorting.command.zones', icon: 'filter', group: 'sort', writes: true },
      enabled: isOne,
      run: () => ask({ sorting: 'zones' }),
    },
    {
      ...{
        id: 'sort.applyZones',
        label: 'sorting.command.applyZones',
        icon: 'list-checks',
        group: 'sort',
        writes: true,
      },
      enabled: () => rules.areThere,
      run: () =>
        extras.with(({ sorting }) => {
          const count = sorting.applyRules();
          notify({ kind: 'notice', id: 'sorting.say.moved', values: { count } });
        }),
    },
  ];
}
