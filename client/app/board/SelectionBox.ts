/**
 * The page box around what is selected, for the bar that stands by it: worked out anew when something of that changes, or what it leans on;
 * once a frame, and less often where much is selected.
 */
import type { ElementId } from '../../../shared/elements/ElementKind.ts';
import { type Box, union } from '../../../shared/geometry/box.ts';
import type { Editor } from '../../editor/Editor.ts';
import { meets } from '../../editor/SelectionNews.ts';

/** More than this is much. */
const MUCH = 200;
const SELDOM_MS = 250;

export class SelectionBox {
  readonly #editor: Pick<Editor, 'store' | 'index'>;
  readonly #onMove: () => void;
  readonly #stops: (() => void)[];
  /** The selected, and what lines among them lead to. */
  #watched: ReadonlySet<ElementId> = new Set();
  #cancel: (() => void) | null = null;
  box: Box | null = null;

  constructor(editor: Pick<Editor, 'store' | 'index'>, onMove: () => void) {
    this.#editor = editor;
    this.#onMove = onMove;
    this.#measure();
    this.#stops = [
      editor.store.subscribe((state, old) => {
        if (state.selection !== old.selection) this.#now();
      }),
      editor.index.onChange(({ changed }) => {
        if (this.#cancel === null && meets(this.#watched, changed)) this.#soon();
      }),
    ];
  }

  dispose(): void {
    for (const stop of this.#stops) stop();
    this.#cancel?.();
  }

  #soon(): void {
    const run = (): void => this.#now();
    if (this.#watched.size > MUCH) {
      const timer = setTimeout(run, SELDOM_MS);
      this.#cancel = () => clearTimeout(timer);
    } else {
      const frame = requestAnimationFrame(run);
      this.#cancel = () => cancelAnimationFrame(frame);
    }
  }

  #now(): void {
    this.#cancel?.();
    this.#cancel = null;
    this.#measure();
    this.#onMove();
  }

  #measure(): void {
    const { store, index } = this.#editor;
    const watched = new Set<ElementId>();
    const boxes: Box[] = [];
    for (const id of store.getState().selection) {
      watched.add(id);
      const item = index.get(id);
      if (!item) continue;
      boxes.push(item.bounds);
      for (const other of item.kind.dependsOn(item.element)) watched.add(other);
    }
    this.#watched = watched;
    this.box = union(boxes);
  }
}
