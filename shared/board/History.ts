/**
 * Undo and redo of one's own edits, by value. An edit remembers each element before and after. Undoing compares what stands on the
 * board now with what the edit left: keys another person has changed since are skipped and reported; texts are merged where the two
 * changes do not touch. What is too heavy for one update comes back in several, and is one step all the same. Why not `Y.UndoManager`:
 * docs/decisions/0002-undo-by-value.md.
 */
import type { Element, ElementId } from '../elements/ElementKind.ts';
import { isSaid } from '../elements/marks/markKeys.ts';
import { Emitter } from '../lib/emitter.ts';
import { isEqual } from '../lib/equal.ts';
import { applySplice, diffText, type TextSplice } from '../lib/splice.ts';
import type { BoardDoc, BoardWriter, Edit, EditEntry, ElementPatch } from './BoardDoc.ts';
import { inUpdates, type Weighed } from './weight.ts';

/** The label of keystrokes in a text. */
export const TYPING = 'typing';
/** The label of a step by an arrow key. */
export const NUDGE = 'nudge';
/** The label of taking away what was begun and left empty. */
export const DISCARD = 'discard';
/** The label of what is put in order by itself, after others: nobody's step, so nobody takes it back. */
export const TIDY = 'tidy';
/** Keystrokes, and steps by arrow keys, that follow within this time on the same elements are one step of undo. */
const ONE_STEP_MS = 500;
const DEPTH = 200;

/** What an undo or redo did: the label of the edit, and the elements it left alone because another person had changed them since. */
export interface HistoryOutcome {
  readonly label: string;
  readonly done: readonly ElementId[];
  readonly skipped: readonly ElementId[];
  /** What the skipped elements say, or said last; empty for those without words. */
  readonly skippedTexts: readonly string[];
}

export class History {
  readonly #board: BoardDoc;
  readonly #changes = new Emitter<void>();
  readonly #stop: () => void;
  #past: Edit[] = [];
  #future: Edit[] = [];
  /** What an undo or redo under way has written so far; `null`: none is. */
  #writing: Edit[] | null = null;
  #sealed = true;

  constructor(board: BoardDoc) {
    this.#board = board;
    this.#stop = board.onEdit((edit) => this.#record(edit));
  }

  get canUndo(): boolean {
    return this.#past.length > 0;
  }

  get canRedo(): boolean {
    return this.#future.length > 0;
  }

  /** The edits that undo would take back, the latest last. */
  get past(): readonly Edit[] {
    return this.#past;
  }

  /** Calls back when `canUndo`, `canRedo` or `past` may have changed. Returns its undo. */
  onChange(listener: () => void): () => void {
    return this.#changes.subscribe(listener);
  }

  /** Ends a run of typing: the next keystroke is a step of its own. */
  seal(): void {
    this.#sealed = true;
  }

  /** Takes back this person's latest edit; `null` when there is none. */
  undo(): HistoryOutcome | null {
    return this.#run(this.#past, this.#future);
  }

  /** Takes back this person's edits from the latest down to this one; `null` when it is not among them. */
  undoUntil(edit: Edit): HistoryOutcome | null {
    if (!this.#past.includes(edit)) return null;
    const outcomes: HistoryOutcome[] = [];
    while (this.#past.includes(edit)) {
      const outcome = this.undo();
      if (outcome) outcomes.push(outcome);
    }
    const skipped = new Map(outcomes.flatMap((one) => one.skipped.map((id, at) => [id, one.skippedTexts[at] ?? ''])));
    return {
      label: edit.label,
      done: [...new Set(outcomes.flatMap(({ done }) => done))].filter((id) => !skipped.has(id)),
      skipped: [...skipped.keys()],
      skippedTexts: [...skipped.values()],
    };
  }

  /** Does again what was last undone; `null` when there is nothing. */
  redo(): HistoryOutcome | null {
    return this.#run(this.#future, this.#past);
  }

  dispose(): void {
    this.#stop();
  }

  #record(edit: Edit): void {
    if (this.#writing) {
      this.#writing.push(edit);
      return;
    }
    if (edit.label === TIDY) return;
    const last = this.#past.at(-1);
    const joined = !this.#sealed && last ? joinSteps(last, edit) : null;
    if (joined) this.#past[this.#past.length - 1] = joined;
    else if (edit.label === DISCARD) this.#discard(edit);
    else this.#past.push(edit);
    if (this.#past.length > DEPTH) this.#past.shift();
    this.#future = [];
    this.#sealed = false;
    this.#changes.emit();
  }

  /** What was begun and left empty never was; what was emptied comes back with the words it had. */
  #discard(edit: Edit): void {
    const [entry] = edit.entries;
    if (!entry || edit.entries.length > 1) {
      this.#past.push(edit);
      return;
    }
    let before = entry.before;
    while (before !== null && before.text.trim() === '') {
      const last = this.#past.at(-1);
      const [own] = last?.entries ?? [];
      if (!own || last?.entries.length !== 1 || own.id !== entry.id) break;
      this.#past.pop();
      before = own.before;
    }
    if (before !== null) this.#past.push({ ...edit, entries: [{ ...entry, before }] });
  }

  #run(from: Edit[], to: Edit[]): HistoryOutcome | null {
    const edit = from.pop();
    if (!edit) return null;
    const written: Edit[] = [];
    this.#writing = written;
    const skipped: ElementId[] = [];
    try {
      const own = new Set(edit.entries.map((entry) => entry.id));
      // The other way round: what was created last goes first, and a re-created area is there before its content comes back.
      for (const part of inUpdates([...edit.entries].reverse(), weighedOf)) {
        this.#board.edit(edit.label, (write) => {
          for (const entry of part) if (!takeBack(this.#board, write, entry, own)) skipped.push(entry.id);
        });
      }
    } finally {
      this.#writing = null;
      this.#sealed = true;
      const [first] = written;
      if (first) to.push({ ...first, entries: written.flatMap(({ entries }) => entries) });
      if (to.length > DEPTH) to.shift();
    }
    this.#changes.emit();
    const left = new Set(skipped);
    const done = edit.entries.map((entry) => entry.id).filter((id) => !left.has(id));
    const entryOf = byId(skipped.length > 0 ? edit.entries : []);
    const textOf = (id: ElementId): string => {
      const entry = entryOf.get(id);
      return this.#board.get(id)?.text ?? entry?.after?.text ?? entry?.before?.text ?? '';
    };
    return { label: edit.label, done, skipped, skippedTexts: skipped.map(textOf) };
  }
}

/** Two keystrokes, or two steps by arrow keys, as one edit, when nobody else wrote in between; `null`: they are two. */
export function joinSteps(last: Edit, edit: Edit): Edit | null {
  if (last.label !== edit.label || (edit.label !== TYPING && edit.label !== NUDGE)) return null;
  if (edit.at - last.at > ONE_STEP_MS || last.entries.length !== edit.entries.length) return null;
  const entries: EditEntry[] = [];
  // A step on what the last one was on comes in the same order, mostly: a key held on a whole board must not look each one up.
  let earlierById: ReadonlyMap<ElementId, EditEntry> | null = null;
  for (const [n, { id, before, after }] of edit.entries.entries()) {
    let earlier = last.entries[n];
    if (earlier?.id !== id) {
      earlierById ??= byId(last.entries);
      earlier = earlierById.get(id);
    }
    if (!earlier || earlier.after !== before) return null;
    entries.push({ id, before: earlier.before, after });
  }
  return { label: edit.label, at: edit.at, entries };
}

const byId = (entries: readonly EditEntry[]): ReadonlyMap<ElementId, EditEntry> =>
  new Map(entries.map((entry) => [entry.id, entry]));

/** What bringing an element back may weigh: at most all it was. */
const weighedOf = ({ before }: EditEntry): Weighed =>
  before ? { text: before.text, props: before.props, marks: before.marks.keys } : {};

/** Brings one element back to `before`, as far as nobody changed it since. False when something of it had to be left. */
function takeBack(
  board: BoardDoc,
  write: BoardWriter,
  { id, before, after }: EditEntry,
  own: ReadonlySet<ElementId>,
): boolean {
  const now = board.written(id) ?? null;
  if (before === null) return after === null || uncreate(board, write, now, after, own);
  if (after === null) {
    if (now !== null) return false;
    recreate(write, before);
    return true;
  }
  if (now === null) return false;
  const patch = patchBack(before, after, now);
  write.set(id, patch.patch);
  const splice = textBack(before.text, after.text, now.text);
  if (splice) write.splice(id, splice);
  return patch.complete && splice !== undefined;
}

/** Deletes what this person created, unless another has since written in it or put something into it. */
function uncreate(
  board: BoardDoc,
  write: BoardWriter,
  now: Element | null,
  after: Element,
  own: ReadonlySet<ElementId>,
): boolean {
  if (now === null) return true;
  // What somebody has said of it since is theirs.
  if (!isEqual(saidOf(now), saidOf(after))) return false;
  if (now.text !== after.text || board.tree.children(now.id).some((child) => !own.has(child))) return false;
  write.delete(now.id);
  return true;
}

const saidOf = ({ marks }: Element): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(marks.keys).filter(([key]) => isSaid(key)));

function recreate(
  write: BoardWriter,
  { id, kind, place, size, z, text, by, lock, group, props, marks }: Element,
): void {
  const common = { ...(by !== undefined && { by }), ...(lock && { lock }), ...(group !== undefined && { group }) };
  write.restore(id, { kind, place, size, z, text, props, marks: marks.keys, ...common });
}

/** Which keys go back to their old value: those that the edit changed and that still have the value it left. */
function patchBack(before: Element, after: Element, now: Element): { patch: ElementPatch; complete: boolean } {
  const props: Record<string, unknown> = {};
  const patch: { -readonly [K in keyof ElementPatch]: ElementPatch[K] } = {};
  let complete = true;
  const settle = (was: unknown, left: unknown, is: unknown, write: () => void): void => {
    if (isEqual(was, left)) return;
    if (isEqual(is, left)) write();
    else complete = false;
  };
  settle(before.place, after.place, now.place, () => (patch.place = before.place));
  settle(before.size, after.size, now.size, () => (patch.size = before.size));
  settle(before.z, after.z, now.z, () => (patch.z = before.z));
  settle(before.lock, after.lock, now.lock, () => (patch.lock = before.lock));
  settle(before.group, after.group, now.group, () => (patch.group = before.group ?? null));
  for (const key of new Set([...Object.keys(before.props), ...Object.keys(after.props)])) {
    settle(before.props[key], after.props[key], now.props[key], () => {
      props[key] = before.props[key];
    });
  }
  const marks: Record<string, unknown> = {};
  const was = before.marks.keys;
  for (const key of new Set([...Object.keys(was), ...Object.keys(after.marks.keys)])) {
    settle(was[key], after.marks.keys[key], now.marks.keys[key], () => {
      marks[key] = was[key];
    });
  }
  return { patch: { ...patch, props, marks }, complete };
}

/**
 * The splice that takes this person's change out of a text that may have gone on since: `null` when there is nothing to take back,
 * `undefined` when another person's change touches the same stretch.
 */
export function textBack(before: string, after: string, now: string): TextSplice | null | undefined {
  const back = diffText(after, before);
  if (!back) return null;
  const since = diffText(after, now);
  if (!since) return back;
  if (since.at >= back.at + back.remove) return back;
  if (since.at + since.remove <= back.at) return { ...back, at: back.at + since.insert.length - since.remove };
  // Both touch one stretch; when the result is the same anyway, nothing is left to do.
  return applySplice(after, back) === now ? null : undefined;
}
