/** What is selected as a picture: on the clipboard where the browser allows it (not on plain http), else as a file. */

import type { ElementId } from '../../../../shared/elements/ElementKind.ts';
import { type PaintableBoard, paintOrder } from '../../../../shared/elements/paintScene.ts';
import { type ExportPngOptions, exportPng } from '../../../canvas/exportPng.ts';

export type CopiedPicture =
  | { readonly at: 'clipboard' }
  | { readonly at: 'file'; readonly blob: Blob }
  | { readonly at: 'nowhere' };

/** A board that holds these elements and what lies in them, and nothing else. */
export function only(board: PaintableBoard, ids: Iterable<ElementId>): PaintableBoard {
  const wanted = new Set(ids);
  for (const id of [...wanted]) for (const inner of board.tree.descendants(id)) wanted.add(inner);
  const isWanted = (id: ElementId): boolean => wanted.has(id);
  return {
    get: (id) => board.get(id),
    element: (id) => board.element(id),
    frame: (id) => board.frame(id),
    tree: {
      origin: (id) => board.tree.origin(id),
      children: (id) => board.tree.children(id).filter(isWanted),
      descendants: (id) => (id === null ? paintOrder(board).filter(isWanted) : board.tree.descendants(id)),
    },
  };
}

/** Two pixels a board unit: sharp in a document, not heavy. */
const SCALE = 2;

export async function copyPicture(
  board: PaintableBoard,
  ids: Iterable<ElementId>,
  options: Pick<ExportPngOptions, 'locale' | 'person' | 'loadPicture'>,
): Promise<CopiedPicture> {
  const part = only(board, ids);
  const paint = async (): Promise<Blob | null> => {
    for (const scale of [SCALE, 1]) {
      const painted = await exportPng(part, { scale, ...options });
      if (painted.ok) return painted.value;
    }
    return null;
  };
  const painting = paint();
  if (window.isSecureContext && typeof ClipboardItem !== 'undefined' && navigator.clipboard) {
    const png = painting.then((blob) => blob ?? Promise.reject(new Error('too large')));
    try {
      await navigator.clipboard.write([new ClipboardItem({ 'image/png': png })]);
      return { at: 'clipboard' };
    } catch {
      // Refused by the person's settings, or too large: a file does it too.
    }
  }
  const blob = await painting;
  return blob ? { at: 'file', blob } : { at: 'nowhere' };
}
