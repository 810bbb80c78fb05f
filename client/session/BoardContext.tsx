/** The open board, for every bar and panel around the canvas. */
import { createContext, startTransition, useContext, useEffect, useReducer } from 'react';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import type { Editor } from '../editor/Editor.ts';
import type { EditorState } from '../editor/EditorState.ts';
import type { BoardSession } from '../sync/BoardSession.ts';
import type { SessionState } from '../sync/SessionState.ts';
import type { AllDrafts } from './drafts/AllDrafts.ts';
import type { Pictures } from './pictures/Pictures.ts';

export interface OpenedBoard {
  readonly session: BoardSession;
  readonly editor: Editor;
  readonly drafts: AllDrafts;
  readonly pictures: Pictures;
}

export const BoardContext = createContext<OpenedBoard | null>(null);

export function useBoard(): OpenedBoard {
  const opened = useContext(BoardContext);
  if (!opened) throw new Error('broken invariant: a bar outside BoardContext');
  return opened;
}

/** A part of the session's state. The selector must return the same value while nothing it reads has changed. */
export function useSession<T>(selector: (state: SessionState) => T): T {
  return useStore(useBoard().session.state, selector);
}

/** A part of the editor's state. */
export function useEditorState<T>(selector: (state: EditorState) => T): T {
  return useStore(useBoard().editor.store, selector);
}

/** Draws again when a command may have become possible, impossible, or the one in force. Not while panning or zooming. */
export function useCommands(): Editor['commands'] {
  const { editor } = useBoard();
  useStore(
    editor.store,
    useShallow(({ tool, selection, editing, nextProps, canUndo, canRedo, readOnly, mayAdd, who, pin, cell }) => [
      tool,
      selection,
      editing,
      nextProps,
      canUndo,
      canRedo,
      readOnly,
      mayAdd,
      who,
      pin,
      cell,
    ]),
  );
  const [, redraw] = useReducer((n: number) => n + 1, 0);
  useEffect(() => {
    redraw();
    return editor.selectionNews.subscribe((kind) => {
      // After the wall: a board that comes is painted first.
      if (kind === 'wall') startTransition(redraw);
      else redraw();
    });
  }, [editor]);
  return editor.commands;
}
