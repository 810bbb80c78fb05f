/** A line every ten seconds of a long run, so that whoever waits knows that it goes on and how it goes. */
const EVERY_MS = 10_000;

/** Answers what is to be called whenever one more is done; it speaks when it is time to. */
export function createProgress(what: string): (done: number, failed: number) => void {
  const started = performance.now();
  let last = started;
  return (done, failed) => {
    const now = performance.now();
    if (now - last < EVERY_MS) return;
    last = now;
    const seconds = Math.round((now - started) / 1000);
    process.stdout.write(`    ${what}: ${done} in ${seconds} s, ${failed} failed\n`);
  };
}
