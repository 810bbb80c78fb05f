/** What a change of a document comes to, as Yjs writes it out: the only bytes that are ever stored or passed on. */
import type * as Y from 'yjs';

/** The update that comes of `run`, with all its parts in one transaction; `null` where it changed nothing. Throws what `run` throws. */
export function producedUpdate(doc: Y.Doc, run: () => void): Uint8Array | null {
  let produced: Uint8Array | null = null;
  const keep = (bytes: Uint8Array): void => {
    produced = bytes;
  };
  // Not for ever: with somebody listening Yjs writes every transaction out, those too that nobody needs.
  doc.on('update', keep);
  try {
    run();
  } finally {
    doc.off('update', keep);
  }
  return produced;
}
