/**
 * Putting the selection in order: lining up, spacing out, tidying, turning, groups, one step up or down, one place on in a list. Each method is one
 * edit, one step of undo and one sentence said; what may not be moved stays where it is. Where things land is worked out in `shared/geometry`.
 */
import type { BoardDoc, ElementPatch } from '../../shared/board/BoardDoc.ts';
import { NUDGE } from '../../shared/board/History.ts';
import { arrangesContent, cellOf, isPlacedByArea } from '../../shared/board/insertion.ts';
import { type Move, moveElements, roots } from '../../shared/board/operations.ts';
import { keysBetween } from '../../shared/board/order.ts';
import type { Locale } from '../../shared/control/Control.ts';
import type { Element, ElementId, Insertion } from '../../shared/elements/ElementKind.ts';
import { momentOf } from '../../shared/elements/moment.ts';
import { isMeantIn, placingIn, sayPlacing } from '../../shared/elements/placing.ts';
import { kindOf } from '../../shared/elements/registry.ts';
import { align, type Edge } from '../../shared/geometry/align.ts';
import { type Box, intersects, union } from '../../shared/geometry/box.ts';
import { type Axis, distribute } from '../../shared/geometry/distribute.ts';
import { normalDegrees } from '../../shared/geometry/rotation.ts';
import { tidy } from '../../shared/geometry/tidy.ts';
import { subtract, type Vec } from '../../shared/geometry/vec.ts';
import { createId } from '../../shared/lib/ids.ts';
import { viewOf } from '../elements/registry.ts';
import type { MessageId } from '../i18n/Messages.tsx';
import type { BoardIndex } from './BoardIndex.ts';
import { dropTarget } from './dropTarget.ts';
import { exchange } from './exchange.ts';
import { unitsOf } from './groups.ts';
import type { Notify } from './Notice.ts';
import type { Permits } from './Permits.ts';
import type { Selection } from './Selection.ts';
import { angleOf, shownBox } from './shapes.ts';
import { hasProp, takesProps } from './takesProps.ts';
import type { TidyBy } from './tidyBy.ts';
import { sortInto } from './tidyGroups.ts';

export interface OrderingPorts {
  readonly board: BoardDoc;
  readonly index: BoardIndex;
  readonly selection: Selection;
  readonly permits: Permits;
  readonly notify: Notify;
  readonly locale: () => Locale;
}

/** Free space kept along the edges of an area. */
const MARGIN = 20;

export class Ordering {
  readonly #ports: OrderingPorts;

  constructor(ports: OrderingPorts) {
    this.#ports = ports;
  }

  align(edge: Edge): void {
    const units = this.#units();
    if (units.length < 2) return;
    const moved = this.#moveUnits(
      'align',
      units,
      align(
        units.map(({ box }) => box),
        edge,
      ),
    );
    this.#say('arrange.say.aligned', moved);
  }

  distribute(axis: Axis): void {
    const units = this.#units();
    if (units.length < 3) {
      this.#ports.notify({ kind: 'notice', id: 'arrange.notice.noSpread' });
      return;
    }
    this.#moveUnits(
      'distribute',
      units,
      distribute(
        units.map(({ box }) => box),
        axis,
      ),
    );
    this.#say('arrange.say.distributed', units.length);
  }

  /** « Ranger »: the selection, or the content of the one selected area. */
  tidy(by: TidyBy): void {
    const { board, index, notify, permits } = this.#ports;
    const { area, ids, areSeveral } = this.#toTidy();
    const items = ids.flatMap((id) => {
      const item = index.get(id);
      // What leans on others (a connector) goes where they go.
      return item && item.kind.dependsOn(item.element).length === 0 ? [item] : [];
    });
    const groups = sortInto(items, by, this.#ports.locale());
    const boxes = new Map(items.map(({ id, element }) => [id, this.#box(id, element)]));
    const around = union(boxes.values());
    if (!around) return;
    const room = this.#room(area, ids, around);
    const places = tidy(
      groups.map((group) => group.map(({ id }) => ({ id, w: boxes.get(id)?.w ?? 0, h: boxes.get(id)?.h ?? 0 }))),
      room,
    );
    const except = new Set(places.keys());
    const wanted = [...places].map(([id, to]): Move => {
      const shift = subtract(to, boxes.get(id) as Box);
      const origin = board.tree.origin(id);
      // From several areas they come to lie together: each belongs where it then lies.
      const parent = areSeveral ? dropTarget(board, index, id, { by: shift, pointer: null, except }) : area;
      const stays = parent === board.tree.parent(id);
      // Where the area lays things out, only their order counts; each stays in its cell.
      const into = stays && arrangesContent(board, parent) && { into: { ...cellOf(board.get(id)), before: null } };
      return { id, parent, to: { x: origin.x + shift.x, y: origin.y + shift.y }, ...into };
    });
    const moves = permits.allowed(
      wanted,
      ({ id, parent }) => parent === board.tree.parent(id) || permits.mayPlace(null, parent),
    );
    moveElements(board, 'arrange', moves, permits.order);
    if (by === 'time') {
      const unknown = items.filter(({ id }) => momentOf(id) === null).length;
      const values = { count: moves.length - unknown, unknown };
      notify({ kind: unknown > 0 ? 'notice' : 'announce', id: 'arrange.say.tidiedTime', values });
    } else
      notify({ kind: 'announce', id: 'arrange.say.tidied', values: { count: moves.length, groups: groups.length } });
  }

  /** Gives everything of free size in the selection the size of its largest. */
  sameSize(): void {
    const { board } = this.#ports;
    const elements = this.#changeable('move').flatMap((id) => {
      const element = board.get(id);
      return element && viewOf(element).resize === 'free' ? [element] : [];
    });
    if (elements.length < 2) return;
    const largest = elements.reduce((most, one) => (area(one) > area(most) ? one : most));
    this.#write(
      'resize',
      elements.map(({ id }) => id),
      (element) => {
        const { minSize, maxSize } = kindOf(element);
        const w = Math.min(maxSize[0], Math.max(minSize[0], largest.size[0]));
        const h = Math.min(maxSize[1], Math.max(minSize[1], largest.size[1]));
        return { size: [w, h] };
      },
    );
    this.#say('arrange.say.sameSize', elements.length);
  }

  group(): void {
    const { board } = this.#ports;
    const ids = roots(board, this.#changeable('move'));
    if (ids.length < 2) return;
    const group = createId();
    this.#write('group', ids, () => ({ group }));
    this.#say('arrange.say.grouped', ids.length);
  }

  ungroup(): void {
    const { board } = this.#ports;
    const ids = this.#changeable('move').filter((id) => board.get(id)?.group !== undefined);
    if (ids.length === 0) return;
    this.#write('ungroup', ids, () => ({ group: null }));
    this.#say('arrange.say.ungrouped', ids.length);
  }

  /** One step up or down: over (or under) the next thing that the selection touches. Nothing happens where there is none. */
  step(direction: 1 | -1): void {
    const { board, index } = this.#ports;
    const ids = new Set(roots(board, this.#changeable('move')));
    const keys = new Map<ElementId, string>();
    for (const parent of new Set([...ids].map((id) => board.tree.parent(id)))) {
      const siblings = board.tree.children(parent);
      const members = siblings.filter((id) => ids.has(id));
      const order = direction === 1 ? siblings : [...siblings].reverse();
      const last = order.findLastIndex((id) => ids.has(id));
      const touches = (id: ElementId): boolean => {
        const box = index.get(id)?.bounds;
        return box !== undefined && members.some((member) => intersects(index.get(member)?.bounds ?? box, box));
      };
      const at = order.findIndex((id, n) => n > last && touches(id));
      if (at === -1) continue;
      const near = board.get(order[at] as ElementId)?.z ?? null;
      const far = board.get(order[at + 1] ?? '')?.z ?? null;
      const fresh = direction === 1 ? keysBetween(near, far, members.length) : keysBetween(far, near, members.length);
      for (const [n, id] of members.entries()) keys.set(id, fresh[n] as string);
    }
    if (keys.size === 0) return;
    this.#write('order', [...keys.keys()], ({ id }) => ({ z: keys.get(id) ?? 'a0' }));
    this.#ports.notify({ kind: 'announce', id: direction === 1 ? 'arrange.say.forward' : 'arrange.say.backward' });
  }

  /**
   * One place on or back among `siblings`, which stand in the order in which they are listed: changes places with the neighbour. False: nothing
   * moves, because it is at either end, is locked, or may not.
   */
  moveInOrder(id: ElementId, siblings: readonly ElementId[], direction: 1 | -1): boolean {
    const { board, permits } = this.#ports;
    if (permits.isReadOnly) return false;
    // What lies over an area that arranges the others changes places with its like only.
    const isPlaced = isPlacedByArea(board, id);
    const among = siblings.filter((one) => isPlacedByArea(board, one) === isPlaced);
    return isPlaced ? this.#stepInArea(id, among, direction) : this.#exchange(id, among, direction);
  }

  /** Past the neighbour in an area that gives it its place, into the neighbour's cell; never out of a cell into the heap. */
  #stepInArea(id: ElementId, among: readonly ElementId[], direction: 1 | -1): boolean {
    const { board, notify, permits } = this.#ports;
    const at = among.indexOf(id);
    const parent = board.tree.parent(id);
    const neighbour = among[at + direction];
    if (neighbour === undefined) return false;
    const waits = (one: ElementId): boolean => placingIn(board, one, parent)?.isWaiting === true;
    if (waits(neighbour) && !waits(id)) return false;
    if (permits.changeable([id], 'move').length === 0) return false;
    const { cell } = cellOf(board.get(neighbour));
    const next = direction === 1 ? among[at + 2] : neighbour;
    const isSameCell = next !== undefined && cellOf(board.get(next)).cell === cell;
    const into: Insertion = { before: isSameCell ? next : null, ...(cell !== undefined && { cell }) };
    const changesCell = cellOf(board.get(id)).cell !== cell;
    moveElements(board, NUDGE, [{ id, parent, to: board.tree.origin(id), into }], permits.order);
    if (changesCell) {
      const place = sayPlacing(placingIn(board, id, parent), this.#ports.locale());
      notify({ kind: 'announce', id: 'grid.say.moved', values: { place } });
    } else this.#sayPlace(at + direction, among.length);
    return true;
  }

  /** Both change places where everybody puts things as they like. */
  #exchange(id: ElementId, among: readonly ElementId[], direction: 1 | -1): boolean {
    const { board, index, notify, permits } = this.#ports;
    if (isMeantIn(index.get(board.tree.parent(id) ?? '')?.kind)) {
      notify({ kind: 'notice', id: 'arrange.notice.meant' });
      return false;
    }
    const placed = among.flatMap((one) => {
      const frame = board.frame(one);
      return frame ? [{ id: one, ...frame }] : [];
    });
    const change = exchange(placed, id, direction);
    if (!change) return false;
    const both = [change.moved, change.neighbour];
    const moves = both.map((one) => ({ ...one, parent: board.tree.parent(one.id) }));
    // Half an exchange would lay one over the other.
    if (permits.changeable([id], 'move').length === 0) return false;
    if (permits.changeable([change.neighbour.id], 'move').length === 0) return false;
    moveElements(board, 'order', moves, permits.order);
    this.#sayPlace(change.index, placed.length);
    return true;
  }

  /** Turns what has an angle, each about its own middle; to the next whole step, so that crooked things come upright. `null`: upright at once. */
  turn(by: number | null): void {
    const { board } = this.#ports;
    const angles = new Map<ElementId, number>();
    for (const id of this.#changeable('edit')) {
      const element = board.get(id);
      if (!element || !hasProp(element.kind, 'angle')) continue;
      const now = angleOf(element);
      const next = by === null ? 0 : normalDegrees(Math.round((now + by) / by) * by);
      if (next !== now && takesProps(element, { angle: next })) angles.set(id, next);
    }
    const [angle] = angles.values();
    if (angle === undefined) return;
    this.#write('turn', [...angles.keys()], ({ id }) => ({ props: { angle: angles.get(id) } }));
    this.#ports.notify({ kind: 'announce', id: 'arrange.say.turned', values: { angle } });
  }

  opacity(percent: number): void {
    const { board, notify } = this.#ports;
    const ids = this.#changeable('edit').filter((id) => {
      const element = board.get(id);
      return element !== undefined && takesProps(element, { opacity: percent });
    });
    if (ids.length === 0) return;
    this.#write('style', ids, () => ({ props: { opacity: percent } }));
    notify({ kind: 'announce', id: 'arrange.opacity', values: { percent } });
  }

  #toTidy(): { readonly area: ElementId | null; readonly ids: ElementId[]; readonly areSeveral: boolean } {
    const { board, selection, index } = this.#ports;
    const { single } = selection;
    if (single !== null && index.get(single)?.kind.isContainer)
      return { area: single, ids: this.#allowed(board.tree.children(single), 'move'), areSeveral: false };
    const ids = roots(board, this.#changeable('move'));
    const parents = new Set(ids.map((id) => board.tree.parent(id)));
    const areSeveral = parents.size > 1;
    return { area: areSeveral ? null : ([...parents][0] ?? null), ids, areSeveral };
  }

  /** Where to lay out: all of an area when all of its content is tidied, else from where the selection begins. */
  #room(
    areaId: ElementId | null,
    ids: readonly ElementId[],
    around: Box,
  ): { at: Vec; size?: { w: number; h: number } } {
    const { board } = this.#ports;
    const frame = areaId === null ? null : board.frame(areaId);
    if (areaId === null || !frame) return { at: around };
    const isWhole = ids.length === board.tree.children(areaId).length;
    const at = isWhole ? { x: frame.x + MARGIN, y: frame.y + MARGIN } : { x: around.x, y: around.y };
    const size = { w: frame.x + frame.w - MARGIN - at.x, h: frame.y + frame.h - MARGIN - at.y };
    return { at, size: { w: Math.max(1, size.w), h: Math.max(1, size.h) } };
  }

  #units(): { readonly ids: readonly ElementId[]; readonly box: Box }[] {
    const { board } = this.#ports;
    return unitsOf(board, roots(board, this.#changeable('move'))).flatMap((ids) => {
      const box = union(ids.flatMap((id) => this.#box(id, board.get(id)) ?? []));
      return box ? [{ ids, box }] : [];
    });
  }

  /** Moves units to where they belong, into the areas where they come to lie. Returns how many elements that were. */
  #moveUnits(
    label: string,
    units: readonly { readonly ids: readonly ElementId[]; readonly box: Box }[],
    spots: readonly Vec[],
  ): number {
    const { board, index, permits } = this.#ports;
    const except = new Set(units.flatMap(({ ids }) => ids));
    const moves = units.flatMap(({ ids, box }, n): Move[] => {
      const by = subtract(spots[n] ?? box, box);
      if (by.x === 0 && by.y === 0) return [];
      return ids.map((id) => {
        const origin = board.tree.origin(id);
        const parent = dropTarget(board, index, id, { by, pointer: null, except });
        return { id, parent, to: { x: origin.x + by.x, y: origin.y + by.y } };
      });
    });
    moveElements(
      board,
      label,
      permits.allowed(moves, ({ parent }) => permits.mayPlace(null, parent)),
      permits.order,
    );
    return except.size;
  }

  #write(label: string, ids: readonly ElementId[], patch: (element: Element) => ElementPatch): void {
    const { board } = this.#ports;
    board.edit(label, (write) => {
      for (const id of ids) {
        const element = board.get(id);
        if (element) write.set(id, patch(element));
      }
    });
  }

  #changeable(action: 'edit' | 'move'): ElementId[] {
    return this.#allowed([...this.#ports.selection.ids], action);
  }

  #allowed(ids: readonly ElementId[], action: 'edit' | 'move'): ElementId[] {
    return this.#ports.permits.changeable(ids, action);
  }

  #box(id: ElementId, element: Element | undefined): Box {
    const frame = this.#ports.board.frame(id) ?? { x: 0, y: 0, w: 0, h: 0 };
    return element ? shownBox(frame, element) : frame;
  }

  /** `index` from 0. */
  #sayPlace(index: number, count: number): void {
    this.#ports.notify({ kind: 'announce', id: 'editor.say.reordered', values: { position: index + 1, count } });
  }

  #say(id: MessageId, count: number): void {
    if (count > 0) this.#ports.notify({ kind: 'announce', id, values: { count } });
  }
}

const area = ({ size }: Element): number => size[0] * size[1];
