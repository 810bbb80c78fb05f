/**
 * Walls whose notes lie in areas: many clusters, or one large grid. The notes are those of `notes.mjs`, with the places that their area
 * gives them; `areas` or `grid` says what a page needs to show it.
 */
import { contribution } from '../contributions.mjs';
import { arrangeCluster, arrangeGrid, CLUSTER, GRID, NOTE } from './limit/arrange.js';
import { makeNotes } from './notes.mjs';

const CLUSTERS = 300;
const ACROSS = 20;
/** Notes beside one another in a cluster, and the air between clusters. */
const COLUMNS = 6;
const AIR = 64;
/** Clusters are tinted in so many colours; each seventh is not. */
const TINTS = 6;
const ROWS = 20;
const GRID_COLUMNS = 30;
/** Wide enough for two notes beside one another. */
const COLUMN_WIDTH = 2 * NOTE + GRID.gap + 2 * GRID.pad;

/** Numbers that add up to `total`, from about half to one and a half times the mean. */
function shares(total, count) {
  const mean = total / count;
  const sizes = Array.from({ length: count }, (_, k) => Math.floor(mean * (0.5 + ((k * 17) % 31) / 31)));
  let rest = total - sizes.reduce((sum, size) => sum + size, 0);
  for (let k = 0; rest > 0; k = (k + 1) % count, rest--) sizes[k]++;
  return sizes;
}

const titleOf = (k, maxChars) => contribution(k * 3 + 1, maxChars).replace(/\s+/g, ' ');

/** `count` notes in three hundred clusters of many sizes, in fifteen rows. */
export function makeClusters(count) {
  const notes = makeNotes(count);
  const w = COLUMNS * (NOTE + CLUSTER.gap) - CLUSTER.gap + 2 * CLUSTER.padding;
  const areas = [];
  let first = 0;
  let top = 0;
  let lowest = 0;
  for (const [k, size] of shares(count, CLUSTERS).entries()) {
    if (k % ACROSS === 0) top = lowest;
    const area = {
      x: (k % ACROSS) * (w + AIR),
      y: top,
      w,
      title: titleOf(k, 12 + ((k * 11) % 34)),
      colour: k % (TINTS + 1) === TINTS ? null : k % TINTS,
      members: Array.from({ length: size }, (_, n) => first + n),
      isClosed: false,
    };
    arrangeCluster(area, notes);
    areas.push(area);
    first += size;
    lowest = Math.max(lowest, area.y + area.h + AIR);
  }
  return { notes, areas };
}

/** `count` notes in a grid of 20 rows and 30 columns, some cells with more than others. */
export function makeGrid(count) {
  const notes = makeNotes(count);
  const cells = [];
  let first = 0;
  for (const size of shares(count, ROWS * GRID_COLUMNS)) {
    cells.push(Array.from({ length: size }, (_, n) => first + n));
    first += size;
  }
  const grid = {
    x: 0,
    y: 0,
    rows: Array.from({ length: ROWS }, (_, r) => ({ name: titleOf(r, 10 + ((r * 7) % 20)) })),
    columns: Array.from({ length: GRID_COLUMNS }, (_, c) => ({
      name: titleOf(c + ROWS, 10 + ((c * 7) % 24)),
      w: COLUMN_WIDTH,
    })),
    cells,
  };
  arrangeGrid(grid, notes);
  return { notes, grid };
}

/** The walls that are measured beside those of notes alone. */
export const AREA_WALLS = {
  clusters: { label: '300 clusters', notes: 10_000, make: makeClusters },
  grid: { label: 'grid of 20 × 30', notes: 1_200, make: makeGrid },
};
