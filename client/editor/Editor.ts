/**
 * The editor of one board: the composition root of camera, selection, gestures, tools, typing, clipboard and commands. It holds wiring
 * only; each part lives in its own file and knows the others as ports. No React and no Konva here; `client/canvas` shows it.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import { can, type Role } from '../../shared/access/can.ts';
import type { BoardDoc } from '../../shared/board/BoardDoc.ts';
import type { History } from '../../shared/board/History.ts';
import type { Locale } from '../../shared/control/Control.ts';
import { Disposables, type Dispose } from '../../shared/lib/disposable.ts';
import { Emitter } from '../../shared/lib/emitter.ts';
import { type NoteColor, THEMES, type ThemeName } from '../../shared/theme/tokens.ts';
import { createTools, type Tools } from '../tools/Tools.ts';
import { BoardIndex } from './BoardIndex.ts';
import { type CameraClock, CameraControl } from './CameraControl.ts';
import { Clipboard } from './clipboard/Clipboard.ts';
import type { CommandRegistry, PageRequest } from './commands/Command.ts';
import { createCommands } from './commands/registry.ts';
import type { EditorState } from './EditorState.ts';
import { Gestures } from './Gestures.ts';
import type { Notice } from './Notice.ts';
import type { PresencePort } from './PresencePort.ts';
import { refuseKind, type Who } from './rights.ts';
import { Selection } from './Selection.ts';
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
  /** Text that a person was typing in an element which another deleted. */
  readonly onDraft?: (text: string) => void;
  /** Frames and reduced motion; the browser's unless a test gives its own. */
  readonly clock?: CameraClock;
}

export type ReadonlyStore<T> = Pick<StoreApi<T>, 'getState' | 'subscribe' | 'getInitialState'>;

export interface Editor {
  readonly board: BoardDoc;
  readonly history: History;
  readonly presence: PresencePort;
  readonly me: Me;
  readonly store: ReadonlyStore<EditorState>;
  readonly commands: CommandRegistry;
  /** What to tell the person; the canvas reads `announce` aloud, the page shows `notice`. */
  readonly notices: Pick<Emitter<Notice>, 'subscribe'>;
  /** What commands ask of the page around the canvas. */
  readonly requests: Pick<Emitter<PageRequest>, 'subscribe'>;
  readonly camera: CameraControl;
  readonly selection: Selection;
  readonly gestures: Gestures;
  readonly typing: Typing;
  readonly tools: Tools;
  readonly clipboard: Clipboard;
  readonly writes: Writes;
  readonly index: BoardIndex;
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
  /** The colour of the next note. */
  setNoteColor(color: NoteColor): void;
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
    editing: null,
    noteColor: 'yellow',
    canUndo: history.canUndo,
    canRedo: history.canRedo,
    readOnly: options.readOnly,
    who: { role: me.role, group: null, step: undefined, id: me.participant },
    mayAdd: true,
    mayLock: can(me.role, 'lock'),
    busy: false,
    locale: options.locale,
    theme: THEMES[options.theme],
  }));

  const index = new BoardIndex(board);
  disposables.add(() => index.dispose());
  const camera = new CameraControl(store, options.clock);
  disposables.add(() => camera.dispose());
  const selection = new Selection({ store, board, index, presence, notify });
  disposables.add(() => selection.dispose());
  const gestures = new Gestures({ store, presence });
  const typing = new Typing({
    store,
    board,
    history,
    presence,
    notify,
    onDraft: options.onDraft ?? (() => undefined),
  });
  disposables.add(() => typing.dispose());
  const writes = new Writes({ store, board, history, index, selection, notify });
  const clipboard = new Clipboard({ store, board, index, camera, selection, writes, notify });
  const tools = createTools(
    createToolPorts({ store, board, index, camera, selection, gestures, typing, writes, notify }),
  );
  const commands = createCommands({
    store,
    board,
    history,
    index,
    camera,
    selection,
    typing,
    writes,
    clipboard,
    tools,
    notify,
    ask: (request) => requests.emit(request),
  });
  disposables.add(history.onChange(() => store.setState({ canUndo: history.canUndo, canRedo: history.canRedo })));

  return {
    board,
    history,
    presence,
    me,
    store,
    commands,
    notices,
    requests,
    camera,
    selection,
    gestures,
    typing,
    tools,
    clipboard,
    writes,
    index,
    setTheme: (theme) => store.setState({ theme: THEMES[theme] }),
    setLocale: (locale) => store.setState({ locale }),
    setReadOnly: (readOnly) => {
      if (readOnly === store.getState().readOnly) return;
      tools.cancel();
      typing.end();
      if (readOnly) tools.use('select');
      store.setState({ readOnly });
    },
    setWho: (who) => {
      store.setState({ who });
      // A tool that would make what this step does not take is laid down.
      const { tool } = store.getState();
      if ((tool === 'text' || tool === 'frame' || tool === 'note') && refuseKind(who, tool)) tools.use('select');
    },
    setMayAdd: (mayAdd) => {
      if (mayAdd === store.getState().mayAdd) return;
      if (!mayAdd) tools.use('select');
      store.setState({ mayAdd });
    },
    setMayLock: (mayLock) => store.setState({ mayLock }),
    setNoteColor: (noteColor) => store.setState({ noteColor }),
    dispose: () => {
      tools.cancel();
      typing.end();
      disposables.dispose();
    },
  };
}
