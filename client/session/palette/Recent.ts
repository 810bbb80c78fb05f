/** What this person used of late from the palette, latest first; kept on this device. */
import type { DeviceStorage } from '../../ui/DeviceStorage.ts';

const KEY = 'pelemele.palette';
const MOST = 6;

export interface Recent {
  list(): readonly string[];
  add(id: string): void;
}

export function createRecent(storage: DeviceStorage): Recent {
  const list = (): readonly string[] => (storage.get(KEY) ?? '').split(' ').filter((id) => id !== '');
  return {
    list,
    add: (id) => storage.set(KEY, [id, ...list().filter((other) => other !== id)].slice(0, MOST).join(' ')),
  };
}
