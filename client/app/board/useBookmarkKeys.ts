/** Alt and a digit lead to a kept view, wherever the focus is outside dialogs and fields. */
import { useEffect } from 'react';
import { useBoard } from '../../session/BoardContext.tsx';
import { type Bookmarks, WITH_KEYS } from '../../session/bookmarks/Bookmarks.ts';

export function useBookmarkKeys(bookmarks: Bookmarks): void {
  const { editor } = useBoard();
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const { altKey, ctrlKey, metaKey, shiftKey, code, target } = event;
      if (!altKey || ctrlKey || metaKey || shiftKey || event.defaultPrevented) return;
      const number = Number(/^Digit([1-9])$/.exec(code)?.[1] ?? 0);
      const view = number <= WITH_KEYS ? bookmarks.list()[number - 1] : undefined;
      if (!view || (target instanceof Element && target.closest('input, textarea, select, [role=dialog]'))) return;
      event.preventDefault();
      editor.camera.fit(view.box, 8);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [bookmarks, editor]);
}
