/**
 * Writing a mind map: children and siblings, moving ideas about, folding. A map is notes and connectors; each change is one edit that lays
 * the whole map out again and writes only the places that differ. Where one goes by the arrows is in `walk.ts`.
 */
import type { StoreApi } from 'zustand/vanilla';
import type { BoardDoc, BoardWriter } from '../../../shared/board/BoardDoc.ts';
import type { Branch } from '../../../shared/board/mindMap.ts';
import { keysOnTop } from '../../../shared/board/order.ts';
import type { Element, ElementId, Props } from '../../../shared/elements/ElementKind.ts';
import { findKind, kindOf } from '../../../shared/elements/registry.ts';
import { type Box, contains } from '../../../shared/geometry/box.ts';
import type { Vec } from '../../../shared/geometry/vec.ts';
import { createId } from '../../../shared/lib/ids.ts';
import type { NoteColor } from '../../../shared/theme/tokens.ts';
import type { CameraControl } from '../CameraControl.ts';
import type { EditorState } from '../EditorState.ts';
import type { Notify } from '../Notice.ts';
import type { Permits } from '../Permits.ts';
import type { Selection } from '../Selection.ts';
import type { Typing } from '../Typing.ts';
import type { Writes } from '../Writes.ts';
import { type LayOut, MapEdits } from './MapEdits.ts';
import { isLeft } from './sides.ts';
import { neighbourOf, siblingsOf } from './walk.ts';

interface MindMapPorts {
  readonly store: StoreApi<EditorState>;
  readonly board: BoardDoc;
  readonly camera: CameraControl;
  readonly selection: Selection;
  readonly typing: Typing;
  readonly writes: Writes;
  readonly permits: Permits;
  readonly notify: Notify;
}

const NOTE = 'note';
const LINE = 'connector';
/** A note of a map is flat: maps grow wide, not high. */
const SIZE = [200, 80] as const;
const START = 72;
export class MindMaps {
  readonly #ports: MindMapPorts;
  readonly #edits: MapEdits;
  readonly #stop: () => void;

  constructor(ports: MindMapPorts) {
    this.#ports = ports;
    this.#edits = new MapEdits(ports);
    // The library comes while one looks at the note that will need it.
    this.#stop = ports.store.subscribe(({ selection }, old) => {
      if (selection !== old.selection && this.selected !== null) void this.#edits.library();
    });
  }

  /** Whether an element is a note of a mind map. */
  isNode(id: ElementId): boolean {
    const { board } = this.#ports;
    return board.folds.map.has(id) || board.get(id)?.props.node !== undefined;
  }

  /** The note of a mind map that is selected alone; `null` otherwise. */
  get selected(): ElementId | null {
    const { single } = this.#ports.selection;
    return single !== null && this.isNode(single) ? single : null;
  }

  /** These and all that hangs on them, with the branches between. */
  withBelow(ids: Iterable<ElementId>): ElementId[] {
    const { folds } = this.#ports.board;
    const all = new Set(ids);
    if (folds.map.isEmpty) return [...all];
    for (const id of [...all]) for (const below of folds.map.below(id)) all.add(below);
    return [...all];
  }

  /** Branches with both ends among these. */
  branchesAmong(ids: ReadonlySet<ElementId>): ElementId[] {
    const { folds } = this.#ports.board;
    if (folds.map.isEmpty) return [];
    return folds.branches().flatMap(({ id, from, to }) => (ids.has(from) && ids.has(to) ? [id] : []));
  }

  /** What a copy of these is made of: with what is folded away under them, and the branches between. */
  wholeOf(ids: Iterable<ElementId>): ReadonlySet<ElementId> {
    const { folds } = this.#ports.board;
    const all = new Set(ids);
    if (folds.map.isEmpty) return all;
    for (const id of this.withBelow([...all].filter((one) => folds.count(one) > 0))) all.add(id);
    return new Set([...all, ...this.branchesAmong(all)]);
  }

  /** Branches that lead to any of these, or from one: they go with them. */
  branchesInto(ids: ReadonlySet<ElementId>): ElementId[] {
    const { folds } = this.#ports.board;
    if (folds.map.isEmpty) return [];
    return folds.branches().flatMap(({ id, from, to }) => (ids.has(from) || ids.has(to) ? [id] : []));
  }

  /** Deletes these, what hangs on them and the branches to them; what the first of them hung on is selected then. */
  delete(chosen: Iterable<ElementId>): void {
    const { selection, writes } = this.#ports;
    const ids = this.withBelow(chosen);
    const keeper = this.keeperOf(ids);
    writes.delete([...ids, ...this.branchesInto(new Set(ids))]);
    if (keeper !== null && selection.ids.size === 0) selection.set([keeper]);
  }

  /** Begins a map: with the note that is selected, or a new one. */
  async begin(): Promise<void> {
    const { board, camera, selection, typing, writes, permits, notify } = this.#ports;
    typing.end();
    const { single } = selection;
    const chosen = single === null ? undefined : board.get(single);
    if (chosen && takesNode(chosen)) {
      if (!this.isNode(chosen.id)) {
        if (permits.changeable([chosen.id], 'edit').length === 0) return;
        board.edit('mindmap', (write) => write.set(chosen.id, { props: { node: 'open' } }));
      }
      await this.addChild(chosen.id);
      return;
    }
    const id = writes.placeBeside(NOTE, camera.middle(), { node: 'open' });
    if (id === null) return;
    selection.set([id]);
    typing.begin(id);
    notify({ kind: 'announce', id: 'mindmap.say.begun' });
  }

  /** A new note that hangs on another, after its last child or after `after`. */
  async addChild(parent: ElementId, after: ElementId | null = null): Promise<void> {
    const layOut = await this.#edits.library();
    const { board, camera, selection, typing, permits, notify } = this.#ports;
    const element = board.get(parent);
    const frame = board.frame(parent);
    if (!layOut || !element || !frame || !permits.mayAdd(2)) return;
    const area = board.tree.parent(parent);
    const kinds = permits.allowed([NOTE, LINE], (kind) => permits.mayPlace(kind, area));
    if (kinds.length < 2) return;
    const { map } = board.folds;
    const root = map.root(parent);
    const rootFrame = board.frame(root) ?? frame;
    const left = after === null ? parent !== root && isLeft(frame, rootFrame) : this.#edits.isLeft(after);
    const id = createId();
    const line = createId();
    const branch: Branch = { id: line, from: parent, to: id, z: this.#edits.zAfter(parent, after) };
    const x = left ? frame.x - START - SIZE[0] : frame.x + frame.w + START;
    const box: Box = { x, y: frame.y, w: SIZE[0], h: SIZE[1] };
    const color = this.#edits.colorFor(parent, root);
    const isAdded = this.#edits.apply(layOut, 'mindmap', {
      branches: new Map([[line, branch]]),
      frames: new Map([[id, box]]),
      near: [parent],
      write: (write, places) => {
        const origin = area === null ? { x: 0, y: 0 } : board.tree.origin(area);
        const at = places.get(id) ?? box;
        const place = [area, at.x - origin.x, at.y - origin.y] as const;
        const props = { ...findKind(NOTE)?.defaultProps, color };
        const [z = 'a0'] = keysOnTop(board, area, 1);
        write.create({ id, kind: NOTE, place, size: SIZE, z, text: '', props });
        write.create({ id: line, kind: LINE, place, z: branch.z, props: lineProps(branch, color) });
      },
    });
    if (!isAdded) return;
    selection.set([id]);
    const bounds = board.bounds(id);
    if (bounds) camera.reveal(bounds);
    typing.begin(id);
    notify({ kind: 'announce', id: 'mindmap.say.child', values: { text: nameOf(element) } });
  }

  /** A new note beside another; of the heart of a map, which stands alone, a child. */
  async addSibling(id: ElementId): Promise<void> {
    const parent = this.#ports.board.folds.map.parent(id);
    await (parent === null ? this.addChild(id) : this.addChild(parent, id));
  }

  /** Goes from a note to the next one in a direction. False where there is none. */
  walk(id: ElementId, direction: Vec): boolean {
    const { board, camera, selection } = this.#ports;
    const next = neighbourOf(board, id, direction);
    if (next === null) return false;
    selection.set([next]);
    const bounds = board.bounds(next);
    if (bounds) camera.reveal(bounds);
    return true;
  }

  /** Whether anything is tied to a note: alone, it goes where the arrows push it. */
  hasOthers(id: ElementId): boolean {
    return this.#ports.board.folds.map.has(id);
  }

  /** Moves a note among its siblings, up to its parent's level, or under its elder sibling. */
  async shift(id: ElementId, direction: Vec): Promise<void> {
    const layOut = await this.#edits.library();
    const { board } = this.#ports;
    const { map } = board.folds;
    const parent = map.parent(id);
    const frame = board.frame(id);
    const root = map.root(id);
    const heart = board.frame(root);
    if (!layOut || parent === null || !frame || !heart) return;
    const siblings = siblingsOf(board, id);
    const at = siblings.indexOf(id);
    if (direction.y !== 0) {
      const other = siblings[at + direction.y];
      if (other === undefined) return;
      const rest = siblings.filter((one) => one !== id);
      this.#hang(layOut, id, parent, rest[at + direction.y - 1] ?? null);
      return;
    }
    const isInwards = direction.x === (this.#edits.isLeft(id) ? 1 : -1);
    const elder = siblings[at - 1];
    if (!isInwards) {
      if (elder !== undefined) this.#hang(layOut, id, elder, map.children(elder).at(-1) ?? null);
      return;
    }
    const grandparent = map.parent(parent);
    if (grandparent !== null) {
      this.#hang(layOut, id, grandparent, parent);
      return;
    }
    // Beside the heart of the map one step inwards is the other side.
    const x = this.#edits.isLeft(id) ? heart.x + heart.w + START : heart.x - START - frame.w;
    this.#edits.apply(layOut, 'mindmap', {
      frames: new Map([[id, { ...frame, x }]]),
      near: [id],
      write: () => undefined,
    });
  }

  /**
   * Lets a dragged part of a map go: onto another note, which it hangs on from now on, or at another place among its siblings. False where
   * the drag is none of a map's: whole maps and other notes go where they are let go.
   */
  drop(ids: readonly ElementId[], by: Vec, pointer: Vec): boolean {
    const { board, permits } = this.#ports;
    const { map } = board.folds;
    if (map.isEmpty) return false;
    const taken = new Set(ids);
    const heads = ids.filter((id) => map.has(id) && !taken.has(map.parent(id) ?? ''));
    const [head] = heads;
    const parent = head === undefined ? null : map.parent(head);
    if (head === undefined || heads.length > 1 || parent === null) return false;
    if (!ids.every((id) => map.isWithin(id, head))) return false;
    if (permits.changeable([head], 'move').length === 0) return true;
    const frame = board.frame(head);
    if (!frame) return true;
    const moved = { ...frame, x: frame.x + by.x, y: frame.y + by.y };
    const target = this.#nodeAt(pointer, head);
    void this.#edits.library().then((layOut) => {
      if (!layOut || !board.get(head)) return;
      if (target !== null && target !== parent) {
        this.#hang(layOut, head, target, board.folds.map.children(target).at(-1) ?? null, moved);
        this.#ports.notify({
          kind: 'announce',
          id: 'mindmap.say.moved',
          values: { text: nameOf(board.get(target)) },
        });
        return;
      }
      const root = board.folds.map.root(head);
      const heart = board.frame(root);
      const isMain = parent === root && heart !== null;
      const left = isMain ? isLeft(moved, heart) : this.#edits.isLeft(head);
      const middle = moved.y + moved.h / 2;
      const above = board.folds.map.children(parent).filter((one) => {
        const box = board.frame(one);
        if (one === head || !box || (isMain && isLeft(box, heart) !== left)) return false;
        return box.y + box.h / 2 < middle;
      });
      this.#hang(layOut, head, parent, above.at(-1) ?? null, moved);
    });
    return true;
  }

  /** Folds what hangs on a note away, or shows it again. */
  async fold(id: ElementId): Promise<void> {
    const layOut = await this.#edits.library();
    const { board, permits, notify } = this.#ports;
    const element = board.get(id);
    const count = board.folds.map.below(id).length;
    if (!layOut || !element || count === 0 || permits.changeable([id], 'edit').length === 0) return;
    const isFolding = element.props.node !== 'folded';
    this.#edits.apply(layOut, 'mindmap', { folded: new Map([[id, isFolding]]), near: [id], write: () => undefined });
    notify({ kind: 'announce', id: isFolding ? 'mindmap.say.folded' : 'mindmap.say.unfolded', values: { count } });
  }

  /** Lays a map out again. */
  async tidy(id: ElementId): Promise<void> {
    const layOut = await this.#edits.library();
    if (layOut && this.#ports.board.get(id))
      this.#edits.apply(layOut, 'mindmap', { near: [id], write: () => undefined });
  }

  /** The parent of the first of these that stays, for the selection after they are deleted. */
  keeperOf(ids: readonly ElementId[]): ElementId | null {
    const { map } = this.#ports.board.folds;
    const gone = new Set(ids);
    for (const id of ids) {
      const parent = map.parent(id);
      if (parent !== null && !gone.has(parent)) return parent;
    }
    return null;
  }

  dispose(): void {
    this.#stop();
    this.#edits.dispose();
  }

  /** Hangs a note on another, after a sibling (`null`: first). */
  #hang(layOut: LayOut, id: ElementId, parent: ElementId, after: ElementId | null, frame?: Box): void {
    const { board, permits } = this.#ports;
    const { map } = board.folds;
    const old = map.branch(id);
    if (!old || map.isWithin(parent, id) || permits.changeable([old.id], 'edit').length === 0) return;
    const root = map.root(parent);
    const branch: Branch = { ...old, from: parent, z: this.#edits.zAfter(parent, after, id) };
    const isOther = parent !== old.from;
    const from = map.mainBranch(id);
    const to = parent === root ? id : map.mainBranch(parent);
    const color = isOther && from !== to ? this.#edits.colorFor(parent, root) : null;
    const place = frame ?? this.#besides(id, parent, root);
    this.#edits.apply(layOut, 'mindmap', {
      branches: new Map([[old.id, branch]]),
      frames: place ? new Map([[id, place]]) : new Map(),
      near: [id, parent],
      write: (write) => {
        const element = board.get(old.id);
        if (!element) return;
        const { from: oldEnd } = element.props as { readonly from?: object };
        write.set(old.id, { z: branch.z, ...(isOther && { props: { from: { ...oldEnd, id: parent } } }) });
        if (color !== null) this.#recolor(write, id, color);
      },
    });
  }

  /** A note that changes its main branch takes its colour along the whole way, where it had the old one. */
  #recolor(write: BoardWriter, id: ElementId, color: NoteColor): void {
    const { board, permits } = this.#ports;
    const { map } = board.folds;
    const before = board.get(id)?.props.color;
    for (const one of [id, ...map.below(id)]) {
      const element = board.get(one);
      if (!element || element.props.color !== before || element.lock || !permits.mayChange(one, 'edit')) continue;
      write.set(one, { props: { color } });
      const line = map.branch(one)?.id;
      if (line !== undefined) write.set(line, { props: { color } });
    }
  }

  /** Where a note would stand beside its new parent: on the side on which that grows. */
  #besides(id: ElementId, parent: ElementId, root: ElementId): Box | null {
    const { board } = this.#ports;
    const box = board.frame(id);
    const beside = board.frame(parent);
    if (!box || !beside || parent !== root) return null;
    // From deeper down it stays on the side it was on.
    return { ...box, x: this.#edits.isLeft(id) ? beside.x - START - box.w : beside.x + beside.w + START };
  }

  /** The note of a map under a page point, but for a part that is being dragged. */
  #nodeAt(point: Vec, dragged: ElementId): ElementId | null {
    const { board } = this.#ports;
    const { folds } = board;
    let found: ElementId | null = null;
    for (const root of folds.map.roots())
      for (const id of [root, ...folds.map.below(root)]) {
        const frame = board.frame(id);
        if (!frame || folds.isHidden(id) || folds.map.isWithin(id, dragged) || !contains(frame, point)) continue;
        if (found === null || board.tree.compare(found, id) < 0) found = id;
      }
    return found;
  }
}

const lineProps = ({ from, to }: Branch, color: NoteColor): Props => ({
  ...findKind(LINE)?.defaultProps,
  from: { id: from, x: 0, y: 0 },
  to: { id: to, x: 0, y: 0 },
  routing: 'curved',
  start: 'none',
  end: 'none',
  width: 3,
  color,
  branch: true,
});

/** Whether a kind of element may be a note of a map. */
const takesNode = (element: Element): boolean => {
  const known: readonly string[] = findKind(element.kind)?.propKeys ?? [];
  return element.problem === undefined && known.includes('node');
};

const nameOf = (element: Element | undefined): string => (element ? kindOf(element).outline(element).slice(0, 80) : '');
