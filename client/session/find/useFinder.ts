/** The search as the page has it: one for as long as its panel is open; what it finds is ringed on the wall. */
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { useBoard } from '../BoardContext.tsx';
import { Finder, type FinderState } from './Finder.ts';
import { showHit } from './showHit.ts';
import { tagsOf } from './tagsOf.ts';

const later = (ms: number, run: () => void): (() => void) => {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
};

export function useFinder(): { readonly finder: Finder; readonly state: FinderState } {
  const { editor } = useBoard();
  const finder = useMemo(
    () => new Finder({ board: editor.board, index: editor.index, tagsOf, later, now: () => performance.now() }),
    [editor],
  );
  useEffect(() => () => finder.dispose(), [finder]);
  const state = useSyncExternalStore(finder.subscribe, finder.state);
  const current = state.hits[state.at];

  useEffect(() => {
    editor.setFound({ ids: new Set(state.hits), at: current ?? null });
  }, [editor, state.hits, current]);
  useEffect(() => () => editor.setFound(null), [editor]);
  // The view follows one's own steps and questions, not what others write, move and delete meanwhile.
  const { looks } = state;
  useEffect(() => {
    const { current } = finder;
    if (looks > 0 && current !== null) showHit(editor, current);
  }, [editor, finder, looks]);
  return { finder, state };
}
