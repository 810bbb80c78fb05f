import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applySplice, diffText } from './splice.ts';

describe('diffText', () => {
  it('gives a splice that turns one text into the other, whatever they are', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.string({ unit: 'grapheme' }),
        fc.nat(),
        (before, after, caret) => {
          const splice = diffText(before, after, Math.min(caret, after.length));
          expect(splice ? applySplice(before, splice) : before).toBe(after);
        },
      ),
    );
  });

  it('puts a doubled letter where the caret is', () => {
    expect(diffText('aler', 'aller', 2)).toEqual({ at: 1, remove: 0, insert: 'l' });
    expect(diffText('aler', 'aller', 3)).toEqual({ at: 2, remove: 0, insert: 'l' });
  });

  it('never cuts an emoji in two', () => {
    const splice = diffText('un 😀', 'un 😁');
    expect(splice).toEqual({ at: 3, remove: 2, insert: '😁' });
  });
});
