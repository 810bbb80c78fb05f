/**
 * What is done to a wall while its frames are counted. Each: a camera, and a `drive` that returns what else it found; `isFor` leaves out
 * pages that have no such thing.
 */
import { sleep, VIEW } from './MeasuredPage.mjs';

const NOTE = 200;
export const REMOTE_PER_SECOND = 50;

const KEYS_PER_SECOND = 20;
/** How many are dragged at once. */
const MANY = 1000;
const TYPED = 'une idée de plus, ';

/** The least that a drag or a remote move must have moved a note to count as done, in board units. */
const MOVED = 20;

export const center = { x: VIEW.width / 2, y: VIEW.height / 2 + 50 };

const zoomOn = ({ w, h }) => Math.min(VIEW.width / w, VIEW.height / h) * 0.96;
export const atOne = ({ w, h }) => ({ x: w / 2, y: h / 2, z: 1 });
export const toFit = ({ w, h }) => ({ x: w / 2, y: h / 2, z: zoomOn({ w, h }) });

/** A circle, so that any direction of panning is in it and the end is the beginning. */
export const pan = (unitsPerFrame) => (measured, seconds) =>
  measured.paced(seconds, (t, frames) => {
    const step = unitsPerFrame * Math.min(4, frames);
    const angle = (t / seconds) * 2 * Math.PI;
    return measured.wheel(step * Math.cos(angle), step * Math.sin(angle));
  });

export async function zoom(measured, seconds) {
  const delta = await measured.evaluate(() => window.bench.wheelZoom);
  await measured.paced(seconds, (t, frames) => {
    const direction = Math.floor((t / seconds) * 4) % 2 === 0 ? 1 : -1;
    return measured.wheel(0, direction * delta * Math.min(2.7, frames), { ctrl: true });
  });
}

/** Notes in the middle of the wall, one for each thing that is done to a note, so that none is moved from under the hand. */
const inMiddle = (notes, along) => notes[Math.floor(notes.length / 2 + Math.sqrt(notes.length) / 2) + along];
export const dragged = (notes) => inMiddle(notes, 0);
const heldOfMany = (notes) => inMiddle(notes, 12);
const typedIn = (notes) => inMiddle(notes, -4);
export const onNote = (find) => (_wall, notes) => ({ x: find(notes).x + NOTE / 2, y: find(notes).y + NOTE / 2, z: 1 });

const swing = (reach) => (t) => ({
  type: 'mouseMoved',
  button: 'left',
  buttons: 1,
  x: center.x + reach.x * Math.sin(t * 2.6),
  y: center.y + reach.y * Math.sin(t * 1.7),
});

/** Takes hold of what lies under the middle, moves it to and fro, and sees that it has moved. */
export async function swingNote(measured, seconds, { i }, reach) {
  const position = () => measured.evaluate((index) => ({ ...window.bench.pos(index) }), i);
  const before = await position();
  const { mouse } = measured.page;
  await mouse.move(center.x, center.y);
  await mouse.down();
  await measured.paced(seconds, swing(reach));
  // Some let go where the hand does, not where it was last.
  const { x, y } = swing(reach)(seconds);
  await mouse.move(x, y);
  await mouse.up();
  await measured.quiet();
  const after = await position();
  if (Math.hypot(after.x - before.x, after.y - before.y) < MOVED) throw new Error('the drag moved nothing');
}

const drag = (measured, seconds, notes) => swingNote(measured, seconds, dragged(notes), { x: 250, y: 200 });

/** The thousand that are dragged: a square around the middle of the wall. */
function many(notes) {
  const { x, y } = heldOfMany(notes);
  const distance = (note) => Math.max(Math.abs(note.x - x), Math.abs(note.y - y));
  return notes.toSorted((a, b) => distance(a) - distance(b)).slice(0, MANY);
}

function onMany(_wall, notes) {
  const chosen = many(notes);
  const left = Math.min(...chosen.map(({ x }) => x));
  const top = Math.min(...chosen.map(({ y }) => y));
  const w = Math.max(...chosen.map(({ x }) => x)) + NOTE - left;
  const h = Math.max(...chosen.map(({ y }) => y)) + NOTE - top;
  const z = zoomOn({ w, h });
  const { x, y } = heldOfMany(notes);
  // The hand comes down on a note, not between two.
  return { x: x + NOTE / 2, y: y + NOTE / 2 - (center.y - VIEW.height / 2) / z, z };
}

const dragMany = {
  async prepare(measured, notes) {
    const indices = many(notes).map(({ i }) => i);
    await measured.evaluate((chosen) => window.bench.select(chosen), indices);
  },
  drive: (measured, seconds, notes) => swingNote(measured, seconds, heldOfMany(notes), { x: 120, y: 90 }),
};

const typing = {
  async prepare(measured) {
    const { mouse } = measured.page;
    await mouse.move(center.x, center.y);
    await mouse.dblclick(center.x, center.y);
    await sleep(300);
  },
  async drive(measured, seconds) {
    let sent = '';
    const key = () => {
      const text = TYPED[sent.length % TYPED.length];
      sent += text;
      return { type: 'keyDown', text, key: text, unmodifiedText: text };
    };
    await measured.paced(seconds, key, { hertz: KEYS_PER_SECOND, method: 'Input.dispatchKeyEvent' });
    const shown = await measured.evaluate(() => {
      const { value, textContent } = document.activeElement;
      return window.bench.typed?.() ?? value ?? textContent ?? '';
    });
    const bare = (text) => text.replace(/\s/g, '');
    if (!bare(shown).includes(bare(sent).slice(-10))) throw new Error('what was typed is not there');
  },
  async after(measured) {
    await measured.page.keyboard.press('Escape');
    await measured.page.keyboard.press('Escape');
  },
};

/** A hand in a hurry. The longest that any note was seen without its text, in frames; for pages that can tell. */
const race = {
  prepare: (measured) => measured.evaluate(() => window.bench.blankFrames()),
  async drive(measured, seconds) {
    await pan(60)(measured, seconds);
    return { blankFrames: await measured.evaluate(() => window.bench.blankFrames()) };
  },
};

/** Somebody else moves notes, 50 a second: those in view, or any of the wall. */
const remote =
  ({ all }) =>
  async (measured, seconds) => {
    const result = await measured.evaluate(
      async ({ all, seconds, perSecond, note }) => {
        const camera = window.bench.getCamera();
        const near = ({ x, y }) => Math.abs(x + note / 2 - camera.x) < 620 && Math.abs(y + note / 2 - camera.y) < 350;
        const chosen = all ? window.benchNotes : window.benchNotes.filter(near);
        const total = seconds * perSecond;
        const moves = Array.from({ length: total }, (_, k) => {
          const { i, x, y } = chosen[(k * 7919) % chosen.length];
          return { i, x: x + Math.sin(k) * 60, y: y + Math.cos(k) * 60 };
        });
        const isOnItsOwn = window.bench.remoteMoves !== undefined;
        window.bench.remoteMoves?.(moves, perSecond);
        const started = performance.now();
        let done = 0;
        const last = moves.at(-1);
        await new Promise((resolve) => {
          const timer = setInterval(() => {
            const elapsed = performance.now() - started;
            const due = Math.min(total, Math.floor((elapsed * perSecond) / 1000));
            for (let burst = 0; done < due && burst < 5; burst++, done++) {
              const { i, x, y } = moves[done];
              if (!isOnItsOwn) window.bench.remoteMove(i, x, y);
            }
            if (done < total && elapsed < seconds * 1000 + 200) return;
            clearInterval(timer);
            resolve();
          }, 10);
        });
        const off = () => {
          const shown = window.bench.pos(last.i);
          return Math.hypot(shown.x - last.x, shown.y - last.y);
        };
        // The last one may still be on its way.
        for (let tries = 0; tries < 50 && off() > 1; tries++) await new Promise((resolve) => setTimeout(resolve, 100));
        return { applied: done / total, off: off() };
      },
      { all, seconds, perSecond: REMOTE_PER_SECOND, note: NOTE },
    );
    if (result.off > 1) throw new Error('a remote move did not arrive');
    return { applied: result.applied };
  };

export const SCENARIOS = {
  panZ1: { label: 'pan, zoom 1', camera: atOne, drive: pan(20) },
  panFit: { label: 'pan, all in view', camera: toFit, drive: pan(8) },
  zoom: { label: 'zoom in and out', camera: atOne, drive: zoom },
  drag: {
    label: 'drag a note',
    camera: onNote(dragged),
    drive: drag,
  },
  typing: { label: 'type in a note', camera: onNote(typedIn), ...typing },
  dragMany: { label: 'drag 1,000 selected notes', camera: onMany, ...dragMany },
  race: { label: 'pan fast, zoom 1', camera: atOne, ...race, isFor: () => window.bench.blankFrames !== undefined },
  remoteZ1: { label: '50 remote moves/s, zoom 1', camera: atOne, drive: remote({ all: false }) },
  remoteFit: { label: '50 remote moves/s, all in view', camera: toFit, drive: remote({ all: true }) },
};
