/** The open outline, for its parts. */
import { createContext, useContext, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import type { OutlineController, OutlineState } from './OutlineController.ts';
import type { OutlineModel } from './OutlineModel.ts';

export interface OpenedOutline {
  readonly model: OutlineModel;
  readonly controller: OutlineController;
}

export const OutlineContext = createContext<OpenedOutline | null>(null);

export function useOutline(): OpenedOutline {
  const opened = useContext(OutlineContext);
  if (!opened) throw new Error('broken invariant: a part of the outline outside OutlineContext');
  return opened;
}

export const useOutlineState = <T>(selector: (state: OutlineState) => T): T =>
  useStore(useOutline().controller.store, selector);

/** Draws again when the lines have changed, now and then at most. */
export function useLines(): OutlineModel {
  const { model } = useOutline();
  useSyncExternalStore(
    (listener) => model.subscribe(listener),
    () => model.version,
  );
  return model;
}
