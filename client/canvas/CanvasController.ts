/**
 * Keeps the three layers true to the editor: the board, what hands move (top), the others (people). Subscribes to everything that changes
 * a pixel and asks for frames of just the layers concerned. Wiring; the painting is in the painters.
 */
import type Konva from 'konva/lib/Core.js';
import type { ElementId, Scene } from '../../shared/elements/ElementKind.ts';
import type { Vec } from '../../shared/geometry/vec.ts';
import { Disposables, type Dispose } from '../../shared/lib/disposable.ts';
import type { Editor } from '../editor/Editor.ts';
import { bitmapBudget } from './BitmapCache.ts';
import { BoardPainter } from './BoardPainter.ts';
import { Cursors } from './Cursors.ts';
import { type DeviceView, ElementPainter } from './ElementPainter.ts';
import { FrameLoop, type LayerName } from './FrameLoop.ts';
import { loadFonts, loadSymbols, needsSymbols } from './fonts.ts';
import { PeoplePainter, type PeopleScene } from './PeoplePainter.ts';
import { RemoteDrags } from './RemoteDrags.ts';
import { TopPainter, type TopScene } from './TopPainter.ts';

export interface CanvasLayers {
  readonly stage: Konva.Stage;
  readonly board: Konva.Layer;
  readonly top: Konva.Layer;
  readonly people: Konva.Layer;
}

/** Time for making bitmaps in a frame; less while one zooms, when they are soon of no use; more in the first one, which shows the board. */
const BITMAPS_MS = 6;
const ZOOMING_BITMAPS_MS = 3;
const FIRST_BITMAPS_MS = 40;
/** A zoom that has not changed for so long rests. */
const SETTLE_MS = 140;

const NOTHING: ReadonlySet<ElementId> = new Set();

export class CanvasController {
  readonly #editor: Editor;
  readonly #layers: CanvasLayers;
  readonly #disposables = new Disposables();
  readonly #loop = new FrameLoop((asked) => this.#paint(asked));
  readonly #elements: ElementPainter;
  readonly #board: BoardPainter;
  readonly #top: TopPainter;
  readonly #people: PeoplePainter;
  readonly #remoteDrags: RemoteDrags;
  readonly #cursors = new Cursors(() => matchMedia('(prefers-reduced-motion: reduce)').matches);
  #displaced: ReadonlyMap<ElementId, Vec> = new Map();
  #scene: Scene;
  #pixelRatio = 1;
  #isResizing = false;
  #zoomedAt = Number.NEGATIVE_INFINITY;
  #hasFonts = false;
  /** Whether the board has been painted with something on it. */
  #hasShown = false;
  #symbols: 'unneeded' | 'loading' | 'loaded' = 'unneeded';
  readonly #painted = new Map<LayerName, boolean>();

  constructor(editor: Editor, layers: CanvasLayers) {
    this.#editor = editor;
    this.#layers = layers;
    this.#scene = this.#createScene();
    this.#elements = new ElementPainter({
      scene: () => this.#scene,
      now: () => performance.now(),
      budget: bitmapBudget(matchMedia('(pointer: coarse)').matches),
    });
    this.#board = new BoardPainter(editor.index, this.#elements);
    this.#top = new TopPainter(editor.board, editor.index, this.#elements);
    this.#people = new PeoplePainter(editor.board);
    this.#remoteDrags = new RemoteDrags((id) => editor.board.get(id));
    this.#subscribe();
    // No bitmap before the fonts: a canvas never corrects what it painted in another face.
    void loadFonts().then(() => {
      this.#hasFonts = true;
      this.#loadSymbolsFor(editor.board.ids());
      this.#board.invalidate();
      this.#loop.request('board', 'top', 'people');
    });
  }

  /** Fits the stage to its parent, at once. */
  resize(width: number, height: number, pixelRatio: number): void {
    const { stage, board, top, people } = this.#layers;
    // Browsers tell the size once more when one begins to watch it.
    if (stage.width() === width && stage.height() === height && this.#pixelRatio === pixelRatio) return;
    this.#pixelRatio = pixelRatio;
    this.#isResizing = true;
    stage.size({ width, height });
    for (const layer of [board, top, people]) {
      const canvas = layer.getCanvas();
      if (canvas.getPixelRatio() !== pixelRatio) canvas.setPixelRatio(pixelRatio);
      // We test hits through the spatial index: Konva's own hit canvases would only take memory.
      layer.getHitCanvas().setSize(0, 0);
    }
    this.#isResizing = false;
    this.#editor.camera.resize({ w: width, h: height }, pixelRatio);
    this.#board.invalidate();
    this.#painted.clear();
    this.#loop.request('board', 'top', 'people');
    // Before the browser shows the emptied canvases.
    this.#loop.flush();
  }

  /** Paints one layer; called by Konva whenever it draws that layer's only shape. */
  draw(layer: LayerName, ctx: CanvasRenderingContext2D): void {
    // Konva draws at each of the steps a change of size takes: painted once, at the end.
    if (!this.#hasFonts || this.#isResizing) return;
    const view = this.#view();
    const size = { width: ctx.canvas.width, height: ctx.canvas.height };
    if (layer === 'board') {
      if (!this.#board.isDirty) return;
      this.#board.paint(ctx, view, this.#scene.theme, size);
    } else if (layer === 'top') this.#top.paint(ctx, view, this.#topScene(), size);
    else this.#people.paint(ctx, view, this.#peopleScene(performance.now()), size);
    this.#askForOwed();
  }

  /** Konva may draw a layer between our frames too, past the time for bitmaps: what it could not show is owed all the same. */
  #askForOwed(): void {
    if (!this.#elements.owes) return;
    this.#board.invalidate();
    this.#loop.request('board', 'top');
  }

  /** Whether nothing is left to paint: for benches and tests. */
  get isSettled(): boolean {
    return !this.#loop.isPending && !this.#board.isDirty;
  }

  get bitmapBytes(): number {
    return this.#elements.bitmaps.bytes;
  }

  dispose(): void {
    this.#disposables.dispose();
    this.#loop.dispose();
    this.#elements.bitmaps.clear();
  }

  #subscribe(): void {
    const { store, index, gestures, presence, typing } = this.#editor;
    const keep = (dispose: Dispose): void => void this.#disposables.add(dispose);
    keep(
      store.subscribe((state, old) => {
        if (state.camera !== old.camera) {
          // The first look at a board is no zoom: there is nothing yet that would change its size.
          if (state.camera.zoom !== old.camera.zoom && this.#hasShown) this.#zoomedAt = performance.now();
          this.#board.invalidate();
          this.#loop.request('board', 'top', 'people');
        }
        if (state.theme !== old.theme || state.locale !== old.locale) {
          this.#scene = this.#createScene();
          this.#elements.bitmaps.clear();
          this.#board.invalidate();
          this.#loop.request('board', 'top', 'people');
        }
        if (state.selection !== old.selection || state.editing !== old.editing || state.readOnly !== old.readOnly)
          this.#loop.request('top');
      }),
    );
    keep(
      index.onChange(({ changed, deleted, damage }) => {
        this.#board.damage(damage);
        this.#elements.forget(deleted);
        this.#loadSymbolsFor(changed);
        this.#updateDrags();
        if (!TopPainter.isEmpty(this.#topScene())) this.#loop.request('top');
        if (this.#painted.get('people')) this.#loop.request('people');
        if (this.#board.isDirty) this.#loop.request('board');
      }),
    );
    keep(
      gestures.onChange(() => {
        this.#lift();
        this.#loop.request('top');
      }),
    );
    keep(
      presence.subscribe(() => {
        const now = performance.now();
        this.#cursors.update(presence.others(), now);
        this.#updateDrags();
        this.#loop.request('people');
      }),
    );
    keep(
      typing.onChange((id) => {
        // Typed elsewhere, the text stays in sight on the wall.
        this.#board.setTyped(typing.isOverCanvas ? id : null);
        this.#loop.request('board', 'top');
      }),
    );
    this.#cursors.update(presence.others(), performance.now());
    this.#updateDrags();
  }

  #paint(asked: ReadonlySet<LayerName>): void {
    const { board, top, people } = this.#layers;
    if (!this.#hasFonts) return;
    const now = performance.now();
    this.#elements.beginFrame(this.#bitmapsMs(now));
    if (asked.has('board')) {
      board.drawScene();
      this.#hasShown ||= this.#editor.index.size > 0;
      if (!this.#isZoomSettled(now)) {
        this.#loop.requestAt(this.#zoomedAt + SETTLE_MS, 'board');
        this.#board.invalidate();
      }
    }
    if (asked.has('top')) this.#drawUnlessEmpty('top', top, TopPainter.isEmpty(this.#topScene()));
    if (asked.has('people')) {
      this.#drawUnlessEmpty('people', people, PeoplePainter.isEmpty(this.#peopleScene(now)));
      const next = this.#cursors.nextChange(now);
      if (next !== null && next <= now) this.#loop.request('people');
      else if (next !== null) this.#loop.requestAt(next, 'people');
    }
    this.#askForOwed();
    const deadline = this.#remoteDrags.deadline;
    if (deadline !== null) {
      this.#updateDrags();
      if (this.#remoteDrags.deadline !== null) this.#loop.requestAt(deadline, 'top');
    }
  }

  #bitmapsMs(now: number): number {
    if (!this.#hasShown) return FIRST_BITMAPS_MS;
    return this.#isZoomSettled(now) ? BITMAPS_MS : ZOOMING_BITMAPS_MS;
  }

  /** A layer with nothing on it is taken out of the page: even bare, it would be composited at each frame. */
  #drawUnlessEmpty(name: LayerName, layer: Konva.Layer, isEmpty: boolean): void {
    if (isEmpty && this.#painted.get(name) === false) return;
    layer.getNativeCanvasElement().style.display = isEmpty ? 'none' : 'block';
    if (!isEmpty) layer.drawScene();
    this.#painted.set(name, !isEmpty);
  }

  #updateDrags(): void {
    const before = this.#displaced;
    this.#remoteDrags.update(this.#editor.presence.others(), performance.now());
    this.#displaced = this.#remoteDrags.displaced();
    if (before.size === 0 && this.#displaced.size === 0) return;
    this.#lift();
    this.#loop.request('top', 'people');
  }

  /** Tells the board layer what the top layer shows in its place. */
  #lift(): void {
    const { gestures, board } = this.#editor;
    const { drag, resize } = gestures.current;
    const held = [...this.#displaced.keys(), ...(drag && !drag.copies ? drag.ids : []), ...(resize ? [resize.id] : [])];
    const lifted = held.length === 0 ? NOTHING : new Set(held.flatMap((id) => [id, ...board.tree.descendants(id)]));
    this.#board.lift(lifted);
    if (this.#board.isDirty) this.#loop.request('board');
  }

  #loadSymbolsFor(ids: Iterable<ElementId>): void {
    if (this.#symbols !== 'unneeded') return;
    for (const id of ids) {
      if (!needsSymbols(this.#editor.board.get(id)?.text ?? '')) continue;
      this.#symbols = 'loading';
      void loadSymbols().then(() => {
        this.#symbols = 'loaded';
        this.#elements.bitmaps.clear();
        this.#board.invalidate();
        this.#loop.request('board', 'top');
      });
      return;
    }
  }

  #isZoomSettled(now: number): boolean {
    return now - this.#zoomedAt >= SETTLE_MS;
  }

  #view(): DeviceView {
    const { x, y, zoom } = this.#editor.store.getState().camera;
    const scale = zoom * this.#pixelRatio;
    return {
      scale,
      x: Math.round(-x * scale),
      y: Math.round(-y * scale),
      zoom,
      isSettled: this.#isZoomSettled(performance.now()),
    };
  }

  #topScene(): TopScene {
    const { selection, editing, readOnly, theme } = this.#editor.store.getState();
    return {
      gesture: this.#editor.gestures.current,
      selection,
      editing,
      readOnly,
      displaced: this.#displaced,
      theme,
    };
  }

  #peopleScene(now: number): PeopleScene {
    return {
      peers: this.#editor.presence.others(),
      cursors: this.#cursors.shown(now),
      displaced: this.#displaced,
      theme: this.#scene.theme,
    };
  }

  #createScene(): Scene {
    const { board, store, presence, me } = this.#editor;
    const { theme, locale } = store.getState();
    return {
      theme,
      locale,
      element: (id) => board.get(id),
      children: (id) => board.tree.children(id),
      person: (id) => {
        if (id === me.participant) return me.name || undefined;
        for (const { entry } of presence.others().values())
          if (entry.participant === id) return entry.name || undefined;
        return undefined;
      },
    };
  }
}
