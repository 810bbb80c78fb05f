import { describe, expect, it } from 'vitest';
import { createId, isId } from '../lib/ids.ts';
import { createDatedId, momentOf } from './moment.ts';

describe('an id with a moment', () => {
  it('says the second in which it was made, from 2020 to 2088', () => {
    for (const day of ['2020-01-01T00:00:00.000Z', '2026-11-22T20:15:42.000Z', '2087-12-31T23:59:59.000Z']) {
      const at = Date.parse(day);
      const id = createDatedId(at + 987);
      expect([isId(id), momentOf(id)]).toEqual([true, at]);
    }
  });

  it('sorts as time does, and is another one each time', () => {
    const at = Date.parse('2026-11-22T20:15:42Z');
    const ids = [0, 1_000, 59_000, 3_600_000, 86_400_000 * 400].map((later) => createDatedId(at + later));
    expect([...ids].sort()).toEqual(ids);
    expect(new Set(Array.from({ length: 500 }, () => createDatedId(at))).size).toBe(500);
  });

  it('is never read out of an id that has none', () => {
    for (let n = 0; n < 2_000; n++) expect(momentOf(createId())).toBe(null);
    for (const id of ['n1', 'note-3', 'carte-12', '', '3ld8fa-', '3LD8FA-abcdefghijkl', '3ld8fa-abcdefghijklm'])
      expect(momentOf(id)).toBe(null);
  });

  it('holds at the ends what a wrong clock says', () => {
    expect([momentOf(createDatedId(0)), momentOf(createDatedId(Number.MAX_SAFE_INTEGER))]).toEqual([
      Date.parse('2020-01-01T00:00:00Z'),
      expect.any(Number),
    ]);
  });
});
