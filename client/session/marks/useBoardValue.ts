/** Something gathered from the whole board, anew after it has changed: at most once a frame, whatever the room does. */
import { useEffect, useState } from 'react';
import type { BoardDoc } from '../../../shared/board/BoardDoc.ts';
import { useBoard } from '../BoardContext.tsx';

/** `gather` must be the same function while nothing but the board changes. */
export function useBoardValue<T>(gather: (board: BoardDoc) => T): T {
  const { editor } = useBoard();
  const { board } = editor;
  const [value, setValue] = useState(() => gather(board));
  useEffect(() => {
    let frame = 0;
    const look = (): void => {
      frame = 0;
      setValue(gather(board));
    };
    look();
    const stop = board.onChange(() => {
      frame ||= requestAnimationFrame(look);
    });
    return () => {
      stop();
      cancelAnimationFrame(frame);
    };
  }, [board, gather]);
  return value;
}
