/** The worker's file, as the build names it: fetched ahead, so that sorting works when the network has gone. */

import type { WorkerPort } from './Sorter.ts';
import address from './sortingWorker.ts?worker&url';

export const createSorterWorker = (): WorkerPort => new Worker(address, { type: 'module' }) as unknown as WorkerPort;

/** Brings the worker's file into the browser's own cache. */
export const fetchSorterWorker = (): Promise<void> =>
  fetch(address).then(
    () => undefined,
    () => undefined,
  );
