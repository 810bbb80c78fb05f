/**
 * Copy, cut and paste by the events of the browser, which work on plain http as well; the asynchronous clipboard API is never needed.
 * Text from elsewhere becomes notes, a line a note; our own elements keep their colours and places, within and between boards.
 */
import type { StoreApi } from 'zustand/vanilla';
import type { BoardDoc } from '../../../shared/board/BoardDoc.ts';
import type { ElementId } from '../../../shared/elements/ElementKind.ts';
import { findKind, kindOf } from '../../../shared/elements/registry.ts';
import { union } from '../../../shared/geometry/box.ts';
import type { PagePoint } from '../../../shared/geometry/vec.ts';
import type { BoardIndex } from '../BoardIndex.ts';
import type { CameraControl } from '../CameraControl.ts';
import { areaUnder } from '../dropTarget.ts';
import type { EditorState } from '../EditorState.ts';
import type { Notify } from '../Notice.ts';
import { readingOrder } from '../readingOrder.ts';
import type { Selection } from '../Selection.ts';
import type { Writes } from '../Writes.ts';
import { copyElements, type FragmentElement, parseHtml, toHtml } from './fragment.ts';
import { layOutGrid, splitLines } from './lines.ts';

interface ClipboardPorts {
  readonly store: StoreApi<EditorState>;
  readonly board: BoardDoc;
  readonly index: BoardIndex;
  readonly camera: CameraControl;
  readonly selection: Selection;
  readonly writes: Writes;
  readonly notify: Notify;
}

/** The two flavours that travel. */
export interface Flavours {
  readonly text: string;
  readonly html: string;
}

const NOBODY: ReadonlySet<ElementId> = new Set();
/** How far a second paste of the same elements goes from the first. */
const AGAIN = 24;

export class Clipboard {
  readonly #ports: ClipboardPorts;
  #pointer: PagePoint | null = null;
  #lastPaste: { readonly at: PagePoint; readonly html: string; readonly times: number } | null = null;

  constructor(ports: ClipboardPorts) {
    this.#ports = ports;
  }

  /** Told by the canvas: where the pointer is over the board, or `null`. */
  setPointer(at: PagePoint | null): void {
    this.#pointer = at;
  }

  /** Where new things go: at the pointer, or in the middle of what is seen. */
  get target(): PagePoint {
    return this.#pointer ?? this.#ports.camera.middle();
  }

  /** What copying puts on the clipboard; `null` when nothing is selected. */
  copy(): Flavours | null {
    const { board, index, selection, notify } = this.#ports;
    if (selection.ids.size === 0) return null;
    const fragment = copyElements(board, selection.ids);
    if (fragment.length === 0) return null;
    const all = [...selection.ids].flatMap((id) => [id, ...board.tree.descendants(id)]);
    const lines = readingOrder(index, all)
      .map((id) => board.get(id))
      .map((element) => (element ? kindOf(element).outline(element) : ''))
      .filter((line) => line !== '');
    notify({ kind: 'announce', id: 'editor.say.copied', values: { count: fragment.length } });
    this.#lastPaste = null;
    return { text: lines.join('\n'), html: toHtml(fragment, lines) };
  }

  cut(): Flavours | null {
    if (this.#ports.store.getState().readOnly) return null;
    const flavours = this.copy();
    if (flavours) this.#ports.writes.delete(this.#withContent(this.#ports.selection.ids));
    return flavours;
  }

  /** Puts what was pasted onto the board; true when something came of it. */
  paste({ text, html }: Flavours): boolean {
    if (this.#ports.store.getState().readOnly) return false;
    const fragment = parseHtml(html);
    const pasted = fragment && fragment.length > 0 ? this.#pasteElements(fragment, html) : this.#pasteLines(text);
    if (pasted.length === 0) return false;
    const { selection, notify } = this.#ports;
    selection.set(pasted);
    notify({ kind: 'announce', id: 'editor.say.pasted', values: { count: pasted.length } });
    this.#reveal(pasted);
    return true;
  }

  #pasteLines(text: string): ElementId[] {
    const { board, index, store, writes } = this.#ports;
    const lines = splitLines(text);
    const [w, h] = findKind('note')?.defaultSize ?? [200, 200];
    const center = this.target;
    const area = areaUnder(board, index, center, NOBODY);
    const within = area === null ? null : board.frame(area);
    const places = layOutGrid(lines.length, { item: { w, h }, center, ...(within && { within }) });
    const { noteColor } = store.getState();
    const drafts = places.map((at, i) => ({ kind: 'note', at, text: lines[i] ?? '', props: { color: noteColor } }));
    return writes.placeMany('paste', drafts);
  }

  #pasteElements(fragment: readonly FragmentElement[], html: string): ElementId[] {
    const at = this.target;
    const again = this.#lastPaste;
    const times = again && again.html === html && again.at.x === at.x && again.at.y === at.y ? again.times + 1 : 0;
    this.#lastPaste = { at, html, times };
    const box = union(fragment.map(({ at: [x, y], size: [w, h] }) => ({ x, y, w, h })));
    if (!box) return [];
    const corner = {
      x: Math.round(at.x - box.w / 2 + times * AGAIN),
      y: Math.round(at.y - box.h / 2 + times * AGAIN),
    };
    return this.#ports.writes.placeFragment(fragment, corner);
  }

  #withContent(ids: Iterable<ElementId>): ElementId[] {
    const { board } = this.#ports;
    return [...ids].flatMap((id) => [id, ...board.tree.descendants(id)]);
  }

  #reveal(ids: readonly ElementId[]): void {
    const { board, camera } = this.#ports;
    const box = union(ids.map((id) => board.bounds(id)).filter((bounds) => bounds !== null));
    if (box) camera.reveal(box);
  }
}
