/**
 * Where the pictures of boards stand in the file: the bytes in one table, and in another, small one what is weighed, counted and changed,
 * since SQLite writes a row anew with all its bytes whenever a number in it changes.
 */
import { unreachable } from '../../../shared/lib/assert.ts';
import type { PictureType, PictureUse, PictureWeight, PictureWrite, StoredPicture } from '../Storage.ts';
import type { SqlStatement } from './driver.ts';
import { Refusal } from './Refusal.ts';

const OF_BOARD = 'FROM pictures JOIN boards ON boards.key = pictures.board WHERE boards.id = ?';
const KEPT = 'FROM picture_keeping AS kept JOIN boards ON boards.key = kept.board';

export class PictureTable {
  readonly #sql: (sql: string) => SqlStatement;

  constructor(sql: (sql: string) => SqlStatement) {
    this.#sql = sql;
  }

  /** `last`: the number of the board document's last update. */
  apply(boardKey: number, write: PictureWrite, last: () => number): void {
    switch (write.type) {
      case 'picture':
        this.#keep(boardKey, write);
        break;
      case 'pictureUse':
        this.#count(boardKey, write.used, write.day);
        break;
      case 'dropPicture':
        if (last() !== write.seq) throw new Refusal('the board has been written to since');
        this.#drop(boardKey, write.hash, write.unusedDays);
        break;
      default:
        unreachable(write);
    }
  }

  #keep(boardKey: number, { hash, picture, broughtBy }: Extract<PictureWrite, { type: 'picture' }>): void {
    const { type, width, height, bytes } = picture;
    this.#sql(
      `INSERT INTO pictures (board, hash, type, width, height, weight, bytes) VALUES (?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT (board, hash) DO NOTHING`,
    ).run(boardKey, hash, type, width, height, bytes.length, bytes);
    this.#sql(
      `INSERT INTO picture_keeping (board, hash, weight, brought_by, unused_days, counted_on) VALUES (?, ?, ?, ?, 0, -1)
         ON CONFLICT (board, hash) DO UPDATE SET unused_days = 0`,
    ).run(boardKey, hash, bytes.length, broughtBy ?? null);
  }

  #count(boardKey: number, used: readonly string[], day: number): void {
    this.#sql(
      `UPDATE picture_keeping SET unused_days = unused_days + 1, counted_on = ? WHERE board = ? AND counted_on <> ?`,
    ).run(day, boardKey, day);
    const clear = this.#sql('UPDATE picture_keeping SET unused_days = 0 WHERE board = ? AND hash = ?');
    for (const hash of used) clear.run(boardKey, hash);
  }

  #drop(boardKey: number, hash: string, unusedDays: number): void {
    const gone = this.#sql('DELETE FROM picture_keeping WHERE board = ? AND hash = ? AND unused_days >= ?').run(
      boardKey,
      hash,
      unusedDays,
    );
    if (gone === 0) throw new Refusal('the picture is not there, or in use');
    this.#sql('DELETE FROM pictures WHERE board = ? AND hash = ?').run(boardKey, hash);
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

  weigh(board: string, participant: string): PictureWeight {
    const row = this.#sql(
      `SELECT sum(weight) AS everything, sum(weight) FILTER (WHERE brought_by = ?) AS own ${KEPT} WHERE boards.id = ?`,
    ).get(participant, board);
    return { all: Number(row?.everything ?? 0), own: Number(row?.own ?? 0) };
  }

  list(board: string): PictureUse[] {
    const rows = this.#sql(`SELECT hash, unused_days ${KEPT} WHERE boards.id = ?`).all(board);
    return rows.map((row) => ({ hash: row.hash as string, unusedDays: Number(row.unused_days) }));
  }

  boards(): string[] {
    return this.#sql(`SELECT DISTINCT boards.id ${KEPT}`)
      .all()
      .map(({ id }) => id as string);
  }
}
