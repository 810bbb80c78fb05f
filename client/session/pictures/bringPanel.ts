/**
 * When the part of the page that sends and describes pictures is fetched: for files that came before it, however they came, and to say
 * what is seen on a picture. Where it cannot be had, that is told; files wait for the next try. Knows no React.
 */
import type { Dispose } from '../../../shared/lib/disposable.ts';
import type { Emitter } from '../../../shared/lib/emitter.ts';
import type { PageRequest } from '../../editor/commands/Command.ts';
import type { Pictures } from './Pictures.ts';

export interface PanelPorts {
  readonly pictures: Pick<Pictures, 'hasEarly' | 'onEarly'>;
  readonly requests: Pick<Emitter<PageRequest>, 'subscribe'>;
  /** Calls back whenever the connection is back. */
  onOnline(listener: () => void): Dispose;
  /** Fetches it, or has it already; false where it cannot be had now. Never rejects. */
  fetch(): Promise<boolean>;
  /** Asks what is seen on the selected picture, or no longer does. */
  ask(isWanted: boolean): void;
  say(problem: 'dialog.unavailable' | 'pictures.unavailable'): void;
}

/** Until the returned function is called. */
export function bringPanel({ pictures, requests, onOnline, fetch, ask, say }: PanelPorts): Dispose {
  let isStopped = false;
  const forFiles = async (): Promise<void> => {
    const isThere = await fetch();
    if (!isThere && !isStopped) say('pictures.unavailable');
  };
  const toDescribe = async (): Promise<void> => {
    ask(true);
    if ((await fetch()) || isStopped) return;
    // Nor is it asked when the panel comes later, for files: nobody expects it any more.
    ask(false);
    say('dialog.unavailable');
  };
  const stops = [
    pictures.onEarly(() => void forFiles()),
    requests.subscribe((request) => request === 'describe' && void toDescribe()),
    onOnline(() => pictures.hasEarly && void forFiles()),
  ];
  if (pictures.hasEarly) void forFiles();
  return () => {
    isStopped = true;
    for (const stop of stops) stop();
  };
}
