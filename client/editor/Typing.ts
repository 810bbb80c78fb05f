/**
 * Typing in one element: what the person's field shows against what stands on the board. Every input becomes a splice at once; what
 * others write comes into the field with the caret kept, and waits while an input method is composing. Knows the field as a port.
 */
import type { StoreApi } from 'zustand/vanilla';
import type { BoardChange, BoardDoc } from '../../shared/board/BoardDoc.ts';
import { DISCARD, type History, TYPING } from '../../shared/board/History.ts';
import type { ElementId } from '../../shared/elements/ElementKind.ts';
import { kindOf } from '../../shared/elements/registry.ts';
import { Emitter } from '../../shared/lib/emitter.ts';
import { applySplice, diffText } from '../../shared/lib/splice.ts';
import { LIMITS } from '../../shared/protocol/limits.ts';
import { viewOf } from '../elements/registry.ts';
import { transformCaret, transformSplice } from './caret.ts';
import type { EditorState } from './EditorState.ts';
import { toFieldText } from './fieldText.ts';
import type { Notify } from './Notice.ts';
import type { PresencePort } from './PresencePort.ts';
import { refuseElement } from './rights.ts';

/** The text field on the screen. */
export interface TypingField {
  /** Opens over an element; runs within the gesture that asked for it, so that phones open their keyboard. */
  open(id: ElementId, text: string, selectAll: boolean): void;
  /** Another person's change: the new text, and where each old position now is. */
  replace(text: string, move: (position: number) => number): void;
  close(): void;
}

interface TypingPorts {
  readonly store: StoreApi<EditorState>;
  readonly board: BoardDoc;
  readonly history: History;
  readonly presence: PresencePort;
  readonly notify: Notify;
  readonly onDraft: (text: string) => void;
  /** Asked to type over the canvas in an element whose text is not shown there. */
  readonly onDescribe?: (id: ElementId) => void;
}

interface Session {
  readonly id: ElementId;
  /** What the field shows; differs from the board only while composing. */
  text: string;
  composing: boolean;
  writing: boolean;
  /** Begun with the element itself: left empty, it was not meant. */
  readonly fresh: boolean;
  readonly field: TypingField;
}

export class Typing {
  readonly #ports: TypingPorts;
  readonly #changes = new Emitter<ElementId | null>();
  readonly #stop: () => void;
  #session: Session | null = null;
  #field: TypingField | null = null;

  constructor(ports: TypingPorts) {
    this.#ports = ports;
    this.#stop = ports.board.onChange((change) => this.#take(change));
  }

  /** The element being typed in. */
  get id(): ElementId | null {
    return this.#session?.id ?? null;
  }

  /** Whether one types in the field that lies over the canvas. */
  get isOverCanvas(): boolean {
    return this.#session !== null && this.#session.field === this.#field;
  }

  /** Gives the field to type with; without one, `begin` does nothing. Returns its undo. */
  attach(field: TypingField): () => void {
    this.#field = field;
    return () => {
      if (this.#session?.field === field) this.end();
      if (this.#field === field) this.#field = null;
    };
  }

  /** Calls back with the element typed in, or `null`, whenever it changes. */
  onChange(listener: (id: ElementId | null) => void): () => void {
    return this.#changes.subscribe(listener);
  }

  /** Whether this element has text that this person may change now. */
  canType(id: ElementId): boolean {
    const element = this.#ports.board.get(id);
    return (
      element !== undefined &&
      element.problem === undefined &&
      !element.lock &&
      kindOf(element).hasText &&
      !viewOf(element).isMute?.(element) &&
      !this.#ports.store.getState().readOnly
    );
  }

  /**
   * `fresh`: the element was made to be written in just now, and goes again when nothing is written. `field`: another place to type in
   * than the one over the canvas (the outline's), for this time.
   */
  begin(
    id: ElementId,
    {
      selectAll = false,
      fresh = false,
      field = this.#field,
    }: { selectAll?: boolean; fresh?: boolean; field?: TypingField | null } = {},
  ): boolean {
    const { board, history, presence, store } = this.#ports;
    if (this.#session?.id === id && this.#session.field === field) return true;
    if (!field || !this.canType(id)) return false;
    if (this.#isRefused(id)) {
      this.#ports.notify({ kind: 'notice', id: 'editor.notice.step' });
      return false;
    }
    const element = board.get(id);
    if (field === this.#field && element && viewOf(element).untitled !== undefined) {
      this.#ports.onDescribe?.(id);
      return false;
    }
    this.end();
    const text = element?.text ?? '';
    this.#session = { id, text, composing: false, writing: false, fresh, field };
    history.seal();
    store.setState({ editing: id });
    presence.set({ editing: id });
    field.open(id, toFieldText(text), selectAll);
    this.#changes.emit(id);
    return true;
  }

  /** The person changed the field: `caret` is where the insertion ended. */
  input(value: string, caret: number): void {
    const session = this.#session;
    if (!session) return;
    const own = diffText(toFieldText(session.text), value, caret);
    if (!own) return;
    const { board } = this.#ports;
    const waiting = diffText(session.text, board.get(session.id)?.text ?? '');
    session.text = applySplice(session.text, own);
    session.writing = true;
    board.edit(TYPING, (write) => {
      for (const splice of waiting ? transformSplice(own, waiting) : [own]) write.splice(session.id, splice);
    });
    session.writing = false;
    if (!session.composing) {
      this.#catchUp(session);
      if (toFieldText(session.text) !== value) session.field.replace(toFieldText(session.text), (position) => position);
    }
    if (value.length >= LIMITS.textChars)
      this.#ports.notify({ kind: 'notice', id: 'editor.notice.textTooLong', values: { limit: LIMITS.textChars } });
  }

  setComposing(composing: boolean): void {
    const session = this.#session;
    if (!session) return;
    session.composing = composing;
    if (!composing) this.#catchUp(session);
  }

  /** Ends where one may not go on: the step has changed, or the note is locked. What was written stands, or comes back as a draft. */
  check({ silently = false } = {}): void {
    const id = this.#session?.id;
    if (id === undefined || (this.canType(id) && !this.#isRefused(id))) return;
    const isLocked = this.#ports.board.get(id)?.lock === true;
    this.end();
    if (!silently) this.#ports.notify({ kind: 'notice', id: isLocked ? 'editor.notice.locked' : 'editor.notice.step' });
  }

  end(): void {
    const session = this.#session;
    if (!session) return;
    const { board } = this.#ports;
    this.#close();
    const element = board.get(session.id);
    // What may not be written any more may not be taken away either.
    if (!element || !this.canType(session.id) || this.#isRefused(session.id)) return;
    if (element.text.trim() !== '') return;
    const { discardEmpty } = viewOf(element);
    if (discardEmpty === 'always' || (discardEmpty === 'fresh' && session.fresh))
      board.edit(DISCARD, (write) => write.delete(session.id));
  }

  dispose(): void {
    this.end();
    this.#stop();
  }

  #isRefused(id: ElementId): boolean {
    const { board, store } = this.#ports;
    const refusal = refuseElement(store.getState().who, board, id, 'edit');
    return refusal !== null && refusal !== 'locked';
  }

  #close(): void {
    const { history, presence, store } = this.#ports;
    const field = this.#session?.field;
    this.#session = null;
    history.seal();
    store.setState({ editing: null });
    presence.set({ editing: undefined });
    field?.close();
    this.#changes.emit(null);
  }

  #take(change: BoardChange): void {
    const session = this.#session;
    if (!session) return;
    if (change.deleted.has(session.id)) {
      const { text } = session;
      this.#close();
      if (change.local || text.trim() === '') return;
      this.#ports.onDraft(text);
      this.#ports.notify({ kind: 'notice', id: 'editor.notice.deletedWhileTyping' });
    } else if (change.changed.has(session.id) && !session.writing) {
      this.check({ silently: change.local });
      if (this.#session === session && !session.composing) this.#catchUp(session);
    }
  }

  #catchUp(session: Session): void {
    const text = this.#ports.board.get(session.id)?.text ?? '';
    const splice = diffText(session.text, text);
    if (!splice) return;
    session.text = text;
    session.field.replace(toFieldText(text), (position) => transformCaret(position, splice));
  }
}
