import { describe, expect, it } from 'vitest';
import { LIMITS } from '../protocol/limits.ts';
import { BoardDoc } from './BoardDoc.ts';
import { createElements } from './operations.ts';
import { fitsUpdate } from './weight.ts';

const points = Array.from({ length: 4_000 }, (_, n) => [20_000 + n, 90_000 - n, 50]).flat();
const stroke = { kind: 'stroke', props: { points, extent: [100_000, 100_000] } };
const note = { kind: 'note', text: '✱'.repeat(9_000), props: { color: 'blue' } };

/** The bytes of the one update that makes so many. */
function updateOf(one: typeof stroke | typeof note, count: number): number {
  const board = new BoardDoc();
  let bytes = 0;
  board.doc.on('update', (update: Uint8Array) => (bytes += update.length));
  const drafts = Array.from({ length: count }, () => ({ ...one, parent: null, at: { x: 0, y: 0 } }));
  createElements(board, 'test', drafts);
  return bytes;
}

describe('the weight of new elements', () => {
  it.each([
    ['strokes', stroke],
    ['notes', note],
  ])('lets as many %s through as one message carries, and not many fewer', (_, one) => {
    const fits = (count: number): boolean => fitsUpdate(Array.from({ length: count }, () => one));
    let most = 1;
    while (fits(most + 10)) most += 10;
    const bytes = updateOf(one, most);
    expect(bytes).toBeLessThan(LIMITS.messageBytes);
    expect(bytes).toBeGreaterThan(LIMITS.messageBytes * 0.75);
  });
});
