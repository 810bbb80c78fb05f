/** An editor on a real board without a screen: commands, gestures and typing as a person would use them, frames by hand. */

import { createEditor, type Editor, type EditorOptions } from '../../client/editor/Editor.ts';
import { createExtras, type Extras } from '../../client/editor/extras.ts';
import type { Notice } from '../../client/editor/Notice.ts';
import type { PresencePort } from '../../client/editor/PresencePort.ts';
import type { TypingField } from '../../client/editor/Typing.ts';
import { BoardDoc } from '../../shared/board/BoardDoc.ts';
import { History } from '../../shared/board/History.ts';
import { createElements } from '../../shared/board/operations.ts';
import type { Presence } from '../../shared/presence/Presence.ts';

export interface EditingPerson {
  readonly editor: Editor;
  readonly board: BoardDoc;
  /** What the others see of this person. */
  readonly presence: Presence;
  readonly notices: Notice[];
  readonly drafts: string[];
}

/** A person at a board; at zoom 1 with the page's origin at the top left of a 1000 × 800 window. */
export function openEditor(options: Partial<EditorOptions> = {}): EditingPerson {
  const board = options.board ?? new BoardDoc();
  const presence: Record<string, unknown> = {};
  const port: PresencePort = {
    set: (patch) => {
      Object.assign(presence, patch);
      for (const key of Object.keys(presence)) if (presence[key] === undefined) delete presence[key];
    },
    others: () => new Map(),
    subscribe: () => () => undefined,
  };
  const drafts: string[] = [];
  const notices: Notice[] = [];
  const editor = createEditor({
    board,
    history: new History(board),
    presence: port,
    me: { participant: 'ana', role: 'participant', hue: 0, name: 'Ana' },
    locale: 'fr',
    theme: 'light',
    readOnly: false,
    onDraft: (text) => drafts.push(text),
    createExtras,
    clock: { now: () => 0, nextFrame: () => () => undefined, isMotionReduced: () => true },
    ...options,
  });
  editor.notices.subscribe((notice) => notices.push(notice));
  editor.camera.resize({ w: 1000, h: 800 }, 1);
  editor.camera.set({ x: 0, y: 0, zoom: 1 });
  return { editor, board, presence, notices, drafts };
}

/** What an editor fetches when it is first wanted: here at once. */
export function extrasOf(editor: Editor): Extras {
  editor.extras.with(() => undefined);
  return editor.extras.now as Extras;
}

/** Puts one element on a board and returns its id. */
export function put(
  board: BoardDoc,
  kind: string,
  at: readonly [number, number],
  rest: { parent?: string; text?: string; size?: readonly [number, number]; props?: Record<string, unknown> } = {},
): string {
  const { parent = null, ...others } = rest;
  const [id] = createElements(board, 'test', [{ kind, parent, at: { x: at[0], y: at[1] }, ...others }]);
  return id as string;
}

/** Two people on one board: what either writes reaches the other when `sync` is called. */
export function connect(a: BoardDoc, b: BoardDoc): { sync(): void } {
  const waiting: (() => void)[] = [];
  const wire = (from: BoardDoc, to: BoardDoc): void => {
    from.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'remote') waiting.push(() => to.applyRemote(update));
    });
  };
  b.applyRemote(a.encodeState());
  wire(a, b);
  wire(b, a);
  return {
    sync: () => {
      for (const deliver of waiting.splice(0)) deliver();
    },
  };
}

/** A text field without a screen: what it shows, and where the caret stands. */
export function createField(editor: Editor): TypingField & { text: string; caret: number; type(insert: string): void } {
  const field = {
    text: '',
    caret: 0,
    open: (_id: string, text: string) => {
      field.text = text;
      field.caret = text.length;
    },
    replace: (text: string, move: (position: number) => number) => {
      field.text = text;
      field.caret = move(field.caret);
    },
    close: () => undefined,
    type: (insert: string) => {
      field.text = field.text.slice(0, field.caret) + insert + field.text.slice(field.caret);
      field.caret += insert.length;
      editor.typing.input(field.text, field.caret);
    },
  };
  editor.typing.attach(field);
  return field;
}
