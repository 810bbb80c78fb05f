/**
 * Everybody's pointer ten times a second. The same JSON for all servers: as awareness for the peers, as our presence message for us.
 * Where a server lets the latest state win, the share that arrives is below one, and rightly so.
 */
import { Crowd, spread } from '../Crowd.mjs';
import { Meter } from '../Meter.mjs';
import { openLoop } from '../openLoop.mjs';
import { Samples } from '../Samples.mjs';
import { ServerProcess, sleep } from '../ServerProcess.mjs';
import { awarenessFrame, presenceFrame } from '../wire.mjs';

const HZ = 10;
const SECONDS = 4;
const DRAIN_MS = 2000;
const SAMPLED = 10;
/** Who sent a state, and which: six digits each at fixed places at the head of the JSON, as the pointer's coordinates. */
const BASE = 100_000;
const WHO = '{"cursor":['.length;
const WHICH = WHO + 7;

export const presence = {
  name: 'presence',
  targets: { quick: [], full: ['pele-mele', 'yws', 'relay-batch0'] },
  points: () => [50, 200, 500].map((size) => ({ key: size, measure: (target) => measure(target, size) })),
};

const stateOf = (who, which) =>
  JSON.stringify({
    cursor: [BASE + who, BASE + which],
    selection: [`n${who}`],
    user: { name: `Personne ${who}`, color: '#30bced', colorLight: '#30bced33' },
  });

function readDigits(buffer, at) {
  let value = 0;
  for (let i = 0; i < 6; i++) value = value * 10 + buffer[at + i] - 48;
  return value - BASE;
}

async function measure(target, size) {
  const server = await ServerProcess.start(target);
  try {
    const sampled = spread(size, SAMPLED);
    const stride = HZ * SECONDS + 1;
    const sentAt = new Float64Array(size * stride);
    const seen = new Samples();
    let frames = 0;
    const watch = (place) => (buffer, start) => {
      const who = readDigits(buffer, start + WHO);
      const which = readDigits(buffer, start + WHICH);
      if (who !== place && which > 0) seen.push(performance.now() - sentAt[who * stride + which]);
    };
    const own = target.ownPresence === true;
    const crowd = await Crowd.gather(server, target, {
      size,
      authors: 0,
      notes: 200,
      presence: own,
      onPresence: (place) => (sampled.has(place) ? watch(place) : null),
    });
    const frameOf = (who, which) =>
      own ? presenceFrame(stateOf(who, which)) : awarenessFrame(who + 1, which, stateOf(who, which));
    for (const [who, client] of crowd.clients.entries()) client.send(frameOf(who, 0));
    await sleep(1000 + size * 4);
    const list = Array.from({ length: HZ * SECONDS * size }, (_, i) => {
      const who = i % size;
      const which = Math.floor(i / size) + 1;
      return { who, which, frame: frameOf(who, which) };
    });
    seen.reset();
    for (const client of crowd.clients) client.resetCounts();
    const meter = new Meter(server);
    const { sent, ms, lateP99 } = await openLoop(size * HZ, SECONDS, (i) => {
      const { who, which, frame } = list[i];
      sentAt[who * stride + which] = performance.now();
      crowd.clients[who].send(frame);
    });
    meter.stopSending();
    const inTime = (seen.count / sampled.size) * size;
    const due = (sent * sampled.size * (size - 1)) / size;
    for (let waited = 0; waited < DRAIN_MS && seen.count < due * 0.9999; waited += 20) await sleep(20);
    for (const client of crowd.clients) frames += client.presenceFrames;
    const deliveries = (seen.count / sampled.size) * size;
    const closed = crowd.clients.filter((client) => client.closed).map((client) => client.closeCode);
    crowd.close();
    return {
      sent,
      lateP99,
      share: seen.count / due,
      deliveriesPerSecond: inTime / (ms / 1000),
      statesPerFrame: frames > 0 ? deliveries / frames : null,
      closed,
      ...seen.quantiles(),
      ...meter.result(deliveries),
    };
  } finally {
    await server.stop();
  }
}
