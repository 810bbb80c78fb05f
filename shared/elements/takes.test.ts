import { describe, expect, it } from 'vitest';
import { cluster } from './cluster/cluster.ts';
import { frame } from './frame/frame.ts';
import { NO_MARKS } from './marks/Marks.ts';
import { isTaken, isTakes, takesOf } from './takes.ts';

describe('the rule of an area', () => {
  it('asks for a colour, a tag or both, and for nothing else', () => {
    expect([{ color: 'red' }, { tag: 'Urgent' }, { color: 'blue', tag: 'Oui' }].every(isTakes)).toBe(true);
    const wrong = [
      {},
      null,
      [],
      'red',
      { color: 'mauve' },
      { tag: '' },
      { tag: ' ' },
      { tag: 'x'.repeat(41) },
      { color: 'red', and: 1 },
    ];
    expect(wrong.filter(isTakes)).toEqual([]);
  });

  it('is a prop of zones and clusters, which refuse one that is wrong', () => {
    for (const { parse, defaultProps } of [frame, cluster]) {
      expect(parse({ ...defaultProps, takes: { color: 'red' } })).toMatchObject({
        ok: true,
        value: { takes: { color: 'red' } },
      });
      expect(parse({ ...defaultProps, takes: {} }).ok).toBe(false);
    }
  });

  it('takes what has all that it asks for', () => {
    const note = { props: { color: 'red' }, marks: { ...NO_MARKS, tags: [{ name: 'Urgent', color: 'red' as const }] } };
    expect(
      [{ color: 'red' as const }, { tag: 'Urgent' }, { color: 'red' as const, tag: 'Urgent' }].every((rule) =>
        isTaken(rule, note),
      ),
    ).toBe(true);
    expect(
      [{ color: 'blue' as const }, { tag: 'Oui' }, { color: 'red' as const, tag: 'Oui' }].some((rule) =>
        isTaken(rule, note),
      ),
    ).toBe(false);
    expect(takesOf({ props: { takes: { color: 'mauve' } } })).toBeNull();
  });
});
