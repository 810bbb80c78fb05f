/** One user command: the same record feeds the rail, the bars, the menus, the help panel and the keyboard. */
import type { NoteColor } from '../../../shared/theme/tokens.ts';
import type { EditorMessageId } from '../../i18n/fr/editor.ts';

export const COMMAND_IDS = [
  'tool.select',
  'tool.hand',
  'tool.note',
  'tool.text',
  'tool.frame',
  'edit.undo',
  'edit.redo',
  'edit.copy',
  'edit.cut',
  'edit.paste',
  'edit.duplicate',
  'edit.delete',
  'edit.type',
  'select.all',
  'select.none',
  'select.next',
  'select.previous',
  'order.front',
  'order.back',
  'edit.lock',
  'edit.unlock',
  'note.new',
  'color.yellow',
  'color.orange',
  'color.red',
  'color.pink',
  'color.purple',
  'color.blue',
  'color.green',
  'color.grey',
  'view.zoomIn',
  'view.zoomOut',
  'view.fit',
  'view.fitSelection',
  'view.actualSize',
  'view.outline',
] as const;

export type CommandId = (typeof COMMAND_IDS)[number];
export type CommandGroup = 'tools' | 'history' | 'clipboard' | 'edit' | 'selection' | 'order' | 'color' | 'view';

/** Something of the page, outside the canvas, that a command opens or closes. */
export type PageRequest = 'outline';

export interface Command {
  readonly id: CommandId;
  readonly label: EditorMessageId;
  readonly group: CommandGroup;
  /** Name of a lucide icon, in kebab case. */
  readonly icon?: string;
  /** The colour this command gives, for swatches. */
  readonly color?: NoteColor;
  /** Shortcuts as `mod+shift+z`, `n`, `escape`; the first is the one shown. `mod` is ctrl, or ⌘ on a Mac. */
  readonly shortcut?: readonly string[];
  /** Whether the board changes by it: never offered to a viewer. */
  readonly writes: boolean;
  /** Whether it can be run now; reads the editor's store, so ask again whenever that changes. */
  enabled(): boolean;
  /** Whether it is the one now in force (the tool in hand, the colour of the selection); absent for plain actions. */
  active?(): boolean;
  run(): void;
}

/** All commands, in the order in which menus show them. */
export interface CommandRegistry {
  readonly list: readonly Command[];
  get(id: CommandId): Command;
  /** Runs a command if it is enabled. */
  run(id: CommandId): void;
}
