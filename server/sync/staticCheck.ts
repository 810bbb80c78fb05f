/**
 * What can be said of an update before it touches the document: is anything in it new, whose ids does it write under, does it lean on
 * what the room lacks, and would each new struct land where the board's layout has a place for it. Changes nothing and never throws; a
 * frame refused here has had no effect at all.
 */
import * as Y from 'yjs';
import type { ElementMap } from '../../shared/board/layout.ts';
import { ROOT } from '../../shared/board/layout.ts';
import { isId } from '../../shared/lib/ids.ts';
import { LIMITS } from '../../shared/protocol/limits.ts';
import { isServerClientId } from '../../shared/templates/instantiate.ts';
import type { Claims } from './Claims.ts';
import { SequenceCost } from './sequenceCost.ts';
import { type Deletion, readUpdate, type Section, type Struct, type StructId } from './updateReader.ts';

export type Check =
  /** Well formed, and the room has all of it. */
  | { readonly type: 'nothing' }
  /** It leans on structs the room does not have. */
  | { readonly type: 'gap' }
  | { readonly type: 'violation'; readonly rule: string }
  /**
   * `claims`: document client ids that this frame is the first to use. `isPartlyKnown`: it repeats structs the room has, which were not
   * looked at and must be cut off before it is applied.
   */
  | { readonly type: 'news'; readonly claims: readonly number[]; readonly isPartlyKnown: boolean };

export interface CheckContext {
  readonly doc: Y.Doc;
  readonly elements: Y.Map<ElementMap>;
  readonly claims: Claims;
  readonly participant: string;
  /** Whether the frame is a sync step 2, which may carry a whole day's work offline. */
  readonly isStep2: boolean;
}

/** Empty clocks (deleted runs, collected ones) a frame may add: bytes do not pay for these, so they are counted. */
const EMPTY_CLOCKS = { update: 100_000, step2: 1_000_000 };
/** Keys one frame may write on an element: more than any has, props, reactions and comments together. Yjs slows down with their number. */
const MAX_KEYS = LIMITS.reactionsPerElement + 2 * LIMITS.commentsPerElement + 600;
/** A key longer than any there is: what is taken back leaves its key behind. */
const MAX_KEY_CHARS = 256;
/** Client ids one frame may claim: each page load offline makes one. */
const MAX_CLAIMS = 64;

/** Where a struct stands: in the root map, in an element's map, in its text; `void`: under something deleted, where it has no effect. */
type Container = 'root' | 'element' | 'text' | 'void' | 'foreign';
interface Place {
  readonly container: Container;
  /** The shared type itself, or the struct of this frame that begins it: equal where the place is the same. */
  readonly type: unknown;
}
interface Standing extends Place {
  readonly sub: string | null;
}
const VOID: Standing = { container: 'void', type: null, sub: null };

class Violation extends Error {}

/** Checks an update against the room. */
export function staticCheck(update: Uint8Array, context: CheckContext): Check {
  const read = readUpdate(update);
  if (!read.ok) return { type: 'violation', rule: read.reason };
  const { sections, deletions } = read.value;
  try {
    const stateOf = (client: number): number => Y.getState(context.doc.store, client);
    for (const section of sections) demandRoot(section);
    const news = sections.filter((section) => section.end > stateOf(section.client));
    const claims = claimsOf(news, context, stateOf);
    demandGrowth(news, context, stateOf);
    const ends = new Map(news.map((section) => [section.client, section.end]));
    const isGap =
      news.some((section) => section.clock > stateOf(section.client)) ||
      deletions.some(({ client, end }) => end > (ends.get(client) ?? stateOf(client)));
    if (isGap || !new Standings(news, context).settle()) return { type: 'gap' };
    const isNews = news.length > 0 || deletions.some((deletion) => isNewDeletion(context.doc, deletion));
    if (!isNews) return { type: 'nothing' };
    return { type: 'news', claims, isPartlyKnown: sections.some(({ client, clock }) => clock < stateOf(client)) };
  } catch (error) {
    if (error instanceof Violation) return { type: 'violation', rule: error.message };
    throw error;
  }
}

/** Known structs too: merely reading a struct of another root would create that root in the document. */
function demandRoot(section: Section): void {
  for (const { parent } of section.structs)
    if (typeof parent === 'string' && parent !== ROOT) throw new Violation('another root type');
}

/** Every new struct is under an id of this participant, or under one that nobody has ever used. */
function claimsOf(
  news: readonly Section[],
  { claims, participant }: CheckContext,
  stateOf: (client: number) => number,
): number[] {
  const most = Math.min(MAX_CLAIMS, claims.leftFor(participant));
  const fresh: number[] = [];
  for (const { client } of news) {
    if (isServerClientId(client)) throw new Violation('a client id of the server');
    const holder = claims.holderOf(client);
    if (holder === participant) continue;
    if (holder !== undefined || stateOf(client) > 0) throw new Violation('a client id of somebody else');
    if (fresh.push(client) > most) throw new Violation('too many client ids');
  }
  return fresh;
}

function demandGrowth(news: readonly Section[], { isStep2 }: CheckContext, stateOf: (client: number) => number): void {
  let left = isStep2 ? EMPTY_CLOCKS.step2 : EMPTY_CLOCKS.update;
  for (const { client, structs } of news) {
    const state = stateOf(client);
    for (const { clock, length, content } of structs) {
      if (content === 'gc' || content === 'deleted') left -= Math.max(0, clock + length - Math.max(clock, state));
      if (left < 0) throw new Violation('the clock jumps');
    }
  }
}

function isNewDeletion(doc: Y.Doc, { client, clock, end }: Deletion): boolean {
  const structs = doc.store.clients.get(client);
  if (!structs || clock >= Y.getState(doc.store, client)) return true;
  for (let i = Y.findIndexSS(structs, clock); i < structs.length; i++) {
    const struct = structs[i] as Y.AbstractStruct;
    if (struct.id.clock >= end) return false;
    if (!struct.deleted) return true;
  }
  return false;
}

/** The new structs of one client, and where those stand that are settled: the first so many of them. */
interface Settling {
  readonly client: number;
  readonly structs: readonly Struct[];
  readonly settled: Standing[];
  /** Index of a struct → sections that cannot go on before it is settled. */
  readonly awaited: Map<number, Settling[]>;
}

/** Finds out where every new struct would stand, section by section, each as far as what it leans on is settled. */
class Standings {
  readonly #context: CheckContext;
  readonly #cost = new SequenceCost();
  readonly #sections = new Map<number, Settling>();
  /** What the struct that was just looked at lacks. */
  #missing: StructId | null = null;

  constructor(news: readonly Section[], context: CheckContext) {
    this.#context = context;
    for (const { client, structs } of news)
      this.#sections.set(client, { client, structs, settled: [], awaited: new Map() });
  }

  /** Whether everything these structs lean on is in the room or among them. Throws `Violation` where one has no place on a board. */
  settle(): boolean {
    const due = [...this.#sections.values()];
    for (let section = due.pop(); section; section = due.pop()) this.#goOn(section, due);
    if (this.#cost.isTooMuch(this.#context.isStep2)) throw new Violation('too many inserts at one place');
    return [...this.#sections.values()].every(({ structs, settled }) => settled.length === structs.length);
  }

  /** Settles a section as far as it goes. Those that have waited for it are `due` again; it waits itself where it lacks something. */
  #goOn(section: Settling, due: Settling[]): void {
    const { client, structs, settled, awaited } = section;
    const state = Y.getState(this.#context.doc.store, client);
    for (let i = settled.length; i < structs.length; i++) {
      const struct = structs[i] as Struct;
      const standing = this.#standingOf(struct, client, state);
      if (standing === null) {
        this.#wait(section);
        return;
      }
      demandPlace(struct, standing);
      if (standing.container !== 'void') {
        const { clock, length, origin } = struct;
        this.#cost.add(standing.type, standing.sub, { client, clock }, length, origin);
        if (standing.container === 'element' && this.#cost.keysIn(standing.type) > MAX_KEYS)
          throw new Violation('too many keys on one element');
      }
      settled.push(standing);
      due.push(...(awaited.get(i) ?? []));
      awaited.delete(i);
    }
  }

  /** What nobody brings is not waited for: it is a gap. */
  #wait(section: Settling): void {
    const missing = this.#missing;
    const other = missing && this.#sections.get(missing.client);
    const at = other ? indexAt(other.structs, missing.clock, other.structs.length) : -1;
    if (!other || at < 0) return;
    const waiting = other.awaited.get(at);
    if (waiting) waiting.push(section);
    else other.awaited.set(at, [section]);
  }

  /** `null`: not yet known; then `#missing` says why. */
  #standingOf(struct: Struct, client: number, state: number): Standing | null {
    if (struct.content === 'gc' || struct.clock + struct.length <= state) return VOID;
    const { origin, rightOrigin, parent, sub } = struct;
    // Of a struct the room has half of, the rest stands behind that half.
    const leftId = struct.clock < state ? { client, clock: state - 1 } : origin;
    if (leftId || rightOrigin) return this.#between(leftId, rightOrigin);
    if (typeof parent === 'string') return { container: 'root', type: this.#context.elements, sub };
    const place = parent && this.#typeAt(parent);
    return place && { ...place, sub };
  }

  /** Both neighbours must stand in one place: Yjs would take the word of one and link the struct to the other. */
  #between(leftId: StructId | null, rightId: StructId | null): Standing | null {
    const left = leftId && this.#standingAt(leftId);
    const right = rightId && this.#standingAt(rightId);
    if ((leftId && !left) || (rightId && !right)) return null;
    if (left?.container === 'void' || right?.container === 'void') return VOID;
    if (left && right && (left.type !== right.type || left.sub !== right.sub))
      throw new Violation('two places at once');
    return left ?? right;
  }

  #standingAt(id: StructId): Standing | null {
    const { doc } = this.#context;
    if (id.clock >= Y.getState(doc.store, id.client)) return this.#inFrame(id)?.standing ?? null;
    const struct: unknown = Y.getItem(doc.store, Y.createID(id.client, id.clock));
    if (!(struct instanceof Y.Item) || !(struct.parent instanceof Y.AbstractType)) return VOID;
    return { ...this.#placeOf(struct.parent), sub: struct.parentSub };
  }

  /** What the shared type begun by the struct at `id` is; a struct that begins none has been deleted: `void`. */
  #typeAt(id: StructId): Place | null {
    const { doc } = this.#context;
    if (id.clock < Y.getState(doc.store, id.client)) {
      const struct: unknown = Y.getItem(doc.store, Y.createID(id.client, id.clock));
      const isType = struct instanceof Y.Item && struct.content instanceof Y.ContentType;
      return isType ? this.#placeOf((struct.content as Y.ContentType).type) : VOID;
    }
    const found = this.#inFrame(id);
    if (!found) return null;
    const { struct, standing } = found;
    if (standing.container === 'void' || (struct.content !== 'map' && struct.content !== 'text')) return VOID;
    return { container: struct.content === 'map' ? 'element' : 'text', type: struct };
  }

  #placeOf(type: Y.AbstractType<unknown>): Place {
    const { elements } = this.#context;
    if (type === (elements as Y.AbstractType<unknown>)) return { container: 'root', type };
    const parent = type._item?.parent;
    if (type instanceof Y.Map) return { container: parent === elements ? 'element' : 'foreign', type };
    const isText = type instanceof Y.Text && parent instanceof Y.Map && parent._item?.parent === elements;
    return { container: isText ? 'text' : 'foreign', type };
  }

  #inFrame(id: StructId): { struct: Struct; standing: Standing } | null {
    const section = this.#sections.get(id.client);
    const at = section ? indexAt(section.structs, id.clock, section.settled.length) : -1;
    if (section && at >= 0) return { struct: section.structs[at] as Struct, standing: section.settled[at] as Standing };
    this.#missing = id;
    return null;
  }
}

/** Which of the first `count` structs covers a clock; -1: none. */
function indexAt(structs: readonly Struct[], clock: number, count: number): number {
  let low = 0;
  let high = count - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const struct = structs[middle] as Struct;
    if (clock < struct.clock) high = middle - 1;
    else if (clock >= struct.clock + struct.length) low = middle + 1;
    else return middle;
  }
  return -1;
}

/** The board's layout: root → element maps; element → JSON values and one text; text → letters. */
function demandPlace({ content }: Struct, { container, sub }: Standing): void {
  if (container === 'void' || content === 'gc' || content === 'deleted') return;
  const fits =
    (container === 'root' && isId(sub) && content === 'map') ||
    (container === 'element' &&
      sub !== null &&
      sub.length <= MAX_KEY_CHARS &&
      content === (sub === 'text' ? 'text' : 'any')) ||
    (container === 'text' && sub === null && content === 'string');
  if (!fits) throw new Violation(`${content} in ${container}`);
}
