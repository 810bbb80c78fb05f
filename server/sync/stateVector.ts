/**
 * State vectors as anybody may send them: what a client says it has of a document. Looked at before it is read, since every entry costs
 * more to keep than to send.
 */
import * as decoding from 'lib0/decoding';
import * as Y from 'yjs';

/** Ids a client may know of that the document does not: those it wrote under while it was offline. */
const MOST_UNKNOWN = 1_000;

/**
 * Reads a state vector. `null`: it names so many ids the document lacks that they cannot all be the client's own. Throws on bytes that
 * are none.
 */
export function readStateVector(body: Uint8Array, doc: Y.Doc): ReadonlyMap<number, number> | null {
  const count = decoding.readVarUint(decoding.createDecoder(body));
  return count > doc.store.clients.size + MOST_UNKNOWN ? null : Y.decodeStateVector(body);
}
