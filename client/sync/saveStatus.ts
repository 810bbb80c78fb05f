/** The true badge: what may be said of the person's own work right now. Pure, so that each sentence can be tested. */
import type { SessionState } from './SessionState.ts';

export type SaveStatus =
  | { readonly id: 'saved' | 'saving' | 'connecting' | 'offline' | 'paused' | 'live' | 'liveOffline' }
  | { readonly id: 'offlineUnsaved'; readonly count: number };

export type SaveTone = 'calm' | 'busy' | 'warning';

type Known = Pick<SessionState, 'status' | 'loaded' | 'unsaved' | 'storagePaused'>;

/** `canWrite` is false for those who only watch: nothing of theirs is ever saved. */
export function saveStatus({ status, loaded, unsaved, storagePaused }: Known, canWrite: boolean): SaveStatus {
  if (!loaded) return { id: 'connecting' };
  if (status !== 'online') {
    if (!canWrite) return { id: 'liveOffline' };
    return unsaved > 0 ? { id: 'offlineUnsaved', count: unsaved } : { id: 'offline' };
  }
  if (!canWrite) return { id: 'live' };
  if (storagePaused) return { id: 'paused' };
  return { id: unsaved > 0 ? 'saving' : 'saved' };
}

export function saveTone(status: SaveStatus): SaveTone {
  switch (status.id) {
    case 'saved':
    case 'live':
      return 'calm';
    case 'saving':
    case 'connecting':
      return 'busy';
    default:
      return 'warning';
  }
}
