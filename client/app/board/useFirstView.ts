/** What one sees on arriving: the whole board, or on a phone its beginning at a size one can read; for whoever has just made it, the agenda. */
import { useEffect, useRef } from 'react';
import { useApp } from '../AppContext.tsx';
import { useBoard, useEditorState } from '../../session/BoardContext.tsx';

const VISITED = 'pelemele.visited.';
/** On a phone a whole workshop would be a stamp. */
const PHONE_ZOOM = 0.36;

export function useFirstView(phone: boolean, onFirstVisitOfFacilitator: () => void): void {
  const { editor, session } = useBoard();
  const { storage } = useApp();
  const ready = useEditorState((state) => state.viewport.w > 0);
  const done = useRef(false);

  useEffect(() => {
    if (!ready || done.current) return;
    // The canvas has told its size by the next frame; only then is there something to fit into.
    const frame = requestAnimationFrame(() => {
      done.current = true;
      editor.commands.run('view.fit');
      if (phone && editor.camera.current.zoom < PHONE_ZOOM) showBeginning(editor);
    });
    return () => cancelAnimationFrame(frame);
  }, [ready, editor, phone]);

  const visit = useRef(onFirstVisitOfFacilitator);
  useEffect(() => {
    const key = VISITED + session.id;
    if (storage.get(key) !== null) return;
    storage.set(key, '1');
    if (!phone && session.state.getState().me?.role === 'facilitator') visit.current();
  }, [session, storage, phone]);
}

/** The top left of what stands on the board, at a readable size. */
function showBeginning({ board, camera }: ReturnType<typeof useBoard>['editor']): void {
  let first: { readonly x: number; readonly y: number } | null = null;
  for (const id of board.tree.children(null)) {
    const box = board.frame(id);
    if (box && board.get(id)?.kind === 'frame' && (!first || box.y < first.y || (box.y === first.y && box.x < first.x)))
      first = box;
  }
  if (first) camera.set({ x: first.x - 24 / PHONE_ZOOM, y: first.y - 72 / PHONE_ZOOM, zoom: PHONE_ZOOM });
}
