/** How fast, and at what cost, one person's move reaches all the others: 100 moves a second by ten people in one room. */
import { Crowd } from '../Crowd.mjs';
import { ServerProcess } from '../ServerProcess.mjs';

const RATE = 100;
const AUTHORS = 10;
const NOTES = 200;
/** A workshop lasts for hours: what a server costs while its code is still being compiled is no figure of it. */
const WARM_UP_SECONDS = 2;

export const fanOut = {
  name: 'fanOut',
  targets: { quick: ['pele-mele', 'yws', 'relay-batch0'], full: ['pele-mele', 'yws', 'yws-leveldb', 'relay-batch0'] },

  points: ({ quick }) =>
    (quick ? [10, 50, 200] : [10, 50, 200, 500, 1000]).map((size) => ({
      key: size,
      measure: (target) => measure(target, size, quick ? 3 : 4),
    })),
};

async function measure(target, size, seconds) {
  const server = await ServerProcess.start(target);
  try {
    const crowd = await Crowd.gather(server, target, { size, authors: AUTHORS, notes: NOTES });
    await crowd.move(RATE, WARM_UP_SECONDS);
    const result = await crowd.move(RATE, seconds);
    crowd.close();
    return result;
  } finally {
    await server.stop();
  }
}
