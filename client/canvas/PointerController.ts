/**
 * From the browser's pointers to the tools: which finger does what, double clicks, long presses, pinches, the wheel, and the hand that
 * space, the middle and the right button bring. Decides nothing about elements.
 */

import { distance, type ScreenPoint } from '../../shared/geometry/vec.ts';
import type { Dispose } from '../../shared/lib/disposable.ts';
import { type Camera, pinch } from '../editor/Camera.ts';
import type { Editor } from '../editor/Editor.ts';
import type { PointerInput, Tool } from '../tools/Tool.ts';

type Mode =
  | { readonly name: 'idle' }
  | {
      readonly name: 'tool';
      readonly pointer: number;
      readonly tool: Tool;
      readonly from: ScreenPoint;
      hasMoved: boolean;
    }
  | {
      readonly name: 'pinch';
      readonly pointers: readonly [number, number];
      readonly from: readonly [ScreenPoint, ScreenPoint];
      readonly camera: Camera;
    };

const IDLE: Mode = { name: 'idle' };
const LONG_PRESS_MS = 500;
const DOUBLE_CLICK_MS = 400;
const STILL_PX = { mouse: 6, pen: 10, touch: 24 } as const;
/** Near this edge of the canvas a drag moves the view, at most so many pixels a frame. */
const EDGE_PX = 28;
const EDGE_SPEED = 14;

export class PointerController {
  readonly #editor: Editor;
  readonly #surface: HTMLElement;
  readonly #points = new Map<number, ScreenPoint>();
  readonly #abort = new AbortController();
  #mode: Mode = IDLE;
  #last: PointerInput | null = null;
  #lastClick: { readonly at: number; readonly screen: ScreenPoint; readonly tool: Tool } | null = null;
  #longPress: ReturnType<typeof setTimeout> | undefined;
  #edgeFrame = 0;
  #isSpaceHeld = false;
  #rect: DOMRect;

  constructor(editor: Editor, surface: HTMLElement) {
    this.#editor = editor;
    this.#surface = surface;
    this.#rect = surface.getBoundingClientRect();
    const { signal } = this.#abort;
    const active = { signal, passive: false };
    surface.addEventListener('pointerdown', (event) => this.#down(event), { signal });
    surface.addEventListener('pointermove', (event) => this.#move(event), { signal });
    surface.addEventListener('pointerup', (event) => this.#up(event), { signal });
    surface.addEventListener('pointercancel', (event) => this.#lose(event.pointerId), { signal });
    surface.addEventListener('pointerleave', (event) => this.#leave(event), { signal });
    surface.addEventListener('wheel', (event) => this.#wheel(event), active);
    surface.addEventListener('contextmenu', (event) => event.preventDefault(), { signal });
    // Mouse events made up after a touch would take the focus away from a text field just opened.
    surface.addEventListener('touchend', (event) => event.preventDefault(), active);
    surface.addEventListener('mousedown', (event) => event.preventDefault(), { signal });
    this.#listenToTrackpadPinch(active);
    this.showCursor();
  }

  /** The canvas has another place or size. */
  measure(): void {
    this.#rect = this.#surface.getBoundingClientRect();
  }

  /** Space is down or up again: the hand is there meanwhile. */
  holdSpace(isHeld: boolean): void {
    if (this.#isSpaceHeld === isHeld) return;
    this.#isSpaceHeld = isHeld;
    this.showCursor();
  }

  /** Gives up what is under way, as Escape does. */
  cancel(): void {
    if (this.#mode.name === 'tool') this.#mode.tool.cancel();
    this.#mode = IDLE;
    clearTimeout(this.#longPress);
    this.showCursor();
  }

  showCursor(): void {
    const { tools } = this.#editor;
    const tool = this.#mode.name === 'tool' ? this.#mode.tool : this.#isSpaceHeld ? tools.hand : tools.current;
    const cursor = tool.cursor();
    if (this.#surface.style.cursor !== cursor) this.#surface.style.cursor = cursor;
  }

  dispose: Dispose = () => {
    this.#abort.abort();
    clearTimeout(this.#longPress);
    cancelAnimationFrame(this.#edgeFrame);
  };

  #down(event: PointerEvent): void {
    this.measure();
    const input = this.#input(event);
    this.#points.set(event.pointerId, input.screen);
    this.#capture(event.pointerId);
    if (event.pointerType === 'touch' && this.#points.size === 2 && this.#mode.name !== 'pinch') {
      this.#beginPinch();
      return;
    }
    if (this.#mode.name !== 'idle') return;
    const { tools } = this.#editor;
    const byHand = event.button === 1 || event.button === 2 || this.#isSpaceHeld;
    const tool = byHand ? tools.hand : tools.current;
    // A double click belongs to the tool of its first half: the second may not end, or double, what that one has put down.
    if (this.#lastClick && this.#lastClick.tool !== tool && this.#isSecondClick(input)) {
      this.#lastClick = null;
      return;
    }
    this.#mode = { name: 'tool', pointer: event.pointerId, tool, from: input.screen, hasMoved: false };
    if (!this.#editor.store.getState().editing) this.#surface.focus({ preventScroll: true });
    tool.onPointerDown(input);
    if (!this.#editor.store.getState().editing) this.#surface.focus({ preventScroll: true });
    if (input.device !== 'mouse') this.#armLongPress(input);
    this.showCursor();
  }

  #move(event: PointerEvent): void {
    const input = this.#input(event);
    this.#last = input;
    if (this.#points.has(event.pointerId)) this.#points.set(event.pointerId, input.screen);
    this.#showOwnCursor(input);
    const mode = this.#mode;
    if (mode.name === 'pinch') {
      this.#pinch(mode);
      return;
    }
    if (mode.name === 'idle') {
      if (input.device === 'mouse' && !this.#isSpaceHeld) this.#editor.tools.current.onPointerMove(input);
    } else if (mode.pointer === event.pointerId) {
      if (!mode.hasMoved && distance(mode.from, input.screen) > STILL_PX[input.device] / 2) {
        mode.hasMoved = true;
        clearTimeout(this.#longPress);
      }
      mode.tool.onPointerMove(input);
      this.#panAtEdge();
    }
    this.showCursor();
  }

  #up(event: PointerEvent): void {
    const input = this.#input(event);
    this.#points.delete(event.pointerId);
    clearTimeout(this.#longPress);
    const mode = this.#mode;
    if (mode.name === 'pinch') {
      if (this.#points.size < 2) this.#mode = IDLE;
      return;
    }
    if (mode.name !== 'tool' || mode.pointer !== event.pointerId) return;
    this.#mode = IDLE;
    mode.tool.onPointerUp(input);
    this.#countClick(mode.tool, input, mode.hasMoved || event.button !== 0);
    if (input.device !== 'mouse') this.#leave(event);
    this.showCursor();
  }

  #countClick(tool: Tool, input: PointerInput, isNoClick: boolean): void {
    const isDouble = this.#isSecondClick(input);
    this.#lastClick = null;
    if (isNoClick) return;
    if (isDouble) tool.onDoubleClick(input);
    else this.#lastClick = { at: performance.now(), screen: input.screen, tool };
  }

  #isSecondClick({ screen, device }: PointerInput): boolean {
    const before = this.#lastClick;
    return (
      before !== null &&
      performance.now() - before.at < DOUBLE_CLICK_MS &&
      distance(before.screen, screen) < STILL_PX[device]
    );
  }

  #lose(pointer: number): void {
    this.#points.delete(pointer);
    const mode = this.#mode;
    if (mode.name === 'pinch' ? mode.pointers.includes(pointer) : mode.name === 'tool' && mode.pointer === pointer)
      this.cancel();
  }

  #leave(event: PointerEvent): void {
    if (this.#points.has(event.pointerId)) return;
    this.#editor.clipboard.setPointer(null);
    if (!this.#editor.store.getState().readOnly) this.#editor.presence.set({ cursor: undefined });
  }

  #showOwnCursor({ page, device }: PointerInput): void {
    this.#editor.clipboard.setPointer(device === 'touch' ? null : page);
    if (this.#editor.store.getState().readOnly) return;
    this.#editor.presence.set({ cursor: [Math.round(page.x * 10) / 10, Math.round(page.y * 10) / 10] });
  }

  #armLongPress(input: PointerInput): void {
    clearTimeout(this.#longPress);
    this.#longPress = setTimeout(() => {
      if (this.#mode.name !== 'tool' || this.#mode.hasMoved) return;
      this.#mode.tool.onLongPress(input);
      this.#mode.hasMoved = true;
      this.showCursor();
    }, LONG_PRESS_MS);
  }

  #beginPinch(): void {
    this.cancel();
    const [a, b] = [...this.#points];
    if (!a || !b) return;
    this.#mode = {
      name: 'pinch',
      pointers: [a[0], b[0]],
      from: [a[1], b[1]],
      camera: this.#editor.camera.current,
    };
  }

  #pinch({ pointers, from, camera }: Extract<Mode, { name: 'pinch' }>): void {
    const a = this.#points.get(pointers[0]);
    const b = this.#points.get(pointers[1]);
    if (a && b) this.#editor.camera.set(pinch(camera, from, [a, b]));
  }

  #wheel(event: WheelEvent): void {
    event.preventDefault();
    const { camera } = this.#editor;
    const unit =
      event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : event.deltaMode === WheelEvent.DOM_DELTA_PAGE ? 400 : 1;
    const x = event.deltaX * unit;
    const y = event.deltaY * unit;
    if (event.ctrlKey || event.metaKey) {
      // A notch of a wheel counts 100 and more, a pinch on a trackpad a few: neither may leap.
      const by = Math.min(24, Math.max(-24, y));
      camera.zoomAt(this.#screen(event), camera.current.zoom * Math.exp(-by / 100));
    } else if (event.shiftKey && x === 0) camera.panBy({ x: -y, y: 0 });
    else camera.panBy({ x: -x, y: -y });
    this.#follow();
  }

  /** The view moved under a pointer that did not: whatever is being dragged comes along. */
  #follow(): void {
    if (!this.#last) return;
    const input = { ...this.#last, page: this.#editor.camera.toPage(this.#last.screen) };
    this.#last = input;
    this.#showOwnCursor(input);
    if (this.#mode.name === 'tool' && this.#editor.store.getState().busy) this.#mode.tool.onPointerMove(input);
  }

  #panAtEdge(): void {
    if (this.#edgeFrame !== 0 || !this.#editor.store.getState().busy) return;
    this.#edgeFrame = requestAnimationFrame(() => {
      this.#edgeFrame = 0;
      if (this.#mode.name !== 'tool' || !this.#last || !this.#editor.store.getState().busy) return;
      const { x, y } = this.#last.screen;
      const push = (at: number, size: number): number => {
        const over = at < EDGE_PX ? EDGE_PX - at : at > size - EDGE_PX ? size - EDGE_PX - at : 0;
        return (Math.max(-EDGE_PX, Math.min(EDGE_PX, over)) / EDGE_PX) * EDGE_SPEED;
      };
      const by = { x: push(x, this.#rect.width), y: push(y, this.#rect.height) };
      if (by.x === 0 && by.y === 0) return;
      this.#editor.camera.panBy(by);
      this.#follow();
      this.#panAtEdge();
    });
  }

  /** Safari tells a trackpad's pinch by its own events. */
  #listenToTrackpadPinch(options: { readonly signal: AbortSignal; readonly passive: boolean }): void {
    let startZoom = 1;
    const on = (name: string, handle: (event: MouseEvent & { readonly scale: number }) => void): void =>
      this.#surface.addEventListener(
        name,
        (event) => {
          event.preventDefault();
          if (this.#points.size === 0) handle(event as MouseEvent & { readonly scale: number });
        },
        options,
      );
    on('gesturestart', () => {
      startZoom = this.#editor.camera.current.zoom;
    });
    on('gesturechange', (event) => this.#editor.camera.zoomAt(this.#screen(event), startZoom * event.scale));
  }

  #capture(pointer: number): void {
    try {
      this.#surface.setPointerCapture(pointer);
    } catch {
      // The pointer is gone already (a pen lifted, a synthetic event): its moves simply end at the edge.
    }
  }

  #screen(event: { readonly clientX: number; readonly clientY: number }): ScreenPoint {
    return { x: event.clientX - this.#rect.left, y: event.clientY - this.#rect.top };
  }

  #input(event: PointerEvent): PointerInput {
    const screen = this.#screen(event);
    return {
      screen,
      page: this.#editor.camera.toPage(screen),
      device: event.pointerType === 'touch' || event.pointerType === 'pen' ? event.pointerType : 'mouse',
      shift: event.shiftKey,
      alt: event.altKey,
      mod: event.ctrlKey || event.metaKey,
    };
  }
}
