import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakLines } from './breakLines.ts';
import { measureText, splitGraphemes } from './measure.ts';
import { toPaintable } from './paintable.ts';

const lines = (text: string, width: number): readonly string[] => breakLines(text, width, 20, 400).lines;
const widthOf = (text: string): number => measureText(text, 20, 400);

describe('breakLines', () => {
  it('breaks at spaces and leaves them out', () => {
    expect(lines('Améliorer l’accueil au guichet', widthOf('Améliorer l’accueil') + 1)).toEqual([
      'Améliorer l’accueil',
      'au guichet',
    ]);
  });

  it('lets a line be exactly as wide as its room', () => {
    expect(lines('Cœur de métier', widthOf('Cœur de métier'))).toEqual(['Cœur de métier']);
  });

  it.each([' ?', '\u00a0?', '\u202f?', ' :', ' ;', ' !', ' »', ' %', ' €'])(
    'keeps "%s" with the word before it',
    (mark) => {
      expect(lines(`Combien de personnes${mark}`, widthOf('Combien de personnes') + 1)).toEqual([
        'Combien de',
        toPaintable(`personnes${mark}`),
      ]);
    },
  );

  it('keeps an opening guillemet with the word after it, whatever the space', () => {
    for (const space of [' ', '\u00a0', '\u202f'])
      expect(lines(`Dire «${space}oui${space}»`, widthOf('Dire « o'))).toEqual([
        'Dire',
        toPaintable(`«${space}oui${space}»`),
      ]);
  });

  it('breaks after hyphens and slashes between words, not at a minus sign', () => {
    expect(lines('aide-soignante', widthOf('aide-soignant'))).toEqual(['aide-', 'soignante']);
    expect(lines('mairie/préfecture', widthOf('mairie/préfectur'))).toEqual(['mairie/', 'préfecture']);
    expect(lines('il fait -5', widthOf('il fait -'))).toEqual(['il fait', '-5']);
  });

  it('keeps the line ends people typed, empty lines too', () => {
    expect(lines('Un\r\n\r\nDeux\n', 200)).toEqual(['Un', '', 'Deux', '']);
  });

  it('cuts a word that is wider than the line, and says so', () => {
    const broken = breakLines('anticonstitutionnellement', 100, 20, 400);
    expect(broken.lines.length).toBeGreaterThan(1);
    expect(broken.lines.join('')).toBe('anticonstitutionnellement');
    expect(broken.hasCutWord).toBe(true);
    expect(breakLines('deux mots', 60, 20, 400).hasCutWord).toBe(false);
  });

  it('never takes an emoji, a flag or an accented letter apart', () => {
    const signs = ['👩🏽‍🚒', '🇫🇷', 'e\u0301', '❤️', '👨‍👩‍👧'];
    expect(lines(signs.join(''), 25)).toEqual(['👩🏽‍🚒', '🇫🇷', 'e\u0301', '❤️', '👨‍👩‍👧']);
  });

  it('stops at the given number of lines and says that there is more', () => {
    expect(breakLines('un deux trois', 50, 20, 400, 2)).toMatchObject({ lines: ['un', 'deux'], isCropped: true });
    expect(breakLines('un deux', 50, 20, 400, 2)).toMatchObject({ lines: ['un', 'deux'], isCropped: false });
    expect(breakLines('un\ndeux\ntrois', 400, 20, 400, 2)).toMatchObject({ lines: ['un', 'deux'], isCropped: true });
  });

  const word = fc.constantFrom(
    ...'Améliorer l’accueil, cœur 12 € « œuvre » ? ! : ; aide-soignante et/ou → ✓ 🎉 🇫🇷 👩🏽‍🚒 Ελλάδα 日本語'.split(
      ' ',
    ),
  );
  const text = fc
    .array(
      fc.oneof({ weight: 4, arbitrary: word }, fc.string({ unit: 'grapheme' }), fc.constantFrom('\n', '\u202f', '  ')),
    )
    .map((parts) => parts.join(' '));
  const spaceless = (some: string): string => some.replace(/\s/g, '');

  it('never makes a line wider than its room, unless it is a single sign', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 10, max: 300 }), (some, width) => {
        for (const line of lines(some, width))
          if (splitGraphemes(line).length > 1) expect(widthOf(line)).toBeLessThanOrEqual(width + 1e-6);
      }),
    );
  });

  it('loses nothing but spaces', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 10, max: 300 }), (some, width) => {
        expect(spaceless(lines(some, width).join(''))).toBe(spaceless(toPaintable(some)));
      }),
    );
  });
});
