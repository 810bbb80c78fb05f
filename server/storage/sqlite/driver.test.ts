import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { assertBindable, openDatabase, type SqlDatabase, SqlError, type SqlValue } from './driver.ts';

describe('the SQLite driver', () => {
  let folder: string;
  let db: SqlDatabase;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'pele-mele-driver-'));
    db = openDatabase(join(folder, 'a.db'), { busyTimeoutMs: 50 });
    db.exec('CREATE TABLE cell (id INTEGER PRIMARY KEY, value ANY) STRICT');
  });

  afterEach(() => {
    db.close();
    rmSync(folder, { recursive: true });
  });

  it.each<[string, SqlValue, SqlValue]>([
    ['text', 'Prévoir une rampe — l’accès 🪜', 'Prévoir une rampe — l’accès 🪜'],
    ['an empty text', '', ''],
    ['a whole number', 42, 42],
    ['a fraction', 1.5, 1.5],
    ['the largest client id', Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
    ['a big integer', 12n, 12],
    ['bytes', new Uint8Array([0, 1, 255]), new Uint8Array([0, 1, 255])],
    ['a view into larger bytes', new Uint8Array([9, 9, 1, 2, 9]).subarray(2, 4), new Uint8Array([1, 2])],
    ['a Buffer', Buffer.from('été'), new Uint8Array(Buffer.from('été'))],
    ['no bytes', new Uint8Array(0), new Uint8Array(0)],
    ['nothing', null, null],
  ])('stores and returns %s', (_name, value, expected) => {
    expect(db.prepare('INSERT INTO cell VALUES (1, ?)').run(value)).toBe(1);
    const select = db.prepare('SELECT value FROM cell');
    expect(select.get()).toEqual({ value: expected });
    expect(select.all()).toEqual([{ value: expected }]);
    if (expected instanceof Uint8Array) {
      expect(select.get()?.value?.constructor).toBe(Uint8Array);
      expect(select.all()[0]?.value?.constructor).toBe(Uint8Array);
    }
  });

  it.each<[string, unknown]>([
    ['a boolean', true],
    ['undefined', undefined],
    ['a date', new Date(0)],
    ['NaN', Number.NaN],
    ['infinity', Number.POSITIVE_INFINITY],
    ['an object', {}],
    ['an array', [1]],
    ['a function', () => 1],
    ['a symbol', Symbol('s')],
    ['an ArrayBuffer', new ArrayBuffer(1)],
    ['words of two bytes', new Uint16Array(1)],
  ])('refuses %s before libsql sees it', (_name, value) => {
    const insert = db.prepare('INSERT INTO cell VALUES (1, ?)');
    expect(() => assertBindable(value)).toThrow(TypeError);
    expect(() => insert.run(value as SqlValue)).toThrow(TypeError);
    expect(db.prepare('SELECT count(*) AS n FROM cell').get()).toEqual({ n: 0 });
  });

  it('names what SQLite refused', () => {
    const insert = db.prepare('INSERT INTO cell VALUES (1, ?)');
    insert.run('un');
    expect(() => insert.run('deux')).toThrow(SqlError);
    try {
      insert.run('deux');
    } catch (error) {
      expect((error as SqlError).code).toMatch(/^SQLITE_CONSTRAINT/);
    }
    expect(() => db.exec('NOT SQL')).toThrow(SqlError);
    expect(() => openDatabase('/nowhere/at/all.db', { busyTimeoutMs: 0 })).toThrow(SqlError);
  });

  it('finds nothing where nothing is', () => {
    expect(db.prepare('SELECT value FROM cell WHERE id = ?').get(7)).toBeUndefined();
    expect(db.prepare('SELECT value FROM cell WHERE id = ?').all(7)).toEqual([]);
  });
});
