/** Which area a panel is about: the one that is selected, or holds what is selected; else the one it was about before, or the first there is. */
import { useCallback, useEffect, useState } from 'react';
import type { BoardDoc } from '../../../shared/board/BoardDoc.ts';
import type { Element, ElementId } from '../../../shared/elements/ElementKind.ts';
import { useBoard, useEditorState } from '../BoardContext.tsx';
import { useBoardValue } from '../marks/useBoardValue.ts';

export interface PanelArea<E extends Element> {
  readonly area: E | null;
  /** All of that kind on the board, for a choice. */
  readonly all: readonly { readonly id: ElementId; readonly text: string }[];
  choose(id: ElementId): void;
  /** The one thing in it that is selected; `null`: none, or several. */
  readonly selected: ElementId | null;
}

/** `as` reads an element as one of the kind the panel is about; the same function at each call. */
export function usePanelArea<E extends Element>(as: (element: Element | undefined) => E | null): PanelArea<E> {
  const { editor } = useBoard();
  const { board } = editor;
  const selection = useEditorState((state) => state.selection);
  const [kept, setKept] = useState<ElementId | null>(null);
  const around = (id: ElementId): ElementId | null => {
    for (let at: ElementId | null = id; at !== null; at = board.tree.parent(at)) if (as(board.get(at))) return at;
    return null;
  };
  const areas = new Set([...selection].map(around));
  const [only] = areas;
  const wanted = (areas.size === 1 ? only : null) ?? kept;
  useEffect(() => setKept(wanted), [wanted]);
  const gather = useCallback(
    (from: BoardDoc) => {
      const all = [...from.elements()].flatMap((element) => as(element) ?? []);
      const area = all.find(({ id }) => id === wanted) ?? all[0] ?? null;
      return { area, all: all.map(({ id, text }) => ({ id, text: text.trim() })) };
    },
    [as, wanted],
  );
  const { area, all } = useBoardValue(gather);
  const [one] = selection.size === 1 ? selection : [];
  const selected = one !== undefined && area !== null && one !== area.id ? one : null;
  // The one that is selected counts: what is chosen here is selected.
  const choose = (id: ElementId): void => {
    setKept(id);
    editor.selection.set([id]);
  };
  return { area, all, choose, selected };
}
