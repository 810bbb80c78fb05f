/** Takes a tool in hand: a command for each line of the tools' registry. */
import { TOOLS } from '../../tools/registry.ts';
import { TOOL_IDS } from '../../tools/Tool.ts';
import type { Command } from './Command.ts';
import type { CommandPorts } from './registry.ts';

export function createToolCommands({ store, tools, typing, ask }: CommandPorts): Command[] {
  return TOOL_IDS.map((id) => ({
    id: `tool.${id}` as const,
    label: `editor.tool.${id}` as const,
    icon: TOOLS[id].icon,
    shortcut: [TOOLS[id].shortcut],
    group: 'tools',
    writes: TOOLS[id].writes,
    enabled: () => true,
    active: () => store.getState().tool === id,
    run: () => {
      typing.end();
      const { opens } = TOOLS[id];
      if (opens) ask(opens);
      else tools.use(id);
    },
  }));
}
