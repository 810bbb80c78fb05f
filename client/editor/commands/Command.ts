/** One user command: the same record feeds the rail, the bars, the menus, the help panel and the keyboard. */
import type { PagePoint, ScreenPoint } from '../../../shared/geometry/vec.ts';
import type { NoteColor } from '../../../shared/theme/tokens.ts';
import type { MessageId } from '../../i18n/Messages.tsx';
import { TOOL_IDS } from '../../tools/Tool.ts';
import type { GroupBy } from '../sorting/groupOf.ts';

export const COMMAND_IDS = [
  ...TOOL_IDS.map((id) => `tool.${id}` as const),
  'edit.undo',
  'edit.redo',
  'edit.copy',
  'edit.cut',
  'edit.paste',
  'edit.copyText',
  'edit.copyTable',
  'edit.copyPicture',
  'edit.duplicate',
  'edit.delete',
  'edit.type',
  'select.all',
  'select.none',
  'select.next',
  'select.previous',
  'select.sameColor',
  'select.sameAuthor',
  'select.sameTag',
  'select.sameKind',
  'select.content',
  'order.front',
  'order.back',
  'order.forward',
  'order.backward',
  'arrange.alignLeft',
  'arrange.alignCenter',
  'arrange.alignRight',
  'arrange.alignTop',
  'arrange.alignMiddle',
  'arrange.alignBottom',
  'arrange.distributeX',
  'arrange.distributeY',
  'arrange.tidyGrid',
  'arrange.tidyColor',
  'arrange.tidyAuthor',
  'arrange.tidyTag',
  'arrange.tidyText',
  'arrange.tidyLength',
  'arrange.tidyTime',
  'arrange.sameSize',
  'arrange.group',
  'arrange.ungroup',
  'arrange.turnRight',
  'arrange.turnLeft',
  'arrange.turnReset',
  'arrange.opacity25',
  'arrange.opacity50',
  'arrange.opacity75',
  'arrange.opacity100',
  'cluster.make',
  'cluster.split',
  'cluster.merge',
  'cluster.dissolve',
  'cluster.collapse',
  'cluster.grid',
  'cluster.column',
  'cluster.pile',
  'cluster.hush',
  'cluster.speak',
  'sort.complete',
  'sort.duplicates',
  'sort.alike',
  'sort.draft',
  'sort.byColor',
  'sort.byTag',
  'sort.byAuthor',
  'sort.byCell',
  'sort.zones',
  'sort.applyZones',
  'draw.connect',
  'mindmap.begin',
  'mindmap.child',
  'mindmap.sibling',
  'mindmap.fold',
  'mindmap.tidy',
  'deck.draw',
  'deck.choose',
  'deck.shuffle',
  'deck.flip',
  'deck.gather',
  'deck.putBack',
  'deck.describe',
  'deck.make',
  'pin.add',
  'pin.note',
  'pin.link',
  'pin.remove',
  'pin.list',
  'map.picture',
  'map.clear',
  'grid.panel',
  'grid.addRow',
  'grid.addColumn',
  'grid.rename',
  'grid.rowUp',
  'grid.rowDown',
  'grid.columnLeft',
  'grid.columnRight',
  'grid.removeRow',
  'grid.removeColumn',
  'matrix.open',
  'radar.open',
  'radar.addRing',
  'radar.addSector',
  'placing.next',
  'placing.spread',
  'edit.lock',
  'edit.unlock',
  'mark.comment',
  'mark.like',
  'mark.love',
  'mark.question',
  'mark.warning',
  'note.new',
  'note.square',
  'note.wide',
  'color.yellow',
  'color.orange',
  'color.red',
  'color.pink',
  'color.purple',
  'color.blue',
  'color.green',
  'color.grey',
  'picture.camera',
  'picture.describe',
  'view.zoomIn',
  'view.zoomOut',
  'view.fit',
  'view.fitSelection',
  'view.actualSize',
  'view.outline',
  'view.snap',
  'view.severalHands',
  'page.palette',
  'page.find',
  'page.findNext',
  'page.findPrevious',
  'page.menu',
  'page.places',
  'page.map',
  'page.help',
] as const;

export type CommandId = (typeof COMMAND_IDS)[number];
export type CommandGroup =
  | 'tools'
  | 'history'
  | 'clipboard'
  | 'edit'
  | 'selection'
  | 'order'
  | 'arrange'
  | 'sort'
  | 'cluster'
  | 'mindmap'
  | 'placing'
  | 'grid'
  | 'deck'
  | 'pins'
  | 'color'
  | 'view'
  | 'page';

/** The parts of the help with sorting. */
export const SORTING_VIEWS = ['complete', 'duplicates', 'alike', 'draft', 'zones'] as const;
export type SortingView = (typeof SORTING_VIEWS)[number];

/** Something of the page, outside the canvas, that a command opens or closes. */
export type PageRequest =
  | 'camera'
  | 'cards'
  | 'comments'
  | 'matrix'
  | 'radar'
  | 'copyPicture'
  | 'decks'
  | 'describe'
  | 'describeCards'
  | 'grid'
  | 'makeDeck'
  | 'outline'
  | 'palette'
  | 'pictures'
  | 'pins'
  | 'find'
  | 'findNext'
  | 'findPrevious'
  | 'places'
  | 'map'
  | 'help'
  /** Pictures that are to lie around a page point: in the deck, or on the map, that is there. */
  | { readonly picturesAt: PagePoint }
  /** The help with sorting, at one of its parts. */
  | { readonly sorting: SortingView }
  /** Clusters of what is selected, by a value: the page knows what they are called. */
  | { readonly groupBy: GroupBy }
  /** The menu of what is selected, or of the wall: at a point of the canvas, or by the selection itself. */
  | { readonly menuAt: ScreenPoint | null };

export interface Command {
  readonly id: CommandId;
  readonly label: MessageId;
  readonly group: CommandGroup;
  /** Name of a lucide icon, in kebab case. */
  readonly icon?: string;
  /** The colour this command gives, for swatches. */
  readonly color?: NoteColor;
  /** Shortcuts as `mod+shift+z`, `n`, `escape`; the first is the one shown. `mod` is ctrl, or ⌘ on a Mac. */
  readonly shortcut?: readonly string[];
  /** Only by its keys: chosen from a list it would mean nothing. */
  readonly keysOnly?: true;
  /** Its keys count wherever the focus is outside dialogs, while one types too. */
  readonly anywhere?: true;
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
