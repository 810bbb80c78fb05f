/**
 * The field one types in: a real `textarea` laid exactly over the element's text, in the same font, size and lines. It is there all the
 * time and opened within the gesture, so that phones show their keyboard. Twice as large and scaled down by half, so that iOS (which
 * zooms the page into fields under 16 px) leaves the page alone.
 */

import type { ElementId } from '../../shared/elements/ElementKind.ts';
import { kindOf } from '../../shared/elements/registry.ts';
import { Disposables } from '../../shared/lib/disposable.ts';
import { LIMITS } from '../../shared/protocol/limits.ts';
import { FONT_STACK } from '../../shared/text/font.ts';
import type { Editor } from '../editor/Editor.ts';
import { matches } from '../editor/keyboard.ts';
import type { TypingField } from '../editor/Typing.ts';
import { viewOf } from '../elements/registry.ts';

const MAGNIFIED = 2;
/** Blurs of a glow, laid over each other until it covers what lies below. */
const HALO = [2, 3, 3, 4, 4, 5] as const;
/** While typing, a text is shown at least this large, in screen pixels. */
const LEGIBLE_PX = 12;
/** How far from the left edge a field begins that is wider than the window. */
const NEAR_EDGE_PX = 96;

export class TextOverlay implements TypingField {
  readonly #editor: Editor;
  readonly #textarea: HTMLTextAreaElement;
  readonly #nameOf: (id: ElementId) => string;
  readonly #returnFocus: () => void;
  readonly #disposables = new Disposables();
  #id: ElementId | null = null;

  constructor(
    editor: Editor,
    textarea: HTMLTextAreaElement,
    { nameOf, returnFocus }: { nameOf: (id: ElementId) => string; returnFocus: () => void },
  ) {
    this.#editor = editor;
    this.#textarea = textarea;
    this.#nameOf = nameOf;
    this.#returnFocus = returnFocus;
    textarea.maxLength = LIMITS.textChars;
    textarea.style.fontFamily = FONT_STACK;
    const { typing, store, index } = editor;
    const abort = new AbortController();
    const { signal } = abort;
    textarea.addEventListener('input', () => this.#input(), { signal });
    textarea.addEventListener('compositionstart', () => typing.setComposing(true), { signal });
    textarea.addEventListener('compositionend', () => typing.setComposing(false), { signal });
    textarea.addEventListener('keydown', (event) => this.#keyDown(event), { signal });
    textarea.addEventListener('blur', () => this.#blur(), { signal });
    textarea.addEventListener('wheel', (event) => this.#wheel(event), { signal, passive: false });
    this.#disposables.add(() => abort.abort());
    this.#disposables.add(typing.attach(this));
    this.#disposables.add(
      store.subscribe((state, old) => {
        if (state.camera !== old.camera || state.theme !== old.theme) this.#layOut();
      }),
    );
    this.#disposables.add(
      index.onChange(({ changed }) => {
        if (this.#id !== null && changed.has(this.#id)) this.#layOut();
      }),
    );
    this.close();
  }

  open(id: ElementId, text: string, selectAll: boolean): void {
    this.#id = id;
    const { style } = this.#textarea;
    this.#textarea.value = text;
    this.#textarea.setAttribute('aria-label', this.#nameOf(id));
    this.#textarea.tabIndex = 0;
    style.visibility = 'visible';
    this.#layOut();
    this.#textarea.focus({ preventScroll: true });
    this.#textarea.setSelectionRange(selectAll ? 0 : text.length, text.length);
    this.#approach(id);
  }

  replace(text: string, move: (position: number) => number): void {
    const { selectionStart, selectionEnd, selectionDirection, scrollTop } = this.#textarea;
    this.#textarea.value = text;
    this.#textarea.setSelectionRange(move(selectionStart), move(selectionEnd), selectionDirection);
    this.#textarea.scrollTop = scrollTop;
    this.#layOut();
  }

  close(): void {
    const hadFocus = document.activeElement === this.#textarea;
    this.#id = null;
    this.#textarea.style.visibility = 'hidden';
    this.#textarea.tabIndex = -1;
    if (hadFocus) this.#returnFocus();
    // Browsers keep what was typed for an undo of their own, which nobody can reach: they let go of it when the field leaves the page.
    this.#textarea.parentNode?.insertBefore(this.#textarea, this.#textarea.nextSibling);
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  #input(): void {
    this.#editor.typing.input(this.#textarea.value, this.#textarea.selectionEnd);
    this.#layOut();
  }

  #keyDown(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const { typing, commands } = this.#editor;
    const id = this.#id;
    const element = id === null ? undefined : this.#editor.board.get(id);
    const endsByEnter = element !== undefined && !viewOf(element).isMultiline;
    const isModified = event.ctrlKey || event.metaKey;
    if (event.key === 'Escape' || (event.key === 'Enter' && (isModified || endsByEnter))) {
      if (!this.#editor.grids.leave(id)) typing.end();
    } else if (event.key === 'Tab') {
      if (this.#editor.grids.leave(id, event.shiftKey ? -1 : 1)) {
        event.preventDefault();
        return;
      }
      typing.end();
      if (event.shiftKey || !this.#growMap(id)) commands.run(event.shiftKey ? 'select.previous' : 'select.next');
    } else if (matches('mod+z', event)) commands.run('edit.undo');
    else if (matches('mod+shift+z', event) || matches('mod+y', event)) commands.run('edit.redo');
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** In a mind map, Tab goes on to a new idea that hangs on the one just written. False where this is none, or it was left empty and is gone. */
  #growMap(id: ElementId | null): boolean {
    const { board, mindMaps, store } = this.#editor;
    if (id === null || !board.get(id) || !mindMaps.isNode(id) || store.getState().readOnly) return false;
    void mindMaps.addChild(id);
    return true;
  }

  /** Another window in front is no end of typing; another control is. */
  #blur(): void {
    if (this.#id !== null && document.hasFocus()) this.#editor.typing.end();
  }

  /** The wheel belongs to the board, unless the text itself is longer than its box. */
  #wheel(event: WheelEvent): void {
    const { scrollHeight, clientHeight } = this.#textarea;
    if (scrollHeight > clientHeight + 2 && !event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    this.#returnWheel(event);
  }

  #returnWheel(event: WheelEvent): void {
    this.#textarea.parentElement?.querySelector('[data-surface]')?.dispatchEvent(new WheelEvent('wheel', event));
  }

  /** Comes near enough to read what one types, and keeps the field above a phone's keyboard. */
  #approach(id: ElementId): void {
    const { board, camera, store } = this.#editor;
    const element = board.get(id);
    const bounds = board.bounds(id);
    const frame = board.frame(id);
    if (!element || !bounds || !frame) return;
    const field = viewOf(element).field(element, store.getState().theme, board);
    const { w, h } = camera.viewport;
    // The title of a large area stands at its top: the middle of the area may be far from it.
    const title = field && { ...field.box, x: frame.x + field.box.x, y: frame.y + field.box.y };
    const size = (field?.size ?? LEGIBLE_PX) * camera.current.zoom;
    if (size < LEGIBLE_PX - 1) {
      const zoom = Math.min(1, (camera.current.zoom * (LEGIBLE_PX + 4)) / size);
      const isWhole = bounds.w * zoom <= w && bounds.h * zoom <= h;
      const box = isWhole ? bounds : (title ?? bounds);
      const x = box.w * zoom > w ? box.x - NEAR_EDGE_PX / zoom : box.x + box.w / 2 - w / zoom / 2;
      camera.easeTo({ x, y: box.y + box.h / 2 - h / zoom / 2.6, zoom });
    } else {
      const { zoom } = camera.current;
      camera.reveal(title && (bounds.w * zoom > w || bounds.h * zoom > h) ? title : bounds);
    }
  }

  #layOut(): void {
    const id = this.#id;
    const element = id === null ? undefined : this.#editor.board.get(id);
    const frame = id === null ? null : this.#editor.board.frame(id);
    if (!element || !frame) return;
    const { camera, theme } = this.#editor.store.getState();
    const field = viewOf(element).field(element, theme, this.#editor.board);
    if (!field) return;
    const { style } = this.#textarea;
    const px = (units: number): string => `${units * MAGNIFIED}px`;
    const x = (frame.x + field.box.x - camera.x) * camera.zoom;
    const y = (frame.y + field.box.y - camera.y) * camera.zoom;
    style.transform = `translate(${x}px, ${y}px) scale(${camera.zoom / MAGNIFIED})`;
    style.width = px(field.box.w);
    style.height = px(field.box.h);
    style.paddingTop = px(field.top);
    style.fontSize = px(field.size);
    style.fontWeight = String(field.weight);
    style.lineHeight = String(field.lineHeight);
    style.textAlign = field.align;
    style.color = field.color;
    style.textShadow = field.halo === undefined ? '' : HALO.map((blur) => `0 0 ${blur}px ${field.halo}`).join(', ');
    style.caretColor = field.color;
    style.whiteSpace = viewOf(element).isMultiline ? 'pre-wrap' : 'pre';
    // Longer than its box: the last lines are the ones being written.
    style.overflowY =
      kindOf(element).hasText && this.#textarea.scrollHeight > field.box.h * MAGNIFIED + 2 ? 'auto' : 'hidden';
  }
}
