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
  readonly #by = new Map<ElementId, PinnedBy[]>();

  constructor(element: (id: ElementId) => Element | undefined) {
    this.#element = element;
  }

  /** Everything that may have pins: maps, in no order. */
  get maps(): Iterable<ElementId> {
    return this.#points.keys();
  }

  /** The pins that stand for an element. */
  of(id: ElementId): readonly PinnedBy[] {
    return this.#by.get(id) ?? NONE;
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
        const left = this.of(of).filter((one) => one.on !== on);
        if (left.length > 0) this.#by.set(of, left);
        else this.#by.delete(of);
      }
      for (const pin of now ?? NO_PINS) {
        if (pin.of === undefined) continue;
        affected.add(pin.of);
        this.#by.set(pin.of, [...this.of(pin.of), { on, pin }].sort(inOrder));
      }
      if (now === null) this.#points.delete(on);
      else this.#points.set(on, now);
    }
    return affected;
  }
}

/** By map, then by number: the same whoever wrote last. */
const inOrder = (a: PinnedBy, b: PinnedBy): number =>
  a.on === b.on ? a.pin.number - b.pin.number : a.on < b.on ? -1 : 1;
