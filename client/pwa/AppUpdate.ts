/**
 * The page kept on this device, and newer versions of it: the service worker is registered where browsers allow one (https, or this
 * computer), never on plain http in the room. A newer version waits until the person asks for it: it then takes over, and only the page
 * that asked loads again, so that no other tab loses what it has not yet saved.
 */
import type { Dispose } from '../../shared/lib/disposable.ts';

export interface AppUpdate {
  /** Whether a newer version is ready and waits. */
  isReady(): boolean;
  subscribe(listener: () => void): Dispose;
  /** Takes the newer version and loads the page again. */
  apply(): void;
}

/** What a page without service worker has: nothing ever waits. */
export const NO_UPDATE: AppUpdate = {
  isReady: () => false,
  subscribe: () => () => undefined,
  apply: () => undefined,
};

export interface UpdatePorts {
  readonly container: ServiceWorkerContainer;
  /** Loads the page again. */
  reload(): void;
  /** The person looks at the page again: the moment to ask whether there is a newer version. */
  onReturn(callback: () => void): Dispose;
  now(): number;
}

/** Not more often than this, whatever the person does. */
const ASK_EVERY_MS = 15 * 60_000;
/** A worker that does not take over (a broken browser) holds nobody: the page is loaded again all the same. */
const TAKE_OVER_MS = 4_000;

/** Registers the worker and watches for newer ones. A browser that refuses leaves things as they were. */
export function watchUpdates({ container, reload, onReturn, now }: UpdatePorts): AppUpdate {
  const listeners = new Set<() => void>();
  let registration: ServiceWorkerRegistration | undefined;
  let waiting: ServiceWorker | null = null;
  let askedAt = now();

  const found = (worker: ServiceWorker): void => {
    waiting = worker;
    for (const listener of [...listeners]) listener();
  };
  /** Only a newer version is news: the first one is what this page already is. */
  const follow = (worker: ServiceWorker | null): void => {
    worker?.addEventListener('statechange', () => {
      if (worker.state === 'installed' && container.controller) found(worker);
    });
  };
  container
    .register('/sw.js', { scope: '/', updateViaCache: 'none' })
    .then((registered) => {
      registration = registered;
      if (registered.waiting && container.controller) found(registered.waiting);
      follow(registered.installing);
      registered.addEventListener('updatefound', () => follow(registered.installing));
    })
    .catch(() => undefined);
  onReturn(() => {
    if (now() - askedAt < ASK_EVERY_MS) return;
    askedAt = now();
    // Offline: asked again another time.
    registration?.update().catch(() => undefined);
  });

  return {
    isReady: () => waiting !== null,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    apply: () => {
      // Another tab may have let it in already; then there is nothing left to wait for.
      if (waiting === null || waiting.state === 'activated') return reload();
      container.addEventListener('controllerchange', reload, { once: true });
      waiting.postMessage({ type: 'SKIP_WAITING' });
      setTimeout(reload, TAKE_OVER_MS);
    },
  };
}
