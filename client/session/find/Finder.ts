/**
 * Looks for elements of a board: by words of their text, author, tag, colour and kind. Ten thousand notes are gone through in short slices,
 * so that no frame waits; what a text folds to is kept as long as the text stands. Hits are in reading order, one of them is the current one,
 * and both follow what others change meanwhile. No React here; nothing is written.
 */
import type { BoardDoc } from '../../../shared/board/BoardDoc.ts';
import type { Element, ElementId } from '../../../shared/elements/ElementKind.ts';
import { kindOf } from '../../../shared/elements/registry.ts';
import { foldText, foldWords } from '../../../shared/text/foldText.ts';
import type { BoardIndex } from '../../editor/BoardIndex.ts';
import { readingOrder } from '../../editor/readingOrder.ts';

/** What is looked for; `null` where it does not matter. Nothing of all this finds nothing. */
export interface FindQuery {
  readonly text: string;
  readonly author: string | null;
  readonly tag: string | null;
  readonly color: string | null;
  readonly kind: string | null;
}

export const NO_QUERY: FindQuery = { text: '', author: null, tag: null, color: null, kind: null };

/** What a board can be asked for. */
export interface Facets {
  readonly authors: readonly string[];
  readonly tags: readonly string[];
  readonly colors: readonly string[];
  /** One element of each kind: its view knows what people call them. */
  readonly kinds: readonly Element[];
}

export interface FinderState {
  readonly query: FindQuery;
  readonly hits: readonly ElementId[];
  /** Place of the current hit among them; -1 where there is none. */
  readonly at: number;
  /** Whether all of the board has been gone through for this query; what others change meanwhile is followed without a word. */
  readonly isDone: boolean;
  /** How many there were when it had been: what is said aloud, once a question. */
  readonly counted: number;
  /** How often the person has asked to see the current hit: by a question or a step of their own. Nothing else moves their view. */
  readonly looks: number;
}

export interface FinderPorts {
  readonly board: BoardDoc;
  readonly index: BoardIndex;
  readonly tagsOf: (element: Element) => readonly string[];
  /** Calls back once, after the browser had time for a frame; at least so long from now. Returns its undo. */
  readonly later: (ms: number, run: () => void) => () => void;
  readonly now: () => number;
}

/** Longest time at a stretch: half a frame. */
const SLICE_MS = 7;
/** Elements gone through between two looks at the clock. */
const STRIDE = 64;
/** What others change is looked at again so long afterwards, all of it at once. */
const FOLLOW_MS = 250;

export class Finder {
  readonly #ports: FinderPorts;
  readonly #folded = new WeakMap<Element, string>();
  readonly #listeners = new Set<() => void>();
  readonly #stop: () => void;
  #state: FinderState = { query: NO_QUERY, hits: [], at: -1, isDone: true, counted: 0, looks: 0 };
  #cancel: (() => void) | null = null;
  #isSearching = false;
  /** Whether something has changed since the search under way began. */
  #isStale = false;
  /** The hit that has taken the place of one that is gone: not yet looked at. */
  #heir: ElementId | null = null;

  constructor(ports: FinderPorts) {
    this.#ports = ports;
    this.#stop = ports.index.onChange(() => {
      if (!isAsking(this.#state.query)) return;
      // A search under way ends first, and then sees what has changed.
      if (this.#isSearching) this.#isStale = true;
      else if (this.#cancel === null) this.#plan();
    });
  }

  /** The same object until something changes. */
  readonly state = (): FinderState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  get current(): ElementId | null {
    return this.#state.hits[this.#state.at] ?? null;
  }

  /** Looks for something else. */
  ask(query: FindQuery): void {
    if (isAsking(query)) {
      this.#put({ ...this.#state, query, isDone: false });
      this.#begin();
      return;
    }
    this.#cancel?.();
    this.#cancel = null;
    this.#isSearching = false;
    this.#put({ ...this.#state, query, hits: [], at: -1, isDone: true });
  }

  /** The next or previous hit; past the last comes the first. */
  step(direction: 1 | -1): void {
    const { hits, at } = this.#state;
    // What came up from behind while one looked at its place is the next one.
    const by = direction === 1 && this.#heir !== null && this.#heir === this.current ? 0 : direction;
    if (hits.length > 0) this.go((at + by + hits.length) % hits.length);
  }

  /** Looks at a hit; once more at the current one, if that is asked. */
  go(at: number): void {
    if (at < 0 || at >= this.#state.hits.length) return;
    this.#heir = null;
    this.#put({ ...this.#state, at, looks: this.#state.looks + 1 });
  }

  /** What the elements of the board are now: authors, tags and colours in the order in which they first come. */
  facets(): Facets {
    const authors = new Set<string>();
    const tags = new Set<string>();
    const colors = new Set<string>();
    const kinds = new Map<string, Element>();
    for (const element of this.#ports.board.elements()) {
      if (!kinds.has(element.kind)) kinds.set(element.kind, element);
      if (element.by !== undefined) authors.add(element.by);
      if (typeof element.props.color === 'string') colors.add(element.props.color);
      for (const tag of this.#ports.tagsOf(element)) tags.add(tag);
    }
    return { authors: [...authors], tags: [...tags], colors: [...colors], kinds: [...kinds.values()] };
  }

  dispose(): void {
    this.#cancel?.();
    this.#stop();
  }

  #plan(): void {
    this.#cancel = this.#ports.later(FOLLOW_MS, () => this.#begin());
  }

  #begin(): void {
    this.#cancel?.();
    this.#cancel = null;
    this.#isSearching = true;
    this.#isStale = false;
    this.#search(this.#matcher(this.#state.query), [...this.#ports.board.ids()], 0, []);
  }

  #search(matches: (element: Element) => boolean, ids: readonly ElementId[], from: number, found: ElementId[]): void {
    const { board, now, later } = this.#ports;
    const start = now();
    for (let at = from; at < ids.length; at++) {
      if (at % STRIDE === 0 && at > from && now() - start > SLICE_MS) {
        this.#cancel = later(0, () => this.#search(matches, ids, at, found));
        return;
      }
      const id = ids[at] as ElementId;
      const element = board.get(id);
      if (element && matches(element)) found.push(id);
    }
    this.#cancel = null;
    this.#isSearching = false;
    this.#finish(found);
    if (this.#isStale) this.#plan();
  }

  #finish(found: readonly ElementId[]): void {
    const { query, hits: old, at: oldAt, isDone: isFollowing, counted, looks } = this.#state;
    const hits = readingOrder(this.#ports.index, found);
    const { current } = this;
    const last = hits.length - 1;
    let at = current === null ? -1 : hits.indexOf(current);
    if (at < 0 && isFollowing) {
      // The current one is gone, or rewritten: the one that stood after it takes its place. Where nothing was found, the first that comes does.
      const among = new Set(hits);
      const after = current === null ? hits[0] : old.slice(oldAt + 1).find((id) => among.has(id));
      at = after === undefined ? last : hits.indexOf(after);
      this.#heir = after ?? null;
    } else if (at < 0) at = Math.min(0, last);
    if (!isFollowing) this.#heir = null;
    const said = isFollowing ? { counted, looks } : { counted: hits.length, looks: at < 0 ? looks : looks + 1 };
    this.#put({ query, hits, at, isDone: true, ...said });
  }

  #matcher({ text, author, tag, color, kind }: FindQuery): (element: Element) => boolean {
    const words = foldWords(text);
    const { tagsOf } = this.#ports;
    return (element) =>
      (kind === null || element.kind === kind) &&
      (author === null || element.by === author) &&
      (color === null || element.props.color === color) &&
      (tag === null || tagsOf(element).includes(tag)) &&
      words.every((word) => this.#textOf(element).includes(word));
  }

  #textOf(element: Element): string {
    const known = this.#folded.get(element);
    if (known !== undefined) return known;
    const tags = this.#ports.tagsOf(element);
    const text = foldText(`${kindOf(element).outline(element)} ${tags.join(' ')}`);
    this.#folded.set(element, text);
    return text;
  }

  #put(state: FinderState): void {
    const { hits, at, isDone, query, counted, looks } = this.#state;
    const isSame = state.at === at && state.isDone === isDone && state.query === query && state.looks === looks;
    if (isSame && state.counted === counted && isSameList(state.hits, hits)) return;
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}

/** Whether anything is looked for at all. */
export const isAsking = ({ text, ...facets }: FindQuery): boolean =>
  foldWords(text).length > 0 || Object.values(facets).some((facet) => facet !== null);

const isSameList = (a: readonly ElementId[], b: readonly ElementId[]): boolean =>
  a === b || (a.length === b.length && a.every((id, n) => b[n] === id));
