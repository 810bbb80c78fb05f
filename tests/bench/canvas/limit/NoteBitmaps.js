/** Notes rasterised once at a few sizes, within a budget of bytes: the oldest of the largest size go first. */
import { SIZE } from './Grid.js';

export const COLOURS = ['#fff9b1', '#f5d128', '#d5f692', '#a6ccf5', '#ffcee0', '#ffb07c'];
const INK = '#1b1b1b';
const PADDING = 16;
/** Letters are as large as fits, between these, as everybody's are: what a picture of a wall weighs is its letters. */
const LARGEST = 22;
const SMALLEST = 12;
const LINE = 1.25;
const LEVELS = [25, 50, 100, 200, 400];
const BUDGET_BYTES = 96e6;
/** As many of the size in use stay even over budget. */
const KEEP = 64;

const ruler = new OffscreenCanvas(1, 1).getContext('2d');

function wrap(text, size) {
  ruler.font = `${size}px sans-serif`;
  const lines = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line ? `${line} ${word}` : word;
    if (line && ruler.measureText(longer).width > SIZE - 2 * PADDING) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return line ? [...lines, line] : lines;
}

/** Lines of the largest letters with which a text stays on its note. */
function fit(text) {
  for (let size = LARGEST; ; size -= 2) {
    const lines = wrap(text, size);
    if (size <= SMALLEST || lines.length * size * LINE <= SIZE - 2 * PADDING) return { size, lines };
  }
}

export function drawNote(ctx, note) {
  ctx.fillStyle = COLOURS[note.colour];
  ctx.fillRect(0, 0, SIZE, SIZE);
  note.fitted ??= fit(note.text);
  const { size, lines } = note.fitted;
  ctx.fillStyle = INK;
  ctx.font = `${size}px sans-serif`;
  let baseline = PADDING + size;
  for (const line of lines) {
    ctx.fillText(line, PADDING, baseline);
    baseline += size * LINE;
  }
}

export class NoteBitmaps {
  #levels = LEVELS.map(() => new Map());
  #bytes = 0;

  /** The smallest level that is not stretched at this size in pixels. */
  levelFor(pixels) {
    const level = LEVELS.findIndex((size) => pixels <= size * 1.01);
    return level === -1 ? LEVELS.length - 1 : level;
  }

  get(note, level) {
    return this.#levels[level].get(note.i);
  }

  /** Any bitmap of the note, the nearest level first. */
  nearest(note, level) {
    for (let distance = 1; distance < LEVELS.length; distance++) {
      const bitmap = this.#levels[level - distance]?.get(note.i) ?? this.#levels[level + distance]?.get(note.i);
      if (bitmap) return bitmap;
    }
    return null;
  }

  make(note, level) {
    const size = LEVELS[level];
    const canvas = new OffscreenCanvas(size, size);
    const ctx = canvas.getContext('2d', { alpha: false });
    ctx.scale(size / SIZE, size / SIZE);
    drawNote(ctx, note);
    const bitmap = canvas.transferToImageBitmap();
    this.#levels[level].set(note.i, bitmap);
    this.#bytes += size * size * 4;
    this.#shrink(level);
    return bitmap;
  }

  /** Its text has changed. */
  forget(note) {
    note.fitted = undefined;
    for (const [level, bitmaps] of this.#levels.entries()) {
      if (bitmaps.delete(note.i)) this.#bytes -= LEVELS[level] ** 2 * 4;
    }
  }

  #shrink(inUse) {
    for (let level = LEVELS.length - 1; this.#bytes > BUDGET_BYTES && level >= 0; level--) {
      for (const i of this.#levels[level].keys()) {
        if (this.#bytes <= BUDGET_BYTES || (level === inUse && this.#levels[level].size < KEEP)) break;
        this.#levels[level].delete(i);
        this.#bytes -= LEVELS[level] ** 2 * 4;
      }
    }
  }
}
