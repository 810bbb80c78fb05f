import { describe, expect, it } from 'vitest';
import { whenText } from './whenText.ts';

describe('whenText', () => {
  it('says the day and the hour as they were given, whatever the zone of the device', () => {
    expect(whenText({ date: '2026-12-03', time: '14:00' }, 'fr')).toBe('jeudi 3 décembre 2026 à 14:00');
    expect(whenText({ date: '2026-12-03', time: '14:00' }, 'en')).toMatch(/^Thursday,? 3 December 2026 at 14:00$/);
  });

  it('counts the first of a month as the French do', () => {
    expect(whenText({ date: '2026-12-01' }, 'fr')).toBe('mardi 1er décembre 2026');
    expect(whenText({ date: '2026-12-11' }, 'fr')).toBe('vendredi 11 décembre 2026');
    expect(whenText({ date: '2026-12-01' }, 'en')).toMatch(/^Tuesday,? 1 December 2026$/);
  });

  it('shows what is no date as it was written, and nothing where there is none', () => {
    expect(whenText({ date: 'bientôt', time: '9 h' }, 'fr')).toBe('bientôt 9 h');
    expect(whenText({}, 'fr')).toBeNull();
  });
});
