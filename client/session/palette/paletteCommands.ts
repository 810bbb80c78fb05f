/** Which commands the palette offers, and why those that it offers cannot be run now. Asks the commands; changes nothing. */
import type { Command, CommandGroup } from '../../editor/commands/Command.ts';
import type { Editor } from '../../editor/Editor.ts';
import type { MessageId } from '../../i18n/Messages.tsx';

/** Groups of commands that act on what is selected: without it, that is why they cannot be run. */
const NEEDS_SELECTION: ReadonlySet<CommandGroup> = new Set<CommandGroup>([
  'edit',
  'clipboard',
  'order',
  'arrange',
  'color',
  'grid',
  'placing',
  'deck',
  'pins',
  'sort',
]);

/** The commands that a list may offer this person, each with why it cannot be run now. */
export function paletteCommands({
  commands,
  store,
}: Pick<Editor, 'commands' | 'store'>): readonly { readonly command: Command; readonly why: MessageId | null }[] {
  const { readOnly, selection } = store.getState();
  return commands.list
    .filter((command) => !command.keysOnly && !(command.writes && readOnly))
    .map((command) => {
      if (command.enabled()) return { command, why: null };
      const isAlone = selection.size === 0 && NEEDS_SELECTION.has(command.group);
      return { command, why: isAlone ? ('palette.needsSelection' as const) : ('palette.notNow' as const) };
    });
}
