import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarFile, hasDate, type Sitting } from './calendar.ts';

const NOW = Date.UTC(2026, 10, 22, 9, 30, 5);

const sitting = (fields: Sitting['fields'], rest: Partial<Sitting> = {}): Sitting => ({
  board: 'mur1',
  title: 'Accueillir les entreprises',
  timeZone: 'Europe/Paris',
  minutes: 90,
  link: 'https://mur.example.org/b/mur1#TKnozX2D-oEfZ_LlxtvVgA',
  fields,
  ...rest,
});

/** Reads a file back as calendars do: unfolds, splits at the first colon, takes the escapes away. */
function read(file: string): ReadonlyMap<string, string> {
  const lines = file.replace(/\r\n /g, '').split('\r\n');
  return new Map(
    lines.flatMap((line) => {
      const colon = line.indexOf(':');
      if (colon < 0) return [];
      const value = line.slice(colon + 1).replace(/\\(.)/g, (_all, sign: string) => (sign === 'n' ? '\n' : sign));
      return [[line.slice(0, colon), value]];
    }),
  );
}

const written = (given: Sitting): string => calendarFile(given, NOW) ?? expect.fail('no file');

describe('calendarFile', () => {
  it('says when, where, about what and by which link', () => {
    const event = read(
      written(sitting({ date: '2026-11-24', time: '18:30', place: 'Espace 34, Nantes', question: 'Comment ?' })),
    );
    expect(event.get('DTSTART')).toBe('20261124T173000Z');
    expect(event.get('DTEND')).toBe('20261124T190000Z');
    expect(event.get('DTSTAMP')).toBe('20261122T093005Z');
    expect(event.get('SUMMARY')).toBe('Accueillir les entreprises');
    expect(event.get('LOCATION')).toBe('Espace 34, Nantes');
    expect(event.get('URL')).toBe('https://mur.example.org/b/mur1#TKnozX2D-oEfZ_LlxtvVgA');
    expect(event.get('DESCRIPTION')).toContain('Comment ?');
  });

  it('takes the hour for that of the place, in summer and in winter, also across the day', () => {
    const start = (date: string, time: string, timeZone: string): string | undefined =>
      read(written(sitting({ date, time }, { timeZone }))).get('DTSTART');
    expect(start('2026-07-01', '09:00', 'Europe/Paris')).toBe('20260701T070000Z');
    expect(start('2026-03-29', '03:30', 'Europe/Paris')).toBe('20260329T013000Z');
    expect(start('2026-10-25', '04:00', 'Europe/Paris')).toBe('20261025T030000Z');
    expect(start('2026-12-31', '20:00', 'America/Cayenne')).toBe('20261231T230000Z');
    expect(start('2027-01-01', '01:00', 'Pacific/Noumea')).toBe('20261231T140000Z');
    expect(start('2026-07-01', '09:00', 'Nulle/Part')).toBe('20260701T090000Z');
  });

  it('is a whole day where no hour was given, and nothing where there is no date', () => {
    const event = read(written(sitting({ date: '2026-12-31', time: 'en soirée' })));
    expect(event.get('DTSTART;VALUE=DATE')).toBe('20261231');
    expect(event.get('DTEND;VALUE=DATE')).toBe('20270101');
    for (const date of [undefined, '', 'mardi', '2026-02-30', '2026-13-01', '0000-00-00', '2026-1-1']) {
      const fields = date === undefined ? {} : { date };
      expect([date, hasDate(fields), calendarFile(sitting(fields), NOW)]).toEqual([date, false, null]);
    }
  });

  it('links only to web addresses', () => {
    const event = read(written(sitting({ date: '2026-11-24', visio: 'javascript:alert(1)' }, { link: null })));
    expect([...event.values()].join()).not.toContain('javascript');
    expect(event.has('URL')).toBe(false);
  });

  it('keeps every text whole, in lines of at most 75 octets that no text can break', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 300, size: 'max' });
    fc.assert(
      fc.property(text, text, text, (title, place, question) => {
        const file = written(sitting({ date: '2026-11-24', time: '18:30', place, question }, { title, link: null }));
        for (const line of file.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
        expect(file.split('\r\n').filter((line) => line.startsWith('BEGIN:'))).toHaveLength(2);
        expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
        const plain = (value: string): string =>
          // biome-ignore lint/suspicious/noControlCharactersInRegex: reason: what the format forbids becomes a space
          value.replace(/\r\n?/g, '\n').replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, ' ');
        const event = read(file);
        expect(event.get('SUMMARY')).toBe(plain(title));
        expect(event.get('LOCATION') ?? '').toBe(plain(place));
        expect(event.get('DESCRIPTION') ?? '').toBe(plain(question));
      }),
    );
  });
});
