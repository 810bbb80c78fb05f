/**
 * The gate: one frame of a participant against the board document, in one transaction. Owns the document, the claims on client ids and
 * the count of elements; knows no socket, no disk and no other person. Whatever it is given it answers with a verdict; it never throws.
 *
 * In order: role, decoding and static checks, apply, judge every touched element, write refused ones back in the same transaction. What
 * leaves is the transaction's own update, never the bytes that came in: those may hold refused text.
 */
import * as Y from 'yjs';
import { canWrite } from '../../shared/access/can.ts';
import { type ElementMap, elementsOf, readRaw } from '../../shared/board/layout.ts';
import type { RawElement } from '../../shared/elements/parseElement.ts';
import { LIMITS } from '../../shared/protocol/limits.ts';
import { SERVER_CLIENT_IDS } from '../../shared/templates/instantiate.ts';
import { Before } from './before.ts';
import { writeBack } from './compensate.ts';
import { type Author, judgeChange, type RefusalCode } from './judge.ts';
import { plainChanges } from './plainChanges.ts';
import { staticCheck } from './staticCheck.ts';

/** Elements whose change was taken back, by reason. */
export type Refusals = ReadonlyMap<RefusalCode, readonly string[]>;

export type Verdict =
  /** The room has all of it. */
  | { readonly type: 'nothing' }
  /** It leans on what the room lacks: hold it until the missing part has come. */
  | { readonly type: 'gap' }
  /** Applied. `update` is to be stored, then sent to the others; `claims` are stored with it. */
  | {
      readonly type: 'accepted';
      readonly update: Uint8Array;
      readonly claims: readonly number[];
      readonly refused: Refusals;
    }
  /** Something new from a person who may not write. No effect. */
  | { readonly type: 'forbidden' }
  /** No honest client sends this. No effect. */
  | { readonly type: 'violation'; readonly rule: string }
  /** Yjs stumbled over it: the document in memory is not to be trusted any more. */
  | { readonly type: 'broken'; readonly rule: string };

const NONE_REFUSED: Refusals = new Map();

const ruleOf = (error: unknown): string => (error instanceof Error ? error.message : 'unknown');

export class Gate {
  readonly doc = new Y.Doc();
  /** Document client id → the participant who first wrote under it. */
  readonly #claims: Map<number, string>;
  readonly #elements: Y.Map<ElementMap>;
  /** Element → the participant its first accepted value named as author: what undo may bring back. */
  readonly #creators = new Map<string, string>();
  #count: number;

  /** Loads a document from its stored updates, in order. Throws where Yjs cannot read them. */
  constructor(stored: readonly Uint8Array[], claims: ReadonlyMap<number, string>) {
    this.#claims = new Map(claims);
    this.#elements = elementsOf(this.doc);
    this.doc.transact(() => {
      for (const update of stored) Y.applyUpdate(this.doc, update);
    });
    if (this.doc.store.pendingStructs || this.doc.store.pendingDs) throw new Error('the log has a hole');
    this.doc.clientID = SERVER_CLIENT_IDS.gate;
    this.#count = this.#elements.size;
    for (const [id, map] of this.#elements) if (map instanceof Y.Map) this.#remember(id, map.get('by'));
  }

  /** Judges one update. `isStep2`: it answers our sync step 1, so it may carry a day's work. */
  judge(update: Uint8Array, author: Author, isStep2: boolean): Verdict {
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
        return this.#apply(check.isPartlyKnown ? this.#withoutKnown(update) : update, author, check.claims);
    }
  }

  /** Whether an update is plain and all of it allowed: then `applyPlain` may follow at once, with nothing in between. */
  isPlain(update: Uint8Array, author: Author): boolean {
    if (!canWrite(author.role)) return false;
    const { doc } = this;
    const context = { doc, elements: this.#elements, claims: this.#claims, participant: author.id };
    const changes = plainChanges(update, context);
    return changes?.every(({ id, before, after }) => this.#judgeElement(id, before, after, author) === null) ?? false;
  }

  /** Applies a plain update. It leaves as it came: nothing of it was refused. */
  applyPlain(update: Uint8Array): Verdict {
    try {
      Y.applyUpdate(this.doc, update);
      this.#demandNoneLeft();
    } catch (error) {
      return { type: 'broken', rule: ruleOf(error) };
    }
    return { type: 'accepted', update: new Uint8Array(update), claims: [], refused: NONE_REFUSED };
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
      const isOwn = this.#claims.get(client) === participant || (ours === 0 && !this.#claims.has(client));
      if (clock > ours && !isOwn) return true;
    }
    return false;
  }

  /** Structs the room has are not even shown to Yjs: it would follow what they lean on, whoever wrote them. */
  #withoutKnown(update: Uint8Array): Uint8Array {
    return Y.diffUpdate(update, Y.encodeStateVector(this.doc));
  }

  #apply(update: Uint8Array, author: Author, claims: readonly number[]): Verdict {
    let produced: Uint8Array | null = null;
    const keep = (bytes: Uint8Array): void => {
      produced = bytes;
    };
    let refused: Refusals;
    // Not for ever: with somebody listening Yjs writes every transaction out, those too that nobody needs.
    this.doc.on('update', keep);
    try {
      refused = this.doc.transact((transaction) => {
        Y.applyUpdate(this.doc, update);
        // Applying marks the transaction as foreign, and Yjs then takes our own write-backs for somebody using our client id.
        transaction.local = true;
        this.#demandNoneLeft();
        return this.#judgeTouched(transaction, author);
      });
    } catch (error) {
      return { type: 'broken', rule: ruleOf(error) };
    } finally {
      this.doc.off('update', keep);
    }
    for (const client of claims) this.#claims.set(client, author.id);
    if (produced === null) return { type: 'nothing' };
    return { type: 'accepted', update: produced, claims, refused };
  }

  #demandNoneLeft(): void {
    const { pendingStructs, pendingDs } = this.doc.store;
    if (pendingStructs || pendingDs) throw new Error('structs left over');
  }

  #judgeTouched(transaction: Y.Transaction, author: Author): Refusals {
    const refused = new Map<RefusalCode, string[]>();
    const before = new Before(transaction);
    for (const id of this.#touched(transaction)) {
      const was = before.element(this.#elements, id);
      const is = this.#read(id);
      const code = this.#judgeElement(id, was, is, author);
      if (code !== null) {
        writeBack(this.#elements, id, was);
        refused.set(code, [...(refused.get(code) ?? []), id]);
      } else {
        this.#count += (is ? 1 : 0) - (was ? 1 : 0);
        this.#remember(id, is?.by);
      }
    }
    return refused;
  }

  #judgeElement(id: string, before: RawElement | null, after: RawElement | null, author: Author): RefusalCode | null {
    if (before === null && after !== null && this.#count >= LIMITS.elementsPerBoard) return 'limit';
    return judgeChange({ id, before, after, creator: this.#creators.get(id) }, author);
  }

  /** The elements whose keys or text this transaction has touched. */
  #touched(transaction: Y.Transaction): Set<string> {
    const ids = new Set<string>();
    for (const [type, subs] of transaction.changed as ReadonlyMap<unknown, ReadonlySet<string | null>>) {
      if (type === this.#elements) for (const sub of subs) ids.add(String(sub));
      else if (type instanceof Y.AbstractType) {
        let item = type._item;
        while (item && item.parent !== this.#elements) item = (item.parent as Y.AbstractType<unknown>)._item;
        if (item?.parentSub) ids.add(item.parentSub);
      }
    }
    return ids;
  }

  #read(id: string): RawElement | null {
    const map: unknown = this.#elements.get(id);
    if (map === undefined) return null;
    return map instanceof Y.Map ? readRaw(map) : {};
  }

  #remember(id: string, by: unknown): void {
    if (typeof by === 'string' && !this.#creators.has(id)) this.#creators.set(id, by);
  }
}
