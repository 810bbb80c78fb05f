/** Figures of groupings against what people said (ARI, V-measure), and the plain ways they stand beside. Pure, seeded. */
import { toVectors } from '../../../shared/sorting/vectors.ts';
import type { Word } from '../../../shared/sorting/words.ts';
import type { Random } from '../../helpers/random.ts';

interface Table {
  readonly cells: Map<string, number>;
  readonly rows: Map<number, number>;
  readonly columns: Map<number, number>;
  readonly count: number;
}

function tableOf(a: readonly number[], b: readonly number[]): Table {
  const cells = new Map<string, number>();
  const rows = new Map<number, number>();
  const columns = new Map<number, number>();
  for (const [n, x] of a.entries()) {
    const y = b[n] as number;
    cells.set(`${x},${y}`, (cells.get(`${x},${y}`) ?? 0) + 1);
    rows.set(x, (rows.get(x) ?? 0) + 1);
    columns.set(y, (columns.get(y) ?? 0) + 1);
  }
  return { cells, rows, columns, count: a.length };
}

const sum = (values: Iterable<number>): number => [...values].reduce((total, value) => total + value, 0);

/** Adjusted Rand index: 1 the same groups, 0 what chance gives. */
export function adjustedRand(a: readonly number[], b: readonly number[]): number {
  const { cells, rows, columns, count } = tableOf(a, b);
  const pairs = (map: Map<unknown, number>): number => sum([...map.values()].map((n) => (n * (n - 1)) / 2));
  const expected = (pairs(rows) * pairs(columns)) / ((count * (count - 1)) / 2);
  const most = (pairs(rows) + pairs(columns)) / 2;
  return most === expected ? 1 : (pairs(cells) - expected) / (most - expected);
}

/** Harmonic mean of homogeneity and completeness. Not adjusted for chance: many small groups score high by themselves. */
export function vMeasure(a: readonly number[], b: readonly number[]): number {
  const { cells, rows, columns, count } = tableOf(a, b);
  const entropy = (map: Map<unknown, number>): number =>
    -sum([...map.values()].map((n) => (n / count) * Math.log(n / count)));
  const shared = entropy(rows) + entropy(columns) - entropy(cells);
  const [homogeneity, completeness] = [rows, columns].map((map) => (entropy(map) === 0 ? 1 : shared / entropy(map)));
  const total = (homogeneity ?? 0) + (completeness ?? 0);
  return total === 0 ? 0 : (2 * (homogeneity ?? 0) * (completeness ?? 0)) / total;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

/** k-means (k-means++ starts, cosine, best of five) on plain TF-IDF of stems: what a first attempt would do. */
export function plainKMeans(words: readonly (readonly Word[])[], groups: number, random: Random): number[] {
  const points = denseOf(words);
  let best: { labels: number[]; fit: number } = { labels: points.map(() => 0), fit: Number.NEGATIVE_INFINITY };
  for (let start = 0; start < 5; start++) {
    const found = lloyd(points, groups, random);
    if (found.fit > best.fit) best = found;
  }
  return best.labels;
}

/** The group whose examples' mean is nearest, on plain TF-IDF of stems: what a first attempt at completing groups would do. `null`: none. */
export function plainCentroids(
  words: readonly (readonly Word[])[],
  seeds: readonly (readonly number[])[],
): (number | null)[] {
  const points = denseOf(words);
  const centres = seeds.map((places) => {
    const centre = new Float64Array(points[0]?.length ?? 0);
    for (const place of places)
      for (const [f, v] of (points[place] as Float64Array).entries()) centre[f] = (centre[f] as number) + v;
    const norm = Math.hypot(...centre) || 1;
    return centre.map((v) => v / norm);
  });
  return points.map((point) => {
    const fits = centres.map((centre) => dot(point, centre));
    const best = Math.max(...fits);
    return best > 0 ? fits.indexOf(best) : null;
  });
}

/** Plain TF-IDF rows of stems. */
function denseOf(words: readonly (readonly Word[])[]): Float64Array[] {
  const { starts, features, weights, width, count } = toVectors(words, { words: 1, grams: 4 });
  return Array.from({ length: count }, (_, n) => {
    const row = new Float64Array(width);
    for (let p = starts[n] as number; p < (starts[n + 1] as number); p++)
      row[features[p] as number] = weights[p] as number;
    return row;
  });
}

const dot = (a: Float64Array, b: Float64Array): number =>
  a.reduce((total, value, n) => total + value * (b[n] as number), 0);

function lloyd(points: readonly Float64Array[], groups: number, random: Random): { labels: number[]; fit: number } {
  const centres = [Float64Array.from(random.pick(points))];
  const far = points.map((point) => 1 - dot(point, centres[0] as Float64Array));
  while (centres.length < groups) {
    const reach = sum(far.map((d) => Math.max(0, d))) * random.next();
    let passed = 0;
    const at = Math.max(
      0,
      far.findIndex((d) => {
        passed += Math.max(0, d);
        return passed >= reach;
      }),
    );
    const centre = Float64Array.from(points[at] as Float64Array);
    centres.push(centre);
    for (const [n, point] of points.entries()) far[n] = Math.min(far[n] as number, 1 - dot(point, centre));
  }
  let labels: number[] = [];
  for (let round = 0; round < 30; round++) {
    const next = points.map((point) => {
      const fits = centres.map((centre) => dot(point, centre));
      return fits.indexOf(Math.max(...fits));
    });
    if (next.every((label, n) => label === labels[n])) break;
    labels = next;
    for (const [group, centre] of centres.entries()) {
      centre.fill(0);
      for (const [n, point] of points.entries())
        if (labels[n] === group) for (const [f, v] of point.entries()) centre[f] = (centre[f] as number) + v;
      const norm = Math.hypot(...centre) || 1;
      for (const [f, v] of centre.entries()) centre[f] = v / norm;
    }
  }
  return { labels, fit: sum(points.map((point, n) => dot(point, centres[labels[n] as number] as Float64Array))) };
}
