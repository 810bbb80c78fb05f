import { describe, expect, it } from 'vitest';
import { measureText, splitGraphemes } from './measure.ts';
import { toPaintable } from './paintable.ts';

describe('measureText', () => {
  it('grows with the size and with the weight', () => {
    expect(measureText('Pêle-mêle', 44, 400)).toBeCloseTo(2 * measureText('Pêle-mêle', 22, 400));
    expect(measureText('Pêle-mêle', 22, 700)).toBeGreaterThan(measureText('Pêle-mêle', 22, 400));
  });

  it('counts an emoji of many code points, a flag and an accented letter as one sign', () => {
    for (const sign of ['🎉', '👩🏽‍🚒', '🇫🇷', '❤️', '日']) expect(measureText(sign, 20, 400)).toBe(20);
    expect(measureText('e\u0301', 20, 400)).toBe(measureText('e', 20, 400));
    expect(splitGraphemes('👩🏽‍🚒🇫🇷e\u0301')).toEqual(['👩🏽‍🚒', '🇫🇷', 'e\u0301']);
  });

  it('gives no width to what is not seen', () => {
    expect(measureText('a\u200bb\u00adc\u202ed\u0007', 20, 400)).toBe(measureText('abcd', 20, 400));
  });
});

describe('toPaintable', () => {
  it('leaves ordinary text alone', () => {
    const text = 'L’été : « œuvre » à 12 € → 🎉 👩🏽‍🚒\nΕλλάδα';
    expect(toPaintable(text)).toBe(text);
  });

  it('makes one kind of line end, and thin spaces of narrow ones', () => {
    expect(toPaintable('Un\r\nDeux\rTrois\u2028Quatre\u202f?')).toBe('Un\nDeux\nTrois\nQuatre\u2009?');
  });

  it('takes out control characters and marks that turn the writing direction, and keeps emoji and tag flags whole', () => {
    const wales = '🏴\u{e0067}\u{e0062}\u{e0077}\u{e006c}\u{e0073}\u{e007f}';
    expect(toPaintable(`a\u0000b\u202ec\u2066d\ufeff👨‍👩‍👧${wales}`)).toBe(`abcd👨‍👩‍👧${wales}`);
  });
});
