/**
 * Which pins of which maps stand for an element, the other way round from how they are written: so that a note knows its number wherever it
 * lies. Derived while reading, the same for everybody; a board without maps pays one look at each element.
 */
import type { Element, ElementId, PinnedBy, PinPoint } from '../elements/ElementKind.ts';
import { kindOf } from '../elements/registry.ts';

const NONE: readonly PinnedBy[] = [];
const NO_PINS: readonly PinPoint[] = [];

export class Pins {
  readonly #element: (id: ElementId) => Element | undefined;
  /** What has pins, and its pins as they were last read. */
  readonly #points = new Map<ElementId, readonly PinPoint[]>();
  /** For what a pin stands for: the pins of each map, by their numbers. */
  readonly #by = new Map<ElementId, Map<ElementId, PinPoint[]>>();
  /** The same in one list, from when somebody has asked until it changes. */
  readonly #lists = new Map<ElementId, readonly PinnedBy[]>();

  constructor(element: (id: ElementId) => Element | undefined) {
    this.#element = element;
  }

  /** Everything that may have pins: maps, in no order. */
  get maps(): Iterable<ElementId> {
    return this.#points.keys();
  }

  /** The pins that stand for an element: by map, then by number, the same whoever wrote last. */
  of(id: ElementId): readonly PinnedBy[] {
    const known = this.#lists.get(id);
    if (known) return known;
    const by = this.#by.get(id);
    if (!by) return NONE;
    const maps = [...by].sort(([a], [b]) => (a < b ? -1 : 1));
    const list = maps.flatMap(([on, points]) => points.map((pin): PinnedBy => ({ on, pin })));
    this.#lists.set(id, list);
    return list;
  }

  /** Takes in what was changed or deleted. Returns the elements of which another pin, or none any more, may stand. */
  update(touched: Iterable<ElementId>): Set<ElementId> {
    const affected = new Set<ElementId>();
    for (const on of touched) {
      const element = this.#element(on);
      const now = (element && kindOf(element).pins?.(element)) ?? null;
      const before = this.#points.get(on);
      if (now === null && before === undefined) continue;
      for (const { of } of before ?? NO_PINS) {
        if (of === undefined) continue;
        affected.add(of);
        const by = this.#by.get(of);
        by?.delete(on);
        if (by?.size === 0) this.#by.delete(of);
      }
      for (const pin of now ?? NO_PINS) {
        if (pin.of === undefined) continue;
        affected.add(pin.of);
        const by = this.#by.get(pin.of) ?? new Map<ElementId, PinPoint[]>();
        this.#by.set(pin.of, by);
        const points = by.get(on);
        if (points) points.push(pin);
        else by.set(on, [pin]);
      }
      if (now === null) this.#points.delete(on);
      else this.#points.set(on, now);
    }
    for (const of of affected) this.#lists.delete(of);
    return affected;
  }
}
