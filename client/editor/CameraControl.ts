/**
 * Moves the camera kept in the store: at once for hands, eased for commands (never when the person asked for less motion). Knows the
 * size of the canvas and its pixel ratio, which the canvas tells.
 */
import type { StoreApi } from 'zustand/vanilla';
import type { Box } from '../../shared/geometry/box.ts';
import type { PagePoint, ScreenPoint, Vec } from '../../shared/geometry/vec.ts';
import type { Camera, Viewport } from './Camera.ts';
import * as cameras from './Camera.ts';
import type { EditorState } from './EditorState.ts';

export interface CameraClock {
  now(): number;
  /** Calls back at the next frame; returns its undo. */
  nextFrame(callback: () => void): () => void;
  isMotionReduced(): boolean;
}

const browserClock: CameraClock = {
  now: () => performance.now(),
  nextFrame: (callback) => {
    const handle = requestAnimationFrame(callback);
    return () => cancelAnimationFrame(handle);
  },
  isMotionReduced: () => matchMedia('(prefers-reduced-motion: reduce)').matches,
};

const EASE_MS = 200;
/** Steps of the zoom commands. */
const ZOOM_STOPS = [0.02, 0.05, 0.1, 0.15, 0.25, 0.33, 0.5, 0.67, 0.8, 1, 1.25, 1.5, 2, 3, 4, 6, 8];

export class CameraControl {
  readonly #store: StoreApi<EditorState>;
  readonly #clock: CameraClock;
  #pixelRatio = 1;
  #stopEasing: (() => void) | null = null;
  #goal: Camera | null = null;
  #covered = { left: 0, right: 0, top: 0, bottom: 0 };

  constructor(store: StoreApi<EditorState>, clock: CameraClock = browserClock) {
    this.#store = store;
    this.#clock = clock;
  }

  get current(): Camera {
    return this.#store.getState().camera;
  }

  get viewport(): Viewport {
    return this.#store.getState().viewport;
  }

  get pixelRatio(): number {
    return this.#pixelRatio;
  }

  /** Told by the canvas. What is in the middle stays in the middle. */
  resize(viewport: Viewport, pixelRatio: number): void {
    const { camera, viewport: old } = this.#store.getState();
    this.#pixelRatio = pixelRatio;
    if (viewport.w === old.w && viewport.h === old.h) return;
    const shift = { x: (viewport.w - old.w) / 2, y: (viewport.h - old.h) / 2 };
    this.#store.setState({ viewport, camera: this.#snap(cameras.panBy(camera, shift)) });
  }

  /** Puts the camera somewhere at once, ending any easing. */
  set(camera: Camera): void {
    this.#stop();
    this.#put(camera);
  }

  panBy(by: Vec): void {
    this.set(cameras.panBy(this.current, by));
  }

  zoomAt(at: ScreenPoint, zoom: number): void {
    this.set(cameras.zoomAt(this.current, at, zoom));
  }

  /** The next stop of the zoom above or below, about the middle. */
  zoomStep(direction: 1 | -1): void {
    const { zoom } = this.#goal ?? this.current;
    const stop =
      direction === 1
        ? ZOOM_STOPS.find((candidate) => candidate > zoom * 1.01)
        : ZOOM_STOPS.findLast((candidate) => candidate < zoom / 1.01);
    if (stop !== undefined) this.zoomTo(stop);
  }

  /** Eases to a zoom about the middle. */
  zoomTo(zoom: number): void {
    const { w, h } = this.viewport;
    this.easeTo(cameras.zoomAt(this.#goal ?? this.current, { x: w / 2, y: h / 2 }, zoom));
  }

  /** Told by the page: how much of the canvas its rail, panel and search cover, in CSS pixels. Nothing is brought into view behind them. */
  cover(covered: {
    readonly left: number;
    readonly right: number;
    readonly top?: number;
    readonly bottom?: number;
  }): void {
    this.#covered = { top: 0, bottom: 0, ...covered };
  }

  /** Eases to where a box is seen whole. */
  fit(box: Box, maxZoom = 1): void {
    const { x, y, zoom } = cameras.fit(box, this.#free(), maxZoom);
    this.easeTo({ x: x - this.#covered.left / zoom, y: y - this.#covered.top / zoom, zoom });
  }

  /** The box that `fit` leads back to: what is seen now, beside what covers it. */
  seen(): Box {
    const { x, y, zoom } = this.current;
    const { left, top } = this.#covered;
    return cameras.fitted({ x: x + left / zoom, y: y + top / zoom, zoom }, this.#free());
  }

  /** Eases by the smallest move after which a box is seen. */
  reveal(box: Box): void {
    const { x, y, zoom } = this.current;
    const left = this.#covered.left / zoom;
    const top = this.#covered.top / zoom;
    const seen = { x: x + left, y: y + top, zoom };
    const next = cameras.reveal(seen, box, this.#free());
    if (next !== seen) this.easeTo({ ...next, x: next.x - left, y: next.y - top });
  }

  easeTo(goal: Camera): void {
    this.#stop();
    if (this.#clock.isMotionReduced()) {
      this.#put(goal);
      return;
    }
    const from = this.current;
    const start = this.#clock.now();
    this.#goal = goal;
    const step = (): void => {
      const t = Math.min(1, (this.#clock.now() - start) / EASE_MS);
      if (t >= 1) {
        this.#stopEasing = null;
        this.#goal = null;
        this.#put(goal);
        return;
      }
      this.#put(cameras.between(from, goal, this.viewport, 1 - (1 - t) ** 3));
      this.#stopEasing = this.#clock.nextFrame(step);
    };
    this.#stopEasing = this.#clock.nextFrame(step);
  }

  toPage(screen: ScreenPoint): PagePoint {
    return cameras.toPage(this.current, screen);
  }

  toScreen(page: PagePoint): ScreenPoint {
    return cameras.toScreen(this.current, page);
  }

  /** The page point in the middle of the canvas. */
  middle(): PagePoint {
    const { w, h } = this.viewport;
    return this.toPage({ x: w / 2, y: h / 2 });
  }

  dispose(): void {
    this.#stop();
  }

  /** What is left of the canvas; never so little that nothing fits. */
  #free(): Viewport {
    const { w, h } = this.viewport;
    const { left, right, top, bottom } = this.#covered;
    return { w: Math.max(Math.min(w, 240), w - left - right), h: Math.max(Math.min(h, 200), h - top - bottom) };
  }

  #put(camera: Camera): void {
    const next = this.#snap(camera);
    const { x, y, zoom } = this.current;
    if (next.x !== x || next.y !== y || next.zoom !== zoom) this.#store.setState({ camera: next });
  }

  #snap(camera: Camera): Camera {
    return cameras.snapCamera(camera, this.#pixelRatio);
  }

  #stop(): void {
    this.#stopEasing?.();
    this.#stopEasing = null;
    this.#goal = null;
  }
}
