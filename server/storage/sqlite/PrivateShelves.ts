/**
 * Where private documents stand: two tables of their own for each board that has some, made with its first and dropped with its last. What
 * is erased there leaves no copy behind, and costs what this one board holds: SQLite overwrites what is deleted (`secure_delete`), but not
 * what it moved from page to page before; of a table that is emptied whole it overwrites every page, and a board shares its pages with no
 * other. Knows no transaction and no document by name.
 */
import type { SqlDatabase, SqlRow, SqlStatement } from './driver.ts';

/** The tables that hold the bytes of a document. */
export interface Shelf {
  readonly log: string;
  readonly snapshots: string;
}

/** The shelf of a board's private documents. */
export const privateShelf = (boardKey: number): Shelf => ({
  log: `private_log_${boardKey}`,
  snapshots: `private_snapshots_${boardKey}`,
});

/**
 * What makes the shelf of a board. Released, and part of a migration: never edited. Without REFERENCES: SQLite would empty such a table row
 * by row, and leave the pages between as they were.
 */
export const createPrivateShelf = (boardKey: number): string => {
  const { log, snapshots } = privateShelf(boardKey);
  return `
    CREATE TABLE IF NOT EXISTS ${log} (
      doc INTEGER NOT NULL,
      seq INTEGER NOT NULL,
      bytes BLOB NOT NULL,
      PRIMARY KEY (doc, seq)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS ${snapshots} (
      doc INTEGER PRIMARY KEY,
      seq INTEGER NOT NULL,
      state BLOB NOT NULL
    ) STRICT;
  `;
};

export class PrivateShelves {
  readonly #db: SqlDatabase;
  readonly #sql: (sql: string) => SqlStatement;
  /** Boards of which something was erased in this transaction. */
  readonly #erased = new Set<number>();

  /** `sql`: prepares a statement, or has it ready. */
  constructor(db: SqlDatabase, sql: (sql: string) => SqlStatement) {
    this.#db = db;
    this.#sql = sql;
  }

  /** The board is about to have a private document. */
  make(boardKey: number): void {
    this.#db.exec(createPrivateShelf(boardKey));
  }

  /** Takes what is written in a document off its shelf. */
  erase(boardKey: number, docKey: number): void {
    const { log, snapshots } = privateShelf(boardKey);
    this.#sql(`DELETE FROM ${log} WHERE doc = ?`).run(docKey);
    this.#sql(`DELETE FROM ${snapshots} WHERE doc = ?`).run(docKey);
    this.#erased.add(boardKey);
  }

  /**
   * After the last write of a transaction: of boards of which something was erased, what stays is written anew, and a shelf on which
   * nothing stays goes. Answers whether anything was erased.
   */
  scrub(): boolean {
    const boards = [...this.#erased];
    this.#erased.clear();
    for (const boardKey of boards) {
      const { log, snapshots } = privateShelf(boardKey);
      // Where what made the shelf was taken back, there is none.
      if (!this.#exists(log)) continue;
      if (this.#hasDocs(boardKey)) {
        this.#rewrite(log, 'bytes');
        this.#rewrite(snapshots, 'state');
      } else this.#db.exec(`DROP TABLE ${log}; DROP TABLE ${snapshots}`);
    }
    return boards.length > 0;
  }

  #rewrite(table: string, content: 'bytes' | 'state'): void {
    const rows: SqlRow[] = this.#sql(`SELECT doc, seq, ${content} FROM ${table}`).all();
    this.#sql(`DELETE FROM ${table}`).run();
    const put = this.#sql(`INSERT INTO ${table} (doc, seq, ${content}) VALUES (?, ?, ?)`);
    for (const row of rows) put.run(row.doc ?? null, row.seq ?? null, row[content] ?? null);
  }

  #exists(table: string): boolean {
    const found = this.#sql(`SELECT count(*) AS n FROM sqlite_schema WHERE type = 'table' AND name = ?`).get(table);
    return found?.n === 1;
  }

  #hasDocs(boardKey: number): boolean {
    const found = this.#sql(`SELECT count(*) AS n FROM docs WHERE board = ? AND name LIKE 'private/%'`).get(boardKey);
    return Number(found?.n) > 0;
  }
}
