/**
 * Addresses and what they show. Takes the secret of a link out of the address bar as soon as it is read (it then lives in memory and in
 * this device's credentials), so that it stays out of screenshots, history and shared tabs.
 */
export type Route =
  | { readonly name: 'start' }
  /** The short page of the subject, before the wall is made. */
  | { readonly name: 'subject'; readonly template: string }
  | { readonly name: 'board'; readonly id: string; readonly secret: string | null }
  /** The sheet of the sitting, to print. */
  | { readonly name: 'sheet'; readonly id: string }
  | { readonly name: 'notFound' };

const BOARD_PATH = /^\/b\/([A-Za-z0-9_-]{1,64})\/?$/;
const SHEET_PATH = /^\/b\/([A-Za-z0-9_-]{1,64})\/sheet\/?$/;
const SECRET = /^[A-Za-z0-9_-]{16,128}$/;

/** Reads an address. */
export function parseRoute({ pathname, search, hash }: Pick<URL, 'pathname' | 'search' | 'hash'>): Route {
  const board = BOARD_PATH.exec(pathname)?.[1];
  if (board !== undefined) {
    const secret = hash.slice(1);
    return { name: 'board', id: board, secret: SECRET.test(secret) ? secret : null };
  }
  const sheet = SHEET_PATH.exec(pathname)?.[1];
  if (sheet !== undefined) return { name: 'sheet', id: sheet };
  if (pathname !== '/' && pathname !== '/index.html') return { name: 'notFound' };
  const template = new URLSearchParams(search).get('template');
  return template === null ? { name: 'start' } : { name: 'subject', template };
}

/** The address of a route, without secrets. */
export function routePath(route: Route): string {
  switch (route.name) {
    case 'board':
      return `/b/${route.id}`;
    case 'sheet':
      return `/b/${route.id}/sheet`;
    case 'subject':
      return `/?template=${encodeURIComponent(route.template)}`;
    default:
      return '/';
  }
}

/** Reads what someone pasted or typed as a link to a wall: a whole address, or what follows the host. `null` when it is not one. */
export function parseBoardLink(text: string): { readonly id: string; readonly secret: string } | null {
  const found = /\/b\/([A-Za-z0-9_-]{1,64})\/?(?:\?[^#\s]*)?#([A-Za-z0-9_-]{16,128})/.exec(text.trim());
  const [, id, secret] = found ?? [];
  return id !== undefined && secret !== undefined ? { id, secret } : null;
}

export interface Router {
  current(): Route;
  go(route: Route): void;
  subscribe(listener: () => void): () => void;
}

/** The router of a window. Reads the address now, and again when it changes. */
export function createRouter(window: Window): Router {
  const listeners = new Set<() => void>();
  const read = (): Route => {
    const route = parseRoute(window.location);
    if (route.name === 'board' && window.location.hash !== '') {
      window.history.replaceState(null, '', routePath(route) + window.location.search);
    }
    return route;
  };
  let route = read();
  const update = (next: Route): void => {
    route = next;
    for (const listener of [...listeners]) listener();
  };
  const reread = (): void => update(read());
  window.addEventListener('popstate', reread);
  window.addEventListener('hashchange', () => {
    // Our own replaceState leaves an empty fragment; only a pasted one is news.
    if (window.location.hash !== '') reread();
  });
  return {
    current: () => route,
    go: (next) => {
      window.history.pushState(null, '', routePath(next));
      window.scrollTo(0, 0);
      update(next);
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
