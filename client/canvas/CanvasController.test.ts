import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { shortContributions } from '../../tests/helpers/contributions.ts';
import { openEditor, put } from '../../tests/helpers/editing.ts';
import { CanvasController, type CanvasLayers } from './CanvasController.ts';

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
    return { width, height, words: [...this.#words], close: () => undefined };
  };
}

/** A canvas at zoom 1 over some notes, and what stands on its board layer. */
async function openCanvas(texts: readonly string[]) {
  const { editor, board } = openEditor();
  const ids = texts.map((text, i) => put(board, 'note', [20 + (i % 4) * 220, 20 + Math.floor(i / 4) * 220], { text }));
  let words: string[] = [];
  let paintings = 0;
  const size = { width: 1, height: 1 };
  const drawn: { current: CanvasController | null } = { current: null };
  const layer = (name: 'board' | 'top' | 'people') => {
    const ctx = context({
      // The wall is copied first of all: what stood there is painted over.
      drawImage: (image: Painted | SilentOffscreen) => {
        if (name !== 'board') return;
        if ('words' in image) words.push(...image.words);
        else {
          words = [];
          paintings++;
        }
      },
    });
    return {
      getCanvas: () => ({ getPixelRatio: () => 1, setPixelRatio: () => undefined }),
      getHitCanvas: () => ({ setSize: () => undefined }),
      getNativeCanvasElement: () => ({ style: {} }),
      drawScene: () => drawn.current?.draw(name, ctx),
    };
  };
  const stage = {
    width: () => size.width,
    height: () => size.height,
    size: (next: typeof size) => Object.assign(size, next),
  };
  const layers = { stage, board: layer('board'), top: layer('top'), people: layer('people') };
  const canvas = new CanvasController(editor, layers as unknown as CanvasLayers);
  drawn.current = canvas;
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
    /** Konva draws a layer between our frames: after a change of its attributes, at a redraw of the page. */
    drawByKonva: () => layers.board.drawScene(),
    /** How often the wall was painted. */
    paintings: () => paintings,
    reads: () => words.join(' ').replace(/\s+/g, ' '),
  };
}

beforeEach(() => {
  now = 0;
  frames.clear();
  vi.stubGlobal('requestAnimationFrame', (frame: () => void) => {
    frames.set(nextFrame, frame);
    return nextFrame++;
  });
  vi.stubGlobal('cancelAnimationFrame', (frame: number) => void frames.delete(frame));
  vi.stubGlobal('matchMedia', () => ({ matches: false }));
  vi.stubGlobal('document', { fonts: { load: async () => [{}] } });
  vi.stubGlobal('OffscreenCanvas', SilentOffscreen);
  vi.spyOn(performance, 'now').mockImplementation(() => now);
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe('CanvasController', () => {
  const [first = '', second = '', third = ''] = shortContributions(3);

  it('paints the words of every note, however little time a frame has', async () => {
    const texts = shortContributions(12);
    const { reads, canvas } = await openCanvas(texts);
    expect(canvas.isSettled).toBe(true);
    for (const text of texts) expect(reads()).toContain(text.replace(/\s+/g, ' ').slice(0, 12));
  });

  it('paints a note at last that Konva drew when there was no time for it', async () => {
    const { board, ids, canvas, drawByKonva, reads } = await openCanvas([first, second]);
    board.edit('typing', (write) => write.splice(ids[1] as string, { at: 0, remove: second.length, insert: third }));
    // Long after the last frame of ours: the time it had for bitmaps is over.
    now += LONG;
    drawByKonva();
    runFrames();
    expect(canvas.isSettled).toBe(true);
    expect(reads()).toContain(third.replace(/\s+/g, ' ').slice(0, 12));
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

  it('paints nothing twice when the browser tells the size it has told before', async () => {
    const { canvas, paintings } = await openCanvas([first]);
    const before = paintings();
    canvas.resize(WINDOW.width, WINDOW.height, 1);
    runFrames();
    expect(paintings()).toBe(before);
  });
});
