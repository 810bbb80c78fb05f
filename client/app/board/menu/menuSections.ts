/**
 * Which commands the menu of what is selected, or of the bare wall, offers: those of the one registry that can be run now, what one does most
 * first, then by group. A group of many goes behind its name. Pure but for asking the commands.
 */
import type { Command, CommandGroup, CommandRegistry } from '../../../editor/commands/Command.ts';
import type { MessageId } from '../../../i18n/Messages.tsx';

export interface MenuSection {
  readonly label: MessageId;
  /** Behind its name, or lines of the menu itself. */
  readonly isFolded: boolean;
  readonly commands: readonly Command[];
}

/** On what is selected: what one does most. */
const FIRST: readonly Command['id'][] = ['edit.type', 'edit.duplicate', 'mark.comment', 'edit.delete'];
/** Then these, in this order. */
const THEN: readonly CommandGroup[] = [
  'clipboard',
  'color',
  'edit',
  'order',
  'cluster',
  'arrange',
  'sort',
  'mindmap',
  'grid',
  'placing',
  'deck',
  'pins',
  'selection',
];
/** A longer group is folded; colours, and what remains of writing, always are. */
const MOST_LINES = 5;
const ALWAYS_FOLDED: ReadonlySet<CommandGroup> = new Set<CommandGroup>(['color', 'edit']);
/** On the bare wall. */
const ON_WALL: readonly (readonly Command['id'][])[] = [
  ['note.new', 'mindmap.begin', 'edit.paste'],
  ['sort.complete', 'sort.duplicates', 'sort.draft'],
  ['select.all', 'page.find'],
  ['view.fit', 'page.map', 'page.places', 'view.outline'],
];
/** Made anew, or about the whole wall: nothing of it is done to what is selected. */
const NOT_ON_SELECTION: ReadonlySet<Command['id']> = new Set<Command['id']>([
  'note.new',
  'mindmap.begin',
  'cluster.speak',
  'picture.camera',
  'select.all',
  'edit.paste',
  'view.snap',
  'view.severalHands',
]);

const isOffered = (command: Command): boolean => !command.keysOnly && command.enabled();

export function selectionSections(commands: CommandRegistry): readonly MenuSection[] {
  const first = FIRST.map((id) => commands.get(id)).filter(isOffered);
  const groups = THEN.flatMap((group): MenuSection[] => {
    const offered = commands.list.filter(
      (command) =>
        command.group === group &&
        !FIRST.includes(command.id) &&
        !NOT_ON_SELECTION.has(command.id) &&
        isOffered(command),
    );
    if (offered.length === 0) return [];
    const label = group === 'edit' ? 'menu.reactions' : (`help.group.${group}` as const);
    return [{ label, isFolded: ALWAYS_FOLDED.has(group) || offered.length > MOST_LINES, commands: offered }];
  });
  return first.length > 0 ? [{ label: 'help.group.edit', isFolded: false, commands: first }, ...groups] : groups;
}

export function wallSections(commands: CommandRegistry): readonly MenuSection[] {
  return ON_WALL.flatMap((ids) => {
    const offered = ids.map((id) => commands.get(id)).filter(isOffered);
    const [first] = offered;
    return first ? [{ label: `help.group.${first.group}` as const, isFolded: false, commands: offered }] : [];
  });
}
