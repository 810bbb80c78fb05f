/** Which notes lie in a rectangle: squares of the board, each with the notes whose top left corner is in it. */
export const SIZE = 200;
const CELL = 440;
const HALF = 32768;

export class Grid {
  #cells = new Map();
  #keys = [];
  #notes;

  constructor(notes) {
    this.#notes = notes;
    for (const note of notes) this.put(note);
  }

  /** Files a note, or files it anew after it has moved. */
  put(note) {
    const key = this.#key(Math.floor(note.x / CELL), Math.floor(note.y / CELL));
    const old = this.#keys[note.i];
    if (old === key) return;
    if (old !== undefined) this.#cells.get(old).delete(note);
    const cell = this.#cells.get(key) ?? new Set();
    this.#cells.set(key, cell);
    cell.add(note);
    this.#keys[note.i] = key;
  }

  /** It is not shown. */
  remove(note) {
    this.#cells.get(this.#keys[note.i])?.delete(note);
    this.#keys[note.i] = undefined;
  }

  /** The notes that touch a rectangle, into `out`. */
  query(left, top, right, bottom, out = []) {
    out.length = 0;
    const test = (note) => {
      if (note.x < right && note.y < bottom && note.x + SIZE > left && note.y + SIZE > top) out.push(note);
    };
    const fromX = Math.floor((left - SIZE) / CELL);
    const fromY = Math.floor((top - SIZE) / CELL);
    const toX = Math.floor(right / CELL);
    const toY = Math.floor(bottom / CELL);
    if ((toX - fromX + 1) * (toY - fromY + 1) > this.#cells.size) {
      for (const note of this.#notes) if (this.#keys[note.i] !== undefined) test(note);
      return out;
    }
    for (let x = fromX; x <= toX; x++) {
      for (let y = fromY; y <= toY; y++) this.#cells.get(this.#key(x, y))?.forEach(test);
    }
    return out;
  }

  hit(x, y) {
    return this.query(x, y, x, y).at(-1) ?? null;
  }

  #key(x, y) {
    return (x + HALF) * 65536 + y + HALF;
  }
}
