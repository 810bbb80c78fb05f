/**
 * What is done to a wall whose notes lie in areas (`areas.mjs`) while its frames are counted: as in `scenarios.mjs`, and what only areas have. A
 * page for it has `remoteInto`, `follower`, `areaPos` and `collapse` (README.md).
 */
import { sleep, VIEW } from './MeasuredPage.mjs';
import { atOne, center, dragged, onNote, pan, REMOTE_PER_SECOND, SCENARIOS, swingNote } from './scenarios.mjs';

const HEADER = 48;
/** So far out that a note goes over several clusters. */
const FAR_ZOOM = 0.5;
const TOGGLES_PER_SECOND = 4;
const { panFit, zoom, remoteFit } = SCENARIOS;

/** The cluster in the middle of the wall. */
function middleArea({ w, h, areas }) {
  const off = (area) => Math.abs(area.x + area.w / 2 - w / 2) + Math.abs(area.y + area.h / 2 - h / 2);
  return areas.reduce((best, area, k) => (off(area) < off(areas[best]) ? k : best), 0);
}

/** The header of the cluster in the middle lies under the hand. */
function onHeader(wall) {
  const area = wall.areas[middleArea(wall)];
  const below = center.y - VIEW.height / 2;
  return { x: area.x + area.w / 2, y: area.y + HEADER / 2 - below, z: 1 };
}

/** Takes the cluster by its header, swings it over its neighbours, and lets it go near its place: on another it would become part of that. */
async function dragArea(measured, seconds, _notes, wall) {
  const k = middleArea(wall);
  const position = () => measured.evaluate((index) => window.bench.areaPos(index), k);
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
  await mouse.move(center.x + 40, center.y + 20);
  await mouse.up();
  await measured.quiet();
  const after = await position();
  if (Math.hypot(after.x - before.x, after.y - before.y) < 20) throw new Error('the drag moved nothing');
}

const collapse = async (measured, seconds, _notes, wall) => {
  for (let n = 0; n < seconds * TOGGLES_PER_SECOND; n++) {
    await measured.evaluate((k) => window.bench.collapse(k), middleArea(wall));
    await sleep(1000 / TOGGLES_PER_SECOND);
  }
};

/** Somebody else puts notes before others, 50 a second, into other areas as well: of those in view, or of the whole wall. */
const remoteInto =
  ({ all }) =>
  async (measured, seconds) => {
    const result = await measured.evaluate(
      async ({ all, seconds, perSecond }) => {
        const camera = window.bench.getCamera();
        const isNear = ({ i }) => {
          const { x, y } = window.bench.pos(i);
          return Math.abs(x + 100 - camera.x) < 620 && Math.abs(y + 100 - camera.y) < 350;
        };
        const chosen = all ? window.benchNotes : window.benchNotes.filter(isNear);
        const total = seconds * perSecond;
        // A prime of its own, so that the two are hardly ever the same pair; never a note before itself.
        const moves = Array.from({ length: total }, (_, k) => ({
          i: chosen[(k * 7919) % chosen.length].i,
          before: chosen[(k * 104_729 + 1) % chosen.length].i,
        })).filter(({ i, before }) => i !== before);
        const isOnItsOwn = window.bench.remoteMoves !== undefined;
        window.bench.remoteMoves?.(moves, perSecond);
        const started = performance.now();
        let done = 0;
        const last = moves.at(-1);
        await new Promise((resolve) => {
          const timer = setInterval(() => {
            const elapsed = performance.now() - started;
            const due = Math.min(moves.length, Math.floor((elapsed * perSecond) / 1000));
            for (let burst = 0; done < due && burst < 5; burst++, done++) {
              const { i, before } = moves[done];
              if (!isOnItsOwn) window.bench.remoteInto(i, before);
            }
            if (done < moves.length && elapsed < seconds * 1000 + 200) return;
            clearInterval(timer);
            resolve();
          }, 10);
        });
        const hasArrived = () => window.bench.follower(last.i) === last.before;
        for (let tries = 0; tries < 50 && !hasArrived(); tries++) await new Promise((done) => setTimeout(done, 100));
        return { applied: done / moves.length, hasArrived: hasArrived() };
      },
      { all, seconds, perSecond: REMOTE_PER_SECOND },
    );
    if (!result.hasArrived) throw new Error('a remote move did not arrive');
    return { applied: result.applied };
  };

/** Another than the one dragged before it, and above: what comes after that one may have moved on. */
const farDragged = (notes) => notes[Math.floor(notes.length * 0.4)];

const swing = (find, reach) => (measured, seconds, notes) => swingNote(measured, seconds, find(notes), reach);

/** `isQuick`: also in a quick run; `of`: on walls of that kind alone. */
export const AREA_SCENARIOS = {
  panZ1: { label: 'pan, zoom 1', camera: atOne, drive: pan(20), isQuick: true },
  panFit: { ...panFit, isQuick: true },
  zoom,
  drag: { label: 'drag a note', camera: onNote(dragged), drive: swing(dragged, { x: 660, y: 330 }), isQuick: true },
  dragFar: {
    label: 'drag a note over several areas, zoom 0.5',
    camera: (wall, notes) => {
      const { x, y } = onNote(farDragged)(wall, notes);
      return { x, y: y - (center.y - VIEW.height / 2) * (1 / FAR_ZOOM - 1), z: FAR_ZOOM };
    },
    drive: swing(farDragged, { x: 600, y: 330 }),
  },
  dragArea: {
    label: 'drag a cluster with its notes',
    camera: onHeader,
    drive: dragArea,
    isQuick: true,
    of: 'clusters',
  },
  collapse: { label: 'fold and unfold a cluster, 4/s', camera: onHeader, drive: collapse, of: 'clusters' },
  remoteZ1: {
    label: '50 remote moves/s between areas, zoom 1',
    camera: atOne,
    drive: remoteInto({ all: false }),
    isQuick: true,
  },
  remoteFit: { ...remoteFit, label: '50 remote moves/s between areas, all in view', drive: remoteInto({ all: true }) },
};
