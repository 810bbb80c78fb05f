/**
 * What makes pins of maps and ties them to notes: a new one, its note, its number. Each is one edit of the map; fetched when it is first wanted.
 * Which pin is chosen, and where a hand moves it, is in `MapPins.ts`.
 */
import type { StoreApi } from 'zustand/vanilla';
import type { BoardDoc } from '../../../shared/board/BoardDoc.ts';
import { memberAt } from '../../../shared/board/familyOrder.ts';
import { keysBetween, keysOnTop } from '../../../shared/board/order.ts';
import type { Element, ElementId } from '../../../shared/elements/ElementKind.ts';
import { type MapProps, type NumberedPin, PIN, pinKey, pinsOf, shareOf } from '../../../shared/elements/map/pins.ts';
import { note as noteKind } from '../../../shared/elements/note/note.ts';
import { intersects } from '../../../shared/geometry/box.ts';
import type { Vec } from '../../../shared/geometry/vec.ts';
import { createId } from '../../../shared/lib/ids.ts';
import { LIMITS } from '../../../shared/protocol/limits.ts';
import type { BoardIndex } from '../BoardIndex.ts';
import type { CameraControl } from '../CameraControl.ts';
import { type EditorState, nextPropsOf } from '../EditorState.ts';
import type { Notify } from '../Notice.ts';
import type { Permits } from '../Permits.ts';
import type { Selection } from '../Selection.ts';
import type { Typing } from '../Typing.ts';
import type { Writes } from '../Writes.ts';
import type { ChosenPin, MapPins } from './MapPins.ts';

export interface PinEditPorts {
  readonly store: Pick<StoreApi<EditorState>, 'getState'>;
  readonly board: BoardDoc;
  readonly index: BoardIndex;
  readonly camera: CameraControl;
  readonly selection: Selection;
  readonly typing: Pick<Typing, 'begin'>;
  readonly mapPins: MapPins;
  readonly writes: Writes;
  readonly permits: Permits;
  readonly notify: Notify;
}

/** Between new pins that would all stand in the middle. */
const STEP_ROW = 0.08;
const GAP = 24;
const COLUMNS = 3;

export class PinEdits {
  readonly #ports: PinEditPorts;

  constructor(ports: PinEditPorts) {
    this.#ports = ports;
  }

  /** A new pin on a map, chosen at once: at shares of its sides, or in its middle. */
  add(on: ElementId, at?: Vec): ChosenPin | null {
    const { mapPins, notify } = this.#ports;
    const map = mapPins.mapOf(on);
    if (!map) return null;
    const pins = pinsOf(map.props);
    if (pins.length >= LIMITS.familyMembers) {
      notify({ kind: 'notice', id: 'pins.notice.full', values: { limit: LIMITS.familyMembers } });
      return null;
    }
    const { x, y } = at ?? freeMiddle(pins);
    const id = createId();
    const [z = 'a0'] = keysBetween(pins.at(-1)?.z ?? null, null, 1);
    mapPins.write(on, id, { x: shareOf(x, 1), y: shareOf(y, 1), z });
    const added = mapPins.find(on, id);
    if (!added) return null;
    mapPins.choose({ on, id });
    notify({ kind: 'announce', id: 'pins.say.added', values: { number: added.number } });
    return added;
  }

  /** Says what a pin stands for; `null`: for nothing. */
  link({ map, pin, number }: ChosenPin, of: ElementId | null): void {
    const { board, mapPins, notify } = this.#ports;
    const { x, y, z } = pin;
    if (of !== null && !board.get(of)) return;
    if (!mapPins.write(map.id, pin.id, { x, y, z, ...(of !== null && { of }) })) return;
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
        ...{ kind: noteKind.kind, place: [map.id, place.x, place.y], size: noteKind.defaultSize },
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
    const { permits, writes, notify } = this.#ports;
    const pins = pinsOf(map.props);
    if (!pins[number - 1 + direction] || permits.changeable([map.id], 'edit').length === 0) return;
    const { id, ...rest } = pin;
    const others = pins.filter((one) => one.id !== id);
    const props = memberAt(PIN, others, number - 1 + direction, id, rest);
    if (writes.style([map.id], props, 'pin').length === 0) return;
    notify({ kind: 'announce', id: 'pins.say.renumbered', values: { number: number + direction } });
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
