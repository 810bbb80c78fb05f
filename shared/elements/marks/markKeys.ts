/**
 * The keys of marks in an element's map: `tag.<name>`, `reaction.<participant>.<kind>`, `comment.<participant>.<id>`,
 * `resolved.<participant>.<participant of the comment>.<id>`. Ids have no dot in them, so a key reads one way only; no prop of a kind
 * has one either.
 */
import { isId } from '../../lib/ids.ts';
import { LIMITS } from '../../protocol/limits.ts';

export const REACTIONS = ['like', 'love', 'question', 'warning'] as const;
export type ReactionKind = (typeof REACTIONS)[number];

export type MarkKey =
  | { readonly type: 'tag'; readonly name: string }
  | { readonly type: 'reaction'; readonly by: string; readonly kind: ReactionKind }
  | { readonly type: 'comment'; readonly by: string; readonly ref: string }
  | { readonly type: 'resolved'; readonly by: string; readonly of: string };

/** Whether a key can only be a mark's. */
export const isMarkKey = (key: string): boolean => key.includes('.');

/** Whether it is said of the element by somebody, under their own id: a reaction, a comment, a word on whether it is settled. */
export const isSaid = (key: string): boolean =>
  key.startsWith('reaction.') || key.startsWith('comment.') || key.startsWith('resolved.');

export const tagKey = (name: string): string => `tag.${name}`;
export const reactionKey = (participant: string, kind: ReactionKind): string => `reaction.${participant}.${kind}`;
/** `ref`: `<participant>.<id>`. */
export const commentKey = (ref: string): string => `comment.${ref}`;
/** `ref`: of the first comment of the thread. */
export const resolvedKey = (participant: string, ref: string): string => `resolved.${participant}.${ref}`;

/** The name under which a comment is known: whose it is, and its id among theirs. */
export const commentRef = (participant: string, id: string): string => `${participant}.${id}`;

/** Whether a value names a comment. */
export function isCommentRef(value: unknown): value is string {
  if (typeof value !== 'string') return false;
  const dot = value.indexOf('.');
  return dot > 0 && isId(value.slice(0, dot)) && isId(value.slice(dot + 1));
}

/** Whose comment a `ref` names. */
export const writerOf = (ref: string): string => ref.slice(0, Math.max(0, ref.indexOf('.')));

const SPACES = /[\s\p{Cc}\p{Zl}\p{Zp}]+/gu;
/** Signs that cannot be seen, but for the one that joins emoji; and halves of signs. */
const HIDDEN = /(?!\u200d)\p{Cf}|\p{Cs}/gu;

/** A tag's name as it is written down: one form of each letter, no double or hidden spaces, not too long; empty where nothing is left. */
export function cleanTagName(name: string): string {
  const clean = name.replace(HIDDEN, '').normalize('NFC').replace(SPACES, ' ').trim();
  if (clean.length <= LIMITS.tagChars) return clean;
  return clean.slice(0, LIMITS.tagChars).replace(HIDDEN, '').trim();
}

const isTagName = (name: string): boolean =>
  name !== '' && name.length <= LIMITS.tagChars && cleanTagName(name) === name;

const isReaction = (word: string): word is ReactionKind => (REACTIONS as readonly string[]).includes(word);

/** What a key says; `null` where it is no mark this version knows. Never throws. */
export function parseMarkKey(key: string): MarkKey | null {
  const dot = key.indexOf('.');
  const rest = key.slice(dot + 1);
  switch (key.slice(0, dot)) {
    case 'tag':
      return isTagName(rest) ? { type: 'tag', name: rest } : null;
    case 'reaction': {
      const [by, kind, ...more] = rest.split('.', 3);
      if (!isId(by) || kind === undefined || more.length > 0 || !isReaction(kind)) return null;
      return { type: 'reaction', by, kind };
    }
    case 'comment':
      return isCommentRef(rest) ? { type: 'comment', by: writerOf(rest), ref: rest } : null;
    case 'resolved': {
      const by = writerOf(rest);
      const of = rest.slice(by.length + 1);
      return isId(by) && isCommentRef(of) ? { type: 'resolved', by, of } : null;
    }
    default:
      return null;
  }
}
