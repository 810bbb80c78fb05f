/** The benchmark's wall: N notes of 200 × 200 on a near-square grid, the same for every page. */
import { contribution } from '../contributions.mjs';

const SIZE = 200;
const PITCH = 220;
const COLOURS = 6;
const MIN_CHARS = 10;
const MAX_CHARS = 90;

/** `{ i, x, y, colour, text }` each; colours are 0 to 5, texts of many lengths. */
export function makeNotes(count) {
  const columns = Math.ceil(Math.sqrt(count));
  return Array.from({ length: count }, (_, i) => ({
    i,
    x: (i % columns) * PITCH,
    y: Math.floor(i / columns) * PITCH,
    // Neither follows the columns, so that any stretch of the wall has all colours and lengths.
    colour: (i * 5 + Math.floor(i / 7)) % COLOURS,
    text: contribution(i, MIN_CHARS + ((i * 37) % (MAX_CHARS - MIN_CHARS + 1))),
  }));
}

export const wallSize = (notes) => ({
  w: Math.max(...notes.map(({ x }) => x)) + SIZE,
  h: Math.max(...notes.map(({ y }) => y)) + SIZE,
});
