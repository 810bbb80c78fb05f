import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openEditor, put } from '../../tests/helpers/editing.ts';
import type { PageRequest } from '../editor/commands/Command.ts';
import { KeyboardController } from './KeyboardController.ts';
import { PointerController } from './PointerController.ts';

type Told = Partial<Pick<PointerEvent, 'pointerId' | 'pointerType' | 'button' | 'ctrlKey' | 'shiftKey' | 'isPrimary'>>;

/** As in a browser, any number of its listeners end with one signal: Node takes more than ten for a leak. */
class Target extends EventTarget {
  /** Listeners that are there. */
  listeners = 0;
  readonly #ends = new Map<AbortSignal, (() => void)[]>();

  override addEventListener(type: string, listener: EventListener, options?: AddEventListenerOptions | boolean): void {
    const { signal, ...rest } = typeof options === 'object' ? options : { capture: options === true };
    super.addEventListener(type, listener, rest);
    this.listeners++;
    if (!signal) return;
    const ends = this.#ends.get(signal) ?? [];
    if (ends.length === 0) {
      this.#ends.set(signal, ends);
      signal.addEventListener('abort', () => {
        for (const end of ends) end();
      });
    }
    ends.push(() => this.removeEventListener(type, listener, rest));
  }

  override removeEventListener(type: string, listener: EventListener, options?: EventListenerOptions | boolean): void {
    super.removeEventListener(type, listener, options);
    this.listeners--;
  }
}

/** A canvas without a screen: it takes pointers and keys as a page's would, and keeps them to itself. */
class Surface extends Target {
  readonly style = { cursor: '' };
  getBoundingClientRect = () => ({ left: 0, top: 0, width: 1000, height: 800 });
  setPointerCapture = () => undefined;
  focus = () => undefined;
  closest = () => null;
  contains = (target: unknown) => target === this;
  toggleAttribute = () => true;
  removeAttribute = () => undefined;
}

const opened: { dispose(): void }[] = [];
let page = new Target();

beforeEach(() => {
  page = Object.assign(new Target(), { body: new Surface() });
  vi.stubGlobal('document', page);
  vi.stubGlobal('window', new Target());
  vi.stubGlobal('Node', EventTarget);
  vi.stubGlobal('Element', Surface);
  vi.stubGlobal('HTMLElement', class {});
  vi.stubGlobal('requestAnimationFrame', () => 1);
  vi.stubGlobal('cancelAnimationFrame', () => undefined);
});

afterEach(() => {
  for (const one of opened.splice(0)) one.dispose();
  vi.unstubAllGlobals();
});

/** A person with hands at a wall. */
function sit({ platform = 'Linux x86_64' } = {}) {
  vi.stubGlobal('navigator', { platform });
  const { editor, board } = openEditor();
  const surface = new Surface();
  const pointer = new PointerController(editor, surface as unknown as HTMLElement);
  opened.push(pointer, new KeyboardController(editor, surface as unknown as HTMLElement, pointer));
  const asked: PageRequest[] = [];
  editor.requests.subscribe((request) => asked.push(request));
  const tell = (type: string, x: number, y: number, rest: Told = {}): void => {
    const told = { pointerId: 1, pointerType: 'mouse', isPrimary: true, button: 0, width: 20, height: 20, pressure: 0 };
    const keys = { ctrlKey: false, metaKey: false, shiftKey: false, altKey: false };
    surface.dispatchEvent(Object.assign(new Event(type), told, keys, { clientX: x, clientY: y }, rest));
  };
  const key = (name: string): void => {
    const modifiers = { ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, isComposing: false };
    const event = Object.assign(new Event('keydown', { cancelable: true }), modifiers, { key: name, code: '' });
    page.dispatchEvent(Object.defineProperty(event, 'target', { value: surface }));
  };
  const busy = (): boolean => editor.store.getState().busy;
  const tool = (): string => editor.store.getState().tool;
  return { editor, board, tell, key, busy, tool, asked, surface };
}

describe('PointerController', () => {
  it('listens to the wall and the page while it is there, and to nothing afterwards', () => {
    const { surface, board, editor, tell } = sit();
    const id = put(board, 'note', [0, 0], { text: 'Plus de bancs' });
    expect(surface.listeners).toBeGreaterThan(10);
    for (const one of opened.splice(0)) one.dispose();
    expect([surface.listeners, page.listeners]).toEqual([0, 0]);
    tell('pointerdown', 100, 100);
    tell('pointerup', 100, 100);
    expect(editor.selection.ids.has(id)).toBe(false);
  });

  it('lets go of a press when the hand takes another tool', () => {
    const { editor, board, tell, busy, tool } = sit();
    put(board, 'note', [0, 0], { text: 'Plus de bancs' });
    put(board, 'note', [400, 0], { text: 'Une fontaine' });
    editor.tools.use('connector');
    tell('pointerdown', 100, 100);
    tell('pointermove', 450, 100);
    expect(busy()).toBe(true);
    editor.tools.use('select');
    tell('pointermove', 460, 100);
    tell('pointerup', 460, 100);
    expect({ busy: busy(), gestures: editor.gestures.all, tool: tool(), size: board.size }).toEqual({
      busy: false,
      gestures: [],
      tool: 'select',
      size: 2,
    });
  });

  it('takes away what hovering has shown when the pointer leaves the wall', () => {
    const { editor, board, tell, busy } = sit();
    put(board, 'note', [0, 0], { text: 'Plus de bancs' });
    editor.tools.use('connector');
    tell('pointermove', 100, 100);
    expect([editor.gestures.all.length, busy()]).toEqual([1, false]);
    tell('pointerleave', -5, 100);
    expect(editor.gestures.all).toEqual([]);
  });

  it('gives up a marquee by Escape and leaves what was selected before', () => {
    const { editor, board, tell, key, busy } = sit();
    const id = put(board, 'note', [0, 0], { text: 'Plus de bancs' });
    put(board, 'note', [400, 400], { text: 'Une fontaine' });
    editor.selection.set([id]);
    tell('pointerdown', 700, 700, { shiftKey: true });
    tell('pointermove', 450, 450, { shiftKey: true });
    expect([busy(), editor.selection.ids.size]).toEqual([true, 2]);
    key('Escape');
    expect([busy(), [...editor.selection.ids]]).toEqual([false, [id]]);
  });

  it('gives up a stroke by Escape and keeps the pen in the hand until the next one', () => {
    const { editor, board, tell, key, busy, tool } = sit();
    editor.tools.use('stroke');
    tell('pointerdown', 100, 100);
    tell('pointermove', 300, 120);
    key('Escape');
    expect([busy(), tool(), board.size]).toEqual([false, 'stroke', 0]);
    tell('pointerup', 300, 120);
    key('Escape');
    expect([tool(), board.size]).toEqual(['select', 0]);
  });

  it('keeps the selection when Escape gives up a drag', () => {
    const { editor, board, tell, key } = sit();
    const id = put(board, 'note', [0, 0], { text: 'Plus de bancs' });
    editor.selection.set([id]);
    tell('pointerdown', 100, 100);
    tell('pointermove', 300, 300);
    key('Escape');
    expect([[...editor.selection.ids], board.tree.origin(id)]).toEqual([[id], { x: 0, y: 0 }]);
    tell('pointerup', 300, 300);
    key('Escape');
    expect([...editor.selection.ids]).toEqual([]);
  });

  it('gives up a line of which only the beginning was clicked', () => {
    const { editor, board, tell, key, busy, tool } = sit();
    put(board, 'note', [0, 0], { text: 'Plus de bancs' });
    editor.tools.use('connector');
    tell('pointerdown', 100, 100);
    tell('pointerup', 100, 100);
    tell('pointermove', 600, 100);
    expect(busy()).toBe(true);
    key('Escape');
    expect([busy(), tool(), editor.tools.current.state]).toEqual([false, 'connector', 'idle']);
  });

  it('lets fingers work again after a pen that was lifted without a word', () => {
    const { editor, tell, board } = sit();
    const id = put(board, 'note', [0, 0], { text: 'Plus de bancs' });
    vi.spyOn(performance, 'now').mockReturnValue(0);
    tell('pointerdown', 500, 500, { pointerId: 5, pointerType: 'pen' });
    // Its end never comes; the same pen, come back, has another number.
    tell('pointerdown', 100, 100, { pointerId: 6, pointerType: 'pen' });
    tell('pointerup', 100, 100, { pointerId: 6, pointerType: 'pen' });
    expect([...editor.selection.ids]).toEqual([id]);
    vi.spyOn(performance, 'now').mockReturnValue(60_000);
    tell('pointerdown', 600, 600, { pointerId: 7, pointerType: 'touch' });
    tell('pointerup', 600, 600, { pointerId: 7, pointerType: 'touch' });
    expect([...editor.selection.ids]).toEqual([]);
    vi.restoreAllMocks();
  });

  it('asks for the menu by ctrl and a click on a Mac, not elsewhere', () => {
    for (const [platform, menus] of [
      ['MacIntel', 1],
      ['Win32', 0],
    ] as const) {
      const { tell, asked } = sit({ platform });
      tell('pointerdown', 100, 100, { ctrlKey: true });
      // Ctrl may be let go first.
      tell('pointerup', 100, 100);
      expect(asked.filter((request) => typeof request === 'object' && 'menuAt' in request)).toHaveLength(menus);
    }
  });
});
