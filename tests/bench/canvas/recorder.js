/** Runs in every measured page before its own scripts: times of frames, latency of input, and when the page has become quiet. */
(() => {
  const QUIET_FRAMES = 6;
  const QUIET_FRAME_MS = 40;
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  let on = false;
  let run = 0;
  let frames = [];
  let latencies = [];
  let inputs = 0;

  function record(mine) {
    requestAnimationFrame((time) => {
      // A run that failed was never stopped.
      if (!on || mine !== run) return;
      frames.push(time);
      record(mine);
    });
  }

  /** From an input to the end of the work of the frame that answers it. */
  function timeAnswer(event) {
    if (!on) return;
    inputs++;
    const time = (event.getCoalescedEvents?.()[0] ?? event).timeStamp;
    // A message posted in the frame arrives when the frame's work on the main thread is done.
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => latencies.push(performance.now() - time);
      channel.port2.postMessage(0);
    });
  }

  addEventListener('wheel', () => inputs++, { capture: true, passive: true });
  for (const name of ['pointermove', 'keydown']) addEventListener(name, timeAnswer, { capture: true, passive: true });

  window.recorder = {
    start() {
      frames = [];
      latencies = [];
      inputs = 0;
      on = true;
      record(++run);
    },

    async stop() {
      await frame();
      await frame();
      on = false;
      return { frames, latencies, inputs };
    },

    /** The time of the first of six quiet frames in a row in which the page also says that it has settled. */
    async quiet(limitMs = 90_000) {
      const started = performance.now();
      await frame();
      await frame();
      let last = performance.now();
      let first = last;
      for (let quiet = 0; quiet < QUIET_FRAMES; ) {
        await frame();
        // Not the stamp of the frame: it may lie before the beginning.
        const now = performance.now();
        if (now - last > QUIET_FRAME_MS || window.bench.settled?.() === false) {
          quiet = 0;
          first = now;
        } else quiet++;
        last = now;
        if (now - started > limitMs) throw new Error('the page does not come to rest');
      }
      return first;
    },
  };
})();
