/** Sends at a fixed rate whatever the server does: a slow server must not slow down what is asked of it. */
import { Samples } from './Samples.mjs';
import { sleep } from './ServerProcess.mjs';

/** Calls `emit(0…)` `rate` times a second for `seconds`; what is late is sent at once. */
export async function openLoop(rate, seconds, emit) {
  const started = performance.now();
  const total = Math.round(rate * seconds);
  const late = new Samples();
  let sent = 0;
  while (sent < total && performance.now() - started < seconds * 1500) {
    const due = Math.min(total, Math.floor(((performance.now() - started) * rate) / 1000) + 1);
    for (; sent < due; sent++) {
      late.push(performance.now() - started - (sent * 1000) / rate);
      emit(sent);
    }
    await sleep(1);
  }
  return { sent, ms: performance.now() - started, lateP99: late.quantiles().p99 };
}
