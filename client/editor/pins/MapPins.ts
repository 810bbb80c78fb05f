/**
 * The pins of maps: which one is chosen, and where a hand or a key takes it. A pin is a key of the map's props, so each of these is one edit of
 * the map; what a pin stands for is an ordinary note, wherever it lies. What makes pins and ties them to notes is in `PinEdits.ts`.
 */
import type { StoreApi } from 'zustand/vanilla';
import type { BoardDoc } from '../../../shared/board/BoardDoc.ts';
import type { Element, ElementId } from '../../../shared/elements/ElementKind.ts';
import {
  asMap,
  type MapProps,
  type NumberedPin,
  pinAt,
  pinKey,
  pinsOf,
  shareOf,
} from '../../../shared/elements/map/pins.ts';
import { kindOf } from '../../../shared/elements/registry.ts';
import type { PagePoint, Vec } from '../../../shared/geometry/vec.ts';
import { LIMITS } from '../../../shared/protocol/limits.ts';
import type { BoardIndex } from '../BoardIndex.ts';
import { areaUnder } from '../dropTarget.ts';
import type { EditorState } from '../EditorState.ts';
import type { Notify } from '../Notice.ts';
import type { Permits } from '../Permits.ts';
import type { Selection } from '../Selection.ts';
import type { Writes } from '../Writes.ts';

interface MapPinsPorts {
  readonly store: StoreApi<EditorState>;
  readonly board: BoardDoc;
  readonly index: BoardIndex;
  readonly selection: Selection;
  readonly writes: Writes;
  readonly permits: Permits;
  readonly notify: Notify;
}

/** A pin of a map, with its number. */
export interface ChosenPin {
  readonly map: Element<MapProps>;
  readonly pin: NumberedPin;
  readonly number: number;
}

/** Shares of the map's sides an arrow moves a pin, alone and with shift. */
const STEP = 0.01;
const STEP_FAR = 0.05;
const NOBODY: ReadonlySet<ElementId> = new Set();

export class MapPins {
  readonly #ports: MapPinsPorts;
  readonly #stop: () => void;
  #isChoosing = false;

  constructor(ports: MapPinsPorts) {
    this.#ports = ports;
    const { store } = ports;
    this.#stop = store.subscribe(({ selection, pin }, before) => {
      if (selection === before.selection || pin === null || this.#isChoosing) return;
      // A pin waits for the one note that it may be given; any other choice, another map too, is about something else.
      const [only = ''] = selection.size === 1 ? selection : [];
      if (!this.#isContribution(ports.board.get(only))) store.setState({ pin: null });
    });
  }

  dispose(): void {
    this.#stop();
  }

  /** The pin that is chosen; `null` also where it has gone meanwhile. */
  get chosen(): ChosenPin | null {
    const { pin } = this.#ports.store.getState();
    return pin && this.find(pin.on, pin.id);
  }

  /** The chosen pin while its map is selected alone; `gone`: it was one, and is on the map no longer. */
  get held(): ChosenPin | 'gone' | null {
    const { pin } = this.#ports.store.getState();
    if (pin === null || this.#ports.selection.single !== pin.on) return null;
    return this.chosen ?? 'gone';
  }

  find(on: ElementId, id: string): ChosenPin | null {
    const map = this.mapOf(on);
    const at = map ? pinsOf(map.props).findIndex((pin) => pin.id === id) : -1;
    const pin = map && pinsOf(map.props)[at];
    return map && pin ? { map, pin, number: at + 1 } : null;
  }

  /** The map the selection is about: the selected one, or that of the chosen pin. */
  get map(): Element<MapProps> | null {
    const { single } = this.#ports.selection;
    return (single === null ? null : this.mapOf(single)) ?? this.chosen?.map ?? null;
  }

  /** Gives a picture to the map at a page point that still asks for one; returns the map, `null` where there is none that takes it. */
  takePicture(point: Vec, { hash, width, height }: { hash: string; width: number; height: number }): ElementId | null {
    const { board, index, permits } = this.#ports;
    const id = areaUnder(board, index, point as PagePoint, NOBODY);
    const map = id === null ? null : this.mapOf(id);
    if (!map || map.lock || map.props.hash !== undefined || !permits.mayChange(map.id, 'edit')) return null;
    const [w] = map.size;
    const size = [w, Math.min(LIMITS.areaSizeMax, Math.max(LIMITS.sizeMin, Math.round((w * height) / width)))] as const;
    // Its proportions are a change of place: whoever may only edit leaves the map as large as it is.
    const mayResize = permits.mayChange(map.id, 'move');
    board.edit('picture', (write) => write.set(map.id, { props: { hash }, ...(mayResize && { size }) }));
    return map.id;
  }

  /** Says what is seen on a map's picture. False where the element is no map. */
  describe(id: ElementId, alt: string): boolean {
    if (!this.mapOf(id)) return false;
    this.#ports.writes.style([id], { alt: alt === '' ? undefined : alt }, 'describe');
    return true;
  }

  /** Takes a pin in hand: its map is selected with it. `null`: none. */
  choose(pin: { readonly on: ElementId; readonly id: string } | null): void {
    const { store, selection } = this.#ports;
    this.#isChoosing = true;
    if (pin) selection.set([pin.on]);
    store.setState({ pin });
    this.#isChoosing = false;
  }

  /** The map itself was taken up again: its pin is chosen no longer. */
  letGo(map: ElementId): void {
    if (this.#ports.store.getState().pin?.on === map) this.#ports.store.setState({ pin: null });
  }

  /** The pin of the topmost thing under a page point, where that is a map; `reach`: how far a hand may miss, in page units. */
  at(point: PagePoint, reach: number): { readonly on: ElementId; readonly id: string } | null {
    const { index } = this.#ports;
    const found = index.search({ x: point.x - reach, y: point.y - reach, w: 2 * reach, h: 2 * reach });
    for (let n = found.length - 1; n >= 0; n--) {
      const item = found[n];
      if (!item) continue;
      const local = { x: point.x - item.origin.x, y: point.y - item.origin.y };
      const map = asMap(item.element);
      if (map) {
        const id = pinAt(map, local, reach);
        if (id !== null) return { on: item.id, id };
      }
      if (item.view.grabs(item.element, local, 0, index.around)) return null;
    }
    return null;
  }

  /** Moves a pin to shares of its map's sides. */
  move({ map, pin }: ChosenPin, to: Vec): void {
    const { id, ...rest } = pin;
    this.write(map.id, id, { ...rest, x: shareOf(to.x, 1), y: shareOf(to.y, 1) });
  }

  /** An arrow moves the chosen pin. Returns whether there was one to move. */
  nudge(direction: Vec, isFar: boolean): boolean {
    const { chosen } = this;
    if (!chosen || this.#ports.selection.single !== chosen.map.id) return false;
    const step = isFar ? STEP_FAR : STEP;
    const { x, y } = chosen.pin;
    this.move(chosen, { x: x + direction.x * step, y: y + direction.y * step });
    return true;
  }

  /** Takes a pin away; what it stood for stays. One then holds the next, or the last: never the map, which the same key would take away. */
  remove({ map, pin, number }: ChosenPin): boolean {
    const pins = pinsOf(map.props);
    const next = pins[number] ?? pins[number - 2] ?? pin;
    if (!this.write(map.id, pin.id, undefined)) return false;
    this.choose({ on: map.id, id: next.id });
    this.#ports.notify({ kind: 'announce', id: 'pins.say.removed', values: { number } });
    return true;
  }

  /** Says that there is no pin left in hand to do anything with. */
  sayGone(): void {
    this.#ports.notify({ kind: 'notice', id: 'pins.notice.gone' });
  }

  /** What the chosen pin may be given: the one contribution that is selected, where this person may write on the map. */
  get candidate(): ElementId | null {
    const { board, permits, selection } = this.#ports;
    const { chosen } = this;
    const element = selection.single === null ? undefined : board.get(selection.single);
    if (!chosen || !element || element.id === chosen.pin.of) return null;
    return this.#isContribution(element) && !chosen.map.lock && permits.mayChange(chosen.map.id, 'edit')
      ? element.id
      : null;
  }

  #isContribution(element: Element | undefined): boolean {
    const kind = element && kindOf(element);
    return kind !== undefined && !kind.isContainer && kind.row(element as Element) !== null;
  }

  /** Writes what a pin is (`undefined`: no longer there); false, and said, where that may not be. */
  write(map: ElementId, id: string, value: Readonly<Record<string, unknown>> | undefined): boolean {
    const { permits, writes } = this.#ports;
    if (permits.changeable([map], 'edit').length === 0) return false;
    return writes.style([map], { [pinKey(id)]: value }, 'pin').length > 0;
  }

  /** An element as a map; `null` where it is none that can be read. */
  mapOf(id: ElementId): Element<MapProps> | null {
    return asMap(this.#ports.board.get(id));
  }
}
