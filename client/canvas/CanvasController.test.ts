import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { BoardDoc } from '../../shared/board/BoardDoc.ts';
import type { RosterEntry } from '../../shared/control/Control.ts';
import { FONT_FAMILIES } from '../../shared/text/font.ts';
import { shortContributions } from '../../tests/helpers/contributions.ts';
import { openEditor, put } from '../../tests/helpers/editing.ts';
import type { EditorOptions } from '../editor/Editor.ts';
import { NO_PICTURES } from '../editor/PicturesPort.ts';
import type { Peer } from '../editor/PresencePort.ts';
import { CanvasController } from './CanvasController.ts';
import type { CanvasLayers } from './createStage.ts';
import { TopPainter } from './TopPainter.ts';

const WINDOW = { width: 1000, height: 800 };
/** What a bitmap takes to make: a few of them fill a frame. */
const BITMAP_MS = 4;
/** More than a frame has for bitmaps. */
const LONG = 10_000;

/** A picture made off the screen, which knows its words. */
interface Painted extends ImageBitmap {
  readonly words: readonly string[];
}

let now = 0;
let nextFrame = 1;
const frames = new Map<number, () => void>();
let idle: ((deadline: { timeRemaining(): number }) => void) | null = null;
/** Bitmaps made so far. */
let bitmaps = 0;
/** Faces asked for. */
let loaded: string[] = [];
/** What a line of text takes to paint straight onto the screen. */
let lineMs = 0;
const opened: CanvasController[] = [];

/** The next frames of the browser, until none is asked for. */
function runFrames(): void {
  for (let left = 50; frames.size > 0; left--) {
    if (left === 0) throw new Error('the canvas does not come to rest');
    now += 16;
    const due = [...frames.values()];
    frames.clear();
    for (const frame of due) frame();
  }
}

/** Spare moments of the browser, until nobody wants one. */
function runIdle(): void {
  for (let left = 200; idle !== null; left--) {
    if (left === 0) throw new Error('the canvas always finds something to do');
    const callback = idle;
    idle = null;
    callback({ timeRemaining: () => 10 });
  }
}

/** What a 2D context does, as far as anybody looks: `on` is told what is called. */
function context(on: Record<string, (...args: never[]) => void>, canvas = WINDOW): CanvasRenderingContext2D {
  return new Proxy({ canvas } as unknown as CanvasRenderingContext2D, {
    get: (target, key) => (key === 'canvas' ? target.canvas : (on[String(key)] ?? (() => undefined))),
    set: () => true,
  });
}

class SilentOffscreen {
  readonly width: number;
  readonly height: number;
  readonly #words: string[] = [];

  constructor(width: number, height: number) {
    this.width = width;
    this.height = height;
  }

  getContext = (): CanvasRenderingContext2D => context({ fillText: (text: string) => void this.#words.push(text) });

  transferToImageBitmap = (): Painted => {
    const { width, height } = this;
    now += BITMAP_MS;
    bitmaps++;
    return { width, height, words: [...this.#words], close: () => undefined };
  };
}

/** A canvas at zoom 1 over some notes, and what stands on its board layer. */
async function openCanvas(texts: readonly string[], options: Partial<EditorOptions> = {}) {
  const { editor, board } = openEditor(options);
  const ids = texts.map((text, i) => put(board, 'note', [20 + (i % 4) * 220, 20 + Math.floor(i / 4) * 220], { text }));
  let words: string[] = [];
  let paintings = 0;
  const size = { width: 1, height: 1 };
  const layer = (name: 'board' | 'top' | 'people') => {
    let isTouched = false;
    const touch = (...painted: string[]): void => {
      if (name !== 'board') return;
      // The wall comes first of all: what stood there is painted over.
      if (!isTouched) words = [];
      isTouched = true;
      words.push(...painted);
    };
    let depth = 0;
    const ctx = context({
      save: () => {
        if (depth++ === 0) isTouched = false;
      },
      restore: () => {
        if (--depth === 0 && isTouched) paintings++;
      },
      fillRect: () => touch(),
      fillText: (text: string) => {
        now += lineMs;
        touch(text);
      },
      drawImage: (image: Painted | SilentOffscreen) => touch(...('words' in image ? image.words : [])),
    });
    return {
      getCanvas: () => ({ getPixelRatio: () => 1, setPixelRatio: () => undefined, setSizeIfChanged: () => undefined }),
      getHitCanvas: () => ({ setSize: () => undefined }),
      getNativeCanvasElement: () => ({ style: {}, ...WINDOW }),
      getContext: () => ({ _context: ctx }),
    };
  };
  const stage = {
    width: () => size.width,
    height: () => size.height,
    size: (next: typeof size) => Object.assign(size, next),
  };
  const layers = { stage, board: layer('board'), top: layer('top'), people: layer('people') };
  const canvas = new CanvasController(editor, layers as unknown as CanvasLayers);
  opened.push(canvas);
  canvas.resize(WINDOW.width, WINDOW.height, 1);
  // Nothing is painted before the fonts are here.
  await vi.waitFor(() => expect(frames.size).toBeGreaterThan(0));
  now += LONG;
  runFrames();
  return {
    editor,
    board,
    ids,
    canvas,
    /** How often the wall was painted. */
    paintings: () => paintings,
    reads: () => words.join(' ').replace(/\s+/g, ' '),
  };
}

beforeEach(() => {
  now = 0;
  idle = null;
  bitmaps = 0;
  lineMs = 0;
  frames.clear();
  vi.stubGlobal('requestIdleCallback', (callback: typeof idle) => {
    idle = callback;
    return 1;
  });
  vi.stubGlobal('cancelIdleCallback', () => {
    idle = null;
  });
  vi.stubGlobal('requestAnimationFrame', (frame: () => void) => {
    frames.set(nextFrame, frame);
    return nextFrame++;
  });
  vi.stubGlobal('cancelAnimationFrame', (frame: number) => void frames.delete(frame));
  vi.stubGlobal('matchMedia', () => ({ matches: false }));
  loaded = [];
  vi.stubGlobal('document', {
    fonts: {
      load: async (font: string) => {
        loaded.push(font);
        return [{}];
      },
    },
  });
  vi.stubGlobal('OffscreenCanvas', SilentOffscreen);
  vi.spyOn(performance, 'now').mockImplementation(() => now);
});

afterEach(() => {
  for (const canvas of opened.splice(0)) canvas.dispose();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe('CanvasController', () => {
  const [first = ''] = shortContributions(1);

  it('paints the words of every note, however little time a frame has', async () => {
    const texts = shortContributions(12);
    const { reads, canvas } = await openCanvas(texts);
    expect(canvas.isSettled).toBe(true);
    for (const text of texts) expect(reads()).toContain(text.replace(/\s+/g, ' ').slice(0, 12));
  });

  it('paints the first look at a board at once as it stays, at whatever zoom', async () => {
    const { editor, board, canvas, paintings } = await openCanvas([]);
    const before = paintings();
    put(board, 'note', [0, 0], { text: first });
    editor.camera.set({ x: 0, y: 0, zoom: 0.5 });
    runFrames();
    expect(canvas.isSettled).toBe(true);
    expect(paintings()).toBe(before + 1);
  });

  it('paints a note with its writer’s name when that is heard after the note', async () => {
    let here = new Map<number, Peer>();
    const listeners: (() => void)[] = [];
    const presence = {
      set: () => undefined,
      others: () => here,
      subscribe: (listener: () => void) => {
        listeners.push(listener);
        return () => undefined;
      },
    };
    const board = new BoardDoc(undefined, undefined, undefined, { sign: () => 'lea' });
    const { reads } = await openCanvas([first], { board, presence });
    expect(reads()).not.toContain('Léa');
    const entry = { connection: 2, participant: 'lea', name: 'Léa', role: 'participant', hue: 0 } as RosterEntry;
    here = new Map([[2, { entry, presence: {} }]]);
    for (const tell of listeners) tell();
    runFrames();
    expect(reads()).toContain('Léa');
    here = new Map();
    for (const tell of listeners) tell();
    runFrames();
    expect(reads()).toContain('Léa');
  });

  it('shows a board at once without a bitmap, and makes them when there is time', async () => {
    const { canvas, editor, reads } = await openCanvas(shortContributions(12));
    expect({ bitmaps, isSettled: canvas.isSettled }).toEqual({ bitmaps: 0, isSettled: true });
    runIdle();
    expect(bitmaps).toBe(12);
    const before = reads();
    editor.camera.set({ x: 20, y: 20, zoom: 1 });
    runFrames();
    expect(reads()).toBe(before);
    expect(bitmaps).toBe(12);
  });

  it('finds the notes around the view painted when one pans to them', async () => {
    const { editor, canvas } = await openCanvas(shortContributions(40));
    runIdle();
    const ready = bitmaps;
    canvas.takeMostBlank();
    for (let y = 0; y <= 300; y += 100) {
      editor.camera.set({ x: 0, y, zoom: 1 });
      runFrames();
    }
    expect({ made: bitmaps - ready, blank: canvas.takeMostBlank() }).toEqual({ made: 0, blank: 0 });
  });

  it('never leaves a note blank for more than a frame, however far one leaps', async () => {
    const { editor, canvas } = await openCanvas(shortContributions(80));
    lineMs = 2;
    for (let y = 0; y <= 4400; y += 880) {
      editor.camera.set({ x: 0, y, zoom: 1 });
      runFrames();
    }
    // The machine is too slow for all of them in a frame: some were blank, once.
    expect(canvas.takeMostBlank()).toBe(1);
    expect(canvas.isSettled).toBe(true);
  });

  it('makes bitmaps after the frame that was on its way', async () => {
    const { editor } = await openCanvas(shortContributions(3));
    // Another layer's frame: the board is not painted again.
    editor.selection.set([]);
    editor.gestures.show({ marquee: { x: 0, y: 0, w: 10, h: 10 } });
    const callback = idle;
    idle = null;
    callback?.({ timeRemaining: () => 10 });
    expect(bitmaps).toBe(0);
    runFrames();
    runIdle();
    expect(bitmaps).toBe(3);
  });

  it('loads the signs for a reaction as for a text, and not before somebody uses one', async () => {
    const { board, ids } = await openCanvas(['Une idée simple']);
    runIdle();
    const symbols = (): number => loaded.filter((font) => font.includes(FONT_FAMILIES.emoji)).length;
    expect(symbols()).toBe(0);
    board.edit('react', (write) => write.set(ids[0] as string, { marks: { 'reaction.ana.like': true } }));
    expect(symbols()).toBe(1);
  });

  it('makes the picture of what is held anew when the theme or the language is another, or a picture has come', async () => {
    const pictures = vi.spyOn(NO_PICTURES, 'onChange');
    const { editor } = await openCanvas([first]);
    const forget = vi.spyOn(TopPainter.prototype, 'forgetAll');
    editor.setTheme('dark');
    editor.setLocale('en');
    expect(forget).toHaveBeenCalledTimes(2);
    for (const [come] of pictures.mock.calls) come('a picture');
    expect(forget.mock.calls.length).toBeGreaterThan(2);
  });

  it('paints nothing twice when the browser tells the size it has told before', async () => {
    const { canvas, paintings } = await openCanvas([first]);
    const before = paintings();
    canvas.resize(WINDOW.width, WINDOW.height, 1);
    runFrames();
    expect(paintings()).toBe(before);
  });
});
