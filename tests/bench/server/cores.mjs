/** One core for the server, one for the load generator, so that neither's work is counted as the other's slowness. */
import { spawnSync } from 'node:child_process';
import os from 'node:os';

export const SERVER_CORE = 0;
export const GENERATOR_CORE = 1;

/** Without `taskset`, or on a single core, both share what there is, and the report says so. */
export const canPin = os.availableParallelism() > 1 && spawnSync('taskset', ['--version']).status === 0;

/** A command bound to a core. */
export const pinned = (core, command) => (canPin ? ['taskset', '-c', String(core), ...command] : command);

/** Binds all threads of this process to the generator's core. */
export function pinGenerator() {
  if (canPin) spawnSync('taskset', ['-a', '-c', '-p', String(GENERATOR_CORE), String(process.pid)]);
}
