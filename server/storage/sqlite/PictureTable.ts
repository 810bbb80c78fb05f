/** Where the pictures of boards stand in the file: one row a hash and board, the bytes beside what is known of them. */
import type { PictureType, StoredPicture } from '../Storage.ts';
import type { SqlStatement } from './driver.ts';

const OF_BOARD = 'FROM pictures JOIN boards ON boards.key = pictures.board WHERE boards.id = ?';

export class PictureTable {
  readonly #sql: (sql: string) => SqlStatement;

  constructor(sql: (sql: string) => SqlStatement) {
    this.#sql = sql;
  }

  /** Keeps a picture; one that is there already stays. */
  keep(boardKey: number, hash: string, { type, width, height, bytes }: StoredPicture): void {
    this.#sql(
      `INSERT INTO pictures (board, hash, type, width, height, weight, bytes) VALUES (?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT (board, hash) DO NOTHING`,
    ).run(boardKey, hash, type, width, height, bytes.length, bytes);
  }

  load(board: string, hash: string): StoredPicture | null {
    const row = this.#sql(`SELECT type, width, height, bytes ${OF_BOARD} AND hash = ?`).get(board, hash);
    if (!row) return null;
    const { type, width, height, bytes } = row;
    return {
      type: type as PictureType,
      width: Number(width),
      height: Number(height),
      bytes: bytes as Uint8Array,
    };
  }

  /** Bytes of all pictures of a board. */
  weigh(board: string): number {
    return Number(this.#sql(`SELECT sum(weight) AS weight ${OF_BOARD}`).get(board)?.weight ?? 0);
  }
}
