/** What the storage thread and the rest of the server say to each other. Every request gets exactly one answer, in the order of the requests. */
import type { DocName, StorageError, Write } from '../Storage.ts';
import type { Tables } from './Tables.ts';

export const DATABASE_FILE = 'pele-mele.db';

/** Reads by their name in `Tables`; all their arguments are strings. */
export type ReadName =
  | 'findBoard'
  | 'listBoards'
  | 'loadDoc'
  | 'listDocs'
  | 'loadClaims'
  | 'loadOwners'
  | 'findParticipant'
  | 'listParticipants'
  | 'loadCommands'
  | 'loadPicture'
  | 'weighPictures'
  | 'listPictures'
  | 'listPicturedBoards';
export type ReadValue<Name extends ReadName> = ReturnType<Tables[Name]>;

/** A write on its way: updates of one document that follow each other are one, their bytes travel apart. */
export type PackedWrite =
  | Exclude<Write, { type: 'append' }>
  | {
      readonly type: 'appends';
      readonly board: string;
      readonly doc: DocName;
      /** Number of the first. */
      readonly seq: number;
      readonly lengths: readonly number[];
    };

export type Request =
  /** Batches that are ready together, an id each; `bytes`: all their updates, one after the other. */
  | {
      readonly call: 'commit';
      readonly batches: readonly { readonly id: number; readonly writes: readonly PackedWrite[] }[];
      readonly bytes: Uint8Array;
    }
  | { readonly id: number; readonly call: 'read'; readonly read: ReadName; readonly args: readonly string[] }
  /** Begins a write and gives it up again: whether the file could be written now. */
  | { readonly id: number; readonly call: 'probe' }
  | { readonly id: number; readonly call: 'close' };

export type Answer =
  | { readonly id: number; readonly ok: true; readonly value: unknown }
  | { readonly id: number; readonly ok: false; readonly code: StorageError['code']; readonly message: string };

export type OpenProblem = 'locked' | 'newer' | 'foreign' | 'damaged' | 'unwritable' | 'no_wal';

export type FromWorker =
  | { readonly type: 'open'; readonly migrated: readonly string[] }
  | { readonly type: 'failed'; readonly problem: OpenProblem; readonly detail: string }
  | { readonly type: 'answers'; readonly answers: readonly Answer[] };

export interface WorkerData {
  readonly folder: string;
}
