/**
 * The only file that knows libsql. Its native half aborts the whole process on values it does not expect, so nothing reaches it but
 * arrays of checked values; and what it returns is made plain: no `_metadata`, every blob a `Uint8Array` of its own.
 */
import Libsql from 'libsql';

export type SqlValue = string | number | bigint | Uint8Array | null;
export type SqlRow = Readonly<Record<string, SqlValue>>;

/** What SQLite answered instead of a result; `code` is its name for it, e.g. `SQLITE_FULL`. */
export class SqlError extends Error {
  constructor(
    readonly code: string,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

export interface SqlStatement {
  /** Runs a statement that returns no rows; answers how many rows it changed. */
  run(...values: readonly SqlValue[]): number;
  get(...values: readonly SqlValue[]): SqlRow | undefined;
  all(...values: readonly SqlValue[]): SqlRow[];
}

export interface SqlDatabase {
  readonly inTransaction: boolean;
  exec(sql: string): void;
  prepare(sql: string): SqlStatement;
  close(): void;
}

/** Throws a TypeError for a value libsql must never see: booleans, dates, `undefined`, NaN and infinities, plain objects. */
export function assertBindable(value: unknown): asserts value is SqlValue {
  if (value === null || typeof value === 'string' || typeof value === 'bigint') return;
  if (typeof value === 'number' && Number.isFinite(value)) return;
  if (value instanceof Uint8Array) return;
  throw new TypeError(`cannot bind a value of type ${value === undefined ? 'undefined' : typeof value}`);
}

function attempt<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof SqlError || error instanceof TypeError) throw error;
    const { code, message } = error as { code?: unknown; message?: unknown };
    throw new SqlError(typeof code === 'string' ? code : 'SQLITE_CANTOPEN', String(message), { cause: error });
  }
}

function bind(values: readonly SqlValue[]): SqlValue[] {
  for (const value of values) assertBindable(value);
  return [...values];
}

function plain(row: Record<string, unknown>): SqlRow {
  const clean: Record<string, SqlValue> = {};
  for (const [name, value] of Object.entries(row)) {
    if (name === '_metadata') continue;
    // `all` gives ArrayBuffers where `get` gives Buffers: both become Uint8Arrays that own exactly their bytes.
    if (value instanceof ArrayBuffer) clean[name] = new Uint8Array(value);
    else if (Buffer.isBuffer(value)) clean[name] = new Uint8Array(value);
    else clean[name] = value as SqlValue;
  }
  return clean;
}

/** Opens (or creates) a database file. `busyTimeoutMs`: how long a statement waits for another process's lock. Throws `SqlError`. */
export function openDatabase(path: string, options: { readonly busyTimeoutMs: number }): SqlDatabase {
  const db = attempt(() => new Libsql(path, { timeout: options.busyTimeoutMs }));
  attempt(() => db.exec(`PRAGMA busy_timeout = ${Math.trunc(options.busyTimeoutMs)}`));
  return {
    get inTransaction() {
      return db.inTransaction;
    },
    exec: (sql) => void attempt(() => db.exec(sql)),
    prepare(sql) {
      const statement = attempt(() => db.prepare(sql));
      return {
        run: (...values) => attempt(() => statement.run(bind(values)).changes),
        get: (...values) => {
          const row = attempt(() => statement.get(bind(values)) as Record<string, unknown> | undefined);
          return row && plain(row);
        },
        all: (...values) => attempt(() => statement.all(bind(values)) as Record<string, unknown>[]).map(plain),
      };
    },
    close: () => void attempt(() => db.close()),
  };
}
