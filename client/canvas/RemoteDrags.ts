/**
 * What others are dragging right now, as displacements of elements. A release arrives in two parts, the written place and the end of the
 * gesture, in either order: until both are there the element is shown once, where it was let go, and never jumps back.
 */
import type { Element, ElementId } from '../../shared/elements/ElementKind.ts';
import type { Vec } from '../../shared/geometry/vec.ts';
import type { Peer } from '../editor/PresencePort.ts';

interface Drag {
  readonly connection: number;
  /** The element's place when the drag was first seen: another one means that the drag is written. */
  readonly place: Element['place'];
  by: Vec;
  hasLanded: boolean;
  endedAt: number | null;
}

/** How long an ended drag waits for its place to be written before the element goes back. */
export const LINGER_MS = 700;

export class RemoteDrags {
  readonly #element: (id: ElementId) => Element | undefined;
  readonly #drags = new Map<ElementId, Drag>();

  constructor(element: (id: ElementId) => Element | undefined) {
    this.#element = element;
  }

  /** Takes in what the others show, or that the board has changed. */
  update(peers: ReadonlyMap<number, Peer>, now: number): void {
    const held = new Set<ElementId>();
    for (const [connection, { presence }] of peers) {
      const { drag, drags = [] } = presence;
      if (!drag) continue;
      for (const { ids, by } of [drag, ...drags])
        for (const id of ids) {
          const element = this.#element(id);
          if (!element || held.has(id)) continue;
          held.add(id);
          this.#hold(id, connection, element, { x: by[0], y: by[1] });
        }
    }
    for (const [id, drag] of this.#drags) {
      const element = this.#element(id);
      if (element && element.place !== drag.place) drag.hasLanded = true;
      if (held.has(id)) continue;
      drag.endedAt ??= now;
      if (!element || drag.hasLanded || now - drag.endedAt >= LINGER_MS) this.#drags.delete(id);
    }
  }

  /** Elements displaced now. */
  displaced(): ReadonlyMap<ElementId, Vec> {
    const displaced = new Map<ElementId, Vec>();
    for (const [id, drag] of this.#drags) if (!drag.hasLanded) displaced.set(id, drag.by);
    return displaced;
  }

  /** When `update` must be called again though nothing changes; `null`: not needed. */
  get deadline(): number | null {
    let earliest: number | null = null;
    for (const { endedAt } of this.#drags.values())
      if (endedAt !== null) earliest = Math.min(earliest ?? Number.POSITIVE_INFINITY, endedAt + LINGER_MS);
    return earliest;
  }

  #hold(id: ElementId, connection: number, element: Element, by: Vec): void {
    const known = this.#drags.get(id);
    if (!known || known.connection !== connection || known.endedAt !== null) {
      this.#drags.set(id, { connection, place: element.place, by, hasLanded: false, endedAt: null });
      return;
    }
    known.by = by;
  }
}
