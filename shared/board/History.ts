/**
 * Undo and redo of one's own edits, by value. An edit remembers each element before and after. Undoing compares what stands on the
 * board now with what the edit left: keys another person has changed since are skipped and reported; texts are merged where the two
 * changes do not touch. Why not `Y.UndoManager`: docs/decisions/0002-undo-by-value.md.
 */
import type { Element, ElementId } from '../elements/ElementKind.ts';
import { Emitter } from '../lib/emitter.ts';
import { isEqual } from '../lib/equal.ts';
import { applySplice, diffText, type TextSplice } from '../lib/splice.ts';
import type { BoardDoc, BoardWriter, Edit, EditEntry, ElementPatch } from './BoardDoc.ts';

/** The label of keystrokes: those that follow within `TYPING_MS` in one element are one step of undo. */
export const TYPING = 'typing';
const TYPING_MS = 500;
const DEPTH = 200;

/** What an undo or redo did: the label of the edit, and the elements it left alone because another person had changed them since. */
export interface HistoryOutcome {
  readonly label: string;
  readonly done: readonly ElementId[];
  readonly skipped: readonly ElementId[];
}

export class History {
  readonly #board: BoardDoc;
  readonly #changes = new Emitter<void>();
  readonly #stop: () => void;
  #past: Edit[] = [];
  #future: Edit[] = [];
  #mode: 'record' | 'undo' | 'redo' = 'record';
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
    return this.#run('undo', this.#past);
  }

  /** Does again what was last undone; `null` when there is nothing. */
  redo(): HistoryOutcome | null {
    return this.#run('redo', this.#future);
  }

  dispose(): void {
    this.#stop();
  }

  #record(edit: Edit): void {
    if (this.#mode === 'undo') this.#future.push(edit);
    else {
      const last = this.#past.at(-1);
      const joined = this.#mode === 'record' && !this.#sealed && last ? joinTyping(last, edit) : null;
      if (joined) this.#past[this.#past.length - 1] = joined;
      else this.#past.push(edit);
      if (this.#past.length > DEPTH) this.#past.shift();
      if (this.#mode === 'record') this.#future = [];
    }
    this.#sealed = false;
    this.#changes.emit();
  }

  #run(mode: 'undo' | 'redo', stack: Edit[]): HistoryOutcome | null {
    const edit = stack.pop();
    if (!edit) return null;
    this.#mode = mode;
    const skipped: ElementId[] = [];
    try {
      const own = new Set(edit.entries.map((entry) => entry.id));
      this.#board.edit(edit.label, (write) => {
        // The other way round: what was created last goes first, and a re-created area is there before its content comes back.
        for (const entry of [...edit.entries].reverse()) {
          if (!takeBack(this.#board, write, entry, own)) skipped.push(entry.id);
        }
      });
    } finally {
      this.#mode = 'record';
      this.#sealed = true;
    }
    this.#changes.emit();
    const done = edit.entries.map((entry) => entry.id).filter((id) => !skipped.includes(id));
    return { label: edit.label, done, skipped };
  }
}

/** Two keystrokes as one edit, when nobody else wrote in between. */
function joinTyping(last: Edit, edit: Edit): Edit | null {
  if (last.label !== TYPING || edit.label !== TYPING || edit.at - last.at > TYPING_MS) return null;
  const [a, b] = [last.entries[0], edit.entries[0]];
  if (!a || !b || last.entries.length + edit.entries.length !== 2 || a.id !== b.id || a.after !== b.before) return null;
  return { label: TYPING, at: edit.at, entries: [{ id: a.id, before: a.before, after: b.after }] };
}

/** Brings one element back to `before`, as far as nobody changed it since. False when something of it had to be left. */
function takeBack(
  board: BoardDoc,
  write: BoardWriter,
  { id, before, after }: EditEntry,
  own: ReadonlySet<ElementId>,
): boolean {
  const now = board.get(id) ?? null;
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
  if (now.text !== after.text || board.tree.children(now.id).some((child) => !own.has(child))) return false;
  write.delete(now.id);
  return true;
}

function recreate(write: BoardWriter, { id, kind, place, size, z, text, by, lock, props }: Element): void {
  write.create({ id, kind, place, size, z, text, props, ...(by !== undefined && { by }), ...(lock && { lock }) });
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
  for (const key of new Set([...Object.keys(before.props), ...Object.keys(after.props)])) {
    settle(before.props[key], after.props[key], now.props[key], () => {
      props[key] = before.props[key];
    });
  }
  return { patch: { ...patch, props }, complete };
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
