/**
 * Where a worker thread's code lies: beside this file as TypeScript (development, tests), or in the bundle as `<name>.js`. Owns nothing
 * else: what the threads say to each other is their business. A new worker needs a line here and one in `vite.server.config.ts`.
 */
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { Worker, type WorkerOptions } from 'node:worker_threads';

/** The workers of this server: name in the bundle → source, relative to this file. */
const SOURCES = {
  storageWorker: '../storage/sqlite/worker.ts',
  renderWorker: '../render/worker.ts',
  pictureWorker: '../pictures/worker.ts',
} as const;

export type WorkerName = keyof typeof SOURCES;

/** Registers the TypeScript loader in a worker. `--import tsx` does nothing there on Node 20: tsx keeps to the main thread. */
const typescriptLoader = (here: string): string => {
  const api = pathToFileURL(
    createRequire(here)
      .resolve('tsx/esm/api')
      .replace(/\.cjs$/, '.mjs'),
  ).href;
  return `data:text/javascript,${encodeURIComponent(`import { register } from ${JSON.stringify(api)}; register();`)}`;
};

/**
 * Starts a worker thread by its name, from TypeScript sources or from the bundle, whichever this very file is running from.
 * `execArgv` of the options is ours: sources need the TypeScript loader, the bundle needs nothing.
 */
export function startWorker(name: WorkerName, options: Omit<WorkerOptions, 'execArgv' | 'eval'> = {}): Worker {
  const here = import.meta.url;
  if (!here.endsWith('.ts')) return new Worker(new URL(`${name}.js`, here), { ...options, execArgv: [] });
  return new Worker(new URL(SOURCES[name], here), { ...options, execArgv: ['--import', typescriptLoader(here)] });
}
