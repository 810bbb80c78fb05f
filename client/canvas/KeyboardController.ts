/**
 * Keys and the clipboard of the canvas. Keys typed into fields and dialogs never arrive here; single letters only count while the canvas
 * (or nothing) has the focus. Tab walks the elements and may leave: past the last one, or after an Escape that had nothing to give up.
 */
import type { Dispose } from '../../shared/lib/disposable.ts';
import type { Editor } from '../editor/Editor.ts';
import { takeGridKey, takesGridTab } from '../editor/grid/gridKeys.ts';
import { arrowOf, commandFor, matches } from '../editor/keyboard.ts';
import { MapKeys } from '../editor/mindmap/mapKeys.ts';
import { takePinKey } from '../editor/pins/pinKeys.ts';
import { TOOLS } from '../tools/registry.ts';
import { listenToDrops } from './drops.ts';
import type { PointerController } from './PointerController.ts';

/** Board units an arrow moves the selection, alone and with shift; screen pixels it moves the view. */
const NUDGE = 4;
const NUDGE_FAR = 40;
const PAN_PX = 80;

export class KeyboardController {
  readonly #editor: Editor;
  readonly #surface: HTMLElement;
  readonly #pointer: PointerController;
  readonly #abort = new AbortController();
  readonly #mapKeys: MapKeys;
  #mayTabLeave = false;

  constructor(editor: Editor, surface: HTMLElement, pointer: PointerController) {
    this.#editor = editor;
    this.#surface = surface;
    this.#pointer = pointer;
    this.#mapKeys = new MapKeys(editor.mindMaps);
    const { signal } = this.#abort;
    document.addEventListener('keydown', (event) => this.#keyDown(event), { signal });
    // Who works by keyboard sees where the focus is; who points does not need a ring around the whole wall.
    document.addEventListener('keydown', () => surface.toggleAttribute('data-by-keys', true), {
      signal,
      capture: true,
    });
    document.addEventListener('pointerdown', () => surface.removeAttribute('data-by-keys'), { signal, capture: true });
    document.addEventListener('keyup', (event) => event.key === ' ' && pointer.holdSpace(false), { signal });
    window.addEventListener('blur', () => pointer.holdSpace(false), { signal });
    document.addEventListener('copy', (event) => this.#copy(event, () => editor.clipboard.copy()), { signal });
    document.addEventListener('cut', (event) => this.#copy(event, () => editor.clipboard.cut()), { signal });
    document.addEventListener('paste', (event) => this.#paste(event), { signal });
    listenToDrops(editor, surface, signal);
  }

  dispose: Dispose = () => this.#abort.abort();

  #keyDown(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.isComposing || this.#isAway) return;
    if (this.#runAnywhere(event) || isField(event.target)) return;
    const hasFocus = this.#hasFocus(event.target);
    const isModified = event.ctrlKey || event.metaKey;
    if (!hasFocus && !(isModified && !isInDialog(event.target))) return;
    // The browser does these itself, by the events we listen to; our own command would ask for them a second time.
    if (isModified && ['c', 'x', 'v'].includes(event.key.toLowerCase())) return;
    const { extras } = this.#editor;
    if (extras.isAwaited && this.#waits(event)) {
      event.preventDefault();
      extras.after(({ replayKey }) => replayKey(event));
      return;
    }
    if (event.key === 'Tab' && !this.#mayTabTake(event.target, event.shiftKey ? -1 : 1)) return;
    // Escape first gives up what is under way; when nothing is left to give up, Tab is free to leave.
    this.#mayTabLeave = event.key === 'Escape' && !this.#editor.commands.get('select.none').enabled();
    if (event.key === ' ' && hasFocus) {
      this.#pointer.holdSpace(true);
      event.preventDefault();
      return;
    }
    if (
      hasFocus &&
      takeGridKey(this.#editor.grids, this.#editor.extras, event, this.#editor.store.getState().readOnly)
    ) {
      event.preventDefault();
      return;
    }
    if (hasFocus && this.#mapKeys.take(event, this.#editor.store.getState().readOnly)) {
      event.preventDefault();
      return;
    }
    if (
      hasFocus &&
      takePinKey(this.#editor.mapPins, this.#editor.extras, event, this.#editor.store.getState().readOnly)
    ) {
      event.preventDefault();
      return;
    }
    if (hasFocus && this.#arrow(event)) {
      event.preventDefault();
      return;
    }
    if (hasFocus && event.key === 'Enter' && !isModified && this.#placeByKey()) {
      event.preventDefault();
      return;
    }
    const command = commandFor(this.#editor.commands.list, event);
    if (!command) return;
    event.preventDefault();
    if (event.key !== 'Escape' || !this.#giveUp()) command.run();
    if (event.key === 'Tab') this.#mapKeys.cameByTab(this.#editor.selection.single);
    this.#pointer.showCursor();
  }

  /** Whether a key comes after what waits: it may mean something else by then. Not those of the browser, of the focus and of the hand. */
  #waits(key: KeyboardEvent): boolean {
    if (!key.ctrlKey && !key.metaKey && !key.altKey) return !/^(Tab| |F\d+)$/u.test(key.key);
    return this.#editor.commands.list.some(({ shortcut }) => shortcut?.some((one) => matches(one, key)));
  }

  /** Escape gives up what hands have under way, and then nothing else: the selection and the tool wait for the next one. */
  #giveUp(): boolean {
    const { store, tools } = this.#editor;
    const { busy } = store.getState();
    const wasPressed = this.#pointer.cancel();
    // A line of which only the beginning was clicked is held by no press.
    if (busy) tools.cancel();
    return busy || wasPressed;
  }

  /** Some commands (the palette, the search) are there while one types too; a dialog keeps its keys. */
  #runAnywhere(event: KeyboardEvent): boolean {
    if (isInDialog(event.target)) return false;
    const { commands } = this.#editor;
    const command = commandFor(
      commands.list.filter(({ anywhere }) => anywhere),
      event,
    );
    if (!command) return false;
    event.preventDefault();
    command.run();
    return true;
  }

  #arrow(event: KeyboardEvent): boolean {
    const direction = arrowOf(event);
    if (!direction) return false;
    const { store, camera, placing, writes, selection, board } = this.#editor;
    const { readOnly } = store.getState();
    if (selection.ids.size > 0 && !readOnly) {
      // Where places have scores, an arrow goes a hundredth of the way, and says what came of it.
      const unit = placing.step() ?? { x: NUDGE, y: NUDGE };
      const times = event.shiftKey ? NUDGE_FAR / NUDGE : 1;
      writes.nudge({ x: direction.x * unit.x * times, y: direction.y * unit.y * times });
      const { single } = selection;
      if (single !== null) placing.say(single);
      const bounds = single === null ? null : board.bounds(single);
      if (bounds) camera.reveal(bounds);
    } else camera.panBy({ x: -direction.x * PAN_PX, y: -direction.y * PAN_PX });
    return true;
  }

  /** A note, label or area in hand is put in the middle of the view by Enter: no pointer needed. */
  #placeByKey(): boolean {
    const { store, writes, camera, tools, selection, typing, board } = this.#editor;
    const { tool, readOnly } = store.getState();
    const { adds, byKey } = TOOLS[tool];
    if (readOnly || adds === undefined || !byKey) return false;
    const id = writes.placeBeside(adds, camera.middle());
    tools.use('select');
    this.#pointer.showCursor();
    if (id === null) return true;
    selection.set([id]);
    const bounds = board.bounds(id);
    if (bounds) camera.reveal(bounds);
    typing.begin(id, { fresh: true });
    return true;
  }

  /** Whether Tab walks the elements: only with the focus on the canvas itself, and until it may leave. */
  #mayTabTake(target: EventTarget | null, direction: 1 | -1): boolean {
    if (target !== this.#surface || this.#mayTabLeave) return false;
    if (direction === 1 && this.#mapKeys.takesTab(this.#editor.store.getState().readOnly)) return true;
    if (takesGridTab(this.#editor.grids, direction)) return true;
    return this.#editor.selection.neighbour(direction) !== null;
  }

  #copy(event: ClipboardEvent, take: () => { text: string; html: string } | null): void {
    if (isField(event.target) || !this.#mayHaveClipboard(event.target) || hasSelectedText()) return;
    const flavours = take();
    if (!flavours || !event.clipboardData) return;
    event.clipboardData.setData('text/plain', flavours.text);
    if (flavours.html !== '') event.clipboardData.setData('text/html', flavours.html);
    event.preventDefault();
  }

  #paste(event: ClipboardEvent): void {
    if (isField(event.target) || !this.#mayHaveClipboard(event.target) || !event.clipboardData) return;
    const text = event.clipboardData.getData('text/plain');
    const html = event.clipboardData.getData('text/html');
    const files = [...event.clipboardData.files];
    if (this.#editor.clipboard.paste({ text, html, files })) event.preventDefault();
  }

  #mayHaveClipboard(target: EventTarget | null): boolean {
    return !this.#isAway && (this.#hasFocus(target) || !isInDialog(target));
  }

  /** Whether the page keeps the canvas out of reach: the board is still on its way. */
  get #isAway(): boolean {
    return this.#surface.closest('[inert]') !== null;
  }

  #hasFocus(target: EventTarget | null): boolean {
    return target === document.body || (target instanceof Node && this.#surface.contains(target));
  }
}

const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/u.test(target.tagName));

/** A dialog has its own keys and its own clipboard; a menu's « Copier » is about the board. */
const isInDialog = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('[role="dialog"], [role="alertdialog"]') !== null;

/** Somebody marked words of the page and wants those. */
const hasSelectedText = (): boolean => (window.getSelection()?.toString() ?? '') !== '';
