/** All commands, assembled from their families. */
import type { StoreApi } from 'zustand/vanilla';
import type { BoardDoc } from '../../../shared/board/BoardDoc.ts';
import type { History } from '../../../shared/board/History.ts';
import { assert } from '../../../shared/lib/assert.ts';
import { TOOLS } from '../../tools/registry.ts';
import { TOOL_IDS } from '../../tools/Tool.ts';
import type { Tools } from '../../tools/Tools.ts';
import type { BoardIndex } from '../BoardIndex.ts';
import type { CameraControl } from '../CameraControl.ts';
import type { Clipboard } from '../clipboard/Clipboard.ts';
import type { Clusters } from '../clusters/Clusters.ts';
import type { Decks } from '../decks/Decks.ts';
import type { EditorState } from '../EditorState.ts';
import type { Extras } from '../extras.ts';
import type { Grids } from '../grid/Grids.ts';
import type { Later } from '../Later.ts';
import type { MindMaps } from '../mindmap/MindMaps.ts';
import type { Notify } from '../Notice.ts';
import type { Placing } from '../Placing.ts';
import type { MapPins } from '../pins/MapPins.ts';
import { refuseKind } from '../rights.ts';
import type { Selection } from '../Selection.ts';
import type { Rules } from '../sorting/Rules.ts';
import type { Typing } from '../Typing.ts';
import type { Writes } from '../Writes.ts';
import { createArrangeCommands } from './arrangeCommands.ts';
import { COMMAND_IDS, type Command, type CommandId, type CommandRegistry, type PageRequest } from './Command.ts';
import { createClusterCommands } from './clusterCommands.ts';
import { createDeckCommands } from './deckCommands.ts';
import { createDrawCommands } from './drawCommands.ts';
import { createEditCommands } from './editCommands.ts';
import { createGridCommands } from './gridCommands.ts';
import { createHistoryCommands } from './historyCommands.ts';
import { createMarkCommands } from './markCommands.ts';
import { createMindMapCommands } from './mindMapCommands.ts';
import { createPageCommands } from './pageCommands.ts';
import { createPictureCommands } from './pictureCommands.ts';
import { createPinCommands } from './pinCommands.ts';
import { createPlacingCommands } from './placingCommands.ts';
import { createSelectCommands } from './selectCommands.ts';
import { createSortCommands } from './sortCommands.ts';
import { createToolCommands } from './toolCommands.ts';
import { createTransferCommands } from './transferCommands.ts';
import { createViewCommands } from './viewCommands.ts';

/** What commands may use of the editor. */
export interface CommandPorts {
  readonly store: StoreApi<EditorState>;
  readonly board: BoardDoc;
  readonly history: History;
  readonly index: BoardIndex;
  readonly camera: CameraControl;
  readonly selection: Selection;
  readonly typing: Typing;
  readonly writes: Writes;
  readonly extras: Later<Extras>;
  readonly rules: Rules;
  readonly clipboard: Clipboard;
  readonly clusters: Clusters;
  readonly mindMaps: MindMaps;
  readonly placing: Placing;
  readonly decks: Decks;
  readonly mapPins: MapPins;
  readonly grids: Grids;
  readonly tools: Tools;
  readonly notify: Notify;
  readonly ask: (request: PageRequest) => void;
}

export function createCommands(ports: CommandPorts): CommandRegistry {
  const families = [
    ...createToolCommands(ports),
    ...createHistoryCommands(ports),
    ...createMarkCommands(ports),
    ...createEditCommands(ports),
    ...createClusterCommands(ports),
    ...createArrangeCommands(ports),
    ...createDrawCommands(ports),
    ...createSortCommands(ports),
    ...createSelectCommands(ports),
    ...createPictureCommands(ports),
    ...createViewCommands(ports),
    ...createPageCommands(ports),
    ...createTransferCommands(ports),
    ...createMindMapCommands(ports),
    ...createPlacingCommands(ports),
    ...createDeckCommands(ports),
    ...createPinCommands(ports),
    ...createGridCommands(ports),
  ];
  const byId = new Map<CommandId, Command>(
    families.map((command) => [command.id, inTurn(ports, command.writes ? guard(ports.store, command) : command)]),
  );
  const get = (id: CommandId): Command => {
    const command = byId.get(id);
    assert(command, `every command id has a command: ${id}`);
    return command;
  };
  return {
    list: COMMAND_IDS.map(get),
    get,
    run(id) {
      const command = get(id);
      if (command.enabled()) command.run();
    },
  };
}

/** Whatever is chosen while something waits for what does it comes after that, and is done if it still can be. */
const inTurn = ({ extras }: CommandPorts, command: Command): Command => ({
  ...command,
  run: () => {
    if (extras.isAwaited) extras.after(() => command.enabled() && command.run());
    else command.run();
  },
});

/** Commands that put something new on the board, and of which kind, where that is known. */
const ADDING: ReadonlyMap<CommandId, string | null> = new Map<CommandId, string | null>([
  ...TOOL_IDS.flatMap((id) => (TOOLS[id].adds === undefined ? [] : [[`tool.${id}`, TOOLS[id].adds] as const])),
  ['draw.connect', 'connector'],
  ['cluster.make', 'cluster'],
  ['cluster.split', 'cluster'],
  ['note.new', 'note'],
  ['mindmap.begin', 'note'],
  ['mindmap.child', 'note'],
  ['mindmap.sibling', 'note'],
  ['picture.camera', 'image'],
  ['deck.make', 'deck'],
  ...(['sort.byColor', 'sort.byTag', 'sort.byAuthor', 'sort.byCell'] as const).map((id) => [id, 'cluster'] as const),
  ['edit.paste', null],
  ['edit.duplicate', null],
]);

/** A command that writes is never offered to who may not write, one that adds never where nothing, or nothing of its kind, may be added. */
const guard = (store: StoreApi<EditorState>, command: Command): Command => ({
  ...command,
  enabled: () => {
    const { readOnly, mayAdd, who } = store.getState();
    if (readOnly) return false;
    const kind = ADDING.get(command.id);
    if (kind !== undefined && (!mayAdd || (kind !== null && refuseKind(who, kind)))) return false;
    return command.enabled();
  },
});
