/**
 * The one door to the disk. Everything that belongs together is one `commit`: all of its writes are durable (fsync) when the promise
 * resolves, or none is. Implementations: memory (tests) and SQLite; one contract suite runs against both.
 */
import type { Role } from '../../shared/access/can.ts';
import type { Control } from '../../shared/control/Control.ts';

/** Which document of a board: the shared one, or one participant's private one. */
export type DocName = 'board' | `private/${string}`;

export interface BoardRow {
  readonly id: string;
  /** UTC milliseconds. */
  readonly createdAt: number;
  /** Random; changed by a restore. */
  readonly epoch: string;
  readonly control: Control;
  readonly links: Readonly<Record<Role, LinkRow>>;
}

/** A link's secret as it may be kept: always its SHA-256; sealed with the instance key where facilitators may show it again. */
export interface LinkRow {
  readonly hash: Uint8Array;
  readonly sealed: Uint8Array | null;
}

export interface ParticipantRow {
  readonly board: string;
  readonly id: string;
  readonly keyHash: Uint8Array;
  readonly name: string;
  readonly role: Role;
  readonly group: string | null;
  /** Whether a facilitator has decided on the group, or on none: from then on the choice is no longer the participant's. */
  readonly isGroupGiven: boolean;
  readonly presence: 'room' | 'remote';
  readonly removed: boolean;
  /** Order of arrival on this board, from 0: gives the person's hue. */
  readonly seat: number;
  readonly createdAt: number;
}

/** A command that was carried out: kept so that the same one, sent again after a loss of connection or of the server, is not done twice. */
export interface CommandRow {
  readonly participant: string;
  /** Chosen by the sender. */
  readonly id: string;
  /** Of the control state after it. */
  readonly rev: number;
}

export type PictureType = 'image/jpeg' | 'image/png' | 'image/webp';

/** A picture of a board as it is kept: re-encoded by this server. */
export interface StoredPicture {
  readonly type: PictureType;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  readonly bytes: Uint8Array;
}

/** A picture of a board, and for how long nothing has named it. */
export interface PictureUse {
  readonly hash: string;
  /** Days on which nothing was found to name it, since something last was. */
  readonly unusedDays: number;
}

/** Bytes of the pictures of a board: of all of them, and of those one participant has brought. */
export interface PictureWeight {
  readonly all: number;
  readonly own: number;
}

/** Of each participant, so many of the last commands are kept. */
export const KEPT_COMMANDS = 64;

export type Write =
  | { readonly type: 'createBoard'; readonly board: BoardRow }
  | { readonly type: 'control'; readonly board: string; readonly control: Control }
  | { readonly type: 'links'; readonly board: string; readonly links: BoardRow['links'] }
  | { readonly type: 'participant'; readonly participant: ParticipantRow }
  | ({ readonly type: 'command'; readonly board: string } & CommandRow)
  /** Appends one update. `seq` must be the document's last `seq` + 1: anything else fails the whole commit. */
  | {
      readonly type: 'append';
      readonly board: string;
      readonly doc: DocName;
      readonly seq: number;
      readonly update: Uint8Array;
    }
  /** The document's client id belongs to this participant from now on; the first claim wins, another participant's fails the commit. */
  | { readonly type: 'claim'; readonly board: string; readonly clientId: number; readonly participant: string }
  /**
   * The element belongs to this participant from now on; where it belongs to somebody already, it stays theirs. `null`: to nobody any
   * more.
   */
  | { readonly type: 'owner'; readonly board: string; readonly element: string; readonly participant: string | null }
  /** Replaces the log up to and including `seq` by one state. */
  | {
      readonly type: 'snapshot';
      readonly board: string;
      readonly doc: DocName;
      readonly seq: number;
      readonly state: Uint8Array;
    }
  /**
   * Takes a private document off the disk with all that was ever written in it: once the commit resolves, no byte of it is in any file.
   * Its next update is number 1 again. One that does not exist is as good.
   */
  | { readonly type: 'erase'; readonly board: string; readonly doc: DocName }
  | PictureWrite;

export type PictureWrite =
  /**
   * Keeps a picture under the hash of its bytes, as part of a participant's share or of nobody's. The same hash again changes neither, and
   * counts as a use.
   */
  | {
      readonly type: 'picture';
      readonly board: string;
      readonly hash: string;
      readonly picture: StoredPicture;
      readonly broughtBy?: string;
    }
  /** What was found on a day: these pictures of the board are named somewhere, the others are not. Each day counts once. */
  | { readonly type: 'pictureUse'; readonly board: string; readonly used: readonly string[]; readonly day: number }
  /**
   * Takes a picture away. Refused where it has not been unused for so many days, and where the board document has been written to since its
   * update number `seq`.
   */
  | {
      readonly type: 'dropPicture';
      readonly board: string;
      readonly hash: string;
      readonly unusedDays: number;
      readonly seq: number;
    };

/** A document as the disk has it: a state, then the updates after it, in order. */
export interface StoredDoc {
  /** Sequence number of the last update in `updates` (or of the snapshot); 0 for an empty document. */
  readonly seq: number;
  readonly snapshot: Uint8Array | null;
  readonly updates: readonly Uint8Array[];
}

/**
 * Why a commit or a read failed. `refused`: the batch breaks a rule and never will succeed. `unavailable`: the disk; retry the same bytes.
 * `damaged`: what was to be read is there and makes no sense; trying again changes nothing, writing would make it worse.
 */
export class StorageError extends Error {
  constructor(
    readonly code: 'refused' | 'unavailable' | 'damaged',
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

export interface Storage {
  /** `disk`: synced before a commit resolves. `memory`: nothing outlives the process; tests only. `/healthz` says which. */
  readonly durability: 'disk' | 'memory';
  /** Makes a batch durable, all or nothing. Batches become durable in the order of the calls. Rejects with a `StorageError`. */
  commit(batch: readonly Write[]): Promise<void>;
  findBoard(id: string): Promise<BoardRow | null>;
  /** Every board, the newest first. */
  listBoards(): Promise<readonly BoardRow[]>;
  loadDoc(board: string, doc: DocName): Promise<StoredDoc>;
  /** The documents of a board that hold something, in no order. */
  listDocs(board: string): Promise<readonly DocName[]>;
  /** All claims of a board: document client id → participant id. */
  loadClaims(board: string): Promise<ReadonlyMap<number, string>>;
  /** Whose elements are: element id → participant id, of deleted ones too. */
  loadOwners(board: string): Promise<ReadonlyMap<string, string>>;
  findParticipant(board: string, id: string): Promise<ParticipantRow | null>;
  listParticipants(board: string): Promise<readonly ParticipantRow[]>;
  /** The last `KEPT_COMMANDS` commands of each participant, the oldest first. */
  loadCommands(board: string): Promise<readonly CommandRow[]>;
  /** A picture of a board, or `null`. */
  loadPicture(board: string, hash: string): Promise<StoredPicture | null>;
  weighPictures(board: string, participant: string): Promise<PictureWeight>;
  /** The pictures of a board, without their bytes. */
  listPictures(board: string): Promise<readonly PictureUse[]>;
  /** The boards that keep pictures, in no order. */
  listPicturedBoards(): Promise<readonly string[]>;
  /** Whether a write would succeed now, for `/readyz`: free space, lock, disk. */
  check(): Promise<{ readonly ok: boolean; readonly detail: string }>;
  /** Waits for what is under way, then lets go of the files. */
  close(): Promise<void>;
}
