/**
 * The gate: one frame of a participant against the board document, in one transaction. Owns the document, the claims on client ids, who
 * made which element and the count of elements; knows no socket, no disk and no other person. Whatever it is given it answers with a
 * verdict; it never throws.
 *
 * In order: role, decoding and static checks, apply, judge every touched element by the step, write refused ones back in the same
 * transaction. What leaves is the transaction's own update, never the bytes that came in: those may hold refused text.
 */
import * as Y from 'yjs';
import { canWrite } from '../../shared/access/can.ts';
import { OPEN_STEP, rightsOf, type Step } from '../../shared/access/Step.ts';
import { type ElementMap, elementsOf, readRaw, rebuildMap } from '../../shared/board/layout.ts';
import type { RawElement } from '../../shared/elements/parseElement.ts';
import { LIMITS } from '../../shared/protocol/limits.ts';
import { SERVER_CLIENT_IDS } from '../../shared/templates/instantiate.ts';
import type { StandingOf } from './areas.ts';
import { Before } from './before.ts';
import { Claims } from './Claims.ts';
import { writeBack } from './compensate.ts';
import { type Author, judgeChange, type RefusalCode, type Setting } from './judge.ts';
import { type Deleted, MassDeletion } from './massDeletion.ts';
import { Owners } from './Owners.ts';
import { plainChanges } from './plainChanges.ts';
import { producedUpdate } from './producedUpdate.ts';
import { refusedComments } from './refusedComments.ts';
import { SaidOfDeleted } from './SaidOfDeleted.ts';
import { settings, standingIn, type Touched } from './settings.ts';
import { staticCheck } from './staticCheck.ts';
import { touchedElements } from './touchedElements.ts';
import { Weight } from './Weight.ts';

/** Elements whose change was taken back, by reason. */
export type Refusals = ReadonlyMap<RefusalCode, readonly string[]>;

export type Verdict =
  /** The room has all of it. */
  | { readonly type: 'nothing' }
  /** It leans on what the room lacks: hold it until the missing part has come. */
  | { readonly type: 'gap' }
  /** Applied. `update` is to be stored, then sent to the others; `claims` and `owners` are stored with it. */
  | ({
      readonly type: 'accepted';
      readonly update: Uint8Array;
      readonly claims: readonly number[];
    } & Judged)
  /** Something new from a person who may not write. No effect. */
  | { readonly type: 'forbidden' }
  /** No honest client sends this. No effect. */
  | { readonly type: 'violation'; readonly rule: string }
  /** Yjs stumbled over it: the document in memory is not to be trusted any more. */
  | { readonly type: 'broken'; readonly rule: string };

/** What became of the elements a frame touched. */
interface Judged {
  readonly refused: Refusals;
  /** What the author wrote and had taken back, whole: theirs to keep elsewhere. */
  readonly refusedTexts: readonly RefusedText[];
  /** Elements that belong to somebody from now on, or to nobody any more. */
  readonly owners: readonly Owner[];
}

export interface RefusedText {
  readonly element: string;
  readonly text: string;
}

export interface Owner {
  readonly element: string;
  readonly participant: string | null;
}

/** An element the server puts on the board. */
export interface Insertion {
  readonly id: string;
  readonly value: RawElement;
}

export interface Inserted {
  /** To be stored, then sent to everybody; `null`: nothing was put there. */
  readonly update: Uint8Array | null;
  readonly inserted: readonly string[];
  /** Ids that stand on the board already, or that it has no room for. */
  readonly left: readonly string[];
}

/** What a room keeps while it lives, longer than one reading of its document. */
export interface GateParts {
  readonly owners?: Owners;
  readonly deletions?: MassDeletion;
  /** Bytes of the state beyond which nothing may grow; `LIMITS.boardBytes` unless a test has less. */
  readonly boardBytes?: number;
  /** UTC milliseconds. */
  readonly now?: () => number;
}

const NONE_REFUSED: Judged = { refused: new Map(), refusedTexts: [], owners: [] };
/** Frames of honest clients are settled in two looks at who lies in what; one that is not after so many is refused for the rest. */
const MAX_LOOKS = 8;
const ruleOf = (error: unknown): string => (error instanceof Error ? error.message : 'unknown');

export class Gate {
  readonly doc = new Y.Doc();
  /** Document client id → the participant who first wrote under it. */
  readonly #claims: Claims;
  readonly #elements: Y.Map<ElementMap>;
  readonly #owners: Owners;
  readonly #deletions: MassDeletion;
  readonly #said = new SaidOfDeleted();
  readonly #weight: Weight;
  readonly #now: () => number;
  #count: number;

  /** Loads a document from its stored updates, in order. Throws where Yjs cannot read them. */
  constructor(stored: readonly Uint8Array[], claims: ReadonlyMap<number, string>, parts: GateParts = {}) {
    const {
      owners = new Owners(),
      deletions = new MassDeletion(),
      boardBytes = LIMITS.boardBytes,
      now = Date.now,
    } = parts;
    this.#now = now;
    this.#claims = new Claims(claims);
    this.#owners = owners;
    this.#deletions = deletions;
    this.#elements = elementsOf(this.doc);
    const bytes = stored.reduce((sum, { length }) => sum + length, 0);
    this.#weight = new Weight(bytes, () => Y.encodeStateAsUpdate(this.doc).length, boardBytes);
    this.doc.transact(() => {
      for (const update of stored) Y.applyUpdate(this.doc, update);
    });
    if (this.doc.store.pendingStructs || this.doc.store.pendingDs) throw new Error('the log has a hole');
    this.doc.clientID = SERVER_CLIENT_IDS.gate;
    this.#count = this.#elements.size;
    // Boards from before owners were written down: whoever is named was their author, or it would have been refused.
    for (const [id, map] of this.#elements) {
      const by: unknown = map instanceof Y.Map ? map.get('by') : undefined;
      if (typeof by === 'string') owners.give(id, by, { persist: true });
    }
  }

  /** Judges one update, by the step the workshop is in. `isStep2`: it answers our sync step 1, so it may carry a day's work. */
  judge(update: Uint8Array, author: Author, isStep2: boolean, step: Step = OPEN_STEP): Verdict {
    const { doc } = this;
    const check = staticCheck(update, {
      doc,
      elements: this.#elements,
      claims: this.#claims,
      participant: author.id,
      isStep2,
    });
    switch (check.type) {
      case 'nothing':
      case 'violation':
        return check;
      case 'gap':
        return canWrite(author.role) ? check : { type: 'forbidden' };
      case 'news':
        if (!canWrite(author.role)) return { type: 'forbidden' };
        return this.#apply(check.isPartlyKnown ? this.#withoutKnown(update) : update, author, check.claims, step);
    }
  }

  /** Whether an update is plain and all of it allowed: then `applyPlain` may follow at once, with nothing in between. */
  isPlain(update: Uint8Array, author: Author, step: Step = OPEN_STEP): boolean {
    if (!canWrite(author.role)) return false;
    const { doc } = this;
    const context = { doc, elements: this.#elements, claims: this.#claims, participant: author.id };
    const changes = plainChanges(update, context);
    if (!changes) return false;
    const settingOf = settings(step, author, this.#standing, (id) => {
      const change = changes.find((one) => one.id === id);
      return change ? standingIn(change.after) : this.#standing(id);
    });
    return changes.every(({ id, before: was, after: is }) => {
      const change = { was, is };
      return this.#judgeElement(id, change, author, settingOf(id, change), this.#count) === null;
    });
  }

  /** Applies a plain update. It leaves as it came: nothing of it was refused. */
  applyPlain(update: Uint8Array): Verdict {
    try {
      Y.applyUpdate(this.doc, update);
      this.#demandNoneLeft();
    } catch (error) {
      return { type: 'broken', rule: ruleOf(error) };
    }
    this.#weight.add(update.length);
    return { type: 'accepted', update: new Uint8Array(update), claims: [], ...NONE_REFUSED };
  }

  /** The participant an element belongs to. */
  ownerOf(element: string): string | undefined {
    return this.#owners.of(element);
  }

  /**
   * Says whose an element is that the server puts on the board for somebody; whoever says so writes it down too. Answers whether it is
   * theirs from now on.
   */
  own(element: string, participant: string): boolean {
    return this.#owners.give(element, participant, { persist: true });
  }

  /** The anonymous step is over. */
  forgetUnpersisted(): void {
    this.#owners.forgetUnpersisted();
  }

  /** Puts elements on the board under the server's own client id. What stands there is left as it is: doing it again does nothing. */
  insert(elements: readonly Insertion[]): Inserted {
    const inserted: string[] = [];
    const left: string[] = [];
    let weighed = 0;
    const update = producedUpdate(this.doc, () => {
      this.doc.transact(() => {
        for (const { id, value } of elements) {
          const hasRoom = this.#count < LIMITS.elementsPerBoard && !this.#weight.isTooMuch(null, value);
          const isFree = hasRoom && !this.#elements.has(id);
          (isFree ? inserted : left).push(id);
          if (!isFree) continue;
          this.#elements.set(id, rebuildMap(value));
          this.#count++;
          weighed += this.#weight.put(value);
        }
      });
    });
    this.#weight.add(Math.max(0, (update?.length ?? 0) - weighed));
    return { update, inserted, left };
  }

  /** Plain updates applied in `run` share one transaction, whose cost is paid once. The rule, where Yjs stumbles over its end. */
  together(run: () => void): string | null {
    try {
      this.doc.transact(run);
      return null;
    } catch (error) {
      return ruleOf(error);
    }
  }

  /** Whether a client that knows this much knows more than we ever wrote down for others: then this server was set back. */
  isBehind(stateVector: ReadonlyMap<number, number>, participant: string): boolean {
    for (const [client, clock] of stateVector) {
      const ours = Y.getState(this.doc.store, client);
      const holder = this.#claims.holderOf(client);
      const isOwn = holder === participant || (ours === 0 && holder === undefined);
      if (clock > ours && !isOwn) return true;
    }
    return false;
  }

  /** Structs the room has are not even shown to Yjs: it would follow what they lean on, whoever wrote them. */
  #withoutKnown(update: Uint8Array): Uint8Array {
    return Y.diffUpdate(update, Y.encodeStateVector(this.doc));
  }

  #apply(update: Uint8Array, author: Author, claims: readonly number[], step: Step): Verdict {
    let judged = NONE_REFUSED;
    let produced: Uint8Array | null;
    try {
      produced = producedUpdate(this.doc, () => {
        judged = this.doc.transact((transaction) => {
          Y.applyUpdate(this.doc, update);
          // Applying marks the transaction as foreign, and Yjs then takes our own write-backs for somebody using our client id.
          transaction.local = true;
          this.#demandNoneLeft();
          return this.#judgeTouched(transaction, author, step);
        });
      });
    } catch (error) {
      return { type: 'broken', rule: ruleOf(error) };
    }
    this.#claims.take(claims, author.id);
    if (produced === null) return { type: 'nothing' };
    this.#weight.add(produced.length);
    return { type: 'accepted', update: produced, claims, ...judged };
  }

  #demandNoneLeft(): void {
    const { pendingStructs, pendingDs } = this.doc.store;
    if (pendingStructs || pendingDs) throw new Error('structs left over');
  }

  #judgeTouched(transaction: Y.Transaction, author: Author, step: Step): Judged {
    const before = new Before(transaction);
    const touched = new Map<string, Touched>();
    const trimmed: string[] = [];
    for (const id of touchedElements(this.#elements, transaction)) {
      const was = before.element(this.#elements, id);
      const map: unknown = was === null ? this.#elements.get(id) : undefined;
      if (map instanceof Y.Map && this.#said.dropForeign(id, author.id, map)) trimmed.push(id);
      touched.set(id, { was, is: this.#read(id) });
    }
    const codes = this.#refuse(touched, author, step);
    this.#holdBack(touched, codes, author);
    const refused = new Map<RefusalCode, string[]>();
    const refusedTexts: RefusedText[] = [];
    const owners: Owner[] = [];
    const persist = rightsOf(step, author.group ?? null).attribution !== 'anonymous';
    for (const [id, { was, is }] of touched) {
      const code = codes.get(id);
      if (code === undefined) {
        this.#count += (is ? 1 : 0) - (was ? 1 : 0);
        if (was !== null && is === null) this.#said.keep(id, was);
        this.#weight.free(was, is);
        const isNew = was === null && is !== null && this.#owners.give(id, author.id, { persist });
        if (isNew && persist) owners.push({ element: id, participant: author.id });
        continue;
      }
      writeBack(this.#elements, id, was);
      const alike = refused.get(code);
      if (alike) alike.push(id);
      else refused.set(code, [id]);
      const text = is?.text;
      if (typeof text === 'string' && text.trim() !== '' && text !== was?.text)
        refusedTexts.push({ element: id, text });
      for (const text of refusedComments(author.id, was, is)) refusedTexts.push({ element: id, text });
    }
    // The rest of these stands: their author has to learn what does not.
    const standing = trimmed.filter((id) => !codes.has(id));
    if (standing.length > 0) refused.set('author', [...(refused.get('author') ?? []), ...standing]);
    if (owners.length > 0) {
      for (const element of this.#owners.trim(author.id, (id) => this.#elements.has(id))) {
        owners.push({ element, participant: null });
      }
    }
    return { refused, refusedTexts, owners };
  }

  /**
   * Why touched elements may not be what they are now. What is refused stays where it was, and what lies in it with it: so where areas
   * count, the others are looked at again until nothing more comes of it.
   */
  #refuse(touched: ReadonlyMap<string, Touched>, author: Author, step: Step): Map<string, RefusalCode> {
    const codes = new Map<string, RefusalCode>();
    const standing =
      (isAfter: boolean): StandingOf =>
      (id) => {
        const change = touched.get(id);
        if (!change) return this.#standing(id);
        return standingIn(isAfter && !codes.has(id) ? change.is : change.was);
      };
    const settingOf = settings(step, author, standing(false), standing(true));
    for (let look = 1, isSettled = false; !isSettled; look++) {
      isSettled = true;
      let count = this.#count;
      for (const [id, change] of touched) {
        if (codes.has(id)) continue;
        const found = this.#judgeElement(id, change, author, settingOf(id, change), count);
        const code = found ?? (look > MAX_LOOKS ? 'role' : null);
        if (code === null) count += (change.is ? 1 : 0) - (change.was ? 1 : 0);
        else {
          codes.set(id, code);
          isSettled = settingOf.isSame;
        }
      }
    }
    return codes;
  }

  /** Keeps back what is deleted of others where that has become too much, else keeps what it was. */
  #holdBack(touched: ReadonlyMap<string, Touched>, codes: Map<string, RefusalCode>, author: Author): void {
    if (author.role === 'facilitator') return;
    const deleted: Deleted[] = [];
    for (const [id, { was, is }] of touched) {
      const isForeign = was !== null && is === null && !codes.has(id) && this.#owners.of(id) !== author.id;
      if (isForeign) deleted.push({ id, value: was });
    }
    if (this.#deletions.mayDelete(author.id, deleted.length, this.#count)) this.#deletions.note(author.id, deleted);
    else for (const { id } of deleted) codes.set(id, 'held');
  }

  #judgeElement(
    id: string,
    { was: before, is: after }: Touched,
    author: Author,
    setting: Setting,
    count: number,
  ): RefusalCode | null {
    if (before === null && after !== null && count >= LIMITS.elementsPerBoard) return 'limit';
    if (this.#weight.isTooMuch(before, after)) return 'limit';
    const said = before === null ? this.#said.of(id) : undefined;
    return judgeChange({ id, before, after, owner: this.#owners.of(id), said }, author, setting, this.#now());
  }

  #read(id: string): RawElement | null {
    const map: unknown = this.#elements.get(id);
    if (map === undefined) return null;
    return map instanceof Y.Map ? readRaw(map) : {};
  }

  readonly #standing: StandingOf = (id) => {
    const map: unknown = this.#elements.get(id);
    return map instanceof Y.Map ? { kind: map.get('kind'), place: map.get('place') } : null;
  };
}
