/**
 * The marks along an axis: where they stand and what is written there. Few and round; an axis from 0 to 100, which people read by its ends,
 * has none. Names of months are our own, so that a browser and the server write the same.
 */
import type { Locale } from '../../control/Control.ts';
import { SHORT_MONTHS } from '../months.ts';
import { type Axis, dayText, shareOf } from './axis.ts';

export interface Tick {
  /** From 0 (left, or bottom) to 1. */
  readonly share: number;
  readonly text: string;
}

/** At most so many numbers or days on an axis. */
const MOST = 6;

/** The marks of an axis. Of an ordinal scale, the names of its steps, each in the middle of its part. */
export function ticksOf(axis: Axis, locale: Locale): readonly Tick[] {
  const { scale, min, max, steps = [] } = axis;
  if (scale === 'ordinal') return steps.map((text, n) => ({ share: shareOf(axis, n + 1), text }));
  if (scale === 'linear' && min === 0 && max === 100) return [];
  if (scale === 'date')
    return daysOf(min, max).map((day) => ({ share: shareOf(axis, day), text: sayDay(day, max - min, locale) }));
  const values = scale === 'log' ? powersOf(min, max) : roundsOf(min, max);
  return values.map((value) => ({ share: shareOf(axis, value), text: sayNumber(value, locale) }));
}

/** A number as its language writes it, six digits at most. By hand: browsers and the server know different versions of each language. */
export function sayNumber(value: number, locale: Locale): string {
  const [whole = '', rest] = String(Number(value.toPrecision(6))).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, locale === 'fr' ? '\u202f' : ',');
  return rest === undefined ? grouped : `${grouped}${locale === 'fr' ? ',' : '.'}${rest}`;
}

/** Round numbers from `min` to `max`. */
function roundsOf(min: number, max: number): number[] {
  const rough = (max - min) / (MOST - 1);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].map((factor) => factor * power).find((one) => one >= rough * 0.999) ?? rough;
  const first = Math.ceil(min / step - 1e-9);
  const last = Math.floor(max / step + 1e-9);
  return Array.from({ length: last - first + 1 }, (_, n) => Number(((first + n) * step).toPrecision(12)));
}

/** Powers of ten from `min` to `max`, not more than there is room for; both ends where there are none. */
function powersOf(min: number, max: number): number[] {
  const first = Math.ceil(Math.log10(min) - 1e-9);
  const last = Math.floor(Math.log10(max) + 1e-9);
  if (last <= first) return [min, max];
  const by = Math.ceil((last - first + 1) / MOST);
  const powers: number[] = [];
  for (let power = first; power <= last; power += by) powers.push(Number((10 ** power).toPrecision(12)));
  return powers;
}

/** Days from `min` to `max`: single ones, or the first of months or years. */
function daysOf(min: number, max: number): number[] {
  const span = max - min;
  if (span < 56) {
    const by = Math.max(1, Math.ceil(span / (MOST - 1)));
    return Array.from({ length: Math.floor(span / by) + 1 }, (_, n) => min + n * by);
  }
  const months = span / 30.44;
  const by = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200].find((one) => months / one <= MOST) ?? 2400;
  const first = new Date(min * 86_400_000);
  const days: number[] = [];
  // Whole years begin with January, quarters with their first month.
  let month = Math.ceil((first.getUTCFullYear() * 12 + first.getUTCMonth()) / by) * by;
  for (; days.length <= MOST; month += by) {
    const day = Date.UTC(Math.floor(month / 12), month % 12, 1) / 86_400_000;
    if (day > max) break;
    if (day >= min) days.push(day);
  }
  return days;
}

/** A day as an axis of that many days writes it: with its number, its month, or its year alone. */
function sayDay(day: number, span: number, locale: Locale): string {
  const [year = '', month = '', date = ''] = dayText(day).split('-');
  const name = SHORT_MONTHS[locale][Number(month) - 1] ?? month;
  if (span > 365 * 12) return year;
  return span < 56 ? `${Number(date)} ${name}` : `${name} ${year}`;
}
