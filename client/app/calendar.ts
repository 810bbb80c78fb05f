/**
 * A sitting as an iCalendar file (RFC 5545): date, time, place and the way in. The board's fields are what somebody typed: what is no date
 * makes no event, what is no time makes a whole day. Pure.
 */
import type { SubjectFields } from '../../shared/control/Control.ts';

export interface Sitting {
  readonly board: string;
  readonly title: string;
  readonly fields: SubjectFields;
  /** IANA name: the date and time are those of the place. */
  readonly timeZone: string;
  /** How long it is planned for; `null` where nobody said. */
  readonly minutes: number | null;
  /** The way in for whoever takes part. */
  readonly link: string | null;
}

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const TIME = /^([01]\d|2[0-3]):([0-5]\d)(?::[0-5]\d)?$/;
/** Most sittings whose length nobody said. */
const USUAL_MINUTES = 60;
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** RFC 5545, 3.1: octets a line, without its end. */
const LINE_OCTETS = 75;

/** Whether there is a date to put into a calendar. */
export const hasDate = ({ date }: SubjectFields): boolean => date !== undefined && dayOf(date) !== null;

/** The file's text; `null` where the board has no date. `now`: UTC milliseconds. */
export function calendarFile({ board, title, fields, timeZone, minutes, link }: Sitting, now: number): string | null {
  const day = fields.date === undefined ? null : dayOf(fields.date);
  if (day === null) return null;
  const time = TIME.exec(fields.time ?? '');
  const lines: string[] = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Pele-mele//Seance//FR', 'CALSCALE:GREGORIAN'];
  lines.push('BEGIN:VEVENT', `UID:${board}@pele-mele`, `DTSTAMP:${stamp(now)}`);
  if (time) {
    const start = fromLocal(day + (Number(time[1]) * 60 + Number(time[2])) * MINUTE_MS, timeZone);
    lines.push(`DTSTART:${stamp(start)}`, `DTEND:${stamp(start + (minutes ?? USUAL_MINUTES) * MINUTE_MS)}`);
  } else {
    lines.push(`DTSTART;VALUE=DATE:${stamp(day).slice(0, 8)}`, `DTEND;VALUE=DATE:${stamp(day + DAY_MS).slice(0, 8)}`);
  }
  const visio = isWebAddress(fields.visio) ? fields.visio : null;
  const said = [fields.question, link, visio].filter((text) => text).join('\n\n');
  lines.push(`SUMMARY:${escapeText(title)}`);
  if (said !== '') lines.push(`DESCRIPTION:${escapeText(said)}`);
  const place = fields.place ?? visio;
  if (place) lines.push(`LOCATION:${escapeText(place)}`);
  // A URI is not escaped: only one that cannot break the line is written.
  if (link !== null && /^https?:\/\/[\x21-\x7e]+$/.test(link)) lines.push(`URL:${link}`);
  lines.push('END:VEVENT', 'END:VCALENDAR');
  return `${lines.map(fold).join('\r\n')}\r\n`;
}

/** Only these become links: anything else somebody typed stays text. */
export const isWebAddress = (text: string | undefined): text is string =>
  text !== undefined && /^https?:\/\//i.test(text);

/** UTC milliseconds of midnight of a date as if it were in UTC; `null` for what is no day of the calendar. */
function dayOf(date: string): number | null {
  const [, year, month, day] = DATE.exec(date) ?? [];
  if (year === undefined) return null;
  const at = Date.UTC(Number(year), Number(month) - 1, Number(day));
  return Number.isFinite(at) && new Date(at).toISOString().startsWith(date) ? at : null;
}

/** `20261122T170000Z`. */
const stamp = (at: number): string => `${new Date(at).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;

/** The moment at which clocks of a zone show `local` (written as if it were UTC). Twice, because the first guess may lie across a change of clocks. */
function fromLocal(local: number, timeZone: string): number {
  const guess = local - offsetAt(local, timeZone);
  return local - offsetAt(guess, timeZone);
}

/** How far clocks of a zone are ahead of UTC; 0 for a zone this browser does not know. */
function offsetAt(at: number, timeZone: string): number {
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  } catch {
    return 0;
  }
  const part = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at / 1000) * 1000;
}

/** TEXT of RFC 5545, 3.3.11. Controls that a line may not hold are left out. */
const escapeText = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: reason: these are what the format forbids
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, ' ')
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replace(/\n/g, '\\n');

/** Lines of at most 75 octets, the next ones after a space; never within a character. */
function fold(line: string): string {
  const encoder = new TextEncoder();
  let folded = '';
  let octets = 0;
  for (const character of line) {
    const length = encoder.encode(character).length;
    if (octets + length > LINE_OCTETS) {
      folded += '\r\n ';
      octets = 1;
    }
    folded += character;
    octets += length;
  }
  return folded;
}
