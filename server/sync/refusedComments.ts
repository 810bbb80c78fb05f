/** What somebody said and had taken back, so that it can be kept for them elsewhere. */
import type { RawElement } from '../../shared/elements/parseElement.ts';
import { isEqual } from '../../shared/lib/equal.ts';
import { LIMITS } from '../../shared/protocol/limits.ts';

/** Comments that are taken back, in their words: nobody has to find them again. */
export const refusedComments = (author: string, was: RawElement | null, is: RawElement | null): readonly string[] =>
  Object.entries(is ?? {}).flatMap(([key, value]) => {
    if (!key.startsWith(`comment.${author}.`) || isEqual(was?.[key], value)) return [];
    const text: unknown = typeof value === 'object' && value !== null && 'text' in value ? value.text : null;
    return typeof text === 'string' && text.trim() !== '' ? [text.slice(0, LIMITS.textChars)] : [];
  });
