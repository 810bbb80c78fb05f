/**
 * The book of a simulated run: every edit with its acknowledgement, and what may be asked of the board at the end because of it. An edit
 * is written down before it is made; nothing in here looks at how the server works.
 */
import type { Element } from '../../../shared/elements/ElementKind.ts';
import { parseMarkKey } from '../../../shared/elements/marks/markKeys.ts';

export type Edit =
  | { readonly type: 'create'; readonly id: string }
  /** Puts a mark that occurs nowhere else into a text. */
  | { readonly type: 'write'; readonly id: string; readonly mark: string }
  /** Takes a mark out again. */
  | { readonly type: 'erase'; readonly id: string; readonly mark: string }
  | { readonly type: 'move'; readonly id: string; readonly place: string }
  | { readonly type: 'delete'; readonly id: string }
  | { readonly type: 'lock'; readonly id: string }
  /** A tag, a reaction, a comment, a word on a thread; `said`: what occurs in this comment and nowhere else. */
  | { readonly type: 'mark'; readonly id: string; readonly key: string; readonly by: string; readonly said?: string }
  | { readonly type: 'unmark'; readonly id: string; readonly key: string; readonly by: string }
  /** A mark that nobody may make: nothing of it ever stands. What else its maker does to the element may be refused with it. */
  | { readonly type: 'forge'; readonly id: string; readonly by: string; readonly said: string }
  /** Nothing is asked of it in the end but that everyone has the same. */
  | { readonly type: 'other'; readonly id: string }
  /** A note in one's private document: stands there until it is revealed, with a mark that occurs nowhere else. */
  | {
      readonly type: 'private';
      readonly id: string;
      readonly mark: string;
      readonly by: string;
      readonly place: string;
    };

/** Codes an honest client may see: the server asks it to come back, or its line broke. */
const HONEST_CODES = new Set([1006, 1012, 4500, 4503, 4508]);

export class Ledger {
  connections = 0;
  acks = 0;
  readonly edits: Edit[] = [];
  readonly privateEdits: Extract<Edit, { type: 'private' }>[] = [];
  readonly problems: string[] = [];
  readonly #acknowledged = new Set<Edit>();

  write<T extends Edit>(edit: T): T {
    this.edits.push(edit);
    if (edit.type === 'private') this.privateEdits.push(edit);
    return edit;
  }

  acknowledged(edits: Iterable<Edit>): void {
    for (const edit of edits) this.#acknowledged.add(edit);
    this.acks = this.#acknowledged.size;
  }

  closed(code: number): void {
    if (!HONEST_CODES.has(code)) this.fail(`an honest client was closed with ${code}`);
  }

  fail(problem: string): void {
    if (this.problems.length < 20) this.problems.push(problem);
  }

  /**
   * Every private note stands once: on the board since it was revealed, or still with whoever wrote it and nobody else. `privates`:
   * participant → texts; `seen`: marks that have stood on the board → the element they stood in; `devices`:
   * participant → drafts their device keeps; `excused`: marks nothing is asked of.
   */
  judgePrivate(
    elements: ReadonlyMap<string, Element>,
    privates: ReadonlyMap<string, readonly string[]>,
    seen: ReadonlyMap<string, string>,
    devices: ReadonlyMap<string, readonly string[]>,
    excused: ReadonlySet<string>,
  ): void {
    const gone = new Set(this.edits.filter(({ type }) => type === 'delete').map(({ id }) => id));
    const erased = new Set(this.edits.flatMap((edit) => (edit.type === 'erase' ? [edit.mark] : [])));
    const board = [...elements.values()].map(({ text }) => text ?? '');
    for (const edit of this.edits) {
      if (edit.type !== 'private') continue;
      const { id, by, mark } = edit;
      const times = (texts: readonly string[] = []): number => texts.join(' ').split(mark).length - 1;
      const count = times(seen.has(mark) ? board : privates.get(by));
      if (count > 1) this.fail(`the private ${mark} stands ${count} times`);
      const isGone = gone.has(id) || gone.has(seen.get(mark) ?? id);
      const mustStand = this.#acknowledged.has(edit) && !isGone && !erased.has(mark) && !excused.has(mark);
      if (mustStand && count === 0 && times(devices.get(by)) === 0)
        this.fail(`the private ${mark} was acknowledged and is gone`);
      if (seen.has(mark)) continue;
      for (const [other, texts] of privates)
        if (other !== by && times(texts) > 0) this.fail(`${other} has the private ${mark} of ${by}`);
    }
  }

  /**
   * Compares the board everyone ended with to what was written down; of `refusable` elements less is asked; `seen` as in `judgePrivate`;
   * `leads`: who has ever been a facilitator, and so may have cleared away what others said.
   */
  judge(
    elements: ReadonlyMap<string, Element>,
    refusable: ReadonlySet<string> = new Set(),
    seen: ReadonlyMap<string, string> = new Map(),
    leads: ReadonlySet<string> = new Set(),
  ): void {
    const of = (type: Edit['type']): Set<string> =>
      new Set(this.edits.filter((edit) => edit.type === type).map(({ id }) => id));
    const [created, deleted, locked] = [of('create'), of('delete'), of('lock')];
    const forged = of('forge');
    for (const edit of this.edits)
      if (edit.type === 'unmark' && isForeign(edit) && !leads.has(edit.by)) forged.add(edit.id);
    this.#judgeMarks(elements, (id) => deleted.has(id) || locked.has(id) || refusable.has(id), leads);
    const noted = of('private');
    // Where people stay unknown a note gets another id when it is revealed.
    for (const { mark } of this.privateEdits) noted.add(seen.get(mark) ?? '');
    for (const id of elements.keys()) if (!created.has(id) && !noted.has(id)) this.fail(`${id} was made by nobody`);
    const erased = new Set(this.edits.flatMap((edit) => (edit.type === 'erase' ? [edit.mark] : [])));
    const places = new Map<string, Set<string>>();
    const put = (id: string, place: string): void => void places.set(id, (places.get(id) ?? new Set()).add(place));
    for (const edit of this.edits) if (edit.type === 'move') put(edit.id, edit.place);
    for (const { id, mark, place } of this.privateEdits) for (const one of [id, seen.get(mark)]) put(one ?? id, place);
    for (const edit of this.edits) {
      const { id } = edit;
      const element = elements.get(id);
      // What somebody deleted may be gone; what was ever locked, or taken back from somebody, may have been refused.
      const isSure = !deleted.has(id) && !locked.has(id) && !refusable.has(id) && !forged.has(id);
      const mustStand = this.#acknowledged.has(edit) && isSure && edit.type !== 'private';
      if (mustStand && !element) this.fail(`${id} was acknowledged (${edit.type}) and is gone`);
      if (edit.type === 'write' && element) {
        const count = (element.text ?? '').split(edit.mark).length - 1;
        if (count > 1) this.fail(`${edit.mark} stands ${count} times in ${id}`);
        if (mustStand && !erased.has(edit.mark) && count === 0) this.fail(`${edit.mark} was acknowledged and is gone`);
      }
    }
    for (const [id, element] of elements) {
      if (element.problem !== undefined) this.fail(`${id} cannot be read: ${element.problem}`);
      const place = JSON.stringify(element.place);
      if (place !== '[null,0,0]' && !places.get(id)?.has(place))
        this.fail(`${id} stands where nobody put it: ${place}`);
    }
  }

  /** Nobody's mark overwrites another's, none is lost that was acknowledged, none stands in the name of somebody who did not make it. */
  #judgeMarks(
    elements: ReadonlyMap<string, Element>,
    isUnsure: (id: string) => boolean,
    leads: ReadonlySet<string>,
  ): void {
    const taken = new Set<string>();
    /** Who has tried what they may not, and where: their other edits may have been refused with it. */
    const tried = new Set<string>();
    for (const edit of this.edits) {
      if (edit.type === 'forge') tried.add(`${edit.by} ${edit.id}`);
      if (edit.type !== 'unmark') continue;
      const isForgery = isForeign(edit) && !leads.has(edit.by);
      (isForgery ? tried : taken).add(isForgery ? `${edit.by} ${edit.id}` : `${edit.id} ${edit.key}`);
    }
    const made = new Set<string>();
    for (const edit of this.edits) {
      if (edit.type === 'forge') {
        const words = elements.get(edit.id)?.marks.comments.map(({ text }) => text) ?? [];
        if (words.some((text) => text.includes(edit.said)))
          this.fail(`${edit.said} of ${edit.by} is in another's name`);
      }
      if (edit.type !== 'mark') continue;
      const { id, key, by, said } = edit;
      made.add(`${id} ${key}`);
      const value = elements.get(id)?.marks.keys[key];
      const isSure = !isUnsure(id) && !taken.has(`${id} ${key}`) && !tried.has(`${by} ${id}`);
      if (!this.#acknowledged.has(edit) || !isSure) continue;
      const count = said === undefined ? 0 : textOf(value).split(said).length - 1;
      if (value === undefined) this.fail(`${key} on ${id} was acknowledged and is gone`);
      else if (said !== undefined && count !== 1) this.fail(`${said} stands ${count} times in ${key} on ${id}`);
    }
    for (const [id, { marks }] of elements)
      for (const { by, ref } of marks.comments)
        if (!made.has(`${id} comment.${ref}`)) this.fail(`${ref} on ${id} was said by nobody, in the name of ${by}`);
  }
}

/** Whether somebody takes away what another said; tags are everyone's. */
function isForeign({ key, by }: { readonly key: string; readonly by: string }): boolean {
  const mark = parseMarkKey(key);
  return mark !== null && mark.type !== 'tag' && mark.by !== by;
}

const textOf = (value: unknown): string =>
  typeof value === 'object' && value !== null && 'text' in value ? String(value.text) : '';
