/** The true badge: what may be said of the person's own work right now. Pure, so that each sentence can be tested. */
import type { SessionState } from './SessionState.ts';

export type SaveStatus =
  | { readonly id: 'saved' | 'saving' | 'connecting' | 'offline' | 'paused' | 'live' | 'liveOffline' }
  /** `offlineUnsaved`: on this device, also when the page is closed. `offlineUnkept`: as long as this page is open, no longer. */
  | { readonly id: 'offlineUnsaved' | 'offlineUnkept'; readonly count: number };

export type SaveTone = 'calm' | 'busy' | 'warning';

type Known = Pick<SessionState, 'status' | 'loaded' | 'unsaved' | 'storagePaused' | 'device'>;

/** `canWrite` is false for those who only watch: nothing of theirs is ever saved. */
export function saveStatus({ status, loaded, unsaved, storagePaused, device }: Known, canWrite: boolean): SaveStatus {
  if (!loaded || status === 'connecting') return { id: 'connecting' };
  if (status !== 'online') {
    if (!canWrite) return { id: 'liveOffline' };
    if (unsaved === 0) return { id: 'offline' };
    return { id: isKeptHere(device) ? 'offlineUnsaved' : 'offlineUnkept', count: unsaved };
  }
  if (!canWrite) return { id: 'live' };
  if (storagePaused) return { id: 'paused' };
  return { id: unsaved > 0 ? 'saving' : 'saved' };
}

/** Whether what is done now outlives the page. */
export const isKeptHere = (device: SessionState['device']): boolean => device === 'kept' || device === 'damaged';

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
