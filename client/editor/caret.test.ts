import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applySplice, diffText, type TextSplice } from '../../shared/lib/splice.ts';
import { transformCaret, transformSplice } from './caret.ts';

describe('transformCaret', () => {
  it('stays before what another person types right at the caret', () => {
    expect(transformCaret(4, { at: 4, remove: 0, insert: 'abc' })).toBe(4);
  });
  it('moves along with what is inserted or removed before it', () => {
    expect(transformCaret(10, { at: 2, remove: 0, insert: 'abc' })).toBe(13);
    expect(transformCaret(10, { at: 2, remove: 3, insert: '' })).toBe(7);
  });
  it('goes to the beginning of a stretch that is taken away around it', () => {
    expect(transformCaret(5, { at: 3, remove: 6, insert: 'x' })).toBe(3);
  });
});

/** A text after another's change, then one's own. */
const both = (text: string, own: TextSplice, other: TextSplice): string =>
  transformSplice(own, other).reduce(applySplice, applySplice(text, other));

describe('transformSplice', () => {
  it('keeps both changes when they do not touch, whichever came first', () => {
    const text = 'La mairie ouvre le lundi';
    const own = { at: 3, remove: 6, insert: 'médiathèque' };
    const other = { at: 19, remove: 5, insert: 'dimanche' };
    expect(both(text, own, other)).toBe('La médiathèque ouvre le dimanche');
    expect(both(text, other, own)).toBe('La médiathèque ouvre le dimanche');
  });

  it('takes away all of its own stretch, before and after what another changed in the middle of it', () => {
    const text = 'La mairie ouvre le lundi';
    const own = { at: 3, remove: 16, insert: 'À ' };
    expect(both(text, own, { at: 10, remove: 0, insert: 'r' })).toBe('La À rlundi');
    expect(both(text, own, { at: 10, remove: 5, insert: 'ferme' })).toBe('La À fermelundi');
    expect(both(text, own, { at: 10, remove: 5, insert: '' })).toBe('La À lundi');
  });

  it('never loses a character that either person inserted', () => {
    const letters = fc.string({ minLength: 0, maxLength: 12 });
    fc.assert(
      fc.property(letters, letters, letters, fc.nat(12), fc.nat(12), (text, a, b, i, j) => {
        const own = diffText(text, text.slice(0, i) + a.replaceAll(/./gu, 'A') + text.slice(i));
        const other = diffText(text, text.slice(0, j) + b.replaceAll(/./gu, 'B') + text.slice(j + 2));
        if (!own || !other) return;
        const result = both(text, own, other);
        expect(result.split('A').length).toBeGreaterThanOrEqual(own.insert.split('A').length);
        expect(result.split('B').length).toBeGreaterThanOrEqual(other.insert.split('B').length);
      }),
    );
  });
});
