/** What the machine was while it measured, for the line under each table. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import os from 'node:os';

const firstLine = (command, args) => spawnSync(command, args, { encoding: 'utf8' }).stdout?.trim().split('\n')[0] ?? '';

/** The Chromium that measures: the system's where there is one, otherwise the one Playwright has installed (`undefined`). */
export const chromiumPath = ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find((file) => existsSync(file));

/** CPU time of the whole machine so far, in clock ticks: all, and what the host took away. */
function cpuTicks() {
  const [, ...fields] = readFileSync('/proc/stat', 'utf8').split('\n')[0].trim().split(/\s+/);
  const ticks = fields.slice(0, 8).map(Number);
  return { all: ticks.reduce((sum, value) => sum + value, 0), stolen: ticks[7] };
}

/** Before anything of ours runs: what else the machine is doing. */
export const loadAtStart = os.loadavg()[0];

/** Starts watching the machine; the function it returns tells what it was, and how quiet, until then. */
export function watchMachine() {
  const before = cpuTicks();
  return () => {
    const after = cpuTicks();
    return {
      cores: os.cpus().length,
      cpu: os.cpus()[0]?.model.trim() ?? 'unknown CPU',
      memoryGb: Math.round(os.totalmem() / 2 ** 30),
      kernel: `${os.type()} ${os.release()}`,
      node: process.version,
      chromium: chromiumPath
        ? firstLine(chromiumPath, ['--version']).replace(/ built on.*/, '')
        : 'Chromium of Playwright',
      commit: firstLine('git', ['describe', '--always', '--dirty']) || 'not committed',
      loadAtStart,
      stolenPercent: (100 * (after.stolen - before.stolen)) / Math.max(1, after.all - before.all),
    };
  };
}
