/**
 * Changing mind maps: one edit writes what was asked and lays out again every map it touches, writing only the places that differ. Knows
 * nothing of keys and selections.
 */
import type { StoreApi } from 'zustand/vanilla';
import type { BoardDoc, BoardWriter } from '../../../shared/board/BoardDoc.ts';
import { TIDY } from '../../../shared/board/History.ts';
import { arrangesContent, placedAt } from '../../../shared/board/insertion.ts';
import { type Branch, MindMap } from '../../../shared/board/mindMap.ts';
import { keysAtBottom, keysBetween } from '../../../shared/board/order.ts';
import type { ElementId } from '../../../shared/elements/ElementKind.ts';
import type { Box } from '../../../shared/geometry/box.ts';
import type { Vec } from '../../../shared/geometry/vec.ts';
import type { NoteColor } from '../../../shared/theme/tokens.ts';
import { COLOR_ORDER } from '../clipboard/colorNames.ts';
import type { EditorState } from '../EditorState.ts';
import type { Permits } from '../Permits.ts';
import { isLeft } from './sides.ts';
import { layOutMap } from './treeLayout.ts';

export interface MapEditPorts {
  readonly store: StoreApi<EditorState>;
  readonly board: BoardDoc;
  readonly permits: Permits;
}

/** What a map would be after a change: branches put (`null`: taken away), notes with other frames or folds, and what is written beside. */
export interface MapChange {
  readonly branches?: ReadonlyMap<ElementId, Branch | null>;
  readonly frames?: ReadonlyMap<ElementId, Box>;
  /** Notes that are folded, or shown again. */
  readonly folded?: ReadonlyMap<ElementId, boolean>;
  /** Notes in whose map places may change. */
  readonly near: readonly ElementId[];
  write(writer: BoardWriter, places: ReadonlyMap<ElementId, Vec>): void;
}

/** So long after one's own change, what another did at the same moment is laid out once more. */
const TOGETHER_MS = 4_000;
const SETTLE_MS = 250;

export class MapEdits {
  readonly #ports: MapEditPorts;
  readonly #stop: () => void;
  #changed: { readonly root: ElementId; readonly at: number } | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(ports: MapEditPorts) {
    this.#ports = ports;
    this.#stop = ports.board.onChange(({ local, changed }) => {
      if (!local && this.#changed && Date.now() - this.#changed.at < TOGETHER_MS) this.#tidySoon(changed);
    });
  }

  dispose(): void {
    this.#stop();
    clearTimeout(this.#timer);
  }

  /** The change and all places that follow from it, in one edit. False where it would open a note that this person may not change. */
  apply(label: string, { branches, frames, folded, near, write }: MapChange): boolean {
    const { board, permits } = this.#ports;
    const exists = (id: ElementId): boolean => board.get(id) !== undefined || frames?.has(id) === true;
    const kept = board.folds.branches().filter(({ id }) => !branches?.has(id));
    const put = [...(branches?.values() ?? [])].filter((branch) => branch !== null);
    const map = new MindMap([...kept, ...put], exists);
    const frame = (id: ElementId): Box | null => frames?.get(id) ?? board.frame(id);
    const roots = new Set(near.flatMap((id) => [map.root(id), board.folds.map.root(id)]));
    // What something is hung on opens.
    const opened = new Set(put.map(({ from }) => from).filter((id) => board.get(id)?.props.node === 'folded'));
    if (opened.size > 0 && permits.changeable([...opened], 'edit').length < opened.size) return false;
    const isFolded = (id: ElementId): boolean =>
      folded?.get(id) ?? (board.get(id)?.props.node === 'folded' && !opened.has(id));
    const places = new Map([...roots].flatMap((root) => [...layOutMap(map, root, frame, isFolded)]));
    const moves = [...places].flatMap(([id, at]) => {
      const element = board.get(id);
      const now = board.frame(id);
      if (!element || !now || element.lock || (now.x === at.x && now.y === at.y)) return [];
      if (!permits.mayChange(id, 'move')) return [];
      // Where an area arranges its content, no map does.
      if (arrangesContent(board, board.tree.parent(id))) return [];
      const [, x, y] = element.place;
      return [{ id, place: placedAt(element.place, x + at.x - now.x, y + at.y - now.y) }];
    });
    board.edit(label, (writer) => {
      write(writer, places);
      for (const id of opened) writer.set(id, { props: { node: 'open' } });
      for (const [id, is] of folded ?? []) writer.set(id, { props: { node: is ? 'folded' : 'open' } });
      for (const { id, place } of moves) writer.set(id, { place });
    });
    const [root] = roots;
    if (root !== undefined) this.#changed = { root, at: Date.now() };
    return true;
  }

  /** Two changed a map at the same moment, each without knowing of the other: both lay it out once more, to the same places. */
  #tidySoon(changed: ReadonlySet<ElementId>): void {
    const { board } = this.#ports;
    const root = this.#changed?.root;
    if (root === undefined) return;
    const isHere = [...changed].some((id) => board.folds.map.has(id) && board.folds.map.root(id) === root);
    if (!isHere) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      if (this.#ports.store.getState().readOnly || !board.get(root)) return;
      const last = this.#changed;
      this.apply(TIDY, { near: [root], write: () => undefined });
      // It answers what others did; it begins no conversation.
      this.#changed = last;
    }, SETTLE_MS);
  }

  /** Whether a note is on the left of its map. */
  isLeft(id: ElementId): boolean {
    const { board } = this.#ports;
    const { map } = board.folds;
    const main = board.frame(map.mainBranch(id) ?? id);
    const heart = board.frame(map.root(id));
    return main !== null && heart !== null && isLeft(main, heart);
  }

  /** The order key that puts a branch right after the one into a sibling (`null`: before all), or after the last. */
  zAfter(parent: ElementId, after: ElementId | null, moving?: ElementId): string {
    const { board } = this.#ports;
    const { map } = board.folds;
    const siblings = map.children(parent).filter((id) => id !== moving);
    const zOf = (id: ElementId | undefined): string | null => (id === undefined ? null : (map.branch(id)?.z ?? null));
    if (after === null && moving === undefined) {
      const last = zOf(siblings.at(-1));
      return (
        (last === null ? keysAtBottom(board, board.tree.parent(parent), 1) : keysBetween(last, null, 1))[0] ?? 'a0'
      );
    }
    const at = after === null ? -1 : siblings.indexOf(after);
    return keysBetween(zOf(siblings[at]), zOf(siblings[at + 1]), 1)[0] ?? 'a0';
  }

  /** One colour a main branch: the next that its siblings do not have; further out, the parent's. */
  colorFor(parent: ElementId, root: ElementId): NoteColor {
    const { board } = this.#ports;
    const own = board.get(parent)?.props.color as NoteColor | undefined;
    if (parent !== root) return own ?? 'yellow';
    const children = board.folds.map.children(root).map((id) => board.get(id)?.props.color);
    const free = COLOR_ORDER.filter((color) => color !== own);
    const count = (color: NoteColor): number => children.filter((one) => one === color).length;
    return free.reduce((least, color) => (count(color) < count(least) ? color : least), free[0] ?? 'blue');
  }
}
