/** What people are called, by their ids, drawn again when a name is new or another. */
import { useSyncExternalStore } from 'react';
import { useBoard } from '../BoardContext.tsx';

export function useNames(): ReadonlyMap<string, string> {
  const { names } = useBoard().editor;
  return useSyncExternalStore(
    (redraw) => names.onChange(redraw),
    () => names.all,
  );
}
