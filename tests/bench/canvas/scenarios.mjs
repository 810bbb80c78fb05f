/** What is done to a wall while its frames are counted. Each: a camera, and a `drive` that returns what it has to check. */
import { VIEW } from './MeasuredPage.mjs';

const NOTE = 200;
const REMOTE_PER_SECOND = 50;

/** The least that a drag or a remote move must have moved a note to count as done, in board units. */
const MOVED = 20;

const center = { x: VIEW.width / 2, y: VIEW.height / 2 + 50 };

const atOne = ({ w, h }) => ({ x: w / 2, y: h / 2, z: 1 });
export const toFit = ({ w, h }) => ({ x: w / 2, y: h / 2, z: Math.min(VIEW.width / w, VIEW.height / h) * 0.96 });

/** A circle, so that any direction of panning is in it and the end is the beginning. */
const pan = (unitsPerFrame) => (measured, seconds) =>
  measured.paced(seconds, (t, frames) => {
    const step = unitsPerFrame * Math.min(4, frames);
    const angle = (t / seconds) * 2 * Math.PI;
    return measured.wheel(step * Math.cos(angle), step * Math.sin(angle));
  });

async function zoom(measured, seconds) {
  const delta = await measured.evaluate(() => window.bench.wheelZoom);
  await measured.paced(seconds, (t, frames) => {
    const direction = Math.floor((t / seconds) * 4) % 2 === 0 ? 1 : -1;
    return measured.wheel(0, direction * delta * Math.min(2.7, frames), { ctrl: true });
  });
}

/** The note that is dragged: one in the middle of the wall, under the pointer. */
const dragged = (notes) => notes[Math.floor(notes.length / 2 + Math.sqrt(notes.length) / 2)];

async function drag(measured, seconds, notes) {
  const { i } = dragged(notes);
  const position = () => measured.evaluate((index) => ({ ...window.bench.pos(index) }), i);
  const before = await position();
  const { mouse } = measured.page;
  await mouse.move(center.x, center.y);
  await mouse.down();
  await measured.paced(seconds, (t) => ({
    type: 'mouseMoved',
    button: 'left',
    buttons: 1,
    x: center.x + 250 * Math.sin(t * 2.6),
    y: center.y + 200 * Math.sin(t * 1.7),
  }));
  await mouse.up();
  await measured.quiet();
  const after = await position();
  if (Math.hypot(after.x - before.x, after.y - before.y) < MOVED) throw new Error('the drag moved nothing');
}

/** Somebody else moves notes, 50 a second: those in view, or any of the wall. */
const remote =
  ({ all }) =>
  async (measured, seconds) => {
    const result = await measured.evaluate(
      async ({ all, seconds, perSecond, note }) => {
        const camera = window.bench.getCamera();
        const near = ({ x, y }) => Math.abs(x + note / 2 - camera.x) < 620 && Math.abs(y + note / 2 - camera.y) < 350;
        const chosen = all ? window.benchNotes : window.benchNotes.filter(near);
        const started = performance.now();
        const total = seconds * perSecond;
        let done = 0;
        let last = null;
        await new Promise((resolve) => {
          const timer = setInterval(() => {
            const elapsed = performance.now() - started;
            const due = Math.min(total, Math.floor((elapsed * perSecond) / 1000));
            for (let burst = 0; done < due && burst < 5; burst++, done++) {
              const { i, x, y } = chosen[(done * 7919) % chosen.length];
              last = { i, x: x + Math.sin(done) * 60, y: y + Math.cos(done) * 60 };
              window.bench.remoteMove(last.i, last.x, last.y);
            }
            if (done < total && elapsed < seconds * 1000 + 200) return;
            clearInterval(timer);
            resolve();
          }, 10);
        });
        const shown = window.bench.pos(last.i);
        return { applied: done / total, off: Math.hypot(shown.x - last.x, shown.y - last.y) };
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
    camera: (_wall, notes) => ({ x: dragged(notes).x + NOTE / 2, y: dragged(notes).y + NOTE / 2, z: 1 }),
    drive: drag,
  },
  remoteZ1: { label: '50 remote moves/s, zoom 1', camera: atOne, drive: remote({ all: false }) },
  remoteFit: { label: '50 remote moves/s, all in view', camera: toFit, drive: remote({ all: true }) },
};
