/** On a board: what one types in stays in sight above a phone's keyboard. */
import { useEffect } from 'react';
import type { Editor } from '../editor/Editor.ts';
import { followKeyboard } from './keyboard.ts';

export function useKeyboard(editor: Editor): void {
  useEffect(() => {
    let frame = 0;
    const stop = followKeyboard(window, () => {
      cancelAnimationFrame(frame);
      // The canvas tells its new size at the next frame; the one after, the field can be brought into it.
      frame = requestAnimationFrame(() => {
        frame = requestAnimationFrame(() => {
          const id = editor.store.getState().editing;
          const bounds = id === null ? undefined : editor.board.bounds(id);
          if (bounds) editor.camera.reveal(bounds);
        });
      });
    });
    return () => {
      cancelAnimationFrame(frame);
      stop();
    };
  }, [editor]);
}
