/**
 * What HTTP asks of the rest of the server, and what the rest may ask of the boards: types only. `server/control/Boards.ts` implements
 * `BoardsPort`, `server/sync` `RoomsPort`, `server/render` `RendererPort`, `server/pictures` `PicturesPort`; `createServer.ts` joins them.
 */
import type { Role } from '../../shared/access/can.ts';
import type { Control, Locale, RosterEntry, SubjectFields } from '../../shared/control/Control.ts';
import type { CommandEnvelope, CommandResult } from '../../shared/control/commands.ts';
import type { BoardFacts } from '../../shared/deliverables/boardJson.ts';
import type { Separator } from '../../shared/deliverables/csv.ts';
import type { Result } from '../../shared/lib/result.ts';

/** A participant of a board as the server's row has it, without the key. */
export interface Person {
  readonly id: string;
  /** Empty when the person chose to have no name. */
  readonly name: string;
  readonly role: Role;
  readonly group: string | null;
  readonly presence: 'room' | 'remote';
  /** Order of arrival from 0; `seat % PEOPLE.length` is the hue. */
  readonly seat: number;
}

export interface NewBoard {
  readonly title?: string;
  readonly template?: string;
  readonly locale?: Locale;
  readonly timeZone?: string;
  readonly fields?: SubjectFields;
  readonly series?: { readonly id: string; readonly label: string };
}

export interface CreatedBoard {
  readonly id: string;
  readonly title: string;
  readonly links: Readonly<Record<'facilitate' | 'participate' | 'watch', string>>;
  readonly secrets: Readonly<Record<'facilitate' | 'participate' | 'watch', string>>;
}

export interface JoinRequest {
  readonly secret: string;
  readonly name?: string;
  readonly group?: string;
  readonly presence?: 'room' | 'remote';
  /** A known participant keeps id and role. Where id or key is wrong, a new participant is made. */
  readonly participant?: { readonly id: string; readonly key: string };
}

export interface Joined {
  readonly participant: { readonly id: string; readonly key: string };
  readonly role: Role;
  readonly ticket: string;
  readonly epoch: string;
}

/** Who a ticket speaks for, read from the participant's row at the moment of the call. */
export interface Admission {
  readonly board: string;
  readonly epoch: string;
  readonly createdAt: number;
  readonly control: Control;
  readonly person: Person;
}

/**
 * Why a ticket opens nothing. On a socket: `ticket_invalid` and `other_board` close 4401, `board_not_found` 4404, `removed` 4403,
 * `other_epoch` 4410. Over HTTP `other_board` answers as `board_not_found`. Whether a board exists is never told to a bad ticket.
 */
export type AdmissionProblem = 'ticket_invalid' | 'other_board' | 'board_not_found' | 'removed' | 'other_epoch';

/** Who can open the links this server writes: this computer only, the local network, or anyone. */
export type Reach = 'computer' | 'network' | 'public';

export interface BoardsPort {
  create(board: NewBoard): Promise<Result<CreatedBoard, 'template_unknown' | 'too_many_attempts'>>;
  /** `board_not_found` for a wrong secret too: the answer never tells which of the two was wrong. */
  join(
    board: string,
    request: JoinRequest,
  ): Promise<Result<Joined, 'board_not_found' | 'removed' | 'too_many_attempts'>>;
  /** Verifies a ticket for this board (signature, age, board, epoch), then reads the participant's row. */
  authorize(board: string, ticket: string): Promise<Result<Admission, AdmissionProblem>>;
  /** Carries out a command of a participant, in one order with everything else about the board; resolves once it is durable. */
  command(
    board: string,
    participant: string,
    envelope: CommandEnvelope,
  ): Promise<{ readonly result: CommandResult; readonly retryAfterSeconds: number }>;
  /** The links a facilitator may show again (the facilitate secret is kept as a hash only); `null` where the instance key changed. */
  links(board: string): Promise<Readonly<Record<'participate' | 'watch', string | null>> | null>;
  /** Every participant of a board by id, for names on pictures; removed ones included. */
  people(board: string): Promise<ReadonlyMap<string, Person>>;
  /** What some of them are called, on disk, by id; who gave no name is left out. */
  names(board: string, participants: Iterable<string>): Promise<ReadonlyMap<string, string>>;
}

export interface RoomsPort {
  /** The board document as one Yjs v1 update, everything in it on disk (waits for the covering commit). Opens the room if need be. */
  state(board: string): Promise<Uint8Array>;
  /** Who is named on the board, as it is shown, everything in it on disk: participant ids. Opens the room if need be. */
  signers(board: string): Promise<ReadonlySet<string>>;
  /** Who is connected now; empty for a room that is not open (never opens it). */
  roster(board: string): readonly RosterEntry[];
  counts(): { readonly rooms: number; readonly connections: number };
  /** Whether some room cannot write to the disk now: nothing is acknowledged until it can. */
  paused(): boolean;
  /** Stops intake, waits until all is on disk, closes every socket with 1012. */
  drain(): Promise<void>;
}

/** A picture a board has. */
export interface KeptPicture {
  /** SHA-256 of its bytes, base64url: its name. */
  readonly hash: string;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** Whether it was not there before. */
  readonly isNew: boolean;
}

/** Why a file becomes no picture. `busy`: too many wait. `failed`: not in time, for reasons of ours. */
export type PictureProblem =
  | 'picture_type'
  | 'picture_damaged'
  | 'picture_pixels'
  | 'board_pictures_full'
  | 'picture_share_full'
  | 'busy'
  | 'failed';

export interface PicturesPort {
  /**
   * Re-encodes a file and keeps it as part of a participant's share (`null`: of a facilitator, who has no share but the whole); resolves
   * once it is durable. Rejects as storage does.
   */
  add(board: string, file: Uint8Array, sharer: string | null): Promise<Result<KeptPicture, PictureProblem>>;
  /** A picture of a board; `null` for a hash it does not have. */
  find(board: string, hash: string): Promise<{ readonly type: string; readonly bytes: Uint8Array } | null>;
}

/** Why there are no meanings. `busy`: too many wait. `failed`: the address has not answered, or not as it should. */
export type MeaningsProblem = 'busy' | 'failed';

/** A model that compares texts by meaning, where the operator has set one. */
export interface MeaningsPort {
  /** Where texts are sent, as people read it. */
  readonly host: string;
  readonly model: string;
  /** One meaning a text, in their order. Never rejects. */
  of(texts: readonly string[]): Promise<Result<number[][], MeaningsProblem>>;
}

/** What is to be written as a table or as JSON. Plain data: it crosses into the worker thread. */
export interface TableRequest {
  readonly format: 'csv' | 'json';
  /** The board document as one Yjs update. */
  readonly update: Uint8Array;
  /** Element id of the area to write; absent: the whole board. */
  readonly area?: string;
  readonly facts: BoardFacts;
  /** Language of the column names; absent: those of the contract. */
  readonly locale?: Locale;
  /** Absent: that of the language. */
  readonly separator?: Separator;
  /** Names by participant id. */
  readonly people: Readonly<Record<string, string>>;
}

/** A file that leaves a board. */
export interface BoardFile {
  readonly bytes: Uint8Array;
  /** What people call the area, where the file shows one only. */
  readonly area?: string;
}

export interface RendererPort {
  /** `failed`: the picture could not be drawn in time, for reasons of ours. Never rejects. */
  renderPng(request: {
    readonly update: Uint8Array;
    /** Element id of the area to draw; absent: the whole board. */
    readonly area?: string;
    readonly scale: number;
    readonly locale: Locale;
    /** Names by participant id. */
    readonly people: Readonly<Record<string, string>>;
    /** The bytes of a picture on the board, by its hash. */
    readonly picture?: (hash: string) => Promise<Uint8Array | null>;
  }): Promise<Result<BoardFile, 'area_unknown' | 'too_large' | 'busy' | 'failed'>>;
  /** The board (or one area) as a table or as JSON, in UTF-8. Never rejects. */
  writeTable(request: TableRequest): Promise<Result<BoardFile, 'area_unknown' | 'busy' | 'failed'>>;
}
