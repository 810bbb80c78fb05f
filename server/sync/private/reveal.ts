/**
 * A reveal: what people wrote privately in certain steps becomes everyone's. Copies it onto the board under the server's own client id,
 * all notes of all people shuffled, and takes it out of the private documents; answers what is to be written, all in one commit. Where
 * people were to stay unknown, the private documents begin anew and the old ones are erased: no id, number, order or byte is left that
 * would say who wrote what.
 */
import { randomInt } from 'node:crypto';
import { type ElementMap, elementsOf } from '../../../shared/board/layout.ts';
import { keysBetween } from '../../../shared/board/order.ts';
import type { RawElement } from '../../../shared/elements/parseElement.ts';
import { isEqual } from '../../../shared/lib/equal.ts';
import { createId } from '../../../shared/lib/ids.ts';
import type { RevealOrder } from '../../control/Session.ts';
import type { Write } from '../../storage/Storage.ts';
import type { Gate } from '../gate.ts';
import { docNameOf, type PrivateDoc } from './PrivateDoc.ts';
import type { PrivateDocs } from './PrivateDocs.ts';
import type { PrivateElement } from './PrivateElement.ts';

export interface Revealed {
  /** Of the board; `null`: nothing was put there. */
  readonly update: Uint8Array | null;
  /** How many notes stand on the board now. */
  readonly notes: number;
  /** Of the private documents, and whose elements those on the board are, where that may be known. */
  readonly writes: readonly Write[];
  /** What leaves a private document, to be sent to its owner. */
  readonly left: readonly { readonly owner: string; readonly update: Uint8Array }[];
  /** Notes that had no room on the board. */
  readonly kept: readonly { readonly owner: string; readonly elements: readonly string[] }[];
}

export interface RevealContext {
  readonly board: string;
  readonly gate: Gate;
  readonly docs: PrivateDocs;
}

/** A note on its way from its owner to the board, where it is called `id`. */
interface Passing {
  readonly owner: string;
  readonly source: PrivateElement;
  readonly id: string;
  readonly isAnonymous: boolean;
}

/** Carries a reveal out, in memory. All private documents are there. */
export function reveal(order: RevealOrder, context: RevealContext): Revealed {
  const { gate, board } = context;
  const passing = shuffle(collect(order, context));
  const keys = zKeys(gate, passing);
  const values = passing.map(({ source, id, isAnonymous }, i) => ({
    id,
    value: onBoard(source, keys[i] as string, isAnonymous),
  }));
  const { update, inserted } = gate.insert(values);
  const isThere = new Set(inserted);
  // What stands on the board under the same id and says the same has been revealed before.
  const elements = elementsOf(gate.doc);
  const isDone = ({ id }: Passing): boolean => isThere.has(id) || elements.has(id);
  const writes: Write[] = [];
  for (const { id, owner, isAnonymous } of passing) {
    // What was written where people are to stay unknown is nobody's, in memory too: nobody there may write on the board as on their own.
    if (isAnonymous || !isThere.has(id)) continue;
    if (gate.own(id, owner)) {
      writes.push({ type: 'owner', board, element: id, participant: owner });
    }
  }
  const gone = byOwner(passing.filter(isDone));
  const kept = byOwner(passing.filter((one) => !isDone(one)));
  const settled = order.anonymous.length > 0 ? beginAnew : takeOut;
  const { writes: more, left } = settled(order, context, gone, kept);
  return {
    update,
    notes: inserted.length,
    writes: [...writes, ...more],
    left,
    kept: [...kept].map(([owner, notes]) => ({ owner, elements: notes })),
  };
}

const idsOf = (elements: ReadonlyMap<string, readonly string[]>, owner: string): readonly string[] =>
  elements.get(owner) ?? [];

/** Owner → ids in their private document. */
function byOwner(notes: readonly Passing[]): Map<string, string[]> {
  const ids = new Map<string, string[]>();
  for (const { owner, source } of notes) ids.set(owner, [...(ids.get(owner) ?? []), source.id]);
  return ids;
}

function collect({ steps, anonymous }: RevealOrder, { gate, docs }: RevealContext): Passing[] {
  const passing: Passing[] = [];
  const taken = new Set<string>();
  const elements = elementsOf(gate.doc);
  for (const doc of docs.all()) {
    for (const source of doc.elements()) {
      const { id, raw } = source;
      if (!source.onBoard || !source.isOf(steps)) continue;
      const isAnonymous = anonymous.includes(String(raw.step));
      // Whoever watched its author's screen or messages knows the old id.
      const needsId = isAnonymous || taken.has(id) || (elements.has(id) && !isSame(elements.get(id), raw));
      taken.add(id);
      passing.push({ owner: doc.owner, source, id: needsId ? createId() : id, isAnonymous });
    }
  }
  return passing;
}

/** Whether the element on the board is this very note, put there before. */
const isSame = (map: ElementMap | undefined, { text }: RawElement): boolean =>
  isEqual(String(map?.get('text') ?? ''), text);

/** As it stands on the board. */
function onBoard(source: PrivateElement, z: string, isAnonymous: boolean): RawElement {
  const value: RawElement = { ...source.onBoard, z };
  if (!isAnonymous && value.by !== undefined) return value;
  // Notes of one group are one person's: where they are not named, nothing may tie them together.
  const { by: _by, group: _group, ...unnamed } = value;
  return unnamed;
}

/** Order among the others says nothing of the order of writing: above everything in its area, as the lot fell. */
function zKeys(gate: Gate, passing: readonly Passing[]): string[] {
  const parentOf = (place: unknown): string | null => (Array.isArray(place) ? (place[0] as string | null) : null);
  const top = new Map<string | null, string>();
  for (const map of elementsOf(gate.doc).values()) {
    const parent = parentOf(map.get('place'));
    const z = map.get('z');
    if (typeof z === 'string' && z > (top.get(parent) ?? '')) top.set(parent, z);
  }
  const counts = new Map<string | null, number>();
  for (const { source } of passing) {
    const parent = parentOf(source.raw.place);
    counts.set(parent, (counts.get(parent) ?? 0) + 1);
  }
  const keys = new Map(
    [...counts].map(([parent, count]) => [parent, keysBetween(top.get(parent) ?? null, null, count)]),
  );
  for (const list of keys.values()) list.reverse();
  return passing.map(({ source }) => keys.get(parentOf(source.raw.place))?.pop() ?? 'a0');
}

/** The order of drawing lots: nothing of the order before is left. */
function shuffle<T>(list: T[]): T[] {
  for (let i = list.length - 1; i > 0; i--) {
    const j = randomInt(i + 1);
    [list[i], list[j]] = [list[j] as T, list[i] as T];
  }
  return list;
}

type Settled = Pick<Revealed, 'writes' | 'left'>;
type Ids = ReadonlyMap<string, readonly string[]>;

/** Everyone knows who wrote what: the notes leave, what stays is a draft. */
function takeOut({ steps }: RevealOrder, { docs }: RevealContext, gone: Ids, kept: Ids): Settled {
  const writes: Write[] = [];
  const left: { owner: string; update: Uint8Array }[] = [];
  for (const doc of docs.all()) {
    const blank = doc.elements().filter((one) => one.isOf(steps) && !one.isDraft && one.isBlank);
    const drafts = [...idsOf(kept, doc.owner), ...blank.map(({ id }) => id)];
    const update = doc.settle(idsOf(gone, doc.owner), drafts);
    if (!update) continue;
    writes.push(...doc.writes(update), ...doc.fold());
    left.push({ owner: doc.owner, update });
  }
  return { writes, left };
}

/** Nobody is to know: every private document begins anew, with what was not written in these steps. */
function beginAnew({ anonymous, steps }: RevealOrder, { docs, board }: RevealContext, gone: Ids, kept: Ids): Settled {
  const before = docs.all();
  const writes: Write[] = docs.beginAnew().map((owner) => ({ type: 'erase', board, doc: docNameOf(owner) }));
  for (const old of before) {
    const isGone = new Set(idsOf(gone, old.owner));
    const stays = new Set(idsOf(kept, old.owner));
    const heirs = old.elements().filter((one) => stays.has(one.id) || (!isGone.has(one.id) && !one.isOf(anonymous)));
    const blank = heirs.filter((one) => one.isOf(steps) && !one.isDraft).map(({ id }) => id);
    if (heirs.length === 0) continue;
    const doc = docs.get(old.owner) as PrivateDoc;
    const update = doc.inherit(heirs, new Set([...stays, ...blank]));
    if (!update) continue;
    writes.push(...doc.writes(update));
    docs.written(doc);
  }
  return { writes, left: [] };
}
