/**
 * The other person of the canvas benchmark, on a thread of their own, so that their copy weighs on neither the page's time nor its memory.
 * Takes the board, and what is done to it, then moves; answers with updates, as a connection would bring them. No part of the product imports it.
 */
import { BoardDoc, LOCAL } from '../../shared/board/BoardDoc.ts';
import { moveElements } from '../../shared/board/operations.ts';
import type { ElementId } from '../../shared/elements/ElementKind.ts';

type PeerMove =
  | { readonly move: { readonly id: ElementId; readonly x: number; readonly y: number } }
  /** In an area that arranges its content. */
  | { readonly put: { readonly id: ElementId; readonly before: ElementId } };

export type PeerTask =
  | { readonly join: Uint8Array }
  | PeerMove
  /** All that they will do, in their own time: to be asked for each move would weigh on the page that is measured. */
  | { readonly moves: readonly PeerMove[]; readonly perSecond: number };

/** How often they look at the clock. */
const TICK_MS = 10;
/** Whoever is late does not make up for it all at once. */
const MOST_AT_ONCE = 5;

interface Thread {
  onmessage: ((event: MessageEvent<PeerTask>) => void) | null;
  postMessage(update: Uint8Array): void;
}

function serve(thread: Thread): void {
  const board = new BoardDoc();
  board.doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin === LOCAL) thread.postMessage(update);
  });
  const act = (data: PeerMove): void => {
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
  const actAll = (moves: readonly PeerMove[], perSecond: number): void => {
    const started = performance.now();
    let done = 0;
    const timer = setInterval(() => {
      const due = Math.min(moves.length, Math.floor(((performance.now() - started) * perSecond) / 1000));
      for (const move of moves.slice(done, Math.min(due, done + MOST_AT_ONCE))) {
        act(move);
        done++;
      }
      if (done === moves.length) clearInterval(timer);
    }, TICK_MS);
  };
  thread.onmessage = ({ data }) => {
    if ('join' in data) board.applyRemote(data.join);
    else if ('moves' in data) actAll(data.moves, data.perSecond);
    else act(data);
  };
}

serve(self as unknown as Thread);
