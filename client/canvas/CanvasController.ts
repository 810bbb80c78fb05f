/**
 * Keeps the three layers true to the editor: the board, what hands move (top), the others (people). Subscribes to everything that changes
 * a pixel and asks for frames of just the layers concerned. Wiring; the painting is in the painters.
 */
import type { Layer } from 'konva/lib/Layer.js';
import type { ElementId, Scene } from '../../shared/elements/ElementKind.ts';
import type { Vec } from '../../shared/geometry/vec.ts';
import { Disposables, type Dispose } from '../../shared/lib/disposable.ts';
import { PEOPLE_HUES } from '../../shared/theme/tokens.ts';
import { screenOf } from '../editor/Camera.ts';
import type { Editor } from '../editor/Editor.ts';
import { bitmapBudget } from './BitmapCache.ts';
import { BoardPainter } from './BoardPainter.ts';
import { Cursors } from './Cursors.ts';
import type { CanvasLayers } from './createStage.ts';
import { type DeviceView, ElementPainter, FIRST_FRAME, type FrameTime } from './ElementPainter.ts';
import { FrameLoop, type LayerName } from './FrameLoop.ts';
import { loadFonts } from './fonts.ts';
import { Holding } from './Holding.ts';
import { IdleWork } from './IdleWork.ts';
import { PeoplePainter, type PeopleScene } from './PeoplePainter.ts';
import { RemoteDrags } from './RemoteDrags.ts';
import { StuckNames } from './StuckNames.ts';
import { Symbols } from './Symbols.ts';
import { TopPainter, type TopScene } from './TopPainter.ts';
import { Trails } from './Trails.ts';

const FRAME: FrameTime = { bitmaps: 6, all: 10 };
/** While one zooms, bitmaps are soon of no use. */
const ZOOMING: FrameTime = { bitmaps: 3, all: 4 };
/** A zoom that has not changed for so long rests. */
const SETTLE_MS = 140;
/** A camera that has not moved for so long rests. */
const REST_MS = 200;

export class CanvasController {
  readonly #editor: Editor;
  readonly #layers: CanvasLayers;
  readonly #disposables = new Disposables();
  readonly #loop = new FrameLoop((asked) => this.#paint(asked));
  readonly #elements: ElementPainter;
  readonly #stuckNames: StuckNames;
  readonly #board: BoardPainter;
  readonly #top: TopPainter;
  readonly #people: PeoplePainter;
  readonly #remoteDrags: RemoteDrags;
  readonly #cursors = new Cursors(() => matchMedia('(prefers-reduced-motion: reduce)').matches);
  readonly #trails = new Trails();
  #displaced: ReadonlyMap<ElementId, Vec> = new Map();
  readonly #holding: Holding;
  #scene: Scene;
  #pixelRatio = 1;
  #zoomedAt = Number.NEGATIVE_INFINITY;
  #movedAt = Number.NEGATIVE_INFINITY;
  #hasFonts = false;
  /** Whether the board has been painted with something on it. */
  #hasShown = false;
  readonly #symbols: Symbols;
  readonly #idle = new IdleWork((isOver) => this.#prepare(isOver));
  readonly #painted = new Map<LayerName, boolean>();

  constructor(editor: Editor, layers: CanvasLayers) {
    this.#editor = editor;
    this.#layers = layers;
    this.#symbols = new Symbols(editor.board, () => this.#repaintAll());
    this.#holding = new Holding(editor.board, editor.index);
    this.#scene = this.#createScene();
    this.#elements = new ElementPainter({
      scene: () => this.#scene,
      now: () => performance.now(),
      budget: bitmapBudget(matchMedia('(pointer: coarse)').matches),
    });
    this.#stuckNames = new StuckNames(editor.index, () => this.#scene);
    this.#board = new BoardPainter(editor.index, this.#elements, this.#stuckNames);
    this.#top = new TopPainter(editor.board, editor.index, this.#elements);
    this.#people = new PeoplePainter(editor.board);
    this.#remoteDrags = new RemoteDrags((id) => editor.board.get(id));
    this.#subscribe();
    // No bitmap before the fonts: a canvas never corrects what it painted in another face.
    void loadFonts().then(() => {
      this.#hasFonts = true;
      this.#board.invalidate();
      this.#loop.request('board', 'top', 'people');
    });
  }

  /** Fits the stage to its parent, at once. */
  resize(width: number, height: number, pixelRatio: number): void {
    const { stage, board, top, people } = this.#layers;
    // Browsers tell the size once more when one begins to watch it.
    const { w, h } = this.#editor.camera.viewport;
    if (
      w === width &&
      h === height &&
      stage.width() === width &&
      stage.height() === height &&
      this.#pixelRatio === pixelRatio
    )
      return;
    this.#pixelRatio = pixelRatio;
    stage.size({ width, height });
    for (const layer of [board, top, people]) {
      const canvas = layer.getCanvas();
      if (canvas.getPixelRatio() !== pixelRatio) canvas.setPixelRatio(pixelRatio);
      // We test hits through the spatial index: Konva's own hit canvases would only take memory.
      layer.getHitCanvas().setSize(0, 0);
    }
    this.#editor.camera.resize({ w: width, h: height }, pixelRatio);
    this.#board.invalidate();
    this.#painted.clear();
    this.#loop.request('board', 'top', 'people');
    // Before the browser shows the emptied canvases.
    this.#loop.flush();
  }

  #draw(name: LayerName): void {
    const ctx = this.#layers[name].getContext()._context as CanvasRenderingContext2D;
    const view = this.#view();
    const size = { width: ctx.canvas.width, height: ctx.canvas.height };
    // Whatever a painter leaves set is not there at the next frame.
    ctx.save();
    if (name === 'board') this.#board.paint(ctx, view, this.#scene.theme, size);
    else if (name === 'top') this.#top.paint(ctx, view, this.#topScene(), size);
    else this.#people.paint(ctx, view, this.#peopleScene(performance.now()), size);
    ctx.restore();
  }

  /** What was shown by a stand-in is painted in another frame. */
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

  /** The most frames in a row in which a note was shown without its text, since this was last asked: for benches and tests. */
  takeMostBlank(): number {
    return this.#elements.takeMostBlank();
  }

  dispose(): void {
    this.#disposables.dispose();
    this.#loop.dispose();
    this.#idle.dispose();
    this.#top.release({ gestures: [], displaced: new Map() });
    this.#elements.bitmaps.clear();
  }

  #subscribe(): void {
    const { store, index, gestures, presence, typing, names } = this.#editor;
    const keep = (dispose: Dispose): void => void this.#disposables.add(dispose);
    keep(
      store.subscribe((state, old) => {
        if (state.camera !== old.camera) {
          // The first look at a board is no zoom: there is nothing yet that would change its size.
          const now = performance.now();
          if (state.camera.zoom !== old.camera.zoom && this.#hasShown) this.#zoomedAt = now;
          this.#movedAt = now;
          this.#board.move();
          this.#loop.request('board', 'top', 'people');
        }
        if (state.theme !== old.theme || state.locale !== old.locale) {
          this.#scene = this.#createScene();
          this.#repaintAll();
        }
        const { selection, found, pin, cell } = state;
        const isMarkedAnew = selection !== old.selection || found !== old.found || pin !== old.pin || cell !== old.cell;
        if (isMarkedAnew || state.editing !== old.editing || state.readOnly !== old.readOnly) this.#loop.request('top');
      }),
    );
    keep(
      index.onChange(({ changed, deleted, damage }) => {
        this.#board.damage(damage);
        this.#elements.forget(deleted);
        this.#stuckNames.take(deleted);
        this.#stuckNames.take(changed);
        this.#top.forget([...changed, ...deleted, ...index.dependents(changed)]);
        this.#symbols.lookAt(changed);
        this.#holding.forget();
        if (gestures.all.length > 0) this.#lift();
        this.#updateDrags();
        if (!TopPainter.isEmpty(this.#topScene())) this.#loop.request('top');
        if (this.#painted.get('people')) this.#loop.request('people');
        if (this.#board.isDirty) this.#loop.request('board');
      }),
    );
    keep(
      gestures.onChange(() => {
        this.#lift();
        this.#top.release(this.#topScene());
        this.#updateTrails();
        this.#loop.request('top');
      }),
    );
    keep(
      this.#editor.pictures.onChange(() => {
        this.#top.forgetAll();
        this.#board.invalidate();
        this.#loop.request('board', 'top');
      }),
    );
    keep(
      presence.subscribe(() => {
        const now = performance.now();
        this.#cursors.update(presence.others(), now);
        this.#updateDrags();
        this.#updateTrails();
        this.#loop.request('people');
      }),
    );
    keep(names.onChange((isBorne) => isBorne && this.#repaintAll()));
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
    const { top, people } = this.#layers;
    if (!this.#hasFonts) return;
    const now = performance.now();
    this.#elements.beginFrame(this.#frameTime(now));
    if (asked.has('board')) {
      if (this.#board.isDirty) this.#draw('board');
      this.#hasShown ||= this.#editor.index.size > 0;
      this.#idle.request();
      if (!this.#isZoomSettled(now)) {
        this.#loop.requestAt(this.#zoomedAt + SETTLE_MS, 'board');
        this.#board.invalidate();
      }
    }
    if (asked.has('top')) this.#drawUnlessEmpty('top', top, TopPainter.isEmpty(this.#topScene()));
    if (asked.has('people')) {
      this.#drawUnlessEmpty('people', people, PeoplePainter.isEmpty(this.#peopleScene(now)));
      if (this.#trails.shown(now).fades) this.#loop.request('people');
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

  #frameTime(now: number): FrameTime {
    if (!this.#hasShown) return FIRST_FRAME;
    return this.#isZoomSettled(now) ? FRAME : ZOOMING;
  }

  /** What a later frame, or a hand, would wait for. */
  #prepare(isOver: () => boolean): boolean {
    if (!this.#hasShown) return false;
    // A frame is on its way: after it.
    if (this.#loop.isPending) return true;
    this.#symbols.look();
    if (this.#editor.index.prepare()) return true;
    const { width, height } = this.#layers.board.getNativeCanvasElement();
    const isTravelling = performance.now() - this.#movedAt < REST_MS;
    if (isTravelling) this.#loop.requestAt(this.#movedAt + REST_MS, 'board');
    return this.#board.prepare(this.#view(), this.#scene, { width, height }, isTravelling, isOver);
  }

  /** A layer with nothing on it is taken out of the page: even bare, it would be composited at each frame. */
  #drawUnlessEmpty(name: LayerName, layer: Layer, isEmpty: boolean): void {
    if (isEmpty && this.#painted.get(name) === false) return;
    layer.getNativeCanvasElement().style.display = isEmpty ? 'none' : 'block';
    if (!isEmpty) {
      const { stage } = this.#layers;
      layer.getCanvas().setSizeIfChanged(stage.width(), stage.height());
      this.#draw(name);
    }
    this.#painted.set(name, !isEmpty);
  }

  #repaintAll(): void {
    this.#elements.bitmaps.clear();
    this.#top.forgetAll();
    this.#board.invalidate();
    this.#loop.request('board', 'top', 'people');
  }

  #updateDrags(): void {
    const before = this.#displaced;
    this.#remoteDrags.update(this.#editor.presence.others(), performance.now());
    this.#displaced = this.#remoteDrags.displaced();
    if (before.size === 0 && this.#displaced.size === 0) return;
    this.#lift();
    this.#top.release(this.#topScene());
    this.#loop.request('top', 'people');
  }

  #updateTrails(): void {
    const { presence, gestures } = this.#editor;
    if (this.#trails.take(presence.others(), gestures.current.trail, performance.now())) this.#loop.request('people');
  }

  /** Tells the board layer what the top layer shows in its place. */
  #lift(): void {
    if (!this.#holding.update(this.#editor.gestures.all, this.#displaced)) return;
    const { lifted, leaning } = this.#holding;
    this.#board.lift(leaning.size === 0 ? lifted : new Set([...lifted, ...leaning]));
    if (this.#board.isDirty) this.#loop.request('board');
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
    const { selection, pin, cell, editing, readOnly, mayAdd, theme, found } = this.#editor.store.getState();
    return {
      gestures: this.#editor.gestures.all,
      selection,
      pin,
      editing,
      readOnly,
      mayAdd,
      displaced: this.#displaced,
      leaning: this.#holding.leaning,
      found,
      cell: cell && this.#editor.grids.boxOf(cell),
      theme,
    };
  }

  #peopleScene(now: number): PeopleScene {
    return {
      peers: this.#editor.presence.others(),
      cursors: this.#cursors.shown(now),
      trails: this.#trails.shown(now).lines,
      ownHue: PEOPLE_HUES[this.#editor.me.hue % PEOPLE_HUES.length] ?? PEOPLE_HUES[0],
      now,
      displaced: this.#displaced,
      theme: this.#scene.theme,
    };
  }

  #createScene(): Scene {
    const { board, store, names, pictures } = this.#editor;
    const { theme, locale } = store.getState();
    return {
      theme,
      locale,
      screen: () => screenOf(store.getState(), this.#pixelRatio),
      element: (id) => board.get(id),
      frame: (id) => this.#holding.frame(id),
      picture: (hash, width = Number.POSITIVE_INFINITY) => {
        const { zoom } = store.getState().camera;
        return pictures.get(hash, width * zoom * this.#pixelRatio);
      },
      children: (id) => board.tree.children(id),
      hiddenBelow: (id) => board.folds.count(id),
      arrangement: (id) => board.arrangements.of(id),
      person: (id) => names.of(id),
    };
  }
}
