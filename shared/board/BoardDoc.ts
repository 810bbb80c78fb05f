/**
 * A board: plain immutable elements over a `Y.Doc`. Turns Yjs events into the set of ids that changed and replaces just those
 * snapshots; writes go through `edit`, one transaction a gesture, which is recorded for undo. Views and tools see elements and ids;
 * only this folder (and the sync folders through it) knows Yjs.
 */
import * as Y from 'yjs';
import type { Element, ElementId, PinnedBy, Place, Props, Size, Surroundings } from '../elements/ElementKind.ts';
import { parseElement } from '../elements/parseElement.ts';
import { boundsOf } from '../elements/present.ts';
import { findKind } from '../elements/registry.ts';
import type { Box } from '../geometry/box.ts';
import { translate } from '../geometry/box.ts';
import type { Vec } from '../geometry/vec.ts';
import { assert } from '../lib/assert.ts';
import { Emitter } from '../lib/emitter.ts';
import { createId } from '../lib/ids.ts';
import type { TextSplice } from '../lib/splice.ts';
import { Arrangements } from './Arrangements.ts';
import { BoardTree } from './BoardTree.ts';
import { Folds } from './Folds.ts';
import { buildMap, type ElementMap, elementsOf, type NewElement, readRaw } from './layout.ts';
import { Pins } from './Pins.ts';
import { Silence } from './Silence.ts';

/** What one transaction did, in terms of the board. */
export interface BoardChange {
  /** Created, changed, or moved along with an area; each is on the board now. */
  readonly changed: ReadonlySet<ElementId>;
  readonly deleted: ReadonlySet<ElementId>;
  /** Whether this client did it (`edit`). */
  readonly local: boolean;
}

/** One element before and after an edit; `null` where it did not stand on the board. */
export interface EditEntry {
  readonly id: ElementId;
  readonly before: Element | null;
  readonly after: Element | null;
}

/** One gesture of this person: what undo needs. */
export interface Edit {
  /** Name of the command, for messages and for joining keystrokes (`typing`). */
  readonly label: string;
  readonly at: number;
  readonly entries: readonly EditEntry[];
}

export interface ElementPatch {
  readonly place?: Place;
  readonly size?: Size;
  readonly z?: string;
  readonly lock?: boolean;
  /** `null` takes it out of its group. */
  readonly group?: string | null;
  /** A value of `undefined` takes the prop away. */
  readonly props?: Props;
  /** Tags, reactions and comments, by their keys; `undefined` takes one away. */
  readonly marks?: Readonly<Record<string, unknown>>;
}

/** The transaction origin of this client's own edits. */
export const LOCAL = 'local';

/** Who makes elements here. */
export interface Maker {
  /** The id of the next one. */
  newId(): ElementId;
  /** The participant's id that kinds which are signed bear, where people are named; `undefined`: none. */
  sign(): string | undefined;
  /** Now, by the clock that all share: milliseconds since 1970. Not that of the device, which may be days off. */
  moment(): number;
}

export class BoardDoc implements Surroundings {
  readonly doc: Y.Doc;
  readonly tree: BoardTree;
  /** Its mind maps, and what is folded away in them. */
  readonly folds: Folds;
  /** What its areas that arrange their content make of it. */
  readonly arrangements: Arrangements;
  /** Which pins stand for what. */
  readonly pins: Pins;
  /** Whether anybody is named on it now. */
  readonly silence: Silence;
  /** The id of an element that is about to be made here: it may say when. */
  readonly newId: () => ElementId;
  /** When something that is written now says that it was. */
  readonly moment: () => number;
  /** Whose name what is made here bears; `undefined`: nobody's. */
  readonly #sign: () => string | undefined;
  readonly #map: Y.Map<ElementMap>;
  readonly #elements = new Map<ElementId, Element>();
  readonly #changes = new Emitter<BoardChange>();
  readonly #edits = new Emitter<Edit>();
  readonly #now: () => number;
  readonly #parse: typeof parseElement;
  #rev = 0;
  #touched: Map<ElementId, Element | null> | null = null;

  /** `parse` reads an element: another one for documents that are no board. */
  constructor(
    doc: Y.Doc = new Y.Doc(),
    now: () => number = Date.now,
    parse = parseElement,
    { newId = createId, sign = () => undefined, moment = now }: Partial<Maker> = {},
  ) {
    this.#parse = parse;
    this.newId = newId;
    this.#sign = sign;
    this.moment = moment;
    this.doc = doc;
    this.#now = now;
    this.#map = elementsOf(doc);
    this.tree = new BoardTree(
      (id) => this.#elements.get(id),
      (area, child) => this.arrangements.offset(area, child),
    );
    this.arrangements = new Arrangements({
      element: (id) => this.#elements.get(id),
      parent: (id) => this.tree.parent(id),
      children: (id) => this.tree.children(id),
      nextRev: () => ++this.#rev,
    });
    this.folds = new Folds((id) => this.#elements.get(id));
    this.pins = new Pins((id) => this.get(id));
    this.silence = new Silence({
      element: (id) => this.#elements.get(id),
      all: () => this.#elements.values(),
      nextRev: () => ++this.#rev,
    });
    this.#map.observeDeep((events, transaction) => this.#onEvents(events, transaction.origin === LOCAL));
    this.#refresh(this.#map.keys());
  }

  /** Number of elements. */
  get size(): number {
    return this.#elements.size;
  }

  /**
   * The element of that id as it is shown, or `undefined`: an area that arranges its content has the size it is shown at, and in the silence
   * nothing has an author. The same object until it changes.
   */
  get(id: ElementId): Element | undefined {
    const element = this.arrangements.shown(id) ?? this.#elements.get(id);
    return element && this.silence.shown(element);
  }

  /** As `get`: what an element asks of the board around it. */
  element(id: ElementId): Element | undefined {
    return this.get(id);
  }

  /** The element with the values that stand in the document: for whoever compares them or writes them back. */
  written(id: ElementId): Element | undefined {
    return this.#elements.get(id);
  }

  /** The pins of maps that stand for it. */
  pinnedBy(id: ElementId): readonly PinnedBy[] {
    return this.pins.of(id);
  }

  /** Every id, in no order. */
  ids(): IterableIterator<ElementId> {
    return this.#elements.keys();
  }

  /** Every element as `get` gives it, in no order. */
  *elements(): IterableIterator<Element> {
    for (const [id, element] of this.#elements) yield this.silence.shown(this.arrangements.shown(id) ?? element);
  }

  /** Whether the screen and pictures leave it out: folded away in a mind map, or in an area that does not show it. Outline and tables list it. */
  isHidden(id: ElementId): boolean {
    return this.folds.isHidden(id) || this.arrangements.isHidden(id);
  }

  /** Whether everything is shown. */
  get hidesNone(): boolean {
    return this.folds.isNone && this.arrangements.hidesNone;
  }

  /** What an element covers on the page, titles and shadows included; `null` for an unknown id. */
  bounds(id: ElementId): Box | null {
    const element = this.get(id);
    return element ? translate(boundsOf(element, this), this.tree.origin(id)) : null;
  }

  /** The element's own rectangle on the page (its `size`); `null` for an unknown id. */
  frame(id: ElementId): Box | null {
    const element = this.get(id);
    if (!element) return null;
    const origin: Vec = this.tree.origin(id);
    return { x: origin.x, y: origin.y, w: element.size[0], h: element.size[1] };
  }

  /** Calls back after each transaction that changed the board, own or not. Returns its undo. */
  onChange(listener: (change: BoardChange) => void): () => void {
    return this.#changes.subscribe(listener);
  }

  /** Calls back after each edit of this client that changed something. Returns its undo. */
  onEdit(listener: (edit: Edit) => void): () => void {
    return this.#edits.subscribe(listener);
  }

  /** One gesture: everything `write` does is one transaction, one update, one step of undo. */
  edit<T>(label: string, write: (writer: BoardWriter) => T): T {
    assert(this.#touched === null, 'edits do not nest');
    const touched = new Map<ElementId, Element | null>();
    this.#touched = touched;
    let result: T;
    try {
      result = this.doc.transact(
        () => write(new BoardWriter(this.#map, (id) => this.#touch(id), { newId: this.newId, sign: this.#sign })),
        LOCAL,
      );
    } finally {
      this.#touched = null;
    }
    const entries: EditEntry[] = [];
    for (const [id, before] of touched) {
      const after = this.#elements.get(id) ?? null;
      if (before !== after) entries.push({ id, before, after });
    }
    if (entries.length > 0) this.#edits.emit({ label, at: this.#now(), entries });
    return result;
  }

  /** Takes in an update from elsewhere. Throws on bytes that Yjs cannot read: servers check them first. */
  applyRemote(update: Uint8Array, origin: unknown = 'remote'): void {
    Y.applyUpdate(this.doc, update, origin);
  }

  /** The whole board as one update. */
  encodeState(): Uint8Array {
    return Y.encodeStateAsUpdate(this.doc);
  }

  #touch(id: ElementId): void {
    if (this.#touched && !this.#touched.has(id)) this.#touched.set(id, this.#elements.get(id) ?? null);
  }

  #onEvents(events: readonly Y.YEvent<Y.AbstractType<unknown>>[], local: boolean): void {
    const [only] = events;
    // A whole board comes as one event: its keys are not copied.
    const isWhole = events.length === 1 && only instanceof Y.YMapEvent && only.path.length === 0;
    const { changed, deleted } = this.#refresh(isWhole ? only.keysChanged : touchedBy(events));
    if (changed.size > 0 || deleted.size > 0) this.#changes.emit({ changed, deleted, local });
  }

  #refresh(ids: Iterable<ElementId>): { changed: Set<ElementId>; deleted: Set<ElementId> } {
    const deleted = new Set<ElementId>();
    const touched: ElementId[] = [];
    for (const id of ids) {
      const map: unknown = this.#map.get(id);
      if (map === undefined) {
        if (this.#elements.delete(id)) deleted.add(id);
        else continue;
      } else {
        const raw = map instanceof Y.Map ? readRaw(map) : {};
        this.#elements.set(id, this.#parse(id, raw, ++this.#rev));
      }
      touched.push(id);
    }
    const changed = this.tree.update(touched);
    for (const id of this.arrangements.update(changed)) changed.add(id);
    for (const id of this.folds.update(touched)) if (this.#elements.has(id)) changed.add(id);
    for (const id of this.pins.update(touched)) if (this.#elements.has(id)) changed.add(id);
    for (const id of this.silence.update(touched)) changed.add(id);
    for (const id of deleted) changed.delete(id);
    return { changed, deleted };
  }
}

/** The elements that some events are about. */
function touchedBy(events: readonly Y.YEvent<Y.AbstractType<unknown>>[]): Set<ElementId> {
  const ids = new Set<ElementId>();
  for (const event of events) {
    const [id] = event.path;
    if (typeof id === 'string') ids.add(id);
    else if (event instanceof Y.YMapEvent) for (const key of event.keysChanged) ids.add(key as ElementId);
  }
  return ids;
}

/** What may be written in one edit. Writing to an id that is not on the board does nothing: another person may just have deleted it. */
export class BoardWriter {
  readonly #map: Y.Map<ElementMap>;
  readonly #touch: (id: ElementId) => void;
  readonly #maker: Pick<Maker, 'newId' | 'sign'>;

  constructor(map: Y.Map<ElementMap>, touch: (id: ElementId) => void, maker: Pick<Maker, 'newId' | 'sign'>) {
    this.#map = map;
    this.#touch = touch;
    this.#maker = maker;
  }

  /** Puts a new element on the board and returns its id. */
  create(init: NewElement): ElementId {
    const id = init.id ?? this.#maker.newId();
    const by = init.by ?? (findKind(init.kind)?.isSigned ? this.#maker.sign() : undefined);
    this.restore(id, { ...init, ...(by !== undefined && { by }) });
    return id;
  }

  /** Brings an element back that was on the board before: it bears the name it bore, or none. */
  restore(id: ElementId, init: Omit<NewElement, 'id'>): void {
    this.#touch(id);
    this.#map.set(id, buildMap(init));
  }

  /** Writes some keys of an element, each only where given. */
  set(id: ElementId, patch: ElementPatch): void {
    const map = this.#find(id);
    if (!map) return;
    for (const key of ['place', 'size', 'z'] as const) if (patch[key] !== undefined) map.set(key, patch[key]);
    if (patch.lock === true) map.set('lock', true);
    else if (patch.lock === false) map.delete('lock');
    if (patch.group === null) map.delete('group');
    else if (patch.group !== undefined) map.set('group', patch.group);
    for (const [key, value] of Object.entries({ ...patch.props, ...patch.marks })) {
      if (value === undefined) map.delete(key);
      else map.set(key, value);
    }
  }

  /** Replaces a stretch of an element's text; positions beyond its end are brought back to it. */
  splice(id: ElementId, { at, remove, insert }: TextSplice): void {
    const map = this.#find(id);
    if (!map) return;
    let text = map.get('text');
    if (!(text instanceof Y.Text)) {
      text = new Y.Text();
      map.set('text', text);
    }
    const target = text as Y.Text;
    const start = Math.min(at, target.length);
    const length = Math.min(remove, target.length - start);
    if (length > 0) target.delete(start, length);
    if (insert !== '') target.insert(start, insert);
  }

  /** Takes an element off the board. What lies in it is the caller's to move first (`operations.ts`). */
  delete(id: ElementId): void {
    if (this.#find(id)) this.#map.delete(id);
  }

  #find(id: ElementId): ElementMap | null {
    const map: unknown = this.#map.get(id);
    if (!(map instanceof Y.Map)) return null;
    this.#touch(id);
    return map as ElementMap;
  }
}
