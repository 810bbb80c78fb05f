/** What one does with mind maps, beside their keys (`mindmap/mapKeys.ts`). */
import type { Command } from './Command.ts';
import type { CommandPorts } from './registry.ts';

export function createMindMapCommands({ board, mindMaps }: CommandPorts): Command[] {
  const onNode = (run: (id: string) => Promise<void>) => () => {
    const id = mindMaps.selected;
    if (id !== null) void run(id);
  };
  const isNode = (): boolean => mindMaps.selected !== null;
  const hasBelow = (): boolean => {
    const id = mindMaps.selected;
    return id !== null && board.folds.map.children(id).length > 0;
  };
  const common = { group: 'mindmap', writes: true } as const;
  return [
    {
      ...{ id: 'mindmap.begin', label: 'mindmap.begin', icon: 'brain', shortcut: ['m'] },
      ...common,
      enabled: () => true,
      run: () => void mindMaps.begin(),
    },
    {
      ...{ id: 'mindmap.child', label: 'mindmap.child', icon: 'corner-down-right', shortcut: ['insert'] },
      ...common,
      enabled: isNode,
      run: onNode((id) => mindMaps.addChild(id)),
    },
    {
      ...{ id: 'mindmap.sibling', label: 'mindmap.sibling', icon: 'plus' },
      ...common,
      enabled: isNode,
      run: onNode((id) => mindMaps.addSibling(id)),
    },
    {
      ...{ id: 'mindmap.fold', label: 'mindmap.fold', icon: 'ellipsis', shortcut: ['.'] },
      ...common,
      enabled: hasBelow,
      run: onNode((id) => mindMaps.fold(id)),
    },
    {
      ...{ id: 'mindmap.tidy', label: 'mindmap.tidy', icon: 'network' },
      ...common,
      enabled: isNode,
      run: onNode((id) => mindMaps.tidy(id)),
    },
  ];
}
