/** Takes a tool in hand. */
import type { EditorMessageId } from '../../i18n/fr/editor.ts';
import type { ToolId } from '../../tools/Tool.ts';
import type { Command } from './Command.ts';
import type { CommandPorts } from './registry.ts';

const TOOLS: readonly { id: ToolId; label: EditorMessageId; icon: string; shortcut: string; writes: boolean }[] = [
  { id: 'select', label: 'editor.tool.select', icon: 'mouse-pointer-2', shortcut: 'v', writes: false },
  { id: 'hand', label: 'editor.tool.hand', icon: 'hand', shortcut: 'h', writes: false },
  { id: 'note', label: 'editor.tool.note', icon: 'sticky-note', shortcut: 'shift+n', writes: true },
  { id: 'text', label: 'editor.tool.text', icon: 'type', shortcut: 't', writes: true },
  { id: 'frame', label: 'editor.tool.frame', icon: 'frame', shortcut: 'f', writes: true },
];

export function createToolCommands({ store, tools, typing }: CommandPorts): Command[] {
  return TOOLS.map(({ id, label, icon, shortcut, writes }) => ({
    id: `tool.${id}` as const,
    label,
    icon,
    shortcut: [shortcut],
    group: 'tools',
    writes,
    enabled: () => true,
    active: () => store.getState().tool === id,
    run: () => {
      typing.end();
      tools.use(id);
    },
  }));
}
