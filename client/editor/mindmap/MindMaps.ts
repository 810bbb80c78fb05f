/**
 * Mind maps as people work on them: what belongs to one, what goes along with what, and where a hand lets go. What changes them is in
 * `MapChanges.ts`, which comes later; where one goes by the arrows is in `walk.ts`.
 */
import type { StoreApi } from 'zustand/vanilla';
import type { BoardDoc } from '../../../shared/board/BoardDoc.ts';
import type { Element, ElementId } from '../../../shared/elements/ElementKind.ts';
import { findKind } from '../../../shared/elements/registry.ts';
import { contains } from '../../../shared/geometry/box.ts';
import type { Vec } from '../../../shared/geometry/vec.ts';
import type { CameraControl } from '../CameraControl.ts';
import type { EditorState } from '../EditorState.ts';
import type { Later } from '../Later.ts';
import type { Notify } from '../Notice.ts';
import type { Permits } from '../Permits.ts';
import type { Selection } from '../Selection.ts';
import type { Typing } from '../Typing.ts';
import type { Writes } from '../Writes.ts';
import type { MapChanges } from './MapChanges.ts';
import { neighbourOf } from './walk.ts';

interface MindMapPorts {
  readonly store: StoreApi<EditorState>;
  readonly board: BoardDoc;
  readonly camera: CameraControl;
  readonly selection: Selection;
  readonly typing: Typing;
  readonly writes: Writes;
  readonly permits: Permits;
  readonly notify: Notify;
  readonly extras: Pick<Later<{ readonly mapChanges: MapChanges }>, 'with'>;
}

const NOTE = 'note';

export class MindMaps {
  readonly #ports: MindMapPorts;

  constructor(ports: MindMapPorts) {
    this.#ports = ports;
  }

  /** Does something with what changes maps, in its turn; done when that is done. */
  #with(act: (changes: MapChanges) => void): Promise<void> {
    return new Promise((done) =>
      this.#ports.extras.with(({ mapChanges }) => {
        act(mapChanges);
        done();
      }),
    );
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
    await this.#with((changes) => changes.addChild(parent, after));
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
    await this.#with((changes) => changes.shift(id, direction));
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
    void this.#with((changes) => changes.letGo(head, parent, target, moved));
    return true;
  }

  /** Folds what hangs on a note away, or shows it again. */
  async fold(id: ElementId): Promise<void> {
    await this.#with((changes) => changes.fold(id));
  }

  /** Lays a map out again. */
  async tidy(id: ElementId): Promise<void> {
    await this.#with((changes) => changes.tidy(id));
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

/** Whether a kind of element may be a note of a map. */
const takesNode = (element: Element): boolean => {
  const known: readonly string[] = findKind(element.kind)?.propKeys ?? [];
  return element.problem === undefined && known.includes('node');
};
