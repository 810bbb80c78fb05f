/**
 * Lines that people draw right now and trails of lasers, put together from the last points that presence brings. A laser's points fade one
 * after the other; a stroke stays until the stroke itself has had time to arrive.
 */
import type { Trail } from '../../shared/presence/Trail.ts';
import type { Peer } from '../editor/PresencePort.ts';

/** A line to be painted. */
export interface ShownTrail {
  readonly key: number;
  readonly trail: Trail;
  /** Page points with the time each came. */
  readonly points: readonly TrailPoint[];
}

export interface TrailPoint {
  readonly x: number;
  readonly y: number;
  readonly at: number;
}

/** How long a laser's light stays. */
export const FADE_MS = 1_200;
/** A stroke that is over stays this long: the written one is on its way. */
const LINGER_MS = 250;
/** More points of one line than this are forgotten, the oldest first. */
const MOST_POINTS = 20_000;
/** The key of this person's own laser; connections count from 1. */
export const OWN = 0;

interface Line {
  trail: Trail;
  /** How many points of the line came before the first one kept. */
  base: number;
  points: TrailPoint[];
  endedAt: number | null;
}

export class Trails {
  readonly #lines = new Map<number, Line>();

  get isEmpty(): boolean {
    return this.#lines.size === 0;
  }

  /** Takes in what others show, and this person's own laser: their own stroke is seen as it will be. Returns whether there is anything to paint. */
  take(peers: ReadonlyMap<number, Peer>, own: Trail | undefined, now: number): boolean {
    const drawn = new Map<number, Trail>();
    for (const [connection, { presence }] of peers) if (presence.trail) drawn.set(connection, presence.trail);
    if (own?.kind === 'laser') drawn.set(OWN, own);
    if (drawn.size === 0 && this.isEmpty) return false;
    this.update(drawn, now);
    return true;
  }

  /** What everybody draws now: by connection, and `OWN`. */
  update(drawn: ReadonlyMap<number, Trail>, now: number): void {
    for (const [key, trail] of drawn) {
      const line = this.#lines.get(key);
      if (line?.trail === trail) continue;
      if (line && line.trail.id === trail.id && trail.from >= line.base) extend(line, trail, now);
      else this.#lines.set(key, { trail, base: trail.from, points: pointsOf(trail, now), endedAt: null });
    }
    for (const [key, line] of this.#lines) if (!drawn.has(key)) line.endedAt ??= now;
    this.#drop(now);
  }

  /** The lines to paint, and whether they will look different in a moment though nobody does anything. */
  shown(now: number): { readonly lines: readonly ShownTrail[]; readonly fades: boolean } {
    this.#drop(now);
    let fades = false;
    const lines: ShownTrail[] = [];
    for (const [key, { trail, points, endedAt }] of this.#lines) {
      fades ||= trail.kind === 'laser' ? points.length > 0 : endedAt !== null;
      lines.push({ key, trail, points });
    }
    return { lines, fades };
  }

  #drop(now: number): void {
    for (const [key, line] of this.#lines) {
      if (line.trail.kind === 'laser') {
        const stale = line.points.findIndex(({ at }) => now - at < FADE_MS);
        const gone = stale < 0 ? line.points.length : stale;
        line.points.splice(0, gone);
        line.base += gone;
        if (line.endedAt !== null && line.points.length === 0) this.#lines.delete(key);
      } else if (line.endedAt !== null && now - line.endedAt >= LINGER_MS) this.#lines.delete(key);
    }
  }
}

function extend(line: Line, trail: Trail, now: number): void {
  const fresh = pointsOf(trail, now);
  const end = line.base + line.points.length;
  line.trail = trail;
  line.endedAt = null;
  if (trail.from > end) {
    // Points were missed: the line goes on where it is known again.
    line.points.push(...fresh);
    line.base = trail.from + fresh.length - line.points.length;
  } else {
    // What came before keeps its time: only the rest is new.
    const known = line.points.slice(trail.from - line.base);
    line.points.length = trail.from - line.base;
    for (const [n, point] of fresh.entries()) line.points.push({ ...point, at: known[n]?.at ?? now });
  }
  const over = line.points.length - MOST_POINTS;
  if (over <= 0) return;
  line.points.splice(0, over);
  line.base += over;
}

function pointsOf({ points }: Trail, at: number): TrailPoint[] {
  const read: TrailPoint[] = [];
  for (let n = 0; n + 1 < points.length; n += 2) read.push({ x: points[n] as number, y: points[n + 1] as number, at });
  return read;
}
