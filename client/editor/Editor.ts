/**
 * The editor of one board: the composition root of camera, selection, gestures, tools, typing, clipboard and commands. It holds wiring
 * only; each part lives in its own file and knows the others as ports. No React and no Konva here; `client/canvas` shows it.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import { can, type Role } from '../../shared/access/can.ts';
import type { BoardDoc } from '../../shared/board/BoardDoc.ts';
import type { History } from '../../shared/board/History.ts';
import type { Locale } from '../../shared/control/Control.ts';
import type { Props } from '../../shared/elements/ElementKind.ts';
import { Disposables, type Dispose } from '../../shared/lib/disposable.ts';
import { Emitter } from '../../shared/lib/emitter.ts';
import { THEMES, type ThemeName } from '../../shared/theme/tokens.ts';
import { TOOLS } from '../tools/registry.ts';
import { createTools, type Tools } from '../tools/Tools.ts';
import { Arranging } from './Arranging.ts';
import { BoardIndex } from './BoardIndex.ts';
import { type CameraClock, CameraControl } from './CameraControl.ts';
import { Clipboard } from './clipboard/Clipboard.ts';
import { Clusters } from './clusters/Clusters.ts';
import type { CommandRegistry, PageRequest } from './commands/Command.ts';
import { createCommands } from './commands/registry.ts';
import { Decks } from './decks/Decks.ts';
import { type EditorState, withNextProps } from './EditorState.ts';
import type { ExtraPorts, Extras } from './extras.ts';
import { Gestures } from './Gestures.ts';
import { Grids } from './grid/Grids.ts';
import { Later } from './Later.ts';
import { MindMaps } from './mindmap/MindMaps.ts';
import { Names } from './Names.ts';
import type { Notice } from './Notice.ts';
import { Permits } from './Permits.ts';
import { NO_PICTURES, type PicturesPort } from './PicturesPort.ts';
import { Placing } from './Placing.ts';
import type { PresencePort } from './PresencePort.ts';
import { MapPins } from './pins/MapPins.ts';
import { refuseKind, type Who } from './rights.ts';
import { Selection } from './Selection.ts';
import { SelectionNews } from './SelectionNews.ts';
import { Rules } from './sorting/Rules.ts';
import { Typing } from './Typing.ts';
import { createToolPorts } from './toolPorts.ts';
import { Writes } from './Writes.ts';

/** Who is at this screen. */
export interface Me {
  readonly participant: string;
  readonly role: Role;
  readonly hue: number;
  readonly name: string;
}

export interface EditorOptions {
  readonly board: BoardDoc;
  readonly history: History;
  readonly presence: PresencePort;
  readonly me: Me;
  readonly locale: Locale;
  readonly theme: ThemeName;
  readonly readOnly: boolean;
  /** Whether this is a large touch screen, such as a room's. */
  readonly isSharedScreen?: boolean;
  /** What was chosen on this device before. */
  readonly isSnapping?: boolean;
  readonly hasSeveralHands?: boolean;
  /** Which board it is: what is copied from one to another is told apart by it. */
  readonly boardId?: string;
  readonly pictures?: PicturesPort;
  /** A picture of another board, for what is pasted from there; `null` where it cannot be had. */
  readonly fetchPicture?: (board: string, hash: string) => Promise<Blob | null>;
  /** Text that a person was typing in an element which another deleted. */
  readonly onDraft?: (text: string) => void;
  /** What is else fetched when somebody first asks for it. */
  readonly createExtras?: (ports: ExtraPorts) => Extras | Promise<Extras>;
  /** Frames and reduced motion; the browser's unless a test gives its own. */
  readonly clock?: CameraClock;
}

export type ReadonlyStore<T> = Pick<StoreApi<T>, 'getState' | 'subscribe' | 'getInitialState'>;

export interface Editor {
  readonly board: BoardDoc;
  readonly history: History;
  readonly presence: PresencePort;
  readonly me: Me;
  /** Who is called what, also of those who are not here. */
  readonly names: Names;
  readonly store: ReadonlyStore<EditorState>;
  readonly commands: CommandRegistry;
  /** What to tell the person; the canvas reads `announce` aloud, the page shows `notice`. */
  readonly notices: Pick<Emitter<Notice>, 'subscribe'>;
  /** What commands ask of the page around the canvas. */
  readonly requests: Pick<Emitter<PageRequest>, 'subscribe'>;
  readonly camera: CameraControl;
  readonly selection: Selection;
  readonly selectionNews: SelectionNews;
  readonly gestures: Gestures;
  readonly typing: Typing;
  readonly tools: Tools;
  readonly clipboard: Clipboard;
  readonly pictures: PicturesPort;
  readonly writes: Writes;
  readonly clusters: Clusters;
  readonly mindMaps: MindMaps;
  readonly placing: Placing;
  readonly arranging: Arranging;
  /** What comes when it is first asked for. */
  readonly extras: Later<Extras>;
  readonly decks: Decks;
  readonly mapPins: MapPins;
  readonly grids: Grids;
  readonly index: BoardIndex;
  /** Two fingers hold two things at once: asks, once, whether several people stand at this screen. */
  offerSeveralHands(): void;
  setTheme(theme: ThemeName): void;
  setLocale(locale: Locale): void;
  /** Follows the role: a viewer pans, zooms and selects, nothing else. */
  setReadOnly(readOnly: boolean): void;
  /** Follows role, group and step. */
  setWho(who: Who): void;
  /** Follows the step: whether anything may be added. */
  setMayAdd(mayAdd: boolean): void;
  /** Follows the role: who may lock. */
  setMayLock(mayLock: boolean): void;
  /** How the next element of a kind will look, beside what was chosen for it before. */
  setNextProps(kind: string, props: Props): void;
  /** What a search has found; `null`: nobody is searching. */
  setFound(found: EditorState['found']): void;
  /** Asks the page around the canvas for something, as a command does. */
  ask(request: PageRequest): void;
  dispose: Dispose;
}

export function createEditor(options: EditorOptions): Editor {
  const { board, history, presence, me } = options;
  const disposables = new Disposables();
  const notices = new Emitter<Notice>();
  const requests = new Emitter<PageRequest>();
  const notify = (notice: Notice): void => notices.emit(notice);
  const store = createStore<EditorState>(() => ({
    tool: 'select',
    camera: { x: -400, y: -300, zoom: 1 },
    viewport: { w: 800, h: 600 },
    selection: new Set(),
    pin: null,
    cell: null,
    editing: null,
    nextProps: { note: { color: 'yellow' } },
    canUndo: history.canUndo,
    canRedo: history.canRedo,
    readOnly: options.readOnly,
    who: { role: me.role, group: null, step: undefined, id: me.participant },
    mayAdd: true,
    mayLock: can(me.role, 'lock'),
    isSnapping: options.isSnapping ?? true,
    hasSeveralHands: options.hasSeveralHands ?? false,
    busy: false,
    found: null,
    locale: options.locale,
    theme: THEMES[options.theme],
  }));

  const names = new Names({ board, presence, me });
  disposables.add(names.dispose);
  const index = new BoardIndex(board);
  disposables.add(() => index.dispose());
  const camera = new CameraControl(store, options.clock);
  disposables.add(() => camera.dispose());
  const selection = new Selection({ store, board, index, presence, notify });
  disposables.add(() => selection.dispose());
  const selectionNews = new SelectionNews({ store, board });
  disposables.add(() => selectionNews.dispose());
  const gestures = new Gestures({ store, presence });
  const typing = new Typing({
    store,
    board,
    history,
    presence,
    notify,
    onDraft: options.onDraft ?? (() => undefined),
    onDescribe: () => requests.emit('describe'),
  });
  disposables.add(() => typing.dispose());
  const permits = new Permits({ store, board, notify });
  const writes = new Writes({ store, board, history, index, selection, permits, notify });
  const pictures = options.pictures ?? NO_PICTURES;
  const boardId = options.boardId ?? null;
  const locale = (): Locale => store.getState().locale;
  const clusters = new Clusters({ board, index, permits, notify });
  const placing = new Placing({ store, board, camera, selection, permits, notify });
  const rules = new Rules(board, index);
  disposables.add(() => rules.dispose());
  const arranging = new Arranging({ board, permits, notify });
  // Fetched further down, with all that comes later.
  const inTurn: Pick<Later<Extras>, 'with'> = { with: (act) => extras.with(act) };
  const mindMaps = new MindMaps({ store, board, camera, selection, typing, writes, permits, notify, extras: inTurn });
  const decks = new Decks({ board, index, selection, notify });
  disposables.add(() => decks.dispose());
  const mapPins = new MapPins({ store, board, index, selection, writes, permits, notify });
  disposables.add(() => mapPins.dispose());
  const grids = new Grids({ store, board, camera, selection, typing, permits, notify });
  disposables.add(() => grids.dispose());
  const fetchPicture = options.fetchPicture ?? (() => Promise.resolve(null));
  const asked = {
    ...{
      store,
      board,
      boardId,
      index,
      camera,
      selection,
      typing,
      writes,
      permits,
      pictures,
      fetchPicture,
      notify,
      locale,
    },
    ...{ clusters, decks, mapPins, placing },
  };
  const extras = new Later<Extras>(
    () => options.createExtras?.(asked) ?? import('./extras.ts').then((it) => it.createExtras(asked)),
    (code, run) =>
      notify({ kind: 'notice', id: 'editor.notice.notHere', values: { code }, offer: { run, label: 'common.retry' } }),
    { get: () => selection.ids, set: (ids: ReadonlySet<string>) => selection.set(ids, { silently: true }) },
  );
  disposables.add(() => {
    extras.dispose();
    extras.now?.mapChanges.dispose();
  });
  // Whoever takes something up will want it next: fetched by then, nothing that is pressed overtakes it.
  disposables.add(
    store.subscribe(({ selection: now }, { selection: before }) => {
      if (now !== before && now.size > 0) void extras.ahead();
    }),
  );
  const clipboard = new Clipboard({
    ...{ store, board, boardId, index, camera, selection },
    ...{ extras, pictures, mindMaps, notify },
  });
  const ask = (request: PageRequest): void => requests.emit(request);
  const hands = { store, board, index, camera, selection, gestures, typing };
  const parts = {
    ...hands,
    writes,
    clusters,
    arranging,
    mindMaps,
    decks,
    mapPins,
    grids,
    extras,
    permits,
    notify,
    ask,
  };
  const tools = createTools(createToolPorts(parts), (hand) => createToolPorts(parts, hand));
  const commands = createCommands({
    store,
    board,
    history,
    index,
    camera,
    selection,
    typing,
    writes,
    extras,
    rules,
    clipboard,
    clusters,
    mindMaps,
    placing,
    decks,
    mapPins,
    grids,
    tools,
    notify,
    ask,
  });
  let wasOffered = false;
  disposables.add(history.onChange(() => store.setState({ canUndo: history.canUndo, canRedo: history.canRedo })));

  return {
    board,
    history,
    presence,
    me,
    names,
    store,
    commands,
    notices,
    requests,
    camera,
    selection,
    selectionNews,
    gestures,
    typing,
    tools,
    clipboard,
    clusters,
    mindMaps,
    placing,
    pictures,
    writes,
    arranging,
    extras,
    decks,
    mapPins,
    grids,
    index,
    offerSeveralHands: () => {
      if (wasOffered || store.getState().hasSeveralHands || !options.isSharedScreen) return;
      wasOffered = true;
      const offer = { command: 'view.severalHands', label: 'arrange.notice.handsTake' } as const;
      notify({ kind: 'notice', id: 'arrange.notice.handsOffer', offer });
    },
    setTheme: (theme) => store.setState({ theme: THEMES[theme] }),
    setLocale: (locale) => store.setState({ locale }),
    setReadOnly: (readOnly) => {
      if (readOnly === store.getState().readOnly) return;
      tools.cancel();
      if (readOnly) tools.use('select');
      store.setState({ readOnly });
      // Only then: what may not be written any more is not taken away for being empty.
      typing.end();
    },
    setWho: (who) => {
      store.setState({ who });
      typing.check();
      // A tool that would make what this step does not take is laid down.
      const { tool } = store.getState();
      const { adds } = TOOLS[tool];
      if (adds !== undefined && refuseKind(who, adds)) tools.use('select');
    },
    setMayAdd: (mayAdd) => {
      if (mayAdd === store.getState().mayAdd) return;
      if (!mayAdd) tools.use('select');
      store.setState({ mayAdd });
    },
    setMayLock: (mayLock) => store.setState({ mayLock }),
    setNextProps: (kind, props) => store.setState(({ nextProps }) => withNextProps(nextProps, kind, props)),
    setFound: (found) => store.setState({ found }),
    ask,
    dispose: () => {
      tools.cancel();
      typing.end();
      disposables.dispose();
    },
  };
}
