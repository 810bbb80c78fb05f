/**
 * Something gathered from the whole board, anew after it has changed: at once where nothing has changed for a while, then a few times a
 * second, whatever the room does. Where it comes to the same, nobody draws again.
 */
import { useEffect, useState } from 'react';
import type { BoardDoc } from '../../../shared/board/BoardDoc.ts';
import { isEqual } from '../../../shared/lib/equal.ts';
import { useBoard } from '../BoardContext.tsx';

/** A room that writes changes its board a hundred times a second, and each gathering walks all of it. */
const GATHER_MS = 250;

/** `gather` must be the same function while nothing but the board changes. */
export function useBoardValue<T>(gather: (board: BoardDoc) => T): T {
  const { editor } = useBoard();
  const { board } = editor;
  const [value, setValue] = useState(() => gather(board));
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let last = Number.NEGATIVE_INFINITY;
    const look = (): void => {
      timer = undefined;
      last = Date.now();
      const next = gather(board);
      setValue((old) => (isEqual(old, next) ? old : next));
    };
    look();
    const stop = board.onChange(() => {
      timer ??= setTimeout(look, Math.max(0, last + GATHER_MS - Date.now()));
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [board, gather]);
  return value;
}
