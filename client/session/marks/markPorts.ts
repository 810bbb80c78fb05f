/** The board and who is at this screen, as marks are written with them. */
import { useMemo } from 'react';
import type { Editor } from '../../editor/Editor.ts';
import type { MarkPorts } from '../../editor/marks/markWrites.ts';
import { useBoard, useEditorState } from '../BoardContext.tsx';

/** For what happens now. */
export const markPortsOf = ({ board, store }: Pick<Editor, 'board' | 'store'>): MarkPorts => ({
  board,
  who: store.getState().who,
});

/** For what is shown: draws again when role, group or step change. */
export function useMarkPorts(): MarkPorts {
  const { editor } = useBoard();
  const who = useEditorState((state) => state.who);
  return useMemo(() => ({ board: editor.board, who }), [editor, who]);
}
