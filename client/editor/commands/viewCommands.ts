/** Where one looks. */
import { union } from '../../../shared/geometry/box.ts';
import type { Command } from './Command.ts';
import type { CommandPorts } from './registry.ts';

export function createViewCommands({ ask, board, camera, index, selection, store }: CommandPorts): Command[] {
  return [
    {
      id: 'view.zoomIn',
      label: 'editor.command.zoomIn',
      icon: 'plus',
      shortcut: ['+', '='],
      group: 'view',
      writes: false,
      enabled: () => true,
      run: () => camera.zoomStep(1),
    },
    {
      id: 'view.zoomOut',
      label: 'editor.command.zoomOut',
      icon: 'minus',
      shortcut: ['-'],
      group: 'view',
      writes: false,
      enabled: () => true,
      run: () => camera.zoomStep(-1),
    },
    {
      id: 'view.fit',
      label: 'editor.command.fit',
      icon: 'maximize',
      shortcut: ['0'],
      group: 'view',
      writes: false,
      enabled: () => board.size > 0,
      run: () => {
        const content = index.content();
        if (content) camera.fit(content);
      },
    },
    {
      id: 'view.fitSelection',
      label: 'editor.command.fitSelection',
      icon: 'focus',
      shortcut: ['2'],
      group: 'view',
      writes: false,
      enabled: () => store.getState().selection.size > 0,
      run: () => {
        const box = union([...selection.ids].map((id) => board.bounds(id)).filter((bounds) => bounds !== null));
        if (box) camera.fit(box, 2);
      },
    },
    {
      id: 'view.actualSize',
      label: 'editor.command.actualSize',
      icon: 'scan-search',
      shortcut: ['1'],
      group: 'view',
      writes: false,
      enabled: () => true,
      run: () => camera.zoomTo(1),
    },
    {
      id: 'view.outline',
      label: 'editor.command.outline',
      icon: 'list-tree',
      shortcut: ['o'],
      group: 'view',
      writes: false,
      enabled: () => true,
      run: () => ask('outline'),
    },
  ];
}
