/**
 * The other person of the canvas benchmark, on a thread of their own, so that their copy weighs on neither the page's time nor its memory.
 * Takes the board, and what is done to it, then moves; answers with updates, as a connection would bring them. No part of the product imports it.
 */
import { BoardDoc, LOCAL } from '../../shared/board/BoardDoc.ts';
import { moveElements } from '../../shared/board/operations.ts';
import type { ElementId } from '../../shared/elements/ElementKind.ts';

export type PeerTask =
  | { readonly join: Uint8Array }
  | { readonly move: { readonly id: ElementId; readonly x: number; readonly y: number } }
  /** In an area that arranges its content. */
  | { readonly put: { readonly id: ElementId; readonly before: ElementId } };

interface Thread {
  onmessage: ((event: MessageEvent<PeerTask>) => void) | null;
  postMessage(update: Uint8Array): void;
}

function serve(thread: Thread): void {
  const board = new BoardDoc();
  board.doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin === LOCAL) thread.postMessage(update);
  });
  thread.onmessage = ({ data }) => {
    if ('join' in data) {
      board.applyRemote(data.join);
      return;
    }
    if ('put' in data) {
      const { id, before } = data.put;
      const cell = board.get(before)?.place[3];
      const into = { before, ...(cell !== undefined && { cell }) };
      moveElements(board, 'move', [{ id, parent: board.tree.parent(before), to: { x: 0, y: 0 }, into }]);
      return;
    }
    const { id, x, y } = data.move;
    board.edit('move', (write) => write.set(id, { place: [null, x, y] }));
  };
}

serve(self as unknown as Thread);
