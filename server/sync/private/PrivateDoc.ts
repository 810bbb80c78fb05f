/**
 * One person's private document of a board, and the gate before it: notes that are not everyone's yet, and drafts (text that came back to
 * its author). Judges what the owner sends, writes what the server puts there, numbers its updates in the log. Knows no socket and no
 * other person's document.
 *
 * It may begin anew (`epoch`): then nothing of the old one is anywhere, and who still has that is told to begin anew too.
 */
import * as Y from 'yjs';
import { canPrivately, isPrivateStep } from '../../../shared/access/privately.ts';
import { type CurrentStep, rightsOf } from '../../../shared/access/Step.ts';
import { buildMap, type ElementMap, elementsOf, readRaw, rebuildMap } from '../../../shared/board/layout.ts';
import type { RawElement } from '../../../shared/elements/parseElement.ts';
import { isDraft, PRIVATE_KEYS, readPrivateElement } from '../../../shared/elements/privateNote.ts';
import { isEqual } from '../../../shared/lib/equal.ts';
import { createId } from '../../../shared/lib/ids.ts';
import { LIMITS } from '../../../shared/protocol/limits.ts';
import { SERVER_CLIENT_IDS } from '../../../shared/templates/instantiate.ts';
import type { DocName, StoredDoc, Write } from '../../storage/Storage.ts';
import { areasOf, type StandingOf } from '../areas.ts';
import { Before } from '../before.ts';
import { Claims } from '../Claims.ts';
import { writeBack } from '../compensate.ts';
import { type Author, MOVE_KEYS, type RefusalCode } from '../judge.ts';
import { producedUpdate } from '../producedUpdate.ts';
import { staticCheck } from '../staticCheck.ts';
import { touchedElements } from '../touchedElements.ts';
import { readUpdate } from '../updateReader.ts';
import { type LateText, lateTexts } from './lateTexts.ts';
import { PrivateElement } from './PrivateElement.ts';

/** Where and when the owner writes. */
export interface PrivateSetting {
  readonly author: Author;
  /** The step the workshop is in. */
  readonly step: CurrentStep | null;
  /** Elements of the board, where private notes are laid. */
  readonly standingOf: StandingOf;
}

export type PrivateVerdict =
  | { readonly type: 'nothing' }
  | { readonly type: 'gap' }
  | {
      readonly type: 'accepted';
      readonly update: Uint8Array;
      readonly refused: ReadonlyMap<RefusalCode, readonly string[]>;
      /** Whether the server wrote something too: then its sender lacks it. */
      readonly isAnswered: boolean;
    }
  | { readonly type: 'violation'; readonly rule: string }
  | { readonly type: 'broken'; readonly rule: string };

/** Updates after which the log of a private document is replaced by a snapshot. */
const SNAPSHOT_EVERY = 200;
/** Keys the owner may not change; `by` stands where the note will name its author. */
const SERVER_KEYS: readonly string[] = [...PRIVATE_KEYS, 'by', 'lock'];
const MOST_LATE = 64;
/** Notes one frame may bring; a smaller frame cannot hold so many. */
const MOST_NEW = 2 * (LIMITS.privateElements + LIMITS.drafts);
const SMALL_FRAME_BYTES = 16 * 1024;

export class PrivateDoc {
  readonly doc = new Y.Doc();
  readonly owner: string;
  readonly epoch: number;
  readonly #board: string;
  readonly #elements: Y.Map<ElementMap>;
  readonly #claims = new Claims();
  /** Last late letter → the draft it stands in: more letters of the same run go there. */
  readonly #late = new Map<string, string>();
  readonly #notes = new Set<string>();
  /** The oldest first. */
  readonly #drafts = new Set<string>();
  /** All that stands here, once it was looked through; until the next change. */
  #looked: readonly PrivateElement[] | null = null;
  #seq: number;
  #tail: number;

  /** Loads a document from what the disk has. Throws where Yjs cannot read it. */
  constructor(board: string, owner: string, epoch: number, { seq, snapshot, updates }: StoredDoc) {
    this.#board = board;
    this.owner = owner;
    this.epoch = epoch;
    this.#seq = seq;
    this.#tail = updates.length;
    this.#elements = elementsOf(this.doc);
    const stored = snapshot ? [snapshot, ...updates] : updates;
    this.doc.transact(() => {
      for (const update of stored) {
        Y.applyUpdate(this.doc, update);
        this.#claims.take(Y.parseUpdateMeta(update).to.keys(), owner);
      }
    });
    if (this.doc.store.pendingStructs || this.doc.store.pendingDs) throw new Error('the log has a hole');
    this.#fileAll();
    if (seq === 0) this.#mark();
    this.doc.clientID = SERVER_CLIENT_IDS.private;
    this.doc.on('update', () => {
      this.#looked = null;
    });
  }

  /** Whether all that stands here was looked through. */
  get isLooked(): boolean {
    return this.#looked !== null;
  }

  /** How many stand here that are no drafts: what may be everyone's later, and is nobody's business before. */
  get notes(): number {
    return this.#notes.size;
  }

  has(id: string): boolean {
    return this.#elements.has(id);
  }

  /** `stale`: what this client has is of another epoch. `behind`: it has seen a later state of ours than we have. */
  judgeStateVector(vector: ReadonlyMap<number, number>): 'stale' | 'behind' | 'fine' {
    const { private: own, privateEpoch: mark } = SERVER_CLIENT_IDS;
    if (vector.size > 0 && (vector.get(mark) ?? 0) !== this.epoch) return 'stale';
    return (vector.get(own) ?? 0) > Y.getState(this.doc.store, own) ? 'behind' : 'fine';
  }

  /** Judges one update of the owner. */
  judge(update: Uint8Array, setting: PrivateSetting, isStep2: boolean): PrivateVerdict {
    const { doc } = this;
    const context = { doc, elements: this.#elements, claims: this.#claims, participant: this.owner, isStep2 };
    const check = staticCheck(update, context);
    if (check.type !== 'news') return check;
    if (holdsTooMany(update)) return { type: 'violation', rule: 'more notes at once than there may be' };
    const news = check.isPartlyKnown ? Y.diffUpdate(update, Y.encodeStateVector(doc)) : update;
    const refused = new Map<RefusalCode, string[]>();
    let produced: Uint8Array | null;
    let isAnswered = false;
    try {
      produced = producedUpdate(this.doc, () => {
        doc.transact((transaction) => {
          Y.applyUpdate(doc, news);
          // As in the board's gate: or Yjs takes what we write here for somebody using our client id.
          transaction.local = true;
          const { pendingStructs, pendingDs } = doc.store;
          if (pendingStructs || pendingDs) throw new Error('structs left over');
          const before = Y.getState(doc.store, SERVER_CLIENT_IDS.private);
          this.#judgeTouched(transaction, setting, refused);
          for (const late of lateTexts(news, transaction).slice(-LIMITS.drafts)) this.#keepLate(late, setting.step);
          this.#dropOldDrafts();
          isAnswered = refused.size > 0 || Y.getState(doc.store, SERVER_CLIENT_IDS.private) > before;
        });
      });
    } catch (error) {
      return { type: 'broken', rule: error instanceof Error ? error.message : 'unknown' };
    }
    this.#claims.take(check.claims, this.owner);
    return produced === null ? { type: 'nothing' } : { type: 'accepted', update: produced, refused, isAnswered };
  }

  /** Keeps texts that were refused on the board, the last ones where there are more than may be kept. */
  addDrafts(texts: readonly string[], step: CurrentStep | null): Uint8Array | null {
    return producedUpdate(this.doc, () => {
      this.doc.transact(() => {
        for (const text of texts.slice(-LIMITS.drafts)) this.#addDraft(text, step);
        this.#dropOldDrafts();
      });
    });
  }

  /** All that stands here. */
  elements(): readonly PrivateElement[] {
    const all = (): PrivateElement[] =>
      [...this.#elements].map(([id, map]) => new PrivateElement(id, map instanceof Y.Map ? readRaw(map) : {}));
    this.#looked ??= all();
    return this.#looked;
  }

  /** After a reveal: some are everyone's now and leave, others could not go and stay as drafts. */
  settle(gone: readonly string[], kept: readonly string[]): Uint8Array | null {
    return producedUpdate(this.doc, () => {
      this.doc.transact(() => {
        for (const id of gone) {
          this.#elements.delete(id);
          this.#file(id);
        }
        for (const id of kept) this.#makeDraft(id);
        this.#dropOldDrafts();
      });
    });
  }

  /** Puts elements of an earlier epoch here, those in `drafts` as drafts. */
  inherit(elements: readonly PrivateElement[], drafts: ReadonlySet<string>): Uint8Array | null {
    return producedUpdate(this.doc, () => {
      this.doc.transact(() => {
        for (const { id, raw } of elements) {
          this.#elements.set(id, rebuildMap(raw));
          if (drafts.has(id)) this.#makeDraft(id);
          this.#file(id);
        }
        this.#dropOldDrafts();
      });
    });
  }

  /** What makes an update durable. */
  writes(update: Uint8Array): Write[] {
    const where = { board: this.#board, doc: docNameOf(this.owner) } as const;
    const writes: Write[] = [];
    // The first of an epoch tells of the epoch too.
    if (this.#seq === 0 && this.epoch > 0) {
      const mark = new PrivateDoc(this.#board, this.owner, this.epoch, { seq: 0, snapshot: null, updates: [] });
      writes.push({ type: 'append', ...where, seq: ++this.#seq, update: Y.encodeStateAsUpdate(mark.doc) });
    }
    writes.push({ type: 'append', ...where, seq: ++this.#seq, update });
    if (++this.#tail >= SNAPSHOT_EVERY) writes.push(...this.fold());
    return writes;
  }

  /** Replaces the log by the state as it is: what was deleted is then nowhere on the disk. Only with all updates before it. */
  fold(): Write[] {
    this.#tail = 0;
    if (this.#seq === 0) return [];
    const state = Y.encodeStateAsUpdate(this.doc);
    return [{ type: 'snapshot', board: this.#board, doc: docNameOf(this.owner), seq: this.#seq, state }];
  }

  /** As many empty structs as epochs before: they tell one from another, and nothing else. */
  #mark(): void {
    if (this.epoch === 0) return;
    this.doc.clientID = SERVER_CLIENT_IDS.privateEpoch;
    this.doc.transact(() => {
      for (let n = 0; n < this.epoch; n++) (this.#elements as Y.Map<unknown>).set('epoch', n);
      this.#elements.delete('epoch');
    });
  }

  #judgeTouched(transaction: Y.Transaction, setting: PrivateSetting, refused: Map<RefusalCode, string[]>): void {
    const before = new Before(transaction);
    for (const id of touchedElements(this.#elements, transaction)) {
      const was = before.element(this.#elements, id);
      const map: unknown = this.#elements.get(id);
      const is = map instanceof Y.Map ? readRaw(map) : map === undefined ? null : {};
      const code = is === null ? null : this.#judgeElement(id, was, is, setting);
      if (code !== null) writeBack(this.#elements, id, was);
      const notTaken =
        code === null && was === null && is !== null ? this.#receive(map as ElementMap, is, setting) : null;
      if (notTaken !== null) this.#makeDraft(id, setting.step);
      this.#file(id);
      const told = code ?? notTaken;
      if (told === null) continue;
      const ids = refused.get(told);
      if (ids) ids.push(id);
      else refused.set(told, [id]);
    }
  }

  /** The reason to take a change back, or `null`. What is new is judged by its form only: where it may not be, it becomes a draft. */
  #judgeElement(id: string, was: RawElement | null, is: RawElement, setting: PrivateSetting): RefusalCode | null {
    const read = readPrivateElement(id, withoutServerKeys(is));
    if (!read.ok) return typeof is.text === 'string' && is.text.length > LIMITS.textChars ? 'limit' : 'schema';
    if (was === null) return null;
    const keys = [...new Set([...Object.keys(was), ...Object.keys(is)])].filter((key) => !isEqual(was[key], is[key]));
    if (keys.some((key) => SERVER_KEYS.includes(key))) return 'schema';
    const { step, author, standingOf } = setting;
    // A draft, or a note of a step that is over: nobody else is concerned.
    if (isDraft(was) || was.step !== step?.id || !step || !isPrivateStep(step)) return null;
    const actions = [...new Set(keys.map((key) => (MOVE_KEYS.has(key) ? 'move' : 'edit')))];
    const isAllowed = actions.every((action) => {
      const areas = areasOf(id, (action === 'move' ? is : was).place, standingOf);
      return canPrivately(step, author.role, author.group ?? null, action, { areas });
    });
    return isAllowed ? null : 'role';
  }

  /** Takes a new note into the step, or says why it may not be here. */
  #receive(map: ElementMap, raw: RawElement, { step, author, standingOf }: PrivateSetting): 'role' | 'limit' | null {
    for (const key of SERVER_KEYS) if (key in raw) map.delete(key);
    if (!step) return 'role';
    if (this.#notes.size >= LIMITS.privateElements) return 'limit';
    const target = {
      areas: areasOf('', raw.place, standingOf),
      ...(typeof raw.kind === 'string' && { kind: raw.kind }),
    };
    if (!canPrivately(step, author.role, author.group ?? null, 'add', target)) return 'role';
    map.set('step', step.id);
    if (rightsOf(step, author.group ?? null).attribution === 'named') map.set('by', this.owner);
    return null;
  }

  #makeDraft(id: string, step: CurrentStep | null = null): void {
    const map = this.#elements.get(id);
    if (!(map instanceof Y.Map)) return;
    map.set('draft', true);
    if (step) map.set('step', step.id);
    this.#file(id);
  }

  #addDraft(text: string, step: CurrentStep | null): string {
    const id = createId();
    const props = { draft: true, ...(step && { step: step.id }) };
    this.#elements.set(id, buildMap({ kind: 'note', place: [null, 0, 0], z: 'a0', text, props }));
    this.#file(id);
    return id;
  }

  #keepLate({ after, last, letters }: LateText, step: CurrentStep | null): void {
    const known = after === null ? undefined : this.#late.get(after);
    const text = known === undefined ? undefined : this.#elements.get(known)?.get('text');
    if (text instanceof Y.Text && text.length + letters.length <= LIMITS.textChars) {
      text.insert(text.length, letters);
      this.#late.set(last, known as string);
    } else if (letters.trim() !== '') this.#late.set(last, this.#addDraft(letters.slice(0, LIMITS.textChars), step));
    if (after !== null) this.#late.delete(after);
    if (this.#late.size > MOST_LATE) this.#late.delete(this.#late.keys().next().value as string);
  }

  /** Counts an element where it belongs now: a frame may bring thousands, and nobody counts them anew for each. */
  #file(id: string): void {
    const map = this.#elements.get(id);
    const isThere = map !== undefined;
    const isHere = map instanceof Y.Map && map.get('draft') === true ? this.#drafts : this.#notes;
    for (const each of [this.#notes, this.#drafts]) {
      if (isThere && each === isHere) each.add(id);
      else each.delete(id);
    }
  }

  /** The oldest drafts first: their key is always the server's, so its clock tells. */
  #fileAll(): void {
    const clockOf = (map: ElementMap): number => (map instanceof Y.Map ? (map._map.get('draft')?.id.clock ?? 0) : 0);
    const byAge = [...this.#elements].sort(([, a], [, b]) => clockOf(a) - clockOf(b));
    for (const [id] of byAge) this.#file(id);
  }

  /** A note that had no room on the board is a draft in its own room: no others give way to it. */
  #dropOldDrafts(): void {
    const most = LIMITS.drafts + Math.max(0, LIMITS.privateElements - this.#notes.size);
    for (const id of [...this.#drafts].slice(0, Math.max(0, this.#drafts.size - most))) {
      this.#elements.delete(id);
      this.#file(id);
    }
  }
}

/** The name of somebody's private document. */
export const docNameOf = (participant: string): DocName => `private/${participant}`;

/** Whether a frame brings more notes than anybody may have: looked at before anything is done with them. */
function holdsTooMany(update: Uint8Array): boolean {
  if (update.length < SMALL_FRAME_BYTES) return false;
  const read = readUpdate(update);
  const maps = read.ok
    ? read.value.sections.flatMap(({ structs }) => structs.filter(({ content }) => content === 'map'))
    : [];
  return maps.length > MOST_NEW;
}

const withoutServerKeys = (raw: RawElement): RawElement =>
  Object.fromEntries(Object.entries(raw).filter(([key]) => !SERVER_KEYS.includes(key)));
