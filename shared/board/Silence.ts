/**
 * Whether a group sorts without a word (« Regrouper sans parler »): as long as anything on the board keeps silent, nobody is named. What is shown
 * of an element then has no author, on every screen, in pictures and in tables, while the document keeps it. Derived while reading, the same
 * for everybody; a board where nothing keeps silent pays one look at each element.
 */
import type { Element, ElementId } from '../elements/ElementKind.ts';
import { kindOf } from '../elements/registry.ts';

export interface SilencePorts {
  element(id: ElementId): Element | undefined;
  /** Everything on the board. */
  all(): Iterable<Element>;
  nextRev(): number;
}

export class Silence {
  readonly #ports: SilencePorts;
  readonly #silent = new Set<ElementId>();
  readonly #unsigned = new WeakMap<Element, Element>();

  constructor(ports: SilencePorts) {
    this.#ports = ports;
  }

  /** Whether nobody is to be named now. */
  get isOn(): boolean {
    return this.#silent.size > 0;
  }

  /** An element as it is shown now: in the silence without its author, the same object for the same element. */
  shown(element: Element): Element {
    if (this.#silent.size === 0 || element.by === undefined) return element;
    const known = this.#unsigned.get(element);
    if (known) return known;
    const { by: _by, ...rest } = element;
    const unsigned = { ...rest, rev: this.#ports.nextRev() };
    this.#unsigned.set(element, unsigned);
    return unsigned;
  }

  /** Takes in what was changed or deleted. Returns what else is shown otherwise now: all that has an author, when the silence begins or ends. */
  update(touched: Iterable<ElementId>): ElementId[] {
    const wasOn = this.isOn;
    for (const id of touched) {
      const element = this.#ports.element(id);
      if (element && kindOf(element).isSilent?.(element)) this.#silent.add(id);
      else this.#silent.delete(id);
    }
    if (this.isOn === wasOn) return [];
    return [...this.#ports.all()].flatMap(({ id, by }) => (by === undefined ? [] : [id]));
  }
}
