/**
 * From an element's keys to its marks, strictly: the first thing that is wrong, or the marks. What strangers put there never throws, and
 * is refused by the gate for the same reasons as it is not read here. Elements without marks pay nothing.
 */
import { fail, ok, type Result } from '../../lib/result.ts';
import { LIMITS } from '../../protocol/limits.ts';
import { NOTE_COLORS, type NoteColor } from '../../theme/tokens.ts';
import type { Comment, Marks, Reaction, Resolution, Tag } from './Marks.ts';
import { NO_MARKS } from './Marks.ts';
import { isCommentRef, parseMarkKey } from './markKeys.ts';

type Fields = Readonly<Record<string, unknown>>;

const HALF_SIGN = /\p{Cs}/u;
/** The last moment a date can tell. */
const LAST_MS = 8.64e15;

/** By how much the clock of a device may be ahead of the server's. */
export const WRONG_CLOCK_MS = 24 * 60 * 60 * 1000;

/** Whether a value is a moment that can be written and read. */
export const isMoment = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= LAST_MS;

const isColor = (value: unknown): value is NoteColor => NOTE_COLORS.some((color) => color === value);

/** Whether a value is a plain record with no keys but these. */
function isRecordOf(value: unknown, keys: readonly string[]): value is Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return Object.keys(value).every((key) => keys.includes(key));
}

/** What may be said of a comment's text, before it is written as after. */
export const isCommentText = (text: unknown): text is string =>
  typeof text === 'string' && text.length <= LIMITS.commentChars && text.trim() !== '' && !HALF_SIGN.test(text);

function readComment(ref: string, by: string, value: unknown): Comment | null {
  if (!isRecordOf(value, ['text', 'at', 'edited', 're'])) return null;
  const { text, at, edited, re } = value;
  if (!isCommentText(text) || !isMoment(at)) return null;
  if (edited !== undefined && !isMoment(edited)) return null;
  if (re !== undefined && (!isCommentRef(re) || re === ref)) return null;
  return { ref, by, text, at, ...(edited !== undefined && { edited }), ...(re !== undefined && { re }) };
}

function readResolution(by: string, of: string, value: unknown): Resolution | null {
  if (!isRecordOf(value, ['at', 'is'])) return null;
  return isMoment(value.at) && typeof value.is === 'boolean' ? { by, of, at: value.at, isResolved: value.is } : null;
}

const byName = (a: { readonly name: string }, b: { readonly name: string }): number => (a.name < b.name ? -1 : 1);

/** Reads the marks that stand under these keys of an element. */
export function readMarks(keys: readonly string[], raw: Fields): Result<Marks> {
  if (keys.length === 0) return ok(NO_MARKS);
  const tags: Tag[] = [];
  const reactions: Reaction[] = [];
  const comments: Comment[] = [];
  const resolutions: Resolution[] = [];
  const kept: Record<string, unknown> = {};
  for (const key of keys) {
    const parsed = parseMarkKey(key);
    const value = raw[key];
    const isRead = ((): boolean => {
      switch (parsed?.type) {
        case 'tag':
          return isColor(value) && tags.push({ name: parsed.name, color: value }) > 0;
        case 'reaction':
          return value === true && reactions.push({ by: parsed.by, kind: parsed.kind }) > 0;
        case 'comment': {
          const comment = readComment(parsed.ref, parsed.by, value);
          return comment !== null && comments.push(comment) > 0;
        }
        case 'resolved': {
          const resolution = readResolution(parsed.by, parsed.of, value);
          return resolution !== null && resolutions.push(resolution) > 0;
        }
        default:
          return false;
      }
    })();
    if (!isRead) return fail(`key ${key.slice(0, 40)}`);
    kept[key] = value;
  }
  if (tags.length > LIMITS.tagsPerElement) return fail('tags');
  if (reactions.length > LIMITS.reactionsPerElement) return fail('reactions');
  if (comments.length > LIMITS.commentsPerElement || resolutions.length > LIMITS.commentsPerElement)
    return fail('comments');
  return ok({
    tags: tags.sort(byName),
    reactions,
    comments: comments.sort((a, b) => a.at - b.at || (a.ref < b.ref ? -1 : 1)),
    resolutions,
    keys: kept,
  });
}

/** What a copy takes along: its tags. Reactions and comments were given to the element that was copied. */
export function tagKeysOf(marks: Marks): Fields {
  if (marks.tags.length === 0) return NO_MARKS.keys;
  return Object.fromEntries(Object.entries(marks.keys).filter(([key]) => key.startsWith('tag.')));
}
