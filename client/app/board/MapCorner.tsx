/** The map of the wall in its corner, where there is a wall to map and room for it. Fetched after the wall is shown. */
import { useSyncExternalStore } from 'react';
import { useBoard, useEditorState } from '../../session/BoardContext.tsx';
import { useMediaQuery } from '../../ui/useMediaQuery.ts';
import { loadMinimap } from './loadPanel.ts';
import { useLoaded } from './useLoaded.ts';

/** Smaller windows need the corner for the wall itself. */
export const WITH_MAP = '(min-width: 900px) and (min-height: 560px)';

export function MapCorner({ onClose }: { onClose: () => void }) {
  const { editor } = useBoard();
  const hasRoom = useMediaQuery(WITH_MAP);
  // After the wall itself: its first view is set when there is something to see.
  const isMeasured = useEditorState((state) => state.viewport.w > 0);
  const isEmpty = useSyncExternalStore(
    (listener) => editor.index.onChange(listener),
    () => editor.index.size === 0,
  );
  // What cannot be fetched is not missed: the list of views and areas says the same.
  const Minimap = useLoaded(hasRoom && !isEmpty && isMeasured, loadMinimap);
  return Minimap && <Minimap onClose={onClose} />;
}
