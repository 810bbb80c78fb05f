/**
 * How many moves a second a room of 100 bears: the rate goes up until the slowest hundredth takes over 200 ms, a move is lost or a
 * client is thrown out. Fifty people write, so that none exceeds the 500 frames a second that a connection may send.
 */
import { Crowd } from '../Crowd.mjs';
import { ServerProcess, sleep } from '../ServerProcess.mjs';

const SIZE = 100;
const AUTHORS = 50;
/** Enough that the same note is moved at most every 100 ms at the highest rate. */
const NOTES = 2000;
const RATES = [500, 1000, 1500, 2500, 4000, 6000, 9000, 12_000, 16_000, 20_000, 24_000];
/** How much more than it bears a server is then asked for, to see whether it slows down or breaks down. */
const BEYOND = 1.5;
const LIMIT_MS = 200;
const SECONDS = 2;

export const throughput = {
  name: 'throughput',
  targets: { quick: [], full: ['pele-mele', 'yws', 'relay-batch0'] },
  points: () => [{ key: SIZE, measure }],
};

const holds = ({ p99, share, closed }) => p99 !== null && p99 <= LIMIT_MS && share > 0.9999 && closed.length === 0;

async function measure(target) {
  const server = await ServerProcess.start(target);
  try {
    const crowd = await Crowd.gather(server, target, { size: SIZE, authors: AUTHORS, notes: NOTES });
    const steps = [];
    const step = async (rate) => {
      const result = await crowd.move(rate, SECONDS);
      const good = holds(result);
      steps.push({ ...result, good });
      await sleep(good ? 200 : 1500);
      return good;
    };
    /** A hiccup of the machine is no limit of the server: a rate has two tries. */
    const bears = async (rate) => (await step(rate)) || (await step(rate));
    await crowd.move(100, 1); // warm up
    let best = 0;
    for (const rate of RATES) {
      if (await bears(rate)) {
        best = rate;
        continue;
      }
      if (best > 0) await bears((best + rate) / 2);
      break;
    }
    const beyond = await crowd.move(Math.max(best, RATES[0]) * BEYOND, SECONDS);
    crowd.close();
    const knee = steps.filter(({ good }) => good).sort((a, b) => b.rate - a.rate)[0];
    if (!knee) throw new Error(`${RATES[0]} moves a second are too many already`);
    return {
      ...knee,
      beyondRate: beyond.rate,
      beyondShare: beyond.share,
      beyondClosed: beyond.closed.length,
      beyondPerSecond: beyond.deliveriesPerSecond,
      steps,
    };
  } finally {
    await server.stop();
  }
}
