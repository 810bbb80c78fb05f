/**
 * The limit: what a wall of notes costs when nothing else is done. One canvas, one frame loop, only what is visible, notes as bitmaps,
 * flat squares where they are tiny; no document, no selection, no frames, no other people, one look for a note.
 */
import { Camera } from './Camera.js';
import { Grid, SIZE } from './Grid.js';
import { COLOURS, NoteBitmaps } from './NoteBitmaps.js';

const PAPER = '#f4f4f4';
/** Below this many pixels a note is a flat square. */
const TINY = 24;
/** How long a frame may rasterise notes; the rest follow in the next one. */
const RASTER_MS = 6;

const canvas = document.createElement('canvas');
canvas.width = innerWidth;
canvas.height = innerHeight;
document.body.append(canvas);
const ctx = canvas.getContext('2d', { alpha: false });

const bitmaps = new NoteBitmaps();
const visible = [];
let notes = [];
let grid = null;
let scheduled = false;
let unfinished = false;
let held = null;

function schedule() {
  if (scheduled) return;
  scheduled = true;
  requestAnimationFrame(paint);
}

const camera = new Camera(canvas, schedule);

function paintTiny(size) {
  COLOURS.forEach((colour, index) => {
    ctx.fillStyle = colour;
    for (const note of visible) {
      if (note.colour !== index) continue;
      ctx.fillRect(camera.left + note.x * camera.zoom, camera.top + note.y * camera.zoom, size, size);
    }
  });
}

function bitmapOf(note, level, deadline) {
  const ready = bitmaps.get(note, level);
  if (ready) return ready;
  if (performance.now() < deadline) return bitmaps.make(note, level);
  unfinished = true;
  return bitmaps.nearest(note, level);
}

function paintBitmaps(size) {
  const level = bitmaps.levelFor(size);
  const deadline = performance.now() + RASTER_MS;
  for (const note of visible) {
    const bitmap = bitmapOf(note, level, deadline);
    const x = camera.left + note.x * camera.zoom;
    const y = camera.top + note.y * camera.zoom;
    if (!bitmap) {
      ctx.fillStyle = COLOURS[note.colour];
      ctx.fillRect(x, y, size, size);
    } else if (bitmap.width === size) ctx.drawImage(bitmap, Math.round(x), Math.round(y));
    else ctx.drawImage(bitmap, x, y, size, size);
  }
}

function paint() {
  scheduled = false;
  if (!grid) return;
  unfinished = false;
  const from = camera.toBoard(0, 0);
  const to = camera.toBoard(canvas.width, canvas.height);
  grid.query(from.x, from.y, to.x, to.y, visible);
  ctx.fillStyle = PAPER;
  ctx.fillRect(0, 0, canvas.width, canvas.height);
  const size = SIZE * camera.zoom;
  if (size < TINY) paintTiny(size);
  else paintBitmaps(size);
  if (unfinished) schedule();
}

function move(note, x, y) {
  note.x = x;
  note.y = y;
  grid.put(note);
}

canvas.addEventListener('pointerdown', ({ clientX, clientY, pointerId }) => {
  const point = camera.toBoard(clientX, clientY);
  const note = grid.hit(point.x, point.y);
  if (!note) return;
  held = { note, dx: point.x - note.x, dy: point.y - note.y };
  canvas.setPointerCapture(pointerId);
});
canvas.addEventListener('pointermove', ({ clientX, clientY }) => {
  if (!held) return;
  const point = camera.toBoard(clientX, clientY);
  move(held.note, point.x - held.dx, point.y - held.dy);
  schedule();
});
canvas.addEventListener('pointerup', () => {
  held = null;
  schedule();
});

function inView(note) {
  const from = camera.toBoard(0, 0);
  const to = camera.toBoard(canvas.width, canvas.height);
  return note.x < to.x && note.y < to.y && note.x + SIZE > from.x && note.y + SIZE > from.y;
}

window.bench = {
  wheelZoom: 3.58,
  prepare(given) {
    notes = given;
  },
  load() {
    grid = new Grid(notes);
    schedule();
  },
  settled: () => !scheduled && !unfinished,
  camera: ({ x, y, z }) => camera.set(x, y, z),
  getCamera: () => ({ x: camera.x, y: camera.y, z: camera.zoom }),
  remoteMove(i, x, y) {
    const note = notes[i];
    const seen = inView(note);
    move(note, x, y);
    if (seen || inView(note)) schedule();
  },
  pos: (i) => ({ x: notes[i].x, y: notes[i].y }),
};
