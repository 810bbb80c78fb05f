/**
 * Ward's grouping: what is nearest is joined first, then what these make, until all is one; the tree is then cut into as many groups as people
 * ask for, without computing again. By chains of nearest neighbours, in the square of the number of points. Pure; knows no notes.
 */

/** Two groups that become one; a group is named by the smallest point in it. */
export interface Join {
  readonly a: number;
  readonly b: number;
  readonly height: number;
}

/** Joins in rising order. `distances`: squared ones, a full symmetric matrix of `count` rows, which is used up. */
export function ward(distances: Float32Array, count: number, progress?: (done: number) => void): Join[] {
  const sizes = new Float64Array(count).fill(1);
  const isLeft = new Uint8Array(count).fill(1);
  const joins: Join[] = [];
  const chain: number[] = [];
  let first = 0;
  while (joins.length < count - 1) {
    if (chain.length === 0) {
      while (isLeft[first] === 0) first++;
      chain.push(first);
    }
    const top = chain[chain.length - 1] as number;
    const below = chain.length > 1 ? (chain[chain.length - 2] as number) : -1;
    let near = below;
    let height = below === -1 ? Number.POSITIVE_INFINITY : (distances[top * count + below] as number);
    for (let n = 0; n < count; n++) {
      if (isLeft[n] === 0 || n === top) continue;
      const distance = distances[top * count + n] as number;
      // The one below stays the nearest among equals: else a chain could go round for ever.
      if (distance < height) {
        height = distance;
        near = n;
      }
    }
    if (near !== below) {
      chain.push(near);
      continue;
    }
    chain.length -= 2;
    const a = Math.min(top, near);
    const b = Math.max(top, near);
    join(distances, count, sizes, isLeft, a, b, height);
    joins.push({ a, b, height });
    if (joins.length % 64 === 0) progress?.(joins.length / count);
  }
  return joins.sort((x, y) => x.height - y.height || x.a - y.a || x.b - y.b);
}

function join(
  distances: Float32Array,
  count: number,
  sizes: Float64Array,
  isLeft: Uint8Array,
  a: number,
  b: number,
  height: number,
): void {
  const [sizeA, sizeB] = [sizes[a] as number, sizes[b] as number];
  isLeft[b] = 0;
  for (let n = 0; n < count; n++) {
    if (isLeft[n] === 0 || n === a) continue;
    const size = sizes[n] as number;
    const toA = distances[a * count + n] as number;
    const toB = distances[b * count + n] as number;
    const far = ((sizeA + size) * toA + (sizeB + size) * toB - size * height) / (sizeA + sizeB + size);
    distances[a * count + n] = far;
    distances[n * count + a] = far;
  }
  sizes[a] = sizeA + sizeB;
}

/** The group of each point when there are to be `groups` of them: numbered in the order of their first points. */
export function cut(joins: readonly Join[], count: number, groups: number): Int32Array {
  const parent = Int32Array.from({ length: count }, (_, n) => n);
  const root = (n: number): number => {
    let at = n;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at] as number] as number;
      at = parent[at] as number;
    }
    return at;
  };
  for (const { a, b } of joins.slice(0, Math.max(0, count - Math.max(1, groups)))) {
    const [rootA, rootB] = [root(a), root(b)];
    parent[Math.max(rootA, rootB)] = Math.min(rootA, rootB);
  }
  const numbers = new Map<number, number>();
  return Int32Array.from({ length: count }, (_, n) => {
    const at = root(n);
    const number = numbers.get(at) ?? numbers.size;
    numbers.set(at, number);
    return number;
  });
}
