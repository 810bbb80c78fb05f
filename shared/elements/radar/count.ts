/**
 * What stands in a radar, counted: a ring, a sector, a tag. Pure. A note with two tags counts once for each of them and once in all; what lies
 * outside the circle is counted apart.
 */
import type { Box } from '../../geometry/box.ts';
import type { Element } from '../ElementKind.ts';
import { countsOn, ringsOf, sectorsOf } from './props.ts';
import { type Circled, whereIn } from './where.ts';

export interface Standing {
  readonly element: Pick<Element, 'kind' | 'marks'>;
  /** Relative to the radar's top left. */
  readonly frame: Box;
}

export interface Tally {
  readonly total: number;
  /** How many of each tag, by name; of '' those without any. */
  readonly tags: ReadonlyMap<string, number>;
}

export interface SectorTally extends Tally {
  /** Its id; '' where the radar has no sectors. */
  readonly sector: string;
  /** From the centre outwards; one where the radar has no rings. */
  readonly rings: readonly Tally[];
}

export interface RadarTally {
  readonly sectors: readonly SectorTally[];
  /** Of all sectors together. */
  readonly all: Tally;
  /** The tags there are, the most frequent first, then by name; '' last. */
  readonly tags: readonly string[];
  /** How many lie outside the circle. */
  readonly outside: number;
}

class Counter implements Tally {
  total = 0;
  readonly tags = new Map<string, number>();

  add(names: readonly string[]): void {
    this.total++;
    for (const name of names) this.tags.set(name, (this.tags.get(name) ?? 0) + 1);
  }
}

/** Counts the children of a radar. */
export function countSignals(radar: Circled, children: Iterable<Standing>): RadarTally {
  const rings = ringsOf(radar.props);
  const sectors = sectorsOf(radar.props);
  const bySector = (sectors.length === 0 ? [''] : sectors.map(({ id }) => id)).map((sector) => ({
    sector,
    all: new Counter(),
    rings: Array.from({ length: Math.max(1, rings.length) }, () => new Counter()),
  }));
  const all = new Counter();
  let outside = 0;
  for (const { element, frame } of children) {
    if (!countsOn(element)) continue;
    const where = whereIn(radar, frame);
    if (!where) {
      outside++;
      continue;
    }
    const names = element.marks.tags.length === 0 ? [''] : element.marks.tags.map(({ name }) => name);
    const counted = bySector.find(({ sector }) => sector === (where.sector?.id ?? ''));
    all.add(names);
    counted?.all.add(names);
    counted?.rings[
      Math.max(
        0,
        rings.findIndex(({ id }) => id === where.ring?.id),
      )
    ]?.add(names);
  }
  return {
    sectors: bySector.map(({ sector, all: { total, tags }, rings: tallies }) => ({
      sector,
      total,
      tags,
      rings: tallies,
    })),
    all,
    tags: [...all.tags]
      .sort(([a, countA], [b, countB]) => Number(a === '') - Number(b === '') || countB - countA || (a < b ? -1 : 1))
      .map(([name]) => name),
    outside,
  };
}

export interface Gap {
  readonly sector: string;
  /** Of all signals with the tag, the share that stands in this sector, from 0 to 1. */
  readonly first: number;
  readonly second: number;
}

/** The sector in which two tags differ most, by the share of each that stands there; `null` where one has none at all. */
export function widestGap({ sectors, all }: RadarTally, first: string, second: string): Gap | null {
  const [of, against] = [all.tags.get(first) ?? 0, all.tags.get(second) ?? 0];
  if (of === 0 || against === 0) return null;
  let widest: Gap | null = null;
  for (const { sector, tags } of sectors) {
    const gap = { sector, first: (tags.get(first) ?? 0) / of, second: (tags.get(second) ?? 0) / against };
    if (!widest || Math.abs(gap.first - gap.second) > Math.abs(widest.first - widest.second)) widest = gap;
  }
  return widest;
}
