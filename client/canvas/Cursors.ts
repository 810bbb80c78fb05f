/**
 * Where others' pointers are shown: each glides to its latest position, and fades when it rests. Pure but for the clock it is given.
 */
import type { PagePoint, Vec } from '../../shared/geometry/vec.ts';
import type { Peer } from '../editor/PresencePort.ts';

const GLIDE_MS = 120;
const REST_MS = 10_000;
const FADE_MS = 400;

interface Cursor {
  from: Vec;
  to: Vec;
  movedAt: number;
}

export interface ShownCursor {
  readonly connection: number;
  readonly at: PagePoint;
  /** 1 while it moves, towards 0 when it rests. */
  readonly opacity: number;
}

export class Cursors {
  readonly #cursors = new Map<number, Cursor>();
  readonly #isMotionReduced: () => boolean;

  constructor(isMotionReduced: () => boolean) {
    this.#isMotionReduced = isMotionReduced;
  }

  update(peers: ReadonlyMap<number, Peer>, now: number): void {
    for (const connection of this.#cursors.keys())
      if (!peers.get(connection)?.presence.cursor) this.#cursors.delete(connection);
    for (const [connection, { presence }] of peers) {
      if (!presence.cursor) continue;
      const to = { x: presence.cursor[0], y: presence.cursor[1] };
      const known = this.#cursors.get(connection);
      if (!known) this.#cursors.set(connection, { from: to, to, movedAt: now });
      else if (known.to.x !== to.x || known.to.y !== to.y) {
        known.from = this.#isMotionReduced() ? to : this.#at(known, now);
        known.to = to;
        known.movedAt = now;
      }
    }
  }

  shown(now: number): ShownCursor[] {
    const shown: ShownCursor[] = [];
    for (const [connection, cursor] of this.#cursors) {
      const opacity = 1 - Math.min(1, Math.max(0, (now - cursor.movedAt - REST_MS) / FADE_MS));
      if (opacity > 0) shown.push({ connection, at: this.#at(cursor, now), opacity });
    }
    return shown;
  }

  /** When the picture changes next by itself: now (it moves or fades), later, or never (`null`). */
  nextChange(now: number): number | null {
    let next: number | null = null;
    for (const { movedAt } of this.#cursors.values()) {
      const age = now - movedAt;
      if (age < GLIDE_MS || (age >= REST_MS && age < REST_MS + FADE_MS)) return now;
      if (age < REST_MS) next = Math.min(next ?? Number.POSITIVE_INFINITY, movedAt + REST_MS);
    }
    return next;
  }

  #at({ from, to, movedAt }: Cursor, now: number): Vec {
    const t = Math.min(1, Math.max(0, (now - movedAt) / GLIDE_MS));
    const eased = 1 - (1 - t) ** 2;
    return { x: from.x + (to.x - from.x) * eased, y: from.y + (to.y - from.y) * eased };
  }
}
