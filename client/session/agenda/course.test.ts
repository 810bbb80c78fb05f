import { describe, expect, it } from 'vitest';
import { TEMPLATES } from '../../../shared/templates/library.ts';
import type { Template } from '../../../shared/templates/Template.ts';
import { clockText, endOf, goTo, minuteOf, NOT_BEGUN, readCourse, timesOf } from './course.ts';

const steps = (id: string) => (TEMPLATES.find((template) => template.id === id) as Template).steps;
const clock = (times: readonly (number | null)[]) => times.map((time) => (time === null ? null : clockText(time)));

describe('the course of a sitting', () => {
  it('says when each step of the démarreur begins, and when the hour ends', () => {
    const hour = steps('demarreur-bienveillant');
    const times = timesOf(hour, minuteOf('14:00'), NOT_BEGUN);
    expect(clock(times)).toEqual(['14:00', '14:05', '14:15', '14:25', '14:40', '14:50', '14:55', '15:00']);
    expect(clockText(endOf(hour, times, 3) ?? 0)).toBe('15:00');
    expect(clockText(endOf(hour, times, 7) ?? 0)).toBe('15:15');
  });

  it('runs from the step that begins now, and leaves what was before as it was', () => {
    const hour = steps('demarreur-bienveillant');
    const times = timesOf(hour, minuteOf('14:00'), { anchor: { step: 3, at: 14 * 60 + 40 } });
    expect(clock(times)).toEqual(['14:00', '14:05', '14:15', '14:40', '14:55', '15:05', '15:10', '15:15']);
  });

  it('knows no hour of another day until somebody says it', () => {
    const days = steps('explorateur-des-usages');
    expect(clock(timesOf(days, minuteOf('09:30'), NOT_BEGUN)).slice(0, 6)).toEqual([
      '09:30',
      '09:40',
      '09:55',
      null,
      null,
      null,
    ]);
    const second = timesOf(days, minuteOf('09:30'), { anchor: { step: 4, at: 23 * 60 + 50 } });
    expect(clock(second).slice(3, 7)).toEqual([null, '23:50', '00:10', '00:25']);
    expect(endOf(days, timesOf(days, minuteOf('09:30'), NOT_BEGUN), 3)).toBeNull();
  });

  it('has no times where the sitting has none', () => {
    expect(minuteOf(undefined)).toBeNull();
    expect(minuteOf('25:00')).toBeNull();
    expect(timesOf(steps('brainstorming'), null, NOT_BEGUN)).toEqual([null, null, null, null, null]);
  });

  it('goes no further than its last step, and before the first there is none', () => {
    expect(goTo(NOT_BEGUN, 7, 5).step).toBe(4);
    expect(goTo({ ...NOT_BEGUN, step: 0 }, -1, 5).step).toBeNull();
    expect(goTo(NOT_BEGUN, 0, 0).step).toBeNull();
  });

  it('comes back as it was kept, and begins anew where that makes no sense', () => {
    const course = { step: 2, anchor: { step: 1, at: 605 } };
    expect(readCourse(JSON.stringify(course), 5)).toEqual(course);
    expect(readCourse(JSON.stringify(course), 2)).toEqual({ step: null, anchor: { step: 1, at: 605 } });
    for (const kept of [null, '', '7', '[]', '{"step":-1,"anchor":{"step":0,"at":1e9}}', '{"anchor":7}'])
      expect(readCourse(kept, 5)).toEqual(NOT_BEGUN);
  });
});
