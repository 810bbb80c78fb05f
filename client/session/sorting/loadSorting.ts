/** The parts of the help with sorting, each fetched when it is first wanted; `null` when it could not be fetched. */
const orNull = <T>(loaded: Promise<T>): Promise<T | null> => loaded.catch(() => null);

export const loadSorting = () => orNull(import('./SortingPanel.tsx').then(({ SortingPanel }) => SortingPanel));

export const loadGroupNow = () => orNull(import('./groupNow.ts').then(({ groupNow }) => groupNow));

/** Ahead, so that they are there without a network too: the panel, and the file of its worker. */
export async function prefetchSorting(): Promise<void> {
  await Promise.all([
    loadSorting(),
    loadGroupNow(),
    orNull(import('./createSorterWorker.ts').then(({ fetchSorterWorker }) => fetchSorterWorker())),
  ]);
}
