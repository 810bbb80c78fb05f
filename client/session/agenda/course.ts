/**
 * The course of a sitting as plain values: which step is under way on this device, and at what time each begins. Followed by hand: nothing
 * here ticks, and nobody else is told. Times are minutes of the day.
 */
import type { TemplateStep } from '../../../shared/templates/Template.ts';

export interface Course {
  /** The step under way; `null` before the first. */
  readonly step: number | null;
  /** Somebody has said that this step begins at that minute of the day. */
  readonly anchor: { readonly step: number; readonly at: number } | null;
}

export const NOT_BEGUN: Course = { step: null, anchor: null };

const DAY = 24 * 60;

/** The minute of the day that `HH:MM` names; `null` where it names none. */
export function minuteOf(time: string | undefined): number | null {
  const [, hours, minutes] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time ?? '') ?? [];
  return hours === undefined ? null : Number(hours) * 60 + Number(minutes);
}

/** `14:05`, the next day's hours as they are on a clock. */
export function clockText(minute: number): string {
  const at = ((Math.round(minute) % DAY) + DAY) % DAY;
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${two(Math.floor(at / 60))}:${two(at % 60)}`;
}

/** The first step of the part that a step belongs to. */
const partStart = (steps: readonly TemplateStep[], index: number): number => {
  for (let at = index; at > 0; at--) if (steps[at]?.part) return at;
  return 0;
};

/**
 * When each step begins. Times follow one another from the start of the sitting, and from the step that somebody has said anew. Where another
 * sitting begins (`isApart`), nobody knows its hour until it is said.
 */
export function timesOf(
  steps: readonly TemplateStep[],
  start: number | null,
  { anchor }: Pick<Course, 'anchor'>,
): readonly (number | null)[] {
  let at = start;
  return steps.map(({ minutes, isApart }, index) => {
    if (isApart || minutes === null) at = null;
    if (anchor?.step === index) at = anchor.at;
    const begins = minutes === null ? null : at;
    at = at === null ? null : at + (minutes ?? 0);
    return begins;
  });
}

/** When the part of a step ends; `null` where nobody knows. */
export function endOf(steps: readonly TemplateStep[], times: readonly (number | null)[], index: number): number | null {
  let last = partStart(steps, index);
  while (last + 1 < steps.length && !steps[last + 1]?.part) last++;
  const begins = times[last];
  return begins === null || begins === undefined ? null : begins + (steps[last]?.minutes ?? 0);
}

/** The course with another step under way, kept within the steps; before the first, there is none. */
export const goTo = (course: Course, step: number | null, count: number): Course => ({
  ...course,
  step: step === null || step < 0 || count === 0 ? null : Math.min(step, count - 1),
});

/** What was kept on the device, or the beginning where it cannot be read. */
export function readCourse(kept: string | null, count: number): Course {
  let read: unknown;
  try {
    read = JSON.parse(kept ?? '');
  } catch {
    return NOT_BEGUN;
  }
  if (typeof read !== 'object' || read === null) return NOT_BEGUN;
  const { step, anchor } = read as { step?: unknown; anchor?: { step?: unknown; at?: unknown } | null };
  const isStep = (value: unknown): value is number =>
    Number.isInteger(value) && Number(value) >= 0 && Number(value) < count;
  const isMinute = (value: unknown): value is number =>
    Number.isInteger(value) && Number(value) >= 0 && Number(value) < DAY;
  return {
    step: isStep(step) ? step : null,
    anchor: anchor && isStep(anchor.step) && isMinute(anchor.at) ? { step: anchor.step, at: anchor.at } : null,
  };
}
