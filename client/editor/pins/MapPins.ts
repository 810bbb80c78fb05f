/**
 * The pins of maps: which one is chosen, and all that one does with them. A pin is a key of the map's props, so each of these is one edit of
 * the map; what a pin stands for is an ordinary note, wherever it lies. What pins look like is the kind's affair.
 */
import type { StoreApi } from 'zustand/vanilla';
import type { BoardDoc } from '../../../shared/board/BoardDoc.ts';
import { keysBetween, keysOnTop } from '../../../shared/board/order.ts';
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
import { note as noteKind } from '../../../shared/elements/note/note.ts';
import { kindOf } from '../../../shared/elements/registry.ts';
import { intersects } from '../../../shared/geometry/box.ts';
import type { PagePoint, Vec } from '../../../shared/geometry/vec.ts';
import { createId } from '../../../shared/lib/ids.ts';
import { LIMITS } from '../../../shared/protocol/limits.ts';
import type { BoardIndex } from '../BoardIndex.ts';
import type { CameraControl } from '../CameraControl.ts';
import { areaUnder } from '../dropTarget.ts';
import { type EditorState, nextPropsOf } from '../EditorState.ts';
import type { Notify } from '../Notice.ts';
import type { Permits } from '../Permits.ts';
import type { Selection } from '../Selection.ts';
import type { Typing } from '../Typing.ts';
import type { Writes } from '../Writes.ts';

interface MapPinsPorts {
  readonly store: StoreApi<EditorState>;
  readonly board: BoardDoc;
  readonly index: BoardIndex;
  readonly camera: CameraControl;
  readonly selection: Selection;
  readonly typing: Typing;
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
/** Between new pins that would all stand in the middle. */
const STEP_ROW = 0.08;
const NOBODY: ReadonlySet<ElementId> = new Set();
const GAP = 24;
const COLUMNS = 3;

export class MapPins {
  readonly #ports: MapPinsPorts;
  readonly #stop: () => void;
  #isChoosing = false;

  constructor(ports: MapPinsPorts) {
    this.#ports = ports;
    const { store } = ports;
    this.#stop = store.subscribe(({ selection, pin }, before) => {
      if (selection === before.selection || pin === null || this.#isChoosing) return;
      // A pin waits for the one note that it may be given; any other choice is about something else.
      const [only] = selection.size === 1 ? selection : [];
      if (only === undefined || only === pin.on) store.setState({ pin: null });
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
    const map = this.#mapOf(on);
    const at = map ? pinsOf(map.props).findIndex((pin) => pin.id === id) : -1;
    const pin = map && pinsOf(map.props)[at];
    return map && pin ? { map, pin, number: at + 1 } : null;
  }

  /** The map the selection is about: the selected one, or that of the chosen pin. */
  get map(): Element<MapProps> | null {
    const { single } = this.#ports.selection;
    return (single === null ? null : this.#mapOf(single)) ?? this.chosen?.map ?? null;
  }

  /** Gives a picture to the map at a page point that still asks for one; returns the map, `null` where there is none that takes it. */
  takePicture(point: Vec, { hash, width, height }: { hash: string; width: number; height: number }): ElementId | null {
    const { board, index, permits } = this.#ports;
    const id = areaUnder(board, index, point as PagePoint, NOBODY);
    const map = id === null ? null : this.#mapOf(id);
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
    if (!this.#mapOf(id)) return false;
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

  /** A new pin on a map, chosen at once: at shares of its sides, or in its middle. */
  add(on: ElementId, at?: Vec): ChosenPin | null {
    const { notify } = this.#ports;
    const map = this.#mapOf(on);
    if (!map) return null;
    const pins = pinsOf(map.props);
    if (pins.length >= LIMITS.familyMembers) {
      notify({ kind: 'notice', id: 'pins.notice.full', values: { limit: LIMITS.familyMembers } });
      return null;
    }
    const { x, y } = at ?? freeMiddle(pins);
    const id = createId();
    const [z = 'a0'] = keysBetween(pins.at(-1)?.z ?? null, null, 1);
    this.#write(on, id, { x: shareOf(x, 1), y: shareOf(y, 1), z });
    const added = this.find(on, id);
    if (!added) return null;
    this.choose({ on, id });
    notify({ kind: 'announce', id: 'pins.say.added', values: { number: added.number } });
    return added;
  }

  /** Moves a pin to shares of its map's sides. */
  move({ map, pin }: ChosenPin, to: Vec): void {
    const { id, ...rest } = pin;
    this.#write(map.id, id, { ...rest, x: shareOf(to.x, 1), y: shareOf(to.y, 1) });
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
    if (!this.#write(map.id, pin.id, undefined)) return false;
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
    const kind = kindOf(element);
    const isContribution = !kind.isContainer && kind.row(element) !== null;
    return isContribution && !chosen.map.lock && permits.mayChange(chosen.map.id, 'edit') ? element.id : null;
  }

  /** Says what a pin stands for; `null`: for nothing. */
  link({ map, pin, number }: ChosenPin, of: ElementId | null): void {
    const { x, y, z } = pin;
    if (!this.#write(map.id, pin.id, { x, y, z, ...(of !== null && { of }) })) return;
    const { notify } = this.#ports;
    notify({ kind: 'announce', id: of === null ? 'pins.say.unlinked' : 'pins.say.linked', values: { number } });
  }

  /** A new note beside the map, for which the pin stands: one edit. One types in it at once. Returns it. */
  addNote({ map, pin }: ChosenPin): ElementId | null {
    const { board, camera, permits, selection, store, typing } = this.#ports;
    const mayWrite = permits.mayAdd(1) && permits.changeable([map.id], 'edit').length > 0;
    if (!mayWrite || permits.allowed([map.id], (area) => permits.mayPlace(noteKind.kind, area)).length === 0)
      return null;
    const place = this.#besideMap(map);
    const { x, y, z } = pin;
    const id = board.edit('pin', (write) => {
      const created = write.create({
        ...{ id: createId(), kind: noteKind.kind, place: [map.id, place.x, place.y], size: noteKind.defaultSize },
        ...{ z: keysOnTop(board, map.id, 1)[0] ?? 'a0', text: '' },
        props: { ...noteKind.defaultProps, ...nextPropsOf(store.getState(), noteKind.kind) },
      });
      write.set(map.id, { props: { [pinKey(pin.id)]: { x, y, z, of: created } } });
      return created;
    });
    selection.set([id]);
    const bounds = board.bounds(id);
    if (bounds) camera.reveal(bounds);
    typing.begin(id);
    return id;
  }

  /** Writes in the note of a pin; where there is none, in a new one. */
  open(pin: ChosenPin): void {
    const { board, camera, selection, typing } = this.#ports;
    const { of } = pin.pin;
    if (of === undefined || !board.get(of)) {
      this.addNote(pin);
      return;
    }
    selection.set([of]);
    const bounds = board.bounds(of);
    if (bounds) camera.reveal(bounds);
    typing.begin(of);
  }

  /** Changes places with the pin before or after it: the numbers follow. */
  renumber({ map, pin, number }: ChosenPin, direction: 1 | -1): void {
    const pins = pinsOf(map.props);
    const other = pins[number - 1 + direction];
    if (!other) return;
    const low = direction === 1 ? other : (pins[number - 3] ?? null);
    const high = direction === 1 ? (pins[number + 1] ?? null) : other;
    const [z = pin.z] = keysBetween(low?.z ?? null, high?.z ?? null, 1);
    const { id, ...rest } = pin;
    if (!this.#write(map.id, id, { ...rest, z })) return;
    this.#ports.notify({ kind: 'announce', id: 'pins.say.renumbered', values: { number: number + direction } });
  }

  /** Writes what a pin is (`undefined`: no longer there); false, and said, where that may not be. */
  #write(map: ElementId, id: string, value: Readonly<Record<string, unknown>> | undefined): boolean {
    const { permits, writes } = this.#ports;
    if (permits.changeable([map], 'edit').length === 0) return false;
    return writes.style([map], { [pinKey(id)]: value }, 'pin').length > 0;
  }

  #mapOf(id: ElementId): Element<MapProps> | null {
    return asMap(this.#ports.board.get(id));
  }

  /** The first free place to the right of the map, row by row; relative to its top left. */
  #besideMap({ id, size }: Element<MapProps>): Vec {
    const { board, index } = this.#ports;
    const frame = board.frame(id);
    const [w, h] = noteKind.defaultSize;
    if (!frame) return { x: size[0] + GAP, y: 0 };
    for (let n = 0; n < LIMITS.familyMembers; n++) {
      const spot = {
        ...{ x: size[0] + GAP + (n % COLUMNS) * (w + GAP), y: Math.floor(n / COLUMNS) * (h + GAP) },
        ...{ w, h },
      };
      const box = { ...spot, x: spot.x + frame.x, y: spot.y + frame.y };
      const isTaken = index
        .search(box)
        .some(
          ({ kind, element, origin }) =>
            !kind.isContainer && intersects(box, { x: origin.x, y: origin.y, w: element.size[0], h: element.size[1] }),
        );
      if (!isTaken) return { x: spot.x, y: spot.y };
    }
    return { x: size[0] + GAP, y: 0 };
  }
}

/** The middle of the map, or beside the pins that stand there. */
function freeMiddle(pins: readonly NumberedPin[]): Vec {
  for (let n = 0; n < 13; n++) {
    // To the right, then back to the left: a row that stays on the map.
    const at = { x: 0.5 + STEP_ROW * Math.ceil(n / 2) * (n % 2 === 1 ? 1 : -1), y: 0.5 };
    if (!pins.some(({ x, y }) => Math.hypot(x - at.x, y - at.y) < STEP_ROW / 2)) return at;
  }
  return { x: 0.5, y: 0.5 };
}
