/** When a sitting is, in words. A local date has no time zone: it is read and shown in the same one. What is no date is shown as it was written. */
import type { Locale, SubjectFields } from '../../shared/control/Control.ts';

/** `null` where no date was given. */
export function whenText({ date, time }: SubjectFields, locale: Locale): string | null {
  if (!date) return null;
  const parsed = new Date(`${date}T${time || '12:00'}Z`);
  if (Number.isNaN(parsed.getTime())) return [date, time].filter(Boolean).join(' ');
  const text = new Intl.DateTimeFormat(locale === 'fr' ? 'fr-FR' : 'en-GB', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
    ...(time && { hour: '2-digit', minute: '2-digit' }),
  }).format(parsed);
  // French counts the first day of a month, and only that one, as an ordinal; Intl does not.
  return locale === 'fr' ? text.replace(/(?<=^|\s)1(?=\s\p{L})/u, '1er') : text;
}
