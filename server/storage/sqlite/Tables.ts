/**
 * The statements behind `Storage`: one method a kind of write, one a read. Runs in the storage worker only, inside the transaction the
 * worker has opened; knows nothing of threads. A broken rule throws `Refusal`; what the disk says passes through as `SqlError`.
 */

import { ROLES, type Role } from '../../../shared/access/can.ts';
import type { Control } from '../../../shared/control/Control.ts';
import { unreachable } from '../../../shared/lib/assert.ts';
import {
  type BoardRow,
  type CommandRow,
  type DocName,
  KEPT_COMMANDS,
  type LinkRow,
  type ParticipantRow,
  type Write,
} from '../Storage.ts';
import type { SqlDatabase, SqlRow, SqlStatement } from './driver.ts';
import { PictureTable } from './PictureTable.ts';
import { PrivateShelves, privateShelf, type Shelf } from './PrivateShelves.ts';
import { Refusal } from './Refusal.ts';

/** A write as this thread applies it: several updates of one document, one after the other, are one. */
export type StoredWrite =
  | Write
  | {
      readonly type: 'appends';
      readonly board: string;
      readonly doc: DocName;
      /** Number of the first. */
      readonly seq: number;
      readonly updates: readonly Uint8Array[];
    };

/** A document's bytes in one piece, cheap to hand to another thread: update n is `lengths[n]` bytes, one after the other. */
export interface PackedDoc {
  readonly seq: number;
  readonly snapshot: Uint8Array | null;
  readonly lengths: readonly number[];
  readonly bytes: Uint8Array;
}

const PRIVATE = 'private/';

const BOARD_SHELF: Shelf = { log: 'log', snapshots: 'snapshots' };

/** A document's row, and where its bytes stand: private ones apart, so that erasing them never touches a board. */
interface Doc {
  readonly key: number;
  readonly shelf: Shelf;
}

/** The same, and the number of its last update. */
interface Head extends Doc {
  last: number;
}
/** Documents whose heads are kept. */
const MAX_HEADS = 2_000;
/** Statements kept ready: those of private documents are others for each board. */
const MAX_STATEMENTS = 500;

export class Tables {
  readonly #db: SqlDatabase;
  readonly #statements = new Map<string, SqlStatement>();
  /** Documents this thread has appended to, by board and name: nobody else writes, so what was read once holds until a rollback. */
  readonly #heads = new Map<string, Head>();
  readonly #private: PrivateShelves;
  readonly #pictures: PictureTable;

  constructor(db: SqlDatabase) {
    this.#db = db;
    this.#private = new PrivateShelves(db, (sql) => this.#sql(sql));
    this.#pictures = new PictureTable((sql) => this.#sql(sql));
  }

  #sql(sql: string): SqlStatement {
    let statement = this.#statements.get(sql);
    if (!statement) {
      statement = this.#db.prepare(sql);
      if (this.#statements.size >= MAX_STATEMENTS) this.#statements.clear();
      this.#statements.set(sql, statement);
    }
    return statement;
  }

  /** The transaction was rolled back, all or in part: what was read or written in it does not hold. */
  forget(): void {
    this.#heads.clear();
  }

  apply(write: StoredWrite): void {
    switch (write.type) {
      case 'createBoard':
        this.#createBoard(write.board);
        break;
      case 'control':
        this.#setControl(write.board, write.control);
        break;
      case 'links':
        this.#setLinks(this.#boardKey(write.board), write.links);
        break;
      case 'participant':
        this.#setParticipant(write.participant);
        break;
      case 'command':
        this.#keepCommand(this.#boardKey(write.board), write);
        break;
      case 'append':
        this.#append(write.board, write.doc, write.seq, [write.update]);
        break;
      case 'appends':
        this.#append(write.board, write.doc, write.seq, write.updates);
        break;
      case 'claim':
        this.#claim(write.board, write.clientId, write.participant);
        break;
      case 'owner':
        this.#setOwner(this.#boardKey(write.board), write.element, write.participant);
        break;
      case 'snapshot':
        this.#snapshot(write.board, write.doc, write.seq, write.state);
        break;
      case 'erase':
        this.#erase(write.board, write.doc);
        break;
      case 'picture':
      case 'pictureUse':
      case 'dropPicture':
        this.#pictures.apply(this.#boardKey(write.board), write, () => this.#head(write.board, 'board').last);
        break;
      default:
        unreachable(write);
    }
  }

  #findBoardKey(id: string): number | null {
    return (this.#sql('SELECT key FROM boards WHERE id = ?').get(id)?.key as number | undefined) ?? null;
  }

  #boardKey(id: string): number {
    const key = this.#findBoardKey(id);
    if (key === null) throw new Refusal('no such board');
    return key;
  }

  #createBoard(board: BoardRow): void {
    if (this.#findBoardKey(board.id) !== null) throw new Refusal('the board exists already');
    this.#sql('INSERT INTO boards (id, created_at, epoch, control) VALUES (?, ?, ?, ?)').run(
      board.id,
      board.createdAt,
      board.epoch,
      JSON.stringify(board.control),
    );
    this.#setLinks(this.#boardKey(board.id), board.links);
  }

  #setControl(board: string, control: Control): void {
    const changed = this.#sql('UPDATE boards SET control = ? WHERE id = ?').run(JSON.stringify(control), board);
    if (changed === 0) throw new Refusal('no such board');
  }

  #setLinks(boardKey: number, links: BoardRow['links']): void {
    const put = this.#sql('INSERT OR REPLACE INTO links (board, role, hash, sealed) VALUES (?, ?, ?, ?)');
    for (const role of ROLES) put.run(boardKey, role, links[role].hash, links[role].sealed);
  }

  #setParticipant(row: ParticipantRow): void {
    this.#sql(
      `INSERT OR REPLACE INTO participants
         (board, id, key_hash, name, role, team, team_given, presence, removed, seat, created_at)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ).run(
      this.#boardKey(row.board),
      row.id,
      row.keyHash,
      row.name,
      row.role,
      row.group,
      row.isGroupGiven ? 1 : 0,
      row.presence,
      row.removed ? 1 : 0,
      row.seat,
      row.createdAt,
    );
  }

  #keepCommand(boardKey: number, { participant, id, rev }: CommandRow): void {
    this.#sql('INSERT INTO commands (board, participant, id, rev) VALUES (?, ?, ?, ?)').run(
      boardKey,
      participant,
      id,
      rev,
    );
    this.#sql(
      `DELETE FROM commands WHERE key IN
         (SELECT key FROM commands WHERE board = ? AND participant = ? ORDER BY key DESC LIMIT -1 OFFSET ?)`,
    ).run(boardKey, participant, KEPT_COMMANDS);
  }

  #findDoc(board: string, doc: string): Doc | null {
    const row = this.#sql(
      'SELECT docs.key, docs.board FROM docs JOIN boards ON boards.key = docs.board WHERE boards.id = ? AND docs.name = ?',
    ).get(board, doc);
    if (!row) return null;
    return { key: Number(row.key), shelf: doc.startsWith(PRIVATE) ? privateShelf(Number(row.board)) : BOARD_SHELF };
  }

  #doc(board: string, doc: string): Doc {
    const found = this.#findDoc(board, doc);
    if (found !== null) return found;
    const boardKey = this.#boardKey(board);
    if (doc.startsWith(PRIVATE)) this.#private.make(boardKey);
    this.#sql('INSERT INTO docs (board, name) VALUES (?, ?)').run(boardKey, doc);
    return this.#doc(board, doc);
  }

  /** The last sequence number of a document, and that of its snapshot. */
  #sequence({ key, shelf }: Doc): { readonly last: number; readonly snapshot: number } {
    const newest = this.#sql(`SELECT max(seq) AS seq FROM ${shelf.log} WHERE doc = ?`).get(key)?.seq ?? null;
    const snapshot = Number(this.#sql(`SELECT seq FROM ${shelf.snapshots} WHERE doc = ?`).get(key)?.seq ?? 0);
    return { last: newest === null ? snapshot : Number(newest), snapshot };
  }

  #head(board: string, doc: string): Head {
    const name = `${board}/${doc}`;
    let head = this.#heads.get(name);
    if (!head) {
      const found = this.#doc(board, doc);
      head = { ...found, last: this.#sequence(found).last };
      if (this.#heads.size >= MAX_HEADS) this.#heads.clear();
      this.#heads.set(name, head);
    }
    return head;
  }

  /** Appends updates, the first of them under the number `seq`. */
  #append(board: string, doc: string, seq: number, updates: readonly Uint8Array[]): void {
    const head = this.#head(board, doc);
    if (seq !== head.last + 1) throw new Refusal(`append ${seq} after ${head.last}`);
    const insert = this.#sql(`INSERT INTO ${head.shelf.log} (doc, seq, bytes) VALUES (?, ?, ?)`);
    for (const update of updates) insert.run(head.key, ++head.last, update);
  }

  #claim(board: string, clientId: number, participant: string): void {
    if (!Number.isSafeInteger(clientId) || clientId < 0) throw new Refusal('not a client id');
    const key = this.#boardKey(board);
    const holder = this.#sql('SELECT participant FROM claims WHERE board = ? AND client = ?').get(key, clientId);
    if (holder?.participant === participant) return;
    if (holder) throw new Refusal('the client id is claimed already');
    this.#sql('INSERT INTO claims (board, client, participant) VALUES (?, ?, ?)').run(key, clientId, participant);
  }

  #setOwner(boardKey: number, element: string, participant: string | null): void {
    if (participant === null) {
      this.#sql('DELETE FROM owners WHERE board = ? AND element = ?').run(boardKey, element);
    } else {
      this.#sql('INSERT OR IGNORE INTO owners (board, element, participant) VALUES (?, ?, ?)').run(
        boardKey,
        element,
        participant,
      );
    }
  }

  #snapshot(board: string, doc: string, seq: number, state: Uint8Array): void {
    const found = this.#doc(board, doc);
    const { key, shelf } = found;
    const { last, snapshot } = this.#sequence(found);
    if (seq > last || seq < snapshot) throw new Refusal(`snapshot ${seq} of a log from ${snapshot} to ${last}`);
    this.#sql(`INSERT OR REPLACE INTO ${shelf.snapshots} (doc, seq, state) VALUES (?, ?, ?)`).run(key, seq, state);
    this.#sql(`DELETE FROM ${shelf.log} WHERE doc = ? AND seq <= ?`).run(key, seq);
  }

  #erase(board: string, doc: string): void {
    const boardKey = this.#boardKey(board);
    if (!doc.startsWith(PRIVATE)) throw new Refusal('only private documents can be erased');
    const found = this.#findDoc(board, doc);
    if (found === null) return;
    this.#heads.delete(`${board}/${doc}`);
    this.#private.erase(boardKey, found.key);
    this.#sql('DELETE FROM docs WHERE board = ? AND key = ?').run(boardKey, found.key);
  }

  /** After the last write of a transaction: of what was erased in it, no copy is left in the file. Answers whether anything was. */
  scrub(): boolean {
    return this.#private.scrub();
  }

  findBoard(id: string): BoardRow | null {
    const row = this.#sql('SELECT * FROM boards WHERE id = ?').get(id);
    return row ? this.#toBoard(row) : null;
  }

  listBoards(): BoardRow[] {
    return this.#sql('SELECT * FROM boards ORDER BY created_at DESC, key DESC')
      .all()
      .map((row) => this.#toBoard(row));
  }

  #toBoard(row: SqlRow): BoardRow {
    const links = this.#sql('SELECT role, hash, sealed FROM links WHERE board = ?').all(row.key as number);
    const byRole = links.map((link): [string, LinkRow] => [
      link.role as string,
      { hash: link.hash as Uint8Array, sealed: link.sealed as Uint8Array | null },
    ]);
    return {
      id: row.id as string,
      createdAt: Number(row.created_at),
      epoch: row.epoch as string,
      control: JSON.parse(row.control as string) as Control,
      links: Object.fromEntries(byRole) as Record<Role, LinkRow>,
    };
  }

  loadDoc(board: string, doc: string): PackedDoc {
    const found = this.#findDoc(board, doc);
    if (found === null) return { seq: 0, snapshot: null, lengths: [], bytes: new Uint8Array(0) };
    const { key, shelf } = found;
    const updates = this.#sql(`SELECT bytes FROM ${shelf.log} WHERE doc = ? ORDER BY seq`).all(key);
    const lengths = updates.map((row) => (row.bytes as Uint8Array).length);
    const bytes = new Uint8Array(lengths.reduce((total, length) => total + length, 0));
    let offset = 0;
    for (const row of updates) {
      bytes.set(row.bytes as Uint8Array, offset);
      offset += (row.bytes as Uint8Array).length;
    }
    const state = this.#sql(`SELECT state FROM ${shelf.snapshots} WHERE doc = ?`).get(key)?.state as
      | Uint8Array
      | undefined;
    return { seq: this.#sequence(found).last, snapshot: state ?? null, lengths, bytes };
  }

  listDocs(board: string): DocName[] {
    const rows = this.#sql('SELECT docs.name FROM docs JOIN boards ON boards.key = docs.board WHERE boards.id = ?').all(
      board,
    );
    return rows.map(({ name }) => name as DocName);
  }

  loadClaims(board: string): Map<number, string> {
    const rows = this.#sql(
      'SELECT client, participant FROM claims JOIN boards ON boards.key = claims.board WHERE boards.id = ?',
    ).all(board);
    return new Map(rows.map((row) => [Number(row.client), row.participant as string]));
  }

  loadOwners(board: string): Map<string, string> {
    const rows = this.#sql(
      'SELECT element, participant FROM owners JOIN boards ON boards.key = owners.board WHERE boards.id = ?',
    ).all(board);
    return new Map(rows.map((row) => [row.element as string, row.participant as string]));
  }

  findParticipant(board: string, id: string): ParticipantRow | null {
    const row = this.#sql(`${PARTICIPANTS} WHERE boards.id = ? AND participants.id = ?`).get(board, id);
    return row ? toParticipant(row) : null;
  }

  listParticipants(board: string): ParticipantRow[] {
    return this.#sql(`${PARTICIPANTS} WHERE boards.id = ? ORDER BY seat, participants.id`)
      .all(board)
      .map(toParticipant);
  }

  loadCommands(board: string): CommandRow[] {
    return this.#sql(
      `SELECT participant, commands.id, rev FROM commands
         JOIN boards ON boards.key = commands.board WHERE boards.id = ? ORDER BY commands.key`,
    )
      .all(board)
      .map((row) => ({ participant: row.participant as string, id: row.id as string, rev: Number(row.rev) }));
  }

  readonly loadPicture: PictureTable['load'] = (board, hash) => this.#pictures.load(board, hash);
  readonly weighPictures: PictureTable['weigh'] = (board, participant) => this.#pictures.weigh(board, participant);
  readonly listPictures: PictureTable['list'] = (board) => this.#pictures.list(board);
  readonly listPicturedBoards: PictureTable['boards'] = () => this.#pictures.boards();
}

const PARTICIPANTS = `SELECT boards.id AS board_id, participants.* FROM participants JOIN boards ON boards.key = participants.board`;

const toParticipant = (row: SqlRow): ParticipantRow => ({
  board: row.board_id as string,
  id: row.id as string,
  keyHash: row.key_hash as Uint8Array,
  name: row.name as string,
  role: row.role as Role,
  group: row.team as string | null,
  isGroupGiven: row.team_given === 1,
  presence: row.presence as 'room' | 'remote',
  removed: row.removed === 1,
  seat: Number(row.seat),
  createdAt: Number(row.created_at),
});
