/**
 * Writing a mind map: children and siblings, moving ideas about, folding. A map is notes and connectors; each change is one edit that lays
 * the whole map out again and writes only the places that differ.
 */
import type { BoardWriter } from '../../../shared/board/BoardDoc.ts';
import type { Branch } from '../../../shared/board/mindMap.ts';
import { keysOnTop } from '../../../shared/board/order.ts';
import type { Element, ElementId, Props } from '../../../shared/elements/ElementKind.ts';
import { findKind, kindOf } from '../../../shared/elements/registry.ts';
import type { Box } from '../../../shared/geometry/box.ts';
import type { Vec } from '../../../shared/geometry/vec.ts';
import { createId } from '../../../shared/lib/ids.ts';
import type { NoteColor } from '../../../shared/theme/tokens.ts';
import type { CameraControl } from '../CameraControl.ts';
import type { Notify } from '../Notice.ts';
import type { Selection } from '../Selection.ts';
import type { Typing } from '../Typing.ts';
import { type MapEditPorts, MapEdits } from './MapEdits.ts';
import { isLeft } from './sides.ts';
import { siblingsOf } from './walk.ts';

export interface MapChangePorts extends MapEditPorts {
  readonly camera: CameraControl;
  readonly selection: Selection;
  readonly typing: Typing;
  readonly notify: Notify;
}

const NOTE = 'note';
const LINE = 'connector';
/** A note of a map is flat: maps grow wide, not high. */
const SIZE = [200, 80] as const;
const START = 72;

export class MapChanges {
  readonly #ports: MapChangePorts;
  readonly #edits: MapEdits;

  constructor(ports: MapChangePorts) {
    this.#ports = ports;
    this.#edits = new MapEdits(ports);
  }

  /** A new note that hangs on another, after its last child or after `after`. */
  addChild(parent: ElementId, after: ElementId | null): void {
    const { board, camera, selection, typing, permits, notify } = this.#ports;
    const element = board.get(parent);
    const frame = board.frame(parent);
    if (!element || !frame || !permits.mayAdd(2)) return;
    const area = board.tree.parent(parent);
    const kinds = permits.allowed([NOTE, LINE], (kind) => permits.mayPlace(kind, area));
    if (kinds.length < 2 || !permits.mayWriteIn(NOTE, area)) return;
    const { map } = board.folds;
    const root = map.root(parent);
    const rootFrame = board.frame(root) ?? frame;
    const left = after === null ? parent !== root && isLeft(frame, rootFrame) : this.#edits.isLeft(after);
    const id = board.newId();
    const line = createId();
    const branch: Branch = { id: line, from: parent, to: id, z: this.#edits.zAfter(parent, after) };
    const x = left ? frame.x - START - SIZE[0] : frame.x + frame.w + START;
    const box: Box = { x, y: frame.y, w: SIZE[0], h: SIZE[1] };
    const color = this.#edits.colorFor(parent, root);
    const isAdded = this.#edits.apply('mindmap', {
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

  /** Moves a note among its siblings, up to its parent's level, or under its elder sibling. */
  shift(id: ElementId, direction: Vec): void {
    const { board } = this.#ports;
    const { map } = board.folds;
    const parent = map.parent(id);
    const frame = board.frame(id);
    const root = map.root(id);
    const heart = board.frame(root);
    if (parent === null || !frame || !heart) return;
    const siblings = siblingsOf(board, id);
    const at = siblings.indexOf(id);
    if (direction.y !== 0) {
      const other = siblings[at + direction.y];
      if (other === undefined) return;
      const rest = siblings.filter((one) => one !== id);
      this.#hang(id, parent, rest[at + direction.y - 1] ?? null);
      return;
    }
    const isInwards = direction.x === (this.#edits.isLeft(id) ? 1 : -1);
    const elder = siblings[at - 1];
    if (!isInwards) {
      if (elder !== undefined) this.#hang(id, elder, map.children(elder).at(-1) ?? null);
      return;
    }
    const grandparent = map.parent(parent);
    if (grandparent !== null) {
      this.#hang(id, grandparent, parent);
      return;
    }
    // Beside the heart of the map one step inwards is the other side.
    const x = this.#edits.isLeft(id) ? heart.x + heart.w + START : heart.x - START - frame.w;
    this.#edits.apply('mindmap', {
      frames: new Map([[id, { ...frame, x }]]),
      near: [id],
      write: () => undefined,
    });
  }

  /** What was dragged hangs on another note from now on, or stands at another place among its siblings. */
  letGo(head: ElementId, parent: ElementId, target: ElementId | null, moved: Box): void {
    const { board } = this.#ports;
    if (!board.get(head)) return;
    if (target !== null && target !== parent) {
      this.#hang(head, target, board.folds.map.children(target).at(-1) ?? null, moved);
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
    this.#hang(head, parent, above.at(-1) ?? null, moved);
  }

  /** Folds what hangs on a note away, or shows it again. */
  fold(id: ElementId): void {
    const { board, permits, notify } = this.#ports;
    const element = board.get(id);
    const count = board.folds.map.below(id).length;
    if (!element || count === 0 || permits.changeable([id], 'edit').length === 0) return;
    const isFolding = element.props.node !== 'folded';
    this.#edits.apply('mindmap', { folded: new Map([[id, isFolding]]), near: [id], write: () => undefined });
    notify({ kind: 'announce', id: isFolding ? 'mindmap.say.folded' : 'mindmap.say.unfolded', values: { count } });
  }

  /** Lays a map out again. */
  tidy(id: ElementId): void {
    if (this.#ports.board.get(id)) this.#edits.apply('mindmap', { near: [id], write: () => undefined });
  }

  dispose(): void {
    this.#edits.dispose();
  }

  /** Hangs a note on another, after a sibling (`null`: first). */
  #hang(id: ElementId, parent: ElementId, after: ElementId | null, frame?: Box): void {
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
    this.#edits.apply('mindmap', {
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

const nameOf = (element: Element | undefined): string => (element ? kindOf(element).outline(element).slice(0, 80) : '');
