import { describe, expect, it } from 'vitest';
import { isEqual } from './equal.ts';

describe('equality by value', () => {
  it('asks for the same keys and values, in whatever order', () => {
    expect(isEqual({ a: [1, { b: null }], c: 'x' }, { c: 'x', a: [1, { b: null }] })).toBe(true);
    expect([isEqual({ a: undefined }, {}), isEqual([], {}), isEqual(0, -0), isEqual(Number.NaN, Number.NaN)]).toEqual([
      false,
      false,
      false,
      true,
    ]);
  });

  it('tells maps and sets apart by what is in them', () => {
    const counted = (experts: number) => ({ tags: new Map([['experts', { total: experts }]]) });
    expect([isEqual(counted(2), counted(2)), isEqual(counted(2), counted(3))]).toEqual([true, false]);
    expect([isEqual(new Map(), new Map([['a', 1]])), isEqual({}, new Map([['a', 1]]))]).toEqual([false, false]);
    expect([isEqual(new Set(['a', 'b']), new Set(['b', 'a'])), isEqual(new Set(['a']), new Set(['b']))]).toEqual([
      true,
      false,
    ]);
  });
});
