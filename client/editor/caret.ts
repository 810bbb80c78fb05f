/** How places in a text move when somebody else changes it. Positions are UTF-16 units. */
import type { TextSplice } from '../../shared/lib/splice.ts';

/** Where a caret stands after a splice by another person: text that comes in right at the caret comes after it. */
export function transformCaret(caret: number, splice: TextSplice): number {
  if (caret <= splice.at) return caret;
  if (caret >= splice.at + splice.remove) return caret + splice.insert.length - splice.remove;
  return splice.at;
}

/**
 * One's own splice, made on a text that another's splice has meanwhile changed: the same change on the new text, to be applied in this order.
 * Two where the other has changed the middle of what is taken away.
 */
export function transformSplice(own: TextSplice, other: TextSplice): readonly TextSplice[] {
  const ownEnd = own.at + own.remove;
  const otherEnd = other.at + other.remove;
  const shift = other.insert.length - other.remove;
  if (ownEnd <= other.at) return [own];
  if (own.at >= otherEnd) return [{ ...own, at: own.at + shift }];
  // Both touch one stretch: what the other inserted stays, what is left of the own removal goes.
  const before = Math.max(0, other.at - own.at);
  const after = Math.max(0, ownEnd - otherEnd);
  const behind = other.at + other.insert.length;
  if (before === 0) return [{ at: behind, remove: after, insert: own.insert }];
  const head = { at: own.at, remove: before, insert: own.insert };
  return after > 0 ? [{ at: behind, remove: after, insert: '' }, head] : [head];
}
