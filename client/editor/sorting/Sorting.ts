/**
 * What becomes of a sorting that a person has accepted: new clusters with their notes, notes into clusters or zones there are. Each method is one
 * edit and one step of undo; what may not be moved stays where it is, and the person is told. Decides nothing about what belongs together.
 */
import type { BoardDoc, BoardWriter } from '../../../shared/board/BoardDoc.ts';
import { arrangesContent, keysInto, type Newcomer } from '../../../shared/board/insertion.ts';
import { leftBy } from '../../../shared/board/leaving.ts';
import { placeIn } from '../../../shared/board/operations.ts';
import { keysBetween, keysOnTop } from '../../../shared/board/order.ts';
import { CLUSTER, layOutCluster, widthFor } from '../../../shared/elements/cluster/layOutCluster.ts';
import type { ClusterProps } from '../../../shared/elements/cluster/props.ts';
import type { Element, ElementId, Place, Size } from '../../../shared/elements/ElementKind.ts';
import { memberKey } from '../../../shared/elements/families.ts';
import { isLaidOut } from '../../../shared/elements/laidOut.ts';
import { tagKeysOf } from '../../../shared/elements/marks/readMarks.ts';
import { findKind, kindOf } from '../../../shared/elements/registry.ts';
import { cellTakesOf, TAKES, type Takes } from '../../../shared/elements/takes.ts';
import { type Box, union } from '../../../shared/geometry/box.ts';
import { tidy } from '../../../shared/geometry/tidy.ts';
import type { Vec } from '../../../shared/geometry/vec.ts';
import { createId } from '../../../shared/lib/ids.ts';
import { LIMITS } from '../../../shared/protocol/limits.ts';
import type { BoardIndex } from '../BoardIndex.ts';
import { freePlace } from '../freePlace.ts';
import type { Notify } from '../Notice.ts';
import type { Permits } from '../Permits.ts';
import type { Selection } from '../Selection.ts';
import { roomBelow } from './roomBelow.ts';
import { isZone } from './sortable.ts';
import { movesOf, type Ruled, ruledAreas } from './zones.ts';

export interface SortingPorts {
  readonly board: BoardDoc;
  readonly index: BoardIndex;
  readonly selection: Selection;
  readonly permits: Permits;
  readonly notify: Notify;
}

/** A cluster that is to be made. */
export interface NewGroup {
  readonly name: string;
  readonly notes: readonly ElementId[];
  readonly color?: ClusterProps['color'];
}

/** What has become of new groups that were asked for. */
export interface Made {
  readonly groups: number;
  /** How many have moved or come into them. */
  readonly notes: number;
  /** How many stay where they are because no cluster holds such a thing: another cluster, a frame. */
  readonly left: number;
}

/** A note and the area it is to go to. */
export interface Move {
  readonly note: ElementId;
  readonly area: ElementId;
  /** In a grid: which one. */
  readonly cell?: string;
}

/** What makes clusters; only ever created by this name, never asked for. */
const CLUSTER_KIND = 'cluster';
/** Between new clusters and the area their notes come from. */
const AIR = 40;
/** Of a column: as wide as its title needs, rather than its notes. */
const COLUMN_WIDTH = 340;

export class Sorting {
  readonly #ports: SortingPorts;

  constructor(ports: SortingPorts) {
    this.#ports = ports;
  }

  /**
   * Makes clusters of notes, side by side from where the notes stand; selects them. `asCopies`: the notes stay, and copies of them come;
   * `least`: of fewer that may be moved, none is made. What holds others stays where it is: no cluster lies in a cluster.
   */
  makeGroups(
    groups: readonly NewGroup[],
    layout: ClusterProps['layout'] = 'grid',
    { asCopies = false, least = 1 }: { readonly asCopies?: boolean; readonly least?: number } = {},
  ): Made {
    const { board, permits, selection, notify } = this.#ports;
    const named = groups.flatMap(({ notes }) => notes).filter((id) => board.get(id));
    const fitting = named.filter((id) => this.#fitsCluster(id, asCopies));
    const none = { groups: 0, notes: 0, left: named.length - fitting.length };
    const free = new Set(asCopies ? fitting : permits.changeable(fitting, 'move'));
    const made = groups
      .map((group) => ({ ...group, notes: group.notes.filter((id) => free.has(id)) }))
      .filter(({ notes }) => notes.length >= least);
    const movable = new Set(made.flatMap(({ notes }) => notes));
    const parent = this.#home([...movable]);
    if (made.length === 0 || !permits.mayAdd(made.length + (asCopies ? movable.size : 0))) return none;
    const copies = asCopies ? [...movable].flatMap((id) => board.get(id) ?? []) : [];
    if (copies.length > 0 && !permits.mayWeigh(copies.map(({ text, props }) => ({ text, props })))) return none;
    const kinds = new Set([CLUSTER_KIND, ...copies.map(({ kind }) => kind)]);
    if (![...kinds].every((kind) => permits.mayPlace(kind, parent))) {
      notify({ kind: 'notice', id: 'editor.notice.step' });
      return none;
    }
    const boxes = made.map(({ notes }) => ({ id: createId(), size: this.#sizeOf(notes, layout) }));
    const places = this.#places(boxes, movable, asCopies ? new Set() : movable);
    const keys = keysOnTop(board, parent, made.length);
    // While a group sorts without a word, new clusters say none either.
    const isSilent = board.silence.isOn;
    const origin = parent === null ? { x: 0, y: 0 } : board.tree.origin(parent);
    // The decks that cards are taken from know it.
    const left = leftBy(
      board,
      (asCopies ? [] : made).flatMap(({ notes }, n) => notes.map((id) => ({ id, parent: boxes[n]?.id ?? null }))),
      permits.order,
    );
    board.edit('sort', (write) => {
      for (const [area, props] of left) write.set(area, { props });
      for (const [n, { name, notes, color }] of made.entries()) {
        const { id, size } = boxes[n] as (typeof boxes)[number];
        const at = places.get(id) ?? { x: 0, y: 0 };
        const props = {
          ...findKind(CLUSTER_KIND)?.defaultProps,
          layout,
          ...(color !== undefined && { color }),
          ...(isSilent && { silent: true }),
        };
        const place = [parent, Math.round(at.x - origin.x), Math.round(at.y - origin.y)] as const;
        write.create({ id, kind: CLUSTER_KIND, place, z: keys[n] as string, size: [size[0], 160], props, text: name });
        const inner = keysBetween(null, null, notes.length);
        for (const [m, note] of notes.entries()) {
          const here = { place: [id, ...this.#offset(note, at)] as const, z: inner[m] as string };
          if (asCopies) this.#copy(write, note, here);
          else write.set(note, here);
        }
      }
    });
    selection.set(boxes.map(({ id }) => id));
    return { ...none, groups: made.length, notes: made.reduce((sum, { notes }) => sum + notes.length, 0) };
  }

  /** What says something by itself and holds nothing; what cannot be read is not copied. */
  #fitsCluster(id: ElementId, asCopy: boolean): boolean {
    const element = this.#ports.board.get(id);
    if (!element || kindOf(element).isContainer || !isLaidOut(element)) return false;
    return !asCopy || element.problem === undefined;
  }

  #copy(write: BoardWriter, id: ElementId, here: { readonly place: Place; readonly z: string }): void {
    const element = this.#ports.board.get(id);
    if (!element) return;
    const { kind, size, text, props, marks } = element;
    // Not `by`: a copy is nobody's word but that of whoever makes it.
    write.create({ ...here, kind, size, text, props, marks: tagKeysOf(marks) });
  }

  /** Lays notes that say the same into piles: those of which there is more than one. */
  stack(groups: readonly NewGroup[]): number {
    return this.makeGroups(groups, 'pile', { least: 2 }).notes;
  }

  /** Puts notes into clusters or zones there are. Returns how many have moved. */
  moveInto(moves: readonly Move[], label = 'sort'): number {
    const { board, permits, notify } = this.#ports;
    const movable = new Set(
      permits.changeable(
        moves.map(({ note }) => note),
        'move',
      ),
    );
    const wanted = moves.filter(({ note, area, cell }) => {
      if (!movable.has(note) || !board.get(area) || note === area) return false;
      const isThere = board.tree.parent(note) === area && (cell === undefined || board.get(note)?.place[3] === cell);
      return !board.tree.ancestors(area).includes(note) && !isThere;
    });
    const allowed = wanted.filter(({ area }) => permits.mayPlace(null, area));
    if (allowed.length < wanted.length) notify({ kind: 'notice', id: 'editor.notice.step' });
    if (allowed.length === 0) return 0;
    const keys = keysInto(
      board,
      allowed.map(({ note, area, cell }): Newcomer => {
        return { id: note, parent: area, into: cell === undefined ? null : { before: null, cell } };
      }),
      permits.order.mayMove,
    );
    const left = leftBy(
      board,
      allowed.map(({ note, area }) => ({ id: note, parent: area })),
      permits.order,
    );
    board.edit(label, (write) => {
      for (const [id, z] of keys.others) write.set(id, { z });
      for (const [id, props] of left) write.set(id, { props });
      for (const area of new Set(allowed.map((move) => move.area))) {
        const own = allowed.filter((move) => move.area === area);
        const notes = own.map(({ note }) => note);
        if (arrangesContent(board, area))
          for (const { note, cell } of own) {
            const into = cell === undefined ? null : { before: null, cell };
            const [at, old] = [board.tree.origin(note), board.written(note)?.place];
            const [, x, y] = placeIn(board, area, at, into, old);
            const place = [area, Math.round(x), Math.round(y)] as const;
            write.set(note, { place: cell === undefined ? place : [...place, cell] });
          }
        else this.#layBelow(write, area, notes);
      }
      for (const [n, { note }] of allowed.entries()) write.set(note, { z: keys.own[n] as string });
    });
    return allowed.length;
  }

  /** What is written of a place where the area lays things out: where it came from, for a day when that counts again. */
  #offset(note: ElementId, from: Vec): readonly [x: number, y: number] {
    const { x, y } = this.#ports.board.tree.origin(note);
    return [Math.round(x - from.x), Math.round(y - from.y)];
  }

  /** Carries out one rule, or all there are. Returns how many notes have moved. */
  applyRules(one?: Pick<Ruled, 'id' | 'key'>): number {
    return this.moveInto(movesOf(ruledAreas(this.#ports.board, null), one), 'zones');
  }

  /** What an area takes in from now on; `null`: nothing. */
  setRule(area: ElementId, takes: Takes | null): void {
    const { board, permits } = this.#ports;
    if (permits.changeable([area], 'edit').length === 0) return;
    board.edit('rule', (write) => write.set(area, { props: { [TAKES]: takes ?? undefined } }));
  }

  /** What a cell takes in from now on: a new rule, or another one in the place of `key`; `null`: that one no longer. */
  setCellRule(area: ElementId, key: string | null, rule: (Takes & { readonly cell: string }) | null): void {
    const { board, permits, notify } = this.#ports;
    const element = board.get(area);
    if (!element || permits.changeable([area], 'edit').length === 0) return;
    const known = cellTakesOf(element.props);
    if (key === null && known.length >= LIMITS.familyMembers) {
      notify({ kind: 'notice', id: 'sorting.zones.full', values: { limit: LIMITS.familyMembers } });
      return;
    }
    const [z = 'a0'] = keysBetween(known.at(-1)?.z ?? null, null, 1);
    const at = known.find(({ id }) => memberKey(TAKES, id) === key);
    const value = rule && { ...rule, z: at?.z ?? z };
    board.edit('rule', (write) =>
      write.set(area, { props: { [key ?? memberKey(TAKES, createId())]: value ?? undefined } }),
    );
  }

  /** Below what lies in a zone already; the zone grows where it must and may. */
  #layBelow(write: BoardWriter, area: ElementId, notes: readonly ElementId[]): void {
    const { board, permits } = this.#ports;
    const zone = board.get(area) as Element;
    const taken = board.tree.children(area).flatMap((id) => {
      const child = board.get(id);
      return child && !notes.includes(id)
        ? [{ x: child.place[1], y: child.place[2], w: child.size[0], h: child.size[1] }]
        : [];
    });
    const sizes = notes.map((id) => board.get(id)?.size ?? ([200, 200] as const));
    const { spots, height } = roomBelow(zone.size, taken, sizes);
    for (const [n, id] of notes.entries()) {
      const { x, y } = spots[n] as Vec;
      write.set(id, { place: [area, x, y] });
    }
    const { maxSize } = kindOf(zone);
    const mayGrow = !zone.lock && permits.mayChange(area, 'move');
    if (height > zone.size[1] && mayGrow) write.set(area, { size: [zone.size[0], Math.min(maxSize[1], height)] });
  }

  /** The area that new clusters lie in: the one all the notes are in, or what is around it, where it leaves things where they are put. */
  #home(notes: readonly ElementId[]): ElementId | null {
    const { board } = this.#ports;
    const [first = '', ...others] = notes;
    const shared = board.tree
      .ancestors(first)
      .filter((area) => others.every((id) => board.tree.ancestors(id).includes(area)));
    // The innermost first.
    const inner = [...shared].sort((a, b) => board.tree.ancestors(b).length - board.tree.ancestors(a).length);
    return (
      inner.find((area) => {
        const element = board.get(area);
        return element !== undefined && isZone(element);
      }) ?? null
    );
  }

  #sizeOf(notes: readonly ElementId[], layout: ClusterProps['layout']): Size {
    const { board } = this.#ports;
    const sizes = notes.map((id): Size => board.get(id)?.size ?? [200, 200]);
    const width =
      layout === 'column' ? Math.max(COLUMN_WIDTH, ...sizes.map(([w]) => w + 2 * CLUSTER.padding)) : widthFor(sizes);
    const stand = { size: [width, 160], props: { layout } } as unknown as Element<ClusterProps>;
    const { size } = layOutCluster(
      stand,
      notes.map((id) => ({ id })),
      (id) => board.get(id)?.size ?? [200, 200],
    );
    return [width, size[1]];
  }

  /** Side by side, from where the notes stand, over nothing that stays there. */
  #places(
    boxes: readonly { readonly id: ElementId; readonly size: Size }[],
    notes: ReadonlySet<ElementId>,
    moving: ReadonlySet<ElementId>,
  ): Map<ElementId, Vec> {
    const { board, index } = this.#ports;
    const around = union([...notes].flatMap((id) => board.frame(id) ?? [])) ?? { x: 0, y: 0, w: 0, h: 0 };
    const items = boxes.map(({ id, size: [w, h] }) => ({ id, w, h }));
    const laid = tidy([items], { at: { x: 0, y: 0 } });
    const whole = union(items.flatMap(({ id, w, h }): Box[] => [{ ...(laid.get(id) ?? { x: 0, y: 0 }), w, h }]));
    const home = this.#home([...notes]);
    // Beside the areas that the notes lie in, where these stay: over a matrix nobody would tell the one from the other.
    const left = union(this.#holders(notes, home).flatMap((id) => board.frame(id) ?? []));
    const from = left ? { x: left.x + left.w + AIR, y: left.y } : around;
    const wanted = { x: from.x, y: from.y, w: whole?.w ?? 0, h: whole?.h ?? 0 };
    const spot = freePlace(wanted, (near) =>
      index.search(near).flatMap(({ id }) => {
        const frame = board.frame(id);
        const isAround = home !== null && (id === home || board.tree.ancestors(home).includes(id));
        return frame && !isAround && !this.#goes(id, moving) ? [frame] : [];
      }),
    );
    return new Map([...laid].map(([id, { x, y }]) => [id, { x: spot.x + x, y: spot.y + y }]));
  }

  /** The areas that notes lie in, up to where new clusters are to lie. */
  #holders(notes: Iterable<ElementId>, home: ElementId | null): ElementId[] {
    const { tree } = this.#ports.board;
    const kept = new Set(home === null ? [] : [home, ...tree.ancestors(home)]);
    return [...new Set([...notes].flatMap((id) => tree.ancestors(id)))].filter((id) => !kept.has(id));
  }

  /** Whether it will not stand there any more. */
  #goes(id: ElementId, moving: ReadonlySet<ElementId>): boolean {
    const { board } = this.#ports;
    return moving.has(id) || board.tree.ancestors(id).some((area) => moving.has(area));
  }
}
