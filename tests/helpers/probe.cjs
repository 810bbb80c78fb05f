/**
 * Loaded into a server process before anything else, by tests that ask how large it is: on SIGUSR2 it collects garbage and appends one
 * line of JSON to the file it was given: memory, timers and handles of the main thread. The server knows nothing of it.
 */
const { appendFileSync } = require('node:fs');
const { isMainThread } = require('node:worker_threads');
const v8 = require('node:v8');
const vm = require('node:vm');

const file = process.env.PELEMELE_PROBE_FILE;
if (isMainThread && file) {
  v8.setFlagsFromString('--expose-gc');
  const collect = vm.runInNewContext('gc');
  process.on('SIGUSR2', () => {
    collect();
    // What was finalised by the first run goes in the second.
    setImmediate(() => {
      collect();
      const { rss, heapUsed, external, arrayBuffers } = process.memoryUsage();
      const resources = {};
      for (const name of process.getActiveResourcesInfo()) resources[name] = (resources[name] ?? 0) + 1;
      appendFileSync(file, `${JSON.stringify({ rss, heapUsed, external, arrayBuffers, resources })}\n`);
    });
  });
}
