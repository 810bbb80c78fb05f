/** What a session needs of the browser around it, as arguments: clock, timers, chance, sockets, and the moments to wake up. */
import type { Dispose } from '../../shared/lib/disposable.ts';

export interface SessionEnvironment {
  /** `ws://host/sync`, without the board. */
  readonly syncUrl: string;
  readonly WebSocket: typeof WebSocket;
  /** Milliseconds of a clock that goes on while the machine sleeps. */
  now(): number;
  /** 0…1. */
  random(): number;
  after(ms: number, callback: () => void): Dispose;
  every(ms: number, callback: () => void): Dispose;
  /** The person looks at the page again, or the network is back. */
  onWake(callback: () => void): Dispose;
}

/** The real thing. */
export function browserEnvironment(window: Window & typeof globalThis): SessionEnvironment {
  const { protocol, host } = window.location;
  return {
    syncUrl: `${protocol === 'https:' ? 'wss' : 'ws'}://${host}/sync`,
    WebSocket: window.WebSocket,
    now: () => Date.now(),
    random: () => Math.random(),
    after: (ms, callback) => {
      const timer = window.setTimeout(callback, ms);
      return () => window.clearTimeout(timer);
    },
    every: (ms, callback) => {
      const timer = window.setInterval(callback, ms);
      return () => window.clearInterval(timer);
    },
    onWake: (callback) => {
      const onVisibility = (): void => {
        if (window.document.visibilityState === 'visible') callback();
      };
      window.document.addEventListener('visibilitychange', onVisibility);
      window.addEventListener('online', callback);
      window.addEventListener('pageshow', callback);
      return () => {
        window.document.removeEventListener('visibilitychange', onVisibility);
        window.removeEventListener('online', callback);
        window.removeEventListener('pageshow', callback);
      };
    },
  };
}
