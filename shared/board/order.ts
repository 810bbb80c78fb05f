/**
 * Painting order among siblings: `z` is a fractional index, so that a place between two neighbours always exists without touching them.
 * Two people may choose the same key at once; ties are broken by id. Method: David Greenspan, "Implementing Fractional Indexing".
 */
import { generateNKeysBetween } from 'fractional-indexing';
import type { ElementId } from '../elements/ElementKind.ts';
import { Z_PATTERN } from '../elements/families.ts';
import type { BoardDoc } from './BoardDoc.ts';

/**
 * `count` keys above everything that lies in `parent`, in rising order; where a stranger's key leaves no room above it, above all below that:
 * whatever comes keeps its order.
 */
export function keysOnTop(board: BoardDoc, parent: ElementId | null, count: number): string[] {
  const siblings = board.tree.children(parent);
  for (let n = siblings.length - 1; n >= 0; n--) {
    const keys = risingKeys(zOf(board, siblings[n]), null, count);
    if (keys) return keys;
  }
  return keysBetween(null, null, count);
}

/** `count` keys below everything that lies in `parent`, in rising order. */
export function keysAtBottom(board: BoardDoc, parent: ElementId | null, count: number): string[] {
  const siblings = board.tree.children(parent);
  return keysBetween(null, zOf(board, siblings[0]), count);
}

/**
 * Keys strictly between two others (`null`: no bound). Where the neighbours are equal, out of order, not fractional keys (an import's)
 * or so close that a key would pass `LIMITS.zChars`, the keys come right above the lower one: order then falls to the ids.
 */
export function keysBetween(below: string | null, above: string | null, count: number): string[] {
  for (const lower of [below, null]) {
    for (const upper of [above, null]) {
      const keys = risingKeys(lower, upper, count);
      if (keys) return keys;
    }
  }
  return generateNKeysBetween(null, null, count);
}

/** Keys strictly between two others that can be stored; `null` where there are none. */
function risingKeys(lower: string | null, upper: string | null, count: number): string[] | null {
  try {
    const keys = generateNKeysBetween(lower, upper, count);
    // Of keys that are not its own the library makes some that fall.
    const isRising = keys.every((key, n) => n === 0 || key > (keys[n - 1] as string));
    return isRising && keys.every((key) => Z_PATTERN.test(key)) ? keys : null;
  } catch {
    // It throws on keys that are not its own or not in order.
    return null;
  }
}

const zOf = (board: BoardDoc, id: ElementId | undefined): string | null =>
  (id === undefined ? undefined : board.get(id)?.z) ?? null;
