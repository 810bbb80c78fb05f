/**
 * What people may call things: one line of text for names, titles and the fields of a subject, and the dates and times of a workshop.
 * Cleans what disguises, refuses what is too long; the same on both sides of the wire.
 */
import { fail, ok, type Result } from '../lib/result.ts';

/** Characters that no name or title needs and that could disguise one: controls, and marks that turn the reading direction. */
const DISGUISES = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;

/** Inner controls become spaces, runs of spaces one, the ends are trimmed. */
export const cleanLine = (text: string): string => text.replace(DISGUISES, ' ').replace(/\s+/g, ' ').trim();

/** One line of at most `max` UTF-16 units as it was sent, cleaned. */
export function parseLine(value: unknown, max: number): Result<string, 'not_text' | 'too_long'> {
  if (typeof value !== 'string') return fail('not_text');
  return value.length > max ? fail('too_long') : ok(cleanLine(value));
}

/** Whether a text is a day of the calendar, `YYYY-MM-DD`. */
export function isLocalDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** Whether a text is a time of day, `HH:MM`. */
export const isLocalTime = (text: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
