/**
 * The board as lines: areas in reading order, each with what lies in it, then « Sur le mur » and, when there are any, « Éléments
 * retrouvés ». Kept up with the board: only areas whose content has moved are sorted again, lines that look the same stay the same
 * objects, and nobody is told of a change that shows nowhere. No React here; nothing is written.
 *
 * The order is that of the eye (`sortLines`): what stands higher comes first, then what stands further left.
 */
import type { BoardDoc } from '../../shared/board/BoardDoc.ts';
import { branchOf } from '../../shared/board/mindMap.ts';
import type { Element, ElementId } from '../../shared/elements/ElementKind.ts';
import { kindOf } from '../../shared/elements/registry.ts';
import { sortLines } from '../../shared/geometry/sortLines.ts';
import { Emitter } from '../../shared/lib/emitter.ts';
import { isEqual } from '../../shared/lib/equal.ts';
import type { BoardIndex, IndexChange } from '../editor/BoardIndex.ts';
import { retold } from './retold.ts';
import {
  type Face,
  FOUND,
  faceOf,
  isVirtual,
  type Row,
  type RowId,
  type RowMeasures,
  rowOf,
  toSearchText,
  WALL,
} from './rows.ts';

export interface OutlinePorts {
  readonly board: BoardDoc;
  readonly index: BoardIndex;
  /** Calls back once, soon. Returns its undo. */
  readonly soon: (callback: () => void) => () => void;
}

/** Holds the areas that stand on the wall. */
const TOP = '(top)';

interface Standing {
  readonly group: string;
  readonly x: number;
  readonly y: number;
  readonly h: number;
  readonly z: string;
}

const NOTHING: ReadonlySet<ElementId> = new Set();
const DEFAULT_MEASURES: RowMeasures = { width: 400, line: 36, tall: 56, field: 132 };

export class OutlineModel {
  readonly #ports: OutlinePorts;
  readonly #changes = new Emitter<void>();
  readonly #stop: () => void;
  readonly #members = new Map<string, Set<ElementId>>();
  readonly #sorted = new Map<string, readonly ElementId[]>();
  readonly #standing = new Map<ElementId, Standing>();
  readonly #collapsed = new Set<RowId>();
  readonly #searchText = new WeakMap<Face, string>();
  #measures = DEFAULT_MEASURES;
  #query = '';
  #editing: ElementId | null = null;
  #rows: readonly Row[] = [];
  #byId = new Map<RowId, Row>();
  readonly #faces = new Map<RowId, Face>();
  #indexOf = new Map<RowId, number>();
  #tops: Float64Array = new Float64Array(1);
  /** What hangs on an idea of a mind map. */
  #hung: ReadonlySet<ElementId> = new Set();
  #isStale = true;
  #cancel: (() => void) | null = null;
  #version = 0;
  /** The version that listeners know of: whoever reads a line in between brings it up to date without a word. */
  #told = 0;

  constructor(ports: OutlinePorts) {
    this.#ports = ports;
    for (const id of ports.board.ids()) this.#stand(id);
    this.#hang();
    this.#stop = ports.index.onChange((change) => this.#take(change));
    this.#rebuild();
    this.#told = this.#version;
  }

  /** Grows whenever the lines, their heights or their order have changed. */
  get version(): number {
    return this.#version;
  }

  /** The lines that are shown, from top to bottom. */
  get rows(): readonly Row[] {
    if (this.#isStale) this.#rebuild();
    return this.#rows;
  }

  row(id: RowId): Row | undefined {
    if (this.#isStale) this.#rebuild();
    return this.#byId.get(id);
  }

  /** Place of a line among those shown; -1 where it is not. */
  indexOf(id: RowId): number {
    if (this.#isStale) this.#rebuild();
    return this.#indexOf.get(id) ?? -1;
  }

  /** Where a line begins, in CSS pixels; that of the line after the last is the height of all. */
  top(index: number): number {
    if (this.#isStale) this.#rebuild();
    return this.#tops[Math.max(0, Math.min(index, this.#rows.length))] ?? 0;
  }

  /** The line at a height. */
  indexAt(y: number): number {
    let low = 0;
    let high = this.rows.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.top(middle) <= y) low = middle;
      else high = middle - 1;
    }
    return Math.max(0, low);
  }

  /** The line an element's line lies under, `null` for the outermost. */
  parentOf(id: RowId): RowId | null {
    const group = this.#standing.get(id)?.group;
    return group === undefined || group === TOP ? null : group;
  }

  /** What lies beside an element in its area, itself included, in order, filtered or not. */
  siblings(id: ElementId): readonly ElementId[] {
    const group = this.#standing.get(id)?.group;
    return group === undefined ? [] : this.#order(group);
  }

  /** Areas in order, each after the one it lies in. */
  areas(): readonly { readonly id: ElementId; readonly depth: number }[] {
    const found: { id: ElementId; depth: number }[] = [];
    const walk = (group: string, depth: number): void => {
      for (const id of this.#order(group)) {
        const element = this.#ports.board.get(id);
        if (!element || !kindOf(element).isContainer) continue;
        found.push({ id, depth });
        walk(id, depth + 1);
      }
    };
    walk(TOP, 0);
    walk(FOUND, 0);
    return found;
  }

  /** Lines that can be seen between two heights, and always those of `keep`. */
  window(from: number, to: number, keep: readonly (RowId | null)[]): readonly number[] {
    const { rows } = this;
    if (rows.length === 0) return [];
    const first = this.indexAt(from);
    const last = this.indexAt(to);
    const shown = Array.from({ length: last - first + 1 }, (_, n) => first + n);
    for (const id of keep) {
      const index = id === null ? -1 : this.indexOf(id);
      if (index >= 0 && (index < first || index > last)) shown.push(index);
    }
    return shown.sort((a, b) => a - b);
  }

  toggle(id: RowId, isExpanded: boolean): void {
    const has = this.#collapsed.has(id);
    if (has !== isExpanded) return;
    if (isExpanded) this.#collapsed.delete(id);
    else this.#collapsed.add(id);
    this.#refresh();
  }

  /** Opens all areas an element lies in. */
  uncover(id: ElementId): void {
    let changed = false;
    for (let at = this.parentOf(id); at !== null; at = this.parentOf(at))
      changed = this.#collapsed.delete(at) || changed;
    if (changed) this.#refresh();
  }

  /** Shows only lines that contain this text, with the areas they lie in. Empty: all. */
  filter(text: string): void {
    const query = toSearchText(text.trim());
    if (query === this.#query) return;
    this.#query = query;
    this.#refresh();
  }

  get isFiltered(): boolean {
    return this.#query !== '';
  }

  /** The first line that answers to the filter itself; the first of all without one. */
  get firstMatch(): Row | undefined {
    return this.isFiltered ? this.rows.find((row) => !isVirtual(row.id) && this.#isMatch(row.id)) : this.rows[0];
  }

  /** How many lines answer to the filter themselves. */
  get matches(): number {
    return this.isFiltered
      ? this.rows.filter((row) => !isVirtual(row.id) && this.#isMatch(row.id)).length
      : this.rows.length;
  }

  /** The line one writes in is as high as a field. */
  edit(id: ElementId | null): void {
    if (id === this.#editing) return;
    this.#editing = id;
    this.#refresh();
  }

  measure(measures: RowMeasures): void {
    const { width, line } = this.#measures;
    if (width === measures.width && line === measures.line) return;
    this.#measures = measures;
    this.#byId = new Map();
    this.#refresh();
  }

  /** Calls back, at most once each `soon`, when `version` has grown. Returns its undo. */
  subscribe(listener: () => void): () => void {
    return this.#changes.subscribe(listener);
  }

  /** Brings the lines up to date now, for whoever has just changed the board and goes on from there. */
  flush(): void {
    this.#cancel?.();
    this.#cancel = null;
    if (this.#isStale) this.#rebuild();
    if (this.#version === this.#told) return;
    this.#told = this.#version;
    this.#changes.emit();
  }

  dispose(): void {
    this.#stop();
    this.#cancel?.();
  }

  #refresh(): void {
    this.#isStale = true;
    this.flush();
  }

  #take({ changed, deleted }: IndexChange): void {
    for (const id of deleted) this.#leave(id);
    for (const id of changed) this.#stand(id);
    this.#hang();
    for (const id of retold(this.#ports, changed, deleted)) this.#faces.delete(id);
    this.#isStale = true;
    this.#cancel ??= this.#ports.soon(() => {
      this.#cancel = null;
      this.flush();
    });
  }

  /** Ideas of a mind map lie under the one they hang on: where branches have changed, some stand elsewhere now. */
  #hang(): void {
    const { map } = this.#ports.board.folds;
    if (map.isEmpty && this.#hung.size === 0) return;
    const hung = new Set(map.roots().flatMap((root) => map.below(root)));
    const lines = this.#ports.board.folds.branches().map(({ id }) => id);
    for (const id of new Set([...this.#hung, ...hung, ...lines])) this.#stand(id);
    this.#hung = hung;
  }

  #holds(element: Element): boolean {
    const branch = branchOf(element);
    return branch !== null && this.#ports.board.folds.map.branch(branch.to)?.id === branch.id;
  }

  #groupOf(id: ElementId, parent: ElementId | null): string {
    const idea = this.#ports.board.folds.map.parent(id);
    if (idea !== null) return idea;
    if (parent !== null) return parent;
    const { board, index } = this.#ports;
    if (board.tree.orphans.has(id)) return FOUND;
    return index.get(id)?.kind.isContainer ? TOP : WALL;
  }

  #stand(id: ElementId): void {
    const item = this.#ports.index.get(id);
    if (!item) return;
    const { origin, element } = item;
    // A branch of a mind map is told by where its idea lies.
    if (element.props.branch === true && element.text === '' && this.#holds(element)) {
      this.#leave(id);
      return;
    }
    const { size, z } = element;
    const standing = { group: this.#groupOf(id, item.parent), x: origin.x, y: origin.y, h: size[1], z };
    const old = this.#standing.get(id);
    if (old && isEqual(old, standing)) return;
    this.#standing.set(id, standing);
    if (old && old.group !== standing.group) this.#members.get(old.group)?.delete(id);
    if (old) this.#sorted.delete(old.group);
    this.#sorted.delete(standing.group);
    const members = this.#members.get(standing.group);
    if (members) members.add(id);
    else this.#members.set(standing.group, new Set([id]));
  }

  #leave(id: ElementId): void {
    const old = this.#standing.get(id);
    if (!old) return;
    this.#standing.delete(id);
    this.#members.get(old.group)?.delete(id);
    this.#sorted.delete(old.group);
    this.#collapsed.delete(id);
    this.#faces.delete(id);
  }

  #order(group: string): readonly ElementId[] {
    const sorted = this.#sorted.get(group);
    if (sorted) return sorted;
    const members = this.#members.get(group) ?? NOTHING;
    const { arrangements, tree } = this.#ports.board;
    const ids = arrangements.of(group) ? tree.children(group).filter((id) => members.has(id)) : [...members];
    const items = ids.map((id) => ({ id, ...(this.#standing.get(id) as Standing) }));
    const said = new Set(arrangements.of(group)?.order?.filter((id) => members.has(id)));
    // What it does not lay out (a line drawn over it) comes after that.
    const list = [...said, ...sortLines(items.filter(({ id }) => !said.has(id))).map(({ id }) => id)];
    this.#sorted.set(group, list);
    return list;
  }

  #isMatch(id: ElementId): boolean {
    const face = this.#face(id);
    let text = this.#searchText.get(face);
    if (text === undefined) {
      // Tags are looked for by their names, like words.
      text = toSearchText([face.text, ...(face.said?.tags ?? []).map(({ name }) => name)].join('\n'));
      this.#searchText.set(face, text);
    }
    return text.includes(this.#query);
  }

  /** Whether a line or anything in it answers to the filter. */
  #isShown(id: ElementId): boolean {
    return !this.isFiltered || this.#isMatch(id) || this.#order(id).some((inner) => this.#isShown(inner));
  }

  #rebuild(): void {
    this.#isStale = false;
    const old = this.#rows;
    const oldTops = this.#tops;
    const known = this.#byId;
    const rows: Row[] = [];
    const { width, line, tall, field } = this.#measures;
    const put = (id: RowId, level: number, position: number, setSize: number, isAll: boolean): void => {
      const count = this.#members.get(id)?.size ?? 0;
      const isExpanded = this.isFiltered || !this.#collapsed.has(id);
      rows.push(rowOf({ id, level, position, setSize, count, isExpanded }, this.#face(id), width, known.get(id)));
      if (!isExpanded || count === 0) return;
      // Whoever looks for an area looks for what lies in it.
      const isAllInside = isAll || (this.isFiltered && !isVirtual(id) && this.#isMatch(id));
      const inside = isAllInside ? this.#order(id) : this.#shown(id);
      for (const [n, inner] of inside.entries()) put(inner, level + 1, n + 1, inside.length, isAllInside);
    };
    const areas = this.#shown(TOP);
    const hasWall = !this.isFiltered || this.#shown(WALL).length > 0;
    const hasFound = this.#shown(FOUND).length > 0;
    const size = areas.length + (hasWall ? 1 : 0) + (hasFound ? 1 : 0);
    for (const [n, id] of areas.entries()) put(id, 1, n + 1, size, false);
    if (hasWall) put(WALL, 1, areas.length + 1, size, false);
    if (hasFound) put(FOUND, 1, size, size, false);

    const tops = new Float64Array(rows.length + 1);
    for (const [n, row] of rows.entries()) {
      const height = row.id === this.#editing ? field : row.isTall ? tall : line;
      tops[n + 1] = (tops[n] as number) + height;
    }
    const isSame =
      rows.length === old.length &&
      rows.every((row, n) => row === old[n]) &&
      tops.every((top, n) => top === oldTops[n]);
    if (isSame) return;
    this.#rows = rows;
    this.#tops = tops;
    this.#byId = new Map(rows.map((row) => [row.id, row]));
    this.#indexOf = new Map(rows.map((row, n) => [row.id, n]));
    this.#version++;
  }

  #face(id: RowId): Face {
    const element = this.#ports.board.get(id) ?? null;
    const known = this.#faces.get(id);
    if (known && known.element === element) return known;
    const face = faceOf(element, this.#ports.board);
    this.#faces.set(id, face);
    return face;
  }

  #shown(group: string): readonly ElementId[] {
    const all = this.#order(group);
    return this.isFiltered ? all.filter((id) => this.#isShown(id)) : all;
  }
}
