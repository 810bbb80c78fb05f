/**
 * From the browser's pointers to the tools: which finger does what, double clicks, long presses, pinches, the wheel, the hand that rests beside
 * a pen, and the hand that space, the middle and the right button bring. One gesture at a time is the rule; on a wall that several people
 * touch, every finger has its own. Decides nothing about elements.
 */

import { distance, type ScreenPoint } from '../../shared/geometry/vec.ts';
import type { Dispose } from '../../shared/lib/disposable.ts';
import { type Camera, pinch } from '../editor/Camera.ts';
import type { Editor } from '../editor/Editor.ts';
import type { PointerInput, PointerSample, Tool } from '../tools/Tool.ts';
import { Clicks, STILL_PX } from './Clicks.ts';
import { buttonOf } from './mouseButton.ts';
import { PalmGuard } from './PalmGuard.ts';
import { pushAtEdge } from './pushAtEdge.ts';
import { listenToTrackpadPinch } from './trackpadPinch.ts';
import { turnWheel } from './wheel.ts';

/** A pointer that is down, and the tool it works with. */
interface Press {
  readonly pointer: number;
  readonly hand: number;
  readonly tool: Tool;
  readonly button: number;
  readonly from: ScreenPoint;
  /** The element it came down on; `null`: the bare wall; `undefined`: it draws, whatever lies there. */
  readonly over: string | null | undefined;
  last: PointerInput;
  hasMoved: boolean;
  /** Whether it was held still for so long that it meant more than a tap. */
  wasHeld: boolean;
  longPress: ReturnType<typeof setTimeout> | undefined;
}

interface Pinch {
  readonly pointers: readonly [number, number];
  readonly from: readonly [ScreenPoint, ScreenPoint];
  readonly camera: Camera;
}

const LONG_PRESS_MS = 500;

export class PointerController {
  readonly #editor: Editor;
  readonly #surface: HTMLElement;
  readonly #points = new Map<number, ScreenPoint>();
  readonly #presses = new Map<number, Press>();
  readonly #palms = new PalmGuard();
  readonly #clicks = new Clicks(() => performance.now());
  readonly #abort = new AbortController();
  #pinching: Pinch | null = null;
  #last: PointerInput | null = null;
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
    // What a pressed pointer does is nobody else's: React would look for listeners up the page at each of its moves.
    for (const type of ['pointermove', 'mousemove'] as const)
      surface.addEventListener(type, (event) => this.#presses.size > 0 && event.stopPropagation(), { signal });
    surface.addEventListener('pointerup', (event) => this.#up(event), { signal });
    surface.addEventListener('pointercancel', (event) => this.#lose(event.pointerId), { signal });
    surface.addEventListener('lostpointercapture', (event) => this.#lose(event.pointerId), { signal });
    surface.addEventListener('pointerleave', (event) => this.#leave(event), { signal });
    surface.addEventListener('wheel', (event) => this.#wheel(event), active);
    surface.addEventListener('contextmenu', (event) => event.preventDefault(), { signal });
    // Mouse events made up after a touch would take the focus away from a text field just opened.
    surface.addEventListener('touchend', (event) => event.preventDefault(), active);
    surface.addEventListener('mousedown', (event) => event.preventDefault(), { signal });
    this.#listenToTrackpadPinch(signal);
    const stop = editor.store.subscribe(({ tool }, old) => tool !== old.tool && this.#dropIdle());
    signal.addEventListener('abort', stop);
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

  /** Gives up what is under way in every hand, as Escape does. Returns whether any was pressed. */
  cancel(): boolean {
    const wasPressed = this.#presses.size > 0;
    for (const press of [...this.#presses.values()]) this.#drop(press);
    this.#pinching = null;
    this.#palms.forget();
    this.showCursor();
    return wasPressed;
  }

  showCursor(): void {
    const { tools } = this.#editor;
    const [press] = this.#presses.values();
    const tool = press?.tool ?? (this.#isSpaceHeld ? tools.hand : tools.current);
    const cursor = tool.cursor();
    if (this.#surface.style.cursor !== cursor) this.#surface.style.cursor = cursor;
  }

  dispose: Dispose = () => {
    this.#abort.abort();
    for (const { longPress } of this.#presses.values()) clearTimeout(longPress);
    cancelAnimationFrame(this.#edgeFrame);
  };

  #down(event: PointerEvent): void {
    this.measure();
    const input = this.#input(event);
    const { device } = input;
    if (device === 'pen') this.#takePen(event.pointerId);
    // The first touch of a screen that had none: whatever is still held by a finger lost it without a word.
    if (device === 'touch' && event.isPrimary) for (const press of this.#touches()) this.#lose(press.pointer);
    const contact = device === 'touch' ? this.#palms.judge(event, performance.now()) : 'finger';
    if (contact === 'palm') return;
    this.#points.set(event.pointerId, input.screen);
    this.#capture(event.pointerId);
    if (this.#pinching) return;
    const over = device === 'touch' ? this.#editor.tools.over(input) : undefined;
    const partner = device === 'touch' ? this.#partnerFor(over) : undefined;
    if (partner) {
      this.#beginPinch(partner, event.pointerId);
      return;
    }
    if (this.#presses.size > 0 && !(this.#areSeveral && device === 'touch')) return;
    this.#press(event, input, contact === 'guarded', over);
  }

  #press(event: PointerEvent, input: PointerInput, isGuarded: boolean, over: Press['over']): void {
    const { tools } = this.#editor;
    const hand = this.#freeHand();
    const button = buttonOf(event, navigator.platform);
    const byHand = button === 1 || button === 2 || this.#isSpaceHeld || isGuarded;
    const tool = byHand ? tools.hand : tools.of(hand);
    // A double click belongs to the tool of its first half: the second may not end, or double, what that one has put down.
    const first = this.#clicks.first(input);
    if (button !== 2 && first && first.tool.id !== tool.id) {
      this.#clicks.forget(first);
      return;
    }
    const press: Press = {
      ...{ pointer: event.pointerId, hand, tool, button, over, from: input.screen, last: input },
      hasMoved: false,
      wasHeld: false,
      longPress: undefined,
    };
    this.#presses.set(event.pointerId, press);
    if (!this.#editor.store.getState().editing) this.#surface.focus({ preventScroll: true });
    tool.onPointerDown(input);
    if (!this.#editor.store.getState().editing) this.#surface.focus({ preventScroll: true });
    if (input.device !== 'mouse') this.#armLongPress(press);
    this.showCursor();
  }

  #move(event: PointerEvent): void {
    const input = this.#input(event);
    if (input.device === 'pen') this.#palms.penIsNear(performance.now());
    else if (input.device === 'touch' && !this.#points.has(event.pointerId)) return;
    const press = this.#presses.get(event.pointerId);
    if (press && input.device === 'touch' && this.#palms.judge(event, performance.now()) === 'palm') {
      // The fingertip has become a palm.
      this.#lose(event.pointerId);
      return;
    }
    this.#last = input;
    if (this.#points.has(event.pointerId)) this.#points.set(event.pointerId, input.screen);
    this.#showOwnCursor(input);
    if (this.#pinching) this.#pinch(this.#pinching);
    else if (press) {
      press.last = input;
      if (!press.hasMoved && distance(press.from, input.screen) > STILL_PX[input.device] / 2) {
        press.hasMoved = true;
        clearTimeout(press.longPress);
      }
      press.tool.onPointerMove(input);
      this.#panAtEdge(press);
    } else if (this.#presses.size === 0 && input.device === 'mouse' && !this.#isSpaceHeld)
      this.#editor.tools.current.onPointerMove(input);
    this.showCursor();
  }

  #up(event: PointerEvent): void {
    const input = this.#input(event);
    if (input.device === 'pen') this.#palms.penIsUp(event.pointerId, performance.now());
    this.#points.delete(event.pointerId);
    if (this.#pinching?.pointers.includes(event.pointerId)) {
      // The finger that stays begins nothing: it has to be lifted first.
      this.#pinching = null;
      return;
    }
    const press = this.#presses.get(event.pointerId);
    if (!press) return;
    clearTimeout(press.longPress);
    this.#presses.delete(event.pointerId);
    press.tool.onPointerUp(input);
    if (this.#asksForMenu(press)) this.#editor.ask({ menuAt: input.screen });
    const isClick = !press.hasMoved && press.button === 0;
    if (this.#clicks.count(press.tool, input, { isClick, areSeveral: this.#areSeveral }))
      press.tool.onDoubleClick?.(input);
    if (input.device !== 'mouse') this.#leave(event);
    this.showCursor();
  }

  /** A right click that was no drag; a finger held still on the bare wall, where it takes hold of nothing. */
  #asksForMenu({ button, from, last, over, tool, hasMoved, wasHeld }: Press): boolean {
    if (button === 2) return !hasMoved;
    return wasHeld && over === null && tool.id === 'select' && distance(from, last.screen) < STILL_PX.touch;
  }

  /** A pointer is gone without a word of its own: what it held goes back. */
  #lose(pointer: number): void {
    this.#points.delete(pointer);
    this.#palms.penIsUp(pointer, performance.now());
    if (this.#pinching?.pointers.includes(pointer)) this.#pinching = null;
    const press = this.#presses.get(pointer);
    if (!press) return;
    this.#drop(press);
    this.showCursor();
  }

  /** Gives up what a press has under way. */
  #drop(press: Press): void {
    clearTimeout(press.longPress);
    this.#presses.delete(press.pointer);
    press.tool.cancel();
  }

  /** The tool in the hands is another: a press whose machine gave up with the last one holds nothing any more. */
  #dropIdle(): void {
    for (const press of [...this.#presses.values()]) if (press.tool.state === 'idle') this.#drop(press);
    this.showCursor();
  }

  /** A pen comes down: whatever fingers were doing was the hand that holds it; whatever a pen was, it lost without a word. */
  #takePen(pointer: number): void {
    for (const { last, pointer: one } of [...this.#presses.values()]) if (last.device !== 'mouse') this.#lose(one);
    this.#palms.penIsDown(pointer, performance.now());
    this.#pinching = null;
  }

  #touches(): Press[] {
    return [...this.#presses.values()].filter(({ last }) => last.device === 'touch');
  }

  get #areSeveral(): boolean {
    return this.#editor.store.getState().hasSeveralHands;
  }

  /** The finger with which a new one makes a pinch; among several people's hands, only one on the same element, or on the bare wall too. */
  #partnerFor(over: Press['over']): Press | undefined {
    const touches = this.#touches();
    if (!this.#areSeveral) {
      const [first] = touches;
      if (first?.over && over && first.over !== over) this.#editor.offerSeveralHands();
      return first;
    }
    // Nobody changes the view under another's hand.
    if (over === undefined || this.#editor.store.getState().busy) return undefined;
    return touches.find((press) => press.over === over);
  }

  #freeHand(): number {
    const taken = new Set([...this.#presses.values()].map(({ hand }) => hand));
    for (let hand = 0; ; hand++) if (!taken.has(hand)) return hand;
  }

  #leave(event: PointerEvent): void {
    if (this.#points.has(event.pointerId)) return;
    const { store, gestures, clipboard } = this.#editor;
    clipboard.setPointer(null);
    // What hovering showed stays behind; a finger and a pen do not hover, and are told to leave by being lifted.
    if (event.pointerType === 'mouse' && !store.getState().busy) gestures.end();
    if (!store.getState().readOnly) this.#editor.presence.set({ cursor: undefined });
  }

  #showOwnCursor({ page, device }: PointerInput): void {
    this.#editor.clipboard.setPointer(device === 'touch' ? null : page);
    if (this.#editor.store.getState().readOnly) return;
    this.#editor.presence.set({ cursor: [Math.round(page.x * 10) / 10, Math.round(page.y * 10) / 10] });
  }

  #armLongPress(press: Press): void {
    press.longPress = setTimeout(() => {
      if (press.hasMoved || this.#presses.get(press.pointer) !== press) return;
      press.tool.onLongPress?.(press.last);
      press.hasMoved = true;
      press.wasHeld = true;
      this.showCursor();
    }, LONG_PRESS_MS);
  }

  #beginPinch(partner: Press, pointer: number): void {
    const a = this.#points.get(partner.pointer);
    const b = this.#points.get(pointer);
    this.#drop(partner);
    if (!a || !b) return;
    this.#pinching = { pointers: [partner.pointer, pointer], from: [a, b], camera: this.#editor.camera.current };
  }

  #pinch({ pointers, from, camera }: Pinch): void {
    const a = this.#points.get(pointers[0]);
    const b = this.#points.get(pointers[1]);
    if (a && b) this.#editor.camera.set(pinch(camera, from, [a, b]));
  }

  #wheel(event: WheelEvent): void {
    event.preventDefault();
    turnWheel(this.#editor.camera, event, this.#screen(event));
    this.#follow();
  }

  /** The view moved under pointers that did not: whatever is being dragged comes along. */
  #follow(): void {
    const { camera, store } = this.#editor;
    if (this.#last) {
      this.#last = { ...this.#last, page: camera.toPage(this.#last.screen) };
      this.#showOwnCursor(this.#last);
    }
    if (!store.getState().busy) return;
    for (const press of this.#presses.values()) {
      press.last = { ...press.last, page: camera.toPage(press.last.screen) };
      press.tool.onPointerMove(press.last);
    }
  }

  #panAtEdge(press: Press): void {
    // With several people at the wall, no hand moves the view under the others.
    if (this.#edgeFrame !== 0 || this.#areSeveral || !this.#editor.store.getState().busy) return;
    if (!pushAtEdge(press.last.screen, this.#rect)) return;
    this.#edgeFrame = requestAnimationFrame(() => {
      this.#edgeFrame = 0;
      if (!this.#presses.has(press.pointer) || !this.#editor.store.getState().busy) return;
      const by = pushAtEdge(press.last.screen, this.#rect);
      if (!by) return;
      this.#editor.camera.panBy(by);
      this.#follow();
      this.#panAtEdge(press);
    });
  }

  #listenToTrackpadPinch(signal: AbortSignal): void {
    const { camera } = this.#editor;
    let startZoom = 1;
    const pinching = {
      onStart: () => {
        if (this.#points.size === 0) startZoom = camera.current.zoom;
      },
      onChange: (event: MouseEvent, scale: number) => {
        if (this.#points.size === 0) camera.zoomAt(this.#screen(event), startZoom * scale);
      },
    };
    listenToTrackpadPinch(this.#surface, pinching, signal);
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

  #sample(event: PointerEvent): PointerSample {
    const screen = this.#screen(event);
    // A mouse, and many a finger, has no pressure to tell: 0 or 0.5, as the browser likes.
    const pressure = event.pointerType === 'mouse' || event.pressure === 0 ? 0.5 : event.pressure;
    return { screen, page: this.#editor.camera.toPage(screen), pressure };
  }

  #input(event: PointerEvent): PointerInput {
    const coalesced = event.type === 'pointermove' ? (event.getCoalescedEvents?.() ?? []) : [];
    return {
      ...this.#sample(event),
      ...(coalesced.length > 1 && { coalesced: coalesced.map((one) => this.#sample(one)) }),
      device: event.pointerType === 'touch' || event.pointerType === 'pen' ? event.pointerType : 'mouse',
      shift: event.shiftKey,
      alt: event.altKey,
      mod: event.ctrlKey || event.metaKey,
    };
  }
}
