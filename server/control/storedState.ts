/**
 * Boards as the disk has them, without anybody live: what the command line reads when no server is running. Knows no connection.
 */
import { BoardDoc } from '../../shared/board/BoardDoc.ts';
import type { Storage } from '../storage/Storage.ts';

/** The stored state of a board as one Yjs update. Throws where the stored bytes cannot be read. */
export async function storedState(storage: Storage, board: string): Promise<Uint8Array> {
  const { snapshot, updates } = await storage.loadDoc(board, 'board');
  const doc = new BoardDoc();
  for (const update of snapshot ? [snapshot, ...updates] : updates) doc.applyRemote(update);
  return doc.encodeState();
}
