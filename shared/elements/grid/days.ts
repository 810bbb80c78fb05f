/** Days without a time zone, `YYYY-MM-DD`, in few words: the same on every machine, since pictures of a board must not differ. */
import type { Locale } from '../../control/Control.ts';
import { SHORT_MONTHS } from '../months.ts';

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/u;
const MS = 86_400_000;

const DAYS: Readonly<Record<Locale, readonly string[]>> = {
  fr: ['dim.', 'lun.', 'mar.', 'mer.', 'jeu.', 'ven.', 'sam.'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
};

function timeOf(day: string): number | null {
  const [, year, month, date] = DAY.exec(day) ?? [];
  if (year === undefined) return null;
  const time = Date.UTC(Number(year), Number(month) - 1, Number(date));
  return new Date(time).toISOString().startsWith(day) ? time : null;
}

/** Whether a value is a day there is: not the 30th of February. */
export const isDay = (value: unknown): value is string => typeof value === 'string' && timeOf(value) !== null;

/** « lun. 12 janv. »; a text that is no day comes back as it is. */
export function dayText(day: string, locale: Locale): string {
  const time = timeOf(day);
  if (time === null) return day;
  const date = new Date(time);
  return `${DAYS[locale][date.getUTCDay()]} ${date.getUTCDate()}\u00a0${SHORT_MONTHS[locale][date.getUTCMonth()]}`;
}

/** The day so many days later. */
export function dayAfter(day: string, count: number): string {
  const time = timeOf(day);
  return time === null ? day : new Date(time + count * MS).toISOString().slice(0, 10);
}
