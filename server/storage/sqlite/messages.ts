/** What the storage thread and the rest of the server say to each other. Every request gets exactly one answer, in the order of the requests. */
import type { Write } from '../Storage.ts';
import type { Tables } from './Tables.ts';

export const DATABASE_FILE = 'pele-mele.db';

/** Reads by their name in `Tables`; all their arguments are strings. */
export type ReadName =
  | 'findBoard'
  | 'listBoards'
  | 'loadDoc'
  | 'loadClaims'
  | 'findParticipant'
  | 'listParticipants'
  | 'loadCommands';
export type ReadValue<Name extends ReadName> = ReturnType<Tables[Name]>;

export type Request =
  | { readonly id: number; readonly call: 'commit'; readonly batch: readonly Write[] }
  | { readonly id: number; readonly call: 'read'; readonly read: ReadName; readonly args: readonly string[] }
  /** Begins a write and gives it up again: whether the file could be written now. */
  | { readonly id: number; readonly call: 'probe' }
  | { readonly id: number; readonly call: 'close' };

export type Answer =
  | { readonly id: number; readonly ok: true; readonly value: unknown }
  | { readonly id: number; readonly ok: false; readonly code: 'refused' | 'unavailable'; readonly message: string };

export type OpenProblem = 'locked' | 'newer' | 'foreign' | 'damaged' | 'unwritable' | 'no_wal';

export type FromWorker =
  | { readonly type: 'open'; readonly migrated: readonly string[] }
  | { readonly type: 'failed'; readonly problem: OpenProblem; readonly detail: string }
  | { readonly type: 'answers'; readonly answers: readonly Answer[] };

export interface WorkerData {
  readonly folder: string;
}
