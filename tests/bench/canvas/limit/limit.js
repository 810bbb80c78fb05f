/**
 * The limit: what a wall of notes costs when nothing else is done. One canvas, one frame loop, only what is visible, notes as bitmaps,
 * flat squares where they are tiny; no document, no selection, no other people, one look for a note. Clusters and grids of the walls that
 * have them are in `areas.js`.
 */
import { Clusters, Table } from './areas.js';
import { Camera } from './Camera.js';
import { Grid, SIZE } from './Grid.js';
import { COLOURS, drawNote, NoteBitmaps } from './NoteBitmaps.js';

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
/** Clusters or a table, on walls that have them. */
let areas = null;
let scheduled = false;
let unfinished = false;
let held = null;
let selected = new Set();
let typed = null;
/** In how many frames in a row each note has been shown without its text; the most of all. */
let blank = new Map();
let mostBlank = 0;

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
  const stillBlank = new Map();
  const level = bitmaps.levelFor(size);
  const deadline = performance.now() + RASTER_MS;
  for (const note of visible) {
    const bitmap = bitmapOf(note, level, deadline);
    const x = camera.left + note.x * camera.zoom;
    const y = camera.top + note.y * camera.zoom;
    if (!bitmap) {
      const frames = (blank.get(note) ?? 0) + 1;
      stillBlank.set(note, frames);
      mostBlank = Math.max(mostBlank, frames);
      ctx.fillStyle = COLOURS[note.colour];
      ctx.fillRect(x, y, size, size);
    } else if (bitmap.width === size) ctx.drawImage(bitmap, Math.round(x), Math.round(y));
    else ctx.drawImage(bitmap, x, y, size, size);
  }
  blank = stillBlank;
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
  const lifted = held?.area ?? null;
  areas?.paint(ctx, camera, from, to, lifted);
  if (lifted) paintLifted(lifted);
  const size = SIZE * camera.zoom;
  if (size < TINY) paintTiny(size);
  else paintBitmaps(size);
  areas?.paintAbove(ctx, camera);
  if (unfinished) schedule();
}

/** The cluster that a hand holds lies over the others; its notes follow it in their order. */
function paintLifted(area) {
  const { zoom } = camera;
  const x = Math.round(camera.left + area.x * zoom);
  const y = Math.round(camera.top + area.y * zoom);
  areas.paintOne(ctx, area, { x, y, zoom, isLegible: true });
}

function move(note, x, y) {
  note.x = x;
  note.y = y;
  grid.put(note);
}

/** Their area has given them other places, or shows them no longer. */
function refile(moved) {
  for (const note of moved) {
    if (note.area?.isClosed) grid.remove(note);
    else grid.put(note);
  }
}

canvas.addEventListener('pointerdown', ({ clientX, clientY, pointerId }) => {
  const point = camera.toBoard(clientX, clientY);
  const note = grid.hit(point.x, point.y);
  if (!note) {
    const area = areas?.at(point);
    if (!area) return;
    held = { point, area, x: area.x, y: area.y };
    canvas.setPointerCapture(pointerId);
    return;
  }
  const group = selected.has(note) ? [...selected] : [note];
  held = { point, group: group.map(({ x, y }, k) => ({ note: group[k], x, y })) };
  canvas.setPointerCapture(pointerId);
});
canvas.addEventListener('pointermove', ({ clientX, clientY }) => {
  if (!held) return;
  const point = camera.toBoard(clientX, clientY);
  const dx = point.x - held.point.x;
  const dy = point.y - held.point.y;
  if (held.area) refile(areas.move(held.area, held.x + dx, held.y + dy));
  else for (const { note, x, y } of held.group) move(note, x + dx, y + dy);
  schedule();
});
canvas.addEventListener('pointerup', ({ clientX, clientY }) => {
  if (areas && held?.group) refile(areas.drop(held.group[0].note, camera.toBoard(clientX, clientY)));
  held = null;
  schedule();
});
canvas.addEventListener('dblclick', ({ clientX, clientY }) => {
  const point = camera.toBoard(clientX, clientY);
  typed = grid.hit(point.x, point.y);
});
addEventListener('keydown', ({ key }) => {
  if (!typed || key.length > 1) return;
  typed.text += key;
  bitmaps.forget(typed);
  schedule();
});

/** One pass straight onto a canvas of the wall's size. */
function exportPng(scale) {
  const right = Math.max(...notes.map(({ x }) => x)) + SIZE;
  const bottom = Math.max(...notes.map(({ y }) => y)) + SIZE;
  const picture = new OffscreenCanvas(right * scale, bottom * scale);
  const paper = picture.getContext('2d', { alpha: false });
  paper.fillStyle = PAPER;
  paper.fillRect(0, 0, picture.width, picture.height);
  for (const note of notes) {
    paper.setTransform(scale, 0, 0, scale, note.x * scale, note.y * scale);
    drawNote(paper, note);
  }
  return picture.convertToBlob({ type: 'image/png' });
}

function inView(note) {
  const from = camera.toBoard(0, 0);
  const to = camera.toBoard(canvas.width, canvas.height);
  return note.x < to.x && note.y < to.y && note.x + SIZE > from.x && note.y + SIZE > from.y;
}

window.bench = {
  wheelZoom: 3.58,
  prepare(given, wall) {
    notes = given;
    areas = wall?.areas ? new Clusters(wall.areas, notes) : wall?.grid ? new Table(wall.grid, notes) : null;
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
  remoteInto(i, before) {
    const [note, other] = [notes[i], notes[before]];
    refile(areas instanceof Table ? areas.putBefore(note, other) : areas.put(note, other.area, before));
    schedule();
  },
  follower: (i) => areas.follower(notes[i]),
  areaPos: (k) => ({ x: areas.get(k).x, y: areas.get(k).y }),
  collapse(k) {
    refile(areas.toggle(areas.get(k)));
    schedule();
  },
  select(indices) {
    selected = new Set(indices.map((i) => notes[i]));
  },
  typed: () => typed?.text ?? '',
  blankFrames() {
    const most = mostBlank;
    mostBlank = 0;
    return most;
  },
  exportPng: () => exportPng(2),
};
