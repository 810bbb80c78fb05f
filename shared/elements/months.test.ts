import { describe, expect, it } from 'vitest';
import { dayText } from './grid/days.ts';
import { PLAIN_AXIS } from './matrix/axis.ts';
import { ticksOf } from './matrix/ticks.ts';

describe('short names of months', () => {
  it('are the same on an axis and in a calendar, every month, in both languages', () => {
    for (const locale of ['fr', 'en'] as const)
      for (let month = 0; month < 12; month++) {
        const first = new Date(Date.UTC(2026, month, 1));
        const day = first.getTime() / 86_400_000;
        const [tick] = ticksOf({ ...PLAIN_AXIS, scale: 'date', min: day, max: day + 10 }, locale);
        const inCalendar = dayText(first.toISOString().slice(0, 10), locale);
        expect(inCalendar.split(' ').at(-1)?.replace('\u00a0', ' ')).toBe(tick?.text);
      }
  });
});
