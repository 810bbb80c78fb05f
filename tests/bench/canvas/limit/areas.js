/**
 * What a wall has besides notes: clusters, or a grid. Painted below the notes straight onto the canvas, only what is visible; words that
 * could not be read are left out, or written above at a size that can be.
 */
import { arrangeCluster, arrangeGrid, CLUSTER, GRID } from './arrange.js';

const INK = '#1b1b1b';
const MUTED = '#5f5f5f';
const LINE = '#c9c9c9';
const PANEL = '#ffffff';
const FILL = '#eeeeee';
/** The notes' colours on the panel's ground. */
const TINTS = ['#fffde6', '#fcf0ba', '#f2fbdf', '#e3eefd', '#fff0f5', '#ffe6d7'];
const TITLE = 22;
const LEGIBLE = 12;
const NARROWEST = 48;
/** The least zoom at which the names of a grid are kept at the edge of the window. */
const STUCK = 0.45;

const touches = (box, from, to) => box.x < to.x && box.y < to.y && box.x + box.w > from.x && box.y + box.h > from.y;
const holds = (box, { x, y }) => x >= box.x && y >= box.y && x < box.x + box.w && y < box.y + box.h;

export class Clusters {
  #areas;
  #notes;

  constructor(areas, notes) {
    this.#areas = areas;
    this.#notes = notes;
    for (const area of areas) for (const i of area.members) notes[i].area = area;
  }

  at(point) {
    return this.#areas.find((area) => holds(area, point)) ?? null;
  }

  get(k) {
    return this.#areas[k];
  }

  /** Carries an area and its notes away; returns the notes. */
  move(area, x, y) {
    area.x = x;
    area.y = y;
    arrangeCluster(area, this.#notes);
    return area.members.map((i) => this.#notes[i]);
  }

  toggle(area) {
    area.isClosed = !area.isClosed;
    arrangeCluster(area, this.#notes);
    return area.members.map((i) => this.#notes[i]);
  }

  /** Puts a note before another (`null`: last) of an area; returns the notes that may have moved. */
  put(note, area, before) {
    const home = note.area;
    home.members.splice(home.members.indexOf(note.i), 1);
    const at = before === null ? area.members.length : area.members.indexOf(before);
    area.members.splice(at, 0, note.i);
    note.area = area;
    arrangeCluster(home, this.#notes);
    arrangeCluster(area, this.#notes);
    return [...home.members, ...area.members].map((i) => this.#notes[i]);
  }

  drop(note, point) {
    const area = this.at(point);
    if (!area) return [note];
    const before = area.members.find((i) => {
      const other = this.#notes[i];
      return other !== note && point.y < other.y + 208 && point.x < other.x + 100;
    });
    return this.put(note, area, before ?? null);
  }

  follower(note) {
    return note.area.members[note.area.members.indexOf(note.i) + 1] ?? null;
  }

  paint(ctx, camera, from, to, top = null) {
    const { zoom, left, top: above } = camera;
    const isLegible = TITLE * zoom >= LEGIBLE;
    ctx.lineWidth = Math.max(1, 2 * zoom);
    ctx.textBaseline = 'alphabetic';
    ctx.strokeStyle = LINE;
    for (const area of this.#areas) {
      if (area === top || !touches(area, from, to)) continue;
      const x = Math.round(left + area.x * zoom);
      const y = Math.round(above + area.y * zoom);
      this.paintOne(ctx, area, { x, y, zoom, isLegible });
    }
  }

  paintOne(ctx, area, { x, y, zoom, isLegible }) {
    const w = Math.round(area.w * zoom);
    const h = Math.round(area.h * zoom);
    ctx.fillStyle = area.colour === null ? PANEL : TINTS[area.colour];
    if (isLegible) {
      ctx.beginPath();
      ctx.roundRect(x + 1, y + 1, w - 2, h - 2, 10 * zoom);
      ctx.fill();
      ctx.stroke();
      this.#paintHeader(ctx, area, x, y, zoom);
      return;
    }
    ctx.fillRect(x, y, w, h);
    ctx.strokeRect(x + 0.5, y + 0.5, w - 1, h - 1);
    if (w < NARROWEST) return;
    ctx.fillStyle = INK;
    ctx.font = `bold ${LEGIBLE}px sans-serif`;
    ctx.fillText(area.title.slice(0, Math.floor(w / 7)), x, y - 5);
  }

  #paintHeader(ctx, { w, title, members, isClosed }, x, y, zoom) {
    const middle = y + (CLUSTER.header / 2) * zoom;
    ctx.fillStyle = INK;
    ctx.font = `bold ${TITLE * zoom}px sans-serif`;
    ctx.fillText(title, x + 40 * zoom, middle + 8 * zoom);
    ctx.font = `${16 * zoom}px sans-serif`;
    ctx.fillText(String(members.length), x + (w - 50) * zoom, middle + 6 * zoom);
    ctx.strokeStyle = MUTED;
    ctx.beginPath();
    const arrow = isClosed ? [-3, -6, 3, 0, -3, 6] : [-6, -3, 0, 3, 6, -3];
    for (let n = 0; n < 6; n += 2) ctx.lineTo(x + (21 + arrow[n]) * zoom, middle + arrow[n + 1] * zoom);
    ctx.stroke();
    ctx.globalAlpha = 0.1;
    ctx.beginPath();
    ctx.roundRect(x + (w - 66) * zoom, middle - 14 * zoom, 50 * zoom, 28 * zoom, 14 * zoom);
    ctx.fill();
    ctx.globalAlpha = 1;
    ctx.strokeStyle = LINE;
  }

  paintAbove() {}
}

export class Table {
  #grid;
  #notes;
  #cellOf = [];

  constructor(grid, notes) {
    this.#grid = grid;
    this.#notes = notes;
    for (const [cell, members] of grid.cells.entries()) for (const i of members) this.#cellOf[i] = cell;
  }

  /** The grid is not taken hold of. */
  at() {
    return null;
  }

  put(note, cell, before) {
    const { cells } = this.#grid;
    const home = cells[this.#cellOf[note.i]];
    home.splice(home.indexOf(note.i), 1);
    cells[cell].splice(before === null ? cells[cell].length : cells[cell].indexOf(before), 0, note.i);
    this.#cellOf[note.i] = cell;
    arrangeGrid(this.#grid, this.#notes);
    return this.#notes;
  }

  putBefore(note, other) {
    return this.put(note, this.#cellOf[other.i], other.i);
  }

  drop(note, point) {
    const { columns, rows } = this.#grid;
    const r = rows.findIndex(({ y, h }) => point.y < y + h);
    const c = columns.findIndex(({ x, w }) => point.x < x + w);
    return r === -1 || c === -1 ? [note] : this.put(note, r * columns.length + c, null);
  }

  follower(note) {
    const cell = this.#grid.cells[this.#cellOf[note.i]];
    return cell[cell.indexOf(note.i) + 1] ?? null;
  }

  paint(ctx, { zoom, left, top }) {
    const { x, y, w, h, columns, rows } = this.#grid;
    const toX = (at) => Math.round(left + at * zoom);
    const toY = (at) => Math.round(top + at * zoom);
    ctx.fillStyle = PANEL;
    ctx.fillRect(toX(x), toY(y), w * zoom, h * zoom);
    ctx.fillStyle = FILL;
    ctx.fillRect(toX(x), toY(y), w * zoom, GRID.header * zoom);
    ctx.fillRect(toX(x), toY(y + GRID.header), GRID.side * zoom, (h - GRID.header) * zoom);
    ctx.strokeStyle = LINE;
    ctx.lineWidth = Math.max(1, zoom);
    ctx.beginPath();
    for (const column of columns) {
      ctx.moveTo(toX(column.x) + 0.5, toY(y));
      ctx.lineTo(toX(column.x) + 0.5, toY(y + h));
    }
    for (const row of rows) {
      ctx.moveTo(toX(x), toY(row.y) + 0.5);
      ctx.lineTo(toX(x + w), toY(row.y) + 0.5);
    }
    ctx.stroke();
    ctx.strokeRect(toX(x) + 1, toY(y) + 1, w * zoom - 2, h * zoom - 2);
    if (zoom < STUCK) this.#paintNames(ctx, { zoom, toX, toY, x, y });
  }

  /** The names, at the window's edge where the grid reaches beyond it. */
  paintAbove(ctx, { zoom, left, top }) {
    if (zoom < STUCK) return;
    const { x, y, w, h } = this.#grid;
    const toX = (at) => Math.round(left + at * zoom);
    const toY = (at) => Math.round(top + at * zoom);
    const stuckX = Math.max(x, -left / zoom);
    const stuckY = Math.max(y, -top / zoom);
    ctx.fillStyle = PANEL;
    ctx.fillRect(toX(stuckX), toY(y), GRID.side * zoom, h * zoom);
    ctx.fillRect(toX(x), toY(stuckY), w * zoom, GRID.header * zoom);
    this.#paintNames(ctx, { zoom, toX, toY, x: stuckX, y: stuckY });
  }

  #paintNames(ctx, { zoom, toX, toY, x, y }) {
    const size = 17 * zoom;
    if (size < 4) return;
    ctx.fillStyle = INK;
    ctx.font = `bold ${size}px sans-serif`;
    for (const column of this.#grid.columns) {
      const at = toX(column.x + GRID.pad);
      if (at < ctx.canvas.width && toX(column.x + column.w) > 0) ctx.fillText(column.name, at, toY(y + 38));
    }
    for (const row of this.#grid.rows) {
      const at = toY(row.y + GRID.pad) + size;
      if (at < ctx.canvas.height && toY(row.y + row.h) > 0) ctx.fillText(row.name.slice(0, 16), toX(x + GRID.pad), at);
    }
  }
}
