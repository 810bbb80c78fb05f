/**
 * What support and the browser tests may read of an open board from the console, as `peleMele`: copies, never the board itself. It shows
 * nothing that the person at this screen does not see anyway, and changes nothing.
 */
import { useEffect } from 'react';
import type { Box } from '../../../shared/geometry/box.ts';
import { toScreen } from '../../editor/Camera.ts';
import type { Editor } from '../../editor/Editor.ts';
import type { BoardSession } from '../../sync/BoardSession.ts';

/** An element in page units, its position absolute. */
export interface InspectedElement {
  readonly id: string;
  readonly kind: string;
  readonly text: string;
  readonly parent: string | null;
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
  readonly color: unknown;
  /** How far it is turned, where its kind is. */
  readonly angle: unknown;
  /** All it covers on the page: of a line between two elements, where that line is now. */
  readonly covers: Box;
  readonly tags: readonly string[];
  /** Whether it is folded away in a mind map. */
  readonly isHidden: boolean;
}

export interface BoardInspection {
  /** Every element in painting order. */
  elements(): readonly InspectedElement[];
  status(): string;
  /** Modifications not yet known to be on the server's disk. */
  unsaved(): number;
  /** A page point in CSS pixels from the canvas's top left. */
  toScreen(x: number, y: number): { readonly x: number; readonly y: number };
  camera(): { readonly x: number; readonly y: number; readonly zoom: number };
  /** What others show live: pointer, selection, drag. */
  others(): readonly { readonly name: string; readonly presence: unknown }[];
}

export function inspectBoard({ board, state, presence }: BoardSession, { store }: Editor): BoardInspection {
  return {
    elements: () =>
      board.tree.descendants(null).flatMap((id) => {
        const element = board.get(id);
        const frame = board.frame(id);
        const covers = board.bounds(id);
        if (!element || !frame || !covers) return [];
        const { kind, text, props, marks } = element;
        const tags = marks.tags.map(({ name }) => name);
        const looks = { color: props.color, angle: props.angle, covers, tags, isHidden: board.isHidden(id) };
        return [{ id, kind, text, parent: board.tree.parent(id), ...frame, ...looks }];
      }),
    status: () => state.getState().status,
    unsaved: () => state.getState().unsaved,
    toScreen: (x, y) => toScreen(store.getState().camera, { x, y }),
    camera: () => store.getState().camera,
    others: () =>
      [...presence.others().values()].map(({ entry, presence: shown }) => ({ name: entry.name, presence: shown })),
  };
}

/** Offers the inspection of the board that is shown, as long as it is. */
export function useInspection(session: BoardSession, editor: Editor): void {
  useEffect(() => {
    const scope = globalThis as { peleMele?: BoardInspection };
    scope.peleMele = inspectBoard(session, editor);
    return () => {
      delete scope.peleMele;
    };
  }, [session, editor]);
}
