/**
 * Keeps the map of a wall painted: elements as spots, into a canvas out of sight, a millisecond at a time while the browser has nothing
 * better to do; then shown at once. A wall at work is painted anew at most twice a second, one that is panned not at all.
 */
import type { Box } from '../../../shared/geometry/box.ts';
import type { Editor } from '../../editor/Editor.ts';
import { type MapView, mapView, paintMap } from './minimap.ts';

/** What it may ask of a browser. */
export interface MapClock {
  now(): number;
  /** Calls back when there is nothing better to do; returns its undo. */
  whenIdle(run: () => void): () => void;
  after(ms: number, run: () => void): () => void;
}

export interface MapCanvas {
  readonly visible: CanvasRenderingContext2D;
  readonly hidden: CanvasRenderingContext2D;
}

/** Longest time at a stretch. */
const SLICE_MS = 0.8;
const AT_MOST_EVERY_MS = 500;

export class MapPainter {
  readonly #editor: Editor;
  readonly #canvas: MapCanvas;
  readonly #clock: MapClock;
  readonly #size: { readonly w: number; readonly h: number };
  readonly #ratio: number;
  readonly #onView: (view: MapView) => void;
  readonly #stops: (() => void)[] = [];
  #cancel: (() => void) | null = null;
  /** Whether something has changed since the painting under way began. */
  #isStale = false;
  /** The box around everything, as of the painting begun last: the view asks for it at each move of the camera. */
  content: Box | null = null;
  /** `null` until something has been painted. */
  view: MapView | null = null;

  constructor(
    editor: Editor,
    canvas: MapCanvas,
    options: {
      readonly clock: MapClock;
      readonly size: { readonly w: number; readonly h: number };
      readonly ratio: number;
      readonly onView: (view: MapView) => void;
    },
  ) {
    this.#editor = editor;
    this.#canvas = canvas;
    this.#clock = options.clock;
    this.#size = options.size;
    this.#ratio = options.ratio;
    this.#onView = options.onView;
    this.#stops.push(
      editor.index.onChange(() => this.#ask()),
      editor.store.subscribe((state, old) => state.theme !== old.theme && this.#ask()),
    );
    this.#begin();
  }

  dispose(): void {
    this.#cancel?.();
    for (const stop of this.#stops) stop();
  }

  #ask(): void {
    if (this.#cancel) this.#isStale = true;
    else this.#cancel = this.#clock.after(AT_MOST_EVERY_MS, () => this.#begin());
  }

  #begin(): void {
    this.#isStale = false;
    const { index, store } = this.#editor;
    const content = index.content();
    this.content = content;
    const { hidden } = this.#canvas;
    hidden.clearRect(0, 0, hidden.canvas.width, hidden.canvas.height);
    // An empty wall has no map: whoever shows it takes it away.
    if (!content) {
      this.#cancel = null;
      return;
    }
    const view = mapView(content, this.#size);
    const steps = paintMap(hidden, index.find(content), view, store.getState().theme, this.#ratio);
    const go = (): void => {
      const start = this.#clock.now();
      let isDone = steps.next().done === true;
      while (!isDone && this.#clock.now() - start < SLICE_MS) isDone = steps.next().done === true;
      if (isDone) this.#end(view);
      else this.#cancel = this.#clock.whenIdle(go);
    };
    this.#cancel = this.#clock.whenIdle(go);
  }

  #end(view: MapView): void {
    this.#cancel = null;
    const { visible, hidden } = this.#canvas;
    visible.clearRect(0, 0, visible.canvas.width, visible.canvas.height);
    visible.drawImage(hidden.canvas, 0, 0);
    this.view = view;
    this.#onView(view);
    if (this.#isStale) this.#ask();
  }
}
